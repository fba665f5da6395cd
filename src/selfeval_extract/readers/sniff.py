"""Which format a file has, by its bytes and never by its name."""

from __future__ import annotations

import io
import re
import zipfile

from selfeval_extract.document import Format
from selfeval_extract.errors import UnreadableFile, UnsupportedFormat
from selfeval_extract.runtime.pattern_cache import regex

ZIP_DAMAGE = (zipfile.BadZipFile, NotImplementedError, ValueError, OSError)
"""The errors of zipfile for a directory that it cannot read."""
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

    Raises UnreadableFile: `empty`, `corrupt`, `encrypted` (a Word file with a password); UnsupportedFormat for anything that
    is not .docx, .pdf or text, saying what it is and what to do.
    """
    if not data.strip(b" \t\r\n"):
        raise UnreadableFile("empty", f"{name} is empty. Download or export it again.")
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableFile("corrupt", f"{name} holds nothing but zeros: it was not copied whole. Download it again.")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(data, name)
    if PDF_HEADER in data[:_HEAD] or _is_pdf_after_junk(data):
        return "pdf"
    if data.startswith(_OLE):
        raise _ole_error(data, name)
    for magic, what, advice in _OTHER:
        if data.startswith(magic):
            raise UnsupportedFormat("unsupported", f"{name} is {what}, not a .docx, .pdf or text file. {advice}.")
    if _HTML.match(data[:_HEAD]):
        raise UnsupportedFormat("unsupported", f"{name} is a web page (HTML). Save its text, or print it to .pdf.")
    return "txt"


def _is_pdf_after_junk(data: bytes) -> bool:
    """Whether a PDF begins after something else. A text may speak of `%PDF-`, but has no object and end of a PDF as well."""
    start = data.find(PDF_HEADER, 0, MAX_JUNK)
    return start >= 0 and b" obj" in data[start : start + MAX_JUNK] and b"%%EOF" in data[start:]


def _zip_format(data: bytes, name: str) -> Format:
    """The format of a ZIP container, by the names of its entries (a workbook inside a Word file is in another folder)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            names = container.namelist()
    except ZIP_DAMAGE:
        if b"word/" in data:
            return "docx"  # a damaged Word file: its reader says what is wrong with it
        raise UnreadableFile("corrupt", f"{name} is a damaged ZIP container. Download or export it again.") from None
    for folder, what in (("xl/workbook", "an Excel workbook"), ("ppt/presentation", "a PowerPoint file")):
        if any(entry.startswith(folder) for entry in names):
            raise UnsupportedFormat("unsupported", f"{name} is {what}. Save the form as .docx or .pdf.")
    if "[Content_Types].xml" in names or any(entry.startswith("word/") for entry in names):
        return "docx"
    if "content.xml" in names:
        raise UnsupportedFormat("unsupported", f"{name} is an OpenDocument file. Save it as .docx.")
    raise UnsupportedFormat("unsupported", f"{name} is a ZIP archive. Unpack it first.")


def _ole_error(data: bytes, name: str) -> UnreadableFile | UnsupportedFormat:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableFile("encrypted", f"{name} is protected by a password. Save it without one.")
    if "WordDocument".encode("utf-16-le") in data:
        return UnsupportedFormat("unsupported", f"{name} is an old Word file (.doc). Save it as .docx in Word or WPS.")
    if len(data) < _HEAD:
        return UnreadableFile("corrupt", f"{name} begins like an old Office file but is cut off. Export it again.")
    return UnsupportedFormat("unsupported", f"{name} is an old Office file. Save it as .docx or .pdf.")
