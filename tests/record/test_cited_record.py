"""The record in the making has the names of the record: what mypy holds extraction to is what the models have."""

from __future__ import annotations

import inspect
from typing import get_args, get_type_hints

import pytest

from selfeval_extract.record import cited_record, models
from selfeval_extract.record.cited_record import StaffKind, ThreePublicKind
from selfeval_extract.vocabulary.roles import Nature, Source

SHAPES = [
    (name, shape)
    for name, shape in inspect.getmembers(cited_record, inspect.isclass)
    if name.startswith("Cited")
    and shape.__module__ == cited_record.__name__
    and name != "CitedIdentity"  # a part of CitedRecord
]
NOT_EXTRACTED = {"schema_version", "source", "status", "error", "notes", "checks", "evidence"}
"""What the record says of the file and of itself."""


@pytest.mark.parametrize(("name", "shape"), SHAPES, ids=[name for name, _ in SHAPES])
def test_the_names_are_those_of_the_model(name: str, shape: type) -> None:
    wanted = {
        "CitedRecord": "Report",
        "CitedFunction": "FunctionItem",
        "CitedProject": "SpendingItem",
        "CitedRestatement": "Restated",
    }
    model = getattr(models, wanted.get(name, name.removeprefix("Cited")))
    assert set(get_type_hints(shape)) == set(model.model_fields) - (NOT_EXTRACTED if model is models.Report else set())


@pytest.mark.parametrize(
    ("names", "model"),
    [
        (get_args(StaffKind), models.Staff),
        (get_args(ThreePublicKind), models.ThreePublic),
        (get_args(Source), models.Sources),
        (get_args(Nature), models.Natures),
    ],
)
def test_the_keys_are_those_of_the_model(names: tuple[str, ...], model: type[models.BaseModel]) -> None:
    assert list(names) == list(model.model_fields)
