"""The plain values of a model, found in its fields: what a table can have a column for.

A value's path is that of its JSON: `("budget", "original")`. Models inside models are followed; lists are left to the
tables, which know how to show them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

CellType = Literal["string", "integer", "number"]
CellValue = str | int | float | Decimal | None
FieldPath = tuple[str | int, ...]
"""The way to a value: names of fields, and positions in a tuple."""

_TYPES: dict[Any, CellType] = {str: "string", int: "integer", float: "number", Decimal: "number"}
_PARTS = {"span": ("start", "end"), "bbox": ("left", "top", "right", "bottom")}
"""Field that is a tuple → names of its parts."""


class PlainField(NamedTuple):
    """A plain value: path, column name, type, the values that it can have if they are few, and whether its numbers are binary
    (a place on a page) and not decimal."""

    path: FieldPath
    name: str
    type: CellType
    choices: tuple[str, ...] = ()
    binary: bool = False


class ListField(NamedTuple):
    """A list or mapping: path and column name."""

    path: FieldPath
    name: str


def value_at(record: Any, path: FieldPath) -> Any:
    """The value at a path of a record; None where a part of the path is missing, as each kind of place lacks most."""
    value = record
    for step in path:
        if value is None:
            return None
        value = value[step] if isinstance(step, int) else getattr(value, step, None)
    return value


def plain_fields(model: type) -> Iterator[PlainField | ListField]:
    """All plain values and lists of a pydantic model or dataclass, in the order of its fields, each column name once."""
    seen = set[str]()
    for each in _of_model(model, (), ()):
        if each.name not in seen:
            seen.add(each.name)
            yield each


def _of_model(model: type, path: FieldPath, names: tuple[str, ...]) -> Iterator[PlainField | ListField]:
    for name, annotation in annotated_fields(model):
        for kind in _kinds(annotation):
            yield from _of_kind(kind, (*path, name), (*names, name))


def annotated_fields(model: type) -> Iterator[tuple[str, Any]]:
    """Names and annotations of the fields of a pydantic model or dataclass."""
    if is_dataclass(model):
        return ((each.name, each.type) for each in fields(model))
    assert issubclass(model, BaseModel)
    return ((name, each.annotation) for name, each in model.model_fields.items())


def _of_kind(kind: Any, path: FieldPath, names: tuple[str, ...]) -> Iterator[PlainField | ListField]:
    name = "_".join(names)
    origin = get_origin(kind)
    if kind in _TYPES:
        yield PlainField(path, name, _TYPES[kind], binary=kind is float)
    elif origin is Literal:
        yield PlainField(path, name, "string", get_args(kind))
    elif origin is tuple:
        parts = zip(_PARTS[names[-1]], get_args(kind), strict=True)
        yield from (
            PlainField((*path, n), f"{name}_{part}", _TYPES[kind], binary=kind is float)
            for n, (part, kind) in enumerate(parts)
        )
    elif origin is list or origin is dict:
        yield ListField(path, name)
    else:
        yield from _of_model(kind, path, names)


def _kinds(annotation: Any) -> Iterator[Any]:
    """The types that an annotation allows, without None."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _kinds(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for each in get_args(annotation):
            yield from _kinds(each)
    elif annotation is not NoneType:
        yield annotation
