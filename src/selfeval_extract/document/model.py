"""What every reader returns: one shape for all formats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from selfeval_extract.document.place import Place
from selfeval_extract.document.text import Text
from selfeval_extract.formats import Format

NoteCode = Literal[
    "encoding_damage",  # bytes of a text that do not fit its encoding
    "control_characters",  # replaced by U+FFFD
    "damaged_xml",  # a part of a Word file
    "unread_content",  # what a Word file holds beside text: charts, embedded files …
    "span_clamped",  # a Word cell wider than any table
    "hidden_cell_text",  # text of a Word cell under a merged one
    "more_notes",  # stands for the notes over the limit
    "page_unreadable",
    "page_without_text",
    "rulings_ignored",  # a PDF page with too many lines to look for tables in
    "unmapped_characters",  # a PDF font that does not say which characters it shows
    "slanted_text",  # a watermark or stamp on a PDF page
    "interim_table",
    "columns_worked_out",
    "column_not_understood",
    "row_not_understood",
    "other_document",  # no self-evaluation: what it looks like
    "form_not_read",  # a form that the title names, and of which nothing was read
]
INCOMPLETE: frozenset[NoteCode] = frozenset(
    {"page_without_text", "encoding_damage", "damaged_xml", "unread_content", "form_not_read"}
)
"""Notes of text that the file has and the document lacks: its record is `partial`."""


class Note(NamedTuple):
    """Something that was seen but could not be read, or was ambiguous. `times`: how often; `place`: where first."""

    code: NoteCode
    text: str
    place: Place | None = None
    times: int = 1

    @property
    def message(self) -> str:
        """What a person reads."""
        return self.text if self.times == 1 else f"{self.text} ({self.times} times)"


class Paragraph(NamedTuple):
    """A paragraph of prose.

    `number`: the automatic number as Word shows it ("一、", "（2）", "3．"), which is not part of the text. `level`: the
    outline level of a heading, 1 (highest) to 9; None for body text and in formats without levels.
    """

    text: Text
    number: str = ""
    level: int | None = None


class Cell(NamedTuple):
    """A cell, listed once however many grid places it covers. Rows and columns count from 0.

    `resumes`: an empty cell of which the file does not say whether it is merged with the cell above it: at the top of a
    page on which a table goes on, or in a table set with blanks.
    """

    row: int
    column: int
    rowspan: int
    colspan: int
    text: Text
    resumes: bool = False


class Table(NamedTuple):
    """A table as a list of cells in reading order; spans are never turned into repeated or empty text.

    `ruled`: the file says which grid places a cell covers. If False (text dumps), `column` is only the number of the cell
    in its row and all spans are 1. `breaks`: the file says where rows end. If False, all cells are in row 0. `empties`:
    empty cells are kept. If False, the column of a cell is open. `nested`: the tables that stand in its cells.
    """

    cells: tuple[Cell, ...]
    ruled: bool = True
    breaks: bool = True
    empties: bool = True
    nested: tuple[Table, ...] = ()

    @property
    def height(self) -> int:
        """Number of grid rows."""
        return max((c.row + c.rowspan for c in self.cells), default=0)

    @property
    def width(self) -> int:
        """Number of grid columns."""
        return max((c.column + c.colspan for c in self.cells), default=0)

    def with_nested(self) -> Iterator[Table]:
        """The table, then those nested in it, at any depth."""
        yield self
        for inner in self.nested:
            yield from inner.with_nested()


Block = Paragraph | Table


class Document(NamedTuple):
    """A document in reading order.

    `name`: what messages call the file. `blocks`: the body. `margins`: page headers, footers and page numbers.
    `footnotes`: foot- and endnotes. `notes`: what the reader saw and could not read. `pages`: their number; None where the
    format has none.
    """

    name: str
    format: Format
    blocks: tuple[Block, ...]
    margins: tuple[Paragraph, ...] = ()
    footnotes: tuple[Paragraph, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: int | None = None
