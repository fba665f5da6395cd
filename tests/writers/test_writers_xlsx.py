"""XLSX: sheets, cells, what is cut, and that nothing in a cell runs."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from full_report import FULL
from hostile import hostile_texts
from lxml import etree
from written import FAILED, reports, written

from selfeval_extract.checks.findings import BrokenCheck
from selfeval_extract.writers import LANGUAGES
from selfeval_extract.writers.outputs import xlsx_output
from selfeval_extract.writers.tables import column_texts, table
from selfeval_extract.writers.xlsx import XlsxOutput, cell_text

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NAMES = ["汇总", "指标", "资金", "问题与措施", "核查", "说明"]


def book(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(sheet: Any) -> list[dict[str, Any]]:
    header, *others = ([cell.value for cell in row] for row in sheet.iter_rows())
    return [{k: v for k, v in zip(header, row, strict=True) if v is not None} for row in others]


def test_the_sheets_and_their_rows() -> None:
    made = book(
        written(
            xlsx_output("en"), {**FULL, "problems": [{"text": "慢", "cause": "人少", "category": "staffing"}]}, FAILED
        )
    )
    assert made.sheetnames == NAMES
    [full, failed] = rows(made["汇总"])
    assert full["source_name"] == "甲.docx"
    assert (full["year"], full["indicators_count"], full["spending_projects"]) == (2023, 3, "保洁 25.1；绿化")
    assert failed == {
        "source_name": "b.txt",
        "status": "failed",
        "error_code": "empty",
        "error_message": "b.txt is empty.",
        "schema_version": "1.0",
    }
    assert [(r["evaluation"], r["row"], r["name"]) for r in rows(made["指标"])] == [
        (1, 1, "a"),
        (1, 2, "b"),
        (2, 1, "c"),
    ]
    assert [(r["label"], r["executed"]) for r in rows(made["资金"])] == [("合计", 1)]
    keys = {"source_name": "甲.docx", "unit": "甲单位", "year": 2023, "row": 1}
    assert rows(made["问题与措施"]) == [
        {"kind": "problem", **keys, "text": "慢", "cause": "人少", "category": "staffing"},
        {"kind": "measure", **keys, "text": '加强,"管理"', "category": "other"},
    ]
    assert [(r["id"], r["fields"]) for r in rows(made["核查"])] == [("AMT-01", "/year；/unit")]


def test_only_what_a_person_must_look_at_is_among_the_findings() -> None:
    outcomes = ("pass", "fail", "not_checkable", "pass_rounding", "not_applicable")
    findings = [{**FULL["checks"][0], "outcome": outcome} for outcome in outcomes]
    broken = BrokenCheck(**findings[2])
    made = book(written(xlsx_output("en"), {**FULL, "checks": [*findings, broken]}))
    shown = [(2, "fail"), (4, "pass_rounding"), (6, "not_checkable")]
    assert [(row["row"], row["outcome"]) for row in rows(made["核查"])] == shown
    [told] = [row for row in rows(made["说明"]) if (row["sheet"], row["name"]) == ("核查", "outcome")]
    assert told["description"].startswith("fail or pass_rounding; ")


def test_chinese_titles() -> None:
    made = book(written(xlsx_output(), FULL))
    told = column_texts("reports")
    assert [cell.value for cell in made["汇总"][1]] == [told[c.name].title for c in table("reports").columns]
    assert [r["类型"] for r in rows(made["问题与措施"])] == ["措施"]


@pytest.mark.parametrize("header", LANGUAGES)
def test_every_column_is_explained(header: str) -> None:
    made = book(written(xlsx_output(header)))
    first = "sheet" if header == "en" else "工作表"
    explained = rows(made["说明"])
    at = "name" if header == "en" else "列标题"
    for name in NAMES[:-1]:
        assert [row[at] for row in explained if row[first] == name] == [cell.value for cell in made[name][1]]
    assert all(row["description" if header == "en" else "说明"] for row in explained)


def test_the_header_is_bold_frozen_and_filters_every_row() -> None:
    made = book(written(xlsx_output()))
    for sheet in made:
        assert all(cell.font.bold for cell in sheet[1])
        assert not any(cell.font.bold for row in sheet.iter_rows(min_row=2) for cell in row)
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(4 <= column.width <= 41 for column in sheet.column_dimensions.values())
    assert made["汇总"].max_row == 3


def test_columns_are_as_wide_as_what_they_hold() -> None:
    made = book(written(xlsx_output("en"), {**FULL, "title": "长" * 100, "unit": "甲单位" * 4}))
    dimensions = made["汇总"].column_dimensions.values()
    widths = {made["汇总"].cell(1, n).value: d.width for d in dimensions for n in range(d.min, d.max + 1)}
    assert 40 <= widths["title"] < 42
    assert 25 <= widths["unit"] < 27
    assert 8 <= widths["year"] < 10


@pytest.mark.parametrize(
    ("number", "value", "format"),
    [
        ("187.190", 187.19, "#,##0.000"), ("0", 0, "#,##0"), ("-3.5", -3.5, "#,##0.0"), ("1E+3", 1000, "#,##0"),
        ("0.000000000000001", 1e-15, "#,##0.000000000000000"), ("999999999999999", 999999999999999, "#,##0"),
        ("123456789012.345", 123456789012.345, "#,##0.000"), ("9.95", 9.95, "#,##0.00"), ("-0.0", 0, "#,##0.0"),
    ],
)  # fmt: skip
def test_numbers_are_numbers_and_show_their_decimals(number: str, value: float, format: str) -> None:
    made = book(written(xlsx_output("en"), {**FULL, "budget": {"original": Decimal(number)}}))
    header = [cell.value for cell in made["汇总"][1]]
    cell = made["汇总"].cell(2, header.index("budget_original") + 1)
    assert (cell.data_type, cell.value, cell.number_format) == ("n", value, format)
    year = made["汇总"].cell(2, header.index("year") + 1)
    assert (year.data_type, year.value, year.number_format) == ("n", 2023, "0")


@pytest.mark.parametrize("code", ["44000021000000012345", "1-2", "00123", "TRUE", "#N/A", "{=1}", "=1+1", "2023"])
def test_codes_stay_text_also_when_the_cell_is_edited(code: str) -> None:
    data = written(xlsx_output("en"), {**FULL, "unit": code})
    made = book(data)
    assert made["指标"]["B2"].number_format == "@"
    assert texts_of(data)[1]["B2"] == code


def test_long_texts_are_told_to_be_text_in_another_way() -> None:
    made = book(written(xlsx_output("en"), {**FULL, "unit": "长" * 256}))
    assert (made["指标"].cell(2, 2).quotePrefix, made["指标"].cell(2, 2).number_format) == (True, "General")
    assert not made["指标"].cell(2, 1).quotePrefix


def texts_of(data: bytes) -> list[dict[str, str]]:
    """Of each sheet, the address and text of every cell that is no number; there is nothing else in the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = parts.namelist()
        assert not [name for name in names if not PART.fullmatch(name)]
        sheets = [f"xl/worksheets/sheet{n}.xml" for n in range(1, 1 + sum("worksheets/" in name for name in names))]
        assert all(b"TargetMode" not in parts.read(name) for name in names if name.endswith(".rels"))
        return [dict(_texts(etree.fromstring(parts.read(name)))) for name in sheets]


