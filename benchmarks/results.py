"""What a part is given and gives, and how figures are written."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.timing import Spread
from selfeval_extract.formats import ENDINGS

ROOT = Path(__file__).parents[1]
SAMPLES = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix in ENDINGS)


class Effort(NamedTuple):
    """How long to measure: rounds; seconds for a job in them; documents of a kind, so that a round has one of its own;
    files of a batch, how often it is read, and the sizes of the batches that show growth."""

    rounds: int
    patience: float
    variants: int
    files: int
    batches: int
    sizes: tuple[int, ...]


FULL = Effort(rounds=20, patience=10, variants=6, files=1000, batches=3, sizes=(100, 1000, 10_000))
QUICK = Effort(rounds=5, patience=3, variants=2, files=140, batches=1, sizes=(70, 280))


class Part(NamedTuple):
    """What was measured: figures by name, for the targets, and a chapter in Markdown."""

    figures: dict[str, Spread]
    chapter: str


def processor() -> str:
    """The processor's name."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


def say(text: str) -> None:
    """Something for whoever waits."""
    print(f"# {text}", file=sys.stderr, flush=True)


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = ["| " + " | ".join(row) + " |" for row in [titles, *rows]]
    return "\n".join([lines[0], "|---" * len(titles) + "|", *lines[1:]]) + "\n"


def number(value: float) -> str:
    """Three figures, or all before the point."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}" if abs(value) >= 1 else f"{value:.2g}"


def ms(seconds: Iterable[float]) -> str:
    """The median of seconds, in milliseconds."""
    return number(median(seconds) * 1000)


def spread(value: Spread) -> str:
    """A median with its quartiles."""
    return f"{number(value.median)} ({number(value.low)}–{number(value.high)})"
