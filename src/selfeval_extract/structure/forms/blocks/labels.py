"""Labels and their values: side by side, or both in one cell behind a colon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from selfeval_extract.document import Cell, Text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.blocks.reading import Reading, parted
from selfeval_extract.structure.grid import LABEL_LENGTH, folded, key
from selfeval_extract.values.numbers import money_unit, points
from selfeval_extract.vocabulary.labels import (
    CLOSING_ROWS,
    CLOSING_WORDS,
    FUND_COLUMNS,
    GOAL_HEADS,
    HEAD_FIELDS,
    LabelGroup,
)
from selfeval_extract.vocabulary.roles import ClosingRow, HeadField

R = TypeVar("R", bound=str)


_BLOCK_OF_MONEY = regex(r"[^,。;:()]{0,8}(?:资金|预算|经费|金额)[^,。;:()]{0,6}\((?:单位:)?(?:人民币)?[万亿]?元\)")
"""The heading of a fund block that a dump has put beside the labels of the head: 项目资金（元）."""


class FieldRole(NamedTuple):
    """What a label of a form is: one of its head, or one below its indicators."""

    head: HeadField | None
    closing: ClosingRow | None


def short_role(group: LabelGroup[R], cell: Cell) -> R | None:
    """The role of a cell's text in a group, if it is short enough for a label."""
    text = key(cell)
    return group.role(text) if len(text) <= LABEL_LENGTH else None


def closing_role(cell: Cell) -> ClosingRow | None:
    """The closing row that a cell's text is the label of."""
    return short_role(CLOSING_ROWS, cell)


def is_label(cell: Cell) -> bool:
    """Whether a cell is a label of the form's head or foot, or of the goal's result."""
    return bool(short_role(HEAD_FIELDS, cell) or closing_role(cell) or GOAL_HEADS.role(key(cell)) == "actual")


def _field_role(reading: Reading, cell: Cell) -> FieldRole | None:
    """The field that a cell is the label of. Below the indicators a form's closing labels go before those of its head, and a
    label that is not known is recognised by the words in it."""
    head, closing = short_role(HEAD_FIELDS, cell), closing_role(cell)
    if reading.form.has_body and not head:
        closing = closing or short_role(CLOSING_WORDS, cell)
    if closing and (reading.form.has_body or not head):
        return FieldRole(None, closing)
    return FieldRole(head, None) if head else None


def _read_pair(reading: Reading, cells: Sequence[Cell], n: int) -> tuple[FieldRole | None, Text | None, int]:
    """The label at cell `n`, its value, which stands behind a colon in the cell or in the next cell, and how many cells
    both take up."""
    cell = cells[n]
    parts = parted(cell)
    if parts and len(parts[0].text.string) <= LABEL_LENGTH and parts[1] and (role := _field_role(reading, parts[0])):
        return role, parts[1], 1
    role = _field_role(reading, cell)
    following = cells[n + 1] if role and n + 1 < len(cells) else None
    if following is not None and not _field_role(reading, following) and not _heads_amounts(following):
        return role, following.text, 2
    return role, None, 1


def _heads_amounts(cell: Cell) -> bool:
    """Whether a cell is the head of a column of amounts, and so no label's value: 项目名称 | 支出金额."""
    text = key(cell)
    return text.endswith(("数", "额")) and short_role(FUND_COLUMNS, cell) is not None


def read_pairs(reading: Reading, cells: Sequence[Cell], ignore_empty: bool = False) -> bool:
    """Read the labels among some cells with their values into the form. Gives whether any label was known. `ignore_empty`: a
    label without a value changes nothing."""
    known = False
    n = 0
    while n < len(cells):
        role, value, used = _read_pair(reading, cells, n)
        if role:
            known = True
            if not (ignore_empty and value is None):
                _keep_field(reading, role, value)
        elif _BLOCK_OF_MONEY.fullmatch(text := folded(cells[n])):
            reading.form.money_unit = reading.form.money_unit or money_unit(text)
        n += used
    return known


def _keep_field(reading: Reading, role: FieldRole, value: Text | None) -> None:
    """Keep a field's value in the form that is being read; the name of another subject begins the next form."""
    head, closing = role
    if head in ("subject", "department") and reading.form.has_body and reading.form.indicators:
        reading.next_form(True)
    reading.leave_block()
    if not value:
        return
    form = reading.form
    if closing:
        if closing != "total":
            form.closing.setdefault(closing, value)
        elif points(value.folded.text) is not None:
            form.closing.setdefault("score", value)
    elif head == "money_unit":
        form.money_unit = money_unit(value.folded.text) or form.money_unit
    elif head:
        if head == "subject" and "subject" in form.fields and len(form.fields["subject"].string) < 2:
            del form.fields["subject"]
        form.fields.setdefault(head, value)
