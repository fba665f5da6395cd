"""Reports with seeded faults: what was seen stays seen, and a consistent report has no error."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path

import pytest

from selfeval_extract import extract
from selfeval_extract.record.models import Finding

FOLDER = Path(__file__).parent / "seeded"
NAMES = sorted(p.name.removesuffix(".gold.json") for p in FOLDER.glob("*.gold.json"))
MISSED = tomllib.loads((FOLDER / "missed.toml").read_text("utf-8"))


@cache
def failing(name: str, version: str) -> list[Finding]:
    return [f for f in extract(FOLDER / f"{name}_{version}.docx").checks if f.outcome == "fail"]


@pytest.mark.parametrize("name", NAMES)
def test_a_consistent_report_has_no_error(name: str) -> None:
    assert not [f.message for f in failing(name, "clean") if f.severity == "error"]


@pytest.mark.parametrize("name", NAMES)
def test_faults_are_seen(name: str) -> None:
    gold = json.loads((FOLDER / f"{name}.gold.json").read_text("utf-8"))
    before = {(f.id, f.message) for f in failing(name, "clean")}
    new = {f.id for f in failing(name, "faulty") if (f.id, f.message) not in before}
    missed = {fault["check"] for fault in gold["faults"]} - new
    assert missed == set(MISSED.get(name, ()))
