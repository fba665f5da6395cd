"""Text for a terminal."""

from __future__ import annotations

import unicodedata


def terminal_safe(text: str) -> str:
    """A text with ? in place of control characters, marks of direction and other invisible characters."""
    return "".join("?" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text)
