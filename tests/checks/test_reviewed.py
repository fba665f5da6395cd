"""No false alarm of severity error on the made reports: each such finding was looked at, and has its reason."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from selfeval_extract import extract
from selfeval_extract.formats import ENDINGS

MADE = Path(__file__).parents[1] / "corpus" / "made"
REASONS = tomllib.loads((Path(__file__).parent / "reviewed.toml").read_text("utf-8"))
FILES = sorted(p for p in MADE.iterdir() if p.suffix in ENDINGS)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_errors_are_those_that_were_reviewed(path: Path) -> None:
    errors = {f.id for f in extract(path).checks if f.outcome == "fail" and f.severity == "error"}
    assert errors == set(REASONS.get(path.stem, ()))
