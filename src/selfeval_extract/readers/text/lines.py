"""Lines of a text file, and how wide they print."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from selfeval_extract.document import LinePiece, Text


@dataclass(slots=True)
class TextLine:
    """A line of a file: its number (from 1) and its characters without the line end."""

    number: int
    text: str

    def part(self, start: int, end: int) -> Text:
        """text[start:end] without the white space around it."""
        stretch = self.text[start:end]
        string = stretch.strip()
        if not string:
            return Text("")
        return Text(string, (LinePiece(0, len(string), self.number, start + stretch.index(string[0])),))

    def stripped(self) -> Text:
        """The line without the white space around it."""
        return self.part(0, len(self.text))

    def split(self, separator: re.Pattern[str]) -> list[Text]:
        """The stretches between separators, empty ones included."""
        parts, at = [], 0
        for match in separator.finditer(self.text):
            parts.append(self.part(at, match.start()))
            at = match.end()
        return [*parts, self.part(at, len(self.text))]


def print_width(text: str) -> int:
    """How wide a text prints, ambiguous characters as one: see `char_width`."""
    return len(text) if text.isascii() else sum(map(_width, text))


def char_width(char: str, wide: str = "WF") -> int:
    """1 or 2: Chinese characters take two columns. `wide`: the classes of Unicode's East Asian Width that do; add A for
    ambiguous signs like ≥, which take one or two, depending on the font."""
    return 2 if unicodedata.east_asian_width(char) in wide else 1


_width = cache(char_width)
