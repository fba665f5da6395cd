"""What runs in a worker: inputs come through a pipe, shares go back, and nothing else is read or said."""

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
from selfeval_extract.batch.job import Job, load
from selfeval_extract.runtime.pattern_cache import save

LEAVING, STAYING = b"-", b"+"
"""The first byte of an answer: whether the worker ends with it."""
_ENOUGH = 500
"""Files after which a worker ends and a fresh one takes its place: what libraries leak stays small."""
_MUCH, _SCARCE = 0.5, 0.6
"""Shares of the memory limit: used once, a worker ends after the file; used up, a failure is put down to it."""
_PR_SET_PDEATHSIG = 1


def serve(pipe: Connection, job: Job) -> None:
    """Do a job with every input that comes through the pipe, until it is closed."""
    _end_with_the_parent()
    _ask_nobody()
    gc.disable()  # reports are freed without it, and it would take 6 % of a batch
    load()
    most = job.limits.memory_mb << 20
    memory.bound(most)
    inherited = memory.peak()
    for done in count(1):
        try:
            item = pipe.recv()
        except (EOFError, OSError):
            return
        share = job(item)
        save()
        used = memory.peak() - inherited
        if share.code not in (None, "limit") and used > _SCARCE * most:
            # a library that gets no more memory seldom says so: it finds the file damaged, or empty
            share = job.failed(item, job.limits.out_of_memory(item.name))
        leaving = done == _ENOUGH or used > _MUCH * most
        pipe.send_bytes((LEAVING if leaving else STAYING) + share.to_bytes())
        if leaving:
            return


def _end_with_the_parent() -> None:
    """Leave no orphan, whatever this process is doing when the parent goes."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the parent as well, which ends the workers
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        parent = parent_process()
        if parent is not None and parent.pid != os.getppid():  # it went before the line above
            os._exit(1)
    else:
        from threading import Thread

        Thread(target=_wait_for_the_end, daemon=True).start()


def _wait_for_the_end() -> None:
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _ask_nobody() -> None:
    """Shut the streams: a library that prints would write into the data."""
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        with suppress(OSError):
            os.dup2(nowhere, number)
    os.close(nowhere)
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
