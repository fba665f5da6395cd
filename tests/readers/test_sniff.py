"""Which format a file has, by its bytes; and what is said of files of other formats."""

from __future__ import annotations

import pytest
from word_files import docx, p, pack

from selfeval_extract.errors import ExtractionError, UnreadableFile, UnsupportedFormat
from selfeval_extract.readers.sniff import MAX_JUNK, sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF"


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (docx(p("甲")), "docx"),
        (
            pack([("[Content_Types].xml", b""), ("main/text.xml", b"")]),
            "docx",
        ),  # its parts elsewhere: its reader will say
        (pack([("word/document.xml", b""), ("word/embeddings/xl/workbook.xml", b"")]), "docx"),  # a workbook inside
        (docx(p("甲"))[:-40], "docx"),  # cut off: its reader says so
        (PDF, "pdf"),
        (b"From: mail\n" * 50 + PDF, "pdf"),  # lines of a mail gateway
        (b"x" * (MAX_JUNK - 9) + PDF, "pdf"),
        (b"x" * (MAX_JUNK + 9) + PDF, "txt"),
        ("说明" * 800 + "%PDF-1.7 是一种格式", "txt"),  # a text that speaks of PDF
        ("2023年度绩效自评报告", "txt"),
        ("绩效".encode("gb18030"), "txt"),
        ("绩效".encode("utf-16"), "txt"),
        ("<自评表>", "txt"),  # no HTML
    ],
)
def test_formats(data: bytes | str, form: str) -> None:
    assert sniff(data.encode() if isinstance(data, str) else data, "报告") == form


@pytest.mark.parametrize(
    ("data", "error", "code", "words"),
    [
        (b"", UnreadableFile, "empty", "empty"),
        (b" \r\n\t", UnreadableFile, "empty", "empty"),
        (b"\0" * 4096, UnreadableFile, "corrupt", "nothing but zeros"),  # not copied whole
        (b"PK\x03\x04 cut off", UnreadableFile, "corrupt", "damaged ZIP"),
        (pack([("xl/workbook.xml", b"")]), UnsupportedFormat, "unsupported", "an Excel workbook"),
        (pack([("ppt/presentation.xml", b"")]), UnsupportedFormat, "unsupported", "a PowerPoint file"),
        (pack([("content.xml", b"")]), UnsupportedFormat, "unsupported", "an OpenDocument file"),
        (pack([("a.txt", b"")]), UnsupportedFormat, "unsupported", "Unpack it first"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), UnreadableFile, "encrypted", "password"),
        (OLE + bytes(512) + "WordDocument".encode("utf-16-le"), UnsupportedFormat, "unsupported", ".docx"),
        (OLE + bytes(512), UnreadableFile, "corrupt", "cut off"),
        (OLE + bytes(2048), UnsupportedFormat, "unsupported", "an old Office file"),
        (b"{\\rtf1", UnsupportedFormat, "unsupported", "an RTF file"),
        (b"\x89PNG\r\n", UnsupportedFormat, "unsupported", "a PNG image"),
        (b"\xff\xd8\xff\xe0", UnsupportedFormat, "unsupported", "a JPEG image"),
        (b"GIF89a", UnsupportedFormat, "unsupported", "a GIF image"),
        (b"Rar!\x1a\x07", UnsupportedFormat, "unsupported", "a RAR archive"),
        (b"7z\xbc\xaf\x27\x1c", UnsupportedFormat, "unsupported", "a 7z archive"),
        (b"\x1f\x8b\x08", UnsupportedFormat, "unsupported", "a gzip archive"),
        (b"<!DOCTYPE html><p>", UnsupportedFormat, "unsupported", "a web page"),
        (b' <?xml version="1.0"?><!-- a --><!-- b --><HTML>', UnsupportedFormat, "unsupported", "a web page"),
    ],
)
def test_other_files(data: bytes, error: type[ExtractionError], code: str, words: str) -> None:
    with pytest.raises(error) as caught:
        sniff(data, "报告")
    assert (caught.value.code, words in caught.value.message) == (code, True), caught.value.message
    assert caught.value.message.startswith("报告")
