"""What a check says about one thing it looked at."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from selfeval_extract.document import Text

Outcome = Literal["pass", "pass_rounding", "fail", "not_checkable", "not_applicable"]
Severity = Literal["error", "warning", "info"]


class Verdict(NamedTuple):
    """The outcome for one thing: a sum, a form, a row.

    `zh`, `en`: what was found, with the figures, a clause without a closing mark. `fields`: JSON pointers of what was
    used. `recomputed` (what the rule gives: the sum, the rate, the limit), `difference` (printed less that) and `tolerance`
    (the difference still allowed) are in the unit of the figures: 万元, points or percent. `printed`: texts that are used and are not in the record. `severity`:
    where it is not the check's own.
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


def passed(zh: str, en: str, *fields: str) -> Verdict:
    """It holds."""
    return Verdict("pass", zh, en, fields)


def failed(zh: str, en: str, *fields: str, printed: tuple[Text, ...] = ()) -> Verdict:
    """It does not hold; to be explained."""
    return Verdict("fail", zh, en, fields, printed=printed)


def missing(zh: str, en: str, *fields: str) -> Verdict:
    """It cannot be told: `zh` and `en` name what is missing."""
    return Verdict("not_checkable", f"缺少{zh}", f"missing: {en}", fields)


def irrelevant(zh: str, en: str) -> Verdict:
    """The document has nothing of the kind."""
    return Verdict("not_applicable", zh, en)
