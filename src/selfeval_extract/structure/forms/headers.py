"""Header rows of a form's blocks: what each column is, told by the path of header cells above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, takewhile
from typing import Any, Literal, NamedTuple, TypeVar, overload

from selfeval_extract.document import Cell
from selfeval_extract.structure.forms.column_alignment import fit, fit_row
from selfeval_extract.structure.grid import Grid, best, folded, key
from selfeval_extract.values.numbers import amount, is_nothing
from selfeval_extract.values.targets import COMPARATORS
from selfeval_extract.vocabulary.labels import FUND_COLUMNS, ColumnGroup, LabelGroup
from selfeval_extract.vocabulary.roles import ColumnRole

R = TypeVar("R", bound=str)

NAMED: frozenset[ColumnRole] = frozenset({"name", "level1", "level2", "level4"})
"""Roles of the columns that say which indicator a row is about."""


class Column(NamedTuple):
    """A column of a block: its role (None if its header says nothing known), its header cell and the grid columns it covers."""

    role: ColumnRole | None
    cell: Cell
    start: int
    end: int


@dataclass(frozen=True)
class Header:
    """A block's header rows. `columns` are the leaves, left to right; `heads` all cells of the header rows; `width`
    is the number of columns of the whole row, of which a half (`blocks.indicators.halves`) has a part."""

    group: ColumnGroup
    first: int
    last: int
    columns: tuple[Column, ...]
    heads: tuple[Cell, ...] = field(default=())
    width: int = 0

    @cached_property
    def roles(self) -> frozenset[ColumnRole]:
        """The roles that some column has."""
        return frozenset(c.role for c in self.columns if c.role)

    def column(self, role: ColumnRole) -> Column | None:
        """The first column of a role."""
        return next((c for c in self.columns if c.role == role), None)


@overload
def role_of(group: LabelGroup[R], cell: Cell) -> R | None: ...
@overload
def role_of(group: ColumnGroup, cell: Cell) -> ColumnRole | None: ...
def role_of(group: LabelGroup[Any], cell: Cell) -> str | None:
    """The role that a cell's own words give it in a group."""
    return group.role_of(cell.text.folded.text)


def header_at(grid: Grid, group: ColumnGroup, first: int, last: int) -> Header:
    """The header that some rows make: its columns with the roles their words give them."""
    columns = list(
        _ruled_columns(grid, group, first, last) if grid.ruled else _counted_columns(grid, group, first, last)
    )
    if grid.open:
        columns = _deepest_only(columns)
    if group is FUND_COLUMNS:
        columns = _without_leads(grid, columns, last + 1)
    else:
        columns = _one_weight(_one_name(_split_names(grid, columns, last + 1)))
        columns = _without_block_heading(grid, columns, last + 1)
    heads = tuple(c for r in range(first, last + 1) for c in grid.rows[r])
    return Header(group, first, last, tuple(columns), heads, len(columns))


def _without_block_heading(grid: Grid, columns: Sequence[Column], row: int) -> list[Column]:
    """Indicator columns without the role of a heading left of the level and name columns (年度绩效指标完成情况): it comes
    again further right, or nothing stands below it."""
    named = next((n for n, c in enumerate(columns) if c.role in NAMED), 0)
    later = {c.role for c in columns[named + 1 :]}
    kept = [c._replace(role=None) if n < named and c.role in later else c for n, c in enumerate(columns)]
    first = kept[named] if named < len(kept) else None
    if first is not None and first.role == "name" and later & NAMED:
        below = _below(grid, first, len(columns), row)
        until_name = list(takewhile(lambda role: role != "name", (c.role for c in columns[named + 1 :])))
        leads_levels = bool(until_name) and set(until_name) <= {"level1", "level2"} and "name" in later
        if leads_levels or below is None or below.row < row or not below.text:
            kept[named] = first._replace(role=None)
    return kept


def _split_names(grid: Grid, columns: Sequence[Column], row: int) -> list[Column]:
    """Columns whose names' head (评价内容) stands over the levels, too: as many as most rows below have cells under it,
    the last of them the name. The others' roles are left to what stands in them."""
    named = [c for c in columns if c.role == "name"]
    if len(named) != 1 or any(c.role in ("level1", "level2") for c in columns):
        return list(columns)
    if not grid.ruled:
        return _widened(grid, columns, named[0], row)
    whole = named[0]
    if whole.end - whole.start == 1:
        return list(columns)
    divisions = [
        tuple(sorted({whole.start, *(c.column for c in cells if c.column > whole.start)}))
        for below in range(row, grid.height)
        if (cells := grid.across(below, whole.start, whole.end))
    ]
    starts, times = Counter(divisions).most_common(1)[0] if divisions else ((whole.start,), 0)
    if len(starts) < 2 or times * 2 < len(divisions):
        return list(columns)
    ends = [*starts[1:], whole.end]
    parts = [
        whole._replace(start=a, end=b, role="name" if b == whole.end else None)
        for a, b in zip(starts, ends, strict=True)
    ]
    at = list(columns).index(whole)
    return [*columns[:at], *parts, *columns[at + 1 :]]


