"""A reader that dies in as many ways as readers do, and batches for it.

Takes the place of the reader of text: a text that begins with `!name` makes it die that way, any other is read.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from selfeval_extract.batch.inputs import Input
from selfeval_extract.batch.job import FileResult, Job
from selfeval_extract.batch.run import ResultBuffer, run
from selfeval_extract.checks.selection import NO_CHECKS
from selfeval_extract.document import Document, Paragraph, Text
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers.text.reader import read_text
from selfeval_extract.writers.jsontext import json_line

REPORT = (Path(__file__).parents[1] / "cli" / "report.txt").read_text("utf-8")
SIZE = 40


class NothingLikeIt(BaseException):
    """What a library may raise that is no Exception."""


def _raise(error: BaseException) -> NoReturn:
    raise error


def _too_deep() -> None:
    _too_deep()


def _too_much() -> None:
    kept = []
    while True:
        kept.append(bytearray(64 << 20))


def _busy() -> None:
    while True:
        pass


def _busy_in_c() -> None:
    """Holds the interpreter's lock all the time, as native code may: no signal handler of Python's runs."""
    ctypes.PyDLL(None).sleep(3600)


def _noise() -> None:
    print("noise")
    os.write(1, b"noise on standard output\n")
    os.write(2, b"\x1b[31mnoise on standard error\n")
    sys.stdout.flush()


WAYS: dict[str, Callable[[], object]] = {
    "raise": lambda: _raise(ValueError("a fault\nof two lines")),
    "base_exception": lambda: _raise(NothingLikeIt("gone")),
    "system_exit": lambda: _raise(SystemExit(0)),
    "recursion": _too_deep,
    "memory_error": _too_much,
    "sleep": lambda: time.sleep(3600),
    "busy": _busy,
    "busy_in_c": _busy_in_c,
    "exit": lambda: os._exit(0),
    "sigkill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "sigsegv": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "noise": _noise,
}
TEXTS = {"enormous": "绩" * 40_000_000, "surrogate": "项目名称：\udcb2测\ud800"}
"""Ways to answer with a text that nobody can do anything with."""
ALL_WAYS = (*WAYS, *TEXTS)


def read_or_die(data: bytes, name: str, limits: Limits) -> Document:
    """The reader."""
    way = data.decode("utf-8").partition("\n")[0].removeprefix("!") if data.startswith(b"!") else ""
    if way in TEXTS:
        return Document(name, "txt", (Paragraph(Text(TEXTS[way], [])),), (), (), ())
    if way:
        WAYS[way]()
    return read_text(data, name, limits)


def batch(way: str | None, at: int = 7) -> list[Input]:
    """Inputs of which one makes the reader die; without a way, none."""
    texts = [REPORT.replace("128.64", f"{128 + n}.64") for n in range(SIZE)]
    if way is not None:
        texts[at] = f"!{way}\n"
    return [Input(f"{n:02}.txt", f"{n:02}.txt", data=text.encode()) for n, text in enumerate(texts)]


def job(limits: Limits = LIMITS) -> Job:
    """Records as lines of JSON, unchecked."""
    return Job(NO_CHECKS, limits, False, (json_line,))


def shares(inputs: Sequence[Input], limits: Limits = LIMITS, workers: int = 2) -> list[FileResult]:
    """What a run gives."""
    return list(run(inputs, job(limits), workers, ResultBuffer(), lambda share, busy: None))
