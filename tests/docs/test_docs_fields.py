"""docs/record.md has a row for every field of the models, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from selfeval_extract.record.models import Category, Report
from selfeval_extract.writers.leaves import Leaf, leaves

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text("utf-8")
FIELDS = PAGE.partition("## Places")[0]
ROW = re.compile(r"^\| `([\w.\[\]]+)` \| ([\w ]+) \|", re.MULTILINE)


def fields(model: type[BaseModel], before: str = "") -> Iterator[str]:
    """The paths of a model's fields, `[]` behind a list; places have a table of their own."""
    for name, info in model.model_fields.items():
        yield before + name
        if name in ("place", "evidence"):
            continue
        for inner, mark in _models(info.annotation):
            yield from fields(inner, f"{before}{name}{mark}.")


def _models(annotation: Any, mark: str = "") -> Iterator[tuple[type[BaseModel], str]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, mark
    else:
        for part in get_args(annotation):
            yield from _models(part, "[]" if get_origin(annotation) is list else mark)


def test_every_field_has_its_row() -> None:
    explained = [name for name, _ in ROW.findall(FIELDS)]
    wanted = list(fields(Report))
    assert set(explained) == set(wanted)
    assert len(explained) == len(wanted)


def test_types_are_those_of_the_columns() -> None:
    told = dict(ROW.findall(FIELDS))
    names = {"string": "text", "integer": "integer", "number": "number"}
    for leaf in leaves(Report):
        if isinstance(leaf, Leaf):
            assert told[".".join(map(str, leaf.path))] == names[leaf.type], leaf.path


def test_every_category_is_explained() -> None:
    section = PAGE.partition("## Categories")[2]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)[1:] == list(get_args(Category))
