"""Budget years in titles and lines."""

from __future__ import annotations

from typing import NamedTuple

from selfeval_extract.runtime.pattern_cache import regex

_YEARS = (
    regex(r"(?P<year>(?:19|20)\d{2})年?度"),
    regex(r"(?P<year>(?:19|20)\d{2})年(?!\d{1,2}月\d)"),
    regex(r"(?<!\d)(?P<year>20\d{2})(?!\d)"),
)
_YEAR_OR_DATE = regex(r"(20\d\d)年")
_YEAR_ALONE = regex(r"(20\d\d)年(?!\d)")
_CHINESE = regex(r"二[〇零○O0]([〇零○O0一二三四五六七八九])([〇零○O0一二三四五六七八九])年")
_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "O": "0", "0": "0"}


class Year(NamedTuple):
    """A year, and from where to where it stands in the folded text."""

    year: int
    start: int
    end: int


def year_in(folded: str) -> Year | None:
    """The budget year that a folded text names. 2022年度 goes before 2022年, that before a bare 2022, that before 二〇二二年."""
    for pattern in _YEARS:
        match = pattern.search(folded)
        if match:
            return Year(int(match["year"]), match.start(), match.end())
    match = _CHINESE.search(folded)
    return Year(int("20" + _DIGITS[match[1]] + _DIGITS[match[2]]), match.start(), match.end()) if match else None


def last_year(folded: str, dates: bool = True) -> int | None:
    """The last year that folded words name in digits. `dates`: the years of dates (2023年12月) count, too."""
    years = (_YEAR_OR_DATE if dates else _YEAR_ALONE).findall(folded)
    return int(years[-1]) if years else None
