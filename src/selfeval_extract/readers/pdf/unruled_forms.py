"""Whole forms without rulings: groups of aligned rows and labels, by white alone.

Conservative: a form needs a row of several short cells and rows below it that keep clear of its columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from selfeval_extract.readers.pdf import tuning, whitespace
from selfeval_extract.readers.pdf.geometry import Span, common, grouped, middle, nearest, row_edges, slot, width
from selfeval_extract.readers.pdf.layout import PageCell, PageLayout, PageTable, Region
from selfeval_extract.readers.pdf.lines import make_line
from selfeval_extract.readers.pdf.marks import Char, Frame, Line
from selfeval_extract.readers.pdf.regions import form_regions, line_pitch, open_form
from selfeval_extract.readers.pdf.rows import is_value, rows_of
from selfeval_extract.readers.pdf.whitespace import AlignedRows, TextRow

LineGroup = tuple[AlignedRows | None, list[Line]]
"""Consecutive lines of aligned rows, or those of one loose row."""


class RowGroup(NamedTuple):
    """Consecutive rows of a form with the same columns: the edges of these, how many rows, and cells that count from it."""

    bounds: Sequence[float]
    height: int
    cells: Sequence[PageCell]


class FormRows(NamedTuple):
    """The rows of a form, the edges of all its columns, and the distance between the lines of a wrapped cell.

    `aligned`: which lines have columns in common. `before`: the part on the page before, if the form goes on from one, with
    its edges moved to where both pages are white.
    """

    groups: Sequence[RowGroup]
    edges: Sequence[float]
    pitch: float
    aligned: Sequence[AlignedRows]
    before: PageTable | None


def find_forms(page: PageLayout, above: PageLayout | None = None) -> list[Region[FormRows]]:
    """The regions of a page that look like forms without rulings.

    The first, and those that follow it with no line between, may go on from the form at the foot of the page above.
    """
    before = open_form(page, above)
    found: list[Region[FormRows]] = []
    taken = 0
    for lines in form_regions(page, before):
        follows = lines[0] is page.lines[taken]
        rows = form_rows(lines, before if follows else None)
        found.append(Region("form", lines, rows, form_table(rows, page.frame) if rows else None))
        if rows is not None and follows:
            taken, before = taken + len(lines), rows.before
    return found


def form_rows(lines: Sequence[Line], before: PageTable | None = None) -> FormRows | None:
    """The rows of a region, or None if too few of its lines have columns in common.

    `before` is the part of the same form on the page before, whose columns hold on.
    """
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    known: Sequence[float] = (left - tuning.TABLE_MARGIN, right + tuning.TABLE_MARGIN)
    known, open_gaps, least = (before.xs, before.gaps, 1) if before else (known, (), tuning.MIN_ROWS)
    rows = [whitespace.text_row(line.chars, known[0], known[-1]) for line in lines]
    aligned = whitespace.aligned_rows(rows, open_gaps)
    if not any(sum(len(rows[n].texts()) > 2 for n in group.rows) >= least for group in aligned):
        return None
    pitch = line_pitch(lines)
    groups = _line_groups(lines, rows, aligned, pitch)
    gaps = [gap for group in aligned for gap in group.gaps]
    if before is not None:
        known = _agreed_edges(before, gaps)
        before = before._replace(xs=known)
    loose = [_one_row(own, known) for group, own in groups if group is None]
    edges = whitespace.column_edges(gaps, loose, known)
    return FormRows([_row_group(*group, edges, pitch) for group in groups], edges, pitch, aligned, before)


def form_table(rows: FormRows, frame: Frame) -> PageTable:
    """The form's rows one under the other, their cells in the columns of the whole form."""
    cells: list[PageCell] = []
    height = 0
    for group in rows.groups:
        at = [nearest(rows.edges, x) for x in group.bounds]
        for cell in group.cells:
            first, behind = at[cell.column : cell.column + 2]
            cells.append(cell._replace(row=height + cell.row, column=first, colspan=max(1, behind - first)))
        height += group.height
    cells = _with_tall_labels(cells, rows.pitch)
    return PageTable(frame, rows.edges, _heights(cells, height), cells, ruled=False, gaps=rows.aligned[-1].gaps)


def _agreed_edges(before: PageTable, gaps: Iterable[Span]) -> list[float]:
    """The edges of the part on the page before, the inner ones moved to where both pages are white."""
    xs = [*before.xs]
    for gap in gaps:
        if any(gap[0] <= x <= gap[1] for x in xs):
            continue
        for known in before.gaps:
            both = common(gap, known)
            inside = [n for n, x in enumerate(xs[1:-1], 1) if known[0] - 0.5 <= x <= known[1] + 0.5]
            if width(both) > 0 and len(inside) == 1:
                xs[inside[0]] = middle(both)
    return xs


def _line_groups(
    lines: Sequence[Line], rows: Sequence[TextRow], aligned: Sequence[AlignedRows], pitch: float
) -> list[LineGroup]:
    """The lines by the aligned rows they belong to, those of none by the loose row."""
    out: list[LineGroup] = []
    for owner, numbers in groupby(range(len(lines)), key=_owners(lines, rows, aligned, pitch).__getitem__):
        own = [lines[n] for n in numbers]
        if owner is None:
            out += [(None, row) for row in grouped(own, lambda row, line: _in_row(line, row, pitch))]
        else:
            out.append((aligned[owner], own))
    return out


