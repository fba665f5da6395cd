"""A table of reports as Parquet, with typed columns; titles and descriptions stand in the fields' metadata.

Numbers are decimals of 20 digits before the point and 18 after it: more than a printed number can have (15 significant
digits, up to 18 decimals, 亿元 told in 万元), so that each of them is kept exactly.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from decimal import Context, Decimal
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple

from selfeval_extract.record.models import Report
from selfeval_extract.writers.jsontext import compact
from selfeval_extract.writers.rows import Packed, Rows, packed, unpacked
from selfeval_extract.writers.tables import OutputColumn, table, words

LIBRARY = "pyarrow"

_DIGITS = 38
"""The most that 128 bits hold; few programs read decimals of more."""
_SCALE = 18
_STEP = Decimal(1).scaleb(-_SCALE)
_WIDE = Context(prec=100)
"""Room for any decimal: the common context would round to 28 digits."""

_GROUP = 4_000_000
"""Weight of a row group, which is what a writer holds in memory: a character weighs 1, a cell `_CELL` besides."""
_CELL = 16


class ParquetOutput(NamedTuple):
    """A table (`writers.TABLES`) as one file. Shares are its rows as JSON."""

    table: str

    def render(self, report: Report) -> str:
        """Raises OverflowError for a number that has no place in the table, so that it costs one report and no more."""
        return compact(fitted_rows(self.table, report))

    def write(self, shares: Iterable[str], out: BinaryIO) -> int:
        """Needs pyarrow. Nothing is ever lost: 0."""
        with ParquetFile(self.table, out) as file:
            for share in shares:
                file.add(json.loads(share))
        return 0


def fitted_rows(name: str, report: Report) -> Packed:
    """The rows that a report has in a table, their numbers as Parquet has room for. Raises OverflowError."""
    return packed(name, report, _fitted)


def _fitted(number: Decimal) -> Decimal:
    """Decimals beyond the last that is kept are rounded off: a sum of money has none of these, a quotient may."""
    exponent = number.as_tuple().exponent
    rounded = number.quantize(_STEP, context=_WIDE) if isinstance(exponent, int) and exponent < -_SCALE else number
    if rounded and rounded.adjusted() >= _DIGITS - _SCALE:
        raise OverflowError(f"{number} has more than {_DIGITS - _SCALE} digits before the point")
    return rounded


class ParquetFile:
    """A Parquet file as it grows, in row groups, so that memory does not grow with the rows. Use it as a context."""

    def __init__(self, name: str, out: Any) -> None:
        import pyarrow
        from pyarrow.parquet import ParquetWriter

        self._name = name
        self._pyarrow = pyarrow
        self._schema = pyarrow.schema([_field(pyarrow, name, column) for column in table(name).columns])
        self._writer = ParquetWriter(out, self._schema, compression="zstd")
        self._rows: Rows = []
        self._weight = 0

    def __enter__(self) -> ParquetFile:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if error is None:
                self._flush()
                self._writer.close()
        finally:
            with suppress(Exception):  # closed in any case: it would try again when it is collected, and say so
                self._writer.close()

    def add(self, rows: Packed) -> None:
        """Add rows (`fitted_rows`)."""
        self._rows += unpacked(self._name, rows)
        self._weight += sum(_CELL + (len(cell) if isinstance(cell, str) else 0) for row in rows for cell in row)
        if self._weight >= _GROUP:
            self._flush()

    def _flush(self) -> None:
        if not self._rows:
            return
        columns = zip(zip(*self._rows, strict=True), self._schema, strict=True)
        arrays = [self._pyarrow.array(cells, field.type) for cells, field in columns]
        self._writer.write_table(self._pyarrow.table(arrays, schema=self._schema), row_group_size=len(self._rows))
        self._rows = []
        self._weight = 0


_TYPES: dict[str, Callable[[Any], Any]] = {
    "string": lambda pyarrow: pyarrow.string(),
    "integer": lambda pyarrow: pyarrow.int64(),
    "number": lambda pyarrow: pyarrow.decimal128(_DIGITS, _SCALE),
    "binary": lambda pyarrow: pyarrow.float64(),
}
"""Type of a column, or that its numbers are binary → its type in the file."""


def _field(pyarrow: Any, name: str, column: OutputColumn) -> Any:
    told = words(name)[column.name]
    kind = _TYPES["binary" if column.binary else column.type](pyarrow)
    return pyarrow.field(column.name, kind, metadata={"title": told.title, "description": told.description})
