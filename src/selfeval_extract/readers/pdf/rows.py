"""Rows told by what stands on one line: values are anchors, the lines of wrapped cells are shared out among them.

In a form without rules the cells of a row are centred on one height (or hang from one). Each column's lines are cut
into cells, in order, such that the cells lie as near as possible to the anchors. Labels of merged cells are centred on
several rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selfeval_extract.readers.pdf.marks import Line
from selfeval_extract.runtime.pattern_cache import regex

SAME = 0.3
"""Base lines closer than this, in font sizes, are one height."""
WRAP = 1.15
"""Lines of one cell are no farther apart than this, in pitches."""
MOST_LINES = 14
SKIP, SKIP_LAST, SKIP_HEAD = 0.6, 0.4, 0.2
"""What a row without a label costs, in font sizes of bad centring; the last may be a total, the first has headings."""
JOINED = 0.1
"""What each line more in a cell costs, in font sizes: of two ways to cut lines into cells, that with more cells."""
MERGED = 0.2
"""What each row more that a label covers costs, in font sizes: two labels on two rows are no merged one."""
OFF = 0.35
"""A cell on one row stands no farther from the row's height than this, in font sizes."""
ASTRAY = 1.2
"""A label farther off the middle of its rows than this, in font sizes, does not belong to them."""
VALUES = 0.8

_VALUE = regex(r"[-+−<>=≥≤≧≦＞＜]*[\d,.，]+[%％‰]?[\u4e00-\u9fff/／㎡]{0,4}|[-—–/无]+")
_FAR = float("inf")

Column = list[Line]


@dataclass(slots=True)
class RowCell:
    """A cell of a stretch of rows, in numbers of the stretch's own rows and columns."""

    row: int
    column: int
    rowspan: int
    lines: Column
    resumes: bool = False


def rows_of(columns: Sequence[Column], heads: Sequence[float], pitch: float) -> tuple[int, list[RowCell]]:
    """How many rows a stretch of lines makes, and its cells. `heads` are the base lines of headings in it."""
    size = max(line.size for column in columns for line in column)
    values = [n for n, column in enumerate(columns) if _is_values(column, heads, pitch)]
    anchors = _anchors(columns, values, heads, pitch, size)
    centred = [_shared(column, anchors, pitch, _off_middle) for column in columns]
    hanging = [_shared(column, anchors, pitch, _off_first) for column in columns]
    first = min(values, default=len(columns))
    tops = sum(cost for cost, _ in hanging[first - 1 :]) if first else 0.0
    middles = sum(cost for cost, _ in centred[first - 1 :]) if first else 0.0
    chosen = hanging if tops < middles - size else centred
    full = _first_full(columns, [rows for _, rows in chosen], anchors, size)
    cells = [_plain(n, column, chosen[n][1], len(anchors), n < full) for n, column in enumerate(columns)]
    if chosen is centred:
        extents = _extents([chosen[n][1] for n in range(full, len(columns))], columns[full:], anchors, size)
        for n in range(full):
            merged = _labels(n, columns[n], extents, anchors, pitch, size, anchors[0] in heads)
            if merged is not None:
                cells[n] = merged
    return len(anchors), [cell for column in cells for cell in column]


def is_value(text: str) -> bool:
    """An amount, a share, a dash."""
    return _VALUE.fullmatch(text) is not None


def _is_values(column: Column, heads: Sequence[float], pitch: float) -> bool:
    below = [line for line in column if all(abs(line.base - head) > 0.6 * pitch for head in heads)]
    return bool(below) and sum(is_value(line.text) for line in below) >= max(min(2, len(below)), VALUES * len(below))


