"""Folded strings (`document.fold`: half-width, without white space) → decimals; None where the string is no such value.

Amounts are in 万元 (10,000 yuan), rates in percent, points and counts as printed (`docs/record.md`).
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from selfeval_extract.runtime.pattern_cache import regex

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,18}(?!\d))(?:\.\d{1,18})?"
"""A number in digits, with or without thousands separators. Longer runs of digits are codes, and would take the patterns
around them too long."""

CHINESE_NUMBER = r"(?<![第零〇一二两三四五六七八九十百千万亿\d.])[一二两三四五六七八九十百千][零〇一二两三四五六七八九十百千万亿]*(?:点[零〇一二三四五六七八九]+)?"
"""A number in Chinese numerals: 一千二百, 二百三十万五千, 三点五."""

FACTORS = {
    "元": Decimal("0.0001"),
    "百元": Decimal("0.01"),
    "千元": Decimal("0.1"),
    "万元": Decimal(1),
    "百万元": Decimal(100),
    "千万元": Decimal(1000),
    "亿元": Decimal(10000),
    "万": Decimal(1),
    "亿": Decimal(10000),
}
"""Money unit → how many 万元 it is."""

MONEY_UNIT = r"(?:亿元|千万元|百万元|万元|千元|百元|元|亿|万)"

_MOST_DIGITS = 15
"""Digits of a figure, and decimals, at most (`docs/decisions/0006-fifteen-digits.md`)."""
_NOTHING = frozenset({"", "-", "--", "---", "/", "\\", "*", "**", "...", "…", "……", "无数据", "不适用"})
_NONE_STATED = frozenset({"无", "暂无", "没有", "不涉及"})
_DECIMAL = regex(rf"[-+]?{NUMBER}")
_AMOUNT = regex(
    rf"(?P<sign>[-+]?)[¥￥]?(?P<number>{NUMBER}|{CHINESE_NUMBER}(?=[亿万千百]{{0,2}}元))(?P<unit>{MONEY_UNIT})?(?:整|\(人民币\))?"
)
_POINTS = regex(rf"(?P<number>[-+]?{NUMBER})[分%]?")
_RATE = regex(rf"(?P<number>[-+]?{NUMBER})(?P<sign>[%‰])?")
_MONEY_WORDS = "亿元|千万元|百万元|万元|千元|百元|元"
_UNIT_IN = regex(
    rf"(?:单位[:为]?(?:人民币)?|\((?:单位[:为]?|人民币)?)(?P<unit>{_MONEY_WORDS})(?![/人个每])|^[^\d,。;:]{{0,12}}?(?P<tail>{_MONEY_WORDS})$"
)
_CHINESE_NUMBER = regex(CHINESE_NUMBER)
_GROUPED = regex(r"\d{1,3}(,\d{3})+")


def is_nothing(folded: str) -> bool:
    """Whether a cell holds nothing but a sign for "empty": a dash, a slash, an asterisk (`docs/record.md`)."""
    return folded in _NOTHING or not folded.strip("-/\\*_.…·")


def decimal(number: str) -> Decimal | None:
    """A number in digits with or without sign; None for more digits than a figure has (a code)."""
    return _figure(Decimal(number.replace(",", ""))) if _DECIMAL.fullmatch(number) else None


def _figure(value: Decimal) -> Decimal | None:
    """The value, unless it has more digits than a figure has."""
    _, digits, exponent = value.as_tuple()
    return value if len(digits) <= _MOST_DIGITS and int(exponent) >= -_MOST_DIGITS else None


def amount(folded: str, unit: str | None = None) -> Decimal | None:
    """A cell's amount in 万元. `unit`: that of the column, used if the cell names none. 无 is 0, a dash is None."""
    if folded in _NONE_STATED:
        return Decimal(0)
    match = _AMOUNT.fullmatch(folded)
    return in_wan(match["sign"] + match["number"], match["unit"] or unit or "万元") if match else None


def amount_in(unit: str | None) -> Callable[[str], Decimal | None]:
    """The parser of a column of amounts whose header names a unit."""
    return lambda folded: amount(folded, unit)


def in_wan(number: str, unit: str) -> Decimal | None:
    """An amount in 万元, exactly: a number, in digits or Chinese numerals, of a unit of `FACTORS`."""
    value = chinese_number(number) if _CHINESE_NUMBER.fullmatch(number) else decimal(number)
    if value is None:
        return None
    product = value * FACTORS[unit]
    return product.quantize(Decimal(1)) if product == product.to_integral_value() else product.normalize()


def points(folded: str) -> Decimal | None:
    """A weight or score: `10`, `9.5分`."""
    match = _POINTS.fullmatch(folded)
    return decimal(match["number"]) if match else None


def points_pair(folded: str) -> tuple[int, int] | None:
    """Weight and score in one cell (`15/14.2`, under 分值/得分): the offsets at which the weight ends and the score begins."""
    weight, slash, score = folded.partition("/")
    if not slash or points(weight) is None or points(score) is None:
        return None
    return len(weight), len(weight) + 1


def rate(folded: str) -> Decimal | None:
    """A rate in percent: `98.97%`, `5‰`, or `98.97` in a column of rates."""
    match = _RATE.fullmatch(folded)
    number = decimal(match["number"]) if match else None
    return number / 10 if number is not None and match is not None and match["sign"] == "‰" else number


def money_unit(folded: str) -> str | None:
    """The money unit that a header or a line above a table names: `项目资金(元)`, `金额单位:万元`."""
    match = _UNIT_IN.search(folded)
    return (match["unit"] or match["tail"]) if match else None


_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_LONGEST_COUNT = 40
"""Characters."""
COUNT = r"(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,18}(?!\d)|[零〇一二两三四五六七八九十百千]{1,18})"
"""A count of people or offices: digits, with or without thousands separators, or Chinese numerals."""


def count(folded: str) -> Decimal | None:
    """A whole number in digits or Chinese numerals: `28`, `1,086`, `十二`, `廿五`, `二〇`; None for more digits than a figure has."""
    value = _count(folded) if len(folded) <= _LONGEST_COUNT else None
    return None if value is None else _figure(value)


def _count(folded: str) -> Decimal | None:
    if _GROUPED.fullmatch(folded):
        folded = folded.replace(",", "")
    if folded.isdecimal():
        return Decimal(int(folded))
    if folded and all(char in _DIGITS for char in folded):
        return Decimal(int("".join(str(_DIGITS[char]) for char in folded)))
    total = section = digit = 0
    for char in folded:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char == "廿":
            section += 20
        elif char == "万":
            total = (total + section + digit) * 10_000
            section = digit = 0
        elif char in _SCALES:
            section += (digit or 1) * _SCALES[char]
            digit = 0
        else:
            return None
    return Decimal(total + section + digit) if folded else None


def chinese_number(folded: str) -> Decimal | None:
    """A number in Chinese numerals with 万, 亿 and 点: `一千二百`, `二百三十万五千`, `一亿二千万`, `三点五`."""
    integer, _, fraction = folded.partition("点")
    high, hundred_million, low = integer.rpartition("亿")
    parts = [count(part) if part else Decimal(0) for part in (high, low)]
    digits = [_DIGITS.get(char) for char in fraction]
    if None in parts or None in digits or (hundred_million and not high):
        return None
    above, below = (part or Decimal(0) for part in parts)
    return _figure(above * 100_000_000 + below + (Decimal("0." + "".join(map(str, digits))) if digits else 0))
