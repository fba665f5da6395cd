"""Bytes → Document: a package for each format, the only ones that know it; chosen by content."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from selfeval_extract.document import Document, Format
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers.sniff import sniff

_READERS: dict[Format, tuple[str, str]] = {
    "docx": ("selfeval_extract.readers.word.reader", "read_docx"),
    "pdf": ("selfeval_extract.readers.pdf.reader", "read_pdf"),
    "txt": ("selfeval_extract.readers.text.reader", "read_text"),
}
"""Format → (module, function). A module is imported when a file of its format comes: a text needs no PDF library."""


def read(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a document in the format that its bytes have. `name` is what messages call the file; each names it.

    Raises `ExtractionError` with a code of `errors.CODES`.
    """
    module, function = _READERS[sniff(data, name)]
    reader: Callable[[bytes, str, Limits], Document] = getattr(import_module(module), function)
    return reader(data, name, limits)
