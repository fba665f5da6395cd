"""Ruling lines → grids: lines that touch are one table; what no line separates is one cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selfeval_extract.document import Box
from selfeval_extract.readers.pdf.marks import Ruling
from selfeval_extract.readers.pdf.rulings import TOUCH

SLIVER = 4.5
"""Rows and columns narrower than this lie between the two strokes of a double line."""
OPEN_SIDE = 10.0
"""How far lines must stick out beyond the last crossing line for an outer border to be missing there."""

Place = tuple[int, int, int, int]
"""Row, column, rows, columns."""

Run = tuple[int, int, int]
"""Places beside each other with no wall between them: row, first column, the one behind the last."""


@dataclass(slots=True)
class RuledGrid:
    """Column edges, row edges and the cells between them. `closed` cells have lines (not just page) around them."""

    xs: list[float]
    ys: list[float]
    cells: list[Place]

    @property
    def box(self) -> Box:
        """The rectangle the grid covers."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


Group = tuple[list[Ruling], list[Ruling]]
"""Horizontal and vertical lines that touch each other."""


def grids(groups: Iterable[Group]) -> list[RuledGrid]:
    """The grids that groups of merged rulings form, from top to bottom."""
    found = [grid for h, v in groups if (grid := make_grid(h, v)) is not None]
    return sorted(found, key=lambda g: (g.ys[0], g.xs[0]))


def components(horizontal: Sequence[Ruling], vertical: Sequence[Ruling]) -> list[Group]:
    """Groups of lines that touch each other; only those with lines of both kinds."""
    h = sorted(horizontal)
    heights = [r[0] for r in h]
    pairs = (
        (i, j)
        for j, (x, top, bottom) in enumerate(vertical, len(h))
        for i in range(bisect_left(heights, top - TOUCH), bisect_right(heights, bottom + TOUCH))
        if h[i][1] - TOUCH <= x <= h[i][2] + TOUCH
    )
    groups = [
        ([h[i] for i in group if i < len(h)], [vertical[i - len(h)] for i in group if i >= len(h)])
        for group in connected(len(h) + len(vertical), pairs)
    ]
    return [g for g in groups if g[0] and g[1]]


def connected(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below `count` in groups that pairs connect, each in order and by its first."""
    parent = list(range(count))

    def root(a: int) -> int:
        while parent[a] != a:
            parent[a] = parent[parent[a]]
            a = parent[a]
        return a

    for a, b in pairs:
        parent[root(a)] = root(b)
    groups: dict[int, list[int]] = {}
    for a in range(count):
        groups.setdefault(root(a), []).append(a)
    return list(groups.values())


def make_grid(horizontal: Sequence[Ruling], vertical: Sequence[Ruling]) -> RuledGrid | None:
    """The grid of one group of touching lines, or None if they enclose nothing."""
    xs = _positions([r[0] for r in vertical], [e for r in horizontal for e in r[1:]])
    ys = _positions([r[0] for r in horizontal], [e for r in vertical for e in r[1:]])
    if len(xs) < 2 or len(ys) < 2:
        return None
    above = _walls(horizontal, ys, xs)
    before = _walls(vertical, xs, ys)
    cells = [c for region in _regions(above, before) for c in _rectangles(region)]
    return RuledGrid(xs, ys, sorted(cells))


def _positions(lines: list[float], ends: list[float]) -> list[float]:
    """Where the lines stand, double lines as one, with an edge where outer borders are missing."""
    out: list[float] = []
    for at in sorted(lines):
        if not out or at - out[-1] > SLIVER:
            out.append(at)
    if min(ends) < out[0] - OPEN_SIDE:
        out.insert(0, min(ends))
    if max(ends) > out[-1] + OPEN_SIDE:
        out.append(max(ends))
    return out


def _nearest(positions: list[float], at: float) -> int:
    i = bisect_left(positions, at)
    if i and (i == len(positions) or at - positions[i - 1] <= positions[i] - at):
        return i - 1
    return i


def _walls(rulings: Iterable[Ruling], positions: list[float], crossing: list[float]) -> list[list[bool]]:
    """walls[i][k]: a line at positions[i] runs from crossing[k] to crossing[k + 1]."""
    walls = [[False] * (len(crossing) - 1) for _ in positions]
    slack = TOUCH + SLIVER / 2
    for at, start, end in rulings:
        wall = walls[_nearest(positions, at)]
        for k in range(bisect_left(crossing, start - slack), bisect_right(crossing, end + slack) - 1):
            wall[k] = True
    return walls


def _regions(above: list[list[bool]], before: list[list[bool]]) -> list[list[Run]]:
    """The grid's places with no wall between them, as runs."""
    runs: list[Run] = []
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
    return [[runs[n] for n in group] for group in connected(len(runs), pairs)]


def _rectangles(region: list[Run]) -> list[Place]:
    """The region as rectangles: one if it is one, else (a line is missing somewhere) as wide, then as tall as fits."""
    row, start, end = region[0]
    if len({run[1:] for run in region}) == 1:
        return [(row, start, len(region), end - start)]
    left = {(r, c) for r, first, last in region for c in range(first, last)}
    out = []
    while left:
        r, c = min(left)
        c2 = c
        while (r, c2 + 1) in left:
            c2 += 1
        r2 = r
        while all((r2 + 1, k) in left for k in range(c, c2 + 1)):
            r2 += 1
        left -= {(i, k) for i in range(r, r2 + 1) for k in range(c, c2 + 1)}
        out.append((r, c, r2 - r + 1, c2 - c + 1))
    return out
