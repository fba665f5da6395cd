"""Characters → lines: by baseline, left to right, double prints dropped, blanks where a gap shows one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter, sub
from statistics import median_high

from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.marks import Char, CharBoxes, Frame, Line

BLANKS = frozenset(" \t\xa0\u3000\u2002\u2003\u2009")

_by_baseline = itemgetter(1, 0)
_by_left = itemgetter(0)
_baseline = itemgetter(1)
_size = itemgetter(3)


def lines_of(chars: Iterable[Char], frame: Frame) -> tuple[Line, ...]:
    """The lines of a set of characters from top to bottom."""
    groups = _on_baselines(sorted(chars, key=_by_baseline))
    return tuple([line for group in groups if (line := make_line(group, frame)) is not None])


def squeezed(lines: Iterable[Line]) -> str:
    """The text of lines without blanks, for comparing."""
    return "".join(["".join(line.text.split()) for line in lines])


def _on_baselines(ordered: list[Char]) -> list[list[Char]]:
    """Characters that are ordered by baseline, in groups of one line each, from top to bottom."""
    if ordered and ordered[0][1] == ordered[-1][1]:
        return [ordered]
    groups: list[list[Char]] = []
    last = size = first = 0.0
    for baseline, run in groupby(ordered, _baseline):
        chars = list(run)
        reach = tuning.SAME_LINE * max(chars[0][3], size)
        if groups and baseline - last <= reach and baseline - first <= 2 * reach:
            groups[-1] += chars
        else:
            groups.append(chars)
            first, size = baseline, 0.0
        size = max(size, max(map(_size, chars)))
        last = baseline
    return groups


def make_line(chars: Iterable[Char], frame: Frame) -> Line | None:
    """One line from the characters on it, or None if all are blank."""
    ordered = sorted(chars, key=_by_left)
    start, end = 0, len(ordered)
    while start < end and ordered[start][4] in BLANKS:
        start += 1
    while end > start and ordered[end - 1][4] in BLANKS:
        end -= 1
    if start == end:
        return None
    printed = ordered[start:end]
    lefts, baselines, rights, sizes, texts = zip(*printed, strict=True)
    gaps = list(map(sub, lefts[1:], rights))
    if gaps and (min(gaps) < tuning.OVERPRINT or max(gaps) > tuning.BLANK_GAP * min(sizes)):
        lefts, baselines, rights, sizes, texts = zip(*_spaced(printed), strict=True)
    boxes, text = CharBoxes(lefts, baselines, rights, sizes, frame), "".join(texts)
    baseline, size = median_high(baselines), median_high(sizes)
    return Line(frame, boxes, text, lefts[0], max(rights), baseline, size, ends_word=end < len(ordered))


def _spaced(ordered: Sequence[Char]) -> list[Char]:
    """The characters without double prints, with a blank where a gap shows one."""
    last = ordered[0]
    out = [last]
    for char in ordered[1:]:
        gap = char[0] - last[2]
        if gap < 0:
            if char[4] == last[4] and char[0] - last[0] < tuning.DOUBLE_PRINT * (last[2] - last[0]):
                continue
        elif gap > tuning.BLANK_GAP * char[3]:
            latin = char[4].isascii() and last[4].isascii()
            if (latin or gap > tuning.WIDE_GAP * char[3]) and not BLANKS.intersection((char[4], last[4])):
                out.append((last[2], last[1], char[0], last[3], " "))
        out.append(char)
        last = char
    return out
