"""The rows and cells of a table → the grid places that each cell covers (ECMA-376 Part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element

from selfeval_extract.document import NoteCode
from selfeval_extract.readers.word import tags
from selfeval_extract.readers.word.markup import by_tag, child, children, first_of, int_val, to_int
from selfeval_extract.readers.word.tags import W
from selfeval_extract.readers.word.wrappers import has_text, unwrap

_GRID_BEFORE, _GRID_SPAN, _CELL_DEL = W + "gridBefore", W + "gridSpan", W + "cellDel"
_H_MERGE, _V_MERGE = W + "hMerge", W + "vMerge"
AddNote = Callable[[NoteCode, str], None]
Merge = Literal["restart", "continue"]


@dataclass(slots=True)
class GridCell:
    """A cell's content and place: `row` and `column` of its upper left corner count from 0. `merge`: whether it starts or
    continues a vertical merge."""

    content: list[_Element]
    row: int
    column: int
    colspan: int
    rowspan: int = 1
    merge: Merge | None = None


def grid_cells(table: _Element, add_note: AddNote, max_columns: int) -> list[GridCell]:
    """The cells of a `w:tbl` in reading order, merged ones once, deleted rows and cells left out.

    A cell that continues a merge which no cell above began, or one of another width, is a cell of its own. A cell spans at
    most `max_columns`. Notes: `span_clamped`, and `hidden_cell_text` for text in a cell that a merged one covers.
    """
    cells: list[GridCell] = []
    merges_above: dict[int, GridCell] = {}
    rows = (tr for tr in unwrap(table) if tr.tag == tags.TR and child(child(tr, tags.TR_PR), tags.DEL) is None)
    for number, row in enumerate(rows):
        merges: dict[int, GridCell] = {}
        for cell in _row_cells(row, number, add_note, max_columns):
            above = merges_above.get(cell.column) if cell.merge == "continue" else None
            if above is not None and above.colspan == cell.colspan:
                above.rowspan += 1
                _note_covered_text(cell.content, add_note)
                cell = above
            else:
                cells.append(cell)
            if cell.merge is not None:
                merges[cell.column] = cell
        merges_above = merges
    return cells


def _row_cells(row: _Element, number: int, add_note: AddNote, max_columns: int) -> list[GridCell]:
    """A row's cells, those merged in the old way (`w:hMerge`) joined."""
    cells: list[GridCell] = []
    column = min(int_val(child(child(row, tags.TR_PR), _GRID_BEFORE)) or 0, max_columns)
    for cell in unwrap(row):
        if cell.tag != tags.TC:
            continue
        content = children(cell)
        properties = by_tag(first_of(content, tags.TC_PR))
        if _CELL_DEL in properties:
            continue
        colspan = _colspan(properties.get(_GRID_SPAN), add_note, max_columns)
        if cells and _merge(properties.get(_H_MERGE)) == "continue":
            cells[-1].colspan += colspan
            _note_covered_text(content, add_note)
        else:
            cells.append(GridCell(content, number, column, colspan, 1, _merge(properties.get(_V_MERGE))))
        column += colspan
    return cells


def _merge(element: _Element | None) -> Merge | None:
    """A merge property without a value continues the merge."""
    if element is None:
        return None
    return "restart" if element.get(tags.VAL) == "restart" else "continue"


def _colspan(grid_span: _Element | None, add_note: AddNote, max_columns: int) -> int:
    if grid_span is None:
        return 1
    stated = to_int(grid_span.get(tags.VAL), 1)
    if stated > max_columns:
        taken = f"it was taken as {max_columns}, the most that is read (--limit columns=N)"
        add_note("span_clamped", f"A cell claims to be {stated:,} columns wide; {taken}.")
    return max(1, min(stated, max_columns))


def _note_covered_text(content: Sequence[_Element], add_note: AddNote) -> None:
    if any(map(has_text, content)):
        what = "A cell that a merged cell covers has text of its own"
        add_note("hidden_cell_text", f"{what}, which Word does not show; it was left out.")
