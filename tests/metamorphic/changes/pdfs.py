"""PDFs: those of the corpus, and a few set by `python -m tests.metamorphic --set-pdfs` (LibreOffice) in ../files.

CI has no LibreOffice: a PDF is a file of the repository, and the relation compares its record with that of the unchanged
Word file. A shrunk case has no PDF, so failures are shown whole."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from ..anatomy import fold
from ..bases import BASES, MADE, CheckContext, base
from ..relation import TRANSFORMATIONS, Transformation, add, seeded
from ..word import docx_bytes

FILES = Path(__file__).resolve().parents[1] / "files"


class Pdf(NamedTuple):
    """A PDF to set: a base, the changes made to it one after the other, and page settings."""

    base: str
    changes: tuple[str, ...] = ()
    settings: dict[str, Any] = {}  # noqa: RUF012  never changed

    def case(self) -> CheckContext:
        case = base(self.base)
        for name in self.changes:
            changed = TRANSFORMATIONS[name].change(case, seeded(name, "pdf"))
            assert changed is not None, name
            case = changed
        more = dict(self.settings)
        cells = more.pop("cells", None)
        if cells or more.pop("rows_break", False):
            blocks = [
                {**b, "nosplit": False, "size": cells or b.get("size", 9)} if "table" in b else b
                for b in case["blocks"]
            ]
            case = {**case, "blocks": blocks}
        return {**case, **more}


PDFS = {
    "pages": (
        "11 rows over the pages of a small paper",
        [Pdf("project", (), {"paper": (14.8, 21.0), "margin": 1.0, "cells": 7}), Pdf("hubei", (), {"paper": (21.0, 14.8), "rows_break": True})],
    ),
    "running": (
        "14 page header and footer",
        [Pdf("transfer", ("header_and_footer",), {"paper": (21.0, 14.8)}), Pdf("narrative", ("header_and_footer",), {"paper": (14.8, 21.0)})],
    ),
    "print": ("13 small print", [Pdf("yunnan", ("small_print",))]),
    "permuted": (
        "1, 3 columns in another order, level cells repeated",
        [Pdf("project", ("levels_repeated", "indicator_columns_permuted"), {"rows_break": True})],
    ),
    "split": ("12 the table in two", [Pdf("sichuan", ("split_with_header",))]),
    "labels": ("8 labels upright and in other words", [Pdf("hunan_t3", ("indicator_labels_replaced", "labels_upright"))]),
    "header": ("11 the header repeated", [Pdf("yunnan", ("header_repeated",), {"landscape": True})]),
    "notes": ("15 notes that repeat the labels", [Pdf("hubei", ("note_paragraphs",))]),
}  # fmt: skip


def stored(name: str, case: CheckContext) -> Path:
    of = next(b for b in BASES if BASES[b] == case["name"])
    return FILES / f"{name}_{of}.pdf"


def _change(name: str) -> Callable[[CheckContext, Random], CheckContext | None]:
    def change(case: CheckContext, rng: Random) -> CheckContext | None:
        mine = [p for p in PDFS[name][1] if base(p.base) is case]
        return mine[0].case() if mine else None

    return change


def _made(case: CheckContext, rng: Random) -> CheckContext | None:
    return case if any(base(b) is case for b in BASES) else None


def _read(name: str) -> Callable[[CheckContext], bytes]:
    return lambda case: stored(name, case).read_bytes()


for _name, (_says, _) in PDFS.items():
    add(Transformation(f"pdf_{_name}", f"16 PDF: {_says}", _change(_name), fold=fold, render=_read(_name)))

add(
    Transformation(
        "pdf_as_it_is",
        "16 docx → pdf",
        _made,
        fold=fold,
        render=lambda case: (MADE / f"{case['name']}.pdf").read_bytes(),
    )
)


def main() -> int:
    """Sets the PDFs again."""
    from .. import changes  # noqa: F401  enters the transformations

    FILES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        words = []
        for name, (_, wanted) in PDFS.items():
            for p in wanted:
                words.append(Path(folder) / f"{name}_{p.base}.docx")
                words[-1].write_bytes(docx_bytes(p.case()))
        call = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        subprocess.run([*call, "--outdir", str(FILES), *map(str, words)], check=True, stdout=subprocess.DEVNULL)
    for path in sorted(FILES.glob("*.pdf")):
        print(path.name, path.stat().st_size)
    return 0
