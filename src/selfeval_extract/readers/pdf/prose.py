"""Lines → paragraphs, by geometry first: indents, short lines, gaps, sizes. Words decide only where it leaves doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from selfeval_extract.document import PagePiece, Text
from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.geometry import Span, grouped
from selfeval_extract.readers.pdf.marks import Line
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import begins_paragraph

_SENTENCE_END = regex(r"[。；：！？;:!?]$")
_OPENING = frozenset("（《〈“‘「『【〔［([{<")
_CLOSING = frozenset("，。、；：！？）》〉”’」』】〕］…,.;:!?)]}>%％‰℃")
_QUOTES = frozenset("“”‘’")
"""Quotation marks, which a line breaker may keep together with what stands on either side."""
_OPEN_END = frozenset("—、，,（(《“")
"""Characters that no paragraph ends with."""
_WORD = regex(r"[A-Za-z0-9.,%/:_@+\-−]")


class TextMetrics(NamedTuple):
    """Where the text of pages of one size begins and ends, its usual distance from baseline to baseline, and font size."""

    left: float
    right: float
    pitch: float
    size: float = 0.0


def text_metrics(lines: Sequence[Line], borders: Sequence[Span] = ()) -> TextMetrics:
    """Where the text begins and ends; `borders` are the sides of tables, which help where there is little text."""
    size = median(line.size for line in lines)
    left, right = _left(lines, size), _right(lines, size)
    if len(lines) < 6 and borders:
        left, right = min(left, *(b[0] for b in borders)), max(right, *(b[1] for b in borders))
    steps = [below.baseline - above.baseline for above, below in pairwise(lines) if above.page == below.page]
    pitches = [step for step in steps if 0 < step < tuning.MAX_TEXT_PITCH * size]
    return TextMetrics(left, right, median(pitches) if pitches else tuning.USUAL_PITCH * size, size)


def _left(lines: Sequence[Line], size: float) -> float:
    """The leftmost place where more than one line begins."""
    places = Counter(round(line.left / 2) for line in lines)
    enough = max(2, len(lines) // 20)
    for place in sorted(places):
        if places[place] + places[place + 1] >= enough:
            return min(line.left for line in lines if abs(round(line.left / 2) - place) <= 1)
    return min(line.left for line in lines)


def _right(lines: Sequence[Line], size: float) -> float:
    """The rightmost place where more than one line ends."""
    ends = sorted((line.right for line in lines), reverse=True)
    for end, next_end in pairwise(ends):
        if end - next_end <= tuning.STRAY_END * size:
            return end
    return ends[0]


def paragraphs_of(lines: Sequence[Line], metrics: dict[tuple[int, int], TextMetrics]) -> list[list[Line]]:
    """Consecutive lines, also over pages, in paragraphs. `metrics` by the size of the page (`size_class`)."""
    return grouped(lines, lambda before, line: not starts_paragraph(line, before, metrics[size_class(line)]))


def size_class(line: Line) -> tuple[int, int]:
    """The size of a line's page, roughly: pages of one size share their margins."""
    width, height = line.frame.upright
    return (round(width / 10), round(height / 10))


def starts_paragraph(line: Line, before: Sequence[Line], page: TextMetrics) -> bool:
    """Does the line begin a new paragraph after the lines `before`?"""
    last = before[-1]
    if line.page == last.page:
        larger = max(1.0, line.size / page.size) if page.size else 1.0
        if line.baseline - last.baseline > max(
            tuning.PARAGRAPH_PITCH * page.pitch * larger, tuning.USUAL_PITCH * line.size
        ):
            return True
    elif line.page != last.page + 1:
        return True
    if not 1 / tuning.OTHER_SIZE < line.size / last.size < tuning.OTHER_SIZE:
        return True
    if _centred_alike(last, line):
        return len(before) > 1 or ends_early(last, line, page) or bool(_SENTENCE_END.search(last.text))
    if last.left - page.left > tuning.RIGHT_PART * (page.right - page.left) or ends_early(last, line, page):
        return True
    if line.left - page.left > tuning.INDENT * line.size:
        return not _block_indent(line, last)
    if last.text[-1] in ";；" and before[0].left - page.left > tuning.INDENT * before[0].size:
        return False  # an item of a list that runs through an indented paragraph
    return bool(_SENTENCE_END.search(last.text) and begins_paragraph(line.text) and last.left - page.left <= last.size)


def _centred_alike(last: Line, line: Line) -> bool:
    """Are two lines of different length centred on one point near the middle of the page?"""
    middle = (line.left + line.right) / 2
    return (
        abs((last.left + last.right) / 2 - middle) <= tuning.SAME_MIDDLE
        and abs(last.left - line.left) > tuning.SAME_START * line.size
        and abs(middle - line.frame.upright[0] / 2) < tuning.PAGE_MIDDLE * line.frame.upright[0]
    )


def _block_indent(line: Line, last: Line) -> bool:
    """Does an indented line go on from an indented line? Same indent, and the sentence is still open."""
    return (
        abs(line.left - last.left) <= tuning.SAME_START * line.size
        and not _SENTENCE_END.search(last.text)
        and not begins_paragraph(line.text)
    )


def ends_early(last: Line, line: Line, page: TextMetrics) -> bool:
    """Would the next line's first word still have fitted? Then the paragraph is over, unless it cannot end so."""
    if last.text[-1] in _OPEN_END and line.left - page.left <= tuning.INDENT * line.size:
        return False
    return page.right - last.right > first_word_width(line) + tuning.LINE_SLACK * last.size


def first_word_width(line: Line) -> float:
    """Points that the part of a line before its first possible break takes: a word, a number or one character, punctuated."""
    text = line.text
    n = 0
    while n < len(text) - 1 and text[n] in _OPENING:
        n += 1
    if _WORD.match(text[n]):
        while n < len(text) - 1 and _WORD.match(text[n + 1]):
            n += 1
    while n < len(text) - 1 and (text[n + 1] in _CLOSING or text[n] in _QUOTES or text[n + 1] in _QUOTES):
        n += 1
    _, _, rights, _ = line.boxes.columns()
    return rights[n] - line.left


def paragraph_text(lines: Sequence[Line]) -> Text:
    """The lines as one text: Chinese without a joint, Latin words with a blank between them."""
    return _text(lines, [" " if _blank_between(above, below) else "" for above, below in pairwise(lines)])


def cell_text(lines: Sequence[Line]) -> Text:
    """A cell's lines, one under the other."""
    return _text(lines, ["\n"] * (len(lines) - 1))


def _text(lines: Sequence[Line], joints: list[str]) -> Text:
    """The lines as one text with joints between them, which have no place."""
    parts: list[str] = []
    pieces: list[PagePiece] = []
    length = 0
    for line, joint in zip(lines, [*joints, ""], strict=False):
        n = len(line.text)
        pieces.append(PagePiece(length, length + n, line.frame.page, line.boxes))
        parts += (line.text, joint)
        length += n + len(joint)
    return Text("".join(parts), pieces)


def _blank_between(last: Line, line: Line) -> bool:
    """Does a line break stand for a blank? Between Latin words, or where the file has one; not inside a number."""
    a, b = last.text[-1], line.text[0]
    if not (a.isascii() and a.isalnum() and b.isascii() and b.isalnum()):
        return False
    return last.ends_word or (a.isalpha() and b.isalpha())
