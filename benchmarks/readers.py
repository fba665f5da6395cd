"""Who is measured: this project, its peers, and the floors below which none of them can go.

A reader is a row of `READERS`. Those that are not installed are left out; the extra `benchmark` has them, but for Docling,
which brings 1.4 GB of models and libraries along and is measured if it is there.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.timing import environment

Read = Callable[[Path], Any]


class Reader(NamedTuple):
    """`start` imports what it needs and gives the function that reads a file; `project` is what pip calls it."""

    name: str
    project: str
    formats: tuple[str, ...]
    does: str
    start: Callable[[], Read]

    @property
    def version(self) -> str | None:
        """The installed version, or None."""
        try:
            return version(self.project)
        except PackageNotFoundError:
            return None


def _ours() -> Read:
    from selfeval_extract import extract

    return extract


def _unchecked() -> Read:
    from selfeval_extract import extract
    from selfeval_extract.checks.selection import NO_CHECKS

    return lambda path: extract(path, NO_CHECKS)


def _zip_lxml() -> Read:
    import zipfile

    from lxml import etree

    def read(path: Path) -> Any:
        with zipfile.ZipFile(path) as parts:
            return etree.fromstring(parts.read("word/document.xml"))

    return read


def _python_docx() -> Read:
    from docx import Document

    def read(path: Path) -> Any:
        document = Document(str(path))
        cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
        return cells, [paragraph.text for paragraph in document.paragraphs]

    return read


def _pypdfium2() -> Read:
    import pypdfium2

    def read(path: Path) -> Any:
        with pypdfium2.PdfDocument(path) as document:
            return [page.get_textpage().get_text_range() for page in document]

    return read


def _pdfplumber() -> Read:
    import pdfplumber

    def read(path: Path) -> Any:
        with pdfplumber.open(path) as document:
            return [(page.extract_text(), page.extract_tables()) for page in document.pages]

    return read


def _kreuzberg() -> Read:
    import kreuzberg

    config = kreuzberg.ExtractionConfig(use_cache=False)
    return lambda path: kreuzberg.extract_file_sync(str(path), config=config)


def _pymupdf() -> Read:
    import pymupdf

    def read(path: Path) -> Any:
        with pymupdf.open(path) as document:
            return [(page.get_text(), [table.extract() for table in page.find_tables().tables]) for page in document]

    return read


def _markitdown() -> Read:
    from markitdown import MarkItDown

    converter = MarkItDown(enable_plugins=False)
    return lambda path: converter.convert(path)


def _docling() -> Read:
    from docling.document_converter import DocumentConverter

    converter = DocumentConverter()
    return lambda path: converter.convert(path)


OURS, UNCHECKED = "selfeval-extract", "selfeval-extract without checks"
READERS = [
    Reader(OURS, OURS, ("docx", "pdf", "txt"), "the checked record with evidence", _ours),
    Reader(UNCHECKED, OURS, ("docx", "pdf", "txt"), "the record with evidence", _unchecked),
    Reader("zipfile + lxml", "lxml", ("docx",), "lower bound: unpacks and parses document.xml", _zip_lxml),
    Reader("pypdfium2", "pypdfium2", ("pdf",), "lower bound: the text of the pages", _pypdfium2),
    Reader("python-docx", "python-docx", ("docx",), "`row.cells` of all tables, text of paragraphs", _python_docx),
    Reader("pdfplumber", "pdfplumber", ("pdf",), "text and tables of the pages", _pdfplumber),
    Reader("kreuzberg", "kreuzberg", ("docx", "pdf", "txt"), "its plain conversion, cache off", _kreuzberg),
    Reader("PyMuPDF", "pymupdf", ("pdf",), "text and `find_tables` of the pages", _pymupdf),
    Reader("MarkItDown", "markitdown", ("docx", "pdf", "txt"), "Markdown", _markitdown),
    Reader("Docling", "docling", ("docx", "pdf"), "its document, with models for tables", _docling),
]
BY_NAME = {reader.name: reader for reader in READERS}


def installed(ending: str) -> list[Reader]:
    """The readers of a format that are there."""
    return [reader for reader in READERS if reader.version and ending in reader.formats]


def missing() -> list[Reader]:
    """The readers that are not there."""
    return [reader for reader in READERS if not reader.version]


def peak_mb(reader: Reader, path: Path) -> float:
    """The most MB that a fresh process has in memory that reads a file once."""
    arguments = [sys.executable, "-m", "benchmarks.readers", reader.name, str(path)]
    root = Path(__file__).parents[1]
    return float(
        subprocess.run(arguments, cwd=root, env=environment(), stdout=subprocess.PIPE, check=True).stdout.split()[-1]
    )


def _own_peak_mb() -> float:
    if sys.platform == "linux":  # getrusage tells the most of the process that started this one where that was more
        told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii", "replace").splitlines())
        return int(told["VmHWM"].split()[0]) * 1024 / 1e6
    from selfeval_extract.batch.memory import peak

    return peak() / 1e6


if __name__ == "__main__":
    BY_NAME[sys.argv[1]].start()(Path(sys.argv[2]))
    print(_own_peak_mb())
