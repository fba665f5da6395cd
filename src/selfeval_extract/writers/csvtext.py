"""A table of reports as CSV (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from selfeval_extract.record.models import Report
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.writers.fields import CellValue
from selfeval_extract.writers.tables import plain, table, words

_RUN = regex(
    r"[\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n]"
)
"""What a spreadsheet may take for the start of a formula; blanks and characters that nobody sees do not always help."""
_HARMLESS = regex(r"[=+\-@＝＋－＠]|[+-]?\d+(?:\.\d+)?%?")
"""A sign alone (a comparator, a dash for "empty") and a number run nothing."""


def csv_rows(name: str, report: Report) -> str:
    """The rows that a report has in a table (`writers.TABLES`)."""
    return _lines([[_text(cell) for cell in row] for row in table(name).rows(report)])


def csv_table(name: str, header: str, rows: Iterable[str]) -> Iterator[str]:
    """A table: the header, then the rows (`csv_rows`) of each report as they come.

    `header`: "en" for the names of the columns, "zh" for their Chinese titles.
    """
    names = [column.name for column in table(name).columns]
    yield _lines([[words(name)[n].title for n in names] if header == "zh" else names])
    yield from rows


def _lines(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _text(cell: CellValue) -> str:
    if cell is None:
        return ""
    return defused(cell) if isinstance(cell, str) else plain(cell)


def defused(text: str) -> str:
    """A text that no spreadsheet runs as a formula: an apostrophe before one that it might."""
    return "'" + text if _RUN.match(text) and not _HARMLESS.fullmatch(text) else text
