"""Amounts inside label cells: 按收入性质分, 按支出性质分."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from selfeval_extract.document import Cell, Text
from selfeval_extract.structure.forms.blocks.reading import COLON, Reading
from selfeval_extract.structure.grid import folded, key
from selfeval_extract.values.numbers import amount, money_unit
from selfeval_extract.vocabulary import label_key, label_role


def is_split(cell: Cell) -> bool:
    parts = COLON.split(folded(cell))
    return len(parts) > 1 and label_role("split_rows", label_key(parts[-2])) is not None


def split(reading: Reading, row: int) -> int:
    """Amounts inside label cells: 其中：一般公共预算：185.7."""
    cells = [c for c in reading.grid.filled(row) if is_split(c) or label_role("split_rows", key(c)) == "heading"]
    if not cells or len(cells) < len([c for c in reading.grid.filled(row) if not is_lead(c)]):
        return 0
    for cell in cells:
        add_split(reading, cell.text)
    return row + 1


def is_lead(cell: Cell) -> bool:
    return cell.rowspan > 1 or money_unit(folded(cell)) is not None


def add_split(reading: Reading, text: Text) -> None:
    marks = [m.start() for m in COLON.finditer(text.string)]
    for n, at in enumerate(marks):
        label = label_key(text.part(marks[n - 1] + 1 if n else 0, at).folded.text)
        role = label_role("split_rows", label)
        value = text.part(at + 1, marks[n + 1] if n + 1 < len(marks) else len(text.string))
        if role and role != "heading" and amount(value.folded.text) is not None and value:
            reading.form.splits.setdefault(role, value)


def split_pairs(reading: Reading, cells: Sequence[Cell]) -> bool:
    """基本支出总额 | 2,105.30: a kind of spending with its amount beside it."""
    pairs = [
        (role, value)
        for label, value in itertools.pairwise(cells)
        if (role := label_role("split_rows", key(label))) not in (None, "heading", "other")
        and amount(folded(value)) is not None
    ]
    for role, value in pairs:
        assert role is not None
        reading.form.splits.setdefault(role, value.text)
    return bool(pairs)
