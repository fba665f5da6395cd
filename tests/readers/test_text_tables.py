"""Text files: which lines are tables, in each of the flavours that converters write, and what they are read as."""

from __future__ import annotations

import time

import pytest
from small_documents import paragraphs_of, tables_of

from selfeval_extract.document import Block, LinePlace, Paragraph, Table
from selfeval_extract.readers.text.flavours import flavour_of, flavours_of
from selfeval_extract.readers.text.lines import TextLine, char_width, print_width
from selfeval_extract.readers.text.reader import read_text
from selfeval_extract.readers.text.tables import TABLES


def text_lines(text: str) -> list[TextLine]:
    return [TextLine(number, line) for number, line in enumerate(text.split("\n"), 1)]


def shown(blocks: list[Block]) -> list[object]:
    """Paragraphs as texts, tables as rows of texts."""
    found: list[object] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.text.string)
        else:
            rows: dict[int, list[str]] = {}
            for cell in block.cells:
                rows.setdefault(cell.row, []).append(cell.text.string)
            found.append(list(rows.values()))
    return found


@pytest.mark.parametrize(
    ("line", "flavour"),
    [
        ("项目支出绩效自评表", "prose"),
        ("", "prose"),
        ("a\tb", "tabs"),
        ("\ta", "tabs"),
        ("\t", "tabs"),  # an empty cell of Tika's
        ("a\t", "prose"),  # a tab left at the end of a line
        ("a | b", "bars"),
        ("a｜b", "bars"),  # full width
        ("│ a │ b │", "bars"),  # drawn
        ("+----+----+", "bars"),  # a rule
        ("├──┼──┤", "bars"),
        ("---", "prose"),  # three dashes may be anything
        ("-----", "prose"),  # nothing drawn but a dash
        ("产出指标  数量指标  新建公厕", "blanks"),
        ("产出指标　　数量指标 　新建公厕", "blanks"),  # ideographic blanks
        ("单位：  株洲市", "prose"),  # two cells: may be a form's head or prose
        ("a b c d", "prose"),  # single blanks
    ],
)
def test_the_flavour_of_a_line_by_itself(line: str, flavour: str) -> None:
    assert flavour_of(line) == flavour


P, T, C, B, E, S = "prose", "tabs", "tab_cells", "bars", "bar_cells", "blanks"


@pytest.mark.parametrize(
    ("text", "flavours"),
    [
        ("甲\n乙", [P, P]),
        ("甲\na\tb\nc\td\n乙乙乙乙乙", [P, T, T, P]),
        ("a\tb\n产出指标\nc\td", [T, T, T]),  # a level's name alone in its row
        (f"a\tb\n{'长' * 21}\nc\td", [T, P, T]),  # too long for one
        ("a\tb\n\nc\td\n\ne\tf", [T, T, T, T, T]),  # an empty line behind every row
        ("a\tb\n\nc\td\ne\tf\ng\th", [T, P, T, T, T]),  # a single empty line
        ("\ta\n\tb\n\n\tc\n\td\n\n尾", [C, C, C, C, C, P, P]),
        ("\ta\n二\n\tb\n尾", [C, C, C, C]),  # further lines of a cell, the last one's too
        ("\ta\n\n\n\n\tb", [C, P, P, P, C]),  # the chain of cells is broken
        ("a |\nb |\nc |", [E, E, E]),
        ("a |\nb | c |", [B, B]),  # one line with two bars: rows
        ("| a | b |\n|---|---|\n| c | d |", [B, B, B]),
        ("甲  乙  丙\n一  二  三\n四  五  六", [S, S, S]),
        ("甲  乙  丙\n一  二  三", [P, P]),  # two lines are no table
        ("甲  乙  丙\n一  二\n四  五  六", [S, S, S]),  # a line of two cells inside
        ("一  二\n甲  乙  丙\n四  五  六", [S, S, S]),  # or before
        ("甲  乙  丙\n\n一  二  三\n\n四  五  六", [S] * 5),
        ("甲  乙  丙\n产出\n四  五  六", [S, S, S]),
        ("甲  乙  丙\n\n\n\n\n四  五  六\n七  八  九", [P] * 7),  # too far apart to be one
    ],
)
def test_the_flavour_of_a_line_among_others(text: str, flavours: list[str]) -> None:
    assert flavours_of(text_lines(text)) == flavours


