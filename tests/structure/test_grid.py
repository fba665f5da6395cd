"""Lookups in tables. The comment says what a case protects."""

from __future__ import annotations

import pytest
from small_documents import dumped, ruled

from selfeval_extract.document import Table
from selfeval_extract.structure.grid import Grid, best, folded, key, overlap

MERGED = ruled(
    "产出指标 | 数量指标 | 公厕 | ",
    "^ | 质量指标 | < | 12座",
    "^ | ^ | ^ | 13座",
)


@pytest.mark.parametrize(
    ("row", "column", "cell"),
    [
        (0, 0, "产出指标"),
        (2, 0, "产出指标"),  # over three rows
        (1, 2, "质量指标"),  # over two columns
        (2, 2, "质量指标"),  # over both
        (0, 3, ""),  # empty, but there
        (3, 0, None),  # below the table
        (0, 4, None),  # right of it
    ],
)
def test_the_cell_that_covers_a_place(row: int, column: int, cell: str | None) -> None:
    found = Grid(MERGED).at(row, column)
    assert (found and found.text.string) == cell


@pytest.mark.parametrize(
    ("row", "cells"), [(0, ["产出指标", "数量指标", "公厕"]), (1, ["质量指标", "12座"]), (2, ["13座"])]
)
def test_filled_cells_that_start_in_a_row(row: int, cells: list[str]) -> None:
    assert [c.text.string for c in Grid(MERGED).filled(row)] == cells


@pytest.mark.parametrize(
    ("row", "start", "end", "cells"),
    [
        (0, 0, 4, ["产出指标", "数量指标", "公厕", ""]),  # empty ones, too
        (1, 1, 4, ["质量指标", "12座"]),  # over two columns: once
        (2, 0, 2, ["产出指标", "质量指标"]),  # that started further up
        (0, 2, 2, []),
        (0, 3, 6, [""]),  # nothing right of the table
    ],
)
def test_cells_across_columns(row: int, start: int, end: int, cells: list[str]) -> None:
    assert [c.text.string for c in Grid(MERGED).across(row, start, end)] == cells


def test_rows_are_in_order_of_their_columns() -> None:
    table = ruled("甲 | 乙 | 丙")
    assert [c.text.string for c in Grid(Table(table.cells[::-1])).rows[0]] == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("row", "start", "end", "cell"),
    [
        ("甲 | 乙 | <", 0, 3, "乙"),  # covers most
        ("甲 | < | < | 乙", 2, 4, "甲"),  # alike: the left one
        (" | 乙", 0, 2, "乙"),  # alike: the filled one
        (" | < | 乙", 0, 3, ""),  # an empty one that covers more
        ("甲", 0, 1, "甲"),
    ],
)
def test_the_cell_that_covers_most(row: str, start: int, end: int, cell: str) -> None:
    found = best(Grid(ruled(row)).rows[0], start, end)
    assert found is not None and found.text.string == cell


def test_no_cell_covers_most_of_nothing() -> None:
    assert best([], 0, 2) is None


@pytest.mark.parametrize(("start", "end", "columns"), [(0, 4, 2), (0, 2, 1), (2, 3, 1)])
def test_overlap(start: int, end: int, columns: int) -> None:
    assert overlap(Grid(ruled("甲 | 乙 | < | 丙")).rows[0][1], start, end) == columns


@pytest.mark.parametrize(
    ("table", "is_open"),
    [
        (ruled("甲 | ~ | ~", "乙 | 丙 | 丁"), True),  # columns set with blanks: every gap may be a merge
        (ruled("~ | 乙", *["甲 | 乙"] * 9), False),  # one cell that goes on from the page before
        (ruled("甲 | 乙"), False),
    ],
)
def test_tables_whose_merges_are_unknown(table: Table, is_open: bool) -> None:
    assert Grid(table).open == is_open


def test_a_dump_is_not_ruled() -> None:
    assert not Grid(dumped("甲 | 乙")).ruled and Grid(ruled("甲 | 乙")).ruled


@pytest.mark.parametrize(
    ("cell", "text", "label"),
    [
        ("年度  预算数（万元）：", "年度预算数(万元):", "年度预算数"),  # blanks, brackets, colon
        ("（一）项目名称", "(一)项目名称", "项目名称"),  # a list number
        ("", "", ""),
    ],
)
def test_texts_and_labels_of_cells(cell: str, text: str, label: str) -> None:
    found = Grid(ruled(cell)).at(0, 0)
    assert (folded(found), key(found)) == (text, label)


def test_no_cell_has_no_text() -> None:
    assert (folded(None), key(None)) == ("", "")
