"""`python -m benchmarks [warm cold batch growth text] [--quick] [--write]`, `python -m benchmarks profile FILE`.

All of it takes about forty minutes on two cores. `--write` writes docs/performance.md, which needs all parts.
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

`python -m benchmarks --write` writes this page; no figure is typed by hand. `python -m benchmarks warm --quick` measures and
prints one part, and `python -m benchmarks profile FILE` shows where the time for a file goes. The other readers come with the
extra `benchmark` (`python3 -m pip --python .venv install -e '.[benchmark]'`), which the program itself does not need. CI
checks the limits in [gate.toml](../benchmarks/gate.toml).

Readers that are compared take turns, and each round compares them with each other, so that a slow spell of the machine
affects both. A figure is the median of the rounds' ratios of wall time, with the quartiles in brackets. The documents with
forms are generated ([documents.py](../benchmarks/documents.py)): national project forms with 20 rows and two pages each. A
round never reads the same document as the one before.
"""


def main() -> None:
    """Measure, and print or write the page."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"{', '.join(PARTS)} (default: all), or: profile FILE")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and files, for a first impression")
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
