"""How things are timed: in turn, round by round, and compared within a round.

A machine that others use, or that slows down when it is warm, bends every figure taken alone. Two things that are done one
after the other in the same round meet the same machine, so what is told is the **ratio** of their wall times in a round, as
the median of the rounds, with its quartiles.
"""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import psutil

Job = Callable[[int], object]
"""What is timed. It is given the number of the round, so that each round can be about another document."""
Times = dict[str, list[float]]
"""The seconds of each job, a figure a round. A job that left early has fewer rounds, always the first ones."""


class Spread(NamedTuple):
    """The median of several figures, the quartiles around it, and how many there were."""

    median: float
    low: float
    high: float
    rounds: int


class Run(NamedTuple):
    """Of a process and those it started: seconds, and the most MB seen in the first of them and in any other one."""

    seconds: float
    parent_mb: float
    worker_mb: float


def spread(values: Iterable[float]) -> Spread:
    """Median and quartiles."""
    known = list(values)
    low, _, high = quantiles(known, n=4, method="inclusive") if len(known) > 1 else known * 3
    return Spread(median(known), low, high, len(known))


def ratio(times: Times, of: str, over: str) -> Spread:
    """How long `of` takes beside `over`, from the rounds that both were in."""
    return spread(a / b for a, b in zip(times[of], times[over], strict=False))


def interleaved(jobs: Mapping[str, Job], rounds: int, patience: float = inf, warm_up: bool = True) -> Times:
    """Do all jobs in turn, so many rounds after one (of number 0) to warm up. Who comes first changes; a job that has taken
    more than `patience` seconds leaves. Garbage is collected between jobs, so that none pays for another's."""
    names, times = list(jobs), {name: list[float]() for name in jobs}
    if warm_up:
        for name in names:
            jobs[name](0)
    for n in range(1, rounds + 1):
        first = n % len(names)
        for name in names[first:] + names[:first]:
            if n == 1 or sum(times[name]) < patience:
                gc.collect()
                began = time.perf_counter()
                jobs[name](n)
                times[name].append(time.perf_counter() - began)
    return times


def command(*arguments: str | Path) -> list[str]:
    """The command line as it is called: the installed script, or the module where there is none."""
    script = shutil.which("selfeval-extract", path=str(Path(sys.executable).parent))
    return [*([script] if script else [sys.executable, "-m", "selfeval_extract"]), *map(str, arguments)]


def run(arguments: Sequence[str | Path], cwd: Path | None = None, **variables: str) -> None:
    """Run a process to its end, as a user would: with bytecode that was compiled before. `variables` of its environment.
    Raises if it fails."""
    subprocess.run(arguments, cwd=cwd, env=environment(**variables), stdout=subprocess.DEVNULL, check=True)


def watched(arguments: Sequence[str | Path], cwd: Path, every: float = 0.1) -> Run:
    """Run a process and look at its memory and that of its children until it ends. Raises if it fails."""
    most, ended, began = {0: 0.0, 1: 0.0}, threading.Event(), time.perf_counter()
    with psutil.Popen(arguments, cwd=cwd, env=environment(), stdout=subprocess.DEVNULL) as process:

        def look() -> None:
            while not ended.wait(every):
                try:
                    for kind, one in [(0, process), *((1, child) for child in process.children(recursive=True))]:
                        most[kind] = max(most[kind], one.memory_info().rss / 1e6)
                except psutil.Error:
                    continue

        watcher = threading.Thread(target=look)
        watcher.start()
        status = process.wait()
        took = time.perf_counter() - began
        ended.set()
        watcher.join()
    if status:
        raise subprocess.CalledProcessError(status, [*map(str, arguments)])
    return Run(took, most[0], most[1])


def environment(**variables: str) -> dict[str, str]:
    """This environment for a child: it may write bytecode, and finds in any folder what is found here. `variables` go before."""
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if paths := known.get("PYTHONPATH"):
        known["PYTHONPATH"] = os.pathsep.join(str(Path(path).absolute()) for path in paths.split(os.pathsep))
    return known | variables
