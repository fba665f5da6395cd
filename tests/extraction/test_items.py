"""Projects and functional headings listed in prose. A line a case; the comment says what it protects."""

from __future__ import annotations

from typing import Any

import pytest
from small_contexts import report, stated
from small_documents import case_id

from selfeval_extract.extraction.items import listed_functions, listed_projects
from selfeval_extract.extraction.money import Prose


def projects(*lines: str) -> list[str]:
    """`name amount: purpose` of each project in a report with these lines."""
    context = report(*lines)
    return [_shown(item) for item in stated(listed_projects(context, Prose(context).project_totals))]


def _shown(item: dict[str, Any]) -> str:
    return f"{item['name']} {item['amount']}" + (f": {item['purpose']}" if "purpose" in item else "")


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("临聘人员经费25.12万元，用于发放劳务派遣人员工资。", ["临聘人员经费 25.12: 用于发放劳务派遣人员工资"]),
        ("1.城区公厕建设80万元；2.道路维修40万元。", ["城区公厕建设 80", "道路维修 40"]),  # numbers are no part of names
        ("一是公厕建设项目80万元，二是绿化养护40万元。", ["公厕建设项目 80", "绿化养护 40"]),
        ("“智慧城管”项目支出80万元", ["智慧城管 80"]),  # a quoted name
        ("公厕建设经费支出80万元", ["公厕建设经费 80"]),  # 支出 behind a name that has ended
        ("公厕建设，全年预算100万元，支出80万元，用于新建公厕。", ["公厕建设 80: 用于新建公厕"]),  # the final figure
        pytest.param(
            "公厕建设（80万元）、绿化养护（40万元）", ["公厕建设 80", "绿化养护 40"],  # amounts in brackets
        ),
        ("公厕建设：80万元", ["公厕建设 80"]),
        ("★公厕建设80万元；★绿化养护40万元。", ["公厕建设 80", "绿化养护 40"]),  # marks of a list
        ("甲、公厕建设80万元；乙、绿化养护40万元。", ["公厕建设 80", "绿化养护 40"]),
        ("重点保障了公厕建设80万元、绿化养护40万元。", ["公厕建设 80", "绿化养护 40"]),  # what was done, before the name
        ("公厕建设80万元、绿化养护40万元，共120万元。", ["公厕建设 80", "绿化养护 40"]),  # their sum is none's
        ("公厕建设80万元，比预算少20万元。", ["公厕建设 80"]),  # a comparison
        ("公厕建设80万元，人均费用由2元提高到3元。", ["公厕建设 80"]),
        ("最大的一笔是公厕建设80万元；在绿化养护上投入40万元；按合同支付房屋租赁费20万元。",
         ["公厕建设 80", "绿化养护 40", "房屋租赁费 20"]),  # words around a name
        ("公厕建设安排专项债券80万元。", ["公厕建设 80"]),  # where the money came from
        ("公厕建设。支出80万元；绿化养护，支出40万元。", ["公厕建设 80", "绿化养护 40"]),  # a head, and names behind it
        ("拨付80万元公厕建设资金，用于新建公厕。", ["公厕建设资金 80: 用于新建公厕"]),  # right behind the amount
        ("项目支出由两部分组成。公厕建设支出80万元，用于新建公厕；绿化养护支出40万元。",
         ["公厕建设 80: 用于新建公厕", "绿化养护 40"]),  # what announces a list names none of it
        ("公厕建设8000元", ["公厕建设 0.8"]),
        ("主要包括公厕建设80万元", ["公厕建设 80"]),  # a word that announces it
        pytest.param(
            "高标准农田建设80万元", ["高标准农田建设 80"],  # 标准 inside a name
        ),
        ("项目支出合计120万元", []),  # a sum
        ("年初预算100万元，较上年增加20万元", []),  # budget and change
        ("全年支出80万元", []),
        ("其中财政拨款80万元", []),  # where money came from
        ("公务接待费0.5万元", []),
        ("教育支出80万元", []),  # a functional heading
        ("补助标准80元/人", []),  # a price
        ("120万元用于公厕建设，80万元用于绿化养护。", []),  # amounts before the names: none is a name
    ],
)  # fmt: skip
def test_projects_in_their_section(line: str, listed: list[str]) -> None:
    assert projects("（二）项目支出情况", line) == listed


