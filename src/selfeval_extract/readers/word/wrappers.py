"""Elements that wrap content without being any: content controls, tracked changes, alternatives."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from selfeval_extract.readers.word.names import DEL, MATH_T, MC, MOVE_FROM, TEXTPATH, Elements, T, W


def has_text(element: _Element) -> bool:
    """Whether anything in it may show text."""
    return next(element.iter(T, MATH_T, TEXTPATH), None) is not None


def content_of_control(sdt: _Element) -> Elements:
    """What stands in a content control."""
    content = sdt.find(W + "sdtContent")
    return () if content is None else content


def one_branch(alternatives: _Element) -> Elements:
    """Of the same thing written for newer and older programs, the first version that has text."""
    branches = [b for b in alternatives if b.tag in (MC + "Choice", MC + "Fallback")]
    return next((b for b in branches if has_text(b)), branches[0] if branches else ())


def nothing(_: _Element) -> Elements:
    """Of what the accepted text no longer has."""
    return ()


def children(element: _Element) -> Elements:
    """Of what only wraps."""
    return element


ALTERNATIVES = MC + "AlternateContent"
WRAPPERS: dict[str, Callable[[_Element], Elements]] = {
    W + "sdt": content_of_control,
    W + "customXml": children,
    W + "smartTag": children,
    W + "ins": children,
    W + "moveTo": children,
    DEL: nothing,
    MOVE_FROM: nothing,
    ALTERNATIVES: one_branch,
}


def unwrapped(container: Elements) -> Iterator[_Element]:
    """The elements in a container, in order, as if nothing wrapped them. Any depth: it keeps its own stack."""
    stack = list(reversed(container))
    while stack:
        element = stack.pop()
        inner = WRAPPERS.get(element.tag)
        if inner is None:
            yield element
        else:
            stack.extend(reversed(inner(element)))
