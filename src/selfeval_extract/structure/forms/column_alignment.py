"""Which column a cell of a text dump belongs to: told from what a column may hold, where positions are lost.

A row of a dump has no geometry: merged cells are gone and empty ones may be. The cells keep their order, though, and a
column's role says what it holds (a weight is a number, a sign column holds signs, …). Fitting is the cheapest
assignment of cells to columns in order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter

from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import amount, is_nothing, points, points_pair, rate
from selfeval_extract.values.targets import COMPARATORS, quantity
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.labels import label_key
from selfeval_extract.vocabulary.words import is_level, word_role

_SCORING = regex(r"^[<>≤≥=]|[得扣减加]\d+(?:\.\d+)?分|不得分|得满分|[×*]\d|[得扣].{0,4}分值")
"""How points are given (每降1%扣0.5分): no indicator's name."""
_SIGN_WORDS = ("定性", "定量", "正向", "反向")
_EXTRA_CELL = 6.0


def _level(text: str, name: str) -> float:
    key = label_key(text)
    if groups("words.toml")["levels"][name].fullmatch(key):
        return 0.0
    return 0.6 if word_role("levels", key) else (2.2 if len(text) <= 14 and quantity(text) is None else 4.0)


def _name(text: str) -> float:
    if quantity(text) is not None or text in COMPARATORS:
        return 4.0
    if _SCORING.search(text):
        return 2.0
    return 1.5 if is_level(text) else 0.1


def _value(text: str) -> float:
    if quantity(text) is not None:
        return 0.0
    return 0.3 if len(text) <= 20 else min(1.0 + len(text) / 100, 2.0)


def _number(parse: Callable[[str], object]) -> Callable[[str], float]:
    return lambda text: 0.0 if parse(text) is not None or is_nothing(text) else 5.0


def _rate(text: str) -> float:
    if text.endswith("%") and rate(text) is not None:
        return 0.0
    return 0.8 if rate(text) is not None or is_nothing(text) else 5.0


def _score(text: str) -> float:
    return 0.0 if points(text) is not None or is_nothing(text) or points_pair(text) else 5.0


_FITS: dict[str, Callable[[str], float]] = {
    "level1": lambda text: _level(text, "level1"),
    "level2": lambda text: _level(text, "level2"),
    "name": _name,
    "label": _name,
    "target": _value,
    "adjusted_target": _value,
    "actual": _value,
    "weight": _score,
    "score": _score,
    "comparator": lambda text: 0.0 if text in COMPARATORS or text.startswith(_SIGN_WORDS) else 4.0,
    "unit": lambda text: 4.0 if any(c.isdigit() for c in text) or len(text) > 8 else 0.3,
    "rate": _rate,
    "arrived_rate": _rate,
    "note": lambda text: 2.5 if points(text) is not None or text in COMPARATORS or is_level(text) else 0.4,
    **dict.fromkeys(("original", "revised", "budget", "executed", "arrived", "change", "last_year"), _number(amount)),
}
_SKIPS = {
    "level1": 0.3,
    "level2": 0.4,
    "lead": 0.1,
    "note": 0.3,
    "other": 0.5,
    "unit": 0.8,
    "comparator": 1.2,
    "label": 1.5,
    "name": 2.2,
}
_SKIP = 1.6
_TRAILING = 0.85
"""A row's last columns are left empty more often than those in its midst."""


@lru_cache(1_000)
def fit(role: str | None, text: str) -> float:
    """How badly a folded text suits a column of a role: 0 is what the column holds, 5 what it cannot hold."""
    if not text:
        return 0.0
    if role == "lead":
        return 2.0
    check = _FITS.get(role or "")
    return check(text) if check else 0.5


def skip(role: str | None) -> float:
    """What it costs to suppose that a row's cell of this column is missing from the dump."""
    return _SKIPS.get(role or "other", _SKIP)


def fit_row(texts: Sequence[str], roles: Sequence[str | None]) -> list[int | None]:
    """The column of each cell of a row, in order; None for a cell that no column takes."""
    ways: list[tuple[float, tuple[int | None, ...]]] = []
    for i in range(len(texts) + 1):
        above, ways = ways, []  # for the first i cells and the first j columns: the least cost, and the cells' columns
        for j in range(len(roles) + 1):
            open_ways: list[tuple[float, tuple[int | None, ...]]] = []
            if i and j:
                cost, columns = above[j - 1]
                open_ways.append((cost + fit(roles[j - 1], texts[i - 1]), (*columns, j - 1)))
            if i:
                cost, columns = above[j]
                open_ways.append((cost + (_EXTRA_CELL if texts[i - 1] else 1.0), (*columns, None)))
            if j:
                cost, columns = ways[j - 1]
                open_ways.append((cost + skip(roles[j - 1]) * (_TRAILING if i == len(texts) else 1.0), columns))
            ways.append(min(open_ways, key=itemgetter(0), default=(0.0, ())))
    return list(ways[-1][1])


def cut_rows(texts: Sequence[str], roles: Sequence[str | None]) -> list[list[int]]:
    """Cells of a dump without row ends and without empty cells → rows of cell numbers.

    Each cell takes a column to the right of the last one's, or begins a new row. The cheapest way to place all wins; a
    row without a name costs more than one with it.
    """
    if not texts:
        return []
    m = len(roles)
    ahead = list(accumulate(map(skip, roles), initial=0.0))
    behind = [_TRAILING * (ahead[m] - ahead[k + 1]) for k in range(m)]
    gaps = [[ahead[j] - ahead[k + 1] if k < j else behind[k] + ahead[j] + 0.2 for k in range(m)] for j in range(m)]
    costs = [fit(role, texts[0]) + ahead[j] for j, role in enumerate(roles)]
    before: list[list[int]] = []
    for text in texts[1:]:
        sums = [
            [cost + gap + own for cost, gap in zip(costs, to_column, strict=True)]
            for own, to_column in zip([fit(role, text) for role in roles], gaps, strict=True)
        ]
        costs = [min(each) for each in sums]
        before.append([each.index(cost) for each, cost in zip(sums, costs, strict=True)])
    columns = [min(range(m), key=lambda k: costs[k] + behind[k])]
    for step in reversed(before):
        columns.insert(0, step[columns[0]])
    rows: list[list[int]] = []
    for i, column in enumerate(columns):
        if i == 0 or column <= columns[i - 1]:
            rows.append([])
        rows[-1].append(i)
    return rows
