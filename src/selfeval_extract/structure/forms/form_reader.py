"""Rows of a table → forms: block by block, by what the rows' own labels say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from selfeval_extract.document import Cell
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.blocks.fund_management import manage
from selfeval_extract.structure.forms.blocks.fund_pairs import fund_pairs, sources_across
from selfeval_extract.structure.forms.blocks.funds import fund
from selfeval_extract.structure.forms.blocks.goals import goal
from selfeval_extract.structure.forms.blocks.indicators import card, halves, indicator
from selfeval_extract.structure.forms.blocks.labels import closing_role, is_label, pair_roles
from selfeval_extract.structure.forms.blocks.reading import WEIGHT, Reading
from selfeval_extract.structure.forms.blocks.splits import split, split_pairs
from selfeval_extract.structure.forms.blocks.totals import execution_row, total
from selfeval_extract.structure.forms.form import Form
from selfeval_extract.structure.forms.header_detection import find_header, may_tell
from selfeval_extract.structure.forms.headers import Header
from selfeval_extract.structure.grid import Grid, folded, key
from selfeval_extract.structure.titles import bracketed_year, is_form_title
from selfeval_extract.values.list_numbers import list_number
from selfeval_extract.values.numbers import money_unit
from selfeval_extract.vocabulary import is_level, label_key, label_role

_NOTE = regex(r"注(?:\d{0,2}[:.、]|意事项)")


def begin_block(reading: Reading, header: Header) -> int:
    reading.order_sides()
    for cell in left_of(header):
        done = pair_roles(reading, [cell], quiet=True)
        if not done and header.group == "fund_columns":
            block_heading(reading, cell)
    reading.header, reading.managing, reading.levels = header, None, []
    reading.above.clear()
    reading.form.interim = reading.form.interim or (
        "interim" in header.roles and not header.roles & {"actual", "executed"}
    )
    if header.group == "indicator_columns":
        reading.form.indicator_roles |= header.roles
    reading.form.unknown += unknown_columns(reading, header)
    return header.last + 1


def unknown_columns(reading: Reading, header: Header) -> list[Cell]:
    """The heads of columns that neither their words nor their cells tell, right of the first that is known."""
    first = next((c.start for c in header.columns if c.role), 0)
    below = header.last + 1
    return [
        c.cell
        for c in header.columns
        if c.role is None and c.start > first and c.cell.text and reading.grid.ruled and reading.grid.at(below, c.start)
    ]


def left_of(header: Header) -> list[Cell]:
    first = next((c.start for c in header.columns if c.role), 0)
    return [c for c in header.heads if c.text and c.column < first]


def block_heading(reading: Reading, cell: Cell) -> None:
    """What a fund block's heading says besides its name: the money unit, the execution row's weight."""
    reading.form.unit = money_unit(folded(cell)) or reading.form.unit
    weight = WEIGHT.search(cell.text.string)
    if weight and reading.form.fund_weight is None:
        reading.form.fund_weight = cell.text.part(*weight.span(weight.lastindex or 1))


def title(reading: Reading, row: int) -> int:
    filled = reading.grid.filled(row)
    text = folded(filled[0])
    if len(filled) > 2 or not (is_form_title(text) or bracketed_year(text)):
        return 0
    if is_form_title(text):
        reading.new_form(bool(reading.form.begun or reading.form.fields))
        reading.form.titled = True
    reading.form.titles.append(filled[0].text)
    for cell in filled[1:]:
        reading.form.unit = money_unit(folded(cell)) or reading.form.unit
    return row + 1


def levels_across(reading: Reading, row: int) -> int:
    """A row of level names right above a header without level columns: each heads the columns below it."""
    cells = reading.grid.filled(row)
    below = find_header(reading.grid, row + 1) if row + 1 < reading.grid.height and is_level(folded(cells[0])) else None
    if (
        below is None
        or below.group != "indicator_columns"
        or "level1" in below.roles
        or len(cells) != len(halves(below))
    ):
        return 0
    begin_block(reading, below)
    reading.levels = [c.text for c in cells]
    return below.last + 1


def labelled(reading: Reading, row: int) -> int:
    cells = reading.grid.rows[row]
    filled = [c for c in cells if c.text]
    if is_indicator_row(reading, row, filled):
        return 0
    if split_pairs(reading, filled):
        return row + 1
    if label_role("execution_rows", key(filled[0])) and (reading.header or reading.form.funds):
        return execution_row(reading, row)
    if closing_role(filled[0]) == "total" or (
        reading.form.indicators and label_key(folded(filled[0])) in ("得分", "总分")
    ):
        return total(reading, row, filled)
    return row + 1 if pair_roles(reading, filled) else 0


def is_indicator_row(reading: Reading, row: int, filled: Sequence[Cell]) -> bool:
    header = reading.header
    if header is None or header.group != "indicator_columns":
        return False
    if closing_role(filled[0]) == "total" and filled[0] is reading.grid.filled(row)[0]:
        name = header.column("name")
        return bool(reading.grid.ruled and name and filled[0].column >= name.start and len(filled) > 3)
    if reading.grid.ruled:
        name = header.column("name") or header.column("level2") or header.column("level1")
        if name and filled[0].colspan > name.end - name.start and len(filled) <= 4 and is_label(filled[0]):
            return False
        reaches = [c for c in filled if name and c.column >= name.start]
        starts_in_levels = bool(name and filled[0].column >= name.start)
        return starts_in_levels or is_level(folded(filled[0])) or len(reaches) >= 3
    if len(filled) <= 2 and is_label(filled[0]):
        return False
    width = len(header.columns)
    return len(reading.grid.rows[row]) > max(3, 0.6 * width) or is_level(folded(filled[0]))


def notes(reading: Reading, row: int) -> int:
    """Notes in the table itself: a row that begins 注：, and the numbered ones behind it."""
    filled = reading.grid.filled(row)
    if len(filled) != 1 or not _NOTE.match(folded(filled[0])):
        return 0
    row += 1
    while row < reading.grid.height:
        more = reading.grid.filled(row)
        if len(more) > 1 or (more and list_number(folded(more[0])) is None):
            break
        row += 1
    return row


_STEPS: tuple[Callable[[Reading, int], int], ...] = (
    title,
    notes,
    sources_across,
    levels_across,
    goal,
    manage,
    fund,
    fund_pairs,
    card,
    split,
    labelled,
    indicator,
)
"""The steps that are tried on a row in turn; each gives the number of the next row, or 0 if the row is none of its."""


def read_forms(grid: Grid, going: Form | None = None) -> list[Form]:
    """The forms that a table's rows make, in order; a form without content for a table that is none.

    `going`: the form of the table before, whose last block may go on in this table without its header."""
    reading = Reading(grid)
    if going is not None and going.open is not None and _may_go_on(reading, going.open):
        reading.header = replace(going.open, first=-1, last=-1)
    row = 0
    while row < reading.grid.height:
        row = _read_row(reading, row)
    reading.order_sides()
    reading.form.open = reading.header
    for form in reading.forms:
        form.worked_out = not grid.table.empties
    return reading.forms


def _may_go_on(reading: Reading, header: Header) -> bool:
    """Whether a table's rows have the columns of a block that is open."""
    columns = max((c.end for c in header.columns), default=0)
    if reading.grid.ruled:
        return reading.grid.width == columns
    return max((len(row) for row in reading.grid.rows), default=0) <= header.width


def _read_row(reading: Reading, row: int) -> int:
    """Read a row and whatever belongs to it; the number of the next one."""
    header = find_header(reading.grid, row)
    if header is not None:
        return begin_block(reading, header)
    if not reading.grid.filled(row):
        return row + 1
    outside = reading.header is None and reading.managing is None
    for step in (title,) if outside and not may_tell(reading.grid, row) else _STEPS:
        done = step(reading, row)
        if done:
            return done
    reading.form.unread += reading.grid.filled(row)
    return row + 1
