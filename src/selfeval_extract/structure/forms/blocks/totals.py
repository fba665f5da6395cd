"""The row of totals, and the row that scores the execution of the budget."""

from __future__ import annotations

from collections.abc import Sequence

from selfeval_extract.document import Cell
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.blocks.fund_pairs import figure_pairs
from selfeval_extract.structure.forms.blocks.labels import pair_roles
from selfeval_extract.structure.forms.blocks.reading import Reading
from selfeval_extract.structure.forms.headers import Header
from selfeval_extract.structure.grid import folded
from selfeval_extract.values.numbers import points, points_pair

_GRADES = regex(r"(优秀?|良好?|中等?|差|合格|不合格|较差|[ABCD]级?)")


def total(reading: Reading, row: int, filled: Sequence[Cell]) -> int:
    """The row of totals: weight and score by their columns; a lone figure under neither is the score."""
    header = reading.header if reading.header and reading.header.group == "indicator_columns" else None
    both = next((c for c in filled[1:] if points_pair(folded(c))), None)
    if both is not None:
        reading.form.closing.setdefault("both", both.text)
        reading.header = None
        return row + 1
    found = total_by_column(reading, header, row) if header else {}
    figures = [c for c in filled[1:] if is_points(c)]
    if not found and len(figures) == 2:
        order = [c.role for c in header.columns if c.role in ("weight", "score")] if header else []
        found = dict(zip(order if len(order) == 2 else ("weight", "score"), figures, strict=True))
    elif not found and len(figures) > 2 and len({points(folded(c)) for c in figures[:-1]}) == 1:
        found = {"weight": figures[-2], "score": figures[-1]}  # every level's weights sum up alike
    elif not found and len(figures) == 1:
        found = {"score": figures[0]}
    for role, cell in found.items():
        reading.form.closing.setdefault(role, cell.text)
    for cell in filled[1:]:
        if _GRADES.fullmatch(folded(cell)):
            reading.form.closing.setdefault("grade", cell.text)
    pair_roles(reading, [c for c in filled[1:] if not is_points(c)])
    reading.header = None
    return row + 1


def execution_row(reading: Reading, row: int) -> int:
    """A row that scores the budget's execution: weight and score of the fund block's total row."""
    header = reading.header
    if header is not None:
        found = {role: cell.text for role, cell in total_by_column(reading, header, row).items()}
    else:
        found = {role: text for role, text, _ in figure_pairs(reading.grid.filled(row)[1:])}
    for role, text in found.items() if reading.form.funds else ():
        reading.form.funds[0].cells.setdefault(role, text)
    return row + 1


def total_by_column(reading: Reading, header: Header, row: int) -> dict[str, Cell]:
    if not reading.grid.ruled:
        return total_from_right(reading, header, row)
    found = {}
    for role in ("weight", "score"):
        column = header.column(role)
        cell = reading.grid.at(row, column.start) if column else None
        if (
            cell is not None
            and cell.row == row
            and cell.colspan <= max(2, column.end - column.start if column else 1)
            and points(folded(cell)) is not None
        ):
            found[role] = cell
    return found


def total_from_right(reading: Reading, header: Header, row: int) -> dict[str, Cell]:
    cells = reading.grid.rows[row]
    roles = [c.role for c in header.columns]
    if len(cells) < 2 or len(cells) > len(roles):
        return {}
    tail = roles[len(roles) - len(cells) + 1 :]
    found = {role: c for role, c in zip(tail, cells[1:], strict=True) if role in ("weight", "score") and is_points(c)}
    figures = sum(is_points(c) for c in cells[1:])
    return found if len(found) == figures else {}


def is_points(cell: Cell) -> bool:
    """Whether a cell of the row of totals holds points; a percentage there is a rate."""
    return points(folded(cell)) is not None and not folded(cell).endswith("%")
