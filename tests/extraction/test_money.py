"""Budget and spending of the document as a whole: prose, plain tables, forms. A case's comment says what it protects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from small_contexts import context, report, stated
from small_documents import case_id, ruled

from selfeval_extract.document import Table
from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.money import Prose, budget, restated, spending
from selfeval_extract.extraction.plain_tables import PlainAmounts, plain_amounts


def plain(of: Context) -> PlainAmounts:
    return plain_amounts(of) if of.is_report else PlainAmounts()


def budget_of(of: Context, several_projects: bool = False) -> dict[str, Any]:
    found: dict[str, Any] = stated(budget(of, Prose(of), plain(of), several_projects))
    return found


def spending_of(of: Context) -> dict[str, Any]:
    found: dict[str, Any] = stated(spending(of, Prose(of), plain(of), [], []))
    return found


FUNDS = "三、资金情况"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([FUNDS, "年初预算100万元，调整后预算120万元，全年支出110万元，预算执行率91.67%。"],
         {"original": 100, "revised": 120, "executed": 110, "execution_rate": 91.67}),
        # income: what was granted, of the whole
        ([FUNDS, "本年收入合计115万元，支出合计110万元。"], {"revenue": 115, "executed": 110}),
        # what is only called the budget is the original one beside an adjusted one, or where more was spent
        ([FUNDS, "部门预算总额100万元，追加20万元，调整后120万元，支出110万元。"],
         {"original": 100, "revised": 120, "executed": 110}),
        ([FUNDS, "部门预算总额100万元，决算总额110万元。"], {"original": 100, "executed": 110}),
        # where goals are told, what was granted for relief is a budget all the same
        (["三、绩效目标", "年初预算安排困难群众救助资金100万元。"], {"original": 100}),
        # what was paid out in numbered points is parts of the whole, unless it is the same money twice
        ([FUNDS, "1.拨付情况。实际拨付110万元。", "2.使用情况。已支付110万元。"], {"executed": 110}),
        # the whole's name goes before a verb of paying
        ([FUNDS, "考核后拨付50万元。全年支出110万元。"], {"executed": 110}),
        # a heading may state an amount
        (["（一）全年支出110万元", "资金已全部支付。"], {"executed": 110}),
        # a part of the money is not the whole
        ([FUNDS, "年初预算100万元，其中基本支出60万元。"], {"original": 100}),
        ([FUNDS, "基本支出年初预算60万元。"], {}),
        # nor is the money of a section on something narrower
        (["（一）三公经费", "年初预算2.5万元，支出2.05万元。"], {}),
        (["（一）项目支出情况", "年初预算40万元，支出35万元。"], {}),
        # a section on money goes before general talk of what was done
        (["三、绩效情况", "全年支出98万元。", "四、资金情况", "全年支出110万元。"], {"executed": 110}),
        # which counts where nothing else is said
        (["三、绩效情况", "全年支出98万元。"], {"executed": 98}),
        # what problems and measures say of money is no budget
        (["七、存在的问题", "年初预算100万元未细化。"], {}),
        pytest.param(
            [FUNDS, "预计全年支出110万元。"], {},  # a forecast
            marks=pytest.mark.xfail(strict=True, reason="forecasts are left out of restatements only"),
        ),
        # another year's
        ([FUNDS, "2022年支出98万元，2023年支出110万元。"], {"executed": 110}),
        # behind a semicolon the whole's money still
        ([FUNDS, "资金全部到位；支出110万元。"], {"executed": 110}),
        # what was spent of the general public budget, where nothing else is said
        ([FUNDS, "一般公共预算支出105万元。"], {"executed": 105, "sources": {"general_public": 105}}),
        # the first of two
        ([FUNDS, "全年支出110万元。", "全年支出110.02万元。"], {"executed": 110}),
        # the three public expenses', whose name stands before a comma or semicolon
        ([FUNDS, "“三公”经费严格控制，全年支出2.05万元。"], {}),
        ([FUNDS, "“三公”经费严格控制；支出2.05万元。"], {}),
        pytest.param(
            [FUNDS, "“三公”经费严格控制；全年支出2.05万元。"], {},
            marks=pytest.mark.xfail(strict=True, reason="behind a semicolon 全年支出 is taken for the whole's"),
        ),
    ],
    ids=case_id,
)  # fmt: skip
def test_budget_in_prose(lines: list[str], found: dict[str, Any]) -> None:
    assert budget_of(report(*lines)) == found


@pytest.mark.parametrize(
    ("line", "rate"),
    [
        ("预算执行率为91.67%。", 91.67),
        ("资金支付进度达到98%。", 98),
        ("预算执行率（执行数/预算数）100%。", 100),
        ("预算完成率为95%。", 95),
        ("目标完成率为95%。", None),  # of something else than money
        ("公厕覆盖率95%。", None),
    ],
)
def test_execution_rate_in_prose(line: str, rate: float | None) -> None:
    assert budget_of(report(FUNDS, line)).get("execution_rate") == rate


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # two amounts whose quotient the rate is are the whole's, whatever their words
        ([FUNDS, "下达资金120万元，实际支出114万元，执行率95%。"], {"revised": 120, "executed": 114, "execution_rate": 95}),
        # also over two paragraphs
        ([FUNDS, "下达资金120万元。", "实际支出114万元，执行率95%。"], {"revised": 120, "executed": 114, "execution_rate": 95}),
        # of the original budget
        ([FUNDS, "预算批复100万元，支出99.6万元，执行率99.6%。"], {"original": 100, "executed": 99.6, "execution_rate": 99.6}),
        # rounded as it is printed
        ([FUNDS, "全年预算数150万元，支出143万元，执行率95.3%。"], {"revised": 150, "executed": 143, "execution_rate": 95.3}),
        ([FUNDS, "全年预算数150万元，支出143万元，执行率95%。"], {"revised": 150, "executed": 143, "execution_rate": 95}),
        # of several rates that of the largest amounts: those of parts are smaller
        ([FUNDS, "基本支出预算60万元，执行58万元，执行率96.67%。部门预算总额120万元，支出110万元，预算执行率91.67%。"],
         {"revised": 120, "executed": 110, "execution_rate": 91.67}),
        ([FUNDS, "项目资金到位100万元，支出80万元，支付率80%。全部资金200万元，支出190万元，执行率95%。"],
         {"revised": 200, "executed": 190, "execution_rate": 95}),
        ([FUNDS, "预算批复100万元，支出99.6万元，执行率99.6%。第一批资金60万元，支出60万元，执行率100%。"],
         {"original": 100, "executed": 99.6, "execution_rate": 99.6}),
        ([FUNDS, "年初预算100万元，支出98万元，执行率98%。公务接待费预算2万元，支出2万元，执行率100%。"],
         {"original": 100, "executed": 98, "execution_rate": 98}),
        # with parts in between
        ([FUNDS, "资金200万元，其中中央资金120万元，县级资金80万元；支出190万元，其中中央资金120万元，县级资金70万元，预算执行率95%。"],
         {"revised": 200, "executed": 190, "execution_rate": 95}),
        # a rate in other words
        ([FUNDS, "年初预算100万元，调整后预算120万元，全年支出110万元，占全年预算的91.67%。"],
         {"original": 100, "revised": 120, "executed": 110, "execution_rate": 91.67}),
        # the amount behind the rate
        ([FUNDS, "支出110万元，占调整后预算数的91.7%。调整后预算120万元。"], {"revised": 120, "executed": 110, "execution_rate": 91.7}),
        # a rate that nothing proves is taken as printed
        ([FUNDS, "年初预算100万元，支出110万元，执行率95%。"], {"original": 100, "executed": 110, "execution_rate": 95}),
        # that of the three public expenses proves nothing
        (["（一）三公经费", "预算2.5万元，支出2.05万元，执行率82%。"], {}),
        # nor may that of a part prove the whole: sums are not invented
        pytest.param(
            [FUNDS, "（1）中央资金120万元，支出114万元，执行率95%。", "（2）县级资金80万元，支出80万元，执行率100%。"], {},
            marks=pytest.mark.xfail(strict=True, reason="the rate of the first of two numbered parts is taken to prove the whole"),
        ),
        pytest.param(
            [FUNDS, "财政资金100万元，自有资金50万元，共150万元；支出财政资金98万元，自有资金45万元，共143万元，预算执行率95.33%。"],
            {"revised": 150, "executed": 143, "execution_rate": 95.33, "sources": {"other": 45}},
            marks=pytest.mark.xfail(strict=True, reason="共 does not leave the parts: 98 of the public money is taken for the whole"),
        ),
    ],
    ids=case_id,
)  # fmt: skip
def test_a_rate_proves_the_whole(lines: list[str], found: dict[str, Any]) -> None:
    assert budget_of(report(*lines)) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # numbered paragraphs side by side that tell what was spent are parts
        ([FUNDS, "1.公厕管护支出30万元，用于人工。", "2.绿化养护支出45万元，用于苗木。"], {}),
        ([FUNDS, "（1）安澜镇支出30万元。", "（2）双港镇支出45万元。"], {}),
        ([FUNDS, "（1）支出30万元，用于公厕。", "（2）支出45万元，用于绿化。"], {}),
        # a paragraph without a number, or words for all, tell of the whole
        ([FUNDS, "1.公厕管护已支出30万元。", "2.绿化养护已支出45万元。", "全年支出合计75万元。"], {"executed": 75}),
        ([FUNDS, "支出75万元，其中：", "1.公厕管护已支出30万元。", "2.绿化养护已支出45万元。"], {"executed": 75}),
        ([FUNDS, "（1）全年支出75万元。", "（2）公厕支出30万元。"], {"executed": 75}),
        # one alone is no list
        ([FUNDS, "1.支出75万元。"], {"executed": 75}),
        # budgets of parts
        ([FUNDS, "1.年初预算：100万元。", "2.全年支出：98万元。"], {"original": 100, "executed": 98}),
    ],
    ids=case_id,
)  # fmt: skip
def test_numbered_paragraphs_that_are_parts(lines: list[str], found: dict[str, Any]) -> None:
    assert budget_of(report(*lines)) == found


def test_the_rate_of_a_section_on_money_goes_before_that_of_basic_spending() -> None:
    basic, general = ("（一）基本支出", "预算执行率99%。"), ("四、资金情况", "预算执行率91%。")
    assert budget_of(report(*basic, *general))["execution_rate"] == 91
    assert budget_of(report(*basic))["execution_rate"] == 99


@pytest.mark.parametrize(
    ("lines", "sources"),
    [
        # a section that says 无
        (["三、政府性基金预算支出情况", "无。"], {"government_funds": 0}),
        (["三、政府性基金预算支出情况：本单位未安排政府性基金预算。"], {"government_funds": 0}),
        # a section with an amount
        (["三、政府性基金预算支出情况", "全年支出30万元，用于公厕建设。"], {"government_funds": 30}),
        # a section that denies in the midst of more words
        (["四、国有资本经营预算支出情况", "我局为行政单位。没有使用国有资本经营预算安排的支出。"], {"state_capital": 0}),
        # a sentence that denies several
        ([FUNDS, "本单位无政府性基金预算和国有资本经营预算。"], {"government_funds": 0, "state_capital": 0}),
        ([FUNDS, "政府性基金预算支出0万元。"], {"government_funds": 0}),
        # money behind the name is no denial
        ([FUNDS, "没有结余，政府性基金预算支出30万元。"], {"government_funds": 30}),
        # not mentioned
        ([FUNDS, "全年支出110万元。"], {}),
        # in running text
        ([FUNDS, "全年支出110万元，其中一般公共预算105万元，其他资金5万元。"], {"general_public": 105, "other": 5}),
        # problems deny nothing
        (["七、存在的问题", "因没有政府性基金预算，部分工作未开展。"], {}),
    ],
    ids=case_id,
)  # fmt: skip
def test_sources(lines: list[str], sources: dict[str, float]) -> None:
    assert budget_of(report(*lines)).get("sources", {}) == sources


INDICATORS = ("一级指标 | 三级指标 | 目标值 | 实际完成值", "产出指标 | 公厕 | 12座 | 13座")


def form(title: str, subject: str, figures: str = "95 | 118 | 109 | 92.37%") -> tuple[str, Table]:
    """A form with a row of funds."""
    head = "资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率"
    return title, ruled(f"{subject} | < | < | <", head, f"年度资金总额 | {figures}", *INDICATORS)


DEPARTMENT = form("部门整体支出绩效自评表", "部门名称 | 云亭市城管局")
PROJECT = form("项目支出绩效自评表", "项目名称 | 公厕建设")
IN_FORM = {"original": 95, "revised": 118, "executed": 109, "execution_rate": 92.37}
IN_PROSE = [FUNDS, "年初预算100万元，全年支出110万元。", "附件"]


@pytest.mark.parametrize(
    ("of", "several_projects", "found"),
    [
        # a form alone
        (context(*PROJECT, kind="project"), False, IN_FORM),
        # forms of department and project alone
        (context(*DEPARTMENT, *PROJECT), False, {}),
        # two forms alone: sums are not invented
        (context(*PROJECT, *PROJECT, kind="project"), False, {}),
        # form and prose: the form's figures
        (report(*IN_PROSE, *DEPARTMENT), False, IN_FORM),
        # a project's form in a department's report feeds nothing
        (report(*IN_PROSE, *PROJECT), False, {"original": 100, "executed": 110}),
        # a department's form among those of projects
        (report(*IN_PROSE, *DEPARTMENT, *PROJECT), False, IN_FORM),
        # a project's report with its form
        (report(*IN_PROSE, *PROJECT, kind="project"), False, IN_FORM),
        # a report on several projects: the form is one of them
        (report(*IN_PROSE, *PROJECT, kind="project"), True, {"original": 100, "executed": 110}),
        # what the form leaves open the prose says
        (report(*IN_PROSE, *form("部门整体支出绩效自评表", "部门名称 | 云亭市城管局", " | 118 | | ")), False,
         {"original": 100, "revised": 118, "executed": 110}),
        # a printed 0 is an answer
        (report(*IN_PROSE, *form("部门整体支出绩效自评表", "部门名称 | 云亭市城管局", "0 | 118 | 109 | ")), False,
         {"original": 0, "revised": 118, "executed": 109}),
    ],
    ids=range(10),
)  # fmt: skip
def test_budget_of_forms(of: Context, several_projects: bool, found: dict[str, Any]) -> None:
    assert budget_of(of, several_projects) == found


def test_sources_in_a_forms_split() -> None:
    table = ruled("部门名称 | 云亭市城管局 | < | <", "一般公共预算：185.7 | < | 政府性基金拨款：30 | <", *INDICATORS)
    form = ("部门整体支出绩效自评表", table)
    assert budget_of(context(*form))["sources"] == {"general_public": 185.7, "government_funds": 30}
    prose = (FUNDS, "全年支出110万元，其中一般公共预算105万元。", "附件")
    assert budget_of(report(*prose, *form))["sources"] == {"general_public": 105, "government_funds": 30}


def test_the_total_of_a_plain_table_where_prose_is_silent() -> None:
    assert budget_of(report(FUNDS, "见下表。", ruled("项目 | 决算数", "支出合计 | 110"))) == {"executed": 110}


def test_the_stages_in_a_plain_table_where_prose_is_silent() -> None:
    table = ruled("项目 | 年初预算数 | 调整预算数 | 决算数", "收入合计 | 100 | 120 | 120", "支出合计 | 100 | 120 | 110")
    found = budget_of(report(FUNDS, "见下表。", table))
    assert found == {"original": 100, "revised": 120, "executed": 110, "revenue": 120}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([FUNDS, "全年支出191.11万元，其中：基本支出165.99万元（人员经费140.78万元、公用经费25.21万元），项目支出25.12万元。"],
         {"total": 191.11, "basic": 165.99, "personnel": 140.78, "operating": 25.21, "project": 25.12}),
        # spent before budgeted
        ([FUNDS, "基本支出年初预算160万元，决算165.99万元。"], {"basic": 165.99}),
        # only budgeted is not spent
        ([FUNDS, "基本支出年初预算160万元。"], {}),
        # without a stage
        (["（一）基本支出", "人员经费140.78万元，日常公用经费25.21万元。"], {"personnel": 140.78, "operating": 25.21}),
        # budgeted and spent of each
        ([FUNDS, "人员经费年初预算80万元，执行79万元。"], {"personnel": 79}),
        pytest.param(
            [FUNDS, "全年支出115万元。人员经费预算80万元，执行79万元；公用经费预算40万元，执行35.3万元。"],
            {"total": 115, "personnel": 79, "operating": 35.3},
        ),
        pytest.param(
            [FUNDS, "全年支出115万元，其中人员经费预算80万元，执行79万元；公用经费预算40万元，执行35.3万元。"],
            {"total": 115, "personnel": 79, "operating": 35.3},
            marks=pytest.mark.xfail(strict=True, reason="behind 其中 预算 is no stage, so that the budget is taken for what was spent"),
        ),
        # of several statements those that come to the whole: here the personnel money is part of an addition
        ([FUNDS, "年中追加人员经费20万元。基本支出100万元，人员经费80万元，公用经费20万元。"],
         {"basic": 100, "personnel": 80, "operating": 20}),
        # wages for want of a figure for all personnel
        (["（一）基本支出", "工资福利支出130万元。"], {"personnel": 130}),
        (["（一）基本支出", "人员经费140.78万元，其中工资福利支出130万元。"], {"personnel": 140.78}),
    ],
    ids=case_id,
)  # fmt: skip
def test_spending_in_prose(lines: list[str], found: dict[str, Any]) -> None:
    assert spending_of(report(*lines)) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["“三公”经费支出2.05万元，其中公务接待费0.5万元，公务用车运行维护费1.55万元，因公出国（境）费0万元。"],
         {"total": 2.05, "receptions": 0.5, "vehicles": 1.55, "abroad": 0}),
        # stated to be none
        (["“三公”经费支出2.05万元，无因公出国（境）费用。"], {"total": 2.05, "abroad": 0}),
        (["“三公”经费支出2.05万元，其中公务接待费2.05万元，其余两项没有支出。"],
         {"total": 2.05, "receptions": 2.05, "vehicles": 0, "abroad": 0}),
        (["未发生公务接待费用。"], {"receptions": 0}),
        (["公务用车购置及运行费均为0。"], {"vehicles": 0}),
        # all of it for one kind
        (["“三公”经费支出2.05万元，全部用于公务用车运行维护费。"], {"total": 2.05, "vehicles": 2.05}),
        # last year's
        (["公务接待费2023年支出0.5万元，2022年支出0.7万元。"], {"receptions": 0.5}),
        # the budget of them is not what was spent
        (["“三公”经费年初预算2.5万元，支出2.05万元。"], {"total": 2.05}),
        ([], {}),
    ],
    ids=case_id,
)  # fmt: skip
def test_three_public_expenses(lines: list[str], found: dict[str, Any]) -> None:
    assert spending_of(report("（一）“三公”经费使用情况", *lines)).get("three_public", {}) == found


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        # a plain table
        ([FUNDS, "见下表。", ruled("项目 | 决算数", "基本支出 | 165.99", "公务接待费 | 0.5")], {"basic": 165.99, "three_public": {"receptions": 0.5}}),
        # prose goes before it
        ([FUNDS, "基本支出166万元。", ruled("项目 | 决算数", "基本支出 | 165.99")], {"basic": 166}),
    ],
    ids=range(2),
)  # fmt: skip
def test_spending_in_plain_tables(blocks: Sequence[str | Table], found: dict[str, Any]) -> None:
    assert spending_of(report(*blocks)) == found


SPLIT = ruled("部门名称 | 云亭市城管局 | < | <", "基本支出：165.99 | < | 项目支出：25.12 | <", *INDICATORS)


def test_spending_in_a_forms_split_where_the_report_is_silent() -> None:
    of = report(FUNDS, "基本支出166万元。", "附件", "部门整体支出绩效自评表", SPLIT)
    assert spending_of(of) == {"basic": 166, "project": 25.12}


def test_problems_deny_no_three_public_expenses() -> None:
    assert spending_of(report("七、存在的问题", "因未发生公务接待费用，台账不全。")) == {}


def test_a_form_alone_states_no_other_spending() -> None:
    assert spending_of(context(*PROJECT, kind="project")) == {}


@pytest.mark.parametrize(
    ("of", "again"),
    [
        # the form's figure is kept, the prose's stated again
        (report(FUNDS, "年初预算100万元，全年支出110万元。", "附件", *DEPARTMENT), [("/budget/original", 100), ("/budget/executed", 110)]),
        # the same total twice in prose
        (report(FUNDS, "全年总支出110万元。", "四、收支情况", "全年总支出110.02万元。"), [("/budget/executed", 110.02)]),
        # a sentence that repeats one stage and gives another's
        (report(FUNDS, "年初预算100万元，支出110万元。", "四、收支情况", "年初预算100万元，支出109万元。"),
         [("/budget/original", 100), ("/budget/executed", 109)]),
        # a part of spending twice in prose
        (report(FUNDS, "基本支出决算166万元。", "四、收支情况", "基本支出决算165万元。"), [("/spending/basic", 165)]),
        # a part of spending in prose and in a table
        (report(FUNDS, "基本支出决算166万元。", ruled("项目 | 决算数", "基本支出 | 165.99")), [("/spending/basic", 165.99)]),
        # and in a form's split
        (report(FUNDS, "基本支出决算166万元。", "附件", "部门整体支出绩效自评表", SPLIT), [("/spending/basic", 165.99)]),
        # once
        (report(FUNDS, "年初预算100万元，全年支出110万元。"), []),
        # a form alone
        (context(*PROJECT, kind="project"), []),
    ],
    ids=range(8),
)  # fmt: skip
def test_what_is_stated_again(of: Context, again: list[tuple[str, float]]) -> None:
    prose, tables = Prose(of), plain(of)
    kept = budget(of, prose, tables, False), spending(of, prose, tables, [], [])
    assert [(r["field"], r["value"]) for r in stated(restated(of, prose, tables, *kept, False))] == again


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["三、项目资金使用情况", "项目支出35万元。"], {"executed": 35}),  # of a project its spending is the whole
        (["（一）项目支出情况", "年初预算40万元，支出35万元。"], {"original": 40, "executed": 35}),
        (["（一）三公经费", "支出2.05万元。"], {}),
    ],
    ids=case_id,
)  # fmt: skip
def test_the_whole_of_a_projects_report(lines: list[str], found: dict[str, Any]) -> None:
    assert budget_of(report(*lines, kind="project")) == found


def test_a_projects_income_is_what_was_granted() -> None:
    assert budget_of(report(FUNDS, "财政拨款收入40万元。", kind="project")) == {"revenue": 40}
    assert budget_of(report(FUNDS, "门诊收入400万元。", kind="project")) == {}
