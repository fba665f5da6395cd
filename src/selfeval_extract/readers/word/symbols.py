"""Characters of symbol fonts: the file stores a code, the font decides what it shows (`w:sym`, ECMA-376 Part 1, 17.3.3)."""

from __future__ import annotations

from selfeval_extract.readers.word.numerals import CIRCLED
from selfeval_extract.runtime.pattern_cache import regex

TICKED, CROSSED, BOX = "☑", "☒", "□"
_DARK_CIRCLED = "❶❷❸❹❺❻❼❽❾❿"


_FONTS: dict[str, dict[int, str]] = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x75: "◆", 0x9F: "•", 0xA7: "▪", 0xD8: "➢", 0xFB: "✗", 0xFC: TICKED, 0xFD: CROSSED, 0xFE: TICKED,
        **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), BOX), **dict(enumerate(CIRCLED[:10], 0x81)),
        **dict(enumerate(_DARK_CIRCLED, 0x8C)),
    },
    "wingdings 2": {
        0x4F: "✗", 0x50: TICKED, 0x52: TICKED, 0x53: CROSSED, 0x54: CROSSED, 0xA3: BOX,
        **dict(enumerate(CIRCLED[:10], 0x6A)), **dict(enumerate(_DARK_CIRCLED, 0x75)),
    },
    "symbol": {
        0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷",
        0xB9: "≠", 0xBB: "≈", 0xD6: "√", 0xE5: "∑", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x64: "δ",
        0x67: "γ", 0x6D: "μ", 0x70: "π", 0x73: "σ",
    },
}  # fmt: skip
"""Font in lower case → code → the character that shows the same."""
_ANY_FONT = {0xFE: TICKED, 0x52: TICKED, 0xFC: TICKED, 0xFD: CROSSED, 0x54: CROSSED, 0xA8: BOX, 0x6F: BOX}
"""What a private code most likely is where the font is lost."""
_PRIVATE = regex(r"[\uf020-\uf0ff]")


def symbol_char(font: str, code: int) -> str | None:
    """The character that a font shows for a code (F0xx or xx), or None where nobody can tell."""
    private = 0xF000 <= code <= 0xF0FF
    low = code - 0xF000 if private else code
    known = _FONTS.get(font.lower(), {}).get(low) or (_ANY_FONT.get(low) if private else None)
    is_character = 0x20 <= code < 0xD800 or 0xF8FF < code <= 0x10FFFF  # neither a surrogate nor for private use
    return chr(code) if known is None and is_character else known


def text_in_font(text: str, font: str) -> str:
    """A run's text as its font shows it: what is typed in a symbol font or as F0xx becomes the sign, the rest stays."""
    signs = _FONTS.get(font.lower()) if font else None
    if signs is not None:
        text = "".join(signs.get(ord(c), c) for c in text)
    return _PRIVATE.sub(lambda m: symbol_char(font, ord(m[0])) or m[0], text) if _PRIVATE.search(text) else text
