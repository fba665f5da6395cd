"""XDC: one thing stated twice, in prose and in tables: amounts (表文金额), quantities (表文产出), none and an amount (无)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from selfeval_extract.checks.catalogue import check
from selfeval_extract.checks.context import NAMES, CheckContext, FormContext, IndicatorContext, once
from selfeval_extract.checks.figures import Figure, add_up, same, shown, told
from selfeval_extract.checks.similarity import best_project, is_subsequence, likeness, project_key
from selfeval_extract.checks.stated_amounts import amount_sentences
from selfeval_extract.checks.statements import Statement, statements
from selfeval_extract.checks.verdict import Verdict, failed, irrelevant, missing, passed
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import FACTORS, NUMBER, decimal
from selfeval_extract.vocabulary.roles import BUDGET_STAGES, NATURES, SOURCES
from selfeval_extract.vocabulary.words import check_words

_SLIP = Decimal(9000), Decimal(11000)
"""Ratio of two statements of one amount where one of them was read in 元 and the other in 万元."""
_NEARLY = Decimal("0.7")
_UNIT = regex(r"(?:亿|百万|千万|万|千|百)?元")
_SPLITS = {"by_source": ("/budget/sources", SOURCES), "by_nature": ("/spending", NATURES)}  # fmt: skip


class Pair(NamedTuple):
    """Two statements of one amount; `sure`: they are known to be of the same stage and scope."""

    one: Figure
    other: Figure
    sure: bool = True


@once
def _pairs(context: CheckContext) -> list[Pair]:
    found = [*_restated(context)]
    for form in context.department_forms:
        found += _totals(context, form)
        for split in _SPLITS:
            found += _split(context, form, split)
    return [*found, *_projects(context)]


def _restated(context: CheckContext) -> Iterator[Pair]:
    """What the record holds against what is said again of the same field."""
    for n, again in enumerate(context.report.restated):
        name = NAMES.get(again.field.rpartition("/")[2], ("金额", "amount"))
        kept = context.figure(again.field)
        other = context.figure(f"/restated/{n}/value", f"另处{name[0]}", f"{name[1]} elsewhere")
        if kept and other:
            half_read = again.field.startswith("/budget/") and any(_half_read(f) for f in context.department_forms)
            yield Pair(kept, other, not half_read and not _planned(context, again.field, again.value))


def _planned(context: CheckContext, field: str, value: Decimal) -> bool:
    """Whether an amount is that of a form's split whose terms come to the budget rather than to what was spent."""
    for form in context.department_forms:
        for split, (root, names) in _SPLITS.items():
            for name in names:
                held = getattr(getattr(form.item, split), name)
                if f"{root}/{name}" == field and held == value and not _of_execution(form, split):
                    return True
    return False


def _of_execution(form: FormContext, split: str) -> bool:
    """Whether a form's split is one of what was spent."""
    names = ("basic", "project") if split == "by_nature" else _SPLITS[split][1]
    terms = [f for name in names if (f := form.figure(f"{split}/{name}"))]
    executed = form.money_figure("executed")
    return bool(terms and executed and add_up(executed, terms).outcome != "fail")


def _split(context: CheckContext, form: FormContext, split: str) -> Iterator[Pair]:
    root, names = _SPLITS[split]
    sure = _of_execution(form, split)
    for name in names:
        zh, en = NAMES[name]
        held = context.figure(f"{root}/{name}", f"正文{zh}", f"{en} in the text")
        printed = form.figure(f"{split}/{name}")
        if held and printed and not _one_place(context, held, printed):
            yield Pair(held, printed, sure)


def _one_place(context: CheckContext, one: Figure, other: Figure) -> bool:
    """Whether two fields of the record were read from the same print."""
    return bool(context.quotes(one.pointer)) and context.quotes(one.pointer) == context.quotes(other.pointer)


def _totals(context: CheckContext, form: FormContext) -> Iterator[Pair]:
    """Spending as the text tells it against the form's row of totals."""
    spent = context.figure("/spending/total", "正文支出合计", "spending in the text")
    executed = form.money_figure("executed")
    if spent and executed and form.money and not _half_read(form):
        planned = spent.value in (form.money.original, form.money.revised)
        yield Pair(
            spent, executed, len(context.department_forms) == 1 and not planned and not _of_one_fund(context, spent)
        )


