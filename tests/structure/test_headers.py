"""What the columns under a header are, and which cell of a row belongs to each. The comment says what a case protects."""

from __future__ import annotations

import pytest
from small_documents import case_id, dumped, ruled

from selfeval_extract.document import Table
from selfeval_extract.structure.forms.headers import Header, cells_by_role, header_at, lead_roles
from selfeval_extract.structure.grid import Grid
from selfeval_extract.vocabulary.labels import FUND_COLUMNS, INDICATOR_COLUMNS, ColumnGroup

INDICATORS = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
FUNDS = "年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分"


def header(group: ColumnGroup, table: Table, rows: int) -> Header:
    return header_at(Grid(table), group, 0, rows - 1)


def roles(of: Header) -> str:
    """The roles of a header's columns; - for a column without one."""
    return " ".join(column.role or "-" for column in of.columns)


@pytest.mark.parametrize(
    ("rows", "heads", "expected"),
    [
        # the Ministry's columns
        ([INDICATORS + " | 偏差原因分析及改进措施"], 1, "level1 level2 name target actual weight score note"),
        # sign and unit in columns of their own
        (["三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值"], 1, "name comparator target unit actual"),
        # an unknown head
        (["一级指标 | 三级指标 | 目标值 | 核心程度 | 得分"], 1, "level1 name target - score"),
        # heads over two rows: the lower ones decide
        (["绩效指标 | < | < | 年度情况 | < | 得分", "一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | ^"], 2,
         "level1 level2 name target actual score"),
        # heads of three rows, merged down
        (["绩效情况 | < | < | 得分", "指标 | < | 值 | ^", "一级指标 | 三级指标 | 目标值 | ^"], 3, "level1 name target score"),
        # a block's heading merged down beside all its rows
        (["绩效指标 | 一级指标 | 三级指标 | 目标值 | 完成值", "^ | 产出指标 | 公厕 | 12座 | 13座"], 1,
         "- level1 name target actual"),
        # the same with an empty cell below
        (["绩效指标 | 一级指标 | 三级指标 | 目标值 | 完成值", " | 产出指标 | 公厕 | 12座 | 13座"], 1,
         "- level1 name target actual"),
        # a heading that sounds like a column that comes further right
        (["绩效目标完成情况 | 一级指标 | 三级指标 | 目标值 | 完成情况", "^ | 产出指标 | 公厕 | 12座 | 13座"], 1,
         "- level1 name target actual"),
        # a column of names that heads the levels, too: the last of its columns is the name
        (["评价内容 | < | < | 目标值 | 完成值", "产出 | 数量 | 公厕 | 12座 | 13座", "^ | 质量 | 合格率 | 100% | 100%"], 1,
         "- - name target actual"),
        # the same head over one merged cell in most rows: one column
        (["评价内容 | < | 目标值 | 完成值", "公厕 | < | 12座 | 13座", "合格率 | < | 100% | 100%", "产出 | 站点 | 1 | 1"], 1,
         "name target actual"),
        # the same over cells of their own
        (["绩效指标 | 一级指标 | 三级指标 | 目标值 | 完成值", "公厕类 | 产出指标 | 公厕 | 12座 | 13座"], 1,
         "- level1 name target actual"),
        # a name left of its level
        (["指标名称 | 一级指标 | 目标值 | 完成值", "公厕 | 产出指标 | 12座 | 13座"], 1, "name level1 target actual"),
        # two columns of names side by side: the right one
        (["考核内容 | 考核指标 | 目标值 | 完成值", "环卫 | 公厕 | 12座 | 13座"], 1, "- name target actual"),
        # names again further right: the other half
        (["三级指标 | 目标值 | 三级指标 | 目标值", "公厕 | 12座 | 站点 | 1个"], 1, "name target name target"),
        # weights before each level: the one nearest the name's values
        (["一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 目标值 | 分值 | 得分"], 1,
         "level1 other level2 other name target weight score"),
        # weights of levels alone: the last of them
        (["一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 目标值 | 得分"], 1, "level1 other level2 weight name target score"),
    ],
    ids=case_id,
)  # fmt: skip
def test_columns_of_indicators(rows: list[str], heads: int, expected: str) -> None:
    assert roles(header(INDICATOR_COLUMNS, ruled(*rows), heads)) == expected


