"""A point of a list that names something with its money: `智慧法院建设列支1,250,600元，用于科技法庭改造`.

One point is one item, however many amounts it tells: what was planned for it, added to it, left of it and spent on it. An
amount is what was spent unless its words say otherwise: verbs of paying (兑现, 付清, 列支) are many, the words for
all else few. The name is what stands before the first amount, without the words that only lead up to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import INLINE_NUMBER, NUMERALS, ORDINAL_POINT, list_number
from selfeval_extract.values.numbers import MONEY_UNIT, NUMBER, in_wan
from selfeval_extract.values.years import last_year
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.roles import NATURES, SOURCES
from selfeval_extract.vocabulary.words import part

Span = tuple[int, int]
AmountKind = Literal["dated", "spent", "named", "planned", "summed", "aside"]
"""`dated`: spent in the very year, beside what was spent over several; `spent`: behind a verb of paying; `named`: behind a name
alone; `planned`: budgeted, granted or contracted; `summed`: announced as a sum (共865万元); `aside`: of another year, a
change, a rest, a price."""

_LONGEST_NAME = 40
_LONGEST_HEAD = 24
_HEAD_END = regex(r"[。:]")
_PROJECT_END = regex(rf"{part('headings', 'project')}$")
_TELLS = regex(r"[,:;]|\d[万亿]?元")
"""What a bare name does not have."""
_AMOUNT = regex(rf"(?<![\d.])(?P<number>{NUMBER})(?P<unit>{MONEY_UNIT})(?![/每\d])(?:(?<=元)|(?=[,。;、)]|其中|$))")
_PAID, _PLANNED, _SUMMED = part("money", "paid"), part("money", "planned"), part("money", "summed")
_OTHER = rf"(?:{part('money', 'changed')}|{part('money', 'left')})"
_TIME, _ADVERB = part("fillers", "time"), part("fillers", "adverb")
_COPULA = rf"(?:资金|金额|总额|款项|款|数|额)?(?:{_ADVERB}|:)*"
_VERB_BEFORE = regex(rf"(?:{_PAID}|{_PLANNED}|{_OTHER}){_COPULA}$")
_FILLER_BEFORE = regex(
    rf"(?:{_TIME}|{_ADVERB}|{_SUMMED}|(?:使用|通过|利用|由|安排){part('money', 'sources')}|(?:到位|完成|拨入|验收|竣工)?[并且])$"
)
_PER = regex(r"按?(?:照)?每[^,;。]{1,12}$")
"""A rate right before an amount: 生态护林员补助按每人每年10,000元."""
_MANNER = regex(rf"{part('fillers', 'manner')}[^,;。]{{1,24}}$")
_PASSIVE = regex(rf"(?:全部|均|已|统一){{0,3}}{part('fillers', 'manner')}[^,;。]{{1,24}}(?:{_PAID}|{_PLANNED})$")
_VERB_FIRST = regex(part("money", "verbs_first"))
_DONE_FIRST = regex(r"[^,;。:了]{2,6}了(?=.{4})")
"""重点保障了村级组织运转经费."""
_SPENT_ON = regex(r"在(?P<name>[^,;。:]{3,30})(?:上|方面)")
"""在环境卫生整治上投入388万元."""
_THE_LARGEST = regex(r"是(?:最大|较大|最多)的一[笔项]$")
_LEAD = regex(rf"(?:{part('fillers', 'lead')}|{_TIME})+")
_ASIDE = regex(
    r"(?:提高|降低?|下降|增加|减少|上升|增长)[到至]$|"
    rf"[比较][^,;。]{{1,12}}[少多]$|(?:{_OTHER}|{part('money', 'price')})(?:(?!后|{_PAID}|{_PLANNED})[^,;。]){{0,12}}$"
    rf"|{part('money', 'earlier')}[^,;。]{{0,12}}$"
)
_KINDS: tuple[tuple[AmountKind, re.Pattern[str]], ...] = (
    ("summed", regex(rf"(?:^|[,;、]){_SUMMED}(?:{_PAID})?为?$")),
    ("spent", regex(rf"{_PAID}(?:[^,;。]{{0,4}}款)?{_COPULA}$")),
    ("planned", regex(rf"(?:{_PLANNED}{_COPULA}[^,;。]{{0,4}}|[年期]初|调整后|调整为|调减后)$")),
)
_DATED = regex(rf"^其中.*{_PAID}{_COPULA}$")
_PART_OF_FUNDS = regex(rf"其中:?{part('money', 'sources')}")
_PART = regex(r"^[,(]?(?:其中|包括|含)")
_GENERAL = regex(rf"(?:{part('money', 'general')}|{_TIME}|{_ADVERB}|{_PAID}|{_PLANNED}|{_SUMMED})*+")
_BRACKETED = regex(r"\([^()]*\)")
_NO_NAME = regex(
    rf"(?:自有|自筹|财政|结转|事业)(?:资金|收入|经费)$|^[^,;]{{0,4}}配套(?:资金|收入|经费)$|原因|由于|因为|[率%]|\d个$|同比|[较比]上|满意度|倍$|预算|(?:组成|构成|说明|如下)$|[两{NUMERALS}\d]个(?:子?项目|方面)$|^[该按]|(?:部分|后)$|均为|[。;]"
)
_ANNOUNCES = regex(rf"(?:[两{NUMERALS}\d][项个类种批]|包括|如下|情况|分别|看|的?去向是?|主要[有是])$")
"""How words end that announce several things, before a colon."""
_QUOTED = regex(r"\"([^\"]{2,30})\"(?:项目|经费|资金)?")
_NAMELESS_REMARK = regex(rf"(?:{_PAID}|{_PLANNED}|{_ADVERB}|{_TIME}|[:,])*+")
"""What may stand before an amount in brackets that says no more than the amount."""
_NAMELESS_CLAUSE = regex(rf"[,;](?:{_PAID}|{_PLANNED}|{_ADVERB}|资金|{_TIME})++")
"""A clause that pays without a name: the name stands behind the amount."""
_BEHIND = regex(
    rf"(?:的|,?(?:全部|均)?[为系是]|(?:实施|开展|推进|支持|组织))(?P<name>[^,;。:]{{2,{_LONGEST_NAME}}})(?=[,;。]|$)"
)
_RIGHT_BEHIND = regex(
    rf"(?P<name>(?!用于|用途|{part('fillers', 'manner')})[^,;。:()\d]{{4,{_LONGEST_NAME}}})(?=[,;。]|$)"
)
"""拨付20万元学生资助资金: the name behind the amount, where a verb of paying is all that stands before it."""
_PURPOSE = regex(r"用于|用途为|用途:")
_NEW_MATTER = regex(
    rf"(?:其中|全年|当年|累计|共计|均|已|{_OTHER}|20\d\d年|资金(?:来源|由|从))"
    rf"|(?!{part('fillers', 'purpose')})(?![^,]*[人户亩次]均)[^,]*\d|[^,]*\d[^,]*[元%]"
)
"""How a clause begins, or what it holds, that tells no purpose any more."""
_MARKS_AND_BRACKETS = {marks: regex(f"[(){marks}]") for marks in (";", "。;", ",:。;", ",:", ",")}
"""What is looked for between stretches, by the marks that part them."""


class Amount(NamedTuple):
    """An amount of a point in 万元, its place, and what kind of amount it is."""

    span: Span
    value: Decimal
    kind: AmountKind


class ListedItem(NamedTuple):
    """What a point names: the places of its name, of the amount spent on it, and of what it was for (from 用于 on)."""

    name: Span
    amount: Amount | None
    purpose: Span | None


def listed_items(folded: str, start: int, year: int | None, numbered: bool = False) -> list[ListedItem]:
    """The items of a folded paragraph from `start` on, in order. `numbered`: the paragraph is a point of a list."""
    if not _AMOUNT.search(folded, start):
        return []
    marks = {m.start() for pattern in (ORDINAL_POINT, INLINE_NUMBER) for m in pattern.finditer(folded, start)}
    bounds = sorted({start, *marks, len(folded)})
    return [item for a, b in pairwise(bounds) for item in _in_point(folded, a, b, year, numbered and a == start)]


def item_under(head: str, folded: str, year: int | None) -> tuple[Span, Amount | None, Span | None] | None:
    """The item that a heading names and a folded text tells of: places of the name (in the heading), amount and purpose
    (in the text); None if the heading names nothing that money is spent on."""
    name = _trimmed(head, 0, len(head))
    return (
        (name, _own(amounts_between(folded, 0, len(folded), year)), purpose(folded, 0, len(folded))) if name else None
    )


def _in_point(folded: str, start: int, end: int, year: int | None, numbered: bool) -> Iterator[ListedItem]:
    """A point's items: several where its clauses name several, else the one that it begins with."""
    begin = start + _number_end(folded[start:end])
    first = next(_stretches(folded, begin, end, ";"))[1]
    stretches = [(a, list(_in_stretch(folded, a, b, year))) for a, b in _stretches(folded, begin, end, "。;")]
    items = [item for _, inside in stretches for item in inside]
    rest = [item for a, inside in stretches for item in inside if item.name[0] == a > first]
    if headed := _headed(folded, begin, first if rest else end, year):
        yield headed
        yield from rest
        return
    if len(items) > 1 or (begin == start and not numbered):
        yield from items
        return
    head_end = next(b for _, b in _stretches(folded, begin, end, ",:。;"))
    name = _trimmed(folded, begin, _without_passive(folded, begin, head_end))
    amounts = amounts_between(folded, head_end, end, year)
    if name and amounts and not _AMOUNT.search(folded, begin, head_end):
        yield ListedItem(name, _own(amounts), purpose(folded, head_end, end))
    else:
        yield from items


