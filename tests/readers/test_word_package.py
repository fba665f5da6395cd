"""Files that are not as they should be: damaged, hostile, odd."""

from __future__ import annotations

import time

import pytest
from word_files import codes, docx, p, pack, part, read, relations, texts

from selfeval_extract.errors import UnreadableFile, UnsupportedFormat
from selfeval_extract.readers.word.reader import read_docx


def failure(data: bytes) -> tuple[str, str]:
    with pytest.raises((UnreadableFile, UnsupportedFormat)) as caught:
        read_docx(data, "报告.docx")
    assert caught.value.message.startswith("报告.docx: ")
    return caught.value.code, caught.value.message


GOOD = part("document", f"<w:body>{p('绩效自评报告' * 20)}<w:sectPr/></w:body>")
LOL = b'<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>'


def with_document(content: bytes | None, **parts: bytes | None) -> bytes:
    return docx(parts={"word/document.xml": content, **parts})


BAD = {
    "not a zip": (b"<html></html>", "corrupt", "not a complete Word file"),
    "cut off": (docx(p("甲"))[:-40], "corrupt", "not a complete Word file"),
    "no main part": (with_document(None), "corrupt", "word/document.xml is missing"),
    "another main part": (with_document(b"<x/>"), "corrupt", "no Word text"),
    "cut XML": (with_document(GOOD[:-30]), "corrupt", "broken or cut off"),
    "empty main part": (with_document(b""), "corrupt", "broken or cut off"),
    "text lost in the damage": (with_document(GOOD + GOOD.partition(b"?>")[2]), "corrupt", "broken or cut off"),
    "twice": (pack([("word/document.xml", GOOD), ("WORD\\document.xml", b"<x/>")]), "unsafe", "2 times"),
    "entities": (with_document(GOOD.replace(b"?>", b"?>" + LOL, 1)), "unsafe", "DOCTYPE"),
    "entities in UTF-16": (
        with_document(GOOD.decode().replace("UTF-8", "UTF-16").replace("?>", "?>" + LOL.decode(), 1).encode("utf-16")),
        "unsafe",
        "DOCTYPE",
    ),
    "entities in the styles": (docx(p("甲"), {"word/styles.xml": LOL + b"<x/>"}), "unsafe", "word/styles.xml"),
    "one text of 12 MB": (docx(p("效" * 4_000_000)), "limit", "10 MB"),
    "300 elements deep": (docx(p("<w:smartTag>" * 300 + "</w:smartTag>" * 300)), "limit", "256 elements"),
    "a part of 70 MB": (docx(p("A" * 70 * 1024 * 1024)), "limit", "64 MB"),
    "20,000 parts": (pack((f"word/media/{n}.bin", b"") for n in range(20_000)), "limit", "20,000 parts"),
    "pictures only": (docx(p("<w:r><w:drawing/></w:r>")), "no_text", "OCR"),
    "only another file": (docx('<w:altChunk r:id="x"/>'), "no_text", "altChunk"),
}


@pytest.mark.parametrize(("data", "error", "words"), BAD.values(), ids=BAD)
def test_bad_files_are_refused_in_words(data: bytes, error: str, words: str) -> None:
    began = time.perf_counter()
    code_, message = failure(data)
    assert (code_, words in message) == (error, True), message
    assert time.perf_counter() - began < 2


def test_a_zip_password_is_said() -> None:
    data = bytearray(docx(p("甲")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    assert failure(bytes(data))[0] == "encrypted"


def test_damaged_bytes_in_a_part_are_corrupt() -> None:
    data = bytearray(docx(p("绩效自评" * 50)))
    at = data.find(b"word/document.xml") + 40
    data[at : at + 8] = b"\0\xff" * 4
    assert failure(bytes(data))[0] == "corrupt"


READ = {
    "Strict names": {"word/document.xml": GOOD.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main")},
    "no relationships": {"_rels/.rels": None, "word/_rels/document.xml.rels": None},
    "a relationship to nothing": {"word/_rels/document.xml.rels": relations(("r9", "image", "NULL"), ("r8", "styles", "NULL"))},
    "backslashes": {"word/document.xml": None, "word\\document.xml": GOOD},
    "capitals": {"word/document.xml": None, "Word/Document.XML": GOOD},
    "names that climb": {"../../../evil.txt": b"x", "/abs/evil": b"x"},
    "main part elsewhere": {"_rels/.rels": relations(("r1", "officeDocument", "/main/text.xml")), "main/text.xml": GOOD, "word/document.xml": None},
    "UTF-16": {"word/document.xml": GOOD.decode().replace("UTF-8", "UTF-16").encode("utf-16")},
}  # fmt: skip


@pytest.mark.parametrize("parts", READ.values(), ids=READ)
def test_odd_files_are_read(parts: dict[str, bytes | None]) -> None:
    document = read_docx(docx(parts={"word/document.xml": GOOD, **parts}), "报告.docx")
    assert texts(document) == ["绩效自评报告" * 20]
    assert not document.notes


DAMAGED = {
    "control character": ("绩效自", "绩\x0b效自", "绩效自评报告" * 20),
    "its reference": ("绩效自", "绩&#11;效自", "绩效自评报告" * 20),
    "undeclared prefix": ("<w:sectPr/>", "<w99:x/><w:sectPr/>", "绩效自评报告" * 20),
}


@pytest.mark.parametrize(("old", "new", "shown"), DAMAGED.values(), ids=DAMAGED)
def test_small_damage_is_repaired_and_said(old: str, new: str, shown: str) -> None:
    document = read_docx(with_document(GOOD.decode().replace(old, new, 1).encode()), "报告.docx")
    assert texts(document) == [shown]
    assert codes(document) == ["damaged_xml"]


def test_a_broken_byte_leaves_a_mark() -> None:
    document = read_docx(with_document(GOOD.replace("绩".encode(), b"\xff", 1)), "报告.docx")
    assert texts(document)[0].startswith("\ufffd效自评报告")
    assert codes(document) == ["damaged_xml"]


def test_a_broken_side_part_is_said() -> None:
    document = read(p("甲", num=(1, 0)), {"word/numbering.xml": b"<w:numbering"})
    assert texts(document) == ["甲"]
    assert codes(document) == ["damaged_xml"] and "word/numbering.xml" in document.notes[0].message
