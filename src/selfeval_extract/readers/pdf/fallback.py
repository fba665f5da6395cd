"""The second reader: pdfplumber, for pages where pdfium sees text runs but cannot read them.

Slow and imported only then. It gives the same marks, so nothing behind it differs.
"""

from __future__ import annotations

import gc
from io import BytesIO

from selfeval_extract.readers.pdf.marks import Frame, PageMarks


def read_again(data: bytes, number: int) -> PageMarks | None:
    """The marks of a page as pdfplumber sees them, or None if it finds no text either."""
    marks = _read(data, number)
    gc.collect(0)  # pdfminer leaves 2 MB in cycles behind each page, and a document is made with collection paused
    return marks


def _read(data: bytes, number: int) -> PageMarks | None:
    import pdfplumber
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    try:
        with pdfplumber.open(BytesIO(data)) as document:
            page = document.pages[number - 1]
            left, top = page.bbox[0], page.bbox[1]
            chars = [
                (c["x0"] - left, c["bottom"] - top - 0.2 * c["size"], c["x1"] - left, c["size"], text)
                for c in page.chars
                if c["upright"]
                for text in c["text"][:1]
            ]
            horizontal = [(e["top"] - top, e["x0"] - left, e["x1"] - left) for e in page.horizontal_edges]
            vertical = [(e["x0"] - left, e["top"] - top, e["bottom"] - top) for e in page.vertical_edges]
            frame = Frame(number, float(page.width), float(page.height))
    except (
        MalformedPDFException, PdfminerException, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError,
    ):  # fmt: skip
        # pdfminer answers damaged files with any of these; the page then stays what it was: without text.
        return None
    return PageMarks(frame, chars, horizontal, vertical, []) if chars else None
