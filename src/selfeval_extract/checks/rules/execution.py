"""EXE: budget execution (预算执行). The denominator is the revised (full-year) budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from selfeval_extract.checks.arithmetic import Operands, operands
from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext, FormContext, memoized
from selfeval_extract.checks.figures import HUNDRED, ONE, ZERO, Figure, at_most, comparison_verdict, percent, shown
from selfeval_extract.checks.rules.row_scores import prints_own_standard
from selfeval_extract.checks.verdict import Verdict, failed, judged, missing, not_applicable, passed
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.roles import BUDGET_STAGES
from selfeval_extract.vocabulary.words import check_words, says

_BANDS = ((Decimal("0.8"), Decimal("0.7")), (Decimal("0.6"), Decimal("0.5")), (ZERO, ZERO))
"""Execution of at least … earns … of the row's weight while the project is unfinished (example of 财预〔2021〕101号)."""
_NO_SCORE = missing("执行率得分", "a score of execution")
_CLAUSES = regex(r"[;:]|(?<!\d),|,(?!\d)")


class ExecutionLine(NamedTuple):
    """Budget and execution of one thing: a fund row, or the document as its prose states it. `name_zh`, `name_en`: what messages begin
    with; `label`: that of the fund row."""

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

    @property
    def share_or_rate(self) -> Decimal | None:
        """Its share, else the printed rate as one."""
        return self.rate.value / HUNDRED if self.share is None and self.rate is not None else self.share


@memoized
def _fund_lines(form: FormContext) -> list[ExecutionLine]:
    """The fund rows of a form."""
    zh, en = (f"《{form.name}》", f"{form.name}, ") if form.name_among_several else ("", "")
    found: list[ExecutionLine] = []
    for n, fund in enumerate(form.item.funds):
        label = fund.label or "资金"
        original, revised, executed, rate = (form.figure(f"funds/{n}/{name}") for name in (*BUDGET_STAGES, "rate"))
        names = f"{zh}{label}：", f"{en}{label}: "
        found.append(ExecutionLine(*names, original, revised, executed, rate, form, label))
    return found


def _budget_line(context: CheckContext) -> ExecutionLine:
    """The budget of the document; its original one only where the stage is labelled."""
    original = context.figure("/budget/original") if _is_labelled(context) else None
    revised, executed, rate = (context.figure(f"/budget/{n}") for n in ("revised", "executed", "execution_rate"))
    return ExecutionLine("", "", original, revised, executed, rate)


def _lines(context: CheckContext) -> list[ExecutionLine]:
    """Every fund row of every form; of a document without forms its budget."""
    return [line for form in context.forms for line in _fund_lines(form)] if context.forms else [_budget_line(context)]


@memoized
def _total_lines(context: CheckContext) -> list[ExecutionLine]:
    """The rows with the totals of the year; of a document without forms its budget."""
    if context.forms:
        return [_fund_lines(form)[form.total_row] for form in context.forms if form.total_row is not None]
    return [_budget_line(context)]


@memoized
def _is_labelled(context: CheckContext) -> bool:
    """Whether the document says of its one budget figure at which stage it is: a form's columns do, prose by its words."""
    original = context.report.budget.original
    if original is None or context.forms:
        return True
    quotes = context.quotes("/budget/original")
    if not quotes or not context.passages:
        return True
    quote = folded_text(quotes[0].quote)
    return any(
        quote in clause and says("budget", "labelled", clause)
        for _, sentence in context.sentences()
        if quote in sentence
        for clause in _CLAUSES.split(sentence)
    )


@operands
def fund_row(context: CheckContext) -> Iterator[Operands]:
    """Each fund row of each form; without forms, the budget."""
    yield from (_operands(context, line) for line in _lines(context))


@operands
def fund_row_of_spending(context: CheckContext) -> Iterator[Operands]:
    """The same without rows of revenue: more may come in than was planned."""
    yield from (_operands(context, line) for line in _lines(context) if not says("funds", "revenue", line.label))


