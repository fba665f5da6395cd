"""The inputs of a run → their results, in the order of the inputs, whichever was done first."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence
from typing import Protocol

from selfeval_extract.batch.inputs import Input, read_input
from selfeval_extract.batch.job import FileResult, Job, preload
from selfeval_extract.batch.worker_pool import WorkerPool
from selfeval_extract.errors import ExtractionError

_MOST_BYTES = 64 << 20
"""Size of a buffer from which on it is full."""


class ResultStore(Protocol):
    """Where results (`FileResult.to_bytes`) wait for their turn, by the numbers of their inputs."""

    @property
    def full(self) -> bool:
        """Whether no further input should be begun."""

    def __contains__(self, number: int) -> bool: ...

    def put(self, number: int, result: bytes) -> None:
        """Keep a result."""

    def take(self, number: int) -> bytes:
        """Return a result. To be called once for each."""


class ResultBuffer:
    """A store in memory. When it is full, no input is begun until the first of those begun is done."""

    def __init__(self) -> None:
        self._results: dict[int, bytes] = {}
        self._size = 0

    @property
    def full(self) -> bool:
        return self._size > _MOST_BYTES

    def __contains__(self, number: int) -> bool:
        return number in self._results

    def put(self, number: int, result: bytes) -> None:
        self._results[number] = result
        self._size += len(result)

    def take(self, number: int) -> bytes:
        result = self._results.pop(number)
        self._size -= len(result)
        return result


OnProgress = Callable[[FileResult | None, Sequence[Input]], None]
"""Called with each result, without its texts, when it is done, and with None about 50 times a second; and with the inputs
that are being read."""


def run(
    inputs: Sequence[Input], job: Job, workers: int, store: ResultStore, on_progress: OnProgress
) -> Generator[FileResult, None, None]:
    """Do a job with all inputs whose results are not in the store. Yields the results of all, in order, as soon as possible."""
    inputs = [_with_data(item, job) for item in inputs]  # first, because standard input may wait for a person
    todo = deque(number for number in range(len(inputs)) if number not in store)
    if len(todo) > 1:  # once for all workers, where they are forked
        preload()
    with WorkerPool(job, max(1, min(workers, len(todo)))) as pool:

        def hand_out() -> None:
            while todo and pool.has_room and not store.full:
                pool.submit(todo[0], inputs[todo.popleft()])

        for number in range(len(inputs)):
            hand_out()
            while number not in store:
                done = list(pool.wait())
                hand_out()  # before the results are stored and written: workers need not wait for that
                for finished, result in done:
                    store.put(finished, result)
                    on_progress(FileResult.from_bytes(result, with_texts=False), pool.in_progress)
                on_progress(None, pool.in_progress)
            yield FileResult.from_bytes(store.take(number))


def _with_data(item: Input, job: Job) -> Input:
    """Standard input is read here, because a worker has none."""
    if item.path is not None or item.problem is not None:
        return item
    try:
        return item._replace(data=read_input(item, job.limits))
    except ExtractionError as error:
        return item._replace(problem=error)
