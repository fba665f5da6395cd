"""Columns whose header says nothing known, told by what stands in them.

A column of level names is a level, one of signs is the sign; weights are points and scores never exceed them; targets
carry comparators and stand before actual values; names are the words before the values; what is mostly empty behind
them is the note. Known headers go before all this: only columns without a role are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal, NamedTuple

from selfeval_extract.document import Cell
from selfeval_extract.structure.forms.headers import Column, Header
from selfeval_extract.structure.grid import Grid, folded
from selfeval_extract.values.numbers import amount, is_nothing, points, rate
from selfeval_extract.values.targets import COMPARATORS, quantity
from selfeval_extract.vocabulary.labels import CLOSING_ROWS, GOAL_HEADS, INDICATOR_COLUMNS, ColumnGroup, label_key
from selfeval_extract.vocabulary.roles import ColumnRole
from selfeval_extract.vocabulary.words import is_level, wording

Level = Literal["level1", "level2"]

_BUDGETS: tuple[ColumnRole, ...] = ("original", "revised", "budget")
_LEVELS: tuple[Level, ...] = ("level1", "level2")
_MOST_ROWS = 60
_SHARE = 0.6
_RATE_ROUNDING = Decimal("0.51")


class _Profile(NamedTuple):
    """What a column's cells look like, row by row ("" for an empty one), and those of them that say something."""

    texts: tuple[str, ...]
    filled: tuple[str, ...]

    def share(self, test: Callable[[str], object]) -> float:
        """The share of filled cells that pass a test: it gives a value, 0 among them, or says so."""
        filled = self.filled
        return (
            sum((found := test(t)) is not None and found is not False for t in filled) / len(filled) if filled else 0.0
        )


class _Profiles(dict[int, _Profile]):
    """The profiles of a header's columns, each made when it is asked for."""

    def __init__(self, grid: Grid, header: Header, rows: Sequence[int]) -> None:
        self._grid, self._columns, self._rows = grid, header.columns, rows

    def __missing__(self, n: int) -> _Profile:
        width = len(self._columns)
        texts = tuple(folded(_cell(self._grid, self._columns[n], width, row)) for row in self._rows)
        self[n] = profile = _Profile(texts, tuple(t for t in texts if t and not is_nothing(t)))
        return profile


def inferred(grid: Grid, header: Header) -> Header:
    """The header with roles for the columns that its words leave open; the same header if nothing can be told."""
    heads = frozenset(map(id, header.heads))
    open_columns = [n for n, c in enumerate(header.columns) if c.role is None and c.cell.text and id(c.cell) in heads]
    rows = list(_data_rows(grid, header))
    doubled = header.group is INDICATOR_COLUMNS and header.roles & {"target", "actual"} != {"target", "actual"}
    one_level = len(header.roles & {"level1", "level2"}) == 1
    if not rows or not (open_columns or doubled or one_level):
        return header
    profiles = _Profiles(grid, header, rows)
    infer = _indicator_roles if header.group is INDICATOR_COLUMNS else _fund_roles
    found = infer(header, profiles, open_columns)
    if not found:
        return header
    columns = tuple(c._replace(role=found.get(n, c.role)) for n, c in enumerate(header.columns))
    return replace(header, columns=columns)


def _data_rows(grid: Grid, header: Header) -> Sequence[int]:
    """The rows below the header up to the block's end: a label of the form's foot, or words across the columns."""
    rows = []
    for row in range(header.last + 1, min(grid.height, header.last + 1 + _MOST_ROWS)):
        filled = grid.filled(row)
        if not filled:
            continue
        if _ends_block(header.group, filled):
            break
        if len(filled) >= 3:
            rows.append(row)
    return rows


def _ends_block(group: ColumnGroup, filled: Sequence[Cell]) -> bool:
    """Whether a row has left the block: a label of the form's foot, goals, or another header."""
    first = label_key(folded(filled[0]))
    if GOAL_HEADS.role(first) or (group is INDICATOR_COLUMNS and CLOSING_ROWS.role(first)):
        return True
    return sum(INDICATOR_COLUMNS.role(label_key(folded(c))) is not None for c in filled) >= 3


