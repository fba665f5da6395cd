"""What the engine costs beside the local run: `python -m benchmarks.cluster [FILES ...]` prints a table in Markdown.

Copies of the samples are read three ways, each in a process of its own, in turn and several times: by the local crew, by
Daft natively and by Daft on a Ray cluster of this machine, each with WORKERS readers. The least figures of each way are
taken, as what disturbs a run only adds to them. Linux only; needs `pip install -e '.[daft]'`.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import psutil

from benchmarks.results import SAMPLES, processor

WORKERS = 2
REPEATS = 2
SIZES = [200, 1000]
WAYS = {
    "local": ["-m", "selfeval_extract", "in", "-o", "out.jsonl", "-q", "-j", str(WORKERS)],
    "Daft": ["-m", "selfeval_extract.cluster", "in", "out", "-j", str(WORKERS)],
    "Daft on Ray": ["-m", "selfeval_extract.cluster", "in", "out", "-j", str(WORKERS), "--ray", "local"],
}


class Measured(NamedTuple):
    """Of one run: seconds, processor seconds of all its processes, and the most MB that these had at a time (a page that
    several share counted once)."""

    seconds: float
    processor: float
    memory_mb: float


def copies(folder: Path, number: int) -> None:
    """A folder with so many files: the samples in turn, each under names of its own."""
    folder.mkdir()
    for n in range(number):
        sample = SAMPLES[n % len(SAMPLES)]
        shutil.copy(sample, folder / f"{n:06}{sample.suffix}")


def measured(arguments: list[str], here: Path) -> Measured:
    """Run Python with arguments in a folder, and measure it."""
    began = time.monotonic()
    with subprocess.Popen([sys.executable, *arguments], cwd=here, stderr=subprocess.PIPE) as process:
        look = _Look(process.pid)
        look.start()
        _, said = process.communicate()
        took = time.monotonic() - began
    if process.returncode:
        raise SystemExit(said.decode())
    look.join()
    return Measured(took, sum(look.processor.values()), look.memory_mb)


class _Look(threading.Thread):
    """Looks at a process and all below it until it ends. What they used between the last look and their end is missed."""

    def __init__(self, pid: int) -> None:
        super().__init__()
        self._top = psutil.Process(pid)
        self.processor: dict[psutil.Process, float] = {}
        self.memory_mb = 0.0

    def run(self) -> None:
        looks = 0
        while self._top.is_running() and self._top.status() != psutil.STATUS_ZOMBIE:
            memory = 0.0
            for process in self._all():
                with suppress(psutil.Error):
                    times = process.cpu_times()
                    self.processor[process] = times.user + times.system
                    memory += process.memory_full_info().pss / 1e6 if looks % 5 == 0 else 0.0
            self.memory_mb = max(self.memory_mb, memory)
            looks += 1
            time.sleep(0.1)

    def _all(self) -> list[psutil.Process]:
        with suppress(psutil.Error):
            return [self._top, *self._top.children(recursive=True)]
        return []


def main(sizes: list[int]) -> None:
    """Measure all ways with so many files, and with one: what it takes before the first record is there."""
    best: dict[tuple[str, int], Measured] = {}
    for size in [1, *sizes]:
        with tempfile.TemporaryDirectory() as top:
            copies(Path(top) / "in", size)
            for turn in range(REPEATS):
                for way, arguments in WAYS.items():
                    got = measured(arguments, Path(top))
                    told = f"{got.seconds:.2f} s, {got.processor:.2f} processor seconds, {got.memory_mb:.0f} MB"
                    print(f"# {size} {way} {turn}: {told}", file=sys.stderr)
                    known = best.get((way, size), got)
                    best[way, size] = Measured(*map(min, known, got))
    print(_table(best, sizes))


def _table(best: dict[tuple[str, int], Measured], sizes: list[int]) -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in ("daft", "ray", "pyarrow"))
    titles = [f"{n:,} files: ratio | s | processor s" for n in sizes]
    titles += ["one file: s", "processor ms of each further file | ratio", "MB"]
    table = [
        f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}, {versions}, {psutil.cpu_count()} x {processor()}",
        "",
        f"| {WORKERS} readers | {' | '.join(titles)} |",
        "|---" * (3 * len(sizes) + 5) + "|",
    ]
    for way in WAYS:
        cells = [
            f"{best[way, n].seconds / best['local', n].seconds:.2f} | {best[way, n].seconds:.1f} | {best[way, n].processor:.1f}"
            for n in sizes
        ]
        further, local = _further(best, way, sizes), _further(best, "local", sizes)
        cells += [f"{best[way, 1].seconds:.1f}", f"{further:.1f} | {further / local:.2f}"]
        table.append(f"| {way} | {' | '.join(cells)} | {best[way, sizes[-1]].memory_mb:.0f} |")
    return "\n".join(table)


def _further(best: dict[tuple[str, int], Measured], way: str, sizes: list[int]) -> float:
    """Processor milliseconds of a file after the first ones: what a million of them take, a million times."""
    few, many = sizes[0] if len(sizes) > 1 else 1, sizes[-1]
    return (best[way, many].processor - best[way, few].processor) / (many - few) * 1000


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
