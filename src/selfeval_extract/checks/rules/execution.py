"""EXE: budget execution (预算执行). The denominator is the revised (full-year) budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from selfeval_extract.checks.catalogue import check
from selfeval_extract.checks.context import CheckContext, FormContext, once
from selfeval_extract.checks.figures import Figure, at_most, shown, told
from selfeval_extract.checks.rules.rates import rate_verdict
from selfeval_extract.checks.rules.row_scores import own_standard
from selfeval_extract.checks.verdict import Verdict, failed, irrelevant, missing, passed
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.roles import BUDGET_STAGES
from selfeval_extract.vocabulary.words import check_words

_ZERO, _ONE, _HUNDRED = Decimal(0), Decimal(1), Decimal(100)
_BANDS = ((Decimal("0.8"), Decimal("0.7")), (Decimal("0.6"), Decimal("0.5")), (_ZERO, _ZERO))
"""Execution of at least … earns … of the row's weight while the project is unfinished (example of 财预〔2021〕101号)."""
_CLAUSES = regex(r"[;:]|(?<!\d),|,(?!\d)")


class ExecutionLine(NamedTuple):
    """Budget and execution of one thing: a fund row, or the document as its prose tells it."""

    name_zh: str
    name_en: str
    original: Figure | None
    revised: Figure | None
    executed: Figure | None
    rate: Figure | None
    form: FormContext | None = None
    label: str = ""

    @property
    def share(self) -> Decimal | None:
        """Executed of the revised budget, 1 for all; None where one of them is missing or the budget is 0."""
        if self.revised is None or self.executed is None or self.revised.value <= 0:
            return None
        return self.executed.value / self.revised.value


@once
def _funds(form: FormContext) -> list[ExecutionLine]:
    """The fund rows of a form."""
    return [_fund(form, number) for number in range(len(form.item.funds))]


def _fund(form: FormContext, number: int) -> ExecutionLine:
    label = form.item.funds[number].label or "资金"
    prefix = f"《{form.name}》" if len(form.context.forms) > 1 else ""
    original, revised, executed, rate = (form.figure(f"funds/{number}/{name}") for name in (*BUDGET_STAGES, "rate"))
    told_by = f"{form.name}, " if prefix else ""
    return ExecutionLine(f"{prefix}{label}：", f"{told_by}{label}: ", original, revised, executed, rate, form, label)


@once
def _lines(context: CheckContext) -> list[ExecutionLine]:
    """Every fund row of every form; of a document without forms its budget, where the stages are labelled."""
    if context.forms:
        return [line for form in context.forms for line in _funds(form)]
    return [_own(context)]


def _own(context: CheckContext) -> ExecutionLine:
    original = context.figure("/budget/original") if labelled(context) else None
    revised, executed, rate = (context.figure(f"/budget/{n}") for n in ("revised", "executed", "execution_rate"))
    return ExecutionLine("", "", original, revised, executed, rate)


@once
def _wholes(context: CheckContext) -> list[ExecutionLine]:
    """The rows of totals; of a document without forms its budget."""
    if context.forms:
        return [_funds(form)[form.total_row] for form in context.forms if form.total_row is not None]
    return [_own(context)]


@once
def labelled(context: CheckContext) -> bool:
    """Whether the document says of its one budget figure at which stage it is: a form's columns do, prose by its words."""
    original = context.report.budget.original
    if original is None or context.forms:
        return True
    quotes = context.quotes("/budget/original")
    if not quotes or not context.passages:
        return True
    return any(
        check_words("budget", "labelled").search(clause)
        for _, sentence in context.sentences()
        if folded_text(quotes[0].quote) in sentence
        for clause in _CLAUSES.split(sentence)
        if folded_text(quotes[0].quote) in clause
    )


@check("EXE-01")
def rate_recomputed(context: CheckContext) -> Iterator[Verdict]:
    for line in _lines(context):
        if line.rate is None or line.revised is None or line.executed is None:
            yield missing("全年预算、执行数、执行率三者之一", "one of revised budget, execution and rate")
        elif line.revised.value > 0:
            computed = line.executed.value / line.revised.value * _HUNDRED
            pointers = (line.rate.pointer, line.executed.pointer, line.revised.pointer)
            what = f"{line.name_zh}执行{line.executed}÷全年预算{line.revised}"
            yield rate_verdict(
                line.rate,
                computed,
                context.settings["rate"],
                what,
                *pointers,
                en=f"{line.name_en}executed {line.executed} of {line.revised}",
            )