def _cell(grid: Grid, column: Column, width: int, row: int) -> Cell | None:
    if grid.ruled:
        cell = grid.at(row, column.start)
        return cell if cell is not None and cell.row == row else None
    cells = grid.rows[row]
    missing = width - len(cells)
    at = column.start - missing
    return cells[at] if 0 <= missing <= 1 and at >= 0 else None


def _indicator_roles(header: Header, profiles: _Profiles, open_columns: Sequence[int]) -> dict[int, ColumnRole]:
    roles = {n: c.role for n, c in enumerate(header.columns) if c.role}
    found: dict[int, ColumnRole] = {}

    def give(n: int, role: ColumnRole) -> None:
        roles[n] = found[n] = role

    levels = [n for n, role in roles.items() if role in ("level1", "level2")]
    if len(levels) == 1 and (level := _level_named(profiles[levels[0]])) and level != roles[levels[0]]:
        give(levels[0], level)
    both: tuple[tuple[ColumnRole, ColumnRole], ...] = (("actual", "target"), ("target", "actual"))
    for role, other in both:
        twice = [n for n, known in roles.items() if known == role]
        if len(twice) == 2 and other not in roles.values():
            give(twice[0] if other == "target" else twice[1], other)
    for n in open_columns:
        profile = profiles[n]
        if (
            profile.filled
            and profile.share(lambda t: t in COMPARATORS or t.startswith(("定性", "定量"))) > _SHARE
            and "comparator" not in roles.values()
        ):
            give(n, "comparator")
        elif profile.share(is_level) >= _SHARE:
            give(n, _level_of(profile, roles))
    _give_points(profiles, [n for n in open_columns if n not in found], roles, give)
    _give_values(profiles, [n for n in open_columns if n not in found], roles, give)
    _give_words(profiles, [n for n in open_columns if n not in found], roles, give)
    return found


def _level_named(profile: _Profile) -> Level | None:
    """The level that most of a column's cells are names of, if they are of one only."""
    levels = [level for level in _LEVELS if _share_of_level(profile, level) > _SHARE]
    return levels[0] if len(levels) == 1 else None


def _share_of_level(profile: _Profile, name: Level) -> float:
    pattern = wording("levels", name)
    return profile.share(lambda t: pattern.fullmatch(label_key(t)))


def _level_of(profile: _Profile, roles: dict[int, ColumnRole]) -> Level:
    if "level1" in roles.values():
        return "level2"
    if "level2" in roles.values():
        return "level1"
    return "level1" if _share_of_level(profile, "level1") > _share_of_level(profile, "level2") else "level2"


def _give_points(
    profiles: _Profiles, columns: Sequence[int], roles: dict[int, ColumnRole], give: Callable[[int, ColumnRole], None]
) -> None:
    """Weights and scores: columns of points, of which the score's never exceed the weight's."""
    for n in columns:
        profile = profiles[n]
        if not profile.filled or profile.share(points) < 0.9 or _counts_up(profile):
            continue
        known = {role: k for k, role in roles.items() if role in ("weight", "score")}
        if "weight" not in known and "score" in known and _never_above(profiles[known["score"]], profile):
            give(n, "weight")
        elif "score" not in known and "weight" in known and _never_above(profile, profiles[known["weight"]]):
            give(n, "score")
        elif not known and "target" in roles.values() and "actual" in roles.values():
            give(n, "weight")


def _counts_up(profile: _Profile) -> bool:
    """Whether a column only numbers its rows."""
    return profile.filled == tuple(str(n) for n in range(1, len(profile.filled) + 1))


def _never_above(low: _Profile, high: _Profile) -> bool:
    pairs = [(points(a), points(b)) for a, b in zip(low.texts, high.texts, strict=True)]
    known: list[tuple[Decimal, Decimal]] = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(known) and all(a <= b for a, b in known)


def _is_value(text: str) -> bool:
    return quantity(text) is not None or text[:1] in "≥≤><=" or rate(text) is not None


def _is_words(text: str) -> bool:
    """Whether a text says something: more than 是, 否 or a tick."""
    return len(text) >= 3


