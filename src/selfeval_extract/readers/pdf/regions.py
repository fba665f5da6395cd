"""Which lines of a page could be a form without rulings: where it begins and ends, and how far apart its lines stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.geometry import Span, grouped, overlap, width
from selfeval_extract.readers.pdf.layout import PageLayout, PageTable
from selfeval_extract.readers.pdf.lines import BLANKS
from selfeval_extract.readers.pdf.marks import Line
from selfeval_extract.readers.pdf.whitespace import narrowed, row_of, text_row


def open_form(page: PageLayout, above: PageLayout | None) -> PageTable | None:
    """The form at the foot of the page above, if this page begins with a line that could be its next."""
    form = above.table_at_foot(page) if above is not None else None
    first = page.items()[:6]
    if form is None or not form.gaps or not first or not isinstance(first[0], Line):
        return None
    return form if any(isinstance(item, Line) and _fits(item, form) for item in first) else None


def _fits(line: Line, form: PageTable) -> bool:
    row = text_row(line.chars, form.xs[0], form.xs[-1])
    inside = row.left - line.size < line.left and line.right < row.right + line.size
    return inside and len(row.texts()) > 2 and narrowed(form.gaps, row) is not None


def _is_heading(line: Line) -> bool:
    """Is this a row of several short cells? (Every wide gap holds a blank, so most lines need no closer look.)"""
    if sum(char in BLANKS for char in line.text) < tuning.HEADING_CELLS - 1:
        return False
    texts = row_of(line).texts()
    return len(texts) >= tuning.HEADING_CELLS and all(width(text) <= tuning.HEADING_WIDTH * line.size for text in texts)


def form_regions(page: PageLayout, before: PageTable | None) -> list[list[Line]]:
    """The lines that could be a form: close to each other, with a row of headings among them, nothing like prose.

    `before` is the form on the page before that the first of them may go on from.
    """
    runs = grouped(page.lines, lambda run, line: page.follows(line, run[-1], tuning.ROW_PITCH))
    return [region for n, run in enumerate(runs) for region in _regions_in(run, None if n else before)]


def _regions_in(run: list[Line], before: PageTable | None) -> Iterator[list[Line]]:
    """The run cut at lines of prose, each piece without titles, signatures and single lines at its ends."""
    if before is None and not any(map(_is_heading, run)):
        return
    several = [line for line in run if len(row_of(line).texts()) > 1]
    if not several:
        return
    left, right = min(line.left for line in several), max(line.right for line in several)
    long = tuning.PROSE_SHARE * (right - left)
    pieces: list[list[Line]] = [[]]
    for line in run:
        flush = line.left <= left + tuning.FLUSH * line.size and line.right - line.left > long
        if flush and len(row_of(line).parts(tuning.PROSE_GAP)) < 2:
            pieces.append([])
        else:
            pieces[-1].append(line)
    for n, piece in enumerate(pieces):
        goes_on = before is not None and n == 0 and any(_fits(line, before) for line in piece)
        if (goes_on or any(map(_is_heading, piece))) and (trimmed := _trimmed(piece, goes_on)):
            yield trimmed


def _trimmed(piece: list[Line], goes_on: bool) -> list[Line]:
    pitch = line_pitch(piece)
    left = min(line.left for line in piece if len(row_of(line).texts()) > 1)
    sizes = Counter(round(line.size, 1) for line in piece)
    usual = max(sizes, key=lambda size: (sizes[size], size))
    start, end = 0, len(piece)
    while not goes_on and start < end and _is_outside(piece[start], piece[start + 1 : start + 2], pitch, left, usual):
        start += 1
    while end > start and _is_outside(piece[end - 1], piece[end - 2 : end - 1], pitch, left, usual):
        end -= 1
    return piece[start:end]


def _is_outside(line: Line, inner: Sequence[Line], pitch: float, left: float, usual: float) -> bool:
    """Does a line at the end of a piece stand outside the form?"""
    texts = len(row_of(line).texts())
    if line.size > tuning.OTHER_SIZE * usual:
        return True
    if texts > 1:
        return "：" in line.text and texts < tuning.HEADING_CELLS
    if not inner:
        return True
    close = line.left < left + line.size or inner[0].baseline > line.baseline
    most = tuning.SAME_ROW if close else tuning.OUTSIDE_PITCH
    return abs(inner[0].baseline - line.baseline) > most * pitch


def line_pitch(lines: Sequence[Line]) -> float:
    """The distance between the baselines of a wrapped cell, in points.

    It is common between lines under each other, and half of it between lines of cells with odd and even numbers of
    lines side by side.
    """
    inks = [row_of(line).ink for line in lines]
    found: list[float] = []
    for n, line in enumerate(lines):
        for part in inks[n]:
            for m in range(n + 1, min(n + 8, len(lines))):
                under = [other for other in inks[m] if overlap(other, part)]
                if under:
                    away = lines[m].baseline - line.baseline
                    wrapped = tuning.MIN_PITCH * line.size <= away <= tuning.MAX_PITCH * line.size
                    if wrapped and _under_each_other(part, under[0]):
                        found.append(away)
                    break
    size = max((line.size for line in lines), default=0.0)
    steps = [below.baseline - above.baseline for above, below in pairwise(lines)]
    best, most = tuning.USUAL_PITCH * size, 0
    for away in sorted(found):
        close = [other for other in found if 0 <= other - away < tuning.SAME_PITCH * size]
        halves = sum(abs(step - away / 2) < tuning.SAME_PITCH * size for step in steps)
        votes = 2 * halves + min(len(close), tuning.MAX_VOTES)
        if len(close) > 1 and votes > most:
            best, most = sum(close) / len(close), votes
    return best


def _under_each_other(a: Span, b: Span) -> bool:
    """Do two texts begin at one place, or have they one middle?"""
    return abs(a[0] - b[0]) < 1 or abs(a[0] + a[1] - b[0] - b[1]) < 2
