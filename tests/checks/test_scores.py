"""SCR: for each check a record that passes, one that fails and one that cannot be checked; then what must not alarm."""

from __future__ import annotations

from typing import Any

import pytest
from small_records import context, form, money, outcome, row, run, section

from selfeval_extract.checks.context import CheckContext


def one(*rows: dict[str, Any], **more: Any) -> CheckContext:
    """A case of one form with these rows and no money row."""
    return context(evaluations=[form(list(rows), **more)])


def full(**more: Any) -> dict[str, Any]:
    """A form of 10 + 50 + 30 + 10 points, all earned."""
    rows = [
        row(weight=50, score=50),
        row("带动就业", "50人", "50人", 30, 30, "效益指标", "社会效益指标"),
        row("学员满意度", "≥90%", "96%", 10, 10, "满意度指标", "服务对象满意度"),
    ]
    return form(rows, [money()], **{"total_weight": 100, "total_score": 100, **more})


def prose(text: str, **more: Any) -> CheckContext:
    """A report with this sentence and one department form."""
    return context(
        year=2022,
        outline=[section("绩效情况", text)],
        evaluations=[full(**{"total_score": 98.5, "year": 2022, **more})],
    )


PROBLEMS = [{"text": "预算执行进度偏慢", "category": "budget_execution"}]
UNMET = {"target": "100人", "actual": "90人"}

TABLE: list[tuple[str, str, CheckContext]] = [
    ("SCR-01", "pass", one(row(weight=10, score=9.5))),
    ("SCR-01", "fail", one(row(weight=10, score=12))),
    ("SCR-01", "fail", one(row(weight=10, score=-1))),
    ("SCR-01", "fail", context(evaluations=[form([row()], [money(score=11)])])),
    ("SCR-01", "not_checkable", one(row(score=None))),
    ("SCR-01", "not_checkable", context()),
    ("SCR-02", "pass", context(evaluations=[full()])),
    ("SCR-02", "fail", context(evaluations=[full(total_score=98)])),
    ("SCR-02", "pass_rounding", context(evaluations=[form([row(weight=50, score=46.66), row(weight=50, score=49.95)], total_score=96.6)])),
    ("SCR-02", "pass_rounding", context(evaluations=[form([row(weight=100, score=94.6)], total_score=95)])),
    ("SCR-02", "not_checkable", context(evaluations=[full(total_score=None)])),
    ("SCR-02", "not_checkable", one(row(weight=50, score=50), row(weight=50, score=None), total_score=98)),
    ("SCR-03", "pass", context(evaluations=[full()])),
    ("SCR-03", "fail", one(row(weight=60, score=60), row(weight=50, score=50))),
    ("SCR-03", "fail", one(row(score=None), total_score=104)),
    ("SCR-03", "not_checkable", one(row(score=None))),
    ("SCR-04", "pass", one(row(**UNMET, score=9))),
    ("SCR-04", "fail", one(row(**UNMET, score=7))),
    ("SCR-04", "fail", one(row(score=9))),
    ("SCR-04", "pass_rounding", one(row(target="100人", actual="94人", weight=20, score=19))),
    ("SCR-04", "not_checkable", one(row(score=None))),
    ("SCR-04", "not_applicable", one(row(target="健全", actual="健全"))),
    ("SCR-05", "pass", one(row(target="显著", actual="显著", score=8))),
    ("SCR-05", "fail", one(row(target="完成", actual="部分完成", score=9))),
    ("SCR-05", "fail", one(row(target="完成", actual="未完成", score=8))),
    ("SCR-05", "not_checkable", one(row(target="显著", actual="显著", score=None))),
    ("SCR-05", "not_applicable", one(row())),
    ("SCR-06", "pass", context(evaluations=[full(grade="优")])),
    ("SCR-06", "pass", context(self_assessment={"score": 80, "grade": "良好"})),
    ("SCR-06", "fail", context(evaluations=[full(total_score=89.5, grade="优秀")])),
    ("SCR-06", "not_checkable", context(evaluations=[full()])),
    ("SCR-06", "not_checkable", context(self_assessment={"grade": "优"})),
    ("SCR-06", "not_checkable", context(evaluations=[full(grade="三星")])),
    ("SCR-07", "pass", prose("经自评，自评得分为98.5分，等级为优。")),
    ("SCR-07", "fail", prose("经自评，自评得分为96分，等级为优。")),
    ("SCR-07", "not_checkable", prose("整体支出绩效良好。")),
    ("SCR-07", "not_checkable", context(outline=[section("绩效", "自评得分98分。")])),
    ("SCR-08", "pass", context(evaluations=[full()])),
    ("SCR-08", "fail", context(evaluations=[full(total_score=None)])),
    ("SCR-08", "not_checkable", one(row(score=None))),
    ("SCR-09", "fail", context(problems=PROBLEMS, evaluations=[full()])),
    ("SCR-09", "fail", context(evaluations=[full(problems="部分课程安排不够合理")])),
    ("SCR-09", "pass", context(problems=[], evaluations=[full()])),
    ("SCR-09", "pass", context(problems=PROBLEMS, evaluations=[form([row(score=9)])])),
    ("SCR-09", "not_checkable", context(evaluations=[full()])),
    ("SCR-09", "not_checkable", one(row(weight=None))),
    ("SCR-10", "pass", one(row(**UNMET, score=9))),
    ("SCR-10", "fail", one(row(**UNMET, score=10))),
    ("SCR-10", "fail", one(row(target="完成", actual="部分完成"))),
    ("SCR-10", "not_checkable", one(row(actual=None))),
    ("SCR-11", "pass", one(row(score=9.25))),
    ("SCR-11", "fail", one(row(score=9.333))),
    ("SCR-11", "fail", one(row(), total_score=98.123)),
    ("SCR-11", "not_checkable", one(row(score=None))),
    ("SCR-12", "pass", one(row())),
    ("SCR-12", "fail", one(row(), row(score=None))),
    ("SCR-12", "not_checkable", one(row(weight=None))),
]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "expected", "record"), TABLE, ids=[f"{id} {expected} {n}" for n, (id, expected, _) in enumerate(TABLE)]
)
def test_outcome(id: str, expected: str, record: CheckContext) -> None:
    assert outcome(id, record) == expected


