"""Amounts that a report states in its prose and that the record has no field for. The words before an amount say what it is of.

All patterns are searched in folded sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from selfeval_extract.checks.context import CheckContext, Passage, memoized
from selfeval_extract.checks.figures import CENT, ZERO, Figure, figure, present, shown
from selfeval_extract.checks.verdict import Verdict, missing
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import FACTORS, MONEY_UNIT, NUMBER, decimal
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.words import says

AMOUNT = rf"{NUMBER}{MONEY_UNIT}"
_AMOUNT = regex(rf"(?<![\d.])(?P<number>{NUMBER})(?P<unit>{MONEY_UNIT})(?![/每\d])")
_UNIT = regex(r"[元亿万]")
"""What every unit of money has."""
_BASE = r"(?:比|较|同比|与)(?P<base>上年|去年|上一?年度|20\d\d年度?|年初)?"
_WAYS = r"增加|增长|上升|提高|减少|下降|降低|压减|节约"
_CHANGE = regex(
    rf"{_BASE}[^。;增减长降升]{{0,40}}?(?P<way>{_WAYS})(?:了|为|额)?(?P<delta>{AMOUNT})"
    rf"(?:[,、(]{{0,2}}(?:同比)?(?:增幅|降幅|增长率|下降率|变动率|{_WAYS})(?:了|为|达|率)?(?P<rate>{NUMBER})%)?"
)
_MOVED_TO = regex(
    rf"[由从](?:上年|去年|20\d\d年)?的?(?P<prior>{AMOUNT})(?P<way>{_WAYS})(?:到|至)(?P<current>{AMOUNT})"
    rf"(?:,(?:净)?(?:{_WAYS})(?:了|额)?(?P<delta>{AMOUNT}))?(?:,?(?:增幅|降幅|{_WAYS})(?:了|为|达|率)?(?P<rate>{NUMBER})%)?"
)
_RATE_ONLY = regex(rf"{_BASE}[^。;增减长降升]{{0,40}}?(?P<way>{_WAYS})(?:了|为|率)?(?P<rate>{NUMBER})%")
_SHARE = regex(
    rf"(?:占|占比|比重)(?P<whole>[^,。;\d]{{0,16}}?)(?:的)?(?:比重|比例|比)?(?:为|达|约)?(?P<rate>{NUMBER})%"
)
_COMPARED = regex(r"[比较与]")
_MOST = 50
"""Comparisons in one sentence that are looked at."""
_BRACKETS = regex(r"\([^()]{0,200}\)")
_NEAR = 40
_LESS = ("减少", "下降", "降低", "降幅", "压减", "节约")
_YEAR = regex(r"(20\d\d)年")
_PRECISE = 2
"""Significant digits of a gap that no other amount has by accident."""


class StatedAmount(NamedTuple):
    """An amount in a sentence: its figure, where it starts and ends, and the words between the amount before and this one."""

    figure: Figure
    start: int
    end: int
    left: str

    @property
    def nearest_words(self) -> str:
        """Its words behind the last comma; all of them where the comma stands right before the amount."""
        return self.left.rpartition(",")[2] or self.left


class Change(NamedTuple):
    """A stated change from one year to the next: this year's figure, last year's, the change (negative for less) and its rate in
    percent, each None where it is not stated; the words of the statement, where it stands in the record, and the words before the
    sentence where the statement does not say itself what has changed. `others`: amounts of the sentence that may be this year's
    as well; `name`: what the words say has changed, where they give no amount of this year."""

    current: Figure | None
    prior: Figure | None
    delta: Figure | None
    rate: Figure | None
    words: str
    pointer: str
    before: str = ""
    topic: Topic | None = None
    others: Sequence[Figure] = ()
    name: str = ""


def amount_figure(number: str, unit: str, pointer: str = "", zh: str = "", en: str = "") -> Figure | None:
    """The figure of a printed number with its money unit, in 万元."""
    value = decimal(number)
    if value is None:
        return None
    printed = figure(value, number, pointer, zh, en)
    factor = FACTORS[unit]
    return Figure(value * factor, printed.quantum * factor, printed.integer, pointer, zh, en)


def stated_amounts(sentence: str, pointer: str = "") -> list[StatedAmount]:
    """The amounts of a sentence in order."""
    if not _UNIT.search(sentence):
        return []
    found: list[StatedAmount] = []
    at = 0
    for match in _AMOUNT.finditer(sentence):
        value = amount_figure(match["number"], match["unit"], pointer)
        if value is not None:
            found.append(StatedAmount(value, match.start(), match.end(), sentence[at : match.start()]))
            at = match.end()
    return found


class AmountSentence(NamedTuple):
    """A sentence with amounts: its paragraph, its text folded, and the amounts in order."""

    passage: Passage
    sentence: str
    amounts: list[StatedAmount]


@memoized
def amount_sentences(context: CheckContext) -> list[AmountSentence]:
    """The sentences of the report's prose that have amounts."""
    return [
        AmountSentence(passage, sentence, amounts)
        for passage, sentence in context.sentences()
        if (amounts := stated_amounts(sentence, passage.pointer))
    ]


def named_amount(context: CheckContext, pattern: re.Pattern[str], zh: str, en: str, *topics: Topic) -> Figure | None:
    """The first amount whose nearest words match; only of passages about the topics if any are given."""
    for passage, sentence, amounts in amount_sentences(context):
        if (topics and not passage.about(*topics)) or not pattern.search(sentence):
            continue
        for each in amounts:
            if pattern.search(each.nearest_words):
                return each.figure._replace(zh=zh, en=en)
    return None


