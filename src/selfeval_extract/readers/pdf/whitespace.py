"""Columns by white: gaps that stay free of ink from row to row, and the cells that each row makes of them.

A form is a pile of groups of rows (labels, amounts, indicators), each with columns of its own. A group begins with a row of
many cells and takes the rows that leave its gaps white. The columns of the whole table are the fewest edges such that every
gap has one; the cells of a row lie between those of its group. A row in no group is loose: its cells lie where its text
stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.geometry import Span, between, bridged, common, middle, nearest, overlap, width
from selfeval_extract.readers.pdf.lines import BLANKS
from selfeval_extract.readers.pdf.marks import Char, Line


class TextRow(NamedTuple):
    """One row of a region: its sides, its characters, the largest font size and the stretches that characters cover."""

    left: float
    right: float
    chars: Sequence[Char]
    size: float
    ink: Sequence[Span]

    @property
    def white(self) -> list[Span]:
        """The stretches without ink, out to the sides."""
        ends = [self.left, *(x for part in self.ink for x in part), self.right]
        return [(min(a, b), b) for a, b in zip(ends[::2], ends[1::2], strict=True)]

    def parts(self, gap: float) -> list[Span]:
        """The ink cut where it is white for at least `gap` font sizes."""
        return bridged(self.ink, gap * self.size)

    def texts(self) -> list[Span]:
        """The ink cut at gaps as wide as between columns."""
        return self.parts(tuning.COLUMN_GAP)


def text_row(chars: Sequence[Char], left: float, right: float) -> TextRow:
    """Characters as one row between two sides."""
    size = max((char[3] for char in chars), default=0.0)
    ink = [(char[0], char[2]) for char in chars if char[4] not in BLANKS]
    return TextRow(left, right, chars, size, bridged(ink, tuning.LETTER_GAP * size))


def row_of(line: Line) -> TextRow:
    """A line as a row as wide as itself."""
    return text_row(line.chars, line.left, line.right)


class AlignedRows(NamedTuple):
    """Rows (by number) with columns in common, and the gaps that all of them leave white."""

    gaps: Sequence[Span]
    rows: Sequence[int]


def aligned_rows(rows: Sequence[TextRow], open_gaps: Sequence[Span] = ()) -> list[AlignedRows]:
    """The groups of aligned rows, from top to bottom; rows in no group are loose.

    `open_gaps` are those of the last group on the page before, which may go on.
    """
    groups: list[tuple[Sequence[Span], list[int], list[TextRow]]] = [(open_gaps, [], [])] if open_gaps else []
    for n, row in enumerate(rows):
        known, numbers, members = groups[-1] if groups else ((), [], [])
        gaps = narrowed(known, row, members) if groups else None
        if gaps is not None:
            groups[-1] = (gaps, numbers, members)
            numbers.append(n)
            members.append(row)
        elif len(row.texts()) >= tuning.HEADING_CELLS:
            groups.append((between(row.texts()), [n], [row]))
    return [AlignedRows(_refined(gaps, members), numbers) for gaps, numbers, members in groups if numbers]


def narrowed(gaps: Sequence[Span], row: TextRow, aligned: Sequence[TextRow] = ()) -> list[Span] | None:
    """What a row, too, leaves white of the gaps between aligned rows; None if it has other columns.

    A column gap of the row that all aligned rows leave white is one gap more: their cells there are empty, as in the row of
    headings over a column of labels.
    """
    least, white = tuning.LETTER_GAP * row.size, row.white
    out: list[Span] = []
    for gap in gaps:
        out.append(max((common(gap, free) for free in white), key=width) if row.left < middle(gap) < row.right else gap)
        if width(out[-1]) < least:
            return None
    for gap in between(row.texts()):
        if not any(overlap(gap, known) for known in out):
            out.append(_shared_white(gap, aligned))
            if width(out[-1]) < least:
                return None
    return sorted(out)


def _shared_white(gap: Span, rows: Iterable[TextRow]) -> Span:
    """The widest part of a gap that all rows leave white."""
    for row in rows:
        if row.left < gap[1] and gap[0] < row.right:
            gap = max((common(gap, free) for free in row.white), key=width)
    return gap


def _refined(gaps: Sequence[Span], rows: Sequence[TextRow]) -> list[Span]:
    """The gaps and those that the first row does not show: narrow ones that all rows leave white."""
    size = max(row.size for row in rows)
    ink = bridged([part for row in rows for part in row.ink], tuning.COMMON_GAP * size)
    return _with_gaps(gaps, between(ink), rows)


def _with_gaps(known: Sequence[Span], new: Iterable[Span], rows: Sequence[TextRow]) -> list[Span]:
    """Known gaps and those new ones that have ink on both sides, in several rows, before the next known one."""
    out = sorted(known)
    for gap in new:
        if any(overlap(gap, other) for other in out):
            continue
        left = max((other[1] for other in out if other[1] <= gap[0]), default=-inf)
        right = min((other[0] for other in out if other[0] >= gap[1]), default=inf)
        sides = ((left - 0.1, gap[0] + 0.1), (gap[1] - 0.1, right + 0.1))
        inked = [sum(any(a <= part[0] and part[1] <= b for part in row.ink) for row in rows) for a, b in sides]
        if min(inked) > 1:
            out = sorted([*out, gap])
    return out


def with_gaps_at(edges: Iterable[float], group: AlignedRows, rows: Sequence[TextRow]) -> list[Span]:
    """The group's gaps and the white around other edges of the table, where all its rows have some."""
    own = [rows[n] for n in group.rows]
    size = max(row.size for row in own)
    out = list(group.gaps)
    for x in edges:
        if any(gap[0] - 1 <= x <= gap[1] + 1 for gap in out):
            continue
        white = _shared_white((x - tuning.EDGE_REACH * size, x + tuning.EDGE_REACH * size), own)
        if width(white) >= tuning.LETTER_GAP * size:
            out = _with_gaps(out, [white], own)
    return out


