"""XDC: one amount stated twice, in prose and in tables (表文金额); 无 and an amount of the same kind of budget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from selfeval_extract.checks.arithmetic import Operands, operands
from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext, FormContext, field_names, memoized
from selfeval_extract.checks.figures import Figure, add_up, present
from selfeval_extract.checks.similarity import matching_project, project_key
from selfeval_extract.checks.stated_amounts import amount_sentences
from selfeval_extract.checks.verdict import Verdict, failed, missing, not_applicable, passed
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import FACTORS
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.roles import BUDGET_STAGES, NATURES, SOURCES
from selfeval_extract.vocabulary.words import check_words, says

_SLIP = Decimal(9000), Decimal(11000)
"""Ratio of two statements of one amount where one of them was read in 元 and the other in 万元."""
_UNIT = regex(r"(?:亿|百万|千万|万|千|百)?元")
Split = Literal["by_source", "by_nature"]
_SPLITS: dict[Split, tuple[str, tuple[str, ...]]] = {
    "by_source": ("/budget/sources", SOURCES), "by_nature": ("/spending", NATURES),
}  # fmt: skip
"""A form's splits of its money, and the fields of the record that hold the same amounts."""


class Pair(NamedTuple):
    """Two statements of one amount; `sure`: they are known to be of the same stage and scope."""

    one: Figure
    other: Figure
    sure: bool = True


@memoized
def _pairs(context: CheckContext) -> list[Pair]:
    found = [*_restated(context)]
    for form in context.department_forms:
        found += _totals(context, form)
        for split in _SPLITS:
            found += _split(context, form, split)
    return [*found, *_projects(context)]


def _restated(context: CheckContext) -> Iterator[Pair]:
    """What the record holds against further statements of the same field."""
    for n, again in enumerate(context.report.restated):
        zh, en = field_names().get(again.field.rpartition("/")[2], ("金额", "amount"))
        kept = context.figure(again.field)
        other = context.figure(f"/restated/{n}/value", f"另处{zh}", f"{en} elsewhere")
        if kept and other:
            half_read = again.field.startswith("/budget/") and any(_half_read(f) for f in context.department_forms)
            sure = (
                not half_read and not _planned(context, again.field, again.value) and not _of_item(context, again.value)
            )
            yield Pair(kept, other, sure)


def _of_item(context: CheckContext, value: Decimal) -> bool:
    """Whether an amount is that of one of the projects or functional headings listed, and so of a part."""
    spending = context.report.spending
    return any(value == item.amount for item in (*(spending.projects or ()), *(spending.functions or ())))


def _planned(context: CheckContext, field: str, value: Decimal) -> bool:
    """Whether an amount is that of a form's split whose terms come to the budget rather than to what was spent."""
    return any(
        f"{root}/{name}" == field and getattr(getattr(form.item, split), name) == value
        for form in context.department_forms
        for split, (root, names) in _SPLITS.items()
        if not _of_execution(form, split)
        for name in names
    )


def _of_execution(form: FormContext, split: Split) -> bool:
    """Whether a form's split is one of what was spent."""
    names = ("basic", "project") if split == "by_nature" else _SPLITS[split][1]
    terms = present(form.figure(f"{split}/{name}") for name in names)
    executed = form.total_figure("executed")
    return bool(terms and executed and add_up(executed, terms).outcome != "fail")


def _split(context: CheckContext, form: FormContext, split: Split) -> Iterator[Pair]:
    root, names = _SPLITS[split]
    sure = _of_execution(form, split)
    for name in names:
        zh, en = field_names()[name]
        held = context.figure(f"{root}/{name}", f"正文{zh}", f"{en} in the text")
        printed = form.figure(f"{split}/{name}")
        if held and printed and not context.same_quotes(held.pointer, printed.pointer):
            yield Pair(held, printed, sure)