def _half_read(form: FormContext) -> bool:
    """Whether a row of totals has spending and no budget beside it: one whose columns may have been lost."""
    money = form.money
    return money is not None and money.executed is not None and money.original is None and money.revised is None


def _of_one_fund(context: CheckContext, spent: Figure) -> bool:
    """Whether the text's total is that of one budget only."""
    others = (v for k, v in context.report.budget.sources if k != "general_public")
    if any(others) or any(v for f in context.department_forms for k, v in f.item.by_source if k != "general_public"):
        return True
    quotes = [folded_text(q.quote) for q in context.quotes("/spending/total")]
    return any("拨款" in s or "公共预算" in s for _, s in context.sentences() for q in quotes if q in s)


def _projects(context: CheckContext) -> Iterator[Pair]:
    listed = context.report.spending.projects or []
    forms = [(f.number, f.item.subject) for f in context.project_forms if f.item.subject]
    for n, item in enumerate(listed):
        number = best_project(item.name, forms)
        amount = context.figure(f"/spending/projects/{n}/amount", f"正文“{item.name}”", f"{item.name} in the text")
        executed = None if number is None else context.forms[number].money_figure("executed")
        if number is not None and amount and executed:
            money = context.forms[number].money
            planned = money is not None and amount.value in (money.original, money.revised)
            named = project_key(context.forms[number].item.subject or "") == project_key(item.name)
            yield Pair(amount, executed, named and not planned)


@check("XDC-03")
def magnitude(context: CheckContext) -> Iterator[Verdict]:
    pairs = [*_pairs(context), *_money_indicators(context)]
    for pair in pairs:
        low, high = sorted((abs(pair.one.value), abs(pair.other.value)))
        if low and _SLIP[0] <= high / low <= _SLIP[1]:
            zh = f"{pair.one.zh}{pair.one}万元，{pair.other.zh}{pair.other}万元，约差一万倍，应核对金额单位"
            en = f"{pair.one.en} {pair.one}, {pair.other.en} {pair.other}: about 10,000 times, look at the money units"
            yield failed(zh, en, *(f.pointer for f in pair[:2] if f.pointer))
    yield from _in_prose(context)
    if not _UNIT.search(context.text):
        yield missing("金额单位", "a money unit")
    else:
        fields = dict.fromkeys(f.pointer for p in pairs for f in p[:2] if f.pointer)
        yield passed(
            "金额单位已注明，同一金额无万倍差异", "money units are named, no amount differs by 10,000", *fields
        )


def _in_prose(context: CheckContext) -> Iterator[Verdict]:
    """Amounts in prose with the digits of a figure of the record and 10,000 times its size: 元 written as 万元."""
    names = [f"/budget/{n}" for n in BUDGET_STAGES] + [f"/spending/{n}" for n in ("total", "basic", "project")]
    known = {f.value * 10000: f for p in names if (f := context.figure(p)) and f.value > 1}
    for passage, sentence, amounts in amount_sentences(context) if known else ():
        for each in amounts:
            held = known.get(each.figure.value)
            if held:
                zh = f"正文“{sentence[each.start : each.end]}”与{held.zh}{held}万元相差一万倍，应核对金额单位"
                yield failed(
                    zh,
                    f"“{sentence[each.start : each.end]}” is 10,000 times {held.en} {held}",
                    held.pointer,
                    passage.pointer,
                )


def _money_indicators(context: CheckContext) -> Iterator[Pair]:
    """Indicators that limit the whole cost of what a form is about, against its row of totals."""
    for form in context.forms:
        for row in form.rows:
            name = folded_text(row.item.name or "")
            if not check_words("amounts", "whole").search(name) or check_words("amounts", "each").search(name):
                continue
            for side in ("target", "actual"):
                value = getattr(row.item, side)
                if value.value is not None and value.unit in FACTORS:
                    figure = Figure(value.value * FACTORS[value.unit], pointer=f"{row.pointer}/{side}/value", zh=f"指标{row.name}", en=f"indicator {row.name}")  # fmt: skip
                    yield from (Pair(figure, f) for s in ("revised", "executed") if (f := form.money_figure(s)))


