"""What reading leaves behind is freed at once: workers read hundreds of files without the garbage collector."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from selfeval_extract import extract
from selfeval_extract.formats import ENDINGS

SAMPLES = sorted(p for p in (Path(__file__).parents[2] / "samples").iterdir() if p.suffix in ENDINGS)
LIBRARY = "pypdfium2"  # one object of ctypes for each page stays in a circle of its own


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_report_leaves_nothing_for_the_garbage_collector(sample: Path) -> None:
    extract(sample)  # imports and compiles
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        extract(sample)
        gc.collect()
        left = [thing for thing in gc.garbage if not isinstance(thing, dict)]
        assert [thing for thing in left if not type(thing).__module__.startswith(LIBRARY)] == []
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
