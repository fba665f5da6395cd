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
    unfinished = _unfinished(target)
    try:
        with unfinished.open("xb") as file:
            yield file
            _to_disk(file)
        _move(unfinished, target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


@contextmanager
def whole_files(folder: Path) -> Iterator[OpenFile]:
    """Write files of a folder, which is made if there is none, and move them to their places at the end, in the order in which
    they were opened; on any error the old ones stay and nothing is left. Other files of the folder are not touched."""
    is_new = not folder.exists()
    folder.mkdir(exist_ok=True)
    parts: dict[Path, Path] = {}

    @contextmanager
    def open_file(name: str) -> Iterator[BinaryIO]:
        target = folder / name
        parts[target] = _unfinished(target)
        with parts[target].open("xb") as file:
            yield file
            _to_disk(file)

    try:
        yield open_file
        for target, unfinished in parts.items():
            _move(unfinished, target)
    except BaseException:
        for unfinished in parts.values():
            unfinished.unlink(missing_ok=True)
        if is_new:
            with suppress(OSError):
                folder.rmdir()
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


def _unfinished(target: Path) -> Path:
    return target.with_name(f"{_hidden(target)}{secrets.token_hex(4)}.part")


def _hidden(target: Path) -> str:
    return f".{target.name[:50]}."


def _to_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _move(part: Path, target: Path) -> None:
    if target.exists():
        shutil.copymode(target, part)
    part.replace(target)
