"""FMT: how figures and signs are printed. Nothing here is wrong by itself, but all of it is easily misread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple, cast

from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext, memoized
from selfeval_extract.checks.verdict import Verdict, failed, missing, not_applicable, passed
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import NUMBER
from selfeval_extract.vocabulary.words import check_words

_OF_ROW = regex(r"/(?:target|actual)/(?:text|comparator|value)$")
"""The end of the pointer of a target or result, behind that of the row."""
_FIGURES = regex(
    r"/(?:evaluations/\d+/(?:(?:funds/\d+/(?:original|revised|executed)|by_(?:source|nature)/\w+)(?P<form>)"
    r"|(?:total_weight|total_score|(?:funds|indicators)/\d+/(?:weight|score))(?P<points>)"
    r"|indicators/\d+/(?:target|actual)/(?:text|comparator|value)(?P<result>))"
    r"|base_data/rows/\d+/(?:prior|budget|executed)(?P<table>)"
    r"|(?:budget/(?:original|revised|executed|revenue|sources/\w+)"
    r"|spending/(?:total|basic|personnel|operating|project|(?:projects|functions)/\d+/amount|three_public/\w+))(?P<prose>))"
)
"""Pointers of printed figures; the group is their kind."""
Kind = Literal["form", "points", "result", "table", "prose"]
"""A figure by where it stands: amounts of forms, points, targets and results, amounts of the base data table, of prose."""
_FORM_MONEY: tuple[Kind, ...] = ("form", "table")
_MONEY: tuple[Kind, ...] = (*_FORM_MONEY, "prose")

_IN_TENTHOUSANDS = regex(rf"{NUMBER}[万亿]")
_CHINESE_NUMERAL = regex(r"[一二两三四五六七八九十百千]")
_BROKEN_GROUPS = regex(r"\d{1,3}(?:\.\d{3})+,\d+|\d{4,},\d{3}(?:\.\d+)?|\d{1,3}(?:,\d{3}){0,6},(?:\d{1,2}|\d{4,})\.\d+")
_AMOUNT = regex(rf"(?<![\d.,])(?P<number>{NUMBER})(?P<unit>(?:亿|千万|百万|万|千|百)?元)(?!以上|以下|以内|/|标准)")
_UNIT = "元"
"""What every unit of an amount ends in."""
_HAS_UNIT = regex(r"[元万亿]")
_ODD_SIGN = regex(r"[≧≦⩾⩽﹥﹤﹦＞＜＝═]|^\s*[《》]\s*\d")
_WIDE_DIGIT = regex(r"[０-９]")
_POINTS_WITH_UNIT = regex(r"\d\s*分")
_SENTENCE_END = regex(r"[。!?]")
_MOST_SHOWN = 4
_REMEMBERED = 2_500
"""Pointers whose kind is kept: the same come again in every record."""
_NUMBER = regex(NUMBER)


class _Printed(NamedTuple):
    """A printed figure; `figure`: the quote folded, without the label that shares its cell."""

    kind: Kind
    pointer: str
    quote: str
    figure: str


def _printed(context: CheckContext, *kinds: Kind) -> list[_Printed]:
    """The figures of some kinds, as printed."""
    return [each for each in _all_printed(context) if each.kind in kinds]


@memoized
def _all_printed(context: CheckContext) -> list[_Printed]:
    found: list[_Printed] = []
    for pointer in context.report.evidence:
        if kind := _kind(pointer):
            quote = context.quotes(pointer)[0].quote
            found.append(_Printed(kind, pointer, quote, folded_text(quote).rpartition(":")[2]))
    return found


@lru_cache(_REMEMBERED)
def _kind(pointer: str) -> Kind | None:
    """The kind of the figure at a pointer; None where there is none."""
    match = _FIGURES.fullmatch(pointer)
    return cast("Kind", match.lastgroup) if match else None


def _listed(texts: Sequence[str]) -> str:
    return "、".join(dict.fromkeys(texts[:_MOST_SHOWN])) + ("等" if len(texts) > _MOST_SHOWN else "")


@check("FMT-01")
def ambiguous_numbers(context: CheckContext) -> Verdict:
    money, points = _printed(context, *_FORM_MONEY), _printed(context, "points")
    cells = [p for p in money if _IN_TENTHOUSANDS.fullmatch(p.figure)]
    cells += [p for p in money + points if _CHINESE_NUMERAL.search(p.figure)]
    grouped = (line for line in context.lines if line.in_table and "," in line.folded)
    lines = [line for line in grouped if _BROKEN_GROUPS.fullmatch(line.folded)]
    found = [p.figure for p in cells] + [line.folded for line in lines]
    if found:
        zh = f"“{_listed(found)}”的写法可以有不止一种读法，共{len(found)}处"
        en = f"{len(found)} figures can be read in more than one way: {_listed(found)}"
        return failed(zh, en, *(p.pointer for p in cells), printed=tuple(line.text for line in lines))
    if not points and not _printed(context, *_MONEY):
        return not_applicable("没有金额或分数", "no amounts or points")
    return passed("未见有歧义的数字", "no ambiguous figures")


@check("FMT-02")
def mixed_decimals(context: CheckContext) -> list[Verdict]:
    groups = [*_of_forms(context), *_of_prose(context)]
    even = passed("同一处金额的小数位数一致", "amounts that stand together have the same decimals")
    return [group.fault() for group in groups if group.uneven] or [even] * bool(groups)


class _Group(NamedTuple):
    """Amounts that stand together, and what messages call the place."""

    zh: str
    en: str
    numbers: list[str]
    pointers: list[str]

    @property
    def uneven(self) -> bool:
        return len({len(number.partition(".")[2]) for number in self.numbers}) > 1

    def fault(self) -> Verdict:
        numbers = _listed(self.numbers)
        zh, en = f"{self.zh}金额{numbers}小数位数不一致", f"amounts {numbers} {self.en} differ in their decimals"
        return failed(zh, en, *self.pointers)


def _of_forms(context: CheckContext) -> Iterator[_Group]:
    """The amounts of each form's fund block; 0 has no decimals to compare."""
    of_block: dict[str, list[_Printed]] = {}
    for cell in _printed(context, *_FORM_MONEY):
        of_block.setdefault(cell.pointer.partition("/funds/")[0], []).append(cell)
    for form in context.forms:
        found = [
            (p.pointer, m[0])
            for p in of_block.get(form.pointer, ())
            if (m := _NUMBER.search(p.figure)) and m[0].strip("0.,")
        ]
        if len(found) > 1:
            name = f"《{form.name}》" if form.name_among_several else ""
            yield _Group(f"{name}资金部分", "of the fund block", [n for _, n in found], [p for p, _ in found])


