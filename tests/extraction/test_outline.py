"""The outline as the record shows it, and notes on what was not understood. The comment says what a case protects."""

from __future__ import annotations

import pytest
from small_contexts import context, stated
from small_documents import case_id, document, dumped, ruled, text

from selfeval_extract.document import Note, Paragraph, Table
from selfeval_extract.extraction.context import context_of, structure_of
from selfeval_extract.extraction.outline import notes, outline


@pytest.mark.parametrize(
    ("lines", "sections"),
    [
        # number, heading, text; levels counted from 1
        (["一、基本情况", "28人。", "（一）机构设置", "6个。", "二、存在的问题", "无。"],
         [("一", "基本情况", 1, "28人。"), ("（一）", "机构设置", 2, "6个。"), ("二", "存在的问题", 1, "无。")]),
        # a level that is passed over leaves no gap
        (["一、基本情况", "（1）机构设置情况", "6个。"], [("一", "基本情况", 1, ""), ("（1）", "机构设置情况", 2, "6个。")]),
        # the first section may be a deep one
        (["1．机构设置", "6个。", "一、存在的问题", "无。"], [("1", "机构设置", 1, "6个。"), ("一", "存在的问题", 1, "无。")]),
        # items with their numbers, a line each
        (["一、主要职责", "1．负责环卫。", "", "2．负责绿化。"], [("一", "主要职责", 1, "1．负责环卫。\n2．负责绿化。")]),
        # what stands before the first heading is no section
        (["报告如下。", "一、基本情况"], [("一", "基本情况", 1, "")]),
        # without a number
        (["存在的问题", "无。"], [(None, "存在的问题", 1, "无。")]),
    ],
    ids=case_id,
)  # fmt: skip
def test_outline(lines: list[str], sections: list[tuple[str | None, str, int, str]]) -> None:
    shown = stated(outline(context(*lines)))
    assert [(s.get("number"), s["heading"], s["level"], s["text"]) for s in shown] == sections


def test_sections_have_topics() -> None:
    shown = stated(outline(context("一、基本情况", "二、公厕管护", "三、存在的问题")))
    assert [s.get("topic") for s in shown] == ["basic_information", None, "problems"]


def test_automatic_numbers_are_shown_without_evidence() -> None:
    (section,) = outline(context(Paragraph(text("基本情况"), "（一）、")))
    assert (section["number"], section["heading"] and stated(section["heading"])) == ("（一）", "基本情况")


HEAD = "一级指标 | 三级指标 | 目标值 | 实际完成值 | 核心程度"
ROW = "产出指标 | 公厕 | 12座 | 13座 | 是"


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (ruled("一级指标 | 三级指标 | 目标值 | 实际完成值", "产出指标 | 公厕 | 12座 | 13座"), []),
        (ruled(HEAD, ROW), ["column_not_understood: 核心程度"]),
        (ruled("三级指标 | 目标值 | 1-7月完成值", "公厕 | 12座 | 6座"), ["interim_table"]),  # part of the year
        (dumped("三级指标 | 目标值 | 实际完成值", "公厕 | 12座 | 13座", empties=False), ["columns_worked_out"]),
        (ruled("甲 | 乙 | < | <", "一级指标 | 三级指标 | 目标值 | 实际完成值", "产出指标 | 公厕 | 12座 | 13座"),
         ["row_not_understood: 甲", "row_not_understood: 乙"]),
    ],
    ids=range(5),
)  # fmt: skip
def test_notes(table: Table, codes: list[str]) -> None:
    found = notes(context("项目支出绩效自评表", table))
    heads = [n.message.partition(": ")[2] if n.code.endswith("understood") else "" for n in found]
    assert [f"{n.code}: {head}" if head else n.code for n, head in zip(found, heads, strict=True)] == codes


def test_notes_say_where_and_no_more_than_sixty_characters() -> None:
    table = ruled("甲" * 80, "三级指标 | 目标值 | 实际完成值", "公厕 | 12座 | 13座")
    (note,) = notes(context("项目支出绩效自评表", table))
    assert note.place == (1, (0, 80)) and note.message.endswith(": " + "甲" * 60)


def test_the_readers_notes_come_first() -> None:
    of = document("项目支出绩效自评表", ruled(HEAD, ROW))._replace(notes=(Note("encoding_damage", "…"),))
    found = notes(context_of(structure_of(of), None, None))
    assert [note.code for note in found] == ["encoding_damage", "column_not_understood"]
