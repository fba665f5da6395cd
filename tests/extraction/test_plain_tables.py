"""Plain tables inside a report's prose, and the base data table. Rows in, facts out; the comment says what a case protects."""

from __future__ import annotations

from typing import Any

import pytest
from small_contexts import report, stated
from small_documents import case_id, ruled

from selfeval_extract.extraction.base_data import base_data
from selfeval_extract.extraction.plain_tables import is_function, plain_amounts, subject_of


def read(*rows: str, above: str = "情况如下。", year: int | None = 2023) -> dict[str, Any]:
    """What plain tables say, without what they say nothing of."""
    found = plain_amounts(report("三、收支情况", above, ruled(*rows), year=year))
    parts = {
        "amounts": found.amounts,
        "sources": found.sources,
        "staff": found.staff,
        "budget": found.budget,
        "projects": found.projects,
        "functions": found.functions,
        "duties": found.duties and found.duties.string,
    }
    return {name: shown for name, shown in stated(parts).items() if shown}


@pytest.mark.parametrize(
    ("rows", "facts"),
    [
        # a kind of spending a row
        (["项目 | 金额", "基本支出 | 165.99", "其中：人员经费 | 140.78", "项目支出 | 25.12", "支出合计 | 191.11"],
         {"amounts": {"basic": 165.99, "personnel": 140.78, "project": 25.12, "total": 191.11}}),
        # spent before budgeted
        (["项目 | 预算数 | 决算数", "公务接待费 | 1 | 0.5"], {"amounts": {"receptions": 0.5}}),
        # this year's before last year's
        (["项目 | 2022年决算数 | 2023年决算数", "公务接待费 | 1 | 0.5"], {"amounts": {"receptions": 0.5}}),
        (["项目 | 2023年决算数 | 2022年决算数", "公务接待费 | 0.5 | 1"], {"amounts": {"receptions": 0.5}}),
        # only a budget
        (["项目 | 预算数", "公务接待费 | 1"], {"amounts": {"receptions": 1}}),
        # the unit in the column's head
        (["项目 | 决算数（元）", "公务接待费 | 5000"], {"amounts": {"receptions": 0.5}}),
        # two blocks side by side
        (["项目 | 决算数 | 项目 | 决算数", "基本支出 | 165.99 | 公务接待费 | 0.5"], {"amounts": {"basic": 165.99, "receptions": 0.5}}),
        # row numbers are no labels
        (["项目 | 序号 | 决算数", "公务接待费 | 1 | 0.5"], {"amounts": {"receptions": 0.5}}),
        # a first 0 gives way to a figure further down
        (["项目 | 决算数", "公务用车购置费 | 0", "公务用车运行维护费 | 1.55"], {"amounts": {"vehicles": 1.55}}),
        # the first figure of two
        (["项目 | 决算数", "公务接待费 | 0.5", "公务接待费 | 0.7"], {"amounts": {"receptions": 0.5}}),
        # the total of a table of the three public expenses
        (["“三公”经费项目 | 决算数", "公务接待费 | 0.5", "公务用车运行维护费 | 1.55", "合计 | 2.05"],
         {"amounts": {"receptions": 0.5, "vehicles": 1.55, "three_public": 2.05}}),
        # a total of something else
        (["项目 | 决算数", "公务接待费 | 0.5", "合计 | 2.05"], {"amounts": {"receptions": 0.5}}),
        # figures across, below heads of subjects
        (["支出合计 | 基本支出 | 项目支出", "191.11 | 165.99 | 25.12"], {"amounts": {"total": 191.11, "basic": 165.99, "project": 25.12}}),
        # figures across whose heads say nothing known
        (["甲 | 乙 | 丙", "191.11 | 165.99 | 25.12"], {}),
        # functional headings, with and without their code
        (["支出功能分类 | 决算数", "205教育支出 | 12.5", "城乡社区支出 | 80"],
         {"functions": [{"name": "205教育支出", "amount": 12.5}, {"name": "城乡社区支出", "amount": 80}]}),
        # projects with what the money was for; their total is that of project spending
        (["项目名称 | 决算数 | 主要用途", "公厕建设 | 80 | 新建公厕", "合计 | 80 | "],
         {"projects": [{"name": "公厕建设", "amount": 80, "purpose": "新建公厕"}], "amounts": {"project": 80}}),
        # basic and project spending with their total, in all stages
        (["类别 | 年初预算数 | 调整预算数 | 决算数", "基本支出 | 60 | 70 | 65", "项目支出 | 30 | 50 | 45", "合计 | 90 | 120 | 110"],
         {"budget": {"original": 90, "revised": 120, "executed": 110}, "amounts": {"basic": 65, "project": 45, "total": 110}}),
        (["专项名称 | 决算数", "公厕建设 | 80"], {"projects": [{"name": "公厕建设", "amount": 80}]}),
        # sources of money
        (["资金来源 | 决算数", "一般公共预算 | 185.7", "其他资金 | 5"], {"sources": {"general_public": 185.7, "other": 5}}),
        # the stages of the whole
        (["项目 | 2023年年初预算 | 2023年调整预算 | 2023年决算数 | 2022年决算数",
          "收入合计 | 3126.5 | 4018.77 | 4018.77 | 3500", "支出合计 | 3126.5 | 4018.77 | 3942.05 | 3400"],
         {"amounts": {"total": 3942.05}, "budget": {"original": 3126.5, "revised": 4018.77, "executed": 3942.05, "revenue": 4018.77}}),
        # one stage alone is no budget
        (["项目 | 2023年决算数", "支出合计 | 3942.05"], {"amounts": {"total": 3942.05}}),
        # words for figures
        (["项目 | 决算数", "公务接待费 | 详见附表"], {}),
        # a table of other things
        (["科室 | 地点", "办公室 | 三楼"], {}),
    ],
    ids=case_id,
)  # fmt: skip
def test_money(rows: list[str], facts: dict[str, Any]) -> None:
    assert read(*rows) == facts


