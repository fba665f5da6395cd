"""A folder with every table as a file and `datapackage.json`, which describes them (Data Package, version 2).

CSV files begin with a byte order mark: Excel and WPS take UTF-8 for the system's code page without one, and frictionless
and other readers of UTF-8 skip it. Their headers are the names of the schemas; titles are in the descriptor.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple, Protocol

from selfeval_extract.record.models import Report
from selfeval_extract.writers import TABLES, PackageFormat, TableName
from selfeval_extract.writers.csvtext import csv_rows, csv_table
from selfeval_extract.writers.jsontext import compact
from selfeval_extract.writers.parquet import ParquetFile, fitted_rows
from selfeval_extract.writers.rows import valid_unicode
from selfeval_extract.writers.schemas import schema_text, table_schema
from selfeval_extract.writers.tables import table
from selfeval_extract.writers.wholefile import OpenFile

DESCRIPTOR = "datapackage.json"

_PROFILES = "https://datapackage.org/profiles/2.0/"
_MAIN = "reports"
_KEY = ["source_name"]


class _TableFile(Protocol):
    """A table's file, written report by report."""

    def __enter__(self) -> Any: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...

    def add(self, rows: Any) -> None:
        """Write what a report has in the table."""


class _Format(NamedTuple):
    """The files of a format: what a report has in one, how it is written, and what the descriptor says about it."""

    rows: Callable[[TableName, Report], Any]
    file: Callable[[TableName, BinaryIO], _TableFile]
    properties: dict[str, str]


class _CsvFile:
    """A CSV file."""

    def __init__(self, name: TableName, out: BinaryIO) -> None:
        self._out = out
        out.write(codecs.BOM_UTF8 + "".join(csv_table(name, "en", ())).encode())

    def __enter__(self) -> _CsvFile:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def add(self, rows: str) -> None:
        self._out.write(rows.encode())


_FORMATS: dict[PackageFormat, _Format] = {
    "csv": _Format(
        lambda name, report: valid_unicode(csv_rows(name, report)),
        _CsvFile,
        {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"},
    ),
    "parquet": _Format(fitted_rows, ParquetFile, {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}),
}


class PackageOutput(NamedTuple):
    """`format` of the tables' files; Parquet needs pyarrow. The text of a report is its part of every table as JSON."""

    format: PackageFormat = "csv"

    def render(self, report: Report) -> str:
        """Raises OverflowError as `ParquetOutput.render` does."""
        rows = _FORMATS[self.format].rows
        return compact({name: rows(name, report) for name in TABLES})

    def write(self, texts: Iterable[str], open_file: OpenFile) -> int:
        """Write the folder's files: the tables at the same time, and `datapackage.json` after they are closed. Returns 0: every
        character can be written."""
        format = _FORMATS[self.format]
        outs: dict[TableName, _Counted] = {}
        files: dict[TableName, _TableFile] = {}
        with ExitStack() as stack:
            for name in TABLES:
                outs[name] = _Counted(stack.enter_context(open_file(_path(name, format))))
                files[name] = stack.enter_context(format.file(name, outs[name]))
            for text in texts:
                for name, rows in json.loads(text).items():
                    files[name].add(rows)
        descriptor = _descriptor([_resource(name, format, out) for name, out in outs.items()])
        with open_file(DESCRIPTOR) as last:
            last.write(schema_text(descriptor).encode())
        return 0


class _Counted(io.RawIOBase, BinaryIO):
    """A file, with the number of bytes that are written to it and their SHA-256. Closing it leaves the file open."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._digest = hashlib.sha256()
        self.bytes = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._out.write(data)
        self._digest.update(data)
        size = memoryview(data).nbytes
        self.bytes += size
        return size

    @property
    def hash(self) -> str:
        return f"sha256:{self._digest.hexdigest()}"


def _path(name: TableName, format: _Format) -> str:
    return f"{name}.{format.properties['format']}"


def _descriptor(resources: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Without a date, so that the same reports give the same bytes."""
    return {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": "self-evaluation-reports",
        "title": "绩效自评报告",
        "description": "What selfeval-extract read in performance self-evaluation reports. Amounts are in 万元 (10,000 yuan), rates in percent.",
        "resources": resources,
    }


def _resource(name: TableName, format: _Format, out: _Counted) -> dict[str, Any]:
    schema = table_schema(table(name))
    if name != _MAIN:
        reference = {"resource": _MAIN, "fields": _KEY}
        schema["foreignKeys"] = [{"fields": _KEY, "reference": reference}]
    path = _path(name, format)
    return {
        "name": name,
        "type": "table",
        "path": path,
        "scheme": "file",
        **format.properties,
        "bytes": out.bytes,
        "hash": out.hash,
        "schema": schema,
    }
