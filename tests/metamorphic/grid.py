"""A table as cells on a grid: what the blocks' HTML-like rows mean, and the operations that transformations need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

Block = dict[str, Any]
"""A block as tests/corpus/source/render.py documents it."""


@dataclass(frozen=True)
class Cell:
    """A cell: its first row and column, how many of each it covers, its text, and how it looks."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    look: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def end(self) -> int:
        return self.column + self.columns

    @property
    def last(self) -> int:
        """The row behind its last one."""
        return self.row + self.rows


@dataclass(frozen=True)
class Grid:
    """A table: cells that cover `rows` x `columns` exactly once."""

    rows: int
    columns: int
    cells: tuple[Cell, ...]

    @classmethod
    def of(cls, table: Sequence[Sequence[Any]]) -> Grid:
        taken: set[tuple[int, int]] = set()
        cells: list[Cell] = []
        for r, row in enumerate(table):
            c = 0
            for raw in row:
                given = dict(raw) if isinstance(raw, dict) else {"t": str(raw)}
                while (r, c) in taken:
                    c += 1
                cell = Cell(r, c, given.pop("rs", 1), given.pop("cs", 1), given.pop("t"), given)
                taken |= {(i, j) for i in range(cell.row, cell.last) for j in range(cell.column, cell.end)}
                cells.append(cell)
                c = cell.end
        return cls(len(table), max(j for _, j in taken) + 1, tuple(cells)).checked()

    def checked(self) -> Grid:
        """Itself, if every place is covered once."""
        seen: dict[tuple[int, int], Cell] = {}
        for cell in self.cells:
            for i in range(cell.row, cell.last):
                for j in range(cell.column, cell.end):
                    assert (i, j) not in seen, (cell, seen[i, j])
                    seen[i, j] = cell
        assert len(seen) == self.rows * self.columns, "a place without a cell"
        return self

    def table(self) -> list[list[dict[str, Any]]]:
        """The blocks' rows again."""
        out: list[list[dict[str, Any]]] = [[] for _ in range(self.rows)]
        for cell in sorted(self.cells, key=lambda c: (c.row, c.column)):
            out[cell.row].append({"t": cell.text, "rs": cell.rows, "cs": cell.columns, **cell.look})
        return out

    def at(self, row: int, column: int) -> Cell:
        return next(c for c in self.cells if c.row <= row < c.last and c.column <= column < c.end)

    def row(self, row: int) -> list[Cell]:
        """The cells that begin in a row, from the left."""
        return sorted((c for c in self.cells if c.row == row), key=lambda c: c.column)

    def covering(self, row: int) -> list[Cell]:
        """The cells that stand in a row, from the left."""
        return sorted((c for c in self.cells if c.row <= row < c.last), key=lambda c: c.column)

    def each(self, change: Callable[[Cell], Cell]) -> Grid:
        return replace(self, cells=tuple(change(c) for c in self.cells)).checked()

    def write(self, change: Callable[[Cell], str]) -> Grid:
        """Every cell's text replaced."""
        return self.each(lambda c: replace(c, text=change(c)))

    def without_rows(self, gone: Iterable[int]) -> Grid:
        """Rows taken out; a merged cell that reaches beyond them keeps its text."""
        gone = set(gone)
        before = [sum(g < r for g in gone) for r in range(self.rows + 1)]
        kept = []
        for cell in self.cells:
            left = [r for r in range(cell.row, cell.last) if r not in gone]
            if left:
                kept.append(replace(cell, row=left[0] - before[left[0]], rows=len(left)))
        return Grid(self.rows - len(gone), self.columns, tuple(kept)).checked()

    def part(self, first: int, last: int) -> Grid:
        """Rows first to last (exclusive) as a table; a merged cell that is cut stands in both parts."""
        return self.without_rows([r for r in range(self.rows) if not first <= r < last])

    def with_row(self, at: int, texts: Callable[[int, int], str] | None = None, like: int | None = None) -> Grid:
        """A row put in before row `at`, its cells as wide as those of row `like` (default: one cell over all columns).

        Merged cells around it grow; `texts(column, columns)` says what stands in the others."""
        through = {c for c in self.cells if c.row < at < c.last}
        moved = [
            replace(c, rows=c.rows + 1) if c in through else replace(c, row=c.row + (c.row >= at)) for c in self.cells
        ]
        taken = {j for c in through for j in range(c.column, c.end)}
        spans: list[tuple[int, int]] = []
        if like is None:
            for j in range(self.columns):
                if j in taken:
                    continue
                if spans and sum(spans[-1]) == j:
                    spans[-1] = (spans[-1][0], spans[-1][1] + 1)
                else:
                    spans.append((j, 1))
        else:
            spans = [(c.column, c.columns) for c in self.covering(like) if c.column not in taken]
        new = [Cell(at, j, 1, n, texts(j, n) if texts else "") for j, n in spans]
        return Grid(self.rows + 1, self.columns, (*moved, *new)).checked()

    def with_copies(self, first: int, last: int, at: int) -> Grid:
        """Rows first to last (exclusive) once more before row `at`; cells merged through `at` grow and cover them."""
        through = {c for c in self.cells if c.row < at < c.last}
        count = last - first
        moved = [
            replace(c, rows=c.rows + count) if c in through else replace(c, row=c.row + count * (c.row >= at))
            for c in self.cells
        ]
        taken = {j for c in through for j in range(c.column, c.end)}
        copies = []
        for c in self.cells:
            top, bottom = max(c.row, first), min(c.last, last)
            if top < bottom and c.column not in taken:
                copies.append(replace(c, row=at + top - first, rows=bottom - top))
        return Grid(self.rows + count, self.columns, (*moved, *copies)).checked()

    def with_column(self, at: int, own: Callable[[int], bool]) -> Grid:
        """A column put in before column `at`. In rows where `own(row)` holds it is an empty cell of its own where a
        cell begins there; elsewhere the cell to its left grows."""
        out: list[Cell] = []
        grown: set[int] = set()
        for c in self.cells:
            wider = c.column < at < c.end or (c.end == at and not any(own(r) for r in range(c.row, c.last)))
            out.append(replace(c, column=c.column + (c.column >= at), columns=c.columns + wider))
            if wider:
                grown |= set(range(c.row, c.last))
        out += [Cell(r, at, 1, 1, "") for r in range(self.rows) if r not in grown]
        return Grid(self.rows, self.columns + 1, tuple(out)).checked()

    def moved_columns(self, rows: range, places: Mapping[int, int]) -> Grid:
        """In `rows`, the cell parts that begin at column k moved to begin at places[k] (cells keep their widths)."""
        return self.each(lambda c: replace(c, column=places.get(c.column, c.column)) if c.row in rows else c)

    def moved_rows(self, order: Sequence[int]) -> Grid:
        """The rows in another order; a merged cell must stay together."""
        place = {r: n for n, r in enumerate(order)}
        return self.each(lambda c: replace(c, row=min(place[r] for r in range(c.row, c.last))))


def of_block(block: Block) -> Grid:
    return Grid.of(block["table"])


def into(block: Block, grid: Grid, **more: Any) -> Block:
    """The block with another table; column widths go when their number no longer fits."""
    out = {**block, "table": grid.table(), **more}
    if len(out.get("widths") or []) != grid.columns:
        out.pop("widths", None)
    return out
