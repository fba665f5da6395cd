"""Whether results meet their targets: directions, units, dates, ranges, words."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from small_records import numbers, row

from selfeval_extract.checks.completion import (
    Completion,
    completion,
    expected_scores,
    in_one_unit,
    unit_key,
    worded_band,
)
from selfeval_extract.checks.deadlines import days
from selfeval_extract.record.models import Indicator


def indicator(*cells: Any, **more: Any) -> Indicator:
    """An indicator row of the record."""
    return Indicator.model_validate(numbers(row(*cells, **more)))


def found(name: str, target: str | None, actual: str | None, **more: Any) -> Completion:
    """How the result stands to the target in 2022."""
    return completion(indicator(name, target, actual, **more), 2022)


@pytest.mark.parametrize(
    ("name", "target", "actual", "met", "ratio"),
    [
        ("培训人数", "100人", "100人", True, "1"),
        ("培训人数", "100人", "90人", False, "0.9"),
        ("培训人数", "≥100人", "120人", True, "1.2"),
        ("培训人数", ">100人", "100人", False, "1"),
        ("培训人数", "=100人", "90人", False, "0.9"),
        ("培训人数", "=100人", "110人", True, "1.1"),
        ("培训人数", "1.2万人", "12000人", True, "1"),
        ("验收合格率", "100%", "98%", False, "0.98"),
        ("验收合格率", "≥95", "96%", True, None),
        ("经费支出", "≤30万元", "28万元", True, None),
        ("经费支出", "≤30万元", "40万元", False, "0.75"),
        ("经费支出", "≤30万元", "280000元", True, None),
        ("处理时间", "20天", "25天", False, "0.8"),
        ("响应时间", "30分钟内", "25分钟", True, "1.2"),
        ("投诉件数", "5件", "10件", False, "0.5"),
        ("投诉件数", "0件", "2件", False, None),
        ("安全事故", "0起", "0起", True, "1"),
        ("安全事故", "0起", "未发生", True, "1"),
        ("增加设施", "0处", "2处", True, None),
        ("发病率", "5%", "4%", True, "1.25"),
        ("投诉办结率", "95%", "97%", True, None),
        ("成本降低率", "5%", "4%", False, "0.8"),
        ("三公经费控制率", "100%", "80%", True, "1.25"),
        ("血压控制率", "60%", "66%", True, "1.1"),
        ("违法建设拆除面积", "8亩", "10亩", True, "1.25"),
        ("亩均收入", "300元/亩", "260元/亩", False, None),
        ("工期天数", "30-45天", "40天", True, "1"),
        ("培训人数", "100-120人", "90人", False, "0.9"),
        ("单位成本", "20-25元", "50元", False, "0.5"),
        ("完工时间", "2022年9月底前", "2022年11月8日", False, None),
        ("完工时间", "9月底前", "8月", True, "1"),
        ("完工时间", "11月", "2022-11-20", True, "1"),
        ("完工时间", "第三季度", "10月", False, None),
        ("完工时间", "年底前完成", "12月中旬", True, "1"),
        ("开展时间", "2022年1-12月", "2022年1月至12月", True, "1"),
        ("发放时间", "每月10日前", "每月10日前", True, None),
        ("机制建设", "健全", "健全", True, None),
        ("机制建设", "完成", "部分完成", False, None),
        ("完工时间", "2022年12月底前", "未全部完工", False, None),
        ("覆盖面", "100%", "全覆盖", True, "1"),
        ("工程任务", "30项", "未完成", False, None),
    ],
)
def test_told(name: str, target: str, actual: str, met: bool, ratio: str | None) -> None:
    result = found(name, target, actual)
    assert result.met is met
    assert ratio is None or (result.ratio is not None and round(result.ratio, 4) == Decimal(ratio))


@pytest.mark.parametrize(
    ("name", "target", "actual"),
    [
        ("培训人数", None, "100人"),
        ("培训人数", "100人", None),
        ("培训人数", "100人", "——"),
        ("培训人数", "100%", "30人"),  # different units
        ("学员满意度", "≤90%", "95%"),  # sign against name
        ("项目成本", "≥30万元", "28万元"),
        ("编制周期", "30天", "25天"),  # either may be better
        ("补助资金", "10万元", "9万元"),
        ("补助标准", "500元", "480元"),
        ("工期天数", "30-45天", "28天"),
        ("满意度", "85%-90%", "95%"),
        ("完工时间", "11月20日前", "11月"),  # the month holds the day
        ("完工时间", "10月底前", "次年3月完成"),
        ("完工时间", "2022年12月", "2022年12月完成两栋"),
        ("培训人数", "100人", "已完成80人"),
        ("营商环境排名", "全市前3名", "全市第4名"),
        ("机制建设", "健全", "基本健全"),
        ("数据质量", "优", "良"),
        ("数据质量", "优", "合格"),
        ("环境改善", "明显", "不明显"),
        ("环境改善", "明显", "有待提升"),
        ("培训人数", "≥95%", "<98%"),  # only a bound
    ],
)
def test_not_told(name: str, target: str | None, actual: str | None) -> None:
    assert found(name, target, actual).met is None


def test_equal_figures_are_met_whichever_way() -> None:
    assert found("补助标准", "500元", "500元").exact


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022年12月底前", (2022, 12, 21), (2022, 12, 31)),
        ("2023年2月", (2023, 2, 1), (2023, 2, 28)),
        ("12月底", (2022, 12, 21), (2022, 12, 31)),
        ("年底前", (2022, 12, 21), (2022, 12, 31)),
        ("于2022年6月30日前完成", (2022, 6, 30), (2022, 6, 30)),
        ("2022.6.30", (2022, 6, 30), (2022, 6, 30)),
        ("2022-06", (2022, 6, 1), (2022, 6, 30)),
        ("第二季度", (2022, 4, 1), (2022, 6, 30)),
        ("上半年", (2022, 1, 1), (2022, 6, 30)),
        ("2022年度", (2022, 1, 1), (2022, 12, 31)),
        ("当年", (2022, 1, 1), (2022, 12, 31)),
        ("2022年3月至10月", (2022, 10, 1), (2022, 10, 31)),
        ("2023年1月1日-2023年12月31日", (2023, 12, 31), (2023, 12, 31)),
        ("2月30日", (2022, 2, 28), (2022, 2, 28)),
    ],
)
def test_days(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert days(text, 2022) == (datetime.date(*first), datetime.date(*last))


@pytest.mark.parametrize(
    "text", ["5.1", "12", "3-5", "10日前", "每月10日前", "2022", "及时", "100人", "第4名", "底", "3年", "初", ""]
)
def test_no_days(text: str) -> None:
    assert days(text, 2022) is None


def test_a_date_without_a_year_needs_one() -> None:
    assert days("9月底", None) is None


def test_units() -> None:
    assert unit_key("台（套）") == unit_key("台套") == unit_key("个")
    assert unit_key("人民币万元") == "万元"
    assert unit_key("分钟内") == "分钟"
    assert in_one_unit("亿元", "万元") == (Decimal(10000), Decimal(1))
    assert in_one_unit("人", "万人") == (Decimal(1), Decimal(10000))
    assert in_one_unit("㎡", "万平方米") == (Decimal(1), Decimal(10000))
    assert in_one_unit(None, "个") == (Decimal(1), Decimal(1))
    assert in_one_unit("%", "个") is None


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("已完成", "achieved"),
        ("有效提升", "achieved"),
        ("部分达成", "partly"),
        ("正在推进", "partly"),
        ("未达标", "missed"),
        ("进度滞后", "missed"),
        ("不够完善", None),
        ("取消证明事项12项", None),
        ("滞后问题已解决", None),
        ("无未完成事项", None),
        ("", None),
        ("完成" * 40, None),
    ],
)
def test_bands(text: str, band: str | None) -> None:
    actual = worded_band(text)
    assert actual == band or (text == "无未完成事项" and actual != "missed")


def scores(name: str, target: str, actual: str, rules: tuple[str, ...]) -> dict[str, Decimal]:
    """The scores of a row of 10 points."""
    item = indicator(name, target, actual)
    return {rule: round(score, 2) for rule, score in expected_scores(item, completion(item, 2022), rules)}


def test_expected_scores() -> None:
    assert scores("培训人数", "100人", "80人", ("floor",)) == {"proportional": 8, "floor": 5}
    assert scores("处理时间", "≤20天", "25天", ()) == {"proportional": 8, "overrun": Decimal("7.5")}
    assert scores("学员满意度", "≥90%", "85%", ("satisfaction_bands",))["satisfaction_bands"] == 8
    assert scores("培训人数", "=100人", "90人", ()) == {"proportional": 9, "yes_no": 0}
    assert scores("安全事故", "0起", "1起", ()) == {}
    assert scores("培训人数", "100人", "140人", ("floor",)) == {"proportional": 10}


def test_long_cells_are_read_in_a_moment() -> None:
    for text in ("前" * 200_000, "1-" * 100_000, "完成" * 100_000, "未" * 200_000, "1月" * 100_000):
        assert found("培训" * 50_000, text, text + "x").met is None