PART = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/(workbook|styles|theme/theme1|worksheets/sheet\d+)\.xml"
    r"|xl/_rels/workbook\.xml\.rels"
)
"""Parts of a workbook without links, comments, macros and connections."""
ELEMENTS = frozenset(
    [
        "worksheet",
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetView",
        "pane",
        "selection",
        "sheetFormatPr",
        "cols",
        "col",
        "sheetData",
        "row",
        "c",
        "v",
        "is",
        "t",
        "autoFilter",
        "pageMargins",
    ]
)
"""Elements of a sheet without formulas and links."""


def _texts(root: Any) -> Iterator[tuple[str, str]]:
    assert {etree.QName(element).localname for element in root.iter()} <= ELEMENTS
    for cell in root.iter(f"{MAIN}c"):
        if cell.get("t") is None:
            [value] = cell
            assert value.tag == f"{MAIN}v"
            float(value.text)
        else:
            assert cell.get("t") == "inlineStr"
            [text] = cell.iterfind(f"{MAIN}is/{MAIN}t")
            assert len(list(cell.iter())) == 3
            yield cell.get("r"), re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), text.text or "")


def test_ten_thousand_hostile_texts_are_texts() -> None:
    texts = hostile_texts(10_000)
    parts = [texts[n : n + 100] for n in range(0, len(texts), 100)]
    given = [{**FULL, "measures": [{"text": text, "category": "other"} for text in part]} for part in parts]
    sheet = texts_of(written(xlsx_output(), *given))[3]
    found = [sheet.get(f"F{row}", "") for row in range(2, 2 + len(texts))]
    assert found == [cell_text(text)[0] for text in texts]
    assert sum(text.startswith("=") for text in found) > 200


