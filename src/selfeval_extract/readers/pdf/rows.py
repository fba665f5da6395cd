"""Rows by what stands on one height: values are anchors, the lines of wrapped cells are shared out among them.

In a form without rulings the cells of a row are centred on one height (or hang from one). Each column's lines are cut
into cells, in order, such that the cells lie as near as possible to the anchors. Labels of merged cells are centred on
several rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import inf

from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.geometry import middle, nearest, row_edges
from selfeval_extract.readers.pdf.layout import PageCell
from selfeval_extract.readers.pdf.marks import Line
from selfeval_extract.runtime.pattern_cache import regex

_VALUE = regex(r"[-+−<>=≥≤≧≦＞＜]*[\d,.，]+[%％‰]?[\u4e00-\u9fff/／㎡]{0,4}|[-—–/无]+")

Column = Sequence[Line]
"""The lines of one column, from top to bottom."""


def rows_of(columns: Sequence[Column], headings: Sequence[float], pitch: float) -> tuple[int, list[PageCell]]:
    """How many rows the lines of a group's columns make, and their cells, which count rows and columns from the group's first.

    `headings` are the baselines of headings among them, `pitch` the distance between the lines of a wrapped cell.
    """
    size = max(line.size for column in columns for line in column)
    values = [n for n, column in enumerate(columns) if _is_values(column, headings, pitch)]
    anchors = _anchors(columns, values, headings, pitch, size)
    centred = [_assigned(column, anchors, pitch, _off_middle) for column in columns]
    hanging = [_assigned(column, anchors, pitch, _off_first) for column in columns]
    first = min(values, default=len(columns))
    tops = sum(cost for cost, _ in hanging[first - 1 :]) if first else 0.0
    middles = sum(cost for cost, _ in centred[first - 1 :]) if first else 0.0
    chosen = hanging if tops < middles - size else centred
    rows = [assigned for _, assigned in chosen]
    full = _first_full(columns, rows, anchors, size)
    extents = _extents(rows[full:], columns[full:], anchors, size) if chosen is centred else []
    cells: list[PageCell] = []
    for n, column in enumerate(columns):
        headed, label = anchors[0] in headings, n < full
        merged = _labels(column, extents, anchors, pitch, size, headed) if label and extents else None
        own = _one_a_row(column, rows[n], len(anchors), label) if merged is None else merged
        cells += [cell._replace(column=n) for cell in own]
    return len(anchors), cells


def is_value(text: str) -> bool:
    """An amount, a share, a dash."""
    return _VALUE.fullmatch(text) is not None


def _is_values(column: Column, headings: Sequence[float], pitch: float) -> bool:
    """Does a column hold values, but for its heading?"""
    below = [line for line in column if all(abs(line.baseline - y) > tuning.SAME_ROW * pitch for y in headings)]
    least = max(min(2, len(below)), tuning.VALUE_SHARE * len(below))
    return bool(below) and sum(is_value(line.text) for line in below) >= least


def _anchors(
    columns: Sequence[Column], values: Sequence[int], headings: Sequence[float], pitch: float, size: float
) -> list[float]:
    """The heights of the rows: the headings', those of values, and those where many columns have a line."""
    out = list(headings)
    for line in (line for n in values for line in columns[n]):
        reach = ((y, tuning.SAME_ROW * pitch if y in headings else tuning.SAME_BASELINE * size) for y in out)
        if is_value(line.text) and all(abs(line.baseline - y) > most for y, most in reach):
            out.append(line.baseline)
    first = min(values, default=1) - 1
    for y, count, alone, anywhere in _heights(columns, max(first, 0), pitch, size):
        enough = count >= max(2, len(columns) / 2 if values else 2)
        beside = tuning.NEW_ROW_ALONE if alone > 1 else tuning.NEW_ROW_BESIDE_VALUES
        apart = (beside if values else tuning.NEW_ROW) * pitch
        outside = bool(out) and not min(out) < y < max(out)
        lone = alone > 0 or (anywhere > 0 and outside)
        clear = (enough or alone > 1) and all(abs(y - a) > apart for a in out)
        if clear or (lone and values and _in_wide_gap(y, sorted(out), pitch)):
            out.append(y)
    return sorted(out or [min(line.baseline for column in columns for line in column)])


