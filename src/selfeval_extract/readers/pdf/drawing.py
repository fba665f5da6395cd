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
from selfeval_extract.readers.pdf import tuning
from selfeval_extract.readers.pdf.assembly import find_unruled
from selfeval_extract.readers.pdf.geometry import between
from selfeval_extract.readers.pdf.grid import place_box
from selfeval_extract.readers.pdf.layout import PageLayout, RuledPage, ruled_page
from selfeval_extract.readers.pdf.marks import Line
from selfeval_extract.readers.pdf.reader import read_marks
from selfeval_extract.readers.pdf.ruled_rows import RuledRows, find_ruled_rows
from selfeval_extract.readers.pdf.running_heads import without_running_heads
from selfeval_extract.readers.pdf.unruled_forms import FormRows
from selfeval_extract.readers.pdf.unruled_tables import TableRows
from selfeval_extract.readers.pdf.whitespace import AlignedRows

COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#ff7f0e", "#9467bd", "#8c564b")
"""One for each kind of shape on a picture, in the order of the alphabet."""


class Shape(NamedTuple):
    """Something on a picture: what it is, a box (flat if it is a line) and a label."""

    kind: str
    box: Box
    label: str = ""


class Stages(NamedTuple):
    """What each stage made of a page."""

    ruled: RuledPage
    heads: Sequence[Line]
    page: PageLayout


def stages_of(data: bytes) -> list[Stages]:
    """The stages of each page with characters, as `read_pdf` goes through them. Raises as that."""
    ruled = [ruled_page(marks) for marks in read_marks(data) if marks is not None and marks.chars]
    pages, heads = without_running_heads(find_ruled_rows([found.page for found in ruled]))
    return [
        Stages(first, [line for line in heads if line.frame is page.frame], page)
        for first, page in zip(ruled, find_unruled(pages), strict=True)
    ]


def characters(stages: Stages) -> Iterator[Shape]:
    """Each character, and the pieces of lines and filled areas as they are drawn."""
    marks = stages.ruled.marks
    yield from (Shape("filled area", box) for box in marks.areas)
    yield from (Shape("piece of a line", (left, y, right, y)) for y, left, right in marks.horizontal)
    yield from (Shape("piece of a line", (x, top, x, bottom)) for x, top, bottom in marks.vertical)
    for left, baseline, right, size, char in marks.chars:
        yield Shape("character", (left, baseline - tuning.ASCENT * size, right, baseline + tuning.DESCENT * size), char)


def rulings(stages: Stages) -> Iterator[Shape]:
    """The rulings that the pieces make, and the cells of the grids that these make."""
    found = stages.ruled.rulings
    for grid in stages.ruled.grids.grids:
        yield from (Shape("grid", place_box(at, grid.xs, grid.ys)) for at in grid.cells)
    for y, left, right in found.horizontal:
        loose = (y, left, right) in stages.ruled.grids.loose
        yield Shape("horizontal ruling" + " that none crosses" * loose, (left, y, right, y))
    yield from (Shape("vertical ruling", (x, top, x, bottom)) for x, top, bottom in found.vertical)


def lines(stages: Stages) -> Iterator[Shape]:
    """The lines in the cells of grids, and those outside."""
    heads = {id(line) for line in stages.heads}
    for table in stages.ruled.page.tables:
        yield from (Shape("line in a ruled cell", _around([line])) for cell in table.cells for line in cell.lines)
    for line in stages.ruled.page.lines:
        yield Shape("running head or page number" if id(line) in heads else "line", _around([line]))


def regions(stages: Stages) -> Iterator[Shape]:
    """Where tables were looked for, whether they were found or not."""
    tables = {id(table.xs) for table in stages.ruled.page.tables}
    for grid in stages.ruled.grids.grids:
        yield Shape("grid" if id(grid.xs) in tables else "no table", grid.box, "grid")
    for region in stages.page.regions:
        yield Shape(region.kind if region.table is not None else "no table", _around(region.lines), region.kind)


def rows(stages: Stages) -> Iterator[Shape]:
    """The rows of the regions that are tables, and the gaps that part their columns."""
    for table in stages.ruled.page.tables:
        yield from (Shape("row", (table.xs[0], top, table.xs[-1], bottom)) for top, bottom in pairwise(table.ys))
    for region in stages.page.regions:
        found = region.rows
        if isinstance(found, RuledRows):
            boxes = [place_box(at, found.grid.xs, found.grid.ys) for at in found.grid.cells]
            yield from (Shape("row", box) for box in boxes)
            yield from _gaps(found.aligned, boxes)
        elif isinstance(found, FormRows):
            yield from _gaps(found.aligned, [_around([line]) for line in region.lines])
            filled = [cell for group in found.groups for cell in group.cells if cell.lines]
            yield from (Shape("cell of a row", _around(cell.lines)) for cell in filled)
        elif isinstance(found, TableRows):
            boxes = [_around([piece for cut in row for piece in cut.pieces]) for row in found.rows]
            yield from (Shape("row", box, f"{number}") for number, box in enumerate(boxes, 1))
            yield from _gaps([AlignedRows(between(found.columns), range(len(boxes)))], boxes)