def _widened(grid: Grid, columns: Sequence[Column], named: Column, row: int) -> list[Column]:
    """A dump's columns with those that the names' head stood over, if most rows below have one or two cells more than
    there are heads."""
    widths = Counter(len(grid.rows[below]) for below in range(row, grid.height) if len(grid.rows[below]) > 2)
    width, times = widths.most_common(1)[0] if widths else (0, 0)
    more = width - len(columns)
    if more not in (1, 2) or times * 2 < widths.total():
        return list(columns)
    at = list(columns).index(named)
    levels = [named._replace(role=None)] * more
    widened = [*columns[:at], *levels, *columns[at:]]
    return [c._replace(start=n, end=n + 1) for n, c in enumerate(widened)]


def _one_name(columns: Sequence[Column]) -> list[Column]:
    """Two columns of names side by side (考核内容 | 考核指标): the indicator is the right one; what the left one is, a level
    or an explanation, its cells tell."""
    names = [n for n, c in enumerate(columns) if c.role == "name"]
    left = {a for a, b in pairwise(names) if not any(c.role for c in columns[a + 1 : b])}
    return [c._replace(role=None) if n in left else c for n, c in enumerate(columns)]


def _one_weight(columns: Sequence[Column]) -> list[Column]:
    """Columns of weights before each level (分值 | 一级指标 | 分值 | 三级指标): the indicator's is the one nearest its name."""
    names = [n for n, c in enumerate(columns) if c.role == "name"]
    weights = [n for n, c in enumerate(columns) if c.role == "weight"]
    if len(names) != 1 or len(weights) < 2:
        return list(columns)
    chosen = next((n for n in weights if n > names[0]), weights[-1])
    return [
        c._replace(role="other") if n in weights and n < names[0] and n != chosen else c for n, c in enumerate(columns)
    ]


def _without_leads(grid: Grid, columns: Sequence[Column], row: int) -> list[Column]:
    """Columns without the roles of those that only sound like amounts: a block's heading (年度预算申请（万元）) and the
    head of its labels stand over words, never over figures."""
    below = [folded(_below(grid, column, len(columns), row)) for column in columns]
    first_amount = next((n for n, text in enumerate(below) if text and amount(text) is not None), len(columns))
    words = [n for n, text in enumerate(below[:first_amount]) if text and not is_nothing(text)]
    leads = max((n for n in words if columns[n].role not in ("note", "rate", "weight", "score")), default=-1)
    return [
        c._replace(role=None) if n <= leads and c.role not in ("label", "task") else c for n, c in enumerate(columns)
    ]


def _below(grid: Grid, column: Column, width: int, row: int) -> Cell | None:
    if row >= grid.height:
        return None
    if grid.ruled:
        return grid.at(row, column.start)
    cells = grid.rows[row]
    return cells[column.start] if len(cells) == width else None


def _ruled_columns(grid: Grid, group: ColumnGroup, first: int, last: int) -> Iterator[Column]:
    column = 0
    while column < grid.width:
        leaf = grid.at(last, column)
        if leaf is None:
            column += 1
            continue
        end = min(leaf.column + leaf.colspan, grid.width)
        path = _path(grid, column, first, last)
        yield Column(_path_role(group, path), path[-1] if path else leaf, column, end)
        column = max(end, column + 1)


def _deepest_only(columns: Sequence[Column]) -> list[Column]:
    """Columns set with blanks: of two with one role, the one whose own head stands lower is meant; the other is the
    gap beside it under the head of both."""
    lowest: dict[ColumnRole | None, int] = {}
    for column in columns:
        lowest[column.role] = max(lowest.get(column.role, 0), column.cell.row)
    return [c._replace(role=None) if c.role and c.cell.row < lowest[c.role] else c for c in columns]


def _path(grid: Grid, column: int, first: int, last: int) -> list[Cell]:
    """The header cells above a column, top down, each once, without empty ones and without a lead from above."""
    path: list[Cell] = []
    for row in range(first, last + 1):
        cell = grid.at(row, column)
        if cell is not None and cell.row >= first and cell.text and cell not in path:
            path.append(cell)
    return path


