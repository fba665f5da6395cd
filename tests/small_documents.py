"""Small documents for the tests of structure and extraction: a string a paragraph, a string a row of a table."""

from __future__ import annotations

from collections.abc import Iterator

from selfeval_extract.document import Cell, Document, LinePiece, Paragraph, Table, Text

LEFT, ABOVE, UNKNOWN = "<", "^", "~"
"""Marks of cells in `ruled`: part of the cell to the left, part of the cell above, empty and perhaps part of the cell above."""


def text(string: str, line: int = 1, offset: int = 0) -> Text:
    """A text that stands in a line of a file."""
    return Text(string, (LinePiece(0, len(string), line, offset),) if string else ())


def paragraphs_of(document: Document) -> Iterator[Paragraph]:
    """The body's paragraphs outside tables."""
    return (block for block in document.blocks if isinstance(block, Paragraph))


def tables_of(document: Document) -> Iterator[Table]:
    """The tables of the body in order, each followed by those nested in it."""
    return (table for block in document.blocks if isinstance(block, Table) for table in block.with_nested())


def paragraphs(*lines: str) -> list[Paragraph]:
    """A paragraph a string."""
    return [Paragraph(text(string, line)) for line, string in enumerate(lines, 1)]


def ruled(*rows: str) -> Table:
    """A table whose merged cells are known. A string a row, `|` between cells; see `LEFT`, `ABOVE`, `UNKNOWN`."""
    grid = _split(rows)
    cells = [
        Cell(r, c, _down(grid, r, c), _right(row, c), _cell_text(string, r, c), resumes=string == UNKNOWN)
        for r, row in enumerate(grid)
        for c, string in enumerate(row)
        if string not in (LEFT, ABOVE)
    ]
    return Table(tuple(cells))


def dumped(*rows: str, empties: bool = True) -> Table:
    """A table of a text dump, whose cells are only counted. `empties`: the dump kept its empty cells."""
    cells = [Cell(r, c, 1, 1, _cell_text(s, r, c)) for r, row in enumerate(_split(rows)) for c, s in enumerate(row)]
    return Table(tuple(cells), ruled=False, empties=empties)


def document(*blocks: str | Paragraph | Table) -> Document:
    """A text file of paragraphs and tables."""
    made = [Paragraph(text(b, line)) if isinstance(b, str) else b for line, b in enumerate(blocks, 1)]
    return Document("small.txt", "txt", tuple(made))


def case_id(value: object) -> str | None:
    """What stands for a part of a case in its name: a text itself, lines one behind the other, nothing for the rest."""
    if isinstance(value, str):
        return value
    lines = isinstance(value, (list, tuple)) and value and all(isinstance(v, str) for v in value)
    return "/".join(value) if lines else None  # type: ignore[arg-type]


def _split(rows: tuple[str, ...]) -> list[list[str]]:
    return [[cell.strip(" ") for cell in row.split("|")] for row in rows]


def _cell_text(string: str, row: int, column: int) -> Text:
    return text("" if string == UNKNOWN else string, row + 1, 100 * column)


def _right(row: list[str], column: int) -> int:
    """How many columns a cell covers."""
    end = column + 1
    while end < len(row) and row[end] == LEFT:
        end += 1
    return end - column


def _down(grid: list[list[str]], row: int, column: int) -> int:
    """How many rows a cell covers."""
    end = row + 1
    while end < len(grid) and column < len(grid[end]) and grid[end][column] == ABOVE:
        end += 1
    return end - row
