"""What mutants and documents of other projects broke once: the smallest file that shows each fault, made here."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from selfeval_extract.batch.inputs import Input
from selfeval_extract.batch.outcome import outcome

from .bases import pdf_file, word_file
from .law import broken

FORMS = Path(__file__).parents[1] / "corpus" / "forms"
FORM = "某市水务局2023年度部门整体支出绩效自评报告\n一、部门概况\n{line}\n二、自评结论\n自评得分96分。\n"


def text(line: str) -> bytes:
    """A report with a line."""
    return FORM.format(line=line).encode()


def word(old: str, new: str, part: str = "word/document.xml") -> bytes:
    """The Word file of everything, something in a part put in place of something else."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file())) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            data = given.read(name).decode()
            assert name != part or old in data
            made.writestr(name, data.replace(old, new) if name == part else data)
    return out.getvalue()


def pdf(old: bytes, new: bytes) -> bytes:
    """The PDF that nothing packs, something in it put in place of something else."""
    data = pdf_file()
    assert old in data
    return data.replace(old, new)


def spoiled(name: str, at: int) -> bytes:
    """A form of the corpus with a byte that is none of its encoding's."""
    data = (FORMS / name).read_bytes()
    return data[:at] + b"\xff" + data[at:]


FINDS: dict[str, Callable[[], bytes]] = {
    "a table whose rows were all deleted": lambda: word("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>"),
    "a table without rows": lambda: word("</w:tbl>", "</w:tbl><w:tbl><w:tblPr/></w:tbl>"),
    "a box of no numbers on a page that pdfium cannot read": lambda: pdf(
        b"/MediaBox[0 0 595 842]>>", b"/MediaBox[/a /b /c /d]>>"
    ).replace(b"/WinAnsiEncoding", b"/Identity-H"),
    "more people than digits have room for": lambda: text(f"编制{'16' * 1000}人，在职15人。"),
    "more digits than Python turns into a number": lambda: text(f"编制{'1' * 5000}人，在职15人。"),
    "a count of ten thousands of ten thousands": lambda: text(f"编制一{'万' * 3000}人，在职15人。"),
    "a zip of a version to come": lambda: zip_version(word_file(), 222),
    "a head of goals that lost a character": lambda: spoiled("d05_tianjin.txt", 815),
    "units by the sextillion": lambda: text("下属单位999999999999999999999999999999个，其中：医院3个，学校5个。"),
}


@pytest.mark.parametrize("name", FINDS)
def test_faults_that_were_found_do_not_come_again(name: str) -> None:
    report = outcome(Input("x", None, data=FINDS[name]()))
    assert report.error is None or report.error.code != "internal", report.error
    assert broken(report) == []


def zip_version(data: bytes, version: int) -> bytes:
    """The same zip, each part said to need a version of zip to be unpacked."""
    return re.sub(rb"(?s)(PK\x01\x02..)..", lambda m: m[1] + version.to_bytes(2, "little"), data)


SLOW = {
    "6,000 columns set with blanks": "\n".join(["指标    1    2    3"] * 5 + ["得分" + " " * 40 + "100   98" * 6000]),
    "a page of 12,000 columns": "\f" + "\n".join(["指标    1    2    3"] * 5 + ["得分" + " " * 40 + "100   98" * 6000]),
    "120,000 digits in a cell": "一级指标\t二级指标\t三级指标\n" + "9" * 120_000 + "\t数量指标\t维修\n",
}


@pytest.mark.parametrize("name", SLOW)
def test_what_was_slow_is_not(name: str) -> None:
    """Each took a minute and more where now it takes less than a second."""
    began = time.process_time()
    outcome(Input("x", None, data=text(SLOW[name])))
    assert time.process_time() - began < 10


@pytest.mark.parametrize("cut", [1, 2])
def test_a_text_cut_in_the_middle_of_a_character_says_so(cut: int) -> None:
    report = outcome(Input("x", None, data=text("编制15人。").rstrip()[:-cut]))
    assert [note.code for note in report.notes] == ["encoding_damage"]
    assert (report.status, report.title) == ("partial", FORM.partition("\n")[0])
