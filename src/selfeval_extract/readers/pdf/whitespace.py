"""Columns told by white: stripes that stay free of ink from row to row, and the cells each row makes of them.

A form is a pile of sections (labels, amounts, indicators), each with columns of its own. A section begins with a row
of many cells and takes the rows that leave its white stripes free. The columns of the whole table are the fewest edges
that pass through every stripe; a row's cells lie between those of its section.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from selfeval_extract.readers.pdf.lines import BLANKS
from selfeval_extract.readers.pdf.marks import Char

FINE = 0.3
"""White narrower than this, in font sizes, is part of the text."""
STRIPE = 0.45
"""A stripe that stays white over many rows parts columns if it is this wide."""
SURE = 1.4
"""White in one row that parts cells without any other sign."""
MANY_LINES = 4
"""White that stays over so many lines of a row parts cells even if it is narrow."""
HEAD = 4
"""A row of this many cells begins a section."""
SPAN_COST = 0.5
"""What a cell over one more column costs against one point of bad alignment."""
PADDING = 6.0
FAR_OFF = 1e6
NEAR = 0.5
"""How far white may lie from an edge of other rows to be the same, in font sizes."""

Span = tuple[float, float]


@dataclass(slots=True)
class Block:
    """A stretch of a form between two sides that is one row: its characters and where they leave ink."""

    x0: float
    x1: float
    chars: list[Char]
    size: float = 0.0
    ink: list[Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.size = max((c[3] for c in self.chars), default=0.0)
        self.ink = spans((c[0], c[2]) for c in self.chars if c[4] not in BLANKS)
        self.ink = apart(self.ink, FINE * self.size)

    @property
    def whites(self) -> list[Span]:
        """The stretches without ink, out to the sides."""
        ends = [self.x0, *(x for part in self.ink for x in part), self.x1]
        return [(min(a, b), b) for a, b in zip(ends[::2], ends[1::2], strict=True)]

    def parts(self, gap: float = SURE) -> list[Span]:
        """The ink cut where it is white for at least `gap` font sizes."""
        return apart(self.ink, gap * self.size)


@dataclass(slots=True)
class Section:
    """Rows with common columns: the stripes that all leave white, and the blocks (by number)."""

    whites: list[Span]
    blocks: list[int] = field(default_factory=list)

    def narrowed(self, block: Block, blocks: Sequence[Block]) -> list[Span] | None:
        """The stripes that a block leaves white too, or None if it has other columns.

        A sure gap of the block that all `blocks` of the section leave white is one more stripe: their cells there are
        empty, as in the row of headings over a column of labels.
        """
        out: list[Span] = []
        for white in self.whites:
            pieces = [common(white, free) for free in block.whites] if within(white, block) else [white]
            widest = max(pieces, key=width)
            if width(widest) < FINE * block.size:
                return None
            out.append(widest)
        for gap in between(block.parts()):
            if any(width(common(gap, white)) > 0 for white in out):
                continue
            free = shared_white(gap, [blocks[n] for n in self.blocks])
            if width(free) < FINE * block.size:
                return None
            out.append(free)
        return sorted(out)


def width(span: Span) -> float:
    """How wide a stretch is; negative if it is none."""
    return span[1] - span[0]


def common(a: Span, b: Span) -> Span:
    """The stretch that two have in common."""
    return (max(a[0], b[0]), min(a[1], b[1]))


def within(white: Span, block: Block) -> bool:
    """Does a stripe lie between the block's sides?"""
    return block.x0 < (white[0] + white[1]) / 2 < block.x1


def shared_white(gap: Span, blocks: Sequence[Block]) -> Span:
    """The widest part of a gap that all blocks leave white."""
    for block in blocks:
        if block.x0 < gap[1] and gap[0] < block.x1:
            gap = max((common(gap, free) for free in block.whites), key=width)
    return gap


