"""Counts that prose states: what was assigned, done and left undone, and totals with what they are made of.

`下达任务共20个项目，包含甲类18个、乙类2个。共完成甲类10个。未完成的8个甲类项目…` gives statements of 20, 18 and 2 assigned,
10 done and 8 missed, each with what is counted. Text is folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple

from selfeval_extract.checks.completion import unit_key
from selfeval_extract.checks.figures import HALF, ZERO
from selfeval_extract.checks.similarity import likeness, likeness_if_short
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import NUMBER, decimal
from selfeval_extract.vocabulary.words import check_words, says

Status = Literal["assigned", "done", "missed"]

_MOST = 60
"""Statements in one paragraph that are looked at; no real one has as many."""
_LEFT = regex(r"[一-鿿A-Za-z\"]{0,24}$")
_RIGHT = regex(r"[一-鿿\"]{1,16}")
_DIGIT = regex(r"\d")
_AND = regex(r"[和与及]")
_SHORTEST_NAME = 3


class Statement(NamedTuple):
    """A counted thing: whether it was assigned, done or missed, what is counted, number, unit, where the number starts;
    `exact`: no 约, 余, 不少于."""

    status: Status | None
    noun: str
    value: Decimal
    unit: str
    start: int
    exact: bool

    def __str__(self) -> str:
        return f"{self.noun}{format(self.value, 'f')}{self.unit}"

    @property
    def key(self) -> str | None:
        """Its unit as units are compared."""
        return unit_key(self.unit)


@cache
def _tokens() -> re.Pattern[str]:
    kinds = ("missed", "assigned", "done")
    marks = "|".join(f"(?P<{kind}>{check_words('progress', kind).pattern})" for kind in kinds)
    unit = check_words("progress", "unit").pattern
    return regex(
        rf"{marks}|(?<![\d第A-Za-z(.])(?P<number>{NUMBER})(?P<more>[余多]?)(?P<unit>万?(?:{unit}))|(?P<end>[。\n])"
    )


def statements(folded: str, status: Status | None = None, keep: bool = False) -> list[Statement]:
    """The counted things of a paragraph. Their status is what the sentence said last, `status` where it said nothing; with
    `keep`, words for tasks (任务, 计划) change no status."""
    if not _DIGIT.search(folded):
        return []
    found: list[Statement] = []
    current, since, parent, lead, here = status, 0, "", "", 0
    for token in _tokens().finditer(folded):
        if token["number"] is None:
            if token["end"]:
                current, parent, here = status, "", len(found)
            else:
                current = _status(token, current, keep)
            lead, since = folded[max(since, token.start() - 24) : token.start()], token.end()
            continue
        value = decimal(token["number"])
        noun = _noun(folded, since, token) or (_last_words(lead) if since == token.start() else "")
        if value is not None:
            if says("progress", "measure", noun) and parent:
                noun = parent + noun
            elif noun:
                parent = noun
            elif len({s.noun for s in found[here:]}) == 1 and token["unit"] == found[-1].unit:
                noun = parent  # 任务12处,完成10处: the only thing that the sentence counts goes on
            found.append(Statement(current, noun, value, token["unit"], token.start(), _exact(folded, token)))
        since = token.end()
        if len(found) >= _MOST:
            break
    return found


def _status(token: re.Match[str], current: Status | None, keep: bool) -> Status | None:
    if token["missed"]:
        return "missed"
    if token["assigned"]:
        return current if keep else "assigned"
    return "done"


def _exact(folded: str, token: re.Match[str]) -> bool:
    before = folded[max(0, token.start() - 12) : token.start()]
    after = folded[token.end() : token.end() + 3]
    return not (token["more"] or says("progress", "about", before) or says("progress", "more", after))


def _noun(folded: str, since: int, token: re.Match[str]) -> str:
    """What is counted: the words in front of the number, else those behind its unit."""
    before = folded[max(since, token.start() - 24) : token.start()]
    noun = _last_words(before)
    if noun:
        return noun
    right = _RIGHT.match(folded, token.end())
    return check_words("progress", "behind").split(right[0].strip('"'), maxsplit=1)[0] if right else ""


def _last_words(text: str) -> str:
    """The noun that a text ends with, without the verbs and fillers in front of it; "" for less than two characters of one."""
    left = _LEFT.search(text)
    words = left[0] if left else ""
    start = max((verb.end() for verb in check_words("progress", "in_front").finditer(words)), default=0)
    noun = words[start:].strip('"')
    return noun if len(noun) >= 2 and not says("progress", "time", noun) else ""


def matching(one: Statement, others: Sequence[Statement]) -> Statement | None:
    """The statement that counts the same thing in the same unit, the most alike first; None where several with different
    numbers, such as those of quarters, are equally alike."""
    fitting = [(likeness(one.noun, o.noun), o) for o in others if _same_thing(one, o)]
    most = max((alike for alike, _ in fitting), default=None)
    nearest = [o for alike, o in fitting if alike == most]
    return nearest[0] if len({o.value for o in nearest}) == 1 else None


def _same_thing(one: Statement, other: Statement) -> bool:
    a, b = one.noun, other.noun
    return one.key == other.key and min(len(a), len(b)) >= 2 and a[-1] == b[-1] and likeness_if_short(a, b) > HALF


class Count(NamedTuple):
    """A declared number and what is listed for it: numbers, or `names` to `at_most` names, as two joined by 和 may be one name
    or two. `complete`: the list claims to be complete; any other list can only confirm the number."""

    declared: Decimal
    unit: str
    parts: tuple[Decimal, ...]
    names: int | None
    at_most: int
    complete: bool
    text: str

    @property
    def holds(self) -> bool:
        """Whether the list comes to the declared number."""
        if self.names is not None:
            return self.names <= self.declared <= self.at_most
        return sum(self.parts, ZERO) == self.declared


@cache
def _with_parts() -> re.Pattern[str]:
    unit = check_words("progress", "unit").pattern
    return regex(
        rf"(?:共计?|合计|总计|总共)(?:有|为|:)?(?P<number>{NUMBER})(?P<unit>{unit})(?P<noun>[一-鿿]{{0,12}})"
        r"[,:(]{0,2}(?P<how>包含|包括|分别为|分别是|分为|其中)"
    )


@cache
def _with_names() -> re.Pattern[str]:
    unit = check_words("progress", "unit").pattern
    return regex(
        rf"(?<![\d.])(?P<number>\d{{1,3}})(?P<unit>{unit})(?P<noun>[一-鿿]{{0,10}})"
        r"(?:\((?P<names>[^()\d]{2,300})\)|,?分别(?:为|是):?(?P<list>[^()\d,。;:]{2,300})(?=[。;]|$))"
    )


def counts_with_parts(folded: str) -> Iterator[Count]:
    """Numbers that are broken down into numbers of the same unit."""
    for match in islice(_with_parts().finditer(folded), _MOST):
        declared = decimal(match["number"])
        end = min(
            (at for c in "。\n" if (at := folded.find(c, match.end(), match.end() + 300)) >= 0),
            default=match.end() + 300,
        )
        text = re.split(r"其中|完成|截[至止]", folded[match.end() : end], maxsplit=1)[0]
        text = re.sub(r"\([^()]{0,100}\)", "", text).partition(")")[0]
        listed = statements(text)
        parts = tuple(s.value for s in listed if s.unit == match["unit"])
        if declared is not None and len(parts) >= 2:
            closed = match["how"] != "其中" and not says("progress", "and_so_on", text)
            complete = closed and _of_one_kind(match["noun"], listed, text)
            yield Count(declared, match["unit"], parts, None, 0, complete, match[0])


def _of_one_kind(noun: str, listed: list[Statement], text: str) -> bool:
    """Whether all that is listed are parts of what was counted, and nothing else is listed with them."""
    if says("progress", "apart", text):
        return False
    alike = bool(noun) and all(s.noun.endswith(noun[-1]) for s in listed)
    return alike or len({s.unit for s in listed}) == 1


def counts_with_names(folded: str) -> Iterator[Count]:
    """Numbers with the names of what they count in brackets behind them, or after 分别为."""
    for match in islice(_with_names().finditer(folded), _MOST):
        listed = match["names"] or match["list"]
        names = [n for n in listed.split("、") if n]
        declared = Decimal(match["number"])
        if any(says("progress", "no_name", n) for n in names):
            continue
        if not names or says("progress", "and_so_on", listed) or ("、" not in match[0] and declared != 1):
            continue
        joined = sum(bool(_AND.search(n)) for n in names)
        long = (
            min(map(len, names)) >= (_SHORTEST_NAME if len(names) < 4 or not match["noun"] else 2)
            and declared > 1
            and len(names) * 2 >= declared >= len(names) / 2
        )
        yield Count(declared, match["unit"], (), len(names), len(names) + joined, long, match[0][:30])
