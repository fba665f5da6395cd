"""Geometry that every stage needs: stretches of one axis, positions on it, boxes. All numbers are points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from selfeval_extract.document import Box

Item = TypeVar("Item")
Span = tuple[float, float]
"""A stretch of one axis: where it begins and where it ends."""


def width(span: Span) -> float:
    """How long a stretch is; negative for one that ends before it begins."""
    return span[1] - span[0]


def middle(span: Span) -> float:
    """The point half-way between the ends."""
    return (span[0] + span[1]) / 2


def common(a: Span, b: Span) -> Span:
    """What two stretches share; of negative width if they share nothing."""
    return (max(a[0], b[0]), min(a[1], b[1]))


def overlap(a: Span, b: Span) -> bool:
    """Do two stretches share more than a point?"""
    return max(a[0], b[0]) < min(a[1], b[1])


def boxes_overlap(a: Box, b: Box) -> bool:
    """Do two boxes share more than an edge?"""
    return overlap((a[0], a[2]), (b[0], b[2])) and overlap((a[1], a[3]), (b[1], b[3]))


def grouped(items: Iterable[Item], goes_on: Callable[[list[Item], Item], bool]) -> list[list[Item]]:
    """Items in groups: each belongs to the group before it if that goes on with it, else it begins another."""
    groups: list[list[Item]] = []
    for item in items:
        if groups and goes_on(groups[-1], item):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def bridged(spans: Iterable[Span], gap: float) -> list[Span]:
    """Stretches in order, those less than `gap` apart (or that touch) as one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start - out[-1][1] < max(gap, 0.01):
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def between(spans: Sequence[Span]) -> list[Span]:
    """The gaps between stretches that are in order."""
    return [(a[1], b[0]) for a, b in pairwise(spans)]


def distinct(positions: Iterable[float], gap: float) -> list[float]:
    """Positions in order, without those at most `gap` behind the last that was kept."""
    out: list[float] = []
    for at in sorted(positions):
        if not out or at - out[-1] > gap:
            out.append(at)
    return out


def nearest(positions: Sequence[float], at: float) -> int:
    """The number of the position nearest to a point, the first of two. Positions are in order."""
    n = bisect_left(positions, at)
    if n and (n == len(positions) or at - positions[n - 1] <= positions[n] - at):
        return n - 1
    return n


def slot(edges: Sequence[float], at: float) -> int:
    """Between which of the edges a point lies, from 0; outside them, the first or the last slot."""
    return min(max(bisect_right(edges, at) - 1, 0), len(edges) - 2)


def row_edges(tops: Sequence[float], bottoms: Sequence[float]) -> list[float]:
    """The edges of rows whose texts reach from `tops` to `bottoms`: in the middle of the white between two."""
    return [tops[0], *((above + below) / 2 for above, below in zip(bottoms, tops[1:], strict=False)), bottoms[-1]]
