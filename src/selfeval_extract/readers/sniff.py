"""Which format a file has, by its bytes and never by its name."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from selfeval_extract.document import Format
from selfeval_extract.errors import ExtractionError, UnreadableFile, UnsupportedFormat
from selfeval_extract.formats import FORMATS, endings
from selfeval_extract.runtime.pattern_cache import regex

ZIP_DAMAGE = (zipfile.BadZipFile, NotImplementedError, ValueError, OSError)
"""The errors of zipfile for a directory that it cannot read."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Compound File Binary begins: Office files before 2007, and encrypted ones of today."""
_HEAD = 1024
PDF_HEADER = b"%PDF-"
MAX_JUNK = 65_536
"""Bytes before the header of a PDF at most: mail gateways and download scripts put their own lines before it."""
_HTML = regex(
    rb"^\s*+(?:<\?xml[^>]*>\s*+)?(?><!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
"""Comments are matched atomically (`(?>`): several in a row would else match in more ways than can be tried."""
_OTHER = (
    (b"{\\rtf", "an RTF file", "Save it as .docx in Word or WPS"),
    (b"\x89PNG", "a PNG image", "Run text recognition on it and save the result as .pdf or .docx"),
    (b"\xff\xd8\xff", "a JPEG image", "Run text recognition on it and save the result as .pdf or .docx"),
    (b"GIF8", "a GIF image", "Run text recognition on it and save the result as .pdf or .docx"),
    (b"Rar!", "a RAR archive", "Unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it first"),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first"),
)


def sniff(data: bytes, name: str) -> Format:
    """The format of a file's bytes. `name` is what messages call the file.

    Raises UnreadableFile: `empty`, `corrupt`, `encrypted` (a Word file with a password); UnsupportedFormat for a format that is
    not read, saying what it is and what to do.
    """
    if not data.strip(b" \t\r\n"):
        raise UnreadableFile("empty", f"{name} is empty. Download or export it again.")
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableFile("corrupt", f"{name} holds nothing but zeros: it was not copied whole. Download it again.")
    for each in FORMATS:
        if function(each.sniffer)(data):
            return each.name
    raise _refusal(data, name) or UnsupportedFormat("unsupported", f"{name} is no {endings('or')} file.")


def function(path: str) -> Callable[..., Any]:
    """A function of this room by its `module:name`."""
    module, _, name = path.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"{__package__}.{module}"), name)
    return found


def is_docx(data: bytes) -> bool:
    """By the names in the ZIP container (a workbook inside a Word file is in another folder). A damaged one is left to the reader,
    which says what is wrong with it."""
    if not data.startswith(_ZIP):
        return False
    names = _zip_names(data)
    if names is None:
        return b"word/" in data
    return not _office_file(names) and ("[Content_Types].xml" in names or any(n.startswith("word/") for n in names))


def is_pdf(data: bytes) -> bool:
    """By the header, which may stand a little behind the beginning. A ZIP archive may hold a PDF and is none."""
    return not data.startswith(_ZIP) and (PDF_HEADER in data[:_HEAD] or _is_pdf_after_junk(data))


def is_text(data: bytes) -> bool:
    """Whatever is known as nothing else."""
    return _refusal(data, "") is None


def _is_pdf_after_junk(data: bytes) -> bool:
    """Whether a PDF begins after something else. A text may speak of `%PDF-`, but has no object and end of a PDF as well."""
    start = data.find(PDF_HEADER, 0, MAX_JUNK)
    return start >= 0 and b" obj" in data[start : start + MAX_JUNK] and b"%%EOF" in data[start:]


def _zip_names(data: bytes) -> list[str] | None:
    """The names in a ZIP container; None if it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            return container.namelist()
    except ZIP_DAMAGE:
        return None


def _office_file(names: Iterable[str]) -> str | None:
    """What a ZIP container with an Excel or PowerPoint file in it is."""
    folders = {"xl/workbook": "an Excel workbook", "ppt/presentation": "a PowerPoint file"}
    return next((what for folder, what in folders.items() for name in names if name.startswith(folder)), None)


def _refusal(data: bytes, name: str) -> ExtractionError | None:
    """The error of a file of a format that is known and not read."""
    if data.startswith(_ZIP):
        return _zip_error(data, name)
    if data.startswith(_OLE):
        return _ole_error(data, name)
    for magic, what, advice in _OTHER:
        if data.startswith(magic):
            return UnsupportedFormat("unsupported", f"{name} is {what}, not a {endings('or')} file. {advice}.")
    if _HTML.match(data[:_HEAD]):
        return UnsupportedFormat("unsupported", f"{name} is a web page (HTML). Save its text, or print it to .pdf.")
    return None


def _zip_error(data: bytes, name: str) -> ExtractionError:
    names = _zip_names(data)
    if names is None:
        return UnreadableFile("corrupt", f"{name} is a damaged ZIP container. Download or export it again.")
    if what := _office_file(names):
        return UnsupportedFormat("unsupported", f"{name} is {what}. Save the form as .docx or .pdf.")
    if "content.xml" in names:
        return UnsupportedFormat("unsupported", f"{name} is an OpenDocument file. Save it as .docx.")
    return UnsupportedFormat("unsupported", f"{name} is a ZIP archive. Unpack it first.")


def _ole_error(data: bytes, name: str) -> ExtractionError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableFile("encrypted", f"{name} is protected by a password. Save it without one.")
    if "WordDocument".encode("utf-16-le") in data:
        return UnsupportedFormat("unsupported", f"{name} is an old Word file (.doc). Save it as .docx in Word or WPS.")
    if len(data) < _HEAD:
        return UnreadableFile("corrupt", f"{name} begins like an old Office file but is cut off. Export it again.")
    return UnsupportedFormat("unsupported", f"{name} is an old Office file. Save it as .docx or .pdf.")
