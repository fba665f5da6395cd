"""AMT: what a report says of its amounts in percent: changes against last year (增减), shares (占比)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.figures import HUNDRED, Figure, added, present, rate_verdict, shown, sum_verdict
from selfeval_extract.checks.stated_amounts import Change, StatedShare, changes, shares, stated_amounts
from selfeval_extract.checks.verdict import Verdict, judged, missing
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.words import check_words, says

_SHARES_SUM = Decimal("0.5")
_YEAR = regex(r"(20\d\d)年")


@check("AMT-14")
def yearly_changes(context: CheckContext) -> Iterator[Verdict]:
    for change in changes(context):
        if not is_of_three_public(change):  # TPE-04 looks at these
            yield from change_verdicts(change, context.settings["rate"])


def is_of_three_public(change: Change) -> bool:
    """Whether a change is one of the three public expenses."""
    words = check_words("changes", "three_public")
    return bool(words.search(change.words)) or "三公" in change.before or change.topic == "three_public"


def change_verdicts(change: Change, allowed: Decimal) -> Iterator[Verdict]:
    """What a stated change against last year recomputes to; nothing where too little of it is stated. Of several amounts that may
    be this year's, the first with which it is right counts."""
    ways = [_change_verdicts(change._replace(current=current), allowed) for current in (change.current, *change.others)]
    yield from next((way for way in ways if way and all(v.outcome != "fail" for v in way)), ways[0])


def _change_verdicts(change: Change, allowed: Decimal) -> list[Verdict]:
    current, prior, delta, rate = change.current, change.prior, change.delta, change.rate
    found: list[Verdict] = []
    if current and prior and delta:
        now = current._replace(zh="本年", en="this year")
        then = prior._replace(value=-prior.value, zh="上年", en="last year", deducted=True)
        found.append(sum_verdict([delta._replace(zh="增减额", en="change")], [now, then]))
    base = prior.value if prior else current.value - delta.value if current and delta else None
    gain = delta.value if delta else current.value - prior.value if current and prior else None
    if rate and base and base > 0 and gain is not None:
        words = f"“{change.words}”"
        found.append(rate_verdict(rate, gain / base * HUNDRED, allowed, words, words, change.pointer))
    return found


@check("AMT-15")
def stated_shares(context: CheckContext) -> Iterator[Verdict]:
    found = list(shares(context))
    for share in found:
        words = f"“{share.words}”"
        whole = _whole(context, share, found)
        if whole is None:
            yield missing(f"{words}中总额的金额", f"the whole of {words}")
        elif whole.value > 0:
            computed = share.part.value / whole.value * HUNDRED
            allowed = context.settings["rate"]
            yield rate_verdict(share.rate, computed, allowed, words, words, share.pointer, whole.pointer)
    for sentence in dict.fromkeys(s.sentence for s in found):
        yield from _together([s for s in found if s.sentence == sentence])


def _whole(context: CheckContext, share: StatedShare, found: Sequence[StatedShare]) -> Figure | None:
    """What a share is of: a field of the record that its words name, or an amount of its sentence. `found`: all stated shares."""
    years = {int(year) for year in _YEAR.findall(share.sentence)}
    if says("years", "last", share.sentence) or (context.report.year and years - {context.report.year}):
        return None
    for role, pointers in {
        "total": ("/spending/total", "/budget/executed"),
        "basic": ("/spending/basic",),
        "project": ("/spending/project",),
        "original": ("/budget/original",),
        "budget": ("/budget/revised",) if context.report.budget.original == context.report.budget.revised else (),
    }.items():
        if check_words("wholes", role).fullmatch(share.whole):
            return next(iter(present(map(context.figure, pointers))), None)
    parts = present(map(context.figure, ("/spending/basic", "/spending/project")))
    if not share.whole and any(f.value == share.part.value for f in parts):
        return context.figure("/spending/total") or context.figure("/budget/executed")
    if not share.whole:
        return _whole_of_all(context, share, found)
    name = check_words("wholes", "in_front").sub("", share.whole)
    amounts = stated_amounts(share.sentence, share.pointer) if len(name) >= 2 else []
    whole = next((t.figure for t in amounts if name in t.left and t.figure.value != share.part.value), None)
    return whole if whole and whole.value > share.part.value else None


def _whole_of_all(context: CheckContext, share: StatedShare, found: Sequence[StatedShare]) -> Figure | None:
    """The total of the record that the amounts of a paragraph come to, whose shares do not say what they are of."""
    parts = added(s.part for s in found if s.pointer == share.pointer and not s.whole)
    totals = map(context.figure, ("/spending/total", "/budget/executed", "/budget/revised", "/budget/original"))
    return next((f for f in totals if f and f.value == parts), None)


def _together(group: Sequence[StatedShare]) -> Iterator[Verdict]:
    """Shares of one whole that are all of it come to 100."""
    amounts = [t.figure.value for t in stated_amounts(group[0].sentence)]
    if len(group) < 2 or len({s.whole for s in group}) > 1 or added(s.part for s in group) not in amounts:
        return
    total = added(s.rate for s in group)
    yield judged(
        abs(total - HUNDRED) <= _SHARES_SUM,
        f"同组占比合计{shown(total)}%", f"the shares come to {shown(total)}%", group[0].pointer,
        recomputed=HUNDRED, difference=total - HUNDRED, tolerance=_SHARES_SUM,
    )  # fmt: skip
