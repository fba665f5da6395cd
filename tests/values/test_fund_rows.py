"""Which row of a fund table has the totals of the year."""

from __future__ import annotations

import pytest

from selfeval_extract.vocabulary.fund_rows import total_row


@pytest.mark.parametrize(
    ("labels", "row"),
    [
        ([], None),  # a form without a fund block
        ([None], 0),  # a bare row of figures is the only one
        (["年度资金总额", "其中：当年财政拨款"], 0),
        (["当年财政拨款", "合计"], 1),  # totals may stand below
        (["财政拨款", "自筹资金"], 0),  # no total at all: the first row
        (["项目资金总额", "年度资金总额", "其中：财政拨款"], 1),  # the money of all years stands above that of the year
        (["年度财政拨款", "资金总额"], 1),  # a part that names the year is no total
        (["合计", "总计"], 0),  # of two totals without a year the first
    ],
)
def test_total_row(labels: list[str | None], row: int | None) -> None:
    assert total_row(labels) == row
