"""TPE: the three public expenses (三公经费): travel abroad, official vehicles, official hospitality."""

from __future__ import annotations

from collections.abc import Iterator

from selfeval_extract.checks.catalogue import check
from selfeval_extract.checks.context import CheckContext, once
from selfeval_extract.checks.figures import Figure, at_most, same, sum_verdict, told
from selfeval_extract.checks.rules.rates import change_verdicts
from selfeval_extract.checks.rules.totals import best_terms
from selfeval_extract.checks.stated_amounts import Change, amount_sentences, changes
from selfeval_extract.checks.verdict import Verdict, missing
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary import check_words, label_key
from selfeval_extract.vocabulary.fund_rows import is_total

_KINDS = ("abroad", "vehicles", "receptions")
_PARTS = ("purchase", "operation")
_FOUR = ("abroad", *_PARTS, "receptions")
"""The expenses where no total of the vehicles is printed."""
_COLUMNS = {"prior": ("上年决算", "last year"), "budget": ("预算", "budget"), "executed": ("决算", "final")}
_NAMES = {
    "total": ("三公经费合计", "three public expenses"),
    "abroad": ("因公出国（境）费", "travel abroad"),
    "vehicles": ("公务用车费", "vehicles"),
    "receptions": ("公务接待费", "receptions"),
    "purchase": ("公务用车购置费", "vehicle purchase"),
    "operation": ("公务用车运行维护费", "vehicle running"),
}
_BUDGETED = regex(r"预算(?:数|安排|批复)*(?:为|:|是|共|共计)*$")
_SPENT = regex(r"决算|实际|支出数|执行|全年支出")
_OTHER_YEAR = regex(r"上年|去年|同比|20\d\d年(?:决算|实际)")
_NOTHING = ("三公经费数", "figures of the three public expenses")


@once
def _in_text(context: CheckContext) -> dict[str, Figure]:
    """The final figures of the record."""
    found = {kind: context.figure(f"/spending/three_public/{kind}", *_NAMES[kind]) for kind in ("total", *_KINDS)}
    parts = {kind: _amount_of(context, kind) for kind in _PARTS}
    return {kind: one for kind, one in (found | parts).items() if one is not None}


@once
def _in_table(context: CheckContext) -> dict[str, dict[str, Figure]]:
    """The figures of the base data table: column → kind → figure."""
    return {column: _of_column(context, column) for column in _COLUMNS}


def _of_column(context: CheckContext, column: str) -> dict[str, Figure]:
    base = context.report.base_data
    found: dict[str, Figure] = {}
    sum_row: Figure | None = None
    for n, row in enumerate(base.rows if base else ()):
        kind = _kind(row.label)
        if is_total(folded_text(row.label)):
            sum_row = sum_row or context.figure(f"/base_data/rows/{n}/{column}")
        value = context.figure(f"/base_data/rows/{n}/{column}") if kind else None
        if kind and value and kind not in found:
            zh, en = _NAMES[kind]
            found[kind] = value._replace(zh=f"{_COLUMNS[column][0]}{zh}", en=f"{_COLUMNS[column][1]} {en}")
    if sum_row is not None and "total" not in found and len(found) >= 2:
        found["total"] = sum_row._replace(
            zh=f"{_COLUMNS[column][0]}{_NAMES['total'][0]}", en=f"{_COLUMNS[column][1]} total"
        )
    return found


def _kind(label: str) -> str | None:
    """Which of the expenses a row's label names."""
    bare = label_key(folded_text(label)).removeprefix("其中").strip(':"').replace('"', "")
    return next((kind for kind in _NAMES if check_words("three_public", kind).fullmatch(bare)), None)


@once
def _sets(context: CheckContext) -> list[tuple[dict[str, Figure], bool]]:
    """The groups of figures that belong together, and whether what they leave out is blank in a table that lists all."""
    groups = [(_in_text(context), False), *((figures, True) for figures in _in_table(context).values())]
    return [(figures, complete) for figures, complete in groups if figures]


@check("TPE-01")
def total_of_three(context: CheckContext) -> Iterator[Verdict]:
    for figures, complete in _sets(context):
        ways = [[figures[k] for k in kinds if k in figures] for kinds in (_KINDS, _FOUR)]
        known = all(k in figures for k in _KINDS) or all(k in figures for k in _FOUR) or complete
        if "total" not in figures or not ways[0] or not known:
            yield missing("三公经费合计或其中某项", "the total of the three public expenses, or one of them")
            continue
        yield best_terms(figures["total"], [terms for terms in ways if terms])
    if not _sets(context):
        yield missing(*_NOTHING)


@check("TPE-02")
def vehicle_parts(context: CheckContext) -> Iterator[Verdict]:
    for figures, complete in _sets(context):
        terms = [figures[kind] for kind in _PARTS if kind in figures]
        whole = figures.get("vehicles")
        if whole is None or len(terms) < 2 or (not complete and _is_part(whole, terms)):
            yield missing("公务用车费、购置费、运行维护费三者之一", "one of vehicles, their purchase and their running")
        else:
            yield sum_verdict(whole, terms)
    if not _sets(context):
        yield missing(*_NOTHING)


