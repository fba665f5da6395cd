"""Headings that are glued to their text, and sections that run on in one paragraph: `一、基本情况（一）单位概况我校是…`.

Some reports are pasted together without line breaks. Numbers in their order part the sections; where a heading ends, the words
of topics say (`vocabulary/topics.toml`). Nothing is cut in a report with few such headings, because then they may be none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from selfeval_extract.document import Paragraph, Text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import NUMERALS, list_number
from selfeval_extract.values.numbers import count
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.words import part

_FEWEST = 3
_LONGEST_HEADING = 20
_MOST_BEFORE_TOPIC = 6
_SHORTEST_TEXT = 12
"""Characters that a heading has to be glued to: fewer may be its last words."""
_CHAPTER = regex(rf"(?<![\d第(])([{NUMERALS}]{{1,3}})、")
_SECTION = regex(rf"\(([{NUMERALS}]{{1,3}})\)")
_END = regex(rf".*?{part('headings', 'end')}(?:及|和|与|、)?{part('headings', 'end')}?")
"""From the words of a topic to where the heading ends."""
_GOES_ON = regex(r"(?!1\.\D)[。:;,、和及与的….·_\d-]")
"""What may stand behind the words of a topic where the heading is not over, or is one of a table of contents."""
_STOP = regex(r"[。:;,]")


def without_glue(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs with each glued heading on its own, if the report has several of them."""
    chapters = [piece for p in paragraphs for piece in _pieces(p.text, _CHAPTER)]
    if sum(_heading_end(text.folded.text) is not None for text in chapters) < _FEWEST:
        return paragraphs
    return [each for paragraph in paragraphs for each in _parted(paragraph)]


def _parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    for chapter in _pieces(paragraph.text, _CHAPTER):
        for section in _pieces(chapter, _SECTION):
            end = _heading_end(section.folded.text) or 0
            for text in (section.folded_part(0, end), section.folded_part(end)):
                if text:
                    yield paragraph._replace(text=text)


def _pieces(text: Text, mark: re.Pattern[str]) -> list[Text]:
    """A text cut before the headings of a kind whose numbers follow one another."""
    folded = text.folded.text
    if not mark.search(folded):
        return [text]
    starts = [0]
    last = None
    for match in mark.finditer(folded):
        number = count(match[1])
        if (last is None or number == last + 1) and (match.start() == 0 or _begins_heading(folded[match.start() :])):
            starts.append(match.start())
            last = number
    bounds = [*dict.fromkeys(starts), len(folded)]
    return [text.folded_part(a, b) for a, b in pairwise(bounds) if b > a]


def _begins_heading(folded: str) -> bool:
    """Whether a text with a list number begins with a heading, glued to what follows or parted from it."""
    number = list_number(folded)
    start = number.end if number else 0
    stop = _STOP.search(folded, start, start + _LONGEST_HEADING)
    return (stop is not None and stop[0] in "。:") or _heading_end(folded) is not None


def _heading_end(folded: str) -> int | None:
    """Where the heading of a text with a list number ends that goes on without a mark: behind the words of a topic; before the
    number of a section. None if there is no such heading."""
    number = list_number(folded)
    if number is None or number.style not in ("chinese", "bracketed_chinese"):
        return None
    limit = number.end + _LONGEST_HEADING
    inner = _SECTION.search(folded, number.end, limit)
    if inner:
        return inner.start()
    stop = _STOP.search(folded, number.end, limit)
    last = stop.start() if stop else min(limit, len(folded))
    ends = [
        whole.end()
        for pattern in groups("topics.toml")["topics"].values()
        for match in pattern.finditer(folded, number.end, last)
        if match.start() <= number.end + _MOST_BEFORE_TOPIC and (whole := _END.match(folded, match.start(), last))
    ]
    end = max(ends, default=None)
    return (
        end if end is not None and len(folded) - end >= _SHORTEST_TEXT and _GOES_ON.match(folded, end) is None else None
    )
