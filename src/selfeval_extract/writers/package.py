"""A folder with every table as a file and `datapackage.json`, which describes them (Data Package, version 2).

CSV files begin with a byte order mark: Excel and WPS take UTF-8 for the system's code page without one, and frictionless
and other readers of UTF-8 skip it. Their headers are the names of the schemas; titles are in the descriptor.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any, BinaryIO, NamedTuple

from selfeval_extract.record.models import Report
from selfeval_extract.writers import TABLES, PackageFormat, TableName
from selfeval_extract.writers.csvtext import csv_rows, csv_table
from selfeval_extract.writers.jsontext import compact
from selfeval_extract.writers.parquet import fitted_rows, parquet_file
from selfeval_extract.writers.rows import valid_unicode
from selfeval_extract.writers.schemas import schema_text, table_schema
from selfeval_extract.writers.tables import table
from selfeval_extract.writers.wholefile import OpenFile

DESCRIPTOR = "datapackage.json"

_DESCRIPTION = {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
    "name": "self-evaluation-reports",
    "title": "绩效自评报告",
    "description": "What selfeval-extract read in performance self-evaluation reports. Amounts are in 万元 (10,000 yuan), rates in percent.",
}
"""What the descriptor says of every package: without a date, so that the same reports give the same bytes."""
_MAIN = "reports"
_KEY = ["source_name"]


class _Format(NamedTuple):
    """The files of a format: what a report has in one, how it is written, and what the descriptor says about it."""

    rows: Callable[[TableName, Report], Any]
    file: Callable[[TableName, BinaryIO], AbstractContextManager[Callable[[Any], object]]]
    properties: dict[str, str]


@contextmanager
def _csv_file(name: TableName, out: BinaryIO) -> Iterator[Callable[[str], object]]:
    """A function that adds rows (`csv_rows`) to a CSV file."""
    out.write(codecs.BOM_UTF8 + "".join(csv_table(name, "en", ())).encode())
    yield lambda rows: out.write(rows.encode())


_FORMATS: dict[PackageFormat, _Format] = {
    "csv": _Format(
        lambda name, report: valid_unicode(csv_rows(name, report)),
        _csv_file,
        {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"},
    ),
    "parquet": _Format(fitted_rows, parquet_file, {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}),
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
        add: dict[TableName, Callable[[Any], object]] = {}
        with ExitStack() as stack:
            for name in TABLES:
                outs[name] = _Counted(stack.enter_context(open_file(_path(name, format))))
                add[name] = stack.enter_context(format.file(name, outs[name]))
            for text in texts:
                for name, rows in json.loads(text).items():
                    add[name](rows)
        descriptor = _DESCRIPTION | {"resources": [_resource(name, format, out) for name, out in outs.items()]}
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
