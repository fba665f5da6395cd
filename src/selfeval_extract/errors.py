"""What can go wrong, by whose fault it is: the file's, the format's or the call's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, get_args

Code = Literal["empty", "corrupt", "encrypted", "unsupported", "unsafe", "limit", "no_text", "missing", "internal"]
CODES: tuple[Code, ...] = get_args(Code)


class ExtractionError(Exception):
    """A document that could not be read. `code` is one of `CODES`; the message says what a person can do."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code: Code = code
        self.message = message

    def __reduce__(self) -> tuple[type[ExtractionError], tuple[Code, str]]:
        return type(self), (self.code, self.message)  # so that it comes whole out of another process


class UnreadableFile(ExtractionError):
    """The file's fault: empty, damaged, encrypted, hostile, missing, without text."""


class UnsupportedFormat(ExtractionError):
    """A file of a format that is not read here."""


@contextmanager
def naming_file(name: str) -> Iterator[None]:
    """Puts a file's name in front of the message of each `ExtractionError` that is raised inside."""
    try:
        yield
    except ExtractionError as error:
        raise type(error)(error.code, f"{name}: {error.message}") from error
