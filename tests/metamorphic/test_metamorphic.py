"""A seeded sample of the relations: every transformation on one base. In full: python -m tests.metamorphic --all"""

from __future__ import annotations

import os

import pytest

from selfeval_extract.scoring import score

from . import changes  # noqa: F401  enters the transformations
from .bases import BASES, base
from .known import KNOWN
from .relation import TRANSFORMATIONS, broken, record_of, seeded
from .shrink import report
from .word import docx_bytes

SEED = os.environ.get("METAMORPHIC_SEED", "2024")


def test_there_are_enough_of_both() -> None:
    assert len(TRANSFORMATIONS) >= 15
    assert len(BASES) >= 8


@pytest.mark.parametrize("name", BASES)
def test_a_base_is_read_as_its_gold_says(name: str) -> None:
    misses = score(base(name)["gold"], record_of(docx_bytes(base(name)))).misses
    assert [m for m in misses if m.steps[-1] != "category"] == []


@pytest.mark.parametrize("name", TRANSFORMATIONS)
def test_the_record_follows(name: str) -> None:
    """On the first base of a seeded order that the change applies to."""
    t = TRANSFORMATIONS[name]
    draw = seeded(SEED, name)
    for on in draw.sample(list(BASES), len(BASES)):
        if (name, on) in KNOWN:
            continue
        seed = f"{on}{draw.randrange(t.repeats)}"
        found = broken(t, base(on), seed)
        if found is None:
            continue
        if found:
            pytest.fail(report(t, base(on), seed), pytrace=False)
        return
    assert any(k[0] == name for k in KNOWN), "applies to no base"


def test_known_failures_still_fail() -> None:
    for name, on in KNOWN:
        t = TRANSFORMATIONS[name]
        again = any(broken(t, base(on), f"{on}{n}") for n in range(t.repeats))
        assert again, f"{name} on {on} holds again: take it out of known.py"
