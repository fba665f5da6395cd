"""The plain values of a model, found in its fields: what a table can have a column for.

A value's path is that of its JSON: `("budget", "original")`. Models inside models are followed; lists are left to the
tables, which know how to show them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

CellType = Literal["string", "integer", "number"]
CellValue = str | int | float | Decimal | None

_TYPES: dict[Any, CellType] = {str: "string", int: "integer", float: "number", Decimal: "number"}
_PARTS = {"span": ("start", "end"), "bbox": ("left", "top", "right", "bottom")}
"""Field that is a tuple → names of its parts."""


class Leaf(NamedTuple):
    """A plain value: path of names (of positions, in a tuple), column name, type, the values it can have if few, and
    whether its numbers are binary (a place on a page) and not decimal."""

    path: tuple[str | int, ...]
    name: str
    type: CellType
    choices: tuple[str, ...] = ()
    binary: bool = False


class Many(NamedTuple):
    """A list on the way, and its column name."""

    path: tuple[str | int, ...]
    name: str


def reach(value: Any, path: tuple[str | int, ...]) -> Any:
    """What stands at a path in a model; None where the way to it ends."""
    for step in path:
        if value is None:
            return None
        # not `getattr`: of a name that a model does not have, as each kind of place lacks most, it asks pydantic first
        value = value[step] if isinstance(step, int) else vars(value).get(step)
    return value


def leaves(model: type[BaseModel]) -> Iterator[Leaf | Many]:
    """All plain values and lists of a model, in the order of its fields, each column name once."""
    seen = set[str]()
    for leaf in _of_model(model, (), ()):
        if leaf.name not in seen:
            seen.add(leaf.name)
            yield leaf


def _of_model(model: type[BaseModel], path: tuple[str | int, ...], names: tuple[str, ...]) -> Iterator[Leaf | Many]:
    for field, info in model.model_fields.items():
        for kind in _kinds(info.annotation):
            yield from _of_kind(kind, (*path, field), (*names, field))


def _of_kind(kind: Any, path: tuple[str | int, ...], names: tuple[str, ...]) -> Iterator[Leaf | Many]:
    name = "_".join(names)
    origin = get_origin(kind)
    if kind in _TYPES:
        yield Leaf(path, name, _TYPES[kind], binary=kind is float)
    elif origin is Literal:
        yield Leaf(path, name, "string", get_args(kind))
    elif origin is tuple:
        parts = zip(_PARTS[names[-1]], get_args(kind), strict=True)
        yield from (
            Leaf((*path, n), f"{name}_{part}", _TYPES[kind], binary=kind is float)
            for n, (part, kind) in enumerate(parts)
        )
    elif origin is list or origin is dict:
        yield Many(path, name)
    else:
        yield from _of_model(kind, path, names)


def _kinds(annotation: Any) -> Iterator[Any]:
    """The types an annotation allows, None apart."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _kinds(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for each in get_args(annotation):
            yield from _kinds(each)
    elif annotation is not NoneType:
        yield annotation
