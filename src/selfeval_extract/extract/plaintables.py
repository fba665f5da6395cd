"""Plain tables inside a report's prose: 三公经费, spending by function, projects. Final figures, not last year's or the budget's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selfeval_extract.document import Cell, Paragraph, Table
from selfeval_extract.extract.context import Context
from selfeval_extract.record.cited import Leaf, Tree, cite_cell, cite_text
from selfeval_extract.structure.grid import Grid, folded, key
from selfeval_extract.values.numbers import amount, money_unit
from selfeval_extract.vocabulary import groups, label_key, label_role


@dataclass(frozen=True, slots=True)
class PlainAmounts:
    """Amounts by subject, and listed projects and functions, that plain tables hold."""

    amounts: dict[str, Leaf]
    projects: list[Tree]
    functions: list[Tree]

    def of(self, subject: str) -> Leaf:
        """The amount of a subject."""
        return self.amounts.get(subject)


def plain_amounts(context: Context) -> PlainAmounts:
    """What the report's plain tables say, the first of each subject."""
    out = PlainAmounts({}, [], [])
    for _, table, above in context.layout.plain:
        _read(table, above, out)
    return out


def _read(table: Table, above: Sequence[Paragraph], out: PlainAmounts) -> None:
    grid = Grid(table)
    head = _head(grid)
    if head is None:
        return
    row, column, heading = head
    unit = money_unit(folded(heading)) or next(
        (u for p in reversed(above) if (u := money_unit(p.text.folded.text))), None
    )
    purpose = _purpose_column(grid, row)
    for label, cell, at in _rows(grid, row, column):
        value = cite_cell(cell.text, lambda t: amount(t, unit)) if cell.text else None
        if value is None:
            continue
        name = label.text.folded.text
        subject = _subject(name)
        if subject:
            out.amounts.setdefault(subject, value)
        elif _is_function(name):
            out.functions.append({"name": cite_text(label.text), "amount": value})
        elif _lists_projects(grid, row) and label_role("fund_rows", label_key(name)) != "total":
            use = grid.at(at, purpose) if purpose is not None else None
            out.projects.append(
                {"name": cite_text(label.text), "amount": value, "purpose": cite_text(use.text) if use else None}
            )


def _head(grid: Grid) -> tuple[int, int, Cell] | None:
    """(header row, column of final figures, its head): spent before budgeted, this year's before last year's."""
    for row in range(min(3, grid.height)):
        roles = {label_role("fund_columns", key(c)): c for c in grid.filled(row)}
        for role in ("executed", "budget", "revised", "original"):
            if role in roles and len(grid.filled(row)) >= 2:
                return row, roles[role].column, roles[role]
        amounts = [c for c in grid.filled(row) if key(c) in ("金额", "数额", "合计", "支出", "资金")]
        if amounts:
            return row, amounts[0].column, amounts[0]
    return None


def _rows(grid: Grid, head: int, column: int) -> Iterator[tuple[Cell, Cell, int]]:
    for row in range(head + 1, grid.height):
        cell = grid.at(row, column)
        labels = [c for c in grid.filled(row) if c.column < column and amount(folded(c)) is None]
        if cell is not None and labels:
            yield labels[-1] if len(labels) == 1 or not folded(labels[0]).isdigit() else labels[1], cell, row


def _purpose_column(grid: Grid, row: int) -> int | None:
    return next(
        (c.column for c in grid.filled(row) if any(w in folded(c) for w in ("用途", "用于", "主要内容", "使用方向"))),
        None,
    )


def _lists_projects(grid: Grid, row: int) -> bool:
    return any("项目名称" in folded(c) or "专项名称" in folded(c) for c in grid.filled(row))


def _subject(name: str) -> str | None:
    bare = label_key(name).removeprefix("其中").lstrip(":")
    wanted = ("three_public", "receptions", "vehicles", "abroad", "basic", "personnel", "operating", "project")
    patterns = groups("amounts.toml")["subjects"]
    found = next(
        (s for s in wanted if patterns[s].fullmatch(bare.replace('"', "")) or patterns[s].fullmatch(bare)), None
    )
    if found:
        return found
    return "total" if bare in ("支出合计", "支出总计", "本年支出合计", "总支出") else None


def _is_function(name: str) -> bool:
    return is_function(label_key(name))


def is_function(name: str) -> bool:
    """Whether a name is a heading of the functional classification."""
    names = groups("words.toml")["functions"]["names"]
    return name.endswith("支出") and names.fullmatch(name.removesuffix("支出")) is not None
