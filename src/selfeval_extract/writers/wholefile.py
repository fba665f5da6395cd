"""Files that appear complete or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from selfeval_extract.runtime.pattern_cache import regex

OpenFile = Callable[[str], AbstractContextManager[BinaryIO]]
"""Opens a file of a folder by its name, for writing."""
_PART = regex(r"\.[0-9a-f]{8}\.part")


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write a file beside its place and move it there at the end; on any error the old one stays and nothing is left. A link is
    followed, and the file that it leads to is replaced."""
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(None, "Is a folder", str(path))
    with _moved_at_the_end() as open_file, open_file(target) as file:
        yield file


@contextmanager
def whole_files(folder: Path) -> Iterator[OpenFile]:
    """Write files of a folder, which is made if there is none, and move them to their places at the end, in the order in which
    they were opened; on any error the old ones stay and nothing is left. Other files of the folder are not touched."""
    is_new = not folder.exists()
    folder.mkdir(exist_ok=True)
    try:
        with _moved_at_the_end() as open_file:
            yield lambda name: open_file(folder / name)
    except BaseException:
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def _moved_at_the_end() -> Iterator[Callable[[Path], AbstractContextManager[BinaryIO]]]:
    """A function that opens a file beside its place, for writing. At the end all are moved to their places, on any error removed."""
    parts: dict[Path, Path] = {}

    @contextmanager
    def open_file(target: Path) -> Iterator[BinaryIO]:
        parts[target] = target.with_name(f"{_hidden(target)}{secrets.token_hex(4)}.part")
        with parts[target].open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())

    try:
        yield open_file
        for target, part in parts.items():
            if target.exists():
                shutil.copymode(target, part)
            part.replace(target)
    except BaseException:
        for part in parts.values():
            part.unlink(missing_ok=True)
        raise


def remove_leftovers(path: Path) -> None:
    """Remove the unfinished files that killed runs left of a file or of a folder's files. Only to be called when no other run
    writes there."""
    target = Path(os.path.realpath(path))
    folder, name = (target, ".") if target.is_dir() else (target.parent, _hidden(target))
    for part in folder.iterdir():
        if part.name.startswith(name) and _PART.search(part.name):
            if part.is_dir():
                shutil.rmtree(part, ignore_errors=True)
            else:
                part.unlink(missing_ok=True)


def _hidden(target: Path) -> str:
    return f".{target.name[:50]}."
