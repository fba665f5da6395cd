"""XDC: quantities that prose and forms state of the same thing (表文产出)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext, FormContext, IndicatorContext
from selfeval_extract.checks.figures import shown
from selfeval_extract.checks.similarity import likeness_if_short
from selfeval_extract.checks.statements import Statement, statements
from selfeval_extract.checks.verdict import Verdict, judged, missing, passed
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import NUMBER, decimal
from selfeval_extract.vocabulary.words import check_words, says

_NEARLY = Decimal("0.7")
_SHORT, _SHORTEST = 4, 2
"""Characters of a name below which only its own figure, or nothing, can be found in prose."""
_BRACKETS = regex(r"\([^()]{0,40}\)")
_MARKS = regex(r"[,。;、:()]")
_ALONE_BEFORE = regex(r"(?<![\d.])")
_ALONE_BEHIND = regex(r"(?!\d|\.\d|%)")
"""What stands before and behind a figure that is not part of another."""


class StatedResult(NamedTuple):
    """A quantity that prose gives for an indicator, in the indicator's unit."""

    value: Decimal
    quantum: Decimal
    pointer: str


class _ResultText(NamedTuple):
    """A text that gives results: the form that it is in, pointer, folded, without the commas of figures, and what a form's result
    counts."""

    form: FormContext | None
    pointer: str
    text: str
    plain: str
    counted: list[Statement]


@check("XDC-05")
def quantities(context: CheckContext) -> Iterator[Verdict | None]:
    results = list(_results(context))
    if not context.forms:
        yield missing("绩效自评表", "a self-evaluation form in this document")
    elif not results:
        yield missing("正文或目标完成情况的表述", "results told in prose")
    else:
        only_form = len(context.forms) == 1
        for form in context.forms:
            own = [r for r in results if r.form is form or (only_form and r.form is None)]
            rows = [(row, _counted_thing(row)) for row in form.rows]
            prose = [(r.pointer, r.text) for r in own if r.form is None]
            aims = _aims(context, form)
            yield from (_against(row, name, own) for row, name in rows)
            yield from (v for row, name in rows for v in _contradicted(row, name, "actual", prose))
            yield from (v for row, name in rows for v in _contradicted(row, name, "target", aims))


def _results(context: CheckContext) -> Iterator[_ResultText]:
    for form in context.forms:
        if "actual" in form.goal_texts:
            pointer, text = form.goal_texts["actual"]
            yield _ResultText(form, pointer, text, text.replace(",", ""), statements(text, "done", keep=True))
    for passage in context.passages:
        if not passage.about("duties", "goals", "measures", "basic_information", "result_use", "problems"):
            yield _ResultText(None, passage.pointer, passage.folded, passage.folded.replace(",", ""), [])


def _aims(context: CheckContext, form: FormContext) -> list[tuple[str, str]]:
    """(pointer, folded text) of what states the year's aims: the form's goal, the report's section on goals."""
    own = [form.goal_texts["expected"]] if "expected" in form.goal_texts else []
    return own + [(p.pointer, p.folded) for p in context.about("goals") if len(context.forms) == 1]


def _contradicted(
    row: IndicatorContext, name: str, side: Literal["target", "actual"], texts: list[tuple[str, str]]
) -> Iterator[Verdict]:
    """An indicator's target or result against the texts that give another figure for the same thing by its full name,
    even where a further text agrees with the form. A text on goals may give results, and one on results the target."""
    held = row.item.target if side == "target" else row.item.actual
    unit = folded_text(held.unit or "")
    if held.value is None or len(name) < _SHORT or not unit:
        return
    what_zh, what_en = ("指标值", "the target") if side == "target" else ("完成值", "the result")
    for pointer, text in texts:
        values = {m.value for m in _mentions(name, unit, text, pointer)}
        if len(values) == 1 and not values & {row.item.target.value, row.item.actual.value}:
            (stated,) = values
            zh = f"指标{row.name}{what_zh}{shown(held.value)}{unit}，文中为{shown(stated)}{unit}"
            en = f"{what_en} of {row.name} is {shown(held.value)}, the text has {shown(stated)} {unit}"
            fields = f"{row.pointer}/{side}/value", pointer
            yield judged(False, zh, en, *fields, recomputed=stated, difference=held.value - stated)


