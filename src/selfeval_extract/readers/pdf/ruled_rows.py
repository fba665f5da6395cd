"""Tables with horizontal rules only: rules make the rows and show merged cells, white makes the columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from selfeval_extract.readers.pdf.layout import MIDDLE, PageCell, PageLayout, PageTable
from selfeval_extract.readers.pdf.lines import lines_of
from selfeval_extract.readers.pdf.marks import Char, Frame, Line, Ruling
from selfeval_extract.readers.pdf.whitespace import (
    Block,
    Section,
    all_edges,
    loose_bounds,
    section_bounds,
    sections_of,
    with_edges,
)

MIN_RULE = 0.3
"""A rule of a table reaches over this share of the page."""
SAME = 2.5
"""Ends of rules closer than this stand above each other."""
MIN_BANDS = 3
HEIGHT_OF_TITLE = 1.25
"""Letters this much larger than the rest are a title between two tables."""
PROSE = 1.06
"""Full lines in letters this much larger than the rows' are prose between two tables."""
LOOSE_TOP = 1.2
"""White above a text, in font sizes, that is not a cell's."""

Place = tuple[int, int, int, int]


@dataclass(slots=True)
class Bands:
    """Rules that could be one table's: its sides, the heights of its rules and what each covers."""

    x0: float
    x1: float
    rules: list[Ruling]

    @property
    def ys(self) -> list[float]:
        """The heights of the rules, each once."""
        return sorted({rule[0] for rule in self.rules})


@dataclass(slots=True)
class Banded:
    """A table between rules before its columns are known: for each block its first row and how many."""

    lines: list[Line]
    ys: list[float]
    sides: list[float]
    rows: list[tuple[int, int]]
    blocks: list[Block]
    sections: list[Section]


def find_banded(pages: Sequence[PageLayout]) -> None:
    """Turn the lines between horizontal rules that form a table into one, in place.

    Tables with the same sides share their columns as far as they can: they may be one over several pages.
    """
    found: dict[tuple[int, int], list[tuple[PageLayout, Banded]]] = {}
    for page in pages:
        if len(page.rules) <= MIN_BANDS:
            continue
        for bands in [part for group in _groups(page) for part in _split(group, page)]:
            table = banded(bands, page)
            if table is not None:
                key = next((k for k in found if abs(k[0] - bands.x0) < SAME and abs(k[1] - bands.x1) < SAME), None)
                found.setdefault(key or (round(bands.x0), round(bands.x1)), []).append((page, table))
    for group in found.values():
        edges = _edges([table for _, table in group])
        for page, table in group:
            used = {id(line) for line in table.lines}
            page.lines = [line for line in page.lines if id(line) not in used]
            page.tables = sorted([*page.tables, _built(table, edges, page.frame)], key=lambda t: t.top)


def _groups(page: PageLayout) -> list[Bands]:
    """Rules with common sides, and the shorter ones between them."""
    wide = [r for r in page.rules if r[2] - r[1] >= MIN_RULE * page.frame.upright[0]]
    found: list[Bands] = []
    for rule in sorted(wide, key=lambda r: r[1] - r[2]):
        same = [b for b in found if abs(b.x0 - rule[1]) <= SAME and abs(b.x1 - rule[2]) <= SAME]
        if same:
            same[0].rules.append(rule)
        elif not any(b.x0 - SAME <= rule[1] and rule[2] <= b.x1 + SAME for b in found):
            found.append(Bands(rule[1], rule[2], [rule]))
    for bands in found:
        top, bottom = bands.ys[0], bands.ys[-1]
        bands.rules = [
            r for r in page.rules if top <= r[0] <= bottom and bands.x0 - SAME <= r[1] and r[2] <= bands.x1 + SAME
        ]
    return [bands for bands in found if len(bands.ys) > 1 and not _cut_by_table(bands, page)]


def _cut_by_table(bands: Bands, page: PageLayout) -> bool:
    return any(bands.ys[0] < t.bottom and t.top < bands.ys[-1] for t in page.tables)


def _split(bands: Bands, page: PageLayout) -> list[Bands]:
    """The group cut where text stands between two tables: a title, a paragraph."""
    full = sorted({r[0] for r in bands.rules if r[1] - bands.x0 <= SAME and bands.x1 - r[2] <= SAME})
    lines = [line for line in page.lines if full[0] < line.base < full[-1]]
    sizes = [line.size for line in lines if len(Block(line.x0, line.x1, line.chars).parts()) > 1]
    usual = median(sizes) if sizes else 0.0
    parts: list[list[float]] = [[full[0]]]
    for above, below in pairwise(full):
        between_them = [line for line in lines if above < line.base - MIDDLE * line.size < below]
        divided = any(above < r[0] < below for r in bands.rules)
        if not divided and _is_outside(between_them, above, below, usual, bands.x0):
            parts.append([])
        parts[-1].append(below)
    found = [Bands(bands.x0, bands.x1, [r for r in bands.rules if ys[0] <= r[0] <= ys[-1]]) for ys in parts]
    return [part for part in found if len(part.ys) > MIN_BANDS]


def _is_outside(lines: Sequence[Line], above: float, below: float, usual: float, left: float) -> bool:
    """Is what stands between two rules no row of a table?"""
    if not lines:
        return below - above > 3 * usual
    size = max(line.size for line in lines)
    over, under = lines[0].top - above, below - lines[-1].bottom
    alone = all(len(Block(line.x0, line.x1, line.chars).parts()) < 2 for line in lines)
    if size > HEIGHT_OF_TITLE * usual or over > max(LOOSE_TOP * size, under + 0.8 * size):
        return True
    flush = lines[0].x0 < left + 3 * size and len(lines) > 1
    return alone and (min(over, under) > 2.2 * size or (flush and size > PROSE * usual))