@check("EXE-02")
def within_budget(context: CheckContext) -> Iterator[Verdict]:
    for line in _lines(context):
        if line.revised is None or line.executed is None:
            yield missing("全年预算或执行数", "revised budget or execution")
            continue
        if "收入" in line.label:  # more may come in than was planned
            continue
        result = at_most(line.executed, line.revised)
        sign = "超过" if result.outcome == "fail" else "≤"
        yield told(
            result,
            f"{line.name_zh}执行{line.executed}{sign}全年预算{line.revised}",
            f"{line.name_en}executed {line.executed}, revised budget {line.revised}",
            line.executed.pointer,
            line.revised.pointer,
        )


@check("EXE-03")
def execution_score(context: CheckContext) -> Iterator[Verdict]:
    if not context.forms:
        yield missing("执行率得分", "a score of execution")
    for form in context.forms:
        yield from _row_scores(form)


def _row_scores(form: FormContext) -> Iterator[Verdict]:
    for number, fund in enumerate(form.item.funds):
        line = _funds(form)[number]
        share = line.share
        if share is None and fund.rate is not None:
            share = fund.rate / _HUNDRED
        if fund.score is None:
            continue
        if share is None or fund.weight is None:
            yield missing("执行率或分值", "the rate or weight of execution")
        else:
            yield _scored(form, line, fund.weight, fund.score, share, f"{form.pointer}/funds/{number}")
    if form.scored and not any(f.score is not None for f in form.item.funds):
        yield missing("执行率得分", "a score of execution")


def _scored(
    form: FormContext, line: ExecutionLine, weight: Decimal, score: Decimal, share: Decimal, at: str
) -> Verdict:
    """A score by share of weight, or by band; over 100% full marks or none are both in use."""
    allowed = form.context.settings["row_score"]
    due = weight * min(share, _ONE)
    by_band = weight * next((part for least, part in _BANDS if share >= least), _ZERO) if share < _ONE else weight
    ways = {"proportional": abs(score - due) <= allowed, "banded": score == by_band}
    matched = next((way for way in form.profile.execution if ways[way]), None)
    holds = (matched is not None or (share > _ONE and score == 0)) and score <= weight
    if not holds and score <= weight and own_standard(form.context):
        return missing(
            "该行评分标准的计算依据", "how the document's own scoring standard applies to the row", f"{at}/score"
        )
    rule = {"proportional": "按比例", "banded": "按分档"}.get(matched or "", "")
    return Verdict(
        "pass" if holds else "fail",
        f"{line.name_zh}分值{shown(weight)}，执行率{shown(round(share * _HUNDRED, 2))}%，得分{shown(score)}"
        + (f"，{rule}相符" if holds and rule else "" if holds else f"，按比例应为{shown(round(due, 2))}"),
        f"{line.name_en}weight {shown(weight)}, rate {shown(round(share * _HUNDRED, 2))}%, score {shown(score)}"
        + (f" ({matched})" if matched else f"; in proportion {shown(round(due, 2))}"),
        (f"{at}/score", f"{at}/weight", *(f.pointer for f in (line.executed, line.revised) if f)),
        due, score - due, allowed, profile=form.profile.name,
    )  # fmt: skip


@check("EXE-04")
def size_of_adjustment(context: CheckContext) -> Iterator[Verdict]:
    for line in _wholes(context):
        if line.original is None or line.revised is None:
            yield missing("年初预算或全年预算", "original or revised budget")
        elif line.original.value > 0:
            yield _adjusted(context, line, line.original, line.revised)


def _adjusted(context: CheckContext, line: ExecutionLine, original: Figure, revised: Figure) -> Verdict:
    moved = revised.value - original.value
    share = moved / original.value
    limit = context.settings["adjustment"]
    large = abs(share) > limit
    explained = large and _explained(context, "adjustment")
    zh = f"{line.name_zh}年初预算{original}，全年预算{revised}，调整{shown(moved)}（{shown(round(share * _HUNDRED, 2))}%）"
    en = f"{line.name_en}original {original}, revised {revised}: {shown(moved)} ({shown(round(share * _HUNDRED, 2))}%)"
    if large:
        zh, en = (
            (f"{zh}，文中有说明", f"{en}, explained")
            if explained
            else (f"{zh}，本文件未说明原因", f"{en}, not explained")
        )
    return Verdict(
        "fail" if large and not explained else "pass", zh, en, (original.pointer, revised.pointer),
        round(share * _HUNDRED, 2), round((abs(share) - limit) * _HUNDRED, 2), limit * _HUNDRED,
    )  # fmt: skip


def _explained(context: CheckContext, role: str) -> bool:
    """Whether the report gives a reason: in its prose, its problems, or the closing rows and notes of a form."""
    pattern = check_words("reasons", role)
    return any(pattern.search(text) for text in _reasons(context))


