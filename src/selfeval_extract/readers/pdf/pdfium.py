"""pdfium → marks: characters and paths read in bulk through its raw interface.

Calling pdfium once per character through ctypes' usual wrappers costs more than everything else in this reader, so
the hot functions are bound again with plain addresses and driven by `map`, which stays inside C. They run with the
interpreter lock held: pdfium is not thread-safe anyway.
"""

from __future__ import annotations

import ctypes as c
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from selfeval_extract.errors import UnreadableFile
from selfeval_extract.limits import Limits
from selfeval_extract.readers.pdf.marks import Char, Frame, PageMarks
from selfeval_extract.readers.pdf.paths import Matrix, PathCollector, composed
from selfeval_extract.readers.sniff import MAX_JUNK, PDF_HEADER

MIN_SIZE = 1.5
"""Characters smaller than this are not meant to be seen."""
SAMPLE = 24
"""How many characters of a page are asked for their direction and scale before all are."""
LARGE = 1.8
"""Characters this much larger than usual may be a watermark and are asked for their direction."""

MAP_SAMPLE = 6
_NO_MEANING = frozenset((0, 0xFFFD, 0xFFFE))
_CONTROLS = frozenset(range(0x7F, 0xA0))

_ANNOTATIONS_WITH_TEXT = (raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP)

