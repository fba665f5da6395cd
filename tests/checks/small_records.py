"""Small records and forms for the tests of the checks: only what a check looks at is given."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from selfeval_extract.checks.context import CheckContext, PrintedText
from selfeval_extract.checks.findings import findings, outcome_of
from selfeval_extract.checks.settings import Settings, defaults
from selfeval_extract.document import LinePiece, Text, folded_text
from selfeval_extract.record.models import Finding, Report
from selfeval_extract.values.targets import quantity


def context(lines: Sequence[str] = (), settings: Settings | None = None, **fields: Any) -> CheckContext:
    """A case of a record with these fields; `lines` are what else the document prints."""
    report = Report.model_validate(
        {"source": {"name": "small.txt", "format": "txt"}, "status": "complete", **numbers(fields)}
    )
    printed = [
        PrintedText(Text(text, (LinePiece(0, len(text), n, 0),)), False, folded_text(text))
        for n, text in enumerate(lines, 1)
    ]
    return CheckContext(report, printed, settings or defaults())


def numbers(value: Any) -> Any:
    """Plain data with its floats as decimals, as they are written."""
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, dict):
        return {k: numbers(v) for k, v in value.items()}
    return [numbers(v) for v in value] if isinstance(value, list | tuple) else value


def section(
    heading: str, text: str = "", topic: str | None = None, level: int = 1, number: str | None = None
) -> dict[str, Any]:
    """A section of the report's outline."""
    return {"number": number, "heading": heading, "topic": topic, "level": level, "text": text}


def row(
    name: str = "培训人数",
    target: str | None = "100人",
    actual: str | None = "100人",
    weight: float | None = 10,
    score: float | None = 10,
    level1: str = "产出指标",
    level2: str = "数量指标",
    **more: Any,
) -> dict[str, Any]:
    """An indicator row; target and actual are read as a form's cells are."""
    return {
        "level1": level1, "level2": level2, "name": name, "target": value(target), "actual": value(actual),
        "weight": weight, "score": score, **more,
    }  # fmt: skip


def value(text: str | None) -> dict[str, Any]:
    """A target or actual value as the extractor reads its cell."""
    found = quantity(text) if text else None
    if text is None or found is None:
        return {"text": text}
    unit = text[slice(*found.unit)] if found.unit else None
    return {"text": text, "comparator": found.comparator, "value": found.value, "unit": unit}


def form(rows: Sequence[dict[str, Any]] = (), funds: Sequence[dict[str, Any]] = (), **more: Any) -> dict[str, Any]:
    """A form with indicator rows and fund rows."""
    return {"kind": "department", "indicators": list(rows), "funds": list(funds), **more}


def money(
    original: float | None = 100, revised: float | None = 100, executed: float | None = 100, **more: Any
) -> dict[str, Any]:
    """The fund row of totals, with its 10 points."""
    return {
        "label": "年度资金总额", "original": original, "revised": revised, "executed": executed,
        "weight": 10, "rate": 100, "score": 10, **more,
    }  # fmt: skip


def run(id: str, of: CheckContext) -> list[Finding]:
    """The findings of one check."""
    return findings(of, [id])


def outcome(id: str, of: CheckContext) -> str:
    """The outcome of one check."""
    return outcome_of(run(id, of))
