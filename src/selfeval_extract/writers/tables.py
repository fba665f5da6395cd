"""The tables: their columns, and the rows of a report.

Columns come from the models: one for each plain value, named by its path in the JSON joined with `_`; a list becomes its
count and its items in one cell. Titles and descriptions are in `columns.toml`. A long table has a row for each item of a
list, with the keys of its report before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from selfeval_extract.record.models import (
    Finding,
    Fund,
    Indicator,
    Measure,
    Problem,
    Quote,
    Report,
    SpendingItem,
)
from selfeval_extract.runtime.pattern_cache import toml
from selfeval_extract.writers import TableName
from selfeval_extract.writers.fields import CellType, CellValue, FieldPath, PlainField, plain_fields, value_at

JOINER = "；"
"""Between the items of a list in one cell."""


class OutputColumn(NamedTuple):
    """A column: name, type, the values that it can have if they are few, and whether its numbers are binary and not decimal."""

    name: str
    type: CellType
    choices: tuple[str, ...] = ()
    binary: bool = False


Row = tuple[CellValue, ...]


class OutputTable(NamedTuple):
    """A table: name, columns, the columns whose values identify a row, and the rows of a report."""

    name: TableName
    columns: tuple[OutputColumn, ...]
    key: tuple[str, ...]
    rows: Callable[[Report], Iterator[Row]]


class ColumnText(NamedTuple):
    """The texts about a column: its Chinese title, and what it holds, in English."""

    title: str
    description: str


_ListColumns = dict[str, Callable[[list[Any]], CellValue]]
"""Columns made from a list → their cells. Those whose names end in `_count` are integers, the others texts."""


def _joined(text: Callable[[Any], str] = str) -> Callable[[list[Any]], str]:
    return lambda items: JOINER.join(map(text, items))


def _priced(item: Any) -> str:
    return item.name if item.amount is None else f"{item.name} {plain_digits(item.amount)}"


def _failing(severity: str) -> Callable[[list[Any]], int]:
    return lambda findings: sum(f.outcome == "fail" and f.severity == severity for f in findings)


_WIDE: dict[str, _ListColumns] = {
    "notes": {"notes_count": len, "notes": _joined(lambda note: note.message)},
    "organisation_duties": {"organisation_duties_count": len, "organisation_duties": _joined()},
    "spending_projects": {"spending_projects_count": len, "spending_projects": _joined(_priced)},
    "spending_functions": {"spending_functions_count": len, "spending_functions": _joined(_priced)},
    "evaluations": {"evaluations_count": len, "indicators_count": lambda forms: sum(len(f.indicators) for f in forms)},
    "problems": {"problems_count": len, "problems": _joined(lambda problem: problem.text)},
    "measures": {"measures_count": len, "measures": _joined(lambda measure: measure.text)},
    "checks": {f"checks_{severity}_count": _failing(severity) for severity in ("error", "warning", "info")},
}
"""List of a report → its columns in the wide table. Other lists have none."""

_LONG: dict[str, _ListColumns] = {"fields": {"fields": _joined()}}
"""The same for the items of long tables."""

_REPORT_KEYS = (OutputColumn("source_name", "string"), OutputColumn("unit", "string"), OutputColumn("year", "integer"))
_FORM_KEYS = (OutputColumn("evaluation", "integer"), OutputColumn("subject", "string"))
_ROW = OutputColumn("row", "integer")


def plain_digits(value: int | float | Decimal) -> str:
    """A number in plain digits: no exponent, no trailing zeros."""
    text = format(value, "f") if not isinstance(value, float) else repr(value)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@cache
def table(name: TableName) -> OutputTable:
    """A table by its name."""
    return _wide() if name == "reports" else _long(name, *_ITEMS[name])


@cache
def column_texts(*sections: str) -> dict[str, ColumnText]:
    """Column name → its texts in some sections of `columns.toml`, each for a table or sheet; the last section wins."""
    texts = toml(Path(__file__).with_name("columns.toml"))
    return {name: ColumnText(*both) for section in ("common", *sections) for name, both in texts[section].items()}


def _wide() -> OutputTable:
    columns, cells = _columns(Report, _WIDE)
    version = next(n for n, column in enumerate(columns) if column.name == "schema_version")
    order = [*(n for n in range(len(columns)) if n != version), version]

    def rows(report: Report) -> Iterator[Row]:
        row = cells(report)
        unread = report.status == "failed"  # nothing was counted, which is not a count of zero
        yield tuple(None if unread and columns[n].name.endswith("_count") else row[n] for n in order)

    return OutputTable("reports", tuple(columns[n] for n in order), ("source_name",), rows)


def _long(
    name: TableName, model: type, keys: tuple[OutputColumn, ...], items: Callable[[Report], Iterator[Any]]
) -> OutputTable:
    columns, cells = _columns(model, _LONG)

    def rows(report: Report) -> Iterator[Row]:
        for *own_keys, item in items(report):
            yield (report.source.name, report.unit, report.year, *own_keys, *cells(item))

    numbers = tuple(column.name for column in keys if column.name in ("evaluation", "row"))
    return OutputTable(name, (*_REPORT_KEYS, *keys, *columns), ("source_name", *numbers), rows)


def _columns(model: type, lists: dict[str, _ListColumns]) -> tuple[list[OutputColumn], Callable[[Any], Row]]:
    """The columns of a model, and the function that makes a row of an instance."""
    columns: list[OutputColumn] = []
    makers: list[tuple[FieldPath, Callable[[Any], CellValue]]] = []
    for each in plain_fields(model):
        if isinstance(each, PlainField):
            columns.append(OutputColumn(each.name, each.type, each.choices, each.binary))
            makers.append((each.path, lambda value: value))
            continue
        for name, of in lists.get(each.name, {}).items():
            columns.append(OutputColumn(name, "integer" if name.endswith("_count") else "string"))
            makers.append((each.path, of))

    def cells(instance: Any) -> Row:
        values = ((value_at(instance, path), make) for path, make in makers)
        return tuple(None if value is None else make(value) for value, make in values)

    return columns, cells


def _numbered(items: list[Any] | None) -> Iterator[tuple[int, Any]]:
    return enumerate(items or (), 1)


def _of_forms(part: str) -> Callable[[Report], Iterator[Any]]:
    def items(report: Report) -> Iterator[Any]:
        for number, form in _numbered(report.evaluations):
            for row, item in _numbered(getattr(form, part)):
                yield number, form.subject, row, item

    return items


def _quotes(report: Report) -> Iterator[Any]:
    quotes = (
        (pointer, quote)
        for pointer, found in report.evidence.items()
        for quote in (found if isinstance(found, list) else [found])
    )
    for row, (pointer, quote) in enumerate(quotes, 1):
        yield row, pointer, quote


_ITEMS: dict[TableName, tuple[type, tuple[OutputColumn, ...], Callable[[Report], Iterator[Any]]]] = {
    "funds": (Fund, (*_FORM_KEYS, _ROW), _of_forms("funds")),
    "indicators": (Indicator, (*_FORM_KEYS, _ROW), _of_forms("indicators")),
    "projects": (SpendingItem, (_ROW,), lambda report: _numbered(report.spending.projects)),
    "problems": (Problem, (_ROW,), lambda report: _numbered(report.problems)),
    "measures": (Measure, (_ROW,), lambda report: _numbered(report.measures)),
    "checks": (Finding, (_ROW,), lambda report: _numbered(report.checks)),
    "evidence": (Quote, (_ROW, OutputColumn("pointer", "string")), _quotes),
}
"""Long table → the model of its items, its own key columns, and the items of a report, each behind the values of these keys."""