def unless_stated(context: CheckContext, verdict: Verdict) -> Verdict:
    """The verdict on a sum; not checkable where the prose states the gap as an amount of its own. Then the sum most likely lacks
    a term that was not recognised, which proves nothing against the report. Round gaps do not count: such amounts are
    everywhere."""
    gap = abs(verdict.difference or ZERO)
    precise = verdict.outcome == "fail" and len(gap.normalize().as_tuple().digits) >= _PRECISE
    if not (precise and any(abs(gap - amount) < CENT for amount in _amounts(context))):
        return verdict
    zh, en = (
        f"差额{shown(gap)}的归属（文中另列有同额款项）",
        f"what {shown(gap)}, the gap, is of: the text states it, too",
    )
    return missing(zh, en, *verdict.fields)


@memoized
def _amounts(context: CheckContext) -> frozenset[Decimal]:
    """All amounts that the prose states."""
    return frozenset(each.figure.value for _, _, amounts in amount_sentences(context) for each in amounts)


@memoized
def changes(context: CheckContext) -> list[Change]:
    """The changes against the year before that the report states."""
    return [
        change
        for passage, sentence in context.sentences()
        for change in (*_moved(passage, sentence), *_compared(passage, sentence, context.report.year))
    ]


def _compared(passage: Passage, sentence: str, year: int | None) -> Iterator[Change]:
    """A比上年增加B,增长C%."""
    matches = [*_CHANGE.finditer(sentence), *_RATE_ONLY.finditer(sentence)] if _COMPARED.search(sentence) else []
    amounts = stated_amounts(sentence, passage.pointer) if matches else []
    end = 0
    for match in sorted(matches, key=lambda m: m.start())[:_MOST]:
        yield _change(sentence, match, passage, year, [t for t in amounts if t.start >= end])
        end = match.end()


def _moved(passage: Passage, sentence: str) -> Iterator[Change]:
    """由A增加到B,增加C,增长D%."""
    for match in islice(_MOVED_TO.finditer(sentence), _MOST):
        stated = (stated_amounts(match[name] or "", passage.pointer) for name in ("prior", "current", "delta"))
        prior, current, delta = (amounts[0].figure if amounts else None for amounts in stated)
        yield _worded_change(match, passage, current, prior, delta, match[0])


def _change(
    sentence: str, match: re.Match[str], passage: Passage, year: int | None, amounts: list[StatedAmount]
) -> Change:
    """A change; `amounts`: those of the sentence that belong to no comparison before this one."""
    before = [t for t in amounts if t.end <= match.start()]
    between = [t for t in amounts if match.start() <= t.start and t.end <= match.start("way")]
    delta = next(
        (t.figure for t in amounts if match.groupdict().get("delta") and t.start == match.start("delta")), None
    )
    last = before[-1] if before and not _changes_subject(sentence, before[-1], match) else None
    is_prior = last is not None and _is_prior(last.left, year)
    *others, current = [None, *(t.figure for t in (before[:-1] if is_prior else before if last else ()))]
    at = passage.folded.find(sentence) if not before or is_prior else 0
    prior = between[-1].figure if between else last.figure if last and is_prior else None
    words, lead = sentence[max(0, match.start() - _NEAR) : match.end()], passage.folded[max(0, at - 4 * _NEAR) : at]
    change = _worded_change(match, passage, current, prior, delta, words, lead)
    name = sentence[: match.start()] if not before or (is_prior and current is None) else ""
    return change._replace(others=present(others), name=name)


def _worded_change(
    match: re.Match[str], passage: Passage, current: Figure | None, prior: Figure | None, delta: Figure | None,
    words: str, before: str = "",
) -> Change:  # fmt: skip
    """A change with the rate of its words; change and rate are negative for less."""
    rate = figure(decimal(match["rate"]) or ZERO, match["rate"]) if match["rate"] else None
    if match["way"] in _LESS:
        delta, rate = (f and f._replace(value=-f.value) for f in (delta, rate))
    return Change(current, prior, delta, rate, words, passage.pointer, before, passage.topic)


def _changes_subject(sentence: str, last: StatedAmount, match: re.Match[str]) -> bool:
    """Whether the words between an amount and the comparison name something else: `…150万元,总支出比上年增加`."""
    return says("changes", "subject", sentence[last.end : match.start()].strip(",、() "))


def _is_prior(left: str, year: int | None) -> bool:
    """Whether the words before an amount say that it is of an earlier year."""
    years = [int(y) for y in _YEAR.findall(left)]
    return says("years", "last", left) or (bool(years) and year is not None and years[-1] < year)


class StatedShare(NamedTuple):
    """A stated share: the part's figure, the words that name the whole, the rate in percent, the words of the statement, its
    sentence, and where it stands in the record."""

    part: Figure
    whole: str
    rate: Figure
    words: str
    sentence: str
    pointer: str


def shares(context: CheckContext) -> Iterator[StatedShare]:
    """The shares that the report states right behind an amount: 25.12万元，占总支出的13.14%."""
    for passage, printed in context.sentences():
        if "%" not in printed or not ("占" in printed or "比重" in printed):
            continue
        sentence = _BRACKETS.sub("", printed)
        amounts = {t.end: t for t in stated_amounts(sentence, passage.pointer)}
        for match in islice(_SHARE.finditer(sentence), _MOST):
            rate = decimal(match["rate"])
            part = next((amounts[at] for at in range(match.start(), match.start() - 4, -1) if at in amounts), None)
            in_turn = part is not None and "分别" in sentence[part.end : match.start()]
            if part is not None and rate is not None and not in_turn:
                words, stated = sentence[part.start : match.end()], figure(rate, match["rate"])
                yield StatedShare(part.figure, match["whole"], stated, words, sentence, passage.pointer)
