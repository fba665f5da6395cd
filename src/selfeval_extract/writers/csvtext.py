"""A table of reports as CSV (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from selfeval_extract.record.models import Report
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.writers import Language, TableName
from selfeval_extract.writers.fields import CellValue
from selfeval_extract.writers.tables import column_texts, plain_digits, table

_RUN = regex(
    r"[\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n]"
)
"""What a spreadsheet may take for the start of a formula, also after blanks and invisible characters."""
_HARMLESS = regex(r"[=+\-@＝＋－＠]|[+-]?\d+(?:\.\d+)?%?")
"""A sign alone (a comparator, a dash for "empty") and a number are no formulas."""


def csv_rows(name: TableName, report: Report) -> str:
    """The rows of a report in a table."""
    return _lines([[_text(cell) for cell in row] for row in table(name).rows(report)])


def csv_table(name: TableName, header: Language, rows: Iterable[str]) -> Iterator[str]:
    """A table: the header, then the rows (`csv_rows`) of each report as they come."""
    names = [column.name for column in table(name).columns]
    yield _lines([[column_texts(name)[n].title for n in names] if header == "zh" else names])
    yield from rows


def _lines(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _text(cell: CellValue) -> str:
    if cell is None:
        return ""
    return defused(cell) if isinstance(cell, str) else plain_digits(cell)


def defused(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that it might gets an apostrophe before it."""
    return "'" + text if _RUN.match(text) and not _HARMLESS.fullmatch(text) else text
