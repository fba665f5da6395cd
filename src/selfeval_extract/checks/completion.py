"""Whether an indicator's result meets its target, and by how much: the arithmetic of the scoring rules.

Direction decides: for a ceiling (≤, and cost, time or complaints without a comparator) less is better. A date is met on or
before the day, a range inside its bounds, a worded target by what the words say. What could be read either way stays unknown.
Source: 财预〔2020〕10号, 财预〔2021〕101号.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from selfeval_extract.checks.deadlines import days
from selfeval_extract.checks.figures import HUNDRED, ONE, ZERO
from selfeval_extract.checks.settings import ScoreRule
from selfeval_extract.document import folded_text
from selfeval_extract.record.models import Indicator, Value
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import FACTORS, NUMBER, decimal, is_nothing
from selfeval_extract.values.targets import Comparator
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.words import check_words, says

Direction = Literal["up", "down", "equal", "range", "date", "words"]
Band = Literal["achieved", "partly", "missed"]
DirectionRule = Literal["overrun", "yes_no"]
"""Rules that follow from the direction, whatever the profile: points off for the overrun of a ceiling, all or nothing for =."""

_RANGE = regex(
    rf"(?P<low>{NUMBER})(?P<unit1>[^\d,。;~—-]{{0,6}})(?:-|—|~|至|到)+(?P<high>{NUMBER})(?P<unit2>[^\d,。;]{{0,6}})"
)
_WITHIN = regex(r"(?:以|之)?内$")
_DIGIT = regex(r"\d")
_LONGEST_WORDS = 60
"""In a longer cell no single word is the result."""
_REMEMBERED = 1000
"""Units and names of indicators whose answers are kept: each is asked for by several checks."""
_FLOOR = Decimal("0.6")
_BANDS = ((Decimal(90), ONE), (Decimal(80), Decimal("0.8")), (Decimal(60), Decimal("0.5")), (ZERO, ZERO))
"""Satisfaction of at least … % earns … of the weight (example of 财预〔2021〕101号)."""


class Completion(NamedTuple):
    """How a result compares with its target. `met`: None where that is not known. `ratio`: how far the target is reached, 1 for
    exactly, inverted for ceilings; None where there is no number or the target is 0."""

    met: bool | None
    direction: Direction | None = None
    ratio: Decimal | None = None

    @property
    def exact(self) -> bool:
        """Whether the result is the target itself."""
        return self.ratio == 1


UNKNOWN = Completion(None)


def label_of(row: Indicator) -> str:
    """Levels and name of an indicator, folded."""
    return folded_text("|".join(part for part in (row.level1, row.level2, row.name) if part))


def is_ceiling(row: Indicator) -> bool:
    """Whether less is better by the indicator's name: cost, time taken, complaints, accidents."""
    by_name = _ceiling_by_name(folded_text(row.name or ""))
    if by_name is not None:
        return by_name
    return is_money(row.target.unit) and says("level1", "cost", folded_text(f"{row.level2 or ''}|{row.level1 or ''}"))


@lru_cache(_REMEMBERED)
def _ceiling_by_name(name: str) -> bool | None:
    """Whether less is better of what a name names; None where the name does not say. The first of the words decides."""
    words = {"reduction": False, "time_taken": True, "more_is_better": False, "standard": False, "less_is_better": True}
    return next((less for role, less in words.items() if says("indicators", role, name)), None)


def is_money(unit: str | None) -> bool:
    """Whether a unit is one of money, by itself or per something: 万元, 元/人."""
    return unit_key((unit or "").partition("/")[0]) in FACTORS


def completion(row: Indicator, year: int | None = None) -> Completion:
    """How an indicator's result compares with its target. `year`: that of dates without one."""
    target, actual = row.target, row.actual
    if target.text is None or actual.text is None or is_nothing(folded_text(actual.text)):
        return UNKNOWN
    if target.value is not None and actual.value is not None:
        return _of_numbers(row, target.value, actual.value)
    return _of_range(row) or _of_date(row, year) or _of_words(row)


