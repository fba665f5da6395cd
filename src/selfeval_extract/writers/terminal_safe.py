"""Text for a terminal."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """A text with ? for control, direction and other invisible characters."""
    return "".join("?" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text)
