"""What was promised: ratios, each beside the figure that is to keep it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from benchmarks.readers import OURS, UNCHECKED
from benchmarks.results import FULL, spread, table
from benchmarks.timing import Spread

SAMPLE, DOCX, PDF = "hunan_department.docx", "15 forms.docx", "15 forms.pdf"


class Target(NamedTuple):
    """A promise: what is compared, the name of its figure, and the limit that its median keeps."""

    says: str
    figure: str
    limit: float
    at_least: bool = False

    def kept(self, by: Spread) -> bool:
        return by.median >= self.limit if self.at_least else by.median <= self.limit


TARGETS = [
    Target("cold: a .docx / importing lxml and pydantic", "cold: a .docx", 3.0),
    Target("cold: a .pdf / the same imports", "cold: a .pdf", 3.5),
    Target("cold: `--help` / the same imports", "cold: --help", 1.5),
    Target("cold: `--version` / the same imports", "cold: --version", 1.5),
    *(
        Target(f"{name}: {says}", f"{name}: {figure}", limit)
        for name in (SAMPLE, DOCX)
        for says, figure, limit in [
            ("the record / python-docx, `row.cells`", f"{UNCHECKED} / python-docx", 0.5),
            ("the record / kreuzberg", f"{UNCHECKED} / kreuzberg", 1.0),
            ("the checked record / the record", f"{OURS} / {UNCHECKED}", 1.3),
        ]
    ),
    Target(f"{PDF}, 30 pages: the checked record / pdfplumber, text and tables", f"{PDF}: {OURS} / pdfplumber", 0.12),
    Target(f"{PDF}, 30 pages: the checked record / pypdfium2, text", f"{PDF}: {OURS} / pypdfium2", 3.0),
    Target(".txt, narrative: MB/s", f"text: narrative report, {OURS}", 20, at_least=True),
    Target(
        "batch: speed of `-j 2` / `-j 1`, where an arithmetic loop reaches 2",
        "batch: -j 2 over -j 1, control at 2",
        1.8,
        True,
    ),
    Target(
        "batch: speed of `-j 2` / a plain script that reads cells", "batch: -j 2 over plain script", 8, at_least=True
    ),
    *(
        Target(f"growth: time per form, {n} forms in a .{ending} / {n // 10}", f"growth: {n} forms in a .{ending}", 1.1)
        for ending in ("docx", "pdf", "txt")
        for n in (10, 100)
    ),
    Target("growth: time per file, 10,000 files / 100", f"growth: {FULL.sizes[-1]} files", 1.1),
    Target(
        "growth: a worker's peak memory, 10,000 files / 100", f"growth: worker's memory at {FULL.sizes[-1]} files", 1.1
    ),
]


def compared(figures: Mapping[str, Spread]) -> str:
    """The targets as a table; those that were not measured say so."""
    rows = []
    for target in TARGETS:
        found = figures.get(target.figure)
        limit = f"{'≥' if target.at_least else '≤'} {target.limit:g}"
        holds = "not measured" if found is None else "yes" if target.kept(found) else "**no**"
        rows.append([target.says, limit, spread(found) if found else "", holds])
    return table(["Ratio", "Target", "Measured (quartiles)", "Met"], rows)
