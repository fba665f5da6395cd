"""A file that appears whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def sweep(path: Path) -> None:
    """Remove what runs that were killed left beside a file. To be called only when no other run writes it."""
    target = Path(os.path.realpath(path))
    for part in target.parent.iterdir():
        if part.name.startswith(_parts(target)) and part.name.endswith(".part"):
            part.unlink(missing_ok=True)


def _parts(target: Path) -> str:
    return f".{target.name[:50]}."


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write a file beside its place and move it there at the end; on any error the old one stays and nothing is left.

    A link is followed, so that the file it leads to is the one replaced.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(None, "Is a folder", str(path))
    beside = target.with_name(f"{_parts(target)}{secrets.token_hex(4)}.part")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
