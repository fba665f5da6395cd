"""Where a text stands in a file: one type of place per format.

Everything a person counts is counted from 1 (lines, pages, blocks, rows, columns); character spans are offsets from 0.
"""

from __future__ import annotations

from typing import NamedTuple

Span = tuple[int, int]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's top left corner."""


class LinePlace(NamedTuple):
    """A stretch of one line of a text file, in characters of the decoded line."""

    line: int
    span: Span

    def joined(self, other: Place) -> Place | None:
        """The one place that covers both, or None where the format has none."""
        if isinstance(other, LinePlace) and other.line == self.line and other.span[0] <= self.span[1]:
            return LinePlace(self.line, (min(self.span[0], other.span[0]), max(self.span[1], other.span[1])))
        return None


class BlockPlace(NamedTuple):
    """A block of a Word document's body: a paragraph, or a cell of a table (row and column set).

    Blocks are the paragraphs and tables of `part` in reading order, those in content controls included. Row and
    column are those of the cell's upper left corner in the table's grid. A text box belongs to the block it is
    anchored in, a nested table to the cell that holds it.
    """

    block: int
    row: int | None = None
    column: int | None = None
    part: str = "body"

    def joined(self, other: Place) -> Place | None:
        """The same place again; two different blocks have no common one."""
        return self if other == self else None


class PagePlace(NamedTuple):
    """A rectangle on a PDF page."""

    page: int
    bbox: Box

    def joined(self, other: Place) -> Place | None:
        """The smallest rectangle around both, if they are on one page."""
        if isinstance(other, PagePlace) and other.page == self.page:
            a, b = self.bbox, other.bbox
            return PagePlace(self.page, (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])))
        return None


Place = LinePlace | BlockPlace | PagePlace