_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _bind(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    return c.PYFUNCTYPE(result, *arguments)(c.cast(function, c.c_void_p).value or 0)


_unicode = _bind(raw.FPDFText_GetUnicode, c.c_uint, c.c_void_p, c.c_int)
_size = _bind(raw.FPDFText_GetFontSize, c.c_double, c.c_void_p, c.c_int)
_box = _bind(raw.FPDFText_GetLooseCharBox, c.c_int, c.c_void_p, c.c_int, c.c_void_p)
_origin = _bind(raw.FPDFText_GetCharOrigin, c.c_int, c.c_void_p, c.c_int, c.c_void_p, c.c_void_p)
_matrix = _bind(raw.FPDFText_GetMatrix, c.c_int, c.c_void_p, c.c_int, c.c_void_p)
_map_error = _bind(raw.FPDFText_HasUnicodeMapError, c.c_int, c.c_void_p, c.c_int)


_NO_FONTS = raw.FPDF_SYSFONTINFO(version=1)
raw.FPDF_SetSystemFontInfo(c.byref(_NO_FONTS))
"""The machine's fonts are not looked at: which it has must not change what is read, and they are no business of ours."""


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[Any]:
    """An open pdfium document. Raises UnreadableFile: `corrupt`, `encrypted` or `limit` (too many pages)."""
    document = _document(data)
    try:
        pages = len(document)
        if pages > limits.pages:
            raise limits.exceeded("pages", f"The PDF has {pages:,} pages")
        yield document
    finally:
        document.close()


def _document(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        start = data.find(PDF_HEADER, 1, MAX_JUNK)
        if start > 0:  # junk before the header shifts every offset in the file
            return _document(data[start:])
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise UnreadableFile("encrypted", "The PDF is locked with a password. Save a copy without one.") from error
        raise UnreadableFile(
            "corrupt", "The PDF is damaged and cannot be opened. Ask for the file again or export it anew."
        ) from error


def read_page(document: Any, number: int, limits: Limits) -> PageMarks | None:
    """The marks on a page (numbers count from 1), or None if pdfium cannot load it. Raises UnreadableFile `limit`."""
    handle = raw.FPDF_LoadPage(document.raw, number - 1)
    if not handle:
        return None
    try:
        if _has_written_annotations(handle):
            handle = _flattened(document, handle, number)
        text = raw.FPDFText_LoadPage(handle)
        if not text:
            return None
        try:
            return _marks(handle, text, number, limits)
        finally:
            raw.FPDFText_ClosePage(text)
    finally:
        raw.FPDF_ClosePage(handle)


def _has_written_annotations(page: Any) -> bool:
    """Does the page have form fields or notes that are printed with it?"""
    for i in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, i)
        if annotation:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            raw.FPDFPage_CloseAnnot(annotation)
            if kind in _ANNOTATIONS_WITH_TEXT:
                return True
    return False


def _flattened(document: Any, page: Any, number: int) -> Any:
    """The page with filled-in form fields made part of its content, as a print would show them."""
    if raw.FPDFPage_Flatten(page, raw.FLAT_PRINT) != raw.FLATTEN_SUCCESS:
        return page
    again = raw.FPDF_LoadPage(document.raw, number - 1)
    if not again:
        return page
    raw.FPDF_ClosePage(page)
    return again


def _marks(page: Any, text: Any, number: int, limits: Limits) -> PageMarks:
    count = raw.FPDFText_CountChars(text)
    if count > limits.page_characters:
        raise limits.exceeded("page_characters", f"Page {number} has {count:,} characters")
    to_seen, width, height = _page_frame(page)
    handle = c.cast(text, c.c_void_p).value
    codes = _codes(text, handle, count)
    matrices = _matrices(handle, count, codes)
    turn = _text_turn(matrices, to_seen)
    frame = Frame(number, width, height, turn)
    upright = composed(to_seen, _turned(frame))
    chars, slanted = _chars(handle, codes, matrices, upright)
    page_width, page_height = frame.upright
    collector = PathCollector(number, upright, page_width, page_height, limits)
    collector.visit_page(page)
    inside = [ch for ch in chars if -1 <= ch[1] <= page_height + 1 and ch[2] >= 0 and ch[0] <= page_width]
    return PageMarks(
        frame,
        inside,
        collector.horizontal,
        collector.vertical,
        collector.areas,
        _unmapped(handle, codes),
        collector.raster,
        unread=bool(collector.texts) and not chars and not slanted,
        slanted=slanted,
    )


def _codes(text: Any, handle: int | None, count: int) -> list[int]:
    """Each character's code: in one call where the page's text has one unit for each, else one by one."""
    units = (c.c_ushort * (count + 1))()
    if count and raw.FPDFText_GetText(text, 0, count, units) == count + 1:
        return _paired(units[:count])
    return _paired(list(map(_unicode, repeat(handle, count), range(count))))


def _paired(codes: list[int]) -> list[int]:
    """Surrogate pairs as the one character they mean (and nothing behind it); half a pair, and controls, as unknown."""
    if not _CONTROLS.isdisjoint(codes):
        codes = [0xFFFD if code in _CONTROLS else code for code in codes]
    for i, code in enumerate(codes):
        if code & 0xF800 == 0xD800 and code < 0x10000:
            low = codes[i + 1] if i + 1 < len(codes) else 0
            if code < 0xDC00 and low & 0xFC00 == 0xDC00:
                codes[i], codes[i + 1] = 0x10000 + ((code - 0xD800) << 10) + low - 0xDC00, 10
            else:
                codes[i] = 0xFFFD
    return codes


def _page_frame(page: Any) -> tuple[Matrix, float, float]:
    """The way from PDF space to the page as seen, and its size."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, c.byref(box))
    left, bottom, right, top = box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)
    wide, high = max(right - left, 1.0), max(top - bottom, 1.0)
    match raw.FPDFPage_GetRotation(page):
        case 1:
            return (0.0, 1.0, 1.0, 0.0, -bottom, -left), high, wide
        case 2:
            return (-1.0, 0.0, 0.0, 1.0, right, -bottom), wide, high
        case 3:
            return (0.0, -1.0, -1.0, 0.0, top, right), high, wide
        case _:
            return (1.0, 0.0, 0.0, -1.0, -left, top), wide, high


def _turned(frame: Frame) -> Matrix:
    """The way from the page as seen to its upright frame; `Frame.seen` is the way back."""
    match frame.turn:
        case 1:
            return (0.0, 1.0, -1.0, 0.0, frame.height, 0.0)
        case 2:
            return (-1.0, 0.0, 0.0, -1.0, frame.width, frame.height)
        case 3:
            return (0.0, -1.0, 1.0, 0.0, 0.0, frame.width)
        case _:
            return _PLAIN


def _matrices(handle: int | None, count: int, codes: Sequence[int]) -> dict[int, Matrix]:
    """Text matrices of a sample of characters; of all, if the sample has one that turns or scales."""
    seen = [i for i in range(count) if codes[i] not in (10, 13, 32)]
    sample = seen[:: max(1, len(seen) // SAMPLE)]
    found = _matrices_at(handle, sample)
    if any(abs(m[0] - 1) > 0.01 or abs(m[3] - 1) > 0.01 or abs(m[1]) > 0.01 for m in found.values()):
        return _matrices_at(handle, seen)
    return {}


def _matrices_at(handle: int | None, at: Sequence[int]) -> dict[int, Matrix]:
    values = (c.c_float * (6 * len(at)))()
    base = c.addressof(values)
    list(map(_matrix, repeat(handle), at, range(base, base + 24 * len(at), 24)))
    flat: list[float] = list(values)
    columns = [flat[k::6] for k in range(6)]
    return dict(zip(at, zip(*columns, strict=True), strict=True))


def _text_turn(matrices: dict[int, Matrix], to_seen: Matrix) -> int:
    """Quarter turns of most of the text against the page as seen."""
    turns = [0, 0, 0, 0]
    for m in matrices.values() or (_PLAIN,):
        turns[_quarter(m, to_seen)] += 1
    return turns.index(max(turns))


def _quarter(m: Matrix, frame: Matrix) -> int:
    """In which of four directions text with this matrix runs in a frame whose y grows downwards."""
    right = m[0] * frame[0] + m[1] * frame[2]
    down = m[0] * frame[1] + m[1] * frame[3]
    if abs(right) >= abs(down):
        return 0 if right >= 0 else 2
    return 1 if down < 0 else 3


def _chars(
    handle: int | None, codes: Sequence[int], matrices: dict[int, Matrix], upright: Matrix
) -> tuple[list[Char], int]:
    """The page's own characters in the upright frame, and how many were left out because they run another way.

    Blanks and line ends that pdfium made up have no width and are dropped.
    """
    at = [i for i, code in enumerate(codes) if code > 31]
    n = len(at)
    boxes, origins = (c.c_float * (4 * n))(), (c.c_double * (2 * n))()
    box, x, y = c.addressof(boxes), c.addressof(origins), c.addressof(origins) + 8
    list(map(_box, repeat(handle, n), at, range(box, box + 16 * n, 16)))
    list(map(_origin, repeat(handle, n), at, range(x, x + 16 * n, 16), range(y, y + 16 * n, 16)))
    sizes: list[float] = list(map(_size, repeat(handle, n), at))
    rects: list[float] = list(boxes)
    points: list[float] = list(origins)
    marks = [chr(codes[i]) for i in at]
    if matrices or upright[1] or upright[2] or upright[0] < 0:
        turned = [matrices.get(i, _PLAIN) for i in at]
        return _turned_chars(marks, turned, upright, rects, points, sizes)
    dx, dy = upright[4], upright[5]
    usual = sorted(sizes)[n // 2] if n else 0.0
    large = [k for k, size in enumerate(sizes) if size > LARGE * usual]
    slanted = _slanted(handle, large, at) if large else frozenset()
    chars = [
        (x0 + dx, dy - base, x1 + dx, size, mark)
        for k, (x0, x1, base, size, mark) in enumerate(
            zip(rects[0::4], rects[2::4], points[1::2], sizes, marks, strict=True)
        )
        if x1 > x0 and size >= MIN_SIZE and k not in slanted
    ]
    return chars, len(slanted)


def _slanted(handle: int | None, suspects: Sequence[int], at: Sequence[int]) -> frozenset[int]:
    """Which of the suspects run across the page: a watermark."""
    matrices = _matrices_at(handle, [at[k] for k in suspects])
    return frozenset(k for k in suspects if (m := matrices[at[k]]) and abs(m[1]) > 0.05 * abs(m[0]))


def _turned_chars(
    marks: Sequence[str],
    matrices: Sequence[Matrix],
    upright: Matrix,
    rects: Sequence[float],
    points: Sequence[float],
    sizes: Sequence[float],
) -> tuple[list[Char], int]:
    """Characters of a page whose text is scaled or turned; those that run another way than the rest are left out."""
    a, b, d, e, g, h = upright
    out: list[Char] = []
    slanted = 0
    for k, (mark, m) in enumerate(zip(marks, matrices, strict=True)):
        left, top, right, bottom = rects[4 * k : 4 * k + 4]
        size = sizes[k] * math.hypot(m[2], m[3])
        if size < MIN_SIZE or (left == right and top == bottom):
            continue
        along, across = m[0] * a + m[1] * d, m[0] * b + m[1] * e
        if along <= 0 or abs(across) > 0.05 * along:
            slanted += 1
            continue
        x, y = points[2 * k], points[2 * k + 1]
        xs = (left * a + top * d + g, right * a + bottom * d + g)
        x0, x1 = min(xs), max(xs)
        out.append((x0, x * b + y * e + h, x1 if x1 > x0 else x0 + size / 2, size, mark))
    return out, slanted


def _unmapped(handle: int | None, codes: Sequence[int]) -> int:
    """How many characters have no known meaning: private-use codes, or a font without a table.

    Such a font damages all its text, so a part of the characters is asked first, and all only if one answers.
    """
    private = sum([1 for code in codes if 0xE000 <= code <= 0xF8FF or code in _NO_MEANING or code >= 0xF0000])
    n = len(codes)
    if not any(map(_map_error, repeat(handle), range(0, n, MAP_SAMPLE))):
        return private
    errors: int = sum(map(_map_error, repeat(handle), range(n)))
    return max(private, errors)