def _operands(context: CheckContext, line: ExecutionLine) -> Operands:
    figures = {"revised": line.revised, "executed": line.executed, "rate": line.rate}
    return Operands(context, figures, line.name_zh, line.name_en)


@check("EXE-03")
def execution_score(context: CheckContext) -> Iterator[Verdict]:
    if not context.forms:
        yield _NO_SCORE
    for form in context.forms:
        scored = [(n, line) for n, line in enumerate(_fund_lines(form)) if form.item.funds[n].score is not None]
        yield from (_score_verdict(form, line, n) for n, line in scored)
        if form.scored and not scored:
            yield _NO_SCORE


def _score_verdict(form: FormContext, line: ExecutionLine, number: int) -> Verdict:
    """A score by share of the weight, or by band; for execution over 100% full marks and none are both in use."""
    pointer, fund = f"{form.pointer}/funds/{number}", form.item.funds[number]
    weight, score, share = fund.weight, fund.score or ZERO, line.share_or_rate
    if share is None or weight is None:
        return missing("执行率或分值", "the rate or weight of execution")
    allowed = form.context.settings["row_score"]
    due = weight * min(share, ONE)
    by_band = weight * next((part for least, part in _BANDS if share >= least), ZERO) if share < ONE else weight
    fits = {"proportional": abs(score - due) <= allowed, "banded": score == by_band}
    rule = next((rule for rule in form.profile.execution if fits[rule]), None)
    holds = (rule is not None or (share > ONE and score == 0)) and score <= weight
    if not holds and score <= weight and prints_own_standard(form.context):
        standard = "how the document's own scoring standard applies to the row"
        return missing("该行评分标准的计算依据", standard, f"{pointer}/score")
    by_rule = {"proportional": "，按比例相符", "banded": "，按分档相符", None: ""}[rule]
    zh = f"{line.name_zh}分值{shown(weight)}，执行率{percent(share)}，得分{shown(score)}"
    en = f"{line.name_en}weight {shown(weight)}, rate {percent(share)}, score {shown(score)}"
    return judged(
        holds,
        zh + (by_rule if holds else f"，按比例应为{shown(round(due, 2))}"),
        en + (f" ({rule})" if rule else f"; in proportion {shown(round(due, 2))}"),
        f"{pointer}/score", f"{pointer}/weight", *(f.pointer for f in (line.executed, line.revised) if f),
        recomputed=due, difference=score - due, tolerance=allowed, profile=form.profile.name,
    )  # fmt: skip


@check("EXE-04")
def size_of_adjustment(context: CheckContext) -> Iterator[Verdict]:
    for line in _total_lines(context):
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
    zh_why, en_why = ("，文中有说明", ", explained") if explained else ("，本文件未说明原因", ", not explained")
    return judged(
        not large or explained,
        f"{line.name_zh}年初预算{original}，全年预算{revised}，调整{shown(moved)}（{percent(share)}）" + zh_why * large,
        f"{line.name_en}original {original}, revised {revised}: {shown(moved)} ({percent(share)})" + en_why * large,
        original.pointer, revised.pointer,
        recomputed=round(share * HUNDRED, 2), difference=round((abs(share) - limit) * HUNDRED, 2), tolerance=limit * HUNDRED,
    )  # fmt: skip


def _explained(context: CheckContext, role: str) -> bool:
    """Whether the report gives a reason: in its prose, its problems, or the closing rows and notes of a form."""
    return any(map(check_words("reasons", role).search, _possible_reasons(context)))


@memoized
def _possible_reasons(context: CheckContext) -> list[str]:
    """The sentences, closing rows and notes that may give reasons, folded."""
    texts = [sentence for passage, sentence in context.sentences() if not passage.about("duties", "measures")]
    for form in context.forms:
        item = form.item
        written = (item.problems, item.conclusion, item.goal.actual, *(r.item.note for r in form.rows))
        texts += [folded_text(text) for text in written if text]
    return texts


