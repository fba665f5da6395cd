"""Cells of Word tables and the grid places they cover."""

from __future__ import annotations

import pytest
from small_documents import tables_of
from word_files import codes, control, grid, p, read, span, table, tbl, tc, tr

from selfeval_extract.document import BlockPlace
from selfeval_extract.errors import UnreadableFile

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
H_RESTART, H_CONTINUE = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"

TABLES = {
    "plain": ([tr("a", "b"), tr("c", "d")], [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")]),
    "across": ([tr(tc("a", props=span(2)), "b")], [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")]),
    "down": (
        [tr(tc("a", props=RESTART), "b"), tr(tc("", props=CONTINUE), "c"), tr(tc("", props=CONTINUE), "d"), tr("e", "f")],
        [(0, 0, 3, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "c"), (2, 1, 1, 1, "d"), (3, 0, 1, 1, "e"), (3, 1, 1, 1, "f")],
    ),
    "both": (
        [tr(tc("a", props=span(2) + RESTART), "b"), tr(tc("", props=span(2) + CONTINUE), "c")],
        [(0, 0, 2, 2, "a"), (0, 2, 1, 1, "b"), (1, 2, 1, 1, "c")],
    ),
    "two merges on end": (
        [tr(tc("a", props=RESTART)), tr(tc("", props=CONTINUE)), tr(tc("b", props=RESTART)), tr(tc("", props=CONTINUE))],
        [(0, 0, 2, 1, "a"), (2, 0, 2, 1, "b")],
    ),
    "continued from nothing": ([tr(tc("a", props=CONTINUE), "b")], [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")]),
    "continued from an unmerged cell": ([tr("a"), tr(tc("b", props=CONTINUE))], [(0, 0, 1, 1, "a"), (1, 0, 1, 1, "b")]),
    "continued at another width": (
        [tr(tc("a", props=span(2) + RESTART)), tr(tc("b", props=CONTINUE), "c")],
        [(0, 0, 1, 2, "a"), (1, 0, 1, 1, "b"), (1, 1, 1, 1, "c")],
    ),
    "merged the old way": (
        [tr(tc("a", props=H_RESTART), tc("", props=H_CONTINUE), "b")],
        [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")],
    ),
    "merged both old ways": (
        [tr(tc("a", props=H_RESTART + RESTART), tc("", props=H_CONTINUE)), tr(tc("", props=H_RESTART + CONTINUE), tc("", props=H_CONTINUE))],
        [(0, 0, 2, 2, "a")],
    ),
    "short row": (
        [tr("a", "b"), tr("c", props='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')],
        [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "c")],
    ),
    "wrapped rows and cells": (
        [control(tr("a", control(tc("b")))), tr("c", "d")],
        [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")],
    ),
    "tracked rows": (
        [tr("a"), tr("b", props="<w:del/>"), tr("c", props="<w:ins/>")],
        [(0, 0, 1, 1, "a"), (1, 0, 1, 1, "c")],
    ),
    "deleted cell": ([tr("a", tc("b", props="<w:cellDel/>"), "c")], [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "c")]),
    "several paragraphs": ([tr(tc(p("a"), p(""), p("b")))], [(0, 0, 1, 1, "a\n\nb")]),
    "paragraphs in a control": ([tr(tc(control(p("a")), p("b")))], [(0, 0, 1, 1, "a\nb")]),
    "nonsense widths": ([tr(tc("a", props=span(0)), tc("b", props='<w:gridSpan w:val="x"/>'), tc("c", props=span(-4)))], [(0, n, 1, 1, s) for n, s in enumerate("abc")]),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "cells"), TABLES.values(), ids=TABLES)
def test_a_merged_cell_is_there_once(rows: list[str], cells: list[tuple[int, int, int, int, str]]) -> None:
    document = read(tbl(*rows))
    assert grid(table(document)) == cells
    assert not document.notes


def test_cells_know_their_place_in_the_grid() -> None:
    document = read(p("x") + tbl(tr(tc("a", props=span(2)), "b"), tr("", "", tc(p("c"), p("d")))))
    assert [c.text.evidence()[0].place for c in table(document).cells if c.text] == [
        BlockPlace(2, 1, 1),
        BlockPlace(2, 1, 3),
        BlockPlace(2, 2, 3),
    ]
    assert [e.quote for e in table(document).cells[-1].text.evidence()] == ["c", "d"]


def test_a_nested_table_stands_in_its_cell() -> None:
    document = read(tbl(tr("a", tc(p("b"), tbl(tr("c"), tr(tc(tbl(tr("d")), p("")))), p("")))))
    outer, middle, inner = tables_of(document)
    assert grid(outer) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b\n")]
    assert grid(middle) == [(0, 0, 1, 1, "c"), (1, 0, 1, 1, "")]
    assert inner.cells[0].text.evidence()[0].place == BlockPlace(1, 1, 2)
    assert len(document.blocks) == 1


def test_a_span_of_a_billion_is_clamped_and_said() -> None:
    document = read(tbl(tr(tc("a", props=span(1_000_000_000)), "b")))
    assert [c.colspan for c in table(document).cells] == [63, 1]
    assert codes(document) == ["span_clamped"]


def test_text_under_a_merged_cell_is_said() -> None:
    document = read(tbl(tr(tc("a", props=RESTART)), tr(tc("b", props=CONTINUE))))
    assert grid(table(document)) == [(0, 0, 2, 1, "a")]
    assert [(n.code, n.place) for n in document.notes] == [("hidden_cell_text", BlockPlace(1))]


def test_nesting_has_a_limit_that_is_no_recursion_error() -> None:
    def nested(depth: int) -> str:
        body = ""
        for _ in range(depth):
            body = tbl(tr(tc(body or p("x"), p("y"))))
        return body

    assert len(list(tables_of(read(nested(50))))) == 50
    for depth in (61, 80, 600):
        with pytest.raises(UnreadableFile) as caught:
            read(nested(depth))
        assert caught.value.code == "limit"
