"""AMT, EXE, ORG, TPE: for each check a record that passes, one that fails and one that cannot be checked."""

from __future__ import annotations

from typing import Any

import pytest
from small_records import context, form, money, outcome, row, run, section

from selfeval_extract.checks.context import CheckContext


def prose(text: str, topic: str = "funds", **fields: Any) -> CheckContext:
    """A report whose section on its money says this."""
    return context(outline=[section("预算执行情况", text, topic)], kind="department", **fields)


def spent(**spending: Any) -> CheckContext:
    return context(spending=spending, kind="department")


def split(sources: dict[str, Any], natures: dict[str, Any]) -> CheckContext:
    return context(evaluations=[form([], [money(125.3, 185.7, 185.7)], by_source=sources, by_nature=natures)])


def funds(*rows: tuple[str, Any, Any, Any], **more: Any) -> CheckContext:
    items = [{"label": label, "original": a, "revised": b, "executed": c} for label, a, b, c in rows]
    return context(evaluations=[form([], items, kind="project", **more)], kind="project")


def base(*rows: tuple[str, Any, Any, Any], **fields: Any) -> CheckContext:
    """A base data table: label, last year's figure, budget, final figure."""
    items = [{"label": label, "prior": a, "budget": b, "executed": c} for label, a, b, c in rows]
    return context(base_data={"rows": items, **fields}, kind="department")


