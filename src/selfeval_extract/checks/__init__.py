"""Consistency checks of a record: what a finance bureau's reviewer does by hand. `docs/checks.md` lists them.

The record reports, the checks compute; neither edits the other.
"""
