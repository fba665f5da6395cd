"""CSV: rows, numbers, empty and none, formulas, titles."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
from full_report import FULL
from hostile import hostile_texts

from selfeval_extract.record.models import Report
from selfeval_extract.writers import TABLES
from selfeval_extract.writers.csvtext import csv_rows, csv_table, defused
from selfeval_extract.writers.tables import column_texts, plain_digits, table


def rows(name: str, *reports: dict[str, Any]) -> list[dict[str, str]]:
    text = "".join(csv_table(name, "en", [csv_rows(name, Report.model_validate(r)) for r in reports]))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_wide_row() -> None:
    [row] = rows("reports", FULL)
    expected = {
        "source_name": "甲.docx",
        "source_bytes": "1",
        "source_pages": "",
        "notes_count": "2",
        "notes": "one；two",
        "organisation_duties_count": "2",
        "organisation_duties": "清扫；收运",
        "organisation_staff_active": "28",
        "budget_original": "187.19",
        "budget_revised": "0",
        "budget_executed": "",
        "budget_revenue": "-3.5",
        "spending_projects_count": "2",
        "spending_projects": "保洁 25.1；绿化",
        "evaluations_count": "2",
        "indicators_count": "3",
        "measures": '加强,"管理"',
    }
    assert {name: row[name] for name in expected} == expected


def test_none_stated_is_not_silence() -> None:
    [stated, silent] = rows("reports", FULL, {**FULL, "problems": None, "spending": {}})
    assert (stated["problems_count"], stated["spending_functions_count"]) == ("0", "0")
    assert (silent["problems_count"], silent["spending_functions_count"]) == ("", "")


def test_a_failure_is_a_row_that_counts_nothing() -> None:
    error = {"code": "empty", "message": "a.txt is empty."}
    [row] = rows("reports", {"source": {"name": "a.txt"}, "status": "failed", "error": error})
    assert {name: cell for name, cell in row.items() if cell} == {
        "source_name": "a.txt",
        "status": "failed",
        "error_code": "empty",
        "error_message": "a.txt is empty.",
        "schema_version": "1.0",
    }


def test_long_tables_carry_their_keys() -> None:
    keys = ("source_name", "unit", "year", "evaluation", "subject", "row", "name", "target_value")
    assert [tuple(row[k] for k in keys) for row in rows("indicators", FULL)] == [
        ("甲.docx", "甲单位", "2023", "1", "保洁", "1", "a", ""),
        ("甲.docx", "甲单位", "2023", "1", "保洁", "2", "b", ""),
        ("甲.docx", "甲单位", "2023", "2", "绿化", "1", "c", "90"),
    ]
    [first, second] = rows("projects", FULL)
    assert (first["row"], first["amount"], first["purpose"], second["amount"]) == ("1", "25.1", "用于\n清扫", "")
    [finding] = rows("checks", FULL)
    assert (finding["id"], finding["fields"]) == ("AMT-01", "/year；/unit")
    assert [len(rows(name, FULL)) for name in ("funds", "problems", "measures")] == [1, 0, 1]


def test_evidence_has_a_row_for_each_quote() -> None:
    found = [
        {k: v for k, v in row.items() if v and k.startswith(("place", "p", "q"))} for row in rows("evidence", FULL)
    ]
    assert found == [
        {"pointer": "/year", "quote": "2023年度", "place_line": "1", "place_span_start": "0", "place_span_end": "6"},
        {"pointer": "/unit", "quote": "甲", "place_block": "2", "place_row": "3", "place_column": "1"},
        {
            "pointer": "/unit",
            "quote": "单位",
            "place_page": "4",
            "place_bbox_left": "1.5",
            "place_bbox_top": "2",
            "place_bbox_right": "30",
            "place_bbox_bottom": "40.25",
        },
    ]


def test_lines_end_as_rfc_4180_says() -> None:
    text = csv_rows("projects", Report.model_validate(FULL))
    assert text.count("\r\n") == 2
    assert text.endswith("\r\n")
    assert '"用于\n清扫"' in text


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x","y")', "@SUM(1)", "+1+1", "-2+3", "-基本达成", "＝1+1", "＋1", "－甲", "＠甲", "\t=1", "\tx", "\r=1",
        "\n甲", " =1+1", "\u3000=1", "\ufeff=1", "\x00=1", "==", "=-", "-1-2", "=12", "@1",
    ],
)  # fmt: skip
def test_what_might_run_is_defused(text: str) -> None:
    assert defused(text) == "'" + text


@pytest.mark.parametrize("text", ["=", ">=", "<", "-", "—", "-3.5", "+5", "-12%", "≥90%", "甲=乙", "", "1-2", "'=1"])
def test_what_runs_nothing_stays(text: str) -> None:
    assert defused(text) == text


def test_only_text_is_defused() -> None:
    hostile = {**FULL, "source": {"name": "=1+1.txt"}, "unit": "@SUM(1)", "spending": {"total": -3}}
    [row] = rows("reports", hostile)
    assert (row["source_name"], row["unit"], row["spending_total"]) == ("'=1+1.txt", "'@SUM(1)", "-3")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1E+3"), "1000"), (Decimal("0.00001"), "0.00001"), (Decimal("-0.0"), "0"), (Decimal("10"), "10"),
        (Decimal("0.10"), "0.1"), (28, "28"), (1.5, "1.5"), (30.0, "30"), (Decimal("123456789012.345"), "123456789012.345"),
    ],
)  # fmt: skip
def test_numbers_are_plain_digits(value: Decimal | int | float, text: str) -> None:
    assert plain_digits(value) == text


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_a_title_of_its_own(name: str) -> None:
    columns = [column.name for column in table(name).columns]
    told = column_texts(name)
    titles = [told[column].title for column in columns]
    assert len(set(columns)) == len(columns)
    assert len(set(titles)) == len(titles)
    assert all(told[column].description for column in columns)
    assert "".join(csv_table(name, "zh", [])) == ",".join(titles) + "\r\n"


def test_no_title_is_left_over() -> None:
    of_all = {column.name for name in TABLES for column in table(name).columns}
    assert {column for name in TABLES for column in column_texts(name)} <= of_all
    unused = {
        (name, c) for name in TABLES for c in column_texts(name) if c not in {x.name for x in table(name).columns}
    }
    assert {column for _, column in unused} <= {"evaluation", "subject", "row"}


def test_ten_thousand_hostile_texts_run_nothing() -> None:
    texts = [text.encode("utf-8", "replace").decode() for text in hostile_texts(10_000)]
    found = [
        row["text"] for row in rows("measures", {**FULL, "measures": [{"text": t, "category": "other"} for t in texts]})
    ]
    for text, cell in zip(texts, found, strict=True):
        assert cell in (text, f"'{text}")
        assert not starts_a_formula(cell), repr(cell)
    assert sum(cell.startswith("'=") for cell in found) > 100


def starts_a_formula(cell: str) -> bool:
    """Whether a spreadsheet could run a cell, told by the categories of its characters: what is seen of it starts with a
    formula's first character, and it is no number and no sign alone."""
    seen = cell.lstrip("".join(c for c in cell if unicodedata.category(c)[0] in "CZ"))
    first = unicodedata.normalize("NFKC", seen[:1])
    number = re.fullmatch(r"[+-]?\d+(\.\d+)?%?", cell)
    return (first != "" and first in "=+-@" and len(cell) > 1 and not number) or cell[:1] in ("\t", "\r", "\n")
