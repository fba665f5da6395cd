"""Characters → lines: by base line, left to right, double prints dropped, blanks told from gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter, sub

from selfeval_extract.readers.pdf.marks import Char, CharBoxes, Frame, Line

BLANKS = frozenset(" \t\xa0\u3000\u2002\u2003\u2009")
SAME_LINE = 0.4
"""Base lines closer than this share of the font size are one line (superscripts hang a third higher)."""
DOUBLE_PRINT = 0.3
"""Fake bold prints a character again within this share of its width."""
OVERLAP = -0.05
"""Characters that overlap by less than this (points, as a gap) only touch."""
BLANK_GAP = 0.22
"""A gap between Latin characters that a reader sees as a blank, in font sizes."""
WIDE_GAP = 1.2
"""A gap between any characters that parts one thing from another: two columns, a label and its value."""

_by_base = itemgetter(1, 0)
_by_left = itemgetter(0)
_base = itemgetter(1)
_size = itemgetter(3)


def lines_of(chars: Iterable[Char], frame: Frame) -> list[Line]:
    """The lines of a set of characters from top to bottom."""
    return lines_in(down_the_page(chars), frame)


def down_the_page(chars: Iterable[Char]) -> list[Char]:
    """Characters by base line, those of one base line from left to right."""
    return sorted(chars, key=_by_base)


def lines_in(ordered: Sequence[Char], frame: Frame) -> list[Line]:
    """The lines of characters that are ordered down the page."""
    found = [make_line(group, frame) for group in base_lines(ordered)]
    return [line for line in found if line is not None]


def base_lines(ordered: Sequence[Char]) -> list[list[Char]]:
    """Ordered characters grouped by base line, from top to bottom."""
    if ordered and ordered[0][1] == ordered[-1][1]:
        return [[*ordered]]
    groups: list[list[Char]] = []
    last = size = first = 0.0
    for base, run in groupby(ordered, _base):
        chars = list(run)
        reach = SAME_LINE * max(chars[0][3], size)
        if groups and base - last <= reach and base - first <= 2 * reach:
            groups[-1] += chars
        else:
            groups.append(chars)
            first, size = base, 0.0
        size = max(size, max(map(_size, chars)))
        last = base
    return groups


def make_line(group: list[Char], frame: Frame) -> Line | None:
    """One line from the characters on it, or None if it is blank."""
    group.sort(key=_by_left)
    start, end = 0, len(group)
    while start < end and group[start][4] in BLANKS:
        start += 1
    while end > start and group[end - 1][4] in BLANKS:
        end -= 1
    if start == end:
        return None
    chars = group[start:end]
    lefts, bases, rights, sizes, marks = zip(*chars, strict=True)
    gaps = list(map(sub, lefts[1:], rights))
    if gaps and (min(gaps) < OVERLAP or max(gaps) > BLANK_GAP * min(sizes)):
        lefts, bases, rights, sizes, marks = zip(*spaced(chars), strict=True)
    return Line(
        frame,
        CharBoxes.of(lefts, bases, rights, sizes, frame),
        "".join(marks),
        lefts[0],
        max(rights),
        _middle(bases),
        _middle(sizes),
        end < len(group),
    )


def _middle(values: Sequence[float]) -> float:
    """The median, which for most lines is the value they all have."""
    first = values[0]
    if values.count(first) == len(values):
        return first
    return sorted(values)[len(values) // 2]


def spaced(group: Sequence[Char]) -> list[Char]:
    """The characters without double prints, with a blank where a gap shows one."""
    last = group[0]
    chars = [last]
    for char in group[1:]:
        gap = char[0] - last[2]
        if gap < 0:
            if char[4] == last[4] and char[0] - last[0] < DOUBLE_PRINT * (last[2] - last[0]):
                continue
        elif gap > BLANK_GAP * char[3]:
            latin = char[4].isascii() and last[4].isascii()
            if (latin or gap > WIDE_GAP * char[3]) and not BLANKS.intersection((char[4], last[4])):
                chars.append((last[2], last[1], char[0], last[3], " "))
        chars.append(char)
        last = char
    return chars