@once
def _reasons(context: CheckContext) -> list[str]:
    """The sentences and closing rows that may give reasons, folded."""
    texts = [sentence for passage, sentence in context.sentences() if not passage.about("duties", "measures")]
    for form in context.forms:
        notes = [r.item.note for r in form.rows if r.item.note]
        texts += [
            folded_text(t) for t in (form.item.problems, form.item.conclusion, form.item.goal.actual, *notes) if t
        ]
    return texts


@check("EXE-05")
def low_execution(context: CheckContext) -> Iterator[Verdict]:
    limit = context.settings["low_execution"]
    for line in _wholes(context):
        share = line.share
        if share is None and line.rate is not None:
            share = line.rate.value / _HUNDRED
        if share is None:
            yield missing("执行率", "an execution rate")
            continue
        percent = shown(round(share * _HUNDRED, 2))
        fields = tuple(f.pointer for f in (line.executed, line.revised, line.rate) if f)
        if share >= limit or _explained(context, "low_execution") or _shortfall_noted(line):
            why = "" if share >= limit else "，文中有说明"
            verdict = passed(f"{line.name_zh}执行率{percent}%{why}", f"{line.name_en}rate {percent}%", *fields)
        else:
            zh = f"{line.name_zh}执行率{percent}%，低于{shown(limit * _HUNDRED)}%，本文件未说明原因"
            verdict = failed(zh, f"{line.name_en}rate {percent}% is low and not explained", *fields)
        gap = (share - limit) * _HUNDRED
        yield verdict._replace(recomputed=share * _HUNDRED, difference=gap, tolerance=_ZERO)


def _shortfall_noted(line: ExecutionLine) -> bool:
    """Whether the form gives a reason beside its money, or for an unmet indicator, which is one for unspent money, too."""
    form = line.form
    return form is not None and any(
        [f.note for f in form.item.funds] + [r.item.note for r in form.rows if r.completion.met is False]
    )


@check("EXE-06")
def above_unlabelled_budget(context: CheckContext) -> Verdict:
    budget, executed = context.figure("/budget/original"), context.figure("/budget/executed")
    if budget is None or context.report.budget.revised is not None or labelled(context):
        return irrelevant("预算数已注明阶段，或未列预算数", "the budget's stage is told, or there is no budget")
    if executed is None:
        return missing("支出数", "what was spent")
    result = at_most(executed, budget)
    share = shown(round(executed.value / budget.value * _HUNDRED, 2)) if budget.value > 0 else "—"
    if result.outcome == "fail" and _explained(context, "adjustment"):
        return passed(
            f"支出{executed}大于预算{budget}，文中有说明",
            f"spent {executed} of {budget}, explained",
            "/budget/executed",
            "/budget/original",
        )
    above = result.outcome == "fail"
    return told(
        result,
        f"支出{executed}{'大于' if above else '≤'}未注明阶段的预算{budget}，为其{share}%"
        + ("，本文件未说明原因" if above else ""),
        f"spent {executed}, budget of an unnamed stage {budget}: {share}%" + (", not explained" if above else ""),
        "/budget/executed",
        "/budget/original",
    )


@check("EXE-07")
def no_original_budget(context: CheckContext) -> Iterator[Verdict]:
    for line in _wholes(context):
        if line.original is None:
            yield missing("年初预算", "an original budget")
        elif line.original.value > 0:
            yield passed(
                f"{line.name_zh}年初预算{line.original}",
                f"{line.name_en}original {line.original}",
                line.original.pointer,
            )
        elif line.revised is not None and line.revised.value > 0:
            if _explained(context, "adjustment"):
                yield passed(
                    f"{line.name_zh}年初预算为0，文中有说明",
                    f"{line.name_en}added during the year, explained",
                    line.original.pointer,
                )
            else:
                yield failed(
                    f"{line.name_zh}年初预算为0，全年预算{line.revised}，本文件未说明来源",
                    f"{line.name_en}original 0, revised {line.revised}, not explained",
                    line.original.pointer,
                    line.revised.pointer,
                )


@check("EXE-08")
def revised_is_executed(context: CheckContext) -> Iterator[Verdict]:
    for line in _wholes(context):
        if line.original is None or line.revised is None or line.executed is None:
            yield missing("年初预算、全年预算、执行数三者之一", "one of original, revised and executed")
            continue
        suspicious = line.original.value != line.revised.value == line.executed.value
        yield (failed if suspicious else passed)(
            f"{line.name_zh}年初{line.original}，全年预算{line.revised}，执行{line.executed}"
            + ("：全年预算与执行数完全相等" if suspicious else ""),
            f"{line.name_en}original {line.original}, revised {line.revised}, executed {line.executed}",
            line.original.pointer,
            line.revised.pointer,
            line.executed.pointer,
        )
