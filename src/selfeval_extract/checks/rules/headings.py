"""Numbers of headings: one style among headings of one level, and in order.

A report may number its levels as it likes (一、 （一） 1. or 1 1.1), may start anew in another part, and may have a
heading that the reader did not take for one. Only what can be none of these is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.checks.context import CheckContext, once
from selfeval_extract.document import folded_text
from selfeval_extract.record.models import Section
from selfeval_extract.runtime.pattern_cache import regex

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九十")}
_CHINESE = ("零", *"一二三四五六七八九十", *(f"十{c}" for c in "一二三四五六七八九"), "二十")
_STYLES = (
    ("第一部分", regex(r"第(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|章|篇)")),
    ("（一）", regex(r"\((?P<n>[一二三四五六七八九十]{1,3})\)?")),
    ("（1）", regex(r"\((?P<n>\d{1,2})\)?")),
    ("一、", regex(r"(?P<n>[一二三四五六七八九十]{1,3})")),
    ("1.", regex(r"(?P<n>\d{1,2})")),
)


def numbered(context: CheckContext) -> bool:
    """Whether the headings are numbered at all."""
    return sum(1 for number in _numbers(context) if number) > 1


@once
def _numbers(context: CheckContext) -> list[tuple[str, int] | None]:
    """The number of each heading of the outline."""
    return [_number(section) for section in context.report.outline]


def faults(context: CheckContext) -> list[int]:
    """Which sections of the outline are numbered out of style or order. What goes on from the number of its style before
    it is in order, whatever level the reader took it for."""
    suspects = {n for siblings in _families(context) for n in _of_family(context, siblings)}
    found: list[int] = []
    before: dict[str, tuple[int, int]] = {}
    for n, number in enumerate(_numbers(context)):
        style, value = number or ("", 0)
        at, last = before.get(style, (-1, 0))
        if n in suspects and (at < 0 or at in found or value != last + 1):
            found.append(n)
        before[style] = n, value
    return found


def _families(context: CheckContext) -> Iterator[list[int]]:
    """The numbered sections under one heading, by where they stand in the outline."""
    outline = context.report.outline
    families: dict[int, list[int]] = {}
    above: list[int] = []
    for n, section in enumerate(outline):
        while above and outline[above[-1]].level >= section.level:
            above.pop()
        families.setdefault(above[-1] if above else -1, []).append(n)
        above.append(n)
    for family in families.values():
        yield [n for n in family if _numbers(context)[n]]


def _number(section: Section) -> tuple[str, int] | None:
    """Style and value of a heading's number; None for one of another kind (1.1)."""
    folded = folded_text(section.number or "").strip("、.,: ")
    for style, pattern in _STYLES:
        match = pattern.fullmatch(folded)
        if match:
            return style, _value(match["n"])
    return None


def _value(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    tens, ten, units = printed.rpartition("十")
    return _DIGITS.get(units, 0) + (_DIGITS.get(tens, 1) * 10 if ten else 0)


def _of_family(context: CheckContext, siblings: Sequence[int]) -> Iterator[int]:
    """A heading whose style is not that of most of its siblings and that does not begin a list of its own; one that
    stands behind a higher number; one behind a gap whose numbers the document does not print."""
    told = {n: number for n in siblings if (number := _numbers(context)[n])}
    styles = [style for style, _ in told.values()]
    usual = max(styles, key=lambda s: (styles.count(s), -styles.index(s)), default="")
    last: dict[str, tuple[int, int]] = {}
    for n, (style, value) in told.items():
        at, before = last.get(style, (n, 0))
        if style != usual:
            parts = style == "第一部分" and _all_there(context, at, n, range(before + 1, value))
            if value > 1 and before != value - 1 and not parts:
                yield n
        elif value > 1 and (value <= before or not _all_there(context, at, n, range(before + 1, value))):
            yield n
        last[style] = n, value


def _all_there(context: CheckContext, start: int, end: int, values: range) -> bool:
    """Whether the numbers between two headings stand in the document after all: at another heading in between, or
    before a line that was not taken for a heading."""
    between = {number[1] for number in _numbers(context)[start:end] if number}
    return all(value in between or _printed(context, context.report.outline[end], value) for value in values)


def _printed(context: CheckContext, section: Section, value: int) -> bool:
    """Whether a line begins with a number, in the figures of a heading. Automatic numbers stand in no line: nothing can
    be said of them."""
    if not any(f"/outline/{n}/number" in context.report.evidence for n in range(len(context.report.outline))):
        return True
    arabic = any(c.isdigit() for c in section.number or "")
    figure = str(value) if arabic or value >= len(_CHINESE) else _CHINESE[value]
    if _number(section) and section.number and section.number.startswith("第"):
        return any(line.folded.startswith(f"第{figure}") for line in context.lines)
    mark = regex(rf"(?:\[[^\]]{{0,40}}\])?(?:\(?{figure}\)|{figure}[、.,:])")
    return any(mark.match(line.folded) for line in context.lines)
