"""What may be the whole of the spending, and a sum held against it: shared by the checks of amounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.figures import Figure, Sum, add_up, sum_told
from selfeval_extract.checks.verdict import Verdict


def given(figures: Iterable[Figure | None]) -> list[Figure]:
    """The figures that there are."""
    return [f for f in figures if f is not None]


def spending(context: CheckContext, *names: str) -> list[Figure | None]:
    """Figures of the record's spending by their names."""
    return [context.figure(f"/spending/{name}") for name in names]


def wholes(context: CheckContext) -> list[Figure]:
    """What may be the whole of the spending, the narrower scope last; each amount once."""
    found = given(
        context.figure(pointer, zh, en)
        for pointer, zh, en in (
            ("/spending/total", "总支出", "total expenditure"),
            ("/budget/executed", "全年执行", "execution"),
            ("/budget/sources/general_public", "一般公共预算支出", "general public budget"),
        )
    )
    return list({f.value: f for f in reversed(found)}.values())[::-1]


def best(totals: Sequence[Figure], terms: Sequence[Figure]) -> Verdict:
    """The verdict on the first total that the terms come to; on the first of all if they come to none."""
    return _first_that_holds((total, terms) for total in totals)


def best_terms(total: Figure, ways: Sequence[Sequence[Figure]]) -> Verdict:
    """The verdict on a total and the first of several ways to make it up that come to it; the first of all if none does."""
    return _first_that_holds((total, terms) for terms in ways)


def _first_that_holds(sums: Iterable[tuple[Figure, Sequence[Figure]]]) -> Verdict:
    tried: list[tuple[Sum, Figure, Sequence[Figure]]] = []
    for total, terms in sums:
        tried.append((add_up(total, terms), total, terms))
        if tried[-1][0].outcome != "fail":
            return sum_told(*tried[-1])
    return sum_told(*tried[0])
