"""Every claim of docs/reliability.md, measured; the page is written from what was seen.

    python -m tests.reliability.prove              all of it, about half an hour on two cores
    python -m tests.reliability.prove faults cut   some of it; the other rows stay as they were

Exit status 1 if a claim does not hold.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import psutil

from selfeval_extract.formats import ENDINGS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGE = ROOT / "docs" / "reliability.md"
sys.path.insert(0, str(HERE.parent))  # as pytest has it
COMMAND = [sys.executable, "-m", "selfeval_extract"]
SAMPLES = sorted(p for p in (ROOT / "samples").iterdir() if p.suffix in ENDINGS)
MB = 1 << 20


@dataclass(slots=True)
class Seen:
    """What a measurement saw: a figure for the page, and whether the claim holds."""

    figure: str
    holds: bool


@dataclass(slots=True)
class Peaks:
    """The most memory of a process, and of each of its children by process id; and how the former went."""

    own: int = 0
    children: dict[int, int] = field(default_factory=dict)
    course: list[int] = field(default_factory=list)

    @property
    def child(self) -> int:
        return max(self.children.values(), default=0)


@contextmanager
def peaks(pid: int, every: float = 0.005) -> Iterator[Peaks]:
    """Watch the memory of a process and its children."""
    found, ended = Peaks(), threading.Event()
    parent = psutil.Process(pid)

    def look() -> None:
        while not ended.wait(every):
            try:
                found.course.append(parent.memory_info().rss)
                found.own = max(found.own, found.course[-1])
                for child in parent.children(recursive=True):
                    found.children[child.pid] = max(found.children.get(child.pid, 0), child.memory_info().rss)
            except psutil.Error:
                continue

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield found
    finally:
        ended.set()
        watcher.join()


def watched(*args: str, cwd: Path, every: float = 0.005) -> tuple[bytes, float, Peaks]:
    """Run the command line: its output, how long it took, and the memory it used."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as out:
        process = psutil.Popen([*COMMAND, *args], cwd=cwd, stdout=out, stderr=subprocess.DEVNULL)
        with peaks(process.pid, every) as found:
            process.wait()
        took = time.monotonic() - began
        out.seek(0)
        return out.read(), took, found


