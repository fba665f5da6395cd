"""Dates in target and result cells: the days that `2022年12月底前`, `第三季度` or `3月至10月` may mean."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple

from selfeval_extract.runtime.pattern_cache import regex

_LONGEST = 40
"""A cell with nothing but a date is short; longer ones would take patterns that look at both ends too long."""

_DAY = regex(
    r"(?:(?:(?P<y>20\d{2})|[当本])?(?P<mark>年度?)|(?P<y2>20\d{2})[./-])?"
    r"(?:(?P<m>1[0-2]|0?[1-9])(?:月份?|[./-](?=\d)))?"
    r"(?:(?P<d>3[01]|[12]\d|0?[1-9])[日号]?)?"
    r"(?P<part>底|末|初|上旬|中旬|下旬|上半年|下半年|第?[一二三四1234]季度[底末]?)?"
)
_MONTH = regex(r"(?P<y>20\d{2})[./-](?P<m>1[0-2]|0?[1-9])")
_WHOLE_YEAR = regex(r"(?:(?P<y>20\d{2})|[当本全])年度?|年度?内")
_INNER = regex(
    r"(?:于|在|截至|截止到?|已于|已|实际|到)*(?P<inner>.{1,24}?)"
    r"(?:之?前|以前|以?内|按时|按期|全部|已|完成|竣工|结束|到位|实施|完工|建成|交付|验收|投入使用|发放|拨付|兑付|下达|上线|通车)*"
)
_SPAN = regex(r"(?P<start>.{1,16})(?:-|—|~|至|到)+(?P<end>.{1,16})")
_YEAR = regex(r"20\d{2}(?=年)")
_QUARTERS = {c: n for n, c in enumerate("一二三四1234")}
_THIRDS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (21, 31), "末": (21, 31)}


class Days(NamedTuple):
    """The first and the last day that a date may mean."""

    first: datetime.date
    last: datetime.date


def days(folded: str, year: int | None) -> Days | None:
    """The days of a cell that holds nothing but a date, None for any other; `year`: that of dates without one. Of a period its end
    counts."""
    inner = _INNER.fullmatch(folded) if len(folded) <= _LONGEST else None
    if inner is None:
        return None
    return _one_date(inner["inner"], year) or _end_of_span(inner["inner"], year)


def _end_of_span(inner: str, year: int | None) -> Days | None:
    span = _SPAN.fullmatch(inner)
    if span is None or not re.search("[年月]", inner):
        return None
    start_year = _YEAR.search(span["start"])
    return _one_date(span["end"], int(start_year[0]) if start_year else year)


def _one_date(inner: str, year: int | None) -> Days | None:
    whole_year = _WHOLE_YEAR.fullmatch(inner)
    if whole_year:
        in_year = int(whole_year["y"] or year or 0)
        return _between(in_year, 1, 1, 12, 31) if in_year else None
    month = _MONTH.fullmatch(inner)
    if month:
        return _between(int(month["y"]), int(month["m"]), 1, int(month["m"]), 31)
    match = _DAY.fullmatch(inner)
    if match is None:
        return None
    in_year = int(match["y"] or match["y2"] or year or 0)
    if not in_year or not _is_date(inner, match):
        return None
    part = match["part"] or ""
    first, last = _months(match["m"], part)
    first_day, last_day = (int(match["d"]), int(match["d"])) if match["d"] else _THIRDS.get(part, (1, 31))
    return _between(in_year, first, first_day, last, last_day)


def _is_date(inner: str, match: re.Match[str]) -> bool:
    """Whether it is a date, not a number that only looks like one: 5.1, 12."""
    part = match["part"] or ""
    if part in _THIRDS:
        return bool(match["m"] or match["mark"]) and not match["d"]
    if match["d"] and not match["m"]:
        return False
    return bool(part or (match["m"] and ("月" in inner or match["y"] or match["y2"])))


def _months(month: str | None, part: str) -> tuple[int, int]:
    if month:
        return int(month), int(month)
    if part in ("上半年", "下半年"):
        return (1, 6) if part == "上半年" else (7, 12)
    if "季度" in part:
        quarter = _QUARTERS[part[part.index("季") - 1]] % 4
        return quarter * 3 + 1, quarter * 3 + 3
    return (1, 1) if part in ("初", "上旬") else (12, 12)


def _between(year: int, month1: int, day1: int, month2: int, day2: int) -> Days:
    ends = (calendar.monthrange(year, month)[1] for month in (month1, month2))
    return Days(datetime.date(year, month1, min(day1, next(ends))), datetime.date(year, month2, min(day2, next(ends))))
