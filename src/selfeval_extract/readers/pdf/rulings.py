"""Lines as drawn → rulings.

Producers draw a table's lines cell by cell, as strokes, thin filled boxes, dashes or dots. Here the pieces that lie on one
line become one ruling, so that a grid is only a question of what crosses what.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.geometry import Span, grouped
from selfeval_extract.readers.pdf.marks import Ruling


class Rulings(NamedTuple):
    """The rulings of a page or of a part of it, by position (y or x), then by start."""

    horizontal: list[Ruling]
    vertical: list[Ruling]

    @property
    def too_many(self) -> bool:
        """Is this a drawing, not a form?"""
        return len(self.horizontal) + len(self.vertical) > tuning.MAX_RULINGS


def rulings_of(horizontal: Iterable[Ruling], vertical: Iterable[Ruling]) -> Rulings:
    """The rulings that pieces of lines make, whatever order they were drawn in."""
    return Rulings(_joined(horizontal), _joined(vertical))


def _joined(pieces: Iterable[Ruling]) -> list[Ruling]:
    """Pieces that lie on one line as one."""
    out: list[Ruling] = []
    for line in grouped(sorted(pieces), lambda line, piece: piece[0] - line[0][0] <= tuning.SAME_RULING):
        at = sum(piece[0] for piece in line) / len(line)
        out.extend((at, start, end) for start, end in _stretches(line) if end - start >= tuning.MIN_RULING)
    return out


def _stretches(line: Iterable[Ruling]) -> list[Span]:
    """The stretches of a line that pieces cover. A few dashes are none: they are a hyphen or a small drawing."""
    found: list[tuple[float, float, int]] = []
    for start, end in sorted(piece[1:] for piece in line):
        dash = end - start <= tuning.MAX_DASH
        first, last, dashes = found[-1] if found else (start, -inf, 0)
        if start - last <= tuning.TOUCHING or (dash and dashes and start - last <= tuning.MAX_DASH):
            found[-1] = (first, max(last, end), dashes + 1 if dash and dashes else 0)
        else:
            found.append((start, end, int(dash)))
    few = range(1, tuning.MIN_DASHES)
    return [(a, b) for a, b, dashes in found if dashes not in few or b - a >= 2 * tuning.MIN_RULING]
