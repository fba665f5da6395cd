"""Labels of a form's head and foot with their values, and the block on fund management. Rows in, form out.

The comment says what a case protects."""

from __future__ import annotations

import pytest
from form_lines import read
from small_documents import case_id, dumped, ruled

HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
ROW = "产出指标 | 数量指标 | 公厕 | 12座 | 13座 | 10 | 10"
READ = "indicator level1=产出指标 level2=数量指标 name=公厕 target=12座 actual=13座 weight=10 score=10"


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        # two pairs in a row
        (["项目名称 | 公厕建设 | 主管部门 | 云亭市城管局"], ["field subject=公厕建设", "field supervisor=云亭市城管局"]),
        # behind a colon in one cell
        (["项目名称：公厕建设 | 实施单位：云亭市环卫所"], ["field subject=公厕建设", "field unit=云亭市环卫所"]),
        # behind a colon in the next cell
        (["项目名称： | 公厕建设"], ["field subject=公厕建设"]),
        # a label whose value is missing: the next label is no value
        (["主管部门 | 实施单位 | 云亭市环卫所"], ["field unit=云亭市环卫所"]),
        # an empty value
        (["主管部门 | | 实施单位 | 云亭市环卫所"], ["field unit=云亭市环卫所"]),
        # the first of two
        (["主管部门 | 云亭市城管局", "主管部门 | 云亭市财政局"], ["field supervisor=云亭市城管局"]),
        # a subject of a single sign gives way to a real one
        (["项目名称 | / ", "项目名称 | 公厕建设"], ["field subject=公厕建设"]),
        # central and local supervisors apart
        (["中央主管部门 | 住房和城乡建设部 | 地方主管部门 | 云亭市城管局"],
         ["field central_supervisor=住房和城乡建设部", "field supervisor=云亭市城管局"]),
        # with the note in brackets and a list number
        (["1.主管部门（及代码） | 219-云亭市城管局"], ["field supervisor=219-云亭市城管局"]),
        # the money unit as a field
        (["金额单位 | 元", "预算数 | 1000 | 执行数 | 900"], ["fund - budget=1000 executed=900 元"]),
        # a long text is no label, even if it begins like one
        (["项目名称及其主要内容和预期达到的目标以及实施的具体步骤安排 | 公厕建设"],
         ["unread 项目名称及其主要内容和预期达到的目标以及实施的具体步骤安排", "unread 公厕建设"]),
        # a row of nothing known
        (["甲 | 乙"], ["unread 甲", "unread 乙"]),
    ],
    ids=case_id,
)  # fmt: skip
def test_head(rows: list[str], form: list[str]) -> None:
    assert read(ruled(*rows)) == form


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        (["评价结论 | 完成较好 | < | < | < | < | <", "存在问题 | 执行偏慢 | < | < | < | < | <", "改进措施 | 加强调度 | < | < | < | < | <"],
         ["closing conclusion=完成较好", "closing problems=执行偏慢", "closing measures=加强调度"]),
        # both in one
        (["存在的问题及改进措施 | 执行偏慢，加强调度 | < | < | < | < | <"], ["closing problems_and_measures=执行偏慢，加强调度"]),
        # no wording of a label, but words of one
        (["实施过程中的不足之处 | 执行偏慢 | < | < | < | < | <"], ["closing problems=执行偏慢"]),
        # below the indicators 自评结果 is the grade
        (["自评结果 | 优 | < | < | < | < | <"], ["closing grade=优"]),
        # the total beside another label
        (["自评等级 | 优 | 总分 | 98 | < | < | <"], ["closing grade=优", "closing score=98"]),
        # who filled it in
        (["填表人 | 王某 | < | < | < | < | <"], ["closing end=王某"]),
        # in one cell
        (["存在问题：执行偏慢 | < | < | < | < | < | <"], ["closing problems=执行偏慢"]),
    ],
    ids=case_id,
)  # fmt: skip
def test_foot(rows: list[str], form: list[str]) -> None:
    assert read(ruled(HEAD, ROW, *rows)) == [READ, *form]


def test_words_of_a_foot_say_nothing_in_the_head() -> None:
    assert read(ruled("实施过程中的不足之处 | 执行偏慢")) == ["unread 实施过程中的不足之处", "unread 执行偏慢"]


MANAGEMENT = "资金管理情况 | < | 情况说明 | 存在问题和改进措施"


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        # problems by aspect, the block's heading merged beside them
        ([MANAGEMENT, "^ | 分配科学性 | 按因素法分配 | 无", "^ | 使用规范性 | 专款专用 | 支付偏慢"],
         ["management problems=无", "management problems=支付偏慢"]),
        # a column of its own for the measures
        (["资金管理 | 情况说明 | 存在问题 | 改进措施", "分配科学性 | 按因素法分配 | 细化不够 | 修订办法"],
         ["management problems=细化不够", "management measures=修订办法"]),
        # an empty problem
        ([MANAGEMENT, "^ | 分配科学性 | 按因素法分配 | "], []),
        # a label of the head or foot ends the block
        ([MANAGEMENT, "^ | 分配科学性 | 按因素法分配 | 无", "主管部门 | 云亭市城管局 | < | <"],
         ["field supervisor=云亭市城管局", "management problems=无"]),
        # so do the goals
        ([MANAGEMENT, "^ | 分配科学性 | 按因素法分配 | 无", "年度目标 | 新建公厕12座 | 完成情况 | 新建公厕13座"],
         ["expected 新建公厕12座", "actual 新建公厕13座", "management problems=无"]),
        # problems without a description of the situation are no such block
        (["资金管理 | 存在问题", "分配科学性 | 无"], ["unread 分配科学性", "unread 无"]),
    ],
    ids=case_id,
)  # fmt: skip
def test_fund_management(rows: list[str], form: list[str]) -> None:
    assert read(ruled(*rows)) == form


def test_fund_management_of_a_dump_is_counted_from_the_right() -> None:
    rows = (
        "资金管理情况 | 情况说明 | 存在问题和改进措施",
        "分配科学性 | 按因素法分配 | 细化不够",
        " | 使用规范性 | 专款专用 | 支付偏慢",
    )
    assert read(dumped(*rows)) == ["management problems=细化不够", "management problems=支付偏慢"]