def spans(found: Iterable[Span]) -> list[Span]:
    """Stretches that touch as one, from left to right."""
    return apart(sorted(found), 0.0)


def apart(ordered: Sequence[Span], gap: float) -> list[Span]:
    """Stretches closer together than `gap` as one."""
    out: list[Span] = []
    for x0, x1 in ordered:
        if out and x0 - out[-1][1] < max(gap, 0.01):
            out[-1] = (out[-1][0], max(out[-1][1], x1))
        else:
            out.append((x0, x1))
    return out


def between(parts: Sequence[Span]) -> list[Span]:
    """The white between stretches of ink."""
    return [(a[1], b[0]) for a, b in pairwise(parts)]


def sections_of(blocks: Sequence[Block], open_stripes: Sequence[Span] = ()) -> list[Section]:
    """The sections of a form, in order; blocks that are in none are labels and texts over columns of their own.

    `open_stripes` are those of a section that may go on from the page before.
    """
    found = [Section(list(open_stripes))] if open_stripes else []
    for n, block in enumerate(blocks):
        narrowed = found[-1].narrowed(block, blocks) if found else None
        if narrowed is not None:
            found[-1].whites = narrowed
            found[-1].blocks.append(n)
        elif len(block.parts()) >= HEAD:
            found.append(Section(between(block.parts()), [n]))
    found = [section for section in found if section.blocks]
    for section in found:
        section.whites = _refined(section, [blocks[n] for n in section.blocks])
    return found


def _refined(section: Section, blocks: Sequence[Block]) -> list[Span]:
    """The section's stripes and those its first row does not show: narrow ones that all its rows leave white."""
    size = max(block.size for block in blocks)
    ink = apart(spans(part for block in blocks for part in block.ink), STRIPE * size)
    return with_stripes(section.whites, between(ink), blocks)


def with_stripes(known: Sequence[Span], new: Sequence[Span], blocks: Sequence[Block]) -> list[Span]:
    """Known stripes and those new ones that have ink on both sides, in several rows, before the next known one."""
    out = sorted(known)
    for white in new:
        if any(width(common(white, other)) > 0 for other in out):
            continue
        left = max((w[1] for w in out if w[1] <= white[0]), default=-FAR_OFF)
        right = min((w[0] for w in out if w[0] >= white[1]), default=FAR_OFF)
        sides = ((left - 0.1, white[0] + 0.1), (white[1] - 0.1, right + 0.1))
        rows = [sum(any(a <= part[0] and part[1] <= b for part in block.ink) for block in blocks) for a, b in sides]
        if min(rows) > 1:
            out = sorted([*out, white])
    return out


def with_edges(section: Section, blocks: Sequence[Block], edges: Sequence[float]) -> list[Span]:
    """The section's stripes and the white around the table's other edges, where all its rows have some."""
    own = [blocks[n] for n in section.blocks]
    out = list(section.whites)
    for x in edges:
        if any(white[0] - 1 <= x <= white[1] + 1 for white in out):
            continue
        size = max(block.size for block in own)
        free = shared_white((x - NEAR * size, x + NEAR * size), own)
        if width(free) >= FINE * size:
            out = with_stripes(out, [free], own)
    return out


def common_edges(whites: Iterable[Span], fixed: Sequence[float]) -> list[float]:
    """The fewest edges such that every stripe has one; `fixed` ones are known."""
    out = list(fixed)
    open_at: Span | None = None
    for white in sorted(whites, key=lambda w: w[1]):
        if any(white[0] - 0.5 <= x <= white[1] + 0.5 for x in out):
            continue
        if open_at is not None and white[0] <= open_at[1]:
            open_at = common(open_at, white)
            continue
        if open_at is not None:
            out.append((open_at[0] + open_at[1]) / 2)
        open_at = white
    if open_at is not None:
        out.append((open_at[0] + open_at[1]) / 2)
    return sorted(out)


