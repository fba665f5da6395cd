"""What the given paths lead to: files, folders, standard input, nothing."""

from __future__ import annotations

import os
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from selfeval_extract.errors import ExtractionError, UnreadableFile
from selfeval_extract.files import display_path, read_file, read_stream
from selfeval_extract.formats import ENDINGS, endings
from selfeval_extract.limits import Limits

STDIN = "-"
_STDIN_NAME = "standard input"
_LOCK_FILE = "~$"


class Input(NamedTuple):
    """Something that gets one record: a file, standard input (`path` is None), or a path without a file (`problem`).

    `name` is what the record and the messages call it; `data` are its bytes if they have been read already. Paths are
    strings, because the parent and each worker hold those of all inputs, which may be 100,000."""

    name: str
    path: str | None
    problem: ExtractionError | None = None
    data: bytes | None = None


@dataclass(slots=True)
class Found:
    """The inputs that paths lead to. `left_out` counts files of other kinds in folders by their ending. `single`: only one
    path was given and it is no folder, so that its record stands alone."""

    inputs: list[Input] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    single: bool = False


def find(paths: Iterable[str]) -> Found:
    """The inputs of a command line, sorted by path, each once; `-` is standard input."""
    given = list(paths)
    found = Found()
    for path in given:
        below = Found([Input(_STDIN_NAME, None)]) if path == STDIN else expand(Path(path))
        found.inputs += below.inputs
        found.left_out += below.left_out
    if len(given) == 1 and (given[0] == STDIN or not _is_folder(Path(given[0]))):
        [only] = found.inputs
        found.inputs = [only._replace(name=display_path(Path(only.path).name)) if only.path else only]
        found.single = True
    else:
        found.inputs.sort(key=_order)
        found.inputs = [next(same) for _, same in groupby(found.inputs, _order)]
    return found


def expand(path: Path) -> Found:
    """The inputs of one path: itself, or the files below it. A folder without any is an input with a problem."""
    if not _is_folder(path):
        return Found([_input(path)])
    found = _files_below(path)
    if not found.inputs:
        others = counted_endings(found.left_out)
        others = f" Other files are there ({others}), but they are not read." if others else ""
        message = f"{display_path(path)} holds no {endings('or')} file.{others} Check the folder."
        found.inputs.append(_input(path, UnreadableFile("missing", message)))
    found.inputs.sort(key=_order)
    return found


def _files_below(folder: Path) -> Found:
    """The files below a folder. Each folder is entered once, links to folders last, so that a loop of links ends."""
    found = Found()
    folders, links, seen = deque([folder]), deque[Path](), set[str]()
    while folders or links:
        here = folders.popleft() if folders else links.popleft()
        place = os.path.realpath(here)
        if place in seen:
            continue
        seen.add(place)
        further: list[tuple[str, bool]] = []
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    if not entry.name.startswith((".", _LOCK_FILE)):
                        _add_entry(entry, found, further)
        except OSError as error:
            message = f"{display_path(here)} cannot be opened: {error.strerror or error}."
            found.inputs.append(_input(here, UnreadableFile("missing", message)))
        for name, linked in sorted(further):
            (links if linked else folders).append(here / name)
    return found


def _add_entry(entry: os.DirEntry[str], found: Found, further: list[tuple[str, bool]]) -> None:
    """Add a folder's entry to what was found, or to `further`: folders, and whether they are links. No Path is made for a
    file, because Python would keep a part of each."""
    linked = entry.is_symlink()
    ending = os.path.splitext(entry.name)[1].lower().rstrip(".")  # noqa: PTH122
    if _holds(entry.is_dir):
        further.append((entry.name, linked))
    elif ending not in ENDINGS:
        found.left_out[ending or "no ending"] += 1
    elif linked or _holds(entry.is_file):  # a broken link fails when it is read, with a message
        found.inputs.append(_input(entry.path.removeprefix(f".{os.sep}")))


def _holds(question: Callable[[], bool]) -> bool:
    with suppress(OSError):
        return question()
    return False


def _input(path: str | Path, problem: ExtractionError | None = None) -> Input:
    plain, name = os.fspath(path), display_path(path)
    return Input(plain if name == plain else name, plain, problem)  # one string for both where they are equal


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112  Path.is_dir may raise


def _order(item: Input) -> str:
    return STDIN if item.path is None else item.path.replace(os.sep, "/")


def read_input(item: Input, limits: Limits) -> bytes:
    """The bytes of an input. Raises `UnreadableFile`: `missing` or `limit`."""
    if item.data is not None:
        return item.data
    if item.path is not None:
        return read_file(Path(item.path), limits)
    if sys.stdin is None:
        raise UnreadableFile("missing", f"{item.name} is closed. Give a file, or send one through a pipe.")
    return read_stream(sys.stdin.buffer, item.name, limits)


def counted_endings(counts: Counter[str]) -> str:
    """Counted endings for people: `3 .doc, 1 .xlsx`, the most frequent first."""
    return ", ".join(f"{n} {ending}" for ending, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
