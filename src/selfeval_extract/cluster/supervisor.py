"""A process between the engine's and the one that reads, so that a file that hangs, swells or crashes costs that file alone.

Without it engines lose more than the file: Daft alone gives up the whole job when one of its processes is killed, Daft on Ray
tries the same batch again and again, and neither limits the time (docs/decisions/0011). The workers of
`batch.worker_pool` have these limits and survive both. They are forked, which is safe in a process with one thread, but the
engine's processes have many. So each of these starts a supervisor: a fresh process with one thread, which has one worker.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from selfeval_extract.batch.inputs import Input
from selfeval_extract.batch.job import FileResult, Job, preload
from selfeval_extract.batch.worker_pool import WorkerPool
from selfeval_extract.errors import ExtractionError

_END_WITHIN = 5.0
"""Seconds that the process has to end after its pipe is closed."""


class Supervisor:
    """Reads inputs one at a time. Its process runs from the first input until `close`, in the folder `here` if this machine
    has it, because paths are relative to that."""

    def __init__(self, job: Job, here: str) -> None:
        self._job = job
        self._here = here
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None

    def read(self, item: Input) -> FileResult:
        """The result of an input, whatever happens to the worker. If the process itself ends, it is tried once more."""
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
                self._process.wait(_END_WITHIN)
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


def supervise(pipe: Connection) -> None:
    """What the process does: it takes a job, then inputs, until the other end of the pipe is closed."""
    preload()  # once for all workers that follow one another
    with suppress(EOFError, OSError), WorkerPool(pipe.recv(), 1) as pool:
        while True:
            pool.submit(0, pipe.recv())
            pipe.send_bytes(_result(pool, pipe))


def _result(pool: WorkerPool, pipe: Connection) -> bytes:
    """The result of the input that the pool's worker reads. Raises EOFError if the engine's process has ended."""
    while True:
        for _, result in pool.wait():
            return result
        if pipe.poll():  # the engine sends nothing before it has the answer, so this is the end of the pipe
            raise EOFError


if __name__ == "__main__":
    supervise(Connection(int(sys.argv[1])))
