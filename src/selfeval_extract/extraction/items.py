"""Listed projects and functional headings in the report's prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfeval_extract.document import Text
from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.plain_tables import is_function
from selfeval_extract.record.cited import Leaf, cite_folded
from selfeval_extract.record.cited_record import CitedFunction, CitedProject
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import ORDINAL_POINT, list_number
from selfeval_extract.values.numbers import MONEY_UNIT, NUMBER, in_wan
from selfeval_extract.vocabulary.files import groups

_AMOUNT = rf"(?P<number>{NUMBER})(?P<unit>{MONEY_UNIT})"
_LONGEST_NAME = 40
_BEHIND_NAME = regex(
    rf"(?<=[^。;,:]{{2}}):?(?:[,:]?(?:全年|年度|年初|调整后){{0,8}}+预算(?:数|安排|资金){{0,8}}+(?:为)?{NUMBER}{MONEY_UNIT},)?(?:实际|全年|共|已){{0,8}}+(?:支出|安排|使用|投入|支付|决算数?|共计|资金)?(?:数|额|金额)?(?:为|了|共|:){{0,8}}+,?\(?{_AMOUNT}"
    r"(?![/每])(?<![万亿])(?:(?<=元)|(?=[,。;、)]|$))"
    r"(?:\((?!用于|主要用于)[^()]*\))?\)?[,:。(]?(?P<purpose>(?:主要|全部|均|资金)?(?:用于|用途为|用途:)(?:[^。;()]|\([^()]*\))*)?"
)
"""What makes the words before it the name of an item: its amount, and what it was for."""
_NAME_ENDS = regex(r"[。;,:]")
_LIST_HEAD = regex(
    r"(?:项目(?:支出|经费|资金).{0,80}?(?:其中|包括|具体为|如下|(?:共|涉及|安排|实施)[^,。:]{0,6}\d+个(?:项目)?(?=:)|分别|主要有|主要是|主要用于(?=:)|明细|有(?=:)|构成)|项目(?:支出|经费)中[,:]|(?:重点|主要|具体)项目(?:支出)?(?:有|为|是|包括|如下|分别为)|子项目支出如下|(?:子项目?|支出内容)[^,。:]{0,10}(?=:))(?:[^,。:\d]{0,6}:)?"
)
_LEAD_WORD = regex(r"[-—]+|其中:?|:|、|主要(?:包括|有|是):?|和|以及|具体为:?|包括:?")
_NO_NAME_WITH = regex(
    r"预算|收入|合计|总计|总额|上年|年初|年末|结转|结余|增加|减少|下降|增长|人均|(?<!高)标准|资金来源|政府性基金|国有资本|财政拨款|到位|执行|其中|决算|较|三公|出国"
)
_NO_NAME = regex(
    r"(?:全年|本年|实际|部门|单位)*(?:基本支出|项目支出|人员经费|公用经费|日常公用经费|公务接待费?|公务用车.*|一般公共.*|总支出|支出|项目经费|专项经费|项目|专项|实际|共|全年|20\d\d年度?)"
)
_OTHER_MATTER = regex(r"(?:20\d\d年度?)?(?:\"?三公|机关运行经费|政府采购|国有资产|固定资产)")
"""How a paragraph begins that has left the list of projects."""
_QUOTED = regex(r"\"([^\"]{2,30})\"(?:项目|专项|工程|经费|资金)?$")
_TAIL = regex(r"(?<=经费|资金|项目|专项|费用|工程)(?:支出|安排|使用|投入)$")
_FUNCTION = "|".join(f"(?:{p.pattern})" for p in groups("words.toml")["functions"].values())
_FUNCTIONS = regex(
    rf"(?P<name>(?:(?<!\d)[12]\d\d)?(?:{_FUNCTION})支出)(?:\(类\)|类|科目)?(?:\([^()]*\))?(?:支出|决算|为|:|共)*{_AMOUNT}"
)


def listed_functions(context: Context) -> list[CitedFunction]:
    """Spending by functional heading: name and amount, in the order of the report."""
    found: dict[str, CitedFunction] = {}
    for topic, _, text in context.paragraphs():
        if topic in ("problems", "measures"):
            continue
        for match in _FUNCTIONS.finditer(text.folded.text):
            value = in_wan(match["number"], match["unit"])
            if value is not None and match["name"] not in found:
                found[match["name"]] = {
                    "name": cite_folded(text, *match.span("name")),
                    "amount": cite_folded(text, match.start("number"), match.end("unit"), value),
                }
    return [] if set(found) <= {"其他支出"} else list(found.values())


def listed_projects(context: Context) -> list[CitedProject]:
    """Projects with amount and purpose: in the section on project spending, or behind 项目支出…其中."""
    return [item for text, start in _project_texts(context) for item in _items(text, start)]


def _project_texts(context: Context) -> Iterator[tuple[Text, int]]:
    done: set[int] = set()
    announced: str | None = None
    left: str | None = None
    for topic, outer, text in context.paragraphs():
        if outer in ("problems", "measures", "duties") and topic != "project_spending":
            continue
        if outer == "performance" and topic != "project_spending" and not _lists_purposes(text):
            continue
        if _OTHER_MATTER.match(text.folded.text):
            left = str(topic)
        if left == str(topic):
            continue
        head = _LIST_HEAD.search(text.folded.text)
        if "project_spending" in (topic, outer):
            done.add(id(text))
            yield text, head.end() if head else 0
        elif head and id(text) not in done:
            yield text, head.end()
        elif (announced == str(topic) and _is_item(text)) or _lists_purposes(text):
            yield text, 0
        else:
            announced = None
        if head and head.end() >= len(text.folded.text) - 1:
            announced = str(topic)


def _lists_purposes(text: Text) -> bool:
    """Whether a paragraph says of two names or more what they were given and what for, whatever announces them."""
    folded = text.folded.text
    items = [m for name, m in _named(folded) if m["purpose"] and _name_span(folded, *name)]
    return len(items) >= 2


def _is_item(text: Text) -> bool:
    """Whether a paragraph begins with a project's name and amount."""
    folded = text.folded.text
    first = next((name for name, _ in _named(folded)), None)
    return first is not None and first[0] == 0 and _name_span(folded, *first) is not None


