"""2,000 mutants: one record for each, of a known status, within bounds, and no fault of the program's own."""

from __future__ import annotations

from collections import Counter

import pytest

from . import mutants
from .bases import bases
from .mutants import FORMATS, Find, Trial, mutant, names, trial, tried

SEED, COUNT = "ci", 600


def test_no_mutant_breaks_the_law() -> None:
    out = tried(names(SEED, COUNT))
    assert sum(out.outcomes.values()) == COUNT
    assert [f"{find.name} {find.what}" for find in out.finds] == []


def test_mutants_are_of_all_kinds_and_mostly_still_read() -> None:
    """Damage that is only ever found at the door would try the doorman alone."""
    out = tried(names("kinds", 150))
    read = sum(out.outcomes[status] for status in ("complete", "partial", "unrecognised"))
    assert read > 75
    assert out.outcomes["corrupt"] > 5
    made = [mutant(name) for name in names("kinds", 300)]
    assert {edit for one in made for edit in one.edits} >= {
        "truncate",
        "flip_bits",
        "splice",
        "parts",
        "directory",
        "stream",
    }
    assert set(Counter(one.base.rpartition(".")[2] for one in made)) == set(FORMATS)
    assert sum(one.data != bases()[one.base] for one in made) > 270


def test_a_mutant_is_told_by_its_name_alone() -> None:
    assert [mutant(name) for name in names("7", 30)] == [mutant(name) for name in names("7", 30)]


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        ("raise IndexError", "IndexError in"),
        ("import os; os._exit(3)", "a crash"),
        ("import time; time.sleep(60)", "too slow"),
        ("x = bytearray(800 << 20)", "too much memory"),
    ],
)
def test_what_breaks_the_law_is_found(monkeypatch: pytest.MonkeyPatch, fault: str, what: str) -> None:
    def extract(*_: object) -> None:
        exec(fault)

    monkeypatch.setattr("selfeval_extract.batch.outcome.extract_bytes", extract)
    monkeypatch.setattr(mutants, "extract_bytes", extract)
    if what == "too slow":
        monkeypatch.setattr(mutants, "SECONDS", 1)
    [find] = tried(["1:1"]).finds
    assert isinstance(find, Find)
    assert find.what.startswith(what)
    assert isinstance(trial(), Trial)
