"""TPE: the three public expenses (三公经费): travel abroad, official vehicles, official hospitality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from selfeval_extract.checks.arithmetic import Operands, operands
from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext, field_names, memoized, terms
from selfeval_extract.checks.figures import Figure
from selfeval_extract.checks.rules.rates import change_verdicts, is_of_three_public
from selfeval_extract.checks.stated_amounts import Change, StatedAmount, amount_sentences, changes
from selfeval_extract.checks.verdict import Verdict, missing
from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.fund_rows import is_total
from selfeval_extract.vocabulary.labels import label_key
from selfeval_extract.vocabulary.words import check_words, says

Expense = Literal["total", "abroad", "vehicles", "receptions", "purchase", "operation"]
Expenses = Mapping[Expense, Figure]
_KINDS: tuple[Expense, ...] = ("abroad", "vehicles", "receptions")
_PARTS: tuple[Expense, ...] = ("purchase", "operation")
_FOUR: tuple[Expense, ...] = ("abroad", *_PARTS, "receptions")
"""The expenses where no total of the vehicles is printed."""
Column = Literal["prior", "budget", "executed"]
_COLUMNS: tuple[Column, ...] = ("prior", "budget", "executed")
_NOTHING = missing("三公经费数", "figures of the three public expenses")


def _named(expense: Expense) -> tuple[str, str]:
    return field_names()["three_public" if expense == "total" else expense]


@memoized
def _in_text(context: CheckContext) -> Expenses:
    """The final figures of the record, and those of the vehicles' parts that the prose states."""
    found: dict[Expense, Figure | None] = {
        kind: context.figure(f"/spending/three_public/{kind}", *_named(kind)) for kind in ("total", *_KINDS)
    }
    found |= {part: _part_in_prose(context, part) for part in _PARTS}
    return {kind: one for kind, one in found.items() if one is not None}


def _part_in_prose(context: CheckContext, part: Expense) -> Figure | None:
    words = check_words("three_public_prose", part)
    for _, _, amounts in amount_sentences(context):
        for each in amounts:
            if words.search(each.left) and not _is_budget(each) and "年" not in each.left[-12:]:
                zh, en = _named(part)
                return each.figure._replace(zh=zh, en=en)
    return None


def _is_budget(stated: StatedAmount) -> bool:
    return says("budget", "right_before", stated.left)


@memoized
def _in_table(context: CheckContext) -> Mapping[Column, Expenses]:
    """The figures of each column of the base data table."""
    return {column: _of_column(context, column) for column in _COLUMNS}


def _of_column(context: CheckContext, column: Column) -> Expenses:
    base = context.report.base_data
    found: dict[Expense, Figure] = {}
    sum_row: Figure | None = None
    for n, row in enumerate(base.rows if base else ()):
        kind, value = _expense(row.label), context.figure(f"/base_data/rows/{n}/{column}")
        if is_total(folded_text(row.label)):
            sum_row = sum_row or value
        if kind and value and kind not in found:
            (zh, en), (of_zh, of_en) = _named(kind), terms("columns")[column]
            found[kind] = value._replace(zh=f"{of_zh}{zh}", en=f"{of_en} {en}")
    if sum_row is not None and "total" not in found and len(found) >= 2:
        zh, en = terms("columns")[column]
        found["total"] = sum_row._replace(zh=f"{zh}{_named('total')[0]}", en=f"{en} total")
    return found


def _expense(label: str) -> Expense | None:
    """Which of the expenses a row's label names."""
    bare = label_key(folded_text(label)).removeprefix("其中").strip(':"').replace('"', "")
    kinds: tuple[Expense, ...] = ("total", *_KINDS, *_PARTS)
    return next((kind for kind in kinds if check_words("three_public", kind).fullmatch(bare)), None)


@memoized
def _sets(context: CheckContext) -> list[tuple[Expenses, bool]]:
    """The groups of figures that belong together, and whether what they leave out is blank in a table that lists all."""
    groups = [(_in_text(context), False), *((figures, True) for figures in _in_table(context).values())]
    return [(figures, complete) for figures, complete in groups if figures]


@operands
def complete_set_of_expenses(context: CheckContext) -> Iterator[Operands | Verdict]:
    """The three public expenses of the text and of each column of base_data, as far as all are known."""
    for figures, complete in _sets(context):
        known = complete or all(k in figures for k in _KINDS) or all(k in figures for k in _FOUR)
        any_kind = any(k in figures for k in _KINDS)
        yield _operands(context, figures if known and any_kind else {})
    if not _sets(context):
        yield _NOTHING