PARTS = [{"name": "甲项目", "amount": 60}, {"name": "乙项目", "amount": 40}]
ALL_LISTED = "全年项目支出100万元，具体为甲项目和乙项目。"
AMT: list[tuple[str, str, CheckContext]] = [
    ("AMT-01", "pass", spent(basic=165.99, personnel=140.78, operating=25.21)),
    ("AMT-01", "fail", spent(basic=165.99, personnel=140.78, operating=25.31)),
    ("AMT-01", "not_checkable", spent(basic=165.99, personnel=140.78)),
    ("AMT-02", "pass", spent(total=191.11, basic=165.99, project=25.12)),
    ("AMT-02", "pass", context(spending={"total": 200, "basic": 165.99, "project": 25.12}, budget={"executed": 191.11})),
    ("AMT-02", "pass", prose("另有经营支出8.89万元。", spending={"total": 200, "basic": 165.99, "project": 25.12})),
    ("AMT-02", "fail", spent(total=192.11, basic=165.99, project=25.12)),
    ("AMT-02", "not_checkable", spent(total=191.11, basic=165.99)),
    ("AMT-03", "pass", spent(project=100, projects=PARTS)),
    ("AMT-03", "pass", prose("主要项目支出如下。", spending={"project": 120, "projects": PARTS})),
    ("AMT-03", "fail", prose(ALL_LISTED, spending={"project": 110, "projects": PARTS})),
    ("AMT-03", "fail", spent(project=90, projects=PARTS)),
    ("AMT-03", "not_checkable", spent(project=100)),
    ("AMT-03", "not_applicable", spent(basic=100)),
    ("AMT-04", "pass", split({"general_public": 185.7}, {})),
    ("AMT-04", "pass", split({"general_public": 100, "other": 25.3}, {})),
    ("AMT-04", "fail", split({"general_public": 185.7, "other": 1}, {})),
    ("AMT-04", "not_checkable", split({}, {})),
    ("AMT-04", "not_checkable", context()),
    ("AMT-05", "pass", split({"general_public": 185.7}, {"basic": 185.7})),
    ("AMT-05", "fail", split({"general_public": 185.7}, {"basic": 180.7})),
    ("AMT-05", "fail", split({"general_public": 125.3}, {"basic": 185.7})),
    ("AMT-05", "not_checkable", split({"general_public": 185.7}, {})),
    ("AMT-06", "pass_rounding", spent(total=185.7, functions=[{"name": n, "amount": a} for n, a in (("甲", 30), ("乙", 145.8), ("丙", 9.88))])),
    ("AMT-06", "pass", spent(total=40, functions=[{"name": "甲", "amount": 30}, {"name": "乙", "amount": 10}])),
    ("AMT-06", "fail", spent(total=40, functions=[{"name": "甲", "amount": 30}, {"name": "乙", "amount": 11}])),
    ("AMT-06", "not_checkable", spent(total=40)),
    ("AMT-07", "pass", prose("基本支出中，工资福利支出80万元，商品和服务支出20万元。", spending={"basic": 100})),
    ("AMT-07", "fail", prose("基本支出中，工资福利支出80万元，商品和服务支出25万元。", spending={"basic": 100})),
    ("AMT-07", "not_checkable", prose("其中工资福利支出80万元。", spending={"basic": 100})),
    ("AMT-07", "not_checkable", prose("其中工资福利支出60万元，商品和服务支出20万元。", spending={"basic": 100})),
    ("AMT-08", "pass", prose("工资福利支出80万元，对个人和家庭的补助20万元。", spending={"personnel": 100})),
    ("AMT-08", "fail", prose("工资福利支出80万元，对个人和家庭的补助21万元。", spending={"personnel": 100})),
    ("AMT-08", "not_checkable", prose("工资福利支出和对个人和家庭的补助100万元。", spending={"personnel": 100})),
    ("AMT-09", "pass", funds(("年度资金总额", 90, 90, 80), ("其中：当年财政拨款", 70, 70, 60), ("上年结转资金", 20, 20, 20))),
    ("AMT-09", "pass", funds(("资金总额", 90, 90, 80), ("财政拨款", 90, 90, 80), ("其中：中央补助", 50, 50, 50), ("其他资金", 0, 0, 0))),
    ("AMT-09", "fail", funds(("年度资金总额", 0, 0, 0), ("其中：当年财政拨款", 90, 89.974, 89.974))),
    ("AMT-09", "not_checkable", funds(("年度资金总额", None, None, None), ("其中：当年财政拨款", 90, 90, 90))),
    ("AMT-09", "not_applicable", context()),
    ("AMT-10", "pass", context(budget={"revenue": 191.11, "executed": 191.11})),
    ("AMT-10", "pass", prose("年初结转10万元，年末结转结余5万元。", budget={"revenue": 100, "executed": 105})),
    ("AMT-10", "fail", prose("年初结转10万元，年末结转结余6万元。", budget={"revenue": 100, "executed": 105})),
    ("AMT-10", "fail", context(budget={"revenue": 195, "executed": 191.11})),
    ("AMT-10", "not_checkable", prose("年初结转10万元。", budget={"revenue": 100, "executed": 105})),
    ("AMT-10", "not_checkable", context(budget={"executed": 191.11})),
    ("AMT-11", "pass", context(budget={"revenue": 191.11, "executed": 191.11})),
    ("AMT-11", "pass", prose("上年结转6.9万元。", budget={"revenue": 792.22, "executed": 799.12})),
    ("AMT-11", "fail", context(budget={"revenue": 792.22, "executed": 799.12})),
    ("AMT-11", "not_checkable", context(budget={"executed": 799.12})),
    ("AMT-12", "pass", prose("年初预算100万元，追加专项经费30万元，核减5万元，调整后预算125万元。", budget={"original": 100, "revised": 125})),
    ("AMT-12", "fail", prose("年初预算100万元，追加专项经费30万元，调整后预算125万元。", budget={"original": 100, "revised": 125})),
    ("AMT-12", "not_checkable", context(budget={"original": 100, "revised": 125})),
    ("AMT-13", "pass", context(budget={"executed": 100, "sources": {"general_public": 90, "government_funds": 10}})),
    ("AMT-13", "fail", context(budget={"executed": 100, "sources": {"general_public": 90, "government_funds": 11}})),
    ("AMT-13", "not_checkable", context(budget={"executed": 100, "sources": {"general_public": 90}})),
    ("AMT-13", "not_checkable", context(budget={"executed": 100, "sources": {"general_public": 80, "government_funds": 10}})),
    ("AMT-14", "pass", prose("全年支出120万元，比上年100万元增加20万元，增长20%。")),
    ("AMT-14", "pass", prose("全年支出120万元，比上年增加20万元，增长20%，预算执行率98.5%。")),
    ("AMT-14", "pass_rounding", prose("全年支出120万元，比上年增加20.05万元，增长20.15%。")),
    ("AMT-14", "fail", prose("全年支出120万元，比上年增加20万元，增长25%。")),
    ("AMT-14", "fail", prose("全年支出120万元，比上年100万元增加25万元。")),
    ("AMT-14", "not_applicable", prose("全年支出120万元，预算执行率98.5%。")),
    ("AMT-15", "pass", prose("其中项目支出25.12万元，占总支出的13.14%。", spending={"total": 191.11})),
    ("AMT-15", "fail", prose("其中项目支出25.12万元，占总支出的15%。", spending={"total": 191.11})),
    ("AMT-15", "fail", prose("采购资金400万元，其中向中小企业采购300万元，占采购资金的70%。")),
    ("AMT-15", "not_checkable", prose("向中小企业采购300万元，占75%。")),
    ("AMT-16", "pass", context(budget={"original": 0, "executed": 5})),
    ("AMT-16", "fail", context(budget={"original": -3})),
    ("AMT-16", "not_checkable", context()),
    ("AMT-17", "pass", context(kind="department", spending={"project": 60}, evaluations=[form([], [money(executed=40)], kind="project")])),
    ("AMT-17", "fail", context(kind="department", spending={"project": 30}, evaluations=[form([], [money(executed=40)], kind="project")])),
    ("AMT-17", "not_checkable", context(kind="department", spending={"project": 30})),
    ("AMT-18", "pass", spent(projects=PARTS)),
    ("AMT-18", "fail", spent(projects=[{"name": "临聘人员经费", "amount": 25.12}])),
    ("AMT-18", "not_applicable", spent()),  # never "not checkable": it only looks for words
    ("AMT-19", "pass", context(organisation={"staff": {"active": 8}}, spending={"functions": [{"name": "社会保障和就业支出"}, {"name": "卫生健康支出"}]})),
    ("AMT-19", "fail", context(organisation={"staff": {"active": 8}}, spending={"functions": [{"name": "一般公共服务支出"}]})),
    ("AMT-19", "not_checkable", context(spending={"functions": [{"name": "一般公共服务支出"}]})),
]  # fmt: skip


