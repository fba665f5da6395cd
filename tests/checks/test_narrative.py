"""NAR: for each check a record that passes, one that fails and one that cannot be checked."""

from __future__ import annotations

import time
from typing import Any

import pytest
from small_records import context, form, money, outcome, row, run, section

from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.rules.problem_measure_pairs import answers_to, measures, problems


def problem(text: str, cause: str | None = None) -> dict[str, Any]:
    return {"text": text, "cause": cause, "category": "other"}


def prose(problems: list[Any] | None, measures: list[str] | None, **more: Any) -> CheckContext:
    """A record with these problems and measures."""
    return context(
        problems=problems and [p if isinstance(p, dict) else problem(p) for p in problems] if problems else problems,
        measures=[{"text": m, "category": "other"} for m in measures] if measures is not None else None,
        **more,
    )


MISSED = [form([row("培训人数", "100人", "80人", score=8)], [money()])]
SLOW = "培训场地不足，学员人数没有达到计划"
ASSIGNED = "市下达我区集体土地征拆项目18个、面积3006亩。截至12月31日，共完成集体项目10个、面积911.17亩。"

TABLE: list[tuple[str, str, CheckContext]] = [
    ("NAR-01", "pass", prose([SLOW], None, evaluations=MISSED)),
    ("NAR-01", "pass", prose([], None, evaluations=[form([row()], [money()])])),
    ("NAR-01", "fail", prose([], None, evaluations=MISSED)),
    ("NAR-01", "fail", prose([], None, self_assessment={"score": 98})),
    ("NAR-01", "fail", prose([], None, budget={"execution_rate": 71.5})),
    ("NAR-01", "fail", prose([], None, outline=[section("绩效情况", "道路工程未按期完成。", "performance")])),
    ("NAR-01", "not_checkable", prose(None, None, evaluations=MISSED)),
    ("NAR-02", "pass", prose([SLOW], ["增加培训场地"])),
    ("NAR-02", "pass", prose(["资金到位晚，下一步将提前申报"], None)),
    ("NAR-02", "fail", prose([SLOW], None)),
    ("NAR-02", "fail", prose([SLOW], [])),
    ("NAR-02", "not_checkable", prose(None, ["增加培训场地"])),
    ("NAR-02", "not_applicable", prose([], None)),
    ("NAR-03", "pass", prose([SLOW, "资产账实不符"], ["增加培训场地", "清查资产", "按月公示"])),
    ("NAR-03", "fail", prose([SLOW, "资产账实不符"], ["增加培训场地"])),
    ("NAR-03", "not_checkable", prose([SLOW], None)),
    ("NAR-03", "not_checkable", prose(None, ["增加培训场地"])),
    ("NAR-04", "pass", prose([problem(SLOW, "场地装修")], None)),
    ("NAR-04", "fail", prose([problem(SLOW, "场地装修"), "资产账实不符"], None)),
    ("NAR-04", "not_checkable", prose(None, None)),
    ("NAR-05", "pass", prose([SLOW], ["增加培训场地"])),
    ("NAR-05", "fail", prose([SLOW], ["增加培训场地", "加强预决算执行管理"])),
    ("NAR-05", "not_checkable", prose([SLOW], None)),
    ("NAR-06", "pass", prose(None, ["加强培训", "2023年6月底前完成清查"])),
    ("NAR-06", "pass", prose(None, ["由财务科牵头核对资产"])),
    ("NAR-06", "fail", prose(None, ["进一步规范我办资金管理，加强预算绩效日常监控"])),
    ("NAR-06", "not_checkable", prose([SLOW], None)),
    ("NAR-07", "pass", prose([SLOW], None, evaluations=MISSED)),
    ("NAR-07", "pass", prose(["资产账实不符"], None, evaluations=[form([row()], [money()])])),
    ("NAR-07", "fail", prose(["资产账实不符"], None, evaluations=MISSED)),
    ("NAR-07", "fail", prose(["绩效监控滞后"], None, outline=[section("年度目标", ASSIGNED, "goals")])),
    (
        "NAR-07",
        "fail",
        prose(["绩效监控滞后"], None, outline=[section("绩效", "年计划的桥梁工程未启动。", "performance")]),
    ),
    ("NAR-07", "not_checkable", prose(None, None, evaluations=MISSED)),
    ("NAR-07", "not_checkable", context()),
    ("NAR-08", "pass", context(outline=[section("存在的问题", "学员不足。", "problems")])),
    (
        "NAR-08",
        "fail",
        context(outline=[section("存在的问题", "（对照绩效目标，分析存在的主要问题及原因）", "problems")]),
    ),
    (
        "NAR-08",
        "fail",
        context(evaluations=[form([row()], goal={"actual": "对照年初目标逐项说明完成情况（200字以内）"})]),
    ),
    ("NAR-08", "fail", context(evaluations=[form([row(actual="……")])])),
    ("NAR-08", "fail", context(outline=[section("支出情况", "××年总支出××万元。", "funds")])),
    ("NAR-08", "fail", context(evaluations=[form([row()], goal={"expected": "请填写年初批复的绩效目标"})])),
    ("NAR-08", "fail", context(evaluations=[form([row(actual="（请填写实际完成值）")])])),
    ("NAR-08", "not_checkable", context()),
    ("NAR-09", "pass", prose(["2个村的桥梁尚未验收"], None)),
    ("NAR-09", "fail", prose(["绩效评价工作机制有待进一步完善"], None)),
    ("NAR-09", "not_checkable", prose(None, None)),
]


