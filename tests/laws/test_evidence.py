"""The evidence law holds for every value of every document: the corpus, the samples and the two published reports."""

from __future__ import annotations

import os
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

import pytest
from evidence_law import gives, violations

ROOT = Path(__file__).parents[2]
FOLDERS = [
    ROOT / "samples",
    ROOT / "tests" / "corpus" / "made",
    ROOT / "tests" / "corpus" / "forms",
    ROOT.parent / "shared" / "reports" / "real",
]
DOCUMENTS = sorted(p for folder in FOLDERS for p in folder.glob("*") if p.suffix in (".docx", ".pdf", ".txt"))


@pytest.fixture(scope="module")
def answers(request: pytest.FixtureRequest) -> dict[Path, Future[list[str]]]:
    """The violations in each document that is tested, found on all processors."""
    wanted = {
        item.callspec.params["path"]
        for item in request.session.items
        if hasattr(item, "callspec") and item.module is request.module and "path" in item.callspec.params
    }
    pool = ProcessPoolExecutor(os.cpu_count())
    request.addfinalizer(lambda: pool.shutdown(cancel_futures=True))
    return {path: pool.submit(violations, path) for path in sorted(wanted)}


def test_all_documents_are_there() -> None:
    assert all(any(p.parent == folder for p in DOCUMENTS) for folder in FOLDERS), "a folder of documents is missing"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: f"{p.parent.name}/{p.name}")
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
