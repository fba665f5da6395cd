"""List numbers of Chinese reports, with their usual damage: 一、 （一） 1． （1） ⑴ ① 1.2 第一部分; `8、` for 八、, `）` for （一）.

One grammar for readers (where a paragraph begins), structure (headings, labels), extraction (list items) and checks (numbers in
order). Input is folded text (`document.fold`), in which ㈠ is already (一) and full-width marks are half-width.
"""

from __future__ import annotations

import unicodedata
from typing import Literal, NamedTuple

from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import count

Style = Literal["part", "chinese", "bracketed_chinese", "decimal", "digit", "bracketed_digit", "circled", "lost"]

NUMERALS = "一二三四五六七八九十"
_CHINESE = f"{NUMERALS}百〇零"
_BRACKETED_SIGN, _DOTTED_SIGN, _CIRCLED_SIGN = "⑴-⒇", "⒈-⒛", "①-⑳❶-❿"
_STYLES: tuple[tuple[Style, str], ...] = (
    ("part", rf"第[{_CHINESE}\d]+(?:部分|章|篇)[、.:]?"),
    ("chinese", rf"[{_CHINESE}]{{1,3}}(?:[、.,:](?!\d)|、(?=20\d\d年))"),
    ("bracketed_chinese", rf"[(\[]?[{_CHINESE}]{{1,3}}[)\]]、?|[(\[][{_CHINESE}]{{1,3}}[)\]、]"),
    ("decimal", r"\d{1,2}(?:\.\d{1,2}){1,3}[.、]?(?![\d%万亿元年月])"),
    ("digit", rf"\d{{1,2}}[、.)](?:(?!\d)|(?=20\d\d年))|\d{{1,2}}(?:、(?=\d{{3}})|,(?=[^\d]))|[{_DOTTED_SIGN}]"),
    ("bracketed_digit", rf"\(\d{{1,2}}\)[、.]?|[{_BRACKETED_SIGN}]"),
    ("circled", rf"[{_CIRCLED_SIGN}]"),
    ("lost", r"[)、.](?=\S)"),
)
_PATTERNS = tuple((style, regex(pattern)) for style, pattern in _STYLES)
_MAY_BEGIN = regex(rf"[第\d{_CHINESE}(\[)、.{_BRACKETED_SIGN}{_DOTTED_SIGN}{_CIRCLED_SIGN}]")
"""What a list number may begin with: most texts need no closer look."""
_COUNTS = regex(rf"\d+|[{_CHINESE}]+")
_LONGEST = 16
"""Characters at the head of a printed line among which a list number has to end."""

DEPTHS: dict[Style, int] = {
    "part": 0,
    "chinese": 1,
    "bracketed_chinese": 2,
    "decimal": 2,
    "digit": 3,
    "bracketed_digit": 4,
    "circled": 5,
    "lost": 2,
}
"""Style → the depth it usually has in a report's outline."""

ORDINAL_POINT = regex(
    rf"(?:^|(?<=[。;,:!?)\"])|(?<=今后)|(?<=下一步))(?:[{NUMERALS}]{{1,2}}(?:是要?|要|为(?![了民]))(?:[、,:])?|第[{NUMERALS}](?:[,、是]|个(?:方面)?)|其[{NUMERALS}][,、是]?|(?:首先|其次|再次|再者|最后)(?:是|,))"
)
"""A point of a list in running text that words announce: 一是, 二要, 第三, 其四."""
INLINE_NUMBER = regex(
    rf"(?:^|(?<=[。;:!?\"]))(?:[{_CIRCLED_SIGN}{_BRACKETED_SIGN}{_DOTTED_SIGN}]|\(\d{{1,2}}\)|\d{{1,2}}[.、)](?:(?!\d)|(?=20\d\d年|\d{{1,3}}[个名家项人处条件户台次]))"
    rf"|\([{NUMERALS}]{{1,2}}\)|[{NUMERALS}]{{1,2}}、)|(?<=,)(?:[{_CIRCLED_SIGN}{_BRACKETED_SIGN}]|\(\d{{1,2}}\))"
)
"""A list number in running text: behind the end of a sentence or clause."""
_OTHER_BEGINNING = regex(rf"第[{NUMERALS}]+[节条]|\(\d+年度?\)|附件|附:|备?注:")
"""What else begins a paragraph: 第二节, （2023年度）, 附件, 注：."""


class ListNumber(NamedTuple):
    """A list number at the head of a text: its style, its folded characters, and where the text behind it begins (folded).
    `automatic`: Word made it, so that it stands nowhere in the text."""

    style: Style
    printed: str
    end: int
    automatic: bool = False

    @property
    def value(self) -> int:
        """The number itself (the last one of 1.2), 0 if it is lost."""
        if len(self.printed) == 1 and not self.printed.isdecimal():
            return int(unicodedata.numeric(self.printed, 0))
        found = _COUNTS.findall(unicodedata.normalize("NFKC", self.printed))
        number = count(found[-1]) if found else None
        return int(number) if number is not None else 0


def list_number(folded: str) -> ListNumber | None:
    """The list number that a folded text begins with; None if it begins with none."""
    if not _MAY_BEGIN.match(folded):
        return None
    for style, pattern in _PATTERNS:
        match = pattern.match(folded)
        if match:
            return ListNumber(style, match[0], match.end())
    return None


def bare_list_number(shown: str) -> ListNumber | None:
    """A list number without text, and perhaps without its mark, as the record's outline shows it: `一`, `（一）`, `1`, `1.2`."""
    folded = folded_text(shown).strip("、.,: ")
    number = (list_number(f"{folded}、") or list_number(f"{folded})")) if folded else None
    return number if number is not None and number.end >= len(folded) else None


def is_list_number(printed: str) -> bool:
    """Whether a printed text is a list number and nothing else; its closing bracket may be missing: `（1`. 1.2 may be an
    amount and is none."""
    folded = folded_text(printed)
    number = list_number(folded) or (list_number(f"{folded})") if folded.startswith("(") else None)
    return number is not None and number.style not in ("lost", "decimal") and number.end >= len(folded)


def begins_paragraph(printed: str) -> bool:
    """Whether a printed line begins as only a paragraph does: with a list number, 附件, 注：, （2023年度）. 1.2 may be an amount
    that a line's end cut off from its sentence."""
    folded = folded_text(printed[:_LONGEST])
    number = list_number(folded)
    return (number is not None and number.style not in ("lost", "decimal")) or _OTHER_BEGINNING.match(
        folded
    ) is not None


def without_list_numbers(folded: str) -> str:
    """A folded text without the list numbers before it. What may be something else stays: 1.2, a bracket without its number."""
    while (number := list_number(folded)) is not None and number.style not in ("lost", "decimal"):
        folded = folded[number.end :]
    return folded
