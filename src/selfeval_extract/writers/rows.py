"""Rows of tables as JSON, for shares, and back. In it a decimal is a string of its digits, so that
none is lost and its decimals stay as they were printed.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache

from selfeval_extract.record.models import Report
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.writers.fields import CellValue
from selfeval_extract.writers.tables import table

Packed = list[list[str | int | float | None]]
"""Rows as JSON has them."""
Rows = list[list[CellValue]]

_LONE = regex("[\ud800-\udfff]")


def whole(text: str) -> str:
    """A text that every encoding of Unicode can write: U+FFFD for each lone half of a surrogate pair. The readers give
    none; one of them would cost the whole output."""
    return _LONE.sub("\ufffd", text)


def packed(name: str, report: Report, number: Callable[[Decimal], Decimal] = Decimal) -> Packed:
    """The rows that a report has in a table (`writers.TABLES`). `number` is asked for each decimal."""

    def pack(cell: CellValue) -> str | int | float | None:
        if isinstance(cell, str):
            return whole(cell)
        return str(number(cell)) if isinstance(cell, Decimal) else cell

    return [[pack(cell) for cell in row] for row in table(name).rows(report)]


def unpacked(name: str, rows: Packed) -> Rows:
    """The rows that were packed: cells are str, int, Decimal, float or None, as their column's type says."""
    return [
        [Decimal(cell) if at in _numbers(name) and isinstance(cell, str) else cell for at, cell in enumerate(row)]
        for row in rows
    ]


@cache
def _numbers(name: str) -> frozenset[int]:
    """Places of the columns whose strings are decimals."""
    return frozenset(at for at, column in enumerate(table(name).columns) if column.type == "number")
