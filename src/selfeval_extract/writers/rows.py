"""Rows of tables as JSON, for results, and back. Decimals are strings of their digits, so that none is lost and their
decimals stay as they were printed.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache

from selfeval_extract.record.models import Report
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.writers import TableName
from selfeval_extract.writers.fields import CellValue
from selfeval_extract.writers.tables import table

JsonRows = list[list[str | int | float | None]]
Rows = list[list[CellValue]]

_LONE_SURROGATE = regex("[\ud800-\udfff]")


def valid_unicode(text: str) -> str:
    """A text that every encoding of Unicode can write: U+FFFD for each half of a surrogate pair. The readers give none, but one
    would cost the whole output."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def json_rows(name: TableName, report: Report, number: Callable[[Decimal], Decimal] = Decimal) -> JsonRows:
    """The rows of a report in a table. `number` converts each decimal."""

    def to_json(cell: CellValue) -> str | int | float | None:
        if isinstance(cell, str):
            return valid_unicode(cell)
        return str(number(cell)) if isinstance(cell, Decimal) else cell

    return [[to_json(cell) for cell in row] for row in table(name).rows(report)]


def rows_of(name: TableName, rows: JsonRows) -> Rows:
    """The rows that became JSON: cells are str, int, Decimal, float or None, as the type of their column says."""
    return [
        [Decimal(cell) if at in _decimals(name) and isinstance(cell, str) else cell for at, cell in enumerate(row)]
        for row in rows
    ]


@cache
def _decimals(name: TableName) -> frozenset[int]:
    """Places of the columns whose strings are decimals."""
    return frozenset(at for at, column in enumerate(table(name).columns) if column.type == "number")
