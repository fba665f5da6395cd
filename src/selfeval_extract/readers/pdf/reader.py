"""The flow: pages → marks → layouts → furniture out → tables joined, lines joined → Document."""

from __future__ import annotations

from selfeval_extract.document import Document, Note, PagePlace, Paragraph
from selfeval_extract.errors import UnreadableFile, naming_file
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers.pdf.assembly import blocks_of, find_tables
from selfeval_extract.readers.pdf.fallback import read_again
from selfeval_extract.readers.pdf.furniture import take_furniture
from selfeval_extract.readers.pdf.layout import PageLayout, layout
from selfeval_extract.readers.pdf.marks import PageMarks
from selfeval_extract.readers.pdf.pdfium import opened, read_page
from selfeval_extract.readers.pdf.ruled_rows import find_banded


def read_pdf(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a PDF into paragraphs, tables and page furniture.

    Raises `UnreadableFile` with code corrupt, encrypted, limit or no_text.
    """
    notes: list[Note] = []
    layouts: list[PageLayout] = []
    characters = 0
    with naming_file(name), opened(data, limits) as document:
        pages = len(document)
        for number in range(1, pages + 1):
            marks = read_page(document, number, limits)
            if marks is None or marks.unread:
                marks = read_again(data, number) or marks
            notes += _page_notes(number, marks)
            characters += len(marks.chars) if marks is not None else 0
            if characters > limits.characters:
                raise limits.exceeded("characters", f"Up to page {number} there are {characters:,} characters")
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
    find_tables(layouts)
    return Document(name, "pdf", tuple(blocks_of(layouts)), tuple(margins), (), tuple(notes), pages)


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
