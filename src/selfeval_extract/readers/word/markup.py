"""The names of WordprocessingML as lxml writes them, and how its elements and attributes are read (ECMA-376 Part 1, 17)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from lxml.etree import _Element

Elements: TypeAlias = _Element | Sequence[_Element]
"""Elements in order: the children of an element, or a list."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741  the prefix that Office itself writes
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
"""Namespaces of Strict Open XML (ISO/IEC 29500-1) → those of Transitional (29500-4), which nearly all programs write."""

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


def child_val(parent: _Element | None, tag: str) -> str | None:
    """The `w:val` of the first child with a tag, or None."""
    return val(child(parent, tag))


def child_int(parent: _Element | None, tag: str) -> int | None:
    """The `w:val` of the first child with a tag as an integer from 0, or None."""
    return int_val(child(parent, tag))
