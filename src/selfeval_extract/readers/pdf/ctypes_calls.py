"""pdfium's functions that are called for every character or path of a page, bound once more.

Calling pdfium once per character through ctypes' usual wrappers costs more than everything else in this reader. Here every
argument is a plain number as wide as an address, which ctypes passes fastest (small integers are the same in a register of
any width), and results are written to addresses. Driven by `map`, the calls stay inside C. They run with the interpreter
lock held: pdfium is not thread-safe anyway.
"""

from __future__ import annotations

import ctypes as c
from array import array
from collections.abc import Callable
from typing import Any, TypeVar

import pypdfium2.raw as raw

Result = TypeVar("Result")


def _bind(function: Any, result: type[c._SimpleCData[Result]], arguments: int) -> Callable[..., Result]:
    return c.PYFUNCTYPE(result, *[c.c_void_p] * arguments)(c.cast(function, c.c_void_p).value or 0)


char_codes = _bind(raw.FPDFText_GetText, c.c_int, 4)
char_code = _bind(raw.FPDFText_GetUnicode, c.c_uint, 2)
char_size = _bind(raw.FPDFText_GetFontSize, c.c_double, 2)
char_box = _bind(raw.FPDFText_GetLooseCharBox, c.c_int, 3)
char_origin = _bind(raw.FPDFText_GetCharOrigin, c.c_int, 4)
char_matrix = _bind(raw.FPDFText_GetMatrix, c.c_int, 3)
char_unmapped = _bind(raw.FPDFText_HasUnicodeMapError, c.c_int, 2)

page_objects = _bind(raw.FPDFPage_CountObjects, c.c_int, 1)
page_object = _bind(raw.FPDFPage_GetObject, c.c_size_t, 2)
form_objects = _bind(raw.FPDFFormObj_CountObjects, c.c_int, 1)
form_object = _bind(raw.FPDFFormObj_GetObject, c.c_size_t, 2)
object_kind = _bind(raw.FPDFPageObj_GetType, c.c_int, 1)
object_bounds = _bind(raw.FPDFPageObj_GetBounds, c.c_int, 5)
object_matrix = _bind(raw.FPDFPageObj_GetMatrix, c.c_int, 2)
path_mode = _bind(raw.FPDFPath_GetDrawMode, c.c_int, 3)
path_segments = _bind(raw.FPDFPath_CountSegments, c.c_int, 1)
path_segment = _bind(raw.FPDFPath_GetPathSegment, c.c_size_t, 2)
segment_point = _bind(raw.FPDFPathSegment_GetPoint, c.c_int, 3)
segment_kind = _bind(raw.FPDFPathSegment_GetType, c.c_int, 1)
segment_closes = _bind(raw.FPDFPathSegment_GetClose, c.c_int, 1)


def address(handle: Any) -> int:
    """The address behind a pointer of pypdfium2's."""
    return c.cast(handle, c.c_void_p).value or 0


def room(kind: str, count: int) -> tuple[array[Any], int]:
    """An array of `count` zeros (of an array's type code) for results, and its address."""
    numbers: array[Any] = array(kind, [0]) * count
    return numbers, numbers.buffer_info()[0]