def _give_values(
    profiles: _Profiles, columns: Sequence[int], roles: dict[int, ColumnRole], give: Callable[[int, ColumnRole], None]
) -> None:
    """Targets and actual values: columns of quantities, the target before the actual value."""
    for n in columns:
        if not profiles[n].filled or profiles[n].share(_is_value) < 0.5 or _counts_up(profiles[n]):
            continue
        at = {role: k for k, role in roles.items()}
        if "target" not in at and ("actual" not in at or n < at["actual"]):
            give(n, "target")
        elif "actual" not in at and ("target" not in at or n > at["target"]):
            give(n, "actual")


def _give_words(
    profiles: _Profiles, columns: Sequence[int], roles: dict[int, ColumnRole], give: Callable[[int, ColumnRole], None]
) -> None:
    """Names stand before the values and differ from row to row; notes stand behind them and are mostly left empty."""
    values = [k for k, role in roles.items() if role in ("target", "actual", "weight", "score")]
    if not values:
        return
    before = [n for n in columns if n < min(values) and profiles[n].filled and profiles[n].share(_is_value) < 0.3]
    if before and "name" not in roles.values():
        give(max(before, key=lambda n: (len(set(profiles[n].filled)), n)), "name")
        before = [n for n in before if n not in roles]
    for n in before:
        for level in _LEVELS:
            names = [k for k, role in roles.items() if role == "name"]
            if (
                level not in roles.values()
                and names
                and n < names[0]
                and len(profiles[n].filled) < len(profiles[names[0]].filled)
            ):
                give(n, level)
                break
    behind = [n for n in columns if n > max(values) and n not in roles and profiles[n].share(_is_words) > _SHARE]
    if behind and "note" not in roles.values():
        give(behind[0], "note")


def _fund_roles(header: Header, profiles: _Profiles, open_columns: Sequence[int]) -> dict[int, ColumnRole]:
    """Amounts that a rate's arithmetic proves, then amounts in their usual order: approved, adjusted, spent."""
    found = _proven_by_rate(header, profiles, open_columns)
    at = {c.role: n for n, c in enumerate(header.columns) if c.role} | {role: n for n, role in found.items()}
    open_columns = [n for n in open_columns if n not in found]
    for n in open_columns:
        profile = profiles[n]
        if not profile.filled or profile.share(lambda t: amount(t) is not None or rate(t) is not None) < 0.8:
            continue
        role: ColumnRole | None = None
        if profile.share(_is_percent) > _SHARE:
            role = "rate"
        elif "executed" in at and n < at["executed"]:
            role = "revised" if at.get("original", at.get("budget", n + 1)) < n else "original"
        elif budgets := [at[r] for r in _BUDGETS if r in at]:
            role = "executed" if n > min(budgets) else None
        if role and role not in at and role not in found.values():
            found[n] = role
    return found


def _proven_by_rate(header: Header, profiles: _Profiles, open_columns: Sequence[int]) -> dict[int, ColumnRole]:
    """What of budget, spending and rate a fund block's words leave open: columns of which, in every row that has all
    three, the second is the third's share of the first. Of columns that fit alike, those nearest the rate."""
    known = {c.role: n for n, c in enumerate(header.columns) if c.role}
    rates = [known["rate"]] if "rate" in known else [n for n in open_columns if profiles[n].share(_is_percent) > _SHARE]
    for at in rates:
        amounts = [n for n in reversed(open_columns) if n < at and profiles[n].share(amount) >= 0.8]
        budgets = [known[role] for role in ("revised", "budget") if role in known] or amounts
        for spent in [known["executed"]] if "executed" in known else amounts:
            for budget in (n for n in budgets if n < spent):
                if _is_rate_of(profiles[at], profiles[spent], profiles[budget]):
                    proven: dict[int, ColumnRole] = {budget: "budget", spent: "executed", at: "rate"}
                    return {n: role for n, role in proven.items() if n in open_columns}
    return {}


def _is_percent(text: str) -> bool:
    return text.endswith("%")


def _is_rate_of(rates: _Profile, spent: _Profile, budgets: _Profile) -> bool:
    rows = [(rate(a), amount(b), amount(c)) for a, b, c in zip(rates.texts, spent.texts, budgets.texts, strict=True)]
    known = [(r, s, b) for r, s, b in rows if r is not None and s is not None and b]
    return bool(known) and all(abs(s / b * 100 - r) < _RATE_ROUNDING for r, s, b in known)
