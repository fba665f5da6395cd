"""Every limit: a small file over a small limit fails and names it; under it, it is read."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from small_documents import tables_of
from small_pdf import pdf, say
from word_files import NAMESPACES, docx, p, pack, span, tbl, tc, tr

from selfeval_extract.errors import UnreadableFile
from selfeval_extract.files import read_stream
from selfeval_extract.limits import LIMITS, NAMES, BadLimit, with_limits
from selfeval_extract.readers import read

PAGES = pdf(say("one"), say("two"), say("three"))
BOXES = pdf(say("boxes") + " 0 0 9 9 re 20 20 9 9 re f" + " 1 1 30 30 re f" * 4)
PARTS = docx(p("text"), {f"word/media/{n}.bin": b"" for n in range(10)})
DEEP = docx(p("".join("<w:smartTag>" for _ in range(12)) + "<w:r><w:t>x</w:t></w:r>" + "</w:smartTag>" * 12))
PLAIN_20_MB = docx(p("甲") + f"<!--{'x' * 2_000_000}-->" * 10)
NESTED = docx(tbl(tr(tc(tbl(tr(tc(tbl(tr("innermost")), p("")))), p("")))))

CASES = {
    "pages": (PAGES, 2, 3),
    "page_characters": (PAGES, 4, 5),
    "page_objects": (BOXES, 3, 1000),
    "zip_entries": (PARTS, 12, 13),
    "zip_ratio": (PLAIN_20_MB, 20, 1100),
    "part_mb": (docx(p("甲" * 700_000)), 1, 3),
    "unpacked_mb": (docx(p("甲" * 400_000), styles="<!-- " + "x" * 1_500_000 + " -->"), 2, 4),
    "xml_depth": (DEEP, 10, 20),
    "nested_tables": (NESTED, 2, 3),
}
"""Limit → file, value that is too small, value that is enough."""
CHARACTERS = {"txt": "绩效自评".encode(), "docx": docx(p("绩效自评")), "pdf": pdf(say("abc"), say("d"))}
ELSEWHERE = {"file_mb", "seconds", "memory_mb", "characters", "xml_text_mb", "columns"}
"""Limits with a test of their own, here or in tests/reliability."""


def refused(data: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read(data, "报告", LIMITS._replace(**limits))
    assert caught.value.code == "limit"
    [name] = limits
    assert caught.value.message.startswith("报告")
    assert f"; the limit is {limits[name]:,} " in caught.value.message
    assert caught.value.message.endswith(f"raise the limit: --limit {name}=N.")
    return caught.value.message


@pytest.mark.parametrize("name", CASES)
def test_over_and_under(name: str) -> None:
    data, small, enough = CASES[name]
    refused(data, **{name: small})
    assert read(data, "报告", LIMITS._replace(**{name: enough})).blocks


def test_every_limit_is_tested() -> None:
    assert set(CASES) | ELSEWHERE == set(NAMES)


@pytest.mark.parametrize("kind", CHARACTERS)
def test_characters(kind: str) -> None:
    refused(CHARACTERS[kind], characters=3)
    assert read(CHARACTERS[kind], "报告", LIMITS._replace(characters=10)).format == kind


def test_the_size_of_a_file() -> None:
    limits = LIMITS._replace(file_mb=1)
    assert read_stream(io.BytesIO(b"x" * (1 << 20)), "报告", limits) == b"x" * (1 << 20)
    with pytest.raises(UnreadableFile, match=r"^报告 is larger; the limit is 1 MB of a file\. .* --limit file_mb=N\.$"):
        read_stream(io.BytesIO(b"x" * ((1 << 20) + 1)), "报告", limits)


def test_a_text_over_10_mb_needs_a_higher_limit() -> None:
    long = docx(p("效" * 4_000_000))
    with pytest.raises(UnreadableFile, match="the limit is 10 MB of a single text"):
        read(long, "报告")
    [block] = read(long, "报告", LIMITS._replace(xml_text_mb=20)).blocks
    assert len(block.text.string) == 4_000_000  # type: ignore[union-attr]


def test_spans_are_cut_and_said() -> None:
    wide = docx(tbl(tr(tc("a", props=span(64)), tc("b"))))
    for columns, width in ((63, 64), (100, 65), (5, 6)):
        document = read(wide, "报告", LIMITS._replace(columns=columns))
        [table] = tables_of(document)
        assert table.width == width
        assert [n.code for n in document.notes] == (["span_clamped"] if columns < 64 else [])


@pytest.mark.parametrize("part", ["docProps/custom.xml", "customXml/item1.xml", "word/_rels/settings.xml.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_in_a_part_that_is_never_read(part: str, encoding: str) -> None:
    harmful = f'<?xml version="1.0"?><!-- {"x" * 500} --><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding)
    with pytest.raises(UnreadableFile, match="DOCTYPE") as caught:
        read(docx(p("text"), {part: harmful}), "报告")
    assert caught.value.code == "unsafe"


def test_a_picture_may_hold_any_bytes() -> None:
    assert read(docx(p("text"), {"word/media/a.svg": b"<!DOCTYPE svg><svg/>"}), "报告").blocks


def test_parts_that_share_bytes() -> None:
    """Ten entries, each one's data with the headers and data of all after it inside: what zip bombs are made of."""
    data = pack([("word/document.xml", b"x" * 3000), ("word/b.xml", b"y" * 3000), ("word/c.xml", b"z" * 3000)])
    first, second, _ = zipfile.ZipFile(io.BytesIO(data)).infolist()
    entry = data.index(b"PK\x01\x02")
    size = first.compress_size + second.compress_size + 200
    overlapping = data[: entry + 20] + struct.pack("<I", size) + data[entry + 24 :]
    with pytest.raises(UnreadableFile, match="share the same bytes") as caught:
        read(overlapping, "报告.docx")
    assert caught.value.code == "unsafe"


def test_controls_become_replacement_characters() -> None:
    body = "a\x1b[31mb\x00c\x7fd\x9be\tf\n"
    document = read(body.encode(), "报告.txt")
    assert [n.code for n in document.notes] == ["control_characters"]
    assert not any(c in repr(document) for c in ("\\x1b", "\\x00", "\\x7f", "\\x9b"))
    word = f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}><w:body>{p("a" + chr(0x9B) + "b")}</w:body></w:document>'
    found = read(docx(parts={"word/document.xml": word.encode()}), "报告.docx")
    assert found.blocks[0].text.string == "a\ufffdb"  # type: ignore[union-attr]
    assert [n.code for n in found.notes] == ["control_characters"]


def test_limits_from_options() -> None:
    changed = with_limits(LIMITS, ["pages=5", " seconds = 7 "])
    assert (changed.pages, changed.seconds, changed.file_mb) == (5, 7, LIMITS.file_mb)
    for wrong, said in {
        "sheets=5": "limit sheets is unknown; there are file_mb, seconds, ",
        "pages": "limit pages=: it has to be a whole number from 1 to 1,000,000,000,000",
        "pages=0": "limit pages=0: it has to be",
        "pages=-1": "limit pages=-1: it has to be",
        "pages=１": "limit pages=１: it has to be",
        "pages=" + "9" * 5000: "it has to be",
    }.items():
        with pytest.raises(BadLimit) as caught:
            with_limits(LIMITS, [wrong])
        assert said in str(caught.value)
