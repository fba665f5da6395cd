"""Growth: time per form in files of 1, 10 and 100 forms, and time per file in batches of 100 files and more."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from math import inf
from pathlib import Path

from benchmarks.cluster import copies
from benchmarks.documents import made
from benchmarks.readers import BY_NAME, OURS, peak_mb
from benchmarks.results import Effort, Part, ms, number, say, spread, table
from benchmarks.timing import Run, Times, command, interleaved, ratio, watched
from benchmarks.timing import spread as spread_of
from benchmarks.warm import job

COUNTS = (1, 10, 100)
"""Forms in a file: each size is compared with the one before."""


def measure(effort: Effort) -> Part:
    """Forms in a file, then files in a batch."""
    in_file, in_batch = _forms(effort), _files(effort)
    return Part(in_file.figures | in_batch.figures, f"{in_file.chapter}\n{in_batch.chapter}")


def per_form(ending: str, counts: Iterable[int], rounds: int, patience: float = inf) -> Times:
    """Seconds that a form takes in a file of so many, by their number: the files of all sizes are read in turn."""
    read, jobs = BY_NAME[OURS].start(), {}
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            paths = [made(count, n, ending, Path(folder, f"{count}-{n}.{ending}")) for n in range(2)]
            jobs[str(count)] = job(read, paths)
        times = interleaved(jobs, rounds, patience)
    return {count: [seconds / int(count) for seconds in took] for count, took in times.items()}


def _forms(effort: Effort) -> Part:
    figures, rows = {}, []
    with tempfile.TemporaryDirectory() as folder:
        for ending in ("docx", "pdf", "txt"):
            say(f"growth: forms in a .{ending}")
            cost = per_form(ending, COUNTS, effort.rounds, effort.patience)
            for before, count in zip((1, *COUNTS), COUNTS, strict=False):
                least, step = ratio(cost, str(count), "1"), ratio(cost, str(count), str(before))
                figures[f"growth: {count} forms in a .{ending}"] = step
                memory = peak_mb(BY_NAME[OURS], made(count, 0, ending, Path(folder, f"{count}.{ending}")))
                took = [ms(cost[str(count)]), spread(least), spread(step)]
                rows.append([f".{ending}", f"{count}", *took, number(memory)])
    titles = ["Format", "Forms in the file", "ms per form", "× one form alone", "× a tenth of the forms", "Peak MB"]
    return Part(figures, table(titles, rows))


def _files(effort: Effort) -> Part:
    runs: dict[int, list[Run]] = {size: [] for size in effort.sizes}
    with tempfile.TemporaryDirectory() as top:
        for size in effort.sizes:
            copies(Path(top, str(size)), size)
        for n in range(1, effort.batches + 1):
            for size in effort.sizes:
                say(f"growth: {size:,} files, round {n}")
                runs[size].append(watched(command(str(size), "-o", "out.jsonl", "-q", "-j", "2"), Path(top)))
    first, figures, rows = effort.sizes[0], {}, []
    cost = {str(size): [run.seconds / size for run in measured] for size, measured in runs.items()}
    worker = {size: max(run.worker_mb for run in measured) for size, measured in runs.items()}
    parent = {size: max(run.parent_mb for run in measured) for size, measured in runs.items()}
    for size in effort.sizes:
        step = figures[f"growth: {size} files"] = ratio(cost, str(size), str(first))
        figures[f"growth: worker's memory at {size} files"] = spread_of([worker[size] / worker[first]])
        rows.append([f"{size:,}", ms(cost[str(size)]), spread(step), number(worker[size]), number(parent[size])])
    titles = ["Files in the batch", "ms per file", f"× {first:,} files", "Peak MB of a worker", "of the parent"]
    return Part(figures, table(titles, rows))