def test_text_that_looks_like_rich_text_is_no_markup() -> None:
    text = '<r><t>x</t></r></is></c><c r="ZZ9"><f>1+1</f><v>2</v></c><c t="inlineStr"><is><r><t>y</t></r>'
    assert texts_of(written(xlsx_output(), {**FULL, "unit": text}))[1]["B2"] == f" {text}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x1f\x7f\x9fc", "abc"), ("a\tb\nc", "a\tb\nc"), ("a\r\nb\rc", "a\nb\nc"), ("\ud800a\udfff", "\ufffda\ufffd"),
        ("\ufffe\uffff", ""), ("_x0041_", "_x0041_"), ("𠀀", "𠀀"), (" a ", " a "), ("<r>a</r>", " <r>a</r>"),
    ],
)  # fmt: skip
def test_cells_hold_what_a_file_can_hold(text: str, shown: str) -> None:
    assert cell_text(text) == (shown, False)
    assert texts_of(written(xlsx_output(), {**FULL, "unit": text}))[1].get("B2", "") == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("长" * 32_767, None), ("长" * 32_768, "长" * 32_766 + "…"), ("𠀀" * 16_383, None),
        ("𠀀" * 16_384, "𠀀" * 16_383 + "…"), ("a" * 40_000, "a" * 32_766 + "…"),
    ],
)  # fmt: skip
def test_long_texts_are_cut_between_characters(text: str, shown: str | None) -> None:
    assert cell_text(text) == ((text, False) if shown is None else (shown, True))


def test_what_was_cut_is_told() -> None:
    long = {**FULL, "problems": [{"text": "长" * 40_000, "category": "other"}] * 25, "disclosure": "公" * 32_768}
    made = book(written(xlsx_output("en"), FULL, long))
    told = {(row["sheet"], row["name"]): (row["cut"], row.get("cut_cells")) for row in rows(made["说明"])}
    cells = " ".join(f"问题与措施!F{n}" for n in range(3, 23))
    assert told.pop(("问题与措施", "text")) == (25, f"{cells} …")
    [(_, column)] = [(n, c.column_letter) for n, c in enumerate(made["汇总"][1]) if c.value == "disclosure"]
    assert told.pop(("汇总", "disclosure")) == (1, f"汇总!{column}3")
    problems = told.pop(("汇总", "problems"))
    assert problems[0] == 1
    assert set(told.values()) == {(0, None)}
    assert made["问题与措施"]["F3"].value == "长" * 32_766 + "…"
    assert made["汇总"][f"{column}3"].value.endswith("…")


