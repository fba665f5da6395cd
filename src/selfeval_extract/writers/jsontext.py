"""Reports as JSON: one record, an array of records, or one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from selfeval_extract.record.models import Report

_LINE_BREAKS = str.maketrans({c: f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"})
"""Characters that some programs take for a line's end, and JSON does not escape."""


def json_record(report: Report) -> str:
    """One record, indented for people."""
    return json.dumps(report.data(), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def json_array(reports: Iterable[Report]) -> Iterator[str]:
    """All records as one array: the text of `json.dumps(records, indent=2)`, piece by piece."""
    before = "["
    for report in reports:
        yield before + "\n  " + json_record(report).rstrip("\n").replace("\n", "\n  ")
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def json_lines(reports: Iterable[Report]) -> Iterator[str]:
    """One record a line."""
    for report in reports:
        line = json.dumps(report.data(), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        yield line.translate(_LINE_BREAKS) + "\n"
