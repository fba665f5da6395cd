"""A table of reports as Parquet, with typed columns; titles and descriptions stand in the fields' metadata.

Numbers are decimals of 20 digits before the point and 18 after it: more than a printed number can have (15 significant
digits, up to 18 decimals, 亿元 given in 万元), so that each of them is kept exactly.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from decimal import Context, Decimal
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple

from selfeval_extract.record.models import Report
from selfeval_extract.writers import TableName
from selfeval_extract.writers.jsontext import compact
from selfeval_extract.writers.rows import JsonRows, Rows, json_rows, rows_of
from selfeval_extract.writers.tables import OutputColumn, column_texts, table

LIBRARY = "pyarrow"

_DIGITS = 38
"""The most that 128 bits hold; few programs read decimals of more."""
_SCALE = 18
_STEP = Decimal(1).scaleb(-_SCALE)
_WIDE = Context(prec=100)
"""For any decimal: the usual context would round to 28 digits."""

_GROUP = 4_000_000
"""Weight of a row group, which a writer holds in memory: 1 for each character and `_CELL` for each cell."""
_CELL = 16


class ParquetOutput(NamedTuple):
    """A table as one file. The text of a report is its rows as JSON."""

    table: TableName

    def render(self, report: Report) -> str:
        """Raises OverflowError for a number that is too large for the table, so that it costs only its own report."""
        return compact(fitted_rows(self.table, report))

    def write(self, texts: Iterable[str], out: BinaryIO) -> int:
        """Needs pyarrow. Returns 0: every character can be written."""
        with ParquetFile(self.table, out) as file:
            for text in texts:
                file.add(json.loads(text))
        return 0


def fitted_rows(name: TableName, report: Report) -> JsonRows:
    """The rows of a report in a table, with numbers as Parquet can hold them. Raises OverflowError."""
    return json_rows(name, report, _fitted)


def _fitted(number: Decimal) -> Decimal:
    """A number with 18 decimals at most: a sum of money has no more, a quotient may."""
    exponent = number.as_tuple().exponent
    rounded = number.quantize(_STEP, context=_WIDE) if isinstance(exponent, int) and exponent < -_SCALE else number
    if rounded and rounded.adjusted() >= _DIGITS - _SCALE:
        raise OverflowError(f"{number} has more than {_DIGITS - _SCALE} digits before the point")
    return rounded


class ParquetFile:
    """A Parquet file, written in row groups, so that memory does not grow with the rows. To be used as a context manager."""

    def __init__(self, name: TableName, out: Any) -> None:
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
            with suppress(Exception):  # always closed: otherwise it would be when it is collected, with a message
                self._writer.close()

    def add(self, rows: JsonRows) -> None:
        """Add rows (`fitted_rows`)."""
        self._rows += rows_of(self._name, rows)
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


def _field(pyarrow: Any, name: TableName, column: OutputColumn) -> Any:
    text = column_texts(name)[column.name]
    kind = _TYPES["binary" if column.binary else column.type](pyarrow)
    return pyarrow.field(column.name, kind, metadata={"title": text.title, "description": text.description})
