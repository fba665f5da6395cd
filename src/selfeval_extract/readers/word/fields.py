"""Fields: the text that stands between a begin and an end mark, or that Word works out (ECMA-376 Part 1, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from selfeval_extract.readers.word.markup import child, is_on, to_int, val
from selfeval_extract.readers.word.numerals import CIRCLED
from selfeval_extract.readers.word.symbols import BOX, CROSSED, TICKED
from selfeval_extract.readers.word.tags import W
from selfeval_extract.runtime.pattern_cache import regex

_SHIFTED = regex(r"\\s\s*+\\(?:up|do)\s*+-?\d*+\s*+\(([^()]*+)\)", re.IGNORECASE)
_OVERLAID = regex(r"\s*eq\s+\\o(?:\s*\\a[lcr])?\s*\(([^(),，;；]*)[,，;；]([^(),，;；]*)\)\s*", re.IGNORECASE)
_FRACTION = regex(r"\s*eq\s+\\f\s*\(([^(),，;；]*)[,，;；]([^(),，;；]*)\)\s*", re.IGNORECASE)
_SHOWS_TEXT = regex(r"\s*(?:eq|symbol|autonum\w*|listnum)\b", re.IGNORECASE)
"""Fields that show text although no result is stored."""
_TICKS, _CROSSES, _BOXES, _RINGS = frozenset("√✓✔"), frozenset("×✗✘xX"), frozenset("□☐"), frozenset("○〇O")


@dataclass(slots=True)
class Field:
    """A field that has begun. `form_text`: what a form field shows. `parts`: the text since its begin or, once `separated` from
    its code, since the begin of its result."""

    form_text: str
    parts: list[str] = field(default_factory=list)
    instruction: str = ""
    separated: bool = False

    def separate(self) -> None:
        """What follows is the result."""
        self.separated = True
        self.parts.clear()

    def text(self) -> str | None:
        """What the field shows now that it has ended; None where nobody can tell."""
        result = "".join(self.parts) if self.separated else ""
        if self.form_text and not result.strip():
            return self.form_text
        return result if self.separated else instruction_text(self.instruction)


def form_field_text(begin: _Element) -> str:
    """What the check box or drop-down list of an old form shows, by the begin mark of its field; "" for other fields."""
    data = begin.find(W + "ffData")
    if data is None:
        return ""
    box, choices = data.find(W + "checkBox"), data.find(W + "ddList")
    if box is not None:
        state = box.find(W + "checked")
        return TICKED if is_on(state if state is not None else box.find(W + "default")) else BOX
    if choices is None:
        return ""
    entries = [entry.get(W + "val", "") for entry in choices.findall(W + "listEntry")]
    chosen = to_int(val(child(choices, W + "result")) or val(child(choices, W + "default")), 0)
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def instruction_text(instruction: str) -> str | None:
    """What a field without a result shows: ③ for `EQ \\o\\ac(○,3)`, 1/2 for `EQ \\f(1,2)`; "" for fields that show nothing, None
    where nobody can tell."""
    instruction = _SHIFTED.sub(r"\1", instruction)
    if overlaid := _OVERLAID.fullmatch(instruction):
        return _overlaid(overlaid[1].strip(), overlaid[2].strip())
    if fraction := _FRACTION.fullmatch(instruction):
        return f"{fraction[1].strip()}/{fraction[2].strip()}"
    return None if _SHOWS_TEXT.match(instruction) else ""


def _overlaid(below: str, above: str) -> str:
    """Two characters printed one on the other, as one where there is one for both."""
    if below in _BOXES and (above in _TICKS or above in _CROSSES):
        return TICKED if above in _TICKS else CROSSED
    if below in _RINGS and 1 <= to_int(above, 0) <= len(CIRCLED):
        return CIRCLED[to_int(above, 0) - 1]
    return below + above
