"""What a person reads in a quote: numbers with their money units, Chinese numerals, signs; and whether that is the value.

Written apart from the package's own parsers, and more lenient than they are: it lists all readings of a quote.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from rereading import bare

WAN = {
    "亿元": Decimal(10000),
    "千万元": Decimal(1000),
    "百万元": Decimal(100),
    "万元": Decimal(1),
    "千元": Decimal("0.1"),
    "百元": Decimal("0.01"),
    "元": Decimal("0.0001"),
    "亿": Decimal(10000),
    "万": Decimal(1),
}
"""Money unit → how many 万元 it is."""
SIGN_WORDS = {
    ">=": [
        "≥",
        "≧",
        "⩾",
        ">=",
        "=>",
        "以上",
        "不低于",
        "不少于",
        "不小于",
        "至少",
        "大于等于",
        "大于或等于",
        "高于等于",
        "不得低于",
        "不得少于",
    ],
    "<=": [
        "≤",
        "≦",
        "⩽",
        "<=",
        "=<",
        "以下",
        "以内",
        "之内",
        "不超过",
        "不高于",
        "不大于",
        "不多于",
        "小于等于",
        "小于或等于",
        "低于等于",
        "不得超过",
        "不得高于",
        "至多",
        "控制在",
    ],
    ">": [">", "大于", "高于", "超过", "多于"],
    "<": ["<", "小于", "低于", "少于"],
    "=": ["=", "等于"],
}
NONE = re.compile("无|没有|不涉及|不存在|未|为零")
"""Words by which a report says that there is nothing."""

_UNIT = re.compile("|".join(sorted(WAN, key=len, reverse=True)))
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?")
_NUMERAL = re.compile("[零〇一二两三四五六七八九十百千廿]+")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000}


def plain(quote: str) -> str:
    """A quote in half-width characters without blanks, a full stop between digits as a decimal point."""
    return re.sub(r"(?<=\d)。(?=\d)", ".", bare(unicodedata.normalize("NFKC", quote)))


def numbers(quote: str) -> set[Decimal]:
    """Every number of a quote, as printed."""
    text = plain(quote)
    return {_decimal(m[0]) for m in _NUMBER.finditer(text)} | {*_numerals(text)} | _nothing(text)


def printed_numbers(quote: str) -> int:
    """How many numbers in digits a quote has."""
    return len(_NUMBER.findall(plain(quote)))


def amounts(quote: str) -> set[Decimal]:
    """Every amount of a quote in 万元; a number without a money unit in every unit that a column may have."""
    text = plain(quote)
    found = _nothing(text)
    for match in _NUMBER.finditer(text):
        unit = _UNIT.match(text, match.end())
        factors = [WAN[unit[0]]] if unit else set(WAN.values())
        found |= {_decimal(match[0]) * factor for factor in factors}
    for match in _NUMERAL.finditer(text):
        unit = _UNIT.match(text, match.end())
        if unit:
            found |= {number * WAN[unit[0]] for number in _numerals(match[0])}
    return found


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _nothing(text: str) -> set[Decimal]:
    return {Decimal(0)} if NONE.search(text) else set()


def _numerals(text: str) -> Iterator[Decimal]:
    for match in _NUMERAL.finditer(text):
        total = digit = 0
        for char in match[0].replace("廿", "二十"):
            if char in _DIGITS:
                digit = _DIGITS[char]
            else:
                total, digit = total + (digit or 1) * _SCALES[char], 0
        yield Decimal(total + digit)
        if all(char in _DIGITS for char in match[0]):  # 二〇二三
            yield Decimal("".join(str(_DIGITS[char]) for char in match[0]))
