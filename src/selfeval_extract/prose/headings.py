"""The numbering grammar of reports, with its damage: 一、 （一） 1． （1） ①, `8、` for 八、, `（2）` for （二）."""

from __future__ import annotations

from typing import NamedTuple

from selfeval_extract.document import Paragraph, Text, fold
from selfeval_extract.prose.titles import is_report_title
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import DEPTHS, NUMERALS, ListNumber, list_number
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.topics import topic, topic_share
from selfeval_extract.vocabulary.words import part

_LONGEST_HEADING = 36
_LONGEST_PLAIN = 20
_TITLE_END = regex(r"(?:报告|总结|函)(?:书|\([^()]*\))?$")
_YEAR = regex(r"20\d\d年度?")
_NO_HEADING = regex(rf"[,\"]|\d{{2,}}|\d(?:[%个名人项次]|万元)|[{NUMERALS}]是")
_LABELS_IN_ITEM = regex(r"(?:原因|措施|建议|整改)(?:分析|情况)?:")
_HEADING_END = regex(rf"{part('headings', 'end')}$")
_RUN_IN = regex(r"[。:]")
_TOC = regex(r"((?<!\.)\.{3,}|(?<!…)…+|(?<!·)·{3,}|(?<!-)-{3,}|(?<!_)_{3,})\d*$|[^\d年月日第.,]\d{1,3}$")
_ENDS_SENTENCE = regex(r"[;,!?]$")


class Heading(NamedTuple):
    """A heading: its number, its text, its topic, and the text that runs on behind it in the same paragraph."""

    number: ListNumber | None
    text: Text
    topic: Topic | None
    rest: Text | None
    level: int
    numbering: Text


def heading_of(paragraph: Paragraph, number: ListNumber | None, expected: bool = False) -> Heading | None:
    """A paragraph, whose list number is known, read as a heading: short with a number, or a known topic alone on its line,
    or run-in before a full stop.

    `expected`: its number is the next one of an open series of headings, so that its words need not prove it.
    """
    text = paragraph.text
    folded = text.folded.text
    start = number.end if number and not paragraph.number else 0
    stop = _RUN_IN.search(folded, start, start + _LONGEST_HEADING + 1)
    end = stop.start() if stop else len(folded)
    if not 0 < end - start <= _LONGEST_HEADING:
        return None
    words = folded[start:end]
    if stop is None and _ENDS_SENTENCE.search(words):
        return None
    found = topic(words)
    if number is None and found is None and paragraph.level is None:
        return None
    if _is_toc(folded, number) or (not paragraph.number and is_report_title(folded) and _TITLE_END.search(folded)):
        return None
    rest = text.part(text.folded.span(end + 1, len(folded))[0], len(text.string)) if end + 1 < len(folded) else None
    if rest is not None and _LABELS_IN_ITEM.search(rest.folded.text):
        return None
    expected = expected and (rest is None or _is_plain(words))
    if not (expected or _may_head(number, words, found, rest, paragraph.level)):
        return None
    a, b = text.folded.span(start, end)
    level = paragraph.level if paragraph.level and not number else DEPTHS[number.style] if number else 1
    return Heading(number, text.part(a, b), found, rest, level, text.part(0, a))


def is_numbered_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph by itself is a heading with a number."""
    number = paragraph_number(paragraph)
    return number is not None and heading_of(paragraph, number) is not None


def paragraph_number(paragraph: Paragraph) -> ListNumber | None:
    """A paragraph's list number: the automatic one, or the one its text begins with."""
    return (paragraph.number and _automatic(paragraph.number)) or list_number(paragraph.text.folded.text)


def _automatic(number: str) -> ListNumber | None:
    shown = number.strip()
    if not shown:
        return None
    found = list_number(fold(shown).text)
    return ListNumber(found.style if found else "digit", shown, 0, automatic=True)


def _may_head(number: ListNumber | None, words: str, found: Topic | None, rest: Text | None, level: int | None) -> bool:
    """Whether a short line may be a heading: by its number's kind, by how much of it a topic's phrase takes up."""
    share = topic_share(words)
    plain = rest is None and _is_plain(words)
    if number is None and rest is not None:
        return share >= 0.6 and len(words) <= 12
    if number is None:
        return plain and (level is not None or (found is not None and share >= 0.4))
    if number.style in ("part", "chinese"):
        return share >= 0.3 or rest is None or len(words) <= _LONGEST_PLAIN
    named = found is not None and _is_plain(words) and _HEADING_END.search(words) is not None
    return share >= 0.5 or plain or named or (level is not None and rest is None)


def _is_plain(words: str) -> bool:
    """Whether words are few and have nothing in them that tells rather than names."""
    return len(words) <= _LONGEST_PLAIN and not _NO_HEADING.search(_YEAR.sub("", words))


def _is_toc(folded: str, number: ListNumber | None) -> bool:
    match = _TOC.search(folded) if number else None
    return bool(
        match
        and list_number(folded)
        and (len(match[0]) > 3 or (len(folded) < 40 and folded[-1].isdigit() and topic(folded)))
    )
