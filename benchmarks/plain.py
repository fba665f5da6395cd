"""What one would write without this project: python benchmarks/plain.py FOLDER reads the cells of all files, and no more."""

from __future__ import annotations

import sys
from pathlib import Path

import pdfplumber
from docx import Document


def cells(path: Path) -> list[list[str | None]]:
    """The rows of all tables; of a text its lines."""
    if path.suffix == ".docx":
        return [[cell.text for cell in row.cells] for table in Document(str(path)).tables for row in table.rows]
    if path.suffix == ".pdf":
        with pdfplumber.open(path) as document:
            return [row for page in document.pages for table in page.extract_tables() for row in table]
    return [[line] for line in path.read_bytes().decode(errors="replace").splitlines()]


if __name__ == "__main__":
    print(sum(len(cells(path)) for path in sorted(Path(sys.argv[1]).iterdir())), "rows")
