"""Ruling lines → grids: lines that touch are one table; what no line separates is one cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selfeval_extract.document import Box
from selfeval_extract.readers.pdf.marks import Ruling
from selfeval_extract.readers.pdf.rulings import TOUCH

SLIVER = 4.5
"""Rows and columns narrower than this lie between the two strokes of a double line."""
OPEN_SIDE = 10.0
"""How far lines must stick out beyond the last crossing line for an outer border to be missing there."""

Place = tuple[int, int, int, int]
"""Row, column, rows, columns."""


@dataclass(slots=True)
class Grid:
    """Column edges, row edges and the cells between them. `closed` cells have lines (not just page) around them."""

    xs: list[float]
    ys: list[float]
    cells: list[Place]

    @property
    def box(self) -> Box:
        """The rectangle the grid covers."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def grids(horizontal: Sequence[Ruling], vertical: Sequence[Ruling]) -> list[Grid]:
    """The grids that merged rulings form, from top to bottom."""
    found = [grid for h, v in components(horizontal, vertical) if (grid := make_grid(h, v)) is not None]
    return sorted(found, key=lambda g: (g.ys[0], g.xs[0]))


def components(horizontal: Sequence[Ruling], vertical: Sequence[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Groups of lines that touch each other; only those with lines of both kinds."""
    h = sorted(horizontal)
    heights = [r[0] for r in h]
    parent = list(range(len(h) + len(vertical)))

    def root(a: int) -> int:
        while parent[a] != a:
            parent[a] = parent[parent[a]]
            a = parent[a]
        return a

    for j, (x, top, bottom) in enumerate(vertical, len(h)):
        for i in range(bisect_left(heights, top - TOUCH), bisect_right(heights, bottom + TOUCH)):
            if h[i][1] - TOUCH <= x <= h[i][2] + TOUCH:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for i, ruling in enumerate(h):
        groups.setdefault(root(i), ([], []))[0].append(ruling)
    for j, ruling in enumerate(vertical, len(h)):
        groups.setdefault(root(j), ([], []))[1].append(ruling)
    return [g for g in groups.values() if g[0] and g[1]]


def make_grid(horizontal: Sequence[Ruling], vertical: Sequence[Ruling]) -> Grid | None:
    """The grid of one group of touching lines, or None if they enclose nothing."""
    xs = _positions([r[0] for r in vertical], [e for r in horizontal for e in r[1:]])
    ys = _positions([r[0] for r in horizontal], [e for r in vertical for e in r[1:]])
    if len(xs) < 2 or len(ys) < 2:
        return None
    above = _walls(horizontal, ys, xs)
    before = _walls(vertical, xs, ys)
    cells = [c for region in _regions(above, before) for c in _rectangles(region)]
    return Grid(xs, ys, sorted(cells))


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


def _regions(above: list[list[bool]], before: list[list[bool]]) -> list[set[tuple[int, int]]]:
    """Sets of grid places with no wall between them."""
    rows, columns = len(above) - 1, len(before) - 1
    seen = [[False] * columns for _ in range(rows)]
    return [_flood(r, c, above, before, seen) for r in range(rows) for c in range(columns) if not seen[r][c]]


def _flood(
    row: int, column: int, above: list[list[bool]], before: list[list[bool]], seen: list[list[bool]]
) -> set[tuple[int, int]]:
    rows, columns = len(seen), len(seen[0])
    region = set()
    stack = [(row, column)]
    seen[row][column] = True
    while stack:
        r, c = stack.pop()
        region.add((r, c))
        for r2, c2, wall in (
            (r - 1, c, above[r][c]),
            (r + 1, c, above[r + 1][c]),
            (r, c - 1, before[c][r]),
            (r, c + 1, before[c + 1][r]),
        ):
            if not wall and 0 <= r2 < rows and 0 <= c2 < columns and not seen[r2][c2]:
                seen[r2][c2] = True
                stack.append((r2, c2))
    return region


def _rectangles(region: set[tuple[int, int]]) -> list[Place]:
    """The region as rectangles: one if it is one, else (a line is missing somewhere) as wide, then as tall as fits."""
    rows, columns = [r for r, _ in region], [c for _, c in region]
    r0, c0 = min(rows), min(columns)
    height, width = max(rows) - r0 + 1, max(columns) - c0 + 1
    if height * width == len(region):
        return [(r0, c0, height, width)]
    left = set(region)
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
