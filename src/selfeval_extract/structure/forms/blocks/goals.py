"""The goal block: what was meant to be done, and what was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from selfeval_extract.document import Cell, Text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.blocks.labels import is_label, short_role
from selfeval_extract.structure.forms.blocks.reading import Reading, parted
from selfeval_extract.structure.grid import LABEL_LENGTH, folded, key
from selfeval_extract.values.list_numbers import NUMERALS, list_number
from selfeval_extract.values.numbers import amount, is_nothing
from selfeval_extract.values.targets import quantity
from selfeval_extract.vocabulary.labels import FUND_COLUMNS, GOAL_HEADS, HEAD_FIELDS
from selfeval_extract.vocabulary.roles import GoalRole
from selfeval_extract.vocabulary.words import is_level

_SHORT_HEAD = 10
_LONG_TEXT = 16
_ROW_NUMBERS = ("序号", "编号")
_NUMBERED = regex(rf"目标[\d{NUMERALS}]{{1,2}}")
"""The label of one of several goals, each in a row of its own: 目标1."""

Heads = dict[GoalRole, Cell]


def read_goals(reading: Reading, row: int) -> int:
    """Read goals and results: both behind their labels' colons, beside their labels, or below their heads. Gives the number of
    the row behind them, 0 if the row is something else."""
    cells = [c for c in reading.grid.filled(row) if key(c) not in _ROW_NUMBERS]
    behind_colons = list(_goals_behind_colons(cells))
    if behind_colons and not _inside_block(reading, cells):
        for role, text in behind_colons:
            _keep_goal(reading, role, text)
        return row + 1
    if (short_heads := _heads_under_label(reading, row, cells)) is not None:
        return _read_below(reading, row, short_heads)
    roles = [goal_role(c) for c in cells]
    pairs = [(role, cells[n + 1]) for n, role in enumerate(roles[:-1]) if role and roles[n + 1] is None]
    are_heads = _side_by_side(roles) and all(len(folded(c)) <= _SHORT_HEAD for _, c in pairs)
    if not any(roles) or (_inside_block(reading, cells) and not are_heads):
        return 0
    if pairs and not are_heads and all(not is_label(c) for _, c in pairs):
        for role, cell in pairs:
            _keep_goal(reading, role, cell.text)
        return row + 1
    heads: Heads = {}
    for head_role, cell in zip(roles, cells, strict=True):
        if head_role and not (head_role in heads and is_nothing(folded(_value_below(reading, cell, row + 1, row)))):
            heads[head_role] = cell  # of goals set and goals adjusted, the adjusted ones, if there are any
    short = are_heads and all(len(folded(c)) <= _SHORT_HEAD for c in cells)
    return _read_below(reading, row, heads) if len(heads) == 2 and (len(cells) <= 4 or short) else 0


def _side_by_side(roles: Sequence[GoalRole | None]) -> bool:
    """Whether the head of the goals and that of their results are neighbours: 预期目标 | 实际完成情况 | 目标占比."""
    return any({left, right} == {"expected", "actual"} for left, right in pairwise(roles))


def _heads_under_label(reading: Reading, row: int, cells: Sequence[Cell]) -> Heads | None:
    """总体目标 | 预期 | 完成, with two longer texts below the two short ones: goal set and goal reached, in that order or as
    their words say."""
    if len(cells) != 3 or goal_role(cells[0]) is None or row + 1 >= reading.grid.height:
        return None
    heads, below = cells[1:], reading.grid.filled(row + 1)
    if len(below) != 2 or any(len(folded(c)) > _SHORT_HEAD for c in heads):
        return None
    if any(len(folded(c)) < _LONG_TEXT or is_label(c) for c in below) or _inside_block(reading, cells):
        return None
    if goal_role(heads[0]) == "actual":
        return {"actual": heads[0], "expected": heads[1]}
    return {"expected": heads[0], "actual": heads[1]}


def _goals_behind_colons(cells: Sequence[Cell]) -> Iterator[tuple[GoalRole, Text]]:
    """Goals with their label in the same cell: 年度目标：…"""
    for cell in cells:
        if (parts := parted(cell)) and (role := goal_role(parts[0])) and parts[1]:
            yield role, parts[1]


def goal_role(cell: Cell) -> GoalRole | None:
    """Whether a cell is the head of the goals or of their results."""
    return short_role(GOAL_HEADS, cell) if HEAD_FIELDS.role(key(cell)) is None else None


def _inside_block(reading: Reading, cells: Sequence[Cell]) -> bool:
    """Whether a row is one of the block being read: of indicators or of funds, which has figures."""
    if reading.header is None:
        return False
    if reading.header.group is FUND_COLUMNS:
        return any(amount(folded(c)) is not None for c in cells)
    return len(cells) > 3 or any(quantity(folded(c)) or is_level(folded(c)) for c in cells)


def _keep_goal(reading: Reading, role: GoalRole, text: Text) -> None:
    (reading.form.actual if role == "actual" else reading.form.expected).append(text)


def _read_below(reading: Reading, row: int, heads: Heads) -> int:
    """Read the goals below their heads. Gives the number of the row behind them."""
    reading.leave_block()
    if reading.form.expected and not reading.form.actual:
        reading.form.expected.clear()  # the year's goals, set beside what came of them, go before long-term ones
    below = row + 1
    while below < reading.grid.height and not _ends_goals(reading, below, heads):
        for role, head in heads.items():
            cell = _value_below(reading, head, below, row)
            if cell is not None and cell.text:
                _keep_goal(reading, role, cell.text)
        below += 1
    return below


def _ends_goals(reading: Reading, row: int, heads: Heads) -> bool:
    cells = reading.grid.filled(row)
    if reading.header_at(row) or not cells:
        return True
    if len(cells) == 1:
        columns = range(cells[0].column, cells[0].column + cells[0].colspan)
        below_all = reading.grid.ruled and all(head.column in columns for head in heads.values())
        if below_all or list_number(folded(cells[0])):
            return len(folded(cells[0])) <= LABEL_LENGTH
    heads_again = any(goal_role(c) and not _NUMBERED.fullmatch(folded(c)) for c in cells)
    return any(is_label(c) for c in cells) or (heads_again and len(cells) > 1)


def _value_below(reading: Reading, head: Cell, row: int, head_row: int) -> Cell | None:
    """The cell of a row that stands below a head."""
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
