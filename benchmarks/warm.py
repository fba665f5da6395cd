"""Warm: one process with everything imported reads one file after another."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path

from benchmarks.documents import WRITERS, made
from benchmarks.readers import OURS, Read, installed, missing, peak_mb
from benchmarks.results import SAMPLES, Effort, Part, ms, number, say, spread, table
from benchmarks.timing import Job, Spread, Times, interleaved, ratio

FORMS = 15


def measure(effort: Effort) -> Part:
    """All readers on each sample, and on 15 forms (30 pages) as .docx, .pdf and .txt."""
    figures: dict[str, Spread] = {}
    rows: list[list[str]] = []
    with tempfile.TemporaryDirectory() as folder:
        documents = {path.name: [path] for path in SAMPLES}
        for ending in WRITERS:
            documents[f"{FORMS} forms.{ending}"] = [
                made(FORMS, n, ending, Path(folder, f"{n}.{ending}")) for n in range(effort.variants)
            ]
        for name, paths in documents.items():
            say(f"warm: {name}")
            jobs, failures = ready(paths)
            times = interleaved(jobs, effort.rounds, effort.patience)
            figures |= {f"{name}: {a} / {b}": ratio(times, a, b) for a in times for b in times if a != b}
            memory = {reader.name: peak_mb(reader, paths[0]) for reader in installed(paths[0].suffix[1:])}
            rows += [_row(name, reader, times, memory[reader]) for reader in times] + failures
    readers = [[f"{r.name} {r.version}", ", ".join(r.formats), r.does] for r in installed("docx") + installed("pdf")]
    readers = [row for n, row in enumerate(readers) if row not in readers[:n]]
    chapter = table(["Reader", "Formats", "What it returns"], readers) + "\n"
    chapter += "".join(f"{reader.name} was not installed and is left out.\n\n" for reader in missing())
    chapter += table(["Document", "Reader", "× selfeval-extract", "ms", "Rounds", "Peak MB"], rows)
    return Part(figures, chapter)


def ready(paths: Sequence[Path], names: Collection[str] = ()) -> tuple[dict[str, Job], list[list[str]]]:
    """The readers of a document (all or those named) as jobs, and a row for each that fails on it."""
    jobs, failures = {}, []
    for reader in installed(paths[0].suffix[1:]):
        if names and reader.name not in names:
            continue
        try:
            read = reader.start()
            read(paths[0])
        except Exception as error:
            if reader.name == OURS:
                raise
            failures.append([paths[0].name, reader.name, f"failed: {type(error).__name__}", "", "", ""])
        else:
            jobs[reader.name] = job(read, paths)
    return jobs, failures


def job(read: Read, paths: Sequence[Path]) -> Job:
    """Reads another one of the documents in each round."""
    return lambda n: read(paths[n % len(paths)])


def _row(name: str, reader: str, times: Times, memory: float) -> list[str]:
    compared = "1" if reader == OURS else spread(ratio(times, reader, OURS))
    return [name, reader, compared, ms(times[reader]), str(len(times[reader])), number(memory)]
