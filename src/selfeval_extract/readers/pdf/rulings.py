"""Ruling lines as drawn → long clean lines.

Producers draw a table's lines cell by cell, as strokes, thin filled rectangles, dashes or dots. Here collinear pieces
become one line, so that the grid only has to look at what crosses what.
"""

from __future__ import annotations

from collections.abc import Iterable

from selfeval_extract.document import Box
from selfeval_extract.readers.pdf.marks import Ruling

SNAP = 1.5
"""Lines that lie closer together than this are one line (points)."""
TOUCH = 2.0
"""Lines whose ends miss each other by no more than this touch."""
DASH = 6.0
"""Pieces up to this long are dashes, and dashes up to this far apart make a line."""
MIN_DASHES = 4
MIN_LENGTH = 5.0
"""A joined line shorter than this is no ruling."""


def merged(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Collinear pieces joined, in order of position and start."""
    out: list[Ruling] = []
    for band in _bands(rulings):
        at = sum(r[0] for r in band) / len(band)
        out.extend((at, start, end) for start, end in _stretches(band) if end - start >= MIN_LENGTH)
    return out


def _bands(rulings: Iterable[Ruling]) -> list[list[Ruling]]:
    """Rulings that lie on one line, whether they meet or not."""
    bands: list[list[Ruling]] = []
    for ruling in sorted(rulings):
        if bands and ruling[0] - bands[-1][0][0] <= SNAP:
            bands[-1].append(ruling)
        else:
            bands.append([ruling])
    return bands


def _stretches(band: list[Ruling]) -> list[tuple[float, float]]:
    """The stretches a band covers; dashes count only in a row of several."""
    found: list[tuple[float, float]] = []
    pieces = 0
    for start, end in sorted((r[1], r[2]) for r in band):
        dash = end - start <= DASH
        if found and (start - found[-1][1] <= TOUCH or (dash and pieces and start - found[-1][1] <= DASH)):
            pieces = pieces + 1 if dash and pieces else 0
            found[-1] = (found[-1][0], max(found[-1][1], end))
            continue
        _drop_few(found, pieces)
        found.append((start, end))
        pieces = 1 if dash else 0
    _drop_few(found, pieces)
    return found


def _drop_few(found: list[tuple[float, float]], dashes: int) -> None:
    """Take back a line that was only a few dashes: a hyphen or a small drawing."""
    if 0 < dashes < MIN_DASHES and found and found[-1][1] - found[-1][0] < 2 * MIN_LENGTH:
        found.pop()


def edges(areas: Iterable[Box]) -> tuple[list[Ruling], list[Ruling]]:
    """The horizontal and vertical edges of filled areas."""
    horizontal: list[Ruling] = []
    vertical: list[Ruling] = []
    for x0, top, x1, bottom in areas:
        horizontal += [(top, x0, x1), (bottom, x0, x1)]
        vertical += [(x0, top, bottom), (x1, top, bottom)]
    return horizontal, vertical
