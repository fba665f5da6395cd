"""Lines made to be slow for a regular expression, and how long it takes for them."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from itertools import islice
from operator import itemgetter
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from .patterns import LENGTH, Pattern

_USUAL_WORK = re.compile("[^。]{0,40}?x"), "中" * 20_000
"""A pattern that looks on for forty characters from each place, and a line in which it finds nothing."""


@cache
def limit() -> float:
    """CPU seconds for a line of 100,000 characters: twenty-five times what the usual work takes here and now. On the machine
    that this was chosen on, one second."""
    pattern, text = _USUAL_WORK
    times = []
    for _ in range(5):
        start = time.process_time()
        pattern.search(text)
        times.append(time.process_time() - start)
    return 25 * min(times) * LENGTH / len(text)


_USUAL = (" ", "\u3000", "\t", "\n", "0", "1,", "1.", ".", ",", "(", "（", "一", "、", "。", "a", "中", "-", "1 ", "中 ", "中,", "(1)", "一、", "20")  # fmt: skip
_NOWHERE = "\ue000"
"""A character that no pattern names."""
_MANY = 8
"""Repeats that can take at least so many more than they must are worth a line."""
_CANDIDATES = "中0a一 ,.（(、\n\u3000-%A。元"


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be: `head` once, `body` as often as it takes, `tail` once."""

    head: str
    body: str
    tail: str

    def of(self, length: int) -> str:
        times = (length - len(self.head) - len(self.tail)) // len(self.body)
        return self.head + self.body * max(times, 1) + self.tail

    def __str__(self) -> str:
        return f"{self.head[:20]!r} + {self.body[:30]!r} * n + {self.tail!r}"


def lines(pattern: str, flags: int) -> list[Line]:
    """Lines that could be slow: all that the pattern repeats, many times, behind all that it asks for before that, ending
    well or badly; what it begins with, many times; and what is usual in reports."""
    parsed = _parser.parse(pattern, flags)
    named = "".join(dict.fromkeys(_literals(parsed)))[:40]
    found: dict[Line, None] = {}
    for head, body, enders in _repeats(parsed, "", named + _CANDIDATES):
        for tail in ("", _NOWHERE, *enders):
            found[Line(head, body, tail)] = None
            if head:
                found[Line("", head + body, tail)] = None
        if head:
            found[Line("", head, "")] = found[Line("", head, _NOWHERE)] = None
    whole = _shortest(parsed, named + _CANDIDATES)
    bodies = [*_USUAL, *(b for b in (whole, whole[:-1], whole[1:]) if b)]
    found.update({Line("", body, tail): None for body in bodies for tail in ("", _NOWHERE)})
    return list(found)


def _parts(argument: Any) -> Iterator[Sequence[Any]]:
    """The patterns inside the argument of a parsed operation."""
    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, (tuple, list)):
        for each in argument:
            yield from _parts(each)


def _literals(parsed: Sequence[Any]) -> Iterator[str]:
    for op, argument in parsed:
        if op in (_constants.LITERAL, _constants.NOT_LITERAL):
            yield chr(argument)
        elif op is _constants.IN:
            yield from (chr(a) for o, a in argument if o is _constants.LITERAL)
        else:
            for part in _parts(argument):
                yield from _literals(part)


_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


def _repeats(parsed: Sequence[Any], head: str, chars: str) -> Iterator[tuple[str, str, list[str]]]:
    """(what is needed before, what is repeated, characters that end it) for every long repeat in a pattern."""
    for op, argument in parsed:
        if op in _REPEATS:
            least, most, body = argument
            if most - least >= _MANY:
                single = len(body) == 1 and body[0][0] in (_constants.IN, _constants.NOT_LITERAL, _constants.ANY)
                enders = [c for c in chars if not _takes(body[0], c)][:2] if single else []
                for each in _bodies(body, chars):
                    yield head, each, enders
            yield from _repeats(body, head, chars)
        else:
            for part in _parts(argument):
                yield from _repeats(part, head, chars)
        head += _shortest([(op, argument)], chars)


def _bodies(body: Sequence[Any], chars: str) -> list[str]:
    """A few texts that a repeat can take again and again."""
    if len(body) == 1 and body[0][0] in (_constants.IN, _constants.NOT_LITERAL, _constants.ANY):
        fit = [c for c in dict.fromkeys(chars) if _takes(body[0], c)]
        return [*fit[:3], *fit[-1:], "".join(fit[:4])] if fit else []
    texts = [_shortest(body, chars)]
    for part in (p for item in body for p in _parts(item[1])):
        texts += [_shortest(branch, chars) for branch in _branches(part)]
    return [t for t in dict.fromkeys(texts) if t][:4]


def _branches(part: Sequence[Any]) -> list[Sequence[Any]]:
    return list(part[0][1][1])[:3] if len(part) == 1 and part[0][0] is _constants.BRANCH else []


