"""Scores that a report's prose gives: 自评得分为98.5分."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from selfeval_extract.checks.context import CheckContext, FormContext
from selfeval_extract.checks.figures import Figure, figure
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.words import says

_SCORE = regex(
    r"(?:自评|综合|评价|绩效|总|最终)[^,。;:、\d]{0,6}?(?:得分|评分|分数|分值|总分|自评分)[为是达:]{0,2}(?P<score>\d{1,3}(?:\.\d{1,4})?)分"
    r"(?!以上|以下|及|含|\(含|值|[-~至])"
)
_YEAR = regex(r"20\d{2}(?=年)")
_BEFORE = 24
_MOST = Decimal(100)


def stated_scores(context: CheckContext, form: FormContext) -> Iterator[Figure]:
    """The scores that the text gives what the form is about; equal scores once."""
    seen: set[Decimal] = set()
    for found in (_overall(context, form), *_in_passages(context, form)):
        if found is not None and found.value not in seen:
            seen.add(found.value)
            yield found


def _overall(context: CheckContext, form: FormContext) -> Figure | None:
    """The record's overall score, unless it was read from the form itself."""
    score = context.figure("/self_assessment/score")
    places = {quote.place for quote in context.quotes("/self_assessment/score")}
    in_form = {quote.place for quote in context.quotes(f"{form.pointer}/total_score")}
    copied = bool(places & in_form) or (not places and not context.is_report)
    return None if score is None or copied else score


def _in_passages(context: CheckContext, form: FormContext) -> Iterator[Figure]:
    if len(context.forms) > 1:
        return
    for passage in context.passages:
        for match in _SCORE.finditer(passage.folded):
            value = Decimal(match["score"])
            before = passage.folded[max(0, match.start() - _BEFORE) : match.end()]
            if value <= _MOST and _is_of_the_whole(context, before) and _is_of_the_form(form, before):
                yield figure(value, match["score"], passage.pointer)


def _is_of_the_whole(context: CheckContext, before: str) -> bool:
    """Not the score of a part, of another year, a full mark or a limit."""
    years = {int(y) for y in _YEAR.findall(before)}
    other_year = bool(years) and context.report.year is not None and context.report.year not in years
    return not other_year and not says("scores", "of_a_part", before)


def _is_of_the_form(form: FormContext, before: str) -> bool:
    """Not a project's score where the form is the department's, nor the reverse."""
    return ("项目" not in before or "整体" in before) if form.item.kind == "department" else "整体" not in before
