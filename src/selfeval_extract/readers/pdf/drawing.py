"""Pictures of what each stage made of a page, to see in which of them a fault begins.

They show the very values that the stages return: characters, rulings, lines, regions, rows, cells. One SVG file a stage and
page, in points of the page's upright frame; a legend says how many there are of each kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from selfeval_extract.document import Box
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.assembly import find_unruled
from selfeval_extract.readers.pdf.geometry import Span
from selfeval_extract.readers.pdf.grid import GridPlace
from selfeval_extract.readers.pdf.layout import Region, RuledPage, SearchedPage, ruled_page
from selfeval_extract.readers.pdf.marks import Frame, Line
from selfeval_extract.readers.pdf.reader import read_marks
from selfeval_extract.readers.pdf.ruled_rows import RuledRows, find_ruled_rows
from selfeval_extract.readers.pdf.running_heads import without_running_heads
from selfeval_extract.readers.pdf.unruled_forms import FormRows
from selfeval_extract.readers.pdf.unruled_tables import TableRows

LEGEND = 34.0
"""Points above the page for the legend."""

COLOURS = {
    "character": "#222222",
    "piece of a line": "#d62728",
    "filled area": "#f2c46d",
    "horizontal ruling": "#d62728",
    "vertical ruling": "#1f77b4",
    "horizontal ruling that none crosses": "#ff7f0e",
    "line": "#1f77b4",
    "line in a ruled cell": "#2ca02c",
    "running head or page number": "#9467bd",
    "grid": "#2ca02c",
    "rows between rulings": "#ff7f0e",
    "form": "#1f77b4",
    "table goes on": "#17becf",
    "table": "#9467bd",
    "no table": "#999999",
    "row": "#1f77b4",
    "cell of a row": "#1f77b4",
    "gap between columns": "#e377c2",
    "cell": "#2ca02c",
    "cell that may go on from above": "#bcbd22",
}
"""What is drawn, and its colour."""


class Shape(NamedTuple):
    """Something on a picture: what it is, a box (flat if it is a line) and a label.

    `lefts`: the label is the text that the box is around, and its characters stand there.
    """

    kind: str
    box: Box
    label: str = ""
    lefts: Sequence[float] = ()


class Stages(NamedTuple):
    """What each stage made of a page."""

    ruled: RuledPage
    heads: Sequence[Line]
    between_rulings: SearchedPage
    unruled: SearchedPage

    @property
    def frame(self) -> Frame:
        """The page."""
        return self.ruled.page.frame


def stages_of(data: bytes, limits: Limits = LIMITS) -> list[Stages]:
    """The stages of each page with characters, as `read_pdf` goes through them.

    Raises `UnreadableFile` with code corrupt, encrypted or limit.
    """
    ruled = [ruled_page(marks) for marks in read_marks(data, limits) if marks is not None and marks.chars]
    between_rulings = find_ruled_rows([found.page for found in ruled])
    pages, heads = without_running_heads([found.page for found in between_rulings])
    unruled = find_unruled(pages)
    return [
        Stages(first, [line for line in heads if line.frame is first.page.frame], second, third)
        for first, second, third in zip(ruled, between_rulings, unruled, strict=True)
    ]


def characters(stages: Stages) -> Iterator[Shape]:
    """Each character, and the pieces of lines and filled areas as they are drawn."""
    marks = stages.ruled.marks
    yield from (Shape("filled area", box) for box in marks.areas)
    yield from (Shape("piece of a line", (left, y, right, y)) for y, left, right in marks.horizontal)
    yield from (Shape("piece of a line", (x, top, x, bottom)) for x, top, bottom in marks.vertical)
    for left, baseline, right, size, char in marks.chars:
        box = (left, baseline - tuning.ASCENT * size, right, baseline + tuning.DESCENT * size)
        yield Shape("character", box, char, (left,))


def rulings(stages: Stages) -> Iterator[Shape]:
    """The rulings that the pieces make, and the cells of the grids that these make."""
    loose = set(stages.ruled.grids.loose)
    for grid in stages.ruled.grids.grids:
        yield from (Shape("grid", _place(at, grid.xs, grid.ys)) for at in grid.cells)
    for ruling in stages.ruled.rulings.horizontal:
        y, left, right = ruling
        kind = "horizontal ruling that none crosses" if ruling in loose else "horizontal ruling"
        yield Shape(kind, (left, y, right, y))
    yield from (Shape("vertical ruling", (x, top, x, bottom)) for x, top, bottom in stages.ruled.rulings.vertical)


def lines(stages: Stages) -> Iterator[Shape]:
    """The lines in the cells of grids, and those outside."""
    heads = {id(line) for line in stages.heads}
    for table in stages.ruled.page.tables:
        yield from (_line("line in a ruled cell", line) for cell in table.cells for line in cell.lines)
    for line in stages.ruled.page.lines:
        yield _line("running head or page number" if id(line) in heads else "line", line)


def regions(stages: Stages) -> Iterator[Shape]:
    """Where tables were looked for, whether they were found or not."""
    tables = {id(table.xs) for table in stages.ruled.page.tables}
    for grid in stages.ruled.grids.grids:
        yield Shape("grid" if id(grid.xs) in tables else "no table", grid.box, "grid")
    for region in _regions(stages):
        yield Shape(region.kind if region.table is not None else "no table", _around(region.lines), region.kind)


def rows(stages: Stages) -> Iterator[Shape]:
    """The rows of the regions that are tables, and the gaps that part their columns."""
    for table in stages.ruled.page.tables:
        yield from (Shape("row", (table.xs[0], top, table.xs[-1], bottom)) for top, bottom in pairwise(table.ys))
    for region in _regions(stages):
        if isinstance(region.rows, RuledRows):
            yield from _ruled_rows(region.rows)
        elif isinstance(region.rows, FormRows):
            yield from _form_rows(region.rows, region.lines)
        elif isinstance(region.rows, TableRows):
            yield from _table_rows(region.rows, region.lines)


def _ruled_rows(found: RuledRows) -> Iterator[Shape]:
    boxes = [_place(at, found.grid.xs, found.grid.ys) for at in found.grid.cells]
    for group in found.aligned:
        own = [boxes[n] for n in group.rows]
        yield from _gaps(group.gaps, min(box[1] for box in own), max(box[3] for box in own))
    yield from (Shape("row", box) for box in boxes)


def _form_rows(found: FormRows, lines: Sequence[Line]) -> Iterator[Shape]:
    for group in found.aligned:
        own = [lines[n] for n in group.rows]
        yield from _gaps(group.gaps, own[0].top, own[-1].bottom)
    first = 1
    for rows in found.groups:
        for cell in rows.cells:
            if cell.lines:
                _, top, _, bottom = _around(cell.lines)
                box = (rows.bounds[cell.column], top, rows.bounds[cell.column + 1], bottom)
                yield Shape("cell of a row", box, f"{first + cell.row}")
        first += rows.height


def _table_rows(found: TableRows, lines: Sequence[Line]) -> Iterator[Shape]:
    _, top, _, bottom = _around(lines)
    yield from _gaps([(a[1], b[0]) for a, b in pairwise(found.columns)], top, bottom)
    for number, row in enumerate(found.rows, 1):
        yield Shape("row", _around([piece for cut in row for piece in cut.pieces]), f"{number}")


def cells(stages: Stages) -> Iterator[Shape]:
    """The cells of all tables, with their row and column from 1 and their text, and the lines outside."""
    page = stages.unruled.page
    for table in page.tables:
        for cell in table.cells:
            kind = "cell that may go on from above" if cell.resumes else "cell"
            text = "".join(line.text for line in cell.lines)
            yield Shape(kind, _place(cell[:4], table.xs, table.ys), f"{cell.row + 1}.{cell.column + 1} {text}")
    yield from (_line("line", line) for line in page.lines)


PICTURES: dict[str, Callable[[Stages], Iterable[Shape]]] = {
    "1-characters": characters,
    "2-rulings": rulings,
    "3-lines": lines,
    "4-regions": regions,
    "5-rows": rows,
    "6-cells": cells,
}
"""A picture for each stage, in their order."""


def _regions(stages: Stages) -> list[Region[object]]:
    return [*stages.between_rulings.regions, *stages.unruled.regions]


def _place(at: GridPlace, xs: Sequence[float], ys: Sequence[float]) -> Box:
    row, column, height, width = at
    return (xs[column], ys[row], xs[column + width], ys[row + height])


def _line(kind: str, line: Line) -> Shape:
    return Shape(kind, (line.left, line.top, line.right, line.bottom), line.text, line.boxes.columns()[0])


def _around(lines: Sequence[Line]) -> Box:
    return (
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )


def _gaps(gaps: Iterable[Span], top: float, bottom: float) -> Iterator[Shape]:
    return (Shape("gap between columns", (left, top, right, bottom)) for left, right in gaps)


def draw(data: bytes, folder: Path, pages: Iterable[int] = ()) -> list[Path]:
    """Write the pictures of some pages (from 1; of all if none is named) to a folder, and return their paths.

    Raises `UnreadableFile` with code corrupt, encrypted or limit, and `OSError` if the folder cannot be written to.
    """
    wanted = set(pages)
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for stages in stages_of(data):
        if not wanted or stages.frame.page in wanted:
            for name, shapes in PICTURES.items():
                path = folder / f"page-{stages.frame.page:03}-{name}.svg"
                path.write_text(picture(stages, name, list(shapes(stages))), "utf-8")
                written.append(path)
    return written


def picture(stages: Stages, name: str, shapes: Sequence[Shape]) -> str:
    """A stage's shapes over the page's text, as SVG."""
    width, height = stages.frame.upright
    text = (
        () if name in ("1-characters", "3-lines", "6-cells") else (_text("#bbbbbb", shape) for shape in lines(stages))
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {-LEGEND} {width:.1f} {height + LEGEND:.1f}" '
            f'width="{2 * width:.0f}" height="{2 * (height + LEGEND):.0f}" font-family="sans-serif">',
            f'<rect y="{-LEGEND}" width="100%" height="100%" fill="#eeeeee"/>',
            f'<rect width="{width:.1f}" height="{height:.1f}" fill="#ffffff"/>',
            f'<text x="6" y="-22" font-size="10">page {stages.frame.page}: {name}</text>',
            *_legend(Counter(shape.kind for shape in shapes)),
            *text,
            *(part for shape in shapes for part in _drawn(shape)),
            "</svg>",
            "",
        ]
    )


def _legend(kinds: Counter[str]) -> Iterator[str]:
    x = 6.0
    for kind, count in kinds.items():
        label = f"{count} × {kind}"
        yield f'<rect x="{x}" y="-14" width="8" height="8" fill="{COLOURS[kind]}"/>'
        yield f'<text x="{x + 11}" y="-7" font-size="8">{label}</text>'
        x += 18 + 4.4 * len(label)


def _drawn(shape: Shape) -> Iterator[str]:
    """A box, and in it the text that it is around, or a small label."""
    left, top, right, bottom = shape.box
    colour, kind = COLOURS[shape.kind], shape.kind.replace(" ", "-")
    dashes = ' stroke-dasharray="3 2"' if shape.kind == "no table" else ""
    yield (
        f'<path class="{kind}" d="M{left:.1f} {top:.1f}H{right:.1f}V{bottom:.1f}H{left:.1f}Z" stroke="{colour}" '
        f'stroke-width="0.5" fill="{colour}" fill-opacity="0.1"{dashes}/>'
    )
    if shape.lefts:
        yield _text(colour, shape)
    elif shape.label:
        size = min(6.0, bottom - top)
        label = shape.label[: max(4, int((right - left) / size))]
        yield f'<text x="{left + 1:.1f}" y="{top + size:.1f}" font-size="{size:.1f}" fill="{colour}">{_xml(label)}</text>'


def _text(colour: str, shape: Shape) -> str:
    """The characters of a text at their places."""
    _, top, _, bottom = shape.box
    size = (bottom - top) / (tuning.ASCENT + tuning.DESCENT)
    lefts = " ".join([f"{left:.1f}" for left in shape.lefts])
    y = top + tuning.ASCENT * size
    return f'<text x="{lefts}" y="{y:.1f}" font-size="{size:.1f}" fill="{colour}">{_xml(shape.label)}</text>'


def _xml(text: str) -> str:
    """A text with a fixed blank for each blank, and without what XML cannot hold."""
    return escape("".join(["\xa0" if char.isspace() else char if char.isprintable() else "\ufffd" for char in text]))
