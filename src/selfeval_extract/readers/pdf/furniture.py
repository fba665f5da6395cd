"""Running heads, feet and page numbers, told from the body by place and repetition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

from selfeval_extract.readers.pdf.layout import PageLayout
from selfeval_extract.readers.pdf.marks import Frame, Line
from selfeval_extract.runtime.pattern_cache import regex

ZONE_SHARE, ZONE_POINTS = 0.11, 85.0
"""How far from the page's edge furniture stands, whichever is more."""
DEEP = 3
"""At most this many lines at each edge."""
SAME_HEIGHT = 3.0
RUNNING_SIZE = 10.6
"""Running heads are set in small print; a form's title at the top of several pages is not."""

_DASHES = r"[-–—－─━~·・.]*"
_PAGE_NUMBER = regex(
    rf"{_DASHES}\d{{1,4}}{_DASHES}"
    r"|第?\d{1,4}页?[/／,，]?(?:共|of)?\d{1,4}页?|第\d{1,4}页|[-–—]?[ivxIVX]{1,6}[-–—]?"
    r"|第[一二三四五六七八九十百]+页(?:[/／,，]?共[一二三四五六七八九十百]+页)?|[Pp]age\d{1,4}(?:of\d{1,4})?"
)
_OWN = regex(r"^附[件表录]|[：:]")
"""Attachment marks and filled-in labels belong to a form even if each form on its page has the same."""
_BARE = regex(r"\d+|[ivxIVX]+")
_DIGITS = regex(r"\d+")


def take_furniture(pages: Sequence[PageLayout]) -> list[Line]:
    """Take the furniture out of the pages' lines and return it in page order."""
    edges = [_edge_lines(page) for page in pages]
    repeated = _repeated([line for sides in edges for lines in sides for line in lines])
    taken: list[Line] = []
    for page, sides in zip(pages, edges, strict=True):
        gone = {id(line): line for lines in sides for line in _furniture(page, lines, repeated)}
        if gone:
            page.lines = [line for line in page.lines if id(line) not in gone]
            taken.extend(sorted(gone.values(), key=lambda line: line.base))
    return taken


def _edge_lines(page: PageLayout) -> list[list[Line]]:
    """The lines in the top and in the bottom zone, from the edge inwards, up to the first table."""
    items = page.items()
    sides: list[list[Line]] = []
    for side in (items, items[::-1]):
        found: list[Line] = []
        for item in side[:DEEP]:
            if not isinstance(item, Line) or not in_zone(item, page.frame):
                break
            found.append(item)
        sides.append(found)
    return sides


def in_zone(line: Line, frame: Frame) -> bool:
    """Does the line stand near the page's upper or lower edge?"""
    height = frame.upright[1]
    zone = max(ZONE_SHARE * height, ZONE_POINTS)
    return line.base < zone or line.base > height - zone


def _key(line: Line) -> str:
    return _DIGITS.sub("0", "".join(line.text.split()))


def _repeated(lines: list[Line]) -> set[int]:
    """Lines (by identity) in small print that stand at the same height with the same words on another page."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.size <= RUNNING_SIZE and not _OWN.search(line.text):
            groups[_key(line)].append(line)
    return {
        id(a)
        for group in groups.values()
        for a in group
        if any(b.page != a.page and abs(a.base - b.base) <= SAME_HEIGHT for b in group)
    }


def _furniture(page: PageLayout, lines: list[Line], repeated: set[int]) -> list[Line]:
    """Of the lines at one edge of a page those that are furniture: nothing of the body stands outside them."""
    return list(takewhile(lambda line: id(line) in repeated or is_page_number(line, page), lines))


def is_page_number(line: Line, page: PageLayout) -> bool:
    """A lone number at the page's edge; a bare one only if it stands clear of the text."""
    text = "".join(line.text.split())
    if not _PAGE_NUMBER.fullmatch(text):
        return False
    if not _BARE.fullmatch(text):
        return True
    others = [item for item in page.items() if item is not line]
    gaps = [max(item.top - line.bottom, line.top - item.bottom) for item in others]
    return min(gaps, default=line.size) > 0.75 * line.size
