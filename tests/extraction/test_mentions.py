"""Amounts mentioned in prose: of what, at which stage, a part or the whole. A line a case; the comment says what it protects."""

from __future__ import annotations

import pytest
from small_documents import text

from selfeval_extract.document import folded_text
from selfeval_extract.extraction.mentions import mentions, named_alone


def found(line: str, topic: str | None = None, year: int | None = 2023, heading: str = "") -> list[str]:
    """`subject stage amount`, - for what is not named; `part` behind a piece of an amount before, `none` behind the 0 of a
    denial. `heading`: that right above the line."""
    named = named_alone(folded_text(heading))
    return [
        f"{m.subject or '-'} {m.stage or '-'} {m.value.normalize():f}{' part' if m.part else ''}{' none' if m.denied else ''}"
        for m in mentions(text(line), topic, year, named, bool(heading))  # type: ignore[arg-type]
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
        # the full stop is missing: a year behind an amount begins a sentence
        ("收到资金640万元，其中：市级资金100万元2023年支出612万元", ["- arrived 640", "central arrived 100", "- executed 612"]),
        # several named first, then their amounts in the same order
        ("人员经费与公用经费分别为60万元和20万元", ["personnel - 60", "operating - 20"]),
        # a verb before the name is no part of it
        ("具体为支付人员经费60万元，支付公用经费20万元", ["personnel executed 60", "operating executed 20"]),
        # what an amount makes up is said behind it
        ("其余20万元为项目支出", ["unknown - 20", "project - 20"]),
        ("两项共80万元，构成基本支出", ["- - 80", "basic - 80"]),
        ("商品和服务支出即公用经费20万元", ["operating executed 20"]),
        # a remark in brackets names nothing, a label does
        ("基本支出（人员经费与公用经费之和）80万元", ["basic - 80"]),
        ("商品和服务支出（公用经费）20万元", ["operating executed 20"]),
        # procurement is no budget of the whole
        ("政府采购9批次，预算金额42万元", ["purchase revised 42"]),
        # its stage, too
        ("部门预算支出500万元（年初数）", ["total original 500"]),
        # all of the three public expenses is one of them, whatever is compared in between
        ("“三公”经费支出2万元，比上年3万元减少1万元，全部为公务接待费", ["three_public executed 2", "receptions executed 2"]),
        # their sum behind one that there was nothing of
        ("“三公”经费方面，因公出国（境）费无支出，合计5万元", ["three_public executed 5", "abroad - 0 none"]),
        # an adjusted budget that includes what last year left is none of last year's
        ("含上年结转后的全年预算数600万元", ["- revised 600"]),
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


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("（三）政府性基金预算支出情况", "government_funds"),
        ("公务接待费", "receptions"),
        ("2.因公出国（境）费支出情况。", "abroad"),
        ("我局“三公”经费使用情况", "three_public"),
        ("（一）基本支出", "basic"),
        pytest.param(
            "2023年度项目支出情况", "project",
            marks=pytest.mark.xfail(strict=True, reason="a year is a figure like any other: nothing is named"),
        ),
        ("教育支出（类）", "item"),  # a heading of the classification by functions
        ("公务接待费和公务用车运行维护费", "receptions vehicles"),  # two
        ("公务接待费0.5万元", ""),  # says more
        ("无公务接待费", ""),
        ("公务接待费管理制度健全", ""),
        ("绩效目标完成情况", ""),  # names none
        pytest.param(
            "国有资本经营预算支出", "state_capital",
        ),
    ],
)  # fmt: skip
def test_headings_that_only_name_a_subject(words: str, named: str) -> None:
    assert " ".join(sorted(named_alone(folded_text(words)))) == named


