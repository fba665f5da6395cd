"""Bytes → Document. The only rooms that know a file format, one a format, chosen by content."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from selfeval_extract.document import Document, Format
from selfeval_extract.errors import ExtractionError
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers.sniff import sniff

_READERS: dict[Format, tuple[str, str]] = {
    "docx": ("selfeval_extract.readers.word.reader", "read_docx"),
    "pdf": ("selfeval_extract.readers.pdf.reader", "read_pdf"),
    "txt": ("selfeval_extract.readers.text.reader", "read_text"),
}


def read(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a document of whichever format its bytes have.

    A reader is imported when a file of its format comes, so that a text file never pays for a PDF library.
    Raises `ExtractionError` with one of the codes of `errors.CODES`.
    """
    module, function = _READERS[sniff(data, name)]
    reader: Callable[[bytes, str, Limits], Document] = getattr(import_module(module), function)
    try:
        return reader(data, name, limits)
    except ExtractionError as error:
        if name in error.message:
            raise
        raise type(error)(error.code, f"{name}: {error.message}") from error
