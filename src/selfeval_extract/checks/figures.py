"""Printed figures with their precision, and how they compare: sums, equality, limits, rates.

The printed decimals decide what is rounding and what a mistake (`SUM` in docs/checks.md). All amounts
are in 万元, whatever unit they were printed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from selfeval_extract.checks.verdict import Outcome, Verdict
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import FACTORS

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)
HALF, CENT = Decimal("0.5"), Decimal("0.01")
_DIGITS = regex(r"\d[\d,]{0,30}(?:\.(\d{1,18}))?")
_WIDE = Context(prec=60)
"""Room for the largest amount in units of the smallest decimal, each of 15 digits."""
_FACTORS = frozenset({ONE, *FACTORS.values()})
"""What a printed number may be multiplied by: 1 for rates and points, the factors of money units."""
_MOST_TERMS = 12
"""Terms of a sum that a message shows one by one."""
SIGNS: dict[Outcome, str] = {"pass": "＝", "pass_rounding": "≈", "fail": "≠"}
ENGLISH_SIGNS: dict[Outcome, str] = {"pass": "=", "pass_rounding": "≈", "fail": "≠"}


class Figure(NamedTuple):
    """A printed figure. `quantum`: one unit of its last printed decimal, in the unit of `value`; `integer`: it was printed
    without decimals; `pointer`: where it stands in the record ("" for nowhere); `zh`, `en`: its name in messages; `deducted`: a
    sum shows its negative value as one that is taken off."""

    value: Decimal
    quantum: Decimal = ONE
    integer: bool = True
    pointer: str = ""
    zh: str = ""
    en: str = ""
    deducted: bool = False

    def __str__(self) -> str:
        return shown(self.value)


class Comparison(NamedTuple):
    """A figure against what it should be: outcome, expected value, printed less expected, difference allowed."""

    outcome: Outcome
    expected: Decimal
    difference: Decimal
    tolerance: Decimal


def shown(value: Decimal) -> str:
    """A number in plain digits, without trailing zeros."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def percent(share: Decimal) -> str:
    """A share in percent, with two decimals at most."""
    return f"{shown(round(share * HUNDRED, 2))}%"


def shown_sum(numbers: Sequence[Decimal], what: str = "") -> str:
    """The terms of a sum; only how many there are, and what, where they are many."""
    return "＋".join(map(shown, numbers)) if len(numbers) <= _MOST_TERMS else f"{len(numbers)}项{what}合计"


def figure(value: Decimal, quote: str | None = None, pointer: str = "", zh: str = "", en: str = "") -> Figure:
    """A figure with the decimals of its quote; with those of its value where the quote has no number that gives it."""
    for match in _DIGITS.finditer(folded_text(quote)) if quote else ():
        printed = Decimal(match[0].replace(",", ""))
        factor = abs(value) / printed if printed and value else ONE
        if factor in _FACTORS or (not value and not printed):
            places = len(match[1] or "")
            return Figure(value, ONE.scaleb(-places) * factor, places == 0, pointer, zh, en)
    places = max(0, -int(value.normalize().as_tuple().exponent))
    return Figure(value, ONE.scaleb(-places), places == 0, pointer, zh, en)


def present(figures: Iterable[Figure | None]) -> list[Figure]:
    """The figures that are not None."""
    return [f for f in figures if f is not None]


def added(terms: Iterable[Figure | Decimal]) -> Decimal:
    """The sum of figures or numbers; 0 for none."""
    return sum((t.value if isinstance(t, Figure) else t for t in terms), ZERO)


def sum_figure(terms: Sequence[Figure], zh: str = "", en: str = "") -> Figure:
    """The sum of one or more figures as a figure of its own, with their finest decimals."""
    return Figure(added(terms), min(t.quantum for t in terms), all(t.integer for t in terms), "", zh, en)


def rounded(value: Decimal, quantum: Decimal) -> Decimal:
    """A value as it would be printed to a quantum, half up."""
    return _WIDE.divide(value, quantum).quantize(ONE, ROUND_HALF_UP, _WIDE) * quantum


