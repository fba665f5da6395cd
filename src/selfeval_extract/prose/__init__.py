"""Prose: headings with their numbers, and the sections under them."""
