"""Which lines of a page could be a form without rules: where it begins and ends, and how far apart its lines stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from selfeval_extract.readers.pdf.layout import PageLayout, PageTable
from selfeval_extract.readers.pdf.lines import BLANKS
from selfeval_extract.readers.pdf.marks import Line
from selfeval_extract.readers.pdf.whitespace import HEAD, SURE, Block, Section, Span

FAR = 3.4
"""Lines of one form are no farther apart than this, in font sizes."""
USUAL_PITCH = 1.45
LONGEST = 12.0
"""A short cell's width, in font sizes."""
HALF = 0.8
"""Lines closer than this, in pitches, stand in different cells of one row."""
WIDE = 0.45
"""A line over this share of a form's width that begins at its left is prose."""
LARGER = 1.15
"""Letters this much larger than most are a title's."""
ENOUGH = 4
LEAST = 0.6
"""White that no line of prose has, in font sizes."""


def open_form(page: PageLayout, above: PageLayout | None) -> PageTable | None:
    """The form at the foot of the page above, if this page begins with a line that could be its next."""
    last = above.items()[-1:] if above is not None and page.frame.page == above.frame.page + 1 else []
    if not last or not isinstance(last[0], PageTable) or not last[0].stripes:
        return None
    lines = [item for item in page.items()[:6] if isinstance(item, Line)]
    return last[0] if lines and any(_fits(line, last[0]) for line in lines) and lines[0] is page.items()[0] else None


def _fits(line: Line, form: PageTable) -> bool:
    block = Block(form.xs[0], form.xs[-1], line.chars)
    inside = form.xs[0] - line.size < line.x0 and line.x1 < form.xs[-1] + line.size
    return inside and len(block.parts()) > 2 and Section(form.stripes).narrowed(block, []) is not None


def parts_of(line: Line, gap: float = SURE) -> list[Span]:
    return Block(line.x0, line.x1, line.chars).parts(gap)


def _is_head(line: Line) -> bool:
    """Is this a row of several short cells? (Every wide gap holds a blank, so most lines need no closer look.)"""
    if sum(char in BLANKS for char in line.text) < HEAD - 1:
        return False
    parts = parts_of(line)
    return len(parts) >= HEAD and all(b - a <= LONGEST * line.size for a, b in parts)


def form_runs(page: PageLayout, before: PageTable | None) -> Iterator[list[Line]]:
    """The lines that could be a form: close to each other, with a row of headings among them, nothing like prose."""
    runs: list[list[Line]] = []
    for line in page.lines:
        last = runs[-1][-1] if runs else None
        if (
            last is None
            or line.base - last.base > FAR * max(line.size, last.size)
            or any(last.base < table.top < line.base for table in page.tables)
        ):
            runs.append([])
        runs[-1].append(line)
    for n, run in enumerate(runs):
        yield from _forms_in(run, None if n else before)


def _forms_in(run: list[Line], before: PageTable | None) -> Iterator[list[Line]]:
    """The run cut at lines of prose, each piece without titles, signatures and single lines at its ends."""
    if before is None and not any(_is_head(line) for line in run):
        return
    several = [line for line in run if len(parts_of(line)) > 1]
    if not several:
        return
    left, right = min(line.x0 for line in several), max(line.x1 for line in several)
    pieces: list[list[Line]] = [[]]
    for line in run:
        flush = line.x0 <= left + 2.5 * line.size and line.x1 - line.x0 > WIDE * (right - left)
        if flush and len(parts_of(line, LEAST)) < 2:
            pieces.append([])
        else:
            pieces[-1].append(line)
    for n, piece in enumerate(pieces):
        goes_on = before is not None and n == 0 and any(_fits(line, before) for line in piece)
        if goes_on or any(_is_head(line) for line in piece):
            trimmed = _trimmed(piece, goes_on)
            if trimmed:
                yield trimmed


def _trimmed(piece: list[Line], goes_on: bool) -> list[Line]:
    pitch = pitch_of(piece)
    left = min(line.x0 for line in piece if len(parts_of(line)) > 1)
    sizes = Counter(round(line.size, 1) for line in piece)
    usual = max(sizes, key=lambda size: (sizes[size], size))
    start, end = 0, len(piece)
    while not goes_on and start < end and _is_margin(piece[start], piece[start + 1 : start + 2], pitch, left, usual):
        start += 1
    while end > start and _is_margin(piece[end - 1], piece[end - 2 : end - 1], pitch, left, usual):
        end -= 1
    return piece[start:end]


def _is_margin(line: Line, inner: Sequence[Line], pitch: float, left: float, usual: float) -> bool:
    """Does a line at the end of a piece stand outside the form?"""
    parts = parts_of(line)
    if line.size > LARGER * usual:
        return True
    if len(parts) > 1:
        return "：" in line.text and len(parts) < HEAD
    if not inner:
        return True
    away = abs(inner[0].base - line.base)
    return away > (HALF if line.x0 < left + line.size or inner[0].base > line.base else 1.1) * pitch


def pitch_of(lines: Sequence[Line]) -> float:
    """The distance between the lines of a wrapped cell.

    It is common between lines under each other, and half of it between lines of cells with odd and even numbers of
    lines side by side.
    """
    inks = [Block(line.x0, line.x1, line.chars).ink for line in lines]
    found: list[float] = []
    for n, line in enumerate(lines):
        for part in inks[n]:
            for m in range(n + 1, min(n + 8, len(lines))):
                under = [b for b in inks[m] if b[0] < part[1] and part[0] < b[1]]
                if under:
                    away = lines[m].base - line.base
                    if 1.05 * line.size <= away <= 2 * line.size and _aligned(part, under[0]):
                        found.append(away)
                    break
    size = max((line.size for line in lines), default=0.0)
    steps = [below.base - above.base for above, below in pairwise(lines)]
    best, most = USUAL_PITCH * size, 0
    for away in sorted(found):
        close = [other for other in found if 0 <= other - away < 0.05 * size]
        halves = sum(abs(step - away / 2) < 0.03 * size for step in steps)
        if len(close) > 1 and 2 * halves + min(len(close), ENOUGH) > most:
            best, most = sum(close) / len(close), 2 * halves + min(len(close), ENOUGH)
    return best


def _aligned(a: Span, b: Span) -> bool:
    return abs(a[0] - b[0]) < 1 or abs(a[0] + a[1] - b[0] - b[1]) < 2
