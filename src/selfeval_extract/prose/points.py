"""Lists in prose: one item per numbered or 一是/二是 point, else per section text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selfeval_extract.document import Text, join
from selfeval_extract.prose.sections import Item
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import INLINE_NUMBER, NUMERALS, ORDINAL_POINT
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.words import part

_CLOSING = " \t\u3000。；;，,.、"
_INTRO = regex(
    r"(?:如下|以下|见下表|如下表|附表|方面|包括|表现在|主要有|问题|措施|建议|不足|是|为)[:]$|^(?:针对|通过).{0,40}(?:如下|以下).{0,16}[:。]$|^.{0,50}(?:如下|以下).{0,12}[:。]$"
)
_LEAD = regex(
    r"^.{0,60}?(?:如下|以下.{0,10}|(?:存在|主要|有).{0,12}(?:问题|不足|困难)(?:有|是|表现在|包括)?|方面|包括|(?:采取|拟|主要).{0,10}措施|(?:针对|对于?)(?:以上|上述).{0,30}(?:改进|整改)|表现在|主要(?:是|有|为))[:](?=.)"
)


_BEFORE_RESULT = r"[^,;。]{0,6}?"
_USE_OF_RESULT = regex(
    rf"(?:^|[,;]){_BEFORE_RESULT}{part('disclosure', 'result')}[^。]{{0,60}}?{part('disclosure', 'use')}"
)


_ANSWER = regex(
    rf"(?:^|(?<=[。;]))(?:针对|对于?|围绕)(?:上述|以上)?(?:问题[{NUMERALS}\d]{{1,2}}|第[{NUMERALS}\d]{{1,2}}个?(?:方面)?的?问题)的?[,:]?"
)
"""Before a measure, the number of the problem that it answers."""
_FIRST_MARK = regex(r"[(第其]?(?:一|1(?!\d)|①|⑴|⒈|首)")


class Point(NamedTuple):
    """One item: its text without number and closing mark, and the words that announce the list which it is of."""

    text: Text
    numbered: bool
    lead: Text | None = None


def trimmed(text: Text) -> Text:
    """A text without blanks before it and blanks and closing marks behind it."""
    start = len(text.string) - len(text.string.lstrip(" \t\u3000\n，,；;。、：:"))
    end = len(text.string.rstrip(_CLOSING + "\n"))
    return text.part(start, max(start, end))


def points_of(items: Sequence[Item]) -> list[Point]:
    """Paragraphs of one section → points: a numbered paragraph opens one, an unnumbered one goes on with it."""
    numbered = any(i.number for i in items)
    groups_: list[tuple[bool, list[Text]]] = []
    for n, item in enumerate(items):
        if not item.text:
            continue
        opens = item.number is not None or not groups_ or not numbered or _is_list_with_lead(item.text)
        folded = item.text.folded.text
        if item.number is None and (_INTRO.search(folded) or (folded.endswith(":") and n + 1 < len(items))):
            continue
        if opens:
            groups_.append((item.number is not None, [item.text]))
        else:
            groups_[-1][1].append(item.text)
    points: list[Point] = []
    for is_numbered, texts in groups_:
        points += split_points(join(texts, "\n"), is_numbered)
    return [p for p in points if p.text]


def _is_list_with_lead(text: Text) -> bool:
    """Whether a paragraph announces a list and holds it: 几点建议。1.…2.…"""
    points = split_points(text, False)
    return len(points) > 1 and points[0].lead is not None


def split_points(text: Text, numbered: bool) -> list[Point]:
    """A paragraph's 一是/二是 points, else its inline numbers, else the whole of it."""
    folded = text.folded.text
    for pattern in (ORDINAL_POINT, INLINE_NUMBER, _ANSWER):
        marks = list(pattern.finditer(folded))
        if len(marks) >= 2 or (marks and (numbered or marks[0].start() == 0)):
            if numbered and marks[0].start() > 0 and pattern is ORDINAL_POINT:
                break
            before = text.folded_part(0, marks[0].start()) if marks[0].start() > 0 else None
            points = [Point(trimmed(before), True)] if before and numbered else []
            for n, mark in enumerate(marks):
                end = marks[n + 1].start() if n + 1 < len(marks) else len(folded)
                again = n + 1 < len(marks) and _begins_again(marks[n + 1][0])
                lead_start = _lead_start(folded, mark.end(), end) if again else end
                points.append(Point(trimmed(text.folded_part(mark.end(), lead_start)), True, before))
                before = text.folded_part(lead_start, end) if lead_start < end else before
            return points
    lead = None if numbered else _LEAD.match(folded)
    if lead is None:
        return [Point(trimmed(text), numbered)]
    return [Point(trimmed(text.folded_part(lead.end())), numbered, text.folded_part(0, lead.end()))]


def _begins_again(mark: str) -> bool:
    """Whether a list number or ordinal is a first one."""
    return _FIRST_MARK.match(mark) is not None


def _lead_start(folded: str, start: int, end: int) -> int:
    """Where the words begin that announce the list at `end`: behind the last full stop before it."""
    return folded.rfind("。", start, end - 1) + 1 or end


def tells_use_of_result(folded: str) -> bool:
    """Whether a sentence tells how the result of the evaluation is used or published: 本报告随部门决算一并公开."""
    return _USE_OF_RESULT.search(folded) is not None


def states_none(folded: str) -> bool:
    """Whether a section's text says that there is nothing to tell: 无, 不涉及, 未发现明显问题."""
    bare = folded.strip("。.;:,、!\"'()")
    return bool(bare) and len(bare) <= 40 and groups("words.toml")["none"]["whole"].fullmatch(bare) is not None
