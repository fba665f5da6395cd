"""The Word reader, one table of cases per kind of markup. Files are made in `word_files.py`."""

from __future__ import annotations

import re
import time
import zipfile
from pathlib import Path

import pytest
from beside import REAL, needs, published
from word_files import docx, numbered, p, pack, part, r, read, relations, span, tbl, tc, tr

from selfeval_extract.document import BlockPlace, Document, Paragraph, Table
from selfeval_extract.errors import UnreadableFile, UnsupportedFormat
from selfeval_extract.readers.docx import read_docx

MADE = Path(__file__).parents[1] / "corpus" / "made"


def texts(document: Document) -> list[str]:
    return [b.text.string if isinstance(b, Paragraph) else "TABLE" for b in document.blocks]


def table(document: Document) -> Table:
    return next(document.tables())


def grid(of: Table) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.rowspan, c.colspan, c.text.string) for c in of.cells]


def codes(document: Document) -> list[str]:
    return [note.code for note in document.notes]


def control(content: str) -> str:
    """A content control around something."""
    return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"


# Inline: what a paragraph's markup shows

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = FIELD.format("begin"), FIELD.format("separate"), FIELD.format("end")
CHECK_BOX = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData>'
    "</w:fldChar></w:r>"
)
CHOICE = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="良"/>'
    '<w:listEntry w:val="优"/></w:ddList></w:ffData></w:fldChar></w:r>'
)


def code(instruction: str) -> str:
    return f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"


