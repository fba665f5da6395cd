"""The row of totals, and the row that scores the execution of the budget."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from selfeval_extract.document import Cell, Text
from selfeval_extract.structure.forms.blocks.fund_pairs import figure_pairs
from selfeval_extract.structure.forms.blocks.labels import read_pairs
from selfeval_extract.structure.forms.blocks.reading import Reading
from selfeval_extract.structure.forms.headers import Header
from selfeval_extract.structure.grid import folded
from selfeval_extract.values.numbers import points, points_pair
from selfeval_extract.vocabulary.labels import INDICATOR_COLUMNS
from selfeval_extract.vocabulary.roles import FundColumn
from selfeval_extract.vocabulary.words import wording

Points = Literal["weight", "score"]
_POINTS: tuple[Points, ...] = ("weight", "score")


def read_total(reading: Reading, row: int, filled: Sequence[Cell]) -> int:
    """Read the row of totals: weight and score by their columns; a lone figure under neither is the score."""
    header = reading.header if reading.header and reading.header.group is INDICATOR_COLUMNS else None
    closing = reading.form.closing
    both = next((c for c in filled[1:] if points_pair(folded(c))), None)
    if both is not None:
        closing.setdefault("weight_and_score", both.text)
        reading.header = None
        return row + 1
    found = _by_column(reading, header, row) if header else {}
    for role, cell in (found or _by_number(header, [c for c in filled[1:] if is_points(c)])).items():
        closing.setdefault(role, _unbracketed(cell.text))
    for cell in filled[1:]:
        if wording("grades", "name").fullmatch(folded(cell)):
            closing.setdefault("grade", cell.text)
    read_pairs(reading, [c for c in filled[1:] if not is_points(c)])
    reading.header = None
    return row + 1


def _by_number(header: Header | None, figures: Sequence[Cell]) -> dict[Points, Cell]:
    """Weight and score told by how many figures the row of totals has, where its columns do not tell."""
    if len(figures) == 1:
        return {"score": figures[0]}
    if len(figures) == 2:
        order = [c.role for c in header.columns if c.role in _POINTS] if header else []
        first, second = figures
        return (
            {"weight": second, "score": first} if order == ["score", "weight"] else {"weight": first, "score": second}
        )
    if len(figures) > 2 and len({_total(folded(c)) for c in figures[:-1]}) == 1:
        return {"weight": figures[-2], "score": figures[-1]}  # every level's weights sum up alike
    return {}


def read_execution_row(reading: Reading, row: int) -> int:
    """Read a row that scores the budget's execution: weight and score of the fund block's total row."""
    header = reading.header
    found: dict[FundColumn, Text] = {}
    if header is not None:
        found.update({role: cell.text for role, cell in _by_column(reading, header, row).items()})
    else:
        found.update({role: text for role, text, _ in figure_pairs(reading.grid.filled(row)[1:])})
    for column, text in found.items() if reading.form.funds else ():
        reading.form.funds[0].cells.setdefault(column, text)
    return row + 1


def _by_column(reading: Reading, header: Header, row: int) -> dict[Points, Cell]:
    """The row's cells under the columns of weights and scores that hold points."""
    if not reading.grid.ruled:
        return _from_right(reading, header, row)
    found: dict[Points, Cell] = {}
    for role in _POINTS:
        column = header.column(role)
        cell = reading.grid.at(row, column.start) if column else None
        if (
            cell is not None
            and cell.row == row
            and cell.colspan <= max(2, column.end - column.start if column else 1)
            and _total(folded(cell)) is not None
        ):
            found[role] = cell
    return found


def _from_right(reading: Reading, header: Header, row: int) -> dict[Points, Cell]:
    """The same in a text dump, where the cells behind the label stand under the last columns."""
    cells = reading.grid.rows[row]
    roles = [c.role for c in header.columns]
    if not 2 <= len(cells) <= len(roles):
        return {}
    under = zip(roles[len(roles) - len(cells) + 1 :], cells[1:], strict=True)
    found: dict[Points, Cell] = {r: c for r, c in under if (r == "weight" or r == "score") and is_points(c)}
    return found if len(found) == sum(is_points(c) for c in cells[1:]) else {}


def is_points(cell: Cell) -> bool:
    """Whether a cell of the row of totals holds points; a percentage there is a rate."""
    return _total(folded(cell)) is not None and not folded(cell).endswith("%")


def _total(folded_text: str) -> Decimal | None:
    """The points of a cell of the row of totals, with or without brackets around them: （100）."""
    return points(folded_text.removeprefix("(").removesuffix(")"))


def _unbracketed(text: Text) -> Text:
    """A total without the brackets around it."""
    shown = text.folded.text
    return text.folded_part(1, len(shown) - 1) if shown[:1] == "(" and shown[-1:] == ")" else text
