"""PUB: for each check a record that passes, one that fails and one that cannot be checked."""

from __future__ import annotations

import time
from typing import Any

import pytest
from small_records import context, form, outcome, row, run, section

from selfeval_extract.checks.context import CheckContext

TEN = [
    section("基本情况", "", "basic_information", number="一"),
    section("一般公共预算支出情况", "", "general_public_budget", number="二"),
    section("政府性基金预算支出情况", "无", "government_funds", number="三"),
    section("国有资本经营预算支出情况", "无", "state_capital", number="四"),
    section("社会保险基金预算支出情况", "无", "social_insurance", number="五"),
    section("部门整体支出绩效情况", "", "performance", number="六"),
    section("存在的问题及原因分析", "", "problems", number="七"),
    section("下一步改进措施", "", "measures", number="八"),
    section(
        "自评结果拟应用和公开情况", "自评结果在区政府官网公开，作为编制下年预算的依据。", "result_use", number="九"
    ),
    section("其他需要说明的情况", "无", "other_matters", number="十"),
]
FIVE = [
    section("基本情况", "", "basic_information", number="一"),
    section("资金使用情况", "支出100万元。", "funds", number="二"),
    section("绩效情况", "", "performance", number="三"),
    section("存在的问题", "", "problems", number="四"),
    section("改进措施", "", "measures", number="五"),
]
STAFFED = {"staff": {"active": 28}}
PROJECTS = {"project": 30, "projects": [{"name": "培训", "amount": 20}, {"name": "巡查", "amount": 10}]}


def report(outline: list[dict[str, Any]] = TEN, lines: tuple[str, ...] = (), **more: Any) -> CheckContext:
    """A department's report."""
    return context(lines, **{"kind": "department", "outline": outline, **more})


def cells(*texts: str) -> CheckContext:
    """A form with these cells."""
    record = context(texts, kind="project", evaluations=[form([row()])])
    return CheckContext(record.report, [line._replace(in_table=True) for line in record.lines])


def headings(*numbers: str, levels: str = "") -> CheckContext:
    """A report whose headings have these numbers, all printed."""
    outline = [
        section("情况", number=n, level=int(levels[i]) if levels else 1) for i, n in enumerate(numbers)
    ]  # fmt: skip
    place = {"block": 1}
    evidence = {f"/outline/{i}/number": {"quote": n, "place": place} for i, n in enumerate(numbers)}
    return context([f"{n}、情况" for n in numbers], kind="department", outline=outline, evidence=evidence)


TABLE: list[tuple[str, str, CheckContext]] = [
    ("PUB-01", "pass", report()),
    ("PUB-01", "fail", report(TEN[:2] + TEN[5:8], unit="株洲市某中心")),
    ("PUB-01", "pass", report(FIVE)),
    (
        "PUB-01",
        "fail",
        report([*FIVE[:2], section("职责", "", "goals", number="三"), section("问题", "", "problems", number="四")]),
    ),
    ("PUB-01", "not_checkable", report(FIVE[2:])),
    ("PUB-01", "not_checkable", context(evaluations=[form([row()])])),
    ("PUB-02", "pass", report(evaluations=[form([row()])], base_data={"authorised": 20})),
    ("PUB-02", "fail", report(evaluations=[form([row()])])),
    ("PUB-02", "fail", report(FIVE)),
    ("PUB-02", "not_checkable", context(evaluations=[form([row()])])),
    ("PUB-03", "pass", report()),
    ("PUB-03", "fail", report(FIVE)),
    ("PUB-03", "fail", report([*FIVE, section("公开情况", "按规定公开。", "result_use")], disclosure="按规定公开。")),
    ("PUB-03", "not_checkable", context(evaluations=[form([row()])])),
    ("PUB-04", "pass", report()),
    ("PUB-04", "fail", report([*FIVE, section("应用和公开", "自评结果在官网公示公开，接受社会监督。", "result_use")])),
    ("PUB-04", "not_checkable", context(evaluations=[form([row()])])),
    ("PUB-05", "pass", report(spending=PROJECTS, evaluations=[form([row()], kind="project")] * 2)),
    ("PUB-05", "fail", report(spending=PROJECTS, evaluations=[form([row()], kind="project")])),
    ("PUB-05", "not_checkable", report(spending={"project": 30})),
    ("PUB-05", "not_applicable", report()),
    ("PUB-06", "pass", cells("填报人", "周×", "填报日期", "")),
    ("PUB-06", "pass", report(lines=("填报单位：某局　填报日期：2024年3月20日",))),
    ("PUB-06", "pass", report(lines=("（联系人：财务室　电话：0000-6622000）",))),
    ("PUB-06", "fail", cells("填报人", "填报日期", "年  月  日")),
    ("PUB-06", "fail", report(lines=("单位负责人：　财务负责人：　经办人：　联系电话：",))),
    ("PUB-06", "not_checkable", context(["填报人：周×"])),
    ("PUB-07", "pass", headings("一", "（一）", "（二）", "二", "三", levels="12211")),
    ("PUB-07", "fail", headings("一", "（一）", "（2）", "二", "三", levels="12211")),
    ("PUB-07", "fail", headings("一", "二", "三", "5", "六")),
    ("PUB-07", "fail", headings("一", "三", "四")),
    ("PUB-07", "not_checkable", context(evaluations=[form([row()])])),
    ("PUB-08", "pass", report(spending={"basic": 100, "personnel": 80, "operating": 20})),
    ("PUB-08", "fail", report(spending={"basic": 100})),
    ("PUB-08", "not_checkable", report()),
    ("PUB-09", "pass", report(lines=("“三公”经费支出0万元",))),
    ("PUB-09", "fail", report(lines=("支出100万元",))),
    ("PUB-09", "not_checkable", context(kind="department", evaluations=[form([row()])])),
    ("PUB-10", "pass", context(["联系电话：0731-28612345"])),
    ("PUB-10", "fail", context(["联系电话：138 1234 5678"])),
    ("PUB-10", "fail", context(["身份证号：430203198501011234"])),
    ("PUB-10", "fail", context(["开户行账号：6222021901011234567"])),
    ("PUB-10", "not_checkable", context()),
]


