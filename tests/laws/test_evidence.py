"""The evidence law holds for every value of every document: the corpus, the samples and the two published reports."""

from __future__ import annotations

import os
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from beside import published
from evidence_law import gives, misplaced, violations
from rereading import opened

from selfeval_extract import extract
from selfeval_extract.formats import ENDINGS

ROOT = Path(__file__).parents[2]
FOLDERS = [
    ROOT / "samples",
    ROOT / "tests" / "corpus" / "made",
    ROOT / "tests" / "corpus" / "forms",
    ROOT / "tests" / "corpus" / "blind",
]
DOCUMENTS = sorted(p for folder in FOLDERS for p in folder.glob("*") if p.suffix in ENDINGS)


@pytest.fixture(scope="module")
def answers(request: pytest.FixtureRequest) -> dict[Path, Future[list[str]]]:
    """The violations in each document that is tested, found on all processors."""
    wanted = {
        item.callspec.params["path"]
        for item in request.session.items
        if hasattr(item, "callspec") and item.path == request.path and "path" in item.callspec.params
    }
    pool = ProcessPoolExecutor(os.cpu_count())
    request.addfinalizer(lambda: pool.shutdown(cancel_futures=True))
    return {path: pool.submit(violations, path) for path in sorted(wanted)}


def test_all_documents_are_there() -> None:
    assert all(any(p.parent == folder for p in DOCUMENTS) for folder in FOLDERS), "a folder of documents is missing"


@pytest.mark.parametrize("path", [*DOCUMENTS, *published(*ENDINGS)], ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_value_stands_where_its_evidence_says(path: Path, answers: dict[Path, Future[list[str]]]) -> None:
    broken = answers[path].result()
    assert not broken, f"{path.name} breaks the law {len(broken)} times:\n" + "\n".join(broken)


@pytest.mark.parametrize(
    ("pointer", "value", "quote", "says_it"),
    [
        ("/budget/original", 187.19, "187.19万元", True),
        ("/budget/original", 60, "600,000.00", True),
        ("/budget/original", 60, "600,000.00万元", False),
        ("/budget/sources/state_capital", 0, "不涉及", True),
        ("/organisation/internal_departments", 12, "十二", True),
        ("/year", 2023, "二〇二三年度", True),
        ("/year", 2023, "2022年度", False),
        ("/evaluations/0/funds/0/rate", 98.5, "９８．５％", True),
        ("/evaluations/0/indicators/0/target/comparator", "<=", "不超过30", True),
        ("/evaluations/0/indicators/0/target/comparator", ">=", "30", False),
        ("/problems", [], "未发现明显问题", True),
        ("/problems", [], "三项", False),
        ("/problems/0/text", "进度偏慢", "进度\n偏慢。", True),
        ("/problems/0/text", "进度偏慢", "进度偏慢，原因是审批周期长", False),
        ("/budget/revised", 212.5, "调整后预算212.5万元，支出210万元", False),
        ("/title", "自评报告", "自评表", False),
    ],
)
def test_the_plain_reading_itself(pointer: str, value: object, quote: str, says_it: bool) -> None:
    assert gives(pointer, value, quote) is says_it


SAMPLES = [ROOT / "samples" / name for name in ("hunan_department.docx", "transfer_form.pdf", "sichuan_project.txt")]


def moved(place: dict[str, Any]) -> dict[str, Any]:
    """A place a little further on."""
    if "line" in place:
        return {**place, "line": place["line"] + 1}
    if "block" in place:
        return {**place, "block": place["block"] + 1}
    left, top, right, bottom = place["bbox"]
    return {**place, "bbox": (left, top + 15, right, bottom + 15)}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_a_wrong_place_is_noticed(path: Path) -> None:
    """The second reading is no rubber stamp: hardly any quote stands in the next line, block or row as well."""
    look = opened(path)
    entries = extract(path).data()["evidence"].values()
    quotes = [quote for entry in entries for quote in (entry if isinstance(entry, list) else [entry])]
    unnoticed = [q for q in quotes if not list(misplaced(path, look, {**q, "place": moved(q["place"])}))]
    assert len(unnoticed) < len(quotes) / 5
    assert all(list(misplaced(path, look, {**q, "quote": q["quote"] + "甲"})) for q in quotes)
