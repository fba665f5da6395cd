"""The goal block: what was meant to be done, and what was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.document import Cell, Text
from selfeval_extract.structure.forms.blocks.labels import is_label
from selfeval_extract.structure.forms.blocks.reading import COLON, LABEL_LENGTH, Reading
from selfeval_extract.structure.forms.header_detection import find_header
from selfeval_extract.structure.grid import folded, key
from selfeval_extract.values.list_numbers import list_number
from selfeval_extract.values.numbers import amount, is_nothing
from selfeval_extract.values.targets import quantity
from selfeval_extract.vocabulary import is_level, label_role

_SHORT_HEAD = 10
_LONG_TEXT = 16
_NUMBERS = ("序号", "编号")


def goal(reading: Reading, row: int) -> int:
    cells = [c for c in reading.grid.filled(row) if key(c) not in _NUMBERS]
    told = list(goals_told(cells))
    if told and not inside_block(reading, cells):
        for role, text in told:
            add_goal(reading, role, text)
        return row + 1
    if (below := heads_under_label(reading, row, cells)) is not None:
        return goals_below(reading, row, below)
    roles = [goal_role(c) for c in cells]
    if not any(roles) or inside_block(reading, cells):
        return 0
    pairs = [(role, cells[n + 1]) for n, role in enumerate(roles[:-1]) if role and roles[n + 1] is None]
    if pairs and all(not is_label(c) for _, c in pairs):
        for role, cell in pairs:
            add_goal(reading, role, cell.text)
        return row + 1
    heads: dict[str, Cell] = {}
    for told_role, cell in zip(roles, cells, strict=True):
        if told_role and not (told_role in heads and is_nothing(folded(value_below(reading, cell, row + 1, row)))):
            heads[told_role] = cell  # of goals set and goals adjusted, the adjusted ones, if there are any
    if len(heads) == 2 and len(cells) <= 4:
        return goals_below(reading, row, heads)
    return 0


def heads_under_label(reading: Reading, row: int, cells: Sequence[Cell]) -> dict[str, Cell] | None:
    """总体目标 | 预期 | 完成, with two longer texts below the two short ones: goal set and goal reached, in that order or as
    their words say."""
    if len(cells) != 3 or goal_role(cells[0]) is None or row + 1 >= reading.grid.height:
        return None
    heads, below = cells[1:], reading.grid.filled(row + 1)
    if len(below) != 2 or any(len(folded(c)) > _SHORT_HEAD for c in heads):
        return None
    if any(len(folded(c)) < _LONG_TEXT or is_label(c) for c in below) or inside_block(reading, cells):
        return None
    roles = [goal_role(c) for c in heads]
    first = "actual" if roles[0] == "actual" else "expected"
    return {first: heads[0], "expected" if first == "actual" else "actual": heads[1]}


def goals_told(cells: Sequence[Cell]) -> Iterator[tuple[str, Text]]:
    """Goals with their label in the same cell: 年度目标：…"""
    for cell in cells:
        colon = COLON.search(cell.text.string)
        value = cell.text.part(colon.end(), len(cell.text.string)) if colon else None
        role = goal_role(cell._replace(text=cell.text.part(0, colon.start()))) if colon else None
        if role and value:
            yield role, value


def goal_role(cell: Cell) -> str | None:
    text = key(cell)
    return (
        label_role("goal_heads", text)
        if len(text) <= LABEL_LENGTH and label_role("head_fields", text) is None
        else None
    )


def inside_block(reading: Reading, cells: Sequence[Cell]) -> bool:
    """Whether a row is one of the block being read: of indicators or of funds, which has figures."""
    if reading.header is None:
        return False
    if reading.header.group == "fund_columns":
        return any(amount(folded(c)) is not None for c in cells)
    return len(cells) > 3 or any(quantity(folded(c)) or is_level(folded(c)) for c in cells)


def add_goal(reading: Reading, role: str | None, text: Text) -> None:
    (reading.form.actual if role == "actual" else reading.form.expected).append(text)


def goals_below(reading: Reading, row: int, heads: dict[str, Cell]) -> int:
    reading.header = reading.managing = None
    if reading.form.expected and not reading.form.actual:
        reading.form.expected.clear()  # the year's goals, set beside what came of them, go before long-term ones
    below = row + 1
    while below < reading.grid.height and not stops_goal(reading, below, heads):
        for role, head in heads.items():
            cell = value_below(reading, head, below, row)
            if cell is not None and cell.text and cell.row > row:
                add_goal(reading, role, cell.text)
        below += 1
    return below


def stops_goal(reading: Reading, row: int, heads: dict[str, Cell]) -> bool:
    cells = reading.grid.filled(row)
    if find_header(reading.grid, row) or not cells:
        return True
    if len(cells) == 1 and (list_number(folded(cells[0])) or all(covers(reading, cells[0], h) for h in heads.values())):
        return len(folded(cells[0])) <= LABEL_LENGTH
    if any(is_label(c) for c in cells):
        return True
    return any(goal_role(c) for c in cells) and len(cells) > 1


def covers(reading: Reading, cell: Cell, head: Cell) -> bool:
    return reading.grid.ruled and cell.column <= head.column < cell.column + cell.colspan


def value_below(reading: Reading, head: Cell, row: int, head_row: int) -> Cell | None:
    if row >= reading.grid.height:
        return None
    if reading.grid.ruled and not reading.grid.open:
        cell = reading.grid.at(row, head.column)
        return cell if cell is not None and cell.row == row else None
    cells, above = reading.grid.rows[row], reading.grid.rows[head_row]
    if reading.grid.open:
        cells, above = [c for c in cells if c.text], [c for c in above if c.text]
        above = above[len(above) - len(cells) :] if len(cells) == len(above) - 1 else above
    if len(cells) == len(above):
        return cells[above.index(head)] if head in above else None
    filled, heads = [c for c in cells if c.text], [c for c in above if goal_role(c)][-2:]
    at = heads.index(head) if head in heads else 0
    return filled[at] if at < len(filled) else None
