"""Finds sections by their headings, forms by their labels, and what a column holds by the header cells above it."""
