"""What is drawn on a page → pieces of lines and filled areas, in points of the upright frame."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat

import pypdfium2.raw as raw

from selfeval_extract.document import Box
from selfeval_extract.limits import Limits
from selfeval_extract.readers.pdf import ctypes_calls, tuning
from selfeval_extract.readers.pdf.marks import Ruling

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


class PathCollector:
    """Goes through the objects of a page (number, size) and keeps what could be a ruling.

    Raises `UnreadableFile` with code limit if there are too many.
    """

    def __init__(self, page: int, width: float, height: float, limits: Limits) -> None:
        self.horizontal: list[Ruling] = []
        self.vertical: list[Ruling] = []
        self.areas: list[Box] = []
        self.raster = False
        self.texts = 0
        self._page = page
        self._limits = limits
        self._scan = tuning.SCAN_SHARE * width * height
        self._counts: Counter[str] = Counter()

    def _counted(self, what: str, count: int) -> int:
        """How many more there are; those in reused forms count each time they are visited."""
        self._counts[what] += count
        if self._counts[what] > self._limits.page_objects:
            raise self._limits.exceeded("page_objects", f"Page {self._page} has {self._counts[what]:,} {what}")
        return count

    def visit(self, page: int, matrix: Matrix, depth: int = 0) -> None:
        """Collect from all objects of the page at an address, or of a form if there is a depth, and from the forms in it.

        `matrix` leads to the page's upright frame.
        """
        count_of = ctypes_calls.form_objects if depth else ctypes_calls.page_objects
        object_of = ctypes_calls.form_object if depth else ctypes_calls.page_object
        count = self._counted("drawing objects", count_of(page))
        things = list(map(object_of, repeat(page), range(count)))
        kinds: defaultdict[int, list[int]] = defaultdict(list)
        for thing, kind in zip(things, map(ctypes_calls.object_kind, things), strict=True):
            kinds[kind].append(thing)
        self.texts += len(kinds[raw.FPDF_PAGEOBJ_TEXT])
        self._visit_paths(kinds[raw.FPDF_PAGEOBJ_PATH], matrix)
        for box in boxes(kinds[raw.FPDF_PAGEOBJ_IMAGE], matrix):
            if box is not None and not self._add_if_thin(box):
                self.raster = self.raster or (box[2] - box[0]) * (box[3] - box[1]) > self._scan
        for form in kinds[raw.FPDF_PAGEOBJ_FORM] if depth < tuning.MAX_NESTING else ():
            self.visit(form, composed(object_matrix(form), matrix), depth + 1)

    def _visit_paths(self, paths: Sequence[int], matrix: Matrix) -> None:
        modes, at = ctypes_calls.room("i", 2 * len(paths))
        end = at + 8 * len(paths)
        deque(map(ctypes_calls.path_mode, paths, range(at, end, 8), range(at + 4, end, 8)), 0)
        for path, box, fill, stroke in zip(paths, boxes(paths, matrix), modes[::2], modes[1::2], strict=True):
            if box is None or not (fill or stroke) or self._add_if_thin(box):
                continue
            count = self._counted("segments of lines", ctypes_calls.path_segments(path))
            for points in subpaths(path, count, composed(object_matrix(path), matrix)):
                self._add_subpath(points, bool(stroke))

    def _add_subpath(self, points: list[Point], stroked: bool) -> None:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if self._add_if_thin(box):
            return
        if not stroked and is_rectangle(points, box):
            self.areas.append(box)
        for (x0, y0), (x1, y1) in pairwise(points) if stroked else ():
            if abs(y0 - y1) <= tuning.STRAIGHT < abs(x0 - x1):
                self.horizontal.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) <= tuning.STRAIGHT < abs(y0 - y1):
                self.vertical.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def _add_if_thin(self, box: Box) -> bool:
        """Keep a thin box as a piece of a line; a dot may belong to a dotted line of either direction. Is it thin?"""
        x0, y0, x1, y1 = box
        wide, high = x1 - x0, y1 - y0
        if min(wide, high) > tuning.MAX_THICKNESS:
            return False
        dot = wide <= tuning.MAX_THICKNESS >= high and wide <= 2 * high and high <= 2 * wide
        if wide > high or dot:
            self.horizontal.append(((y0 + y1) / 2, x0, x1))
        if high > wide or dot:
            self.vertical.append(((x0 + x1) / 2, y0, y1))
        return True


def subpaths(path: int, count: int, matrix: Matrix) -> list[list[Point]]:
    """The straight subpaths of a path as points; a curve ends one and begins another."""
    out: list[list[Point]] = []
    place, at = ctypes_calls.room("f", 2)
    for segment in map(ctypes_calls.path_segment, repeat(path), range(count)):
        ctypes_calls.segment_point(segment, at, at + 4)
        point = moved(matrix, *place)
        if ctypes_calls.segment_kind(segment) == raw.FPDF_SEGMENT_LINETO and out:
            out[-1].append(point)
        else:
            out.append([point])
        if ctypes_calls.segment_closes(segment) and len(out[-1]) > 2:
            out[-1].append(out[-1][0])
    return [points for points in out if len(points) > 1]


def boxes(things: Sequence[int], matrix: Matrix) -> Iterator[Box | None]:
    """The boxes of page objects, moved by a matrix; None for an object without one."""
    sides, at = ctypes_calls.room("f", 4 * len(things))
    end = at + 16 * len(things)
    known = list(map(ctypes_calls.object_bounds, things, *(range(at + k, end, 16) for k in (0, 4, 8, 12))))
    for there, left, bottom, right, top in zip(known, sides[::4], sides[1::4], sides[2::4], sides[3::4], strict=True):
        x0, y0 = moved(matrix, left, bottom)
        x1, y1 = moved(matrix, right, top)
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        yield (x0, y0, x1, y1) if there else None


def is_rectangle(points: list[Point], box: Box) -> bool:
    """Do all points lie in the corners of the box?"""
    off = (max(min(abs(x - box[0]), abs(x - box[2])), min(abs(y - box[1]), abs(y - box[3]))) for x, y in points)
    return len(points) >= 4 and max(off) <= tuning.STRAIGHT


def object_matrix(thing: int) -> Matrix:
    """A page object's own matrix."""
    matrix, at = ctypes_calls.room("f", 6)
    ctypes_calls.object_matrix(thing, at)
    a, b, d, e, g, h = matrix
    return (a, b, d, e, g, h)


def composed(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies `first`, then `then`."""
    a, b, d, e, g, h = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, d * p + e * r, d * q + e * s, g * p + h * r + t, g * q + h * s + u)


def moved(m: Matrix, x: float, y: float) -> Point:
    """A point, moved by a matrix."""
    a, b, d, e, g, h = m
    return (a * x + d * y + g, b * x + e * y + h)
