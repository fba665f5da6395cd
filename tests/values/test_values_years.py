"""Budget years in titles and lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_extract.document import fold
from selfeval_extract.values.years import year_in

CHINESE = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("2022年度部门整体支出绩效自评报告", 2022),
        ("（２０２３年度）", 2023),
        ("2024年3月10日发布的2023年度自评表", 2023),  # 年度 goes before a date
        ("2021 年 度", 2021),  # blanks of the layout
        ("2019年部门预算", 2019),
        ("项目支出绩效自评表（2020）", 2020),  # bare
        ("二〇二二年度", 2022),  # Chinese numerals, with each sign for zero
        ("二○一九年", 2019),
        ("二零二一年", 2021),
        ("二O二三年", 2023),
        ("2022年度，二〇二一年", 2022),  # digits go first
        ("2024年3月10日发布的2023年自评表", 2023),  # so does 年 alone
        ("发布于2024年3月10日", 2024),  # unless it is the only year
        ("截至1998年度", 1998),
        ("编号20220315", None),  # digits of a code
        ("电话0731-20221", None),
        ("2万元", None),
        ("", None),
    ],
)
def test_the_year_of_a_line(line: str, year: int | None) -> None:
    found = year_in(fold(line).text)
    assert (found and found.year) == year


@given(st.integers(2000, 2099), st.sampled_from(["{}年度", "{}年", "（{}年度）", "{}"]), st.booleans())
def test_a_year_is_found_where_it_stands(year: int, form: str, numerals: bool) -> None:
    printed = "".join(CHINESE[int(digit)] for digit in str(year)) if numerals else str(year)
    if numerals and "年" not in form:
        return
    line = fold("某局" + form.format(printed) + "自评表").text
    found = year_in(line)
    assert found is not None
    assert found.year == year
    assert printed in line[found.start : found.end]
