"""A table's rows and cells → the grid places each cell covers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from selfeval_extract.document import NoteCode
from selfeval_extract.readers.word.names import (
    DEL,
    TC,
    TC_PR,
    TR,
    TR_PR,
    VAL,
    W,
    by_tag,
    child,
    children,
    first,
    whole,
    whole_of,
)
from selfeval_extract.readers.word.wrappers import has_text, unwrapped

_CONTINUE, _RESTART = "continue", "restart"
_GRID_BEFORE, _GRID_SPAN, _CELL_DEL = W + "gridBefore", W + "gridSpan", W + "cellDel"
_H_MERGE, _V_MERGE = W + "hMerge", W + "vMerge"
Say = Callable[[NoteCode, str], None]
"""Takes the code and the message of a note."""


@dataclass(slots=True)
class Spot:
    """What is in a cell, with its grid place (from 0). `merge`: whether it starts or continues a vertical merge."""

    content: list[_Element]
    row: int
    column: int
    colspan: int
    rowspan: int = 1
    merge: str | None = None


def spots(table: _Element, say: Say, widest: int) -> list[Spot]:
    """The cells of a table in reading order, merged ones once, deleted rows and cells left out.

    A cell that continues a merge which nobody began, or one of another width, is a cell of its own. No cell
    spans more than `widest` columns.
    """
    found: list[Spot] = []
    above: dict[int, Spot] = {}
    rows = (tr for tr in unwrapped(table) if tr.tag == TR and child(child(tr, TR_PR), DEL) is None)
    for number, row in enumerate(rows):
        open_merges: dict[int, Spot] = {}
        for spot in _row(row, number, say, widest):
            upper = above.get(spot.column) if spot.merge == _CONTINUE else None
            if upper is not None and upper.colspan == spot.colspan:
                upper.rowspan += 1
                _say_covered(spot.content, say)
                spot = upper
            else:
                found.append(spot)
            if spot.merge is not None:
                open_merges[spot.column] = spot
        above = open_merges
    return found


def _row(row: _Element, number: int, say: Say, widest: int) -> list[Spot]:
    """A row's cells, those merged the old horizontal way (hMerge) joined."""
    joined: list[Spot] = []
    column = min(whole_of(child(row, TR_PR), _GRID_BEFORE) or 0, widest)
    for cell in unwrapped(row):
        if cell.tag != TC:
            continue
        content = children(cell)
        properties = by_tag(first(content, TC_PR))
        if _CELL_DEL in properties:
            continue
        span = _span(properties.get(_GRID_SPAN), say, widest)
        if joined and _merge(properties.get(_H_MERGE)) == _CONTINUE:
            joined[-1].colspan += span
            _say_covered(content, say)
        else:
            joined.append(Spot(content, number, column, span, 1, _merge(properties.get(_V_MERGE))))
        column += span
    return joined


def _merge(element: _Element | None) -> str | None:
    if element is None:
        return None
    return _RESTART if element.get(VAL) == _RESTART else _CONTINUE


def _span(grid_span: _Element | None, say: Say, widest: int) -> int:
    if grid_span is None:
        return 1
    stated = whole(grid_span.get(VAL), 1)
    if stated > widest:
        say(
            "span_clamped",
            f"A cell claims to be {stated:,} columns wide; it was taken as {widest}, the most that is read (--limit columns=N).",
        )
    return max(1, min(stated, widest))


def _say_covered(content: Sequence[_Element], say: Say) -> None:
    if any(map(has_text, content)):
        say(
            "hidden_cell_text",
            "A cell that a merged cell covers has text of its own, which Word does not show; it was left out.",
        )