def all_edges(whites: Sequence[Span], loose: Sequence[Block], known: Sequence[float]) -> list[float]:
    """The edges of a table: one in each stripe of its sections and in each gap of its other rows."""
    first = common_edges(whites, known)
    gaps = [gap for block in loose for gap in between(loose_parts(block, first))]
    return common_edges([*whites, *gaps], known)


def section_bounds(block: Block, whites: Sequence[Span], edges: Sequence[float]) -> list[float]:
    """Where the cells of a section's row begin and end: at one of the table's edges in each stripe.

    Where the row has a gap of its own at another edge, it has a cell more than its section.
    """
    bounds = [block.x0]
    for white in whites:
        if within(white, block):
            middle = (white[0] + white[1]) / 2
            bounds.append(min(edges, key=lambda x: abs(x - middle) + 1000 * (not white[0] - 1 <= x <= white[1] + 1)))
    bounds.append(block.x1)
    for gap in between(loose_parts(block, edges)):
        near = NEAR * block.size
        if not any(gap[0] - near <= x <= gap[1] + near for x in bounds):
            middle = (gap[0] + gap[1]) / 2
            bounds.append(min(edges, key=lambda x: abs(x - middle)))
    return sorted(set(bounds))


def loose_bounds(block: Block, edges: Sequence[float]) -> list[float]:
    """Where the cells of a row of its own begin and end: each as wide as its text's place in it tells."""
    own = [block.x0, *(x for x in edges if block.x0 < x < block.x1), block.x1]
    parts = loose_parts(block, edges)
    if not parts:
        return [block.x0, block.x1]
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [0])}
    for part in parts:
        after: dict[int, tuple[float, list[int]]] = {}
        for last, (cost, path) in best.items():
            for a, b in _around(part, own, last):
                new = cost + _badness(part, own[a], own[b]) + SPAN_COST * (b - a - 1)
                if b not in after or new < after[b][0]:
                    after[b] = (new, [*path, a, b])
        if not after:
            return [block.x0, block.x1]
        best = after
    path = min(best.values())[1]
    cells = list(zip(path[1::2], path[2::2], strict=True))
    if cells[-1][1] - cells[-1][0] > 1 or len(cells) == 1:
        cells[-1] = (cells[-1][0], len(own) - 1)
    if len(cells) == 1 and abs(parts[0][0] + parts[0][1] - block.x0 - block.x1) < 3 * block.size:
        return [block.x0, block.x1]
    return [x for n, x in enumerate(own) if not any(a < n < b for a, b in cells)]


def _around(part: Span, own: Sequence[float], last: int) -> Iterable[tuple[int, int]]:
    """The pairs of edges that have a part between them, from the edge `last` on."""
    for a in range(last, len(own) - 1):
        if own[a] > part[0] + 1:
            return
        for b in range(a + 1, len(own)):
            if own[b] >= part[1] - 1:
                yield a, b


def _badness(part: Span, left: float, right: float) -> float:
    """How far a text is from standing in the middle or at the left of a cell, in points."""
    middle = abs(part[0] + part[1] - left - right) / 2
    return min(middle, max(0.0, part[0] - left - PADDING), 40.0)


def loose_parts(block: Block, edges: Sequence[float]) -> list[Span]:
    """A row's ink cut at sure gaps, at those that stay white over many lines, and where other rows have an edge."""
    lines = len({round(char[1]) for char in block.chars})
    sure = STRIPE if lines >= MANY_LINES else SURE
    out: list[Span] = []
    for part in block.parts(STRIPE if lines < 2 else FINE):
        if out:
            gap = (out[-1][1], part[0])
            near = NEAR * block.size if lines > 1 or width(gap) > 2 * NEAR * block.size else 0.0
            edge = any(gap[0] - near <= x <= gap[1] + near for x in edges)
            if width(gap) < sure * block.size and not edge:
                out[-1] = (out[-1][0], part[1])
                continue
        out.append(part)
    return out
