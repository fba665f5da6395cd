"""The base documents: cases of the corpus, as blocks."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

SOURCE = Path(__file__).resolve().parents[1] / "corpus" / "source"
MADE = SOURCE.parent / "made"
CheckContext = dict[str, Any]

BASES = {
    "project": "03_t1_long",
    "hunan_t3": "02_hunan_report_t3",
    "yunnan": "05_t2_yunnan_yuan",
    "hubei": "06_t5_hubei",
    "sichuan": "07_t6_sichuan_two",
    "transfer": "08_t8_transfer_table",
    "narrative": "01_hunan_report",
    "three": "11_report_three_tables",
    "province": "09_transfer_narrative",
}
"""Name → case: the national project form, a Hunan report with its department form, the two-row header in 元, the form of
two blocks, the form with closing rows (twice), the transfer form, two narratives, a report with three forms."""


@cache
def source(name: str) -> Any:
    """A module of tests/corpus/source: `make` or `render`."""
    if str(SOURCE) not in sys.path:
        sys.path.insert(0, str(SOURCE))
    return import_module(name)


FORMS = {path.stem: path for path in sorted((SOURCE / "forms").glob("*.py"))}
"""More of them for `--forms`: what a change needs to know of a form (`anatomy`) is not told of these, but what it needs not
to know it can be tried on."""


@cache
def base(name: str) -> CheckContext:
    """A base document. Never change it: transformations give new ones."""
    path = SOURCE / "made" / f"{BASES[name]}.py" if name in BASES else FORMS[name]
    case: CheckContext = source("make").load(path).CASE
    return case


def text_bytes(case: CheckContext, flavour: str, encoding: str = "utf-8") -> bytes:
    """The case as a text dump of a flavour of `render.txt`."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.txt"
        source("render").txt(case, path, flavour, encoding)
        return path.read_bytes()
