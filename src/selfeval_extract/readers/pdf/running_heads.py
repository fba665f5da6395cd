"""Running heads, feet and page numbers, told from the body by place and repetition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.layout import PageLayout, PageTable
from selfeval_extract.readers.pdf.lines import squeezed
from selfeval_extract.readers.pdf.marks import Line
from selfeval_extract.runtime.pattern_cache import regex

_DASHES = r"[-–—－─━~·・.]*"
_PAGE_NUMBER = regex(
    rf"{_DASHES}\d{{1,4}}{_DASHES}"
    r"|第?\d{1,4}页?[/／,，]?(?:共|of)?\d{1,4}页?|第\d{1,4}页|[-–—]?[ivxIVX]{1,6}[-–—]?"
    r"|第[一二三四五六七八九十百]+页(?:[/／,，]?共[一二三四五六七八九十百]+页)?|[Pp]age\d{1,4}(?:of\d{1,4})?"
)
_OF_A_FORM = regex(r"^附[件表录]|[：:]")
"""Attachment marks and filled-in labels belong to a form even if each form on its page has the same."""
_BARE = regex(r"\d+|[ivxIVX]+")
_DIGITS = regex(r"\d+")


def without_running_heads(pages: Sequence[PageLayout]) -> tuple[list[PageLayout], list[Line]]:
    """The pages without their running heads, feet and page numbers, and these in page order."""
    edges = [_edge_lines(page) for page in pages]
    repeated = _repeated(line for sides in edges for lines in sides for line in lines)
    kept, heads = [], []
    for page, sides in zip(pages, edges, strict=True):
        taken = {id(line): line for lines in sides for line in _heads(lines, page, repeated)}
        kept.append(page.without(taken.values()))
        heads += sorted(taken.values(), key=lambda line: line.baseline)
    return kept, heads


def _heads(lines: Iterable[Line], page: PageLayout, repeated: set[int]) -> Iterator[Line]:
    """Of the lines at one edge of a page those that are heads or numbers: nothing of the body stands outside them."""
    return takewhile(lambda line: id(line) in repeated or _is_page_number(line, page), lines)


def _edge_lines(page: PageLayout) -> list[list[Line]]:
    """The lines near the upper and near the lower edge, from the edge inwards, up to the first table."""
    items = page.items()
    height = page.frame.upright[1]
    reach = max(tuning.HEAD_SHARE * height, tuning.HEAD_POINTS)

    def near(item: Line | PageTable) -> bool:
        return isinstance(item, Line) and not reach <= item.baseline <= height - reach

    sides = (takewhile(near, side[: tuning.HEAD_LINES]) for side in (items, items[::-1]))
    return [[item for item in side if isinstance(item, Line)] for side in sides]


def _repeated(lines: Iterable[Line]) -> set[int]:
    """Lines (by identity) in small print that stand at the same height with the same words on another page."""
    alike: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.size <= tuning.HEAD_SIZE and not _OF_A_FORM.search(line.text):
            alike[_DIGITS.sub("0", squeezed([line]))].append(line)
    return {
        id(a)
        for group in alike.values()
        for a in group
        if any(b.page != a.page and abs(a.baseline - b.baseline) <= tuning.SAME_PLACE for b in group)
    }


def _is_page_number(line: Line, page: PageLayout) -> bool:
    """A lone number at the page's edge; a bare one only if it stands clear of the text."""
    text = squeezed([line])
    if not _PAGE_NUMBER.fullmatch(text):
        return False
    if not _BARE.fullmatch(text):
        return True
    gaps = (max(item.top - line.bottom, line.top - item.bottom) for item in page.items() if item is not line)
    return min(gaps, default=line.size) > tuning.CLEAR_OF_TEXT * line.size
