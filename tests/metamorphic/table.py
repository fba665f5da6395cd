"""The command line: every transformation on every base."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

from . import changes  # noqa: F401  enters the transformations
from .bases import BASES, base
from .relation import TRANSFORMATIONS, Difference, broken


def outcome(job: tuple[str, str, int]) -> list[Difference] | str | None:
    name, on, seed = job
    try:
        return broken(TRANSFORMATIONS[name], base(on), f"{on}{seed}")
    except Exception as error:
        import traceback
        return f"{type(error).__name__}: {error}\n{traceback.format_exc()[-300:]}"


def main() -> int:
    names = sys.argv[1:]
    jobs = [(t.name, b, n) for t in TRANSFORMATIONS.values() for b in BASES for n in range(t.repeats)]
    if names:
        jobs = [j for j in jobs if j[0] == names[0] and (len(names) < 2 or j[1] == names[1])]
    with ProcessPoolExecutor() as pool:
        done = dict(zip(jobs, pool.map(outcome, jobs, chunksize=8)))
    fails = 0
    for t in TRANSFORMATIONS:
        row = []
        for b in BASES:
            r = [done[j] for j in jobs if j[0] == t and j[1] == b]
            if not r: continue
            mark = "error" if any(isinstance(x, str) for x in r) else "FAIL" if any(r) else "-" if all(x is None for x in r) else "ok"
            row.append(mark)
        if row: print(f"{t:34}", *(f"{m:6}" for m in row))
        for b in BASES:
            for j in jobs:
                if j[0] == t and j[1] == b and done[j]:
                    fails += 1
                    x = done[j]
                    if isinstance(x, str): print("     ", j, x[:600])
                    else:
                        print("     ", b, j[2], len(x), *(str(d)[:200] for d in x[:4]), sep="\n         ")
    print(fails)
    return 1 if fails else 0
