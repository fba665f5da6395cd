"""Tables without (or with only horizontal) rules, told from prose by columns that keep clear of each other.

Conservative on purpose: a missed table stays readable as lines, prose cut into columns does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from selfeval_extract.readers.pdf.layout import PageCell, PageLayout, PageTable
from selfeval_extract.readers.pdf.lines import BLANKS, make_line
from selfeval_extract.readers.pdf.marks import Char, Frame, Line, Ruling
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import is_list_number

COLUMN_GAP = 1.4
"""White between two columns on a line, in font sizes."""
BAND_GAP = 0.4
"""White between two columns over all lines."""
MAX_PITCH = 2.6
"""Rows of one table are no farther apart than this, in font sizes."""
WRAP_PITCH = 1.45
"""Lines of one cell are closer together than this, in font sizes."""
MIN_ROWS = 3
FILLED = 0.6
WIDE_SPAN = 0.55

MIN_RULE = 0.3
"""A rule of a table reaches over this share of the page."""

_VALUE = regex(r"[-+−<>=≥≤≧≦]*[\d,.，]+[%％‰]?[\u4e00-\u9fff/／㎡]{0,4}|[-—–/无]+")


@dataclass(slots=True)
class Segment:
    """A stretch of a line between two wide gaps."""

    x0: float
    x1: float
    line: Line


@dataclass(slots=True)
class Row:
    """The segments of one line."""

    line: Line
    segments: list[Segment]


Band = tuple[float, float]


def find_borderless(page: PageLayout) -> None:
    """Turn lines of the page that form a table into one, in place."""
    rows = [Row(line, segments(line)) for line in page.lines]
    tables: list[PageTable] = []
    rows = _take_tables(rows, _ruled_runs(rows, page), page.frame, True, tables)
    rows = _take_tables(rows, _gapped_runs(rows, page), page.frame, False, tables)
    if tables:
        page.lines = [row.line for row in rows]
        page.tables = sorted([*page.tables, *tables], key=lambda t: t.top)


def _take_tables(
    rows: list[Row], runs: Sequence[list[Row]], frame: Frame, ruled: bool, tables: list[PageTable]
) -> list[Row]:
    """Add the tables that runs of lines form to `tables`; the other rows are returned."""
    used: set[int] = set()
    for run in runs:
        table = None if not ruled and _is_fragment(run, rows) else make_table(run, frame, ruled)
        if table is not None:
            tables.append(table)
            used.update(id(row) for row in run)
    return [row for row in rows if id(row) not in used]


def _is_fragment(run: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Do the lines around a run belong to the same larger form, which this reader cannot take apart?

    Such a line is close by and has columns of its own, or (below) it starts under a later column.
    """
    first = next(n for n, row in enumerate(rows) if row is run[0])
    last = first + len(run) - 1
    if first and len(rows[first - 1].segments) > 1 and _near(rows[first - 1], run[0]):
        return True
    if last + 1 == len(rows) or not _near(run[-1], rows[last + 1]):
        return False
    below = rows[last + 1]
    second = min(row.segments[1].x0 for row in run if len(row.segments) > 1)
    return len(below.segments) > 1 or below.line.x0 > second - below.line.size


def _near(above: Row, below: Row) -> bool:
    return below.line.base - above.line.base <= MAX_PITCH * max(above.line.size, below.line.size)


def find_continued(above: PageLayout, page: PageLayout) -> None:
    """Let a table without rules at the foot of one page go on at the head of the next, in place."""
    last, items = above.items()[-1:], page.items()
    if not last or not isinstance(last[0], PageTable) or last[0].drawn or page.frame.page != above.frame.page + 1:
        return
    table = last[0]
    bands = [(a + 1, b - 1) for a, b in zip(table.xs, table.xs[1:], strict=False)]
    run: list[Row] = []
    for item in items:
        if not isinstance(item, Line) or (run and not _follows(run[-1].line, item, page)):
            break
        row = Row(item, segments(item))
        inside = all(_band(s, bands)[1] == 1 and bands[0][0] < s.x1 and s.x0 < bands[-1][1] for s in row.segments)
        if not inside or len(_places(row, bands)) < 2:
            break
        run.append(row)
    if run:
        used = {id(row.line) for row in run}
        page.lines = [line for line in page.lines if id(line) not in used]
        page.tables.insert(0, _built(merged_rows(run, bands), bands, table.xs, page.frame))


