"""Tables of a text that keeps a page's layout (pdftotext -layout): lines → a page of marks → the columns that white tells.

A place in the text becomes a place on a page, one column a character, so that forms without rules are read as in a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.document import Block, LinePiece, Paragraph, Piece, Table, Text
from selfeval_extract.readers.pdf.borderless import find_borderless
from selfeval_extract.readers.pdf.forms import find_forms
from selfeval_extract.readers.pdf.joining import joined
from selfeval_extract.readers.pdf.layout import PageLayout, PageTable
from selfeval_extract.readers.pdf.lines import lines_of
from selfeval_extract.readers.pdf.marks import Char, CharBoxes, Frame
from selfeval_extract.readers.pdf.prose import paragraph_text

_EM = 10.0
_PITCH = 1.3 * _EM
_MARGIN = 2 * _EM

Printed = tuple[int, str]
"""A line's number and its text."""


def laid_blocks(lines: Sequence[Printed]) -> list[Block]:
    """The tables that lines make, and lines outside them as paragraphs; empty if they make no table."""
    width = max((len(text) for _, text in lines), default=0)
    frame = Frame(1, _MARGIN * 2 + width * _EM, _MARGIN * 2 + len(lines) * _PITCH)
    chars = [char for row, (_, text) in enumerate(lines) for char in _chars(row, text)]
    page = PageLayout(frame, lines_of(chars, frame), [], [])
    find_forms(page)
    find_borderless(page)
    if not page.tables:
        return []
    return [
        _table(item, lines) if isinstance(item, PageTable) else Paragraph(_placed(paragraph_text([item]), lines))
        for item in page.items()
    ]


def _chars(row: int, text: str) -> Iterator[Char]:
    """The line's characters where they stand; one blank between two is no white: converters set it beside numbers."""
    for column, char in enumerate(text):
        if not char.isspace():
            alone = text[column + 1 : column + 2] == " " and text[column + 2 : column + 3].strip()
            left = _MARGIN + column * _EM
            yield (left, _MARGIN + row * _PITCH, left + _EM * (2 if alone else 1), _EM, char)


def _table(table: PageTable, lines: Sequence[Printed]) -> Table:
    made = joined([table])
    cells = tuple(
        type(cell)(cell.row, cell.column, cell.rowspan, cell.colspan, _placed(cell.text, lines), cell.resumes)
        for cell in made.cells
    )
    return Table(cells)


def _placed(text: Text, lines: Sequence[Printed]) -> Text:
    """The text with its places in the file instead of those on the page."""
    return Text(text.string, [piece for old in text.pieces for piece in _in_lines(old, lines)])


def _in_lines(old: Piece, lines: Sequence[Printed]) -> Iterator[Piece]:
    """A page's piece as stretches of the lines its characters came from."""
    boxes = getattr(old, "boxes", ())
    assert isinstance(boxes, CharBoxes)
    start = 0
    places = [(round((top_left[0] - _MARGIN) / _EM), top_left) for top_left in boxes]
    for n in range(1, len(places) + 1):
        if n == len(places) or places[n][0] != places[n - 1][0] + 1:
            column, box = places[start]
            row = round((box[3] - _MARGIN) / _PITCH)
            yield LinePiece(old.start + start, old.start + n, lines[row][0], column)
            start = n
