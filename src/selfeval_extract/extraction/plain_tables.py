"""Plain tables inside a report's prose: 三公经费, spending by kind and function, projects, staff.

Figures are the final ones, not last year's or the budget's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

from selfeval_extract.document import Cell, Paragraph, Text
from selfeval_extract.extraction.context import Context
from selfeval_extract.prose.points import states_none
from selfeval_extract.record.cited import Leaf, cite_cell, cite_text
from selfeval_extract.record.cited_record import CitedFunction, CitedProject
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.grid import Grid, folded, key
from selfeval_extract.values.numbers import amount, amount_in, count, money_unit
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.labels import FUND_COLUMNS, FUND_ROWS, HEAD_FIELDS, STAFF, label_key
from selfeval_extract.vocabulary.roles import SOURCES, BudgetStage, FundColumn, Source, StaffRole, Subject
from selfeval_extract.vocabulary.words import part

_SUBJECTS: tuple[Subject, ...] = (
    "three_public",
    "receptions",
    "vehicles",
    "abroad",
    "basic",
    "personnel",
    "operating",
    "project",
)
_TOTALS = frozenset({"支出合计", "支出总计", "本年支出合计", "总支出", "本年支出"})
_INCOME = frozenset({"收入合计", "收入总计", "本年收入合计", "总收入", "本年收入"})
_PLAIN_AMOUNTS = frozenset({"金额", "数额", "合计", "支出", "资金", "支出金额"})
_YEAR = regex(r"20\d{2}")
_CODE = regex(r"^[12]\d\d(?:\d\d)*")
"""The code before a functional heading: 205教育支出."""
_OF_PROJECTS = regex(
    r"(?:(?:子|明细|具体|二级|重点|特定目标类|支出)?项目|专项(?:资金)?)(?:支出)?名称|(?:子|明细|具体|二级|重点|特定目标类)项目|支出方向"
)
"""The head of a column of projects. 项目 alone may be any item."""
_UNIT_LINE = regex(r"\(?(?:金额|货币|计量)?单位:[^:,。]{1,6}\)?")
_SPENT = regex(part("money", "paid"))
_PURPOSE = regex(r"用途|用于|主要内容|使用方向|支出内容")
_STAFF_COLUMNS: tuple[StaffRole, ...] = ("authorised", "active", "retired", "retired_cadres", "contract")
_STAFF_TOTAL = regex(r"(.{0,4}(合计|总计|总数|小计)|.*?人员情况(?s:.*)|在职人员|人数)")


@dataclass(slots=True)
class PlainAmounts:
    """Amounts by subject and by source, the budget's stages, listed projects and functions, staff, and the text on
    duties, as plain tables hold them."""

    amounts: dict[Subject, Leaf] = field(default_factory=dict)
    projects: list[CitedProject] = field(default_factory=list)
    functions: list[CitedFunction] = field(default_factory=list)
    staff: dict[StaffRole, Leaf] = field(default_factory=dict)
    sources: dict[Source, Leaf] = field(default_factory=dict)
    duties: Text | None = None
    budget: dict[BudgetStage | Literal["revenue"], Leaf] = field(default_factory=dict)

    def of(self, subject: Subject) -> Leaf:
        """The amount of a subject."""
        return self.amounts.get(subject)


_OF_MONEY: frozenset[FundColumn] = frozenset(
    {"executed", "budget", "revised", "original", "change", "rate", "last_year", "note", "arrived"}
)
_FINAL_FIRST: tuple[FundColumn, ...] = ("executed", "revised", "budget", "original")


class _Pairs(NamedTuple):
    """A label column and the column of final figures that belongs to it."""

    labels: tuple[int, int]
    figures: int
    unit: str | None


def plain_amounts(context: Context) -> PlainAmounts:
    """What the report's plain tables say, the first of each subject."""
    out = PlainAmounts()
    cover = unit_lines(context.layout.prose)
    for _, table, lines in context.layout.plain:
        above = [*cover, *lines]
        grid = Grid(table)
        if not _read_staff(grid, context.year, out):
            _read_labelled(grid, out)
            _read_across(grid, above, out)
        _read_amounts(grid, above, context.year, out)
    return out


