"""Batch: a folder of mixed files with one and with two workers, compared with an arithmetic loop and a plain script."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.cluster import copies
from benchmarks.results import Effort, Part, number, say, spread, table
from benchmarks.timing import Job, command, environment, interleaved, run
from benchmarks.timing import spread as spread_of

LOOP = 40_000_000
"""Turns of the control's loop: some seconds."""
QUIET = 1.8
"""What two processors do that nobody else uses, in loops at a time."""
PLAIN = Path(__file__).with_name("plain.py")


def measure(effort: Effort) -> Part:
    """Throughput, what a second worker adds, and how much more files are read than by the plain script."""
    with tempfile.TemporaryDirectory() as top, _two_processors():
        folder = Path(top, "in")
        copies(folder, effort.files)

        say(f"batch: {effort.files:,} files in {effort.batches} rounds")
        ways: dict[str, Job] = {
            "-j 1": lambda _: run(command("in", "-o", "1.jsonl", "-q", "-j", "1"), Path(top)),
            "-j 2": lambda _: run(command("in", "-o", "2.jsonl", "-q", "-j", "2"), Path(top)),
            "one loop": lambda _: _loops(1),
            "two loops at a time": lambda _: _loops(2),
            "plain script": lambda _: run([sys.executable, PLAIN, folder]),
        }
        times = interleaved(ways, effort.batches, warm_up=False)
    turns = list(zip(*times.values(), strict=True))
    figures = {
        "batch: -j 2 over -j 1": spread_of(one / two for one, two, *_ in turns),
        "batch: control": spread_of(2 * one / two for _, _, one, two, _ in turns),
        "batch: -j 2 over -j 1, control at 2": spread_of(
            one / two * both / single for one, two, single, both, _ in turns
        ),
        "batch: -j 2 over plain script": spread_of(plain / two for _, two, _, _, plain in turns),
        "batch: -j 1 over plain script": spread_of(plain / one for one, *_, plain in turns),
    }
    rows = [[name.removeprefix("batch: "), spread(found)] for name, found in figures.items()]
    rates = [
        [name, number(spread_of(effort.files / t for t in times[name]).median)]
        for name in ("-j 1", "-j 2", "plain script")
    ]
    chapter = f"{effort.files:,} files: copies of the samples under different names. Rounds: {effort.batches}.\n\n"
    if (control := figures["batch: control"].median) < QUIET:
        chapter += f"**Unreliable**: two loops in parallel reached {number(control)} of 2, so other programs used the processors.\n\n"
    return Part(figures, chapter + table(["Throughput", "Ratio"], rows) + "\n" + table(["", "Files per second"], rates))


def _loops(processes: int) -> None:
    """So many loops at a time, each of `LOOP` turns in a process of its own."""
    turn = [sys.executable, "-c", f"sum(n * n for n in range({LOOP}))"]
    for process in [subprocess.Popen(turn, env=environment()) for _ in range(processes)]:
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, turn)


@contextmanager
def _two_processors() -> Iterator[None]:
    """Everything on the same two processors, where the system can be told so."""
    if sys.platform != "linux":
        yield
        return
    known = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(known)[:2])
    try:
        yield
    finally:
        os.sched_setaffinity(0, known)
