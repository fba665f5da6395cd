"""Tables over page breaks: which parts are one table, and how their rows, columns and cells meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from selfeval_extract.document import Cell, Table
from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.geometry import distinct, nearest
from selfeval_extract.readers.pdf.grid import place_box
from selfeval_extract.readers.pdf.layout import PageCell, PageTable
from selfeval_extract.readers.pdf.lines import squeezed
from selfeval_extract.readers.pdf.prose import cell_text, first_word_width
from selfeval_extract.runtime.pattern_cache import regex

_BRACKET = regex(r"[（(][^（()）]{1,10}[）)]")
"""A merged cell below a break that holds no more than a bracket, as in 绩效指标 | （90分）, is the end of another."""


def continues(first: PageTable, second: PageTable, foot: float) -> bool:
    """Is `second`, at the head of the next page, the same table as `first`, which nothing follows on its page?

    `foot` is where the text of `first`'s page could have ended.
    """
    if second.frame.page != first.frame.page + 1 or first.ruled != second.ruled:
        return False
    if abs(first.xs[0] - second.xs[0]) > tuning.SAME_PLACE or abs(first.xs[-1] - second.xs[-1]) > tuning.SAME_PLACE:
        return False
    next_row = second.ys[1] - second.ys[0]
    room = max(next_row + tuning.NEXT_ROW_ROOM, tuning.FOOT_SHARE * first.frame.upright[1])
    return foot - first.bottom < room or repeated_rows(first, second) > 0


def repeated_rows(first: PageTable, part: PageTable) -> int:
    """How many rows at the top of a part repeat those at the top of the table's first part."""
    rows = min(len(first.ys), len(part.ys)) - 1
    n = 0
    while n < rows - 1 and len(above := _row(first, n)) > 1 and above == _row(part, n):
        n += 1
    return 0 if any(cell.row < n < cell.row + cell.rowspan for cell in part.cells) else n


def _row(table: PageTable, row: int) -> list[tuple[int, int, str]]:
    """A row's printed cells with their sides, for comparing."""
    return [
        (round(table.xs[cell.column] / 4), round(table.xs[cell.column + cell.colspan] / 4), squeezed(cell.lines))
        for cell in table.cells
        if cell.row == row and cell.lines
    ]


def joined(parts: Sequence[PageTable]) -> Table:
    """One table from its parts on consecutive pages."""
    xs = distinct((x for part in parts for x in part.xs), tuning.SAME_PLACE)
    cells: list[PageCell] = []
    foot: list[int] = []  # which of the cells end where the next part begins
    height = 0
    for n, part in enumerate(parts):
        skip = repeated_rows(parts[0], part) if n else 0
        new = list(_placed(part, xs, height, skip))
        lost = 0
        if n:
            whole, new, lost = _stitched([cells[k] for k in foot], new, height)
            for k, cell in zip(foot, whole, strict=True):
                cells[k] = cell
        height += len(part.ys) - 1 - skip - lost
        open_end = [*foot, *range(len(cells), len(cells) + len(new))]
        cells += new
        foot = [k for k in open_end if cells[k].row + cells[k].rowspan == height]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Table(tuple([Cell(*cell[:4], cell_text(cell.lines), cell.resumes) for cell in cells]))


def _placed(part: PageTable, xs: Sequence[float], row: int, skip: int) -> Iterator[PageCell]:
    """The part's cells in the joined table's columns, from row `row` on, without its first `skip` rows."""
    at = [nearest(xs, x) for x in part.xs]
    for cell in part.cells:
        if cell.row >= skip:
            first, behind = at[cell.column], at[cell.column + cell.colspan]
            box, width = place_box(cell[:4], part.xs, part.ys), max(1, behind - first)
            yield cell._replace(row=row + cell.row - skip, column=first, colspan=width, box=box)