def _read_labelled(grid: Grid, out: PlainAmounts) -> None:
    """Labels with their values beside them: 人员编制 | 46 | 实有在职人数 | 43, 职能职责概述 | …"""
    for row in range(grid.height):
        for label, value in pairwise(grid.filled(row)):
            kind = STAFF.role(key(label))
            if kind and count(folded(value)) is not None:
                out.staff.setdefault(kind, cite_cell(value.text, count))
            elif HEAD_FIELDS.role(key(label)) == "duties" and not states_none(folded(value)):
                out.duties = out.duties or value.text


def _read_across(grid: Grid, above: Sequence[Paragraph], out: PlainAmounts) -> None:
    """Figures in one row under heads of subjects: 支出合计 | 基本支出 | 其中：人员支出 | …, blocks one above the other."""
    unit = unit_above(above)
    heads: dict[int, Cell] = {}
    for row in range(grid.height):
        filled = grid.filled(row)
        figures = [c for c in filled if amount(folded(c)) is not None]
        if len(filled) == 1 and filled[0].colspan == grid.width:
            unit = money_unit(folded(filled[0])) or unit
            heads = {}
        elif not figures:
            heads |= {column: c for c in filled for column in range(c.column, c.column + c.colspan)}
        elif len(figures) >= 3 and len(figures) + 1 >= len(filled):
            named = [(subject_of(heads.get(c.column)), c) for c in figures]
            if sum(subject is not None for subject, _ in named) >= 2:
                for subject, cell in named:
                    if subject:
                        out.amounts.setdefault(subject, cite_cell(cell.text, amount_in(unit)))
            heads = {}


def subject_of(head: Cell | None) -> Subject | None:
    """The subject that the head of a column of figures names."""
    return _subject(_name(head))


def _name(label: Cell | None) -> str:
    """A label as subjects are looked up: without the 其中 before it."""
    return key(label).removeprefix("其中").lstrip(":")


def _read_amounts(grid: Grid, above: Sequence[Paragraph], year: int | None, out: PlainAmounts) -> None:
    heads = [(row, list(_pairs(grid, row, above, year))) for row in range(min(3, grid.height))]
    row, found = max(heads, key=lambda head: (len(head[1]), head[0]), default=(0, []))
    if found:
        purpose = next((c.column for c in grid.filled(row) if _PURPOSE.search(folded(c))), None)
        projects = next((c for c in grid.filled(row) if _OF_PROJECTS.fullmatch(key(c))), None)
        if projects is None and purpose is not None:
            projects = next((c for c in grid.filled(row) if key(c) == "项目"), None)
        _read_budget(grid, row, unit_above(above), year, out)
        by_source = any("来源" in folded(c) for c in grid.filled(row))
        for pairs in found:
            if projects is not None:
                pairs = _of_projects(grid, row, pairs, projects, year)
            for label, value, at in _rows(grid, row, pairs):
                _keep(
                    out,
                    label,
                    value,
                    grid.at(at, purpose) if purpose is not None else None,
                    projects is not None,
                    by_source,
                )
        _keep_total(out, [entry for pairs in found for entry in _rows(grid, row, pairs)], projects is not None)


def _of_projects(grid: Grid, row: int, pairs: _Pairs, projects: Cell, year: int | None) -> _Pairs:
    """The columns of a table of projects: their names, and what was spent in the year, rather than over all years."""
    spent = [c for c in grid.filled(row) if str(year) in folded(c) and _SPENT.search(folded(c))]
    figures = spent[-1].column if spent else pairs.figures
    return pairs._replace(labels=(projects.column, projects.column + projects.colspan), figures=figures)


def unit_lines(prose: Sequence[Paragraph]) -> list[Paragraph]:
    """The lines of a report that name one money unit for all of it, as on its cover: 金额单位：元. None if they differ."""
    lines = [p for p in prose if _UNIT_LINE.fullmatch(p.text.folded.text)]
    return lines[:1] if len({money_unit(p.text.folded.text) for p in lines}) == 1 else []


