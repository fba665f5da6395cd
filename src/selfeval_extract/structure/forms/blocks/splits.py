"""Amounts inside label cells: 按收入性质分, 按支出性质分."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from selfeval_extract.document import Cell, Text
from selfeval_extract.structure.forms.blocks.reading import COLON, Reading
from selfeval_extract.structure.grid import folded, key
from selfeval_extract.values.numbers import amount, money_unit
from selfeval_extract.vocabulary.labels import SPLIT_ROWS, label_key


def is_split(cell: Cell) -> bool:
    """Whether a cell holds a part of the year's money and, behind a colon, its amount."""
    parts = COLON.split(folded(cell))
    return len(parts) > 1 and SPLIT_ROWS.role(label_key(parts[-2])) is not None


def read_splits(reading: Reading, row: int) -> int:
    """Read a row of cells that each hold label and amount: 其中：一般公共预算：185.7. Gives the number of the next row, 0 if the
    row is something else."""
    filled = reading.grid.filled(row)
    cells = [c for c in filled if is_split(c) or SPLIT_ROWS.role(key(c)) == "heading"]
    headings = [c for c in filled if c.rowspan > 1 or money_unit(folded(c)) is not None]
    if not cells or len(cells) + len(headings) < len(filled):
        return 0
    for cell in cells:
        _read_amounts(reading, cell.text)
    return row + 1


def _read_amounts(reading: Reading, text: Text) -> None:
    """Read the labels of a cell with the amounts behind their colons."""
    marks = [m.start() for m in COLON.finditer(text.string)]
    for n, at in enumerate(marks):
        label = label_key(text.part(marks[n - 1] + 1 if n else 0, at).folded.text)
        role = SPLIT_ROWS.role(label)
        value = text.part(at + 1, marks[n + 1] if n + 1 < len(marks) else len(text.string))
        if role and role != "heading" and amount(value.folded.text) is not None and value:
            reading.form.splits.setdefault(role, value)


def read_split_pairs(reading: Reading, cells: Sequence[Cell]) -> bool:
    """Read kinds of spending with their amounts beside them: 基本支出总额 | 2,105.30. Gives whether there is any."""
    found = False
    for label, value in itertools.pairwise(cells):
        role = SPLIT_ROWS.role(key(label))
        if role not in (None, "heading", "other") and amount(folded(value)) is not None:
            reading.form.splits.setdefault(role, value.text)
            found = True
    return found