@check("XDC-04")
def amounts(context: CheckContext) -> Iterator[Verdict]:
    pairs = _pairs(context)
    sure = [p for p in pairs if p.sure or p.one.value == p.other.value]
    if not context.report.restated and not context.forms:
        yield missing("附表中的金额", "amounts in a table of this document")
    elif not context.is_report:
        yield missing("正文中的金额", "amounts in the text of this document")
    elif not sure:
        yield missing("正文与附表口径相同的金额", "amounts of the same item and stage in text and table")
    for pair in sure:
        result = same(pair.one, pair.other)
        sign = "≠" if result.outcome == "fail" else "＝" if not result.difference else "≈"
        yield told(
            result,
            f"{pair.one.zh}{pair.one}{sign}{pair.other.zh}{pair.other}",
            f"{pair.one.en} {pair.one} {'=' if sign == '＝' else sign} {pair.other.en} {pair.other}",
            pair.one.pointer,
            pair.other.pointer,
        )


_FUND_WORDS = {"government_funds": "政府性基金", "state_capital": "国有资本", "social_insurance": "社会保险基金"}


@check("XDC-17")
def none_and_an_amount(context: CheckContext) -> Iterator[Verdict]:
    none = [name for name, amount in context.report.budget.sources if amount == 0]
    denied = [*_denied(context)]
    yield from denied
    if not none and not denied:
        yield irrelevant("本文件未见写“无”的预算类别", "no kind of budget is stated as none")
    for name in none:
        zh, en = NAMES[name]
        pointer = f"/budget/sources/{name}"
        found = [f for f in _positive(context, name) if f.value > 0]
        for figure in found:
            yield failed(f"{zh}写明无，另处有{figure}万元", f"{en} is stated as none, elsewhere {figure}", pointer, figure.pointer)  # fmt: skip
        if not found:
            yield passed(f"{zh}写明无，别处无金额", f"{en} is stated as none and nowhere has an amount", pointer)


def _denied(context: CheckContext) -> Iterator[Verdict]:
    """Kinds of budget that a sentence says there is none of, while the record has an amount."""
    for name, word in _FUND_WORDS.items():
        pointers = [f"/budget/sources/{name}", *(f"{f.pointer}/by_source/{name}" for f in context.forms)]
        amounts = [f for p in pointers if (f := context.figure(p)) and f.value > 0]
        for passage, sentence in context.sentences() if amounts else ():
            denial = re.search(
                rf"(?:无|没有|未安排|不涉及|未使用)(?:[^,。;\d]{{0,12}}[、和及与])?{word}[^,。;\d]{{0,24}}", sentence
            )
            if denial and not check_words("amounts", "another").search(denial[0]):
                zh = f"“{denial[0]}”，另处{NAMES[name][0]}为{amounts[0]}万元"
                yield failed(
                    zh,
                    f"{NAMES[name][1]} is denied, elsewhere {amounts[0]}",
                    passage.pointer,
                    *(f.pointer for f in amounts),
                )


def _positive(context: CheckContext, name: str) -> Iterator[Figure]:
    """What else the document has of a kind of budget."""
    paths = [
        f"/restated/{n}/value" for n, r in enumerate(context.report.restated) if r.field == f"/budget/sources/{name}"
    ]
    for form in context.forms:
        paths.append(f"{form.pointer}/by_source/{name}")
        for n, fund in enumerate(form.item.funds):
            if name in _FUND_WORDS and _FUND_WORDS[name] in folded_text(fund.label or ""):
                paths.append(f"{form.pointer}/funds/{n}/executed")
    yield from (f for path in paths if (f := context.figure(path)))


class StatedResult(NamedTuple):
    """A quantity that prose gives for an indicator, in the indicator's unit."""

    value: Decimal
    quantum: Decimal
    pointer: str


