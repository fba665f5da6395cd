"""Regular expressions and TOML tables that are made ready when they are first used, and kept for the next run.

Compiling the patterns that a report needs and parsing the TOML files takes longer than all else that happens to it: with both
kept, a run over one .docx takes 1,320 million instructions instead of 2,520, and 285 ms instead of 395 (2026-11-30, Python
3.11). They are kept beside the bytecode that Python keeps for the same reason, under the same conditions; without them everything
gives the same and is slower (`docs/decisions/0012-kept-patterns.md`).
"""

from __future__ import annotations

import atexit
import gc
import json
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, AnyStr, NamedTuple, cast
from zlib import crc32

from selfeval_extract import __version__

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:  # names that Python does not promise
    _sre = None

_ATTRIBUTES = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "flags", "groupindex")


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but compiled at its first use; only then a faulty pattern raises `re.error`."""
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))


def toml(file: Path) -> dict[str, Any]:
    """The content of one of the program's own TOML files, not to be changed."""
    text = file.read_text("utf-8")
    kept = _cache()
    key = sha256(text.encode()).hexdigest()
    if key not in kept.tables:
        import tomllib

        kept.tables[key] = tomllib.loads(text)
        kept.changed = True
    return cast("dict[str, Any]", kept.tables[key])


def compile_all() -> int:
    """Compile every pattern of the modules that are imported. Returns how many there are."""
    patterns = [each for each in gc.get_objects() if isinstance(each, _LazyPattern)]
    for each in patterns:
        _compiled(each.pattern, each._flags)
    return len(patterns)


def save() -> bool:
    """Keep what was compiled for later runs, if Python keeps bytecode. Returns whether all of it is kept.

    Happens by itself when a program ends; workers are killed and have to call it."""
    kept = _cache()
    if kept.changed and not sys.dont_write_bytecode:
        others = _read()  # they may have added to it
        kept.tables, kept.codes = others.tables | kept.tables, others.codes | kept.codes
        path = _path()
        unfinished = path.with_suffix(".new")  # where two write at a time, the checksum is wrong
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(kept.to_bytes())
            unfinished.replace(path)
            kept.changed = False
    return not kept.changed


class _LazyPattern:
    """Stands for a pattern. When it is compiled, it gets the compiled one's methods, which are then called without a detour."""

    __slots__ = ("_flags", "pattern", *_ATTRIBUTES)

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = int(flags)

    def __getattr__(self, name: str) -> Any:
        """Called for what is not set yet."""
        if name not in _ATTRIBUTES:
            raise AttributeError(name)
        compiled = _compiled(self.pattern, self._flags)
        for each in _ATTRIBUTES:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"regex({self.pattern!r})"


class _Code(NamedTuple):
    """A compiled pattern: flags, number of groups, names of groups, and its code, 32 bits a word."""

    flags: int
    groups: int
    names: dict[str, int]
    words: array[int] | memoryview[int]


class _Cache:
    """The compiled patterns of this Python by pattern and flags, and TOML tables by the checksums of their texts. `changed`: it
    has more than its file."""

    def __init__(self) -> None:
        self.tables: dict[str, Any] = {}
        self.codes: dict[tuple[str, int], _Code] = {}
        self.changed = False

    def add(self, pattern: str, flags: int) -> None:
        """Compile a pattern as `re._compiler.compile` does."""
        tree = _parser.parse(pattern, flags)
        words, state = array("I", _compiler._code(tree, flags)), tree.state
        self.codes[pattern, flags] = _Code(flags | state.flags, state.groups - 1, dict(state.groupdict), words)
        self.changed = True

    def pattern(self, pattern: str, flags: int) -> re.Pattern[str]:
        """A pattern from its code, in which `_sre` looks for what it could not run."""
        code = self.codes[pattern, flags]
        by_number: list[str | None] = [None] * (code.groups + 1)
        for name, number in code.names.items():
            by_number[number] = name
        arguments = code.words.tolist(), code.groups, dict(code.names), tuple(by_number)
        made: re.Pattern[str] = _sre.compile(pattern, code.flags, *arguments)
        return made

    def to_bytes(self) -> bytes:
        """A line that says whose it is, with a checksum of the rest; a line of JSON; the words of all codes."""
        codes = [[*key, code.flags, code.groups, code.names, len(code.words)] for key, code in self.codes.items()]
        index = json.dumps({"tables": self.tables, "codes": codes}, ensure_ascii=False, separators=(",", ":"))
        body = index.encode("utf-8", "surrogatepass") + b"\n" + b"".join(c.words.tobytes() for c in self.codes.values())
        return f"{_OWNER} {crc32(body)}\n".encode() + body

    @classmethod
    def from_bytes(cls, data: bytes) -> _Cache:
        """The cache; an empty one if the bytes are not of this Python and this program, or damaged."""
        made = cls()
        start = data.find(b"\n") + 1
        body = memoryview(data)[start:]  # each copy of it would cost a millisecond of every run
        if data[:start] == f"{_OWNER} {crc32(body)}\n".encode():
            end = data.index(b"\n", start) - start
            index = json.loads(str(body[:end], "utf-8", "surrogatepass"))
            made.tables, words, at = index["tables"], body[end + 1 :].cast("I"), 0
            for pattern, flags, all_flags, groups, names, length in index["codes"]:
                made.codes[pattern, flags] = _Code(all_flags, groups, names, words[at : at + length])
                at += length
        return made


_OWNER = f"{__version__}-3 {sys.implementation.cache_tag} {_sre and (_sre.MAGIC, _sre.CODESIZE)} {sys.byteorder}"
"""Whose a cache is: a version of this program, the version of the cache's own shape, and a Python."""


def _path() -> Path:
    """Where Python keeps this module's bytecode."""
    return Path(cache_from_source(__file__)).with_suffix(".patterns")


def _read() -> _Cache:
    try:
        return _Cache.from_bytes(_path().read_bytes())
    except OSError:
        return _Cache()


@cache
def _cache() -> _Cache:
    atexit.register(save)
    return _read()


def _compiled(pattern: Any, flags: int) -> re.Pattern[Any]:
    if _sre is None or isinstance(pattern, bytes):
        return re.compile(pattern, flags)
    kept = _cache()
    if (pattern, flags) not in kept.codes:
        kept.add(pattern, flags)
    return kept.pattern(pattern, flags)
