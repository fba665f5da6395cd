"""Workers in processes that can be killed: a file that hangs, swells or crashes costs only that file.

Each worker has a pipe of its own, so that one that is killed in the middle of an answer does not damage another's
(docs/decisions/0010 has what shared queues did in that case). There is one thread and no lock: the parent hands out inputs,
waits for the first pipe with an answer, and checks the time and memory of the other workers.
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
from selfeval_extract.batch.worker import ENDS, work
from selfeval_extract.errors import ExtractionError

START = "fork" if sys.platform == "linux" else "spawn"
"""The parent has one thread, so that forking it is safe; a fork has the modules that the parent has (`job.preload`)."""
_CHECK_EVERY = 0.02
"""Seconds between two checks of a worker's memory: at 2 GB/s it grows by 40 MB in that time."""
_KILLED = -9
"""Exit status of a process that the system killed, as it does with the largest when memory runs out."""
_END_WITHIN = 1.0
"""Seconds that a worker whose pipe is closed has to be gone."""


class NoWorker(Exception):
    """The system lets no process be started. The message says why."""


@dataclass(slots=True)
class _Worker:
    """A process; the input that it reads, with its number in the run and when it began; when its memory was checked last,
    the most that was seen, and what measures it."""

    process: BaseProcess
    pipe: Connection
    number: int = -1
    item: Input | None = None
    began: float = 0.0
    checked: float = 0.0
    used: int = 0
    gauge: Callable[[], int] | None = None


class WorkerPool:
    """Workers that do a job. To be used as a context manager: at its end, however it comes, no worker is left."""

    def __init__(self, job: Job, size: int, start: str = START) -> None:
        self._job = job
        self._size = size
        self._context = multiprocessing.get_context(start)
        self._workers: list[_Worker] = []

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in list(self._workers):
            self._stop(worker)

    @property
    def in_progress(self) -> list[Input]:
        """The inputs that are being read, the one that takes longest first."""
        return [w.item for w in sorted(self._workers, key=lambda w: w.began) if w.item is not None]

    @property
    def has_room(self) -> bool:
        """Whether there is a worker for another input."""
        return len(self.in_progress) < self._size

    def submit(self, number: int, item: Input) -> None:
        """Have an input read. `has_room` must hold. Raises `NoWorker`."""
        worker = next((w for w in self._workers if w.item is None), None) or self._started()
        worker.number, worker.item, worker.used = number, item, 0
        worker.began = worker.checked = time.monotonic()
        with suppress(OSError):  # a worker that has died in the meantime is noticed in `wait`
            worker.pipe.send(item)

    def wait(self) -> Iterator[tuple[int, bytes]]:
        """Wait for `_CHECK_EVERY` seconds at most. Yields number and result (`FileResult.to_bytes`) of each input that is done;
        where its worker failed, the result of a failure."""
        at_work = [w for w in self._workers if w.item is not None]
        ready = wait([w.pipe for w in at_work], _CHECK_EVERY)
        for worker in at_work:
            number, item = worker.number, worker.item
            assert item is not None
            result = self._answer(worker, item) if worker.pipe in ready else self._over_limit(worker, item)
            if isinstance(result, ExtractionError):
                result = self._job.failed(item, result).to_bytes()
            if result is not None:
                yield number, result

    def _started(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._job), daemon=True)  # type: ignore[attr-defined]
        try:
            process.start()
        except OSError as error:
            raise NoWorker(f"No process can be started to read files in: {error.strerror or error}") from error
        theirs.close()  # or its end would not be seen
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _answer(self, worker: _Worker, item: Input) -> bytes | ExtractionError:
        """The result that a worker sends; the error of its input if the worker ended before or in the middle of it."""
        try:
            data = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            return self._crashed(worker, item)
        worker.item = None
        if data.startswith(ENDS):
            self._stop(worker)
        return data[1:]

    def _over_limit(self, worker: _Worker, item: Input) -> ExtractionError | None:
        """The error of an input that takes too long or too much memory, after its worker has been stopped."""
        now = time.monotonic()
        limits = self._job.limits
        error = None
        if now - worker.began > limits.seconds:
            error = limits.exceeded("seconds", f"{item.name} takes longer")
        elif now - worker.checked > _CHECK_EVERY:
            worker.gauge = worker.gauge or memory.gauge(worker.process.pid or 0)
            used = worker.gauge()
            worker.checked, worker.used = now, max(used, worker.used)
            if used > limits.memory_mb << 20:
                error = limits.out_of_memory(item.name)
        if error is not None:
            self._stop(worker)
        return error

    def _crashed(self, worker: _Worker, item: Input) -> ExtractionError:
        """The error of an input whose worker ended by itself."""
        worker.process.join(_END_WITHIN)
        code = worker.process.exitcode
        self._stop(worker)
        limits = self._job.limits
        if code == _KILLED or worker.used > (limits.memory_mb << 20) // 2:
            return limits.out_of_memory(item.name)
        how = f"exit status {code}" if code is None or code >= 0 else signal.Signals(-code).name
        return ExtractionError(
            "internal",
            f"{item.name} could not be read: it made the reader crash ({how}). The other files are not affected. "
            "Please report it.",
        )

    def _stop(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.process.close()
        worker.pipe.close()
