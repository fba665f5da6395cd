"""Where a table's forms begin and end, what goes on in the next table, what is left over. Rows in, forms out.

The comment says what a case protects."""

from __future__ import annotations

import pytest
from form_lines import read
from small_documents import case_id, dumped, ruled

from selfeval_extract.document import Table
from selfeval_extract.structure.forms.form_reader import read_forms
from selfeval_extract.structure.grid import Grid

HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
ROW = "产出指标 | 数量指标 | 公厕 | 12座 | 13座 | 10 | 10"
READ = "indicator level1=产出指标 level2=数量指标 name=公厕 target=12座 actual=13座 weight=10 score=10"
TITLE = "项目支出绩效自评表 | < | < | < | < | < | <"


def named(subject: str) -> str:
    return f"项目名称 | {subject} | < | < | < | < | <"


@pytest.mark.parametrize(
    ("rows", "forms"),
    [
        # a title, the year in brackets below it, and the money unit beside that
        ([TITLE, "（2023年度） | < | < | < | < | < | 单位：元", named("公厕建设")],
         ["title 项目支出绩效自评表", "title （2023年度）", "field subject=公厕建设"]),
        # another title begins another form
        ([TITLE, named("公厕建设"), HEAD, ROW, TITLE, named("道路维修"), HEAD, ROW],
         ["title 项目支出绩效自评表", "field subject=公厕建设", READ, "---", "title 项目支出绩效自评表", "field subject=道路维修", READ]),
        # so does another subject behind indicators
        ([named("公厕建设"), HEAD, ROW, named("道路维修"), HEAD, ROW],
         ["field subject=公厕建设", READ, "---", "field subject=道路维修", READ]),
        # another subject in a head without indicators does not
        ([named("公厕建设"), named("道路维修"), HEAD, ROW], ["field subject=公厕建设", READ]),
        # a second header of indicators is the same form's
        ([named("公厕建设"), HEAD, ROW, HEAD, ROW], ["field subject=公厕建设", READ, READ]),
        # notes in the table, with the numbered ones behind them
        ([named("公厕建设"), "注：1.定量指标按比例得分。 | < | < | < | < | < | <", "2.定性指标分三档。 | < | < | < | < | < | <", HEAD, ROW],
         ["field subject=公厕建设", READ]),
        # a list that no note begins is not passed over
        ([named("公厕建设"), "2.定性指标分三档。 | < | < | < | < | < | <"], ["field subject=公厕建设", "unread 2.定性指标分三档。"]),
        # figures alone, outside any block
        ([named("公厕建设"), "12 | 13 | | | | | "], ["field subject=公厕建设", "unread 12", "unread 13"]),
        # empty rows say nothing
        ([named("公厕建设"), " | | | | | | ", HEAD, " | | | | | | ", ROW], ["field subject=公厕建设", READ]),
        # level names over a header that has level columns are no levels across
        (["产出指标 | < | < | < | < | < | <", HEAD, ROW], [READ, "unread 产出指标"]),
        # a name of a department in the block's heading beside its header
        (["主管部门 | 一级指标 | 三级指标 | 目标值 | 完成值", "^ | 产出指标 | 公厕 | 12座 | 13座"],
         ["indicator level1=产出指标 name=公厕 target=12座 actual=13座"]),
        # a weight in the heading beside indicators is not that of the funds
        (["绩效指标（90分） | 一级指标 | 三级指标 | 目标值 | 完成值", "^ | 产出指标 | 公厕 | 12座 | 13座"],
         ["indicator level1=产出指标 name=公厕 target=12座 actual=13座"]),
        # a column without a head is no unknown one
        (["一级指标 | 三级指标 | 目标值 | | 得分", "产出指标 | 公厕 | 12座 | 是 | 10"], ["indicator level1=产出指标 name=公厕 target=12座 score=10"]),
        # nothing of a form
        (["甲 | 乙", "丙 | 丁"], ["unread 甲", "unread 乙", "unread 丙", "unread 丁"]),
    ],
    ids=case_id,
)  # fmt: skip
def test_forms_of_a_table(rows: list[str], forms: list[str]) -> None:
    assert read(ruled(*rows)) == forms


