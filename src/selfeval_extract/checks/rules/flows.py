"""AMT: money in and out (收支): revenue, what was carried in and out, changes of the budget during the year."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, groupby

from selfeval_extract.checks.catalogue import check
from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.figures import Figure, at_most, told
from selfeval_extract.checks.rules.totals import best, best_terms, given, wholes
from selfeval_extract.checks.stated_amounts import StatedAmount, amount_sentences, named
from selfeval_extract.checks.verdict import Verdict, missing
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.words import check_words

_ZERO = Decimal(0)
_MOVED = (("追加", "added", "added", 1), ("结转", "carried in", "carried", 1), ("调减", "reduced", "reduced", -1))
"""Changes of the budget during the year: Chinese and English word, role in the vocabulary, sign."""
_COMPARED = regex("[比较]")


@check("AMT-10")
def revenue_balance(context: CheckContext) -> Verdict:
    revenue = context.figure("/budget/revenue")
    spent = wholes(context)
    if revenue is None or not spent:
        return missing("收入或支出", "revenue or expenditure")
    opening, closing = _carried(context)
    if opening is None and closing is None:
        verdict = best(spent, [revenue])
        return verdict._replace(severity="warning" if verdict.outcome == "fail" else None)
    if closing is None and revenue.value + (opening.value if opening else _ZERO) > spent[0].value:
        return missing("年末结转结余", "what was carried out")
    balance = [
        Figure(
            t.value + (closing.value if closing else _ZERO),
            t.quantum,
            t.whole,
            t.pointer,
            t.zh + ("＋年末结转结余" if closing else ""),
            t.en,
        )
        for t in spent
    ]
    return best(balance, [revenue, *given([opening])])


def _carried(context: CheckContext) -> tuple[Figure | None, Figure | None]:
    """What was carried in and out."""
    topics = ("funds", "general_public_budget", "basic_spending", "basic_information")
    return (
        named(context, check_words("carried_over", "in"), "年初结转结余", "carried in", *topics),
        named(context, check_words("carried_over", "out"), "年末结转结余", "carried out", *topics),
    )


@check("AMT-11")
def within_resources(context: CheckContext) -> Verdict:
    revenue = context.figure("/budget/revenue")
    spent = wholes(context)
    if revenue is None or not spent:
        return missing("收入或支出", "revenue or expenditure")
    opening, _ = _carried(context)
    limit = revenue._replace(value=revenue.value + (opening.value if opening else _ZERO))
    total = next((t for t in spent if at_most(t, limit).outcome != "fail"), spent[0])
    result = at_most(total, limit)
    sign = "超过" if result.outcome == "fail" else "≤"
    return told(
        result,
        f"{total.zh}{total}{sign}收入{revenue}" + (f"＋年初结转结余{opening}" if opening else ""),
        f"{total.en} {total}, revenue {revenue}"
        + (f" + carried in {opening}" if opening else "; nothing carried in is told"),
        *(f.pointer for f in given([total, revenue, opening])),
    )


@check("AMT-12")
def adjustment(context: CheckContext) -> Verdict:
    original, revised = context.figure("/budget/original"), context.figure("/budget/revised")
    moved = _adjustments(context, original, revised)
    if original is None or revised is None or not moved:
        return missing("年初预算、调整数、全年预算三者之一", "one of original budget, adjustment, revised budget")
    ways = (
        [way for size in range(len(moved), 0, -1) for way in combinations(moved, size)] if len(moved) <= 6 else [moved]
    )
    return best_terms(revised, [[original, *way] for way in ways])


def _adjustments(context: CheckContext, original: Figure | None, revised: Figure | None) -> list[Figure]:
    """Additions and, negative, reductions that are told in the paragraph that gives the revised budget."""
    ends = [f.value for f in (original, revised) if f]
    topics = ("funds", "general_public_budget", "basic_spending", "basic_information", "project_spending")
    for _, told_there in groupby(amount_sentences(context), key=lambda each: id(each.passage)):
        moved: list[Figure] = []
        for _, _, amounts in (each for each in told_there if each.passage.about(*topics)):
            moved += [m for each in amounts if each.figure.value not in ends and (m := _moved(each))]
            if revised and moved and any(each.figure.value == revised.value for each in amounts):
                return moved
    return []


def _moved(each: StatedAmount) -> Figure | None:
    near = each.left.rpartition(",")[2] or each.left
    if _COMPARED.search(near):
        return None
    for zh, en, role, sign in _MOVED:
        if check_words("budget_moves", role).search(near):
            return each.figure._replace(value=each.figure.value * sign, zh=zh, en=en)
    return None
