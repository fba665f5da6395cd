"""The outline of a report: which line is a heading and at what level, which an item. The comment says what a case protects."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from small_documents import case_id, paragraphs, text

from selfeval_extract.document import Paragraph
from selfeval_extract.prose.sections import Outline, outline_of


def shown(outline: Outline) -> list[str]:
    """`level heading` of each section, `- text` of each item; what stands before the first heading has no heading of its own."""
    lines = []
    for section in outline.sections:
        if section.heading:
            lines.append(f"{section.level} {section.heading.string}")
        lines += [f"- {item.text.string}" for item in section.items]
    return lines


TEN_SECTIONS = (
    "一、部门基本情况", "二、一般公共预算支出情况", "三、政府性基金预算支出情况", "四、国有资本经营预算支出情况",
    "五、社会保险基金预算支出情况", "六、部门整体支出绩效情况", "七、存在的问题及原因分析", "八、下一步改进措施",
    "九、绩效自评结果拟应用和公开情况", "十、其他需要说明的情况",
)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "outline"),
    [
        # text under headings, and before the first
        (["根据要求，报告如下。", "一、基本情况", "我局编制28名。", "二、存在的问题", "无。"],
         ["- 根据要求，报告如下。", "1 基本情况", "- 我局编制28名。", "1 存在的问题", "- 无。"]),
        # three levels
        (["一、基本情况", "（一）人员情况", "1．编制情况", "28名。", "（二）机构设置", "6个。"],
         ["1 基本情况", "2 人员情况", "3 编制情况", "- 28名。", "2 机构设置", "- 6个。"]),
        # Hunan's ten sections, none of which is a list's item
        (list(TEN_SECTIONS), [f"1 {line.partition('、')[2]}" for line in TEN_SECTIONS]),
        # a converter's damage: 8、 for 八、 keeps its place among the sections
        (["七、存在的问题", "执行偏慢。", "8、绩效自评结果拟应用和公开情况", "公开。"],
         ["1 存在的问题", "- 执行偏慢。", "1 绩效自评结果拟应用和公开情况", "- 公开。"]),
        # and （2） for （二）
        (["一、基本情况", "（一）机构设置", "6个。", "（2）人员情况", "28名。"],
         ["1 基本情况", "2 机构设置", "- 6个。", "2 人员情况", "- 28名。"]),
        # decimal numbers: 1 is a section, 1.1 a subsection
        (["1．基本情况", "1.1 机构设置", "6个。", "1.1.1 人员情况", "28名。", "2．存在的问题", "无。"],
         ["1 基本情况", "2 机构设置", "- 6个。", "3 人员情况", "- 28名。", "1 存在的问题", "- 无。"]),
        # parts and the sections in them are of one level
        (["第一部分 部门概况", "一、机构设置", "6个。", "第二部分 绩效自评情况", "一、存在的问题", "无。"],
         ["1 部门概况", "1 机构设置", "- 6个。", "1 绩效自评情况", "1 存在的问题", "- 无。"]),
        # a heading that runs into its text
        (["一、基本情况", "（一）机构设置。内设科室6个。"], ["1 基本情况", "2 机构设置", "- 内设科室6个。"]),
        # without a number, run in: below all numbered ones
        (["一、基本情况", "主要职责：负责环卫。"], ["1 基本情况", "7 主要职责", "- 负责环卫。"]),
        # a line that only announces a list belongs to the numbered section it stands in
        (["二、支出情况", "（一）基本支出", "80万元。", "主要项目支出如下：", "公厕建设20万元。"],
         ["1 支出情况", "2 基本支出", "- 80万元。", "3 主要项目支出如下", "- 公厕建设20万元。"]),
        # also one behind a heading without a number
        (["二、支出情况", "主要职责：负责环卫。", "主要项目支出如下：", "公厕建设20万元。"],
         ["1 支出情况", "7 主要职责", "- 负责环卫。", "2 主要项目支出如下", "- 公厕建设20万元。"]),
        # where no section has a number it is a section itself
        (["主要项目支出如下：", "公厕建设20万元。"], ["1 主要项目支出如下", "- 公厕建设20万元。"]),
        # a section of the highest kind keeps the level of its brackets
        (["一、基本情况", "（一）其他需要说明的情况", "无。"], ["1 基本情况", "2 其他需要说明的情况", "- 无。"]),
        # （3） stays low if its words hardly name a topic
        (["（一）公厕管护", "（3）公厕建设资金管理制度执行", "已修订。"], ["2 公厕管护", "4 公厕建设资金管理制度执行", "- 已修订。"]),
        # other numbers than decimal ones keep their level beside these
        (["1.1 机构设置", "6个。", "（一）公厕管护", "已完成。"], ["2 机构设置", "- 6个。", "2 公厕管护", "- 已完成。"]),
        # a heading without a number
        (["部门基本情况", "28人。", "存在的问题", "无。"], ["1 部门基本情况", "- 28人。", "1 存在的问题", "- 无。"]),
        # the next number of a series is a heading, whatever its words
        (["（一）公厕建设情况", "已建成。", "（二）实施12个民生项目", "已完成。"],
         ["2 公厕建设情况", "- 已建成。", "2 实施12个民生项目", "- 已完成。"]),
        # no series: figures make it an item
        (["一、绩效情况", "（二）实施12个民生项目", "已完成。"], ["1 绩效情况", "- 实施12个民生项目", "- 已完成。"]),
        # an empty paragraph is an item without text
        (["一、基本情况", "", "28人。"], ["1 基本情况", "- ", "- 28人。"]),
    ],
    ids=case_id,
)  # fmt: skip
def test_outlines(lines: Sequence[str], outline: list[str]) -> None:
    assert shown(outline_of(paragraphs(*lines))) == outline


@pytest.mark.parametrize(
    ("lines", "outline"),
    [
        # numbered duties are items, short as they are
        (["（一）主要职责", "1．负责环卫", "2．负责绿化", "（二）机构设置", "6个。"],
         ["2 主要职责", "- 负责环卫", "- 负责绿化", "2 机构设置", "- 6个。"]),
        # duties that use the brackets of the section above them
        (["一、主要职责", "（一）负责环卫", "（二）负责绿化", "二、机构设置", "6个。"],
         ["1 主要职责", "- 负责环卫", "- 负责绿化", "1 机构设置", "- 6个。"]),
        # a problem that is headed by its name stays an item of the problems
        (["七、存在的问题", "（一）预算编制不细。测算不准。", "（二）执行偏慢。年底集中。", "八、改进措施", "加强学习。"],
         ["1 存在的问题", "- 预算编制不细。测算不准。", "- 执行偏慢。年底集中。", "1 改进措施", "- 加强学习。"]),
        # a numbered item whose words are another topic's is one still
        (["七、主要职责", "1．负责环卫", "2．机构设置", "6个。"], ["1 主要职责", "- 负责环卫", "- 机构设置", "- 6个。"]),
        # the first number of a list may be a heading, if its words clearly name another topic
        (["一、主要职责", "负责环卫。", "1．机构设置", "6个。"], ["1 主要职责", "- 负责环卫。", "3 机构设置", "- 6个。"]),
        # one whose words begin like another section's
        (["一、主要职责", "1．负责环卫", "2．下一步工作计划编制"], ["1 主要职责", "- 负责环卫", "- 下一步工作计划编制"]),
        # what follows the name of the unit's parts is a section, run in as it is
        (["一、主要职责", "负责环卫。", "（一）机构设置。6个。"], ["1 主要职责", "- 负责环卫。", "2 机构设置", "- 6个。"]),
        # what runs in behind any other topic is an item
        (["一、主要职责", "（一）预算编制：负责测算。"], ["1 主要职责", "- 预算编制：负责测算。"]),
        # the list's own topic, run in, is an item
        (["七、存在的问题", "（一）主要问题：编制不细。"], ["1 存在的问题", "- 主要问题：编制不细。"]),
        # its own topic below a number of low kind
        (["（一）存在的问题", "1．存在的问题", "编制不细。"], ["2 存在的问题", "- 存在的问题", "- 编制不细。"]),
        # a number that is not the next one
        (["（一）存在的问题", "执行偏慢。", "（三）公厕管护", "不力。"], ["2 存在的问题", "- 执行偏慢。", "- 公厕管护", "- 不力。"]),
        # 二、 ends any list of lower numbers
        (["（一）主要职责", "负责环卫。", "二、公厕管护", "已建成。"], ["2 主要职责", "- 负责环卫。", "1 公厕管护", "- 已建成。"]),
        # measures begin under a heading of the problems' own kind of number
        (["（一）存在的问题", "执行偏慢。", "（二）改进措施", "加强学习。"],
         ["2 存在的问题", "- 执行偏慢。", "2 改进措施", "- 加强学习。"]),
        # measures without a number behind numbered problems
        (["一、存在的问题", "1．编制不细", "2．执行偏慢", "改进措施", "1．加强学习"],
         ["1 存在的问题", "- 编制不细", "- 执行偏慢", "1 改进措施", "- 加强学习"]),
        # causes under the problems are a section below them
        (["七、存在的问题及原因分析", "（一）存在的问题", "执行偏慢。", "（二）原因分析", "工作人员更换频繁。"],
         ["1 存在的问题及原因分析", "2 存在的问题", "- 执行偏慢。", "2 原因分析", "- 工作人员更换频繁。"]),
        # a list without a number of its own: the next section's number ends it
        (["一、基本情况", "主要职责", "负责环卫。", "二、收支情况", "100万元。"],
         ["1 基本情况", "1 主要职责", "- 负责环卫。", "1 收支情况", "- 100万元。"]),
        (["（一）基本情况", "主要职责：负责环卫。", "（二）公厕管护", "已建成。"],
         ["2 基本情况", "7 主要职责", "- 负责环卫。", "2 公厕管护", "- 已建成。"]),
    ],
    ids=case_id,
)  # fmt: skip
def test_lists_in_outlines(lines: Sequence[str], outline: list[str]) -> None:
    assert shown(outline_of(paragraphs(*lines))) == outline


@pytest.mark.parametrize(
    ("lines", "outline"),
    [
        # without dots and page numbers it is known by its headings' coming again
        (["一、基本情况", "二、存在的问题", "一、基本情况", "28人。", "二、存在的问题", "无。"],
         ["1 基本情况", "- 28人。", "1 存在的问题", "- 无。"]),
        # with dots no line of it is a heading
        (["一、基本情况……1", "二、存在的问题……3", "一、基本情况", "28人。"],
         ["- 基本情况……1", "- 存在的问题……3", "1 基本情况", "- 28人。"]),
        # the same heading twice with text under both: no table of contents
        (["一、基本情况", "28人。", "一、基本情况", "30人。"], ["1 基本情况", "- 28人。", "1 基本情况", "- 30人。"]),
    ],
    ids=case_id,
)  # fmt: skip
def test_tables_of_contents(lines: Sequence[str], outline: list[str]) -> None:
    assert shown(outline_of(paragraphs(*lines))) == outline


def test_numbers_that_word_makes() -> None:
    lines = [
        ("一、", "基本情况"),
        ("（一）", "机构设置"),
        ("", "6个。"),
        ("二、", "存在的问题"),
        ("1.", "编制不细"),
        ("2.", "执行偏慢"),
    ]
    outline = outline_of([Paragraph(text(words), number) for number, words in lines])
    assert shown(outline) == ["1 基本情况", "2 机构设置", "- 6个。", "1 存在的问题", "- 编制不细", "- 执行偏慢"]
    assert [item.number and item.number.printed for item in outline.sections[-1].items] == ["1.", "2."]


@pytest.mark.parametrize(
    ("heading", "style", "level"),
    [
        ("资产管理", 3, 3),
        ("其他需要说明的情况", 3, 1),  # a section of the highest kind, whatever its style
    ],
)
def test_levels_of_heading_styles(heading: str, style: int, level: int) -> None:
    assert outline_of([Paragraph(text(heading), "", style)]).sections[1].level == level


def test_items_know_their_number_their_text_and_the_whole() -> None:
    item = outline_of(paragraphs("一、主要职责", "（一） 负责环卫")).sections[-1].items[0]
    assert item.number is not None and item.number.style == "bracketed_chinese"
    assert (item.text.string, item.printed.string) == ("负责环卫", "（一） 负责环卫")


def test_sections_know_the_paragraph_of_their_heading() -> None:
    outline = outline_of(paragraphs("总述。", "一、基本情况", "28人。", "二、存在的问题"))
    assert [section.first for section in outline.sections] == [0, 1, 3]


NESTED = ["一、支出情况", "（一）基本支出", "1．人员经费情况", "（二）项目支出", "二、存在的问题", "无。"]


@pytest.mark.parametrize(
    ("at", "tree"),
    [
        (1, ["支出情况", "基本支出", "人员经费情况", "项目支出"]),
        (2, ["基本支出", "人员经费情况"]),  # up to the next of its own level
        (4, ["项目支出"]),
        (5, ["存在的问题"]),
    ],
)
def test_a_section_with_its_subsections(at: int, tree: list[str]) -> None:
    assert [section.heading.string for section in outline_of(paragraphs(*NESTED)).tree(at)] == tree


def test_a_section_without_a_number_has_subsections() -> None:
    outline = outline_of(paragraphs("部门基本情况", "（一）机构设置", "（二）人员情况", "存在的问题"))
    assert [section.heading.string for section in outline.tree(1)] == ["部门基本情况", "机构设置", "人员情况"]


def test_the_next_number_of_its_kind_is_of_the_same_level_and_ends_a_section() -> None:
    outline = outline_of(paragraphs("（2）存在的问题", "执行偏慢。", "（3）公厕管护", "已完成。"))
    assert [section.level for section in outline.sections] == [0, 2, 2]
    assert [section.heading.string for section in outline.tree(1)] == ["存在的问题"]


def test_sections_about_a_topic_are_the_outermost_ones() -> None:
    trees = outline_of(paragraphs(*NESTED)).about("basic_spending", "project_spending", "problems")
    assert [[section.heading.string for section in tree] for tree in trees] == [
        ["基本支出", "人员经费情况"],
        ["项目支出"],
        ["存在的问题"],
    ]
