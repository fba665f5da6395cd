"""The dense view of a table: which cell covers which place. The table itself keeps every cell once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from selfeval_extract.document import Cell, Table, Text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.labels import label_key

LABEL_LENGTH = 24
"""The longest folded text that may be a label of a form."""
_PLACE = attrgetter("row", "column")


def folded(cell: Cell | None) -> str:
    """A cell's folded text; empty for no cell."""
    return cell.text.folded.text if cell else ""


def key(cell: Cell | None) -> str:
    """A cell's text as a label is compared."""
    return label_key(folded(cell))


def counted_table(rows: Sequence[Sequence[Text]]) -> Table:
    """A table of rows without geometry: a cell's column is its number in its row."""
    return Table(tuple(Cell(r, c, 1, 1, t) for r, row in enumerate(rows) for c, t in enumerate(row)), ruled=False)


_LENGTH_ASKED = regex(r"\(\d{2,4}字(?:以内|之内|左右|以上)?\)[。;]?$")
_ASKS = regex(r"[,。;需请须应]")


def _is_hint(text: str) -> bool:
    """Whether a cell holds what a template asks for, and nobody has filled in: 结合自评情况，分析存在的问题及原因。（200字以内）"""
    asked = _LENGTH_ASKED.search(text, max(len(text) - 12, 0)) if "字" in text[-12:] else None
    return asked is not None and _ASKS.search(text, 0, asked.start()) is not None


def _without_hints(table: Table) -> Table:
    """A table in which cells that only hold a hint are empty."""
    hints = {n for n, cell in enumerate(table.cells) if _is_hint(folded(cell))}
    if not hints:
        return table
    return table._replace(
        cells=tuple(c._replace(text=Text("")) if n in hints else c for n, c in enumerate(table.cells))
    )


class Grid:
    """Rows of a table and lookups by place. Rows and columns count from 0."""

    ruled: bool
    """Whether cells know the columns they cover (else a column is only a cell's number in its row)."""
    open: bool
    """Whether columns are known but merges are not: columns set with blanks, pages without rules."""
    rows: list[list[Cell]]
    """The cells that start in each row, left to right."""

    def __init__(self, table: Table) -> None:
        table = _without_hints(table)
        self.table = table
        self.height, self.width = table.height, table.width
        self.ruled = table.ruled
        self.open = sum(c.resumes for c in table.cells) > len(table.cells) / 10
        self.rows = [[] for _ in range(self.height)]
        for cell in sorted(table.cells, key=_PLACE):
            self.rows[cell.row].append(cell)
        self._filled = [[c for c in row if c.text] for row in self.rows]

    @cached_property
    def _owners(self) -> dict[tuple[int, int], Cell]:
        return {
            (r, c): cell
            for cell in self.table.cells
            for r in range(cell.row, cell.row + cell.rowspan)
            for c in range(cell.column, cell.column + cell.colspan)
        }

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place."""
        return self._owners.get((row, column))

    def filled(self, row: int) -> Sequence[Cell]:
        """The cells that start in a row and hold something."""
        return self._filled[row]

    def across(self, row: int, start: int, end: int) -> list[Cell]:
        """The cells that cover places of a row between two columns, each once."""
        found: list[Cell] = []
        for column in range(start, end):
            cell = self._owners.get((row, column))
            if cell is not None and not (found and cell is found[-1]):
                found.append(cell)
        return found


def overlap(cell: Cell, start: int, end: int) -> int:
    """How many columns of [start, end) a cell covers."""
    return min(cell.column + cell.colspan, end) - max(cell.column, start)


def best(cells: Sequence[Cell], start: int, end: int) -> Cell | None:
    """The cell that covers most of [start, end); a filled one before an empty one, the left before the right."""
    if len(cells) < 2:
        return cells[0] if cells else None
    return max(cells, key=lambda c: (overlap(c, start, end), bool(c.text), -c.column))
