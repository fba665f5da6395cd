"""The two published reports: every check comes out as a reviewer found it by hand (../shared/domain)."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from beside import REAL, SHARED, needs

from selfeval_extract import extract
from selfeval_extract.checks.catalogue import catalogue
from selfeval_extract.checks.findings import outcome_of
from selfeval_extract.record.models import Report

REPORTS = ("lukou_2021", "lusong_2022")
MARKS_ONLY_IN_TEXT = {("FMT-05", "docx"), ("FMT-05", "pdf")}
"""The conversion marks that were found by hand stand in the text files alone."""

FIGURES = {
    ("lusong_2022", "AMT-01"): "140.78", ("lusong_2022", "AMT-02"): "191.11", ("lusong_2022", "EXE-06"): "3.92",
    ("lusong_2022", "XDC-08"): "20", ("lusong_2022", "AMT-18"): "25.12", ("lukou_2021", "AMT-06"): "185.68",
    ("lukou_2021", "EXE-04"): "48.2", ("lukou_2021", "WGT-01"): "110", ("lukou_2021", "WGT-02"): "40", ("lukou_2021", "WGT-07"): "110",
    ("lukou_2021", "SCR-03"): "110", ("lukou_2021", "IND-02"): "166.67", ("lukou_2021", "ORG-01"): "28", ("lukou_2021", "ORG-04"): "64.29",
    ("lukou_2021", "EXE-01"): "100", ("lukou_2021", "XDC-02"): "株洲市渌口区征地服务中心",
}  # fmt: skip


@cache
def record(name: str, ending: str) -> Report:
    return extract(REAL / f"{name}.{ending}")


@needs(SHARED / "domain" / "lukou_2021.findings.json")
@pytest.mark.parametrize("ending", ["docx", "pdf", "txt"])
@pytest.mark.parametrize("name", REPORTS)
def test_outcomes(name: str, ending: str) -> None:
    results = json.loads((SHARED / "domain" / f"{name}.findings.json").read_text("utf-8"))["results"]
    by_hand = {result["check_id"]: result["result"] for result in results}
    ours = {id: outcome_of([f for f in record(name, ending).checks if f.id == id]) for id in catalogue()}
    differ = {id for id in by_hand if ours[id] != by_hand[id] and (id, ending) not in MARKS_ONLY_IN_TEXT}
    assert not differ, {id: (ours[id], by_hand[id]) for id in differ}


@needs(SHARED / "domain" / "lukou_2021.findings.json")
@pytest.mark.parametrize(("name", "id"), FIGURES)
def test_figures(name: str, id: str) -> None:
    messages = [f.message for f in record(name, "docx").checks if f.id == id]
    assert any(FIGURES[name, id] in message for message in messages), messages