def _headed(folded: str, begin: int, end: int, year: int | None) -> ListedItem | None:
    """The item of a point that begins with a bare name: 家庭教育指导服务。年初预算30万元，…"""
    stop = _HEAD_END.search(folded, begin, min(end, begin + _LONGEST_HEAD + 1))
    head_end = stop.start() if stop else -1
    if stop and stop[0] == ":" and not _PROJECT_END.search(folded, begin, head_end):
        return None
    if head_end < 0 or head_end + 1 >= end or _TELLS.search(folded, begin, head_end):
        return None
    name = _trimmed(folded, begin, head_end)
    amounts = amounts_between(folded, head_end, end, year)
    if name is None or not amounts:
        return None
    return ListedItem(name, _own(amounts), purpose(folded, head_end, end))


def _number_end(words: str) -> int:
    """Where the list numbers and the words that announce a point end."""
    end = 0
    while True:
        number = list_number(words[end:])
        ordinal = ORDINAL_POINT.match(words[end:])
        if number is not None and number.style != "lost":
            end += number.end
        elif ordinal:
            end += ordinal.end()
        else:
            return end


def _stretches(folded: str, start: int, end: int, marks: str) -> Iterator[Span]:
    """The stretches between marks outside brackets."""
    depth = 0
    for match in _MARKS_AND_BRACKETS[marks].finditer(folded, start, end):
        at = match.start()
        depth += (match[0] == "(") - (match[0] == ")")
        if match[0] in marks and depth <= 0 and not _in_number(folded, at):
            yield start, at
            start = at + 1
    yield start, end