def add_up(total: Figure, terms: Sequence[Figure]) -> Comparison:
    """Whether terms come to a total. Rounding passes: the total printed coarser than its parts, or a gap that the
    printed decimals of the terms explain. Integers have to add up exactly."""
    computed = added(terms)
    difference = total.value - computed
    decimals = any(not t.integer for t in terms)
    quanta = [CENT if t.integer and decimals else t.quantum for t in terms]
    integers = total.integer and not decimals
    tolerance = ZERO if integers else HALF * added(quanta)
    coarser = not total.integer or decimals
    if difference == 0:
        outcome: Outcome = "pass"
    elif (coarser and rounded(computed, total.quantum) == total.value) or (
        not integers and abs(difference) <= tolerance
    ):
        outcome = "pass_rounding"
    else:
        outcome = "fail"
    return Comparison(outcome, computed, difference, tolerance)


def same(one: Figure, other: Figure) -> Comparison:
    """Whether two statements of one amount agree: the finer one rounds to the coarser."""
    coarse, fine = (one, other) if one.quantum >= other.quantum else (other, one)
    agrees = rounded(fine.value, coarse.quantum) == coarse.value
    outcome: Outcome = "pass" if one.value == other.value else "pass_rounding" if agrees else "fail"
    return Comparison(outcome, other.value, one.value - other.value, HALF * coarse.quantum)


def at_most(one: Figure, limit: Figure) -> Comparison:
    """Whether a figure stays within another; printed decimals allowed for."""
    if one.value <= limit.value:
        return Comparison("pass", limit.value, one.value - limit.value, ZERO)
    return same(one, limit)


def sum_verdict(totals: Sequence[Figure], *ways: Sequence[Figure]) -> Verdict:
    """The verdict on a total and its terms: of several possible totals, and ways to make one up, the first that add up; the first
    of all if none do."""
    sums = [(total, terms) for terms in ways for total in totals]
    tried: list[Comparison] = []
    for total, terms in sums:
        tried.append(add_up(total, terms))
        if tried[-1].outcome != "fail":
            return _sum_verdict(tried[-1], total, terms)
    return _sum_verdict(tried[0], *sums[0])


def _sum_verdict(result: Comparison, total: Figure, terms: Sequence[Figure]) -> Verdict:
    several = len(terms) > 1 and result.outcome != "pass"
    zh = f"{total.zh}{total}{SIGNS[result.outcome]}{_plus(terms)}"
    added_up = " + ".join(f"{t.en} {t}".strip() for t in terms)
    en = f"{total.en} {total} {ENGLISH_SIGNS[result.outcome]} {added_up}".strip()
    if several:
        zh, en = f"{zh}＝{shown(result.expected)}", f"{en} = {shown(result.expected)}"
    return comparison_verdict(result, zh, en, *(f.pointer for f in (total, *terms)))


def _plus(terms: Sequence[Figure]) -> str:
    first, *rest = terms
    return f"{first.zh}{first}" + "".join(
        f"－{t.zh}{shown(-t.value)}" if t.deducted and t.value < 0 else f"＋{t.zh}{t}" for t in rest
    )


def comparison_verdict(result: Comparison, zh: str, en: str, *fields: str) -> Verdict:
    """A comparison as a verdict: the words, and the difference where there is one."""
    if result.difference and result.outcome != "pass":
        rounding = result.outcome == "pass_rounding"
        zh += f"，相差{shown(abs(result.difference))}" + ("，属四舍五入" if rounding else "")
        en += f"; difference {shown(abs(result.difference))}" + (", rounding only" if rounding else "")
    fields = tuple(f for f in fields if f)
    return Verdict(result.outcome, zh, en, fields, result.expected, result.difference, result.tolerance)


def rate_verdict(rate: Figure, computed: Decimal, allowed: Decimal, zh: str, en: str, *fields: str) -> Verdict:
    """A printed rate in percent against the recomputed one: half a unit of its last decimal passes, `allowed` percentage points
    are rounding. `zh`, `en`: what the rate is of."""
    difference = abs(rate.value - computed)
    outcome: Outcome = (
        "pass" if difference <= rate.quantum / 2 else "pass_rounding" if difference <= allowed else "fail"
    )
    again = shown(round(computed, 2))
    return Verdict(
        outcome, f"{zh}：所列{rate}%，复算{again}%", f"{en}: stated {rate}%, recomputed {again}%",
        tuple(f for f in fields if f), computed, rate.value - computed, allowed,
    )  # fmt: skip
