"""The catalogue: every check with its words (`words/`) and the function that does it.

A check is a function of a case, of a form or of an indicator row, under its id:

    @check("AMT-01")
    def basic_parts(case: Case) -> Verdict: ...

It gives a verdict, or several: one for each thing it looked at. None for a row or form that it does not concern.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from selfeval_extract.checks.context import CheckContext, FormContext, IndicatorContext
from selfeval_extract.checks.verdict import Severity, Verdict, missing
from selfeval_extract.runtime.pattern_cache import toml

GROUPS: dict[str, tuple[str, str]] = {
    "AMT": ("金额勾稽", "Amounts"),
    "EXE": ("预算执行", "Execution"),
    "WGT": ("分值权重", "Weights"),
    "SCR": ("得分与等级", "Scores and grade"),
    "IND": ("绩效指标", "Indicators"),
    "XDC": ("表文一致与逻辑", "Cross-document consistency"),
    "ORG": ("机构人员", "Organisation and staff"),
    "TPE": ("三公经费", "Three public expenses"),
    "NAR": ("问题与措施", "Problems and measures"),
    "PUB": ("完整性与公开", "Completeness and disclosure"),
    "FMT": ("格式", "Form"),
}
"""Group of checks → its name in Chinese and English, in the order in which findings are listed."""

Verdicts = Verdict | Iterable[Verdict | None] | None
OfForm = tuple[str, Verdict]
"""A verdict under the name of the form that it is on; under "" where the document has no other."""
Run = Callable[[CheckContext], Iterable[OfForm]]
_RUNS: dict[str, Run] = {}


class CheckText(NamedTuple):
    """A check as people read about it. `formula` uses the record's names; `tolerance`: what it allows, in words."""

    id: str
    severity: Severity
    name_zh: str
    name_en: str
    formula: str
    tolerance: str
    why_zh: str
    why_en: str

    @property
    def group(self) -> str:
        """The first part of the id."""
        return self.id.partition("-")[0]


class Check(NamedTuple):
    """A check of the catalogue."""

    words: CheckText
    run: Run


def check(id: str) -> Callable[[Callable[[CheckContext], Verdicts]], Callable[[CheckContext], Verdicts]]:
    """Enter a function of a case into the catalogue."""

    def enter(function: Callable[[CheckContext], Verdicts]) -> Callable[[CheckContext], Verdicts]:
        _add(id, lambda context: (("", verdict) for verdict in _each(function(context))))
        return function

    return enter


_NO_FORM = missing("绩效自评表", "a self-evaluation form in this document")


def form_check(
    id: str, without: Verdict = _NO_FORM
) -> Callable[[Callable[[FormContext], Verdicts]], Callable[[FormContext], Verdicts]]:
    """Enter a function of a form: done for every form. `without`: the verdict on a document that has none."""

    def enter(function: Callable[[FormContext], Verdicts]) -> Callable[[FormContext], Verdicts]:
        def run(context: CheckContext) -> Iterator[OfForm]:
            if not context.forms:
                yield "", without
            for form in context.forms:
                name = form.name if len(context.forms) > 1 else ""
                for verdict in _each(function(form)):
                    yield name, verdict

        _add(id, run)
        return function

    return enter


def row_check(
    id: str,
) -> Callable[
    [Callable[[FormContext, IndicatorContext], Verdicts]], Callable[[FormContext, IndicatorContext], Verdicts]
]:
    """Enter a function of an indicator row: done for every row of every form."""

    def enter(
        function: Callable[[FormContext, IndicatorContext], Verdicts],
    ) -> Callable[[FormContext, IndicatorContext], Verdicts]:
        @form_check(id)
        def rows(form: FormContext) -> Iterator[Verdict]:
            if not form.rows:
                yield missing("绩效指标", "indicator rows in the form")
            for row in form.rows:
                yield from _each(function(form, row))

        return function

    return enter


def _add(id: str, run: Run) -> None:
    if id in _RUNS:
        raise ValueError(f"two checks are called {id}")
    _RUNS[id] = run


def _each(verdicts: Verdicts) -> Iterable[Verdict]:
    if isinstance(verdicts, Verdict):
        return (verdicts,)
    return () if verdicts is None else (v for v in verdicts if v is not None)


@cache
def catalogue() -> dict[str, Check]:
    """All checks by id, in the order of the groups."""
    from selfeval_extract.checks import rules  # noqa: F401  the import enters them

    return {id: Check(words, _RUNS[id]) for group in GROUPS for id, words in _words_of(group)}


def _words_of(group: str) -> Iterator[tuple[str, CheckText]]:
    told = toml(Path(__file__).with_name("words") / f"{group.lower()}.toml")
    return ((id, CheckText(id, **told[id])) for id in sorted(told))