@pytest.mark.parametrize(
    ("heading", "line", "amounts"),
    [
        # the amounts below a heading are of what it names
        ("政府性基金预算支出情况", "支出30万元，用于公厕建设。", ["government_funds executed 30"]),
        ("公务接待费", "年初预算2万元，支出1.8万元。", ["receptions original 2", "receptions executed 1.8"]),
        ("公务接待费", "按标准接待来客。支出1.8万元。", ["receptions executed 1.8"]),  # in every sentence
        ("“三公”经费支出情况", "共计2.05万元，其中公务接待费0.5万元。", ["three_public - 2.05", "receptions - 0.5"]),
        ("公务接待费", "公务用车运行维护费1.55万元。", ["vehicles - 1.55"]),  # unless they say otherwise
        # of a part of spending only the one that comes first: what else is said may be of anything
        ("（一）基本支出", "60万元，其中人员经费48万元。", ["basic - 60", "personnel - 48"]),
        ("项目支出情况", "支出60万元。年初预算62万元。", ["project executed 60", "- original 62"]),
        # a sentence that names something and says nothing else is a heading
        ("", "公务接待费。全年支出0.5万元。", ["receptions executed 0.5"]),
        ("", "政府性基金预算支出情况。全年支出30万元，用于公厕建设。", ["government_funds executed 30"]),
        ("", "公务接待费。支出0.5万元。公务用车运行维护费。支出1.55万元。", ["receptions executed 0.5", "vehicles executed 1.55"]),
        ("", "教育支出。支出80万元。", ["item executed 80"]),
        pytest.param(
            "", "教育支出（类）。全年支出80万元。", ["item executed 80"],
        ),
        # below which it may say that there was none
        ("政府性基金预算支出情况", "无此项支出。", ["government_funds - 0 none"]),
        ("公务接待费", "未发生。", ["receptions executed 0 none"]),
        pytest.param(
            "国有资本经营预算支出", "我镇当年没有安排。", ["state_capital - 0 none"],
        ),
    ],
)  # fmt: skip
def test_amounts_below_what_names_them(heading: str, line: str, amounts: list[str]) -> None:
    assert found(line, heading=heading) == amounts


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        # before the name
        ("没有安排因公出国（境）费用。", ["abroad - 0 none"]),
        ("本单位无政府性基金预算和国有资本经营预算。", ["government_funds - 0 none", "state_capital - 0 none"]),
        ("我局没有使用国有资本经营预算安排的支出。", ["state_capital executed 0 none"]),
        ("均未安排政府性基金预算。", ["government_funds - 0 none"]),
        ("未发生公务接待。", ["receptions executed 0 none"]),
        ("我单位不涉及社会保险基金预算收支。", ["social_insurance - 0 none"]),
        ("尚未编制社会保险基金预算。", ["social_insurance - 0 none"]),
        ("本年度未购置公务用车。", ["vehicles - 0 none"]),
        # behind it
        ("公务接待费为0。", ["receptions - 0 none"]),
        ("因公出国（境）费：无", ["abroad - 0 none"]),
        ("社会保险基金预算支出：不涉及。", ["social_insurance - 0 none"]),
        ("“三公”经费中，因公出国（境）费未安排。", ["abroad - 0 none"]),
        ("公务用车购置费，本年无此项支出。", ["vehicles - 0 none"]),  # in the next clause
        ("公务接待费、公务用车运行维护费、因公出国（境）费均为0。",
         ["abroad - 0 none", "receptions - 0 none", "vehicles - 0 none"]),
        # beside amounts of something else
        ("公务接待费支出0.5万元；因公出国（境）费无。", ["receptions executed 0.5", "abroad - 0 none"]),
        ("公务接待费1.2万元，因公出国（境）费未发生。", ["receptions - 1.2", "abroad executed 0 none"]),
        # budgeted, and nothing spent of it
        ("公务接待费年初预算1万元，实际未支出。", ["receptions original 1", "receptions executed 0 none"]),
        ("公务接待费预算1万元，决算为0。", ["receptions original 1", "receptions - 0 none"]),
        # an amount of 0 is no denial but an amount
        ("因公出国（境）费0万元。", ["abroad - 0"]),
        # 无 that denies nothing, and 0 of something else
        ("无法及时支付公务接待费。", []),
        ("因公出国（境）0人次。", []),
        # clauses that deny something else
        pytest.param(
            "政府性基金预算不足，未安排公厕建设。", [],
        ),
        pytest.param(
            "未发生公务接待超标准问题。", [],
        ),
        pytest.param(
            "公务接待费0.5万元，无超标准接待。", ["receptions - 0.5"],
        ),
        pytest.param(
            "公务接待费与上年持平，没有增加。", [],
        ),
        pytest.param(
            "没有公务接待费结余。", [],
        ),
    ],
)  # fmt: skip
def test_denials(line: str, amounts: list[str]) -> None:
    assert found(line) == amounts


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("总支出191.11万元。支出全部来自一般公共预算。", ["total executed 191.11", "general_public executed 191.11"]),
        ("全年支出191.11万元，全部为项目支出。", ["total executed 191.11", "project executed 191.11"]),
        ("全年支出90万元，全部用于项目支出。", ["total executed 90", "project executed 90"]),
        ("“三公”经费支出2.05万元，全部用于公务用车运行维护费。", ["three_public executed 2.05", "vehicles executed 2.05"]),
        ("“三公”经费支出2.05万元，系公务用车运行维护费。", ["three_public executed 2.05", "vehicles executed 2.05"]),
        ("“三公”经费2.05万元即公务用车运行维护费。", ["three_public - 2.05", "vehicles - 2.05"]),
        ("公务用车购置及运行费1.55万元，均为公务用车运行维护费。", ["vehicles - 1.55"]),  # the same subject once
        ("项目支出25.12万元，全部为公厕建设。", ["project - 25.12"]),  # nothing that the vocabulary knows
        ("“三公”经费支出2.05万元，即公务用车运行维护费。", ["three_public executed 2.05", "vehicles executed 2.05"]),
        pytest.param(
            "“三公”经费支出2.05万元（即公务用车运行维护费）。", ["three_public executed 2.05", "vehicles executed 2.05"],
            marks=pytest.mark.xfail(strict=True, reason="即 in brackets is not seen"),
        ),
    ],
)  # fmt: skip
def test_all_of_an_amount_is_of_something_else_too(line: str, amounts: list[str]) -> None:
    assert found(line) == amounts


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        # budget and final account of one of the three public expenses
        ("公务接待费预算0.8万元，决算0.5万元。", ["receptions original 0.8", "receptions executed 0.5"]),
        ("公务用车运行维护费预算安排2万元，实际支出1.55万元。", ["vehicles original 2", "vehicles executed 1.55"]),
        pytest.param(
            "“三公”经费决算数2.05万元，其中公务接待费预算0.8万元，决算0.5万元。",
            ["three_public executed 2.05", "receptions original 0.8", "receptions executed 0.5"],
            marks=pytest.mark.xfail(strict=True, reason="behind 其中 a budget has the whole's stage, and what was spent no subject"),
        ),
        pytest.param(
            "公务用车购置费0元，运行维护费1.55万元。", ["vehicle_purchase - 0", "vehicles - 1.55"],
        ),
        ("“三公”经费支出2.05万元，其中接待费0.5万元。", ["three_public executed 2.05", "receptions executed 0.5"]),
        # a comparison with the budget changes nothing of what goes on behind it
        ("“三公”经费决算9万元，为预算10万元的90%，其中公务接待费2万元。",
         ["three_public executed 9", "three_public original 10", "receptions executed 2"]),
        # verbs behind the amount
        ("财政资金90万元已全部支付。", ["- executed 90"]),
        ("专项资金100万元全部拨付到位。", ["- executed 100"]),
        ("80万元已兑现给农户。", ["- executed 80"]),
        ("下达资金100万元，已拨付。", ["- arrived 100"]),  # behind a comma it is said of the arrived amount
        # verbs with their object before it
        ("已兑现耕地地力保护补助资金86万元。", ["- executed 86"]),
        ("已累计发放临时救助金22万元。", ["- executed 22"]),
        # brackets that name the stage
        ("部门资金120万元（调整后预算），90万元（决算支出）。", ["- revised 120", "- executed 90"]),
        ("财政资金90万元（执行数）", ["- executed 90"]),
        # brackets that say what a total holds besides
        ("收入总计130万元（含上年结转10万元）。", ["item - 130"]),
        pytest.param(
            "年初部门预算120万元（含上年结转），调整后全年预算130万元，实际支出125万元。",
            ["- original 120", "- revised 130", "- executed 125"],
        ),
        # amounts close behind one another
        pytest.param(
            "基本支出与项目支出分别为80万元、90万元。", ["project - 80", "project - 90"],
            marks=pytest.mark.xfail(strict=True, reason="the three characters behind an amount are no longer looked at: 90 is lost"),
        ),
        pytest.param(
            "公务用车运行维护费较上年减少0.2万元，为1.5万元。", ["- - 1.5"],
        ),
    ],
)  # fmt: skip
def test_words_around_amounts(line: str, amounts: list[str]) -> None:
    assert found(line) == amounts


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        # an amount of another year is left out, and what it is of goes on
        ("公务接待费上年支出0.7万元，本年支出0.5万元。", ["receptions executed 0.5"]),
        ("公务接待费上年0.7万元，今年0.5万元。", ["receptions - 0.5"]),
        ("2022年公务接待费支出0.7万元，2023年支出0.5万元。", ["receptions executed 0.5"]),
        ("“三公”经费上年决算3万元，本年决算2.05万元。", ["three_public executed 2.05"]),
        ("2023年公务接待费支出0.5万元，较2022年决算0.7万元减少0.2万元。", ["receptions executed 0.5"]),
        ("公务接待费2022年支出0.7万元。公务用车运行维护费支出1.55万元。", ["vehicles - 1.55"]),  # not over a full stop
        pytest.param(
            "公务接待费2022年支出0.7万元，本年支出0.5万元。", ["receptions executed 0.5"],
            marks=pytest.mark.xfail(strict=True, reason="本年 does not end what 2022年 began: nothing is left"),
        ),
        # a change names no subject of what follows
        ("公务用车运行维护费较上年减少0.2万元，支出1.5万元。", ["- executed 1.5"]),
    ],
)  # fmt: skip
def test_amounts_of_other_years_pass_on_their_subject(line: str, amounts: list[str]) -> None:
    assert found(line) == amounts
