"""Labels and their values: side by side, or both in one cell behind a colon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selfeval_extract.document import Cell, Text
from selfeval_extract.structure.forms.blocks.reading import COLON, LABEL_LENGTH, Reading
from selfeval_extract.structure.grid import key
from selfeval_extract.values.numbers import money_unit, points
from selfeval_extract.vocabulary.labels import CLOSING_ROWS, CLOSING_WORDS, GOAL_HEADS, HEAD_FIELDS
from selfeval_extract.vocabulary.roles import ClosingRow, HeadField


class HeadRole(NamedTuple):
    """A label of the form's head."""

    name: HeadField


class ClosingRole(NamedTuple):
    """A label below the form's indicators."""

    name: ClosingRow


FieldRole = HeadRole | ClosingRole


class Pair(NamedTuple):
    """What a label names, its value if it has one, and how many cells both take up."""

    role: FieldRole | None
    value: Text | None
    cells: int


def closing_role(cell: Cell) -> ClosingRow | None:
    """The closing row that a cell's text is the label of."""
    text = key(cell)
    return CLOSING_ROWS.role(text) if len(text) <= LABEL_LENGTH else None


def head_role(cell: Cell) -> HeadField | None:
    """The head field that a cell's text is the label of."""
    text = key(cell)
    return HEAD_FIELDS.role(text) if len(text) <= LABEL_LENGTH else None


def is_label(cell: Cell) -> bool:
    """Whether a cell is a label of the form's head or foot, or of the goal's result."""
    return bool(head_role(cell) or closing_role(cell) or GOAL_HEADS.role(key(cell)) == "actual")


def field_role(reading: Reading, cell: Cell) -> FieldRole | None:
    """The field that a cell is the label of. Below the indicators a form's closing labels go before those of its head, and a
    label that is not known is recognised by the words in it."""
    head, closing = head_role(cell), closing_role(cell)
    if not reading.form.has_body:
        return HeadRole(head) if head else ClosingRole(closing) if closing else None
    if closing or head:
        return ClosingRole(closing) if closing else HeadRole(head) if head else None
    by_words = CLOSING_WORDS.role(key(cell)) if len(key(cell)) <= LABEL_LENGTH else None
    return ClosingRole(by_words) if by_words else None


def read_pair(reading: Reading, cells: Sequence[Cell], n: int) -> Pair:
    """The label at cell `n` with its value, which stands behind a colon in the cell or in the next cell."""
    cell = cells[n]
    colon = COLON.search(cell.text.string)
    if colon and colon.start() <= LABEL_LENGTH:
        value = cell.text.part(colon.end(), len(cell.text.string))
        role = field_role(reading, cell._replace(text=cell.text.part(0, colon.start())))
        if role and value:
            return Pair(role, value, 1)
    role = field_role(reading, cell)
    following = cells[n + 1] if role and n + 1 < len(cells) else None
    if following is not None and not field_role(reading, following):
        return Pair(role, following.text, 2)
    return Pair(role, None, 1)


def read_pairs(reading: Reading, cells: Sequence[Cell], ignore_empty: bool = False) -> bool:
    """Read the labels among some cells with their values into the form. Gives whether any label was known. `ignore_empty`: a
    label without a value changes nothing."""
    known = False
    n = 0
    while n < len(cells):
        role, value, used = read_pair(reading, cells, n)
        if role:
            known = True
            if not (ignore_empty and value is None):
                keep_field(reading, role, value)
        n += used
    return known


def keep_field(reading: Reading, role: FieldRole, value: Text | None) -> None:
    """Keep a field's value in the form that is being read; the name of another subject begins the next form."""
    if role.name in ("subject", "department") and reading.form.has_body and reading.form.indicators:
        reading.next_form(True)
    reading.leave_block()
    if not value:
        return
    if isinstance(role, ClosingRole):
        if role.name == "total":
            if points(value.folded.text) is not None:
                reading.form.closing.setdefault("score", value)
        else:
            reading.form.closing.setdefault(role.name, value)
        return
    if role.name == "money_unit":
        reading.form.money_unit = money_unit(value.folded.text) or reading.form.money_unit
        return
    fields = reading.form.fields
    if role.name == "subject" and "subject" in fields and len(fields["subject"].string) < 2:
        fields.pop("subject")
    fields.setdefault(role.name, value)
