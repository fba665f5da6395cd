"""Signs of symbol fonts: the file stores a code, the font decides what it shows."""

from __future__ import annotations

import pytest

from selfeval_extract.readers.word.symbols import symbol_char, text_in_font


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", 0xF0FE, "☑"),  # a ticked box
        ("WINGDINGS", 0xFE, "☑"),  # the code without F0, the font in capitals
        ("Wingdings", 0xF0A8, "□"),
        ("Wingdings", 0xF081, "①"),  # numbers in circles
        ("Wingdings", 0xF095, "❿"),
        ("Wingdings 2", 0xF052, "☑"),
        ("Wingdings 2", 0xA3, "□"),  # another sign than in Symbol
        ("Wingdings 2", 0xF06A, "①"),
        ("Symbol", 0xF0A3, "≤"),
        ("Symbol", 0xF0B3, "≥"),
        ("Symbol", 0x44, "Δ"),
        ("Mine", 0xF0FC, "☑"),  # an unknown font: what the code most likely is
        ("Mine", 0x2611, "☑"),  # an ordinary character
        ("", 0x1F5F9, "🗹"),
        ("Wingdings", 0xF021, None),  # nobody knows
        ("Mine", 0xF0E0, None),
        ("Mine", 0xE123, None),  # for private use
        ("Mine", 0xD800, None),  # a surrogate
        ("Mine", 0x07, None),
        ("Mine", 0x110000, None),  # no character
    ],
)
def test_a_code_in_a_font(font: str, code: int, shown: str | None) -> None:
    assert symbol_char(font, code) == shown


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("R", "Wingdings 2", "☑"),  # a letter typed in a symbol font
        ("是R", "Wingdings 2", "是☑"),
        ("R", "Arial", "R"),
        ("\uf06f否", "", "□否"),  # a private code as text, its font lost
        ("\uf021否", "", "\uf021否"),  # stays: it may be the only trace of a sign
        ("优良", "Wingdings", "优良"),
    ],
)
def test_text_in_a_font(text: str, font: str, shown: str) -> None:
    assert text_in_font(text, font) == shown
