"""Elements that wrap content without being any: content controls, tracked changes, alternatives."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element

from selfeval_extract.readers.word.names import DEL, MATH_T, MC, MOVE_FROM, TEXTPATH, Elements, T, W, backwards


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


def contents(element: _Element) -> Elements:
    """Of what only wraps."""
    return element


ALTERNATIVES = MC + "AlternateContent"
WRAPPERS: dict[str, Callable[[_Element], Elements]] = {
    W + "sdt": content_of_control,
    W + "customXml": contents,
    W + "smartTag": contents,
    W + "ins": contents,
    W + "moveTo": contents,
    DEL: nothing,
    MOVE_FROM: nothing,
    ALTERNATIVES: one_branch,
}


def unwrapped(container: Elements) -> list[_Element]:
    """The elements in a container, in order, as if nothing wrapped them. Any depth: it keeps its own stack."""
    found: list[_Element] = []
    stack = backwards(container)
    while stack:
        element = stack.pop()
        inner = WRAPPERS.get(element.tag)
        if inner is None:
            found.append(element)
        else:
            stack += backwards(inner(element))
    return found
