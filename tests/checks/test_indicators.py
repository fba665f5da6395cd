"""IND: for each check a record that passes, one that fails and one that cannot be checked; then what must not alarm."""

from __future__ import annotations

from typing import Any

import pytest
from small_records import context, form, money, outcome, row, run

from selfeval_extract.checks.context import CheckContext


def one(*rows: dict[str, Any], **more: Any) -> CheckContext:
    """A case of one form with these rows."""
    return context(year=2022, evaluations=[form(list(rows), **more)])


def benefit(**more: Any) -> dict[str, Any]:
    """A benefit row."""
    return row("带动就业人数", "50人", "50人", **{"level1": "效益指标", "level2": "社会效益指标", **more})


def satisfaction(**more: Any) -> dict[str, Any]:
    """A satisfaction row."""
    return row("学员满意度", "≥90%", "96%", **{"level1": "满意度指标", "level2": "服务对象满意度", **more})


UNMET = {"target": "100人", "actual": "90人"}
OVER = {"target": "100人", "actual": "140人"}
SLOGAN = "充分发挥协调各方职能和作用，以顺畅的工作机制提升协调水平、提升服务质量和经济效益"
CLONES = [row(n, "≥98%", "98%", level1="效益指标", level2="社会效益指标") for n in ("入学率", "巩固率", "普及率")]

TABLE: list[tuple[str, str, CheckContext]] = [
    ("IND-01", "pass", one(row())),
    ("IND-01", "pass", one(row(**UNMET, note="生源减少"))),
    ("IND-01", "fail", one(row(**UNMET))),
    ("IND-01", "fail", one(row(**UNMET, note="无"))),
    ("IND-01", "not_checkable", one(row(actual=None))),
    ("IND-02", "pass", one(row(target="100人", actual="130人"))),
    ("IND-02", "pass", one(row(**OVER, note="新增一期培训"))),
    ("IND-02", "fail", one(row(**OVER))),
    ("IND-02", "fail", one(row("单位成本", "≤130元", "90元"))),
    ("IND-02", "not_checkable", one(row(actual=None))),
    ("IND-03", "pass", one(row())),
    ("IND-03", "fail", one(row(note="受疫情影响未完成"))),
    ("IND-03", "not_checkable", context()),
    ("IND-03", "not_applicable", one(row(**UNMET, note="未完成"))),
    ("IND-04", "pass", one(row(), row(target="2022年6月底前"), row(target="验收合格"))),
    ("IND-04", "fail", one(row(), row(target="明显提高"))),
    ("IND-04", "fail", one(row(), row(target=None))),
    ("IND-04", "not_checkable", one(row(target=None))),
    ("IND-05", "pass", one(row())),
    ("IND-05", "fail", one(row(), row(actual=None))),
    ("IND-05", "fail", one(row(), row(actual="……"))),
    ("IND-05", "fail", one(row(), row(actual="请填写实际完成情况"))),
    ("IND-05", "fail", one(row(), row(actual="完成"))),
    ("IND-05", "not_checkable", context(["评价标准"], evaluations=[form([row(actual=None)])])),
    ("IND-06", "pass", one(row())),
    ("IND-06", "fail", one(row("重要文稿撰写", "15", "25"))),
    ("IND-06", "not_applicable", one(row(target="健全", actual="健全"))),
    ("IND-06", "not_checkable", context()),
    ("IND-07", "pass", one(row(target="100人", actual="98名"))),
    ("IND-07", "fail", one(row(target="100%", actual="30个"))),
    ("IND-07", "fail", one(row(target="7万元", actual="70000元"))),
    ("IND-07", "not_checkable", context()),
    ("IND-08", "pass", one(row("学员满意度", "≥90%", "95%"))),
    ("IND-08", "pass", one(row("单位成本", "≤100元", "95元"))),
    ("IND-08", "fail", one(row("学员满意度", "≤90%", "95%"))),
    ("IND-08", "fail", one(row("投诉件数", "≥3件", "2件"))),
    ("IND-08", "fail", one(row("项目投入资金", "≥30万元", "28万元", level2="成本指标"))),
    ("IND-08", "not_applicable", one(row())),
    ("IND-08", "not_checkable", context()),
    ("IND-09", "pass", one(row("验收合格率", "100%", "100%"))),
    ("IND-09", "fail", one(row("学员满意度", "≥90%", "105%"))),
    ("IND-09", "not_applicable", one(row("业务增长率", "≥20%", "130%"))),
    ("IND-09", "not_checkable", context()),
    ("IND-10", "pass", one(row("验收合格率", "100%", "100%", level2="质量指标"))),
    ("IND-10", "fail", one(row("征拆项目任务", "30", "30", level2="质量指标"))),
    ("IND-10", "fail", one(row("拆除房屋", "372栋", "372栋", level2="时效指标"))),
    ("IND-10", "fail", one(row("项目总支出", "≤30万元", "完成", level2="经济成本指标"))),
    ("IND-10", "not_applicable", one(row())),
    ("IND-10", "not_checkable", context()),
    ("IND-11", "pass", one(row(), benefit())),
    ("IND-11", "fail", one(row(), row())),
    ("IND-11", "not_checkable", context()),
    ("IND-12", "pass", one(row(), benefit(), satisfaction())),
    ("IND-12", "fail", one(row(), satisfaction())),
    ("IND-12", "fail", one(row(), benefit())),
    ("IND-12", "not_checkable", one(row(level1="预算管理", level2="预算编制"))),
    ("IND-13", "pass", one(row())),
    ("IND-13", "fail", one(row("资金支付率", "100%", "100%", level2="时效指标"))),
    ("IND-13", "not_applicable", one(benefit())),
    ("IND-13", "not_checkable", context()),
    ("IND-14", "pass", one(*CLONES[:2])),
    ("IND-14", "fail", one(*CLONES)),
    ("IND-14", "not_checkable", one(row(actual=None))),
    ("IND-15", "pass", one(row())),
    ("IND-15", "fail", one(row(SLOGAN))),
    ("IND-15", "fail", one(row("坚决筑牢思想防线"))),
    ("IND-15", "not_applicable", one(row(None))),  # type: ignore[arg-type]
    ("IND-15", "not_checkable", context()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "expected", "record"), TABLE, ids=[f"{id} {expected} {n}" for n, (id, expected, _) in enumerate(TABLE)]
)
def test_outcome(id: str, expected: str, record: CheckContext) -> None:
    assert outcome(id, record) == expected


