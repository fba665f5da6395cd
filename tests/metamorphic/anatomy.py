"""Where the blocks of a form are: what a transformation has to know, told from the bases' own labels and nothing else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from .grid import Cell, Grid

INDICATOR_ROLES = {
    "level1": ("一级指标",),
    "level2": ("二级指标",),
    "name": ("三级指标",),
    "sign": ("指标性质",),
    "unit": ("度量单位",),
    "target": ("年度指标值", "指标值", "年初目标值(A)"),
    "actual": ("实际完成值", "全年实际完成值", "完成值", "全年实际值", "实际完成值(B)"),
    "weight": ("分值", "权重"),
    "score": ("得分",),
    "note": ("偏差原因分析及改进措施", "未完成原因分析", "未完成原因和改进措施", "未完成原因及改进措施"),
}
FUND_ROLES = {
    "original": ("年初预算数", "年初预算"),
    "revised": ("全年预算数", "调整后预算数", "预算数(A)", "全年预算数(A)"),
    "executed": ("全年执行数", "预算执行数", "执行数(B)", "全年执行数(B)"),
    "weight": ("分值", "权重"),
    "rate": ("执行率", "预算执行率", "执行率(B/A)", "预算执行率(B/A×100%)"),
    "score": ("得分", "得分(20分*执行率)"),
    "note": ("原因",),
}
AMOUNTS = ("original", "revised", "executed")


def fold(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def role_of(text: str, roles: dict[str, tuple[str, ...]]) -> str | None:
    return next((role for role, labels in roles.items() if fold(text) in labels), None)


class Column(NamedTuple):
    """A column of a block: where it begins, how wide it is, and what it means."""

    start: int
    width: int
    role: str | None


@dataclass(frozen=True)
class Part:
    """A block of a form: its header rows, its body rows, its columns."""

    kind: str
    head: range
    body: range
    columns: tuple[Column, ...]

    @property
    def rows(self) -> range:
        return range(self.head.start, self.body.stop)

    @property
    def left(self) -> int:
        """Its first column; a lead cell (绩效指标) stands left of it."""
        return min(c.start for c in self.columns)

    def column(self, role: str) -> Column | None:
        return next((c for c in self.columns if c.role == role), None)

    def role_at(self, cell: Cell) -> str | None:
        """The role of the column that a body cell stands in."""
        if cell.row not in self.body:
            return None
        return next((c.role for c in self.columns if (c.start, c.width) == (cell.column, cell.columns)), None)


def parts(grid: Grid) -> list[Part]:
    """The indicator and fund blocks of a table, from above."""
    found = [p for r in range(grid.rows) for p in (_indicators(grid, r), _funds(grid, r)) if p]
    return sorted(found, key=lambda p: p.head.start)


def indicator_parts(grid: Grid) -> list[Part]:
    return [p for p in parts(grid) if p.kind == "indicators"]


def fund_parts(grid: Grid) -> list[Part]:
    return [p for p in parts(grid) if p.kind == "funds"]


def _indicators(grid: Grid, row: int) -> Part | None:
    if not any(c.row == row and fold(c.text) == "三级指标" for c in grid.cells):
        return None
    heads = [c for c in grid.covering(row) if c.last == row + 1 and role_of(c.text, INDICATOR_ROLES)]
    columns = tuple(Column(c.column, c.columns, role_of(c.text, INDICATOR_ROLES)) for c in heads)
    body = _body(grid, row, columns, "name")
    return Part("indicators", range(min(c.row for c in heads), row + 1), body, columns)


def _funds(grid: Grid, row: int) -> Part | None:
    heads = [c for c in grid.row(row) if role_of(c.text, FUND_ROLES)]
    if not any(role_of(c.text, FUND_ROLES) == "executed" for c in heads):
        return None
    columns = [Column(c.column, c.columns, role_of(c.text, FUND_ROLES)) for c in heads]
    label = next(c for c in reversed(grid.row(row)) if c.end <= min(k.start for k in columns))
    columns.insert(0, Column(label.column, label.columns, "label"))
    return Part("funds", range(row, row + 1), _body(grid, row, tuple(columns), "executed"), tuple(columns))


def _body(grid: Grid, head: int, columns: tuple[Column, ...], role: str) -> range:
    """The rows below the header whose cells stand exactly under it."""
    key = next(c for c in columns if c.role == role)
    last = head + 1
    while last < grid.rows:
        cell = grid.at(last, key.start)
        wide = {(c.column, c.columns) for c in grid.covering(last)}
        if (cell.column, cell.columns) != key[:2] or not {k[:2] for k in columns} <= wide:
            break
        if fold(cell.text) == "三级指标" or role_of(cell.text, FUND_ROLES) == "executed":
            break
        last += 1
    return range(head + 1, last)
