"""Lines as drawn → rulings → grids.

Producers draw a table's lines cell by cell, as strokes, thin filled boxes, dashes or dots. The pieces that lie on one line
become one ruling; rulings that touch are one table; what no ruling separates is one cell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import count, pairwise
from math import inf
from typing import NamedTuple

from selfeval_extract.document import Box
from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.geometry import Span, boxes_overlap, distinct, grouped, nearest
from selfeval_extract.readers.pdf.marks import Ruling

GridPlace = tuple[int, int, int, int]
"""Row, column, rows, columns."""

_Run = tuple[int, int, int]
"""Places beside each other with no wall between them: row, first column, the one behind the last."""


class Rulings(NamedTuple):
    """The rulings of a page or of a part of it, by position (y or x), then by start."""

    horizontal: list[Ruling]
    vertical: list[Ruling]

    @property
    def too_many(self) -> bool:
        """Is this a drawing, not a form?"""
        return len(self.horizontal) + len(self.vertical) > tuning.MAX_RULINGS


def rulings_of(horizontal: Iterable[Ruling], vertical: Iterable[Ruling]) -> Rulings:
    """The rulings that pieces of lines make, whatever order they were drawn in."""
    return Rulings(_joined(horizontal), _joined(vertical))


def _joined(pieces: Iterable[Ruling]) -> list[Ruling]:
    """Pieces that lie on one line as one."""
    out: list[Ruling] = []
    for line in grouped(sorted(pieces), lambda line, piece: piece[0] - line[0][0] <= tuning.SAME_RULING):
        at = sum(piece[0] for piece in line) / len(line)
        out.extend((at, start, end) for start, end in _stretches(line) if end - start >= tuning.MIN_RULING)
    return out


def _stretches(line: Iterable[Ruling]) -> list[Span]:
    """The stretches of a line that pieces cover. A few dashes are none: they are a hyphen or a small drawing."""
    found: list[tuple[float, float, int]] = []
    for start, end in sorted(piece[1:] for piece in line):
        dash = end - start <= tuning.MAX_DASH
        first, last, dashes = found[-1] if found else (start, -inf, 0)
        if start - last <= tuning.TOUCHING or (dash and dashes and start - last <= tuning.MAX_DASH):
            found[-1] = (first, max(last, end), dashes + 1 if dash and dashes else 0)
        else:
            found.append((start, end, int(dash)))
    few = range(1, tuning.MIN_DASHES)
    return [(a, b) for a, b, dashes in found if dashes not in few or b - a >= 2 * tuning.MIN_RULING]


def place_box(place: GridPlace, xs: Sequence[float], ys: Sequence[float]) -> Box:
    """Where a place of a grid stands on the page, given the edges of columns and rows."""
    row, column, rows, columns = place
    return (xs[column], ys[row], xs[column + columns], ys[row + rows])


class RuledGrid(NamedTuple):
    """Where the columns and the rows of a ruled table part, and the cells between."""

    xs: list[float]
    ys: list[float]
    cells: list[GridPlace]

    @property
    def box(self) -> Box:
        """The rectangle the grid covers."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def owners(self) -> list[list[int]]:
        """For each row and column the number of the cell that covers it."""
        out = [[0] * (len(self.xs) - 1) for _ in self.ys[1:]]
        for n, (row, column, rows, columns) in enumerate(self.cells):
            for r in range(row, row + rows):
                out[r][column : column + columns] = [n] * columns
        return out


class PageGrids(NamedTuple):
    """What the rulings of a page make: grids, the smallest first, and horizontal rulings that no vertical one touches."""

    grids: list[RuledGrid]
    loose: list[Ruling]


def grids_of(rulings: Rulings, areas: Sequence[Box] = ()) -> PageGrids:
    """The grids of at least two cells that rulings or, where there are none, filled areas make."""
    if rulings.too_many:
        return PageGrids([], [])
    groups = _touching(rulings)
    ruled = _grids(groups)
    shaded = _grids_of_areas(areas, ruled) if areas else []
    crossed = {ruling for group in groups for ruling in group.horizontal}
    loose = [ruling for ruling in rulings.horizontal if ruling not in crossed]
    return PageGrids(sorted([*ruled, *shaded], key=lambda g: (g.xs[-1] - g.xs[0]) * (g.ys[-1] - g.ys[0])), loose)


def _grids(groups: Iterable[Rulings]) -> list[RuledGrid]:
    found = [grid for group in groups if (grid := _grid(group)) is not None and len(grid.cells) > 1]
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _grids_of_areas(areas: Sequence[Box], ruled: Sequence[RuledGrid]) -> list[RuledGrid]:
    """Tables drawn as shaded areas without lines, where no ruled table stands."""
    apart = [area for area in areas if not any(boxes_overlap(area, grid.box) for grid in ruled)]
    horizontal = [(y, left, right) for left, top, right, bottom in apart for y in (top, bottom)]
    vertical = [(x, top, bottom) for left, top, right, bottom in apart for x in (left, right)]
    return [] if len(horizontal) > tuning.MAX_RULINGS else _grids(_touching(rulings_of(horizontal, vertical)))


