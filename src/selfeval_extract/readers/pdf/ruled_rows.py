"""Tables with horizontal rulings only: rulings make the rows and show merged cells, white makes the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from selfeval_extract.readers.pdf import tuning, whitespace
from selfeval_extract.readers.pdf.geometry import distinct, nearest, slot
from selfeval_extract.readers.pdf.grid import GridPlace, RuledGrid
from selfeval_extract.readers.pdf.layout import PageCell, PageLayout, PageTable, Region
from selfeval_extract.readers.pdf.lines import lines_of
from selfeval_extract.readers.pdf.marks import Char, Frame, Line, Ruling
from selfeval_extract.readers.pdf.whitespace import AlignedRows, TextRow


class RulingGroup(NamedTuple):
    """Horizontal rulings that could be one table's: its sides, and the rulings from top to bottom."""

    left: float
    right: float
    rulings: Sequence[Ruling]

    @property
    def ys(self) -> list[float]:
        """The heights of the rulings, each once."""
        return sorted({ruling[0] for ruling in self.rulings})

    def covers(self, ruling: Ruling) -> bool:
        """Does a ruling lie between the sides?"""
        return self.left - tuning.SAME_PLACE <= ruling[1] and ruling[2] <= self.right + tuning.SAME_PLACE

    def is_as_wide(self, ruling: Ruling) -> bool:
        """Does a ruling reach from side to side?"""
        return abs(self.left - ruling[1]) <= tuning.SAME_PLACE and abs(self.right - ruling[2]) <= tuning.SAME_PLACE


class RuledRows(NamedTuple):
    """The rows between rulings, before the columns of the table are known.

    `grid`: where rulings part rows, where they begin or end, and the rectangles that they enclose; the text in each is the
    row of the same number. `aligned`: which rows have columns in common.
    """

    group: RulingGroup
    grid: RuledGrid
    rows: Sequence[TextRow]
    aligned: Sequence[AlignedRows]


def find_ruled_rows(pages: Sequence[PageLayout]) -> list[PageLayout]:
    """Each page with its tables between horizontal rulings.

    Tables with the same sides share their columns as far as they can: they may be one over several pages.
    """
    found = [list(_regions(page)) for page in pages]
    edges = _edges_by_table(region.rows for regions in found for region in regions if region.rows is not None)

    def with_table(region: Region[RuledRows], frame: Frame) -> Region[RuledRows]:
        rows = region.rows
        return region if rows is None else region._replace(table=_table(rows, edges[id(rows)], frame))

    alike = zip(pages, found, strict=True)
    return [page.searched([with_table(region, page.frame) for region in regions]) for page, regions in alike]


def _regions(page: PageLayout) -> Iterator[Region[RuledRows]]:
    """The groups of rulings that could be a table's, and the lines between them, whose columns are still to be found."""
    for group in [part for whole in _groups(page) for part in _split(whole, page.lines)]:
        lines = _lines_between(page.lines, group.ys[0], group.ys[-1])
        yield Region("rows between rulings", lines, ruled_rows(group, lines), None)


def _lines_between(lines: Iterable[Line], top: float, bottom: float) -> list[Line]:
    return [line for line in lines if top < line.baseline - tuning.MIDDLE_HEIGHT * line.size < bottom]


def _groups(page: PageLayout) -> list[RulingGroup]:
    """Rulings with common sides, and the shorter ones between them."""
    found: list[RulingGroup] = []
    for ruling in sorted(page.rulings, key=lambda r: r[1] - r[2]):
        if ruling[2] - ruling[1] < tuning.RULING_SHARE * page.frame.upright[0]:
            break
        same = next((n for n, group in enumerate(found) if group.is_as_wide(ruling)), None)
        if same is not None:
            found[same] = found[same]._replace(rulings=[*found[same].rulings, ruling])
        elif not any(group.covers(ruling) for group in found):
            found.append(RulingGroup(ruling[1], ruling[2], [ruling]))
    out = []
    for group in found:
        top, bottom = group.ys[0], group.ys[-1]
        if top < bottom and not any(top < table.bottom and table.top < bottom for table in page.tables):
            inside = [r for r in page.rulings if top <= r[0] <= bottom and group.covers(r)]
            out.append(group._replace(rulings=inside))
    return out


def _split(group: RulingGroup, lines: Sequence[Line]) -> list[RulingGroup]:
    """The group cut where text stands between two tables: a title, a paragraph."""
    full = sorted({ruling[0] for ruling in group.rulings if group.is_as_wide(ruling)})
    inside = [line for line in lines if full[0] < line.baseline < full[-1]]
    sizes = [line.size for line in inside if len(whitespace.row_of(line).texts()) > 1]
    usual = median(sizes) if sizes else 0.0
    parts: list[list[float]] = [[full[0]]]
    for above, below in pairwise(full):
        divided = any(above < ruling[0] < below for ruling in group.rulings)
        if not divided and _is_outside(_lines_between(lines, above, below), above, below, usual, group.left):
            parts.append([])
        parts[-1].append(below)
    found = [group._replace(rulings=[r for r in group.rulings if ys[0] <= r[0] <= ys[-1]]) for ys in parts]
    return [part for part in found if len(part.ys) >= tuning.MIN_RULINGS]


def _is_outside(lines: Sequence[Line], above: float, below: float, usual: float, left: float) -> bool:
    """Is what stands between two rulings no row of a table?"""
    if not lines:
        return below - above > tuning.MAX_EMPTY_ROW * usual
    size = max(line.size for line in lines)
    over, under = lines[0].top - above, below - lines[-1].bottom
    if size > tuning.TITLE_SIZE * usual or over > max(tuning.WHITE_ABOVE * size, under + tuning.UNEVEN_WHITE * size):
        return True
    alone = all(len(whitespace.row_of(line).texts()) < 2 for line in lines)
    flush = lines[0].left < left + tuning.FLUSH * size and len(lines) > 1
    return alone and (min(over, under) > tuning.CLEAR_WHITE * size or (flush and size > tuning.PROSE_SIZE * usual))


