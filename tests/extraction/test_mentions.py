"""Amounts mentioned in prose: of what, at which stage, a part or the whole. A line a case; the comment says what it protects."""

from __future__ import annotations

import pytest
from small_documents import text

from selfeval_extract.extraction.mentions import mentions


def found(line: str, topic: str | None = None, year: int | None = 2023) -> list[str]:
    """`subject stage amount`, - for what is not named; `part` behind a piece of an amount before."""
    return [
        f"{m.subject or '-'} {m.stage or '-'} {m.value.normalize():f}{' part' if m.part else ''}"
        for m in mentions(text(line), topic, year)  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("年初预算1,286.40万元，调整后全年预算1352.75万元，全年执行1331.06万元",
         ["- original 1286.4", "- revised 1352.75", "- executed 1331.06"]),
        ("预算批复100万元，到位100万元，支出98万元", ["- original 100", "- arrived 100", "- executed 98"]),
        ("全年预算数为120万元", ["- revised 120"]),
        ("2023年预算120万元", ["- revised 120"]),  # the year's budget
        ("本年收入合计120万元，支出合计110万元", ["total revenue 120", "total executed 110"]),
        ("财政拨款收入110万元", ["- revenue 110"]),
        ("由年初预算100万元调整为120万元", ["- original 100", "- revised 120"]),  # a change that names its result
        ("基本支出165.99万元", ["basic - 165.99"]),  # 支出 in a subject's name is no stage
        ("基本支出决算165.99万元", ["basic executed 165.99"]),
        ("工资福利支出100.5万元，日常公用经费20万元", ["wages - 100.5", "operating - 20"]),
        ("一般公共预算财政拨款收入191.11万元", ["general_public revenue 191.11"]),
        ("政府性基金预算支出30万元", ["government_funds executed 30"]),
        ("因公出国（境）费0万元，公务接待费0.5万元，公务用车运行维护费1.55万元", ["abroad - 0", "receptions - 0.5", "vehicles - 1.55"]),
        ("政府采购支出50万元", ["purchase executed 50"]),  # known, so that it is not taken for the whole
        ("中央补助资金60万元，自筹资金20万元", ["central - 60", "other - 20"]),
        ("项目支出主要有：统计信息化改造12万元，公厕建设30万元", ["unknown - 12", "unknown - 30"]),  # a name behind the colon
        ("全年共支出95万元", ["- executed 95"]),
        ("投入95万元", ["- - 95"]),  # names neither
    ],
)  # fmt: skip
def test_what_an_amount_is_of_and_at_which_stage(line: str, amounts: list[str]) -> None:
    assert found(line) == amounts


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("全年支出1331.06万元，其中一般公共预算安排的支出1318.56万元", ["total executed 1331.06", "general_public executed 1318.56"]),
        # what is no part has no stage of the whole's
        ("年初预算100万元，公务接待费0.5万元", ["- original 100", "receptions - 0.5"]),
        # parts keep the stage of the whole
        ("决算支出191.11万元，其中：项目支出25.12万元，基本支出165.99万元", ["- executed 191.11", "project executed 25.12", "basic executed 165.99"]),
        # parts in brackets, of what stands before them
        ("总支出500万元（基本支出300万元、项目支出200万元）", ["total executed 500", "basic executed 300", "project executed 200"]),
        # behind the bracket the whole goes on
        ("年初预算500万元（基本支出300万元），执行数450万元", ["- original 500", "basic original 300", "- executed 450"]),
        # a part that no vocabulary names
        ("全年支出100万元，其中安澜街道60万元", ["total executed 100", "unknown executed 60 part"]),
        # a batch is one item of it
        ("全年支出100万元，其中第一批60万元", ["total executed 100", "item executed 60"]),
        # another stage leaves the parts
        ("年初预算100万元，其中基本支出60万元，全年支出合计90万元", ["- original 100", "basic original 60", "total executed 90"]),
        # another sentence, too
        ("全年支出100万元，其中基本支出60万元。年初预算110万元", ["total executed 100", "basic executed 60", "- original 110"]),
        # a subject goes on in its sentence
        ("项目支出年初预算100万元，全年执行90万元", ["project original 100", "project executed 90"]),
        ("公务接待费2022年支出0.7万元，2023年支出0.5万元", ["receptions executed 0.5"]),  # also over another year's amount
        # but not in the next
        ("项目支出年初预算100万元。全年执行90万元", ["project original 100", "- executed 90"]),
        # the three public expenses, which the first words of the sentence name
        ("“三公”经费严格控制，全年支出2.05万元，其中公务接待费0.5万元", ["three_public executed 2.05", "receptions executed 0.5"]),
    ],
)  # fmt: skip
def test_parts_and_wholes(line: str, amounts: list[str]) -> None:
    assert found(line) == amounts


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("公务接待费0.5万元，公务用车运行费1.55万元，合计支出2.05万元",
         ["receptions - 0.5", "vehicles - 1.55", "three_public executed 2.05"]),  # a sum behind its parts
        ("全年支出2.05万元", ["three_public executed 2.05"]),  # names no subject
        ("2023年总支出2.05万元", ["three_public executed 2.05"]),  # the whole is that of the section
        ("支出2.05万元，其中安澜街道1万元", ["three_public executed 2.05", "unknown executed 1 part"]),
        ("支出2.05万元，其中第一批1万元", ["three_public executed 2.05", "item executed 1"]),
    ],
)  # fmt: skip
def test_amounts_in_a_section_on_the_three_public_expenses(line: str, amounts: list[str]) -> None:
    assert found(line, "three_public") == amounts


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("支出90万元，比上年减少10万元", ["- executed 90"]),  # a change
        ("较年初预算增加20万元", []),
        ("追加预算20万元", []),
        ("年末结余5万元", []),  # what is left
        ("尚未支付2万元", []),
        ("人均补助500元", []),  # a unit price
        ("补助标准每人300元，共发放补助12万元", ["- executed 12"]),
        ("门票100元/人", []),
        ("实现产值3000万元", []),  # nobody's spending
        ("2022年支出80万元，2023年支出90万元", ["- executed 90"]),  # another year
        ("2022年支出80万元，其中基本支出60万元", []),  # and all that goes on from it
        ("公务接待费0.5万元，2022年0.7万元，用车费1.5万元", ["receptions - 0.5", "vehicles - 1.5"]),  # in between
        ("上年同期支出80万元", []),
        ("结转2022年资金15万元", ["- - 15"]),  # last year's money, this year's use
        ("建成面积100万平方米", []),  # 万 of something else
        ("全年预算100万，支出90万", ["- revised 100", "- executed 90"]),  # 万 alone before a mark
        ("支出90万", ["- executed 90"]),
        ("编码20230501000000000012元", []),  # more digits than an amount has
        ("建成公厕12座", []),
    ],
)
def test_amounts_that_are_left_out(line: str, amounts: list[str]) -> None:
    assert found(line) == amounts


def test_without_a_year_no_amount_is_of_another() -> None:
    assert found("2022年支出80万元", year=None) == ["- executed 80"]


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("支出1.2亿元", ["- executed 12000"]),
        ("支出500元", ["- executed 0.05"]),
        ("支出3千元", ["- executed 0.3"]),
        ("支出１２０．５万元", ["- executed 120.5"]),  # full-width figures
        ("年初预算一百二十万元", ["- original 120"]),  # Chinese numerals
        ("支出 1,331.06 万元", ["- executed 1331.06"]),
    ],
)
def test_units_and_figures(line: str, amounts: list[str]) -> None:
    assert found(line) == amounts


def test_an_amount_is_quoted_with_its_unit() -> None:
    first, second = mentions(text("年初预算 100 万元，支出９０万元"), "funds", 2023)
    quotes = [q for m in (first, second) if (leaf := m.cite()) for q in leaf.evidence]
    assert [(q.quote, q.place.span) for q in quotes] == [("100 万元", (5, 11)), ("９０万元", (14, 18))]
    assert first.topic == "funds"
