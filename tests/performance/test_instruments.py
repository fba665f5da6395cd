"""What is measured with tells the right figures; nothing here depends on how fast the machine is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as page
from benchmarks.documents import WRITERS
from benchmarks.readers import BY_NAME, READERS, installed
from benchmarks.results import SAMPLES, Part, number, table
from benchmarks.targets import TARGETS, Target
from benchmarks.timing import Job, Spread, interleaved, ratio, run, spread, watched


def test_a_ratio_is_taken_within_rounds() -> None:
    times = {"of": [1.0, 20.0, 3.0], "over": [2.0, 40.0, 2.0, 9.0]}  # the machine was slow in the second round
    assert ratio(times, "of", "over") == Spread(0.5, 0.5, 1.0, 3)
    assert spread([7.0]) == Spread(7.0, 7.0, 7.0, 1)


def test_jobs_take_turns() -> None:
    done: list[str] = []

    def noted(name: str) -> Job:
        return lambda n: done.append(f"{name}{n}")

    times = interleaved({name: noted(name) for name in "ab"}, rounds=2)
    assert done == ["a0", "b0", "b1", "a1", "a2", "b2"]
    assert {name: len(of) for name, of in times.items()} == {"a": 2, "b": 2}


def test_a_slow_job_leaves_after_its_first_round() -> None:
    assert len(interleaved({"slow": lambda n: None}, rounds=5, patience=0)["slow"]) == 1


def test_processes_are_watched() -> None:
    seen = watched([sys.executable, "-c", "import time; x = bytearray(50_000_000); time.sleep(0.5)"], Path.cwd())
    assert seen.seconds > 0.5
    assert seen.parent_mb > 50
    with pytest.raises(Exception, match="exit status 3"):
        run([sys.executable, "-c", "raise SystemExit(3)"])


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_readers_read(sample: Path) -> None:
    for reader in installed(sample.suffix[1:]):
        if reader.project in ("selfeval-extract", "python-docx", "lxml", "pypdfium2", "pdfplumber"):
            assert reader.start()(sample) is not None, reader.name


def test_readers_have_names_of_their_own_and_formats_that_are_made() -> None:
    assert len(BY_NAME) == len(READERS)
    assert {ending for reader in READERS for ending in reader.formats} == set(WRITERS)


def test_the_page_tells_what_holds_and_what_was_not_measured() -> None:
    least, most = Target("a", "x", 2.0, at_least=True), Target("b", "x", 2.0)
    assert (least.kept(Spread(3, 3, 3, 1)), most.kept(Spread(3, 3, 3, 1))) == (True, False)
    first, second = TARGETS[0], TARGETS[1]
    part = Part({first.figure: Spread(9, 8, 10, 5)}, "chapter\n")
    written = page.written({"cold": part, "text": Part({}, "chapter\n")}, "here.")
    assert f"| {first.says} | ≤ {first.limit:g} | 9 (8–10) | **no** |" in written
    assert f"| {second.says} | ≤ {second.limit:g} |  | not measured |" in written
    assert "## Cold: whole processes, from the start of Python to the exit status\n" in written
    assert "## Text: MB of .txt read per second\n" in written


def test_figures_are_short() -> None:
    assert [number(value) for value in (1234.5, 99.94, 1.0, 0.123)] == ["1,234", "99.9", "1", "0.12"]
    assert table(["a", "b"], [["1", "2"]]) == "| a | b |\n|---|---|\n| 1 | 2 |\n"
