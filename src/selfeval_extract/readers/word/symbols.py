"""Signs that are not stored as the characters they show: symbol fonts, overlaid characters, form fields."""

from __future__ import annotations

import re

from lxml.etree import _Element

from selfeval_extract.readers.word.names import W, is_on, value_of, whole
from selfeval_extract.runtime.pattern_cache import regex

TICKED, CROSSED, BOX = "☑", "☒", "□"

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_DARK_CIRCLED = "❶❷❸❹❺❻❼❽❾❿"
_ANY_FONT = {0xFE: TICKED, 0x52: TICKED, 0xFC: TICKED, 0xFD: CROSSED, 0x54: CROSSED, 0xA8: BOX, 0x6F: BOX}
_FONTS: dict[str, dict[int, str]] = {
    "wingdings": {
        0xFE: TICKED,
        0xFC: TICKED,
        0xFD: CROSSED,
        0xFB: "✗",
        0xA8: BOX,
        0x6F: BOX,
        0x70: BOX,
        0x71: BOX,
        0x72: BOX,
        0x6C: "●",
        0x6E: "■",
        0x75: "◆",
        0x9F: "•",
        0xA7: "▪",
        0xD8: "➢",
        **{0x81 + n: sign for n, sign in enumerate(_CIRCLED)},
        **{0x8C + n: sign for n, sign in enumerate(_DARK_CIRCLED)},
    },
    "wingdings 2": {
        0x52: TICKED,
        0x50: TICKED,
        0x53: CROSSED,
        0x54: CROSSED,
        0x4F: "✗",
        0xA3: BOX,
        **{0x6A + n: sign for n, sign in enumerate(_CIRCLED)},
        **{0x75 + n: sign for n, sign in enumerate(_DARK_CIRCLED)},
    },
    "symbol": {
        0xA3: "≤",
        0xB3: "≥",
        0xB1: "±",
        0xB4: "×",
        0xB8: "÷",
        0xB9: "≠",
        0xBB: "≈",
        0xB0: "°",
        0xB7: "·",
        0xA5: "∞",
        0xA2: "′",
        0xB2: "″",
        0xD6: "√",
        0xE5: "∑",
        0x44: "Δ",
        0x53: "Σ",
        0x57: "Ω",
        0x61: "α",
        0x62: "β",
        0x67: "γ",
        0x64: "δ",
        0x6D: "μ",
        0x70: "π",
        0x73: "σ",
    },
}
_PRIVATE = regex(r"[\uf020-\uf0ff]")

_SHIFTED = regex(r"\\s\s*+\\(?:up|do)\s*+-?\d*+\s*+\(([^()]*+)\)", re.IGNORECASE)
_OVERLAID = regex(r"\s*eq\s+\\o(?:\s*\\a[lcr])?\s*\(([^(),，;；]*)[,，;；]([^(),，;；]*)\)\s*", re.IGNORECASE)
_FRACTION = regex(r"\s*eq\s+\\f\s*\(([^(),，;；]*)[,，;；]([^(),，;；]*)\)\s*", re.IGNORECASE)
_WITHOUT_RESULT = regex(r"\s*(?:eq|symbol|autonum\w*|listnum)\b", re.IGNORECASE)
_TICKS, _CROSSES, _BOXES, _RINGS = frozenset("√✓✔"), frozenset("×✗✘xX"), frozenset("□☐"), frozenset("○〇O")
_RINGED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def glyph(font: str, code: int) -> str | None:
    """The character a symbol font shows for a code (F0xx or xx), or None where nobody can tell."""
    private = 0xF000 <= code <= 0xF0FF
    low = code - 0xF000 if private else code
    known = _FONTS.get(font.lower(), {}).get(low) or (_ANY_FONT.get(low) if private else None)
    if (
        known is not None
        or private
        or 0xE000 <= code <= 0xF8FF
        or not 0x20 <= code <= 0x10FFFF
        or 0xD800 <= code <= 0xDFFF
    ):
        return known
    return chr(code)


def printed(text: str, font: str) -> str:
    """A run's text as its font shows it: what is typed in Wingdings or as F0xx becomes the sign, the rest stays."""
    table = _FONTS.get(font.lower()) if font else None
    if table is not None:
        text = "".join(table.get(ord(c), c) for c in text)
    return _PRIVATE.sub(lambda m: glyph(font, ord(m[0])) or m[0], text) if _PRIVATE.search(text) else text


def form_field(begin: _Element) -> str:
    """What an old form's check box or drop-down list shows, given the field's begin; "" for other fields."""
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
    chosen = whole(value_of(choices, W + "result") or value_of(choices, W + "default"), 0)
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def shown_by_code(code: str) -> str | None:
    """What a field without a result shows: 带圈字符 and fractions; "" for fields that show nothing, None if unknown."""
    code = _SHIFTED.sub(r"\1", code)
    if overlaid := _OVERLAID.fullmatch(code):
        return _one_on_the_other(overlaid[1].strip(), overlaid[2].strip())
    if fraction := _FRACTION.fullmatch(code):
        return f"{fraction[1].strip()}/{fraction[2].strip()}"
    return None if _WITHOUT_RESULT.match(code) else ""


def _one_on_the_other(under: str, over: str) -> str:
    if under in _BOXES and (over in _TICKS or over in _CROSSES):
        return TICKED if over in _TICKS else CROSSED
    if under in _RINGS and 1 <= whole(over, 0) <= len(_RINGED):
        return _RINGED[whole(over, 0) - 1]
    return under + over
