"""AMT: the fund block of a form (资金表): its splits by source and by kind of spending, its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from selfeval_extract.checks.catalogue import form_check
from selfeval_extract.checks.context import FormContext
from selfeval_extract.checks.figures import Figure, figure, sum_verdict
from selfeval_extract.checks.rules.totals import best, best_terms, given
from selfeval_extract.checks.verdict import Verdict, irrelevant, missing
from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.roles import BUDGET_STAGES, SOURCES
from selfeval_extract.vocabulary.words import check_words

_WHOLES = ("revised", "executed", "original")
_ZERO = Decimal(0)


def _split_verdict(form: FormContext, terms: Sequence[Figure]) -> Verdict:
    """A split of the year's money against the totals of the fund block: adjusted, then executed, then initial."""
    totals = given(form.money_figure(stage) for stage in _WHOLES)
    if not totals:
        return missing("年度资金总额", "the year's total")
    return best(totals, terms)


@form_check("AMT-04")
def by_source(form: FormContext) -> Verdict | None:
    if form.item.kind != "department":
        return None
    terms = given(form.figure(f"by_source/{name}") for name in SOURCES)
    return _split_verdict(form, terms) if terms else missing("按收入性质分的金额", "a split by source")


@form_check("AMT-05")
def by_nature(form: FormContext) -> Iterator[Verdict]:
    if form.item.kind != "department":
        return
    terms = given(form.figure(f"by_nature/{name}") for name in ("basic", "project"))
    rows = _rows_named(form, "nature")
    if len(rows) > 1 and form.total_row is not None:
        yield from _columns(form, form.total_row, rows)
    elif not terms:
        yield missing("按支出性质分的金额", "a split by kind of spending")
    if not terms:
        return
    yield _split_verdict(form, terms)
    sources = given(form.figure(f"by_source/{name}") for name in SOURCES)
    if sources:
        total = figure(sum((s.value for s in sources), _ZERO))
        whole = Figure(
            total.value,
            min(s.quantum for s in sources),
            all(s.whole for s in sources),
            "",
            "按收入性质分合计",
            "sum by source",
        )
        yield sum_verdict(whole, terms)._replace(fields=tuple(f.pointer for f in (*sources, *terms)))


@form_check("AMT-09", without=irrelevant("没有资金表", "there is no table of funds"))
def fund_rows(form: FormContext) -> Iterator[Verdict]:
    total = form.total_row
    totals = [
        n for n, f in enumerate(form.item.funds) if check_words("funds", "total").search(folded_text(f.label or ""))
    ]
    if total is None or totals != [total] or len(form.item.funds) < 2:
        return
    natures = _rows_named(form, "nature")
    parts = [n for n in range(len(form.item.funds)) if n != total and n not in natures]
    if set(parts) <= set(_rows_named(form, "source")):
        yield from _columns(form, total, parts)


def _rows_named(form: FormContext, role: str) -> list[int]:
    """The fund rows whose labels name a source of money, or a kind of spending."""
    labels = enumerate(folded_text(f.label or "") for f in form.item.funds)
    return [n for n, label in labels if n != form.total_row and check_words("funds", role).search(label)]


def _columns(form: FormContext, total: int, parts: Sequence[int]) -> Iterator[Verdict]:
    for stage in BUDGET_STAGES:
        rows = [(n, f) for n in parts if (f := form.figure(f"funds/{n}/{stage}")) is not None]
        if rows:
            yield _column(form, stage, form.figure(f"funds/{total}/{stage}"), rows)


def _column(form: FormContext, stage: str, whole: Figure | None, rows: list[tuple[int, Figure]]) -> Verdict:
    """A column of the fund block: the total against the rows, or against those that are no part of another row."""
    if whole is None:
        return missing("资金总额", "the total of a column")
    labels = {n: folded_text(form.item.funds[n].label or "") for n, _ in rows}
    named_rows = [(n, f._replace(zh=labels[n] or f.zh, en=labels[n] or f.en)) for n, f in rows]
    whole = whole._replace(zh=f"{whole.zh}总额", en=f"total of {whole.en}")
    first = named_rows[0][0]
    ways = [named_rows]
    ways.append(_outer(named_rows, labels))
    ways += [
        [(n, f) for n, f in named_rows if not check_words("funds", part).search(labels[n])]
        for part in ("inner", "narrow")
    ]
    ways.append([(n, f) for n, f in named_rows if n == first or not labels[n].startswith("其中")])
    return best_terms(whole, [[f for _, f in way] for way in ways if way])


def _outer(rows: list[tuple[int, Figure]], labels: dict[int, str]) -> list[tuple[int, Figure]]:
    """The rows that are no part of another: those from a 其中 row on are parts as long as they stay within the row above."""
    found: list[tuple[int, Figure]] = []
    left = _ZERO
    for n, (number, one) in enumerate(rows):
        if n and labels[number].startswith("其中"):
            left = found[-1][1].value
        if n and 0 < one.value <= left:
            left -= one.value
        else:
            found.append((number, one))
            left = _ZERO
    return found