def _gaps(aligned: Iterable[AlignedRows], boxes: Sequence[Box]) -> Iterator[Shape]:
    """The gaps of aligned rows, from the highest to the lowest box of these."""
    for group in aligned:
        top, bottom = min(boxes[n][1] for n in group.rows), max(boxes[n][3] for n in group.rows)
        yield from (Shape("gap between columns", (left, top, right, bottom)) for left, right in group.gaps)


def cells(stages: Stages) -> Iterator[Shape]:
    """The cells of all tables, with their row and column from 1, and the lines outside."""
    for table in stages.page.tables:
        for cell in table.cells:
            kind = "cell that may go on from above" if cell.resumes else "cell"
            yield Shape(kind, place_box(cell[:4], table.xs, table.ys), f"{cell.row + 1}.{cell.column + 1}")
    yield from (Shape("line", _around([line])) for line in stages.page.lines)


PICTURES: dict[str, Callable[[Stages], Iterable[Shape]]] = {
    f"{number}-{shapes.__name__}": shapes
    for number, shapes in enumerate((characters, rulings, lines, regions, rows, cells), 1)
}
"""A picture for each stage, in their order."""


def _around(lines: Sequence[Line]) -> Box:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return (left, min(line.top for line in lines), right, max(line.bottom for line in lines))


def draw(data: bytes, folder: Path, pages: Sequence[int] = ()) -> list[Path]:
    """Write the pictures of some pages (from 1; of all if none is named) to a folder, and return their paths.

    Raises `UnreadableFile` with code corrupt, encrypted or limit, and `OSError` if the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for stages in stages_of(data):
        page = stages.ruled.page.frame.page
        for name, shapes in PICTURES.items() if not pages or page in pages else ():
            path = folder / f"page-{page:03}-{name}.svg"
            path.write_text(_svg(stages, f"page {page}: {name}", list(shapes(stages))), "utf-8")
            written.append(path)
    return written


def _svg(stages: Stages, title: str, shapes: Sequence[Shape]) -> str:
    """A stage's shapes over the page's text, and above both a legend."""
    page = stages.ruled.page
    width, height = page.frame.upright
    text = [*page.lines, *(line for table in page.tables for cell in table.cells for line in cell.lines)]
    counts = Counter(shape.kind for shape in shapes)
    colours = dict(zip(sorted(counts), COLOURS, strict=False))
    legend = ", ".join(f'<tspan fill="{colours[kind]}">{count} × {kind}</tspan>' for kind, count in counts.items())
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -20 {width:.1f} {height + 20:.1f}" '
            f'width="{2 * width:.0f}" font-family="sans-serif" style="background: white">',
            f'<text x="6" y="-8" font-size="8">{title} — {legend}</text>',
            *(_text(line.text, line.boxes.columns()[0], line.baseline, line.size, "#bbbbbb") for line in text),
            *(part for shape in shapes for part in _drawn(shape, colours[shape.kind])),
            "</svg>\n",
        ]
    )


def _drawn(shape: Shape, colour: str) -> Iterator[str]:
    """A box, and a small label in it."""
    left, top, right, bottom = shape.box
    kind = shape.kind.replace(" ", "-")
    yield (
        f'<path class="{kind}" d="M{left:.1f} {top:.1f}H{right:.1f}V{bottom:.1f}H{left:.1f}Z" stroke="{colour}" '
        f'stroke-width="0.5" fill="{colour}" fill-opacity="0.1"/>'
    )
    if shape.label:
        size = min(6.0, bottom - top)
        yield _text(shape.label, [left + 1], top + size, size, colour)


def _text(text: str, lefts: Iterable[float], baseline: float, size: float, colour: str) -> str:
    """Characters at their places, a fixed blank for each blank, without what XML cannot hold."""
    shown = "".join("\xa0" if char.isspace() else char if char.isprintable() else "\ufffd" for char in text)
    places = " ".join(f"{left:.1f}" for left in lefts)
    return f'<text x="{places}" y="{baseline:.1f}" font-size="{size:.1f}" fill="{colour}">{escape(shown)}</text>'
