"""Columns whose header says nothing known, told by what stands in them.

A column of level names is a level, one of signs is the sign; weights are points and scores never exceed them; targets
carry comparators and stand before actual values; names are the words before the values; what is mostly empty behind
them is the note. Known headers go before all this: only columns without a role are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from selfeval_extract.document import Cell
from selfeval_extract.structure.forms.headers import Column, Header, role_of
from selfeval_extract.structure.grid import Grid, folded
from selfeval_extract.values.numbers import amount, is_nothing, points, rate
from selfeval_extract.values.targets import COMPARATORS, quantity
from selfeval_extract.vocabulary.labels import CLOSING_ROWS, GOAL_HEADS, INDICATOR_COLUMNS, ColumnGroup, label_key
from selfeval_extract.vocabulary.roles import ColumnRole
from selfeval_extract.vocabulary.words import is_level, wording

Level = Literal["level1", "level2"]

_BUDGETS: tuple[ColumnRole, ...] = ("original", "revised", "budget")
_PROVEN: tuple[ColumnRole, ...] = (*_BUDGETS, "executed", "rate")
"""What a rate's arithmetic tells apart."""
_AMOUNTS = 0.8
"""The share of amounts in a column of amounts."""
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
        passed = [found for t in self.filled if (found := test(t)) is not None and found is not False]
        return len(passed) / len(self.filled) if self.filled else 0.0

    def share_of_level(self, level: Level) -> float:
        """The share of filled cells that are names of a level."""
        pattern = wording("levels", level)
        return self.share(lambda t: pattern.fullmatch(label_key(t)))

    @property
    def counts_up(self) -> bool:
        """Whether the column only numbers its rows."""
        return self.filled == tuple(str(n) for n in range(1, len(self.filled) + 1))


_Profiles = Callable[[int], _Profile]
"""The profiles of a header's columns by their numbers, each made once."""


def inferred(grid: Grid, header: Header) -> Header:
    """The header with roles for the columns that its words leave open; the same header if nothing can be told."""
    heads = frozenset(map(id, header.heads))
    open_columns = [n for n, c in enumerate(header.columns) if c.role is None and c.cell.text and id(c.cell) in heads]
    rows = _data_rows(grid, header)
    if not rows or not (open_columns or _may_be_wrong(header)):
        return header

    @cache
    def profile(n: int) -> _Profile:
        texts = tuple(folded(_cell(grid, header.columns[n], len(header.columns), row)) for row in rows)
        return _Profile(texts, tuple(t for t in texts if t and not is_nothing(t)))

    if header.group is INDICATOR_COLUMNS:
        found = _IndicatorColumns(header, profile).inferred(open_columns)
    else:
        found = _fund_roles(header, profile, open_columns)
    if not found:
        return header
    columns = tuple(c._replace(role=found.get(n, c.role)) for n, c in enumerate(header.columns))
    return replace(header, columns=columns)


def _may_be_wrong(header: Header) -> bool:
    """Whether the roles that words have given may not be the last word: a lone level, targets without actual values or the other
    way round; two columns of which a rate's arithmetic may tell which is meant."""
    if header.group is INDICATOR_COLUMNS:
        return len(header.roles & set(_LEVELS)) == 1 or not header.roles >= {"target", "actual"}
    proven = [c.role for c in header.columns if c.role in _PROVEN]
    return len(set(proven)) < len(proven)


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
    at_front = missing if cells[0].text else 0  # an empty first cell keeps its place: one at the end is missing
    at = column.start - at_front
    return cells[at] if 0 <= missing <= 1 and 0 <= at < len(cells) else None