def _in_number(folded: str, at: int) -> bool:
    """Whether a comma stands between two digits: 1,250."""
    return folded[at] == "," and 0 < at < len(folded) - 1 and folded[at - 1].isdigit() and folded[at + 1].isdigit()


def _in_stretch(folded: str, start: int, end: int, year: int | None) -> Iterator[ListedItem]:
    """The items of a sentence or clause without 。 and ； in it."""
    opened: list[tuple[Span, list[Amount]]] = []
    left = start
    for amount in amounts_between(folded, start, end, year):
        words = folded[left : amount.span[0]]
        if amount.kind == "summed" and len(opened) > 1 and amount.value == _sum(opened):
            left = amount.span[1]
            continue
        found = None
        if not (opened and (_PART.match(words) or _PURPOSE.search(words.rpartition(",")[2]) or amount.kind == "aside")):
            found = _name_before(folded, left, amount.span[0])
        if found is None and (not opened or _NAMELESS_CLAUSE.fullmatch(words)):
            behind = _BEHIND.match(folded, amount.span[1], end)
            if behind is None and words and _NAMELESS_REMARK.fullmatch(words.lstrip(",;:")):
                behind = _RIGHT_BEHIND.match(folded, amount.span[1], end)
            found = _trimmed(folded, *behind.span("name")) if behind else None
        if found is not None:
            opened.append((found, []))
        if opened:
            opened[-1][1].append(amount)
        left = amount.span[1]
    for n, (name, amounts) in enumerate(opened):
        until = opened[n + 1][0][0] if n + 1 < len(opened) else end
        yield ListedItem(name, _own(amounts), purpose(folded, amounts[0].span[0], until))