def _totals(context: CheckContext, form: FormContext) -> Iterator[Pair]:
    """Spending as the text states it against the form's row of totals."""
    spent = context.figure("/spending/total", "正文支出合计", "spending in the text")
    executed, total = form.total_figure("executed"), form.total_fund
    if spent and executed and total and not _half_read(form):
        planned = spent.value in (total.original, total.revised)
        only_form = len(context.department_forms) == 1
        yield Pair(spent, executed, only_form and not planned and not _of_one_fund(context, spent))


def _half_read(form: FormContext) -> bool:
    """Whether the row of totals has spending and no budget beside it, so that its columns may have been lost."""
    total = form.total_fund
    return total is not None and total.executed is not None and total.original is None and total.revised is None


def _of_one_fund(context: CheckContext, spent: Figure) -> bool:
    """Whether the text's total is that of one kind of budget only."""
    splits = [context.report.budget.sources, *(f.item.by_source for f in context.department_forms)]
    if any(amount for split in splits for name, amount in split if name != "general_public"):
        return True
    quotes = [folded_text(q.quote) for q in context.quotes(spent.pointer)]
    one_fund = check_words("amounts", "one_fund")
    return any(q in s and one_fund.search(s) for _, s in context.sentences() for q in quotes)


def _projects(context: CheckContext) -> Iterator[Pair]:
    """The projects that the text lists against the totals of their forms."""
    forms = [(f.number, f.item.subject) for f in context.project_forms if f.item.subject]
    for n, item in enumerate(context.report.spending.projects or []):
        number = matching_project(item.name, forms)
        if number is None:
            continue
        form = context.forms[number]
        amount = context.figure(f"/spending/projects/{n}/amount", f"正文“{item.name}”", f"{item.name} in the text")
        executed, total = form.total_figure("executed"), form.total_fund
        if amount and executed and total:
            planned = amount.value in (total.original, total.revised)
            same_name = project_key(form.item.subject or "") == project_key(item.name)
            yield Pair(amount, executed, same_name and not planned)


@check("XDC-03")
def magnitude(context: CheckContext) -> Iterator[Verdict]:
    pairs = [*_pairs(context), *_money_indicators(context)]
    for one, other, _ in pairs:
        low, high = sorted((abs(one.value), abs(other.value)))
        if low and _SLIP[0] <= high / low <= _SLIP[1]:
            zh = f"{one.zh}{one}万元，{other.zh}{other}万元，约差一万倍，应核对金额单位"
            en = f"{one.en} {one}, {other.en} {other}: about 10,000 times, look at the money units"
            yield failed(zh, en, *(f.pointer for f in (one, other) if f.pointer))
    yield from _yuan_as_wan(context)
    if not _UNIT.search(context.text):
        yield missing("金额单位", "a money unit")
    else:
        fields = dict.fromkeys(f.pointer for one, other, _ in pairs for f in (one, other) if f.pointer)
        zh, en = "金额单位已注明，同一金额无万倍差异", "money units are named, no amount differs by 10,000"
        yield passed(zh, en, *fields)


def _yuan_as_wan(context: CheckContext) -> Iterator[Verdict]:
    """Amounts in prose with the digits of a figure of the record and 10,000 times its size: 元 written as 万元."""
    names = [f"/budget/{n}" for n in BUDGET_STAGES] + [f"/spending/{n}" for n in ("total", "basic", "project")]
    known = {f.value * 10000: f for f in present(map(context.figure, names)) if f.value > 1}
    for passage, sentence, amounts in amount_sentences(context) if known else ():
        for each in amounts:
            held, quote = known.get(each.figure.value), sentence[each.start : each.end]
            if held:
                zh = f"正文“{quote}”与{held.zh}{held}万元相差一万倍，应核对金额单位"
                yield failed(zh, f"“{quote}” is 10,000 times {held.en} {held}", held.pointer, passage.pointer)


