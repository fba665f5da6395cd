"""Parquet: types, values, row groups."""

from __future__ import annotations

import io
import math
import subprocess
import sys
import time
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from full_report import FULL
from hostile import hostile_texts
from written import reports, written

from selfeval_extract.record.models import Report
from selfeval_extract.values.numbers import amount
from selfeval_extract.writers import TABLES, parquet
from selfeval_extract.writers.outputs import parquet_output
from selfeval_extract.writers.rows import valid_unicode
from selfeval_extract.writers.tables import column_texts, table

DECIMAL = pa.decimal128(38, 18)


def read(name: str, *given: dict[str, Any]) -> pa.Table:
    return pq.read_table(io.BytesIO(written(parquet_output(name), *given)))


def with_amount(number: Decimal) -> dict[str, Any]:
    return {**FULL, "budget": {"original": number}}


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_typed_and_told(name: str) -> None:
    schema = read(name).schema
    assert schema.names == [column.name for column in table(name).columns]
    types = {"string": pa.string(), "integer": pa.int64(), "number": DECIMAL}
    for column, field in zip(table(name).columns, schema, strict=True):
        told = column_texts(name)[column.name]
        assert field.type == (pa.float64() if column.name.startswith("place_bbox") else types[column.type]), column
        assert field.metadata[b"title"].decode() == told.title
        assert field.metadata[b"description"].decode() == told.description


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_those_of_the_table(name: str) -> None:
    expected = [row for report in reports() for row in table(name).rows(report)]
    assert [tuple(row.values()) for row in read(name).to_pylist()] == expected


def test_what_is_not_told_is_null() -> None:
    full, failed = read("reports").to_pylist()
    assert (full["problems_count"], full["budget_revised"], full["budget_executed"]) == (0, Decimal(0), None)
    assert {key: cell for key, cell in failed.items() if cell is not None} == {
        "source_name": "b.txt",
        "status": "failed",
        "error_code": "empty",
        "error_message": "b.txt is empty.",
        "notes": "",
        "schema_version": "1.0",
    }


@pytest.mark.parametrize(
    "printed",
    [
        "999999999999999亿元",
        "-999999999999999亿元",
        "0.123456789012345",
        "0.000000000000001",
        "123456789012.345",
        "1元",
    ],
)
def test_every_number_that_can_be_read_is_kept_exactly(printed: str) -> None:
    number = amount(printed)
    assert number is not None
    assert read("reports", with_amount(number))["budget_original"].to_pylist() == [number]


def test_more_decimals_are_rounded_off() -> None:
    numbers = [Decimal(1) / 3, Decimal("1E-19"), Decimal("12345678901234567890.1234567890123456785")]
    found = read("reports", *map(with_amount, numbers))["budget_original"].to_pylist()
    assert found == [Decimal("0." + "3" * 18), 0, Decimal("12345678901234567890.123456789012345678")]


@pytest.mark.parametrize("number", ["1E+20", "-123456789012345678901", "99999999999999999999.9999999999999999999"])
def test_a_number_without_a_place_costs_its_own_report(number: str) -> None:
    with pytest.raises(OverflowError, match="20 digits"):
        parquet_output().render(Report.model_validate(with_amount(Decimal(number))))


def test_hostile_texts_stay_as_they_are() -> None:
    texts = hostile_texts(1000)
    given = {**FULL, "measures": [{"text": text, "category": "other"} for text in texts]}
    assert read("measures", given)["text"].to_pylist() == [valid_unicode(text) for text in texts]


def test_rows_are_written_in_groups_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_GROUP", 2000)
    file = pq.ParquetFile(io.BytesIO(written(parquet_output("indicators"), *[FULL] * 20)))
    groups = [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)]
    assert sum(groups) == 60
    assert len(groups) == math.ceil(60 / groups[0]) > 2
    assert file.read()["name"].to_pylist() == ["a", "b", "c"] * 20


def test_no_reports_is_a_table_without_rows() -> None:
    out = io.BytesIO()
    assert parquet_output("funds").write([], out) == 0
    assert pq.read_table(io.BytesIO(out.getvalue())).num_rows == 0


def test_the_same_reports_give_the_same_bytes() -> None:
    first = written(parquet_output())
    time.sleep(1.1)
    assert written(parquet_output()) == first


def test_an_output_that_breaks_off_says_so_once() -> None:
    script = """
import io
from selfeval_extract.writers.outputs import parquet_output
class Full(io.RawIOBase):
    def writable(self): return True
    def write(self, data): raise OSError(28, "No space left on device")
try:
    parquet_output().write([], Full())
except OSError as error:
    print(error.errno)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("28\n", "")


def test_the_library_is_imported_when_something_is_written() -> None:
    script = """
import sys
from selfeval_extract.writers.outputs import package_output, parquet_output, xlsx_output
outputs = xlsx_output(), parquet_output(), package_output("parquet")
print([name for name in ("pyarrow", "xlsxwriter") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