def _sum(opened: Sequence[tuple[Span, list[Amount]]]) -> Decimal:
    """What the items of a stretch come to so far."""
    return sum((own.value for _, amounts in opened if (own := _own(amounts))), Decimal(0))


def _name_before(folded: str, start: int, end: int) -> Span | None:
    """The name in the words between an amount and the one before it (or the sentence's beginning)."""
    clauses = list(_stretches(folded, start, end, ",:"))
    if _names_nature(folded[slice(*clauses[-1])]):
        return None
    for n, (a, b) in reversed(list(enumerate(clauses))):
        if _PURPOSE.search(folded, a, b) and n + 1 < len(clauses):
            continue
        if folded[b : b + 1] == ":" and _ANNOUNCES.search(folded, a, b):
            continue
        if n + 1 < len(clauses):  # a name with a clause of its own: 平台运行维护，支出…
            name = _trimmed(folded, a, _without_passive(folded, a, b))
        else:
            name = _trimmed(folded, a, _without_predicate(folded, a, b))
        if name:
            return name
    return None


def _names_nature(words: str) -> bool:
    """Whether an amount is that of a kind of spending: 按性质划分，基本支出…"""
    lead = _LEAD.match(words)
    subjects = groups("amounts.toml")["subjects"]
    start = lead.end() if lead else 0
    found = (m for name in (*NATURES, *SOURCES) if (m := subjects[name].match(words, start)))
    return any(not words[m.end() :].removeprefix("财政拨款").removesuffix("支出") for m in found)


def _without_passive(folded: str, start: int, end: int) -> int:
    """Where a name ends that a clause like 全部由上级资金安排 may follow."""
    passive = _PASSIVE.search(folded, start + 2, end)
    return passive.start() if passive else end


def _without_predicate(folded: str, start: int, end: int) -> int:
    """Where a name ends that is followed by what was done with the money."""
    verb = False
    while end > start:
        found = _VERB_BEFORE.search(folded, start, end) or _FILLER_BEFORE.search(folded, start, end)
        if found is None:
            found = _PER.search(folded, start + 2, end)
        if found is None and verb:
            found = _MANNER.search(folded, start, end)
        if found is None or found.start() == end or (verb and found[0] == "支出"):
            return end
        verb = verb or _VERB_BEFORE.search(folded, start, end) is not None
        end = found.start()
    return end


