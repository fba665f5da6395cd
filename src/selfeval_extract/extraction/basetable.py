"""The base data table (部门整体支出绩效评价基础数据表): staff and posts, and rows of money in three columns.

Columns are told by their heads: last year's final figures, this year's budget, this year's final figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from selfeval_extract.document import Cell
from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.plaintables import unit_above
from selfeval_extract.record.cited import Leaf, Tree, cite_cell, cite_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.grid import Grid, folded
from selfeval_extract.values.numbers import amount_in, count, money_unit, rate

_TITLE = regex(r"基础数据表|三公\"?经费")
_FINAL = regex(r"决算(数|额)?(\(.{0,60}\))?$|^(实际)?(执行|支出|完成)数$")
_BUDGET = regex(r"预算(数|额)?(\(.{0,60}\))?$")
_YEAR = regex(r"20\d{2}")
_LAST = regex(r"上年|去年|上一?年度")
_STAFF = {
    "authorised": regex(r"(人员)?编制(数|人数|总数)?(\(.{0,60}\))?"),
    "active": regex(r".{0,8}(在职|在编|在岗)(人员|人数|数)*(\(.{0,60}\))?"),
    "control_rate": regex(r"(在职人员)?控制率(\(.{0,60}\))?"),
}


def base_data(context: Context) -> Tree | None:
    """The document's base data table; None if it has none."""
    for _, table, above in context.layout.plain:
        grid = Grid(table)
        heads = list(_heads(grid, context.year))
        titled = any(_TITLE.search(p.text.folded.text) for p in above) or any(
            _TITLE.search(folded(c)) for row in range(min(2, grid.height)) for c in grid.filled(row)
        )
        if heads and (titled or _three_public(grid)):
            return {**_staff(grid), "rows": list(_rows(grid, heads, unit_above(above)))}
    return None


def _three_public(grid: Grid) -> bool:
    return any("三公" in folded(c) for row in range(grid.height) for c in grid.filled(row)[:1])


def _heads(grid: Grid, year: int | None) -> Iterator[tuple[int, dict[str, Cell]]]:
    """(row, column of each role) of the rows that head columns of money."""
    for row in range(grid.height):
        columns: dict[str, Cell] = {}
        for cell in grid.filled(row):
            role = _role(folded(cell), year, columns)
            if role:
                columns[role] = cell
        if len(columns) >= 2 and "budget" in columns:
            yield row, columns


def _role(head: str, year: int | None, known: dict[str, Cell]) -> str | None:
    """What a column of money holds. Of two columns of final figures that name no year the first is last year's."""
    told = _YEAR.search(head)
    if _FINAL.search(head):
        earlier = bool(_LAST.search(head)) or bool(told and year and int(told[0]) < year)
        undated = told is None and not known
        return "prior" if earlier or undated else "executed"
    return "budget" if _BUDGET.search(head) else None


def _rows(grid: Grid, heads: list[tuple[int, dict[str, Cell]]], unit: str | None) -> Iterator[Tree]:
    for at, (head, columns) in enumerate(heads):
        end = heads[at + 1][0] if at + 1 < len(heads) else grid.height
        first = min(c.column for c in columns.values())
        for row in range(head + 1, end):
            labels = [c for c in grid.across(row, 0, first) if c.text and not folded(c).isdigit()]
            cells = {name: grid.at(row, c.column) for name, c in columns.items()}
            values = {name: _amount(cell, cells, unit) for name, cell in cells.items()}
            if labels and any(values.values()):
                yield {"label": cite_text(labels[-1].text), **values}


def _amount(cell: Cell | None, cells: dict[str, Cell | None], unit: str | None) -> Leaf:
    """The amount of a cell that stands under one head only."""
    if cell is None or sum(other is cell for other in cells.values()) > 1:
        return None
    return cite_cell(cell.text, amount_in(money_unit(folded(cell)) or unit))


def _staff(grid: Grid) -> Tree:
    """Posts, staff in service and their rate: each below its head."""
    found: Tree = dict.fromkeys(_STAFF)
    for row in range(grid.height - 1):
        for cell in grid.filled(row):
            name = next((n for n, pattern in _STAFF.items() if pattern.fullmatch(folded(cell))), None)
            below = grid.at(cell.row + cell.rowspan, cell.column) if name else None
            if name and below is not None and found[name] is None:
                found[name] = cite_cell(below.text, rate if name == "control_rate" else count)
    return found
