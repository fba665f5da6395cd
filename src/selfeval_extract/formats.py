"""The formats of reports that are read: a row for each. Everything that names or lists them reads this table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple


class FileFormat(NamedTuple):
    """A format. `name`: what the record calls it; `ending`: of its files; `sniffer`: says of a file's bytes whether they are of
    this format; `reader`: makes them a `Document`. Both are `module:function` in `readers/`, imported when they are needed."""

    name: str
    ending: str
    sniffer: str
    reader: str


FORMATS = (
    FileFormat("docx", ".docx", "sniff:is_docx", "word.reader:read_docx"),
    FileFormat("pdf", ".pdf", "sniff:is_pdf", "pdf.reader:read_pdf"),
    FileFormat("txt", ".txt", "sniff:is_text", "text.reader:read_text"),
)
"""The sniffers are asked in this order. A text is what is nothing else, so that it comes last."""
FORMAT_NAMES = tuple(each.name for each in FORMATS)
ENDINGS = tuple(each.ending for each in FORMATS)
"""Endings of the files that are read below a folder; a file given by its own path is read whatever its ending."""

if TYPE_CHECKING:
    Format = str
else:
    Format = Literal[FORMAT_NAMES]
"""The name of a format."""


def endings(conjunction: str) -> str:
    """The endings in a sentence: `.docx, .pdf and .txt`."""
    return f"{', '.join(ENDINGS[:-1])} {conjunction} {ENDINGS[-1]}"
