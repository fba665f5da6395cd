"""Reports as JSON: one record, an array of records, or one record a line. pydantic writes the records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selfeval_extract.record.models import Report

_LINE_BREAKS = {c: f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}
"""Characters that some programs take for the end of a line although JSON does not escape them → their escapes."""


def compact(value: object) -> str:
    """A value as JSON without blanks. Raises ValueError for a number that JSON does not have."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def json_record(report: Report) -> str:
    """One record, indented for people, without a line break at its end. Raises ValueError for half of a surrogate pair."""
    return report.model_dump_json(indent=2)


def json_single(records: Iterable[str]) -> Iterator[str]:
    """The one record (`json_record`) of a run that has no other."""
    for record in records:
        yield record  # a record may have 40 MB: the line break must not cost a copy
        yield "\n"


def json_array(records: Iterable[str]) -> Iterator[str]:
    """Records (`json_record`) as one array, piece by piece: the text of `json.dumps(records, indent=2)`."""
    before = "["
    for record in records:
        yield before + "\n  " + record.replace("\n", "\n  ")
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def json_line(report: Report) -> str:
    """One record in one line, with its line break. Raises ValueError for half of a surrogate pair."""
    text = report.model_dump_json()
    for char, escaped in _LINE_BREAKS.items():  # `str.translate` would look up each character
        text = text.replace(char, escaped)
    return text + "\n"
