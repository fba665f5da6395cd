"""Which column a cell of a text dump belongs to: told from what a column may hold, where positions are lost.

A row of a dump has no geometry: merged cells are gone and empty ones may be. The cells keep their order, though, and a
column's role says what it holds (a weight is a number, a sign column holds signs, …). Fitting is the cheapest
assignment of cells to columns in order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import amount, is_nothing, points, points_pair, rate
from selfeval_extract.values.targets import COMPARATORS, quantity
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.labels import label_key
from selfeval_extract.vocabulary.words import is_level, word_role

_NEVER = 1e6
_SCORING = regex(r"^[<>≤≥=]|[得扣减加]\d+(?:\.\d+)?分|不得分|得满分|[×*]\d|[得扣].{0,4}分值")
"""How points are given (每降1%扣0.5分): no indicator's name."""
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


def _sign(text: str) -> float:
    return 0.0 if text in COMPARATORS or text.startswith(("定性", "定量", "正向", "反向")) else 4.0


def _unit(text: str) -> float:
    return 4.0 if any(c.isdigit() for c in text) or len(text) > 8 else 0.3


def _prose(text: str) -> float:
    return 2.5 if points(text) is not None or text in COMPARATORS or is_level(text) else 0.4


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
    "comparator": _sign,
    "unit": _unit,
    "rate": _rate,
    "arrived_rate": _rate,
    "note": _prose,
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
    n, m = len(texts), len(roles)
    costs = [[_NEVER] * (m + 1) for _ in range(n + 1)]
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    costs[0][0] = 0.0
    for i in range(n + 1):
        for j in range(m + 1):
            here = costs[i][j]
            if here >= _NEVER:
                continue
            moves = []
            if i < n and j < m:
                moves.append((i + 1, j + 1, fit(roles[j], texts[i])))
            if j < m:
                moves.append((i, j + 1, skip(roles[j]) * (_TRAILING if i == n else 1.0)))
            if i < n:
                moves.append((i + 1, j, _EXTRA_CELL if texts[i] else 1.0))
            for a, b, cost in moves:
                if here + cost < costs[a][b]:
                    costs[a][b] = here + cost
                    steps[a, b] = (i, j)
    return _columns(steps, n, m)


def _columns(steps: dict[tuple[int, int], tuple[int, int]], n: int, m: int) -> list[int | None]:
    found: list[int | None] = [None] * n
    at = (n, m)
    while at != (0, 0):
        before = steps[at]
        if before == (at[0] - 1, at[1] - 1):
            found[at[0] - 1] = at[1] - 1
        at = before
    return found


def cut_rows(texts: Sequence[str], roles: Sequence[str | None]) -> list[list[int]]:
    """Cells of a dump without row ends and without empty cells → rows of cell numbers.

    Each cell takes a column to the right of the last one's, or begins a new row. The cheapest way to place all wins; a
    row without a name costs more than one with it.
    """
    m = len(roles)
    skips = [skip(r) for r in roles]
    ahead = [0.0]
    for cost in skips:
        ahead.append(ahead[-1] + cost)
    costs = [[_NEVER] * m for _ in texts]
    before: list[list[int]] = [[-1] * m for _ in texts]
    for i, text in enumerate(texts):
        for j in range(m):
            own = fit(roles[j], text)
            if i == 0:
                costs[i][j] = own + ahead[j]
                continue
            for k in range(m):
                gap = ahead[j] - ahead[k + 1] if k < j else _TRAILING * (ahead[m] - ahead[k + 1]) + ahead[j] + 0.2
                if costs[i - 1][k] + gap + own < costs[i][j]:
                    costs[i][j] = costs[i - 1][k] + gap + own
                    before[i][j] = k
    if not texts:
        return []
    j = min(range(m), key=lambda c: costs[-1][c] + _TRAILING * (ahead[m] - ahead[c + 1]))
    rows: list[list[int]] = [[]]
    for i in range(len(texts) - 1, -1, -1):
        rows[-1].insert(0, i)
        k = before[i][j]
        if i and k >= j:
            rows.append([])
        j = k
    return rows[::-1]