@pytest.mark.parametrize(
    ("flavour", "text", "rows"),
    [
        ("tabs", "a\tb\nc\td", [["a", "b"], ["c", "d"]]),
        ("tabs", "a\t\tb\nc\t", [["a", "", "b"], ["c", ""]]),  # empty cells are kept
        ("tabs", "a\tb\n\nc\td", [["a", "b"], ["c", "d"]]),
        ("tabs", " a \t b", [["a", "b"]]),  # without the blanks around them
        ("tab_cells", "\ta\n\tb\n\n\tc\n\t\n", [["a", "b"], ["c", ""]]),
        ("tab_cells", "\ta\n二\n\n\tb", [["a\n二"], ["b"]]),  # a cell of two lines
        ("tab_cells", "\t\n二", [["二"]]),  # whose first line is empty
        ("bars", "| a | b |\n|---|:-:|\n| c |  |", [["a", "b"], ["c", ""]]),  # Markdown
        ("bars", "a | b |\nc | d |", [["a", "b"], ["c", "d"]]),  # closed, not opened
        ("bars", "a | b\nc | d", [["a", "b"], ["c", "d"]]),
        ("bars", "| a | b\n| c | d", [["", "a", "b"], ["", "c", "d"]]),  # not closed: the first bar is none's edge
        ("bars", "a | b |\nc | d", [["a", "b", ""], ["c", "d"]]),  # not every line ends in one
        ("bars", "| a |\n  | b |", [["", "a"], ["", "b"]]),  # an empty first cell, not an edge
        ("bars", "┌──┬──┐\n│ a│ b│\n├──┼──┤\n│ c│ d│\n└──┴──┘", [["a", "b"], ["c", "d"]]),
        ("bars", "a ｜ b\nc ¦ d", [["a", "b"], ["c", "d"]]),
        ("bar_cells", "a |\nb |\n|", [["a", "b", ""]]),
        ("blanks", "甲  乙\n一  二", [["甲", "乙"], ["一", "二"]]),
        ("blanks", "甲 子  乙\n一     二", [["甲 子", "乙"], ["一", "二"]]),  # a single blank is no gap
    ],
)
def test_what_a_table_is_read_as(flavour: str, text: str, rows: list[list[str]]) -> None:
    assert shown(list(TABLES[flavour](text_lines(text)))) == [rows]  # type: ignore[index]


@pytest.mark.parametrize(
    ("flavour", "ruled", "breaks"),
    [("tabs", False, True), ("tab_cells", False, True), ("bars", False, True), ("bar_cells", False, False)],
)
def test_what_a_flavour_knows(flavour: str, ruled: bool, breaks: bool) -> None:
    [table] = TABLES[flavour](text_lines("\ta |\n\tb |"))  # type: ignore[index]
    assert isinstance(table, Table)
    assert (table.ruled, table.breaks) == (ruled, breaks)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("甲  乙\n一  二", [(0, 0, 1, "甲"), (0, 1, 1, "乙"), (1, 0, 1, "一"), (1, 1, 1, "二")]),
        ("a   b   c\nd       f", [(0, 0, 1, "a"), (0, 1, 1, "b"), (0, 2, 1, "c"), (1, 0, 1, "d"), (1, 1, 1, ""), (1, 2, 1, "f")]),
        ("a   b   c\nlong e  f", [(0, 0, 1, "a"), (0, 1, 1, "b"), (0, 2, 1, "c"), (1, 0, 2, "long e"), (1, 2, 1, "f")]),  # runs over b
        ("a   b\n    d", [(0, 0, 1, "a"), (0, 1, 1, "b"), (1, 0, 1, ""), (1, 1, 1, "d")]),
        ("≥1  b\n甲  d", [(0, 0, 1, "≥1"), (0, 1, 1, "b"), (1, 0, 1, "甲"), (1, 1, 1, "d")]),  # ≥ may be one wide or two
        ("a   b\nc    d\ne   f", [(0, 0, 1, "a"), (0, 1, 1, "b"), (1, 0, 1, "c"), (1, 1, 1, "d"), (2, 0, 1, "e"), (2, 1, 1, "f")]),  # one off
    ],
)  # fmt: skip
def test_columns_set_with_blanks(text: str, cells: list[tuple[int, int, int, str]]) -> None:
    [table] = TABLES["blanks"](text_lines(text))
    assert isinstance(table, Table) and table.ruled
    assert [(c.row, c.column, c.colspan, c.text.string) for c in table.cells] == cells
    assert all(c.resumes for c in table.cells if not c.text)


def test_columns_that_cannot_be_found_are_counted() -> None:
    text = "\n".join(" " * (3 * n) + "a" + " " * (2 + 3 * n) + "b" for n in range(4))
    [table] = TABLES["blanks"](text_lines(text))
    assert isinstance(table, Table) and not table.ruled
    assert shown([table]) == [[["a", "b"]] * 4]


def test_drawn_lines_alone_are_no_table() -> None:
    assert shown(list(TABLES["bars"](text_lines("+---+\n\n|---|")))) == ["+---+", "|---|"]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("甲\n\n  乙  \n", ["甲", "乙"]),
        ("题目\na\tb\nc\td\n以上均为万元，不含税费和利息等其他开支项目", ["题目", [["a", "b"], ["c", "d"]], "以上均为万元，不含税费和利息等其他开支项目"]),
        ("题目\n\ta\n\tb\n\n\tc\n", ["题目", [["a", "b"], ["c"]]]),
        ("甲\r乙\r\n丙", ["甲", "乙", "丙"]),  # any line end
        ("\ufeff甲", ["甲"]),
    ],
)  # fmt: skip
def test_prose_and_tables(text: str, blocks: list[object]) -> None:
    assert shown(list(read_text(text.encode(), "报告.txt").blocks)) == blocks


