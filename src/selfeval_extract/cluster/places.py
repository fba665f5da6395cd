"""Where the files are: paths and patterns of this machine, URLs and patterns of an object store."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from selfeval_extract.batch.inputs import ENDINGS, Input, expand
from selfeval_extract.errors import UnreadableFile

_LOCAL = "file://"
_WILD = frozenset("*?[")


def is_url(path: str) -> bool:
    """Whether a path is a URL of a store that the engine has to read."""
    return "://" in path and not path.startswith(_LOCAL)


def local(paths: Iterable[str]) -> list[Input]:
    """The inputs of paths, folders and patterns of this machine, sorted by path, each once.

    They are called what `extract_all` calls them, and as the command line does where it is given more than one path:
    a pattern gives what a shell would make of it. Raises `UnreadableFile` for a pattern without any file.
    """
    found = {item.name: item for path in paths for each in _matches(path) for item in expand(Path(each)).inputs}
    return [found[name] for name in sorted(found)]


def _matches(path: str) -> Sequence[str]:
    path = path.removeprefix(_LOCAL)
    if not _WILD & set(path) or Path(path).exists():  # a file may well be called 报告[1].docx
        return [path]
    matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207: a Path would take patterns below itself only
    if not matches:
        raise nothing(path)
    # `**` gives folders beside the files in them; a pattern's own folders are entered as folders given by path are
    return [each for each in matches if not ("**" in path and Path(each).is_dir())]


def remote(pattern: str, urls: Iterable[tuple[str, int | None]]) -> Iterator[tuple[str, int | None]]:
    """Of the URLs (and sizes in bytes) that a pattern gave those that are read: what a folder's files would be. A URL
    that was given itself is read whatever its ending."""
    for url, size in urls:
        inside = url.removeprefix(fixed(pattern))
        hidden = any(part.startswith((".", "~$")) for part in PurePosixPath(inside).parts)
        if url == pattern or (not hidden and PurePosixPath(url).suffix.lower() in ENDINGS):
            yield url, size


def fixed(pattern: str) -> str:
    """The folder of a pattern above its first wildcard, with its slash: `s3://b/a/` of `s3://b/a/x*/*.pdf`."""
    first = min((pattern.find(c) for c in "*?[{" if c in pattern), default=len(pattern))
    return pattern[: pattern.rfind("/", 0, first) + 1]


def nothing(pattern: str) -> UnreadableFile:
    """The error of a pattern that leads to no file."""
    return UnreadableFile("missing", f"{pattern} leads to no .docx, .pdf or .txt file. Check the path and the pattern.")
