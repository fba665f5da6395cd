"""Results kept in a file beside the output, so that an interrupted run can go on.

There is an entry for each result, appended as soon as it is done: a line of JSON with the fingerprint of the input, the length of
the result and its checksum, then the result. An entry that was cut off or whose bytes never reached the disk does not match
its checksum; it and all that follow are done again. The first line says which program and options the results are of.
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

_SYNC_EVERY = 1.0
"""Seconds between two times that what was written is forced to the disk: the most that a power cut can cost."""
_LOCKED_BYTE = 1 << 40
_ABSENT = -1


class Journal:
    """A store of results (`run.ResultStore`) in a file. To be used as a context manager; `remove` it when the output is complete.

    `options` is whatever results depend on besides their inputs. With `resume`, results of an earlier run are kept if the program,
    the options and the input's file are the same. Raises OSError where the file cannot be written, and BlockingIOError
    while another run uses it.
    """

    full = False

    def __init__(self, output: Path, inputs: Sequence[Input], options: str, resume: bool) -> None:
        self.path = path_of(output)
        self.existed = self.path.exists()
        """Whether an earlier run left its journal."""
        self._fingerprints = [fingerprint(item) for item in inputs]
        self._starts, self._lengths = array("q", [_ABSENT]) * len(inputs), array("q", [0]) * len(inputs)
        self._file = open(self.path, "r+b" if self.existed else "w+b", buffering=0)  # noqa: SIM115, PTH123
        self._synced = time.monotonic()
        try:
            _lock(self._file)
            first_line = json.dumps(["selfeval-extract", options]).encode() + b"\n"
            if not (resume and self._resume(first_line)):
                self._file.truncate(0)
                self._file.seek(0)
                _write(self._file, first_line)
        except BaseException:
            self._file.close()
            raise
        self.resumed = len(inputs) - self._starts.count(_ABSENT)
        """How many results of the earlier run are kept."""

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def __contains__(self, number: int) -> bool:
        return self._starts[number] != _ABSENT

    def put(self, number: int, result: bytes) -> None:
        head = json.dumps([self._fingerprints[number], len(result), zlib.crc32(result)]).encode() + b"\n"
        start = self._file.seek(0, os.SEEK_END)
        _write(self._file, head + result)
        self._starts[number], self._lengths[number] = start + len(head), len(result)
        now = time.monotonic()
        if now - self._synced > _SYNC_EVERY:
            os.fsync(self._file.fileno())
            self._synced = now

    def take(self, number: int) -> bytes:
        self._file.seek(self._starts[number])
        result = self._file.read(self._lengths[number])
        if len(result) != self._lengths[number]:
            raise OSError(errno.EIO, "The journal is shorter than what was written to it")
        return result

    def remove(self) -> None:
        """Remove the file."""
        if sys.platform == "win32":
            self._file.close()  # an open file cannot be removed there
        self.path.unlink(missing_ok=True)

    def _resume(self, first_line: bytes) -> bool:
        """Keep the results of an earlier run up to the first that is damaged. Returns whether it was the same run."""
        if self._file.read(len(first_line)) != first_line:
            return False
        numbers = {each: number for number, each in enumerate(self._fingerprints) if each is not None}
        end = len(first_line)
        with open(self.path, "rb") as file:  # noqa: PTH123
            file.seek(end)
            for line in file:
                of, length, checksum = _entry(line)
                result = file.read(length)
                if len(result) != length or zlib.crc32(result) != checksum:
                    break
                if (number := numbers.get(of)) is not None:
                    self._starts[number], self._lengths[number] = end + len(line), length
                end += len(line) + length
        self._file.truncate(end)
        return True


def path_of(output: Path) -> Path:
    """The path of an output's journal."""
    output = Path(os.path.realpath(output))
    return output.with_name(f".{output.name[:60]}.journal")


def fingerprint(item: Input) -> str | None:
    """A hash of the name, size and time of change of an input's file; None where there is no file."""
    if item.path is None or item.problem:
        return None
    try:
        status = os.stat(item.path)  # noqa: PTH116  a part of each Path would be kept
    except (OSError, ValueError):
        return None
    return blake2b(json.dumps([item.name, status.st_size, status.st_mtime_ns]).encode(), digest_size=16).hexdigest()


def _entry(line: bytes) -> tuple[str, int, int]:
    """Fingerprint, length and checksum of the result behind a line; for a line that is none, what fits no result."""
    try:
        of, length, checksum = json.loads(line)
    except (ValueError, TypeError):
        return "", 0, _ABSENT
    return (str(of), length, checksum) if isinstance(length, int) and length >= 0 else ("", 0, _ABSENT)


def _write(file: IO[bytes], data: bytes) -> None:
    """Write all of it: a raw file may take less than it is given when the disk is nearly full."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _lock(file: IO[bytes]) -> None:
    """Keep other runs away from a file until it is closed. Raises BlockingIOError."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_LOCKED_BYTE)  # far behind the data: locked bytes cannot be read there, not even by this process
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise BlockingIOError(errno.EAGAIN, "Another run is writing this output") from error
