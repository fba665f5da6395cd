"""What the checks ask of a form's indicators together: duplicates, clones, compulsory levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from typing import NamedTuple

from selfeval_extract.checks.completion import unit_key
from selfeval_extract.checks.context import FormContext, IndicatorContext, level_of
from selfeval_extract.checks.figures import HUNDRED
from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.words import says

_ALIKE = 0.95
_COMPARED = 120
_SHORT = 20
_MANY_ROWS = 200
_LEAST_CLONED = 10
_COST_SINCE = 2021


def _name(row: IndicatorContext) -> str:
    return folded_text(row.item.name or "")[:_COMPARED]


def _blocks(rows: Sequence[IndicatorContext]) -> list[int]:
    """The goal that each row is under: a level-1 indicator that comes again after another starts the next."""
    numbers: list[int] = []
    seen: list[str | None] = []
    number = 0
    for row in rows:
        level1 = row.item.level1
        if level1 in seen and seen[-1] != level1:
            number, seen = number + 1, []
        if not seen or seen[-1] != level1:
            seen.append(level1)
        numbers.append(number)
    return numbers


class _Key(NamedTuple):
    """What makes a row another one: the goal that it is under, name, target and unit."""

    block: int
    name: str
    target: str | None
    unit: str | None


def duplicates(rows: Sequence[IndicatorContext]) -> Iterator[tuple[IndicatorContext, IndicatorContext]]:
    """Pairs of rows under one goal with the same name and target. The same name with another target is a row of parts."""
    rows = rows[:_MANY_ROWS]
    keys = [_key(row, block) for row, block in zip(rows, _blocks(rows), strict=True)]
    for n, other in enumerate(keys):
        first = next((m for m in range(n) if keys[m].block == other.block and _duplicate(keys[m], other)), None)
        if first is not None:
            yield rows[first], rows[n]


def _key(row: IndicatorContext, block: int) -> _Key:
    target = row.item.target
    return _Key(block, _name(row), None if target.text is None else folded_text(target.text), unit_key(target.unit))


def _duplicate(one: _Key, other: _Key) -> bool:
    """Alike in name and target; or of one name and counted in different units, so that one of them is misnamed."""
    if one.target is not None and one.target == other.target:
        return _alike(one.name, other.name)
    units = one.unit, other.unit
    return (
        bool(one.name) and one.name == other.name and None not in units and one.unit != other.unit and "%" not in units
    )


def _alike(one: str, other: str) -> bool:
    if one == other:
        return bool(one)
    if min(len(one), len(other)) < _SHORT:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def cloned(form: FormContext) -> Iterator[tuple[str | None, list[IndicatorContext]]]:
    """(level-1 name, rows) where several rows have one target and hit it exactly."""
    least = form.context.settings["cloned_targets"]
    for level1, rows in form.groups:
        alike: dict[tuple[Decimal | None, str | None], list[IndicatorContext]] = {}
        for row in rows:
            if _hit_exactly(row):
                alike.setdefault((row.item.target.value, unit_key(row.item.target.unit)), []).append(row)
        yield from ((level1, same) for same in alike.values() if len(same) >= least)


def _hit_exactly(row: IndicatorContext) -> bool:
    """Whether the result is exactly the target, where that is not a matter of course as for 100%, 0 and small counts."""
    value = row.item.target.value
    natural = value is None or value < _LEAST_CLONED or value == HUNDRED
    return bool(row.completion.met) and row.completion.exact and not natural


def missing_levels(form: FormContext) -> list[tuple[str, str]] | None:
    """The compulsory levels that the form lacks, in Chinese and English; None where it has levels of its own."""
    levels = "|".join(folded_text(f"{r.item.level1 or ''}|{r.item.level2 or ''}") for r in form.rows)
    found = {name for name in ("output", "benefit", "satisfaction", "cost") if says("levels", name, levels)}
    if not found & {"output", "benefit"} or any(level_of(r.item.level1) == "rest" for r in form.rows):
        return None
    lacking = [("产出", "output")] * ("output" not in found) + [("效益", "benefit")] * ("benefit" not in found)
    if (
        "satisfaction" not in found
        and not any(says("levels", "satisfaction", _name(r)) for r in form.rows)
        and _has_recipients(form)
    ):
        lacking.append(("满意度", "satisfaction"))
    if "cost" not in found and _needs_cost(form):
        lacking.append(("成本", "cost"))
    return lacking


def _has_recipients(form: FormContext) -> bool:
    """Whether satisfaction is to be measured: the form's profile has points for it, and the form is a department's or names
    people who are served."""
    if form.profile.weights and not form.profile.weights.keys() & {"satisfaction", "rest"}:
        return False
    texts = [form.item.subject, form.item.goal.expected, *(r.item.name for r in form.rows)]
    words = folded_text("|".join(text or "" for text in texts))
    return form.item.kind == "department" or says("levels", "recipients", words)


def _needs_cost(form: FormContext) -> bool:
    if form.item.kind == "department" or form.year is None or form.year < _COST_SINCE:
        return False
    return says("levels", "works", folded_text(form.item.subject or ""))