def many(folder: Path, count: int) -> Path:
    """A folder of so many files: the samples in turn, each under its own name, one in fifty broken."""
    for n in range(count):
        source = SAMPLES[n % len(SAMPLES)]
        data = source.read_bytes()
        place = folder / f"{n // 100:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{n:05}{source.suffix}").write_bytes(data[: len(data) // 2] if n % 50 == 49 else data)
    return folder


def test(*paths: str, only: str | None = None) -> Seen:
    """Tests that prove a claim: how many passed."""
    args = [sys.executable, "-m", "pytest", "-q", *paths, *(["-k", only] if only else [])]
    said = subprocess.run(args, cwd=ROOT, capture_output=True, encoding="utf-8", env={**os.environ, "CI": "1"}).stdout
    last = said.splitlines()[-1] if said else "nothing"
    return Seen(last.partition(" in ")[0], "failed" not in last and "error" not in last and "passed" in last)


def hostile(work: Path) -> Seen:
    seen = test("tests/reliability/test_hostile.py")
    from .test_hostile import HOSTILE

    subprocess.run([sys.executable, HOSTILE / "make_hostile.py", work], check=True, capture_output=True)
    out, took, found = watched(".", "-f", "jsonl", "-j", "2", cwd=work)
    records = [json.loads(line) for line in out.splitlines()]
    faults = sum((r["error"] or {}).get("code") == "internal" for r in records)
    figure = f"{len(records)} records in {took:.0f} s, {faults} `internal`, 0 tracebacks; largest worker {found.child // MB} MB; tests: {seen.figure}"
    return Seen(figure, seen.holds and not faults)


def faults(work: Path) -> Seen:
    from .faulty import ALL_WAYS

    seen = test("tests/reliability/test_faults.py")
    return Seen(f"{len(ALL_WAYS)} ways, each with 39 of 39 other records unchanged; tests: {seen.figure}", seen.holds)


def memory_bombs(work: Path) -> Seen:
    from .test_hostile import HOSTILE

    subprocess.run([sys.executable, HOSTILE / "make_hostile.py", work], check=True, capture_output=True)
    bombs = [
        "flate_bomb_1GB.pdf",
        "flate_bomb_double_1GB.pdf",
        "xobject_fanout_1e8.pdf",
        "one_line_40MB.txt",
        "zipbomb_document_300MB.docx",
    ]
    worst, parent, codes = 0.0, 0, set()
    for limit in (300, 600, 1024):
        for bomb in bombs:
            args = (bomb, "--limit", f"memory_mb={limit}", "--limit", "characters=100000000", "--limit", "part_mb=1000",
                    "--limit", "unpacked_mb=1000", "--limit", "zip_ratio=1000")  # fmt: skip
            out, _, found = watched(*args, cwd=work, every=0.002)
            record = json.loads(out)
            codes.add(record["error"]["code"] if record["status"] == "failed" else record["status"])
            worst, parent = max(worst, found.child / MB / limit), max(parent, found.own)
    figure = f"worst worker {worst:.0%} of its limit, parent {parent // MB} MB, outcomes `{'`, `'.join(sorted(codes))}` (5 bombs at 300, 600 and 1,024 MB)"
    return Seen(figure, worst <= 1.1 and parent <= 200 * MB and codes <= {"limit", "unrecognised"})


def time_bombs(work: Path) -> Seen:
    from selfeval_extract.limits import Limits
    from selfeval_extract.readers.text import reader

    from .faulty import batch, read_or_die, shares

    reader.read_text = read_or_die
    worst = 0.0
    for way in ("sleep", "busy", "busy_in_c"):
        began = time.monotonic()
        [share] = shares(batch(way)[7:8], Limits(seconds=3))
        assert share.code == "limit"
        worst = max(worst, time.monotonic() - began - 3)
    return Seen(
        f"at most {worst:.2f} s over the limit (asleep, busy in Python, busy in C holding the lock)", worst <= 2
    )


def cut(work: Path) -> Seen:
    many(work / "in", 1000)
    args = [*COMMAND, "in", "-j", "2", "-q", "-o"]
    began = time.monotonic()
    subprocess.run([*args, "whole.jsonl"], cwd=work, check=False)
    took = time.monotonic() - began
    whole = hashlib.sha256((work / "whole.jsonl").read_bytes()).digest()
    rng, same, points, again, left = random.Random(2026), 0, 0, 0, 0
    while points < 20:
        process = psutil.Popen([*args, "out.jsonl"], cwd=work)
        time.sleep(rng.uniform(0.3, 0.95 * took))
        children = process.children(recursive=True)
        process.kill()
        process.wait()
        if (work / "out.jsonl").exists():
            (work / "out.jsonl").unlink()
            continue  # it was done already
        points += 1
        _, alive = psutil.wait_procs(children, timeout=2)
        left += sum(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in alive)  # ended, and nobody asked yet
        begun = _last_begun(work)
        told = subprocess.run(
            [*COMMAND, "in", "-j", "2", "-o", "out.jsonl", "--resume"], cwd=work, capture_output=True, encoding="utf-8"
        )
        same += hashlib.sha256((work / "out.jsonl").read_bytes()).digest() == whole
        kept = re.search(r"([\d,]+) of 1,000 files are done already", told.stderr)
        again = max(again, begun - int(kept[1].replace(",", "")) if kept else 0)
        (work / "out.jsonl").unlink()
    names = [p.name for p in work.iterdir() if p.name not in ("in", "whole.jsonl")]
    figure = f"{same} of {points} outputs byte-identical; at most {again} files read a second time; {left} orphans; {len(names)} files left behind"
    return Seen(figure, same == points and again <= 4 and not left and not names)


def _last_begun(work: Path) -> int:
    """How many files had been begun, at least: two more than stand in the journal, which is told in order of ending."""
    journal = work / ".out.jsonl.journal"
    return (
        len(re.findall(rb'(?m)^\["[0-9a-f]{32}", \d+, \d+\]$', journal.read_bytes())) if journal.exists() else 0
    ) + 2


def large(work: Path) -> Seen:
    many(work / "in", 5000)
    _, took, found = watched("in", "-j", "2", "-o", "out.jsonl", cwd=work, every=0.05)
    early = sorted(found.course[len(found.course) // 50 : len(found.course) // 10])
    late = sorted(found.course[-len(found.course) // 10 :])
    growth = late[len(late) // 2] - early[len(early) // 2]
    figure = f"{5000 / took:.0f} files/s; parent {early[len(early) // 2] // MB} MB, grown by {growth / MB:.1f} MB at the end; largest worker {found.child // MB} MB"
    return Seen(figure, growth < 50 * MB and found.child < 500 * MB)


def long(work: Path) -> Seen:
    import pypdfium2

    out = pypdfium2.PdfDocument.new()
    sources = [pypdfium2.PdfDocument(p) for p in SAMPLES if p.suffix == ".pdf"]
    for source in sources:
        out.import_pages(source, [n % len(source) for n in range(1000 // len(sources))])
    out.save(work / "long.pdf")
    printed, took, found = watched("long.pdf", cwd=work)
    record = json.loads(printed)
    figure = f"{record['source']['pages']:,} pages in {took:.1f} s, worker {found.child // MB} MB, `{record['status']}`"
    return Seen(figure, record["source"]["pages"] == 1000 and found.child < 500 * MB)


def mutants(work: Path) -> Seen:
    args = [sys.executable, "-m", "tests.reliability.mutants", "--count", "50000", "--seed", "2026"]
    done = subprocess.run(args, cwd=ROOT, capture_output=True, encoding="utf-8")
    return Seen(done.stdout.strip().splitlines()[-1] if done.stdout else done.stderr[-200:], done.returncode == 0)


def cells(work: Path) -> Seen:
    return test("tests/writers", only="hostile")


def names(work: Path) -> Seen:
    return test("tests/reliability/test_hostile.py", only="names or terminal or odd")


def same(work: Path) -> Seen:
    return test("tests/reliability/test_determinism.py")


def patterns(work: Path) -> Seen:
    return test("tests/reliability/test_patterns.py")


def console(work: Path) -> Seen:
    return test("tests/reliability/test_determinism.py", only="cp936 or redirection")


def audit(work: Path) -> Seen:
    return test("tests/reliability/test_audit.py")


CLAIMS: dict[str, tuple[str, Callable[[Path], Seen]]] = {
    "hostile": ("Every file of the hostile set gets one record with the outcome it should have: no tracebacks, `internal` for at most 0.5 %", hostile),
    "faults": ("However a reader fails (exception, recursion, memory, sleep, busy loop, exit, SIGKILL, SIGSEGV, noise, enormous text, lone surrogates), only its own file of 40 is lost, and the run ends within the time limit + 10 s", faults),
    "memory_bombs": ("Memory bombs: a worker's peak is at most its limit + 10 %, the parent's at most 200 MB", memory_bombs),
    "time_bombs": ("Time bombs end at most 2 s after the limit", time_bombs),
    "cut": ("`kill -9` at 20 random points of a run of 1,000 files, then `--resume`: byte-identical, at most 2 files per worker read again, no orphan processes", cut),
    "large": ("5,000 files: the parent grows by less than 50 MB, workers stay under 500 MB", large),
    "long": ("A PDF of 1,000 pages takes less than 500 MB", long),
    "mutants": ("50,000 damaged copies of good files (2,000 in CI): no untyped error, no crash", mutants),
    "cells": ("10,000 hostile cells written to CSV and XLSX: none becomes a formula, numbers stay numbers", cells),
    "names": ("26 hostile file names: no control or direction characters on standard error, no markup errors", names),
    "same": ("The same output with 1, 2 and 8 workers, forked or spawned, with any hash seed, time zone, language and order of arguments, and without a network", same),
    "patterns": ("Every regular expression takes less than 25 times what a usual one takes on lines of 100,000 characters designed to slow it down", patterns),
    "console": ("The same bytes on a cp936 console, in a pipe and redirected as with `-o`", console),
    "audit": ("No file outside input, output and installation is opened, no outgoing connection is made, no other program is started", audit),
}  # fmt: skip
ROW = re.compile(r"^\| <a id=\"(\w+)\"></a>.*$", re.MULTILINE)
INTRO = """# Reliability

What the program promises for ten thousand files, some of them hostile, and what was measured.
`python -m tests.reliability.prove` writes this page; with `NAME`, it measures one row again. CI runs the tests behind these
rows, the slow ones with fewer files. [Decision 10](decisions/0010-own-workers.md) explains how it works, and
[limits.md](limits.md) lists the limits.

| Claim | Measured | Holds | When, where |
|---|---|---|---|
"""


def main(*wanted: str) -> int:
    """Measure and write the page."""
    old = {m[1]: m[0] for m in ROW.finditer(PAGE.read_text("utf-8"))} if PAGE.exists() else {}
    where = f"{time.strftime('%Y-%m-%d')}, {platform.system()}, Python {platform.python_version()}, {os.cpu_count()} cores, selfeval-extract {version('selfeval-extract')}"
    missed = 0
    for name in wanted or CLAIMS:
        claim, measure = CLAIMS[name]
        with tempfile.TemporaryDirectory() as work:
            seen = measure(Path(work))
        missed += not seen.holds
        old[name] = f'| <a id="{name}"></a>{claim} | {seen.figure} | {"yes" if seen.holds else "**no**"} | {where} |'
        print(f"{name}: {'holds' if seen.holds else 'DOES NOT HOLD'}: {seen.figure}", flush=True)
        PAGE.write_text(INTRO + "".join(f"{old[n]}\n" for n in CLAIMS if n in old), "utf-8", newline="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