def fund(**values: Any) -> CheckContext:
    return context(evaluations=[form([], [money(**values)])])


EXE: list[tuple[str, str, CheckContext]] = [
    ("EXE-01", "pass", fund(executed=98.5, rate=98.5)),
    ("EXE-01", "pass", fund(revised=20000, executed=9034, rate=45.17)),
    ("EXE-01", "pass_rounding", fund(revised=250000, executed=215457.6, rate=86.19)),
    ("EXE-01", "fail", fund(revised=1260, executed=1187.4, rate=100)),
    ("EXE-01", "not_checkable", fund(rate=None)),
    ("EXE-01", "pass", context(budget={"revised": 100, "executed": 98, "execution_rate": 98})),
    ("EXE-02", "pass", fund()),
    ("EXE-02", "fail", fund(executed=101)),
    ("EXE-02", "not_checkable", fund(revised=None)),
    ("EXE-03", "pass", fund(executed=45.17, rate=45.17, score=4.52)),
    ("EXE-03", "pass", fund(executed=85, rate=85, score=7)),
    ("EXE-03", "fail", fund(executed=85, rate=85, score=10)),
    ("EXE-03", "fail", fund(executed=85, rate=85, score=8)),
    ("EXE-03", "not_checkable", fund(weight=None)),
    ("EXE-03", "not_checkable", context()),
    ("EXE-04", "pass", fund(original=100, revised=115)),
    ("EXE-04", "fail", fund(original=125.3, revised=185.7)),
    ("EXE-04", "pass", prose("年中追加预算60.4万元，主要用于拆迁项目。", evaluations=[form([], [money(125.3, 185.7)])])),
    ("EXE-04", "fail", context(budget={"original": 1922.76, "revised": 2690.62})),
    ("EXE-04", "not_checkable", fund(original=None)),
    ("EXE-05", "pass", fund(executed=95)),
    ("EXE-05", "fail", fund(executed=45)),
    ("EXE-05", "pass", prose("执行率偏低，主要是因为工程结算推迟。", evaluations=[form([], [money(executed=45)])])),
    ("EXE-05", "pass", context(evaluations=[form([row(actual="40人", note="开工推迟")], [money(executed=45)])])),
    ("EXE-05", "not_checkable", context()),
    ("EXE-06", "fail", prose("2022年预算资金187.19万元。支出191.11万元。", budget={"original": 187.19, "executed": 191.11}, evidence={"/budget/original": {"quote": "187.19万元", "place": {"line": 1, "span": (8, 16)}}})),
    ("EXE-06", "pass", prose("2022年预算资金187.19万元。支出181.11万元。", budget={"original": 187.19, "executed": 181.11}, evidence={"/budget/original": {"quote": "187.19万元", "place": {"line": 1, "span": (8, 16)}}})),
    ("EXE-06", "not_checkable", prose("2022年预算资金187.19万元。", budget={"original": 187.19}, evidence={"/budget/original": {"quote": "187.19万元", "place": {"line": 1, "span": (8, 16)}}})),
    ("EXE-06", "not_applicable", prose("2022年年初预算187.19万元。", budget={"original": 187.19, "executed": 191.11}, evidence={"/budget/original": {"quote": "187.19万元", "place": {"line": 1, "span": (8, 16)}}})),
    ("EXE-07", "pass", fund()),
    ("EXE-07", "fail", fund(original=0)),
    ("EXE-07", "not_checkable", fund(original=None)),
    ("EXE-08", "pass", fund(original=90, revised=100, executed=99)),
    ("EXE-08", "fail", fund(original=90, revised=100, executed=100)),
    ("EXE-08", "not_checkable", fund(original=None)),
]  # fmt: skip


