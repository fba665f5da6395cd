"""pdfplumber, for pages where pdfium finds text but cannot decode it.

It is slow, and imported for such a page only. It returns the same values, so that nothing after it differs.
"""

from __future__ import annotations

import gc
from io import BytesIO

from selfeval_extract.readers.pdf.marks import Frame, PageMarks


def read_again(data: bytes, number: int) -> PageMarks | None:
    """What pdfplumber finds printed on a page (from 1), or None if it finds no text either."""
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
        # pdfminer raises any of these for damaged files. The page then stays what it was: without text.
        return None
    finally:
        gc.collect(
            0
        )  # pdfminer leaves 2 MB of cycles after a page, and the collector is paused while a document is read
    return PageMarks(frame, chars, horizontal, vertical, []) if chars else None
