"""The Table Schemas: equal to the columns, and true of the cells."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from full_report import FULL

from selfeval_extract.record.models import Report
from selfeval_extract.writers import TABLES
from selfeval_extract.writers.csvtext import csv_rows, csv_table
from selfeval_extract.writers.schemas import main, schema_files

SCHEMAS = Path(__file__).parents[2] / "schemas"
TYPES = {"string": str, "integer": int, "number": Decimal}


def test_the_files_are_what_the_models_give(tmp_path: Path) -> None:
    assert {p.name: p.read_text("utf-8") for p in SCHEMAS.iterdir()} == schema_files(), (
        "run: python -m selfeval_extract.writers.schemas schemas"
    )
    main(str(tmp_path))
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {p.name: p.read_bytes() for p in SCHEMAS.iterdir()}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_as_its_schema_says(name: str) -> None:
    fields = json.loads((SCHEMAS / f"{name}.tableschema.json").read_text("utf-8"))["fields"]
    text = "".join(csv_table(name, "en", [csv_rows(name, Report.model_validate(FULL))]))
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert [field["name"] for field in fields] == header
    assert ",".join(field["title"] for field in fields) == "".join(csv_table(name, "zh", [])).rstrip()
    for row in rows:
        for field, cell in zip(fields, row, strict=True):
            constraints = field.get("constraints", {})
            assert cell or not constraints.get("required")
            assert not cell or cell in constraints.get("enum", [cell])
            assert not cell or TYPES[field["type"]](cell) is not None