def unit_above(above: Sequence[Paragraph]) -> str | None:
    """The money unit that the lines above a table name."""
    return next((u for p in reversed(above) if (u := money_unit(p.text.folded.text))), None)


def _read_budget(grid: Grid, head: int, unit: str | None, year: int | None, out: PlainAmounts) -> None:
    """The stages of the whole: the row of all spending under 年初预算, 调整预算 and 决算, and that of all income."""
    heads = [c for c in grid.filled(head) if _of_year(c, year)]
    columns: dict[BudgetStage, Cell] = {
        role: c
        for c in reversed(heads)
        if (role := FUND_COLUMNS.role(key(c))) == "original" or role == "revised" or role == "executed"
    }
    if not {"executed"} < columns.keys():
        return
    first = [next(iter(grid.filled(row)), None) for row in range(head + 1, grid.height)]
    by_nature = {"basic", "project"} <= {subject_of(label) for label in first}
    for row, label in enumerate(first, head + 1):
        name = label_key(folded(label)).replace('"', "") if label else ""
        whole = by_nature and name not in _INCOME and FUND_ROWS.role(key(label)) == "total"
        if name in _TOTALS or whole:
            for stage, head_cell in columns.items():
                _keep_stage(out, stage, grid.at(row, head_cell.column), unit)
        elif name in _INCOME:
            _keep_stage(out, "revenue", grid.at(row, columns["executed"].column), unit)


def _keep_stage(
    out: PlainAmounts, stage: BudgetStage | Literal["revenue"], cell: Cell | None, unit: str | None
) -> None:
    if cell is not None and cell.text:
        out.budget.setdefault(stage, cite_cell(cell.text, amount_in(unit)))


def _pairs(grid: Grid, row: int, above: Sequence[Paragraph], year: int | None) -> Iterator[_Pairs]:
    """The figure columns of a header row, each with the labels left of it: spent before budgeted, this year's only."""
    cells = grid.filled(row)
    if len(cells) < 2 or any(amount(folded(c)) is not None for c in cells):
        return
    roles = {c.column: FUND_COLUMNS.role(key(c)) or ("executed" if key(c) in _PLAIN_AMOUNTS else None) for c in cells}
    unit = unit_above(above)
    start = 0
    group: list[Cell] = []
    for cell in [*cells, None]:
        role = roles.get(cell.column) if cell is not None else None
        if cell is not None and role in _OF_MONEY:
            group.append(cell)
            continue
        chosen = _final(group, roles, year)
        if chosen is not None:
            yield _Pairs((start, group[0].column), chosen.column, money_unit(folded(chosen)) or unit)
        if group and cell is not None:
            start = cell.column
            group = []


def _of_year(head: Cell, year: int | None) -> bool:
    """Whether a column's head names no year, or this one."""
    years = _YEAR.findall(folded(head))
    return not years or year is None or str(year) in years


def _final(group: Sequence[Cell], roles: dict[int, FundColumn | None], year: int | None) -> Cell | None:
    for role in _FINAL_FIRST:
        found = [c for c in group if roles[c.column] == role and _of_year(c, year)]
        if found:
            return found[-1]
    return None


def _rows(grid: Grid, head: int, pairs: _Pairs) -> Iterator[tuple[Cell, Leaf, int]]:
    for row in range(head + 1, grid.height):
        cell = grid.at(row, pairs.figures)
        start, end = pairs.labels
        labels = [c for c in grid.across(row, start, end) if c.text and not folded(c).isdigit()]
        if cell is not None and cell.text and labels:
            yield labels[-1], cite_cell(cell.text, amount_in(pairs.unit)), row


