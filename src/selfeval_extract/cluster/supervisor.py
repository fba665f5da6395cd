"""A process between the engine's and the reader's, so that a file that hangs, swells or crashes costs that file alone.

Engines lose more than the file: natively Daft gives up the whole job when a process of its own is killed, on Ray it tries the
same batch again and again, and neither has a limit on time (docs/decisions/0011). The workers of `batch.crew` have
these limits and survive both. They are forked, which is safe from a process with one thread; the engine's processes
have many. So each of them keeps a desk: a fresh process with one thread, which keeps the worker.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from selfeval_extract.batch.inputs import Input
from selfeval_extract.batch.job import FileResult, Job, load
from selfeval_extract.batch.worker_pool import WorkerPool
from selfeval_extract.errors import ExtractionError

_PATIENCE = 5.0
"""Seconds that a desk has to go when nobody is there any more."""


class Supervisor:
    """Takes inputs one at a time and gives their shares; its process runs from the first input until `close`, in the
    folder `here` if this machine has it: what paths are relative to."""

    def __init__(self, job: Job, here: str) -> None:
        self._job = job
        self._here = here
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None

    def share(self, item: Input) -> FileResult:
        """An input's share: whatever happens to the worker, and once if it happens to the desk."""
        for _ in range(2):
            try:
                pipe = self._pipe or self._opened()
                pipe.send(item)
                return FileResult.from_bytes(pipe.recv_bytes())
            except (EOFError, OSError):
                self.close()
        message = f"{item.name} could not be read: the process that was to read it is gone. Run it again."
        return self._job.failed(item, ExtractionError("internal", message))

    def close(self) -> None:
        """End the process, and with it its worker."""
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_PATIENCE)
            self._process.kill()
            self._process.wait()
            self._process = None

    def _opened(self) -> Connection:
        self._pipe, theirs = Pipe()
        with theirs:
            # It has no streams: the engine reads those of its own process to their end, which would have to wait for ours.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", __name__, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                cwd=self._here if Path(self._here).is_dir() else None,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        self._pipe.send(self._job)
        return self._pipe


def keep(pipe: Connection) -> None:
    """Be the desk: a job first, then inputs, until the other end of the pipe is closed, also in the middle of one."""
    load()  # once for one worker after the other
    with suppress(EOFError, OSError), WorkerPool(pipe.recv(), 1) as crew:
        while True:
            crew.give(0, pipe.recv())
            pipe.send_bytes(_done(crew, pipe))


def _done(crew: WorkerPool, pipe: Connection) -> bytes:
    """The share of the input that a crew is at. Raises EOFError if nobody waits for it any more."""
    while True:
        for _, share in crew.wait():
            return share
        if pipe.poll():  # nothing is sent before there is an answer: it is the end
            raise EOFError


if __name__ == "__main__":
    keep(Connection(int(sys.argv[1])))
