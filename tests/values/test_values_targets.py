"""An indicator's target and actual values."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_extract.document import fold
from selfeval_extract.values.targets import COMPARATORS, comparator, quantity


@pytest.mark.parametrize(
    ("cell", "sign", "value", "unit"),
    [
        ("15", None, "15", None),
        ("≥186公里", ">=", "186", "公里"),
        ("≧ 186 公里", ">=", "186", "公里"),  # a variant of the sign
        (">=90%", ">=", "90", "%"),
        ("＞90%", ">", "90", "%"),
        ("＜0.58", "<", "0.58", None),
        ("＝3件", "=", "3", "件"),
        ("≤3,500元/公里", "<=", "3500", "元/公里"),
        ("不低于85％", ">=", "85", "％"),
        ("不少于12场次", ">=", "12", "场次"),
        ("不超过30天", "<=", "30", "天"),
        ("控制在5%以内", "<=", "5", "%"),  # words before and behind
        ("大于等于5", ">=", "5", None),
        ("大于5", ">", "5", None),
        ("90%以上", ">=", "90", "%"),  # a word behind
        ("90%及以上", ">=", "90", "%"),
        ("20天以内", "<=", "20", "天"),
        ("3℃以下", "<=", "3", "℃"),
        ("280万平方米", None, "280", "万平方米"),  # 万 is of the unit
        ("2.6亿元", None, "2.6", "亿元"),
        ("12个月", None, "12", "个月"),
        ("-5℃", None, "-5", "℃"),
        ("25m2", None, "25", "m2"),  # a digit of the unit, not of the number
        ("≥90%(含)", ">=", "90", "%"),  # a bracket that includes the bound is no unit
        ("１００％", None, "100", "％"),
    ],
)
def test_quantities(cell: str, sign: str | None, value: str, unit: str | None) -> None:
    folded = fold(cell)
    found = quantity(folded.text)
    assert found is not None
    assert (found.comparator, found.value) == (sign, Decimal(value))
    printed = None if found.unit is None else cell[slice(*folded.span(*found.unit))]
    assert printed == unit


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "—",
        "明显提升",
        "不低于",  # a sign without a number
        "2022年10月底前",  # dates
        "2022年",
        "10月底前",
        "3月",
        "9月30日前",
        "第3季度",
        "每月5次",
        "10-20",  # ranges
        "10～20人",
        "1:2",  # a ratio
        "1.2.3",
        "完成改造14座，新建2座",  # sentences
        "改造14座",
        "约30人",  # not said exactly
        "30余人",
        "12350举报办结率",  # a name that begins with figures
        "Ⅲ类",  # classes and list numbers
        "①",
    ],
)
def test_dates_ranges_and_sentences_are_no_quantities(cell: str) -> None:
    assert quantity(fold(cell).text) is None


@pytest.mark.parametrize(
    ("cell", "sign"),
    [
        ("≥", ">="),
        ("＞＝", ">="),  # two signs for one
        ("（≤）", "<="),  # in brackets
        ("＝", "="),
        ("＜", "<"),
        ("大于等于", ">="),
        ("定性", None),  # qualitative: no comparison
        ("", None),
    ],
)
def test_sign_cells(cell: str, sign: str | None) -> None:
    assert comparator(fold(cell).text) == sign


@given(
    st.sampled_from(["", *COMPARATORS]),
    st.decimals(min_value=0, max_value=10**7, places=2, allow_nan=False),
    st.sampled_from(["", "%", "个", "亩", "万元", "平方公里", "元/人", "人次", "场次"]),
    st.booleans(),
)
def test_print_and_parse(sign: str, value: Decimal, unit: str, separated: bool) -> None:
    printed = sign + (f"{value:,}" if separated else f"{value:f}") + unit
    found = quantity(printed)
    assert found is not None
    assert (found.comparator, found.value) == (COMPARATORS.get(sign), value)
    assert printed[slice(*found.number)].replace(",", "") == f"{value:f}"
    assert (printed[slice(*found.unit)] if found.unit else "") == unit
    assert (printed[slice(*found.sign)] if found.sign else "") == sign


@given(st.text(alphabet="≥≤><=0123456789.,%年月日季个人万元以上内下不低于超过大(含) -~", max_size=14))
def test_spans_lie_in_the_cell_and_do_not_overlap(cell: str) -> None:
    found = quantity(cell)
    if found is not None:
        spans = sorted(span for span in (found.sign, found.number, found.unit) if span)
        assert all(0 <= a < b <= len(cell) for a, b in spans)
        assert all(left[1] <= right[0] for left, right in pairwise(spans))
