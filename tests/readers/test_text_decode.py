"""The encoding of a text file, and what is wrong with its bytes."""

from __future__ import annotations

import codecs

import pytest

from selfeval_extract.errors import UnreadableFile
from selfeval_extract.readers.text.decode import decode, without_controls
from selfeval_extract.readers.text.reader import read_text

REPORT = "2023年度部门整体支出绩效自评报告，预算执行率为98.5%。\n" * 3


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (REPORT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + REPORT.encode(), "utf-8-sig"),
        (REPORT.encode("utf-16"), "utf-16"),  # with a byte order mark
        (codecs.BOM_UTF32_LE + REPORT.encode("utf-32-le"), "utf-32"),  # its mark begins like that of UTF-16
        (REPORT.encode("gb18030"), "gb18030"),
        (REPORT.encode("utf-16-le"), "utf-16-le"),  # without one
        (REPORT.encode("utf-16-be"), "utf-16-be"),
        ("部門整體支出績效自評報告，預算執行率為百分之九十八。".encode("big5"), "big5"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    text, found, bad = decode(data)
    assert (found, bad) == (encoding, 0)
    assert text.removeprefix("\ufeff").encode("utf-8") in (REPORT.encode(), data.decode(encoding).encode())


@pytest.mark.parametrize(
    ("data", "encoding", "bad"),
    [
        (REPORT.encode()[:-2], "utf-8", 1),  # cut within a character
        (b"\xff" + REPORT.encode(), "utf-8", 1),
        (codecs.BOM_UTF8 + b"\xff" + REPORT.encode(), "utf-8-sig", 1),  # the mark decides
        (REPORT.encode("gb18030") + b"\xff", "gb18030", 1),
    ],
)
def test_bytes_that_do_not_fit(data: bytes, encoding: str, bad: int) -> None:
    text, found, places = decode(data)
    assert (found, places, text.count("\ufffd")) == (encoding, bad, bad)
    [note] = read_text(data, "报告.txt").notes
    assert note.code == "encoding_damage"


@pytest.mark.parametrize(
    ("text", "clean", "number"),
    [
        ("a\tb\nc\rd\fe\vf", "a\tb\nc\rd\fe\vf", 0),  # tabs, line and page ends
        ("a\x1b[31mb\x00", "a\ufffd[31mb\ufffd", 2),  # what colours a terminal
        ("a\x7f\x9b", "a\ufffd\ufffd", 2),
    ],
)
def test_control_characters(text: str, clean: str, number: int) -> None:
    assert without_controls(text) == (clean, number)


def test_binary_data_is_no_text() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_text(bytes(range(8)) * 50, "报告.txt")
    assert caught.value.code == "corrupt"