def test_over_achievement_shows_its_figures() -> None:
    (finding,) = run("IND-02", one(row("重要文稿撰写", "15篇", "25篇")))
    assert "166.67%" in finding.message and "166.67%" in finding.message_en
    assert (round(float(finding.recomputed or 0), 2), finding.tolerance) == (166.67, 30)
    assert "/evaluations/0/indicators/0/note" in finding.fields


def test_daying_worded_result_under_another_level() -> None:
    record = one(row("司法行政经费", "≤30万元", "完成", 90, 90, level2="经济成本指标"))
    assert outcome("IND-05", record) == "fail"
    assert outcome("IND-10", record) == "fail"


def test_qingshen_empty_results_are_one_finding() -> None:
    record = one(row(actual=None), row("合格率", "100%", None))
    assert [f.outcome for f in run("IND-05", record)] == ["fail"]


def test_reasons_below_the_table_or_no_column_of_them() -> None:
    unmet = [row(**UNMET)]
    assert outcome("IND-01", context(["指标名称"], evaluations=[form(unmet)])) == "not_checkable"
    assert outcome("IND-01", context(["偏差原因分析"], evaluations=[form(unmet)])) == "fail"
    below = form(unmet, problems="培训人数少于目标，原因是生源减少")
    assert outcome("IND-01", context(["偏差原因分析"], evaluations=[below])) == "pass"
    assert (
        outcome("IND-01", one(row(**UNMET), row(**UNMET, note="生源减少"), problems="培训人数少于目标，原因是生源减少"))
        == "fail"
    )


@pytest.mark.parametrize(
    "record",
    [
        row("编制周期", "30天", "25天"),  # more or less may be better
        row("培训补助金额", "10万元", "9万元"),
        row("发病率", "5%", "4%"),
        row("火灾事故", "0起", "未发生"),
        row("学员满意度", "≤90%", "95%"),  # the sign contradicts the name
        row("完工时间", "2022年12月底前", "2022年12月"),
        row("工期", "30-45天", "28天"),
        row("覆盖面", "100%", "全覆盖"),
        row("完工时间", "11月20日前", "11月"),
        row("机制建设", "健全", "基本健全"),
    ],
)
def test_no_shortfall_where_it_is_not_known(record: dict[str, Any]) -> None:
    assert outcome("IND-01", one(record)) in ("pass", "not_checkable")


@pytest.mark.parametrize("note", ["无", "按计划完成", "☑无偏差", "未完成原因：无偏差"])
def test_notes_without_a_shortfall(note: str) -> None:
    assert outcome("IND-03", one(row(note=note))) == "pass"


@pytest.mark.parametrize(
    "record",
    [
        row(actual=None, note="尚未到期"),
        row(target="0起", actual="无"),
        row(target="100%", actual="全部完成"),
        row(target="800张", actual="在建"),
        row(target="健全", actual="已建立"),
        row(target="100人", actual="一百人"),
    ],
)
def test_results_in_words_that_state_a_figure(record: dict[str, Any]) -> None:
    assert outcome("IND-05", one(row(), record)) == "pass"


