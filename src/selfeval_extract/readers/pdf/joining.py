"""Tables over page breaks: which parts are one table, and how their rows, columns and cells meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selfeval_extract.document import Box, Cell, Table
from selfeval_extract.readers.pdf.layout import PageCell, PageTable
from selfeval_extract.readers.pdf.prose import SLACK, cell_text, first_word_width
from selfeval_extract.runtime.pattern_cache import regex

SIDE = 4.0
"""How far the sides of two parts of a table may differ."""
SAME_EDGE = 3.0
"""Column edges closer than this are one."""
PADDING = 5.4
"""White between a cell's rule and its text, at most (Word's usual)."""
_BRACKET = regex(r"[（(][^（()）]{1,10}[）)]")
"""A merged cell below a break that holds no more than a bracket, as in 绩效指标 | （90分）, is the end of another."""
_STUMP = 2
"""A text this short below a full line above the break is the end of a word."""
FOOT_SHARE = 0.16
"""A table that ends this close to the foot of the page may go on."""


@dataclass(slots=True)
class GridCell:
    """A cell of the joined table; `box` is where it, or its last part, stands on its page."""

    row: int
    column: int
    rowspan: int
    colspan: int
    source: PageCell
    box: Box
    resumes: bool = False

    @property
    def columns(self) -> tuple[int, int]:
        """First column and the one behind the last."""
        return (self.column, self.column + self.colspan)


def continues(first: PageTable, second: PageTable, foot: float) -> bool:
    """Is `second`, at the head of the next page, the same table as `first`, which nothing follows on its page?

    `foot` is where the text of `first`'s page could have ended.
    """
    if second.page != first.page + 1:
        return False
    if abs(first.xs[0] - second.xs[0]) > SIDE or abs(first.xs[-1] - second.xs[-1]) > SIDE:
        return False
    if first.drawn != second.drawn:
        return False
    next_row = second.ys[1] - second.ys[0]
    room = foot - first.bottom
    return room < max(next_row + 12, FOOT_SHARE * first.frame.upright[1]) or repeated_rows([first], second) > 0


def repeated_rows(parts: Sequence[PageTable], part: PageTable) -> int:
    """How many rows at the top of `part` repeat those at the top of the table."""
    rows = min(len(parts[0].ys), len(part.ys)) - 1
    n = 0
    while n < rows - 1 and len(above := _row(parts[0], n)) > 1 and above == _row(part, n):
        n += 1
    return n if _cut_clean(part, n) else 0


def _row(table: PageTable, row: int) -> list[tuple[int, int, str]]:
    """A row's printed cells with their sides, for comparing."""
    return [
        (round(table.xs[cell.column] / 4), round(table.xs[cell.column + cell.colspan] / 4), cell.string)
        for cell in table.cells
        if cell.row == row and cell.lines
    ]


def _cut_clean(table: PageTable, rows: int) -> bool:
    return not any(cell.row < rows < cell.row + cell.rowspan for cell in table.cells)


def joined(parts: Sequence[PageTable]) -> Table:
    """One table from its parts on consecutive pages."""
    xs = edges([x for part in parts for x in part.xs])
    cells: list[GridCell] = []
    row = 0
    for n, part in enumerate(parts):
        skip = repeated_rows(parts, part) if n else 0
        new = _placed(part, xs, row, skip)
        if n:
            row -= _stitched(cells, new, row)
        cells += new
        row += len(part.ys) - 1 - skip
    return Table(
        tuple(
            Cell(c.row, c.column, c.rowspan, c.colspan, cell_text(c.source.lines), c.resumes)
            for c in sorted(cells, key=lambda c: (c.row, c.column))
        )
    )


def edges(xs: Sequence[float]) -> list[float]:
    """Column edges of all parts, those that nearly agree as one."""
    out: list[float] = []
    for x in sorted(xs):
        if not out or x - out[-1] > SAME_EDGE:
            out.append(x)
    return out


def _nearest(xs: Sequence[float], x: float) -> int:
    return min(range(len(xs)), key=lambda i: abs(xs[i] - x))


