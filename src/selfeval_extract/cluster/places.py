"""Where the files are: paths and patterns of this machine, URLs and patterns of an object store."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from selfeval_extract.batch.inputs import Input, expand
from selfeval_extract.errors import UnreadableFile
from selfeval_extract.formats import ENDINGS, endings

_LOCAL = "file://"
_WILD = frozenset("*?[")


def is_url(path: str) -> bool:
    """Whether a path is a URL of a store that the engine has to read."""
    return "://" in path and not path.startswith(_LOCAL)


def local(paths: Iterable[str]) -> list[Input]:
    """The inputs of paths, folders and patterns of this machine, sorted by path, each once.

    They are called what `extract_all` calls them, and as the command line does where it is given more than one path. Raises
    `UnreadableFile` for a pattern without any file that is read.
    """
    found = {item.name: item for path in paths for each in _matches(path) for item in expand(Path(each)).inputs}
    return [found[name] for name in sorted(found)]


def _matches(path: str) -> list[str]:
    path = path.removeprefix(_LOCAL)
    if not _WILD & set(path) or Path(path).exists():  # a file may well be called 报告[1].docx
        return [path]
    found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - a Path takes patterns below itself only
    matches = [each for each in found if is_read(path, each) or ("**" not in path and Path(each).is_dir())]
    if not matches:
        raise nothing(path)
    return matches


def remote(pattern: str, urls: Iterable[tuple[str, int | None]]) -> Iterator[tuple[str, int | None]]:
    """Of the URLs (and sizes in bytes) that a pattern gave those that are read; a URL that was given itself is."""
    return ((url, size) for url, size in urls if url == pattern or is_read(pattern, url))


def is_read(pattern: str, match: str) -> bool:
    """Whether a match of a pattern is read: by its ending, and if nothing below the pattern's folder is hidden, as of the
    files below a folder that is given."""
    inside = PurePosixPath(match.removeprefix(fixed(pattern)))
    return inside.suffix.lower() in ENDINGS and not any(part.startswith((".", "~$")) for part in inside.parts)


def fixed(pattern: str) -> str:
    """The folder of a pattern above its first wildcard, with its slash: `s3://b/a/` of `s3://b/a/x*/*.pdf`."""
    first = min((pattern.find(c) for c in "*?[{" if c in pattern), default=len(pattern))
    return pattern[: pattern.rfind("/", 0, first) + 1]


def nothing(pattern: str) -> UnreadableFile:
    """The error of a pattern that leads to no file."""
    return UnreadableFile("missing", f"{pattern} leads to no {endings('or')} file. Check the path and the pattern.")