@pytest.mark.parametrize(
    ("id", "expected", "record"), TABLE, ids=[f"{id} {expected} {n}" for n, (id, expected, _) in enumerate(TABLE)]
)
def test_outcome(id: str, expected: str, record: CheckContext) -> None:
    assert outcome(id, record) == expected


def performance(text: str) -> CheckContext:
    """A report that says this of its results, and a problem that has nothing to do with it."""
    return prose(["资产账实不符"], None, outline=[section("绩效情况", text, "performance")])


INNOCENT: list[tuple[str, CheckContext]] = [
    ("NAR-01", prose([], None, outline=[section("绩效情况", "没有未完成的绩效目标。", "performance")])),
    ("NAR-03", prose([SLOW, "资产账实不符"], ["增加教室", "逐件登记"])),
    ("NAR-03", prose([SLOW, "资产账实不符"], ["针对上述问题，由办公室逐项整改"])),
    ("NAR-03", prose([problem("队员流动性大", "补助标准多年未调"), SLOW], ["调整补助标准", "增加场地", "按月公示"])),
    ("NAR-04", prose([problem("由于场地装修，学员不足", "场地装修")], None)),
    ("NAR-05", prose([SLOW], ["增加培训场地", "延长周末开放时间"])),
    ("NAR-07", performance("下达培训任务500人，共完成培训一期200人、二期培训300人。")),
    ("NAR-07", performance("计划建设泵站5座，全年完成泵站5座，超额完成投资任务。")),
    ("NAR-07", performance("对照13项指标，11项达到目标，2项未达到。")),
    ("NAR-07", prose(["部分指标未达到预期"], None, evaluations=MISSED)),
    (
        "NAR-07",
        prose(["资产账实不符"], None, evaluations=[form([row(target="100人", actual="80人", note="疫情影响")])]),
    ),
    ("NAR-08", context(["注：本表由单位填写。", "填报说明：请如实填写"], evaluations=[form([row()])])),
    ("NAR-08", context(["年度绩效目标（200字以内）"], evaluations=[form([row()], goal={"expected": "培训100人"})])),
    ("NAR-08", context(["填表人：×××"], evaluations=[form([row()])])),
    (
        "NAR-08",
        context(outline=[section("自评情况", "对照年初批复的目标，我局逐项核实并填写了自评表。", "conclusion")]),
    ),
    ("NAR-08", context(outline=[section("自评情况", "对照评分标准逐项打分，自评得分96分。", "conclusion")])),
    ("NAR-08", context(outline=[section("项目", "项目代码2020-430000-83-01-0×××××，合同由张××签订。", "funds")])),
    (
        "NAR-08",
        context(outline=[section("存在的问题", "（简要说明存在的问题，不超过200字）\n县区拨付偏慢。", "problems")]),
    ),
    *(
        ("NAR-08", context(evaluations=[form([row(name, target)])]))
        for name, target in [
            ("结合业务开展数据分析", "3次"),
            ("填报绩效系统数据", "12期"),
            ("调研报告（3000字以内）", "2篇"),
            ("信息稿件字数", "不少于500字"),
            ("请专家分析论证", "≥2次"),
            ("（含线上）培训", "（根据实际）"),
        ]
    ),
    ("NAR-08", prose([SLOW], ["逐项分析未完成原因", "对照目标逐条说明原因"], evaluations=[form([row()])])),
    ("NAR-08", context(outline=[section("改进措施", "对照绩效目标逐项说明原因。", "measures")])),
    ("NAR-09", prose(["支出进度有待加快，3个项目结转"], None)),
    ("NAR-09", prose(["预算编制有待细化，业务科室参与不多"], None)),
]


