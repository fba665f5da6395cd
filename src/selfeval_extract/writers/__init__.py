"""Report → text and files. A writer takes reports as they come and gives pieces of text; it opens nothing itself.

The names below stand here so that the command line can offer and check them without importing the models.
"""

from __future__ import annotations

FORMATS = ("json", "jsonl", "csv", "xlsx", "parquet")
ENDINGS = {f".{name}": name for name in FORMATS}
"""Ending of an output file → its format."""

TABLES = ("reports", "funds", "indicators", "projects", "problems", "measures", "checks", "evidence")
"""Tables of a CSV file: `reports` is the wide one, one row a report."""

HEADERS = ("en", "zh")

PACKAGE_FORMATS = ("csv", "parquet")
"""Formats of the tables in a data package, which is what a folder as output gets."""

FILES_ONLY = ("xlsx", "parquet")
"""Formats that are no text: they go to a file, not to standard output."""
