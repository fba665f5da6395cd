"""What a check says about one thing that it looked at."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from selfeval_extract.document import Text

Outcome = Literal["pass", "pass_rounding", "fail", "not_checkable", "not_applicable"]
Severity = Literal["error", "warning", "info"]


class Verdict(NamedTuple):
    """The outcome for one thing: a sum, a form, a row.

    `zh`, `en`: what was found, with the figures, as a clause without a full stop. `fields`: JSON pointers of the values used.
    `recomputed` (what the rule gives: the sum, the rate, the limit), `difference` (printed less recomputed) and `tolerance` (the
    difference that is still allowed) are in the unit of the figures: 万元, points or percent. `printed`: texts that were used and
    are not in the record. `profile`: the scoring profile that the form was judged by. `severity`: only where it is not the check's own.
    """

    outcome: Outcome
    zh: str
    en: str
    fields: tuple[str, ...] = ()
    recomputed: Decimal | None = None
    difference: Decimal | None = None
    tolerance: Decimal | None = None
    printed: tuple[Text, ...] = ()
    profile: str | None = None
    severity: Severity | None = None


def shortened(text: str, most: int) -> str:
    """A text as a message quotes it, of so many characters at most."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def judged(
    holds: bool, zh: str, en: str, *fields: str,
    recomputed: Decimal | None = None, difference: Decimal | None = None, tolerance: Decimal | None = None, profile: str | None = None,
) -> Verdict:  # fmt: skip
    """A pass if it holds, else a fail."""
    return Verdict("pass" if holds else "fail", zh, en, fields, recomputed, difference, tolerance, profile=profile)


def passed(zh: str, en: str, *fields: str, printed: tuple[Text, ...] = ()) -> Verdict:
    """It holds."""
    return Verdict("pass", zh, en, fields, printed=printed)


def failed(zh: str, en: str, *fields: str, printed: tuple[Text, ...] = ()) -> Verdict:
    """It does not hold and has to be explained."""
    return Verdict("fail", zh, en, fields, printed=printed)


def missing(zh: str, en: str, *fields: str) -> Verdict:
    """It cannot be checked: `zh` and `en` name what the document lacks."""
    return Verdict("not_checkable", f"缺少{zh}", f"missing: {en}", fields)


def not_applicable(zh: str, en: str) -> Verdict:
    """The document has nothing of the kind."""
    return Verdict("not_applicable", zh, en)