def _trimmed(folded: str, start: int, end: int) -> Span | None:
    """A name without list numbers and the words before it; None if nothing is left, or nothing but words for money."""
    start += _number_end(folded[start:end])
    while (lead := _LEAD.match(folded, start, end)) and lead.end() > start:
        start = lead.end() + _number_end(folded[lead.end() : end])
    done = _DONE_FIRST.match(folded, start, end)
    start = done.end() if done else start
    verb = _VERB_FIRST.match(folded, start, end)
    if verb and end - verb.end() >= 4 and not _GENERAL.fullmatch(folded, verb.end(), end):
        start = verb.end()
    spent_on = _SPENT_ON.fullmatch(folded, start, end)
    if spent_on:
        start, end = spent_on.span("name")
    end = start + len(_THE_LARGEST.sub("", folded[start:end]))
    quoted = _QUOTED.fullmatch(folded, start, end)
    if quoted and not _GENERAL.fullmatch(quoted[1]):
        return quoted.span(1)
    end = start + len(folded[start:end].rstrip("(-—"))
    name = folded[start:end]
    bare = _BRACKETED.sub("", name)
    if not 2 <= len(name) <= _LONGEST_NAME or _GENERAL.fullmatch(bare) or _NO_NAME.search(name):
        return None
    return start, end


def amounts_between(folded: str, start: int, end: int, year: int | None) -> list[Amount]:
    """The amounts between two places with their kinds."""
    found: list[Amount] = []
    left = start
    for match in _AMOUNT.finditer(folded, start, end):
        value = in_wan(match["number"], match["unit"])
        if value is not None:
            words = re.split(r"[,;。、:]", folded[left : match.start()])[-1]
            words = words or folded[left : match.start()]
            kind = "aside" if _in_remark(folded, start, match.start()) else _kind(words, year)
            found.append(Amount((match.start("number"), match.end("unit")), value, kind))
        left = match.end()
    return found


def _in_remark(folded: str, start: int, at: int) -> bool:
    """Whether a place is in brackets that hold more than the amount itself: （其中直接打卡到户3,108.72万元）."""
    opened = folded.rfind("(", start, at)
    return opened > folded.rfind(")", start, at) and not _NAMELESS_REMARK.fullmatch(folded, opened + 1, at)


def _kind(words: str, year: int | None) -> AmountKind:
    if year and f"{year}年" in words and _DATED.search(words):
        return "dated"
    if _PART_OF_FUNDS.match(words) or _ASIDE.search(words) or (year and last_year(words) not in (None, year)):
        return "aside"
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), "named")


def _own(amounts: Sequence[Amount]) -> Amount | None:
    """What was spent: the sum where one is announced, else the first amount spent, else the last one planned."""
    for kind, at in (("dated", 0), ("summed", 0), ("spent", 0), ("named", 0), ("planned", -1)):
        of_kind = [a for a in amounts if a.kind == kind]
        if of_kind:
            return of_kind[at]
    return None


def purpose(folded: str, start: int, end: int) -> Span | None:
    """Where a folded text tells between two places what something is for: from 用于 to the end of its sentence, without
    clauses that tell something else."""
    match = _PURPOSE.search(folded, start, end)
    if match is None:
        return None
    sentence_end = next(b for _, b in _stretches(folded, match.start(), end, "。;"))
    clauses = list(_stretches(folded, match.start(), sentence_end, ","))
    stop = clauses[0][1]
    for a, b in clauses[1:]:
        if b <= a or _NEW_MATTER.match(folded[a:b]):
            break
        stop = b
    return match.start(), _before_closing_bracket(folded, match.start(), stop)


def _before_closing_bracket(folded: str, start: int, end: int) -> int:
    """Where a text ends: at its end, or before a bracket that closes one opened before it."""
    depth = 0
    for at in range(start, end):
        depth += (folded[at] == "(") - (folded[at] == ")")
        if depth < 0:
            return at
    return end
