"""What Word shows of a paragraph: runs, fields, signs, tracked changes, text boxes."""

from __future__ import annotations

import pytest
from small_documents import paragraphs_of
from word_files import BEGIN, END, SEPARATE, code, control, grid, p, r, read, sym, table, tbl, tc, texts, tr, vml

from selfeval_extract.document import BlockPlace

CHECK_BOX = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData>'
    "</w:fldChar></w:r>"
)
CHOICE = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="良"/>'
    '<w:listEntry w:val="优"/></w:ddList></w:ffData></w:fldChar></w:r>'
)


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


def test_each_paragraph_knows_its_block() -> None:
    document = read(p("甲") + p() + control(p("乙") + tbl(tr("丙"))) + p("丁"))
    assert texts(document) == ["甲", "", "乙", "TABLE", "丁"]
    places = [e.place for b in paragraphs_of(document) for e in b.text.evidence()]
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


def alternatives(choice: str, fallback: str) -> str:
    return f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>'


def test_a_text_box_follows_its_anchor_once() -> None:
    box = p("框一") + p("框二") + tbl(tr("框三"))
    document = read(p("前") + p("锚", f"<w:r>{alternatives(drawn(box), vml(box))}</w:r>", "后") + p("尾"))
    assert texts(document) == ["前", "锚后", "框一", "框二", "TABLE", "尾"]
    assert [b.text.evidence()[0].place for b in paragraphs_of(document)] == [BlockPlace(n) for n in (1, 2, 2, 2, 3)]
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


def test_notes_cannot_be_made_to_grow_without_end() -> None:
    document = read(p("甲", *(sym(f"F{n}", "F0E0") for n in range(500))))
    assert len(document.notes) == 101 and document.notes[-1].code == "more_notes"


LINES = (
    "2023年全年预算安排三百二十万元，主要用于单位日常运转和在职人员的",
    "工资福利支出，截至年底已经全部执行完毕，执行率达到百分之一百，较",
    "上一年度有所提高。",
    "资金由县财政局按月拨付，单位财务科按照内部控制制度逐笔审核之后再",
    "办理支付手续，专项资金实行专账核算，年底由审计部门进行一次专项审",
    "计，没有发现问题。",
    "一是加强预算编制的前期论证工作，减少年中追加和调整的次数，提高预",
    "算编制的准确程度。",
)
"""Paragraphs of Word that are lines of three longer ones, as a text pasted from a mail has them."""


def test_lines_of_a_fixed_width_are_joined() -> None:
    assert texts(read("".join(map(p, LINES)))) == ["".join(LINES[:3]), "".join(LINES[3:6]), "".join(LINES[6:])]


def test_a_paragraph_longer_than_any_line_shows_that_the_width_is_not_fixed() -> None:
    lines = [*LINES, "长" * 200]
    assert texts(read("".join(map(p, lines)))) == lines


def test_a_joined_paragraph_keeps_the_places_of_its_lines() -> None:
    first = next(iter(paragraphs_of(read("".join(map(p, LINES))))))
    assert [quote.place for quote in first.text.evidence()] == [BlockPlace(n, part="body") for n in (1, 2, 3)]
