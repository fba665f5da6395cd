"""AMT: the fund block of a form (资金表): its splits by source and by kind of spending, its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.checks.arithmetic import Operands, operands
from selfeval_extract.checks.check import NO_FORM, form_check
from selfeval_extract.checks.context import CheckContext, FormContext
from selfeval_extract.checks.figures import ZERO, Figure, present, sum_figure, sum_verdict
from selfeval_extract.checks.verdict import Verdict, missing, not_applicable
from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.roles import BUDGET_STAGES, SOURCES
from selfeval_extract.vocabulary.words import check_words, says


@operands
def department_form(context: CheckContext) -> Iterator[Operands | Verdict]:
    """Each form of the unit as a whole; `funds[total]` is the row with the totals of the year."""
    if not context.forms:
        yield NO_FORM
    for form in context.department_forms:
        stages = {f"funds[total].{stage}": form.total_figure(stage) for stage in BUDGET_STAGES}
        figures = {**stages, "by_source": _split(form, "by_source", SOURCES)}
        yield Operands(context, figures, form=form)


def _split(form: FormContext, split: str, names: Sequence[str]) -> list[Figure]:
    return present(form.figure(f"{split}/{name}") for name in names)


@form_check("AMT-05")
def by_nature(form: FormContext) -> Iterator[Verdict]:
    if form.item.kind != "department":
        return
    terms = _split(form, "by_nature", ("basic", "project"))
    rows = _rows_named(form, "nature")
    if len(rows) > 1 and form.total_row is not None:
        yield from _columns(form, form.total_row, rows)
    elif not terms:
        yield missing("按支出性质分的金额", "a split by kind of spending")
    if not terms:
        return
    totals = present(form.total_figure(stage) for stage in ("revised", "executed", "original"))
    sources = _split(form, "by_source", SOURCES)
    yield sum_verdict(totals, terms) if totals else missing("年度资金总额", "the year's total")
    if sources:
        whole = sum_figure(sources, "按收入性质分合计", "sum by source")
        yield sum_verdict([whole], terms)._replace(fields=tuple(f.pointer for f in (*sources, *terms)))


@form_check("AMT-09", without_forms=not_applicable("没有资金表", "there is no table of funds"))
def fund_rows(form: FormContext) -> Iterator[Verdict]:
    labels = _labels(form)
    totals = [n for n, label in enumerate(labels) if says("funds", "total", label)]
    if form.total_row is None or totals != [form.total_row] or len(labels) < 2:
        return
    natures = _rows_named(form, "nature")
    parts = [n for n in range(len(labels)) if n != form.total_row and n not in natures]
    if set(parts) <= set(_rows_named(form, "source")):
        yield from _columns(form, form.total_row, parts)


def _labels(form: FormContext) -> list[str]:
    return [folded_text(fund.label or "") for fund in form.item.funds]


def _rows_named(form: FormContext, role: str) -> list[int]:
    """The fund rows whose labels name a source of money, or a kind of spending."""
    words = check_words("funds", role)
    return [n for n, label in enumerate(_labels(form)) if n != form.total_row and words.search(label)]


def _columns(form: FormContext, total: int, parts: Sequence[int]) -> Iterator[Verdict]:
    for stage in BUDGET_STAGES:
        rows = [(n, f) for n in parts if (f := form.figure(f"funds/{n}/{stage}")) is not None]
        if rows:
            yield _column(form, form.figure(f"funds/{total}/{stage}"), rows)


def _column(form: FormContext, total: Figure | None, rows: Sequence[tuple[int, Figure]]) -> Verdict:
    """A column of the fund block: the total against the rows, or against those that are not part of another row."""
    if total is None:
        return missing("资金总额", "the total of a column")
    labels = _labels(form)
    figures = [f._replace(zh=labels[n] or f.zh, en=labels[n] or f.en) for n, f in rows]
    labelled = [(labels[n], f) for (n, _), f in zip(rows, figures, strict=True)]
    ways = [figures, _outer(labelled)]
    ways += [[f for label, f in labelled if not says("funds", role, label)] for role in ("inner", "narrow")]
    ways.append([f for n, (label, f) in enumerate(labelled) if not n or not label.startswith("其中")])
    return sum_verdict([total._replace(zh=f"{total.zh}总额", en=f"total of {total.en}")], *filter(None, ways))


def _outer(rows: Sequence[tuple[str, Figure]]) -> list[Figure]:
    """The rows that are not part of another: those from a row 其中 on are parts as long as they stay within the row above."""
    found: list[Figure] = []
    left = ZERO
    for n, (label, figure) in enumerate(rows):
        if n and label.startswith("其中"):
            left = found[-1].value
        if n and 0 < figure.value <= left:
            left -= figure.value
        else:
            found.append(figure)
            left = ZERO
    return found
