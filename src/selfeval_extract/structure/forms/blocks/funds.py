"""Rows of the fund block under its header."""

from __future__ import annotations

from selfeval_extract.document import Cell
from selfeval_extract.structure.forms.blocks.labels import closing_role
from selfeval_extract.structure.forms.blocks.reading import AMOUNTS, Reading
from selfeval_extract.structure.forms.blocks.splits import is_split
from selfeval_extract.structure.forms.form import FundRow
from selfeval_extract.structure.forms.headers import Header, cells_by_role
from selfeval_extract.structure.grid import folded, key
from selfeval_extract.values.numbers import amount, is_nothing, money_unit, points
from selfeval_extract.vocabulary import label_role


def fund(reading: Reading, row: int) -> int:
    header = reading.header
    if header is None or header.group != "fund_columns":
        return 0
    cells = cells_by_role(reading.grid, header, row)
    label = fund_label(reading, header, row) if reading.grid.ruled else cells.pop("label", None)
    if not (label and label.text) and "task" in header.roles:
        label = reading.grid.filled(row)[0]
    if not (label and label.text) and not reading.grid.ruled and len(reading.grid.rows[row]) == header.width:
        first = next((n for n, c in enumerate(header.columns) if c.role not in (None, "label")), 0)
        label = next((c for c in reversed(reading.grid.rows[row][:first]) if c.text), label)
    label = label if label is not None and label.text else None
    if label is not None and closing_role(label) and label_role("fund_rows", key(label)) is None:
        return 0
    if not is_fund_row(reading, cells, label, row):
        return 0
    if "task" in header.roles and label_role("fund_rows", key(label)) != "total":
        return row + 1
    units = {c.role: unit for c in header.columns if c.role and (unit := money_unit(folded(c.cell)))}
    texts = {role: cell.text for role, cell in cells.items() if role != "label" and cell.text}
    unit = (money_unit(folded(label)) if label else None) or reading.form.unit
    reading.form.funds.append(FundRow(label.text if label else None, texts, unit, units))
    return row + 1


def fund_label(reading: Reading, header: Header, row: int) -> Cell | None:
    first = min((c.start for c in header.columns if c.role not in (None, "label", "task")), default=0)
    left = [
        c
        for c in reading.grid.across(row, 0, first)
        if c.text and c.row > header.last and c.column + c.colspan <= first
    ]
    return left[-1] if left else None


def is_fund_row(reading: Reading, cells: dict[str, Cell], label: Cell | None, row: int) -> bool:
    """Label and blanks, or figures under the columns of amounts; anything else has left the block."""
    if label is None:
        return is_bare_fund_row(reading, cells)
    if is_split(label) or points(folded(label)) is not None:
        return False
    held = [folded(c) for role, c in cells.items() if role in AMOUNTS and c.text]
    if any(amount(t) is None and not is_nothing(t) for t in held):
        return False
    if beside_lead(reading, row):
        return True
    known = label_role("fund_rows", key(label)) is not None
    return bool(held) or known


def is_bare_fund_row(reading: Reading, cells: dict[str, Cell]) -> bool:
    """Figures right under a header that leaves no room for labels: the form's only fund row."""
    held = [folded(c) for role, c in cells.items() if role in AMOUNTS and c.text]
    return len(held) >= 2 and all(amount(t) is not None for t in held) and not reading.form.funds


def beside_lead(reading: Reading, row: int) -> bool:
    """Whether a row still stands beside the block's heading, which is merged over all its rows."""
    header = reading.header
    if header is None:
        return False
    if not reading.grid.ruled:
        cells = reading.grid.rows[row]
        return len(cells) == header.width and not cells[0].text
    return any(c.row + c.rowspan > row and c.row + c.rowspan > header.last + 2 for c in header.heads)