def _named(folded: str, start: int = 0) -> Iterator[tuple[tuple[int, int], re.Match[str]]]:
    """Items: the span of the name, and what stands behind it. That is looked for first, as a name can begin anywhere."""
    while match := _BEHIND_NAME.search(folded, start + 2):
        end = match.start()
        name = _NAME_ENDS.split(folded[max(start, end - _LONGEST_NAME) : end])[-1]
        yield (end - len(name), end), match
        start = match.end()


def _items(text: Text, start: int) -> Iterator[CitedProject]:
    folded = text.folded.text
    for span, match in _named(folded, start):
        name = _name_span(folded, *span)
        value = in_wan(match["number"], match["unit"])
        if name is None or value is None:
            continue
        purpose = _purpose(text, match)
        yield {
            "name": cite_folded(text, *name),
            "amount": cite_folded(text, match.start("number"), match.end("unit"), value),
            "purpose": purpose,
        }


def _name_span(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of an item's own name in what stands before its amount; None if that is no name."""
    start += _lead_end(folded[start:end])
    quoted = _QUOTED.match(folded[start:end])
    if quoted and not _is_no_name(quoted[1]):
        return start + quoted.start(1), start + quoted.end(1)
    tail = _TAIL.search(folded[start:end])
    if tail:
        end = start + tail.start()
    name = folded[start:end]
    if len(name) < 2 or _is_no_name(name) or is_function(name + "支出"):
        return None
    return start, end


def _lead_end(words: str) -> int:
    """Where the list numbers and the words that only announce an item end: （1）, 一是, 其中, 主要包括."""
    end = 0
    while True:
        number = list_number(words[end:])
        lead = ORDINAL_POINT.match(words[end:]) or _LEAD_WORD.match(words[end:])
        if number is not None and number.style != "lost":
            end += number.end
        elif lead:
            end += lead.end()
        else:
            return end


def _is_no_name(name: str) -> bool:
    return bool(_NO_NAME_WITH.search(name) or _NO_NAME.fullmatch(name))


def _purpose(text: Text, match: re.Match[str]) -> Leaf:
    if not match["purpose"]:
        return None
    at = match["purpose"].find("用于")
    start = match.start("purpose") + max(at, 0)
    end = match.end("purpose")
    while end > start and text.folded.text[end - 1] in "。;,":
        end -= 1
    return cite_folded(text, start, end)
