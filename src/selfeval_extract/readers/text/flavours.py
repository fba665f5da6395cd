"""Which lines of a text file are prose and which are a table that a converter wrote, and in which of the usual ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal

from selfeval_extract.readers.text.lines import TextLine
from selfeval_extract.runtime.pattern_cache import regex

Flavour = Literal["prose", "tabs", "tab_cells", "bars", "bar_cells", "blanks"]
"""How lines are written; the flavours of tables are explained in `tables.py`."""

_ROW_LINES: tuple[Flavour, ...] = ("tabs", "bars")
"""Flavours with a row a line."""
BAR = regex(r"[|｜│┃║¦]")
_BAR_CELL = regex(r"[^|｜│┃║¦]*[|｜│┃║¦]\s*")
"""A line that ends in its only bar."""
RULE = regex(r"^[\s|+:┄┈┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛]*[-=_─━═][\s|+:\-=_─━┄┈┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═┏┳┓┣╋┫┗┻┛]*$")
"""A line that is drawn: +---+---+, |:--|--:|, ├──┼──┤."""
_DRAWN = regex(r"[|+┼┬┴├─━]")
_MAY_BE_TABLE = regex(r"[\t|｜│┃║¦+┼┬┴├─━]|[ \u3000]{2}")
"""What every line of a table has: a tab, a bar, a drawn line or a gap."""
_GAP = regex(r"[ \u3000]{2,}|[ ]\u3000|\u3000[ ]")
_SHORT = 20
"""Characters that a row with a single cell has at most."""
_FEWEST_ROWS = 3
"""Rows that a table set with blanks has at least: two lines may be set so by chance."""


def flavours_of(lines: Sequence[TextLine]) -> list[Flavour]:
    """The flavour of each line: first by itself, then by the lines around it."""
    flavours = [flavour_of(line.text) for line in lines]
    if flavours.count("prose") == len(flavours):
        return flavours
    done = 0  # the runs of a table of a cell a line are its rows
    for start, end in _runs(flavours, "tabs"):
        if start >= done and not any("\t" in line.text[1:].rstrip("\t") for line in lines[start:end]):
            done = _tab_cells_end(lines, start, flavours)
            flavours[start:done] = ["tab_cells"] * (done - start)
    filled = [n for n, line in enumerate(lines) if line.text.strip()]
    _add_empty_lines(flavours, filled)
    _add_short_lines(flavours, lines, range(len(lines)), _ROW_LINES)
    _extend_blanks(flavours, lines, filled)
    for start, end in _runs(flavours, "bars"):
        if all(_BAR_CELL.fullmatch(line.text) for line in lines[start:end]):
            flavours[start:end] = ["bar_cells"] * (end - start)
    return flavours


def flavour_of(line: str) -> Flavour:
    """The flavour of a line by itself."""
    if not _MAY_BE_TABLE.search(line):
        return "prose"
    if "\t" in line and ("\t" in line.strip() or line.startswith("\t")):
        return "tabs"
    if BAR.search(line) or (RULE.match(line) and len(line.strip()) > 3 and _DRAWN.search(line)):
        return "bars"
    if line.strip() and len([p for p in _GAP.split(line.strip()) if p]) >= 3:
        return "blanks"
    return "prose"


def _runs(flavours: Sequence[Flavour], flavour: Flavour) -> Iterator[tuple[int, int]]:
    """Where lines of a flavour follow each other: the first and the one behind the last."""
    start = 0
    for found, group in groupby(list(flavours)):
        end = start + len(list(group))
        if found == flavour:
            yield start, end
        start = end


def _tab_cells_end(lines: Sequence[TextLine], start: int, flavours: Sequence[Flavour]) -> int:
    """Where a table of a cell a line ends: the line behind an unbroken chain of cells, their further lines and row ends."""
    end = start
    while end < len(lines):
        text = lines[end].text
        if text == "":
            ahead = next((line.text for line in lines[end + 1 : end + 3] if line.text), "")
            if not ahead.startswith("\t"):
                break
        elif not text.startswith("\t") and flavours[end] != "prose":
            break
        end += 1
    return end


def _add_empty_lines(flavours: list[Flavour], filled: Sequence[int]) -> None:
    """Where a table has an empty line behind most of its rows, these lines belong to it. `filled`: the lines with text."""
    for flavour in _ROW_LINES:
        pairs = [(a, b) for a, b in pairwise(filled) if flavours[a] == flavours[b] == flavour]
        apart = [(a, b) for a, b in pairs if b - a == 2]
        if len(apart) > 0.7 * len(pairs):
            for a, b in apart:
                flavours[a:b] = [flavour] * (b - a)


def _add_short_lines(
    flavours: list[Flavour], lines: Sequence[TextLine], order: Sequence[int], of: Sequence[Flavour]
) -> None:
    """A short line between two lines of one table is a row with one cell (a level's name over its rows)."""
    for before, at, behind in zip(order, order[1:], order[2:], strict=False):
        text = lines[at].text.strip()
        between = flavours[at] == "prose" and flavours[before] == flavours[behind] and flavours[before] in of
        if between and 0 < len(text) <= _SHORT:
            flavours[at] = flavours[before]


def _extend_blanks(flavours: list[Flavour], lines: Sequence[TextLine], filled: Sequence[int]) -> None:
    """Lines of two cells beside a table set with blanks belong to it, as do empty lines within it."""
    for here, there in (*pairwise(filled), *zip(filled[::-1], filled[-2::-1], strict=False)):
        near = flavours[here] == "blanks" and flavours[there] == "prose" and abs(here - there) <= 3
        if near and _GAP.search(lines[there].text.strip()):
            flavours[there] = "blanks"
    _add_short_lines(flavours, lines, filled, ("blanks",))
    for here, there in pairwise(filled):
        if flavours[here] == flavours[there] == "blanks" and there - here <= 4:
            flavours[here:there] = ["blanks"] * (there - here)
    for start, end in _runs(flavours, "blanks"):
        if sum(bool(line.text.strip()) for line in lines[start:end]) < _FEWEST_ROWS:
            flavours[start:end] = ["prose"] * (end - start)
