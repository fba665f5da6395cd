"""The reports as a workbook for people: sheets of rows, and one that explains every column of the others.

Texts are written as inline strings and numbers as numbers, each by the call that can write nothing else: no cell can
become a formula, a link or a date, whatever it holds. Rows go to files beside the output as they come, so that memory
does not grow with the reports. The same shares give the same bytes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import compress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, NamedTuple

from selfeval_extract.record.models import Report
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.writers.jsontext import compact
from selfeval_extract.writers.leaves import CellValue
from selfeval_extract.writers.needs_a_look import needs_a_look
from selfeval_extract.writers.rows import Packed, Rows, packed, unpacked, whole
from selfeval_extract.writers.tables import ColumnText, table, words

LIBRARY = "xlsxwriter"

_MOST_ROWS = 1_048_576
"""Of a sheet, the header with them."""
_MOST_UNITS = 32_767
"""Of a cell's text, in the units of UTF-16 that Excel counts."""
_CUT = "…"
_MOST_TOLD = 20
"""Cells with a cut text that are named, of a column."""

_WIDEST = 40
_BUTTON = 3
"""Room that a filter's button takes in the header."""
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
"""The file says when it was made; a fixed day keeps its bytes the same."""

_HEADER = {"bold": True, "valign": "top"}
_TEXT = {"num_format": "@"}
"""Stays text when somebody edits the cell: 00123 no number, 1-2 no date, =1+1 no formula."""
_LONG_TEXT = {"quote_prefix": True}
"""The same for long texts: in cells of format @ some versions show #### in place of more than 255 characters."""
_LONG = 255
_WHOLE_NUMBER = "0"
"""Years, counts and ordinals."""
_NUMBER = "#,##0"
_MOST_DECIMALS = 30
"""Of a number format."""

_FORBIDDEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class _Sheet(NamedTuple):
    """A sheet: its name, the tables that its rows come from, and the tables of `columns.toml` with its words. With
    `kinds` its first column tells the table that a row is of, a word for each table by header. `shown` tells of
    each row whether it is on the sheet, where not all are."""

    name: str
    tables: tuple[str, ...]
    words: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]] | None = None
    shown: Callable[[Report], Iterable[bool]] | None = None

    def columns(self) -> tuple[str, ...]:
        """Names of the columns: all that one of its tables has, in the order of the first."""
        names = [column.name for name in self.tables for column in table(name).columns]
        return tuple(dict.fromkeys(([_KIND] if self.kinds else []) + names))

    def rows(self, report: Report) -> dict[str, Packed]:
        """Table → the rows of a report that are shown."""
        rows = {name: packed(name, report) for name in self.tables}
        return {name: list(compress(some, self.shown(report))) for name, some in rows.items()} if self.shown else rows


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
    _Sheet("核查", ("checks",), ("checks", "findings"), shown=lambda report: map(needs_a_look, report.checks)),
)
_LEGEND = "说明"
_LEGEND_COLUMNS = ("sheet", "title", "name", "description", "cut", "cut_cells")


