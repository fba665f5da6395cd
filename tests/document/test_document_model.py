"""Documents: notes as people read them, tables with those nested in them."""

from __future__ import annotations

from typing import get_args

import pytest
from small_documents import tables_of

from selfeval_extract.document import INCOMPLETE, Cell, Document, Note, NoteCode, Table, Text


def table(text: str, *nested: Table) -> Table:
    return Table((Cell(0, 0, 1, 1, Text(text)),), nested=nested)


@pytest.mark.parametrize(
    ("note", "message"),
    [
        (Note("damaged_xml", "A part is damaged."), "A part is damaged."),
        (Note("damaged_xml", "A part is damaged.", times=3), "A part is damaged. (3 times)"),
    ],
)
def test_a_note_says_how_often(note: Note, message: str) -> None:
    assert note.message == message


def test_incomplete_notes_are_notes() -> None:
    assert set(get_args(NoteCode)) > INCOMPLETE


@pytest.mark.parametrize(
    ("blocks", "order"),
    [
        ((table("a"), table("b")), "ab"),
        ((table("a", table("b", table("c")), table("d")), table("e")), "abcde"),  # each followed by those in it
    ],
)
def test_tables_are_followed_by_those_nested_in_them(blocks: tuple[Table, ...], order: str) -> None:
    found = tables_of(Document("报告.docx", "docx", blocks))
    assert "".join(t.cells[0].text.string for t in found) == order


@pytest.mark.parametrize(
    ("cells", "height", "width"),
    [
        ([], 0, 0),
        ([(0, 0, 1, 1)], 1, 1),
        ([(0, 0, 3, 1), (0, 1, 1, 4)], 3, 5),  # spans count
    ],
)
def test_the_size_of_a_grid(cells: list[tuple[int, int, int, int]], height: int, width: int) -> None:
    found = Table(tuple(Cell(*cell, Text("")) for cell in cells))
    assert (found.height, found.width) == (height, width)