def _touching(rulings: Rulings) -> list[Rulings]:
    """Groups of rulings that touch each other; only those with both kinds."""
    h, vertical = sorted(rulings.horizontal), rulings.vertical
    heights = [r[0] for r in h]
    pairs = (
        (i, j)
        for j, (x, top, bottom) in enumerate(vertical, len(h))
        for i in range(bisect_left(heights, top - tuning.TOUCHING), bisect_right(heights, bottom + tuning.TOUCHING))
        if h[i][1] - tuning.TOUCHING <= x <= h[i][2] + tuning.TOUCHING
    )
    groups = [
        Rulings([h[i] for i in group if i < len(h)], [vertical[i - len(h)] for i in group if i >= len(h)])
        for group in _connected(len(h) + len(vertical), pairs)
    ]
    return [group for group in groups if group.horizontal and group.vertical]


def _connected(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below `size` in groups that pairs connect, each in order and by its first."""
    parent = list(range(size))

    def root(a: int) -> int:
        while parent[a] != a:
            parent[a] = parent[parent[a]]
            a = parent[a]
        return a

    for a, b in pairs:
        parent[root(a)] = root(b)
    groups: dict[int, list[int]] = {}
    for a in range(size):
        groups.setdefault(root(a), []).append(a)
    return list(groups.values())


def _grid(rulings: Rulings) -> RuledGrid | None:
    """The grid of rulings that touch, or None if they enclose nothing."""
    horizontal, vertical = rulings
    xs = _edges([r[0] for r in vertical], [end for r in horizontal for end in r[1:]])
    ys = _edges([r[0] for r in horizontal], [end for r in vertical for end in r[1:]])
    if len(xs) < 2 or len(ys) < 2:
        return None
    above = _walls(horizontal, ys, xs)
    before = _walls(vertical, xs, ys)
    cells = [cell for region in _open_regions(above, before) for cell in _rectangles(region)]
    return RuledGrid(xs, ys, sorted(cells))


def _edges(rulings: list[float], ends: list[float]) -> list[float]:
    """Where rulings stand, double ones as one, with an edge more where an outer border is missing."""
    out = distinct(rulings, tuning.DOUBLE_RULING)
    if min(ends) < out[0] - tuning.OPEN_SIDE:
        out.insert(0, min(ends))
    if max(ends) > out[-1] + tuning.OPEN_SIDE:
        out.append(max(ends))
    return out


def _walls(rulings: Iterable[Ruling], positions: list[float], crossing: list[float]) -> list[list[bool]]:
    """walls[i][k]: a ruling at positions[i] runs from crossing[k] to crossing[k + 1]."""
    walls = [[False] * (len(crossing) - 1) for _ in positions]
    slack = tuning.TOUCHING + tuning.DOUBLE_RULING / 2
    for at, start, end in rulings:
        wall = walls[nearest(positions, at)]
        for k in range(bisect_left(crossing, start - slack), bisect_right(crossing, end + slack) - 1):
            wall[k] = True
    return walls


def _open_regions(above: list[list[bool]], before: list[list[bool]]) -> list[list[_Run]]:
    """The grid's places with no wall between them, as runs."""
    runs: list[_Run] = []
    pairs: list[tuple[int, int]] = []
    upper: list[int] = []
    for row, walls in enumerate(zip(*before, strict=True)):
        starts = [0, *(c for c in range(1, len(walls) - 1) if walls[c]), len(walls) - 1]
        own: list[int] = []
        for start, end in pairwise(starts):
            if row and False in above[row][start:end]:
                pairs += [(upper[c], len(runs)) for c in range(start, end) if not above[row][c]]
            own += [len(runs)] * (end - start)
            runs.append((row, start, end))
        upper = own
    return [[runs[n] for n in group] for group in _connected(len(runs), pairs)]


def _rectangles(region: list[_Run]) -> list[GridPlace]:
    """The region as rectangles: one if it is one, else (a ruling is missing somewhere) as wide, then as tall as fits."""
    row, start, end = region[0]
    if len({run[1:] for run in region}) == 1:
        return [(row, start, len(region), end - start)]
    left = {(r, c) for r, first, last in region for c in range(first, last)}
    out = []
    while left:
        r, c = min(left)
        right = next(k for k in count(c) if (r, k) not in left)
        below = next(i for i in count(r) if not all((i, k) in left for k in range(c, right)))
        left -= {(i, k) for i in range(r, below) for k in range(c, right)}
        out.append((r, c, below - r, right - c))
    return out