def test_more_rows_than_a_sheet_holds_go_on_in_another() -> None:
    made = book(written(XlsxOutput("en", most_rows=3), FULL, FULL, FULL))
    more = ["汇总 (2)", "指标 (2)", "指标 (3)", "指标 (4)", "指标 (5)", "资金 (2)", "问题与措施 (2)", "核查 (2)"]
    assert made.sheetnames[:5] == NAMES[:5]
    assert sorted(made.sheetnames[5:-1]) == sorted(more)
    assert made.sheetnames[-1] == "说明"
    indicators = [sheet for sheet in made if sheet.title.startswith("指标")]
    assert [sheet.max_row for sheet in indicators] == [3, 3, 3, 3, 2]
    assert [row["name"] for sheet in indicators for row in rows(sheet)] == ["a", "b", "c"] * 3
    assert {sheet.auto_filter.ref for sheet in indicators} == {"A1:V3", "A1:V2"}


def test_no_reports_is_a_book_of_headers() -> None:
    out = io.BytesIO()
    assert xlsx_output().write([], out) == 0
    made = book(out.getvalue())
    assert made.sheetnames == NAMES
    assert [sheet.max_row for sheet in made][:-1] == [1] * 5


def test_the_same_reports_give_the_same_bytes(tmp_path: Path) -> None:
    first = written(xlsx_output())
    time.sleep(2.1)  # the time of a zip member counts in steps of two seconds
    with (tmp_path / "a.xlsx").open("wb") as file:
        xlsx_output().write(map(xlsx_output().render, reports()), file)
    assert (tmp_path / "a.xlsx").read_bytes() == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {info.date_time[:3] for info in parts.infolist()} == {(1980, 1, 31)}
        assert b">2000-01-01T00:00:00Z<" in parts.read("docProps/core.xml")


def test_it_works_beside_the_file_and_leaves_nothing_there(tmp_path: Path) -> None:
    output = xlsx_output()
    seen = set[str]()

    def shares() -> Iterator[str]:
        for report in reports():
            yield output.render(report)
            seen.update(path.name for path in tmp_path.iterdir())

    with (tmp_path / "a.xlsx").open("wb") as file:
        output.write(shares(), file)
    assert any(name.startswith("a.xlsx.") for name in seen)
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_run_that_is_cut_off_leaves_nothing(tmp_path: Path) -> None:
    output = xlsx_output()

    def shares() -> Iterator[str]:
        yield output.render(reports()[0])
        raise KeyboardInterrupt

    with (tmp_path / "a.xlsx").open("wb") as file, pytest.raises(KeyboardInterrupt):
        output.write(shares(), file)
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
    assert (tmp_path / "a.xlsx").read_bytes() == b""


def test_a_full_disk_is_an_error_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("xlsxwriter.workbook.Workbook._store_workbook", full)
    with pytest.raises(OSError, match="No space left") as caught:
        written(xlsx_output())
    assert caught.value.errno == 28


_GROWTH = """
import io, os, sys
import psutil
sys.path.insert(0, {here!r})
from full_report import FULL
from selfeval_extract.record.models import Report
from selfeval_extract.writers.xlsx import XlsxOutput

output = XlsxOutput()
evaluation = {{**FULL["evaluations"][0], "indicators": [{{"name": f"指标{{n}}", "weight": n}} for n in range(30)]}}
share = output.render(Report.model_validate({{**FULL, "evaluations": [evaluation]}}))
process = psutil.Process()
seen = []

def shares():
    for n in range({count}):
        yield share.replace("指标1", f"指标{{n}}")
        if n >= 100 and n % 50 == 0:
            seen.append(process.memory_info().rss)

with open(sys.argv[1], "wb") as out:
    output.write(shares(), out)
seen.append(process.memory_info().rss)
print(max(seen) - seen[0])
"""


def test_memory_does_not_grow_with_the_reports(tmp_path: Path) -> None:
    script = _GROWTH.format(here=str(Path(__file__).parent), count=1500)
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "a.xlsx")], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 20_000_000
