"""The flow: characters → rulings → lines → regions → rows → cells → tables, and with the lines outside them a Document."""

from __future__ import annotations

from collections.abc import Iterator

from selfeval_extract.document import Document, Note, NoteCode, PagePlace, Paragraph
from selfeval_extract.errors import UnreadableFile, naming_file
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers.pdf.assembly import blocks_of, find_unruled
from selfeval_extract.readers.pdf.fallback import read_again
from selfeval_extract.readers.pdf.layout import PageLayout, ruled_page
from selfeval_extract.readers.pdf.marks import PageMarks
from selfeval_extract.readers.pdf.pdfium import opened, read_page
from selfeval_extract.readers.pdf.prose import paragraph_text
from selfeval_extract.readers.pdf.ruled_rows import find_ruled_rows
from selfeval_extract.readers.pdf.running_heads import without_running_heads


def read_pdf(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a PDF into paragraphs, tables and, as margins, running heads and page numbers.

    Raises `UnreadableFile` with code corrupt, encrypted, limit or no_text.
    """
    notes: list[Note] = []
    pages: list[PageLayout] = []
    count = 0
    with naming_file(name):
        for count, marks in enumerate(read_marks(data, limits), 1):
            notes += _page_notes(count, marks)
            if marks is not None and marks.chars:
                ruled = ruled_page(marks)
                pages.append(ruled.page)
                if ruled.rulings.too_many:
                    notes.append(Note("rulings_ignored", f"page {count} has too many lines to look for tables in"))
    if not any(page.lines or page.tables for page in pages):
        advice = "Run text recognition (OCR) on it, or ask for the original file."
        what = f"{name} has {count} page{'s' * (count > 1)} but no text: probably scanned images."
        raise UnreadableFile("no_text", f"{what} {advice}")
    pages = [page._replace(regions=()) for page in find_ruled_rows(pages)]  # their rows hold all characters again
    pages, heads = without_running_heads(pages)
    pages = list(find_unruled(pages))
    margins = tuple([Paragraph(paragraph_text([line])) for line in heads])
    return Document(name, "pdf", tuple(blocks_of(pages)), margins, (), tuple(notes), count)


def read_marks(data: bytes, limits: Limits = LIMITS) -> Iterator[PageMarks | None]:
    """What is printed on each page, None for one that cannot be read.

    Raises `UnreadableFile` with code corrupt, encrypted or limit.
    """
    characters = 0
    with opened(data, limits) as document:
        for number in range(1, len(document) + 1):
            marks = read_page(document, number, limits)
            if marks is None or marks.unread:
                marks = read_again(data, number) or marks
            characters += len(marks.chars) if marks is not None else 0
            if characters > limits.characters:
                raise limits.exceeded("characters", f"Up to page {number} there are {characters:,} characters")
            yield marks


def _page_notes(number: int, marks: PageMarks | None) -> list[Note]:
    """What a person should know about a page that was not read in full."""
    if marks is None:
        return [Note("page_unreadable", f"page {number} is damaged and could not be read")]
    place = PagePlace(number, (0.0, 0.0, marks.frame.width, marks.frame.height))
    if not any(char[4].strip() for char in marks.chars):
        cause = "probably a scanned image; run text recognition on it" if marks.raster else "it may be blank"
        return [Note("page_without_text", f"page {number} has no text: {cause}", place)]
    damage: tuple[tuple[NoteCode, int, str], ...] = (
        ("unmapped_characters", marks.unmapped, "whose font does not say which they are"),
        ("slanted_text", marks.slanted, "across the page (a watermark or stamp?) that were left out"),
    )
    return [Note(code, f"page {number} has {n} characters {what}", place) for code, n, what in damage if n]
