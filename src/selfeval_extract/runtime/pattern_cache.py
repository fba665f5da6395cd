"""Regular expressions and tables of words: made ready when they are first used, and once for all runs.

There are seven hundred patterns, a report needs up to two thirds of them, and to compile these takes longer than all
else that happens to it. What they compile to, and what the TOML files say, is kept beside the bytecode that Python keeps for
the same reason, under the same conditions (`docs/decisions/0012-kept-patterns.md`); without it everything is as it
was, and slower.
"""

from __future__ import annotations

import atexit
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

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "flags", "groupindex")


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but compiled at its first use; a fault in the pattern is told then."""
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


def toml(text: str) -> dict[str, Any]:
    """What `tomllib.loads` gives of one of the program's own files, not to be changed."""
    store = _store()
    key = sha256(text.encode()).hexdigest()
    if key not in store.tables:
        import tomllib

        store.tables[key] = tomllib.loads(text)
        store.grown = True
    return cast("dict[str, Any]", store.tables[key])


class _Regex:
    """Stands for a pattern. Once it is compiled, what it is asked goes to the compiled one without a detour."""

    __slots__ = ("_flags", "pattern", *_ASKED)

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Only called for what is not there yet."""
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = _compiled(self.pattern, int(self._flags))
        for each in _ASKED:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"regex({self.pattern!r})"


class _Code(NamedTuple):
    """What a pattern compiles to: its flags, number of groups, names of groups, and `length` words from `start` on."""

    flags: int
    groups: int
    names: dict[str, int]
    start: int
    length: int


class _Store:
    """The compiled patterns of this Python, by pattern and flags, and what TOML texts say, by their checksums. `grown`: some
    have come to those of the file."""

    def __init__(self) -> None:
        self.tables: dict[str, Any] = {}
        self.codes: dict[tuple[str, int], _Code] = {}
        self.words = array("I")
        self.grown = False

    def add(self, pattern: str, flags: int) -> None:
        """Compile a pattern as `re._compiler.compile` does."""
        tree = _parser.parse(pattern, flags)
        code = _compiler._code(tree, flags)
        state = tree.state
        self.codes[pattern, flags] = _Code(
            flags | state.flags, state.groups - 1, dict(state.groupdict), len(self.words), len(code)
        )
        self.words.extend(code)
        self.grown = True

    def take(self, other: _Store) -> None:
        """Add what another store has and this one has not."""
        self.tables.update(other.tables)
        for key, code in other.codes.items():
            if key not in self.codes:
                self.codes[key] = code._replace(start=len(self.words))
                self.words.extend(other.words[code.start : code.start + code.length])

    def pattern(self, pattern: str, flags: int) -> re.Pattern[str]:
        """A pattern from its code, which `_sre` looks over for what it could not run."""
        found = self.codes[pattern, flags]
        by_number: list[str | None] = [None] * (found.groups + 1)
        for name, number in found.names.items():
            by_number[number] = name
        words = self.words[found.start : found.start + found.length].tolist()
        made: re.Pattern[str] = _sre.compile(
            pattern, found.flags, words, found.groups, dict(found.names), tuple(by_number)
        )
        return made

    def to_bytes(self) -> bytes:
        """A line on what follows, and the words of all codes."""
        told = {"tables": self.tables, "codes": [[*key, *code] for key, code in self.codes.items()]}
        line = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        body = line + b"\n" + self.words.tobytes()
        return f"{_MARK} {crc32(body)}\n".encode() + body

    @classmethod
    def from_bytes(cls, data: bytes) -> _Store:
        """The store; an empty one where the bytes are not of this Python and this program, or not whole."""
        store = cls()
        start = data.find(b"\n") + 1
        body = memoryview(data)[start:]  # each copy of it would be a millisecond of every run
        if data[:start] == f"{_MARK} {crc32(body)}\n".encode():
            end = data.index(b"\n", start)
            told = json.loads(str(body[: end - start], "utf-8", "surrogatepass"))
            store.tables = told["tables"]
            store.codes = {(pattern, flags): _Code(*code) for pattern, flags, *code in told["codes"]}
            store.words.frombytes(body[end - start + 1 :])
        return store


_MARK = f"{__version__}-2 {sys.implementation.cache_tag} {_sre and (_sre.MAGIC, _sre.CODESIZE)} {sys.byteorder}"
"""Of whom a store is: a version of this program, with the version of the store's own shape, and a Python."""


def _path() -> Path:
    """Where Python keeps this module's bytecode."""
    return Path(cache_from_source(__file__)).with_suffix(".patterns")


def _read() -> _Store:
    try:
        return _Store.from_bytes(_path().read_bytes())
    except OSError:
        return _Store()


@cache
def _store() -> _Store:
    atexit.register(keep)
    return _read()


def _compiled(pattern: Any, flags: int) -> re.Pattern[Any]:
    if _sre is None or isinstance(pattern, bytes):
        return re.compile(pattern, flags)
    store = _store()
    if (pattern, flags) not in store.codes:
        store.add(pattern, flags)
    return store.pattern(pattern, flags)


def keep() -> None:
    """Keep what was compiled for the runs to come, if Python keeps bytecode; where nothing can be written nothing is.

    Happens by itself when a program ends; a worker, which is ended, has to call it."""
    store = _store()
    if not store.grown or sys.dont_write_bytecode:
        return
    store.grown = False
    kept = _read()  # others may have been here
    kept.take(store)
    path = _path()
    beside = path.with_suffix(".new")  # what two write there at a time is no store: its checksum is wrong
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        beside.write_bytes(kept.to_bytes())
        beside.replace(path)