def _anchors(
    columns: Sequence[Column], values: Sequence[int], heads: Sequence[float], pitch: float, size: float
) -> list[float]:
    """The heights of the rows: the headings', those of values, and those where many columns have a line."""
    out = list(heads)
    for line in (line for n in values for line in columns[n]):
        near = (abs(line.base - y) <= (0.6 * pitch if y in heads else SAME * size) for y in out)
        if is_value(line.text) and not any(near):
            out.append(line.base)
    first = min(values, default=1) - 1
    for y, count, alone, anywhere in _heights(columns, max(first, 0), pitch, size):
        enough = count >= max(2, len(columns) / 2 if values else 2)
        apart = (0.5 if alone > 1 and values else 1.5 if values else 0.9) * pitch
        outside = bool(out) and not min(out) < y < max(out)
        lone = alone > 0 or (anywhere > 0 and outside)
        clear = (enough or alone > 1) and all(abs(y - a) > apart for a in out)
        if clear or (lone and values and _in_wide_gap(y, sorted(out), pitch)):
            out.append(y)
    return sorted(out or [min(line.base for column in columns for line in column)])


def _in_wide_gap(y: float, anchors: Sequence[float], pitch: float) -> bool:
    """Is there room for one more row at a height: outside the anchors, or where they are twice as far apart as usual?"""
    gaps = sorted(b - a for a, b in pairwise(anchors))
    usual = max(pitch, gaps[len(gaps) // 2]) if gaps else pitch
    above, below = max((a for a in anchors if a <= y), default=-_FAR), min((a for a in anchors if a > y), default=_FAR)
    return below - above > 1.8 * usual and min(y - above, below - y) > 0.7 * usual


def _heights(columns: Sequence[Column], first: int, pitch: float, size: float) -> list[tuple[float, int, int, int]]:
    """Heights of lines with how many columns have one there: in all, right of the labels alone, anywhere alone."""
    found: dict[float, tuple[int, int, int]] = {}
    for n, column in enumerate(columns):
        for line in column:
            at = next((y for y in found if abs(y - line.base) <= SAME * size), line.base)
            near = any(0 < abs(other.base - line.base) <= WRAP * pitch for other in column)
            count, alone, anywhere = found.get(at, (0, 0, 0))
            found[at] = (count + 1, alone + (n >= first and not near), anywhere + (not near))
    return sorted(((y, *counts) for y, counts in found.items()), key=lambda item: (-item[1], item[0]))


def _off_middle(lines: Column, anchor: float) -> float:
    return abs((lines[0].base + lines[-1].base) / 2 - anchor)


def _off_first(lines: Column, anchor: float) -> float:
    return abs(lines[0].base - anchor)


def _shared(
    column: Column, anchors: Sequence[float], pitch: float, off: Callable[[Column, float], float]
) -> tuple[float, list[int]]:
    """Each line's row, such that the cells stand nearest to the anchors, and how far off they are in all."""
    best: list[tuple[float, tuple[int, ...]]] = [(_FAR, ()) for _ in range(len(column) + 1)]
    best[0] = (0.0, ())
    for row, anchor in enumerate(anchors):
        new = list(best)
        for start, (cost, path) in enumerate(best):
            if cost == _FAR:
                continue
            for end in range(start + 1, min(len(column), start + MOST_LINES) + 1):
                if end - start > 1 and column[end - 1].base - column[end - 2].base > WRAP * pitch:
                    break
                away = off(column[start:end], anchor)
                if row == len(anchors) - 1:  # the page may end inside the row: then its cells hang
                    away = min(away, _off_first(column[start:end], anchor) + SAME / 2 * column[start].size)
                total = cost + away + JOINED * column[start].size * (end - start - 1)
                if total < new[end][0]:
                    new[end] = (total, path + (row,) * (end - start))
        best = new
    cost, found = best[-1]
    if cost == _FAR:
        nearest = [min(range(len(anchors)), key=lambda n: abs(anchors[n] - line.base)) for line in column]
        return sum(abs(anchors[n] - line.base) for n, line in zip(nearest, column, strict=True)), nearest
    return cost, list(found)


def _first_full(columns: Sequence[Column], rows: Sequence[Sequence[int]], anchors: Sequence[float], size: float) -> int:
    """The first column with a cell in every row but, perhaps, one; those before it hold labels of several rows."""
    fill = [len(set(found)) for found in rows]
    for n, (column, found) in enumerate(zip(columns, rows, strict=True)):
        cells = [[line for line, row in zip(column, found, strict=True) if row == own] for own in set(found)]
        near = [
            min(_off_middle(cell, anchors[row]), _off_first(cell, anchors[row])) <= OFF * size
            for cell, row in zip(cells, set(found), strict=True)
        ]
        if fill[n] >= max(fill) - 1 and all(near):
            return n
    return fill.index(max(fill))


def _plain(number: int, column: Column, rows: Sequence[int], height: int, label: bool) -> list[RowCell]:
    """One cell a row; empty ones in a column of labels may go on from above."""
    cells = [RowCell(row, number, 1, []) for row in range(height)]
    for line, row in zip(column, rows, strict=True):
        cells[row].lines.append(line)
    for cell in cells:
        cell.resumes = label and not cell.lines
    return cells


def _extents(
    rows: Sequence[Sequence[int]], columns: Sequence[Column], anchors: Sequence[float], size: float
) -> list[float]:
    """Where the rows part: in the middle of the white between their lines."""
    tops, bottoms = [a - size / 2 for a in anchors], [a + size / 2 for a in anchors]
    for numbers, column in zip(rows, columns, strict=True):
        for row, line in zip(numbers, column, strict=True):
            tops[row] = min(tops[row], line.base - size / 2)
            bottoms[row] = max(bottoms[row], line.base + size / 2)
    inner = [(a + b) / 2 for a, b in zip(bottoms, tops[1:], strict=False)]
    first = 2 * anchors[0] - inner[0] if inner else tops[0]
    last = 2 * anchors[-1] - inner[-1] if inner else bottoms[-1]
    return [min(first, tops[0]), *inner, max(last, bottoms[-1])]


def _labels(
    number: int,
    column: Column,
    edges: Sequence[float],
    anchors: Sequence[float],
    pitch: float,
    size: float,
    headed: bool,
) -> list[RowCell] | None:
    """The cells of a column of labels, each centred on the rows it covers; None if they are not."""
    height = len(edges) - 1
    best: dict[tuple[int, int], tuple[float, list[RowCell]]] = {(0, 0): (0.0, [])}
    for row in range(height):
        for start in range(len(column) + 1):
            state = best.get((start, row))
            if state is None:
                continue
            cost, cells = state
            skip = (SKIP_HEAD if headed and row == 0 else SKIP_LAST if row == height - 1 else SKIP) * size
            _offer(best, (start, row + 1), cost + skip, cells, RowCell(row, number, 1, [], True))
            for end in range(start + 1, min(len(column), start + MOST_LINES) + 1):
                if end - start > 1 and column[end - 1].base - column[end - 2].base > WRAP * pitch:
                    break
                middle = (column[start].base + column[end - 1].base) / 2
                for below in range(row + 1, height + 1):
                    off = (edges[row] + edges[below]) / 2 - middle
                    if below == row + 1:
                        off = anchors[row] - middle
                    if off > ASTRAY * size:
                        break
                    if off >= -ASTRAY * size and edges[below] - edges[row] > (end - start - 0.6) * pitch:
                        cell = RowCell(row, number, below - row, column[start:end])
                        more = MERGED * size * (below - row - 1)
                        _offer(best, (end, below), cost + abs(off) + more, cells, cell)
    found = best.get((len(column), height))
    return None if found is None else found[1]


def _offer(
    best: dict[tuple[int, int], tuple[float, list[RowCell]]],
    key: tuple[int, int],
    cost: float,
    cells: list[RowCell],
    cell: RowCell,
) -> None:
    """Keep the cheaper way to a state."""
    known = best.get(key)
    if known is None or cost < known[0]:
        best[key] = (cost, [*cells, cell])
