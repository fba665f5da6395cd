"""A page as lines and tables, and its ruled tables: the characters in each cell of a grid."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import nan
from typing import Generic, Literal, NamedTuple, TypeVar

from selfeval_extract.document import Box
from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.geometry import Span
from selfeval_extract.readers.pdf.grid import PageGrids, RuledGrid, Rulings, grids_of, rulings_of
from selfeval_extract.readers.pdf.lines import lines_of
from selfeval_extract.readers.pdf.marks import Char, Frame, Line, PageMarks, Ruling

Rows = TypeVar("Rows", covariant=True)


class PageCell(NamedTuple):
    """A cell of a table on a page or, when its parts are joined, on several: rows and columns from 0.

    `resumes`: empty, and perhaps merged with the cell above. `box`: where it, or its last part, stands on its page; empty
    until parts are joined.
    """

    row: int
    column: int
    rowspan: int
    colspan: int
    lines: tuple[Line, ...] = ()
    resumes: bool = False
    box: Box = (0.0, 0.0, 0.0, 0.0)

    @property
    def columns(self) -> tuple[int, int]:
        """First column and how many."""
        return (self.column, self.colspan)


class PageTable(NamedTuple):
    """A table, or the part of it that stands on one page: the edges of its columns and rows, and its cells.

    `ruled`: rulings made its cells. If not, `gaps` are the white stretches between the columns of its last rows: a table on
    the next page that leaves them white goes on from this one.
    """

    frame: Frame
    xs: Sequence[float]
    ys: Sequence[float]
    cells: Sequence[PageCell]
    ruled: bool = True
    gaps: Sequence[Span] = ()

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.ys[-1]


class Region(NamedTuple, Generic[Rows]):
    """Lines of a page in which a table was looked for, and what each stage made of them.

    `rows` and `table` are None where the lines turned out to be no table.
    """

    kind: Literal["rows between rulings", "form", "table goes on", "table"]
    lines: Sequence[Line]
    rows: Rows | None
    table: PageTable | None


class PageLayout(NamedTuple):
    """Lines outside tables and tables, each from top to bottom.

    `rulings` are horizontal ones that no vertical one touches, `regions` where tables were looked for without a grid.
    """

    frame: Frame
    lines: Sequence[Line]
    tables: Sequence[PageTable] = ()
    rulings: Sequence[Ruling] = ()
    regions: Sequence[Region[object]] = ()

    def items(self) -> list[Line | PageTable]:
        """Everything in reading order."""
        return sorted([*self.lines, *self.tables], key=lambda item: item.top)

    def table_at_foot(self, following: PageLayout) -> PageTable | None:
        """The table that nothing follows on the page, if the other page is the next one."""
        last = self.items()[-1:] if following.frame.page == self.frame.page + 1 else []
        return last[0] if last and isinstance(last[0], PageTable) else None

    def follows(self, below: Line, above: Line, pitch: float) -> bool:
        """Does a line stand at most `pitch` font sizes below another, with no table between?"""
        near = below.baseline - above.baseline <= pitch * max(above.size, below.size)
        return near and not any(above.baseline < table.top < below.baseline for table in self.tables)

    def without(self, lines: Iterable[Line]) -> PageLayout:
        """The page without some of its lines."""
        gone = {id(line) for line in lines}
        return self._replace(lines=[line for line in self.lines if id(line) not in gone]) if gone else self

    def searched(self, regions: Sequence[Region[object]]) -> PageLayout:
        """The page with the tables of more regions instead of their lines."""
        found = [(region.lines, region.table) for region in regions if region.table is not None]
        tables = sorted([*self.tables, *(table for _, table in found)], key=lambda table: table.top)
        rest = self.without(line for lines, _ in found for line in lines)
        return rest._replace(tables=tables, regions=[*self.regions, *regions])


class RuledPage(NamedTuple):
    """A page stage by stage, from its characters to its ruled tables."""

    marks: PageMarks
    rulings: Rulings
    grids: PageGrids
    page: PageLayout


def ruled_page(marks: PageMarks) -> RuledPage:
    """The page's rulings, the grids that they make, and its lines and ruled tables."""
    rulings = rulings_of(marks.horizontal, marks.vertical)
    grids = grids_of(rulings, marks.areas)
    tables: list[PageTable] = []
    rest: Sequence[Char] = marks.chars
    for grid in grids.grids:
        table, others = _filled(grid, rest, marks.frame)
        if sum(1 for cell in table.cells if cell.lines) > 1:
            tables.append(table)
            rest = others
    tables.sort(key=lambda table: table.top)
    page = PageLayout(marks.frame, lines_of(rest, marks.frame), tables, grids.loose)
    return RuledPage(marks, rulings, grids, page)


def _filled(grid: RuledGrid, chars: Sequence[Char], frame: Frame) -> tuple[PageTable, list[Char]]:
    """The grid with the characters whose middle lies in it, and the other characters."""
    owners = grid.owners()
    held: list[list[Char]] = [[] for _ in grid.cells]
    others: list[Char] = []
    xs, ys = grid.xs, grid.ys
    left, top, right, bottom = grid.box
    y, places = nan, owners[0]
    for char in chars:
        x, middle = (char[0] + char[2]) / 2, char[1] - tuning.MIDDLE_HEIGHT * char[3]
        if left <= x < right and top <= middle < bottom:
            if middle != y:
                y, places = middle, owners[bisect_right(ys, middle) - 1]
            held[places[bisect_right(xs, x) - 1]].append(char)
        else:
            others.append(char)
    cells = [PageCell(*at, lines_of(own, frame) if own else ()) for at, own in zip(grid.cells, held, strict=True)]
    return PageTable(frame, xs, ys, cells), others
