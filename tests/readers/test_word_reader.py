"""Whole Word files: what stands outside the body, and the reports of the corpus."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from beside import REAL, needs, published
from small_documents import paragraphs_of, tables_of
from word_files import p, part, read, relations, table, tbl, texts, tr

from selfeval_extract.document import BlockPlace, Paragraph, Table
from selfeval_extract.readers.word.reader import read_docx

MADE = Path(__file__).parents[1] / "corpus" / "made"


def test_notes_stand_apart_and_separators_are_skipped() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote>'
        f'<w:footnote w:id="2">{p("脚注一")}{p("续")}</w:footnote><w:footnote w:id="3">{p("脚注二")}</w:footnote>'
    )
    document = read(p("正文"), footnotes=notes, endnotes=f'<w:endnote w:id="2">{p("尾注")}{tbl(tr("格"))}</w:endnote>')
    assert texts(document) == ["正文"]
    assert [(f.text.string, f.text.evidence()[0].place) for f in document.footnotes] == [
        ("脚注一", BlockPlace(1, part="footnotes")),
        ("续", BlockPlace(2, part="footnotes")),
        ("脚注二", BlockPlace(3, part="footnotes")),
        ("尾注", BlockPlace(1, part="endnotes")),
        ("格", BlockPlace(2, 1, 1, part="endnotes")),
    ]


def test_only_margins_that_sections_use_are_read() -> None:
    section = '<w:sectPr><w:headerReference r:id="a"/><w:footerReference r:id="b"/></w:sectPr>'
    parts: dict[str, bytes | None] = {
        "word/_rels/document.xml.rels": relations(
            ("a", "header", "header1.xml"), ("b", "footer", "/word/footer2.xml"), ("c", "header", "header9.xml")
        ),
        "word/header1.xml": part("hdr", p("页眉") + tbl(tr("格", ""))),
        "word/footer2.xml": part("ftr", p("页脚")),
        "word/header9.xml": part("hdr", p("没用")),
    }
    document = read(p("甲", props=section) + p("乙") + section, parts)
    assert [(m.text.string, m.text.evidence()[0].place) for m in document.margins] == [
        ("页眉", BlockPlace(1, part="header1")),
        ("格", BlockPlace(2, 1, 1, part="header1")),
        ("页脚", BlockPlace(1, part="footer2")),
    ]


# Whole reports

REPORTS = [*sorted(MADE.glob("*.docx")), *published(".docx")]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_all_visible_text_of_the_reports_is_there(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
    xml = re.sub(r"<w:del .*?</w:del>", "", xml, flags=re.DOTALL)
    visible = re.sub(r"<[^>]*>", "", "".join(re.findall(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>", xml)))
    document = read_docx(path.read_bytes(), path.name)
    found = "".join(
        b.text.string if isinstance(b, Paragraph) else "".join(c.text.string for c in b.cells) for b in document.blocks
    )
    unescaped = visible.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert squeezed(found) == squeezed(unescaped)
    assert not document.notes


def covered(of: Table) -> bool:
    """Whether each grid place belongs to exactly one cell."""
    places = [
        (r_, c_)
        for c in of.cells
        for r_ in range(c.row, c.row + c.rowspan)
        for c_ in range(c.column, c.column + c.colspan)
    ]
    return len(places) == len(set(places)) == of.height * of.width


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_cells_of_the_reports_tile_their_grids(path: Path) -> None:
    assert all(covered(t_) for t_ in tables_of(read_docx(path.read_bytes(), path.name)))


@pytest.mark.parametrize(
    ("path", "cells"),
    [
        (MADE / "05_t2_yunnan_yuan.docx", [(2, 0, 5, 2, "项目资金\n（元）"), (9, 0, 1, 4, "绩效指标"), (9, 9, 2, 1, "得分"), (8, 1, 1, 5, None)]),
        pytest.param(REAL / "lukou_2021.docx", [(1, 0, 7, 1, "年度预\n算申请\n（万元）"), (10, 0, 9, 1, "绩\n效\n指\n标"), (11, 1, 3, 1, "产出指标（50）"), (3, 5, 1, 4, "按支出性质分：")], marks=needs(REAL)),
    ],
)  # fmt: skip
def test_merges_of_the_reports(path: Path, cells: list[tuple[int, int, int, int, str | None]]) -> None:
    found = {
        (c.row, c.column, c.rowspan, c.colspan): c.text.string
        for c in table(read_docx(path.read_bytes(), path.name)).cells
    }
    for row, column, rowspan, colspan, text in cells:
        assert (row, column, rowspan, colspan) in found
        assert text in (None, found[row, column, rowspan, colspan])


def test_headings_numbered_by_word() -> None:
    path = MADE / "10_guangdong_narrative.docx"
    headings = [b.number + b.text.string for b in paragraphs_of(read_docx(path.read_bytes(), path.name)) if b.number]
    assert headings[:4] == [
        "一、部门基本情况",
        "（一）部门职能",
        "（二）年度总体工作和重点工作任务",
        "（三）部门整体支出绩效目标",
    ]
    assert "2．专项效能。" in headings and "三、其他自评情况" in headings
