"""Rows of the fund block under its header."""

from __future__ import annotations

from collections.abc import Mapping

from selfeval_extract.document import Cell, Text
from selfeval_extract.structure.forms.blocks.labels import closing_role
from selfeval_extract.structure.forms.blocks.reading import AMOUNTS, Reading
from selfeval_extract.structure.forms.blocks.splits import is_split
from selfeval_extract.structure.forms.form import FundRow
from selfeval_extract.structure.forms.headers import Header, cells_by_role
from selfeval_extract.structure.grid import folded, key
from selfeval_extract.values.numbers import amount, is_nothing, money_unit, points
from selfeval_extract.vocabulary.labels import FUND_COLUMNS, FUND_ROWS
from selfeval_extract.vocabulary.roles import ColumnRole, FundColumn, is_fund_column


def read_fund_row(reading: Reading, row: int) -> int:
    """Read a row of the fund block. Gives the number of the next row, 0 if the row has left the block."""
    header = reading.header
    if header is None or header.group is not FUND_COLUMNS:
        return 0
    cells = dict(cells_by_role(reading.grid, header, row))
    label = _label(reading, header, row, cells)
    if label is not None and closing_role(label) and FUND_ROWS.role(key(label)) is None:
        return 0
    if not _is_fund_row(reading, header, cells, label, row):
        return 0
    if "task" in header.roles and FUND_ROWS.role(key(label)) != "total":
        return row + 1
    texts: dict[FundColumn, Text] = {
        r: c.text for r, c in cells.items() if is_fund_column(r) and r != "label" and c.text
    }
    units: dict[FundColumn, str] = {
        c.role: unit for c in header.columns if is_fund_column(c.role) and (unit := money_unit(folded(c.cell)))
    }
    unit = (money_unit(folded(label)) if label else None) or reading.form.money_unit
    reading.form.funds.append(FundRow(label.text if label else None, texts, unit, units))
    return row + 1


def _label(reading: Reading, header: Header, row: int, cells: dict[ColumnRole, Cell]) -> Cell | None:
    """The cell that names a row; None if the row has none. It is taken out of the row's cells by role."""
    label = cells.pop("label", None)
    if reading.grid.ruled:
        label = _label_left_of_amounts(reading, header, row)
    if not (label and label.text) and "task" in header.roles:
        label = reading.grid.filled(row)[0]
    if not (label and label.text) and not reading.grid.ruled and len(reading.grid.rows[row]) == header.width:
        first = next((n for n, c in enumerate(header.columns) if c.role not in (None, "label")), 0)
        label = next((c for c in reversed(reading.grid.rows[row][:first]) if c.text), label)
    return label if label is not None and label.text else None


def _label_left_of_amounts(reading: Reading, header: Header, row: int) -> Cell | None:
    first = min((c.start for c in header.columns if c.role not in (None, "label", "task")), default=0)
    left = [
        c
        for c in reading.grid.across(row, 0, first)
        if c.text and c.row > header.last and c.column + c.colspan <= first
    ]
    return left[-1] if left else None


def _is_fund_row(
    reading: Reading, header: Header, cells: Mapping[ColumnRole, Cell], label: Cell | None, row: int
) -> bool:
    """Label and blanks, or figures under the columns of amounts; anything else has left the block."""
    amounts = [folded(c) for role, c in cells.items() if role in AMOUNTS and c.text]
    if label is None:  # figures right under a header that leaves no room for labels: the form's only fund row
        return len(amounts) >= 2 and all(amount(t) is not None for t in amounts) and not reading.form.funds
    if is_split(label) or points(folded(label)) is not None:
        return False
    if any(amount(t) is None and not is_nothing(t) for t in amounts):
        return False
    return _beside_block_heading(reading, header, row) or bool(amounts) or FUND_ROWS.role(key(label)) is not None


def _beside_block_heading(reading: Reading, header: Header, row: int) -> bool:
    """Whether a row still stands beside the block's heading, which is merged over all its rows."""
    if not reading.grid.ruled:
        cells = reading.grid.rows[row]
        return len(cells) == header.width and not cells[0].text
    return any(c.row + c.rowspan > row and c.row + c.rowspan > header.last + 2 for c in header.heads)
