"""Reading files and streams within the limits, and paths for people."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from selfeval_extract.errors import UnreadableFile
from selfeval_extract.limits import LIMITS, Limits


def read_file(path: Path, limits: Limits = LIMITS) -> bytes:
    """The bytes of a file. Raises `UnreadableFile`: `missing` if there is none or it cannot be opened, `limit` if it is too large."""
    try:
        with path.open("rb") as file:
            return read_stream(file, display_path(path), limits)
    except FileNotFoundError:
        raise UnreadableFile(
            "missing", f"{display_path(path)} does not exist. Check the path and the file name."
        ) from None
    except OSError as error:
        raise UnreadableFile("missing", f"{display_path(path)} cannot be opened: {error.strerror or error}.") from error


def read_stream(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    """All bytes of a stream, which messages call `name`. Raises `UnreadableFile("limit")` as soon as there are too many."""
    data = stream.read((limits.file_mb << 20) + 1)
    if error := limits.too_large(name, len(data)):
        raise error
    return data


def display_path(path: str | Path) -> str:
    """A path as records and messages show it: with slashes, and with escapes for bytes that are no characters."""
    return os.fspath(path).replace(os.sep, "/").encode("utf-8", "backslashreplace").decode("utf-8")
