"""Printed figures with their precision, and whether they add up.

Differences that come from printing alone are told from mistakes by the decimals that were printed (rule SUM of the
catalogue). All amounts are in 万元, whatever unit they were printed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from selfeval_extract.checks.verdict import Outcome, Verdict
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import FACTORS

_DIGITS = regex(r"\d[\d,]{0,30}(?:\.(\d{1,18}))?")
_ONE = Decimal(1)
_HALF = Decimal("0.5")
_WIDE = Context(prec=60)
"""Room for the largest amount in units of the smallest decimal, each of 15 digits."""
_FACTORS = frozenset({_ONE, *FACTORS.values()})
"""What a printed number may be multiplied by: 1 for rates and points, the factors of money units."""
_CENT = Decimal("0.01")


class Figure(NamedTuple):
    """A printed figure. `quantum`: one unit of its last printed decimal, in the unit of `value`; `whole`: it was printed
    without decimals; `zh`, `en`: what it is called; `pointer`: where it stands in the record ("" for none)."""

    value: Decimal
    quantum: Decimal = _ONE
    whole: bool = True
    pointer: str = ""
    zh: str = ""
    en: str = ""

    def __str__(self) -> str:
        return shown(self.value)


class Sum(NamedTuple):
    """How a total and its terms stand to each other: outcome, what the terms come to, total less that, what was allowed."""

    outcome: Outcome
    computed: Decimal
    difference: Decimal
    tolerance: Decimal


def shown(value: Decimal) -> str:
    """A figure in plain digits, without trailing zeros."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def figure(value: Decimal, quote: str | None = None, pointer: str = "", zh: str = "", en: str = "") -> Figure:
    """A figure as its quote prints it; with the decimals of its value where the quote has no number that gives it."""
    for match in _DIGITS.finditer(folded_text(quote)) if quote else ():
        printed = Decimal(match[0].replace(",", ""))
        factor = abs(value) / printed if printed and value else _ONE
        if factor in _FACTORS or (not value and not printed):
            places = len(match[1] or "")
            return Figure(value, _ONE.scaleb(-places) * factor, places == 0, pointer, zh, en)
    places = max(0, -int(value.normalize().as_tuple().exponent))
    return Figure(value, _ONE.scaleb(-places), places == 0, pointer, zh, en)


def rounded(value: Decimal, quantum: Decimal) -> Decimal:
    """A value as it would be printed to a quantum, half up."""
    return _WIDE.divide(value, quantum).quantize(_ONE, ROUND_HALF_UP, _WIDE) * quantum


def add_up(total: Figure, terms: Sequence[Figure]) -> Sum:
    """Whether terms come to a total. Rounding passes: the total printed coarser than its parts, or a gap that the
    printed decimals of the terms explain. Integers have to add up exactly."""
    computed = sum((t.value for t in terms), Decimal(0))
    difference = total.value - computed
    decimals = any(not t.whole for t in terms)
    quanta = [_CENT if t.whole and decimals else t.quantum for t in terms]
    integers = total.whole and not decimals
    tolerance = Decimal(0) if integers else _HALF * sum(quanta, Decimal(0))
    coarser = not total.whole or decimals
    if difference == 0:
        outcome: Outcome = "pass"
    elif (coarser and rounded(computed, total.quantum) == total.value) or (
        not integers and abs(difference) <= tolerance
    ):
        outcome = "pass_rounding"
    else:
        outcome = "fail"
    return Sum(outcome, computed, difference, tolerance)


def same(one: Figure, other: Figure) -> Sum:
    """Whether two statements of one amount agree: the finer one rounds to the coarser."""
    coarse, fine = (one, other) if one.quantum >= other.quantum else (other, one)
    agrees = rounded(fine.value, coarse.quantum) == coarse.value
    outcome: Outcome = "pass" if one.value == other.value else "pass_rounding" if agrees else "fail"
    return Sum(outcome, other.value, one.value - other.value, _HALF * coarse.quantum)


def at_most(one: Figure, limit: Figure) -> Sum:
    """Whether a figure stays within another; printed decimals allowed for."""
    if one.value <= limit.value:
        return Sum("pass", limit.value, one.value - limit.value, Decimal(0))
    return same(one, limit)


def sum_verdict(total: Figure, terms: Sequence[Figure]) -> Verdict:
    """The verdict on a total and its terms, with the figures."""
    return sum_told(add_up(total, terms), total, terms)


def sum_told(result: Sum, total: Figure, terms: Sequence[Figure]) -> Verdict:
    """How a total and its terms stand to each other as a verdict."""
    zh = "＋".join(f"{t.zh}{t}" for t in terms).replace("＋上年-", "－上年").replace("＋调减-", "－调减")
    en = " + ".join(f"{t.en} {t}".strip() for t in terms)
    sign_zh, sign_en = (
        ("＝", "=") if result.outcome == "pass" else ("≈", "≈") if result.outcome != "fail" else ("≠", "≠")
    )
    return told(
        result,
        f"{total.zh}{total}{sign_zh}{zh}{_came_to(result, len(terms), '＝')}",
        f"{total.en} {total} {sign_en} {en}{_came_to(result, len(terms), ' = ')}".strip(),
        *(f.pointer for f in (total, *terms)),
    )


def _came_to(result: Sum, terms: int, sign: str) -> str:
    return f"{sign}{shown(result.computed)}" if terms > 1 and result.outcome != "pass" else ""


def told(result: Sum, zh: str, en: str, *fields: str) -> Verdict:
    """A comparison as a verdict: the words, and the difference where there is one."""
    if result.difference and result.outcome != "pass":
        rounding = result.outcome == "pass_rounding"
        zh += f"，相差{shown(abs(result.difference))}" + ("，属四舍五入" if rounding else "")
        en += f"; difference {shown(abs(result.difference))}" + (", rounding only" if rounding else "")
    fields = tuple(f for f in fields if f)
    return Verdict(result.outcome, zh, en, fields, result.computed, result.difference, result.tolerance)
