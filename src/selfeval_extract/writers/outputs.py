"""What a run can put out. Each output is in two halves, so that the work is done where the report is read: a worker
renders a report into its share, and the shares of all reports, in order, are put together into one file."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol

from selfeval_extract.writers.extras import needs

if TYPE_CHECKING:
    from selfeval_extract.record.models import Report
    from selfeval_extract.writers.package import PackageOutput
    from selfeval_extract.writers.parquet import ParquetOutput
    from selfeval_extract.writers.xlsx import XlsxOutput


class Output(Protocol):
    """A format as it is asked for, with all its options."""

    def render(self, report: Report) -> str:
        """A report's share."""

    def write(self, shares: Iterable[str], out: BinaryIO) -> int:
        """Put the shares together, each as it comes; how many characters the encoding does not have."""


class TextOutput(NamedTuple):
    """Text: `together` puts the shares between what comes before, between and after them. `bom`: a byte order mark goes
    first."""

    of: Callable[[Report], str]
    together: Callable[[Iterable[str]], Iterator[str]]
    encoding: str = "utf-8"
    bom: bool = False

    def render(self, report: Report) -> str:
        return self.of(report)

    def write(self, shares: Iterable[str], out: BinaryIO) -> int:
        lost = 0
        if self.bom:
            out.write(codecs.BOM_UTF8)
        for piece in self.together(shares):
            data, foreign = encoded(piece, self.encoding)
            lost += foreign
            out.write(data)
            out.flush()
        return lost


def encoded(text: str, encoding: str) -> tuple[bytes, int]:
    """A text's bytes, with ? for characters that the encoding does not have, and how many these are."""
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
    """A record a line."""
    from selfeval_extract.writers.jsontext import json_line

    return TextOutput(json_line, iter)


def csv_output(table: str, header: str, encoding: str, bom: bool) -> TextOutput:
    """A table (`writers.TABLES`). `header`: "en" or "zh"."""
    from selfeval_extract.writers.csvtext import csv_rows, csv_table

    return TextOutput(partial(csv_rows, table), partial(csv_table, table, header), encoding, bom)


def screen_output(language: str, colours: bool, width: int | None) -> TextOutput:
    """The findings as a table for people."""
    screen = import_module("selfeval_extract.writers.screen")
    return TextOutput(
        partial(screen.screen_share, language, colours, width), partial(screen.screen, language, colours, width)
    )


def xlsx_output(header: str = "zh") -> XlsxOutput:
    """A workbook. `header`: "zh" or "en". Raises `optional.NotInstalled`."""
    from selfeval_extract.writers.xlsx import LIBRARY, XlsxOutput

    needs(LIBRARY, "xlsx")
    return XlsxOutput(header)


def parquet_output(table: str = "reports") -> ParquetOutput:
    """A table (`writers.TABLES`) with typed columns. Raises `optional.NotInstalled`."""
    from selfeval_extract.writers.parquet import LIBRARY, ParquetOutput

    needs(LIBRARY, "parquet")
    return ParquetOutput(table)


def package_output(format: str = "csv") -> PackageOutput:
    """A folder with all tables, in a format of `writers.PACKAGE_FORMATS`; no `Output`, as it writes several files.
    Raises `optional.NotInstalled`."""
    from selfeval_extract.writers.package import PackageOutput
    from selfeval_extract.writers.parquet import LIBRARY

    if format == "parquet":
        needs(LIBRARY, "parquet")
    return PackageOutput(format)