@operands
def set_of_expenses(context: CheckContext) -> Iterator[Operands | Verdict]:
    """The three public expenses of the text and of each column of base_data."""
    for figures, complete in _sets(context):
        vehicles, parts = figures.get("vehicles"), [figures[part] for part in _PARTS if part in figures]
        # for want of a total the amount of vehicles may be that of a part
        part_only = vehicles and any(vehicles.value == p.value for p in parts) and all(p.value for p in parts)
        yield _operands(context, {} if part_only and not complete else figures)
    if not _sets(context):
        yield _NOTHING


def _operands(context: CheckContext, figures: Expenses) -> Operands:
    return Operands(context, {kind: figures.get(kind) for kind in ("total", *_KINDS, *_PARTS)})


@operands
def expense_with_budget(context: CheckContext) -> Iterator[Operands | Verdict]:
    """Each of the three public expenses with its budget, in base_data, else in the text."""
    budget, executed = _in_table(context)["budget"], _in_table(context)["executed"]
    if not budget:
        budget, executed = _budget_in_prose(context), _in_text(context)
    kinds = [kind for kind in executed if kind in budget]
    yield from (Operands(context, {"executed": executed[kind], "budget": budget[kind]}) for kind in kinds)
    if not kinds:
        yield missing("三公经费预算数或决算数", "budget or final figures of the three public expenses")


def _budget_in_prose(context: CheckContext) -> Expenses:
    """The budget of the three public expenses and its parts, as a sentence about them states it: `预算10万元（公务用车…8万元、…），决算…`."""
    found: dict[Expense, Figure] = {}
    spent, other_year = check_words("budget", "spent"), check_words("budget", "other_year")
    kinds: tuple[Expense, ...] = (*_KINDS, *_PARTS)
    for _, sentence, amounts in amount_sentences(context):
        planned = False
        for each in amounts if "三公" in sentence else ():
            if other_year.search(each.left):
                break
            planned = _is_budget(each) or (planned and not spent.search(each.left))
            named = (k for k in kinds if says("three_public_prose", k, each.left))
            kind: Expense = next(named, "total")
            if planned and kind not in found:
                zh, en = _named(kind)
                found[kind] = each.figure._replace(zh=f"预算{zh}", en=f"budget {en}")
    return found


@check("TPE-04", otherwise=missing("三公经费变动率", "a rate of change of the three public expenses"))
def change_rate(context: CheckContext) -> Iterator[Verdict]:
    for change in filter(is_of_three_public, changes(context)):
        verdicts = list(change_verdicts(_with_prior(change, context), context.settings["rate"]))
        yield from verdicts or [missing("三公经费上年数", "last year's figure")]


def _with_prior(change: Change, context: CheckContext) -> Change:
    """A change with the figures of its expense from the record and the base data table, where the sentence gives none."""
    if ("三公" not in change.words + change.before and change.topic != "three_public") or "预算" in change.words:
        return change
    expense = _expense_of(change)
    if expense is None:
        return change
    prior = None if change.delta else _in_table(context)["prior"].get(expense)
    return change._replace(current=change.current or _in_text(context).get(expense), prior=change.prior or prior)


def _expense_of(change: Change) -> Expense | None:
    """Which expense has changed: the one that the words name where they give no amount, else the total."""
    kinds: tuple[Expense, ...] = (*_PARTS, *_KINDS)
    named = next((kind for kind in kinds if says("three_public_prose", kind, change.name.rstrip(","))), None)
    return named or (None if says("changes", "one_expense", change.name) else "total")


@operands
def expense_in_text_and_table(context: CheckContext) -> Iterator[Operands | Verdict]:
    """Each of the three public expenses that both the text and base_data give."""
    text, table = _in_text(context), _in_table(context)["executed"]
    given = [(kind, context.quotes(text[kind].pointer)) for kind in text if kind in table]
    both = [kind for kind, quotes in given if quotes != context.quotes(table[kind].pointer)]
    yield from (Operands(context, {"text": text[kind], "table": table[kind]}) for kind in both)
    if not both:
        yield missing("正文与基础数据表共有的三公经费数", "figures that both text and base data table give")


@operands
def three_public_total(context: CheckContext) -> Iterator[Operands | Verdict]:
    """`three_public` is the total in the text, else that in base_data."""
    total = _in_text(context).get("total") or _in_table(context)["executed"].get("total")
    yield Operands(context, {"three_public": total}) if total else _NOTHING
