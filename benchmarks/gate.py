"""The gate of CI: `python -m benchmarks.gate` measures the ratios of gate.toml and fails if one is over its limit.

Each is taken against a floor or a peer measured in the same rounds, so that it means the same on a slow machine; one that is
over its limit is measured a second time, with twice the rounds. About two minutes; none of it needs the extra `benchmark`.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from benchmarks import cold
from benchmarks.documents import made
from benchmarks.growth import per_form
from benchmarks.results import say, spread, table
from benchmarks.timing import Spread, interleaved, ratio
from benchmarks.timing import spread as spread_of
from benchmarks.warm import FORMS, ready

LIMITS = Path(__file__).with_name("gate.toml")
ROUNDS = 7


class Limit(NamedTuple):
    """How long, or how many instructions, `of` may take beside `over`, and why that is so. `kind` says what is measured:
    "warm", readers on 15 forms; "growth", a form in a file of so many; both in the `format`; "cold" and "instructions",
    processes of `cold.COMMANDS`."""

    kind: str
    of: str
    over: str
    at_most: float
    why: str
    format: str = ""


def limits() -> list[Limit]:
    """The rows of gate.toml."""
    known = [Limit(**row) for row in tomllib.loads(LIMITS.read_text("utf-8"))["limit"]]
    return sorted(known, key=attrgetter("kind", "format"))


Measured = Iterator[tuple[Limit, Spread | None]]
"""A limit and its ratio; None where this machine cannot tell."""


def _warm(some: list[Limit], rounds: int) -> Measured:
    for ending, of_format in groupby(some, attrgetter("format")):
        rows = list(of_format)
        with tempfile.TemporaryDirectory() as folder:
            paths = [made(FORMS, n, ending, Path(folder, f"{n}.{ending}")) for n in range(3)]
            jobs, _ = ready(paths, {name for row in rows for name in (row.of, row.over)})
            times = interleaved(jobs, rounds)
        yield from ((row, ratio(times, row.of, row.over)) for row in rows)


def _cold(some: list[Limit], rounds: int) -> Measured:
    names = {name: None for row in some for name in (row.over, row.of)}
    times = interleaved({name: cold.job(name) for name in names}, rounds)
    yield from ((row, ratio(times, row.of, row.over)) for row in some)


def _instructions(some: list[Limit], _: int) -> Measured:
    names = {name: None for row in some for name in (row.over, row.of)}
    counts = {name: cold.instructions(name) for name in names}
    for row in some:
        of, over = counts[row.of], counts[row.over]
        yield row, spread_of([of / over]) if of and over else None


def _growth(some: list[Limit], rounds: int) -> Measured:
    for row in some:
        yield row, ratio(per_form(row.format, (int(row.over), int(row.of)), rounds), row.of, row.over)


KINDS: dict[str, Callable[[list[Limit], int], Measured]] = {
    "cold": _cold,
    "growth": _growth,
    "instructions": _instructions,
    "warm": _warm,
}


def measured(some: list[Limit], rounds: int) -> dict[Limit, Spread | None]:
    """The ratio of each limit."""
    found: dict[Limit, Spread | None] = {}
    for kind, rows in groupby(some, attrgetter("kind")):
        say(kind)
        found |= KINDS[kind](list(rows), rounds)
    return found


def over(found: dict[Limit, Spread | None]) -> list[Limit]:
    """The limits that were not kept."""
    return [limit for limit, ratio in found.items() if ratio and ratio.median > limit.at_most]


def main() -> None:
    """Measure, once more what was over its limit, and leave with 1 if that still is."""
    found = measured(limits(), ROUNDS)
    if again := over(found):
        say("once more, with twice the rounds")
        found |= measured(again, 2 * ROUNDS)
    failed = over(found)
    print(
        table(
            ["Measured", "Ratio", "", "At most", "", "Why"],
            (_row(limit, found[limit], limit in failed) for limit in found),
        )
    )
    sys.exit(1 if failed else 0)


def _row(limit: Limit, ratio: Spread | None, failed: bool) -> list[str]:
    what = f"{limit.of} / {limit.over}"
    told = spread(ratio) if ratio else "not measured: no valgrind"
    holds = "**over**" if failed else "" if ratio is None else "holds"
    return [" ".join(filter(None, [limit.kind, limit.format])), what, told, f"{limit.at_most:g}", holds, limit.why]


if __name__ == "__main__":
    main()
