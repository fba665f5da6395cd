"""What a page looks like once its rulings are understood: tables with their cells' lines, and lines outside them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from math import nan

from selfeval_extract.document import Box
from selfeval_extract.readers.pdf.grid import Group, RuledGrid, components, grids
from selfeval_extract.readers.pdf.lines import lines_of
from selfeval_extract.readers.pdf.marks import Char, Frame, Line, PageMarks, Ruling
from selfeval_extract.readers.pdf.rulings import edges, merged

MAX_RULINGS = 4000
"""Joined lines on one page; more is a drawing, not a form."""
MIDDLE = 0.34
"""How far above its base line the middle of a character lies, in font sizes."""


@dataclass(slots=True)
class PageCell:
    """A cell of a page's table with the lines in it; `resumes`: empty, and perhaps merged with the cell above."""

    row: int
    column: int
    rowspan: int
    colspan: int
    lines: list[Line] = field(default_factory=list)
    resumes: bool = False

    @property
    def string(self) -> str:
        """Its text without blanks, for comparing."""
        return "".join("".join(line.text.split()) for line in self.lines)


@dataclass(slots=True)
class PageTable:
    """A table, or the part of it that stands on one page. `drawn`: rulings made its cells.

    `stripes`: where the rows at the end of a form without rules leave white, for the next page.
    """

    frame: Frame
    xs: list[float]
    ys: list[float]
    cells: list[PageCell]
    drawn: bool = True
    stripes: list[tuple[float, float]] = field(default_factory=list)

    @property
    def page(self) -> int:
        """Page number from 1."""
        return self.frame.page

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.ys[-1]


@dataclass(slots=True)
class PageLayout:
    """Lines outside tables and tables, each from top to bottom; `rules` are the horizontal ones that stand alone."""

    frame: Frame
    lines: list[Line]
    tables: list[PageTable]
    rules: list[Ruling]
    overdrawn: bool = False

    def items(self) -> list[Line | PageTable]:
        """Everything in reading order."""
        return sorted([*self.lines, *self.tables], key=lambda item: item.top)


def layout(marks: PageMarks) -> PageLayout:
    """Tables by the page's rulings, lines from the characters outside them."""
    horizontal, vertical = merged(marks.horizontal), merged(marks.vertical)
    if len(horizontal) + len(vertical) > MAX_RULINGS:
        return PageLayout(marks.frame, lines_of(marks.chars, marks.frame), [], [], overdrawn=True)
    groups = components(horizontal, vertical)
    found = grids(groups)
    if marks.areas:
        found += _grids_of_areas(marks.areas, found)
    tables: list[PageTable] = []
    rest = marks.chars
    for grid in sorted((g for g in found if len(g.cells) > 1), key=_area):
        table, others = fill(grid, rest, marks.frame)
        if sum(1 for cell in table.cells if cell.lines) > 1:
            tables.append(table)
            rest = others
    tables.sort(key=lambda t: t.top)
    return PageLayout(marks.frame, lines_of(rest, marks.frame), tables, _uncrossed(horizontal, groups))


def _uncrossed(horizontal: list[Ruling], groups: list[Group]) -> list[Ruling]:
    """Horizontal rules that no vertical one touches."""
    crossed = {rule for group in groups for rule in group[0]}
    return [rule for rule in horizontal if rule not in crossed]


def _area(grid: RuledGrid) -> float:
    x0, y0, x1, y1 = grid.box
    return (x1 - x0) * (y1 - y0)


def _grids_of_areas(areas: list[Box], known: list[RuledGrid]) -> list[RuledGrid]:
    """Tables drawn as shaded areas without lines, where no ruled table stands."""
    boxes = [g.box for g in known if len(g.cells) > 1]
    free = [a for a in areas if not any(_overlap(a, b) for b in boxes)]
    horizontal, vertical = edges(free)
    if len(horizontal) > MAX_RULINGS:
        return []
    return grids(components(merged(horizontal), merged(vertical)))


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def fill(grid: RuledGrid, chars: list[Char], frame: Frame) -> tuple[PageTable, list[Char]]:
    """The grid with the characters whose middle lies in it, and the other characters."""
    owner = [[0] * (len(grid.xs) - 1) for _ in range(len(grid.ys) - 1)]
    for n, (row, column, rows, columns) in enumerate(grid.cells):
        for r in range(row, row + rows):
            owner[r][column : column + columns] = [n] * columns
    bins: list[list[Char]] = [[] for _ in grid.cells]
    others: list[Char] = []
    xs, ys = grid.xs, grid.ys
    left, top, right, bottom = grid.box
    y, places = nan, owner[0]
    for char in chars:
        x, middle = (char[0] + char[2]) / 2, char[1] - MIDDLE * char[3]
        if left <= x < right and top <= middle < bottom:
            if middle != y:
                y, places = middle, owner[bisect_right(ys, middle) - 1]
            bins[places[bisect_right(xs, x) - 1]].append(char)
        else:
            others.append(char)
    cells = [
        PageCell(*place, lines_of(held, frame) if held else []) for place, held in zip(grid.cells, bins, strict=True)
    ]
    return PageTable(frame, xs, ys, cells), others