def _shortest(parsed: Sequence[Any], chars: str) -> str:
    """A short text that a pattern takes, what stands around it aside."""
    text = ""
    for op, argument in parsed:
        if op is _constants.LITERAL:
            text += chr(argument)
        elif op in (_constants.IN, _constants.NOT_LITERAL, _constants.ANY):
            text += next((c for c in _CANDIDATES + chars if _takes((op, argument), c)), "") or _first_of(argument)
        elif op is _constants.BRANCH:
            text += _shortest(argument[1][0], chars)
        elif op in _REPEATS:
            text += _shortest(argument[2], chars) * min(argument[0], 50)
        elif op not in (_constants.ASSERT, _constants.ASSERT_NOT, _constants.AT):
            text += "".join(_shortest(part, chars) for part in _parts(argument))
    return text


def _first_of(argument: Any) -> str:
    return next((chr(a[0]) for o, a in argument if o is _constants.RANGE), "")


_CATEGORIES = {
    _constants.CATEGORY_DIGIT: r"\d",
    _constants.CATEGORY_NOT_DIGIT: r"\D",
    _constants.CATEGORY_SPACE: r"\s",
    _constants.CATEGORY_NOT_SPACE: r"\S",
    _constants.CATEGORY_WORD: r"\w",
    _constants.CATEGORY_NOT_WORD: r"\W",
}


def _takes(item: Any, char: str) -> bool:
    """Whether an operation of one character takes this one."""
    op, argument = item
    if op is _constants.ANY:
        return char != "\n"
    if op is _constants.NOT_LITERAL:
        return ord(char) != argument
    negated = argument[0][0] is _constants.NEGATE
    return negated != any(
        (o is _constants.LITERAL and a == ord(char))
        or (o is _constants.RANGE and a[0] <= ord(char) <= a[1])
        or (o is _constants.CATEGORY and re.fullmatch(_CATEGORIES[a], char) is not None)
        for o, a in argument
    )


_SHORT, _LONGER = 250, 1_000
_MEASURED = 3
"""Lines of a pattern that are measured in full length."""


class _TooLong(Exception):
    pass


def _stop(*_: object) -> None:
    raise _TooLong


def seconds(pattern: re.Pattern[str], way: str, text: str, clock: Callable[[], float]) -> float:
    """Seconds that a pattern takes for a text; infinite if it has to be stopped."""
    run = getattr(pattern, way)
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGVTALRM, _stop)
        signal.setitimer(signal.ITIMER_VIRTUAL, 2 * limit())
    start = clock()
    try:
        for _ in run(text) if way == "finditer" else [run(text)]:
            pass
    except _TooLong:
        return float("inf")
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return clock() - start


def projected(pattern: re.Pattern[str], way: str, line: Line, longest: int) -> float:
    """Seconds that a line of the greatest length takes at most, as short ones show; infinite if they are too slow already.

    Time that grows as the square of the length is the worst that short lines have to rule out: a pattern that is worse
    than that is slow for them already. Two lengths tell how much of the time grows so, and how much as the length. They are
    timed by the wall clock: it never says less than the CPU time, whose own clock may tick every 4 ms only.
    """

    def taken(length: int) -> float:
        return seconds(pattern, way, line.of(length), time.perf_counter)

    if longest <= _LONGER:
        return taken(longest)
    at_most = taken(_LONGER) * (longest / _LONGER) ** 2
    if at_most < limit() / 2 or at_most == float("inf"):
        return at_most
    short, longer = (min(taken(length) for _ in range(2)) for length in (_SHORT, _LONGER))
    step, times = _LONGER / _SHORT, longest / _SHORT
    square = max(longer - step * short, 0) / (step**2 - step)
    return max(short - square, 0) * times + square * times**2


def full_length(pattern: re.Pattern[str], way: str, line: Line, longest: int) -> float:
    """CPU seconds for a line of the greatest length."""
    taken = seconds(pattern, way, line.of(longest), time.process_time)
    return (
        taken
        if taken < limit() or taken == float("inf")
        else min(taken, seconds(pattern, way, line.of(longest), time.process_time))
    )


def slow(one: Pattern, most: int = 2) -> list[str]:
    """The first lines for which a pattern takes too long, in words: the way it is run, the time, the line.

    Measured are those that short lines show to be the slowest: where these take no time, the others take none."""
    pattern = re.compile(one.text, one.flags)
    tries = [(projected(pattern, way, x, one.longest), way, x) for x in lines(one.text, one.flags) for way in one.ways]
    worst = nlargest(_MEASURED, (each for each in tries if each[0] >= limit() / 2), key=itemgetter(0))
    bad = (
        f"{way} {taken:.1f} s {line}"
        for _, way, line in worst
        if (taken := full_length(pattern, way, line, one.longest)) > limit()
    )
    return list(islice(bad, most))
