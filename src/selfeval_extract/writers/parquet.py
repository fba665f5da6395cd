"""A table of reports as Parquet, with typed columns; titles and descriptions stand in the fields' metadata.

Numbers are decimals of 20 digits before the point and 18 after it: more than a printed number can have (15 significant
digits, up to 18 decimals, 亿元 given in 万元), so that each of them is kept exactly.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from decimal import Context, Decimal
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
        with parquet_file(self.table, out) as add:
            for text in texts:
                add(json.loads(text))
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


@contextmanager
def parquet_file(name: TableName, out: Any) -> Iterator[Callable[[JsonRows], None]]:
    """A function that adds rows (`fitted_rows`) to a Parquet file. They are written in groups, so that memory does not grow with
    them."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    schema = pyarrow.schema([_field(pyarrow, name, column) for column in table(name).columns])
    writer = ParquetWriter(out, schema, compression="zstd")
    rows: Rows = []
    weight = 0

    def add(more: JsonRows) -> None:
        nonlocal weight
        rows.extend(rows_of(name, more))
        weight += sum(_CELL + (len(cell) if isinstance(cell, str) else 0) for row in more for cell in row)
        if weight >= _GROUP:
            write_group()

    def write_group() -> None:
        nonlocal weight
        if rows:
            columns = zip(zip(*rows, strict=True), schema, strict=True)
            arrays = [pyarrow.array(cells, field.type) for cells, field in columns]
            writer.write_table(pyarrow.table(arrays, schema=schema), row_group_size=len(rows))
            rows.clear()
            weight = 0

    try:
        yield add
        write_group()
        writer.close()
    finally:
        with suppress(Exception):  # always closed: otherwise it would be when it is collected, with a message
            writer.close()


def _field(pyarrow: Any, name: TableName, column: OutputColumn) -> Any:
    text = column_texts(name)[column.name]
    types = {"string": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.decimal128(_DIGITS, _SCALE)}
    kind = pyarrow.float64() if column.binary else types[column.type]
    return pyarrow.field(column.name, kind, metadata={"title": text.title, "description": text.description})
