"""List numbers: one grammar for readers, structure, extraction and checks. A line a case; the comment says what it protects."""

from __future__ import annotations

import pytest

from selfeval_extract.document import folded_text
from selfeval_extract.values.list_numbers import (
    INLINE_NUMBER,
    ORDINAL_POINT,
    bare_list_number,
    begins_paragraph,
    is_list_number,
    list_number,
    without_list_numbers,
)

NUMBERS = (  # printed text, style, value, the text behind it
    ("一、基本情况", "chinese", 1, "基本情况"),
    ("十二、其他事项", "chinese", 12, "其他事项"),
    ("二．绩效目标", "chinese", 2, "绩效目标"),  # full-width point
    ("三,存在问题", "chinese", 3, "存在问题"),  # a comma typed for 、
    ("四：建议", "chinese", 4, "建议"),
    ("一、2023年度收支情况", "chinese", 1, "2023年度收支情况"),  # a year behind the number
    ("（一）部门概况", "bracketed_chinese", 1, "部门概况"),
    ("(二)、预算", "bracketed_chinese", 2, "预算"),  # bracket and mark together
    ("三）支出", "bracketed_chinese", 3, "支出"),  # the opening bracket is lost
    ("（四、结论", "bracketed_chinese", 4, "结论"),  # 、 typed for the closing bracket
    ("【五】附录", "bracketed_chinese", 5, "附录"),
    ("㈡绩效目标完成情况", "bracketed_chinese", 2, "绩效目标完成情况"),  # one character, folded to (二)
    ("1、部门职责", "digit", 1, "部门职责"),
    ("8．机构设置", "digit", 8, "机构设置"),
    ("3)人员情况", "digit", 3, "人员情况"),
    ("2,项目管理", "digit", 2, "项目管理"),  # a comma typed for a point
    ("1.2024年预算", "digit", 1, "2024年预算"),  # a year behind the number, not 1.2024
    ("3、12309检察服务中心改造", "digit", 3, "12309检察服务中心改造"),  # a name that begins with figures
    ("⒋监督检查", "digit", 4, "监督检查"),  # number and point in one character
    ("（1）数量指标", "bracketed_digit", 1, "数量指标"),
    ("(12)、满意度", "bracketed_digit", 12, "满意度"),
    ("⑴产出", "bracketed_digit", 1, "产出"),  # number and brackets in one character
    ("①编制不细", "circled", 1, "编制不细"),
    ("❷执行偏慢", "circled", 2, "执行偏慢"),
    ("1.2 机构人员", "decimal", 2, "机构人员"),
    ("2.1.3项目支出", "decimal", 3, "项目支出"),
    ("第二部分 绩效目标完成情况", "part", 2, "绩效目标完成情况"),
    ("第3章 结论", "part", 3, "结论"),
    ("）预算编制", "lost", 0, "预算编制"),  # all but the closing bracket is lost
    ("、绩效情况", "lost", 0, "绩效情况"),
)
NONE = (
    "基本情况",
    "2023年度部门决算",  # a year
    "12.5万元",  # an amount
    "1.8%",
    "3,012.44",  # an amount with its thousands separated
    "十几个项目",
    "一是预算编制不细",  # an ordinal point, no heading
    "",
)


@pytest.mark.parametrize(("printed", "style", "value", "behind"), NUMBERS, ids=[case[0] for case in NUMBERS])
def test_numbers(printed: str, style: str, value: int, behind: str) -> None:
    folded = folded_text(printed)
    number = list_number(folded)
    assert number is not None
    assert (number.style, number.value, folded[number.end :]) == (style, value, folded_text(behind))


@pytest.mark.parametrize("printed", NONE)
def test_what_is_no_number(printed: str) -> None:
    assert list_number(folded_text(printed)) is None


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("一、项目名称", "项目名称"),
        ("（一）1.项目名称", "项目名称"),  # two numbers, one behind the other
        ("⑴①项目名称", "项目名称"),
        ("0.5个百分点", "0.5个百分点"),  # may be an amount
        ("）项目名称", ")项目名称"),  # an open bracket is the label's business
    ],
)
def test_labels_without_their_numbers(printed: str, found: str) -> None:
    assert without_list_numbers(folded_text(printed)) == found


@pytest.mark.parametrize("printed", ["（1）", "1.", "㈠", "⑵", "③", "（1", "一、"])  # （1: the bracket stands apart
def test_numbers_alone(printed: str) -> None:
    assert is_list_number(printed)


@pytest.mark.parametrize("printed", ["21.00", "3.5", "1", "（公章）", "）", ""])  # amounts in a first column
def test_what_is_no_number_alone(printed: str) -> None:
    assert not is_list_number(printed)


@pytest.mark.parametrize(
    "printed", ["第二部分 绩效", "㈡绩效", "1．数量", "第三节 结论", "附件1", "备注：无", "注:本表", "（2023年度）"]
)
def test_lines_that_begin_a_paragraph(printed: str) -> None:
    assert begins_paragraph(printed)


@pytest.mark.parametrize(
    "printed", ["3.20万元按规定结转", "48.6 分，效益", "）后的余额", "用于维护"]
)  # cut off from a sentence
def test_lines_that_go_on(printed: str) -> None:
    assert not begins_paragraph(printed)


@pytest.mark.parametrize(
    ("shown", "style", "value"),
    [
        ("一", "chinese", 1),
        ("（二）", "bracketed_chinese", 2),
        ("3", "digit", 3),
        ("(4", "bracketed_digit", 4),
        ("第五部分", "part", 5),
        ("1.2", "decimal", 2),
        ("⑥", "circled", 6),
    ],
)
def test_numbers_as_the_outline_shows_them(shown: str, style: str, value: int) -> None:
    number = bare_list_number(shown)
    assert number is not None and (number.style, number.value) == (style, value)


@pytest.mark.parametrize("shown", ["", "前言", "2023"])
def test_what_the_outline_shows_for_no_number(shown: str) -> None:
    assert bare_list_number(shown) is None


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("一是编制不细。二是执行偏慢", ["一是", "二是"]),
        ("问题:一要加强,二要完善", ["一要", "二要"]),
        ("第一,不细;第二,偏慢", ["第一,", "第二,"]),
        ("第一个方面不细。其二执行慢", ["第一个方面", "其二"]),
        ("全年实施第二期工程", []),  # inside a clause
    ],
)
def test_ordinal_points(text: str, marks: list[str]) -> None:
    assert [m[0] for m in ORDINAL_POINT.finditer(text)] == marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("①不细;②偏慢", ["①", "②"]),
        ("问题:1.不细。2.偏慢", ["1.", "2."]),
        ("完成:1.3个项目未开工", ["1."]),  # three projects behind the number
        ("完成:1.35万元", []),  # an amount
        ("编制不细,(2)执行偏慢", ["(2)"]),  # behind a comma only with brackets
        ("(一)不细。(二)偏慢", ["(一)", "(二)"]),
    ],
)
def test_numbers_in_running_text(text: str, marks: list[str]) -> None:
    assert [m[0] for m in INLINE_NUMBER.finditer(text)] == marks
