"""Printed and folded text, and pieces that keep their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_extract.document import (
    BlockPiece,
    BlockPlace,
    LinePiece,
    LinePlace,
    PagePiece,
    PagePlace,
    Text,
    clean,
    fold,
    join,
)
from selfeval_extract.readers.pdf.marks import CharBoxes, Frame

PRINTED = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "一二三年度万元（）：，。％０１２ＡＢ①²ⅢⅣ½㎡㈠℃…〔〕“”—－≧﹪ \t\n\u3000\u00a0\u200b\ufeff\u00ad12.3,%"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("１２３．４５％", "123.45%"),  # full width
        ("经济效\n益 指　标", "经济效益指标"),  # white space goes
        ("（一）基本情况：", "(一)基本情况:"),
        ("〔2023〕5号", "(2023)5号"),  # brackets of document numbers
        ("﹝2023﹞5号", "(2023)5号"),  # the same as NFKC leaves them
        ("【附】", "(附)"),
        ("≧90﹪", "≥90%"),  # variants of signs
        ("⩾≦⩽", "≥≤≤"),
        ("—－–―", "----"),  # dashes
        ("“优”‘良’〃", '"优"\'良\'"'),
        ("①②⑳", "①②⑳"),  # list numbers stay what they are
        ("m²½", "m²½"),  # so do superscripts and fractions: m2 would be another value
        ("…", "…"),
        ("㎡", "m2"),  # one character becomes two
        ("㈠", "(一)"),
        ("、〇", "、〇"),
        ("\ufeff\u200b\u00ad", ""),  # invisible
    ],
)
def test_one_form_for_each_character(printed: str, folded: str) -> None:
    assert fold(printed).text == folded


@given(PRINTED)
def test_folding_never_moves_an_offset(printed: str) -> None:
    folded = fold(printed)
    assert len(folded.offsets) == len(folded.text)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(char in fold(printed[at]).text for char, at in zip(folded.text, folded.offsets, strict=True))


@given(PRINTED, PRINTED)
def test_folding_is_by_the_character(one: str, two: str) -> None:
    assert fold(one + two).text == fold(one).text + fold(two).text
    assert fold(fold(one).text).text == fold(one).text


@given(PRINTED, st.integers(0, 60), st.integers(0, 60))
def test_a_folded_stretch_leads_back_to_what_was_printed(printed: str, start: int, end: int) -> None:
    folded = fold(printed)
    start, end = min(start, len(folded.text)), min(end, len(folded.text))
    a, b = folded.span(start, end)
    assert 0 <= a <= b <= len(printed)
    if start < end:
        assert folded.text[start:end] in fold(printed[a:b]).text
    else:
        assert a == b


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("经济效\n益指标", "经济效益指标"),  # a line break in a cell
        ("  产出 指标　", "产出 指标"),  # blanks around it
        ("年度　　总体\t目标", "年度 总体 目标"),  # runs of blanks, tabs
        ("甲\u200b乙\ufeff", "甲乙"),  # invisible
        ("[bookmark: _Toc123]一、基本情况", "一、基本情况"),  # a converter's anchor
        ("一、基本情况 PAGEREF _Toc123 \\h 1", "一、基本情况 1"),  # and its reference
        ("（２０２３年度）", "（２０２３年度）"),  # characters stay as printed
        ("", ""),
        (" \n\u3000", ""),
    ],
)
def test_layout_noise_is_cleaned_away(printed: str, shown: str) -> None:
    assert clean(printed) == shown


@given(PRINTED)
def test_cleaning_twice_changes_nothing(printed: str) -> None:
    once = clean(printed)
    assert clean(once) == once
    assert fold(once).text == fold(printed).text, "nothing but layout goes"


LINES = st.lists(st.text(alphabet="甲乙丙12 （）", min_size=1, max_size=12), min_size=1, max_size=5)


def of_lines(lines: list[str], separator: str = "\n") -> Text:
    return join([Text(line, [LinePiece(0, len(line), n)]) for n, line in enumerate(lines, 1)], separator)


@given(LINES, st.sampled_from(["", "\n", "——"]), st.integers(0, 70), st.integers(0, 70))
def test_parts_of_joined_texts_keep_their_places(lines: list[str], separator: str, start: int, end: int) -> None:
    whole = of_lines(lines, separator)
    assert whole.string == separator.join(lines)
    start, end = sorted((min(start, len(whole.string)), min(end, len(whole.string))))
    part = whole.part(start, end)
    assert part.string == whole.string[start:end]
    assert part.evidence() == whole.evidence(start, end)
    for evidence in part.evidence():
        assert isinstance(evidence.place, LinePlace)
        a, b = evidence.place.span
        assert lines[evidence.place.line - 1][a:b] == evidence.quote
    if separator == "":
        shown = "".join(evidence.quote for evidence in part.evidence())
        assert shown.replace(" ", "") == part.string.replace(" ", "")


@given(LINES, st.data())
def test_a_part_of_a_part_is_a_part(lines: list[str], data: st.DataObject) -> None:
    whole = of_lines(lines)
    a = data.draw(st.integers(0, len(whole.string)))
    b = data.draw(st.integers(a, len(whole.string)))
    c = data.draw(st.integers(0, b - a))
    d = data.draw(st.integers(c, b - a))
    inner = whole.part(a, b).part(c, d)
    assert inner.string == whole.string[a + c : a + d]
    assert inner.evidence() == whole.evidence(a + c, a + d)


def test_pieces_of_one_block_are_one_quote() -> None:
    here, there = BlockPlace(3, 1, 2), BlockPlace(4)
    text = Text("甲乙丙", [BlockPiece(0, 1, here), BlockPiece(1, 2, here), BlockPiece(2, 3, there)])
    assert [(e.quote, e.place) for e in text.evidence()] == [("甲乙", here), ("丙", there)]
    assert [(e.quote, e.place) for e in text.evidence(1, 2)] == [("乙", here)]


def test_a_quote_on_a_page_has_the_box_of_its_characters() -> None:
    lefts, rights = (0.0, 10.0, 20.0, 30.0), (9.0, 19.0, 29.0, 39.0)
    boxes = CharBoxes(lefts, (22.0,) * 4, rights, (10.0, 10.0, 10.0, 20.0), Frame(2, 595, 842))
    text = Text("第一甲乙", [PagePiece(0, 4, 2, boxes)])
    assert text.evidence(2, 4)[0].place == PagePlace(2, pytest.approx((20.0, 4.4, 39.0, 26.0)))
    assert text.part(1, 4).evidence(1, 3) == text.evidence(2, 4)


def test_a_place_is_one_only_where_the_format_has_one() -> None:
    assert LinePlace(1, (0, 2)).joined(LinePlace(1, (2, 4))) == LinePlace(1, (0, 4))
    assert LinePlace(1, (0, 2)).joined(LinePlace(2, (0, 2))) is None
    assert BlockPlace(1).joined(BlockPlace(2)) is None
    assert PagePlace(1, (0, 0, 1, 1)).joined(PagePlace(2, (0, 0, 1, 1))) is None
    assert PagePlace(1, (0, 0, 1, 1)).joined(LinePlace(1, (0, 1))) is None


def test_cells_of_a_line_that_do_not_touch_are_quotes_of_their_own() -> None:
    line = "甲\t分值\t乙"
    text = join([Text("甲", [LinePiece(0, 1, 1, 0)]), Text("乙", [LinePiece(0, 1, 1, 5)])])
    for evidence in text.evidence():
        assert isinstance(evidence.place, LinePlace)
        assert evidence.quote in line[slice(*evidence.place.span)]


def test_noise_inside_noise() -> None:
    printed = "[bookmark\u200b:a]甲"
    assert clean(clean(printed)) == clean(printed)


@given(PRINTED, st.integers(0, 40), st.integers(0, 40))
def test_a_part_folds_as_if_it_stood_alone(printed: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(printed)), min(end, len(printed))))
    found, alone = fold(printed).part(start, end), fold(printed[start:end])
    assert (found.text, list(found.offsets)) == (alone.text, list(alone.offsets))
