"""The lines of a table in one of the flavours in which converters write tables → the table."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from selfeval_extract.document import Block, Cell, Table, Text, join
from selfeval_extract.readers.text.flavours import BAR, RULE, Flavour
from selfeval_extract.readers.text.lines import TextLine, char_width, print_width
from selfeval_extract.readers.wrapped_lines import paragraphs
from selfeval_extract.runtime.pattern_cache import regex

_TAB = regex(r"\t")
_STRETCH = regex(r"\S+(?:[ \u3000]\S+)*")
"""What stands between gaps: words with single blanks between them."""


def _tabs(lines: Sequence[TextLine]) -> Iterator[Block]:
    """A row a line, its cells between tabs: a table copied from Word or WPS, saved as text, or a sheet."""
    return _table([line.split(_TAB) for line in lines if line.text.strip("\r\n ")])


def _tab_cells(lines: Sequence[TextLine]) -> Iterator[Block]:
    """A cell a line, behind a tab; further lines of a cell without one, an empty line behind each row: Apache Tika."""
    rows: list[list[list[Text]]] = []
    in_row = False
    for line in lines:
        if line.text.startswith("\t"):
            if not in_row:
                rows.append([])
            rows[-1].append([line.part(1, len(line.text))])
            in_row = True
        elif line.text == "":
            in_row = False
        elif rows:
            rows[-1][-1].append(line.stripped())
    return _table([[join([t for t in cell if t.string]) for cell in row] for row in rows])


def _bars(lines: Sequence[TextLine]) -> Iterator[Block]:
    """A row a line, its cells between bars, with or without drawn lines: Markdown (pandoc, MarkItDown), antiword, w3m, crawlers
    of web pages. A bar at the end of every line, or around every line, is an edge and bounds no cell."""
    kept = [line for line in lines if line.text.strip() and not RULE.match(line.text)]
    if not kept:
        return paragraphs(lines)
    rows = [line.split(BAR) for line in kept]
    closed = all(BAR.match(line.text.rstrip()[-1]) for line in kept)
    opened = closed and all(BAR.match(line.text.lstrip()[0]) and not line.text.startswith("  ") for line in kept)
    opened = opened and all(line.text.startswith(kept[0].text[0]) for line in kept)
    return _table([row[1 if opened else 0 : -1 if closed else None] for row in rows])


def _bar_cells(lines: Sequence[TextLine]) -> Iterator[Block]:
    """A cell a line, before a bar: crawlers of web pages. Where a row ends is lost."""
    return _table([[line.split(BAR)[0] for line in lines]], breaks=False)


_Stretch = tuple[int, Text]
"""A cell of a line set with blanks: the print position at which it begins, and its text."""


def _blanks(lines: Sequence[TextLine]) -> Iterator[Block]:
    """Columns set with blanks: pandoc's plain text, single pages of pdftotext -layout, tables typed by hand.

    Where cells begin at few common positions, those are the columns; else cells are only counted. Whether ambiguous signs
    like ≥ print one column wide or two is unknown: the reading that gives fewer columns is taken."""
    readings = (_aligned([_stretches(line, wide) for line in lines if line.text.strip()]) for wide in ("WF", "WFA"))
    rows, starts = min(readings, key=lambda reading: len(reading[1]))
    if len(starts) > 2 * max(len(row) for row in rows):
        return _table([[text for _, text in row] for row in rows])
    return iter([Table(tuple(cell for r, row in enumerate(rows) for cell in _in_columns(r, row, starts)))])


def _stretches(line: TextLine, wide: str) -> list[_Stretch]:
    """A line's cells; `wide`: the classes of characters that print two columns wide."""
    found: list[_Stretch] = []
    position = at = 0
    for match in _STRETCH.finditer(line.text):
        position += sum(char_width(c, wide) for c in line.text[at : match.start()])
        at = match.start()
        found.append((position, line.part(*match.span())))
    return found


def _aligned(rows: Sequence[Sequence[_Stretch]]) -> tuple[list[list[_Stretch]], list[int]]:
    """Rows in which cells that begin one position apart begin at the more frequent one, and all positions in order."""
    often = Counter(start for row in rows for start, _ in row)
    aligned: dict[int, int] = {}
    for start, _ in sorted(often.items(), key=lambda item: (-item[1], item[0])):
        aligned[start] = next((n for n in (start - 1, start + 1) if aligned.get(n) == n), start)
    return [[(aligned[start], text) for start, text in row] for row in rows], sorted(set(aligned.values()))


def _in_columns(r: int, row: Sequence[_Stretch], starts: Sequence[int]) -> Iterator[Cell]:
    """A row's cells in the columns that begin at `starts`; a column without text is empty or goes on from above (`resumes`)."""
    column = 0
    for n, (start, text) in enumerate(row):
        at = bisect_left(starts, start)
        yield from (Cell(r, c, 1, 1, Text(""), resumes=True) for c in range(column, at))
        following = bisect_left(starts, row[n + 1][0]) if n + 1 < len(row) else len(starts)
        column = at + 1
        while column < following and starts[column] < start + print_width(text.string):
            column += 1
        yield Cell(r, at, 1, column - at, text)
    yield from (Cell(r, c, 1, 1, Text(""), resumes=True) for c in range(column, len(starts)))


def _table(rows: Sequence[Sequence[Text]], breaks: bool = True) -> Iterator[Block]:
    """A table of rows whose cells are only counted; none if there are no cells."""
    cells = [Cell(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    if cells:
        yield Table(tuple(cells), ruled=False, breaks=breaks)


TABLES: dict[Flavour, Callable[[Sequence[TextLine]], Iterator[Block]]] = {
    "tabs": _tabs,
    "tab_cells": _tab_cells,
    "bars": _bars,
    "bar_cells": _bar_cells,
    "blanks": _blanks,
}
"""Flavour → what its lines are read with."""
