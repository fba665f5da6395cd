"""Labels and their values: side by side, or both in one cell behind a colon."""

from __future__ import annotations

from collections.abc import Sequence

from selfeval_extract.document import Cell, Text
from selfeval_extract.structure.forms.blocks.reading import COLON, LABEL_LENGTH, Reading
from selfeval_extract.structure.grid import key
from selfeval_extract.values.numbers import money_unit, points
from selfeval_extract.vocabulary import label_role


def closing_role(cell: Cell) -> str | None:
    text = key(cell)
    return label_role("closing_rows", text) if len(text) <= LABEL_LENGTH else None


def head_role(cell: Cell) -> str | None:
    text = key(cell)
    return label_role("head_fields", text) if len(text) <= LABEL_LENGTH else None


def is_label(cell: Cell) -> bool:
    return bool(head_role(cell) or closing_role(cell) or label_role("goal_heads", key(cell)) == "actual")


def field_role(reading: Reading, cell: Cell) -> str | None:
    """head:… or closing:… for a label cell. Behind the indicators a form's closing labels go before those of its head, and
    a label that is not known is told by the words in it."""
    head, closing = head_role(cell), closing_role(cell)
    first, second = (f"closing:{closing}" if closing else None), (f"head:{head}" if head else None)
    if reading.form.begun and not (first or second):
        told = label_role("closing_words", key(cell)) if len(key(cell)) <= LABEL_LENGTH else None
        return f"closing:{told}" if told else None
    return (first or second) if reading.form.begun else (second or first)


def pair(reading: Reading, cells: Sequence[Cell], n: int) -> tuple[str | None, Text | None, int]:
    cell = cells[n]
    colon = COLON.search(cell.text.string)
    if colon and colon.start() <= LABEL_LENGTH:
        value = cell.text.part(colon.end(), len(cell.text.string))
        role = field_role(reading, cell._replace(text=cell.text.part(0, colon.start())))
        if role and value:
            return role, value, 1
    role = field_role(reading, cell)
    if role:
        follows = cells[n + 1] if n + 1 < len(cells) else None
        if follows is not None and not field_role(reading, follows):
            return role, follows.text, 2
        return role, None, 1
    return None, None, 1


def pair_roles(reading: Reading, cells: Sequence[Cell], quiet: bool = False) -> bool:
    """Read label and value pairs: side by side, or both in one cell behind a colon. Whether any label was known."""
    known = False
    n = 0
    while n < len(cells):
        role, value, used = pair(reading, cells, n)
        if role:
            known = True
            if not (quiet and value is None):
                field(reading, role, value)
        n += used
    return known


def field(reading: Reading, role: str, value: Text | None) -> None:
    group, name = role.split(":")
    if name in ("subject", "department") and reading.form.begun and reading.form.indicators:
        reading.new_form(True)
    if group == "head" or name in (
        "total",
        "end",
        "problems",
        "measures",
        "conclusion",
        "grade",
        "problems_and_measures",
    ):
        reading.header = reading.managing = None
    if value is None or not value:
        return
    if name == "money_unit":
        reading.form.unit = money_unit(value.folded.text) or reading.form.unit
        return
    if name == "total":
        name = "score"
        if points(value.folded.text) is None:
            return
    target = reading.form.fields if group == "head" else reading.form.closing
    if name == "subject" and "subject" in target and len(target["subject"].string) < 2:
        target.pop("subject")
    target.setdefault(name, value)