class _Result(NamedTuple):
    """A text that tells results: pointer, folded, without the commas of figures, and what a form's result counts."""

    pointer: str
    text: str
    plain: str
    counted: list[Statement]


@check("XDC-05")
def quantities(context: CheckContext) -> Iterator[Verdict | None]:
    results = list(_achievements(context))
    if not context.forms:
        yield missing("绩效自评表", "a self-evaluation form in this document")
    elif not results:
        yield missing("正文或目标完成情况的表述", "results told in prose")
    else:
        for form in context.forms:
            alone = len(context.forms) == 1
            own = [
                r
                for r in results
                if r.pointer.startswith(f"{form.pointer}/") or (alone and not r.pointer.startswith("/evaluations"))
            ]
            counted = [(row, _core(row)) for row in form.rows]
            yield from (_against(row, name, own) for row, name in counted)
            prose = [(r.pointer, r.text) for r in own if not r.pointer.startswith("/evaluations")]
            yield from (v for row, name in counted for v in _contradicted(row, name, "actual", prose))
            aims = _aims(context, form)
            yield from (v for row, name in counted for v in _contradicted(row, name, "target", aims))


def _achievements(context: CheckContext) -> Iterator[_Result]:
    for form in context.forms:
        if form.item.goal.actual:
            text = folded_text(form.item.goal.actual)
            counted = statements(text, "done", keep=True)
            yield _Result(f"{form.pointer}/goal/actual", text, text.replace(",", ""), counted)
    for passage in context.passages:
        if not passage.about("duties", "goals", "measures", "basic_information", "result_use", "problems"):
            yield _Result(passage.pointer, passage.folded, passage.folded.replace(",", ""), [])


def _aims(context: CheckContext, form: FormContext) -> list[tuple[str, str]]:
    """(pointer, folded text) of what tells the year's aims: the form's goal, the report's section on goals."""
    goal = form.item.goal.expected
    own = [(f"{form.pointer}/goal/expected", folded_text(goal))] if goal else []
    return own + [(p.pointer, p.folded) for p in context.about("goals") if len(context.forms) == 1]


def _contradicted(
    row: IndicatorContext, name: str, side: Literal["target", "actual"], texts: list[tuple[str, str]]
) -> Iterator[Verdict]:
    """An indicator's target or result against the texts that give another figure for the same thing by its full name,
    even where a further text agrees with the form. A text on goals may give results, and one on results the target."""
    held = getattr(row.item, side)
    unit = folded_text(held.unit or "")
    if held.value is None or len(name) < 4 or not unit:
        return
    what_zh, what_en = {"target": ("指标值", "the target"), "actual": ("完成值", "the result")}[side]
    for pointer, text in texts:
        values = {m.value for m in _mentions(name, unit, text, pointer)}
        if len(values) != 1 or values & {row.item.target.value, row.item.actual.value}:
            continue
        (told_value,) = values
        zh = f"指标{row.name}{what_zh}{shown(held.value)}{unit}，文中为{shown(told_value)}{unit}"
        en = f"{what_en} of {row.name} is {shown(held.value)}, the text has {shown(told_value)} {unit}"
        fields = (f"{row.pointer}/{side}/value", pointer)
        yield Verdict("fail", zh, en, fields, told_value, held.value - told_value)


def _against(row: IndicatorContext, name: str, results: list[_Result]) -> Verdict | None:
    """An indicator's result against what prose says of the same thing in so many words. One mention that agrees is
    enough: others may be of a part, a place or a quarter."""
    actual = row.item.actual
    if actual.value is None or len(name) < 2:
        return None
    unit, figure = folded_text(actual.unit or row.item.target.unit or ""), shown(actual.value)
    near = next((r for r in results if _repeats(name, figure, r.plain)), None) if unit != "%" else None
    if near:
        return passed(f"{row.name}{figure}与正文一致", f"{row.name} {figure} as in the text", f"{row.pointer}/actual/value", near.pointer)  # fmt: skip
    mentions = [m for r in results for m in _mentions(name, unit, r.text, r.pointer)]
    mentions += [m for r in results for m in _counted(name, unit, r)]
    values = {m.value for m in mentions}
    if len(name) < 4 or not unit or len(values) != 1 or row.item.target.value in values:
        return None
    (told_value,), pointer = values, mentions[0].pointer
    if abs(told_value - actual.value) <= mentions[0].quantum / 2:
        return passed(f"{row.name}与正文一致", f"{row.name} as in the text", f"{row.pointer}/actual/value", pointer)
    zh = f"指标{row.name}完成值{shown(actual.value)}{unit}，正文为{shown(told_value)}{unit}"
    en = f"indicator {row.name} has {shown(actual.value)}, the text {shown(told_value)} {unit}"
    return Verdict("fail", zh, en, (f"{row.pointer}/actual/value", pointer), told_value, actual.value - told_value)


