"""What every reader returns: one shape for Word, PDF and text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from selfeval_extract.document.place import Place
from selfeval_extract.document.text import Text

Format = Literal["docx", "pdf", "txt"]


class Note(NamedTuple):
    """Something that was seen but could not be read, or was ambiguous. Codes are lower-case words with underscores."""

    code: str
    message: str
    place: Place | None = None


class Paragraph(NamedTuple):
    """A paragraph of prose.

    `number` is the automatic number as Word shows it ("一、", "（2）", "3．"), which is not part of the text; `level` the
    outline level of a heading style (1 is the highest), where the file has one.
    """

    text: Text
    number: str = ""
    level: int | None = None


class Cell(NamedTuple):
    """A cell, once, however many grid places it covers. Row and column count from 0.

    `resumes`: an empty cell at the top of a table's continuation on a new page, where the file does not show whether
    it is merged with the cell above.
    """

    row: int
    column: int
    rowspan: int
    colspan: int
    text: Text
    resumes: bool = False


class Table(NamedTuple):
    """A table as a set of cells; spans are never turned into repeated or empty text.

    `ruled`: the file tells which grid places a cell covers. If not (text dumps), a cell's column is only its number in
    its row, spans are all 1, and the rows are those of `breaks` alone. `breaks`: row ends are known, too; without them
    all cells are one row. `empties`: empty cells are kept; a dump that lost them leaves open which column a cell is of.
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


Block = Paragraph | Table


class Document(NamedTuple):
    """A document in reading order.

    `blocks` is the body; `margins` what stands outside it (page headers and footers), `footnotes` the notes behind it.
    `pages` is None where the format has no pages.
    """

    name: str
    format: Format
    blocks: tuple[Block, ...]
    margins: tuple[Paragraph, ...] = ()
    footnotes: tuple[Paragraph, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: int | None = None

    def paragraphs(self) -> Iterator[Paragraph]:
        """The body's paragraphs outside tables."""
        return (b for b in self.blocks if isinstance(b, Paragraph))

    def tables(self) -> Iterator[Table]:
        """The body's tables in order, nested ones right behind the one that holds them."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from _with_nested(block)


def _with_nested(table: Table) -> Iterator[Table]:
    yield table
    for inner in table.nested:
        yield from _with_nested(inner)
