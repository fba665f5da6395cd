"""How elements of WordprocessingML and their attributes are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from lxml.etree import _Element

from selfeval_extract.readers.word.tags import VAL

Elements: TypeAlias = _Element | Sequence[_Element]
"""Elements in order: the children of an element, or a list."""

_OFF = frozenset({"0", "false", "off"})


def is_on(element: _Element | None) -> bool:
    """Whether an on/off property is there and not switched off."""
    return element is not None and element.get(VAL, "1") not in _OFF


def to_int(value: str | None, default: int) -> int:
    """An attribute as an integer; `default` where it is missing, empty or no number."""
    try:
        return int(value or "")
    except ValueError:
        return default


def children(element: _Element) -> list[_Element]:
    """The child elements: the slice, because lxml takes twice as long to iterate."""
    return element[:]  # type: ignore[index, return-value]  # lxml's stubs leave it out


def in_reverse(elements: Elements) -> list[_Element]:
    """Elements from the last to the first: the slice, because lxml's `reversed` takes four times as long."""
    return [*elements[::-1]]  # type: ignore[index]  # lxml's stubs leave it out


def first_of(elements: Sequence[_Element], tag: str) -> _Element | None:
    """The first element with a tag, or None."""
    for each in elements:
        if each.tag == tag:
            return each
    return None


def child(parent: _Element | None, tag: str) -> _Element | None:
    """The first child with a tag, or None."""
    return None if parent is None else first_of(children(parent), tag)


def by_tag(properties: _Element | None) -> dict[str, _Element]:
    """Tag → first child with that tag: for elements of which several children are asked for."""
    return {} if properties is None else {each.tag: each for each in in_reverse(properties)}


def val(element: _Element | None) -> str | None:
    """The `w:val` of an element, or None."""
    return None if element is None else element.get(VAL)


def int_val(element: _Element | None) -> int | None:
    """The `w:val` of an element as an integer from 0; None if it is no such number."""
    number = -1 if element is None else to_int(element.get(VAL), -1)
    return None if number < 0 else number