def _keep(out: PlainAmounts, label: Cell, value: Leaf, purpose: Cell | None, projects: bool, by_source: bool) -> None:
    sources = groups("amounts.toml")["subjects"]
    name = _name(label)
    if value is None:
        return
    subject = _subject(name)
    if subject:
        known = out.amounts.get(subject)
        if known is None or not known.value:  # 公务用车购置费 0 stands above 公务用车运行维护费
            out.amounts[subject] = value
    elif by_source and (source := next((s for s in SOURCES if sources[s].fullmatch(name)), None)):
        out.sources.setdefault(source, value)
    elif is_function(name):
        shown = (
            label.text.part(label.text.string.index(name[0]), len(label.text.string))
            if name[0] in label.text.string
            else label.text
        )
        out.functions.append({"name": cite_text(shown), "amount": value})
    elif projects and FUND_ROWS.role(name) != "total":
        out.projects.append(
            {"name": cite_text(label.text), "amount": value, "purpose": cite_text(purpose.text) if purpose else None}
        )


def _keep_total(out: PlainAmounts, rows: Sequence[tuple[Cell, Leaf, int]], projects: bool) -> None:
    """The total of a table that lists the three public expenses, basic and project spending, or projects."""
    parts = {subject_of(label) for label, _, _ in rows}
    total = next((value for label, value, _ in rows if FUND_ROWS.role(key(label)) == "total"), None)
    if total is not None and len(parts & {"receptions", "vehicles", "abroad"}) >= 2:
        out.amounts.setdefault("three_public", total)
    elif total is not None and {"basic", "project"} <= parts:
        out.amounts.setdefault("total", total)
    elif total is not None and projects:
        out.amounts.setdefault("project", total)


def _subject(name: str) -> Subject | None:
    patterns = groups("amounts.toml")["subjects"]
    bare = name.replace('"', "")
    found = next((s for s in _SUBJECTS if patterns[s].fullmatch(name) or patterns[s].fullmatch(bare)), None)
    return found or ("total" if bare in _TOTALS else None)


def _read_staff(grid: Grid, year: int | None, out: PlainAmounts) -> bool:
    """A table of posts and people: the row of totals, and the rows of those who have retired; or a kind a row."""
    for row in range(min(3, grid.height)):
        columns = {kind: c.column for kind in _STAFF_COLUMNS for c in grid.filled(row) if STAFF.role(key(c)) == kind}
        if len(columns) < 2 or any(count(folded(c)) is not None for c in grid.filled(row)):
            continue
        for below in range(row + 1, grid.height):
            _read_staff_row(grid, below, columns, grid.height - row, out)
        return True
    return _read_staff_down(grid, year, out)


def _read_staff_down(grid: Grid, year: int | None, out: PlainAmounts) -> bool:
    """A table with a kind of staff a row and a year, or just the number, a column."""
    rows = [(row, cells) for row in range(grid.height) if len(cells := grid.filled(row)) >= 2]
    kinds = {row: kind for row, cells in rows if (kind := STAFF.role(key(cells[0])))}
    if len(kinds) < 3 or not rows:
        return False
    heads = [c for c in rows[0][1][1:] if str(year) in folded(c)] if rows[0][0] not in kinds else []
    for row, kind in kinds.items():
        cell = grid.at(row, heads[-1].column) if heads else grid.filled(row)[-1]
        if cell is not None:
            out.staff.setdefault(kind, cite_cell(cell.text, count))
    return True


def _read_staff_row(grid: Grid, row: int, columns: dict[StaffRole, int], rows: int, out: PlainAmounts) -> None:
    first = min(columns.values())
    label = next((key(c) for c in grid.across(row, 0, first) if c.text), "")
    values = {kind: grid.at(row, column) for kind, column in columns.items()}
    kind = STAFF.role(label)
    if kind in ("retired_cadres", "retired", "contract"):
        cell = values["active"]
        out.staff.setdefault(kind, cite_cell(cell.text, count) if cell else None)
    elif _STAFF_TOTAL.fullmatch(label) or rows == 2:
        for column, cell in values.items():
            if cell is not None and cell.text:
                out.staff.setdefault(column, cite_cell(cell.text, count))


def is_function(name: str) -> bool:
    """Whether a name is a heading of the functional classification."""
    names = groups("words.toml")["functions"]["names"]
    bare = _CODE.sub("", name).removesuffix("支出")
    return name.endswith("支出") and names.fullmatch(bare) is not None
