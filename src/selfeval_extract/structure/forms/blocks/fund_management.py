"""The fund-management block of the transfer form: problems and measures by aspect."""

from __future__ import annotations

from selfeval_extract.structure.forms.blocks.labels import closing_role, is_label
from selfeval_extract.structure.forms.blocks.reading import ManagementHead, Reading
from selfeval_extract.structure.forms.headers import role_of
from selfeval_extract.vocabulary.labels import MANAGEMENT_COLUMNS
from selfeval_extract.vocabulary.roles import ManagementColumn

_READ: tuple[ManagementColumn, ...] = ("problems", "measures")


def read_management(reading: Reading, row: int) -> int:
    """Read a row of the block, or its header. Gives the number of the next row, 0 if the row is not part of the block."""
    cells = reading.grid.filled(row)
    heads = {role: c for c in cells if (role := role_of(MANAGEMENT_COLUMNS, c))}
    if {"situation", "problems"} <= heads.keys():
        width = len(reading.grid.rows[row])
        reading.header = None
        reading.management = [
            ManagementHead(head.column - width, head.column, role)
            for role in _READ
            if (head := heads.get(role)) is not None
        ]
        return row + 1
    if reading.management is None:
        return 0
    if any(is_label(c) and closing_role(c) in (None, "end") for c in cells[:1]):
        reading.management = None
        return 0
    for from_right, column, role in reading.management:
        cell = reading.grid.at(row, column)
        if not reading.grid.ruled:
            in_row = reading.grid.rows[row]
            cell = in_row[from_right] if len(in_row) >= -from_right else None
        if cell is not None and cell.text:
            reading.form.management.append((role, cell.text))
    return row + 1
