"""Reports set as a table: a heading cell with its number, and the prose that belongs to it beside it (公开12表)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.document import Cell, Paragraph
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.grid import Grid, folded
from selfeval_extract.values.list_numbers import list_number
from selfeval_extract.vocabulary.topics import topic

_LONGEST_HEADING = 30
_FEWEST = 3
"""Headings of known topics that make a table a report."""
_LINE = regex(r"(?:[^\n]|(?<![。；;：:])\n)+")
"""A paragraph in a cell: its lines may break anywhere, a paragraph ends with its sentence."""


def report_in_table(grid: Grid) -> list[Paragraph]:
    """The paragraphs of a table that is a report: each row's headings, then its prose; none for any other table."""
    rows = [cells for row in range(grid.height) if (cells := grid.filled(row))]
    told = [cells for cells in rows if _is_section(cells)]
    topics = {topic(folded(c)) for cells in told for c in cells[:-1]} - {None}
    if len(told) * 4 < len(rows) * 3 or len(topics) < _FEWEST:
        return []
    return [paragraph for cells in rows for paragraph in _paragraphs(cells)]


def _is_section(cells: Sequence[Cell]) -> bool:
    """Whether a row is one heading or two, numbered, and one text."""
    return 2 <= len(cells) <= 3 and all(
        list_number(folded(c)) is not None and len(folded(c)) <= _LONGEST_HEADING for c in cells[:-1]
    )


def _paragraphs(cells: Sequence[Cell]) -> Iterator[Paragraph]:
    for cell in cells[:-1]:
        yield Paragraph(cell.text)
    for line in _LINE.finditer(cells[-1].text.string):
        yield Paragraph(cells[-1].text.part(*line.span()))
