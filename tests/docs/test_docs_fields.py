"""docs/record.md has a row for every field of the models, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from selfeval_extract.record.models import Category, Report
from selfeval_extract.writers.fields import PlainField, annotated_fields, plain_fields

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text("utf-8")
FIELDS = PAGE.partition("## Places")[0]
ROW = re.compile(r"^\| `([\w.\[\]]+)` \| ([\w ]+) \|", re.MULTILINE)


def fields(model: type, before: str = "") -> Iterator[str]:
    """The paths of a model's fields, `[]` behind a list; places have a table of their own."""
    for name, annotation in annotated_fields(model):
        yield before + name
        if name in ("place", "evidence"):
            continue
        for inner, mark in _models(annotation):
            yield from fields(inner, f"{before}{name}{mark}.")


def _models(annotation: Any, mark: str = "") -> Iterator[tuple[type, str]]:
    if isinstance(annotation, type) and (issubclass(annotation, BaseModel) or is_dataclass(annotation)):
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
    for field in plain_fields(Report):
        if isinstance(field, PlainField):
            assert told[".".join(map(str, field.path))] == names[field.type], field.path


def test_every_category_is_explained() -> None:
    section = PAGE.partition("## Categories")[2]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)[1:] == list(get_args(Category))