@pytest.mark.parametrize(
    ("rows", "heads", "expected"),
    [
        ([f" | {FUNDS}", "年度资金总额 | 100 | 120 | 110 | 10 | 91.67% | 9.17"], 1,
         "- original revised executed weight rate score"),
        # the block's heading sounds like an amount, but stands over words
        ([f"年度预算申请（万元） | {FUNDS}", "年度资金总额 | 100 | 120 | 110 | 10 | 91.67% | 9.17"], 1,
         "- original revised executed weight rate score"),
        # the labels' head keeps its role
        ([f"资金来源 | {FUNDS}", "财政拨款 | 100 | 120 | 110 | 10 | 91.67% | 9.17"], 1,
         "label original revised executed weight rate score"),
        # what the lower head leaves open the upper one says: 调整后 over 预算数
        (["项目资金 | 年初 | 调整后 | <", "^ | 预算数 | 预算数 | 执行数", "总额 | 100 | 120 | 110"], 2,
         "- original revised executed"),
        # a bare budget
        (["项目 | 预算数（A） | 执行数（B） | 执行率（B/A）", "总额 | 120 | 110 | 91.67%"], 1, "label budget executed rate"),
        # the rate's points are no rate
        (["项目 | 预算数 | 执行数 | 执行率 | 执行率得分", "总额 | 120 | 110 | 91.67% | 9.2"], 1,
         "label budget executed rate score"),
        # 执行 alone says too little, too: what stands over it decides
        (["资金 | 上年 | < | 本年 | <", "^ | 预算 | 执行 | 预算 | 执行", "总额 | 1 | 2 | 3 | 4"], 2,
         "- last_year last_year revised executed"),
        # last year's money and this year's
        (["项目 | 上年结转 | 全年预算数 | 执行数", "总额 | 5 | 120 | 110"], 1, "label last_year revised executed"),
        # a row that leaves the first amount open
        (["项目资金 | 年初预算数 | 全年执行数", "总额 | / | 110"], 1, "- original executed"),
    ],
    ids=case_id,
)  # fmt: skip
def test_columns_of_funds(rows: list[str], heads: int, expected: str) -> None:
    assert roles(header(FUND_COLUMNS, ruled(*rows), heads)) == expected


@pytest.mark.parametrize(
    ("rows", "heads", "expected"),
    [
        ([INDICATORS], 1, "level1 level2 name target actual weight score"),
        # a second row under one head of the first, its other cells empty
        (["一级指标 | 二级指标 | 三级指标 | 年度情况 | 得分", " | | | 目标值 | 完成值 | "], 2,
         "level1 level2 name target actual score"),
        # two heads of the first row are divided alike
        (["三级指标 | 年度情况 | 自评 | 得分原因", " | 目标值 | 完成值 | 分值 | 得分 | "], 2, "name target actual weight score note"),
        # a second row without empty cells stands under the head that says nothing of its own
        (["绩效指标 | 目标值 | 完成值 | 分值 | 得分", "一级指标 | 二级指标 | 三级指标"], 2,
         "level1 level2 name target actual weight score"),
        # also where no wording knows that head
        (["绩效考核体系 | 目标值 | 完成值", "一级指标 | 三级指标"], 2, "level1 name target actual"),
        # the rows below have a cell more than there are heads: the names' head stood over a level
        (["指标内容 | 目标值 | 完成值 | 分值", "产出 | 公厕 | 12座 | 13座 | 10", "效益 | 站点 | 1 | 1 | 10"], 1,
         "- name target actual weight"),
        # rows of label and value, which follow the block, do not count
        (["指标内容 | 目标值 | 完成值 | 分值", "产出 | 公厕 | 12座 | 13座 | 10", "总分 | 100", "等级 | 优"], 1,
         "- name target actual weight"),
        # three more are too many to be levels
        (["指标内容 | 目标值 | 完成值 | 分值", "甲 | 乙 | 丙 | 公厕 | 12座 | 13座 | 10"], 1, "name target actual weight"),
    ],
    ids=case_id,
)  # fmt: skip
def test_columns_of_text_dumps(rows: list[str], heads: int, expected: str) -> None:
    assert roles(header(INDICATOR_COLUMNS, dumped(*rows), heads)) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["年度预算申请 | 年初预算数 | 全年执行数", "资金总额 | 100 | 90"], "- original executed"),  # stands over words
        (["年初预算数 | 全年执行数", "年度资金总额 | 100 | 90"], "original executed"),  # the row's label has no head
    ],
)
def test_columns_of_funds_in_text_dumps(rows: list[str], expected: str) -> None:
    assert roles(header(FUND_COLUMNS, dumped(*rows), 1)) == expected


def test_columns_set_with_blanks_have_their_role_from_the_lowest_head() -> None:
    table = ruled("三级指标 | 目标值 | < | 得分", "~ | 目标值 | ~ | ~", "公厕 | 12座 | ~ | 10", "站点 | 1个 | ~ | 10")
    assert roles(header(INDICATOR_COLUMNS, table, 2)) == "name target - score"


