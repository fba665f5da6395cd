"""Arithmetic checks: the formulas of `arithmetic.toml`, computed from the figures of the record.

    [EXE-02]
    each = "fund_row_of_spending"
    formula = "executed ≤ revised"

`each` (or `of`) names a function of `rules/`, marked by `@operands`, that finds what the names of the formula stand for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from operator import eq, ge, le
from pathlib import Path
from typing import Any, NamedTuple

from selfeval_extract.checks.check import Check, FormVerdict
from selfeval_extract.checks.context import CheckContext, FormContext, memoized
from selfeval_extract.checks.figures import (
    ENGLISH_SIGNS,
    SIGNS,
    Comparison,
    Figure,
    added,
    at_most,
    comparison_verdict,
    present,
    rate_verdict,
    same,
    shown,
    sum_figure,
    sum_verdict,
)
from selfeval_extract.checks.stated_amounts import unless_stated
from selfeval_extract.checks.verdict import Outcome, Verdict, missing, passed
from selfeval_extract.runtime.pattern_cache import regex, toml

_SIGN = regex(r" ([=≤≥]) ")
_GIVEN = regex(r"Σ\((.+)\)")
_OPERATORS = {"=": eq, "≤": le, "≥": ge}
Phrase = tuple[str, str]
"""A wording in Chinese and English."""


class Operands(NamedTuple):
    """What the names of a formula stand for: `figures` by name; any other name is a threshold, a number or a path of the record.
    `zh`, `en`: what messages call the thing; `form`: the form that it is part of."""

    context: CheckContext
    figures: Mapping[str, Figure | Sequence[Figure | None] | None] = {}
    zh: str = ""
    en: str = ""
    form: FormContext | None = None

    def find(self, name: str) -> list[Figure | None]:
        """The figures of a name; None for one that is missing."""
        if name in self.figures:
            found = self.figures[name]
            return [found] if found is None or isinstance(found, Figure) else list(found)
        constant = self.number(name)
        return [self.context.figure(f"/{name.replace('.', '/')}")] if constant is None else [Figure(constant)]

    def find_all(self, name: str) -> list[Figure | None]:
        """The figures to be added up: those of a name, of a list of the record (`spending.functions[].amount`), or those given of the
        fields of an object (`budget.sources`)."""
        if name in self.figures:
            return self.find(name)
        path, is_list, field = name.partition("[].")
        pointer = f"/{path.replace('.', '/')}"
        held = self.context.value(pointer)
        if is_list:
            return [
                self.context.figure(f"{pointer}/{n}/{field}", item.name, item.name) for n, item in enumerate(held or ())
            ]
        return list(present(self.context.figure(f"{pointer}/{field}") for field in type(held).model_fields))

    def number(self, name: str) -> Decimal | None:
        """A number, or the threshold of that name."""
        thresholds: Mapping[Any, Decimal] = self.context.settings.thresholds
        return Decimal(name) if name[:1].isdigit() else thresholds.get(name)


class OperandSource(NamedTuple):
    """What formulas are computed for: its name in `arithmetic.toml`, what it is, and the function that finds it in a document; a
    verdict in place of operands says why nothing can be computed."""

    name: str
    meaning: str
    find: Callable[[CheckContext], Iterable[Operands | Verdict]]


def operands(find: Callable[[CheckContext], Iterable[Operands | Verdict]]) -> OperandSource:
    """Let formulas be computed for what a function finds. Its name is used in `arithmetic.toml`, its docstring in docs/checks.md."""
    return OperandSource(find.__name__, find.__doc__ or "", memoized(lambda context: list(find(context))))


@operands
def record(context: CheckContext) -> Iterator[Operands]:
    """The record."""
    yield Operands(context)


class Formula(NamedTuple):
    """A row of `arithmetic.toml`, which says what its keys mean."""

    formula: str
    each: str = ""
    of: str = "record"
    needs: str = ""
    missing: Phrase = "", ""
    missing_total: Phrase | None = None
    complete_from: int = 0
    incomplete: Phrase = "", ""
    unless_stated: bool = False
    within: str = ""
    says: Phrase = "", ""
    fails: Phrase | None = None
    all: Phrase | None = None

    @property
    def rule(self) -> str:
        """What docs/checks.md prints."""
        return f"each {self.each.replace('_', ' ')}: {self.formula}" if self.each else self.formula


@cache
def formulas() -> dict[str, Formula]:
    """The rows of `arithmetic.toml` by the id of their check."""
    rows = toml(Path(__file__).with_name("arithmetic.toml"))
    return {id: Formula(**row) for id, row in rows.items()}


def formula_check(id: str, formula: Formula, source: OperandSource) -> Check:
    """The check that computes a formula for all that its source finds in a document."""
    compute = _rate(formula) if "÷" in formula.formula else _limit(formula) if formula.all else _comparison(formula)

    def run(context: CheckContext) -> Iterator[FormVerdict]:
        for found in source.find(context):
            if isinstance(found, Verdict):
                yield "", found
            else:
                form = found.form.name_among_several if found.form else ""
                yield from ((form, verdict) for verdict in compute(found))

    return Check(id, run)


def _rate(formula: Formula) -> Callable[[Operands], Iterable[Verdict]]:
    """`rate = part ÷ whole × 100`; no verdict where the whole is 0."""
    names = formula.formula.split(" ")[0:5:2]

    def compute(operands: Operands) -> Iterator[Verdict]:
        figures = present(figure for name in names for figure in operands.find(name))
        allowed = operands.number(formula.within)
        if len(figures) < len(names) or allowed is None:
            yield missing(*formula.missing)
            return
        rate, part, whole = figures
        if whole.value > 0:
            zh, en = _worded(formula.says, operands, part=part, whole=whole)
            yield rate_verdict(rate, part.value / whole.value * 100, allowed, zh, en, *(f.pointer for f in figures))

    return compute


def _limit(formula: Formula) -> Callable[[Operands], Iterable[Verdict]]:
    """`figures ≤ limit`, `figures ≥ limit`: a verdict for each figure beyond the limit, or one for all."""
    name, sign, bound = formula.formula.split(" ")

    def compute(operands: Operands) -> list[Verdict]:
        figures, limit = present(operands.find(name)), operands.number(bound)
        if not figures or limit is None or formula.all is None:
            return [missing(*formula.missing)]
        beyond = (figure for figure in figures if not _OPERATORS[sign](figure.value, limit))
        most = shown(max(figure.value for figure in figures))
        zh, en = (wording.format(count=len(figures), most=most) for wording in formula.all)
        return [_compared(formula, operands, sign, figure, [Figure(limit)], exact=True) for figure in beyond] or [
            passed(zh, en, *(figure.pointer for figure in figures))
        ]

    return compute


def _comparison(formula: Formula) -> Callable[[Operands], Iterable[Verdict]]:
    """`total = a + b`, `total = Σ list`, `one = other`, `one ≤ limit`, `limit ≥ other`."""
    left_side, sign, right_side = _SIGN.split(formula.formula)
    right_side, _, added_too = right_side.partition(" (+ ")
    totals, ways = left_side.split(" or "), [way.split(" + ") for way in right_side.split(" or ")]
    optional = added_too.removesuffix(")").split(" + ") if added_too else []
    is_sum = sign == "=" and (len(ways[0]) > 1 or "Σ" in ways[0][0])

    def compute(operands: Operands) -> Iterator[Verdict]:
        left = present(figure for name in totals for figure in operands.find(name))
        right = [terms for way in ways if (terms := _terms(operands, way))]
        if not right or (formula.needs and not operands.find(formula.needs)):
            yield missing(*formula.missing)
        elif not left:
            yield missing(*(formula.missing_total or formula.missing))
        else:
            exact = operands.number(formula.within) == 0
            ends = left[0], right[0], exact
            verdict = sums(operands, left, right) if is_sum else _compared(formula, operands, sign, *ends)
            incomplete = len(right[0]) < formula.complete_from and added(right[0]) < left[0].value
            if incomplete and verdict.outcome == "fail":
                verdict = missing(*formula.incomplete)
            yield unless_stated(operands.context, verdict) if formula.unless_stated else verdict

    def sums(operands: Operands, left: Sequence[Figure], right: Sequence[Sequence[Figure]]) -> Verdict:
        verdict = sum_verdict(left, *right)
        more = present(figure for name in optional for figure in operands.find(name))
        return sum_verdict(left, [*right[0], *more]) if more and verdict.outcome == "fail" else verdict

    return compute


def _terms(operands: Operands, way: Sequence[str]) -> list[Figure] | None:
    """The figures of a sum; None where one that has to be there is missing."""
    found: list[Figure | None] = []
    for term in way:
        given = _GIVEN.fullmatch(term)
        if given:
            found += present(figure for name in given[1].split(", ") for figure in operands.find(name))
        else:
            found += operands.find_all(term.removeprefix("Σ ")) if term.startswith("Σ") else operands.find(term)
    return None if None in found else present(found)


def _compared(
    formula: Formula, operands: Operands, sign: str, left: Figure, terms: Sequence[Figure], exact: bool
) -> Verdict:
    """A figure against another or a sum: `exact` numbers may not differ, others by what their printed decimals explain."""
    right = terms[0] if len(terms) == 1 else sum_figure(terms)
    if exact:
        outcome: Outcome = "pass" if _OPERATORS[sign](left.value, right.value) else "fail"
        result = Comparison(outcome, right.value, left.value - right.value, Decimal(0))
    else:
        result = same(left, right) if sign == "=" else at_most(*((left, right) if sign == "≤" else (right, left)))
    fails = result.outcome == "fail"
    signs = ("超过" if fails else "≤", "≤") if sign == "≤" else (SIGNS[result.outcome], ENGLISH_SIGNS[result.outcome])
    says = formula.fails if fails and formula.fails else formula.says
    difference = shown(abs(result.difference))
    zh, en = _worded(says, operands, signs, left=left, right=right, count=len(terms), difference=difference)
    fields = tuple(f.pointer for f in (left, *terms) if f.pointer)
    if exact:
        return Verdict(result.outcome, zh, en, fields, *result[1:])
    return comparison_verdict(result, zh, en, *fields)


def _worded(says: Phrase, operands: Operands, signs: Phrase = ("", ""), **figures: object) -> Phrase:
    zh = says[0].format(each=operands.zh, sign=signs[0], **figures)
    return zh, says[1].format(each=operands.en, sign=signs[1], **figures)
