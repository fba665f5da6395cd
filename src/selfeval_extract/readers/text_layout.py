"""Tables of a text that keeps its pages' layout (pdftotext -layout): lines → pages of marks → columns that white tells.

A place in the text becomes a place on a page, one column a character, so that forms without rules are read as in a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.document import LinePiece, Piece, Table, Text
from selfeval_extract.readers.pdf.assembly import find_unruled, groups_of
from selfeval_extract.readers.pdf.joining import joined
from selfeval_extract.readers.pdf.layout import PageLayout, PageTable
from selfeval_extract.readers.pdf.lines import lines_of
from selfeval_extract.readers.pdf.marks import Char, CharBoxes, Frame, Line

_EM = 10.0
_PITCH = 1.3 * _EM
_MARGIN = 2 * _EM

Printed = tuple[int, str]
"""A line's number and its text."""


def laid_out(lines: Sequence[Printed]) -> Iterator[Table | list[int]]:
    """The tables that lines make and, between them, the numbers of the lines outside them, in order."""
    sheets = _sheets(lines)
    pages = [found.page for found in find_unruled(_page(number, sheet) for number, sheet in enumerate(sheets, 1))]
    for group in groups_of(pages):
        if isinstance(group[0], PageTable):
            yield _in_file(joined([part for part in group if isinstance(part, PageTable)]), sheets)
        else:
            yield [sheets[line.page - 1][_row(line.baseline)][0] for line in group if isinstance(line, Line)]


def _sheets(lines: Sequence[Printed]) -> list[list[Printed]]:
    """The lines of each page: a form feed begins one."""
    sheets: list[list[Printed]] = [[]]
    for number, text in lines:
        if text.startswith("\f") and sheets[-1]:
            sheets.append([])
        sheets[-1].append((number, text))
    return sheets


def _page(number: int, sheet: Sequence[Printed]) -> PageLayout:
    width = max((len(text) for _, text in sheet), default=0)
    frame = Frame(number, _MARGIN * 2 + width * _EM, _MARGIN * 2 + len(sheet) * _PITCH)
    chars = [char for row, (_, text) in enumerate(sheet) for char in _chars(row, text)]
    return PageLayout(frame, lines_of(chars, frame))


def _chars(row: int, text: str) -> Iterator[Char]:
    """The line's characters where they stand; one blank between two is no white: converters set it beside numbers."""
    for column, char in enumerate(text):
        if not char.isspace():
            alone = text[column + 1 : column + 2] == " " and text[column + 2 : column + 3].strip()
            left = _MARGIN + column * _EM
            yield (left, _MARGIN + row * _PITCH, left + _EM * (2 if alone else 1), _EM, char)


def _in_file(table: Table, sheets: Sequence[Sequence[Printed]]) -> Table:
    """A table with its places in the file instead of those on the pages."""
    return table._replace(cells=tuple(cell._replace(text=_placed(cell.text, sheets)) for cell in table.cells))


def _row(base: float) -> int:
    """The line of a page on which a base line stands."""
    return round((base - _MARGIN) / _PITCH)


def _placed(text: Text, sheets: Sequence[Sequence[Printed]]) -> Text:
    return Text(text.string, [piece for old in text.pieces for piece in _in_lines(old, sheets)])


def _in_lines(old: Piece, sheets: Sequence[Sequence[Printed]]) -> Iterator[Piece]:
    """A page's piece as stretches of the lines that its characters came from."""
    page, boxes = getattr(old, "page", 1), getattr(old, "boxes", ())
    assert isinstance(boxes, CharBoxes)
    lefts, bases, _, _ = boxes.columns()
    columns = [round((left - _MARGIN) / _EM) for left in lefts]
    start = 0
    for n in range(1, len(columns) + 1):
        if n == len(columns) or columns[n] != columns[n - 1] + 1:
            line = sheets[page - 1][_row(bases[start])][0]
            yield LinePiece(old.start + start, old.start + n, line, columns[start])
            start = n