def test_the_money_unit_above_a_table() -> None:
    assert read("项目 | 决算数", "公务接待费 | 5000", above="单位：元") == {"amounts": {"receptions": 0.5}}


def test_the_money_unit_across_a_table() -> None:
    rows = ("单位：元 | < | <", "支出合计 | 基本支出 | 项目支出", "9000 | 5000 | 4000")
    assert read(*rows)["amounts"] == {"total": 0.9, "basic": 0.5, "project": 0.4}


def test_without_a_year_the_last_of_several_final_figures() -> None:
    assert read("项目 | 2022年决算数 | 2023年决算数", "公务接待费 | 1 | 0.5", year=None) == {
        "amounts": {"receptions": 0.5}
    }


def test_the_first_table_that_names_a_subject() -> None:
    tables = (ruled("项目 | 决算数", f"公务接待费 | {figure}") for figure in ("0.5", "0.7"))
    assert stated(plain_amounts(report("三、收支情况", *tables)).amounts) == {"receptions": 0.5}


@pytest.mark.parametrize(
    ("rows", "facts"),
    [
        # posts and people in columns, the row of totals
        (["类别 | 编制数 | 在职人数", "行政 | 10 | 9", "合计 | 28 | 26"], {"staff": {"authorised": 28, "active": 26}}),
        # one row
        (["编制数 | 在职人数", "28 | 26"], {"staff": {"authorised": 28, "active": 26}}),
        # those who have retired in rows of their own
        (["类别 | 编制数 | 在职人数", "合计 | 28 | 26", "离休人员 | | 1", "退休人员 | | 12"],
         {"staff": {"authorised": 28, "active": 26, "retired_cadres": 1, "retired": 12}}),
        # kinds alone: no sum is invented
        (["类别 | 编制数 | 在职人数", "行政 | 10 | 9", "事业 | 18 | 17"], {}),
        # a kind of staff a row, years across
        (["项目 | 2022年 | 2023年", "编制数 | 28 | 29", "在职人员 | 26 | 27", "退休人员 | 12 | 13"],
         {"staff": {"authorised": 29, "active": 27, "retired": 13}}),
        # a number a row
        (["编制数 | 28", "在职人员 | 26", "退休人员 | 12"], {"staff": {"authorised": 28, "active": 26, "retired": 12}}),
        # labels and values side by side, the unit's duties
        (["人员编制 | 46 | 实有在职人数 | 43", "职能职责概述 | 负责环卫。 | < | <"],
         {"staff": {"authorised": 46, "active": 43}, "duties": "负责环卫。"}),
        (["人员编制 | 46 | 职能职责概述 | 无"], {"staff": {"authorised": 46}}),
    ],
    ids=case_id,
)  # fmt: skip
def test_staff(rows: list[str], facts: dict[str, Any]) -> None:
    assert read(*rows) == facts