def staff(text: str, **numbers: Any) -> CheckContext:
    return context(
        outline=[section("基本情况", text, "basic_information")],
        organisation={"internal_departments": numbers.pop("departments", None), "staff": numbers},
        kind="department",
    )


ORG: list[tuple[str, str, CheckContext]] = [
    ("ORG-01", "pass", staff("在职28人，其中0个参照公务员法管理、10个全额拨款、0个差额拨款、18个自收自支人员。", active=28)),
    ("ORG-01", "fail", staff("在职28人，其中10个全额拨款、17个自收自支、0个差额拨款人员。", active=28)),
    ("ORG-01", "pass", staff("在职人员20人，其中行政人员12人、事业人员8人，退休人员5人。", active=20)),
    ("ORG-01", "fail", staff("在职人员20人，其中行政人员12人、事业人员9人，退休人员5人。", active=20)),
    ("ORG-01", "not_checkable", staff("在职人员20人。", active=20)),
    ("ORG-02", "pass", staff("", active=20, authorised=20)),
    ("ORG-02", "fail", staff("", active=51, authorised=46)),
    ("ORG-02", "not_checkable", staff("", active=51)),
    ("ORG-03", "pass", staff("内设科室3个，分别为：综合办公室、项目服务股、考评服务股。", departments=3)),
    ("ORG-03", "fail", staff("内设科室4个，分别为：综合办公室、项目服务股、考评服务股。", departments=4)),
    ("ORG-03", "pass", staff("内设3个职能股室，分别是办公室、财务股和业务股。", departments=3)),
    ("ORG-03", "not_checkable", staff("内设机构12个，即第一至第八检察部及办公室、政治部等。", departments=12)),
    ("ORG-03", "not_checkable", staff("内设科室4个。", departments=4)),
    ("ORG-04", "fail", staff("本中心属于全额拨款事业单位，其中10个全额拨款、18个自收自支人员。", active=28)),
    ("ORG-04", "pass", staff("本中心属于全额拨款事业单位，其中28个全额拨款、0个自收自支人员。", active=28)),
    ("ORG-04", "not_checkable", staff("本中心属于全额拨款事业单位。", active=28)),
    ("ORG-05", "pass", context(organisation={"staff": {"active": 136}}, base_data={"active": 136})),
    ("ORG-05", "fail", context(organisation={"staff": {"active": 135}}, base_data={"active": 136})),
    ("ORG-05", "not_checkable", context()),
    ("ORG-05", "not_applicable", staff("", active=20)),
    ("ORG-06", "pass", context(organisation={"staff": {"active": 10}}, spending={"personnel": 150})),
    ("ORG-06", "fail", context(organisation={"staff": {"active": 10}}, spending={"personnel": 1500})),
    ("ORG-06", "not_checkable", context(spending={"personnel": 150})),
    ("ORG-07", "pass", base(authorised=143, active=136, control_rate=95.10)),
    ("ORG-07", "fail", base(authorised=143, active=136, control_rate=96.10)),
    ("ORG-07", "pass", staff("编制20人，在职19人，在职人员控制率为95%。", active=19, authorised=20)),
    ("ORG-07", "not_checkable", base(authorised=143, active=136)),
    ("ORG-08", "pass", staff("下属单位5个，其中参公单位2个、事业单位3个。")),
    ("ORG-08", "fail", staff("下属单位5个，其中参公单位2个、事业单位2个。")),
    ("ORG-08", "not_applicable", staff("下属单位5个。")),
]  # fmt: skip

