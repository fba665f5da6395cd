"""WGT: for each check a record that passes, one that fails and one that cannot be checked."""

from __future__ import annotations

import pytest
from small_records import context, form, money, outcome, row, run

from selfeval_extract.checks.context import CheckContext


def full(**last: object) -> dict[str, object]:
    """A form of 10 + 50 + 30 + 10 points; `last` changes its last row."""
    return form(
        [
            row("培训人数", weight=20, score=20, level1_weight=50),
            row("课程合格率", "≥90%", "95%", 30, 30, level2="质量指标", level1_weight=50),
            row("带动就业", "50人", "50人", 30, 30, "效益指标", "社会效益指标", level1_weight=30),
            row("学员满意度", "≥90%", "96%", **{"weight": 10, "score": 10, "level1": "满意度指标", "level2": "服务对象满意度", "level1_weight": 10, **last}),
        ],
        [money()],
        total_weight=100,
        total_score=100,
    )  # fmt: skip


TABLE: list[tuple[str, str, CheckContext]] = [
    ("WGT-01", "pass", context(evaluations=[full()])),
    ("WGT-01", "fail", context(evaluations=[full(weight=20)])),
    ("WGT-01", "pass", context(evaluations=[form([row(weight=90)])])),
    ("WGT-01", "not_checkable", context(evaluations=[full(weight=None)])),
    ("WGT-02", "pass", context(evaluations=[full()])),
    ("WGT-02", "fail", context(evaluations=[full(weight=15)])),
    ("WGT-02", "not_checkable", context(evaluations=[form([row()])])),
    ("WGT-03", "pass", context(evaluations=[full()])),
    ("WGT-03", "fail", context(evaluations=[full(level1_weight=20)])),
    ("WGT-03", "not_checkable", context(evaluations=[form([row()])])),
    ("WGT-04", "pass", context(evaluations=[full()])),
    ("WGT-04", "fail", context(evaluations=[full(level1_weight=20)])),
    ("WGT-04", "not_checkable", context(evaluations=[form([row(weight=None)])])),
    ("WGT-05", "pass", context(evaluations=[full()])),
    ("WGT-05", "fail", context(evaluations=[full(weight=0)])),
    ("WGT-05", "not_checkable", context()),
    ("WGT-06", "pass", context(evaluations=[full()])),
    ("WGT-06", "fail", context(evaluations=[full(weight=31)])),
    ("WGT-06", "not_checkable", context(evaluations=[form([row(weight=None)])])),
    ("WGT-07", "pass", context(evaluations=[full()])),
    ("WGT-07", "fail", context(evaluations=[full(weight=20)])),
    ("WGT-07", "not_checkable", context(evaluations=[form([row()])])),
]


@pytest.mark.parametrize(
    ("id", "expected", "record"), TABLE, ids=[f"{id} {expected} {n}" for n, (id, expected, _) in enumerate(TABLE)]
)
def test_outcome(id: str, expected: str, record: CheckContext) -> None:
    assert outcome(id, record) == expected


def test_figures_are_shown() -> None:
    (finding,) = run("WGT-01", context(evaluations=[full(weight=20)]))
    assert (finding.recomputed, finding.difference) == (100, 10)
    assert "110" in finding.message and "疑点" in finding.message
    assert "/evaluations/0/indicators/3/weight" in finding.fields
    assert finding.profile == "mof2020"
