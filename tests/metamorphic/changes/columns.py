"""Columns in another order, level columns merged or repeated: meaning before position."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from ..anatomy import Column, Part, fold, fund_parts, indicator_parts
from ..bases import CheckContext
from ..grid import Cell, Grid
from ..relation import each_table, transformation

LEVELS = ("level1", "level2", "name")


def _groups(grid: Grid, part: Part) -> list[list[Column]]:
    """The block's columns under the cells of its first header row."""
    tops = [c for c in grid.row(part.head.start) if any(k.start == c.column for k in part.columns)]
    return [[k for k in part.columns if top.column <= k.start < top.end] for top in tops]


def _ordered(grid: Grid, part: Part, groups: list[list[Column]]) -> Grid:
    """The block with its columns in the order of the groups given."""
    leaf, top, at = {}, {}, min(c.start for c in part.columns)
    for group in groups:
        top[min(c.start for c in group)] = at
        for column in group:
            leaf[column.start] = at
            at += column.width

    def move(cell: Cell) -> Cell:
        if cell.row not in part.rows:
            return cell
        places = top if cell.row == part.head.start else leaf
        return replace(cell, column=places.get(cell.column, cell.column))

    return _totals(grid, part, leaf, grid.each(move))


def _totals(before: Grid, part: Part, leaf: dict[int, int], grid: Grid) -> Grid:
    """The row of totals below the block, its numbers under their columns again."""
    row = part.body.stop
    if row >= before.rows or fold(before.row(row)[0].text) not in ("总分", "合计"):
        return grid
    label, *totals = before.row(row)
    starts = {k.start for k in part.columns if k.role not in LEVELS}
    if not all(c.column in starts for c in totals):
        return grid
    moved = sorted((replace(c, column=leaf[c.column]) for c in totals), key=lambda c: c.column)
    out, at, words = [], 0, label.text
    for c in [*moved, Cell(row, grid.columns, 1, 0, "")]:
        if c.column > at:
            out.append(Cell(row, at, 1, c.column - at, words))
            words = ""
        out += [c] if c.columns else []
        at = c.end
    assert not words, "no room for the label"
    return replace(grid, cells=(*(c for c in grid.cells if c.row != row), *out)).checked()


def _each_part(
    case: CheckContext, parts: Callable[[Grid], list[Part]], change: Callable[[Grid, Part], Grid]
) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        found = parts(grid)
        for part in found:
            grid = change(grid, part)
        return grid if found else None

    return each_table(case, one)


@transformation("1 all columns of the indicator block in any order", repeats=3)
def indicator_columns_permuted(case: CheckContext, rng: Random) -> CheckContext | None:
    def change(grid: Grid, part: Part) -> Grid:
        groups = [rng.sample(g, len(g)) for g in _groups(grid, part)]
        return _ordered(grid, part, rng.sample(groups, len(groups)))

    return _each_part(case, indicator_parts, change)


@transformation("1 value columns of the indicator block in any order behind the levels", repeats=3)
def value_columns_permuted(case: CheckContext, rng: Random) -> CheckContext | None:
    def change(grid: Grid, part: Part) -> Grid:
        groups = _groups(grid, part)
        levels = [g for g in groups if g[0].role in LEVELS]
        values = [g for g in groups if g[0].role not in LEVELS]
        return _ordered(grid, part, levels + rng.sample(values, len(values)))

    return _each_part(case, indicator_parts, change)


@transformation("2 columns of the fund block in any order behind the labels", repeats=3)
def fund_columns_permuted(case: CheckContext, rng: Random) -> CheckContext | None:
    def change(grid: Grid, part: Part) -> Grid:
        label, *rest = part.columns
        return _ordered(grid, part, [[label], *([c] for c in rng.sample(rest, len(rest)))])

    return _each_part(case, fund_parts, change)


def _repeated(roles: tuple[str, ...]) -> Callable[[CheckContext, Random], CheckContext | None]:
    def change(case: CheckContext, rng: Random) -> CheckContext | None:
        def one(grid: Grid) -> Grid | None:
            found = indicator_parts(grid)
            out: list[Cell] = []
            for cell in grid.cells:
                split = cell.rows > 1 and any(p.role_at(cell) in roles for p in found)
                out += [replace(cell, row=r, rows=1) for r in range(cell.row, cell.last)] if split else [cell]
            return replace(grid, cells=tuple(out)).checked() if len(out) > len(grid.cells) else None

        return each_table(case, one)

    return change


@transformation("3 level cells repeated in every row")
def levels_repeated(case: CheckContext, rng: Random) -> CheckContext | None:
    return _repeated(("level1", "level2"))(case, rng)


@transformation("3 level 2 repeated in every row, level 1 merged")
def level2_repeated(case: CheckContext, rng: Random) -> CheckContext | None:
    return _repeated(("level2",))(case, rng)


@transformation("3 a level 1 cell cut in two at a level 2 border")
def level1_cut(case: CheckContext, rng: Random) -> CheckContext | None:
    def one(grid: Grid) -> Grid | None:
        found = indicator_parts(grid)
        out, done = [], False
        for cell in grid.cells:
            part = next((p for p in found if p.role_at(cell) == "level1"), None)
            level2 = part.column("level2") if part else None
            cuts = [r for r in range(cell.row + 1, cell.last) if grid.at(r, level2.start).row == r] if level2 else []
            if cuts:
                cut, done = rng.choice(cuts), True
                out += [replace(cell, rows=cut - cell.row), replace(cell, row=cut, rows=cell.last - cut)]
            else:
                out.append(cell)
        return replace(grid, cells=tuple(out)).checked() if done else None

    return each_table(case, one)