@pytest.mark.parametrize(
    ("before", "table", "form"),
    [
        # rows of the open block: they have its columns
        (ruled(HEAD, ROW), ruled("效益指标 | 社会效益 | 覆盖率 | 95% | 96% | 10 | 10"),
         ["indicator level1=效益指标 level2=社会效益 name=覆盖率 target=95% actual=96% weight=10 score=10"]),
        # another number of columns
        (ruled(HEAD, ROW), ruled("效益指标 | 覆盖率 | 95% | 96%"), ["unread 效益指标", "unread 覆盖率", "unread 95%", "unread 96%"]),
        # the block was closed by its totals
        (ruled(HEAD, ROW, "总分 | < | < | < | < | 100 | 98"), ruled("甲 | 乙 | 丙 | 丁 | 戊 | 10 | 10"),
         ["unread 甲", "unread 乙", "unread 丙", "unread 丁", "unread 戊", "unread 10", "unread 10"]),
        # funds go on as well
        (ruled("资金来源 | 预算数 | 执行数", "财政拨款 | 100 | 90"), ruled("自筹资金 | 5 | 5"), ["fund 自筹资金 budget=5 executed=5"]),
        # a dump's rows may be shorter than the header
        (dumped(HEAD, ROW), dumped("覆盖率 | 95% | 96% | 10 | 10"), ["indicator name=覆盖率 target=95% actual=96% weight=10 score=10"]),
        # but not longer
        (dumped(HEAD, ROW), dumped("甲 | 乙 | 丙 | 丁 | 戊 | 己 | 庚 | 辛"),
         ["unread 甲", "unread 乙", "unread 丙", "unread 丁", "unread 戊", "unread 己", "unread 庚", "unread 辛"]),
    ],
    ids=range(6),
)  # fmt: skip
def test_tables_that_go_on(before: Table, table: Table, form: list[str]) -> None:
    assert read(table, before) == form


@pytest.mark.parametrize(
    ("rows", "interim"),
    [
        (["三级指标 | 年度指标值 | 1-7月完成值 | 全年预计完成值", "公厕 | 12座 | 6座 | 12座"], True),  # monitoring
        (["三级指标 | 年度指标值 | 1-7月完成值 | 实际完成值", "公厕 | 12座 | 6座 | 12座"], False),  # half-years and the year
        (["资金来源 | 年初预算数 | 1-7月执行数", "财政拨款 | 100 | 50"], True),
        (["资金来源 | 年初预算数 | 1-7月执行数", "财政拨款 | 100 | 50", "三级指标 | 目标值 | 完成值", "公厕 | 12座 | 13座"], True),  # one block
        (["三级指标 | 年度指标值 | 1-12月完成值", "公厕 | 12座 | 12座"], False),  # twelve months are the year
    ],
    ids=case_id,
)  # fmt: skip
def test_forms_of_part_of_the_year(rows: list[str], interim: bool) -> None:
    assert read_forms(Grid(ruled(*rows)))[0].interim == interim


@pytest.mark.parametrize(
    ("rows", "unit"),
    [
        ([TITLE, "（2023年度） | < | < | < | < | < | 单位：元"], "元"),  # beside the year
        (["项目资金（元） | 年初预算数 | 全年执行数", "财政拨款 | 1000 | 900"], "元"),  # in the block's heading
        (["资金来源 | 年初预算数（元） | 全年执行数", "财政拨款 | 1000 | 90"], None),  # one column's own
    ],
    ids=case_id,
)  # fmt: skip
def test_money_units(rows: list[str], unit: str | None) -> None:
    assert read_forms(Grid(ruled(*rows)))[0].money_unit == unit


@pytest.mark.parametrize(
    ("rows", "certain"),
    [
        ([HEAD, ROW], True),
        (["年度目标 | 新建公厕12座"], True),
        ([named("公厕建设"), "资金来源 | 预算数 | 执行数 | < | < | < | <", "财政拨款 | 100 | 90 | < | < | < | <"], True),
        ([named("公厕建设")], False),  # a name alone may head any table
        (["资金来源 | 预算数 | 执行数", "财政拨款 | 100 | 90"], False),  # so may money
    ],
    ids=case_id,
)  # fmt: skip
def test_what_can_be_nothing_but_a_form(rows: list[str], certain: bool) -> None:
    assert read_forms(Grid(ruled(*rows)))[0].certain == certain


def test_a_form_without_its_empty_cells_says_so() -> None:
    lost, kept = dumped(HEAD, ROW, empties=False), dumped(HEAD, ROW)
    assert [read_forms(Grid(table))[0].columns_inferred for table in (lost, kept)] == [True, False]
