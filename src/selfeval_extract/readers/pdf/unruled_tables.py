"""Tables without (or with only horizontal) rulings, told from prose by columns that keep clear of each other.

Conservative on purpose: a missed table stays readable as lines, prose cut into columns does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.geometry import Span, between, bridged, grouped, middle, overlap, row_edges, width
from selfeval_extract.readers.pdf.layout import PageCell, PageLayout, PageTable, Region
from selfeval_extract.readers.pdf.lines import BLANKS, make_line
from selfeval_extract.readers.pdf.marks import Char, Frame, Line, Ruling
from selfeval_extract.readers.pdf.rows import is_value
from selfeval_extract.values.list_numbers import is_list_number


class CutLine(NamedTuple):
    """A line, and its pieces between gaps as wide as those between columns."""

    line: Line
    pieces: Sequence[Line]


class TableRows(NamedTuple):
    """The rows of a small table, each one or several lines, and from where to where each column reaches."""

    columns: Sequence[Span]
    rows: Sequence[Sequence[CutLine]]


def find_tables(page: PageLayout) -> list[Region[TableRows]]:
    """The regions of a page that look like tables without vertical rulings: first those between long rulings."""
    lines = [_cut(line) for line in page.lines]
    ruled = [_region(run, page.frame, table_rows(run, ruled=True)) for run in _runs_between_rulings(lines, page)]
    taken = {id(line) for region in ruled if region.table is not None for line in region.lines}
    lines = [cut for cut in lines if id(cut.line) not in taken]
    gapped = [
        _region(run, page.frame, None if _is_fragment(run, lines, page) else table_rows(run, ruled=False))
        for run in _runs_with_gaps(lines, page)
    ]
    return [*ruled, *gapped]


def _region(run: Sequence[CutLine], frame: Frame, rows: TableRows | None) -> Region[TableRows]:
    lines = [cut.line for cut in run]
    if rows is None:
        return Region("table", lines, None, None)
    left, right = rows.columns[0][0], max(line.right for line in lines)
    xs = [left - tuning.TABLE_MARGIN, *map(middle, between(rows.columns)), right + tuning.TABLE_MARGIN]
    return Region("table", lines, rows, _table(rows, xs, frame))


def continued_table(above: PageLayout, page: PageLayout) -> list[Region[TableRows]]:
    """The lines at the head of a page with which a table without rulings at the foot of the page above goes on, if any."""
    table = above.table_at_foot(page)
    if table is None or table.ruled:
        return []
    columns = [(left + 1, right - 1) for left, right in pairwise(table.xs)]
    run: list[CutLine] = []
    for item in page.items():
        if not isinstance(item, Line) or (run and not page.follows(item, run[-1].line, tuning.TABLE_PITCH)):
            break
        cut = _cut(item)
        first, behind = table.xs[0] + 1, table.xs[-1] - 1
        inside = all(first < piece.right and piece.left < behind for piece in cut.pieces)
        if not inside or any(_place(piece, columns)[1] > 1 for piece in cut.pieces) or len(_texts(cut, columns)) < 2:
            break
        run.append(cut)
    if not run:
        return []
    rows = TableRows(columns, _joined_rows(run, columns))
    return [Region("table goes on", [cut.line for cut in run], rows, _table(rows, table.xs, page.frame))]


def _cut(line: Line) -> CutLine:
    """A line cut at its column gaps; a list number stays with its item."""
    chars = line.chars
    wide = tuning.COLUMN_GAP * line.size
    if not BLANKS.intersection(line.text) and not any(after[0] - char[2] > wide for char, after in pairwise(chars)):
        return CutLine(line, (line,))
    groups: list[list[Char]] = []
    for char in chars:
        if char[4] in BLANKS:
            continue
        if groups and char[0] - groups[-1][-1][2] <= wide:
            groups[-1].append(char)
        elif len(groups) == 1 and is_list_number("".join(c[4] for c in groups[0])):
            groups[0].append(char)
        else:
            groups.append([char])
    made = [make_line(group, line.frame) for group in groups]
    return CutLine(line, [piece for piece in made if piece is not None])


def _runs_between_rulings(lines: Sequence[CutLine], page: PageLayout) -> list[list[CutLine]]:
    """The lines from the first to the last of at least three equally long rulings."""
    long = [ruling for ruling in page.rulings if width(ruling[1:]) >= tuning.RULING_SHARE * page.frame.upright[0]]

    def as_wide(group: list[Ruling], ruling: Ruling) -> bool:
        return max(abs(group[-1][1] - ruling[1]), abs(group[-1][2] - ruling[2])) <= tuning.SAME_PLACE

    groups = grouped(long, as_wide)
    runs = [[cut for cut in lines if g[0][0] < cut.line.baseline < g[-1][0] + 1] for g in groups if len(g) > 2]
    return [run for run in runs if len(run) > 1]


def _runs_with_gaps(lines: Iterable[CutLine], page: PageLayout) -> list[list[CutLine]]:
    """Consecutive lines with gaps; lines without one may stand between them if they fit into a column."""
    runs: list[list[CutLine]] = [[]]
    for cut in lines:
        run = runs[-1]
        if run and not page.follows(cut.line, run[-1].line, tuning.TABLE_PITCH):
            run = []
            runs.append(run)
        if len(cut.pieces) > 1 or (run and _in_one_column(cut.line, run)):
            run.append(cut)
        elif run:
            runs.append([])
    for run in runs:
        while run and len(run[-1].pieces) < 2:
            run.pop()
    return [run for run in runs if len(run) >= tuning.MIN_ROWS]


def _in_one_column(line: Line, run: Sequence[CutLine]) -> bool:
    """Does a line without gaps stand close under one piece of the line above?"""
    above = run[-1]
    if line.baseline - above.line.baseline > tuning.USUAL_PITCH * line.size:
        return False
    reach = (line.left - tuning.COLUMN_REACH * line.size, line.right + tuning.COLUMN_REACH * line.size)
    if sum(overlap(reach, (piece.left, piece.right)) for piece in above.pieces) != 1:
        return False
    return len(run) == 1 or len(above.pieces) > 1 or _in_one_column(above.line, run[:-1])


def _is_fragment(run: Sequence[CutLine], lines: Sequence[CutLine], page: PageLayout) -> bool:
    """Do the lines around a run belong to the same larger form, which this reader cannot take apart?

    Such a line is close by and has columns of its own, or (below) it starts under a later column.
    """
    first = next(n for n, cut in enumerate(lines) if cut is run[0])
    above = lines[first - 1] if first else None
    if above is not None and len(above.pieces) > 1 and page.follows(run[0].line, above.line, tuning.TABLE_PITCH):
        return True
    second = min(cut.pieces[1].left for cut in run if len(cut.pieces) > 1)
    return any(
        len(below.pieces) > 1 or below.line.left > second - below.line.size
        for below in lines[first + len(run) :][:1]
        if page.follows(below.line, run[-1].line, tuning.TABLE_PITCH)
    )


def table_rows(run: Sequence[CutLine], ruled: bool) -> TableRows | None:
    """The rows of a table that a run of lines makes, or None if it has no clear columns. `ruled`: it lies between rulings."""
    columns = _columns(run)
    if len(columns) < 2 or not _are_table(run, columns, ruled):
        return None
    rows = _joined_rows(run, columns)
    return TableRows(columns, rows) if len(rows) > 1 else None


def _columns(run: Sequence[CutLine]) -> list[Span]:
    """The stretches of the page's width that pieces cover, apart from headings over several columns."""
    pieces = [(piece.left, piece.right) for cut in run for piece in cut.pieces]
    whole = (min(left for left, _ in pieces), max(right for _, right in pieces))
    gap = tuning.COMMON_GAP * min(cut.line.size for cut in run)
    return bridged([piece for piece in pieces if width(piece) <= tuning.HEADING_SHARE * width(whole)], gap)


