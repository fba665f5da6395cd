"""The fund-management block of the transfer form: problems and measures by aspect."""

from __future__ import annotations

from selfeval_extract.structure.forms.blocks.labels import closing_role, is_label
from selfeval_extract.structure.forms.blocks.reading import Reading
from selfeval_extract.structure.forms.headers import role_of


def manage(reading: Reading, row: int) -> int:
    cells = reading.grid.filled(row)
    roles = {role_of("manage_heads", c): c for c in cells if role_of("manage_heads", c)}
    if {"situation", "problems"} <= roles.keys():
        reading.header, reading.managing = (
            None,
            [
                (head.column - len(reading.grid.rows[row]), head.column, name)
                for name in ("problems", "measures")
                if (head := roles.get(name)) is not None
            ],
        )
        return row + 1
    if reading.managing is None:
        return 0
    if any(is_label(c) and closing_role(c) in (None, "end") for c in cells[:1]):
        reading.managing = None
        return 0
    for from_right, column, name in reading.managing:
        cell = reading.grid.at(row, column)
        if not reading.grid.ruled:
            rows = reading.grid.rows[row]
            cell = rows[from_right] if len(rows) >= -from_right else None
        if cell is not None and cell.text:
            reading.form.managed.append((name, cell.text))
    return row + 1
