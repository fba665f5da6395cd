"""XDC: for each check a record that passes, one that fails and one that cannot be checked; and what must not be a false alarm."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from small_records import context, form, money, outcome, row, run, section

from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.statements import statements
from selfeval_extract.checks.unit_names import Likeness, compared
from selfeval_extract.record.models import Source

UNIT = "甲市乙区水利服务中心"
DUTIES = ["负责全区小型水库和堤防的日常维护管理", "负责全区农村供水工程的建设和管理工作"]
TASK = "今年下达我区治理任务共20个项目，包含甲类项目18个、乙类项目2个。"
DONE = "全年完成甲类项目10个、乙类项目2个。未完成的8个甲类项目因资金未到位暂缓。"


def prose(text: str, topic: str = "performance", **more: Any) -> CheckContext:
    """A record with one section of prose."""
    return context(outline=[section("情况", text, topic)], year=2023, unit=UNIT, **more)


def goals(expected: str | None, actual: str | None, **more: Any) -> dict[str, Any]:
    """A department form with a goal."""
    return form(goal={"expected": expected, "actual": actual}, **more)


def again(field: str, value: float) -> list[dict[str, Any]]:
    return [{"field": field, "value": value}]


def project(name: str, executed: float = 30, **more: Any) -> dict[str, Any]:
    return form(funds=[money(executed=executed)], kind="project", subject=name, **more)


def listed(name: str = "河道清淤项目", amount: float = 30, purpose: str | None = None) -> dict[str, Any]:
    return {"projects": [{"name": name, "amount": amount, "purpose": purpose}]}


def spent(total: float, executed: float) -> CheckContext:
    """A report whose text states `total`, with a department form that has `executed`."""
    return prose("全年支出", spending={"total": total}, evaluations=[form(funds=[money(200, 150, executed)])])


def counted(text: str, unit: str = "座", actual: str = "12") -> CheckContext:
    rows = [row("新建消防水鹤数量", f"15{unit}", f"{actual}{unit}")]
    return context(evaluations=[form(rows, goal={"expected": "新建", "actual": text})])


SHORT = [row("培训人数", "100人", "80人", 10, 8)]

TABLE: list[tuple[str, str, CheckContext]] = [
    ("XDC-01", "pass", context(year=2023, title="2023年度自评报告", evaluations=[form(year=2023)])),
    ("XDC-01", "fail", context(year=2023, title="2023年度自评报告", evaluations=[form(year=2022)])),
    ("XDC-01", "fail", context(year=2023, evaluations=[goals("2022年，完成水库维修5座。", None)])),
    ("XDC-01", "fail", prose("2022年度支出总额为100万元，其中基本支出60万元。", "basic_spending")),
    ("XDC-01", "not_checkable", context()),
    ("XDC-02", "pass", context(unit=UNIT, evaluations=[form(unit="乙区水利服务中心（本级）")])),
    ("XDC-02", "fail", context(unit=UNIT, evaluations=[form(unit="甲市乙区水利协调服务中心")])),
    ("XDC-02", "not_checkable", context()),
    ("XDC-03", "pass", context(["单位：万元"], spending={"basic": 100.0}, restated=again("/spending/basic", 100))),
    ("XDC-03", "fail", context(["单位：万元"], spending={"basic": 100.0}, restated=again("/spending/basic", 1000000))),
    ("XDC-03", "fail", context(["万元"], evaluations=[form([row("项目总成本", "≤100元", "100元", level1="成本指标")], [money()])])),
    ("XDC-03", "not_checkable", context(["没有金额"])),
    ("XDC-04", "pass", spent(100, 100)),
    ("XDC-04", "fail", spent(100, 110)),
    ("XDC-04", "pass_rounding", spent(100.1, 100.12)),
    ("XDC-04", "fail", prose("", spending={"basic": 100.0}, restated=again("/spending/basic", 90))),
    ("XDC-04", "fail", prose("", spending=listed(), evaluations=[project("河道清淤", 35)])),
    ("XDC-04", "not_checkable", prose("全年支出", spending={"total": 100})),
    ("XDC-04", "not_checkable", context(evaluations=[form(funds=[money()])])),
    ("XDC-05", "pass", counted("全年新建消防水鹤12座。")),
    ("XDC-05", "fail", counted("全年新建消防水鹤11座。")),
    ("XDC-05", "not_checkable", prose("全年新建消防水鹤11座。")),
    ("XDC-06", "pass", context(evaluations=[goals("维修水库5座", "维修水库4座")])),
    ("XDC-06", "fail", context(evaluations=[goals("目标1：维修；目标2：培训；目标3：验收", "目标1：已完成；目标2：已完成")])),
    ("XDC-06", "pass", prose(TASK + DONE, "goals")),
    ("XDC-06", "not_checkable", context()),
    ("XDC-07", "pass", prose("全面完成各项目标任务。", evaluations=[form([row()])])),
    ("XDC-07", "fail", prose("全面完成各项目标任务。", evaluations=[form(SHORT)])),
    ("XDC-07", "fail", prose("超额完成了培训任务：培训人数100人。", evaluations=[form([row()])])),
    ("XDC-07", "not_checkable", prose("全面完成各项目标任务。")),
    ("XDC-08", "pass", prose(TASK)),
    ("XDC-08", "fail", prose("任务共21个项目，包含甲类项目18个、乙类项目2个。")),
    ("XDC-08", "pass", prose("完成项目3个（东风水库、红旗水库、前进水库）。")),
    ("XDC-08", "fail", prose("完成项目4个（东风水库、红旗水库、前进水库）。")),
    ("XDC-08", "not_applicable", prose("完成项目20个。")),  # counts without a list are nothing to check
    ("XDC-09", "pass", prose(TASK + DONE)),
    ("XDC-09", "fail", prose(TASK + DONE.replace("8个", "7个"))),
    ("XDC-09", "not_checkable", prose("尚未完成的8个甲类项目因资金未到位暂缓。")),
    ("XDC-09", "not_applicable", prose(TASK)),
    ("XDC-10", "pass", prose(TASK + DONE)),
    ("XDC-10", "fail", prose(TASK + "全年完成甲类项目19个。")),
    ("XDC-10", "not_applicable", prose("全年完成甲类项目19个。")),  # nothing assigned is nothing to compare with
    ("XDC-11", "pass", context(organisation={"duties": DUTIES}, evaluations=[goals("维修水库5座，新建供水站2处，受益3000人", "")])),
    ("XDC-11", "fail", context(organisation={"duties": DUTIES}, evaluations=[goals(DUTIES[0] + "。" + DUTIES[1], "维修5座")])),
    ("XDC-11", "not_checkable", context(evaluations=[goals("维修水库5座，新建供水站2处", "")])),
    ("XDC-12", "pass", context(evaluations=[goals("完成水库维修养护5座，保障安全度汛", "维修水库4座，1座延期至下年")])),
    ("XDC-12", "fail", context(evaluations=[goals("确保完成水库维修养护工作，保障安全度汛", "已完成水库维修养护工作，保障了安全度汛")])),
    ("XDC-12", "not_checkable", context()),
    ("XDC-13", "pass", prose("我中心组织了培训，本单位加强管理。")),
    ("XDC-13", "fail", prose("我局组织了培训。")),
    ("XDC-13", "not_checkable", context(outline=[section("情况", "我局组织了培训。")])),
    ("XDC-14", "pass", prose("维修水库5座，未发生险情。")),
    ("XDC-14", "fail", prose("起草重要文稿，开展督查督办，发挥参谋助手作用。")),  # the functions of a party office, not one report's slogans
    ("XDC-14", "not_checkable", context(unit=UNIT)),
    ("XDC-15", "pass", context(["根据甲财绩〔2024〕5号文件，于2024年3月完成自评"], year=2023)),
    ("XDC-15", "fail", context(["根据甲财绩〔2025〕5号文件开展自评"], year=2023)),
    ("XDC-15", "fail", context(["截至2026年5月，已完成全部水库维修"], year=2023)),
    ("XDC-15", "not_checkable", context(["2024年3月"])),
    ("XDC-16", "pass", context(spending=listed(), evaluations=[project("51000R000000-河道清淤")])),
    ("XDC-16", "fail", context(spending=listed(), evaluations=[project("校舍维修改造")])),
    ("XDC-16", "not_checkable", context(spending=listed())),
    ("XDC-17", "pass", context(budget={"sources": {"government_funds": 0}})),
    ("XDC-17", "fail", context(budget={"sources": {"government_funds": 0}}, evaluations=[form(by_source={"government_funds": 5})])),
    ("XDC-17", "fail", context(budget={"sources": {"government_funds": 0}}, restated=again("/budget/sources/government_funds", 3))),
    ("XDC-17", "not_applicable", context(budget={"sources": {"government_funds": 5}})),  # nothing is denied
    ("XDC-18", "pass", prose("河道清淤项目主要用于全区河道清淤疏浚施工。", spending=listed(purpose="用于河道清淤疏浚施工"))),
    ("XDC-18", "fail", prose("河道清淤项目主要用于办公楼维修改造。", spending=listed(purpose="用于河道清淤疏浚施工"))),
    ("XDC-18", "not_applicable", prose("全年无其他情况。", spending=listed(purpose="用于河道清淤疏浚施工"))),  # told once only
]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "expected", "record"), TABLE, ids=[f"{id} {expected} {n}" for n, (id, expected, _) in enumerate(TABLE)]
)
def test_outcome(id: str, expected: str, record: CheckContext) -> None:
    assert outcome(id, record) == expected


TRAPS: list[tuple[str, CheckContext]] = [
    ("XDC-01", prose("2023年度支出100万元，比2022年度支出增加5万元。", "basic_spending")),
    ("XDC-01", context(year=2023, evaluations=[goals("落实2021-2025年规划，2022年启动的工程今年完工", "2023年完工")])),
    ("XDC-02", context(unit="甲市人力资源和社会保障局", evaluations=[form(unit="甲市人社局")])),
    ("XDC-02", context(unit="甲市水利局", evaluations=[form(unit="甲市防汛站"), form(unit="甲市水利局")])),
    ("XDC-01", context(year=2023, title="项目自评表", evaluations=[form(year=2023), form(year=2022)])),
    ("XDC-02", context(unit="甲市水利局", evaluations=[form(unit="甲市水利局及所属单位")])),
    ("XDC-04", prose("", spending=listed("河道清淤一期"), evaluations=[project("河道清淤二期", 35)])),
    ("XDC-08", prose("共20个项目，包括新建项目11个、续建项目8个，涉及乡镇5个。")),
    ("XDC-09", prose("下达项目20个。上半年完成项目8个，下半年完成项目7个。未完成的项目5个转下年。")),
    ("XDC-09", prose("下达项目20个。完成项目15个，其中未完成验收的项目3个。")),
    ("XDC-09", prose("下达项目20个。完成项目15个，未开工项目2个。")),
    ("XDC-10", prose("下达任务：甲类项目8个。自2020年以来累计完成甲类项目19个。")),
    ("XDC-02", context(unit="甲县教育局", evaluations=[form(unit="甲县教育局机关")])),
    ("XDC-03", context(["万元"], evaluations=[form([row("人均成本", "≤100元", "100元", level1="成本指标")], [money()])])),
    ("XDC-04", spent(150, 100)),
    ("XDC-04", prose("", spending={"basic": 100.0}, restated=again("/spending/basic", 90), evaluations=[form(funds=[money(90, 150, 120)], by_nature={"basic": 90, "project": 60})])),
    ("XDC-05", counted("全年新建消防水鹤12座，其中东片区消防水鹤3座。")),
    ("XDC-05", counted("上半年新建消防水鹤5座。")),
    ("XDC-05", counted("新建消防水鹤约11座。")),
    ("XDC-06", context(["自评表"], evaluations=[goals("保障供水", None)])),
    ("XDC-07", prose("11个村全部完成整治任务。", evaluations=[form(SHORT)])),
    ("XDC-07", prose("除培训外，全面完成各项目标任务。", evaluations=[form(SHORT)])),
    ("XDC-07", context(budget={"revised": 100, "executed": 100}, problems=[{"text": "个别项目支出进度偏慢", "category": "other"}])),
    ("XDC-08", prose("共12个项目，其中省级项目5个、重点项目8个。")),
    ("XDC-08", prose("共20个项目（包括新建项目12个、续建项目8个）、新增监测点项目5个。完成3个（、、）。")),
    ("XDC-08", prose("涉及12个（县、市、区）。")),
    ("XDC-08", prose("完成项目5个（东风水库、红旗水库、前进水库等）。")),
    ("XDC-08", prose("完成项目3个（东风水库、红旗和前进水库）。")),
    ("XDC-09", prose("完成东片项目9个。未完成的2个西片项目转下年。下达全市项目20个。")),
    ("XDC-10", prose("下达任务：甲类项目8个。超额完成甲类项目9个。")),
    ("XDC-10", context(evaluations=[goals("改造供水管网38公里", "改造供水管网38.6公里")])),
    ("XDC-13", prose("标本馆更新，成本中心核算，基本单位名录，本办法自发布起执行，我区、我市推进。")),
    ("XDC-13", context(unit="甲县第一中学", outline=[section("情况", "我校组织了培训。")])),
    ("XDC-13", context(unit="甲县人民法院", outline=[section("情况", "我院审结案件。")])),
    ("XDC-14", context(unit="甲区委办公室", outline=[section("情况", "起草重要文稿，发挥参谋助手作用。", "performance")])),
    ("XDC-15", context(["计划于2026年5月前完成整改，落实到2035年"], year=2023)),
    ("XDC-15", context(["合同号（2026）合字第5号附件"], year=2026)),
    ("XDC-17", context(budget={"sources": {"government_funds": 0}}, evaluations=[form(by_source={"government_funds": 0})])),
]  # fmt: skip


@pytest.mark.parametrize(("id", "record"), TRAPS, ids=[f"{id} {n}" for n, (id, _) in enumerate(TRAPS)])
def test_no_false_alarm(id: str, record: CheckContext) -> None:
    assert outcome(id, record) != "fail"


def test_slow_spending_against_a_full_rate() -> None:
    problem = [{"text": "资金使用进度有待进一步加强", "category": "budget_execution"}]
    record = context(budget={"revised": 100, "executed": 100}, problems=problem)
    (finding,) = run("XDC-07", record)
    assert finding.outcome == "fail" and "100%" in finding.message
    assert finding.fields == ["/problems/0/text", "/budget/executed", "/budget/revised"]


def test_an_empty_cell_for_the_result_is_a_fault_where_the_form_has_one() -> None:
    record = context(["实际完成情况", "完成值"], evaluations=[goals("保障全区农村供水", None)])
    in_table = [line._replace(in_table=True) for line in record.lines]
    docx = record.report.model_copy(update={"source": Source(name="small.docx", format="docx")})
    assert outcome("XDC-06", replace(record, lines=in_table)) == "not_checkable"
    assert outcome("XDC-06", replace(record, report=docx)) == "not_checkable"
    assert outcome("XDC-06", replace(record, lines=in_table, report=docx)) == "fail"


def test_goals_that_are_duties_do_not_pair_with_figures() -> None:
    record = context(organisation={"duties": DUTIES}, evaluations=[goals(DUTIES[0], "维修水库5座")])
    assert outcome("XDC-06", record) == "fail"


def test_amounts_show_their_difference() -> None:
    (finding,) = run("XDC-04", spent(100, 110))
    assert (finding.recomputed, finding.difference) == (110, -10)
    assert finding.fields == ["/spending/total", "/evaluations/0/funds/0/executed"]


def test_late_documents_are_quoted() -> None:
    (finding,) = run("XDC-15", context(["根据甲财绩〔2025〕5号文件开展自评"], year=2023))
    assert "(2025)5号" in finding.message
    assert finding.evidence[0].quote == "根据甲财绩〔2025〕5号文件开展自评"


def test_statements_take_their_status_from_the_sentence() -> None:
    found = statements("下达任务：甲类项目18个、面积30亩。完成甲类项目10个，其余8个转下年。")
    assert [(s.status, s.noun, s.value) for s in found] == [
        ("assigned", "甲类项目", 18),
        ("assigned", "甲类项目面积", 30),
        ("done", "甲类项目", 10),
        ("missed", "转下年", 8),
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("湖南省株洲市芦淞区征地服务中心", "芦淞区征地服务中心", "same"),
        ("中共甲县委员会办公室", "甲县委办公室", "same"),
        ("甲县卫生健康委员会", "甲县卫健委", "same"),
        ("县市场监管局", "甲县市场监督管理局", "same"),
        ("甲市科技馆", "甲市科学技术普及馆", "short"),
        ("甲市水利局", "乙市水利局", "different"),
        ("株洲市渌口区征地服务中心", "株洲市渌口区征地协调服务中心", "different"),
    ],
)
def test_unit_names(one: str, other: str, expected: Likeness) -> None:
    assert compared(one, other) is expected
    assert compared(other, one) is expected


@pytest.mark.parametrize("text", ["共20个，包含", "1个", "未完成", "2022年", "我", "（", "数量", "甲市"])
def test_hostile_lines_take_no_time(text: str) -> None:
    long = text * (200_000 // len(text))
    record = prose(
        long, evaluations=[goals(long, long, unit=long, indicators=[row(long)])], spending=listed(long[:2000])
    )
    started = time.perf_counter()
    for n in range(1, 19):
        run(f"XDC-{n:02d}", record)
    assert time.perf_counter() - started < 10