def _of_numbers(row: Indicator, goal: Decimal, result: Decimal) -> Completion:
    if row.actual.unit is None and unit_key(row.target.unit) == "%" and 0 < result <= 1 < goal:
        return UNKNOWN  # 0.95 in a spreadsheet's cell is 95%
    factors = in_one_unit(row.target.unit, row.actual.unit)
    if factors is None:
        return UNKNOWN
    goal, result = goal * factors[0], result * factors[1]
    direction = _direction(row)
    if direction is None:
        return Completion(True, "equal", ONE) if goal == result else UNKNOWN
    if direction == "down":
        met = result < goal if row.target.comparator == "<" else result <= goal
        ratio = goal / result if result and goal else ONE if result == goal else None
    else:
        met = result > goal if row.target.comparator == ">" else result >= goal
        ratio = result / goal if goal else ONE if result == goal else None
    # a result such as <95% leaves open what its figure alone would say
    leaves_open = (">", ">=") if (direction == "down") == met else ("<", "<=")
    return UNKNOWN if row.actual.comparator in leaves_open else Completion(met, direction, ratio)


def target_comparator(row: Indicator) -> Comparator | None:
    """The target's comparator; that of 内 (30分钟内) where it has no other."""
    if row.target.comparator is None and row.target.unit and _WITHIN.search(row.target.unit):
        return "<="
    return row.target.comparator


def _direction(row: Indicator) -> Direction | None:
    """None where comparator and name contradict each other, or neither says."""
    sign = target_comparator(row)
    name = folded_text(row.name or "")
    if sign in ("<", "<="):
        return None if says("indicators", "surely_more", name) else "down"
    if is_ceiling(row):
        return None if sign in (">", ">=") else "down"
    if sign in (">", ">="):
        return "up"
    if sign == "=":
        return "equal"
    return None if _either_way(row, name) else "up"


def _either_way(row: Indicator, name: str) -> bool:
    """Whether more or less may be better: money and time that are neither earned nor offered."""
    if says("indicators", "standard", name):
        return True
    if is_money(row.target.unit):
        return not (says("indicators", "earned", name) or says("indicators", "of_earnings", label_of(row)))
    of_time = unit_key(row.target.unit) in ("天", "月", "年", "小时", "分钟")
    return of_time and not says("indicators", "offered", name)


@lru_cache(_REMEMBERED)
def unit_key(unit: str | None) -> str | None:
    """A unit as it is compared: without 人民币, brackets and 内; synonyms as one."""
    if not unit:
        return None
    bare = _WITHIN.sub("", folded_text(unit).replace("(", "").replace(")", "").strip("/"))
    for role, pattern in groups("checks.toml")["units"].items():
        if pattern.fullmatch(bare):
            return role
    return bare or None


def in_one_unit(one: str | None, other: str | None) -> tuple[Decimal, Decimal] | None:
    """Factors that bring two figures to one unit; None if their units differ. A missing unit is taken for the other's."""
    first, second = unit_key(one), unit_key(other)
    if first is None or second is None or first == second:
        return ONE, ONE
    if first in FACTORS and second in FACTORS:
        return FACTORS[first], FACTORS[second]
    for factor, prefix in ((Decimal(10000), "万"), (Decimal(1000), "千")):
        if unit_key(first.removeprefix(prefix)) == second and first.startswith(prefix):
            return factor, ONE
        if unit_key(second.removeprefix(prefix)) == first and second.startswith(prefix):
            return ONE, factor
    return None


def bounds(text: str | None) -> tuple[Decimal, Decimal, str | None] | None:
    """Low, high and unit of a target that is a range; None for anything else."""
    match = _RANGE.fullmatch(folded_text(text or ""))
    low, high = (decimal(match["low"]), decimal(match["high"])) if match else (None, None)
    if match is None or low is None or high is None or low > high:
        return None
    return low, high, match["unit2"] or match["unit1"] or None