def banded(bands: Bands, page: PageLayout) -> Banded | None:
    """The rows between rules with their columns, or None if they have no common ones."""
    ys = _merged(bands.ys)
    lines = [line for line in page.lines if ys[0] < line.base - MIDDLE * line.size < ys[-1]]
    if any(line.x0 < bands.x0 - SAME or line.x1 > bands.x1 + SAME for line in lines):
        return None
    sides = _sides(bands)
    places = _places(bands, ys, sides)
    chars = _binned([c for line in lines for c in line.chars], places, ys, sides)
    blocks = [Block(sides[p[1]], sides[p[1] + p[3]], held) for p, held in zip(places, chars, strict=True)]
    sections = sections_of(blocks)
    if not _convincing(blocks, sections):
        return None
    return Banded(lines, ys, sides, [(p[0], p[2]) for p in places], blocks, sections)


def _built(table: Banded, edges: Sequence[float], frame: Frame) -> PageTable:
    """The table with its cells in the columns that its rows use."""
    whites = {n: w for s in table.sections for w in [with_edges(s, table.blocks, edges)] for n in s.blocks}
    bounds = [
        section_bounds(block, whites[n], edges) if n in whites else loose_bounds(block, edges)
        for n, block in enumerate(table.blocks)
    ]
    xs = sorted({x for row in bounds for x in row})
    cells = [
        cell
        for block, row, place in zip(table.blocks, bounds, table.rows, strict=True)
        for cell in row_cells(block, row, xs, place, frame)
    ]
    return PageTable(frame, xs, table.ys, sorted(cells, key=lambda c: (c.row, c.column)))


def _merged(ys: Sequence[float]) -> list[float]:
    """Double rules as one."""
    out: list[float] = []
    for y in ys:
        if not out or y - out[-1] > SAME:
            out.append(y)
    return out


def _sides(bands: Bands) -> list[float]:
    """Where rules begin and end: edges of columns."""
    out = [bands.x0]
    for x in sorted(x for rule in bands.rules for x in rule[1:]):
        if x - out[-1] > 2 * SAME and bands.x1 - x > 2 * SAME:
            out.append(x)
    return [*out, bands.x1]


def _places(bands: Bands, ys: Sequence[float], sides: Sequence[float]) -> list[Place]:
    """The rectangles the rules make: row, strip, rows, strips; strips with the same rules above and below are one."""
    found: list[Place] = []
    for k, (x0, x1) in enumerate(pairwise(sides)):
        covering = [r[0] for r in bands.rules if r[1] <= x0 + 2 * SAME and r[2] >= x1 - 2 * SAME]
        rows = sorted({0, len(ys) - 1, *(min(range(len(ys)), key=lambda i: abs(ys[i] - y)) for y in covering)})
        found += [(a, k, b - a, 1) for a, b in pairwise(rows)]
    out: list[Place] = []
    for row, strip, rows_, _ in sorted(found):
        if out and out[-1][0] == row and out[-1][2] == rows_ and out[-1][1] + out[-1][3] == strip:
            out[-1] = (row, out[-1][1], rows_, out[-1][3] + 1)
        else:
            out.append((row, strip, rows_, 1))
    return out


def _binned(chars: Sequence[Char], places: Sequence[Place], ys: list[float], sides: list[float]) -> list[list[Char]]:
    """The characters in each rectangle."""
    owner = {
        (r, k): n for n, p in enumerate(places) for r in range(p[0], p[0] + p[2]) for k in range(p[1], p[1] + p[3])
    }
    bins: list[list[Char]] = [[] for _ in places]
    for char in chars:
        row = min(max(bisect_right(ys, char[1] - MIDDLE * char[3]) - 1, 0), len(ys) - 2)
        strip = min(max(bisect_right(sides, (char[0] + char[2]) / 2) - 1, 0), len(sides) - 2)
        bins[owner[row, strip]].append(char)
    return bins


def _convincing(blocks: Sequence[Block], sections: Sequence[Section]) -> bool:
    """Are there columns in most rows, and in two or more of them the same?"""
    rows = [block for block in blocks if block.ink]
    several = [block for block in rows if len(block.parts()) > 1]
    return len(several) >= max(2, len(rows) / 2) and (any(len(s.blocks) > 1 for s in sections) or len(several) > 2)


def _edges(tables: Sequence[Banded]) -> list[float]:
    """Column edges: the rules' ends, one in each stripe of a section, one in each gap of the other rows."""
    sides = _merged(sorted(x for table in tables for x in table.sides))
    loose: list[Block] = []
    for table in tables:
        taken = {n for section in table.sections for n in section.blocks}
        loose += [block for n, block in enumerate(table.blocks) if n not in taken]
    return all_edges([w for table in tables for s in table.sections for w in s.whites], loose, sides)


def row_cells(
    block: Block, bounds: Sequence[float], edges: Sequence[float], rows: tuple[int, int], frame: Frame
) -> list[PageCell]:
    """The cells between a row's bounds, in the table's columns; `rows` are the first row and how many."""
    bins: list[list[Char]] = [[] for _ in bounds[1:]]
    for char in block.chars:
        n = bisect_right(bounds, (char[0] + char[2]) / 2) - 1
        bins[min(max(n, 0), len(bins) - 1)].append(char)
    at = [min(range(len(edges)), key=lambda i: abs(edges[i] - x)) for x in bounds]
    return [
        PageCell(rows[0], a, rows[1], b - a, lines_of(held, frame))
        for a, b, held in zip(at, at[1:], bins, strict=False)
        if b > a
    ]
