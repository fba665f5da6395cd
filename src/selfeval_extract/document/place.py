"""Where a text stands in a file: a line, a block or a rectangle on a page, whichever the format has.

What a person counts (lines, pages, blocks, rows, columns) counts from 1; offsets of characters count from 0.
"""

from __future__ import annotations

from typing import NamedTuple

Span = tuple[int, int]
"""Offsets of the first character and of the one behind the last."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's top left corner."""


class LinePlace(NamedTuple):
    """A stretch of a line of a text file; `span` counts characters of the decoded line."""

    line: int
    span: Span

    def joined(self, other: Place) -> Place | None:
        """The stretch that covers both; None where they are of different lines or characters stand between them."""
        if isinstance(other, LinePlace) and other.line == self.line and other.span[0] <= self.span[1]:
            return LinePlace(self.line, (min(self.span[0], other.span[0]), max(self.span[1], other.span[1])))
        return None


class BlockPlace(NamedTuple):
    """A paragraph of a file without fixed lines and pages (Word), or a cell of a table (then row and column are set).

    `block`: the number of the paragraph or table in `part`, in reading order and content controls included. `row`,
    `column`: the upper left corner of the cell in the table's grid. A text box counts as the block it is anchored in, a
    nested table as the cell that holds it. `part`: `body`, `footnotes`, `endnotes`, or the part of a page header or
    footer (`header1`).
    """

    block: int
    row: int | None = None
    column: int | None = None
    part: str = "body"

    def joined(self, other: Place) -> Place | None:
        """The place itself if both are the same; two blocks have no common place."""
        return self if other == self else None


class PagePlace(NamedTuple):
    """A rectangle on a PDF page."""

    page: int
    bbox: Box

    def joined(self, other: Place) -> Place | None:
        """The smallest rectangle around both; None if they are on different pages."""
        if isinstance(other, PagePlace) and other.page == self.page:
            a, b = self.bbox, other.bbox
            return PagePlace(self.page, (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])))
        return None


Place = LinePlace | BlockPlace | PagePlace