def test_huanggang_met_target_scored_by_its_percentage() -> None:
    rows = [row(score=10), row("合格率", "100%", "100%"), row("完好率", "≥98%", "98%", 20, 19.6)]
    rows += [row("惠及人数", "50人", "50人", 20, 20, "效益指标"), row("满意度", "≥95%", "96%", 20, 20, "效益指标")]
    record = context(evaluations=[form(rows, [money(weight=20, score=20)], total_score=99.6)])
    assert outcome("SCR-02", record) == "pass"
    (finding,) = run("SCR-04", record)
    assert (finding.outcome, finding.recomputed, finding.profile) == ("fail", 20, "hubei_20")
    assert round(float(finding.difference or 0), 2) == -0.4
    assert "/evaluations/0/indicators/2/score" in finding.fields


def test_putuo_total_with_a_proportional_execution_score() -> None:
    rows = [row(weight=w, score=w) for w in (10, 20, 20, 30, 10)]
    assert outcome("SCR-02", context(evaluations=[form(rows, [money(score=8.62)], total_score=98.62)])) == "pass"


def test_lijiang_met_rows_with_lost_points() -> None:
    rows = [row(weight=w, score=s) for w, s in ((10, 9), (20, 19), (30, 27))]
    assert [f.outcome for f in run("SCR-04", one(*rows))] == ["fail"] * 3


def test_qingshen_form_without_scores_is_one_finding() -> None:
    rows = [row(actual=None, weight=60, score=None), row(actual=None, weight=30, score=None)]
    assert [f.outcome for f in run("SCR-12", one(*rows))] == ["fail"]


@pytest.mark.parametrize(
    ("target", "actual", "weight", "score", "name"),
    [
        ("≤20天", "24天", 20, 16.67, "处理时间"),  # target / actual
        ("≤20天", "24天", 20, 16, "处理时间"),  # less the overrun
        ("100人", "80人", 10, 5, "培训人数"),  # with a floor of 60%
        ("≥95%", "85%", 10, 8, "学员满意度"),  # bands of satisfaction
        ("0起", "1起", 10, 5, "安全事故"),  # nothing to divide by
        ("10人", "15人", 10, 9, "培训人数"),  # far over target: a deduction is allowed
        ("2022年9月底前", "2022年11月8日", 10, 7, "完工时间"),  # how much a late day costs is not told
        ("30分钟内", "25分钟", 10, 10, "响应时间"),
        ("10个", "12人", 10, 3, "某项工作"),  # different units
        ("100人", "100人", 10, 95, "培训人数"),  # SCR-01 reports it
    ],
)
def test_scores_that_rules_explain(target: str, actual: str, weight: float, score: float, name: str) -> None:
    record = context(year=2022, evaluations=[form([row(name, target, actual, weight, score)])])
    assert outcome("SCR-04", record) in ("pass", "pass_rounding", "not_applicable")


def test_a_note_on_a_low_target_explains_lost_points() -> None:
    rows = (row(target="120场", actual="151场", weight=4, score=3.8, note="年初目标定得偏低"),)
    assert outcome("SCR-04", one(*rows)) == "pass"


def test_a_standard_of_its_own_is_not_recomputed() -> None:
    record = context(["评分标准：每低1个百分点扣0.5分"], evaluations=[form([row(**UNMET, score=4)])])
    assert outcome("SCR-04", record) == "not_checkable"


