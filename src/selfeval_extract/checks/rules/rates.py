"""AMT: what a report says of its amounts in percent: changes against last year (增减), shares (占比)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from selfeval_extract.checks.catalogue import check
from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.figures import Figure, shown, sum_verdict
from selfeval_extract.checks.rules.totals import given
from selfeval_extract.checks.stated_amounts import Change, StatedShare, changes, shares, stated_amounts
from selfeval_extract.checks.verdict import Outcome, Verdict, missing
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.words import check_words

_ZERO, _HUNDRED = Decimal(0), Decimal(100)
_OTHER_YEAR = regex("上年|去年|上一年")
_SHARES_SUM = Decimal("0.5")


@check("AMT-14")
def yearly_changes(context: CheckContext) -> Iterator[Verdict]:
    for change in changes(context):
        if (
            check_words("changes", "three_public").search(change.words)
            or "三公" in change.before
            or change.topic == "three_public"
        ):
            continue  # TPE-04 looks at these
        yield from change_verdicts(change, context.settings["rate"])


def change_verdicts(change: Change, allowed: Decimal) -> Iterator[Verdict]:
    """What a stated change against last year recomputes to; nothing where too little of it is told."""
    current, prior, delta, rate = change.current, change.prior, change.delta, change.rate
    if current and prior and delta:
        difference = delta._replace(zh="增减额", en="change")
        yield sum_verdict(
            difference,
            [
                current._replace(zh="本年", en="this year"),
                prior._replace(value=-prior.value, zh="上年", en="last year"),
            ],
        )
    base = prior.value if prior else current.value - delta.value if current and delta else None
    gain = delta.value if delta else current.value - prior.value if current and prior else None
    if rate and base and base > 0 and gain is not None:
        yield rate_verdict(rate, gain / base * _HUNDRED, allowed, f"“{change.words}”", change.pointer)


def rate_verdict(rate: Figure, computed: Decimal, allowed: Decimal, what: str, *fields: str, en: str = "") -> Verdict:
    """A printed rate against the recomputed one: half a unit of its last decimal passes, `allowed` is rounding. `what`,
    `en`: what the rate is of, in Chinese and English; a quotation serves for both."""
    difference = abs(rate.value - computed)
    half = rate.quantum / 2
    outcome: Outcome = "pass" if difference <= half else "pass_rounding" if difference <= allowed else "fail"
    again = shown(round(computed, 2))
    return Verdict(
        outcome, f"{what}：所列{rate}%，复算{again}%", f"{en or what}: stated {rate}%, recomputed {again}%", tuple(f for f in fields if f),
        computed, rate.value - computed, allowed,
    )  # fmt: skip


@check("AMT-15")
def stated_shares(context: CheckContext) -> Iterator[Verdict]:
    found = list(shares(context))
    for share in found:
        whole = _whole(context, share, found)
        if whole is None:
            yield missing(f"“{share.words}”中总额的金额", f"the whole of “{share.words}”")
        elif whole.value > 0:
            computed = share.part.value / whole.value * _HUNDRED
            yield rate_verdict(
                share.rate, computed, context.settings["rate"], f"“{share.words}”", share.pointer, whole.pointer
            )
    for sentence in dict.fromkeys(s.sentence for s in found):
        yield from _together([s for s in found if s.sentence == sentence])


def _whole(context: CheckContext, share: StatedShare, found: Sequence[StatedShare]) -> Figure | None:
    """What a share, one of those `found`, is of: named as a field is, or the first amount of its sentence when that is the largest."""
    if _OTHER_YEAR.search(share.sentence) or (context.report.year and _years(share.sentence) - {context.report.year}):
        return None
    for role, pointers in {
        "total": ("/spending/total", "/budget/executed"),
        "basic": ("/spending/basic",),
        "project": ("/spending/project",),
        "original": ("/budget/original",),
        "budget": ("/budget/revised",) if context.report.budget.original == context.report.budget.revised else (),
    }.items():
        if check_words("wholes", role).fullmatch(share.whole):
            return next(iter(given(map(context.figure, pointers))), None)
    parts = [f for f in map(context.figure, ("/spending/basic", "/spending/project")) if f]
    if not share.whole and any(f.value == share.part.value for f in parts):
        return context.figure("/spending/total") or context.figure("/budget/executed")
    if not share.whole:
        return _whole_of_all(context, share, found)
    name = re.sub("^(?:全部|全年|年度|当年|同期)", "", share.whole)
    amounts = stated_amounts(share.sentence, share.pointer) if len(name) >= 2 else []
    whole = next((t.figure for t in amounts if name in t.left and t.figure.value != share.part.value), None)
    return whole if whole and whole.value > share.part.value else None


def _whole_of_all(context: CheckContext, share: StatedShare, found: Sequence[StatedShare]) -> Figure | None:
    """The record's total that the amounts of a paragraph whose shares name no whole come to together."""
    parts = sum((s.part.value for s in found if s.pointer == share.pointer and not s.whole), _ZERO)
    totals = map(context.figure, ("/spending/total", "/budget/executed", "/budget/revised", "/budget/original"))
    return next((f for f in totals if f and f.value == parts), None)


def _years(text: str) -> set[int]:
    return {int(y) for y in re.findall(r"(20\d\d)年", text)}


def _together(group: Sequence[StatedShare]) -> Iterator[Verdict]:
    """Shares of one whole that are all of it come to 100."""
    amounts = [t.figure.value for t in stated_amounts(group[0].sentence)]
    if len(group) < 2 or len({s.whole for s in group}) > 1 or sum(s.part.value for s in group) not in amounts:
        return
    total = sum((s.rate.value for s in group), _ZERO)
    yield Verdict(
        "pass" if abs(total - _HUNDRED) <= _SHARES_SUM else "fail",
        f"同组占比合计{shown(total)}%", f"the shares come to {shown(total)}%", (group[0].pointer,),
        _HUNDRED, total - _HUNDRED, _SHARES_SUM,
    )  # fmt: skip
