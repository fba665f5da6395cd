"""What runs in a worker process: inputs come through a pipe and results go back; nothing else is read or written."""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import sys
from contextlib import suppress
from itertools import count
from multiprocessing import parent_process
from multiprocessing.connection import Connection

from selfeval_extract.batch import memory
from selfeval_extract.batch.job import Job, preload
from selfeval_extract.runtime.pattern_cache import save

ENDS, STAYS = b"-", b"+"
"""The first byte of an answer: whether the worker ends with it."""
_MOST_FILES = 500
"""Files after which a worker ends and a new one takes its place, so that leaks in libraries stay small."""
_RETIRE, _BLAME = 0.5, 0.6
"""Parts of the memory limit. A worker that has used the first ends after the file; a failure after the second was used is
put down to memory."""
_PR_SET_PDEATHSIG = 1


def work(pipe: Connection, job: Job) -> None:
    """Do a job with every input that comes through the pipe, until it is closed."""
    _die_with_the_parent()
    _close_streams()
    gc.disable()  # reports are freed without it, and it would take 6 % of a batch
    preload()
    most = job.limits.memory_mb << 20
    memory.limit(most)
    inherited = memory.peak()
    for done in count(1):
        try:
            item = pipe.recv()
        except (EOFError, OSError):
            return
        result = job(item)
        save()
        used = memory.peak() - inherited
        if result.code not in (None, "limit") and used > _BLAME * most:
            # a library that gets no more memory seldom says so: it finds the file damaged, or empty
            result = job.failed(item, job.limits.out_of_memory(item.name))
        ends = done == _MOST_FILES or used > _RETIRE * most
        pipe.send_bytes((ENDS if ends else STAYS) + result.to_bytes())
        if ends:
            return


def _die_with_the_parent() -> None:
    """Leave no orphan, whatever this process is doing when the parent ends."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the parent as well, which ends the workers
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        parent = parent_process()
        if parent is not None and parent.pid != os.getppid():  # it ended before the line above
            os._exit(1)
    else:
        from threading import Thread

        Thread(target=_wait_for_the_parent, daemon=True).start()


def _wait_for_the_parent() -> None:
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _close_streams() -> None:
    """A library that prints would write into the data."""
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        with suppress(OSError):
            os.dup2(nowhere, number)
    os.close(nowhere)
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
