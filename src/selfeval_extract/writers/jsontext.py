"""Reports as JSON: one record, an array of records, or one record a line."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator

from selfeval_extract.record.models import Report

_INDENTED = json.JSONEncoder(ensure_ascii=False, indent=2, allow_nan=False)
_LINE_BREAKS = str.maketrans({c: f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"})
"""Characters that some programs take for a line's end, and JSON does not escape."""


def compact(value: object) -> str:
    """A value as JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def json_record(report: Report) -> str:
    """One record, indented for people."""
    text = io.StringIO()  # `json.dumps` would keep all of its millions of pieces until the end
    text.writelines(_INDENTED.iterencode(report.data()))
    text.write("\n")
    return text.getvalue()


def json_array(records: Iterable[str]) -> Iterator[str]:
    """Records (`json_record`) as one array: the text of `json.dumps(records, indent=2)`, piece by piece."""
    before = "["
    for record in records:
        yield before + "\n  " + record.rstrip("\n").replace("\n", "\n  ")
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def json_line(report: Report) -> str:
    """One record in one line."""
    return compact(report.data()).translate(_LINE_BREAKS) + "\n"
