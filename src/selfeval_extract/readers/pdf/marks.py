"""The marks on a page that the reader works with: characters, ruling lines and filled areas.

All coordinates are points in the *upright* frame of a page: y grows downwards and the text runs from left to right.
For nearly all pages that is the page as seen; on pages that are printed sideways it is the page turned.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload

from selfeval_extract.document import Box, PagePiece, Text

Char = tuple[float, float, float, float, str]
"""Left edge, base line, right edge, font size, character."""

Ruling = tuple[float, float, float]
"""A horizontal (y, left, right) or vertical (x, top, bottom) line."""

ASCENT, DESCENT = 0.88, 0.2
"""How far a character's box reaches above and below its base line, in font sizes."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's size as seen and how its text is turned against it (quarter turns, counter-clockwise)."""

    page: int
    width: float
    height: float
    turn: int = 0

    @property
    def upright(self) -> tuple[float, float]:
        """Width and height in the upright frame."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)

    def box(self, x0: float, base: float, x1: float, size: float) -> Box:
        """The box of a character on the page as seen, cut at the page's edges."""
        box = self.seen((x0, base - ASCENT * size, x1, base + DESCENT * size))
        left, top = min(max(box[0], 0.0), self.width - 0.5), min(max(box[1], 0.0), self.height - 0.5)
        return (left, top, max(left + 0.5, min(box[2], self.width)), max(top + 0.5, min(box[3], self.height)))

    def seen(self, box: Box) -> Box:
        """A box of the upright frame on the page as seen."""
        x0, top, x1, bottom = box
        if self.turn == 1:  # the text climbs: upright x runs up the page
            return (top, self.height - x1, bottom, self.height - x0)
        if self.turn == 2:
            return (self.width - x1, self.height - bottom, self.width - x0, self.height - top)
        if self.turn == 3:
            return (self.width - bottom, x0, self.width - top, x1)
        return box


class CharBoxes(Sequence[Box]):
    """The boxes of a line's characters, made only when somebody asks: most lines are never quoted.

    Kept as bare numbers, four a character, for a document of a thousand pages keeps all of them.
    """

    __slots__ = ("_frame", "_marks")

    def __init__(self, marks: array[float], frame: Frame) -> None:
        self._marks = marks
        self._frame = frame

    @classmethod
    def of(cls, chars: Iterable[Char], frame: Frame) -> CharBoxes:
        """The boxes of characters."""
        return cls(array("d", [number for char in chars for number in char[:4]]), frame)

    def chars(self, text: str) -> list[Char]:
        """The characters again, given the text they print."""
        marks = self._marks
        return list(zip(marks[0::4], marks[1::4], marks[2::4], marks[3::4], text, strict=True))

    def right(self, at: int) -> float:
        """The right edge of a character in the upright frame."""
        return self._marks[4 * at + 2]

    def __len__(self) -> int:
        return len(self._marks) // 4

    @overload
    def __getitem__(self, at: int) -> Box: ...
    @overload
    def __getitem__(self, at: slice) -> CharBoxes: ...
    def __getitem__(self, at: int | slice) -> Box | CharBoxes:
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            if step != 1:
                raise ValueError("boxes are taken one after the other")
            return CharBoxes(self._marks[4 * start : 4 * stop], self._frame)
        start = 4 * range(len(self))[at]
        x0, base, x1, size = self._marks[start : start + 4]
        return self._frame.box(x0, base, x1, size)


@dataclass(slots=True)
class Line:
    """Characters on one base line from left to right, outer blanks cut off; one of `text` for each of `boxes`.

    `broken_blank`: a blank stood behind the last character, so a word ends here.
    """

    frame: Frame
    boxes: CharBoxes
    text: str
    x0: float
    x1: float
    base: float
    size: float
    broken_blank: bool = False

    @property
    def chars(self) -> list[Char]:
        """Its characters, made anew each time: few lines are asked, and a thousand pages have many."""
        return self.boxes.chars(self.text)

    @property
    def page(self) -> int:
        """Page number from 1."""
        return self.frame.page

    @property
    def top(self) -> float:
        """Upper edge of the tallest usual character."""
        return self.base - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.base + DESCENT * self.size

    def to_text(self) -> Text:
        """The line as printed text with its places."""
        n = len(self.text)
        return Text(self.text, (PagePiece(0, n, self.frame.page, self.boxes),))


@dataclass(slots=True)
class PageMarks:
    """What one page holds, before any layout is understood.

    `unread`: there are text runs but no characters came out of them; `raster`: a picture covers much of the
    page; `slanted`: how many characters run another way than the rest and were left out.
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