HUNAN_2018 = (
    ("三公经费", 29.08, 63.46, 44.29),
    ("1、公务用车购置和维护经费", 11.86, 41.46, 39.30),
    ("其中：公车购置", None, 29.46, 29.46),
    ("公车运行维护", 11.86, 12, 9.84),
    ("2、出国经费", None, None, None),
    ("3、公务接待", 17.22, 22, 4.99),
)
"""A published base data table (DOMAIN.md 3.6)."""


def three(text: str = "", **kinds: Any) -> CheckContext:
    return prose(text, "three_public", spending={"three_public": kinds})


TPE: list[tuple[str, str, CheckContext]] = [
    ("TPE-01", "pass", base(*HUNAN_2018)),
    ("TPE-01", "fail", base(("三公经费", 29.08, 63.46, 45.29), *HUNAN_2018[1:])),
    ("TPE-01", "pass", three(total=5, abroad=0, vehicles=3, receptions=2)),
    ("TPE-01", "fail", three(total=5, abroad=0, vehicles=3, receptions=1)),
    ("TPE-01", "pass", three("公务用车购置费17.98万元，公务用车运行维护费55.31万元。", total=76.92, abroad=0, vehicles=17.98, receptions=3.63)),
    ("TPE-01", "not_checkable", three(total=5, vehicles=3, receptions=1)),
    ("TPE-02", "pass", base(*HUNAN_2018)),
    ("TPE-02", "fail", base(*HUNAN_2018[:3], ("公车运行维护", 11.86, 12, 9.94))),
    ("TPE-02", "not_checkable", three(total=5, vehicles=3)),
    ("TPE-03", "pass", base(*HUNAN_2018)),
    ("TPE-03", "fail", base(("三公经费", 1, 2, 3))),
    ("TPE-03", "fail", three("“三公”经费预算5万元，决算6万元。", total=6)),
    ("TPE-03", "not_checkable", three(total=6)),
    ("TPE-04", "pass", three("“三公”经费支出9万元，比上年减少1万元，下降10%。", total=9)),
    ("TPE-04", "fail", three("“三公”经费支出9万元，比上年减少1万元，下降12%。", total=9)),
    ("TPE-04", "pass", three("“三公”经费预算63.46万元，比上年的32万元增长98.31%。", total=44.29)),
    ("TPE-04", "not_checkable", three("“三公”经费支出9万元。", total=9)),
    ("TPE-05", "pass", context(spending={"three_public": {"total": 44.29}}, base_data={"rows": [{"label": "三公经费", "executed": 44.29}]}, evidence={"/spending/three_public/total": {"quote": "44.29", "place": {"line": 1, "span": (0, 5)}}})),
    ("TPE-05", "fail", context(spending={"three_public": {"total": 45.29}}, base_data={"rows": [{"label": "三公经费", "executed": 44.29}]}, evidence={"/spending/three_public/total": {"quote": "45.29", "place": {"line": 1, "span": (0, 5)}}})),
    ("TPE-05", "not_checkable", three(total=6)),
    ("TPE-06", "pass", context(spending={"operating": 5, "project": 2, "three_public": {"total": 6}})),
    ("TPE-06", "fail", context(spending={"operating": 5, "project": 2, "three_public": {"total": 8}})),
    ("TPE-06", "not_checkable", context(spending={"three_public": {"total": 8}})),
]  # fmt: skip

TABLE = [*AMT, *EXE, *ORG, *TPE]


@pytest.mark.parametrize(
    ("id", "expected", "record"), TABLE, ids=[f"{id} {expected} {n}" for n, (id, expected, _) in enumerate(TABLE)]
)
def test_outcome(id: str, expected: str, record: CheckContext) -> None:
    assert outcome(id, record) == expected, [f.message for f in run(id, record)]


def test_a_gap_without_carry_over_is_a_warning() -> None:
    (finding,) = run("AMT-10", context(budget={"revenue": 195, "executed": 191.11}))
    assert (finding.outcome, finding.severity) == ("fail", "warning")


def test_the_gap_of_a_rounded_sum_is_shown() -> None:
    (finding,) = run("AMT-06", next(record for id, _, record in AMT if id == "AMT-06"))
    assert (str(finding.recomputed), str(finding.difference)) == ("185.68", "0.02")
    assert finding.message == "功能分类合计：总支出185.7≈甲30＋乙145.8＋丙9.88＝185.68，相差0.02，属四舍五入。"
