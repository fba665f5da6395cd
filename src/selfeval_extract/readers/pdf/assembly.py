"""Pages → the document's blocks: tables without rulings found, then lines and tables of all pages in reading order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from selfeval_extract.document import Block, Paragraph, Table
from selfeval_extract.readers.pdf.geometry import Span, grouped
from selfeval_extract.readers.pdf.joining import continues, joined
from selfeval_extract.readers.pdf.layout import PageLayout, PageTable
from selfeval_extract.readers.pdf.marks import Line
from selfeval_extract.readers.pdf.prose import TextMetrics, paragraph_text, paragraphs_of, size_class, text_metrics
from selfeval_extract.readers.pdf.unruled_forms import find_forms
from selfeval_extract.readers.pdf.unruled_tables import continued_table, find_tables


def find_unruled(pages: Iterable[PageLayout]) -> Iterator[PageLayout]:
    """Each page with its tables without rulings: forms, then what goes on from the page before, then small tables.

    A form that goes on may move the edges of its part on the page before, so each page comes when the next is done.
    """
    last: PageLayout | None = None
    for page in pages:
        forms = find_forms(page, last)
        page = page.searched(forms)
        if last is not None:
            for region in forms:
                if region.rows is not None and (part := region.rows.before) is not None:
                    last = last._replace(tables=[part if old.cells is part.cells else old for old in last.tables])
            page = page.searched(continued_table(last, page))
            yield last
        last = page.searched(find_tables(page))
    if last is not None:
        yield last


def blocks_of(pages: Sequence[PageLayout]) -> Iterator[Block]:
    """The body's blocks in reading order, joined over page breaks."""
    metrics = _metrics(pages)
    for part in joined_parts(pages):
        if isinstance(part, Table):
            yield part
        else:
            yield from (Paragraph(paragraph_text(lines)) for lines in paragraphs_of(part, metrics))


def _metrics(pages: Sequence[PageLayout]) -> dict[tuple[int, int], TextMetrics]:
    """The text's metrics for each size of page."""
    lines: dict[tuple[int, int], list[Line]] = defaultdict(list)
    sides: dict[tuple[int, int], list[Span]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            lines[size_class(line)].append(line)
            sides[size_class(line)] += [(table.xs[0], table.xs[-1]) for table in page.tables]
    return {key: text_metrics(found, sides[key]) for key, found in lines.items()}


def joined_parts(pages: Sequence[PageLayout]) -> Iterator[Table | list[Line]]:
    """The tables, each joined from its parts, and between them the lines outside tables, in reading order."""
    items = [item for page in pages for item in page.items()]
    foot = max((item.bottom for item in items), default=0.0)  # how far down the body reaches

    def goes_on(group: list[Line | PageTable], item: Line | PageTable) -> bool:
        last = group[-1]
        if isinstance(item, Line) or isinstance(last, Line):
            return isinstance(item, Line) and isinstance(last, Line)
        return continues(last, item, foot)

    for group in grouped(items, goes_on):
        parts = [part for part in group if isinstance(part, PageTable)]
        yield joined(parts) if parts else [line for line in group if isinstance(line, Line)]
