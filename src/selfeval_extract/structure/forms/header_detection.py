"""Which rows are header rows: of the indicator block or of the fund block."""

from __future__ import annotations

from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.column_inference import inferred
from selfeval_extract.structure.forms.headers import NAMED, Header, header_at, role_of
from selfeval_extract.structure.grid import LABEL_LENGTH, Grid, folded
from selfeval_extract.values.numbers import amount, is_nothing
from selfeval_extract.values.targets import COMPARATORS, quantity
from selfeval_extract.vocabulary.labels import (
    FUND_COLUMNS,
    FUND_ROWS,
    GOAL_HEADS,
    INDICATOR_COLUMNS,
    ColumnGroup,
    label_key,
    may_be_label,
)
from selfeval_extract.vocabulary.roles import ColumnRole
from selfeval_extract.vocabulary.words import is_level

_VALUES: frozenset[ColumnRole] = frozenset(
    {"target", "adjusted_target", "actual", "interim", "weight", "score", "note"}
)
_RESULTS: frozenset[ColumnRole] = frozenset({"target", "actual", "weight", "score"})
_AMOUNTS: frozenset[ColumnRole] = frozenset({"original", "revised", "budget", "executed", "arrived", "interim"})
_LEVELS: frozenset[ColumnRole] = frozenset({"level1", "level2"})
_MONEY = regex(r"预算|资金|支出|执行|决算|经费|到位|安排|批复|金额|元\)|支付|拨付")
_CLAUSE_MARK = regex(r"[,。;]")


def has_label(grid: Grid, row: int) -> bool:
    """Whether a row has a cell that may be a label: figures alone begin nothing."""
    return any(may_be_label(folded(c)) for c in grid.filled(row))


def find_header(grid: Grid, row: int) -> Header | None:
    """The header that starts in a row: of the indicator block, of the fund block, or none."""
    if not has_label(grid, row):
        return None
    roles = _row_roles(grid, row, INDICATOR_COLUMNS)
    may_head = (
        bool(roles & (_VALUES | NAMED)) and _labels_only(grid, row, INDICATOR_COLUMNS) and not _is_goal_row(grid, row)
    )
    return (
        (indicator_header(grid, row, by_words=True) if may_head else None)
        or (fund_header(grid, row) if not roles & _LEVELS else None)
        or (indicator_header(grid, row, by_words=False) if may_head else None)
    )


def indicator_header(grid: Grid, row: int, by_words: bool) -> Header | None:
    """A header with a name or level column and at least one column of values, from a row that may be its first; unless
    `by_words`, the column of names may be known by what stands in it."""
    for last in range(row, min(row + 3, grid.height)):
        if last > row and not _labels_only(grid, last, INDICATOR_COLUMNS):
            return None
        header = header_at(grid, INDICATOR_COLUMNS, row, last)
        named = header.roles & NAMED and header.roles & _VALUES and len(header.roles) >= 3
        if named if by_words else len(header.roles & _RESULTS) >= 3:
            header = inferred(grid, _grown(grid, header))
            return header if header.roles & NAMED and len(header.roles) >= 3 else None
    return None


def _is_goal_row(grid: Grid, row: int) -> bool:
    """Whether a row states goals (年度目标 | … | 完成情况 | …): its labels alternate with texts that are none."""
    roles = [GOAL_HEADS.role(label_key(folded(c))) for c in grid.filled(row)]
    return (
        len(roles) in (2, 4)
        and all(roles[::2])
        and not any(roles[1::2])
        and not any(role_of(INDICATOR_COLUMNS, c) for c in grid.filled(row)[1::2])
    )


def fund_header(grid: Grid, row: int) -> Header | None:
    """A header with at least two columns of amounts, or one and a rate, from a row without levels of indicators; its words
    say so, or the figures below it."""
    roles = _row_roles(grid, row, FUND_COLUMNS)
    named = roles & _AMOUNTS and _labels_only(grid, row, FUND_COLUMNS)
    if not (named or _may_head_figures(grid, row)):
        return None
    header = inferred(grid, _grown(grid, header_at(grid, FUND_COLUMNS, row, row)))
    amounts = header.roles & _AMOUNTS
    if not any(_MONEY.search(folded(c)) for c in header.heads):
        return None
    if sum(folded(c).endswith(":") for c in header.heads) * 2 > len(header.heads):
        return None  # labels without their values: 预算数： | 执行数：
    if len(amounts) >= 2 or (amounts and "rate" in header.roles):
        return header
    return None


def _may_head_figures(grid: Grid, row: int) -> bool:
    """Whether a row without known amounts may head a fund block: short labels, one of them of money, and below it a
    row with two amounts or more."""
    filled = grid.filled(row)
    if len(filled) < 3 or row + 1 >= grid.height:
        return False
    if not all(_may_be_label(t) and not is_nothing(t) and not is_level(t) for t in map(folded, filled)):
        return False
    below = [folded(c) for c in grid.filled(row + 1)]
    return sum(amount(t) is not None for t in below) >= 2 and any(_MONEY.search(folded(c)) for c in filled)


def _row_roles(grid: Grid, row: int, group: ColumnGroup) -> set[ColumnRole]:
    return {role for cell in grid.rows[row] if (role := role_of(group, cell))}


def _labels_only(grid: Grid, row: int, group: ColumnGroup) -> bool:
    """Whether a row holds short texts without figures of their own, as headers do."""
    filled = grid.filled(row)
    known = sum(role_of(group, c) is not None for c in filled)
    levels = [c for c in filled if is_level(folded(c))]  # 绩效目标 is a level in one form, a column in another
    if len(levels) > 1 or not all(role_of(group, c) for c in levels):
        return False
    return bool(filled) and known * 2 >= len(filled) and all(_may_be_label(folded(c)) for c in filled)


def _may_be_label(text: str) -> bool:
    return (
        len(label_key(text)) <= LABEL_LENGTH
        and not _CLAUSE_MARK.search(label_key(text))
        and text not in COMPARATORS
        and quantity(text) is None
    )


def _grown(grid: Grid, header: Header) -> Header:
    """The header with the rows that its own cells reach down to, or that divide its columns further."""
    while header.last + 1 < grid.height and _divides(grid, header, header.last + 1):
        header = header_at(grid, header.group, header.first, header.last + 1)
    return header


def _divides(grid: Grid, header: Header, row: int) -> bool:
    """Whether a row is a further header row: labels only, and under (not beside) what the header has."""
    below = grid.filled(row)
    labels: list[str | None] = [role_of(header.group, c) or role_of(FUND_ROWS, c) for c in below]
    if not below or any(amount(folded(c)) is not None for c in below):
        return False
    if not all(labels) and not (grid.ruled and not grid.open and _labels_only(grid, row, header.group)):
        return False
    known = [role_of(header.group, c) for c in below]
    if set(known) >= {"level1", "name"} and header.roles >= {"level1", "name"}:
        return False
    if grid.open:
        return all(known) and len(below) >= 2
    if grid.ruled:
        reaching = [c for c in header.heads if c.row + c.rowspan - 1 >= row]
        return (
            bool(reaching)
            and len(below) + len(reaching) >= 3
            and (any(known) or any(role_of(header.group, c) for c in reaching))
        )
    return (
        len(below) >= 2
        and (any(known) or not grid.rows[row][0].text)
        and len(grid.rows[row]) >= len(below) + (0 if any(known) else 1)
    )