@pytest.mark.parametrize(
    ("head", "subject"),
    [
        ("公务接待费", "receptions"),
        ("其中：人员经费", "personnel"),
        ("“三公”经费合计", "three_public"),
        ("本年支出合计", "total"),
        ("公厕建设", None),
    ],
)
def test_subjects_that_heads_name(head: str, subject: str | None) -> None:
    assert subject_of(ruled(head).cells[0]) == subject


@pytest.mark.parametrize(
    ("name", "function"),
    [("教育支出", True), ("205教育支出", True), ("教育", False), ("教育培训支出", False), ("支出", False)],
)
def test_names_of_functions(name: str, function: bool) -> None:
    assert is_function(name) == function


BASE = (
    "经费控制情况 | 2022年决算数 | 2023年预算数 | 2023年决算数",
    "三公经费 | 3 | 2.5 | 2.05",
    "1、公务用车购置和维护经费 | 2 | 1.8 | 1.55",
)
STAFF = "财政供养人员情况 | 编制数 | 2023年实际在职人数 | 控制率", "^ | 28 | 26 | 92.86%"
ROWS = [
    {"label": "三公经费", "prior": 3, "budget": 2.5, "executed": 2.05},
    {"label": "1、公务用车购置和维护经费", "prior": 2, "budget": 1.8, "executed": 1.55},
]


@pytest.mark.parametrize(
    ("above", "rows", "found"),
    [
        ("部门整体支出绩效评价基础数据表", [*STAFF, *BASE], {"authorised": 28, "active": 26, "control_rate": 92.86, "rows": ROWS}),
        # without a title: known by the three public expenses in its first column
        ("情况如下。", BASE, {"rows": ROWS}),
        # neither title nor three public expenses
        ("情况如下。", ["项目 | 上年决算数 | 预算数 | 决算数", "培训费 | 3 | 2.5 | 2.05"], None),
        # two columns of final figures without a year: the first is last year's
        ("基础数据表", ["项目 | 决算数 | 预算数 | 决算数", "培训费 | 3 | 2.5 | 2.05"],
         {"rows": [{"label": "培训费", "prior": 3, "budget": 2.5, "executed": 2.05}]}),
        # 上年 for last year's
        ("基础数据表", ["项目 | 预算数 | 决算数 | 上年决算数", "培训费 | 2.5 | 2.05 | 3"],
         {"rows": [{"label": "培训费", "prior": 3, "budget": 2.5, "executed": 2.05}]}),
        # rows without a figure or a label
        ("基础数据表", [BASE[0], "三公经费 | 3 | 2.5 | 2.05", "厉行节约措施 | | | ", " | 1 | 1 | 1"], {"rows": ROWS[:1]}),
        # a figure across two columns is neither's
        ("基础数据表", [BASE[0], "三公经费 | 3 | 2.5 | <"], {"rows": [{"label": "三公经费", "prior": 3}]}),
        # the unit above, and a figure with its own
        ("基础数据表 单位：元", [BASE[0], "三公经费 | 30000 | 2.5万元 | 20500"],
         {"rows": [{"label": "三公经费", "prior": 3, "budget": 2.5, "executed": 2.05}]}),
        # a second block with its own heads
        ("基础数据表", [*BASE[:2], "支出情况 | 2023年预算数 | 2023年决算数 | ", "公用经费 | 25 | 24 | "],
         {"rows": [ROWS[0], {"label": "公用经费", "budget": 25, "executed": 24}]}),
        # no budget among the heads
        ("基础数据表", ["项目 | 2022年决算数 | 2023年决算数", "三公经费 | 3 | 2.05"], None),
    ],
    ids=range(10),
)  # fmt: skip
def test_base_data(above: str, rows: list[str], found: dict[str, Any] | None) -> None:
    assert stated(base_data(report("三、收支情况", above, ruled(*rows)))) == found
