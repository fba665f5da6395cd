"""The measured tables of docs/accuracy.md and the list of misses, written from the documents.

python -m tests.accuracy.page        measures all sets and writes both pages
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import leave_one_out
from floors import SETS, measure_sets

from selfeval_extract.scoring import Measured, Tally, by_format, merged, miss_lines

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE, MISSES = DOCS / "accuracy.md", DOCS / "accuracy-misses.md"
TABLE, PROSE, UNKNOWN = "accuracy table", "prose table", "unknown labels"


def listed(measured: Mapping[str, Sequence[Measured]]) -> list[Measured]:
    """The documents of the first table, whose misses have a page: those of all sets but the narratives, which have too many."""
    return [one for name, part in measured.items() if name != "prose" for one in part]


def table(measured: Iterable[Measured]) -> Iterator[str]:
    """F1 and number of values by group and format, with precision and recall over all formats."""
    formats = by_format(measured)
    whole = merged(formats.values())
    yield "| Group | " + " | ".join(f"values .{f} | F1 .{f}" for f in formats) + " | precision | recall |"
    yield "|---" * (2 * len(formats) + 3) + "|"
    for group in sorted(whole, key=lambda name: (name == "ALL", name)):
        counts = whole[group]
        cells = [cell for f in formats for cell in _cells(formats[f], group)]
        yield f"| {group} | {' | '.join(cells)} | {counts.precision:.4f} | {counts.recall:.4f} |"


def _cells(tally: Tally, group: str) -> tuple[str, str]:
    counts = tally[group]
    return str(counts.tp + counts.fn), f"{counts.f1:.4f}"


def misses(measured: Sequence[Measured]) -> Iterator[str]:
    """The page that lists every miss, by document."""
    total = sum(len(one.score.misses) for one in measured)
    yield "# Every miss"
    yield ""
    yield f"The {total} differences between records and gold in {len(measured)} documents ([accuracy.md](accuracy.md))."
    yield "`python -m tests.accuracy.page` writes this page; a test compares it with what is measured."
    for one in measured:
        if one.score.misses:
            yield ""
            yield f"## {one.document.file.parent.name}/{one.document.file.name}"
            yield ""
            yield "```text"
            yield from miss_lines(one.score.misses)
            yield "```"


def with_table(page: str, name: str, lines: Iterable[str]) -> str:
    """A page with the lines between the markers of a table."""
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    before, _, rest = page.partition(begin)
    return before + begin + "".join(f"{line}\n" for line in lines) + end + rest.partition(end)[2]


def main() -> int:
    """Writes the page's table and the list of misses."""
    measured = measure_sets(SETS)
    unknown = leave_one_out.table(row._replace(details=[]) for row in leave_one_out.rows())
    tables = {TABLE: table(listed(measured)), PROSE: table(measured["prose"]), UNKNOWN: unknown}
    told = PAGE.read_text("utf-8")
    for name, lines in tables.items():
        told = with_table(told, name, lines)
    PAGE.write_text(told, "utf-8")
    MISSES.write_text("\n".join(misses(listed(measured))) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
