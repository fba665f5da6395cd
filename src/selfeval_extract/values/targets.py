"""The target or actual value of an indicator, folded → comparator, number and unit (`docs/record.md`)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import NUMBER, decimal

Comparator = Literal[">=", ">", "=", "<", "<="]

COMPARATORS: dict[str, Comparator] = {
    "≥": ">=", ">=": ">=", "=>": ">=", "》=": ">=", "大于等于": ">=", "大于或等于": ">=", "不低于": ">=", "不少于": ">=",
    "不小于": ">=", "至少": ">=", "高于等于": ">=", "不得低于": ">=", "不得少于": ">=",
    "≤": "<=", "<=": "<=", "=<": "<=", "《=": "<=", "小于等于": "<=", "小于或等于": "<=", "不超过": "<=", "不高于": "<=",
    "不大于": "<=", "不多于": "<=", "低于等于": "<=", "不得超过": "<=", "不得高于": "<=", "至多": "<=", "控制在": "<=",
    ">": ">", "大于": ">", "高于": ">", "超过": ">", "多于": ">",
    "<": "<", "小于": "<", "低于": "<", "少于": "<",
    "=": "=", "等于": "=",
}  # fmt: skip
"""Sign or word before a number → comparator."""

_TAILS: dict[str, Comparator] = {
    "(含)": ">=", "及以上": ">=", "或以上": ">=", "(含)以上": ">=", "以上": ">=",
    "及以下": "<=", "或以下": "<=", "(含)以下": "<=", "(含)以内": "<=", "以内": "<=", "之内": "<=", "以下": "<=",
}  # fmt: skip
"""Word behind a number → comparator."""
_SIGN = "|".join(sorted(map(re.escape, COMPARATORS), key=len, reverse=True))
_QUANTITY = regex(
    rf"(?P<sign>{_SIGN})?(?P<number>[-+]?{NUMBER})(?P<unit>(?![.)余多约])[^\d,。;、:!?\"<>=≥≤~]{{0,8}}(?:(?<=m)[23])?)"
)
_TAIL = regex(rf"(?P<tail>{'|'.join(map(re.escape, _TAILS))})$")
_NO_UNIT = regex(r"(?:率|情况|完成|程度)$")
"""No unit ends so: 12350举报办结率 is a name."""
_DATE = regex(
    r"(?:(?:19|20)\d{2}年.*|\d{1,2}月(?:\d{1,2}[日号].*|[底末初份中上下前].*|$)|\d{1,2}[日号][前之底].*|第?\d[季].*)$"
)


class Quantity(NamedTuple):
    """A number with its comparator; `number`, `unit` and `sign` are their spans in the folded text."""

    comparator: Comparator | None
    value: Decimal
    number: tuple[int, int]
    unit: tuple[int, int] | None
    sign: tuple[int, int] | None


def comparator(folded: str) -> Comparator | None:
    """The comparator that a sign cell (指标性质, 计算符号) holds; None for 定性 and anything else."""
    return COMPARATORS.get(folded.strip("()"))


def quantity(folded: str) -> Quantity | None:
    """The quantity of a cell, if it is [comparator] number [unit] and nothing else; dates and sentences are none."""
    match = _QUANTITY.fullmatch(folded)
    if match is None or _is_date(folded, match):
        return None
    value = decimal(match["number"])
    if value is None:
        return None
    sign = COMPARATORS[match["sign"]] if match["sign"] else None
    sign_span = match.span("sign") if match["sign"] else None
    start, end = match.span("unit")
    if _NO_UNIT.search(folded, start, end):
        return None
    tail = _TAIL.search(folded, start, end)
    if tail:
        if sign is None:
            sign, sign_span = _TAILS[tail["tail"]], tail.span()
        end = tail.start()
    return Quantity(sign, value, match.span("number"), (start, end) if end > start else None, sign_span)


def _is_date(folded: str, match: re.Match[str]) -> bool:
    return bool(_DATE.match(folded, match.start("number")))
