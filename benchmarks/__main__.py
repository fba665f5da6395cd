"""`python -m benchmarks [warm cold batch growth text] [--quick] [--write]`, `python -m benchmarks profile FILE`.

All of it takes about forty minutes on two cores. `--write` makes docs/performance.md, for which all parts have to run.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from importlib.metadata import version
from pathlib import Path

from benchmarks import batch, cold, growth, text, warm
from benchmarks.results import FULL, QUICK, ROOT, Part, processor
from benchmarks.targets import compared

PARTS = {"warm": warm, "cold": cold, "batch": batch, "growth": growth, "text": text}
PAGE = ROOT / "docs" / "performance.md"
INTRO = """# Performance

Written by `python -m benchmarks --write`; no figure on this page is typed in. `python -m benchmarks warm --quick` measures a part
and prints it; `python -m benchmarks profile FILE` shows where the time of a file goes. `pip install -e '.[benchmark]'` installs
the peers, which the program itself never needs. CI holds the ratios of [gate.toml](../benchmarks/gate.toml).

What is compared is done in turn, round by round, and compared within a round, so that a machine that is slow for a while is
slow for both. A figure is the median of the rounds' ratios of wall time, in brackets the quartiles: half of the rounds lie between
them. The documents of forms are made up for this ([documents.py](../benchmarks/documents.py)): national project forms of 20 rows and
two pages each; a round reads another document than the one before.
"""


def main() -> None:
    """Measure, and print or write the page."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"{', '.join(PARTS)} (all if nothing is said), or: profile FILE")
    parser.add_argument(
        "--quick", action="store_true", help="fewer rounds and files: a first look, no figures to go by"
    )
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    given = parser.parse_args()
    if given.parts[:1] == ["profile"] and len(given.parts) == 2:
        text.profile(Path(given.parts[1]))
        return
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if given.write and (given.parts or given.quick):
        parser.error("--write needs all parts, measured in full")
    began, load = time.strftime("%Y-%m-%d"), _load()
    measured = {name: PARTS[name].measure(QUICK if given.quick else FULL) for name in given.parts or PARTS}
    page = written(measured, f"{began}, {machine()}, load average {load} before and {_load()} after.")
    if given.write:
        PAGE.write_text(page, "utf-8", newline="\n")
    else:
        print(page)


def written(measured: dict[str, Part], where: str) -> str:
    """The page: targets first, then each part."""
    figures = {name: figure for part in measured.values() for name, figure in part.figures.items()}
    chapters = [
        f"## {str(PARTS[name].__doc__).partition(chr(10))[0].rstrip('.')}\n\n{part.chapter}"
        for name, part in measured.items()
    ]
    return "\n".join([INTRO, compared(figures), f"Measured {where}\n", *chapters])


def machine() -> str:
    """What it was measured on, and with."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("selfeval-extract", "lxml", "pydantic", "pypdfium2"))
    return f"{os.cpu_count()} × {processor()}, {platform.system()}, Python {platform.python_version()}, {libraries}"


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    main()
