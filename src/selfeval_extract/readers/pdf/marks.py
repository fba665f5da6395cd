"""What is printed on a page: characters, lines of them, drawn lines and filled areas.

All coordinates are points in the *upright* frame of a page: x from its left, y from its top downwards, and the text runs
from left to right. For nearly all pages that is the page as seen; of pages that are printed sideways it is the page turned.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import NamedTuple

from selfeval_extract.document import Box
from selfeval_extract.readers.pdf import tuning

Char = tuple[float, float, float, float, str]
"""Left edge, baseline, right edge, font size, character. A plain tuple: a page has thousands."""

Floats = Sequence[float]
Ruling = tuple[float, float, float]
"""A horizontal (y, left, right) or vertical (x, top, bottom) line."""


class Frame(NamedTuple):
    """A page: its number from 1, its size as seen, and the quarter turns (counter-clockwise) of its text against that."""

    page: int
    width: float
    height: float
    turn: int = 0

    @property
    def upright(self) -> tuple[float, float]:
        """Width and height in the upright frame."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)

    def around(self, low: Box, high: Box) -> Box:
        """The box on the page as seen around boxes of the upright frame, each cut at the page's edges and never empty.

        `low` and `high` are the lowest and the highest of all their coordinates.
        """
        if self.turn:
            a, b = self.seen(low), self.seen(high)
            low, high = _each(min, a, b), _each(max, a, b)
        right, bottom = self.width, self.height
        return (
            _within(low[0], right - 0.5),
            _within(low[1], bottom - 0.5),
            max(_within(high[0], right - 0.5) + 0.5, min(high[2], right)),
            max(_within(high[1], bottom - 0.5) + 0.5, min(high[3], bottom)),
        )

    def seen(self, box: Box) -> Box:
        """A box of the upright frame on the page as seen."""
        left, top, right, bottom = box
        wide, high = self.width, self.height
        climbing = (top, high - right, bottom, high - left)  # upright x runs up the page
        upside_down = (wide - right, high - bottom, wide - left, high - top)
        falling = (wide - bottom, left, wide - top, right)
        return (box, climbing, upside_down, falling)[self.turn]


def _within(at: float, end: float) -> float:
    return end if at > end else at if at > 0.0 else 0.0


def _each(chosen: Callable[[float, float], float], a: Box, b: Box) -> Box:
    return chosen(a[0], b[0]), chosen(a[1], b[1]), chosen(a[2], b[2]), chosen(a[3], b[3])


class CharBoxes:
    """Where a line's characters stand. Boxes are made when a value is quoted; most lines never are.

    Kept as bare numbers, because a document keeps the lines of all its pages: all left edges, then all baselines, right
    edges and font sizes.
    """

    __slots__ = ("_frame", "_marks")

    def __init__(self, lefts: Floats, baselines: Floats, rights: Floats, sizes: Floats, frame: Frame) -> None:
        self._marks = array("d", (*lefts, *baselines, *rights, *sizes))
        self._frame = frame

    def columns(self, start: int = 0, end: int | None = None) -> list[array[float]]:
        """Left edges, baselines, right edges and font sizes of the characters from `start` to `end`."""
        n = len(self._marks) // 4
        stop = n if end is None else end
        return [self._marks[k + start : k + stop] for k in (0, n, 2 * n, 3 * n)]

    def around(self, start: int, end: int) -> Box:
        """The smallest box on the page as seen that holds those of the characters from `start` to `end`."""
        lefts, baselines, rights, sizes = self.columns(start, end)
        tops = [baseline - tuning.ASCENT * size for baseline, size in zip(baselines, sizes, strict=True)]
        bottoms = [baseline + tuning.DESCENT * size for baseline, size in zip(baselines, sizes, strict=True)]
        low = (lefts[0], min(tops), min(rights), min(bottoms))
        return self._frame.around(low, (lefts[-1], max(tops), max(rights), max(bottoms)))

    def part(self, start: int, end: int) -> CharBoxes:
        """The boxes of the characters from `start` to `end`."""
        lefts, baselines, rights, sizes = self.columns(start, end)
        return CharBoxes(lefts, baselines, rights, sizes, self._frame)


class Line(NamedTuple):
    """Characters on one baseline from left to right, outer blanks cut off; one of `text` for each of `boxes`.

    `size` is its usual font size. `ends_word`: a blank stood behind the last character.
    """

    frame: Frame
    boxes: CharBoxes
    text: str
    left: float
    right: float
    baseline: float
    size: float
    ends_word: bool = False

    @property
    def chars(self) -> list[Char]:
        """Its characters, made anew each time: few lines are asked, and a thousand pages have many."""
        return list(zip(*self.boxes.columns(), self.text, strict=True))

    @property
    def page(self) -> int:
        """Page number from 1."""
        return self.frame.page

    @property
    def top(self) -> float:
        """Upper edge of the tallest usual character."""
        return self.baseline - tuning.ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.baseline + tuning.DESCENT * self.size


class PageMarks(NamedTuple):
    """What is printed on one page. Nobody changes the lists.

    `chars` in the file's order; `horizontal`, `vertical` and `areas` as drawn: pieces of lines, and filled boxes.
    `unmapped` counts characters whose font does not say which they are, `slanted` those left out because they run another
    way than the rest. `raster`: a picture covers much of the page. `unread`: there is text that pdfium could not decode.
    """

    frame: Frame
    chars: list[Char]
    horizontal: list[Ruling]
    vertical: list[Ruling]
    areas: list[Box]
    unmapped: int = 0
    raster: bool = False
    unread: bool = False
    slanted: int = 0
