"""Whole forms without rules: sections of rows and labels, told by white alone.

Conservative: a form needs a row of several short cells and rows below it that keep clear of its columns.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from selfeval_extract.readers.pdf.layout import PageCell, PageLayout, PageTable
from selfeval_extract.readers.pdf.lines import make_line
from selfeval_extract.readers.pdf.marks import Char, Line
from selfeval_extract.readers.pdf.regions import HALF, form_runs, open_form, pitch_of
from selfeval_extract.readers.pdf.rows import is_value, rows_of
from selfeval_extract.readers.pdf.whitespace import (
    HEAD,
    Block,
    Section,
    Span,
    all_edges,
    common,
    loose_bounds,
    section_bounds,
    sections_of,
    width,
)

MIN_FULL = 3
"""So many lines with three or more cells make a form."""


@dataclass(slots=True)
class Stretch:
    """Consecutive lines of one section, or of none."""

    section: Section | None
    lines: list[int]


def find_forms(page: PageLayout, above: PageLayout | None = None) -> None:
    """Turn the lines of each form without rules into a table, in place; one may go on from the page `above`."""
    before = open_form(page, above)
    for run in form_runs(page, before):
        table = form_table(run, page, before if run[0] is page.lines[0] else None)
        if table is not None:
            used = {id(line) for line in run}
            page.lines = [line for line in page.lines if id(line) not in used]
            page.tables = sorted([*page.tables, table], key=lambda t: t.top)


def form_table(run: Sequence[Line], page: PageLayout, before: PageTable | None = None) -> PageTable | None:
    """The table that lines make, or None if too few of them have columns in common.

    `before` is the part of the same form on the page before, whose columns hold on.
    """
    x0, x1 = min(line.x0 for line in run) - 2, max(line.x1 for line in run) + 2
    known = [x0, x1]
    if before is not None:
        x0, x1, known = before.xs[0], before.xs[-1], before.xs
    blocks = [Block(x0, x1, line.chars) for line in run]
    sections = sections_of(blocks, before.stripes if before else ())
    least = 1 if before else MIN_FULL
    if not any(sum(len(blocks[n].parts()) > 2 for n in section.blocks) >= least for section in sections):
        return None
    pitch = pitch_of(run)
    stretches = _stretches(run, blocks, sections, pitch)
    rows = [row for stretch in stretches if stretch.section is None for row in _loose_rows(stretch, run, pitch)]
    loose = [Block(x0, x1, [c for n in row for c in run[n].chars]) for row in rows]
    if before is not None:
        _agree(before, [w for section in sections for w in section.whites])
    edges = all_edges([w for section in sections for w in section.whites], loose, known)
    table = _Builder(run, page, edges, pitch).table(stretches)
    if table is not None:
        table.stripes = sections[-1].whites
    return table


def _agree(before: PageTable, whites: Sequence[Span]) -> None:
    """Move the inner edges of the part on the page before to where both pages leave white."""
    for white in whites:
        if any(white[0] <= x <= white[1] for x in before.xs):
            continue
        for stripe in before.stripes:
            both = common(white, stripe)
            inside = [n for n, x in enumerate(before.xs[1:-1], 1) if stripe[0] - 0.5 <= x <= stripe[1] + 0.5]
            if width(both) > 0 and len(inside) == 1:
                before.xs[inside[0]] = (both[0] + both[1]) / 2


def _stretches(
    run: Sequence[Line], blocks: Sequence[Block], sections: Sequence[Section], pitch: float
) -> list[Stretch]:
    """The lines by section; single lines among loose ones are loose, those right above headings belong to them."""
    owner: list[int | None] = [None] * len(run)
    for k, section in enumerate(sections):
        for n in section.blocks:
            owner[n] = k
    single = [len(block.parts()) < 2 for block in blocks]
    few = [len(block.parts()) < HEAD for block in blocks]
    for order in (range(1, len(run)), range(len(run) - 2, -1, -1)):
        for n in order:
            m = n - 1 if order.step > 0 else n + 1
            if single[n] and owner[m] is None and abs(run[n].base - run[m].base) < HALF * pitch:
                owner[n] = None
    for number, section in enumerate(sections):
        n = section.blocks[0] - 1
        while n >= 0 and owner[n] != number and few[n] and run[n + 1].base - run[n].base < HALF * pitch:
            if Section(section.whites).narrowed(blocks[n], ()) is None:
                break
            owner[n] = number
            n -= 1
    out: list[Stretch] = []
    for n, own in enumerate(owner):
        section_ = None if own is None else sections[own]
        if out and out[-1].section is section_:
            out[-1].lines.append(n)
        else:
            out.append(Stretch(section_, [n]))
    return out


def _loose_rows(stretch: Stretch, run: Sequence[Line], pitch: float) -> list[list[int]]:
    """Lines outside sections in rows: what stands beside each other or goes on from a full line is one row."""
    rows: list[list[int]] = []
    for n in stretch.lines:
        if rows and _same_row([run[m] for m in rows[-1]], run[n], pitch):
            rows[-1].append(n)
        else:
            rows.append([n])
    return rows


def _same_row(row: Sequence[Line], line: Line, pitch: float) -> bool:
    last = row[-1]
    if line.base - last.base < HALF * pitch:
        return True
    for above in row:
        if 0 < line.base - above.base <= 1.12 * pitch and any(
            a[1] - a[0] > 8 * line.size and abs(a[0] - b[0]) < 0.5 * line.size and a[1] >= b[1] - 1.5 * line.size
            for a in Block(above.x0, above.x1, above.chars).ink
            for b in Block(line.x0, line.x1, line.chars).ink
        ):
            return True
    return False


class _Builder:
    """Puts a form's rows one under the other."""

    def __init__(self, run: Sequence[Line], page: PageLayout, edges: list[float], pitch: float) -> None:
        self.run = run
        self.frame = page.frame
        self.edges = edges
        self.pitch = pitch
        self.cells: list[PageCell] = []
        self.height = 0

    def table(self, stretches: Sequence[Stretch]) -> PageTable | None:
        """The table of all stretches, if it has rows and columns."""
        for stretch in stretches:
            if stretch.section is None:
                for row in _loose_rows(stretch, self.run, self.pitch):
                    self._add_loose(row)
            else:
                self._add_section(stretch, stretch.section)
        if self.height < 1:
            return None
        self._span_labels()
        return PageTable(self.frame, self.edges, self._heights(), self.cells, drawn=False)

    def _columns(self, line: Line, bounds: Sequence[float]) -> list[Line | None]:
        """The line's piece in each column; characters without white between them stay together."""
        bins: list[list[Char]] = [[] for _ in bounds[1:]]
        chars = line.chars
        for ink in Block(line.x0, line.x1, chars).ink:
            held = [char for char in chars if ink[0] - 0.1 <= (char[0] + char[2]) / 2 <= ink[1] + 0.1]
            n = bisect_right(bounds, (ink[0] + ink[1]) / 2) - 1
            bins[min(max(n, 0), len(bins) - 1)] += held
        return [make_line(held, self.frame) if held else None for held in bins]

    def _add(self, row: int, rows: int, sides: tuple[float, float], lines: list[Line], resumes: bool) -> None:
        a, b = (min(range(len(self.edges)), key=lambda n: abs(self.edges[n] - x)) for x in sides)
        self.cells.append(PageCell(row, a, rows, max(1, b - a), lines, resumes))

    def _add_loose(self, row: Sequence[int]) -> None:
        block = Block(self.edges[0], self.edges[-1], [c for n in row for c in self.run[n].chars])
        bounds = loose_bounds(block, self.edges)
        columns: list[list[Line]] = [[] for _ in bounds[1:]]
        for n in row:
            for column, line in zip(columns, self._columns(self.run[n], bounds), strict=True):
                if line is not None:
                    column.append(line)
        for sides, column in zip(pairwise(bounds), columns, strict=True):
            self._add(self.height, 1, sides, column, False)
        self.height += 1

    def _add_section(self, stretch: Stretch, section: Section) -> None:
        block = Block(self.edges[0], self.edges[-1], [])
        bounds = section_bounds(block, section.whites, self.edges)
        columns: list[list[Line]] = [[] for _ in bounds[1:]]
        for n in stretch.lines:
            for column, line in zip(columns, self._columns(self.run[n], bounds), strict=True):
                if line is not None:
                    column.append(line)
        height, cells = rows_of(columns, self._heads(stretch, columns), self.pitch)
        for cell in cells:
            sides = (bounds[cell.column], bounds[cell.column + 1])
            self._add(self.height + cell.row, cell.rowspan, sides, cell.lines, cell.resumes)
        self.height += height

    def _heads(self, stretch: Stretch, columns: Sequence[Sequence[Line]]) -> list[float]:
        """The base line of the stretch's headings: its first line of many cells, if none is a value."""
        bases = [self.run[n].base for n in stretch.lines]
        texts = {y: [line.text for column in columns for line in column if abs(line.base - y) < 1] for y in bases}
        first = next((y for y in bases if len(texts[y]) >= HEAD), None)
        return [] if first is None or any(is_value(text) for text in texts[first]) else [first]

    def _span_labels(self) -> None:
        """A label beside a row but centred on it and the row above, whose own is empty, covers both."""
        first = {cell.row: cell for cell in self.cells if cell.column == 0 and cell.rowspan == 1}
        for row, cell in first.items():
            above = first.get(row - 1)
            if above is None or above.lines or not cell.lines or above.colspan != cell.colspan:
                continue
            own, both = (
                [line.base for c in self.cells if c.row in rows and c.column for line in c.lines]
                for rows in ((row,), (row - 1, row))
            )
            middle = (cell.lines[0].base + cell.lines[-1].base) / 2
            if len(own) < 2 or len(both) == len(own) or any(c.row < row < c.row + c.rowspan for c in self.cells):
                continue
            off = abs((min(own) + max(own)) / 2 - middle)
            if off > 0.3 * self.pitch and abs((min(both) + max(both)) / 2 - middle) < off / 2:
                above.lines, above.rowspan, above.resumes = cell.lines, 2, False
                self.cells.remove(cell)

    def _heights(self) -> list[float]:
        """Row edges: in the middle of the white between rows, as far as their cells of one row tell."""
        tops, bottoms = [0.0] * self.height, [0.0] * self.height
        for row in range(self.height):
            lines = [line for cell in self.cells if cell.row == row and cell.rowspan == 1 for line in cell.lines]
            lines = lines or [
                line for cell in self.cells if cell.row <= row < cell.row + cell.rowspan for line in cell.lines
            ]
            tops[row] = min((line.top for line in lines), default=bottoms[row - 1])
            bottoms[row] = max((line.bottom for line in lines), default=tops[row])
        ys = [tops[0], *((a + b) / 2 for a, b in zip(bottoms, tops[1:], strict=False)), bottoms[-1]]
        return [max(ys[: n + 1]) for n in range(len(ys))]
