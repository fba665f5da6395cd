"""Folded strings → numbers: tables of what is printed, and print → parse is the identity."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_extract.document import fold
from selfeval_extract.values.numbers import (
    FACTORS,
    amount,
    amount_in,
    chinese_number,
    count,
    decimal,
    in_wan,
    is_nothing,
    money_unit,
    points,
    points_pair,
    rate,
)

YUAN = {
    "元": 1,
    "百元": 100,
    "千元": 1000,
    "万元": 10_000,
    "百万元": 1_000_000,
    "千万元": 10_000_000,
    "亿元": 100_000_000,
    "万": 10_000,
    "亿": 100_000_000,
}
UNITS = st.sampled_from(sorted(YUAN))
NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False, allow_infinity=False)
FULL_WIDTH = str.maketrans("0123456789.,%-", "０１２３４５６７８９．，％－")

AMOUNTS = (  # a cell, its amount in 万元
    ("187.19", "187.19"),
    ("187.19万元", "187.19"),
    ("1,286.40", "1286.40"),
    ("1，286.40", "1286.40"),  # full width
    ("１２８６．４０", "1286.40"),
    ("12 860 . 4", "12860.4"),  # blanks of the layout
    ("600,000.00元", "60"),  # a unit in the cell
    ("0.01元", "0.000001"),
    ("1.26亿元", "12600"),
    ("3亿", "30000"),  # 元 left out
    ("5千元", "0.5"),
    ("￥12元整", "0.0012"),
    ("12万元（人民币）", "12"),
    ("-12.5", "-12.5"),
    ("0", "0"),
    ("0.00", "0"),
    ("无", "0"),  # the report says that there is nothing
    ("不涉及", "0"),
    ("一千二百万元", "1200"),  # written out
    ("三点五亿元", "35000"),
    ("二百三十万五千元", "230.5"),
    ("一亿二千万元", "12000"),
    ("两万元", "2"),
    ("第一万元", None),  # an ordinal
    ("一千二百", None),  # a count, if anything: written out only with a unit
    ("千", None),
    ("", None),
    ("—", None),  # a sign for empty says nothing
    ("/", None),
    ("1,23", None),  # no thousands: two values, or a slip
    ("12万3", None),
    ("约12万元", None),
    ("12人", None),
    ("12.5%", None),
    ("1.2.3", None),
    ("110108000000123456", None),  # a code
)
POINTS = (
    ("10", "10"),
    ("9.5分", "9.5"),
    ("１０分", "10"),
    ("10%", "10"),  # weights printed as shares of 100
    ("", None),
    ("—", None),
    ("满分", None),
)
RATES = (
    ("98.97%", "98.97"),
    ("９８．９７％", "98.97"),
    ("98.97", "98.97"),  # in a column of rates
    ("-3%", "-3"),
    ("5‰", "0.5"),  # in percent
    ("—", None),
    ("优", None),
)
COUNTS = (
    ("28", "28"),
    ("1,086", "1086"),
    ("０", "0"),
    ("三", "3"),
    ("两", "2"),
    ("十", "10"),
    ("十二", "12"),
    ("二十五", "25"),
    ("廿五", "25"),
    ("一百零二", "102"),
    ("一千零一十", "1010"),
    ("三万五千", "35000"),
    ("二〇", "20"),  # digit by digit
    ("一二", "12"),
    ("1,08", None),
    ("①", None),  # a list number
    ("²", None),  # a superscript
    ("若干", None),
    ("9" * 16, None),  # a code
    ("", None),
)
NUMBERS_WRITTEN_OUT = (
    ("一千二百", "1200"),
    ("二百三十万五千", "2305000"),
    ("一亿二千万", "120000000"),
    ("三点五", "3.5"),
    ("三点", "3"),
    ("亿", None),  # of what?
    ("三点百", None),
    ("三点五点六", None),
)


def number_of(expected: str | None) -> Decimal | None:
    return None if expected is None else Decimal(expected)


@pytest.mark.parametrize(
    ("parse", "printed", "expected"),
    [
        pytest.param(parse, printed, expected, id=f"{parse.__name__} {printed}")
        for parse, cases in (
            (amount, AMOUNTS),
            (points, POINTS),
            (rate, RATES),
            (count, COUNTS),
            (chinese_number, NUMBERS_WRITTEN_OUT),
        )
        for printed, expected in cases
    ],
)
def test_what_is_printed(parse: Callable[[str], Decimal | None], printed: str, expected: str | None) -> None:
    assert parse(fold(printed).text) == number_of(expected)


@pytest.mark.parametrize(
    ("cell", "unit", "expected"),
    [
        ("12", None, "12"),  # 万元 unless something else is said
        ("12", "元", "0.0012"),
        ("12万元", "元", "12"),  # the cell knows better
        ("—", "元", None),
    ],
)
def test_an_amount_in_a_column_with_a_unit(cell: str, unit: str | None, expected: str | None) -> None:
    assert amount_in(unit)(fold(cell).text) == number_of(expected)


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("项目资金（元）", "元"),
        ("金额单位：万元", "万元"),
        ("单位:人民币千元", "千元"),
        ("年初预算数\n（万元）", "万元"),
        ("批复金额（亿元）", "亿元"),
        ("预算数（万元）", "万元"),
        ("预算数万元", "万元"),  # at its end, without brackets
        ("成本（元/人）", None),  # a unit price
        ("实施单位：某局", None),  # another 单位
        ("全年预算数", None),
        ("", None),
    ],
)
def test_the_money_unit_of_a_heading(heading: str, unit: str | None) -> None:
    assert money_unit(fold(heading).text) == unit


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("15/14.2", ("15", "14.2")),
        ("15分/14.2分", ("15分", "14.2分")),
        ("15", None),
        ("15/", None),
        ("优/良", None),
        ("15/14/13", None),
    ],
)
def test_weight_and_score_in_one_cell(cell: str, parts: tuple[str, str] | None) -> None:
    found = points_pair(cell)
    assert (found and (cell[: found[0]], cell[found[1] :])) == parts


@pytest.mark.parametrize(
    ("cell", "empty"),
    [
        ("", True),
        ("-", True),
        ("—", True),
        ("——", True),
        ("/", True),
        ("\\", True),
        ("*", True),
        ("……", True),
        ("----", True),
        ("不适用", True),
        ("0", False),  # a value
        ("无", False),  # the report says that there is nothing
        ("1", False),
        ("-1", False),
        ("优", False),
    ],
)
def test_signs_for_empty(cell: str, empty: bool) -> None:
    assert is_nothing(fold(cell).text) is empty


@given(NUMBERS, UNITS, st.booleans(), st.booleans())
def test_an_amount_is_what_a_person_would_compute(value: Decimal, unit: str, separated: bool, wide: bool) -> None:
    """Print → parse is the identity in each unit: 万元 times ten thousand are the yuan that were printed."""
    printed = f"{value:,}" if separated else f"{value:f}"
    shown = fold((printed + unit).translate(FULL_WIDTH) if wide else printed + unit).text
    parsed = amount(shown)
    assert parsed is not None
    assert parsed * 10_000 == value * YUAN[unit]


@given(NUMBERS, UNITS, UNITS)
def test_a_unit_in_the_cell_goes_before_the_columns(value: Decimal, unit: str, column: str) -> None:
    assert amount(f"{value:f}{unit}", column) == in_wan(f"{value:f}", unit)
    assert amount(f"{value:f}", column) == in_wan(f"{value:f}", column)


@given(NUMBERS)
def test_rates_points_and_decimals_are_printed_and_parsed(value: Decimal) -> None:
    assert decimal(f"{value:,}") == value
    assert rate(f"{value:f}%") == rate(f"{value:f}") == value
    assert points(f"{value:f}分") == points(f"{value:f}") == value


@given(st.text())
def test_parsers_take_any_text(text: str) -> None:
    folded = fold(text).text
    for parse in (amount, points, rate, decimal):
        value = parse(folded)
        assert value is None or len(value.as_tuple().digits) <= 20
    money_unit(folded)
    is_nothing(folded)


CHINESE = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """A number up to 9999 as it is written: 一千零二十, 十二."""
    text, gap = "", False
    for digit, scale in zip(f"{number:04d}", "千百十ｘ", strict=True):
        if digit == "0":
            gap = bool(text)
        else:
            text += ("零" if gap else "") + CHINESE[int(digit)] + (scale if scale != "ｘ" else "")
            gap = False
    return text.removeprefix("一") if 10 <= number < 20 else text


@given(st.integers(1, 9999))
def test_counts_in_chinese_numerals(number: int) -> None:
    assert count(in_chinese(number)) == number
    assert count(str(number)) == number


def test_every_unit_is_tested() -> None:
    assert set(FACTORS) == set(YUAN)


def written_out(number: int) -> str:
    """A number as it is written out: 一千二百, 三万零五."""
    for scale, name in ((10**8, "亿"), (10**4, "万")):
        if number >= scale:
            rest = number % scale
            zero = "零" if 0 < rest < scale // 10 else ""
            return written_out(number // scale) + name + (zero + written_out(rest) if rest else "")
    written = ""
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            written += "零一二三四五六七八九"[digit] + name
        elif written and not written.endswith("零") and number % scale:
            written += "零"
    return written


@given(st.integers(min_value=1, max_value=10**10))
def test_a_number_written_out_is_parsed(number: int) -> None:
    assert chinese_number(written_out(number)) == number