def _is_part(whole: Figure, terms: list[Figure]) -> bool:
    """Whether the amount of vehicles is that of a part, for want of a total."""
    return any(whole.value == t.value for t in terms) and all(t.value for t in terms)


def _amount_of(context: CheckContext, kind: str) -> Figure | None:
    """A final figure of the vehicles' parts told in prose."""
    pattern = check_words("three_public_told", kind)
    for _, _, amounts in amount_sentences(context):
        for each in amounts:
            if pattern.search(each.left) and not _BUDGETED.search(each.left) and "年" not in each.left[-12:]:
                return each.figure._replace(zh=_NAMES[kind][0], en=_NAMES[kind][1])
    return None


@check("TPE-03")
def within_budget(context: CheckContext) -> Iterator[Verdict]:
    pairs = [(executed, budget) for executed, budget in _against_budget(context)]
    for executed, budget in pairs:
        result = at_most(executed, budget)
        sign = "超过" if result.outcome == "fail" else "≤"
        yield told(
            result, f"{executed.zh}{executed}{sign}{budget.zh}{budget}", f"{executed.en} {executed}, {budget.en} {budget}",
            executed.pointer, budget.pointer,
        )  # fmt: skip
    if not pairs:
        yield missing("三公经费预算数或决算数", "budget or final figures of the three public expenses")


def _against_budget(context: CheckContext) -> Iterator[tuple[Figure, Figure]]:
    budgets, finals = _in_table(context)["budget"], _in_table(context)["executed"]
    yield from ((finals[kind], budgets[kind]) for kind in finals if kind in budgets)
    if not budgets:
        told = _budgeted_in_prose(context)
        text = _in_text(context)
        yield from ((text[kind], told[kind]) for kind in text if kind in told)


def _budgeted_in_prose(context: CheckContext) -> dict[str, Figure]:
    """The budget of the three public expenses and its parts, as a sentence about them gives it: `预算10万元（公务用车…8万元、…），决算…`."""
    found: dict[str, Figure] = {}
    for _, sentence, amounts in amount_sentences(context):
        planned = False
        for each in amounts if "三公" in sentence else ():
            if _OTHER_YEAR.search(each.left):
                break
            planned = bool(_BUDGETED.search(each.left)) or (planned and not _SPENT.search(each.left))
            kind = next(
                (k for k in (*_KINDS, *_PARTS) if check_words("three_public_told", k).search(each.left)), "total"
            )
            if planned and kind not in found:
                found[kind] = each.figure._replace(zh=f"预算{_NAMES[kind][0]}", en=f"budget {_NAMES[kind][1]}")
    return found


@check("TPE-04")
def change_rate(context: CheckContext) -> Iterator[Verdict]:
    about = [
        c
        for c in changes(context)
        if check_words("changes", "three_public").search(c.words) or "三公" in c.before or c.topic == "three_public"
    ]
    prior = _in_table(context)["prior"].get("total")
    for change in about:
        verdicts = list(change_verdicts(_with_prior(change, context, prior), context.settings["rate"]))
        yield from verdicts or [missing("三公经费上年数", "last year's figure")]
    if not about:
        yield missing("三公经费变动率", "a rate of change of the three public expenses")


def _with_prior(change: Change, context: CheckContext, prior: Figure | None) -> Change:
    """A change of the total with last year's figure from the base data table, where the sentence gives none."""
    total = change.current or _in_text(context).get("total")
    if ("三公" not in change.words + change.before and change.topic != "three_public") or "预算" in change.words:
        return change
    return change._replace(current=total, prior=change.prior or (None if change.delta else prior))


@check("TPE-05")
def text_and_table(context: CheckContext) -> Iterator[Verdict]:
    text, table = _in_text(context), _in_table(context)["executed"]
    pairs = [
        (text[kind], table[kind])
        for kind in text
        if kind in table and context.quotes(text[kind].pointer) != context.quotes(table[kind].pointer)
    ]
    if not pairs:
        yield missing("正文与基础数据表共有的三公经费数", "figures that both text and base data table give")
    for one, other in pairs:
        yield told(
            same(one, other), f"{one.zh}：正文{one}，基础数据表{other}", f"{one.en}: text {one}, table {other}",
            one.pointer, other.pointer,
        )  # fmt: skip


@check("TPE-06")
def within_spending(context: CheckContext) -> Verdict:
    total = _in_text(context).get("total") or _in_table(context)["executed"].get("total")
    operating, project = context.figure("/spending/operating"), context.figure("/spending/project")
    if total is None:
        return missing(*_NOTHING)
    if operating is None and project is None:
        return missing("公用经费和项目支出", "operating and project expenditure")
    known = [f for f in (operating, project) if f]
    limit = known[0]._replace(value=sum((f.value for f in known), start=known[0].value * 0))
    result = at_most(total, limit)
    if result.outcome == "fail" and len(known) < 2:
        return missing("公用经费或项目支出", "operating or project expenditure")
    sign = "超过" if result.outcome == "fail" else "≤"
    return told(
        result, f"三公经费{total}{sign}公用经费与项目支出合计{limit}", f"three public expenses {total}, operating and project {limit}",
        total.pointer, *(f.pointer for f in known),
    )  # fmt: skip