def _in_wide_gap(y: float, anchors: Sequence[float], pitch: float) -> bool:
    """Is there room for one more row at a height: outside the anchors, or where they are twice as far apart as usual?"""
    gaps = sorted(b - a for a, b in pairwise(anchors))
    usual = max(pitch, gaps[len(gaps) // 2]) if gaps else pitch
    above, below = max((a for a in anchors if a <= y), default=-inf), min((a for a in anchors if a > y), default=inf)
    return below - above > tuning.WIDE_ROW_GAP * usual and min(y - above, below - y) > tuning.ROW_ROOM * usual


def _heights(columns: Sequence[Column], first: int, pitch: float, size: float) -> list[tuple[float, int, int, int]]:
    """Heights of lines with how many columns have one there: in all, from column `first` on alone, anywhere alone."""
    found: dict[float, tuple[int, int, int]] = {}
    for n, column in enumerate(columns):
        for line in column:
            at = next((y for y in found if abs(y - line.baseline) <= tuning.SAME_BASELINE * size), line.baseline)
            near = any(0 < abs(other.baseline - line.baseline) <= tuning.WRAPPED * pitch for other in column)
            count, alone, anywhere = found.get(at, (0, 0, 0))
            found[at] = (count + 1, alone + (n >= first and not near), anywhere + (not near))
    return sorted(((y, *counts) for y, counts in found.items()), key=lambda item: (-item[1], item[0]))


def _off_middle(lines: Column, anchor: float) -> float:
    return abs(middle((lines[0].baseline, lines[-1].baseline)) - anchor)


def _off_first(lines: Column, anchor: float) -> float:
    return abs(lines[0].baseline - anchor)


def _cell_ends(column: Column, pitch: float) -> list[range]:
    """For each line, behind which lines a cell may end that begins with it."""
    ends = []
    for start in range(len(column)):
        end, most = start + 1, min(start + tuning.MAX_CELL_LINES, len(column))
        while end < most and column[end].baseline - column[end - 1].baseline <= tuning.WRAPPED * pitch:
            end += 1
        ends.append(range(start + 1, end + 1))
    return ends


def _assigned(
    column: Column, anchors: Sequence[float], pitch: float, off: Callable[[Column, float], float]
) -> tuple[float, list[int]]:
    """How far off the anchors a column's cells are in all, and each line's row, such that this is least."""
    cell_ends = _cell_ends(column, pitch)
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ()), *[(inf, ())] * len(column)]
    for row, anchor in enumerate(anchors):
        new = list(best)
        for start, (cost, path) in enumerate(best[:-1]):
            for end in cell_ends[start] if cost < inf else ():
                cell = column[start:end]
                away = off(cell, anchor)
                if row == len(anchors) - 1:  # the page may end inside the row: then its cells hang
                    away = min(away, _off_first(cell, anchor) + tuning.SAME_BASELINE / 2 * cell[0].size)
                total = cost + away + tuning.LINE_COST * cell[0].size * (end - start - 1)
                if total < new[end][0]:
                    new[end] = (total, path + (row,) * (end - start))
        best = new
    cost, found = best[-1]
    if cost == inf:
        found = tuple([nearest(anchors, line.baseline) for line in column])
        cost = sum(abs(anchors[row] - line.baseline) for row, line in zip(found, column, strict=True))
    return cost, list(found)


def _first_full(columns: Sequence[Column], rows: Sequence[Sequence[int]], anchors: Sequence[float], size: float) -> int:
    """The first column with a cell in every row but, perhaps, one; those before it hold labels of several rows."""
    fill = [len(set(assigned)) for assigned in rows]
    for n, (column, assigned) in enumerate(zip(columns, rows, strict=True)):
        cells = {own: [line for line, row in zip(column, assigned, strict=True) if row == own] for own in set(assigned)}
        off = (min(_off_middle(cell, anchors[row]), _off_first(cell, anchors[row])) for row, cell in cells.items())
        if fill[n] >= max(fill) - 1 and all(away <= tuning.NEAR_ANCHOR * size for away in off):
            return n
    return fill.index(max(fill))


def _one_a_row(column: Column, rows: Sequence[int], height: int, label: bool) -> list[PageCell]:
    """One cell a row; an empty one in a column of labels may go on from above."""
    held: list[list[Line]] = [[] for _ in range(height)]
    for line, row in zip(column, rows, strict=True):
        held[row].append(line)
    return [PageCell(row, 0, 1, 1, tuple(lines), label and not lines) for row, lines in enumerate(held)]


def _extents(
    rows: Sequence[Sequence[int]], columns: Sequence[Column], anchors: Sequence[float], size: float
) -> list[float]:
    """Where the rows part: in the middle of the white between their lines."""
    tops, bottoms = [a - size / 2 for a in anchors], [a + size / 2 for a in anchors]
    for numbers, column in zip(rows, columns, strict=True):
        for row, line in zip(numbers, column, strict=True):
            tops[row] = min(tops[row], line.baseline - size / 2)
            bottoms[row] = max(bottoms[row], line.baseline + size / 2)
    edges = row_edges(tops, bottoms)
    if len(edges) > 2:  # the outer rows reach as far out as in
        edges[0] = min(2 * anchors[0] - edges[1], tops[0])
        edges[-1] = max(2 * anchors[-1] - edges[-2], bottoms[-1])
    return edges


def _labels(
    column: Column, edges: Sequence[float], anchors: Sequence[float], pitch: float, size: float, headed: bool
) -> list[PageCell] | None:
    """The cells of a column of labels, each centred on the rows it covers; None if they are not.

    `edges` are those of the rows; `headed`: the first row holds headings.
    """
    height, cell_ends = len(anchors), _cell_ends(column, pitch)
    best: dict[tuple[int, int], tuple[float, list[PageCell]]] = {(0, 0): (0.0, [])}

    def offer(key: tuple[int, int], cost: float, cells: list[PageCell], cell: PageCell) -> None:
        """Keep the cheapest way to have placed so many lines in so many rows."""
        if key not in best or cost < best[key][0]:
            best[key] = (cost, [*cells, cell])

    skips = [*[tuning.SKIP_COST] * (height - 1), tuning.SKIP_LAST_COST]
    if headed:
        skips[0] = tuning.SKIP_FIRST_COST
    for row, skip in enumerate(skips):
        for start in range(len(column) + 1):
            if (start, row) not in best:
                continue
            cost, cells = best[start, row]
            offer((start, row + 1), cost + skip * size, cells, PageCell(row, 0, 1, 1, (), True))
            for end in cell_ends[start] if start < len(column) else ():
                centre = middle((column[start].baseline, column[end - 1].baseline))
                for below in range(row + 1, height + 1):
                    off = (anchors[row] if below == row + 1 else middle((edges[row], edges[below]))) - centre
                    if off > tuning.ASTRAY * size:
                        break
                    room = edges[below] - edges[row] > (end - start - tuning.LABEL_ROOM) * pitch
                    if room and off >= -tuning.ASTRAY * size:
                        cell = PageCell(row, 0, below - row, 1, tuple(column[start:end]))
                        offer((end, below), cost + abs(off) + tuning.MERGE_COST * size * (below - row - 1), cells, cell)
    return best[len(column), height][1] if (len(column), height) in best else None
