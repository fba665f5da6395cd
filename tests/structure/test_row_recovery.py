"""Forms that a converter printed a cell a line: won back as tables with rows. The comment says what a case protects.

In the cases `|` stands between two cells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from small_documents import case_id, document, dumped, ruled, text

from selfeval_extract.document import Block, Paragraph, Table
from selfeval_extract.structure.text_dumps.row_recovery import CellStream, with_recovered_tables
from selfeval_extract.structure.text_dumps.unmarked_tables import with_unmarked_tables

HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
ROW = "产出指标 | 数量指标 | 公厕 | 12座 | 13座 | 10 | 10"
FUND_HEAD = "年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分"
FUND_ROW = "年度资金总额 | 100 | 120 | 110 | 10 | 91.67% | 9.17"


def rows(cells: Sequence[str], blanks: bool) -> list[str]:
    """The rows that a stream of cells is cut into."""
    stream = CellStream([text(c.strip()) for part in cells for c in part.split("|")], blanks)
    return [" | ".join(c.string for c in row) for row in stream.rows()]


@pytest.mark.parametrize(
    "expected",
    [
        # labels and values of the head
        ["项目名称 | 公厕建设", "主管部门 | 云亭市城管局"],
        # a label whose value is missing: the next cell is a label
        ["主管部门", "实施单位 | 云亭市环卫所"],
        # a header and its row
        [HEAD, ROW],
        # merged levels are missing from a row
        [HEAD, ROW, "站点 | 1个 | 1个 | 5 | 4"],
        # the block's heading before the header
        ["绩效指标 | " + HEAD, ROW],
        # totals end the block, all figures behind them are theirs
        [HEAD, ROW, "总分 | 100 | 98.5", "存在问题 | 执行偏慢"],
        # an unknown head among the labels
        ["三级指标 | 年度指标值 | 完成值 | 核心程度 | 分值 | 得分", "公厕 | 12座 | 13座 | 是 | 10 | 10"],
        # funds, with the label of their rows
        ["项目资金 | " + FUND_HEAD, FUND_ROW, "其他资金 | 5 | 5 | 5 | 100%"],
        # a column that comes twice
        ["一级指标 | 分值 | 三级指标 | 分值 | 年度指标值 | 得分", "产出指标 | 50 | 公厕 | 10 | 12座 | 10"],
        pytest.param(
            # two rows of heads, the second under the first of the heads above it
            ["绩效指标 | 年度指标值 | 完成值 | 分值 | 得分", "一级指标 | 二级指标 | 三级指标", ROW],
            marks=pytest.mark.xfail(strict=True, reason="taken for one row of heads, so that values go to the wrong columns"),
        ),
        # a label of the foot, or a goal, ends the funds
        ["项目资金 | " + FUND_HEAD, FUND_ROW, "存在问题 | 执行偏慢"],
        ["项目资金 | " + FUND_HEAD, FUND_ROW, "年度目标 | 新建公厕12座"],
        # a label of the foot with its text in one cell ends the indicators
        [HEAD, ROW, "存在问题：执行偏慢"],
        # funds and indicators one behind the other
        ["项目资金 | " + FUND_HEAD, FUND_ROW, HEAD, ROW],
        # goals: two heads and two texts
        ["预期目标 | 实际完成情况", "新建公厕12座 | 新建公厕13座"],
        # with the block's heading before them
        ["年度总体目标 | 预期目标 | 实际完成情况", "新建公厕12座 | 新建公厕13座"],
        # fund management, three cells a row
        ["资金管理情况 | 情况说明 | 存在问题和改进措施", "分配科学性 | 按因素法分配 | 无", "使用规范性 | 专款专用 | 支付偏慢", "预期目标 | 实际完成情况", "甲 | 乙"],
        # a fund label and its figure
        ["年初预算数 | 100万元", "全年执行数 | 90万元"],
        # a result beside its label is no header, though a level's label follows
        ["目标完成情况 | 新建公厕13座", HEAD, ROW],
        # cells that nothing says anything about stay alone
        ["云亭市", "城管局"],
    ],
    ids=case_id,
)  # fmt: skip
def test_streams_without_empty_cells(expected: list[str]) -> None:
    assert rows(expected, blanks=False) == expected


@pytest.mark.parametrize(
    "expected",
    [
        # rows keep the header's width
        [HEAD, ROW, " |  | 站点 | 1个 | 1个 | 5 | 4"],
        # totals
        [HEAD, ROW, "总分 | 100 | ", "存在问题 | 执行偏慢"],
        # a fund block with its heading and the labels' empty head
        ["项目资金 |  | " + FUND_HEAD, " | " + FUND_ROW, "年度目标 | 新建公厕12座"],
        # an empty cell before the next header
        ["项目资金 |  | " + FUND_HEAD, " | " + FUND_ROW, " | " + HEAD, " | " + ROW],
        # two rows of heads
        ["一级指标 | 三级指标 | 年度指标 | 分值 | 得分", " |  | 目标值 | 完成值 |  | ", "产出指标 | 公厕 | 12座 | 13座 | 10 | 10"],
        # goals below an empty cell
        ["年度总体目标 | 预期目标 | 实际完成情况", " | 新建公厕12座 | 新建公厕13座", "主管部门 | 云亭市城管局"],
        # fund management as wide as its header
        ["资金管理情况 |  | 情况说明 | 存在问题", " | 分配科学性 | 按因素法分配 | 无", "预期目标 | 实际完成情况", "甲 | 乙"],
        # fund management up to the last cell
        ["资金管理情况 |  | 情况说明 | 存在问题", " | 分配科学性 | 按因素法分配 | 无", " | 使用规范性 | 专款专用 | 支付偏慢"],
        # a value that is empty
        ["主管部门 | ", "实施单位 | 云亭市环卫所"],
    ],
    ids=case_id,
)  # fmt: skip
def test_streams_with_empty_cells(expected: list[str]) -> None:
    assert rows(expected, blanks=True) == expected


def shown(blocks: Sequence[Block]) -> list[str]:
    """Paragraphs as they are, tables as the number of their rows and cells."""
    return [b.text.string if isinstance(b, Paragraph) else f"table {b.height}: {len(b.cells)}" for b in blocks]


LABELS = ["一级指标", "三级指标", "年度指标值", "实际完成值", "得分"]
CELLS = ["产出指标", "公厕", "12座", "13座", "10"]
TITLE = "项目支出绩效自评表"


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        # a cell a line, behind the form's title and year
        ([TITLE, "（2023年度）", *LABELS, *CELLS], [TITLE, "（2023年度）", "table 1: 10"]),
        # with the form's head before the labels
        ([TITLE, "项目名称", "公厕建设", "主管部门", "云亭市城管局", *LABELS, *CELLS], [TITLE, "table 1: 14"]),
        # a label line over the form stays above it
        ([TITLE, "填报单位：云亭市环卫所", *LABELS, *CELLS], [TITLE, "填报单位：云亭市环卫所", "table 1: 10"]),
        # so does one without a title
        (["实施单位：云亭市环卫所", *LABELS, *CELLS], ["实施单位：云亭市环卫所", "table 1: 10"]),
        # cells with label and value in one are the form's
        ([TITLE, "项目名称：公厕建设", "年初预算数：96万元", *LABELS, *CELLS], [TITLE, "table 1: 12"]),
        # many cells a line
        ([TITLE, HEAD.replace("|", ""), *CELLS], [TITLE, "table 1: 12"]),
        pytest.param(
            [TITLE, " ".join(LABELS), *CELLS], [TITLE, "table 1: 10"],  # the same with a short line of labels
            marks=pytest.mark.xfail(strict=True, reason="a line of 24 characters or less is only asked for one label"),
        ),
        # notes end it
        ([TITLE, *LABELS, *CELLS, "注：按比例得分"], [TITLE, "table 1: 10", "注：按比例得分"]),
        # so does a heading of the report
        ([TITLE, *LABELS, *CELLS, "二、公开情况"], [TITLE, "table 1: 10", "二、公开情况"]),
        # a numbered closing row does not
        ([TITLE, *LABELS, *CELLS, "二、存在问题", "执行偏慢"], [TITLE, "table 1: 12"]),
        # another form's title does
        ([TITLE, *LABELS, *CELLS, TITLE, *LABELS, *CELLS], [TITLE, "table 1: 10", TITLE, "table 1: 10"]),
        # prose above that ends in a heading of the report stays prose
        (["一、基本情况", "本项目由城管局实施。", "二、自评表", *LABELS, *CELLS], ["一、基本情况", "本项目由城管局实施。", "二、自评表", "table 1: 10"]),
        # three labels are too few
        ([TITLE, *LABELS[:3], *CELLS], [TITLE, *LABELS[:3], *CELLS]),
        # labels with other words between them are no run
        ([TITLE, *LABELS[:3], "城管局", *LABELS[3:], "甲"], [TITLE, *LABELS[:3], "城管局", *LABELS[3:], "甲"]),
        # headings that sound like labels are numbered
        (["一、一级指标", "二、三级指标", "三、年度指标值", "四、实际完成值", "五、得分"], ["一、一级指标", "二、三级指标", "三、年度指标值", "四、实际完成值", "五、得分"]),
    ],
    ids=case_id,
)  # fmt: skip
def test_tables_among_paragraphs(lines: list[str], blocks: list[str]) -> None:
    assert shown(list(with_unmarked_tables(document(*lines).blocks))) == blocks


def test_a_table_ends_the_run_of_labels() -> None:
    blocks = document(*LABELS[:2], ruled("甲 | 乙"), *LABELS[2:]).blocks
    assert list(with_unmarked_tables(blocks)) == list(blocks)


@pytest.mark.parametrize(
    ("table", "cells", "empties"),
    [
        (dumped(f"{HEAD} | {ROW} | |  | 站点 | 1个 | 1个 | 5 | 4")._replace(breaks=False), [7, 7, 7], True),
        (dumped(f"{HEAD} | {ROW} | 站点 | 1个 | 1个 | 5 | 4")._replace(breaks=False), [7, 7, 5], False),
    ],
    ids=["with empty cells", "without them"],
)
def test_tables_without_row_ends(table: Table, cells: list[int], empties: bool) -> None:
    (found,) = with_recovered_tables([table])
    assert isinstance(found, Table) and not found.ruled
    assert [sum(c.row == row for c in found.cells) for row in range(found.height)] == cells
    assert found.empties == empties


def test_tables_with_row_ends_stay_as_they_are() -> None:
    table = dumped(HEAD, ROW)
    assert list(with_recovered_tables([table])) == [table]
