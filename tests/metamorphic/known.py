"""Failures that are left for now, each with its reason. Strict: one that passes again fails the tests."""

from __future__ import annotations

KNOWN: dict[tuple[str, str], str] = {}
"""(transformation, base) → why it may fail."""