def segments(line: Line) -> list[Segment]:
    """A line cut at its wide gaps; a list number stays with its item."""
    if not BLANKS.intersection(line.text) and not any(
        b[0] - a[2] > COLUMN_GAP * line.size for a, b in pairwise(line.chars)
    ):
        return [Segment(line.x0, line.x1, line)]
    groups: list[list[Char]] = []
    for char in line.chars:
        if char[4] in BLANKS:
            continue
        if groups and char[0] - groups[-1][-1][2] <= COLUMN_GAP * line.size:
            groups[-1].append(char)
        elif len(groups) == 1 and is_list_number("".join(c[4] for c in groups[0])):
            groups[0].append(char)
        else:
            groups.append([char])
    made = [make_line(group, line.frame) for group in groups]
    return [Segment(part.x0, part.x1, part) for part in made if part is not None]


def _ruled_runs(rows: Sequence[Row], page: PageLayout) -> list[list[Row]]:
    """The lines from the first to the last of at least three equally long rules."""
    wide = MIN_RULE * page.frame.upright[0]
    groups: list[list[Ruling]] = []
    for rule in page.rules:
        if rule[2] - rule[1] < wide:
            continue
        if groups and abs(groups[-1][-1][1] - rule[1]) <= 2 and abs(groups[-1][-1][2] - rule[2]) <= 2:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    runs = [[row for row in rows if g[0][0] < row.line.base < g[-1][0] + 1] for g in groups if len(g) > 2]
    return [run for run in runs if len(run) > 1]


def _gapped_runs(rows: Sequence[Row], page: PageLayout) -> list[list[Row]]:
    """Consecutive lines with gaps; lines without one may stand between them if they fit into a column."""
    runs: list[list[Row]] = []
    run: list[Row] = []
    for row in rows:
        if run and not _follows(run[-1].line, row.line, page):
            runs.append(run)
            run = []
        if len(row.segments) > 1 or (run and _in_one_column(row, run)):
            run.append(row)
        elif run:
            runs.append(run)
            run = []
    runs.append(run)
    for found in runs:
        while found and len(found[-1].segments) < 2:
            found.pop()
    return [found for found in runs if len(found) >= MIN_ROWS]


def _follows(above: Line, below: Line, page: PageLayout) -> bool:
    if below.base - above.base > MAX_PITCH * max(above.size, below.size):
        return False
    return not any(above.base < table.top < below.base for table in page.tables)


def _in_one_column(row: Row, run: Sequence[Row]) -> bool:
    """A single segment close under a row that stands under one of its segments."""
    above = run[-1]
    if row.line.base - above.line.base > WRAP_PITCH * row.line.size:
        return False
    x0, x1 = row.line.x0, row.line.x1
    under = [s for s in above.segments if s.x0 - 2 * row.line.size < x1 and x0 < s.x1 + 2 * row.line.size]
    return len(under) == 1 and (len(above.segments) > 1 or _in_one_column(above, run[:-1]) if len(run) > 1 else True)


def make_table(run: Sequence[Row], frame: Frame, ruled: bool) -> PageTable | None:
    """The table a run of lines forms, or None if it has no clear columns."""
    bands = find_bands(run)
    if len(bands) < 2 or not _convincing(run, bands, ruled):
        return None
    rows = merged_rows(run, bands)
    if len(rows) < 2:
        return None
    right = max(row.line.x1 for row in run)
    xs = [bands[0][0] - 2, *((a[1] + b[0]) / 2 for a, b in pairwise(bands)), right + 2]
    return _built(rows, bands, xs, frame)


def _built(rows: Sequence[Sequence[Row]], bands: Sequence[Band], xs: list[float], frame: Frame) -> PageTable:
    """The rows as a table; row edges lie in the middle of the white between rows."""
    tops = [min(s.line.top for row in group for s in row.segments) for group in rows]
    bottoms = [max(s.line.bottom for row in group for s in row.segments) for group in rows]
    ys = [tops[0], *((a + b) / 2 for a, b in zip(bottoms, tops[1:], strict=False)), bottoms[-1]]
    cells = [cell for r, group in enumerate(rows) for cell in _row_cells(r, group, bands)]
    return PageTable(frame, xs, ys, cells, drawn=False)


