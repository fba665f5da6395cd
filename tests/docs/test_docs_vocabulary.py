"""The vocabulary files: every wording is a pattern, and none matches nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selfeval_extract.record.models import Category
from selfeval_extract.vocabulary.files import groups, raw

FOLDER = Path(__file__).parents[2] / "src" / "selfeval_extract" / "vocabulary"
FILES = sorted(path.name for path in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("name", FILES)
def test_it_compiles(name: str) -> None:
    for group, roles in raw(name).items():
        for role, wordings in roles.items():
            assert wordings, f"{group}.{role} has no wording"
            for wording in wordings:
                assert re.compile(wording).fullmatch("") is None, f"{group}.{role}: {wording!r} matches nothing at all"
    assert groups(name).keys() == raw(name).keys()


@pytest.mark.parametrize("name", FILES)
def test_no_wording_stands_twice_in_a_role(name: str) -> None:
    for group, roles in raw(name).items():
        for role, wordings in roles.items():
            assert len(set(wordings)) == len(wordings), f"{group}.{role}"


def test_the_categories_are_those_of_the_record() -> None:
    assert set(raw("categories.toml")["categories"]) | {"other"} == set(Category.__args__)
