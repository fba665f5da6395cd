"""The names of WordprocessingML, written as lxml writes them, and how its attribute values are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from lxml.etree import _Element

Elements: TypeAlias = _Element | Sequence[_Element]
"""Elements in order: those in an element, or those listed."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741  the prefix everybody knows it by
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

VAL = W + "val"
TYPE = W + "type"
P, P_PR, R_PR, T, TXBX_CONTENT = W + "p", W + "pPr", W + "rPr", W + "t", W + "txbxContent"
TBL, TR, TR_PR, TC, TC_PR = W + "tbl", W + "tr", W + "trPr", W + "tc", W + "tcPr"
SECT_PR, NUM_PR, NUM_ID, ILVL = W + "sectPr", W + "numPr", W + "numId", W + "ilvl"
DEL, MOVE_FROM, VANISH = W + "del", W + "moveFrom", W + "vanish"
MATH_T, TEXTPATH = M + "t", V + "textpath"

STRICT_NAMES: tuple[tuple[bytes, bytes], ...] = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
)
"""The names of Strict Open XML beside those everybody else uses (ISO 29500-4)."""

_OFF = frozenset({"0", "false", "off"})


def is_on(element: _Element | None) -> bool:
    """Whether an on/off property is there and not switched off."""
    return element is not None and element.get(VAL, "1") not in _OFF


def whole(value: str | None, default: int) -> int:
    """A whole number, or `default` where there is none (absent, empty, not a number)."""
    try:
        return int(value or "")
    except ValueError:
        return default


def children(element: _Element) -> list[_Element]:
    """The elements in an element: the slice, as lxml takes twice as long to go through it."""
    return element[:]  # type: ignore[index, return-value]  # what lxml's stubs leave out


def backwards(elements: Elements) -> list[_Element]:
    """Elements from the last to the first: the slice, as lxml's `reversed` takes four times as long."""
    return [*elements[::-1]]  # type: ignore[index]  # what lxml's stubs leave out


def first(elements: Sequence[_Element], tag: str) -> _Element | None:
    """The first of elements with a tag, or None."""
    for each in elements:
        if each.tag == tag:
            return each
    return None


def child(parent: _Element | None, tag: str) -> _Element | None:
    """The first child `tag`, or None."""
    return None if parent is None else first(children(parent), tag)


def by_tag(properties: _Element | None) -> dict[str, _Element]:
    """The children of an element of properties, by their tags; of several the first. For more than two questions."""
    return {} if properties is None else {each.tag: each for each in backwards(properties)}


def value(element: _Element | None) -> str | None:
    """The value of a property, or None."""
    return None if element is None else element.get(VAL)


def number(element: _Element | None) -> int | None:
    """The whole number that a property is, or None."""
    found = -1 if element is None else whole(element.get(VAL), -1)
    return None if found < 0 else found


def whole_of(parent: _Element | None, tag: str) -> int | None:
    """The whole number in `parent`'s child `tag`, or None."""
    return number(child(parent, tag))


def value_of(parent: _Element | None, tag: str) -> str | None:
    """The value of `parent`'s child `tag`, or None."""
    return value(child(parent, tag))