@pytest.mark.parametrize(
    ("id", "expected", "record"), TABLE, ids=[f"{id} {expected} {n}" for n, (id, expected, _) in enumerate(TABLE)]
)
def test_outcome(id: str, expected: str, record: CheckContext) -> None:
    assert outcome(id, record) == expected


INNOCENT: list[tuple[str, CheckContext]] = [
    (
        "PUB-01",
        report(
            [s for s in TEN if s["topic"] != "state_capital"][:4]
            + TEN[5:]
            + [section("三本预算", "国有资本经营预算没有支出。")]
        ),
    ),
    ("PUB-01", report(FIVE[1:], organisation=STAFFED)),
    ("PUB-03", report([*FIVE, section("其他", "本报告随2022年度部门决算一并公开。")])),
    ("PUB-03", report([*FIVE, section("其他", "项目涉密不予公开。")])),
    ("PUB-04", report([*FIVE, section("其他", "自评结果与下年度资金安排挂钩。")])),
    ("PUB-05", context(kind="project", spending=PROJECTS)),
    ("PUB-07", headings("1", "2", "3", "一", "二")),
    ("PUB-07", headings("一", "二", "三", "一", "二", "三")),
    ("PUB-07", headings("第一部分", "一", "二", "第二部分", "一", "二")),
    ("PUB-07", headings("1", "（1）", "（2）", "（3）", "2", levels="11121")),
    ("PUB-07", context([], kind="department", outline=[section("甲", number="一"), section("乙", number="三")])),
    ("PUB-10", context(["执行数13812345678元", "项目编码：430203198501011234", "统一社会信用代码91430200MA4L1XY12B"])),
]


@pytest.mark.parametrize(("id", "record"), INNOCENT, ids=[f"{id} {n}" for n, (id, _) in enumerate(INNOCENT)])
def test_no_false_alarm(id: str, record: CheckContext) -> None:
    assert outcome(id, record) in ("pass", "not_applicable", "not_checkable")


def test_prose_on_someone_in_charge_is_no_preparer() -> None:
    assert outcome("PUB-06", report(lines=("区政府主要负责人和相关领导多次会商研究",))) == "fail"


def test_what_is_absent_is_absent_from_this_document() -> None:
    for id, record in (("PUB-02", report(FIVE)), ("PUB-05", report(spending=PROJECTS)), ("PUB-09", report())):
        (finding,) = run(id, record)
        assert "本文件" in finding.message


def test_annexes_are_a_warning_only_where_the_outline_asks_for_them() -> None:
    assert run("PUB-02", report())[0].severity == "warning"
    assert run("PUB-02", report(FIVE))[0].severity == "info"


def test_the_headings_out_of_style_are_named() -> None:
    (finding,) = run("PUB-07", headings("一", "二", "三", "四", "5", "六"))
    assert finding.fields == ["/outline/4/number"]


def test_hostile_lines_are_searched_in_linear_time() -> None:
    lines = (
        "联系人" * 60_000,
        "填报人：" * 50_000,
        "账号" * 100_000,
        "1" * 200_000,
        "公开" * 100_000,
        "自评结果" * 50_000,
    )
    record = report([section("情况", "\n".join(lines), "result_use", number="一")], lines, disclosure=lines[4])
    start = time.perf_counter()
    for number in range(1, 11):
        run(f"PUB-{number:02}", record)
    assert time.perf_counter() - start < 20
