"""Mutants of good files, by seed and number; each is read as a batch would, and what breaks the law is a find.

A mutant is told by `SEED:NUMBER` alone, as long as the base files and the edits stay the same.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from selfeval_extract.batch.inputs import Input
from selfeval_extract.batch.job import FileResult, Job
from selfeval_extract.batch.memory import processors
from selfeval_extract.batch.run import ResultBuffer, run
from selfeval_extract.checks.selection import ALL_CHECKS
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.pipeline import extract_bytes
from selfeval_extract.record.models import Report

from .bases import bases
from .edits import Edit, pdf, raw, text, word
from .law import broken

SECONDS = 10
"""What no mutant of these small files may need; of memory, as much as all files may: pdfium asks for what a damaged number
says."""
FORMATS: dict[str, tuple[Edit, ...]] = {"txt": text.EDITS, "docx": word.EDITS, "pdf": pdf.EDITS}
_RAW = 0.2
"""The share of edits that know nothing of the format."""
_OWN_LIMITS = ("seconds", "memory_mb")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A damaged file: the good one's name, and what was done to it."""

    base: str
    edits: tuple[str, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class Find:
    """A mutant that broke the law; `what` is the same for the same fault."""

    name: str
    what: str


def mutant(name: str) -> Mutant:
    """The mutant of a name `SEED:NUMBER`."""
    chance = Random(name)
    files = bases()
    ending = chance.choice(tuple(FORMATS))
    base = chance.choice([each for each in files if each.endswith(ending)])
    data = files[base]
    if chance.random() < 0.03:
        return Mutant(base, ("splice",), raw.splice(data, files[chance.choice(list(files))], chance))
    done = []
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        edit = chance.choice(raw.EDITS if chance.random() < _RAW else FORMATS[ending])
        data = edit(data, chance)
        done.append(edit.__name__)
    return Mutant(base, tuple(done), data)


class Trial(Job):
    """Reads the mutant that an input's name stands for. Its result has two texts: what is broken as JSON, and the seconds."""

    __slots__ = ()

    def __call__(self, item: Input) -> FileResult:
        item = item._replace(data=mutant(item.name).data)
        began = time.perf_counter()
        result = Job.__call__(self, item)
        took = time.perf_counter() - began
        if result.code == "internal":
            result = result._replace(texts=(json.dumps([_fault(item, self.limits)]),))
        return result._replace(texts=(*result.texts, f"{took:.3f}"))


def _fault(item: Input, limits: Limits) -> str:
    """Where a fault of the program's is: the last line of its own in the traceback."""
    try:
        extract_bytes(item.data or b"", item.name, ALL_CHECKS, limits)
    except Exception as error:
        own = [f for f in traceback.extract_tb(error.__traceback__) if "selfeval_extract" in f.filename]
        at = f"{Path(own[-1].filename).name}:{own[-1].lineno} {own[-1].name}" if own else "?"
        return f"{type(error).__name__} in {at}"
    return "a fault that does not come again"


def _verdict(report: Report) -> str:
    return json.dumps(broken(report))


def trial() -> Trial:
    """What is done with each mutant."""
    return Trial(ALL_CHECKS, LIMITS._replace(seconds=SECONDS), True, (_verdict,))


@dataclass(slots=True)
class Tried:
    """What came of mutants: finds, how many there were of each status or code, and the slowest."""

    finds: list[Find]
    outcomes: Counter[str]
    slowest: tuple[float, str]


def tried(names: Sequence[str]) -> Tried:
    """Try mutants, on all processors."""
    bases()  # here, so that no worker has to read them
    out = Tried([], Counter(), (0.0, ""))
    inputs = [Input(name, None, data=b"-") for name in names]
    for name, share in zip(names, run(inputs, trial(), processors(), ResultBuffer(), lambda *_: None), strict=True):
        out.outcomes[share.code or share.status] += 1
        out.finds += [Find(name, what) for what in _finds(name, share)]
        if len(share.texts) > 1:
            out.slowest = max(out.slowest, (float(share.texts[1]), name))
    return out


def _finds(name: str, share: FileResult) -> Iterator[str]:
    if share.name != name:
        yield "a record of another file"
    yield from json.loads(share.texts[0])
    message = share.message or ""
    if share.code == "internal" and len(share.texts) == 1:
        yield f"a crash: {message}"
    if share.code == "limit" and any(f"--limit {limit}=" in message for limit in _OWN_LIMITS):
        yield "too slow" if "--limit seconds=" in message else "too much memory"


def names(seed: str, count: int, start: int = 0) -> list[str]:
    """The mutants of a seed."""
    return [f"{seed}:{number}" for number in range(start, start + count)]


def main() -> int:
    """The command. Exit status 1 if there are finds."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--start", type=int, default=0, help="the first number")
    parser.add_argument("--only", metavar="SEED:NUMBER", help="read one of them here, with its traceback")
    parser.add_argument("--save", type=Path, metavar="FOLDER", help="the smallest mutant of each find goes there")
    wanted = parser.parse_args()
    if wanted.only:
        return _one(wanted.only, wanted.save)
    found: dict[str, list[str]] = {}
    outcomes: Counter[str] = Counter()
    slowest = (0.0, "")
    for start in range(wanted.start, wanted.start + wanted.count, 1000):
        out = tried(names(wanted.seed, min(1000, wanted.start + wanted.count - start), start))
        outcomes += out.outcomes
        slowest = max(slowest, out.slowest)
        for find in out.finds:
            found.setdefault(find.what, []).append(find.name)
            if len(found[find.what]) == 1:
                print(f"{find.name}  {find.what}  {mutant(find.name).base} {mutant(find.name).edits}", flush=True)
        print(f"{start + 1000 - wanted.start:,}", dict(outcomes), f"slowest {slowest[0]} s: {slowest[1]}", flush=True)
    for what, which in sorted(found.items(), key=lambda pair: -len(pair[1])):
        smallest = min(which, key=lambda name: len(mutant(name).data))
        print(f"{len(which):5} × {what}: smallest {smallest} ({len(mutant(smallest).data):,} bytes)")
        if wanted.save:
            _save(smallest, wanted.save)
    return 1 if found else 0


def _one(name: str, folder: Path | None) -> int:
    one = mutant(name)
    print(f"{one.base}: {', '.join(one.edits)}; {len(one.data):,} bytes")
    if folder:
        _save(name, folder)
    report = extract_bytes(one.data, name)
    print(report.status, *broken(report), sep="\n")
    return 1 if broken(report) else 0


def _save(name: str, folder: Path) -> None:
    one = mutant(name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name.replace(':', '_')}{Path(one.base).suffix}").write_bytes(one.data)


if __name__ == "__main__":
    sys.exit(main())