def column_edges(gaps: Sequence[Span], loose: Iterable[TextRow], known: Sequence[float]) -> list[float]:
    """The edges of a table's columns: one in each gap of its aligned rows and of its loose ones."""
    first = fewest_edges(gaps, known)
    own = [gap for row in loose for gap in between(_loose_parts(row, first))]
    return fewest_edges([*gaps, *own], known)


def fewest_edges(gaps: Iterable[Span], known: Sequence[float]) -> list[float]:
    """The fewest positions such that every gap has one, in order; `known` ones are given."""
    shared: list[Span] = []
    for gap in sorted(gaps, key=lambda gap: gap[1]):
        if any(gap[0] - 0.5 <= x <= gap[1] + 0.5 for x in [*known, *map(middle, shared[:-1])]):
            continue
        if shared and gap[0] <= shared[-1][1]:
            shared[-1] = common(shared[-1], gap)
        else:
            shared.append(gap)
    return sorted([*known, *map(middle, shared)])


def cell_bounds(row: TextRow, edges: Sequence[float], gaps: Iterable[Span] | None) -> list[float]:
    """Where the cells of a row begin and end. `gaps` are those of its aligned rows, None for a loose row, whose parts stand
    between the table's edges."""
    if gaps is not None:
        return _aligned_bounds(row, edges, gaps)
    parts = _loose_parts(row, edges)
    own = [row.left, *(x for x in edges if row.left < x < row.right), row.right]
    cells = _cheapest_cells(parts, own)
    centred = len(parts) == 1 and abs(parts[0][0] + parts[0][1] - row.left - row.right) < tuning.CENTRED_ROW * row.size
    if not cells or centred:
        return [row.left, row.right]
    first, behind = cells[-1]
    if behind - first > 1 or len(cells) == 1:
        cells[-1] = (first, len(own) - 1)
    return [x for n, x in enumerate(own) if not any(a < n < b for a, b in cells)]


def _aligned_bounds(row: TextRow, edges: Sequence[float], gaps: Iterable[Span]) -> list[float]:
    """At one of the table's edges in each gap; where the row has a gap of its own at another edge, there, too."""
    bounds = [row.left, row.right]
    for gap in gaps:
        if row.left < middle(gap) < row.right:
            inside = [x for x in edges if gap[0] - 1 <= x <= gap[1] + 1] or edges
            bounds.append(inside[nearest(inside, middle(gap))])
    for gap in between(_loose_parts(row, edges)):
        reach = tuning.EDGE_REACH * row.size
        if not any(gap[0] - reach <= x <= gap[1] + reach for x in bounds):
            bounds.append(edges[nearest(edges, middle(gap))])
    return sorted(set(bounds))


def _cheapest_cells(parts: Sequence[Span], edges: Sequence[float]) -> list[tuple[int, int]]:
    """For each part the edges (by number) of its cell, such that the parts stand as well in them as can be.

    Nothing if there are no parts, or not all find a cell.
    """
    cheapest: dict[int, tuple[float, list[tuple[int, int]]]] = {0: (0.0, [])}
    for part in parts:
        longer: dict[int, tuple[float, list[tuple[int, int]]]] = {}
        for last, (cost, cells) in cheapest.items():
            for a, b in _cells_around(part, edges, last):
                more = cost + _misplaced(part, edges[a], edges[b]) + tuning.SPAN_COST * (b - a - 1)
                if b not in longer or more < longer[b][0]:
                    longer[b] = (more, [*cells, (a, b)])
        cheapest = longer
    return min(cheapest.values(), default=(0.0, []))[1]


def _cells_around(part: Span, edges: Sequence[float], first: int) -> Iterator[tuple[int, int]]:
    """The pairs of edges, from number `first` on, that have a part between them."""
    for a in range(first, len(edges) - 1):
        if edges[a] > part[0] + 1:
            return
        for b in range(a + 1, len(edges)):
            if edges[b] >= part[1] - 1:
                yield a, b


def _misplaced(part: Span, left: float, right: float) -> float:
    """How far a text is from standing in the middle or at the left of a cell, in points."""
    off_middle = abs(part[0] + part[1] - left - right) / 2
    return min(off_middle, max(0.0, part[0] - left - tuning.CELL_PADDING), tuning.MISPLACED)


def _loose_parts(row: TextRow, edges: Sequence[float]) -> list[Span]:
    """A row's ink cut at column gaps, at gaps that stay white over many lines, and where other rows have an edge."""
    lines = len({round(char[1]) for char in row.chars})
    wide = tuning.COMMON_GAP if lines >= tuning.MANY_LINES else tuning.COLUMN_GAP
    out: list[Span] = []
    for part in row.parts(tuning.COMMON_GAP if lines < 2 else tuning.LETTER_GAP):
        if out:
            gap = (out[-1][1], part[0])
            reach = tuning.EDGE_REACH * row.size if lines > 1 or width(gap) > 2 * tuning.EDGE_REACH * row.size else 0.0
            at_edge = any(gap[0] - reach <= x <= gap[1] + reach for x in edges)
            if width(gap) < wide * row.size and not at_edge:
                out[-1] = (out[-1][0], part[1])
                continue
        out.append(part)
    return out
