"""Reports as JSON: one record, an array of records, or one record a line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator
from json.encoder import encode_basestring
from math import isfinite
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selfeval_extract.record.models import Report

_LINE_BREAKS = {c: f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}
"""Characters that some programs take for a line's end, and JSON does not escape → how they are escaped."""


def compact(value: object) -> str:
    """A value as JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def json_record(report: Report) -> str:
    """One record, indented for people."""
    text = io.StringIO()
    _indented(report.data(), "\n", text.write)
    text.write("\n")
    return text.getvalue()


def _indented(value: Any, margin: str, write: Callable[[str], object]) -> None:
    """Write what `json.dumps(value, ensure_ascii=False, indent=2)` gives, whose own encoder takes twice as long and keeps
    all of its millions of pieces until the end. `margin`: the break before the line that the value ends on."""
    kind, inner = type(value), margin + "  "
    if kind is str:
        write(encode_basestring(value))
    elif value is None:
        write("null")
    elif kind is dict and value:
        before = "{" + inner
        for key, each in value.items():
            write(f"{before}{encode_basestring(key)}: ")
            _indented(each, inner, write)
            before = "," + inner
        write(margin + "}")
    elif kind is list and value:
        before = "[" + inner
        for each in value:
            write(before)
            _indented(each, inner, write)
            before = "," + inner
        write(margin + "]")
    else:
        write(repr(value) if kind is int or (kind is float and isfinite(value)) else compact(value))


def json_array(records: Iterable[str]) -> Iterator[str]:
    """Records (`json_record`) as one array: the text of `json.dumps(records, indent=2)`, piece by piece."""
    before = "["
    for record in records:
        yield before + "\n  " + record.rstrip("\n").replace("\n", "\n  ")
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def json_line(report: Report) -> str:
    """One record in one line."""
    text = compact(report.data())
    for char, escaped in _LINE_BREAKS.items():  # `str.translate` would look up each character
        text = text.replace(char, escaped)
    return text + "\n"