_TAIL = regex(
    r"(?:数量|总数|个数|次数|人次|场次|台次|批次|班次|户次|家次|件次|人数|面积|长度|里程|规模|任务|总量|完成|情况|数|量){1,4}$"
)
_BRACKETS = regex(r"\([^()]{0,40}\)")
_MARKS = regex(r"[,。;、:()]")
_ALONE_BEFORE = regex(r"(?<![\d.])")
_ALONE_BEHIND = regex(r"(?!\d|\.\d|%)")
"""What stands before and behind a figure that is not part of another."""


def _core(row: IndicatorContext) -> str:
    """What an indicator counts: its name without brackets and the words for counting."""
    return _TAIL.sub("", _BRACKETS.sub("", folded_text(row.item.name or "")))[:40]


def _repeats(name: str, figure: str, plain: str) -> bool:
    """Whether a text has a figure near two characters of the name that stand together."""
    at = plain.find(figure)
    while at >= 0:
        end = at + len(figure)
        if _ALONE_BEFORE.match(plain, at) and _ALONE_BEHIND.match(plain, end):
            around = plain[max(0, at - 16) : end + 12]
            if any(name[n : n + 2] in around for n in range(len(name) - 1)):
                return True
        at = plain.find(figure, at + 1)
    return False


def _counted(name: str, unit: str, result: _Result) -> Iterator[StatedResult]:
    """What a form's result counts under a name that is nearly an indicator's, in the same unit."""
    for given in result.counted:
        short, long = sorted((name, given.noun), key=len)
        if (
            given.exact
            and given.status == "done"
            and given.unit == unit
            and len(short) >= 4
            and is_subsequence(short, long)
            and likeness(short, long) >= _NEARLY
            and not check_words("amounts", "another").search(_clause_before(result.text, given.start))
        ):
            yield StatedResult(given.value, Decimal(1).scaleb(int(given.value.as_tuple().exponent)), result.pointer)


def _clause_before(text: str, at: int) -> str:
    """The words before a place, back to the last mark."""
    return _MARKS.split(text[max(0, at - 24) : at])[-1]


def _is_whole(clause: str) -> bool:
    """Whether nothing but verbs stands in front of a mention, so that it is of all of the thing and of this year."""
    verbs = check_words("progress", "in_front")
    return not check_words("amounts", "another").search(clause) and not verbs.sub("", clause)


@cache
def _behind() -> re.Pattern[str]:
    return regex(
        rf"(?:数量|人数|面积|长度|里程|总数)?(?:{check_words('amounts', 'linking').pattern}){{0,3}}(?P<number>{NUMBER})(?P<many>万?)"
    )


def _mentions(name: str, unit: str, text: str, pointer: str) -> Iterator[StatedResult]:
    """What a text gives for a thing by its full name, in the unit, without 约 and the like."""
    at = text.find(name)
    while at >= 0:
        start = at + len(name)
        match = _behind().match(text, start)
        same_unit = match is not None and text.startswith(unit, match.end("number"))
        if match and (same_unit or text.startswith(unit, match.end())) and _is_whole(_clause_before(text, at)):
            number = decimal(match["number"])
            factor = Decimal(10000) if match["many"] and not same_unit else Decimal(1)
            if number is not None:
                places = len(match["number"].partition(".")[2])
                yield StatedResult(number * factor, factor.scaleb(-places), pointer)
        at = text.find(name, start)
