"""The reports as a workbook for people: sheets of rows, and one that explains every column of the others.

Texts are written as inline strings and numbers as numbers, each by the call that can write nothing else: no cell can
become a formula, a link or a date, whatever it holds. Rows go to files beside the output as they come, so that memory
does not grow with the reports. The same reports give the same bytes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from functools import cache
from itertools import compress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, NamedTuple

from selfeval_extract.record.models import Report
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.writers import Language, TableName
from selfeval_extract.writers.fields import CellValue
from selfeval_extract.writers.jsontext import compact
from selfeval_extract.writers.needs_a_look import needs_a_look
from selfeval_extract.writers.rows import JsonRows, Rows, json_rows, rows_of, valid_unicode
from selfeval_extract.writers.tables import ColumnText, column_texts, table

LIBRARY = "xlsxwriter"

_MOST_ROWS = 1_048_576
"""Of a sheet, including the header."""
_MOST_UNITS = 32_767
"""Of a cell's text, in the units of UTF-16 that Excel counts."""
_CUT = "…"
_MOST_ADDRESSES = 20
"""Cells with a cut text whose addresses are listed, of a column."""

_WIDEST = 40
_BUTTON = 3
"""Characters that a filter's button takes in the header."""
_FIRST_WIDE = 0x1100
"""From this character on letters take two places, with few exceptions."""

_OPTIONS = {
    "constant_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "use_zip64": True,
}
_CREATED = datetime(2000, 1, 1)
"""The file says when it was made; with a fixed day its bytes stay the same."""

_HEADER = {"bold": True, "valign": "top"}
_TEXT = {"num_format": "@"}
"""A cell that stays text when somebody edits it: 00123 is no number, 1-2 no date, =1+1 no formula."""
_LONG_TEXT = {"quote_prefix": True}
"""The same for long texts: in cells of format @ some versions of Excel show #### in place of more than 255 characters."""
_LONG = 255
_WHOLE_NUMBER = "0"
"""Years, counts and ordinals."""
_NUMBER = "#,##0"
_MOST_DECIMALS = 30
"""Of a number format."""

_FORBIDDEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class _Sheet(NamedTuple):
    """A sheet: its name, the tables that its rows come from, and the sections of `columns.toml` with the texts of its columns.
    With `kinds` its first column names the table that a row is from, by a word for each table and language. `included` says
    of each row whether it is on the sheet, where not all are."""

    name: str
    tables: tuple[TableName, ...]
    sections: tuple[str, ...]
    kinds: dict[Language, tuple[str, ...]] | None = None
    included: Callable[[Report], Iterable[bool]] | None = None

    def rows(self, report: Report) -> dict[TableName, JsonRows]:
        """Table → the rows of a report that are on the sheet."""
        rows = {name: json_rows(name, report) for name in self.tables}
        if self.included is None:
            return rows
        return {name: list(compress(some, self.included(report))) for name, some in rows.items()}


_KIND = "kind"
_SHEETS = (
    _Sheet("汇总", ("reports",), ("reports",)),
    _Sheet("指标", ("indicators",), ("indicators",)),
    _Sheet("资金", ("funds",), ("funds",)),
    _Sheet(
        "问题与措施",
        ("problems", "measures"),
        ("problems_and_measures",),
        {"en": ("problem", "measure"), "zh": ("问题", "措施")},
    ),
    _Sheet("核查", ("checks",), ("checks", "findings"), included=lambda report: map(needs_a_look, report.checks)),
)
_LEGEND = "说明"
_LEGEND_COLUMNS = ("sheet", "title", "name", "description", "cut", "cut_cells")