def test_a_header_keeps_the_places_of_its_columns() -> None:
    found = header(INDICATOR_COLUMNS, ruled("一级指标 | 三级指标 | < | 目标值"), 1)
    assert [(c.start, c.end) for c in found.columns] == [(0, 1), (1, 3), (3, 4)]
    assert (found.width, len(found.heads)) == (3, 3)
    target, weight = found.column("target"), found.column("weight")
    assert target is not None and target.cell.text.string == "目标值" and weight is None


@pytest.mark.parametrize(
    ("table", "row", "expected"),
    [
        # merged levels belong to every row that they cover
        (ruled(INDICATORS, "产出指标 | 数量指标 | 公厕 | 12座 | 13座 | 10 | 10", "^ | ^ | 站点 | 1个 | 1个 | 5 | 4"), 2,
         "level1=产出指标 level2=数量指标 name=站点 target=1个 actual=1个 weight=5 score=4"),
        # an empty cell is empty
        (ruled(INDICATORS, "产出指标 | | 公厕 | 12座 | | 10 | "), 1,
         "level1=产出指标 level2= name=公厕 target=12座 actual= weight=10 score="),
        # a cell over two columns serves the first of them only
        (ruled(INDICATORS, "产出指标 | 数量指标 | < | 12座 | 13座 | 10 | 10"), 1,
         "level1=产出指标 level2=数量指标 target=12座 actual=13座 weight=10 score=10"),
        # a head over two columns: the cell that covers most of it
        (ruled("三级指标 | 目标值 | < | < | 得分", "公厕 | 约 | 12座 | < | 10"), 1, "name=公厕 target=12座 score=10"),
        # the header's own cells are no data
        (ruled("三级指标 | 目标值 | 完成值", "^ | 12座 | 13座"), 1, "target=12座 actual=13座"),
        # of two columns of signs the one that holds a sign
        (ruled("三级指标 | 指标性质 | 计算符号 | 目标值", "公厕 | 定量 | ≥ | 12座"), 1, "name=公厕 comparator=≥ target=12座"),
        (ruled("三级指标 | 计算符号 | 指标性质 | 目标值", "公厕 | ≥ | 定量 | 12座"), 1, "name=公厕 comparator=≥ target=12座"),
        # a dump's row beside the block's heading
        (dumped("绩效情况 | 一级指标 | 三级指标 | 目标值", "年度 | 产出指标 | 公厕 | 12座"), 1, "level1=产出指标 name=公厕 target=12座"),
        # a dump's row of the header's width
        (dumped(INDICATORS, "产出指标 | 数量指标 | 公厕 | 12座 | 13座 | 10 | 9"), 1,
         "level1=产出指标 level2=数量指标 name=公厕 target=12座 actual=13座 weight=10 score=9"),
        # a dump that lost its empty cells: what a column may hold decides
        (dumped(INDICATORS, "质量指标 | 合格率 | 100% | 98% | 10 | 9"), 1,
         "level2=质量指标 name=合格率 target=100% actual=98% weight=10 score=9"),
        (dumped(INDICATORS, "合格率 | 100% | 98% | 10 | 9"), 1, "name=合格率 target=100% actual=98% weight=10 score=9"),
    ],
    ids=range(11),
)  # fmt: skip
def test_cells_of_a_row(table: Table, row: int, expected: str) -> None:
    cells = cells_by_role(Grid(table), header(INDICATOR_COLUMNS, table, 1), row)
    assert " ".join(f"{role}={cell.text.string}" for role, cell in cells.items()) == expected


@pytest.mark.parametrize(
    ("group", "row", "expected"),
    [
        (INDICATOR_COLUMNS, "绩效情况 | 一级指标 | 三级指标 | 目标值", ["lead", "level1", "name", "target"]),
        (FUND_COLUMNS, "项目资金 | 年初预算数 | 全年执行数", ["label", "original", "executed"]),  # the only lead is the labels'
        (FUND_COLUMNS, "甲 | 乙 | 年初预算数 | 全年执行数", ["lead", "label", "original", "executed"]),  # the last of two
        (FUND_COLUMNS, "年初预算数 | 全年执行数", ["label", "original", "executed"]),  # a row has a label before its figures
        (FUND_COLUMNS, "资金来源 | 年初预算数 | 全年执行数", ["label", "original", "executed"]),
    ],
)  # fmt: skip
def test_columns_left_of_the_known_ones(group: ColumnGroup, row: str, expected: list[str]) -> None:
    assert lead_roles(header(group, dumped(row), 1)) == expected
