"""Figures of published tables and what the checks make of them (DOMAIN.md 3.6)."""

from __future__ import annotations

from typing import Any

import pytest
from small_records import context, form, money, outcome, row, run, section
from test_amounts import HUNAN_2018, base, prose, three

from selfeval_extract.checks.context import CheckContext


def project(rows: list[dict[str, Any]], funds: list[dict[str, Any]] | None = None, **more: Any) -> CheckContext:
    return context(evaluations=[form(rows, funds or [], kind="project", **more)], kind="project")


def in_yuan(
    revised: float, executed: float, rate: float, score: float, rows: list[dict[str, Any]], total: float | None
) -> CheckContext:
    """A form in yuan: the record's amounts in 万元, quotes as printed."""
    fund = money(None, revised / 10000, executed / 10000, rate=rate, score=score)
    place = {"line": 1, "span": (0, 1)}
    quotes = {"revised": f"{revised:.2f}", "executed": str(executed), "rate": f"{rate}%", "score": str(score)}
    evidence = {f"/evaluations/0/funds/0/{k}": {"quote": q, "place": place} for k, q in quotes.items()}
    return context(
        evaluations=[form(rows, [fund], kind="project", total_score=total)], kind="project", evidence=evidence
    )


HUNAN = base(*HUNAN_2018, authorised=143, active=136, control_rate=95.10)
PUTUO = in_yuan(
    250000,
    215457.6,
    86.19,
    8.62,
    [row(f"指标{n}", weight=w, score=w) for n, w in enumerate((10, 20, 20, 30, 10))],
    98.62,
)
PUTUO_2 = in_yuan(20000, 9034, 45.17, 4.52, [row(weight=90, score=90)], None)
GUICHI = project(
    [row(f"产出{n}", weight=w, score=w, level1_weight=50) for n, w in enumerate((5,) * 8 + (10,))]
    + [row(f"效益{n}", weight=10, score=10, level1="效益指标", level1_weight=30) for n in range(3)],
    [
        money(0, 0, 0, label="年度资金总额", rate=0, score=0),
        {"label": "其中：当年财政拨款", "original": 90, "revised": 89.974, "executed": 89.974},
    ],
)
HUANGGANG = project(
    [
        row("培训期数", "2期", "2期", 10, 10), row("培训人数", "100人", "100人", 10, 10),
        row("学员满意度", "98%", "98%", 20, 19.6, "满意度指标", "服务对象满意度"),
        row("带动就业", "20人", "20人", 20, 20, "效益指标", "社会效益指标"), row("带动增收", "10户", "10户", 20, 20, "效益指标", "经济效益指标"),
    ],
    [money(100, 100, 100, weight=20, score=20)], total_score=99.6,
)  # fmt: skip
DAYING = project([row("办案成本", "≤30万元", "完成", 90, 90, level2="经济成本指标")], [money()])
QINGSHEN = project(
    [row("调研次数", "≥4次", None, 60, None), row("建议采纳率", "≥80%", None, 30, None, "效益指标", "社会效益指标")],
    [money(238.93, 251.89, 251.89, score=None)],
)
LIJIANG = context(
    ["项目资金（万元）"], kind="project",
    evaluations=[form(
    [
        row("建库数量", "1个", "1个", 10, 9), row("成果合格率", "100%", "100%", 20, 19, level2="质量指标"),
        row("项目成本", "≤72890元", "72890元", 30, 27, level2="成本指标"),
    ],
    [money(7.29, 7.29, 7.29)], subject="地籍数据库建设",
)],
)  # fmt: skip
NANXIAN = context(
    kind="department", budget={"executed": 799.12, "revenue": 792.22},
    spending={"total": 799.12, "basic": 512.29, "personnel": 434.89, "operating": 77.4, "project": 286.83},
)  # fmt: skip

VECTORS: list[tuple[str, str, CheckContext]] = [
    ("ORG-07", "pass", HUNAN),
    ("TPE-01", "pass", HUNAN),
    ("TPE-02", "pass", HUNAN),
    ("AMT-12", "pass", prose("年初预算1922.76万元，年中追加767.86万元，调整后预算2690.62万元。", budget={"original": 1922.76, "revised": 2690.62})),
    ("EXE-04", "fail", context(budget={"original": 1922.76, "revised": 2690.62})),
    ("TPE-04", "pass", three("2018年“三公”经费预算63.46万元，比上年的32万元增长98.31%。", total=44.29)),
    ("AMT-01", "pass", NANXIAN),
    ("AMT-02", "pass", NANXIAN),
    ("AMT-11", "fail", NANXIAN),
    ("AMT-09", "fail", GUICHI),
    ("WGT-02", "pass", GUICHI),
    ("EXE-01", "pass_rounding", PUTUO),
    ("SCR-02", "pass", PUTUO),
    ("EXE-01", "pass", PUTUO_2),
    ("EXE-03", "pass", PUTUO_2),
    ("EXE-05", "fail", PUTUO_2),
    ("SCR-02", "pass", HUANGGANG),
    ("SCR-04", "fail", HUANGGANG),
    ("WGT-06", "fail", DAYING),
    ("IND-05", "fail", DAYING),
    ("IND-10", "fail", DAYING),
    ("WGT-01", "pass", QINGSHEN),
    ("IND-05", "fail", QINGSHEN),
    ("SCR-12", "fail", QINGSHEN),
    ("EXE-08", "fail", QINGSHEN),
    ("XDC-03", "pass", LIJIANG),
    ("SCR-04", "fail", LIJIANG),
]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "expected", "record"), VECTORS, ids=[f"{id} {expected} {n}" for n, (id, expected, _) in enumerate(VECTORS)]
)
def test_outcome(id: str, expected: str, record: CheckContext) -> None:
    assert outcome(id, record) == expected, [f.message for f in run(id, record)]


def test_figures_of_the_vectors() -> None:
    assert "39.94%" in run("EXE-04", VECTORS[4][2])[0].message
    assert "6.9" in run("AMT-11", NANXIAN)[0].message
    assert "86.18%" in run("EXE-01", PUTUO)[0].message


def test_template_instructions_left_in() -> None:
    goal = {"expected": "（概括描述项目绩效目标，200字以内）", "actual": None}
    record = context(
        evaluations=[form([row()], goal=goal)], outline=[section("基本情况", "对照年初目标进行说明，×××。")]
    )
    assert outcome("NAR-08", record) == "fail"