@pytest.mark.parametrize(
    "name", ["培训人次", "验收合格率", "林分郁闭度", "发放金额（万元）", "受益户数", "空气质量指数"]
)
def test_units_in_names(name: str) -> None:
    assert outcome("IND-06", one(row(name, "15", "16"))) == "pass"


@pytest.mark.parametrize(
    ("target", "actual"),
    [("120人次", "125人"), ("3.5万平方米", "36000㎡"), ("5台（套）", "5台"), ("60个工作日", "55天"), ("10课时", "12学时"), ("98%", "99")],
)  # fmt: skip
def test_units_that_agree_or_are_not_known(target: str, actual: str) -> None:
    assert outcome("IND-07", one(row(target=target, actual=actual))) != "fail"


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("投诉办结率", "≥95%"),
        ("成本降低率", "≥5%"),
        ("事故应急演练次数", "≥2次"),
        ("预算调整率", "≤10%"),
        ("开放时间", "≥300天"),
        ("能耗下降", "≥3%"),
        ("违法建设拆除面积", "≥3万平方米"),
        ("安全事故", "≥0起"),
    ],
)
def test_signs_that_fit(name: str, target: str) -> None:
    assert outcome("IND-08", one(row(name, target, target))) != "fail"


@pytest.mark.parametrize("name", ["任务完成率", "毛入学率", "床位利用率", "满意度提升幅度", "资产负债率"])
def test_rates_that_may_pass_100(name: str) -> None:
    assert outcome("IND-09", one(row(name, "≥100%", "120%"))) == "not_applicable"


@pytest.mark.parametrize(
    ("name", "target", "level2"),
    [
        ("课程优良率", "90%", "质量指标"),
        ("安全事故", "0起", "质量指标"),
        ("完工时间", "12月", "时效指标"),
        ("月均巡查次数", "4次", "时效指标"),
        ("总成本", "30万元", "成本指标"),
        ("工程验收", "合格", "质量指标"),
    ],
)
def test_rows_that_suit_their_level(name: str, target: str, level2: str) -> None:
    assert outcome("IND-10", one(row(name, target, target, level2=level2))) != "fail"


def test_rows_that_are_not_duplicates() -> None:
    parts = one(row("补助标准", "500元"), row("补助标准", "300元"))
    goals = one(row(), benefit(), row(), benefit())
    assert outcome("IND-11", parts) == "pass"
    assert outcome("IND-11", goals) == "pass"
    long = "全县农村义务教育阶段学校校舍维修改造项目验收合格比例"
    assert outcome("IND-11", one(row(long), row(long + "。"))) == "fail"


def test_satisfaction_and_cost_where_they_apply() -> None:
    rows = [row("更换阀门"), row("管网寿命", level1="效益指标")]
    assert outcome("IND-12", one(*rows, kind="project", subject="泵站运行")) == "pass"
    assert outcome("IND-12", one(*rows, kind="project", subject="居民小区泵站运行")) == "fail"
    assert (
        outcome("IND-12", one(*rows, satisfaction(), kind="project", subject="排水管网改造工程", year=2022)) == "fail"
    )
    assert (
        outcome("IND-12", one(*rows, satisfaction(), kind="project", subject="排水管网改造工程", year=2020)) == "pass"
    )
    assert outcome("IND-12", one(*rows, satisfaction(), kind="project", subject="人才队伍建设")) == "pass"
    no_satisfaction = form([row(weight=50), benefit(weight=40)], [money()])
    assert outcome("IND-12", context(evaluations=[no_satisfaction])) == "pass"


def test_targets_that_are_hit_as_a_matter_of_course() -> None:
    for target in ("100%", "0起", "1项"):
        rows = [row(n, target, target, level1="效益指标") for n in ("甲类工作", "乙类工作", "丙类工作")]
        assert outcome("IND-14", one(*rows)) == "pass"


def test_long_names_of_countable_things() -> None:
    name = "全县农村义务教育阶段学校校舍维修改造项目一次性竣工验收合格率达标情况统计面积"
    assert outcome("IND-15", one(row(name))) == "pass"


def test_timely_payments_are_no_payment_rate() -> None:
    assert outcome("IND-13", one(row("补助资金发放及时率", "100%", "100%", level2="时效指标"))) == "pass"


def test_a_merged_note_may_be_for_the_rows_below() -> None:
    """may_share_a_note: a text has lost which rows a reason spans; a table has not."""
    rows = [row(**UNMET, note="设计变更"), row("完工率", "100%", "80%")]
    assert outcome("IND-01", one(*rows)) == "pass"
    assert outcome("IND-01", one(rows[0], row(), rows[1])) == "fail"
    table = context(source={"name": "small.docx", "format": "docx"}, evaluations=[form(rows)])
    assert outcome("IND-01", table) == "fail"
