"""Rows of a table → forms: block by block, by what the rows' own labels say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from selfeval_extract.document import Cell
from selfeval_extract.prose.titles import bracketed_year, is_form_title
from selfeval_extract.structure.forms.blocks.fund_management import read_management
from selfeval_extract.structure.forms.blocks.fund_pairs import (
    keep_fund_weight,
    read_fund_pairs,
    read_sources_across,
)
from selfeval_extract.structure.forms.blocks.funds import read_fund_row
from selfeval_extract.structure.forms.blocks.goals import read_goals
from selfeval_extract.structure.forms.blocks.indicators import halves, read_card, read_indicator_row
from selfeval_extract.structure.forms.blocks.labels import closing_role, is_label, read_pairs
from selfeval_extract.structure.forms.blocks.reading import Reading
from selfeval_extract.structure.forms.blocks.splits import read_split_pairs, read_splits
from selfeval_extract.structure.forms.blocks.totals import read_execution_row, read_total
from selfeval_extract.structure.forms.form import Form
from selfeval_extract.structure.forms.header_detection import has_label
from selfeval_extract.structure.forms.headers import Header, role_of
from selfeval_extract.structure.grid import Grid, folded, key
from selfeval_extract.values.list_numbers import list_number
from selfeval_extract.values.numbers import money_unit
from selfeval_extract.vocabulary.labels import EXECUTION_ROWS, FUND_COLUMNS, INDICATOR_COLUMNS, label_key
from selfeval_extract.vocabulary.roles import is_indicator_column
from selfeval_extract.vocabulary.words import is_level, wording


def read_forms(grid: Grid, open_form: Form | None = None) -> list[Form]:
    """The forms that a table's rows make, in order; one form without content for a table that is none.

    `open_form`: the form of the table before, whose last block may go on in this table without its header."""
    reading = Reading(grid)
    header = open_form.open_header if open_form is not None else None
    if header is not None and _may_go_on(reading, header):
        reading.header = replace(header, first=-1, last=-1)
    row = 0
    while row < grid.height:
        row = _read_row(reading, row)
    reading.order_halves()
    reading.form.open_header = reading.header
    for form in reading.forms:
        form.columns_inferred = not grid.table.empties
    return reading.forms


def _may_go_on(reading: Reading, header: Header) -> bool:
    """Whether a table's rows have the columns of a block that is open."""
    columns = max((c.end for c in header.columns), default=0)
    if reading.grid.ruled:
        return reading.grid.width == columns
    return max((len(row) for row in reading.grid.rows), default=0) <= header.width


def _read_row(reading: Reading, row: int) -> int:
    """Read a row and whatever belongs to it. Gives the number of the next row."""
    header = reading.header_at(row)
    if header is not None:
        return _begin_block(reading, header)
    if not reading.grid.filled(row):
        return row + 1
    outside = reading.header is None and reading.management is None
    for read in (_read_title,) if outside and not has_label(reading.grid, row) else _ROW_READERS:
        if done := read(reading, row):
            return done
    reading.form.unread += reading.grid.filled(row)
    return row + 1


def _begin_block(reading: Reading, header: Header) -> int:
    """Begin the block under a header. Gives the number of the row behind the header."""
    reading.order_halves()
    first = next((c.start for c in header.columns if c.role), 0)
    for cell in (c for c in header.heads if c.text and c.column < first):  # the block's heading
        if not read_pairs(reading, [cell], ignore_empty=True) and header.group is FUND_COLUMNS:
            reading.form.money_unit = money_unit(folded(cell)) or reading.form.money_unit
            keep_fund_weight(reading, cell)
    reading.header, reading.management, reading.levels_across = header, None, []
    reading.above.clear()
    form = reading.form
    form.interim = form.interim or ("interim" in header.roles and not header.roles & {"actual", "executed"})
    if header.group is INDICATOR_COLUMNS:
        form.indicator_columns |= {role for role in header.roles if is_indicator_column(role)}
    below = header.last + 1
    form.unknown_columns += [
        c.cell
        for c in header.columns
        if c.role in (None, "other") and role_of(header.group, c.cell) is None
        if c.start > first and c.cell.text and reading.grid.ruled and reading.grid.at(below, c.start)
    ]
    return below


