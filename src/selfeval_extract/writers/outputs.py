"""What a run can write. Each output has two halves, so that the work is done where the report is read: a worker renders each
report as a text, and the texts of all reports, in order, are joined into one file."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol

from selfeval_extract.writers import Language, PackageFormat, TableName

if TYPE_CHECKING:
    from selfeval_extract.record.models import Report
    from selfeval_extract.writers.package import PackageOutput
    from selfeval_extract.writers.parquet import ParquetOutput
    from selfeval_extract.writers.xlsx import XlsxOutput


class NotInstalled(Exception):
    """A library that only some formats need is not installed. The message says what a person can do."""


def _needs(library: str, extra: str) -> None:
    """Make sure, without importing it, that a library is installed; `extra` of this package installs it. Raises `NotInstalled`."""
    if find_spec(library) is None:
        raise NotInstalled(
            f"This format needs {library}, which is not installed: pip install 'selfeval-extract[{extra}]'"
        )


class Output(Protocol):
    """A format with all its options."""

    def render(self, report: Report) -> str:
        """The text of a report, which `write` takes."""

    def write(self, texts: Iterable[str], out: BinaryIO) -> int:
        """Join the texts, each as it comes, and write them. Returns how many characters the encoding does not have."""


class TextOutput(NamedTuple):
    """Text: `join` yields what comes before, between and after the reports' texts, and the texts. `bom`: a byte order mark goes
    first."""

    render_report: Callable[[Report], str]
    join: Callable[[Iterable[str]], Iterator[str]]
    encoding: str = "utf-8"
    bom: bool = False

    def render(self, report: Report) -> str:
        return self.render_report(report)

    def write(self, texts: Iterable[str], out: BinaryIO) -> int:
        lost = 0
        if self.bom:
            out.write(codecs.BOM_UTF8)
        for piece in self.join(texts):
            data, missing = encoded(piece, self.encoding)
            lost += missing
            out.write(data)
            out.flush()
        return lost


def encoded(text: str, encoding: str) -> tuple[bytes, int]:
    """The bytes of a text, with ? for characters that the encoding does not have, and the number of these."""
    try:
        return text.encode(encoding), 0
    except UnicodeEncodeError:
        data = text.encode(encoding, "replace")
        return data, data.decode(encoding).count("?") - text.count("?")


def json_output(single: bool) -> TextOutput:
    """An array of records; a single record stands alone."""
    from selfeval_extract.writers.jsontext import json_array, json_record, json_single

    return TextOutput(json_record, json_single if single else json_array)


def json_lines_output() -> TextOutput:
    """One record in each line."""
    from selfeval_extract.writers.jsontext import json_line

    return TextOutput(json_line, iter)


def csv_output(table: TableName, header: Language, encoding: str, bom: bool) -> TextOutput:
    """A table."""
    from selfeval_extract.writers.csvtext import csv_rows, csv_table

    return TextOutput(partial(csv_rows, table), partial(csv_table, table, header), encoding, bom)


def screen_output(language: Language, colours: bool, width: int | None) -> TextOutput:
    """The findings as a table for people. `width`: of the terminal in characters; None for a file."""
    screen = import_module("selfeval_extract.writers.screen")
    return TextOutput(
        partial(screen.screen_text, language, colours, width), partial(screen.screen, language, colours, width)
    )


def xlsx_output(header: Language = "zh") -> XlsxOutput:
    """A workbook. Raises `NotInstalled`."""
    from selfeval_extract.writers.xlsx import LIBRARY, XlsxOutput

    _needs(LIBRARY, "xlsx")
    return XlsxOutput(header)


def parquet_output(table: TableName = "reports") -> ParquetOutput:
    """A table with typed columns. Raises `NotInstalled`."""
    from selfeval_extract.writers.parquet import LIBRARY, ParquetOutput

    _needs(LIBRARY, "parquet")
    return ParquetOutput(table)


def package_output(format: PackageFormat = "csv") -> PackageOutput:
    """A folder with all tables; no `Output`, because it writes several files. Raises `NotInstalled`."""
    from selfeval_extract.writers.package import PackageOutput
    from selfeval_extract.writers.parquet import LIBRARY

    if format == "parquet":
        _needs(LIBRARY, "parquet")
    return PackageOutput(format)
