"""What paragraphs and runs take over from their styles: number, outline level, whether they are hidden (ECMA-376 Part 1,
17.7)."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.etree import _Element

from selfeval_extract.readers.word import tags
from selfeval_extract.readers.word.markup import child, int_val, is_on, to_int, val
from selfeval_extract.readers.word.tags import W
from selfeval_extract.runtime.pattern_cache import regex

MAX_CHAIN = 50
"""Styles based on each other; Word itself stops at about 10."""

OUTLINE_LEVEL = W + "outlineLvl"
_HEADING_NAME = regex(r"heading ([1-9])", re.IGNORECASE)
_ON = frozenset({"1", "true", "on"})
_STYLE_END = b"</w:style>"


class Style(NamedTuple):
    """The properties of a style, inherited ones included. `num_id`, `ilvl`: its list and level (from 0). `outline`: 1 to 9, None
    for body text. `chain`: the ids of the style and of those it is based on."""

    num_id: str | None = None
    ilvl: int | None = None
    outline: int | None = None
    hidden: bool = False
    chain: tuple[str, ...] = ()


class Styles:
    """The styles part. A style is read when it is first asked for: of a template's hundreds a report uses a handful."""

    def __init__(self, root: _Element | None) -> None:
        styles = [] if root is None else root.findall(W + "style")
        self._elements = {style.get(W + "styleId", ""): style for style in styles}
        paragraph_styles = [style for style in styles if style.get(tags.TYPE) == "paragraph"]
        self._default = next((s.get(W + "styleId") for s in paragraph_styles if s.get(W + "default") in _ON), None)
        self._styles: dict[str | None, Style] = {}

    def paragraph_style(self, style_id: str | None) -> Style:
        """A paragraph's style; the default one where it names none or one that does not exist."""
        return self._style(style_id if style_id in self._elements else self._default)

    def hides_text(self, style_id: str | None) -> bool:
        """Whether a character style hides its text."""
        return style_id in self._elements and self._style(style_id).hidden

    def list_of(self, style_id: str) -> str | None:
        """The id of the list that a numbering style stands for."""
        return self._style(style_id).num_id

    def _style(self, style_id: str | None) -> Style:
        if style_id not in self._styles:
            self._styles[style_id] = _inherited(self._chain(style_id))
        return self._styles[style_id]

    def _chain(self, style_id: str | None) -> dict[str, _Element]:
        chain: dict[str, _Element] = {}
        while style_id is not None and style_id not in chain and len(chain) < MAX_CHAIN:
            style = self._elements.get(style_id)
            if style is None:
                break
            chain[style_id] = style
            style_id = val(child(style, W + "basedOn"))
        return chain


def outline_level(element: _Element | None) -> int | None:
    """A `w:outlineLvl` as 1 to 9, 0 for body text, None where there is none."""
    level = int_val(element)
    return None if level is None else (level + 1 if level < 9 else 0)


def without_table_styles(data: bytes) -> bytes:
    """A styles part without its table styles, which are of no use here and nine tenths of a template's part."""
    if b"<!--" in data:  # a comment may hold what looks like a style
        return data
    *styles, rest = data.split(_STYLE_END)
    return b"".join(map(_without_table_style, styles)) + rest


def _without_table_style(style: bytes) -> bytes:
    head, _, own = style.partition(b"<w:style ")
    tag = own.partition(b">")[0]
    return head if b'w:type="table"' in tag and not tag.endswith(b"/") else style + _STYLE_END


def _inherited(chain: dict[str, _Element]) -> Style:
    """The properties of the first style of a chain: each as the first style says that sets it."""
    styles = list(chain.values())
    properties = [style.find(tags.P_PR) for style in styles]
    numbers = [p.find(tags.NUM_PR) for p in properties if p is not None]
    outlines = (_outline(style, p) for style, p in zip(styles, properties, strict=True))
    vanish = (style.find(f"{tags.R_PR}/{tags.VANISH}") for style in styles)
    return Style(
        num_id=next((i for n in numbers if (i := val(child(n, tags.NUM_ID))) is not None), None),
        ilvl=next((k for n in numbers if (k := int_val(child(n, tags.ILVL))) is not None), None),
        outline=next((level for level in outlines if level is not None), None) or None,
        hidden=is_on(next((v for v in vanish if v is not None), None)),
        chain=tuple(chain),
    )


def _outline(style: _Element, properties: _Element | None) -> int | None:
    """A style's own outline level; the built-in headings have theirs even where the file leaves it out."""
    level = outline_level(child(properties, OUTLINE_LEVEL))
    named = _HEADING_NAME.fullmatch(val(child(style, W + "name")) or "")
    return to_int(named[1], 0) if level is None and named else level