class _IndicatorColumns:
    """The roles of an indicator block's columns by their numbers: those that are `known` so far, and of them those that were
    `found` by what stands in the columns."""

    def __init__(self, header: Header, profile: _Profiles) -> None:
        self._profile = profile
        self.known: dict[int, ColumnRole] = {n: c.role for n, c in enumerate(header.columns) if c.role}
        self.found: dict[int, ColumnRole] = {}

    def inferred(self, open_columns: Sequence[int]) -> dict[int, ColumnRole]:
        """`found` when all is done."""
        self._correct_level()
        self._part_doubles()
        for give in (self._give_signs_and_levels, self._give_points, self._give_values, self._give_words):
            give([n for n in open_columns if n not in self.found])
        return self.found

    def _give(self, n: int, role: ColumnRole) -> None:
        self.known[n] = self.found[n] = role

    def _at(self, *roles: ColumnRole) -> list[int]:
        """The columns that have one of some roles."""
        return [n for n, role in self.known.items() if role in roles]

    def _correct_level(self) -> None:
        """A lone level column that is called level 1 and names levels 2, or the other way round."""
        levels = self._at(*_LEVELS)
        named = (
            [level for level in _LEVELS if self._profile(levels[0]).share_of_level(level) > _SHARE] if levels else []
        )
        if len(levels) == len(named) == 1 and named[0] != self.known[levels[0]]:
            self._give(levels[0], named[0])

    def _part_doubles(self) -> None:
        """Of two columns called targets, or two called actual values, and none called the other, one is the other."""
        targets, actuals = self._at("target"), self._at("actual")
        if len(targets) == 2 and not actuals:
            self._give(targets[1], "actual")
        elif len(actuals) == 2 and not targets:
            self._give(actuals[0], "target")

    def _give_signs_and_levels(self, columns: Sequence[int]) -> None:
        for n in columns:
            if not self._at("comparator") and self._profile(n).share(_is_sign) > _SHARE:
                self._give(n, "comparator")
            elif self._profile(n).share(is_level) >= _SHARE:
                self._give(n, self._level_of(n))

    def _level_of(self, n: int) -> Level:
        if self._at(*_LEVELS):
            return "level2" if self._at("level1") else "level1"
        share = self._profile(n).share_of_level
        return "level1" if share("level1") > share("level2") else "level2"

    def _give_points(self, columns: Sequence[int]) -> None:
        """Weights and scores: columns of points, of which the score's never exceed the weight's."""
        for n in columns:
            profile = self._profile(n)
            if profile.share(points) < 0.9 or profile.counts_up:
                continue
            weights, scores = self._at("weight"), self._at("score")
            if not weights and scores and _never_above(self._profile(scores[-1]), profile):
                self._give(n, "weight")
            elif not scores and weights and _never_above(profile, self._profile(weights[-1])):
                self._give(n, "score")
            elif not (weights or scores) and self._at("target") and self._at("actual"):
                self._give(n, "weight")

    def _give_values(self, columns: Sequence[int]) -> None:
        """Targets and actual values: columns of quantities, the target before the actual value."""
        for n in columns:
            if self._profile(n).share(_is_value) < 0.5 or self._profile(n).counts_up:
                continue
            targets, actuals = self._at("target"), self._at("actual")
            if not targets and (not actuals or n < actuals[-1]):
                self._give(n, "target")
            elif not actuals and (not targets or n > targets[-1]):
                self._give(n, "actual")

    def _give_words(self, columns: Sequence[int]) -> None:
        """Names stand before the values and differ from row to row; notes stand behind them and are mostly left empty."""
        values = self._at("target", "actual", "weight", "score")
        if not values:
            return
        filled = {n: self._profile(n).filled for n in (*columns, *self._at("name"))}
        before = [n for n in columns if n < min(values) and filled[n] and self._profile(n).share(_is_value) < 0.3]
        if before and not self._at("name"):
            self._give(max(before, key=lambda n: (len(set(filled[n])), n)), "name")
        names = self._at("name")
        for n in before:
            if n not in self.known and n < names[0] and len(filled[n]) < len(filled[names[0]]):
                level = next((level for level in _LEVELS if not self._at(level)), None)
                if level:
                    self._give(n, level)
        behind = [n for n in columns if n > max(values) and n not in self.known]
        notes = [n for n in behind if self._profile(n).share(_is_words) > _SHARE]
        if notes and not self._at("note"):
            self._give(notes[0], "note")


