"""Lists in prose taken apart into points. A line a case; the comment says what it protects."""

from __future__ import annotations

import pytest
from small_documents import case_id, paragraphs, text

from selfeval_extract.document import folded_text
from selfeval_extract.prose.headings import paragraph_number
from selfeval_extract.prose.points import points_of, split_points, states_none, tells_use_of_result, trimmed
from selfeval_extract.prose.sections import item_of


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
        (["从检查看，还有两处不到位：", "1．编制不细。", "2．执行偏慢。"], ["编制不细", "执行偏慢"]),
        # what ends in a colon announces nothing where nothing follows
        (["编制不细："], ["编制不细："]),
        # the numbers of the problems that measures answer
        (["针对问题一，加强测算；针对问题二，按月通报。"], ["加强测算", "按月通报"]),
        (["针对第一个问题，加强测算。针对第二个问题，按月通报。"], ["加强测算", "按月通报"]),
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


def test_a_point_knows_the_words_that_announce_its_list() -> None:
    announced, plain = text("存在两方面问题：一是编制不细。二是执行偏慢。"), text("存在的主要问题：编制不细。")
    assert [p.lead and p.lead.string for p in split_points(announced, False)] == ["存在两方面问题："] * 2
    assert [p.lead and p.lead.string for p in split_points(plain, False)] == ["存在的主要问题："]
    assert [p.lead for p in split_points(text("编制不细。"), False)] == [None]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("本报告随部门决算一并公开。", True),
        ("自评结果将作为下一年度预算安排的重要依据。", True),
        ("我院自评报告已在安澜县政府网站公示。", True),
        ("评价结果向各股室反馈，督促整改。", True),
        ("加强管理，自评结果与预算挂钩。", True),  # in a later clause
        ("自评结果运用不够，未与预算安排挂钩。", True),  # a problem with it reads alike: the section decides
        ("自评结果为优。", False),  # no use
        ("预算公开不及时。", False),  # not of the result
        ("各单位填报的绩效自评结果不够准确。", False),  # far behind the clause's beginning, and no use
    ],
)
def test_sentences_on_the_use_of_the_result(line: str, told: bool) -> None:
    assert tells_use_of_result(folded_text(line)) == told


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