def _path_role(group: ColumnGroup, path: Sequence[Cell]) -> ColumnRole | None:
    """The role of the lowest cell that has one; the words of the whole path where the lowest says too little."""
    if not path:
        return None
    whole = group.role("".join(key(c) for c in path))
    leaf = role_of(group, path[-1])
    if leaf in (None, "budget", "label") or (leaf == "executed" and len(key(path[-1])) <= 2):
        return whole or leaf or next((r for c in reversed(path[:-1]) if (r := role_of(group, c))), None)
    return leaf


def _counted_columns(grid: Grid, group: ColumnGroup, first: int, last: int) -> list[Column]:
    """Columns of a text dump: the header rows laid over each other, each column with the path of cells above it."""
    paths = [[c] for c in grid.rows[first]]
    for row in range(first + 1, last + 1):
        paths = _laid_under(group, paths, grid.rows[row])
    return [Column(_path_role(group, [c for c in p if c.text]), p[-1], n, n + 1) for n, p in enumerate(paths)]


def _laid_under(group: ColumnGroup, upper: Sequence[list[Cell]], lower: Sequence[Cell]) -> list[list[Cell]]:
    """A header row under the rows above it: an empty cell goes on with the column above, a run of labels divides one
    column or more of them."""
    if all(c.text for c in lower):
        return _divided_heads(group, upper, lower)
    merged: list[list[Cell]] = []
    at = n = 0
    while n < len(lower) and at < len(upper):
        if not lower[n].text:
            merged.append(upper[at])
            at, n = at + 1, n + 1
            continue
        end = next((k for k in range(n, len(lower)) if not lower[k].text), len(lower))
        later = any(c.text for c in lower[end:])
        parents = 1 if later else max(1, len(upper) - at - (len(lower) - end))
        share = (end - n) // parents if (end - n) % parents == 0 else end - n
        merged += [[*upper[min(at + (k - n) // share, len(upper) - 1)], lower[k]] for k in range(n, end)]
        at, n = at + parents, end
    return merged + [list(p) for p in upper[at:]]


def _divided_heads(group: ColumnGroup, upper: Sequence[list[Cell]], lower: Sequence[Cell]) -> list[list[Cell]]:
    """A header row without empty cells: it stands under the heads above it that say nothing of their own."""
    taken = {role_of(group, c) for c in lower}
    heads = [p for p in upper if role_of(group, p[-1]) is None or role_of(group, p[-1]) in taken]
    kept = [p for p in upper if p not in heads and p[-1].text]
    before = [p for p in kept if heads and p[-1].column < heads[0][-1].column]
    return [*before, *([c] for c in lower), *(p for p in kept if p not in before)]


def cells_by_role(grid: Grid, header: Header, row: int) -> dict[ColumnRole, Cell]:
    """A data row's cell of each role. A cell that covers several columns serves the first it may serve."""
    pairs = _ruled_pairs(grid, header, row) if grid.ruled else _counted_pairs(grid, header, row)
    found: dict[ColumnRole, Cell] = {}
    for role, cell in pairs:
        if role not in found or (
            role == "comparator" and folded(found[role]) not in COMPARATORS and folded(cell) in COMPARATORS
        ):
            found[role] = cell
    return found


def _ruled_pairs(grid: Grid, header: Header, row: int) -> Iterator[tuple[ColumnRole, Cell]]:
    used: set[int] = set()
    for role, _, start, end in header.columns:
        if role is None:
            continue
        cells = [c for c in grid.across(row, start, end) if c.row > header.last and id(c) not in used]
        if cell := best(cells, start, end):
            used.add(id(cell))
            yield role, cell


def _counted_pairs(grid: Grid, header: Header, row: int) -> Iterator[tuple[ColumnRole, Cell]]:
    roles = lead_roles(header)
    cells = grid.rows[row]
    if len(cells) == header.width != len(header.columns):
        cells = cells[header.columns[0].start : header.columns[-1].end]
    texts = [folded(c) for c in cells]
    same = len(texts) == len(roles) and all(fit(r, t) < 4 for r, t in zip(roles, texts, strict=True))
    for cell, at in zip(cells, range(len(cells)) if same else fit_row(texts, roles), strict=True):
        role = None if at is None else roles[at]
        if role is not None and role != "lead":
            yield role, cell


def lead_roles(header: Header) -> list[ColumnRole | Literal["lead"] | None]:
    """The roles of a dump's columns: what stands left of the first known column is the block's heading, in a fund block
    the last of it the rows' labels."""
    roles = [c.role for c in header.columns]
    first = next((n for n, role in enumerate(roles) if role), 0)
    leads: list[ColumnRole | Literal["lead"] | None] = ["lead"] * first
    if header.group is FUND_COLUMNS and "label" not in roles:
        leads = [*leads[:-1], "label"] if leads else ["label"]
    return leads + roles[first:]