FULL = "本年度预算执行总体情况良好各项任务均按计划推进资金使用规范有效"  # 31 characters: 62 columns
WRAPPED = [FULL + "并", FULL + "且", FULL + "按", FULL + "时", FULL + "完", "成。"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (WRAPPED, ["".join(WRAPPED)]),  # lines broken within a sentence
        ([*WRAPPED, "一、基本情况"], ["".join(WRAPPED), "一、基本情况"]),
        ([*WRAPPED[:5], "一、基本情况"], ["".join(WRAPPED[:5]), "一、基本情况"]),  # a list number begins a paragraph
        ([*WRAPPED[:5], "　　成。"], ["".join(WRAPPED[:5]), "成。"]),  # so does an indent
        ([*WRAPPED[:5], "", "成。"], ["".join(WRAPPED[:5]), "成。"]),  # and an empty line
        ([*WRAPPED[:3], FULL + "。", *WRAPPED], ["".join(WRAPPED[:3]) + FULL + "。", "".join(WRAPPED)]),  # a full stop ends one
        (WRAPPED[:4], WRAPPED[:4]),  # too few lines to tell
        ([FULL + "。"] * 8, [FULL + "。"] * 8),  # lines end with their sentences: nothing is broken
        ([FULL * 3] * 8, [FULL * 3] * 8),  # wider than anybody breaks lines
        (["短"] * 8, ["短"] * 8),
    ],
)  # fmt: skip
def test_broken_lines_are_joined(lines: list[str], found: list[str]) -> None:
    assert shown(list(read_text("\n".join(lines).encode(), "报告.txt").blocks)) == found


@pytest.mark.parametrize(
    ("text", "body", "margins"),
    [
        ("甲\n- 1 -\n乙", ["甲", "乙"], ["- 1 -"]),
        ("甲\n—2—\n乙", ["甲", "乙"], ["—2—"]),
        ("甲\n第 3 页 共 9 页\n乙", ["甲", "乙"], ["第 3 页 共 9 页"]),
        ("甲\n3\n乙", ["甲", "3", "乙"], []),  # a bare number may be a value
        ("某局\n- 1 -\n甲\n某局\n- 2 -\n乙", ["甲", "乙"], ["某局", "- 1 -", "某局", "- 2 -"]),  # a running title
        ("某局\n- 1 -\n甲\n别处\n- 2 -\n乙", ["某局", "甲", "别处", "乙"], ["- 1 -", "- 2 -"]),  # nothing comes again
    ],
)
def test_page_numbers_and_running_titles(text: str, body: list[str], margins: list[str]) -> None:
    document = read_text(text.encode(), "报告.txt")
    assert shown(list(document.blocks)) == body
    assert [m.text.string for m in document.margins] == margins


def test_every_cell_knows_its_place() -> None:
    text = "题目\n\n甲\t乙 \n丙\t 丁\n|a|b|\n|c|d|\n一  二  三\n四  五  六\n七  八  九"
    lines = text.split("\n")
    document = read_text(text.encode(), "报告.txt")
    texts = [b.text for b in paragraphs_of(document)] + [c.text for t in tables_of(document) for c in t.cells]
    quotes = [quote for found in texts for quote in found.evidence()]
    assert len(quotes) == 1 + 4 + 4 + 9
    for quote in quotes:
        assert isinstance(quote.place, LinePlace)
        assert lines[quote.place.line - 1][slice(*quote.place.span)] == quote.quote


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("绩效", 4), ("（1）", 5), ("≥5", 2), ("①", 1), ("", 0)],  # ambiguous signs count as one
)
def test_how_wide_a_text_prints(text: str, width: int) -> None:
    assert print_width(text) == width


def test_ambiguous_signs_may_print_wide() -> None:
    assert (char_width("≥"), char_width("≥", "WFA"), char_width("a", "WFA")) == (1, 2, 1)


@pytest.mark.parametrize(
    "rows",
    ["\ta\n\tb\n\n", "\ta\n二\n\n", "a\tb\n", "a\tb\n\n", "a\tb\n题\n", "|a|b|\n", "a |\n", "a  b  c\n", f"a  b  c\n{FULL}\n", f"{FULL}\n", "题\n- 1 -\n"],
)  # fmt: skip
def test_thousands_of_rows_take_no_time(rows: str) -> None:
    """Rows of a table that Tika wrote took time by the square of their number: 8,000 took half a minute."""
    began = time.process_time()
    document = read_text((rows * 8000).encode(), "报告.txt")
    assert document.blocks or document.margins
    assert time.process_time() - began < 5
