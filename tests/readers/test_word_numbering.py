"""Automatic numbers: formats, lists and their counters, lists through styles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_documents import paragraphs_of
from word_files import lvl, num_pr, numbered, p, read, style, table, tbl, tc, tr

from selfeval_extract.document import BlockPlace
from selfeval_extract.readers.word.numerals import FORMATS as NUMERALS
from selfeval_extract.readers.word.numerals import format_number

FORMATS = {  # format → number → what Word shows
    "decimal": {1: "1", 2: "2", 10: "10", 11: "11", 21: "21"},
    "decimalZero": {1: "01", 2: "02", 10: "10", 11: "11", 21: "21"},
    "decimalFullWidth": {1: "１", 2: "２", 10: "１０", 11: "１１", 21: "２１"},
    "numberInDash": {1: "- 1 -"},
    "chineseCounting": {
        1: "一",
        2: "二",
        10: "十",
        11: "十一",
        21: "二十一",
        100: "一○○",
        110: "一一○",
    },  # digits from 100 on
    "chineseCountingThousand": {1: "一", 2: "二", 10: "十", 11: "十一", 21: "二十一"}
    | {100: "一百", 101: "一百〇一", 110: "一百一十", 1001: "一千〇一", 2020: "二千〇二十", 10_000: "一〇〇〇〇"},
    "taiwaneseCountingThousand": {1: "一", 2: "二", 10: "十", 11: "十一", 21: "二十一", 101: "一百零一"},
    "taiwaneseDigital": {10: "一○"},
    "japaneseCounting": {
        1: "一",
        2: "二",
        10: "十",
        11: "十一",
        21: "二十一",
        101: "百一",
        111: "百十一",
        200: "二百",
    },  # no 一百
    "ideographDigital": {1: "一", 2: "二", 10: "一〇", 11: "一一", 21: "二一"},
    "chineseLegalSimplified": {1: "壹", 2: "贰", 10: "壹拾", 11: "壹拾壹", 21: "贰拾壹", 105: "壹佰零伍"},
    "ideographLegalTraditional": {2: "貳", 10: "壹拾"},
    "ideographTraditional": {1: "甲", 2: "乙", 10: "癸", 11: "11", 21: "21"},  # digits after the last sign
    "ideographZodiac": {1: "子", 2: "丑", 10: "酉", 11: "戌", 21: "21"},
    "ideographZodiacTraditional": {1: "甲子", 2: "乙丑", 10: "癸酉", 11: "甲戌", 21: "甲申", 61: "甲子"},  # goes round
    "decimalEnclosedCircleChinese": {1: "①", 2: "②", 10: "⑩", 11: "⑪", 21: "㉑"},
    "decimalEnclosedCircle": {0: "0", 1: "①", 2: "②", 10: "⑩", 11: "⑪", 21: "㉑", 35: "㉟", 50: "㊿", 51: "51"},
    "decimalEnclosedParen": {1: "⑴", 2: "⑵", 10: "⑽", 11: "⑾", 21: "21"},
    "decimalEnclosedFullstop": {1: "⒈", 2: "⒉", 10: "⒑", 11: "⒒", 21: "21"},
    "ideographEnclosedCircle": {1: "㊀", 2: "㊁", 10: "㊉", 11: "11", 21: "21"},
    "upperRoman": {1: "I", 2: "II", 10: "X", 11: "XI", 21: "XXI"},
    "lowerRoman": {1: "i", 2: "ii", 4: "iv", 9: "ix", 10: "x", 11: "xi", 21: "xxi", 49: "xlix", 2024: "mmxxiv"},
    "upperLetter": {1: "A", 2: "B", 10: "J", 11: "K", 21: "U"},
    "lowerLetter": {
        1: "a",
        2: "b",
        10: "j",
        11: "k",
        21: "u",
        26: "z",
        27: "aa",
        28: "bb",
        53: "aaa",
    },  # the letter again
    "hex": {31: "1F"},
    "none": {1: "", 21: ""},
    "someLaterFormat": {1: "1", 2: "2", 10: "10", 11: "11", 21: "21"},
}


@pytest.mark.parametrize(("number_format", "shown"), FORMATS.items(), ids=FORMATS)
def test_number_formats(number_format: str, shown: dict[int, str]) -> None:
    assert {number: format_number(number, number_format) for number in shown} == shown


@given(st.sampled_from(sorted(NUMERALS)), st.integers(0, 40_000))
def test_every_number_has_a_short_text_in_every_format(number_format: str, number: int) -> None:
    assert len(format_number(number, number_format)) <= 40


def numbers(body: str, numbering: str, styles: str = "") -> list[str]:
    return [b.number for b in paragraphs_of(read(body, numbering=numbering, styles=styles))]


THREE = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3．"))


def levels(*ilvls: int, num: int = 1) -> str:
    return "".join(p("项", num=(num, ilvl)) for ilvl in ilvls)


def num(num_id: int, more: str = "", abstract: int = 5) -> str:
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def override(ilvl: int, inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="{ilvl}">{inner}</w:lvlOverride>'


START_5 = '<w:startOverride w:val="5"/>'
LISTS = {
    "levels restart": (levels(0, 1, 1, 2, 0, 1, 2, 2), numbered(*THREE), "一、|（一）|（二）|1．|二、|（一）|1．|2．"),
    "levels together": (levels(0, 1, 1, 0, 1), numbered(("decimal", "%1"), ("decimal", "%1.%2")), "1|1.1|1.2|2|2.1"),
    "higher level not begun": (levels(1, 1), numbered(("decimal", "%1"), ("decimal", "%1.%2")), "1.1|1.2"),
    "in a format": (levels(0), numbered(lvl(0, "%1", number_format="chineseCounting", start=12)), "十二"),
    "legal numbering": (levels(0, 1), numbered(("chineseCounting", "%1、"), lvl(1, "%1.%2", "<w:isLgl/>")), "一、|1.1"),
    "mixed without it": (levels(0, 1), numbered(("chineseCounting", "%1、"), ("decimal", "%1.%2")), "一、|一.1"),
    "start at 3": (levels(0, 0), numbered(lvl(0, "%1", start=3)), "3|4"),
    "never restarts": (levels(0, 1, 0, 1), numbered(lvl(0, "%1"), lvl(1, "%2", '<w:lvlRestart w:val="0"/>')), "1|1|2|2"),
    "bullets": (levels(0, 0), numbered(("bullet", "●")), "|"),
    "text without counter": (levels(0), numbered(("none", "注：")), "注："),
    "hidden number": (levels(0), numbered(lvl(0, "%1", "<w:rPr><w:vanish/></w:rPr>")), ""),
    "custom format": (levels(0), numbered('<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'), "007"),
    "as long as Word allows": (levels(0), numbered(lvl(0, "第" * 10_000)), "第" * 64),
    "as high as Word allows": (levels(0), numbered(lvl(0, "%1", start=10**30)), "32767"),
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