def _owners(
    lines: Sequence[Line], rows: Sequence[TextRow], aligned: Sequence[AlignedRows], pitch: float
) -> list[int | None]:
    """For each line the number of the aligned rows it belongs to.

    A single text close to a loose line is loose, too; short rows right above aligned ones are part of their headings.
    """
    owners: list[int | None] = [None] * len(lines)
    for number, group in enumerate(aligned):
        for n in group.rows:
            owners[n] = number
    single = [len(row.texts()) < 2 for row in rows]
    for order, step in ((range(1, len(lines)), -1), (range(len(lines) - 2, -1, -1), 1)):
        for n in order:
            near = abs(lines[n].baseline - lines[n + step].baseline) < tuning.SAME_ROW * pitch
            if single[n] and owners[n + step] is None and near:
                owners[n] = None
    for number, group in enumerate(aligned):
        n = group.rows[0] - 1
        while (
            n >= 0
            and owners[n] != number
            and len(rows[n].texts()) < tuning.HEADING_CELLS
            and lines[n + 1].baseline - lines[n].baseline < tuning.SAME_ROW * pitch
            and whitespace.narrowed(group.gaps, rows[n]) is not None
        ):
            owners[n] = number
            n -= 1
    return owners


def _in_row(line: Line, row: Sequence[Line], pitch: float) -> bool:
    """Does a loose line stand beside the last of a row, or go on from a full one?"""
    if line.baseline - row[-1].baseline < tuning.SAME_ROW * pitch:
        return True
    close = [above for above in row if 0 < line.baseline - above.baseline <= tuning.WRAPPED * pitch]
    return any(
        width(a) > tuning.FULL_LINE * line.size
        and abs(a[0] - b[0]) < tuning.SAME_START * line.size
        and b[1] - a[1] <= tuning.LINE_END_SLACK * line.size
        for b in (whitespace.row_of(line).ink if close else ())
        for above in close
        for a in whitespace.row_of(above).ink
    )


def _one_row(lines: Iterable[Line], sides: Sequence[float]) -> TextRow:
    return whitespace.text_row([char for line in lines for char in line.chars], sides[0], sides[-1])


def _row_group(aligned: AlignedRows | None, lines: Sequence[Line], edges: Sequence[float], pitch: float) -> RowGroup:
    """The rows that a group of lines makes between the edges of the whole form."""
    if aligned is None:
        bounds = whitespace.cell_bounds(_one_row(lines, edges), edges, None)
        return RowGroup(bounds, 1, [PageCell(0, n, 1, 1, tuple(own)) for n, own in enumerate(_columns(lines, bounds))])
    bounds = whitespace.cell_bounds(_one_row((), edges), edges, aligned.gaps)
    columns = _columns(lines, bounds)
    return RowGroup(bounds, *rows_of(columns, _headings(lines, columns), pitch))


def _columns(lines: Iterable[Line], bounds: Sequence[float]) -> list[list[Line]]:
    """The pieces of lines in each column; characters without white between them stay together."""
    columns: list[list[Line]] = [[] for _ in bounds[1:]]
    for line in lines:
        row = whitespace.row_of(line)
        held: list[list[Char]] = [[] for _ in columns]
        for left, right in row.ink:
            own = [char for char in row.chars if left - 0.1 <= (char[0] + char[2]) / 2 <= right + 0.1]
            held[slot(bounds, middle((left, right)))] += own
        for column, chars in zip(columns, held, strict=True):
            piece = make_line(chars, line.frame)
            if piece is not None:
                column.append(piece)
    return columns


def _headings(lines: Iterable[Line], columns: Sequence[Sequence[Line]]) -> list[float]:
    """The baseline of the headings: that of the first line of many cells, if none is a value."""
    for line in lines:
        texts = [piece.text for column in columns for piece in column if abs(piece.baseline - line.baseline) < 1]
        if len(texts) >= tuning.HEADING_CELLS:
            return [] if any(map(is_value, texts)) else [line.baseline]
    return []


def _with_tall_labels(cells: Sequence[PageCell], pitch: float) -> list[PageCell]:
    """The cells; a label beside a row but centred on it and the row above, whose own is empty, covers both."""
    labels = {cell.row: cell for cell in cells if cell.column == 0 and cell.rowspan == 1}
    tall = {row - 1: label for row, label in labels.items() if _covers_above(label, labels.get(row - 1), cells, pitch)}
    out = []
    for cell in cells:
        if cell is labels.get(cell.row) and cell.row in tall:
            out.append(tall[cell.row]._replace(row=cell.row, rowspan=2))
        elif cell is not tall.get(cell.row - 1):
            out.append(cell)
    return out


def _covers_above(label: PageCell, above: PageCell | None, cells: Iterable[PageCell], pitch: float) -> bool:
    row = label.row
    if above is None or above.lines or not label.lines or above.colspan != label.colspan:
        return False
    if any(cell.row < row < cell.row + cell.rowspan for cell in cells):
        return False
    lines = [(cell.row, line.baseline) for cell in cells if cell.column for line in cell.lines]
    own = [y for at, y in lines if at == row]
    both = [y for at, y in lines if row - 1 <= at <= row]
    if len(own) < 2 or len(both) == len(own):
        return False
    centre = middle((label.lines[0].baseline, label.lines[-1].baseline))
    off = abs(middle((min(own), max(own))) - centre)
    return off > tuning.OFF_CENTRE * pitch and abs(middle((min(both), max(both))) - centre) < off / 2


def _heights(cells: Iterable[PageCell], height: int) -> list[float]:
    """The edges of rows, as far as their cells of one row show; never above the one before."""
    tops, bottoms = [0.0] * height, [0.0] * height
    for row in range(height):
        lines = [line for cell in cells if cell.row == row and cell.rowspan == 1 for line in cell.lines]
        lines = lines or [line for cell in cells if cell.row <= row < cell.row + cell.rowspan for line in cell.lines]
        tops[row] = min((line.top for line in lines), default=bottoms[row - 1])
        bottoms[row] = max((line.bottom for line in lines), default=tops[row])
    return list(accumulate(row_edges(tops, bottoms), max))
