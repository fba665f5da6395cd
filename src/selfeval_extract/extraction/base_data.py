"""The base data table (部门整体支出绩效评价基础数据表): staff and posts, and rows of money in three columns.

Columns are told by their heads: last year's final figures, this year's budget, this year's final figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Literal, get_args

from selfeval_extract.document import Cell
from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.plain_tables import unit_above, unit_lines
from selfeval_extract.record.cited import Leaf, cite_cell, cite_text
from selfeval_extract.record.cited_record import CitedBaseData, CitedBaseRow
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.grid import Grid, folded, key
from selfeval_extract.values.numbers import amount_in, count, money_unit, rate
from selfeval_extract.vocabulary.labels import STAFF
from selfeval_extract.vocabulary.roles import StaffRole

_TITLE = regex(r"基础数据表|三公\"?经费")
_FINAL = regex(r"决算(数|额)?(\(.{0,60}\))?$|^(实际)?(执行|支出|完成)数$")
_BUDGET = regex(r"预算(数|额)?(\(.{0,60}\))?$")
_YEAR = regex(r"20\d{2}")
_EARLIER = regex(r"上年|去年|上一?年度")


MoneyColumn = Literal["prior", "budget", "executed"]
"""Last year's final figures, this year's budget, this year's final figures."""
Columns = dict[MoneyColumn, Cell]


def base_data(context: Context) -> CitedBaseData | None:
    """The document's base data table; None if it has none."""
    cover = unit_lines(context.layout.prose)
    for _, table, above in context.layout.plain:
        grid = Grid(table)
        heads = list(_heads(grid, context.year))
        titled = any(_TITLE.search(p.text.folded.text) for p in above) or any(
            _TITLE.search(folded(c)) for row in range(min(2, grid.height)) for c in grid.filled(row)
        )
        if heads and (titled or _three_public(grid)):
            return {
                "authorised": _below(grid, "authorised", count),
                "active": _below(grid, "active", count),
                "control_rate": _below(grid, "control_rate", rate),
                "rows": list(_rows(grid, heads, unit_above([*cover, *above]))),
            }
    return None


def _three_public(grid: Grid) -> bool:
    return any("三公" in folded(c) for row in range(grid.height) for c in grid.filled(row)[:1])


def _heads(grid: Grid, year: int | None) -> Iterator[tuple[int, Columns]]:
    """(row, column of each role) of the rows that head columns of money."""
    for row in range(grid.height):
        columns: Columns = {}
        for cell in grid.filled(row):
            role = _role(folded(cell), year, columns)
            if role:
                columns[role] = cell
        if len(columns) >= 2 and "budget" in columns:
            yield row, columns


def _role(head: str, year: int | None, known: Columns) -> MoneyColumn | None:
    """What a column of money holds. Of two columns of final figures that name no year the first is last year's."""
    stated = _YEAR.search(head)
    if _FINAL.search(head):
        earlier = bool(_EARLIER.search(head)) or bool(stated and year and int(stated[0]) < year)
        undated = stated is None and not known
        return "prior" if earlier or undated else "executed"
    return "budget" if _BUDGET.search(head) else None


def _rows(grid: Grid, heads: list[tuple[int, Columns]], unit: str | None) -> Iterator[CitedBaseRow]:
    for at, (head, columns) in enumerate(heads):
        end = heads[at + 1][0] if at + 1 < len(heads) else grid.height
        first = min(c.column for c in columns.values())
        for row in range(head + 1, end):
            labels = [c for c in grid.across(row, 0, first) if c.text and not folded(c).isdigit()]
            cells = {role: grid.at(row, c.column) for role, c in columns.items()}
            prior, budget, executed = (_amount(role, cells, unit) for role in get_args(MoneyColumn))
            if labels and (prior or budget or executed):
                label = cite_text(labels[-1].text)
                yield {"label": label, "prior": prior, "budget": budget, "executed": executed}


def _amount(role: MoneyColumn, cells: dict[MoneyColumn, Cell | None], unit: str | None) -> Leaf:
    """The amount of a cell that stands under one head only."""
    cell = cells.get(role)
    if cell is None or sum(other is cell for other in cells.values()) > 1:
        return None
    return cite_cell(cell.text, amount_in(money_unit(folded(cell)) or unit))


def _below(grid: Grid, role: StaffRole, parse: Callable[[str], Decimal | None]) -> Leaf:
    """The number below the head of a kind of staff, or of their rate."""
    for row in range(grid.height - 1):
        for cell in grid.filled(row):
            below = grid.at(cell.row + cell.rowspan, cell.column) if STAFF.role(key(cell)) == role else None
            if below is not None and (leaf := cite_cell(below.text, parse)):
                return leaf
    return None
