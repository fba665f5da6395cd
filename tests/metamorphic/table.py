"""The command line: every transformation on every base, as a table."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import NamedTuple

from . import changes
from .anatomy import fold
from .bases import BASES, FORMS, base, text_bytes
from .known import KNOWN
from .relation import TRANSFORMATIONS, Difference, Transformation, broken
from .shrink import report
from .word import docx_bytes


class Job(NamedTuple):
    """A transformation on a base with a seed; `text`: rendered as a text flavour, not as a Word file."""

    name: str
    base: str
    seed: int
    text: str | None = None

    def transformation(self) -> Transformation:
        t = TRANSFORMATIONS[self.name]
        if self.text is None:
            return t
        flavour = self.text
        return replace(t, render=lambda case: text_bytes(case, flavour), fold=lambda s: t.fold(fold(s)))


def run(job: Job) -> list[Difference] | str | None:
    """The differences; None where the change does not apply; a message where it raised."""
    try:
        return broken(job.transformation(), base(job.base), f"{job.base}{job.seed}")
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def smallest(job: Job) -> str:
    return report(job.transformation(), base(job.base), f"{job.base}{job.seed}")


def jobs(name: str | None, on: str | None, text: str | None, bases: list[str]) -> list[Job]:
    chosen = [
        t for t in TRANSFORMATIONS.values() if name in (None, t.name) and (text is None or t.render is docx_bytes)
    ]
    if not chosen:
        raise SystemExit(f"no transformation {name}: {', '.join(TRANSFORMATIONS)}")
    if on not in (None, *BASES, *FORMS):
        raise SystemExit(f"no base {on}: {', '.join([*BASES, *FORMS])}")
    return [Job(t.name, b, n, text) for t in chosen for b in ([on] if on else bases) for n in range(t.repeats)]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.metamorphic", description=__doc__)
    parser.add_argument("name", nargs="?", help="one transformation; failures show their smallest document")
    parser.add_argument("base", nargs="?", help="one base")
    parser.add_argument("--all", action="store_true", help="every transformation on every base")
    parser.add_argument("--text", metavar="FLAVOUR", help="render the changed documents as text of a flavour")
    parser.add_argument("--forms", action="store_true", help="on the corpus's other forms (a look, no gate)")
    parser.add_argument("--smallest", action="store_true", help="the smallest document of every failure")
    parser.add_argument("--set-pdfs", action="store_true", help="set the PDFs of files/ again (needs LibreOffice)")
    a = parser.parse_args(arguments)
    if a.set_pdfs:
        return changes.pdfs.main()
    if not (a.all or a.name):
        parser.error("--all, or the name of a transformation")
    bases = [a.base] if a.base else list(FORMS if a.forms else BASES)
    work = jobs(a.name, a.base, a.text, bases)
    with ProcessPoolExecutor() as pool:
        done = dict(zip(work, pool.map(run, work, chunksize=4), strict=True))
        failed = [job for job in work if done[job]]
        wide = max(len(job.name) for job in work)
        print(f"{'':{wide}}", *(f"{b[:8]:9}" for b in bases))
        for name in dict.fromkeys(job.name for job in work):
            cells = []
            for b in bases:
                mine = [done[j] for j in work if (j.name, j.base) == (name, b)]
                bad = sum(bool(x) for x in mine)
                known = a.text is None and (name, b) in KNOWN
                word = "-" if all(x is None for x in mine) else "ok" if not bad else f"FAIL {bad}/{len(mine)}"
                cells.append("known" if bad and known else "FIXED?" if known else word)
            print(f"{name:{wide}}", *(f"{c:9}" for c in cells))
        applied = [job for job in work if done[job] is not None]
        print(f"{len(applied)} relations, {len(failed)} broken")
        if a.name or a.smallest:
            for job, text in zip(failed, pool.map(smallest, failed), strict=True):
                print(f"\n{done[job] if isinstance(done[job], str) else text}")
    unknown = [job for job in failed if a.text is not None or (job.name, job.base) not in KNOWN]
    fixed = {k for k in KNOWN if any(k == (j.name, j.base) for j in work)} - {(j.name, j.base) for j in failed}
    return 1 if unknown or (fixed and a.text is None) else 0


if __name__ == "__main__":
    sys.exit(main())
