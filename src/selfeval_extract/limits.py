"""How much a file may ask for before it is refused: data, each with the meaning that messages and `--help` give it.

The defaults are far above what published reports need: what goes over them is no report, or an attack.
"""

# No `from __future__ import annotations` here: the meanings would have to be evaluated, perhaps when memory has run out.
from collections.abc import Iterable
from typing import Annotated, NamedTuple

from selfeval_extract.errors import UnreadableFile


class BadLimit(ValueError):
    """A limit that does not exist, or a value that none can have."""


class Limits(NamedTuple):
    """The most that is allowed of each; what goes over it fails with the code `limit`, naming it."""

    file_mb: Annotated[int, "MB of a file"] = 100
    seconds: Annotated[int, "seconds for a file"] = 60
    memory_mb: Annotated[int, "MB of memory of a worker"] = 1024
    pages: Annotated[int, "pages of a PDF"] = 2_000
    characters: Annotated[int, "characters of a document"] = 5_000_000
    page_characters: Annotated[int, "characters on a page of a PDF"] = 100_000
    page_objects: Annotated[int, "drawing objects on a page of a PDF, and segments of their lines"] = 200_000
    zip_entries: Annotated[int, "parts in a .docx"] = 10_000
    zip_ratio: Annotated[int, "times that a part of more than 16 MB in a .docx may grow when it is unpacked"] = 200
    part_mb: Annotated[int, "MB of a part of a .docx, unpacked"] = 64
    unpacked_mb: Annotated[int, "MB of all parts of a .docx that are read, unpacked"] = 128
    xml_depth: Annotated[int, "elements inside each other in a part of a .docx"] = 256
    xml_text_mb: Annotated[int, "MB of a single text in a part of a .docx"] = 10
    nested_tables: Annotated[int, "tables or text boxes inside each other in a .docx"] = 60
    columns: Annotated[int, "columns that a cell of a .docx may span (Word's own limit); wider ones are cut to it"] = 63

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
_HIGHEST = 10**12


def meaning(name: str) -> str:
    """What a limit counts."""
    said: str = Limits.__annotations__[name].__metadata__[0]
    return said


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
