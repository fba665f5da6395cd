"""Workers in processes that can be killed: a file that hangs, swells or crashes costs that file alone.

Each worker has a pipe of its own, so that one killed in the middle of an answer takes nobody else's with it (docs/decisions/
0010 has what shared queues did in the same case). One thread, no locks: the parent hands out inputs, waits for whichever
pipe speaks first, and looks at the clock and the memory of those that do not.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType

from selfeval_extract.batch import memory
from selfeval_extract.batch.inputs import Input
from selfeval_extract.batch.job import Job
from selfeval_extract.batch.worker import LEAVING, serve
from selfeval_extract.errors import ExtractionError

START = "fork" if sys.platform == "linux" else "spawn"
"""The parent has one thread, so that forking it is safe; a fork has the modules that the parent has (`job.load`)."""
_LOOK = 0.02
"""Seconds between two looks at a worker's memory: at 2 GB/s it grows by 40 MB in that time."""
_KILLED = -9
"""The exit status of a process that the system ended at once: it does so to the largest when memory runs out."""
_PATIENCE = 1.0
"""Seconds that an ended worker has to be gone."""


class NoWorker(Exception):
    """The system lets no process be started. The message says why."""


@dataclass(slots=True)
class _Worker:
    """A process; the input it is at, its number in the run, when it began with it, the most memory it was seen
    with, and what tells how much it has."""

    process: BaseProcess
    pipe: Connection
    number: int = -1
    item: Input | None = None
    began: float = 0.0
    looked: float = 0.0
    used: int = 0
    gauge: Callable[[], int] | None = None


class WorkerPool:
    """Workers that do a job. Use it as a context: at its end, however it comes, no worker is left."""

    def __init__(self, job: Job, size: int, start: str = START) -> None:
        self._job = job
        self._size = size
        self._context = multiprocessing.get_context(start)
        self._workers: list[_Worker] = []

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in list(self._workers):
            self._dismiss(worker)

    @property
    def busy(self) -> list[Input]:
        """The inputs that are being read, the longest first."""
        return [w.item for w in sorted(self._workers, key=lambda w: w.began) if w.item is not None]

    @property
    def free(self) -> bool:
        """Whether there is a worker for another input."""
        return len(self.busy) < self._size

    def give(self, number: int, item: Input) -> None:
        """Have an input read; `free` has to hold. Raises `NoWorker`."""
        worker = next((w for w in self._workers if w.item is None), None) or self._hired()
        worker.number, worker.item, worker.used = number, item, 0
        worker.began = worker.looked = time.monotonic()
        with suppress(OSError):  # one that died in the meantime is found out when it is waited for
            worker.pipe.send(item)

    def wait(self) -> Iterator[tuple[int, bytes]]:
        """Wait a little; the inputs that are done: number and share (`Share.to_bytes`), failures of workers included."""
        at_work = [w for w in self._workers if w.item is not None]
        spoken = wait([w.pipe for w in at_work], _LOOK)
        for worker in at_work:
            number, item = worker.number, worker.item
            assert item is not None
            told = self._answer(worker, item) if worker.pipe in spoken else self._over(worker, item)
            if isinstance(told, ExtractionError):
                told = self._job.failed(item, told).to_bytes()
            if told is not None:
                yield number, told

    def _hired(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, self._job), daemon=True)  # type: ignore[attr-defined]
        try:
            process.start()
        except OSError as error:
            raise NoWorker(f"No process can be started to read files in: {error.strerror or error}") from error
        theirs.close()  # or its end would not be seen
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _answer(self, worker: _Worker, item: Input) -> bytes | ExtractionError:
        """What a worker says; the error of the input if it ended in the middle of it, or before."""
        try:
            data = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            return self._broken(worker, item)
        worker.item = None
        if data.startswith(LEAVING):
            self._dismiss(worker)
        return data[1:]

    def _over(self, worker: _Worker, item: Input) -> ExtractionError | None:
        """The error of an input that takes too long or too much; its worker is gone then."""
        now = time.monotonic()
        limits = self._job.limits
        error = None
        if now - worker.began > limits.seconds:
            error = limits.exceeded("seconds", f"{item.name} takes longer")
        elif now - worker.looked > _LOOK:
            worker.gauge = worker.gauge or memory.gauge(worker.process.pid or 0)
            used = worker.gauge()
            worker.looked, worker.used = now, max(used, worker.used)
            if used > limits.memory_mb << 20:
                error = limits.out_of_memory(item.name)
        if error is not None:
            self._dismiss(worker)
        return error

    def _broken(self, worker: _Worker, item: Input) -> ExtractionError:
        """The error of an input whose worker ended by itself."""
        worker.process.join(_PATIENCE)
        code = worker.process.exitcode
        self._dismiss(worker)
        limits = self._job.limits
        if code == _KILLED or worker.used > (limits.memory_mb << 20) // 2:  # what a full machine does to the largest
            return limits.out_of_memory(item.name)
        how = f"exit status {code}" if code is None or code >= 0 else signal.Signals(-code).name
        return ExtractionError(
            "internal",
            f"{item.name} could not be read: it made the reader crash ({how}). The other files are not affected. "
            "Please report it.",
        )

    def _dismiss(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.process.close()
        worker.pipe.close()