def _of_range(row: Indicator) -> Completion | None:
    """Inside a range it is met; beyond it only known on the side that is worse for certain."""
    found = bounds(row.target.text)
    value = row.actual.value
    if found is None or value is None or found[2] in ("月", "日"):
        return None
    low, high, unit = found
    if in_one_unit(unit, row.actual.unit) != (ONE, ONE):
        return UNKNOWN
    if low <= value <= high:
        return Completion(True, "range", ONE)
    single = row.model_copy(update={"target": Value(text=row.target.text, value=low, unit=unit)})
    direction = _direction(single)
    if direction == "down":
        return Completion(False, "range", high / value if high > 0 else None) if value > high else UNKNOWN
    if direction == "up" and value < low:
        return Completion(False, "range", value / low if low > 0 and value >= 0 else None)
    return UNKNOWN


def _of_date(row: Indicator, year: int | None) -> Completion | None:
    limit = days(folded_text(row.target.text or ""), year)
    if limit is None:
        return None
    result = folded_text(row.actual.text or "")
    done = days(result, year)
    if done is None:
        return UNKNOWN if worded_band(result) == "achieved" and _DIGIT.search(result) else None
    if done.last <= limit.last:
        return Completion(True, "date", ONE)
    return Completion(False, "date") if done.first > limit.last else UNKNOWN


def _of_words(row: Indicator) -> Completion:
    target, actual = folded_text(row.target.text or ""), folded_text(row.actual.text or "")
    if row.target.value is not None:
        return _worded_for_number(row.target, actual)
    band = worded_band(actual)
    if target == actual and band in (None, "achieved"):
        return Completion(True, "words")
    if band is None or (band == "achieved" and _weaker(target, actual)):
        return UNKNOWN
    return Completion(band == "achieved", "words")


def _worded_for_number(target: Value, actual: str) -> Completion:
    """A worded result of a numeric target: none for 0, all for 100%, or done and not done in words."""
    if target.value == 0 and says("results", "none", actual):
        return Completion(True, "down", ONE)
    if target.value == HUNDRED and says("results", "all", actual):
        return Completion(True, "up", ONE)
    band = worded_band(actual)
    if band is None or (band == "achieved" and _DIGIT.search(actual)):
        return UNKNOWN
    return Completion(band == "achieved", "words")


def _weaker(target: str, actual: str) -> bool:
    """Whether a result is hedged where its target is not, or is a grade that is not the target's."""
    if says("results", "done", actual):
        return False
    hedge = check_words("results", "hedge")
    hedged = hedge.search(actual) and not hedge.search(target)
    return bool(hedged or says("results", "grade", target))


def worded_band(text: str | None) -> Band | None:
    """Whether a worded result says achieved, partly achieved or not achieved; None for anything else."""
    folded = folded_text(text or "")
    if not folded or len(folded) > _LONGEST_WORDS or says("results", "doubtful", folded):
        return None
    bands: tuple[Band, ...] = ("partly", "missed", "achieved")
    return next((band for band in bands if says("results", band, folded)), None)


def expected_scores(
    row: Indicator, found: Completion, rules: Sequence[ScoreRule]
) -> Iterator[tuple[ScoreRule | DirectionRule, Decimal]]:
    """(rule, score) for each rule by which a row with figures may be scored; none where there is nothing to divide: a late
    date, a target of 0."""
    if row.weight is None or found.met is None:
        return
    if found.met:
        yield "proportional", row.weight
        return
    if found.ratio is None:
        return
    share = max(ZERO, min(found.ratio, ONE))
    yield "proportional", row.weight * share
    if found.direction == "down" and share:
        yield "overrun", row.weight * max(ZERO, 2 - 1 / share)
    if found.direction in ("equal", "range"):
        yield "yes_no", ZERO
    if "floor" in rules:
        yield "floor", row.weight * max(ZERO, (share - _FLOOR) / (ONE - _FLOOR))
    if "satisfaction_bands" in rules and says("level1", "satisfaction", label_of(row)) and row.actual.value is not None:
        value = row.actual.value
        yield "satisfaction_bands", row.weight * next((part for least, part in _BANDS if value >= least), ZERO)
