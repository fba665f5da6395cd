"""Shares kept in a file beside the output, so that a run that was cut off can go on.

One entry a share, appended as soon as the share is done: a line of JSON with the input's mark, the share's length and its
checksum, then the share. An entry that was cut off, or whose bytes never reached the disk, does not match its checksum;
it and what follows it are done again. The first line tells which program and options the shares are of.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import time
import zlib
from array import array
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import IO

from selfeval_extract.batch.inputs import Input

_SYNC = 1.0
"""Seconds after which what was written is pushed to the disk: all that a power cut can cost."""


_FAR = 1 << 40
_NOWHERE = -1


class Journal:
    """A store (`run.Store`) in a file. Use it as a context; `done` removes the file when the output is whole.

    `options`: whatever makes shares differ besides their inputs. With `resume`, shares of an earlier run stay if program,
    options and their input's file are the same. Raises OSError where the file cannot be written, BlockingIOError where
    another run is at work on it.
    """

    full = False

    def __init__(self, output: Path, inputs: Sequence[Input], options: str, resume: bool) -> None:
        self.path = path_of(output)
        self.found = self.path.exists()
        """Whether an earlier run left its journal."""
        self._marks = [mark(item) for item in inputs]
        self._starts, self._lengths = array("q", [_NOWHERE]) * len(inputs), array("q", [0]) * len(inputs)
        self._file = open(self.path, "r+b" if self.found else "w+b", buffering=0)  # noqa: SIM115, PTH123
        self._synced = time.monotonic()
        try:
            _lock(self._file)
            first = json.dumps(["selfeval-extract", options]).encode() + b"\n"
            if not (resume and self._read(first)):
                self._file.truncate(0)
                self._file.seek(0)
                _write(self._file, first)
        except BaseException:
            self._file.close()
            raise
        self.kept = len(inputs) - self._starts.count(_NOWHERE)
        """How many shares of the earlier run stay."""

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def __contains__(self, number: int) -> bool:
        return self._starts[number] != _NOWHERE

    def put(self, number: int, share: bytes) -> None:
        head = json.dumps([self._marks[number], len(share), zlib.crc32(share)]).encode() + b"\n"
        place = self._file.seek(0, os.SEEK_END)
        _write(self._file, head + share)
        self._starts[number], self._lengths[number] = place + len(head), len(share)
        now = time.monotonic()
        if now - self._synced > _SYNC:
            os.fsync(self._file.fileno())
            self._synced = now

    def take(self, number: int) -> bytes:
        return _read_at(self._file, self._starts[number], self._lengths[number])

    def done(self) -> None:
        """The output is whole: the journal has served."""
        if sys.platform == "win32":
            self._file.close()  # an open file cannot be removed there
        self.path.unlink(missing_ok=True)

    def _read(self, first: bytes) -> bool:
        """Take over the shares of an earlier run, up to the first that is not whole; whether it was the same run."""
        if self._file.read(len(first)) != first:
            return False
        numbers = {m: number for number, m in enumerate(self._marks) if m is not None}
        place = len(first)
        with open(self.path, "rb") as file:  # noqa: PTH123
            file.seek(place)
            for line in file:
                entry = _entry(line)
                share = file.read(entry[1]) if entry else b""
                if entry is None or len(share) != entry[1] or zlib.crc32(share) != entry[2]:
                    break
                if (number := numbers.get(entry[0])) is not None:
                    self._starts[number], self._lengths[number] = place + len(line), len(share)
                place += len(line) + len(share)
        self._file.truncate(place)
        return True


def path_of(output: Path) -> Path:
    """Where the journal of an output stands."""
    output = Path(os.path.realpath(output))
    return output.with_name(f".{output.name[:60]}.journal")


def mark(item: Input) -> str | None:
    """What tells an input's file from a changed one: name, size and time of change; None where there is no file."""
    try:
        told = None if item.path is None or item.problem else os.stat(item.path)  # noqa: PTH116  a part of each Path would be kept
    except (OSError, ValueError):
        return None
    if told is None:
        return None
    return blake2b(json.dumps([item.name, told.st_size, told.st_mtime_ns]).encode(), digest_size=16).hexdigest()


def _entry(line: bytes) -> tuple[str, int, int] | None:
    try:
        of_mark, length, checksum = json.loads(line)
    except (ValueError, TypeError):
        return None
    if isinstance(length, int) and length >= 0 and isinstance(checksum, int):
        return str(of_mark), length, checksum
    return None


def _write(file: IO[bytes], data: bytes) -> None:
    """All of it: a raw file may take less than it is given when the disk is nearly full."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _read_at(file: IO[bytes], place: int, length: int) -> bytes:
    file.seek(place)
    data = b""
    while len(data) < length:
        more = file.read(length - len(data))
        if not more:
            raise OSError(errno.EIO, "The journal is shorter than what was written to it")
        data += more
    return data


def _lock(file: IO[bytes]) -> None:
    """Keep other runs away from a file until it is closed. Raises BlockingIOError."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_FAR)  # Windows keeps even this process's other handles from the bytes that are locked
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise BlockingIOError(errno.EAGAIN, "Another run is writing this output") from error