def _of_prose(context: CheckContext) -> Iterator[_Group]:
    """The amounts of one unit in a sentence: of each section the sentence that is uneven, else any."""
    prose = (p for p in context.passages if not p.about("problems", "measures", "problems_and_measures"))
    for pointer, passages in groupby(prose, key=lambda p: p.pointer):
        texts = (p.folded for p in passages if _UNIT in p.folded)
        groups = [group for text in texts for s in _SENTENCE_END.split(text) for group in _in_sentence(s, pointer)]
        if groups:
            yield next((group for group in groups if group.uneven), groups[0])


def _in_sentence(sentence: str, pointer: str) -> Iterator[_Group]:
    by_unit: dict[str, list[str]] = {}
    for match in _AMOUNT.finditer(sentence) if _UNIT in sentence else ():
        if match["number"].strip("0.,"):
            by_unit.setdefault(match["unit"], []).append(match["number"])
    for unit, numbers in by_unit.items():
        if len(numbers) > 1:
            yield _Group("同一句中", f"({unit}) of one sentence", numbers, [pointer])


@check("FMT-03")
def unit_of_amounts(context: CheckContext) -> Verdict:
    amounts = [p for p in _printed(context, *_MONEY) if context.value(p.pointer)]
    if not amounts:
        return not_applicable("没有金额", "no amounts")
    bare = [p for p in amounts if not _HAS_UNIT.search(p.figure)]
    if not bare:
        return passed("金额均注明单位", "all amounts are printed with their unit", *(p.pointer for p in amounts))
    stated = check_words("form", "unit_stated")
    line = next((line for line in context.lines if stated.search(line.folded)), None)
    if line is not None:
        zh, en = "金额单位在表头或标题中注明", "the unit stands in the heading"
        return passed(zh, en, *(p.pointer for p in bare), printed=(line.text,))
    listed = _listed([p.figure for p in bare])
    zh, en = f"{len(bare)}处金额（{listed}）未注明单位", f"{len(bare)} amounts without a unit: {listed}"
    return failed(zh, en, *(p.pointer for p in bare))


@check("FMT-04")
def odd_signs(context: CheckContext) -> Verdict:
    results, points = _printed(context, "result"), _printed(context, "points")
    money = _printed(context, *_MONEY)
    found = [p for p in results if _ODD_SIGN.search(p.quote)]
    found += [p for p in points if _POINTS_WITH_UNIT.search(p.quote)]
    found += [p for p in results + points + money if _WIDE_DIGIT.search(p.quote)]
    if not context.forms and not found:
        return not_applicable("没有比较符，未见全角数字", "no comparators and no full-width digits")
    if not found:
        return passed("符号和数字的写法规范", "signs and digits are in their usual form")
    places = {_OF_ROW.sub("", p.pointer): p.quote.strip() for p in reversed(found)}
    quotes, count = _listed(list(dict.fromkeys(reversed(places.values())))), len(places)
    zh = f"{count}处符号或数字写法不规范：{quotes}"
    en = f"signs, units or digits of {count} places are not in their usual form: {quotes}"
    return failed(zh, en, *(p.pointer for p in found))


@check("FMT-05")
def conversion_marks(context: CheckContext) -> Verdict:
    if not context.lines:
        return missing("文件原文", "the document's text")
    artefact = check_words("form", "artefact")
    found = [(line.text, match[0]) for line in context.lines if (match := artefact.search(line.folded))]
    if not found:
        return passed("未见转换残留标记", "no marks left by a conversion")
    (_, mark), texts = found[0], tuple(text for text, _ in found[:10])
    zh = f"{len(found)}处残留转换标记（如“{mark}”）"
    en = f"marks of a conversion are left in {len(found)} places ({mark})"
    return failed(zh, en, printed=texts)
