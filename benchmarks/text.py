"""Text: MB of .txt read per second."""

from __future__ import annotations

import cProfile
import pstats
import tempfile
from pathlib import Path

from benchmarks.documents import made
from benchmarks.forms import prose
from benchmarks.readers import BY_NAME, OURS, UNCHECKED
from benchmarks.results import Effort, Part, number, say, spread, table
from benchmarks.timing import interleaved
from benchmarks.timing import spread as spread_of
from benchmarks.warm import FORMS, job

CHARACTERS = 400_000
"""Of a narrative report: about 1 MB, some hundred pages."""
TOLD = 25


def measure(effort: Effort) -> Part:
    """Narrative reports and forms, with and without checks."""
    say("text")
    figures, rows = {}, []
    with tempfile.TemporaryDirectory() as folder:
        narratives = [Path(folder, f"{n}.txt") for n in range(effort.variants)]
        for n, path in enumerate(narratives):
            path.write_bytes(prose(CHARACTERS, n))
        tables = [made(FORMS, n, "txt", Path(folder, f"forms{n}.txt")) for n in range(effort.variants)]
        for name, paths in {"narrative report": narratives, f"{FORMS} forms": tables}.items():
            size = paths[0].stat().st_size / 1e6
            jobs = {reader: job(BY_NAME[reader].start(), paths) for reader in (OURS, UNCHECKED)}
            for reader, took in interleaved(jobs, effort.rounds, effort.patience).items():
                rate = figures[f"text: {name}, {reader}"] = spread_of(size / t for t in took)
                rows.append([name, reader, number(size), spread(rate)])
    return Part(figures, table(["Text", "Reader", "MB", "MB/s"], rows))


def profile(path: Path) -> None:
    """Print the functions in which reading a file takes its time, warm; a profile bends short functions upwards."""
    read = BY_NAME[OURS].start()
    read(path)
    watch = cProfile.Profile()
    watch.runcall(read, path)
    pstats.Stats(watch).strip_dirs().sort_stats("tottime").print_stats(TOLD)
