"""What the given paths lead to: files, folders, standard input, nothing."""

from __future__ import annotations

import os
import stat
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from selfeval_extract.errors import ExtractionError, UnreadableFile
from selfeval_extract.pipeline import shown

ENDINGS = (".docx", ".pdf", ".txt")
"""Endings of the files that are read below a folder; a file given by its own path is read whatever its ending."""

STDIN = "-"
_STDIN_NAME = "standard input"
_LOCK_FILE = "~$"


class Input(NamedTuple):
    """Something that gets one record: a file, standard input (`path` is None), or a path that leads to no file.

    `name` is what the record and the messages call it. `data`: its bytes, where they were read already.
    """

    name: str
    path: Path | None
    problem: ExtractionError | None = None
    data: bytes | None = None


@dataclass(slots=True)
class Found:
    """What paths lead to. `left_out` counts files of other kinds below folders by their ending.

    `single`: one path that is no folder was given, so that its record stands alone.
    """

    inputs: list[Input] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    single: bool = False


def find(paths: Iterable[str]) -> Found:
    """Everything that paths of a command line lead to, sorted by path, each once; `-` is standard input."""
    given = list(paths)
    found = Found()
    for path in given:
        below = Found([Input(_STDIN_NAME, None)]) if path == STDIN else expand(Path(path))
        found.inputs += below.inputs
        found.left_out += below.left_out
    if len(given) == 1 and (given[0] == STDIN or not _is_folder(Path(given[0]))):
        [only] = found.inputs
        found.inputs = [Input(shown(Path(only.path.name)) if only.path else only.name, only.path, only.problem)]
        found.single = True
    else:
        found.inputs = [unique for _, unique in sorted({_order(i): i for i in found.inputs}.items())]
    return found


def expand(path: Path) -> Found:
    """What one path leads to: itself, or the files below it. A folder without any is an input with a problem."""
    if not _is_folder(path):
        return Found([Input(shown(path), path)])
    found = _below(path)
    if not found.inputs:
        found.inputs.append(Input(shown(path), path, _no_reports(path, found.left_out)))
    found.inputs.sort(key=_order)
    return found


def _below(folder: Path) -> Found:
    """Files below a folder. Each folder is entered once, links to folders last, so that a loop of links ends."""
    found = Found()
    folders, links, seen = deque([folder]), deque[Path](), set[str]()
    while folders or links:
        here = folders.popleft() if folders else links.popleft()
        place = os.path.realpath(here)
        if place in seen:
            continue
        seen.add(place)
        try:
            entries = sorted(os.scandir(here), key=lambda e: e.name)
        except OSError as error:
            found.inputs.append(Input(shown(here), here, _not_opened(shown(here), error)))
            continue
        for entry in entries:
            path = here / entry.name
            if entry.name.startswith((".", _LOCK_FILE)):
                continue
            if _is_folder(path):
                (links if entry.is_symlink() else folders).append(path)
            elif path.suffix.lower() not in ENDINGS:
                found.left_out[path.suffix.lower() or "no ending"] += 1
            elif stat.S_ISREG(_mode(path)) or entry.is_symlink():
                found.inputs.append(Input(shown(path), path))
    return found


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(_mode(path))


def _mode(path: Path) -> int:
    """What kind of thing a path leads to; 0 where that cannot be told, which reading it will explain."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def _order(item: Input) -> str:
    return STDIN if item.path is None else item.path.as_posix()


def _no_reports(folder: Path, left_out: Counter[str]) -> ExtractionError:
    others = f" Other files are there ({endings(left_out)}), but they are not read." if left_out else ""
    return UnreadableFile("missing", f"{shown(folder)} holds no .docx, .pdf or .txt file.{others} Check the folder.")


def _not_opened(name: str, error: OSError) -> ExtractionError:
    return UnreadableFile("missing", f"{name} cannot be opened: {error.strerror or error}.")


def endings(counted: Counter[str]) -> str:
    """Counted endings for people: `3 .doc, 1 .xlsx`, the most frequent first."""
    return ", ".join(f"{n} {ending}" for ending, n in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