def _read_title(reading: Reading, row: int) -> int:
    """A form's title, or the year in brackets below it, and the money unit beside it."""
    filled = reading.grid.filled(row)
    text = folded(filled[0])
    if len(filled) > 2 or not (is_form_title(text) or bracketed_year(text)):
        return 0
    if is_form_title(text):
        reading.next_form(bool(reading.form.has_body or reading.form.fields))
        reading.form.titled = True
    reading.form.titles.append(filled[0].text)
    for cell in filled[1:]:
        reading.form.money_unit = money_unit(folded(cell)) or reading.form.money_unit
    return row + 1


def _read_notes(reading: Reading, row: int) -> int:
    """Notes in the table itself: a row that begins 注：, and the numbered ones behind it."""
    filled = reading.grid.filled(row)
    if len(filled) != 1 or not wording("notes", "in_table").match(folded(filled[0])):
        return 0
    for below in range(row + 1, reading.grid.height):
        more = reading.grid.filled(below)
        if len(more) > 1 or (more and list_number(folded(more[0])) is None):
            return below
    return reading.grid.height


def _read_levels_across(reading: Reading, row: int) -> int:
    """A row of level names right above a header without level columns: each heads the columns below it."""
    cells = reading.grid.filled(row)
    below = reading.header_at(row + 1) if row + 1 < reading.grid.height and is_level(folded(cells[0])) else None
    if (
        below is None
        or below.group is not INDICATOR_COLUMNS
        or "level1" in below.roles
        or len(cells) != len(halves(below))
    ):
        return 0
    _begin_block(reading, below)
    reading.levels_across = [c.text for c in cells]
    return below.last + 1


def _read_labelled(reading: Reading, row: int) -> int:
    """Rows that their first label names: amounts by kind of spending, the execution's score, totals, fields of head and foot."""
    filled = reading.grid.filled(row)
    first = filled[0]
    if _is_indicator_row(reading, row, filled):
        return 0
    if read_split_pairs(reading, filled):
        return row + 1
    if EXECUTION_ROWS.role(key(first)) and (reading.header or reading.form.funds):
        return read_execution_row(reading, row)
    if closing_role(first) == "total" or (
        reading.form.indicators and wording("rows", "total_score").fullmatch(label_key(folded(first)))
    ):
        return read_total(reading, row, filled)
    return row + 1 if read_pairs(reading, filled) else 0


def _is_indicator_row(reading: Reading, row: int, filled: Sequence[Cell]) -> bool:
    """Whether a row of the indicator block is an indicator, although its first cell may be a label as well."""
    header = reading.header
    if header is None or header.group is not INDICATOR_COLUMNS:
        return False
    first, ruled = filled[0], reading.grid.ruled
    if closing_role(first) == "total":
        name = header.column("name")
        return bool(ruled and name and first.column >= name.start and len(filled) > 3)
    if ruled:
        name = header.column("name") or header.column("level2") or header.column("level1")
        if name and first.colspan > name.end - name.start and len(filled) <= 4 and is_label(first):
            return False
        reaching = [c for c in filled if name and c.column >= name.start]
        return bool(name and first.column >= name.start) or is_level(folded(first)) or len(reaching) >= 3
    if len(filled) <= 2 and is_label(first):
        return False
    return len(reading.grid.rows[row]) > max(3, 0.6 * len(header.columns)) or is_level(folded(first))


_ROW_READERS: tuple[Callable[[Reading, int], int], ...] = (
    _read_title,
    _read_notes,
    read_sources_across,
    _read_levels_across,
    read_goals,
    read_management,
    read_fund_row,
    read_fund_pairs,
    read_card,
    read_splits,
    _read_labelled,
    read_indicator_row,
)
"""The readers that are tried on a row in turn; each gives the number of the next row, or 0 if the row is none of its."""
