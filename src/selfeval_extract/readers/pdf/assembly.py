"""Lines and tables of all pages → the document's blocks in reading order, joined over page breaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from selfeval_extract.document import Block, Paragraph
from selfeval_extract.readers.pdf.joining import continues, joined
from selfeval_extract.readers.pdf.layout import PageLayout, PageTable
from selfeval_extract.readers.pdf.marks import Line
from selfeval_extract.readers.pdf.prose import Measure, measure, paragraph_text, paragraphs_of, size_class
from selfeval_extract.readers.pdf.unruled_forms import find_forms
from selfeval_extract.readers.pdf.unruled_tables import find_borderless, find_continued


def find_tables(layouts: Sequence[PageLayout]) -> None:
    """Turn the lines of tables without rules into tables, page by page, in place; one may go on from the page before."""
    for n, page in enumerate(layouts):
        above = layouts[n - 1] if n else None
        find_forms(page, above)
        if above is not None:
            find_continued(above, page)
        find_borderless(page)


def blocks_of(layouts: Sequence[PageLayout]) -> list[Block]:
    """The body's blocks in reading order, joined over page breaks."""
    measures = _measures(layouts)
    blocks: list[Block] = []
    for group in groups_of(layouts):
        if isinstance(group[0], PageTable):
            blocks.append(joined([part for part in group if isinstance(part, PageTable)]))
        else:
            lines = [line for line in group if isinstance(line, Line)]
            blocks.extend(Paragraph(paragraph_text(p)) for p in paragraphs_of(lines, measures))
    return blocks


def _measures(layouts: Sequence[PageLayout]) -> dict[tuple[int, int], Measure]:
    """The text margins for each size of page."""
    lines: dict[tuple[int, int], list[Line]] = defaultdict(list)
    borders: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for page in layouts:
        for line in page.lines:
            lines[size_class(line)].append(line)
            borders[size_class(line)] += [(t.xs[0], t.xs[-1]) for t in page.tables]
    return {key: measure(found, borders[key]) for key, found in lines.items()}


def groups_of(layouts: Sequence[PageLayout]) -> list[list[Line | PageTable]]:
    """Runs of lines and runs of table parts that belong together."""
    foot = _foot(layouts)
    groups: list[list[Line | PageTable]] = []
    for page in layouts:
        for n, item in enumerate(page.items()):
            last = groups[-1][-1] if groups else None
            if isinstance(item, Line):
                if isinstance(last, Line):
                    groups[-1].append(item)
                    continue
            elif isinstance(last, PageTable) and n == 0 and continues(last, item, foot):
                groups[-1].append(item)
                continue
            groups.append([item])
    return groups


def _foot(layouts: Sequence[PageLayout]) -> float:
    """How far down the body reaches on the fullest page."""
    return max((item.bottom for page in layouts for item in page.items()), default=0.0)