def _are_table(run: Sequence[CutLine], columns: Sequence[Span], ruled: bool) -> bool:
    """Are these columns of a table, not labels with answers or words that happen to stand apart?"""
    texts = [_texts(cut, columns) for cut in run]
    whole = [own for own in texts if len(own) > 1]
    if ruled:
        return len(whole) >= max(2, len(run) // 2)
    if len(whole) < tuning.MIN_ROWS or len(whole) < tuning.FILLED_SHARE * len(run):
        return False
    if all(cut.pieces[0].text.endswith(("：", ":")) for cut in run):
        return False
    filled = [[own[n] for own in texts if n in own] for n in range(len(columns))]  # each column, perhaps with a heading
    values = [sum(map(is_value, own)) >= max(2, tuning.FILLED_SHARE * (len(own) - 1)) for own in filled]
    if len(columns) == 2:
        return values[1] and not values[0]
    return any(values[1:]) or (len(run) > tuning.MIN_ROWS and min(map(len, whole)) > 2)


def _texts(cut: CutLine, columns: Sequence[Span]) -> dict[int, str]:
    """The texts of a line by the columns they begin in."""
    texts: defaultdict[int, str] = defaultdict(str)
    for piece in cut.pieces:
        texts[_place(piece, columns)[0]] += piece.text
    return texts


def _place(piece: Line, columns: Sequence[Span]) -> tuple[int, int]:
    """The first column that a piece stands in and how many it covers."""
    hit = [n for n, column in enumerate(columns) if overlap((piece.left, piece.right), column)]
    if hit:
        return hit[0], hit[-1] - hit[0] + 1
    centre = middle((piece.left, piece.right))
    return min(range(len(columns)), key=lambda n: abs(middle(columns[n]) - centre)), 1


def _joined_rows(run: Iterable[CutLine], columns: Sequence[Span]) -> list[list[CutLine]]:
    """Lines in rows: a close line that leaves the first column empty goes on with the row above."""

    def goes_on(row: list[CutLine], cut: CutLine) -> bool:
        filled = _texts(cut, columns)
        close = cut.line.baseline - row[-1].line.baseline <= tuning.USUAL_PITCH * cut.line.size
        return close and len(filled) < len(columns) and (0 not in filled or (len(filled) == 1 and len(columns) > 2))

    return grouped(run, goes_on)


def _table(rows: TableRows, xs: Sequence[float], frame: Frame) -> PageTable:
    """The rows as a table with columns between the edges `xs`."""
    tops = [min(piece.top for cut in row for piece in cut.pieces) for row in rows.rows]
    bottoms = [max(piece.bottom for cut in row for piece in cut.pieces) for row in rows.rows]
    cells = [cell for n, row in enumerate(rows.rows) for cell in _cells(n, row, rows.columns)]
    return PageTable(frame, xs, row_edges(tops, bottoms), cells, ruled=False)


def _cells(number: int, row: Iterable[CutLine], columns: Sequence[Span]) -> list[PageCell]:
    """One cell a column, or one over several where a piece covers them."""
    spans: dict[int, int] = {}
    lines: dict[int, list[Line]] = {}
    for piece in (piece for cut in row for piece in cut.pieces):
        first, count = _place(piece, columns)
        spans[first] = max(spans.get(first, 1), count)
        lines.setdefault(first, []).append(piece)
    cells: list[PageCell] = []
    column = 0
    while column < len(columns):
        behind = column + spans.get(column, 1)
        held = [line for n in range(column, behind) for line in lines.get(n, [])]
        cells.append(PageCell(number, column, 1, behind - column, tuple(held)))
        column = behind
    return cells
