"""The documents that are measured with: the same forms as a Word file, as Word prints it, and as a converter's text."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.forms import COLUMNS, ROWS, Form, forms
from benchmarks.paper import pdf


def docx(some: Sequence[Form]) -> bytes:
    """The forms as a Word file, each on pages of its own."""
    from docx import Document
    from docx.enum.text import WD_BREAK

    document = Document()
    for n, one in enumerate(some):
        title = document.add_paragraph()
        if n:
            title.add_run().add_break(WD_BREAK.PAGE)
        title.add_run(one.title).bold = True
        document.add_paragraph(one.heading)
        table = document.add_table(ROWS, COLUMNS, "Table Grid")
        grid = [row.cells for row in table.rows]
        for row, column, rows, columns, text in one.cells:
            cell = grid[row][column]
            if rows * columns > 1:
                cell = cell.merge(grid[row + rows - 1][column + columns - 1])
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def txt(some: Sequence[Form]) -> bytes:
    """The forms as converters write them: a line a row, a tab between cells, nothing where a cell from above goes on."""
    lines: list[str] = []
    for one in some:
        lines += [one.title, one.heading]
        for row in range(ROWS):
            above = [c for c in one.cells if c.row < row < c.row + c.rows]
            here = [(c.column, c.text) for c in one.cells if c.row == row] + [(c.column, "") for c in above]
            lines.append("\t".join(text for _, text in sorted(here)))
        lines.append("")
    return "\n".join(lines).encode()


WRITERS: dict[str, Callable[[Sequence[Form]], bytes]] = {"docx": docx, "pdf": pdf, "txt": txt}


def made(count: int, variant: int, ending: str, path: Path) -> Path:
    """A file of so many forms. Other variants of it have nothing in common but the words."""
    path.write_bytes(WRITERS[ending](forms(count, first=variant * count)))
    return path
