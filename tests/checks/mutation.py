"""How many figures of a consistent report are covered: each printed figure is changed in turn, the report read and
checked again, and a check has to fail that did not before.

python tests/checks/mutation.py    prints the share, and the figures that no check covers
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from selfeval_extract.pipeline import extract_bytes

REPORT = Path(__file__).parent / "consistent.txt"
_FIGURE = re.compile(r"(?<![\d.\-A-Za-z])\d+(?:\.\d+)?(?![\d\-])")
_NO_FIGURE = re.compile(r"20\d\d年|\d+月|\d+日|^\d\.|附件\d|^\d、|0738-\d+|\d、|\d\.(?!\d)")
"""Years, dates, numbers of items and annexes, telephone numbers."""
_FORM_ONLY = ("FMT", "PUB", "NAR")
"""Groups that look at wording and completeness: what they find is no cover for a figure."""


class Mutant(NamedTuple):
    """A changed figure: its line, where it stands there, what is printed and what instead."""

    line: int
    start: int
    printed: str
    changed: str


def mutants(text: str) -> Iterator[Mutant]:
    """Each figure of the text with its first digit raised by one, as a slip of a key would."""
    for number, line in enumerate(text.splitlines()):
        taken = [range(*m.span()) for m in _NO_FIGURE.finditer(line)]
        for match in _FIGURE.finditer(line):
            if not any(match.start() in span for span in taken):
                yield Mutant(number, match.start(), match[0], f"{(int(match[0][0]) + 1) % 10 or 1}{match[0][1:]}")


def applied(text: str, mutant: Mutant) -> str:
    """The text with one figure changed."""
    lines = text.splitlines()
    line = lines[mutant.line]
    lines[mutant.line] = line[: mutant.start] + mutant.changed + line[mutant.start + len(mutant.printed) :]
    return "\n".join(lines)


def failing(text: str) -> set[str]:
    """The checks of figures that fail on a text."""
    report = extract_bytes(text.encode(), "consistent.txt")
    return {f.id for f in report.checks if f.outcome == "fail" and not f.id.startswith(_FORM_ONLY)}


def survivors(text: str) -> tuple[list[Mutant], int]:
    """The changes that no check sees, and how many changes there are."""
    before = failing(text)
    tried = list(mutants(text))
    return [m for m in tried if not failing(applied(text, m)) - before], len(tried)


if __name__ == "__main__":
    text = REPORT.read_text("utf-8")
    unseen, tried = survivors(text)
    print(f"{tried - len(unseen)} of {tried} figures covered ({100 * (tried - len(unseen)) / tried:.1f} %)")
    for mutant in unseen:
        line = text.splitlines()[mutant.line]
        print(f"  {mutant.printed} → {mutant.changed}: {line[max(0, mutant.start - 30) : mutant.start + 20]}")
