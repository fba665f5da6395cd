"""Mobile and identity numbers, found and masked: published forms carry those of the people who filled them in.

Far more figures of a report have 11 or 18 digits without being anyone's number: amounts, project and credit codes. A
number behind a word for a code or before a unit, and part of a longer run of digits or letters, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from pydantic import BaseModel

from selfeval_extract.record.models import Finding, Quote, Report
from selfeval_extract.runtime.pattern_cache import regex

_BEFORE = r"(?<![\d_¥￥$])(?<!\d[.,])(?<![\dA-Za-z][-－—])(?<![A-Z])"
_BEHIND = r"(?![\dA-Za-z_*])(?![.．]\d)(?![,，]\d{3}(?!\d))(?![ \u3000]?(?:[元万亿千百%％‰号字㎡]|平方|立方|公[里斤顷顿]|美元|人次))"
_MOBILE = regex(
    rf"{_BEFORE}(?P<country>(?:\+|00)86[ -]?)?(?P<first>[1１][3-9３-９]\d)"
    rf"(?:\d{{4}}|[ \u3000]\d{{4}}[ \u3000]|[-－—]\d{{4}}[-－—]|\d[ \u3000]\d{{3}}[ \u3000]|\d[-－—]\d{{3}}[-－—])(?P<last>\d{{4}}){_BEHIND}"
)
_IDENTITY = regex(
    rf"{_BEFORE}(?P<first>[1-8]\d{{5}})[ -]?(?P<year>19[2-9]\d|20[0-3]\d)(?P<day>(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))[ -]?"
    rf"(?P<serial>\d\d)(?P<last>\d[\dXx]){_BEHIND}"
)
_ELEVEN_DIGITS = regex(r"\d(?:[ \u3000\-－—]?\d){10}")
"""What every such number has; few records have it anywhere."""
_CODE = regex(
    r"(?:编码|代码|编号|账号|帐号|卡号|文号|批号|证号|单号|流水号|序列号|指标文|税号|代号|条码|订单|合同(?:编)?号)[^。;；,，、]{0,4}$|第\s?$"
)
_BEHIND_A_CODE_WORD = 12
_IDENTITY_CARD = regex(r"(?:身份|证件|居民)[^。;；]{0,8}$")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_LEFT_ALONE = frozenset({"source", "field", "fields"})
"""What is no text of the report: the file's name and hash, JSON pointers."""


def masked(report: Report) -> Report:
    """The record with its mobile and identity numbers masked; the same object if there are none."""
    quotes = (
        quote.quote for found in report.evidence.values() for quote in (found if isinstance(found, list) else [found])
    )
    rest = report.model_dump_json(exclude={"source", "evidence"})
    if not _ELEVEN_DIGITS.search("\n".join([rest, *quotes])):  # pydantic collects the texts faster than a walk does
        return report
    shown: Report = _masked(report)
    return shown


def has_personal_data(text: str) -> bool:
    """Whether a text holds a mobile or identity number."""
    return next(_found(text), None) is not None


def mask(text: str) -> str:
    """A text with its mobile and identity numbers masked (138****1234, 430203**********12); itself if it has none."""
    parts: list[str] = []
    at = 0
    for match, stars in _found(text):
        parts += [text[at : match.start()], match["first"], "*" * stars, match["last"]]
        at = match.end()
    return "".join([*parts, text[at:]]) if parts else text


def _found(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """(number, how many of its digits are hidden) in order. An identity number goes before a mobile one inside it."""
    if not _ELEVEN_DIGITS.search(text):
        return
    numbers = [(m, 10) for m in _IDENTITY.finditer(text) if _is_identity(m)]
    taken = [m.span() for m, _ in numbers]
    numbers += [
        (m, 4)
        for m in _MOBILE.finditer(text)
        if not _CODE.search(_before(m)) and not any(a < m.end() and m.start() < b for a, b in taken)
    ]
    yield from sorted(numbers, key=lambda found: found[0].start())


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _BEHIND_A_CODE_WORD) : match.start()]


def _is_identity(match: re.Match[str]) -> bool:
    """Whether 18 digits are a person's. A day of the last years is more often a code's own date, so that the number has
    to have its check digit, or be called an identity number."""
    if _IDENTITY_CARD.search(_before(match)):
        return True
    if _CODE.search(_before(match)):
        return False
    number = re.sub(r"[ -]", "", match[0])
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return int(match["year"]) < 2010 or _CHECK_DIGITS[total % 11] == number[17].upper()


def _masked(value: Any) -> Any:
    """A part of a record with its texts masked; the same object if none of them changes."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, list):
        items = [_masked(item) for item in value]
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    if isinstance(value, dict):
        return {**value, **changed} if (changed := _changed(value)) else value
    if isinstance(value, BaseModel):
        return value.model_copy(update=changed) if (changed := _changed(vars(value))) else value
    if isinstance(value, Quote | Finding):
        parts = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **changed) if (changed := _changed(parts)) else value
    return value


def _changed(named: dict[str, Any]) -> dict[str, Any]:
    """Those of several named parts that masking changes, masked."""
    found = ((name, part, _masked(part)) for name, part in named.items() if name not in _LEFT_ALONE)
    return {name: new for name, old, new in found if new is not old}