def _money_indicators(context: CheckContext) -> Iterator[Pair]:
    """Indicators that limit the whole cost of what a form is about, against its row of totals."""
    for form in context.forms:
        for row in form.rows:
            name = folded_text(row.item.name or "")
            if not says("amounts", "whole", name) or says("amounts", "each", name):
                continue
            for side, value in (("target", row.item.target), ("actual", row.item.actual)):
                if value.value is not None and value.unit in FACTORS:
                    amount = value.value * FACTORS[value.unit]
                    pointer, zh, en = f"{row.pointer}/{side}/value", f"指标{row.name}", f"indicator {row.name}"
                    limit = Figure(amount, pointer=pointer, zh=zh, en=en)
                    totals = present(map(form.total_figure, ("revised", "executed")))
                    yield from (Pair(limit, total) for total in totals)


@operands
def restated_amount(context: CheckContext) -> Iterator[Operands | Verdict]:
    """Each pair of statements of one amount at one stage, in text, forms and tables."""
    pairs = [pair for pair in _pairs(context) if pair.sure or pair.one.value == pair.other.value]
    if not context.report.restated and not context.forms:
        yield missing("附表中的金额", "amounts in a table of this document")
    elif not context.is_report:
        yield missing("正文中的金额", "amounts in the text of this document")
    elif not pairs:
        yield missing("正文与附表口径相同的金额", "amounts of the same item and stage in text and table")
    yield from (Operands(context, {"one": pair.one, "other": pair.other}) for pair in pairs)


@check("XDC-17")
def none_and_an_amount(context: CheckContext) -> Iterator[Verdict]:
    none = [name for name, amount in context.report.budget.sources if amount == 0]
    denied = [*_denied(context)]
    yield from denied
    if not none and not denied:
        yield not_applicable("本文件未见写“无”的预算类别", "no kind of budget is stated as none")
    for name in none:
        zh, en = field_names()[name]
        pointer = f"/budget/sources/{name}"
        found = [f for f in _stated_elsewhere(context, name) if f.value > 0]
        for figure in found:
            words = f"{en} is stated as none, elsewhere {figure}"
            yield failed(f"{zh}写明无，另处有{figure}万元", words, pointer, figure.pointer)
        if not found:
            yield passed(f"{zh}写明无，别处无金额", f"{en} is stated as none and nowhere has an amount", pointer)


@cache
def _denials() -> dict[str, re.Pattern[str]]:
    """Kinds of budget → how a sentence says that there is none."""
    none = check_words("amounts", "none").pattern
    return {
        name: regex(rf"(?:{none})(?:[^,。;\d]{{0,12}}[、和及与])?(?:{words.pattern})[^,。;\d]{{0,24}}")
        for name, words in groups("checks.toml")["budgets"].items()
    }


def _denied(context: CheckContext) -> Iterator[Verdict]:
    """Kinds of budget that a sentence says there is none of, while the record has an amount."""
    for name, denial in _denials().items():
        zh, en = field_names()[name]
        pointers = [f"/budget/sources/{name}", *(f"{f.pointer}/by_source/{name}" for f in context.forms)]
        amounts = [f for f in present(map(context.figure, pointers)) if f.value > 0]
        for passage, sentence in context.sentences() if amounts else ():
            match = denial.search(sentence)
            if match and not says("amounts", "another", match[0]):
                words = f"“{match[0]}”，另处{zh}为{amounts[0]}万元", f"{en} is denied, elsewhere {amounts[0]}"
                yield failed(*words, passage.pointer, *(f.pointer for f in amounts))


def _stated_elsewhere(context: CheckContext, name: str) -> list[Figure]:
    """What else the document has of a kind of budget."""
    words = groups("checks.toml")["budgets"].get(name)
    pointers = [
        f"/restated/{n}/value" for n, r in enumerate(context.report.restated) if r.field == f"/budget/sources/{name}"
    ]
    for form in context.forms:
        pointers.append(f"{form.pointer}/by_source/{name}")
        pointers += [
            f"{form.pointer}/funds/{n}/executed"
            for n, fund in enumerate(form.item.funds)
            if words and words.search(folded_text(fund.label or ""))
        ]
    return present(map(context.figure, pointers))
