"""No check breaks on any document, and none takes long on a hostile line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from small_records import context, form, money, row, section

from selfeval_extract import extract
from selfeval_extract.checks.catalogue import catalogue
from selfeval_extract.checks.findings import BrokenCheck, findings

CORPUS = Path(__file__).parents[1] / "corpus"
DOCUMENTS = sorted(p for folder in ("made", "forms", "blind") for p in (CORPUS / folder).glob("*.docx"))
LONG = 200_000
HOSTILE = {
    "digits": "1" * LONG,
    "amounts": "支出1万元，" * (LONG // 6),
    "compared": "比上年增加" * (LONG // 5),
    "names": "内设机构3个，分别为" + "办公室、" * (LONG // 4),
    "brackets": "(" * LONG,
    "quoted": "“三公”经费" * (LONG // 6),
    "blank": "　" * LONG,
    "dates": "2023年1月1日" * (LONG // 9),
    "shares": "10万元，占总支出的" * (LONG // 10),
    "parts": "在职1人，其中行政1人、" * (LONG // 11),
    "cited shares": "1万元占总支出的10%，" * (LONG // 13),
    "changes": "1万元，" * (LONG // 8) + "比上年增加1万元，增长1%，" * (LONG // 32),
    "no end": "完成" * (LONG // 2),
    "numbers": "1,1.1," * (LONG // 6),
}
SECONDS = 30.0
"""For all checks together, on a slow machine: what grows with the square of a line takes minutes."""


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_no_check_breaks(path: Path) -> None:
    broken = [f.message for f in extract(path).checks if isinstance(f, BrokenCheck)]
    assert not broken


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_lines_take_no_time(name: str) -> None:
    text = HOSTILE[name]
    topics = ("basic_information", "funds", "goals", "performance", "problems", "measures", "three_public")
    given = context(
        [text],
        kind="department", unit="某县水务局", title="2023年度某县水务局整体支出绩效自评报告", year=2023,
        outline=[section(topic, text[: LONG // 4], topic) for topic in topics],
        problems=[{"text": text[: LONG // 4], "category": "other"}],
        measures=[{"text": text[: LONG // 4], "category": "other"}],
        organisation={"duties": [text[:1000]], "staff": {"active": 1}},
        evaluations=[form([row(note=text[:1000])], [money()], goal={"expected": text[:20000], "actual": text[:20000]})],
    )  # fmt: skip
    start = time.perf_counter()
    found = findings(given)
    taken = time.perf_counter() - start
    assert {f.id for f in found} == set(catalogue())
    assert not [f.message for f in found if isinstance(f, BrokenCheck)]
    assert taken < SECONDS