@pytest.mark.parametrize(
    ("lines", "listed"),
    [
        # announced in the midst of other money: only what stands behind
        (["三、收支情况", "基本支出60万元，项目支出120万元，其中：公厕建设80万元，绿化养护40万元。"], ["公厕建设 80", "绿化养护 40"]),
        # nothing announces it
        (["三、收支情况", "公厕建设80万元，绿化养护40万元。"], []),
        # two names with what they were given for
        (["三、收支情况", "公厕建设80万元，用于新建公厕；绿化养护40万元，用于草坪修剪。"],
         ["公厕建设 80: 用于新建公厕", "绿化养护 40: 用于草坪修剪"]),
        # announced on a line of its own: the lines behind are items
        (["三、收支情况", "项目支出120万元，具体如下：", "公厕建设80万元。", "绿化养护40万元。"], ["公厕建设 80", "绿化养护 40"]),
        # up to a line that is none
        (["三、收支情况", "项目支出150万元，具体如下：", "公厕建设80万元。", "资金均已拨付。", "绿化养护40万元。"], ["公厕建设 80"]),
        # items that come to the project spending, whatever announces them
        (["三、收支情况", "项目支出120万元。用在两处，公厕建设80万元，绿化养护40万元。"], ["公厕建设 80", "绿化养护 40"]),
        (["三、收支情况", "基本支出60万元：人员经费50万元，公用经费10万元。项目支出120万元：公厕建设：80万元；绿化养护：40万元。"],
         ["公厕建设 80", "绿化养护 40"]),
        # the same of headings, each with what was spent below it
        (["二、资金情况", "项目支出120万元。", "（一）公厕建设", "年初安排90万元，支出80万元。", "（二）绿化养护", "支出40万元。"],
         ["公厕建设 80", "绿化养护 40"]),
        # the only project
        (["三、收支情况", "项目支出80万元，为公厕建设，用于新建公厕。"], ["公厕建设 80: 用于新建公厕"]),
        (["三、收支情况", "项目支出为公厕建设，金额80万元。"], ["公厕建设 80"]),
        # also where another clause comes before the name
        (["三、收支情况", "项目支出120万元，具体如下：", "按进度，公厕建设80万元。"], ["公厕建设 80"]),
        # what was achieved with the money lists no projects
        (["三、绩效情况", "公厕建设80万元已完成。"], []),
        # but where it is said to be project spending
        (["三、绩效情况", "项目支出中，公厕建设80万元已完成。"], ["公厕建设 80"]),
        # another matter ends the list
        (["（二）项目支出情况", "公厕建设80万元。", "三公经费方面如下。", "车辆维修40万元。"], ["公厕建设 80"]),
        # problems list no projects
        (["七、存在的问题", "项目支出中：公厕建设80万元未支付。"], []),
    ],
    ids=case_id,
)  # fmt: skip
def test_where_projects_are_listed(lines: list[str], listed: list[str]) -> None:
    assert projects(*lines) == listed


def test_a_project_is_quoted_name_amount_and_purpose_apart() -> None:
    (item,) = listed_projects(report("（二）项目支出情况", "1.公厕建设 80 万元，主要用于新建公厕。"), frozenset())
    quotes = [q.quote for leaf in (item["name"], item["amount"], item["purpose"]) if leaf for q in leaf.evidence]
    assert quotes == ["公厕建设", "80 万元", "用于新建公厕"]


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("一般公共服务支出30万元，教育支出12.5万元。", [("一般公共服务支出", 30), ("教育支出", 12.5)]),
        ("205教育支出12.5万元", [("205教育支出", 12.5)]),  # with its code
        ("城乡社区支出（类）决算80万元", [("城乡社区支出", 80)]),
        ("教育支出12.5万元，比教育支出10万元多", [("教育支出", 12.5)]),  # the first of two
        ("教育培训支出12.5万元", []),  # no heading of the classification
        ("其他支出5万元", []),  # alone it says nothing of functions
        ("教育支出12.5万元，其他支出5万元", [("教育支出", 12.5), ("其他支出", 5)]),
    ],
)
def test_functions(line: str, listed: list[tuple[str, float]]) -> None:
    found = stated(listed_functions(report("三、收支情况", line)))
    assert [(item["name"], item["amount"]) for item in found] == listed


def test_functions_are_no_matter_of_problems() -> None:
    assert listed_functions(report("七、存在的问题", "教育支出12.5万元未执行。")) == []
