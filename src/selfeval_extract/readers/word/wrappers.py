"""Elements that stand around content: content controls, tracked changes, alternatives for older programs."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element

from selfeval_extract.readers.word import tags
from selfeval_extract.readers.word.markup import Elements, in_reverse
from selfeval_extract.readers.word.tags import MC, W


def has_text(element: _Element) -> bool:
    """Whether anything in an element may show text."""
    return next(element.iter(tags.T, tags.MATH_T, tags.TEXTPATH), None) is not None


def control_content(sdt: _Element) -> Elements:
    """The content of a content control (`w:sdt`)."""
    content = sdt.find(W + "sdtContent")
    return () if content is None else content


def alternative(alternatives: _Element) -> Elements:
    """The one alternative that is read (`mc:AlternateContent`, ECMA-376 Part 3): the first with text, else the first."""
    branches = [b for b in alternatives if b.tag in (MC + "Choice", MC + "Fallback")]
    return next((b for b in branches if has_text(b)), branches[0] if branches else ())


ALTERNATIVES = MC + "AlternateContent"
WRAPPERS: dict[str, Callable[[_Element], Elements]] = {
    W + "sdt": control_content,
    **dict.fromkeys((W + "customXml", W + "smartTag", W + "ins", W + "moveTo"), lambda element: element),
    **dict.fromkeys((tags.DEL, tags.MOVE_FROM), lambda _: ()),  # it is gone once all changes are accepted
    ALTERNATIVES: alternative,
}
"""Tag of a wrapper → what of its content is read."""


def unwrap(container: Elements) -> list[_Element]:
    """The elements of a container in order, wrappers at any depth replaced by their content."""
    found: list[_Element] = []
    stack = in_reverse(container)
    while stack:
        element = stack.pop()
        content_of = WRAPPERS.get(element.tag)
        if content_of is None:
            found.append(element)
        else:
            stack += in_reverse(content_of(element))
    return found