def _against(row: IndicatorContext, name: str, results: list[_ResultText]) -> Verdict | None:
    """An indicator's result against what prose says of the same thing in so many words. One mention that agrees is
    enough: others may be of a part, a place or a quarter."""
    actual, field = row.item.actual, f"{row.pointer}/actual/value"
    if actual.value is None or len(name) < _SHORTEST:
        return None
    unit, figure = folded_text(actual.unit or row.item.target.unit or ""), shown(actual.value)
    near = next((r for r in results if _repeats(name, figure, r.plain)), None) if unit != "%" else None
    if near:
        return passed(f"{row.name}{figure}与正文一致", f"{row.name} {figure} as in the text", field, near.pointer)
    mentions = [m for r in results for m in _mentions(name, unit, r.text, r.pointer)]
    mentions += [m for r in results for m in _counted(name, unit, r)]
    values = {m.value for m in mentions}
    if len(name) < _SHORT or not unit or len(values) != 1 or row.item.target.value in values:
        return None
    stated, quantum, pointer = mentions[0]
    if abs(stated - actual.value) <= quantum / 2:
        return passed(f"{row.name}与正文一致", f"{row.name} as in the text", field, pointer)
    zh = f"指标{row.name}完成值{figure}{unit}，正文为{shown(stated)}{unit}"
    en = f"indicator {row.name} has {figure}, the text {shown(stated)} {unit}"
    return judged(False, zh, en, field, pointer, recomputed=stated, difference=actual.value - stated)


def _counted_thing(row: IndicatorContext) -> str:
    """What an indicator counts: its name without brackets and the words for counting."""
    return check_words("amounts", "counting").sub("", _BRACKETS.sub("", folded_text(row.item.name or "")))[:40]


def _repeats(name: str, figure: str, plain: str) -> bool:
    """Whether a text has a figure near two neighbouring characters of the name."""
    at = plain.find(figure)
    while at >= 0:
        end = at + len(figure)
        if _ALONE_BEFORE.match(plain, at) and _ALONE_BEHIND.match(plain, end):
            around = plain[max(0, at - 16) : end + 12]
            if any(name[n : n + 2] in around for n in range(len(name) - 1)):
                return True
        at = plain.find(figure, at + 1)
    return False


def _counted(name: str, unit: str, result: _ResultText) -> Iterator[StatedResult]:
    """What a form's result counts under a name that is nearly an indicator's, in the same unit."""
    another = check_words("amounts", "another")
    for each in result.counted:
        if (
            each.exact
            and each.status == "done"
            and each.unit == unit
            and min(len(name), len(each.noun)) >= _SHORT
            and likeness_if_short(name, each.noun) >= _NEARLY
            and not another.search(_clause_before(result.text, each.start))
        ):
            yield StatedResult(each.value, Decimal(1).scaleb(int(each.value.as_tuple().exponent)), result.pointer)


def _clause_before(text: str, at: int) -> str:
    """The words before a place, back to the last mark."""
    return _MARKS.split(text[max(0, at - 24) : at])[-1]


def _is_whole(clause: str) -> bool:
    """Whether only verbs stand in front of a mention, so that it is of all of the thing and of this year."""
    verbs = check_words("progress", "in_front")
    return not says("amounts", "another", clause) and not verbs.sub("", clause)


@cache
def _number_behind() -> re.Pattern[str]:
    linking = check_words("amounts", "linking").pattern
    return regex(rf"(?:数量|人数|面积|长度|里程|总数)?(?:{linking}){{0,3}}(?P<number>{NUMBER})(?P<many>万?)")


def _mentions(name: str, unit: str, text: str, pointer: str) -> Iterator[StatedResult]:
    """What a text gives for a thing by its full name, in the unit, without 约 and the like."""
    at = text.find(name)
    while at >= 0:
        start = at + len(name)
        match = _number_behind().match(text, start)
        same_unit = match is not None and text.startswith(unit, match.end("number"))
        if match and (same_unit or text.startswith(unit, match.end())) and _is_whole(_clause_before(text, at)):
            number = decimal(match["number"])
            factor = Decimal(10000) if match["many"] and not same_unit else Decimal(1)
            if number is not None:
                places = len(match["number"].partition(".")[2])
                yield StatedResult(number * factor, factor.scaleb(-places), pointer)
        at = text.find(name, start)
