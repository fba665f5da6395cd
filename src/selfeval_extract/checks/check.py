"""How a function becomes a check.

    @check("XDC-09", otherwise=not_applicable("本文件未见未完成数", "no number of what was not done"))
    def done_and_not_done(context: CheckContext) -> list[Verdict]: ...

A check looks at the whole record, at each form (`form_check`) or at each indicator row (`row_check`). It gives a verdict, or
several: one for each thing that it looked at. None is for a row or form that it does not concern; `otherwise` is the verdict
where there are none at all. The catalogue collects the checks of the modules in `rules/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from selfeval_extract.checks.context import CheckContext, FormContext, IndicatorContext
from selfeval_extract.checks.verdict import Verdict, missing
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex

Verdicts = Verdict | Iterable[Verdict | None] | None
FormVerdict = tuple[str, Verdict]
"""A verdict with the name of the form that it is on; "" where the document has one form at most."""
Run = Callable[[CheckContext], Iterable[FormVerdict]]
_DIGIT = regex(r"\d")
_FIGURE = regex(r"\d{1,3}(\.\d{1,3})?分?")
NO_FORM = missing("绩效自评表", "a self-evaluation form in this document")


class Check(NamedTuple):
    """A check's id in the catalogue, and what carries it out."""

    id: str
    run: Run


def check(
    id: str, needs: Callable[[CheckContext], Verdict | None] | None = None, otherwise: Verdict | None = None
) -> Callable[[Callable[[CheckContext], Verdicts]], Check]:
    """Make a function of a record a check. `needs` gives the verdict on a record that lacks what the check needs, None for any other."""

    def made(function: Callable[[CheckContext], Verdicts]) -> Check:
        def run(context: CheckContext) -> Iterator[FormVerdict]:
            lacking = needs(context) if needs else None
            for verdict in _listed(lacking or function(context), otherwise):
                yield "", verdict

        return Check(id, run)

    return made


def form_check(
    id: str, otherwise: Verdict | None = None, without_forms: Verdict = NO_FORM
) -> Callable[[Callable[[FormContext], Verdicts]], Check]:
    """Make a function of a form a check that looks at every form. `otherwise` is for a form, `without_forms` for a document that has none."""

    def made(function: Callable[[FormContext], Verdicts]) -> Check:
        def run(context: CheckContext) -> Iterator[FormVerdict]:
            if not context.forms:
                yield "", without_forms
            for form in context.forms:
                for verdict in _listed(function(form), otherwise):
                    yield form.name_among_several, verdict

        return Check(id, run)

    return made


def row_check(id: str) -> Callable[[Callable[[FormContext, IndicatorContext], Verdict | None]], Check]:
    """Make a function of an indicator row a check that looks at every row of every form."""

    def made(function: Callable[[FormContext, IndicatorContext], Verdict | None]) -> Check:
        def of_form(form: FormContext) -> Iterator[Verdict | None]:
            if not form.rows:
                yield missing("绩效指标", "indicator rows in the form")
            for row in form.rows:
                yield function(form, row)

        return form_check(id)(of_form)

    return made


def _listed(verdicts: Verdicts, otherwise: Verdict | None) -> Iterator[Verdict]:
    last = None
    for verdict in (verdicts,) if verdicts is None or isinstance(verdicts, Verdict) else verdicts:
        if verdict is not None:
            last = verdict
            yield verdict
    if last is None and otherwise is not None:
        yield otherwise


def half_read(form: FormContext) -> Verdict | None:
    """The verdict where cells were not read that may hold what a check looks for: a bare figure, or in a text, which has lost its
    cells, anything with figures."""
    text = form.context.report.source.format == "txt"
    for note in form.context.report.notes:
        cell = folded_text(note.message.partition(": ")[2])
        unread = note.code == "row_not_understood" and (_DIGIT.search(cell) if text else _FIGURE.fullmatch(cell))
        if unread or (text and note.code == "columns_worked_out"):
            en = "cells of the form that were read for certain"
            return missing("可确认的单元格（部分未能识别）", en, form.pointer)
    return None
