"""AMT: money in and out (收支): revenue, what was carried in and out, changes of the budget during the year."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, groupby

from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext, field_names, memoized
from selfeval_extract.checks.figures import Figure, added, at_most, comparison_verdict, present, sum_verdict
from selfeval_extract.checks.rules.amounts import spending_totals
from selfeval_extract.checks.stated_amounts import StatedAmount, amount_sentences, named_amount, unless_stated
from selfeval_extract.checks.verdict import Verdict, missing
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.words import check_words, said_roles, says

_COMPARED = regex("[比较]")
_TOPICS: tuple[Topic, ...] = ("funds", "general_public_budget", "basic_spending", "basic_information")
_MOST_CHANGES = 6
"""Changes of a budget of which every selection is tried."""


@check("AMT-10")
def revenue_balance(context: CheckContext) -> Verdict:
    revenue = context.figure("/budget/revenue")
    spent = spending_totals(context)
    if revenue is None or not spent:
        return missing("收入或支出", "revenue or expenditure")
    opening, closing = _carried(context)
    if opening is None and closing is None:
        verdict = sum_verdict(spent, [revenue])
        return verdict._replace(severity="warning" if verdict.outcome == "fail" else None)
    available = [revenue, *present([opening])]
    if closing is None:
        if added(available) > spent[0].value:
            return missing("年末结转结余", "what was carried out")
        return sum_verdict(spent, available)
    used = [t._replace(value=t.value + closing.value, zh=f"{t.zh}＋{closing.zh}") for t in spent]
    verdict = sum_verdict(used, available)
    of_budget = _left_of_budget(context, closing) and not _in_one_sentence(context, revenue, closing)
    if verdict.outcome == "fail" and of_budget:
        return missing("按收入计算的年末结转结余", "what was carried out of the revenue")
    return unless_stated(context, verdict)


def _left_of_budget(context: CheckContext, closing: Figure) -> bool:
    """Whether what was carried out is, or is part of, what is left of the revised budget rather than of the revenue."""
    revised, executed = context.figure("/budget/revised"), context.figure("/budget/executed")
    left = revised.value - executed.value if revised and executed else None
    return left is not None and _in_one_sentence(context, Figure(left), closing)


def _in_one_sentence(context: CheckContext, *figures: Figure) -> bool:
    """Whether one sentence states all the amounts."""
    wanted = {figure.value for figure in figures}
    return any(wanted <= {each.figure.value for each in amounts} for _, _, amounts in amount_sentences(context))


@memoized
def _carried(context: CheckContext) -> tuple[Figure | None, Figure | None]:
    """What was carried in and out."""
    into, out = (
        named_amount(context, check_words("carried_over", way), *field_names()[f"carried_{way}"], *_TOPICS)
        for way in ("in", "out")
    )
    return into, out


@check("AMT-11")
def within_resources(context: CheckContext) -> Verdict:
    revenue = context.figure("/budget/revenue")
    spent = spending_totals(context)
    if revenue is None or not spent:
        return missing("收入或支出", "revenue or expenditure")
    opening, _ = _carried(context)
    limit = revenue._replace(value=added(present([revenue, opening])))
    total = next((t for t in spent if at_most(t, limit).outcome != "fail"), spent[0])
    result = at_most(total, limit)
    sign = "超过" if result.outcome == "fail" else "≤"
    zh = f"{total.zh}{total}{sign}收入{revenue}" + (f"＋年初结转结余{opening}" if opening else "")
    carried = f" + carried in {opening}" if opening else "; nothing carried in is told"
    en = f"{total.en} {total}, revenue {revenue}{carried}"
    return comparison_verdict(result, zh, en, *(f.pointer for f in present([total, revenue, opening])))


@check("AMT-12")
def adjustment(context: CheckContext) -> Verdict:
    original, revised = context.figure("/budget/original"), context.figure("/budget/revised")
    if original is None or revised is None or not (stated := _stated_changes(context, original, revised)):
        return missing("年初预算、调整数、全年预算三者之一", "one of original budget, adjustment, revised budget")
    changes, others = stated
    sizes = range(len(changes), 0, -1) if len(changes) <= _MOST_CHANGES else [len(changes)]
    ways = [[original, *way] for size in sizes for way in combinations(changes, size)]
    verdict = sum_verdict([revised], *ways)
    gaps = {abs(revised.value - added(way)) for way in ways}
    if verdict.outcome == "fail" and (None in others or gaps & others):
        return missing("全部调整数", "the amounts of all changes")
    return unless_stated(context, verdict)


def _stated_changes(
    context: CheckContext, original: Figure, revised: Figure
) -> tuple[list[Figure], set[Decimal | None]] | None:
    """The additions and, negative, reductions stated in the paragraph that gives the revised budget; and its other amounts, with None
    for a change that may not be among those that lead to it, or has no amount."""
    for _, sentences in groupby(amount_sentences(context), key=lambda each: id(each.passage)):
        changes: list[Figure] = []
        others: set[Decimal | None] = set()
        for passage, _, amounts in sentences:
            reached = False
            for each in amounts if passage.about(*_TOPICS, "project_spending") else ():
                change, value = _budget_change(each), each.figure.value
                if value == revised.value:
                    reached = True
                    others |= {None} if change or says("budget_changes", "without_amount", each.left) else set()
                elif value not in (original.value, revised.value, added([original, *changes])):
                    changes += present([change])
                    others |= ({None} if reached else set()) if change else {value}
            if changes and reached:
                return changes, others
    return None


def _budget_change(stated: StatedAmount) -> Figure | None:
    """An amount as one that was added to the budget or, negative, taken off; None if its words say neither."""
    near = stated.nearest_words
    moves = [] if _COMPARED.search(near) else said_roles("budget_moves", near)
    if not moves:
        return None
    zh, en = field_names()[moves[0]]
    change = stated.figure._replace(zh=zh, en=en)
    return change._replace(value=-change.value, deducted=True) if moves[0] == "reduced" else change