class XlsxOutput(NamedTuple):
    """`header`: "zh" for titles, "en" for names. `most_rows` of a sheet with its header; more go to another sheet. The text of a
    report is its rows in the tables of all sheets as JSON."""

    header: Language = "zh"
    most_rows: int = _MOST_ROWS

    def render(self, report: Report) -> str:
        return compact({name: rows for sheet in _SHEETS for name, rows in sheet.rows(report).items()})

    def write(self, texts: Iterable[str], out: BinaryIO) -> int:
        """Needs xlsxwriter. Works in a folder beside the file, or in the system's where `out` is none. Raises OSError. Returns 0:
        every character can be written."""
        place, prefix = _temporary_place(out)
        with TemporaryDirectory(dir=place, prefix=prefix, ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "book.xlsx"
            with _book(path) as book:
                sheets = [_SheetWriter(book, sheet, self.header, self.most_rows) for sheet in _SHEETS]
                for text in texts:
                    rows = {name: rows_of(name, some) for name, some in json.loads(text).items()}
                    for sheet in sheets:
                        sheet.add(rows)
                _write_legend(book, sheets, self.header)
                for sheet in sheets:
                    sheet.rows.close()
            with path.open("rb") as file:  # complete, so that a pipe gets the bytes that a file gets
                shutil.copyfileobj(file, out)
        return 0


def _temporary_place(out: BinaryIO) -> tuple[Path | None, str]:
    """The folder to work in, and how the name of what is made there begins: beside a file and with its name, so that the leftovers
    of a killed run can be recognised; None for the system's folder."""
    name = getattr(out, "name", None)
    path = Path(name) if isinstance(name, str) else None
    return (path.parent, f"{path.name}.") if path is not None and path.is_file() else (None, ".xlsx.")


class _Book:
    """A workbook and its formats, each made once."""

    def __init__(self, workbook: Any) -> None:
        self.workbook = workbook
        self.header = workbook.add_format(_HEADER)
        self.texts = (workbook.add_format(_TEXT), workbook.add_format(_LONG_TEXT))
        self.number = cache(lambda format: workbook.add_format({"num_format": format}))


@contextmanager
def _book(path: Path) -> Iterator[_Book]:
    """A workbook that is written to a path at the end, and not at all if something goes wrong before."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    workbook = Workbook(str(path), {**_OPTIONS, "tmpdir": str(path.parent)})
    workbook.set_properties({"title": "绩效自评", "created": _CREATED})
    try:
        yield _Book(workbook)
        workbook.close()
    except FileCreateError as error:
        raise error.args[0] from error  # the OSError that it stands for
    finally:
        for sheet in workbook.worksheets():
            sheet.row_data_fh.close()  # an open file cannot be removed on Windows


class _SheetWriter:
    """A sheet while it is written, with the texts of its columns."""

    def __init__(self, book: _Book, sheet: _Sheet, header: Language, most_rows: int) -> None:
        texts = column_texts(*sheet.sections)
        of_tables = [column.name for name in sheet.tables for column in table(name).columns]
        names = list(dict.fromkeys([*([_KIND] if sheet.kinds else []), *of_tables]))
        self.name = sheet.name
        self.columns = [(name, texts[name]) for name in names]
        self._kinds = dict(zip(sheet.tables, sheet.kinds[header], strict=True)) if sheet.kinds else None
        places = {name: at for at, name in enumerate(names)}
        self._places = {name: [places[column.name] for column in table(name).columns] for name in sheet.tables}
        self.rows = _RowWriter(book, sheet.name, [_head(header, name, texts[name]) for name in names], most_rows)

    def add(self, rows: dict[TableName, Rows]) -> None:
        """Write the rows of a report, of every table."""
        for name, places in self._places.items():
            for row in rows[name]:
                cells = dict(zip(places, row, strict=True))
                self.rows.add({**cells, 0: self._kinds[name]} if self._kinds else cells)


class _RowWriter:
    """Rows under a header, on as many worksheets as they need. `cut`: the addresses of the cells of each column whose text had to
    be cut."""

    def __init__(self, book: _Book, name: str, header: list[str], most_rows: int) -> None:
        self._book = book
        self._name = name
        self._header = header
        self._most_rows = most_rows
        self._widths = [min(_WIDEST, _width(title) + _BUTTON) for title in header]
        self._worksheets: list[Any] = []
        self.cut: list[list[str]] = [[] for _ in header]
        self._begin_worksheet()

    def add(self, cells: dict[int, CellValue]) -> None:
        """Write a row: column → cell."""
        if self._row == self._most_rows:
            self._add_filter()
            self._begin_worksheet()
        for column, cell in cells.items():
            if cell is None or cell == "":
                continue
            if isinstance(cell, str):
                self._write_text(column, cell)
            else:
                format = self._book.number(_number_format(cell))
                self._worksheet.write_number(self._row, column, cell, format)
        self._row += 1

    def close(self) -> None:
        """To be called after the last row."""
        self._add_filter()
        for worksheet in self._worksheets:
            for column, width in enumerate(self._widths):
                worksheet.set_column(column, column, width)

    def _begin_worksheet(self) -> None:
        number = len(self._worksheets) + 1
        self._title = self._name if number == 1 else f"{self._name} ({number})"
        self._worksheet = self._book.workbook.add_worksheet(self._title)
        self._worksheets.append(self._worksheet)
        self._worksheet.freeze_panes(1, 1)
        for column, title in enumerate(self._header):
            self._worksheet.write_string(0, column, title, self._book.header)
        self._row = 1

    def _add_filter(self) -> None:
        self._worksheet.autofilter(0, 0, self._row - 1, len(self._header) - 1)

    def _write_text(self, column: int, text: str) -> None:
        fitted, cut = cell_text(text)
        if cut:
            from xlsxwriter.utility import xl_rowcol_to_cell

            self.cut[column].append(f"{self._title}!{xl_rowcol_to_cell(self._row, column)}")
        format = self._book.texts[len(fitted) > _LONG]
        self._worksheet.write_string(self._row, column, fitted, format)
        if self._widths[column] < _WIDEST:
            self._widths[column] = min(_WIDEST, max(self._widths[column], _width(fitted)))


def _write_legend(book: _Book, sheets: list[_SheetWriter], header: Language) -> None:
    """The last sheet: what every column of the others holds, and which texts were cut."""
    texts = column_texts("legend")
    rows = _RowWriter(book, _LEGEND, [_head(header, name, texts[name]) for name in _LEGEND_COLUMNS], _MOST_ROWS)
    for sheet in sheets:
        for (name, text), cut in zip(sheet.columns, sheet.rows.cut, strict=True):
            addresses = " ".join([*cut[:_MOST_ADDRESSES], *([_CUT] if len(cut) > _MOST_ADDRESSES else [])])
            row: tuple[CellValue, ...] = (sheet.name, text.title, name, text.description, len(cut), addresses)
            rows.add(dict(enumerate(row)))
    rows.close()


def cell_text(text: str) -> tuple[str, bool]:
    """A text as a cell can hold it, and whether it had to be cut.

    Control characters, which XML does not have, are left out, and lines end with a line feed alone. xlsxwriter takes a text that
    begins with <r> for its own rich text and writes it as XML, unescaped: such a text gets a blank before it.
    """
    fitted = _FORBIDDEN.sub("", valid_unicode(text).replace("\r\n", "\n").replace("\r", "\n"))
    if fitted.startswith("<r>"):
        fitted = f" {fitted}"
    if len(fitted) * 2 <= _MOST_UNITS or len(data := fitted.encode("utf-16-le")) <= 2 * _MOST_UNITS:
        return fitted, False
    return data[: 2 * (_MOST_UNITS - len(_CUT))].decode("utf-16-le", "ignore") + _CUT, True


def _number_format(number: int | float | Decimal) -> str:
    """The format that shows a number with the decimals that it has, and no point if it has none."""
    if isinstance(number, int):
        return _WHOLE_NUMBER
    exponent = Decimal(str(number)).as_tuple().exponent
    decimals = min(_MOST_DECIMALS, max(0, -exponent)) if isinstance(exponent, int) else 0
    return f"{_NUMBER}.{'0' * decimals}" if decimals else _NUMBER


def _head(header: Language, name: str, text: ColumnText) -> str:
    return text.title if header == "zh" else name


def _width(text: str) -> int:
    """The width of a text in characters, as far as it counts."""
    return 1 + sum(1 + (ord(char) >= _FIRST_WIDE) for char in text[:_WIDEST])