@pytest.mark.parametrize(("id", "record"), INNOCENT, ids=[f"{id} {n}" for n, (id, _) in enumerate(INNOCENT)])
def test_no_false_alarm(id: str, record: CheckContext) -> None:
    assert outcome(id, record) in ("pass", "not_applicable")


def test_an_unnumbered_paragraph_is_told_apart() -> None:
    record = prose(
        [problem("评价机制有待进一步完善，平时未加强对监控的重视，导致监控滞后", "平时未加强对监控的重视")],
        ["加强预决算执行管理，进一步规范资金管理，按照“谁支出、谁负责”的原则，加强日常监控，及时掌握进度"],
    )
    assert [(p.text, p.caused) for p in problems(record)] == [
        ("评价机制有待进一步完善", False),
        ("平时未加强对监控的重视,导致监控滞后", True),
    ]
    assert [m.text[:5] for m in measures(record)] == ["加强预决算", "进一步规范", '按照"谁支']


def test_numbered_measures_stay_whole() -> None:
    record = prose(None, ["建立台账，加强调度", "完善制度"])
    assert len(measures(record)) == 2


@pytest.mark.parametrize(
    ("measure", "problem", "expected"),
    [
        ("及时掌握资金支出进度", "资金使用进度有待进一步加强", True),
        ("进一步规范资金及预决算管理", "资金使用进度有待进一步加强", False),
        ("加强预算绩效日常监控", "绩效评价工作机制有待进一步完善", False),
        ("加强业务轮训", "新进人员业务不熟悉", True),
        ("完善采购合同审查", "设备招标流标", True),
    ],
)
def test_what_a_measure_answers(measure: str, problem: str, expected: bool) -> None:
    assert answers_to(measure, problem) is expected


def test_figures_of_a_shortfall_are_shown() -> None:
    record = prose(["绩效监控滞后"], None, outline=[section("年度目标", ASSIGNED, "goals")])
    (finding,) = run("NAR-07", record)
    assert "10/18个" in finding.message and "911.17/3006亩" in finding.message
    assert finding.fields == ["/outline/0/text", "/problems/0/text"]


def test_hostile_texts_are_searched_in_linear_time() -> None:
    texts = [
        "未完成" * 60_000,
        "完成1个" * 40_000,
        "（请" * 60_000,
        "下达18个，共完成10个、" * 15_000,
        "×" * 200_000,
        "有待," * 60_000,
    ]
    record = prose(texts, texts, outline=[section("绩效", t, "performance") for t in texts], disclosure=texts[0])
    start = time.perf_counter()
    for number in range(1, 10):
        run(f"NAR-0{number}", record)
    assert time.perf_counter() - start < 30
