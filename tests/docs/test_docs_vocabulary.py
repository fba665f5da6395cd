"""The vocabulary files: every wording is a pattern, and none matches nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from selfeval_extract.vocabulary.files import groups, raw
from selfeval_extract.vocabulary.roles import (
    Category,
    ClosingRow,
    FundColumn,
    FundRowRole,
    GoalRole,
    HeadField,
    IndicatorColumn,
    Kind,
    ManagementColumn,
    SentenceRole,
    SplitRow,
    StaffRole,
    Stage,
    Subject,
    Topic,
)

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


@pytest.mark.parametrize(
    ("file", "group", "roles"),
    [
        ("labels.toml", "indicator_columns", IndicatorColumn),
        ("labels.toml", "fund_columns", FundColumn),
        ("labels.toml", "fund_rows", FundRowRole),
        ("labels.toml", "split_rows", SplitRow),
        ("labels.toml", "goal_heads", GoalRole),
        ("labels.toml", "staff", StaffRole),
        ("labels.toml", "closing_rows", ClosingRow),
        ("labels.toml", "management_columns", ManagementColumn),
        ("topics.toml", "topics", Topic),
        ("amounts.toml", "subjects", Subject),
        ("amounts.toml", "stages", Stage),
        ("words.toml", "kinds", Kind),
    ],
)
def test_the_roles_are_those_of_the_types(file: str, group: str, roles: object) -> None:
    assert set(raw(file)[group]) == set(get_args(roles))


def test_the_head_has_fields_of_its_own_and_staff() -> None:
    assert {*raw("labels.toml")["head_fields"], *raw("labels.toml")["staff"]} == set(get_args(HeadField))


@pytest.mark.parametrize(("file", "answers"), [("categories.tsv", Category), ("sentence_roles.tsv", SentenceRole)])
def test_the_answers_of_a_model_are_those_of_the_type(file: str, answers: object) -> None:
    head = (FOLDER / file).read_text("utf-8").partition("\n")[0]
    assert sorted(head.split("\t")[2:]) == sorted(get_args(answers))
