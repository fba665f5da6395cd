"""The flow: pages → marks → layouts → furniture out → tables joined, lines joined → Document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from selfeval_extract.document import Block, Document, Note, PagePlace, Paragraph
from selfeval_extract.errors import UnreadableFile
from selfeval_extract.readers.pdf.banded import find_banded
from selfeval_extract.readers.pdf.borderless import find_borderless, find_continued
from selfeval_extract.readers.pdf.forms import find_forms
from selfeval_extract.readers.pdf.furniture import take_furniture
from selfeval_extract.readers.pdf.joining import continues, joined
from selfeval_extract.readers.pdf.layout import PageLayout, PageTable, layout
from selfeval_extract.readers.pdf.marks import Line, PageMarks
from selfeval_extract.readers.pdf.pdfium import opened, read_page
from selfeval_extract.readers.pdf.prose import Measure, measure, paragraph_text, paragraphs_of, size_class
from selfeval_extract.readers.pdf.second import read_again


def read_pdf(data: bytes, name: str) -> Document:
    """Read a PDF into paragraphs, tables and page furniture.

    Raises `UnreadableFile` with code corrupt, encrypted, limit or no_text.
    """
    notes: list[Note] = []
    layouts: list[PageLayout] = []
    with opened(data) as document:
        pages = len(document)
        for number in range(1, pages + 1):
            marks = read_page(document, number)
            if marks is None or marks.unread:
                marks = read_again(data, number) or marks
            notes += _page_notes(number, marks)
            if marks is not None and marks.chars:
                layouts.append(layout(marks))
                if layouts[-1].overdrawn:
                    notes.append(Note("rulings_ignored", f"page {number} has too many lines to look for tables in"))
    if not any(page.lines or page.tables for page in layouts):
        raise UnreadableFile(
            "no_text",
            f"{name} has {pages} page{'s' * (pages > 1)} but no text: probably scanned images. "
            "Run text recognition (OCR) on it, or ask for the original file.",
        )
    find_banded(layouts)
    margins = [Paragraph(line.to_text()) for line in take_furniture(layouts)]
    for n, page in enumerate(layouts):
        above = layouts[n - 1] if n else None
        find_forms(page, above)
        if above is not None:
            find_continued(above, page)
        find_borderless(page)
    return Document(name, "pdf", tuple(_blocks(layouts)), tuple(margins), (), tuple(notes), pages)


def _page_notes(number: int, marks: PageMarks | None) -> list[Note]:
    """What a person should know about a page that was not read in full."""
    if marks is None:
        return [Note("page_unreadable", f"page {number} is damaged and could not be read")]
    place = PagePlace(number, (0.0, 0.0, marks.frame.width, marks.frame.height))
    if not any(char[4].strip() for char in marks.chars):
        cause = "probably a scanned image; run text recognition on it" if marks.raster else "it may be blank"
        return [Note("page_without_text", f"page {number} has no text: {cause}", place)]
    notes = []
    if marks.unmapped:
        message = f"page {number} has {marks.unmapped} characters whose font does not say which they are"
        notes.append(Note("unmapped_characters", message, place))
    if marks.slanted:
        message = (
            f"page {number} has {marks.slanted} characters across the page (a watermark or stamp?) that were left out"
        )
        notes.append(Note("slanted_text", message, place))
    return notes


def _blocks(layouts: Sequence[PageLayout]) -> list[Block]:
    """The body's blocks in reading order, joined over page breaks."""
    measures = _measures(layouts)
    blocks: list[Block] = []
    for group in _groups(layouts):
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


def _groups(layouts: Sequence[PageLayout]) -> list[list[Line | PageTable]]:
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
