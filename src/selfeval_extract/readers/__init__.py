"""Bytes → Document: a package for each format, the only ones that know it; chosen by content."""

from __future__ import annotations

from selfeval_extract.document import Document
from selfeval_extract.formats import FORMATS
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers.sniff import function, sniff

_READERS = {each.name: each.reader for each in FORMATS}


def read(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a document in the format that its bytes have. `name` is what messages call the file; each names it.

    A reader is imported when a file of its format comes: a text needs no PDF library. Raises `ExtractionError` with a code of
    `errors.CODES`.
    """
    document: Document = function(_READERS[sniff(data, name)])(data, name, limits)
    return document