def find_bands(run: Sequence[Row]) -> list[Band]:
    """The columns: stretches of the page's width that segments cover, apart from headings over several columns."""
    left = min(s.x0 for row in run for s in row.segments)
    right = max(s.x1 for row in run for s in row.segments)
    gap = BAND_GAP * min(row.line.size for row in run)
    covered = sorted((s.x0, s.x1) for row in run for s in row.segments if s.x1 - s.x0 <= WIDE_SPAN * (right - left))
    bands: list[Band] = []
    for x0, x1 in covered:
        if bands and x0 - bands[-1][1] < gap:
            bands[-1] = (bands[-1][0], max(bands[-1][1], x1))
        else:
            bands.append((x0, x1))
    return bands


def _convincing(run: Sequence[Row], bands: Sequence[Band], ruled: bool) -> bool:
    """Are these columns of a table, not labels with answers or words that happen to stand apart?"""
    places = [_places(row, bands) for row in run]
    whole = [p for p in places if len(p) > 1]
    if ruled:
        return len(whole) >= max(2, len(run) // 2)
    if len(whole) < MIN_ROWS or len(whole) < FILLED * len(run):
        return False
    if all(row.segments[0].line.text.endswith(("：", ":")) for row in run):
        return False
    values = [_is_values([_text(row, n, bands) for row in run]) for n in range(len(bands))]
    if len(bands) == 2:
        return values[1] and not values[0]
    return any(values[1:]) or (len(run) > MIN_ROWS and min(len(p) for p in whole) > 2)


def _places(row: Row, bands: Sequence[Band]) -> set[int]:
    return {_band(s, bands)[0] for s in row.segments}


def _text(row: Row, band: int, bands: Sequence[Band]) -> str:
    return "".join(s.line.text for s in row.segments if _band(s, bands)[0] == band)


def _is_values(column: Sequence[str]) -> bool:
    """Does the column hold amounts, but for a heading?"""
    filled = [text for text in column if text]
    return sum(1 for text in filled if _VALUE.fullmatch(text)) >= max(2, FILLED * (len(filled) - 1))


def _band(segment: Segment, bands: Sequence[Band]) -> tuple[int, int]:
    """First column a segment stands in and how many it covers."""
    hit = [n for n, (x0, x1) in enumerate(bands) if segment.x0 < x1 and x0 < segment.x1]
    if hit:
        return hit[0], hit[-1] - hit[0] + 1
    middle = (segment.x0 + segment.x1) / 2
    return min(range(len(bands)), key=lambda n: abs((bands[n][0] + bands[n][1]) / 2 - middle)), 1


def merged_rows(run: Sequence[Row], bands: Sequence[Band]) -> list[list[Row]]:
    """Lines grouped into rows: a close line that leaves the first column empty goes on with the row above."""
    rows: list[list[Row]] = []
    for row in run:
        places = _places(row, bands)
        close = rows and row.line.base - rows[-1][-1].line.base <= WRAP_PITCH * row.line.size
        if close and len(places) < len(bands) and (0 not in places or (len(places) == 1 and len(bands) > 2)):
            rows[-1].append(row)
        else:
            rows.append([row])
    return rows


def _row_cells(number: int, group: Sequence[Row], bands: Sequence[Band]) -> list[PageCell]:
    """One cell a column, or one over several where a segment covers them."""
    spans: dict[int, int] = {}
    lines: dict[int, list[Line]] = {}
    for row in group:
        for segment in row.segments:
            first, count = _band(segment, bands)
            spans[first] = max(spans.get(first, 1), count)
            lines.setdefault(first, []).append(segment.line)
    cells: list[PageCell] = []
    column = 0
    while column < len(bands):
        width = spans.get(column, 1)
        held = [line for n in range(column, column + width) for line in lines.get(n, [])]
        cells.append(PageCell(number, column, 1, width, held))
        column += width
    return cells
