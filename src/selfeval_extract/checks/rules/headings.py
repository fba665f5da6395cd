"""Numbers of headings: one style among headings of one level, and in order.

A report may number its levels as it likes (一、 （一） 1. or 1 1.1), may start again in another part, and may have a
heading that was not read as one. Only what none of these explains is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.checks.context import CheckContext, memoized
from selfeval_extract.record.models import Section
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import ListNumber, Style, bare_list_number, list_number

_ARABIC: tuple[Style, ...] = ("digit", "bracketed_digit")
_FIELD_CODE = regex(r"^(?:\[[^\]]{0,40}\])?")


def has_numbers(context: CheckContext) -> bool:
    """Whether the headings are numbered at all."""
    return sum(1 for number in _numbers(context) if number) > 1


@memoized
def _numbers(context: CheckContext) -> list[tuple[Style, int] | None]:
    """Style and value of each heading's number; None for a heading without one, and for 1.2, whose parts count apart."""
    numbers = [bare_list_number(section.number or "") for section in context.report.outline]
    return [(n.style, n.value) if n is not None and n.style not in ("decimal", "lost") else None for n in numbers]


def misnumbered(context: CheckContext) -> list[int]:
    """Which sections of the outline are numbered out of style or order. A number that follows the last one of its style is in
    order, whatever level it was read as."""
    suspects = {n for siblings in _families(context) for n in _of_family(context, siblings)}
    found: list[int] = []
    before: dict[Style, tuple[int, int]] = {}
    for n, number in enumerate(_numbers(context)):
        if number is None:
            continue
        style, value = number
        at, last = before.get(style, (-1, 0))
        if n in suspects and (at < 0 or at in found or value != last + 1):
            found.append(n)
        before[style] = n, value
    return found


def _families(context: CheckContext) -> Iterator[list[int]]:
    """The numbered sections under each heading, by where they stand in the outline."""
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


def _of_family(context: CheckContext, siblings: Sequence[int]) -> Iterator[int]:
    """A heading whose style is not that of most of its siblings and that does not begin a list of its own; one that
    stands behind a higher number; one behind a gap whose numbers the document does not print."""
    numbers = {n: number for n in siblings if (number := _numbers(context)[n])}
    styles = [style for style, _ in numbers.values()]
    usual = max(styles, key=lambda s: (styles.count(s), -styles.index(s)), default="")
    last: dict[Style, tuple[int, int]] = {}
    for n, (style, value) in numbers.items():
        at, before = last.get(style, (n, 0))
        if style != usual:
            parts = style == "part" and _all_there(context, at, n, range(before + 1, value))
            if value > 1 and before != value - 1 and not parts:
                yield n
        elif value > 1 and (value <= before or not _all_there(context, at, n, range(before + 1, value))):
            yield n
        last[style] = n, value


def _all_there(context: CheckContext, start: int, end: int, values: range) -> bool:
    """Whether the numbers between two headings stand in the document after all: at another heading in between, or before a
    line that was not read as a heading."""
    between = {number[1] for number in _numbers(context)[start:end] if number}
    return all(value in between or _printed(context, context.report.outline[end], value) for value in values)


def _printed(context: CheckContext, section: Section, value: int) -> bool:
    """Whether a line begins with a number, in the figures of a heading. Automatic numbers stand in no line: nothing can
    be said of them."""
    if not any(f"/outline/{n}/number" in context.report.evidence for n in range(len(context.report.outline))):
        return True
    wanted = bare_list_number(section.number or "")
    if wanted is None:
        return True
    return any(_counts_alike(wanted, number) and number.value == value for number in _line_numbers(context))


def _counts_alike(one: ListNumber, other: ListNumber) -> bool:
    """Whether two numbers are in the same figures; those of parts (第一部分) are apart from all others."""
    return (one.style in _ARABIC) == (other.style in _ARABIC) and (one.style == "part") == (other.style == "part")


@memoized
def _line_numbers(context: CheckContext) -> list[ListNumber]:
    """The list numbers that lines of the document begin with."""
    numbers = (list_number(_FIELD_CODE.sub("", line.folded)) for line in context.lines)
    return [number for number in numbers if number is not None]