def _never_above(low: _Profile, high: _Profile) -> bool:
    pairs = [(points(a), points(b)) for a, b in zip(low.texts, high.texts, strict=True)]
    known: list[tuple[Decimal, Decimal]] = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(known) and all(a <= b for a, b in known)


def _is_sign(text: str) -> bool:
    return text in COMPARATORS or text.startswith(("定性", "定量"))


def _is_value(text: str) -> bool:
    return quantity(text) is not None or text[:1] in "≥≤><=" or rate(text) is not None


def _is_words(text: str) -> bool:
    """Whether a text says something: more than 是, 否 or a tick."""
    return len(text) >= 3


def _fund_roles(header: Header, profile: _Profiles, open_columns: Sequence[int]) -> dict[int, ColumnRole]:
    """What the arithmetic of the rate proves, and percentages where no rate is named. An amount of which nothing tells what it is
    stays `other`: where a column stands is no evidence."""
    found = _proven_by_rate(header, profile, open_columns)
    rated = "rate" in header.roles or "rate" in found.values()
    for n in [n for n in open_columns if n not in found]:
        if not rated and profile(n).share(_is_percent) > _SHARE:
            found[n] = "rate"
            rated = True
        elif n and profile(n).share(amount) >= _AMOUNTS:
            found[n] = role_of(header.group, header.columns[n].cell) or "other"  # 预算 over a column left blank
    return found


def _proven_by_rate(header: Header, profile: _Profiles, open_columns: Sequence[int]) -> dict[int, ColumnRole]:
    """Budget, spending and rate of a fund block: columns of which, in every row that has all three, the second is the third's
    share of the first. Heads go first: of several proofs the one with the most columns that are called so, then that whose
    columns are nearest the rate. Another column that is called the same is something else: 累计支出 | 本年支出数, 占比 | 执行率."""
    named = {role: [n for n, c in enumerate(header.columns) if c.role == role] for role in _PROVEN}
    called = {n: role for role in _BUDGETS for n in named[role]}
    amounts = [n for n in range(len(header.columns)) if profile(n).share(amount) >= _AMOUNTS]
    proofs = [
        (
            (budget in called) + (spent in named["executed"]) + (at in named["rate"]),
            -abs(at - spent) - abs(spent - budget),
            budget,
            spent,
            at,
        )
        for at in named["rate"] or [n for n in open_columns if profile(n).share(_is_percent) > _SHARE]
        for spent in amounts
        if spent in (named["executed"] or open_columns)
        for budget in amounts
        if budget != spent and (budget in called or budget in open_columns)
        if _is_rate_of(profile(at), profile(spent), profile(budget))
    ]
    if not proofs:
        return {}
    *_, budget, spent, at = max(proofs)
    proven: dict[int, ColumnRole] = {spent: "executed", at: "rate"}
    if budget in called:
        adjusted = [
            n for *_, n, other, rated in proofs if n > budget and n in open_columns and (other, rated) == (spent, at)
        ]
        proven |= {budget: called[budget], **dict.fromkeys(adjusted[:1], "revised")}
    else:
        proven[budget] = "revised" if called else "budget"
    for role in ("executed", "rate", proven[budget]):
        for n in named[role]:
            proven.setdefault(n, "other")
    return {n: role for n, role in proven.items() if header.columns[n].role != role}


def _is_percent(text: str) -> bool:
    return text.endswith("%")


def _is_rate_of(rates: _Profile, spent: _Profile, budgets: _Profile) -> bool:
    rows = [(rate(a), amount(b), amount(c)) for a, b, c in zip(rates.texts, spent.texts, budgets.texts, strict=True)]
    known = [(r, s, b) for r, s, b in rows if r is not None and s is not None and b]
    return bool(known) and all(abs(s / b * 100 - r) < _RATE_ROUNDING for r, s, b in known)