def ruled_rows(group: RulingGroup, lines: Sequence[Line]) -> RuledRows | None:
    """The rows between the rulings of a group, or None if they have no common columns."""
    left, right = group.left - tuning.SAME_PLACE, group.right + tuning.SAME_PLACE
    if any(line.left < left or line.right > right for line in lines):
        return None
    grid = _grid(group)
    held: list[list[Char]] = [[] for _ in grid.cells]
    owners = grid.owners()
    for char in (char for line in lines for char in line.chars):
        row, strip = slot(grid.ys, char[1] - tuning.MIDDLE_HEIGHT * char[3]), slot(grid.xs, (char[0] + char[2]) / 2)
        held[owners[row][strip]].append(char)
    rows = [
        whitespace.text_row(own, grid.xs[at[1]], grid.xs[at[1] + at[3]])
        for at, own in zip(grid.cells, held, strict=True)
    ]
    aligned = whitespace.aligned_rows(rows)
    return RuledRows(group, grid, rows, aligned) if _are_table(rows, aligned) else None


def _grid(group: RulingGroup) -> RuledGrid:
    """The rectangles that rulings make; strips beside each other with the same rulings above and below are one."""
    ends = (x for ruling in group.rulings for x in ruling[1:])
    inner = [x for x in ends if x - group.left > 2 * tuning.SAME_PLACE and group.right - x > 2 * tuning.SAME_PLACE]
    xs = [group.left, *distinct(inner, 2 * tuning.SAME_PLACE), group.right]
    ys = distinct(group.ys, tuning.SAME_PLACE)
    found: list[GridPlace] = []
    for strip, (left, right) in enumerate(pairwise(xs)):
        reach = 2 * tuning.SAME_PLACE
        covering = [r[0] for r in group.rulings if r[1] <= left + reach and r[2] >= right - reach]
        edges = sorted({0, len(ys) - 1, *(nearest(ys, y) for y in covering)})
        found += [(above, strip, below - above, 1) for above, below in pairwise(edges)]
    cells: list[GridPlace] = []
    for row, strip, height, _ in sorted(found):
        if cells and (cells[-1][0], cells[-1][1] + cells[-1][3], cells[-1][2]) == (row, strip, height):
            cells[-1] = (row, cells[-1][1], height, cells[-1][3] + 1)
        else:
            cells.append((row, strip, height, 1))
    return RuledGrid(xs, ys, cells)


def _are_table(rows: Sequence[TextRow], aligned: Sequence[AlignedRows]) -> bool:
    """Are there columns in most rows, and in two or more of them the same?"""
    filled = [row for row in rows if row.ink]
    several = [row for row in filled if len(row.texts()) > 1]
    common = any(len(group.rows) > 1 for group in aligned)
    return len(several) >= max(2, len(filled) / 2) and (common or len(several) > 2)


def _edges_by_table(tables: Iterable[RuledRows]) -> dict[int, list[float]]:
    """The edges of columns that each table (by its id) shares with those of the same sides."""
    alike: list[list[RuledRows]] = []
    for table in tables:
        sides = (0.0, table.group.left, table.group.right)
        same = [group for group in alike if group[0].group.is_as_wide(sides)]
        if same:
            same[0].append(table)
        else:
            alike.append([table])
    return {id(table): edges for group in alike for edges in [_edges(group)] for table in group}


def _edges(tables: Sequence[RuledRows]) -> list[float]:
    """Column edges: the rulings' ends, one in each gap of aligned rows, one in each gap of the loose ones."""
    gaps = [gap for table in tables for group in table.aligned for gap in group.gaps]
    loose: list[TextRow] = []
    for table in tables:
        taken = {n for group in table.aligned for n in group.rows}
        loose += [row for n, row in enumerate(table.rows) if n not in taken]
    return whitespace.column_edges(
        gaps, loose, distinct((x for table in tables for x in table.grid.xs), tuning.SAME_PLACE)
    )


def _table(table: RuledRows, edges: Sequence[float], frame: Frame) -> PageTable:
    """The table with its cells in the columns that its rows use."""
    gaps = {
        n: found for g in table.aligned for found in [whitespace.with_gaps_at(edges, g, table.rows)] for n in g.rows
    }
    bounds = [whitespace.cell_bounds(row, edges, gaps.get(n)) for n, row in enumerate(table.rows)]
    xs = sorted({x for own in bounds for x in own})
    cells = [
        cell
        for row, own, place in zip(table.rows, bounds, table.grid.cells, strict=True)
        for cell in _cells(row.chars, own, xs, place, frame)
    ]
    return PageTable(frame, xs, table.grid.ys, sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _cells(
    chars: Iterable[Char], bounds: Sequence[float], xs: Sequence[float], place: GridPlace, frame: Frame
) -> Iterator[PageCell]:
    """The cells of one row of text, which `bounds` part, in the columns of the table."""
    held: list[list[Char]] = [[] for _ in bounds[1:]]
    for char in chars:
        held[slot(bounds, (char[0] + char[2]) / 2)].append(char)
    for (left, right), own in zip(pairwise(bounds), held, strict=True):
        first, behind = nearest(xs, left), nearest(xs, right)
        yield PageCell(place[0], first, place[2], behind - first, lines_of(own, frame))
