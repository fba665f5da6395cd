"""Report → text and files. A writer takes reports as they come and yields pieces of text; it opens nothing itself.

The names below stand here so that the command line can offer and check them without importing the models.
"""

from __future__ import annotations

from typing import Literal, get_args

Format = Literal["json", "jsonl", "csv", "xlsx", "parquet"]
FORMATS: tuple[Format, ...] = get_args(Format)
ENDINGS: dict[str, Format] = {f".{name}": name for name in FORMATS}
"""Ending of an output file → its format."""

TableName = Literal["reports", "funds", "indicators", "projects", "problems", "measures", "checks", "evidence"]
TABLES: tuple[TableName, ...] = get_args(TableName)
"""Tables of a CSV or Parquet file: `reports` is the wide one, with one row for each report."""

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
"""Languages of column titles: in English they are the names of the columns."""

PackageFormat = Literal["csv", "parquet"]
PACKAGE_FORMATS: tuple[PackageFormat, ...] = get_args(PackageFormat)
"""Formats of the tables in a data package, which is what a folder as output becomes."""

FILES_ONLY: tuple[Format, ...] = ("xlsx", "parquet")
"""Formats that are no text: they go to a file, not to standard output."""