@check("EXE-05")
def low_execution(context: CheckContext) -> Iterator[Verdict]:
    limit = context.settings["low_execution"]
    for line in _total_lines(context):
        share = line.share_or_rate
        if share is None:
            yield missing("执行率", "an execution rate")
            continue
        low = share < limit
        explained = low and (_explained(context, "low_execution") or _shortfall_noted(line))
        zh, en = f"{line.name_zh}执行率{percent(share)}", f"{line.name_en}rate {percent(share)}"
        if explained:
            zh += "，文中有说明"
        elif low:
            zh, en = f"{zh}，低于{shown(limit * HUNDRED)}%，本文件未说明原因", f"{en} is low and not explained"
        yield judged(
            explained or not low, zh, en, *(f.pointer for f in (line.executed, line.revised, line.rate) if f),
            recomputed=share * HUNDRED, difference=(share - limit) * HUNDRED, tolerance=ZERO,
        )  # fmt: skip


def _shortfall_noted(line: ExecutionLine) -> bool:
    """Whether the form gives a reason beside its money, or for an unmet indicator: that is one for unspent money, too."""
    form = line.form
    return form is not None and any(
        [f.note for f in form.item.funds] + [r.item.note for r in form.rows if r.completion.met is False]
    )


@check("EXE-06")
def above_unlabelled_budget(context: CheckContext) -> Verdict:
    budget, executed = context.figure("/budget/original"), context.figure("/budget/executed")
    if budget is None or context.report.budget.revised is not None or _is_labelled(context):
        return not_applicable("预算数已注明阶段，或未列预算数", "the budget's stage is told, or there is no budget")
    if executed is None:
        return missing("支出数", "what was spent")
    result = at_most(executed, budget)
    above = result.outcome == "fail"
    fields = ("/budget/executed", "/budget/original")
    if above and _explained(context, "adjustment"):
        zh = f"支出{executed}大于预算{budget}，文中有说明"
        return passed(zh, f"spent {executed} of {budget}, explained", *fields)
    share = percent(executed.value / budget.value) if budget.value > 0 else "—%"
    zh = f"支出{executed}{'大于' if above else '≤'}未注明阶段的预算{budget}，为其{share}"
    en = f"spent {executed}, budget of an unnamed stage {budget}: {share}"
    return comparison_verdict(result, zh + "，本文件未说明原因" * above, en + ", not explained" * above, *fields)


@check("EXE-07")
def no_original_budget(context: CheckContext) -> Iterator[Verdict]:
    for line in _total_lines(context):
        original, revised = line.original, line.revised
        if original is None:
            yield missing("年初预算", "an original budget")
        elif original.value > 0:
            yield passed(f"{line.name_zh}年初预算{original}", f"{line.name_en}original {original}", original.pointer)
        elif revised is not None and revised.value > 0 and _explained(context, "adjustment"):
            zh, en = f"{line.name_zh}年初预算为0，文中有说明", f"{line.name_en}added during the year, explained"
            yield passed(zh, en, original.pointer)
        elif revised is not None and revised.value > 0:
            zh = f"{line.name_zh}年初预算为0，全年预算{revised}，本文件未说明来源"
            en = f"{line.name_en}original 0, revised {revised}, not explained"
            yield failed(zh, en, original.pointer, revised.pointer)


@check("EXE-08")
def revised_is_executed(context: CheckContext) -> Iterator[Verdict]:
    for line in _total_lines(context):
        original, revised, executed = line.original, line.revised, line.executed
        if original is None or revised is None or executed is None:
            yield missing("年初预算、全年预算、执行数三者之一", "one of original, revised and executed")
            continue
        suspicious = original.value != revised.value == executed.value
        zh = (
            f"{line.name_zh}年初{original}，全年预算{revised}，执行{executed}"
            + "：全年预算与执行数完全相等" * suspicious
        )
        en = f"{line.name_en}original {original}, revised {revised}, executed {executed}"
        yield judged(not suspicious, zh, en, original.pointer, revised.pointer, executed.pointer)
