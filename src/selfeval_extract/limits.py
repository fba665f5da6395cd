"""How much a file may ask for before it is refused: data, each with the meaning that messages and `--help` give it.

The defaults are far above what published reports need: what goes over them is no report, or an attack.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from selfeval_extract.errors import UnreadableFile


class BadLimit(ValueError):
    """A limit that does not exist, or a value that none can have."""


class Limits(NamedTuple):
    """The most that is allowed of each; what goes over it fails with the code `limit`, naming it."""

    file_mb: int = 100
    seconds: int = 60
    memory_mb: int = 1024
    pages: int = 2_000
    characters: int = 5_000_000
    page_characters: int = 100_000
    page_objects: int = 200_000
    zip_entries: int = 10_000
    zip_ratio: int = 200
    part_mb: int = 64
    unpacked_mb: int = 128
    xml_depth: int = 256
    xml_text_mb: int = 10
    nested_tables: int = 60
    columns: int = 63

    def too_large(self, name: str, size: int) -> UnreadableFile | None:
        """The error of a file of so many bytes; None if it may have them."""
        return self.exceeded("file_mb", f"{name} is larger") if size > self.file_mb << 20 else None

    def out_of_memory(self, name: str) -> UnreadableFile:
        """The error of a file that needs more memory than there is."""
        return self.exceeded("memory_mb", f"{name} needs more memory")

    def exceeded(self, name: str, what: str) -> UnreadableFile:
        """The error of a file that goes over the limit `name`; `what` says by how much."""
        return UnreadableFile(
            "limit",
            f"{what}; the limit is {getattr(self, name):,} {meaning(name)}. If the file is what it should be, "
            f"raise the limit: --limit {name}=N.",
        )


LIMITS = Limits()
"""What the program comes with."""
NAMES = Limits._fields
_MEANINGS = {
    "file_mb": "MB of a file",
    "seconds": "seconds for a file",
    "memory_mb": "MB of memory of a worker",
    "pages": "pages of a PDF",
    "characters": "characters of a document",
    "page_characters": "characters on a page of a PDF",
    "page_objects": "drawing objects on a page of a PDF, and segments of their lines",
    "zip_entries": "parts in a .docx",
    "zip_ratio": "times that a part of more than 16 MB in a .docx may grow when it is unpacked",
    "part_mb": "MB of a part of a .docx, unpacked",
    "unpacked_mb": "MB of all parts of a .docx that are read, unpacked",
    "xml_depth": "elements inside each other in a part of a .docx",
    "xml_text_mb": "MB of a single text in a part of a .docx",
    "nested_tables": "tables or text boxes inside each other in a .docx",
    "columns": "columns that a cell of a .docx may span (Word's own limit); wider ones are cut to it",
}
_HIGHEST = 10**12


def meaning(name: str) -> str:
    """What a limit counts."""
    return _MEANINGS[name]


def with_limits(limits: Limits, given: Iterable[str]) -> Limits:
    """Limits with some put in place of others, each as `NAME=NUMBER`. Raises `BadLimit`."""
    for each in given:
        name, _, number = (part.strip() for part in each.partition("="))
        if name not in NAMES:
            raise BadLimit(f"limit {name or each} is unknown; there are {', '.join(NAMES)}")
        if not (number.isascii() and number.isdigit() and 0 < int(number[:13]) <= _HIGHEST):
            raise BadLimit(f"limit {name}={number}: it has to be a whole number from 1 to {_HIGHEST:,}")
        limits = limits._replace(**{name: int(number)})
    return limits