def test_execution_points_outside_the_table() -> None:
    record = one(row(weight=90, score=89.5), total_score=99.27)
    assert outcome("SCR-02", record) == "not_checkable"
    assert outcome("SCR-02", one(row(weight=90, score=89.5), total_score=88)) == "fail"


def test_a_merged_score_counts_once() -> None:
    place = {"block": 3, "row": 4, "column": 7}
    evidence = {f"/evaluations/0/indicators/{n}/score": {"quote": "20", "place": place} for n in (0, 1)}
    record = context(
        source={"name": "small.docx", "format": "docx"},
        evaluations=[form([row(weight=20, score=20), row(weight=20, score=20)], total_score=20)],
        evidence=evidence,
    )
    assert outcome("SCR-02", record) == "pass"


def test_bands_that_the_document_prints() -> None:
    rows = [row(target="完成", actual="部分完成", weight=10, score=5)]
    whole = form([*rows, row(weight=35, score=35), row(weight=45, score=45, level1="效益指标")])
    assert outcome("SCR-05", context(evaluations=[whole])) == "pass"  # no known profile: the older cut
    assert outcome("SCR-05", context(["80%（含）-50%"], evaluations=[form(rows)])) == "pass"
    assert outcome("SCR-05", one(row(target="完成", actual="基本完成", score=7))) == "pass"


@pytest.mark.parametrize("actual", ["效果不明显", "有待提升", "已建立，管护经费尚未落实", "较明显", "良"])
def test_hedged_words_are_in_no_band(actual: str) -> None:
    assert outcome("SCR-05", one(row(target="明显", actual=actual, score=7))) == "not_applicable"


@pytest.mark.parametrize(("score", "grade", "expected"), [(90, "优", "pass"), (89.5, "良", "pass"), (60, "中", "pass"), (59.99, "中", "fail"), (100, "A级", "pass"), (95, "合格", "not_checkable"), (70, "合格", "pass")])  # fmt: skip
def test_cuts_of_grades(score: float, grade: str, expected: str) -> None:
    assert outcome("SCR-06", context(self_assessment={"score": score, "grade": grade})) == expected


def test_another_scale_of_grades() -> None:
    assert outcome("SCR-06", context(["85分以上为优"], self_assessment={"score": 86, "grade": "优"})) == "not_checkable"
    assert (
        outcome("SCR-06", context(["平均得分83.28分"], self_assessment={"score": 83.28, "grade": "优"}))
        == "not_checkable"
    )


@pytest.mark.parametrize(
    "text",
    [
        "自评得分90分以上为优。",
        "上年自评得分95分。",
        "2021年度自评得分92分。",
        "产出指标自评得分50分。",
        "预算执行率自评得分9.5分。",
        "培训项目自评得分95分。",
        "自评满分为100分。",
    ],
)
def test_other_scores_in_the_text_are_not_the_total(text: str) -> None:
    assert outcome("SCR-07", prose(text)) == "not_checkable"


def test_a_project_form_in_a_department_report() -> None:
    record = prose("部门整体支出绩效自评得分94.5分。", kind="project")
    assert outcome("SCR-07", record) == "not_checkable"
    assert outcome("SCR-07", prose("自评得分98.53分。")) == "pass_rounding"


def test_score_read_from_the_form_is_no_second_place() -> None:
    assert (
        outcome("SCR-07", context(self_assessment={"score": 98.5}, evaluations=[full(total_score=98.5)]))
        == "not_checkable"
    )


def test_no_problem_is_no_admission() -> None:
    for text in ("无", "未发现明显问题", "暂无"):
        assert outcome("SCR-09", context(evaluations=[full(problems=text)])) == "pass"


def test_rounding_may_fill_a_score() -> None:
    assert outcome("SCR-10", one(row(target="100%", actual="99.99%", weight=10, score=10))) == "pass_rounding"
    assert outcome("SCR-10", one(row(target="100%", actual="99%", weight=10, score=10))) == "fail"


def test_cells_that_were_not_read_leave_a_missing_figure_open() -> None:
    """half_read: a bare figure that no rule read may be the total."""
    notes = [{"code": "row_not_understood", "message": "No rule read this cell: 95.59"}]
    record = context(notes=notes, evaluations=[full(total_score=None)])
    assert outcome("SCR-08", record) == "not_checkable"
    assert outcome("SCR-02", context(notes=notes, evaluations=[full(total_score=90)])) == "not_checkable"
    other = [{"code": "row_not_understood", "message": "No rule read this cell: 政策类型"}]
    assert outcome("SCR-08", context(evaluations=[full(total_score=None)], notes=other)) == "fail"


def test_a_total_line_that_was_read_as_a_row() -> None:
    rows = [row(), row("合", "计", "100", 96.21, None)]
    assert outcome("SCR-08", one(*rows)) == "not_checkable"
    assert outcome("SCR-12", one(*rows)) == "pass"
