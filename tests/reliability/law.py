"""What has to hold for the record of any bytes."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, get_args

from selfeval_extract.checks.findings import BrokenCheck
from selfeval_extract.errors import CODES
from selfeval_extract.record.models import Quote, Report, Status
from selfeval_extract.writers.jsontext import json_line


def broken(report: Report) -> list[str]:
    """What is wrong with a record, whatever it is of."""
    return list(_broken(report))


def _broken(report: Report) -> Iterator[str]:
    if report.status not in get_args(Status):
        yield f"status {report.status}"
    if (report.status == "failed") != (report.error is not None):
        yield f"status {report.status} with error {report.error}"
    if report.error is not None and report.error.code not in CODES:
        yield f"code {report.error.code}"
    for finding in report.checks:
        if isinstance(finding, BrokenCheck):
            yield f"{finding.id}: {finding.message_en}"
    for pointer, found in report.evidence.items():
        for quote in [found] if isinstance(found, Quote) else found:
            if not quote.quote.strip():
                yield f"an empty quote at {pointer}"
    yield from _unwritable(report)


def _unwritable(report: Report) -> Iterator[str]:
    try:
        line = json_line(report)
        line.encode()
    except ValueError as error:  # NaN, infinity, half a character
        yield f"no JSON: {type(error).__name__}: {str(error)[:60]}"
        return
    if line.count("\n") != 1:
        yield "more than one line"
    try:
        json.loads(line, parse_constant=_refused, parse_float=_finite)
    except ValueError as error:
        yield f"JSON that others cannot read: {error}"


def _refused(constant: str) -> Any:
    raise ValueError(constant)


def _finite(number: str) -> float:
    if not math.isfinite(float(number)):
        raise ValueError(number)
    return float(number)