class XlsxOutput(NamedTuple):
    """`header`: "zh" for titles, "en" for names. `most_rows`: where a sheet ends and the next of its name begins, the
    header counted. Shares are the rows of the sheets' tables as JSON."""

    header: str = "zh"
    most_rows: int = _MOST_ROWS

    def render(self, report: Report) -> str:
        return compact({name: rows for sheet in _SHEETS for name, rows in sheet.rows(report).items()})

    def write(self, shares: Iterable[str], out: BinaryIO) -> int:
        """Needs xlsxwriter. Works in a folder beside the file, or in the system's where `out` is none. Raises OSError;
        no character is ever lost to the encoding: 0."""
        place, prefix = _room(out)
        with TemporaryDirectory(dir=place, prefix=prefix, ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "book.xlsx"
            with _book(path) as book:
                written = [_Written(book, sheet, self.header, self.most_rows) for sheet in _SHEETS]
                for each in shares:
                    rows = {name: unpacked(name, some) for name, some in json.loads(each).items()}
                    for sheet in written:
                        sheet.add(rows)
                _write_legend(book, written, self.header)
                for sheet in written:
                    sheet.close()
            with path.open("rb") as file:  # whole, so that a pipe gets the bytes that a file gets
                shutil.copyfileobj(file, out)
        return 0


def _room(out: BinaryIO) -> tuple[Path | None, str]:
    """Where to work on a file, and how what is there begins: beside it and by its name, if it has one, so that what a
    killed run leaves is known for its own; None for the system's folder."""
    name = getattr(out, "name", None)
    path = Path(name) if isinstance(name, str) else None
    return (path.parent, f"{path.name}.") if path is not None and path.is_file() else (None, ".xlsx.")


class _Book:
    """A workbook and its formats, each made once."""

    def __init__(self, workbook: Any) -> None:
        self.workbook = workbook
        self.header = workbook.add_format(_HEADER)
        self.texts = (workbook.add_format(_TEXT), workbook.add_format(_LONG_TEXT))
        self._numbers: dict[str, Any] = {}

    def number(self, format: str) -> Any:
        if format not in self._numbers:
            self._numbers[format] = self.workbook.add_format({"num_format": format})
        return self._numbers[format]


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


class _Written:
    """A sheet as it is written, and what came of its columns."""

    def __init__(self, book: _Book, sheet: _Sheet, header: str, most_rows: int) -> None:
        told = words(*sheet.words)
        self.name = sheet.name
        self.told = [(name, *told[name]) for name in sheet.columns()]
        self._kinds = dict(zip(sheet.tables, sheet.kinds[header], strict=True)) if sheet.kinds else None
        places = {name: at for at, name in enumerate(sheet.columns())}
        self._tables = {name: [places[column.name] for column in table(name).columns] for name in sheet.tables}
        self._paper = _Paper(book, sheet.name, [_head(header, name, told[name]) for name in sheet.columns()], most_rows)

    @property
    def cuts(self) -> list[_Cuts]:
        """Of each column."""
        return self._paper.cuts

    def add(self, rows: dict[str, Rows]) -> None:
        """A report's rows, of every table."""
        for name, places in self._tables.items():
            for row in rows[name]:
                cells = dict(zip(places, row, strict=True))
                self._paper.add({**cells, 0: self._kinds[name]} if self._kinds else cells)

    def close(self) -> None:
        self._paper.close()


@dataclass(slots=True)
class _Cuts:
    """Cells of a column whose text was cut: how many, and the addresses of the first."""

    count: int = 0
    cells: list[str] = field(default_factory=list)

    def add(self, address: str) -> None:
        self.count += 1
        if self.count <= _MOST_TOLD:
            self.cells.append(address)

    def __str__(self) -> str:
        return " ".join(self.cells) + (f" {_CUT}" if self.count > _MOST_TOLD else "")


class _Paper:
    """Rows under a header, on as many worksheets as they need."""

    def __init__(self, book: _Book, name: str, header: list[str], most_rows: int) -> None:
        self._book = book
        self._name = name
        self._header = header
        self._most_rows = most_rows
        self._widths = [min(_WIDEST, _width(title) + _BUTTON) for title in header]
        self._worksheets: list[Any] = []
        self.cuts = [_Cuts() for _ in header]
        self._turn()

    def add(self, cells: dict[int, CellValue]) -> None:
        """A row: column → cell."""
        if self._row == self._most_rows:
            self._filter()
            self._turn()
        for column, cell in cells.items():
            if cell is None or cell == "":
                continue
            if isinstance(cell, str):
                self._text(column, cell)
            else:
                format = self._book.number(_number_format(cell))
                self._worksheet.write_number(self._row, column, cell, format)
        self._row += 1

    def close(self) -> None:
        """After the last row."""
        self._filter()
        for worksheet in self._worksheets:
            for column, width in enumerate(self._widths):
                worksheet.set_column(column, column, width)

    def _turn(self) -> None:
        number = len(self._worksheets) + 1
        self._title = self._name if number == 1 else f"{self._name} ({number})"
        self._worksheet = self._book.workbook.add_worksheet(self._title)
        self._worksheets.append(self._worksheet)
        self._worksheet.freeze_panes(1, 1)
        for column, title in enumerate(self._header):
            self._worksheet.write_string(0, column, title, self._book.header)
        self._row = 1

    def _filter(self) -> None:
        self._worksheet.autofilter(0, 0, self._row - 1, len(self._header) - 1)

    def _text(self, column: int, text: str) -> None:
        shown, cut = cell_text(text)
        if cut:
            self.cuts[column].add(f"{self._title}!{_letters(column)}{self._row + 1}")
        format = self._book.texts[len(shown) > _LONG]
        self._worksheet.write_string(self._row, column, shown, format)
        if self._widths[column] < _WIDEST:
            self._widths[column] = min(_WIDEST, max(self._widths[column], _width(shown)))


def _write_legend(book: _Book, sheets: list[_Written], header: str) -> None:
    """The last sheet: what every column of the others holds, and which texts were cut."""
    told = words("legend")
    paper = _Paper(book, _LEGEND, [_head(header, name, told[name]) for name in _LEGEND_COLUMNS], _MOST_ROWS)
    for sheet in sheets:
        for (name, title, description), cut in zip(sheet.told, sheet.cuts, strict=True):
            row: tuple[CellValue, ...] = (sheet.name, title, name, description, cut.count, str(cut))
            paper.add(dict(enumerate(row)))
    paper.close()


def cell_text(text: str) -> tuple[str, bool]:
    """A text as a cell can hold it, and whether it had to be cut.

    Control characters, which XML does not have, are left out; a line ends with a line feed alone. A text that begins and
    ends as xlsxwriter's own rich text does gets a blank before it: xlsxwriter writes such a text as XML, unescaped.
    """
    shown = _FORBIDDEN.sub("", whole(text).replace("\r\n", "\n").replace("\r", "\n"))
    if shown.startswith("<r>"):
        shown = f" {shown}"
    if len(shown) * 2 <= _MOST_UNITS or _units(shown) <= _MOST_UNITS:
        return shown, False
    half = shown.encode("utf-16-le")[: 2 * (_MOST_UNITS - len(_CUT))]
    return half.decode("utf-16-le", "ignore") + _CUT, True


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _number_format(number: int | float | Decimal) -> str:
    """The format that shows a number with the decimals that it has, and not a point after none."""
    if isinstance(number, int):
        return _WHOLE_NUMBER
    exponent = Decimal(str(number)).as_tuple().exponent
    decimals = min(_MOST_DECIMALS, max(0, -exponent)) if isinstance(exponent, int) else 0
    return f"{_NUMBER}.{'0' * decimals}" if decimals else _NUMBER


def _head(header: str, name: str, told: ColumnText) -> str:
    return told.title if header == "zh" else name


def _width(text: str) -> int:
    """Places that a text takes, as far as they count."""
    return 1 + sum(1 + (ord(char) >= _FIRST_WIDE) for char in text[:_WIDEST])


def _letters(column: int) -> str:
    """A column's letters: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
