"""Rows told by what stands on one line: values are anchors, the lines of wrapped cells are shared out among them.

In a form without rules the cells of a row are centred on one height (or hang from one). Each column's lines are cut
into cells, in order, such that the cells lie as near as possible to the anchors. Labels of merged cells are centred on
several rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selfeval_extract.readers.pdf.marks import Line

SAME = 0.3
"""Base lines closer than this, in font sizes, are one height."""
WRAP = 1.3
"""Lines of one cell are no farther apart than this, in pitches."""
MOST_LINES = 14
SKIP, SKIP_LAST = 0.6, 0.4
"""What a row without a label costs, in font sizes of bad centring; the last one may be a total."""
ASTRAY = 1.2
"""A label farther off the middle of its rows than this, in font sizes, does not belong to them."""
VALUES = 0.8

_VALUE = re.compile(r"[-+−<>=≥≤≧≦＞＜]*[\d,.，]+[%％‰]?[\u4e00-\u9fff/／㎡]{0,4}|[-—–/无]+")
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


def rows_of(columns: Sequence[Column], head: float | None, pitch: float) -> tuple[int, list[RowCell]]:
    """How many rows a stretch of lines makes, and its cells. `head` is the base line of its headings, if it has any."""
    size = max(line.size for column in columns for line in column)
    values = [n for n, column in enumerate(columns) if _is_values(column, head, pitch)]
    anchors = _anchors(columns, values, head, pitch, size)
    centred = [_shared(column, anchors, pitch, _off_middle) for column in columns]
    hanging = [_shared(column, anchors, pitch, _off_first) for column in columns]
    first = min(values, default=len(columns))
    tops = sum(cost for cost, _ in hanging[first - 1 :]) if first else 0.0
    middles = sum(cost for cost, _ in centred[first - 1 :]) if first else 0.0
    chosen = hanging if tops < middles - size else centred
    fill = [len({row for row in rows}) for _, rows in chosen]
    full = fill.index(max(fill))
    cells = [_plain(n, column, chosen[n][1], len(anchors), n < full) for n, column in enumerate(columns)]
    if chosen is centred:
        extents = _extents([chosen[n][1] for n in range(full, len(columns))], columns[full:], anchors, size)
        for n in range(full):
            merged = _labels(n, columns[n], extents, pitch, size)
            if merged is not None:
                cells[n] = merged
    return len(anchors), [cell for column in cells for cell in column]


def is_value(text: str) -> bool:
    """An amount, a share, a dash."""
    return _VALUE.fullmatch(text) is not None


def _is_values(column: Column, head: float | None, pitch: float) -> bool:
    below = [line for line in column if head is None or line.base > head + 0.6 * pitch]
    return bool(below) and sum(is_value(line.text) for line in below) >= max(min(2, len(below)), VALUES * len(below))


def _anchors(
    columns: Sequence[Column], values: Sequence[int], head: float | None, pitch: float, size: float
) -> list[float]:
    """The heights of the rows: the headings', those of values, and those where many columns have a line."""
    out = [] if head is None else [head]
    for line in sorted((line for n in values for line in columns[n]), key=lambda line: line.base):
        if (head is None or line.base > head + 0.6 * pitch) and is_value(line.text):
            if not out or line.base - out[-1] > SAME * size:
                out.append(line.base)
    heights: dict[float, int] = {}
    for line in (line for column in columns for line in column):
        at = next((y for y in heights if abs(y - line.base) <= SAME * size), line.base)
        heights[at] = heights.get(at, 0) + 1
    apart = (1.5 if values else 0.9) * pitch
    for y, count in sorted(heights.items(), key=lambda item: (-item[1], item[0])):
        if count >= max(2, len(columns) / 2 if values else 2) and all(abs(y - a) > apart for a in out):
            out.append(y)
    return sorted(out or [min(line.base for column in columns for line in column)])


def _off_middle(lines: Column, anchor: float) -> float:
    return abs((lines[0].base + lines[-1].base) / 2 - anchor)


def _off_first(lines: Column, anchor: float) -> float:
    return abs(lines[0].base - anchor)


def _shared(
    column: Column, anchors: Sequence[float], pitch: float, off: Callable[[Column, float], float]
) -> tuple[float, list[int]]:
    """Each line's row, such that the cells stand nearest to the anchors, and how far off they are in all."""
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())] + [(_FAR, ())] * len(column)
    for row, anchor in enumerate(anchors):
        new = list(best)
        for start, (cost, path) in enumerate(best):
            if cost == _FAR:
                continue
            for end in range(start + 1, min(len(column), start + MOST_LINES) + 1):
                if end - start > 1 and column[end - 1].base - column[end - 2].base > WRAP * pitch:
                    break
                total = cost + off(column[start:end], anchor)
                if total < new[end][0]:
                    new[end] = (total, path + (row,) * (end - start))
        best = new
    cost, found = best[-1]
    if cost == _FAR:
        nearest = [min(range(len(anchors)), key=lambda n: abs(anchors[n] - line.base)) for line in column]
        return sum(abs(anchors[n] - line.base) for n, line in zip(nearest, column, strict=True)), nearest
    return cost, list(found)


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


def _labels(number: int, column: Column, edges: Sequence[float], pitch: float, size: float) -> list[RowCell] | None:
    """The cells of a column of labels, each centred on the rows it covers; None if they are not."""
    height = len(edges) - 1
    best: dict[tuple[int, int], tuple[float, list[RowCell]]] = {(0, 0): (0.0, [])}
    for row in range(height):
        for start in range(len(column) + 1):
            state = best.get((start, row))
            if state is None:
                continue
            cost, cells = state
            skip = (SKIP_LAST if row == height - 1 else SKIP) * size
            _offer(best, (start, row + 1), cost + skip, cells, RowCell(row, number, 1, [], True))
            for end in range(start + 1, min(len(column), start + MOST_LINES) + 1):
                if end - start > 1 and column[end - 1].base - column[end - 2].base > WRAP * pitch:
                    break
                middle = (column[start].base + column[end - 1].base) / 2
                for below in range(row + 1, height + 1):
                    off = (edges[row] + edges[below]) / 2 - middle
                    if off > ASTRAY * size:
                        break
                    if off >= -ASTRAY * size and edges[below] - edges[row] > (end - start - 0.6) * pitch:
                        cell = RowCell(row, number, below - row, column[start:end])
                        _offer(best, (end, below), cost + abs(off), cells, cell)
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
