"""Lists in prose taken apart into points. A line a case; the comment says what it protects."""

from __future__ import annotations

import pytest
from small_documents import case_id, paragraphs, text

from selfeval_extract.document import folded_text
from selfeval_extract.prose.headings import paragraph_number
from selfeval_extract.prose.points import points_of, section_points, states_none, trimmed
from selfeval_extract.prose.sections import item_of, outline_of


@pytest.mark.parametrize(
    ("lines", "points"),
    [
        # numbered paragraphs
        (["（一）预算编制不细。", "（二）执行偏慢。"], ["预算编制不细", "执行偏慢"]),
        # an unnumbered paragraph goes on with the point before it
        (["1．预算编制不细。", "测算依据不足。", "2．执行偏慢。"], ["预算编制不细。\n测算依据不足", "执行偏慢"]),
        # without any number each paragraph is a point
        (["预算编制不细。", "执行偏慢。"], ["预算编制不细", "执行偏慢"]),
        # announced in running text
        (["一是预算编制不细；二是执行偏慢。"], ["预算编制不细", "执行偏慢"]),
        (["第一，预算编制不细；第二，执行偏慢。"], ["预算编制不细", "执行偏慢"]),
        (["存在两方面问题：一是编制不细。二是执行偏慢。"], ["编制不细", "执行偏慢"]),
        # numbers in running text
        (["①编制不细；②执行偏慢。"], ["编制不细", "执行偏慢"]),
        (["1.编制不细。2.执行偏慢。"], ["编制不细", "执行偏慢"]),
        # words of one kind of list go before numbers inside them
        (["一是编制不细：1.人员不足。2.依据不足。二是执行偏慢。"], ["编制不细：1.人员不足。2.依据不足", "执行偏慢"]),
        # one mark alone in the midst is no list
        (["我局人员不足，其二级机构亦然。"], ["我局人员不足，其二级机构亦然"]),
        # one at the beginning is
        (["一是编制不细。"], ["编制不细"]),
        # a point whose own points are announced in words stays whole
        (["（一）管理不细。一是编制不细。二是执行偏慢。"], ["管理不细。一是编制不细。二是执行偏慢"]),
        # one whose own points are numbered is its head and they
        (["（一）管理不细。①编制不细。②执行偏慢。"], ["管理不细", "编制不细", "执行偏慢"]),
        # a paragraph that only announces the list
        (["存在的主要问题如下：", "1．编制不细。"], ["编制不细"]),
        (["主要表现在以下几个方面。", "编制不细。"], ["编制不细"]),
        # words before the only point
        (["存在的主要问题：编制不细。"], ["编制不细"]),
        # empty paragraphs
        (["", "编制不细。", "  "], ["编制不细"]),
        ([], []),
    ],
    ids=case_id,
)  # fmt: skip
def test_points(lines: list[str], points: list[str]) -> None:
    items = [item_of(p, paragraph_number(p)) for p in paragraphs(*lines)]
    assert [p.text.string for p in points_of(items)] == points


@pytest.mark.parametrize(
    ("lines", "points"),
    [
        # items of the section itself
        (["七、存在的问题", "（一）车辆老化", "更新缓慢。"], ["车辆老化\n更新缓慢"]),
        (["七、存在的问题", "（一）车辆老化。更新缓慢。", "（二）公厕不足。分布不均。"], ["车辆老化。更新缓慢", "公厕不足。分布不均"]),
        # a subsection of no topic: its heading begins the point
        (["七、存在的问题", "（一）存在的问题", "编制不细。", "（二）车辆老化", "更新缓慢。"], ["编制不细", "车辆老化。更新缓慢"]),
        pytest.param(
            ["七、存在的问题", "1．预算编制不细", "2．执行偏慢"], ["预算编制不细", "执行偏慢"],  # words that name another topic
            marks=pytest.mark.xfail(strict=True, reason="taken for a heading on 预算编制, whose words no point has"),
        ),
    ],
    ids=case_id,
)  # fmt: skip
def test_points_of_sections(lines: list[str], points: list[str]) -> None:
    assert [p.text.string for p in section_points(outline_of(paragraphs(*lines)).sections[1:])] == points


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("，预算编制不细。", "预算编制不细"),
        ("  执行偏慢；\n", "执行偏慢"),
        ("（一）执行偏慢", "（一）执行偏慢"),  # brackets stay
        ("。", ""),
    ],
)
def test_trimmed(line: str, words: str) -> None:
    assert trimmed(text(line)).string == words


@pytest.mark.parametrize(
    ("line", "none"),
    [
        ("无。", True),
        ("无", True),
        ("暂无", True),
        ("不涉及", True),
        ("本单位2023年度未安排政府性基金预算支出。", True),
        ("我局没有国有资本经营预算支出。", True),
        ("未发现明显问题", True),
        ("“无”", True),
        ("无人机巡查项目执行偏慢", False),  # a word that begins with 无
        ("无法及时支付工程款", False),
        ("未安排专人负责，管理不细", False),
        ("", False),  # silence is not none
        ("。", False),
        ("无" + "其他需要说明的重大事项以及有关工作" * 3 + "情况", False),  # too long to be none
    ],
)
def test_texts_that_say_there_is_none(line: str, none: bool) -> None:
    assert states_none(folded_text(line)) == none
