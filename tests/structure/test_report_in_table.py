"""Reports set as a table (公开12表). A table a case; the comment says what it protects."""

from __future__ import annotations

import pytest
from small_documents import ruled

from selfeval_extract.document import Table
from selfeval_extract.structure.grid import Grid
from selfeval_extract.structure.prose.report_in_table import report_in_table

HEADS = (
    "一、部门基本情况 | （一）部门概况 | 云亭市城管局为正科级。",
    "二、绩效自评工作情况 | 已开展自评。",
    "三、存在的问题 | 执行偏慢。",
)


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        # one heading or two, and the prose behind them
        (ruled(*HEADS), ["一、部门基本情况", "（一）部门概况", "云亭市城管局为正科级。", "二、绩效自评工作情况", "已开展自评。", "三、存在的问题", "执行偏慢。"]),
        # empty rows and a row in four that is none: a title over the table
        (ruled("公开12表 | < | <", " | | ", *HEADS),
         ["公开12表", "一、部门基本情况", "（一）部门概况", "云亭市城管局为正科级。", "二、绩效自评工作情况", "已开展自评。", "三、存在的问题", "执行偏慢。"]),
        # a cell's lines break anywhere, its paragraphs end with a sentence
        (ruled(*HEADS[:2], "三、存在的问题 | 一是执行\n偏慢。\n二是编制不细；\n三是其他"),
         ["一、部门基本情况", "（一）部门概况", "云亭市城管局为正科级。", "二、绩效自评工作情况", "已开展自评。", "三、存在的问题", "一是执行\n偏慢。", "二是编制不细；", "三是其他"]),
        # two topics make no report
        (ruled(*HEADS[1:]), []),
        # three rows of one topic neither
        (ruled("一、存在的问题 | 甲。", "二、主要问题 | 乙。", "三、困难和问题 | 丙。"), []),
        # half of its rows have no heading
        (ruled(*HEADS, "甲 | 乙", "丙 | 丁", "戊 | 己"), []),
        # headings as long as sentences
        (ruled(*(row.replace("、", "、" + "云亭市城市管理局" * 4, 1) for row in HEADS)), []),
        # a form
        (ruled("项目名称 | 公厕建设", "主管部门 | 云亭市城管局"), []),
    ],
    ids=range(8),
)  # fmt: skip
def test_reports_in_tables(table: Table, lines: list[str]) -> None:
    assert [p.text.string for p in report_in_table(Grid(table))] == lines


def test_paragraphs_keep_their_places() -> None:
    last = report_in_table(Grid(ruled(*HEADS)))[-1].text.evidence()
    assert [(q.quote, q.place) for q in last] == [("执行偏慢。", (3, (100, 105)))]
