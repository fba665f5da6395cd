"""What the engine's rows are: those that go into it, one for each file, and those that come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, NamedTuple, get_args

from selfeval_extract.batch.inputs import Input
from selfeval_extract.batch.job import FileResult, Job
from selfeval_extract.checks.selection import CheckSelection
from selfeval_extract.errors import ExtractionError, UnreadableFile
from selfeval_extract.limits import Limits
from selfeval_extract.record.models import Report, Status
from selfeval_extract.writers.jsontext import json_line

COLUMNS = {
    "name": "What the record calls the file, `source.name`: the path as it was given, or the URL.",
    "status": f"One of {', '.join(get_args(Status))}.",
    "error_code": "Of a file that failed: one of the codes of `errors.CODES`; otherwise null.",
    "error_message": "Of a file that failed: what a person can do about it; otherwise null.",
    "serious": "Whether a check of severity error fails.",
    "sha256": "Of the file's bytes, in hexadecimal; null where they could not be read.",
    "record": "The record as JSON: the line of `--format jsonl`, without its line break.",
}
"""Column of the result → what it holds. All are strings but `serious`, a boolean."""


class WrongFolder(ValueError):
    """Somewhere that rows cannot be written to without harm."""


ResultRow = dict[str, Any]
"""A row of the result: a column of `COLUMNS` → its value."""


class Summary(NamedTuple):
    """What was written: `files` in all, by `statuses`, and those that failed by their `codes`."""

    files: int
    statuses: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)


def job(checks: CheckSelection, limits: Limits, personal: bool) -> Job:
    """What is done with each file: what the command line does for `--format jsonl`, and its SHA-256."""
    return Job(checks, limits, personal, (json_line, _sha256))


def _sha256(report: Report) -> str:
    return report.source.sha256 or ""


def row(share: FileResult) -> ResultRow:
    """The row of a share of `job`'s."""
    record, sha256 = share.texts
    values = share.name, share.status, share.code, share.message, share.serious, sha256 or None, record.rstrip("\n")
    return dict(zip(COLUMNS, values, strict=True))


def received(name: str, url: str, data: bytes | None, limits: Limits) -> Input:
    """The input of a file that the engine fetched; of none (None), or too large a one, with the problem."""
    problem: ExtractionError | None
    if data is None:
        problem = UnreadableFile("missing", f"{name} was listed and could not be fetched. Check who may read {url}.")
    else:
        problem = limits.too_large(name, len(data))
    return Input(name, None, problem, None if problem else data)


def summary(counted: Iterable[tuple[str, str | None, int]]) -> Summary:
    """Of status, error code and how many rows have both."""
    statuses, codes = Counter[str](), Counter[str]()
    for status, code, number in counted:
        statuses[status] += number
        if code is not None:
            codes[code] += number
    return Summary(statuses.total(), statuses, codes)


def foreign(names: Sequence[str]) -> list[str]:
    """Files, by their paths, that no run of ours can have written."""
    return [name for name in names if Path(name).suffix != ".parquet"]