def _stitched(
    foot: Sequence[PageCell], head: Sequence[PageCell], row: int
) -> tuple[list[PageCell], list[PageCell], int]:
    """Join what the page break before `row` cut, a row or merged cells.

    Returns the cells above it with what they go on with, the other cells below it, and how many rows that takes away.
    """
    above = {cell.columns: cell for cell in foot}
    first = sorted((cell for cell in head if cell.row == row), key=lambda cell: cell.column)
    lost = int(_is_cut_row(first, above))
    rests = first if lost else _rests_of_merged(first, above, max(cell.box[3] for cell in head))
    taken = {cell.columns: cell for cell in rests}
    whole = []
    for cell in foot:
        if (rest := taken.get(cell.columns)) is not None:
            height = cell.rowspan + rest.rowspan - lost
            cell = cell._replace(lines=cell.lines + rest.lines, rowspan=height, box=rest.box)
        whole.append(cell)
    others = [cell for cell in head if cell.row > row or cell.columns not in taken]
    if lost:
        return whole, [cell._replace(row=cell.row - 1) for cell in others], lost
    return whole, [cell if cell.row > row or cell.lines else cell._replace(resumes=True) for cell in others], lost


def _rests_of_merged(
    first: Iterable[PageCell], above: Mapping[tuple[int, int], PageCell], bottom: float
) -> Iterator[PageCell]:
    """The leading cells of a page's first row that are the rest of merged cells above the break."""
    for cell in first:
        upper = above.get(cell.columns)
        if upper is None:
            return
        open_end = not cell.lines and (cell.rowspan > 1 or upper.rowspan > 1)
        if not open_end and not _is_cut_text(upper, cell, bottom):
            return
        yield cell


def _is_cut_row(head: Sequence[PageCell], above: Mapping[tuple[int, int], PageCell]) -> bool:
    """Is the first row of a page the rest of the row above the break?

    All its text goes on from full lines above it, and somewhere it has none where the row above has some.
    """
    if not all(cell.columns in above for cell in head):
        return False
    pairs = [(above[cell.columns], cell) for cell in head]
    texts = [(upper, cell) for upper, cell in pairs if cell.lines]
    empty = any(upper.lines and not cell.lines for upper, cell in pairs)
    return bool(texts and empty) and all(_is_open(upper, cell) for upper, cell in texts)


def _is_cut_text(upper: PageCell, cell: PageCell, bottom: float) -> bool:
    """Does the text of a merged cell run over the break?

    It fills the upper part down to the break and goes on at the very top of the tall lower part. A cell of its own has
    its text in the middle, so a text at the top with room below it shows a cut. One-row cells show nothing, nor do
    cells that are cut again at the next break.
    """
    if not upper.lines or not cell.lines:
        return False
    if _BRACKET.fullmatch(squeezed(cell.lines)) and max(upper.rowspan, cell.rowspan) > 1:
        return True
    if not _is_open(upper, cell):
        return False
    if _unclosed(squeezed(upper.lines)) > 0 > _unclosed(squeezed(cell.lines)):
        return True
    if len(squeezed(cell.lines)) <= tuning.WORD_END < len(squeezed(upper.lines)) - 1:
        return True
    if min(upper.rowspan, cell.rowspan) < 2 or cell.box[3] > bottom - 1:
        return False
    pitch = tuning.USUAL_PITCH * cell.lines[0].size
    over, under = cell.lines[0].top - cell.box[1], cell.box[3] - cell.lines[-1].bottom
    full = upper.box[3] - upper.lines[-1].bottom < pitch
    return full and over < tuning.CUT_TOP * pitch and under > over + tuning.CUT_BELOW * pitch


def _unclosed(text: str) -> int:
    """How many brackets a text opens more than it closes."""
    return sum(map(text.count, "（(")) - sum(map(text.count, "）)"))


def _is_open(upper: PageCell, cell: PageCell) -> bool:
    """The cell above ends in a line that had no room for the first word below."""
    if not upper.lines:
        return False
    last, line = upper.lines[-1], cell.lines[0]
    room = cell.box[2] - cell.box[0] - (last.right - last.left)
    return room < first_word_width(line) + tuning.LINE_SLACK * last.size + 2 * tuning.CELL_PADDING