def _placed(part: PageTable, xs: Sequence[float], row: int, skip: int) -> list[GridCell]:
    """The part's cells in the joined table's columns, from row `row` on, without its first `skip` rows."""
    at = [_nearest(xs, x) for x in part.xs]
    return [
        GridCell(
            row + cell.row - skip,
            at[cell.column],
            cell.rowspan,
            max(1, at[cell.column + cell.colspan] - at[cell.column]),
            cell,
            (
                part.xs[cell.column],
                part.ys[cell.row],
                part.xs[cell.column + cell.colspan],
                part.ys[cell.row + cell.rowspan],
            ),
            cell.resumes,
        )
        for cell in part.cells
        if cell.row >= skip
    ]


def _stitched(cells: list[GridCell], new: list[GridCell], row: int) -> int:
    """Join what the page break cut: a row (then 1 is returned, the rows now missing) or merged cells."""
    above = {c.columns: c for c in cells if c.row + c.rowspan == row}
    foot = max(c.box[3] for c in new)
    head = sorted((c for c in new if c.row == row), key=lambda c: c.column)
    if _is_cut_row(head, above):
        for cell in head:
            _go_on(above[cell.columns], cell, cell.rowspan - 1)
        new[:] = [c for c in new if c.row != row]
        for cell in new:
            cell.row -= 1
        return 1
    for cell in head:
        upper = above.get(cell.columns)
        if upper is not None and _is_cut_text(upper, cell, foot):
            _go_on(upper, cell, cell.rowspan)
            new.remove(cell)
            continue
        if upper is None or cell.source.lines or (cell.rowspan == 1 and upper.rowspan == 1):
            break
        _go_on(upper, cell, cell.rowspan)
        new.remove(cell)
    for cell in new:
        cell.resumes = cell.source.resumes or (cell.row == row and not cell.source.lines)
    return 0


def _go_on(upper: GridCell, cell: GridCell, rows: int) -> None:
    """Let a cell go on with the text and the rows of its part on the next page."""
    upper.source.lines = upper.source.lines + cell.source.lines
    upper.rowspan += rows
    upper.box = cell.box


def _is_cut_row(head: Sequence[GridCell], above: dict[tuple[int, int], GridCell]) -> bool:
    """Is the first row of a page the rest of the row above the break?

    All its text goes on from full lines above it, and somewhere it has none where the row above has some.
    """
    pairs = [(above.get(cell.columns), cell) for cell in head]
    if any(upper is None for upper, _ in pairs):
        return False
    texts = [(upper, cell) for upper, cell in pairs if upper is not None and cell.source.lines]
    empty = [upper for upper, cell in pairs if upper is not None and not cell.source.lines and upper.source.lines]
    return bool(texts and empty) and all(_is_open(upper, cell) for upper, cell in texts)


def _is_cut_text(upper: GridCell, cell: GridCell, foot: float) -> bool:
    """Does the text of a merged cell run over the break?

    It fills the upper part down to the break and goes on at the very top of the tall lower part. A cell of its own has
    its text in the middle, so a text at the top with room below it shows a cut. One-row cells show nothing, nor do
    cells that are cut again at the next break.
    """
    if not upper.source.lines or not cell.source.lines:
        return False
    if _BRACKET.fullmatch(cell.source.string) and max(upper.rowspan, cell.rowspan) > 1:
        return True
    if not _is_open(upper, cell):
        return False
    if _opens_bracket(upper.source.string) and _closes_bracket(cell.source.string):
        return True
    if len(cell.source.string) <= _STUMP < len(upper.source.string) - 1:
        return True
    if min(upper.rowspan, cell.rowspan) < 2 or cell.box[3] > foot - 1:
        return False
    pitch = 1.2 * cell.source.lines[0].size
    over = cell.source.lines[0].top - cell.box[1]
    under = cell.box[3] - cell.source.lines[-1].bottom
    return over < 0.6 * pitch and under > over + 1.5 * pitch and upper.box[3] - upper.source.lines[-1].bottom < pitch


def _opens_bracket(text: str) -> bool:
    return sum(text.count(c) for c in "（(") > sum(text.count(c) for c in "）)")


def _closes_bracket(text: str) -> bool:
    return sum(text.count(c) for c in "（(") < sum(text.count(c) for c in "）)")


def _is_open(upper: GridCell, cell: GridCell) -> bool:
    """The cell above ends in a line that had no room for the first word below."""
    if not upper.source.lines:
        return False
    last, line = upper.source.lines[-1], cell.source.lines[0]
    return cell.box[2] - cell.box[0] - (last.x1 - last.x0) < first_word_width(line) + SLACK * last.size + 2 * PADDING
