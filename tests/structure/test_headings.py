"""Which paragraphs are headings of a report. A line a case; the comment says what it protects."""

from __future__ import annotations

import pytest
from small_documents import case_id, text

from selfeval_extract.document import Paragraph
from selfeval_extract.structure.prose.headings import Heading, heading_of, is_numbered_heading, paragraph_number


def read(paragraph: Paragraph, expected: bool = False) -> Heading | None:
    return heading_of(paragraph, paragraph_number(paragraph), expected)


@pytest.mark.parametrize(
    ("line", "numbering", "heading", "topic", "level"),
    [
        ("一、部门基本情况", "一、", "部门基本情况", "basic_information", 1),
        ("（二）项目支出情况", "（二）", "项目支出情况", "project_spending", 2),
        ("3．预算执行情况", "3．", "预算执行情况", "funds", 3),
        ("（1）数量指标完成情况", "（1）", "数量指标完成情况", "indicators", 4),
        ("①资金到位情况", "①", "资金到位情况", "funds", 5),
        ("第二部分 绩效自评工作情况", "第二部分 ", "绩效自评工作情况", "evaluation_work", 0),
        ("1.2 机构设置", "1.2 ", "机构设置", "institutions", 2),
        ("）人员情况", "）", "人员情况", "staff", 2),  # the number is lost, its bracket left
        ("一、公厕管护", "一、", "公厕管护", None, 1),  # no known topic: its number makes it a heading
        ("3．公厕管护", "3．", "公厕管护", None, 3),
        ("一、公厕建设2", "一、", "公厕建设2", None, 1),  # no page number, as no topic stands before it
        ("存在的主要问题", "", "存在的主要问题", "problems", 1),  # no number: its topic makes it a heading
        ("绩效评价工作情况", "", "绩效评价工作情况", "evaluation_work", 1),  # ends as titles may, but in no 报告
        ("预算执行分析报告", "", "预算执行分析报告", "funds", 1),  # 报告, but not on performance
        ("一、部门基本情况。", "一、", "部门基本情况", "basic_information", 1),  # a full stop behind a heading
        ("二、支出情况：", "二、", "支出情况", "funds", 1),
        ("三、 项目  概况", "三、 ", "项目  概况", "basic_information", 1),  # blanks inside stay as printed
        ("（一）2023年度预算执行情况", "（一）", "2023年度预算执行情况", "funds", 2),  # with a year
        ("一、2023年度部门预算收支情况", "一、", "2023年度部门预算收支情况", "funds", 1),
    ],
)  # fmt: skip
def test_headings(line: str, numbering: str, heading: str, topic: str | None, level: int) -> None:
    found = read(Paragraph(text(line)))
    assert found is not None and found.rest is None
    assert (found.numbering.string, found.text.string, found.topic, found.level) == (numbering, heading, topic, level)


@pytest.mark.parametrize(
    ("line", "heading", "rest"),
    [
        ("（一）预算编制不够精准。部分项目测算依据不足。", "预算编制不够精准", "部分项目测算依据不足。"),
        ("八、下一步改进措施：加强学习培训。", "下一步改进措施", "加强学习培训。"),
        ("主要职责：负责城区环境卫生管理。", "主要职责", "负责城区环境卫生管理。"),  # no number, a known topic
        ("四、国有资本经营预算支出情况。无。", "国有资本经营预算支出情况", "无。"),
    ],
)
def test_headings_with_text_behind_them(line: str, heading: str, rest: str) -> None:
    found = read(Paragraph(text(line)))
    assert found is not None and found.rest is not None
    assert (found.text.string, found.rest.string) == (heading, rest)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "云亭市城市管理局认真履职",  # neither number nor topic
        "一是预算编制不细。",  # a point of a list
        "2023年，我局组织开展绩效自评",  # prose
        "（三）建成公厕12座，覆盖率达到95%",  # an item with figures
        "1.组织12个科室参加培训",  # counts
        "（二）“放管服”改革",  # quotes a name
        "3.加强学习培训；",  # an item goes on behind a semicolon
        "一、部门基本情况…………3",  # a table of contents
        "一、部门基本情况 3",  # its dots are lost
        "一、公厕管护…………3",  # though no known topic
        "2023年度部门整体支出绩效自评报告",  # the title
        "绩效目标完成情况报告",  # a title that holds a topic
        "1.预算编制不细。原因：人员不足。措施：加强培训。",  # an item with labels of its own
        "基本情况良好，运转正常",  # a topic's words in a sentence
        "我局按照绩效目标开展了全年的重点工作并完成任务",  # too little of it is its topic
        "基本情况汇总后统一报送主管部门",
        "1.认真组织开展全市城区公厕建设和管护质量的专项检查",  # too long for an item's heading
        "本单位的基本情况现介绍如后：本单位为正科级事业单位。",  # a run-in heading without a number is short
        "一、" + "负责贯彻执行国家有关城市管理的方针政策法律法规和规章并组织实施监督检查工作",  # too long
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert read(Paragraph(text(line))) is None


def test_the_next_number_of_a_series_needs_no_proof() -> None:
    line = Paragraph(text("（五）全年实施12个民生项目"))
    assert read(line) is None
    found = read(line, expected=True)
    assert found is not None and found.text.string == "全年实施12个民生项目"


def test_the_next_number_of_a_series_with_text_behind_it_needs_proof() -> None:
    assert read(Paragraph(text("（五）全年实施12个项目。均已完工。")), expected=True) is None


@pytest.mark.parametrize(
    ("line", "number", "style", "level", "printed", "topic", "depth"),
    [
        ("部门概况", "一、", None, "一、", "chinese", "basic_information", 1),  # Word counts: nothing of it in the text
        ("资产管理", "", 2, None, None, None, 2),  # a heading style without number or topic
        ("绩效目标完成情况报告", "（三）", None, "（三）", "bracketed_chinese", "performance", 2),  # no title, as it has a number
        ("1.资产管理", "（二）", None, "（二）", "bracketed_chinese", None, 2),  # a printed number behind an automatic one
    ],
    ids=case_id,
)  # fmt: skip
def test_headings_of_word_files(
    line: str, number: str, style: int | None, level: str | None, printed: str | None, topic: str | None, depth: int
) -> None:
    found = read(Paragraph(text(line), number, style))
    assert found is not None
    assert (found.text.string, found.topic, found.level) == (line, topic, depth)
    assert (found.number and found.number.printed, found.number and found.number.style) == (level, printed)


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("一、基本情况", True),
        ("基本情况", False),  # no number
        ("12.5万元已支付", False),  # an amount
        ("（1）2023年3月完成招标，5月开工", False),
    ],
)
def test_numbered_headings(line: str, is_heading: bool) -> None:
    assert is_numbered_heading(Paragraph(text(line))) == is_heading