def sym(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def t(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


INLINE = {
    "runs": ([r("预算"), r("执行率")], "预算执行率"),
    "accepted insertion": (["甲", f"<w:ins>{r('乙')}</w:ins>"], "甲乙"),
    "deletion": (["甲", "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>", "丙"], "甲丙"),
    "moved away": (["甲", f"<w:moveFrom>{r('乙')}</w:moveFrom>"], "甲"),
    "moved here": (["甲", f"<w:moveTo>{r('乙')}</w:moveTo>"], "甲乙"),
    "deleted insertion": ([f"<w:ins><w:del>{r('乙')}</w:del></w:ins>", "甲"], "甲"),
    "hyperlink": ([f'<w:hyperlink r:id="x">{r("网址")}</w:hyperlink>'], "网址"),
    "smart tag in smart tag": ([f"<w:smartTag><w:smartTag>{r('株洲')}</w:smartTag></w:smartTag>"], "株洲"),
    "content control": (
        [f'<w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>{r("值")}</w:sdtContent></w:sdt>'],
        "值",
    ),
    "check box control": (
        [f"<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>{r('☒')}</w:sdtContent></w:sdt>"],
        "☒",
    ),
    "simple field": ([f'<w:fldSimple w:instr="DATE">{r("2024年")}</w:fldSimple>'], "2024年"),
    "complex field": ([BEGIN, code("REF x"), SEPARATE, r("第3页"), END, "尾"], "第3页尾"),
    "field in a field's code": (
        [BEGIN, code("IF "), BEGIN, code("X"), SEPARATE, r("1"), END, SEPARATE, r("是"), END],
        "是",
    ),
    "field in a field's result": ([BEGIN, SEPARATE, "甲", BEGIN, code("X"), SEPARATE, r("1"), END, END], "甲1"),
    "field that never ends": ([BEGIN, code("TOC"), SEPARATE, "目录一"], "目录一"),
    "field without its separator and end": ([BEGIN, "正文"], "正文"),
    "end without begin": (["甲", END, SEPARATE, "乙"], "甲乙"),
    "circled number": ([BEGIN, code(r" eq \o\ac(○,3)"), END], "③"),
    "shifted circled number": ([BEGIN, code(r"EQ \o\ac(○,\s\do1(12))"), END], "⑫"),
    "ticked box as overlay": ([BEGIN, code(r"eq \o\ac(□,√)"), END, "是"], "☑是"),
    "fraction field": ([BEGIN, code(r"eq \f(1,2)"), END], "1/2"),
    "page number without result": (["— ", BEGIN, code("PAGE"), END, " —"], "—  —"),
    "ticked form field": ([CHECK_BOX.format(1), code("FORMCHECKBOX"), END, "是"], "☑是"),
    "empty form field": ([CHECK_BOX.format(0), code("FORMCHECKBOX"), SEPARATE, END, "否"], "□否"),
    "drop-down form field": ([CHOICE, code("FORMDROPDOWN"), END], "优"),
    "tab, line break, page break": (
        ["<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type='page'/><w:cr/></w:r>"],
        "a\tb\nc\n",
    ),
    "hyphens": (["<w:r><w:t>3</w:t><w:noBreakHyphen/><w:t>5</w:t><w:softHyphen/></w:r>"], "3-5"),
    "Wingdings": ([sym("Wingdings", "F0FE"), sym("Wingdings", "F0A8"), sym("Wingdings", "F0FD")], "☑□☒"),
    "Wingdings 2": ([sym("Wingdings 2", "F052"), sym("Wingdings 2", "00A3"), sym("Wingdings 2", "F06A")], "☑□①"),
    "Symbol": ([sym("Symbol", "F0B3"), "95%", sym("Symbol", "F0A3")], "≥95%≤"),
    "sign of an unknown font": ([sym("Mine", "F0FC"), sym("Mine", "2611")], "☑☑"),
    "letter typed in Wingdings 2": ([r("R", '<w:rFonts w:ascii="Wingdings 2"/>'), "是"], "☑是"),
    "private character": ([r("\uf06f否")], "□否"),
    "mathematics": (["<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"], "x"),
    "fraction": (
        [
            "<m:oMath><m:f><m:num><m:r><m:t>97</m:t></m:r></m:num><m:den><m:r><m:t>100</m:t></m:r></m:den></m:f></m:oMath>"
        ],
        "97/100",
    ),
    "ruby": ([f"<w:r><w:ruby><w:rt>{r('zhū')}</w:rt><w:rubyBase>{r('株')}</w:rubyBase></w:ruby></w:r>"], "株"),
    "hidden": (["甲", r("乙", "<w:vanish/>"), r("丙", '<w:vanish w:val="0"/>')], "甲丙"),
    "hidden index entry": (["甲", r("", "<w:vanish/>") + BEGIN + code("XE") + END], "甲"),
    "note reference": (["甲", '<w:r><w:footnoteReference w:id="2"/></w:r>'], "甲"),
    "white space that does not count": ([t("\n  甲 "), t("乙")], "甲乙"),
    "line feed in a run": ([r("甲\n乙")], "甲 乙"),
    "comment in a run": (["<w:r><w:t>甲<!-- x -->乙</w:t></w:r>"], "甲乙"),
    "elements nobody knows": (["<w:r><w:x><w:y><w:t>甲</w:t></w:y></w:x></w:r>"], "甲"),
    "deep markup": (["<w:smartTag>" * 200 + r("底") + "</w:smartTag>" * 200], "底"),
}


@pytest.mark.parametrize(("runs", "shown"), INLINE.values(), ids=INLINE)
def test_a_paragraph_reads_as_word_shows_it(runs: list[str], shown: str) -> None:
    document = read(p(*runs) + p("尾"))
    assert texts(document) == [shown, "尾"]
    assert not document.notes


def test_text_hidden_by_a_style_is_dropped() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="HP"><w:basedOn w:val="HQ"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="HQ"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = p("甲", r("乙", '<w:rStyle w:val="H"/>')) + p("丙", style="HP")
    assert texts(read(body, styles=styles)) == ["甲", ""]


def test_each_paragraph_knows_its_block() -> None:
    document = read(p("甲") + p() + control(p("乙") + tbl(tr("丙"))) + p("丁"))
    assert texts(document) == ["甲", "", "乙", "TABLE", "丁"]
    places = [e.place for b in document.paragraphs() for e in b.text.evidence()]
    assert places == [BlockPlace(1), BlockPlace(3), BlockPlace(5)]
    assert table(document).cells[0].text.evidence()[0].place == BlockPlace(4, 1, 1)
    assert document.format == "docx" and document.pages is None and document.name == "报告.docx"


BLOCKS = {
    "custom XML": (f"<w:customXml><w:customXmlPr/>{p('甲')}</w:customXml>", ["甲"]),
    "block insertion": (f"<w:ins>{p('甲')}</w:ins><w:del>{p('乙')}</w:del>", ["甲"]),
    "block alternatives": (
        f"<mc:AlternateContent><mc:Choice>{p('甲')}</mc:Choice><mc:Fallback>{p('乙')}</mc:Fallback></mc:AlternateContent>",
        ["甲"],
    ),
    "unknown wrapper": (f"<w:unknown>{p('甲')}{p('乙')}</w:unknown>", ["甲", "乙"]),
    "control in control": (control(control(p("甲"))), ["甲"]),
}


@pytest.mark.parametrize(("body", "shown"), BLOCKS.values(), ids=BLOCKS)
def test_wrapped_blocks_are_blocks(body: str, shown: list[str]) -> None:
    assert texts(read(body)) == shown


# Text boxes


def drawn(content: str) -> str:
    return f'<w:drawing><a:graphic><a:graphicData uri="x/wordprocessingShape"><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></a:graphicData></a:graphic></w:drawing>'


def vml(content: str) -> str:
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"


def alternatives(choice: str, fallback: str) -> str:
    return f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>'


def test_a_text_box_follows_its_anchor_once() -> None:
    box = p("框一") + p("框二") + tbl(tr("框三"))
    document = read(p("前") + p("锚", f"<w:r>{alternatives(drawn(box), vml(box))}</w:r>", "后") + p("尾"))
    assert texts(document) == ["前", "锚后", "框一", "框二", "TABLE", "尾"]
    assert [b.text.evidence()[0].place for b in document.paragraphs()] == [BlockPlace(n) for n in (1, 2, 2, 2, 3)]
    assert table(document).cells[0].text.evidence()[0].place == BlockPlace(2, 1, 1)


BOXES = {
    "old drawing": vml(p("框")),
    "drawing alone": drawn(p("框")),
    "only the fallback has text": alternatives("<w:drawing/>", vml(p("框"))),
    "box in a box": drawn(p("", f"<w:r>{drawn(p('框'))}</w:r>")),
    "word art": '<w:pict><v:shape><v:textpath string="框"/></v:shape></w:pict>',
}


@pytest.mark.parametrize("drawing", BOXES.values(), ids=BOXES)
def test_text_boxes_are_not_lost(drawing: str) -> None:
    assert "".join(texts(read(p("锚", f"<w:r>{drawing}</w:r>")))) == "锚框"


def test_a_text_box_in_a_cell_is_the_cells() -> None:
    document = read(tbl(tr(tc(p("格", f"<w:r>{vml(p('框') + tbl(tr('内')))}</w:r>")))))
    assert grid(table(document)) == [(0, 0, 1, 1, "格\n框")]
    assert grid(table(document).nested[0]) == [(0, 0, 1, 1, "内")]


# Tables

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
H_RESTART, H_CONTINUE = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"

TABLES = {
    "plain": ([tr("a", "b"), tr("c", "d")], [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")]),
    "across": ([tr(tc("a", props=span(2)), "b")], [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")]),
    "down": (
        [tr(tc("a", props=RESTART), "b"), tr(tc("", props=CONTINUE), "c"), tr(tc("", props=CONTINUE), "d"), tr("e", "f")],
        [(0, 0, 3, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "c"), (2, 1, 1, 1, "d"), (3, 0, 1, 1, "e"), (3, 1, 1, 1, "f")],
    ),
    "both": (
        [tr(tc("a", props=span(2) + RESTART), "b"), tr(tc("", props=span(2) + CONTINUE), "c")],
        [(0, 0, 2, 2, "a"), (0, 2, 1, 1, "b"), (1, 2, 1, 1, "c")],
    ),
    "two merges on end": (
        [tr(tc("a", props=RESTART)), tr(tc("", props=CONTINUE)), tr(tc("b", props=RESTART)), tr(tc("", props=CONTINUE))],
        [(0, 0, 2, 1, "a"), (2, 0, 2, 1, "b")],
    ),
    "continued from nothing": ([tr(tc("a", props=CONTINUE), "b")], [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")]),
    "continued from an unmerged cell": ([tr("a"), tr(tc("b", props=CONTINUE))], [(0, 0, 1, 1, "a"), (1, 0, 1, 1, "b")]),
    "continued at another width": (
        [tr(tc("a", props=span(2) + RESTART)), tr(tc("b", props=CONTINUE), "c")],
        [(0, 0, 1, 2, "a"), (1, 0, 1, 1, "b"), (1, 1, 1, 1, "c")],
    ),
    "merged the old way": (
        [tr(tc("a", props=H_RESTART), tc("", props=H_CONTINUE), "b")],
        [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")],
    ),
    "merged both old ways": (
        [tr(tc("a", props=H_RESTART + RESTART), tc("", props=H_CONTINUE)), tr(tc("", props=H_RESTART + CONTINUE), tc("", props=H_CONTINUE))],
        [(0, 0, 2, 2, "a")],
    ),
    "short row": (
        [tr("a", "b"), tr("c", props='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')],
        [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "c")],
    ),
    "wrapped rows and cells": (
        [control(tr("a", control(tc("b")))), tr("c", "d")],
        [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")],
    ),
    "tracked rows": (
        [tr("a"), tr("b", props="<w:del/>"), tr("c", props="<w:ins/>")],
        [(0, 0, 1, 1, "a"), (1, 0, 1, 1, "c")],
    ),
    "deleted cell": ([tr("a", tc("b", props="<w:cellDel/>"), "c")], [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "c")]),
    "several paragraphs": ([tr(tc(p("a"), p(""), p("b")))], [(0, 0, 1, 1, "a\n\nb")]),
    "paragraphs in a control": ([tr(tc(control(p("a")), p("b")))], [(0, 0, 1, 1, "a\nb")]),
    "nonsense widths": ([tr(tc("a", props=span(0)), tc("b", props='<w:gridSpan w:val="x"/>'), tc("c", props=span(-4)))], [(0, n, 1, 1, s) for n, s in enumerate("abc")]),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "cells"), TABLES.values(), ids=TABLES)
def test_a_merged_cell_is_there_once(rows: list[str], cells: list[tuple[int, int, int, int, str]]) -> None:
    document = read(tbl(*rows))
    assert grid(table(document)) == cells
    assert not document.notes


def test_cells_know_their_place_in_the_grid() -> None:
    document = read(p("x") + tbl(tr(tc("a", props=span(2)), "b"), tr("", "", tc(p("c"), p("d")))))
    assert [c.text.evidence()[0].place for c in table(document).cells if c.text] == [
        BlockPlace(2, 1, 1),
        BlockPlace(2, 1, 3),
        BlockPlace(2, 2, 3),
    ]
    assert [e.quote for e in table(document).cells[-1].text.evidence()] == ["c", "d"]


def test_a_nested_table_stands_in_its_cell() -> None:
    document = read(tbl(tr("a", tc(p("b"), tbl(tr("c"), tr(tc(tbl(tr("d")), p("")))), p("")))))
    outer, middle, inner = document.tables()
    assert grid(outer) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b\n")]
    assert grid(middle) == [(0, 0, 1, 1, "c"), (1, 0, 1, 1, "")]
    assert inner.cells[0].text.evidence()[0].place == BlockPlace(1, 1, 2)
    assert len(document.blocks) == 1


def test_a_span_of_a_billion_is_clamped_and_said() -> None:
    document = read(tbl(tr(tc("a", props=span(1_000_000_000)), "b")))
    assert [c.colspan for c in table(document).cells] == [63, 1]
    assert codes(document) == ["span_clamped"]


def test_text_under_a_merged_cell_is_said() -> None:
    document = read(tbl(tr(tc("a", props=RESTART)), tr(tc("b", props=CONTINUE))))
    assert grid(table(document)) == [(0, 0, 2, 1, "a")]
    assert [(n.code, n.place) for n in document.notes] == [("hidden_cell_text", BlockPlace(1))]


def test_nesting_has_a_limit_that_is_no_recursion_error() -> None:
    def nested(depth: int) -> str:
        body = ""
        for _ in range(depth):
            body = tbl(tr(tc(body or p("x"), p("y"))))
        return body

    assert len(list(read(nested(50)).tables())) == 50
    for depth in (61, 80, 600):
        with pytest.raises(UnreadableFile) as caught:
            read(nested(depth))
        assert caught.value.code == "limit"


# Numbers and levels

COUNTS = {
    "decimal": ("1", "2", "10", "11", "21"),
    "decimalZero": ("01", "02", "10", "11", "21"),
    "decimalFullWidth": ("１", "２", "１０", "１１", "２１"),
    "chineseCounting": ("一", "二", "十", "十一", "二十一"),
    "chineseCountingThousand": ("一", "二", "十", "十一", "二十一"),
    "taiwaneseCountingThousand": ("一", "二", "十", "十一", "二十一"),
    "japaneseCounting": ("一", "二", "十", "十一", "二十一"),
    "ideographDigital": ("一", "二", "一〇", "一一", "二一"),
    "chineseLegalSimplified": ("壹", "贰", "壹拾", "壹拾壹", "贰拾壹"),
    "ideographTraditional": ("甲", "乙", "癸", "11", "21"),
    "ideographZodiac": ("子", "丑", "酉", "戌", "21"),
    "ideographZodiacTraditional": ("甲子", "乙丑", "癸酉", "甲戌", "甲申"),
    "decimalEnclosedCircleChinese": ("①", "②", "⑩", "⑪", "㉑"),
    "decimalEnclosedCircle": ("①", "②", "⑩", "⑪", "㉑"),
    "decimalEnclosedParen": ("⑴", "⑵", "⑽", "⑾", "21"),
    "decimalEnclosedFullstop": ("⒈", "⒉", "⒑", "⒒", "21"),
    "ideographEnclosedCircle": ("㊀", "㊁", "㊉", "11", "21"),
    "upperRoman": ("I", "II", "X", "XI", "XXI"),
    "lowerRoman": ("i", "ii", "x", "xi", "xxi"),
    "upperLetter": ("A", "B", "J", "K", "U"),
    "lowerLetter": ("a", "b", "j", "k", "u"),
    "none": ("", "", "", "", ""),
    "someLaterFormat": ("1", "2", "10", "11", "21"),
}


@pytest.mark.parametrize(("number_format", "shown"), COUNTS.items(), ids=COUNTS)
def test_number_formats(number_format: str, shown: tuple[str, ...]) -> None:
    document = read(p("项", num=(1, 0)) * 21, numbering=numbered((number_format, "（%1）")))
    numbers = [b.number for b in document.paragraphs()]
    assert tuple(numbers[n - 1] for n in (1, 2, 10, 11, 21)) == tuple(f"（{s}）" for s in shown)


LARGE = {
    "chineseCounting": {100: "一○○", 110: "一一○"},
    "chineseCountingThousand": {100: "一百", 101: "一百〇一", 110: "一百一十", 1001: "一千〇一", 2020: "二千〇二十"},
    "japaneseCounting": {101: "百一", 111: "百十一", 200: "二百"},
    "lowerLetter": {26: "z", 27: "aa", 28: "bb", 53: "aaa"},
    "lowerRoman": {4: "iv", 9: "ix", 49: "xlix", 2024: "mmxxiv"},
    "decimalEnclosedCircle": {0: "0", 35: "㉟", 50: "㊿", 51: "51"},
}


@pytest.mark.parametrize(("number_format", "cases"), LARGE.items(), ids=LARGE)
def test_large_numbers(number_format: str, cases: dict[int, str]) -> None:
    for number, shown in cases.items():
        level = f'<w:lvl w:ilvl="0"><w:start w:val="{number}"/><w:numFmt w:val="{number_format}"/><w:lvlText w:val="%1"/></w:lvl>'
        assert next(read(p("项", num=(1, 0)), numbering=numbered(level)).paragraphs()).number == shown


def numbers(body: str, numbering: str, styles: str = "") -> list[str]:
    return [b.number for b in read(body, numbering=numbering, styles=styles).paragraphs()]


THREE = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3．"))


def levels(*ilvls: int, num: int = 1) -> str:
    return "".join(p("项", num=(num, ilvl)) for ilvl in ilvls)


def lvl(ilvl: int, text: str, more: str = "", number_format: str = "decimal", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def num(num_id: int, more: str = "", abstract: int = 5) -> str:
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def override(ilvl: int, inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="{ilvl}">{inner}</w:lvlOverride>'


START_5 = '<w:startOverride w:val="5"/>'
LISTS = {
    "levels restart": (levels(0, 1, 1, 2, 0, 1, 2, 2), numbered(*THREE), "一、|（一）|（二）|1．|二、|（一）|1．|2．"),
    "levels together": (levels(0, 1, 1, 0, 1), numbered(("decimal", "%1"), ("decimal", "%1.%2")), "1|1.1|1.2|2|2.1"),
    "higher level not begun": (levels(1, 1), numbered(("decimal", "%1"), ("decimal", "%1.%2")), "1.1|1.2"),
    "legal numbering": (levels(0, 1), numbered(("chineseCounting", "%1、"), lvl(1, "%1.%2", "<w:isLgl/>")), "一、|1.1"),
    "mixed without it": (levels(0, 1), numbered(("chineseCounting", "%1、"), ("decimal", "%1.%2")), "一、|一.1"),
    "start at 3": (levels(0, 0), numbered(lvl(0, "%1", start=3)), "3|4"),
    "never restarts": (levels(0, 1, 0, 1), numbered(lvl(0, "%1"), lvl(1, "%2", '<w:lvlRestart w:val="0"/>')), "1|1|2|2"),
    "bullets": (levels(0, 0), numbered(("bullet", "●")), "|"),
    "text without counter": (levels(0), numbered(("none", "注：")), "注："),
    "hidden number": (levels(0), numbered(lvl(0, "%1", "<w:rPr><w:vanish/></w:rPr>")), ""),
    "custom format": (levels(0), numbered('<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'), "007"),
    "number 0 is none": (levels(0, num=0), numbered(*THREE), ""),
    "list that is not there": (levels(0, num=7), numbered(*THREE), ""),
    "level that is not there": (levels(8), numbered(*THREE), ""),
    "two lists, one counter": (levels(0) + levels(0, num=2), numbered(*THREE, more=num(2)), "一、|二、"),
    "start again": (levels(0, 0) + levels(0, 0, num=2) + levels(0), numbered(*THREE, more=num(2, override(0, '<w:startOverride w:val="1"/>'))), "一、|二、|一、|二、|三、"),
    "start elsewhere, each time": (levels(0, 1, 0, 1, num=2), numbered(*THREE, more=num(2, override(1, START_5))), "一、|（五）|二、|（五）"),
    "level replaced": (levels(0, num=2), numbered(*THREE, more=num(2, override(0, lvl(0, "第%1条")))), "第1条"),
    "empty paragraph counts": (p(num=(1, 0)) + levels(0), numbered(*THREE), "一、|二、"),
    "deleted paragraph does not": (p("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", num=(1, 0), props="<w:rPr><w:del/></w:rPr>") + levels(0), numbered(*THREE), "|一、"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "numbering", "shown"), LISTS.values(), ids=LISTS)
def test_lists_count_as_in_word(body: str, numbering: str, shown: str) -> None:
    assert numbers(body, numbering) == shown.split("|")


def style(style_id: str, props: str, based_on: str = "", kind: str = "paragraph", name: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}<w:pPr>{props}</w:pPr></w:style>'


def num_pr(num_id: int | None, ilvl: int | None = None) -> str:
    level = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
    number = "" if num_id is None else f'<w:numId w:val="{num_id}"/>'
    return f"<w:numPr>{level}{number}</w:numPr>"


def test_numbers_come_through_styles() -> None:
    styles = style("A", num_pr(1)) + style("B", num_pr(None, 1), "A") + style("C", "", "B") + style("D", num_pr(0), "A")
    body = (
        "".join(p("项", style=s) for s in "ABCD")
        + p("项", style="A", num=(0, 0))
        + p("项", style="A", props=num_pr(None, 2))
    )
    assert numbers(body, numbered(*THREE), styles) == ["一、", "（一）", "（二）", "", "", "1．"]


def test_a_level_tied_to_a_style_is_found() -> None:
    levels_tied = [lvl(0, "%1", '<w:pStyle w:val="A"/>'), lvl(1, "%1.%2", '<w:pStyle w:val="B"/>')]
    styles = style("A", num_pr(1)) + style("B", num_pr(1)) + style("C", "", "B")
    body = "".join(p("项", style=s) for s in "ABC")
    assert numbers(body, numbered(*levels_tied), styles) == ["1", "1.1", "1.2"]


def test_a_numbering_style_stands_for_its_list() -> None:
    numbering = numbered(*THREE, more=(
        '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Loop"/></w:abstractNum>'
    ) + num(2, abstract=6) + num(3, abstract=7) + num(4, abstract=7))  # fmt: skip
    styles = style("L", num_pr(1), kind="numbering") + style("Loop", num_pr(4), kind="numbering")
    assert numbers(levels(0, num=2) + levels(0, num=3), numbering, styles) == ["一、", ""]


def test_the_default_style_counts_and_a_loop_of_styles_ends() -> None:
    styles = (
        style("N", num_pr(1)).replace("<w:style ", '<w:style w:default="1" ')
        + style("X", "", "Y")
        + style("Y", "", "X")
    )
    assert numbers(p("项") + p("项", style="X") + p("项", style="gone"), numbered(*THREE), styles) == [
        "一、",
        "",
        "二、",
    ]


def test_a_cells_number_stands_in_front_without_a_place() -> None:
    document = read(
        p("x", num=(1, 0)) + tbl(tr(tc(p("甲", num=(1, 0)), p("乙", num=(1, 0))))), numbering=numbered(*THREE)
    )
    text = table(document).cells[0].text
    assert text.string == "二、甲\n三、乙"
    assert [(e.quote, e.place) for e in text.evidence(0, 3)] == [("甲", BlockPlace(2, 1, 1))]
    assert text.evidence(0, 2) == ()


LEVEL = '<w:outlineLvl w:val="{}"/>'


def test_outline_levels() -> None:
    styles = (
        style("H1", LEVEL.format(0)) + style("H2", LEVEL.format(1), "H1") + style("X", "", "H2") + style("Body", LEVEL.format(9), "H1")
        + style("3", "", name="heading 3") + style("T", "", kind="table", name="heading 4")
    )  # fmt: skip
    body = "".join(p("x", style=s) for s in ("H1", "H2", "X", "Body", "3", "T", ""))
    body += p("x", props=LEVEL.format(4)) + p("x", style="H1", props=LEVEL.format(9))
    assert [b.level for b in read(body, styles=styles).paragraphs()] == [1, 2, 2, None, 3, None, None, 5, None]


# What stands outside the body


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


# Nothing is lost in silence

UNREAD = {
    "another file": ('<w:altChunk r:id="x"/>', "altChunk"),
    "an embedded sheet": (
        p('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'),
        "Excel.Sheet.12",
    ),
    "a chart": (p('<w:r><w:drawing><a:graphicData uri="http://x/2006/chart"/></w:drawing></w:r>'), "a chart"),
    "a diagram": (p('<w:r><w:drawing><a:graphicData uri="http://x/2006/diagram"/></w:drawing></w:r>'), "SmartArt"),
    "a form control": (p("<w:r><w:object><w:control/></w:object></w:r>"), "ActiveX"),
    "a linked document": (p('<w:subDoc r:id="x"/>'), "linked document"),
    "text outside paragraphs": (r("散"), "outside any paragraph"),
    "a sign nobody knows": (p(sym("Wingdings", "F021")), "F021"),
    "a field nobody knows": (p(BEGIN, code(r"EQ \i(a,b,c)"), END), r"EQ \i(a,b,c)"),
}


@pytest.mark.parametrize(("body", "words"), UNREAD.values(), ids=UNREAD)
def test_what_was_not_read_is_said(body: str, words: str) -> None:
    document = read(p("甲") + body)
    assert [(n.code, n.place) for n in document.notes] == [("unread_content", BlockPlace(2))]
    assert words in document.notes[0].message


def test_pictures_are_not_said_and_equal_notes_are_one() -> None:
    picture = '<w:r><w:drawing><a:graphicData uri="http://x/picture"/></w:drawing></w:r>'
    assert not read(p("甲", picture)).notes
    (note,) = read(p("甲") + '<w:altChunk r:id="x"/>' * 3).notes
    assert note.message.endswith("(3 times)")


def test_notes_and_numbers_cannot_be_made_to_grow_without_end() -> None:
    document = read(p("甲", *(sym(f"F{n}", "F0E0") for n in range(500))))
    assert len(document.notes) == 101 and document.notes[-1].code == "more_notes"
    huge = numbered(lvl(0, "第" * 10_000, start=10**30))
    assert all(len(n) <= 64 for n in numbers(levels(0, 0), huge))


# Files that are not as they should be


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
    "locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted", "password"),
    "old .doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "unsupported", ".docx"),
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


def test_table_styles_are_left_out_without_losing_others() -> None:
    styles = (
        style("T", "", kind="table") + '<w:style w:type="table" w:styleId="E"/>' + style("H", LEVEL.format(0))
        + style("T2", LEVEL.format(3), kind="table") + style("H2", LEVEL.format(1))
    )  # fmt: skip
    for comment in ("", "<!-- x -->"):
        document = read(p("x", style="H") + p("x", style="H2"), styles=styles + comment)
        assert [b.level for b in document.paragraphs()] == [1, 2]
        assert not document.notes


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
    assert all(covered(t_) for t_ in read_docx(path.read_bytes(), path.name).tables())


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
    headings = [b.number + b.text.string for b in read_docx(path.read_bytes(), path.name).paragraphs() if b.number]
    assert headings[:4] == [
        "一、部门基本情况",
        "（一）部门职能",
        "（二）年度总体工作和重点工作任务",
        "（三）部门整体支出绩效目标",
    ]
    assert "2．专项效能。" in headings and "三、其他自评情况" in headings
