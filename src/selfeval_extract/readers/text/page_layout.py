"""Tables of a text that keeps the layout of its pages (pdftotext -layout): lines → pages of characters → tables.

A place in the text becomes a place on a page, one column a character, so that forms without rules are read as in a PDF
(`docs/decisions/0008-laid-out-text-as-pages.md`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.document import LinePiece, PagePiece, Piece, Table, Text
from selfeval_extract.readers.pdf.assembly import find_unruled, joined_parts
from selfeval_extract.readers.pdf.geometry import grouped
from selfeval_extract.readers.pdf.layout import PageLayout
from selfeval_extract.readers.pdf.lines import lines_of
from selfeval_extract.readers.pdf.marks import Char, CharBoxes, Frame
from selfeval_extract.readers.text.lines import TextLine

_EM = 10.0
_PITCH = 1.3 * _EM
_MARGIN = 2 * _EM
"""The size of a character, the distance of lines and the margins of the made pages, in points."""


def laid_out(lines: Sequence[TextLine]) -> Iterator[Table | list[TextLine]]:
    """The tables of lines and, between them, the lines outside tables, in order."""
    sheets = grouped(lines, lambda _, line: not line.text.startswith("\f"))  # a form feed begins a page
    pages = find_unruled(_page(number, sheet) for number, sheet in enumerate(sheets, 1))
    for part in joined_parts(list(pages)):
        if isinstance(part, Table):
            yield _in_file(part, sheets)
        else:
            yield [sheets[line.page - 1][_row(line.baseline)] for line in part]


def _page(number: int, sheet: Sequence[TextLine]) -> PageLayout:
    width = max((len(line.text) for line in sheet), default=0)
    frame = Frame(number, _MARGIN * 2 + width * _EM, _MARGIN * 2 + len(sheet) * _PITCH)
    chars = [char for row, line in enumerate(sheet) for char in _chars(row, line.text)]
    return PageLayout(frame, lines_of(chars, frame))


def _chars(row: int, text: str) -> Iterator[Char]:
    """A line's characters where they stand. A single blank is no gap, as converters set one beside numbers: the character
    before it is as wide as both."""
    for column, char in enumerate(text):
        if not char.isspace():
            before_blank = text[column + 1 : column + 2] == " " and text[column + 2 : column + 3].strip()
            left = _MARGIN + column * _EM
            yield (left, _MARGIN + row * _PITCH, left + _EM * (2 if before_blank else 1), _EM, char)


def _in_file(table: Table, sheets: Sequence[Sequence[TextLine]]) -> Table:
    """A table with its places in the file instead of those on the pages."""
    cells = []
    for cell in table.cells:
        pieces = [piece for old in cell.text.pieces for piece in _line_pieces(old, sheets)]
        cells.append(cell._replace(text=Text(cell.text.string, pieces)))
    return table._replace(cells=tuple(cells))


def _row(base: float) -> int:
    """The line of a page (from 0) that stands on a base line."""
    return round((base - _MARGIN) / _PITCH)


def _line_pieces(old: Piece, sheets: Sequence[Sequence[TextLine]]) -> Iterator[LinePiece]:
    """A piece of a page as stretches of the lines that its characters came from."""
    assert isinstance(old, PagePiece) and isinstance(old.boxes, CharBoxes)
    lefts, bases, _, _ = old.boxes.columns()
    columns = [round((left - _MARGIN) / _EM) for left in lefts]
    start = 0
    for n in range(1, len(columns) + 1):
        if n == len(columns) or columns[n] != columns[n - 1] + 1:
            line = sheets[old.page - 1][_row(bases[start])].number
            yield LinePiece(old.start + start, old.start + n, line, columns[start])
            start = n
