"""The inputs of a run → their shares, in the inputs' order, whoever was done first."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence
from typing import Protocol

from selfeval_extract.batch.inputs import Input, bytes_of
from selfeval_extract.batch.job import FileResult, Job, load
from selfeval_extract.batch.worker_pool import WorkerPool
from selfeval_extract.errors import ExtractionError

_ROOM = 64 << 20


class ResultStore(Protocol):
    """Where shares wait for their turn, by the numbers of their inputs."""

    @property
    def full(self) -> bool:
        """Whether no further input should be begun."""

    def __contains__(self, number: int) -> bool: ...

    def put(self, number: int, share: bytes) -> None:
        """Keep a share."""

    def take(self, number: int) -> bytes:
        """Give a share, for the only time."""


class ResultBuffer:
    """A store in memory, bounded: when it is full, no input is begun until the first of those begun is done."""

    def __init__(self) -> None:
        self._shares: dict[int, bytes] = {}
        self._size = 0

    @property
    def full(self) -> bool:
        return self._size > _ROOM

    def __contains__(self, number: int) -> bool:
        return number in self._shares

    def put(self, number: int, share: bytes) -> None:
        self._shares[number] = share
        self._size += len(share)

    def take(self, number: int) -> bytes:
        share = self._shares.pop(number)
        self._size -= len(share)
        return share


Tick = Callable[[FileResult | None, Sequence[Input]], None]
"""Told of each share that is done, without its texts, and, about 50 times a second, of none; and of the inputs that are being read."""


def run(
    inputs: Sequence[Input], job: Job, workers: int, store: ResultStore, tick: Tick
) -> Generator[FileResult, None, None]:
    """Do a job with all inputs that the store has no share of; the shares of all, in order, each as soon as it can be."""
    inputs = [_with_data(item, job) for item in inputs]  # first, as it may wait for a person
    todo = deque(number for number in range(len(inputs)) if number not in store)
    if len(todo) > 1:  # once for all workers, where they are forked
        load()
    with WorkerPool(job, max(1, min(workers, len(todo)))) as crew:

        def set_to_work() -> None:
            while todo and crew.free and not store.full:
                crew.give(todo[0], inputs[todo.popleft()])

        for number in range(len(inputs)):
            set_to_work()
            while number not in store:
                told = list(crew.wait())
                set_to_work()  # before what is told is kept and written: workers need not wait for that
                for done, share in told:
                    store.put(done, share)
                    tick(FileResult.from_bytes(share, texts_too=False), crew.busy)
                tick(None, crew.busy)
            yield FileResult.from_bytes(store.take(number))


def _with_data(item: Input, job: Job) -> Input:
    """Standard input is read here: a worker has none."""
    if item.path is not None or item.problem is not None:
        return item
    try:
        return item._replace(data=bytes_of(item, job.limits))
    except ExtractionError as error:
        return item._replace(problem=error)
