"""Masking of mobile and identity numbers, and the many numbers that are none."""

from __future__ import annotations

import time

import pytest

from selfeval_extract.record.masking import has_personal_data, mask, masked
from selfeval_extract.record.models import Finding, LinePlace, Measure, Quote, Report, Source

PERSONAL = [
    ("电话：13812345678，13987654321", "电话：138****5678，139****4321"),
    ("张三,13812345678", "张三,138****5678"),
    ("Tel13812345678", "Tel138****5678"),
    ("合同联系人13812345678", "合同联系人138****5678"),
    ("联系电话：13812345678", "联系电话：138****5678"),
    ("13812345678", "138****5678"),
    ("电话138 1234 5678。", "电话138****5678。"),
    ("电话138-1234-5678", "电话138****5678"),
    ("电话1381-234-5678", "电话138****5678"),
    ("手机+86 13812345678", "手机138****5678"),
    ("手机+86-13812345678", "手机138****5678"),
    ("张三13812345678李四15987654321", "张三138****5678李四159****4321"),
    ("13812345678、15987654321", "138****5678、159****4321"),
    ("13812345678/15987654321", "138****5678/159****4321"),
    ("１３８１２３４５６７８", "１３８****５６７８"),
    ("身份证号430203198501011234", "身份证号430203**********34"),
    ("43020319850101123X", "430203**********3X"),
    ("（430203 19850101 1234）", "（430203**********34）"),
    ("身份证号码：430203201912011234", "身份证号码：430203**********34"),
    ("11010519491231002X", "110105**********2X"),
    ("填报人：陈某 13812345678 2024年3月1日", "填报人：陈某 138****5678 2024年3月1日"),
]
NO_ONES = [
    "13812345678元",
    "13812345678 元",
    "13812345678.00",
    "13812345678.5万元",
    "1,381,234,567",
    "¥13812345678",
    "138123456789",
    "913812345678",
    "0731-28612345",
    "0000-6600112",
    "8236017",
    "138****5678",
    "项目编码：13812345678",
    "预算项目代码13812345678",
    "51000021R000000019951-工资性支出",
    "430000-83-01-13812345678",
    "2020-13812345678",
    "91430200MA4L1XY12B",
    "统一社会信用代码：124302001985010112",
    "项目编号：430203198501011234",
    "430203202212311234",
    "43020319850101123456",
    "430203198513011234",
    "430203198501011234.5",
    "完成138、1234、5678件",
    "128 1234 5678",
    "12月31日",
    "",
]


@pytest.mark.parametrize(("text", "wanted"), PERSONAL)
def test_masked(text: str, wanted: str) -> None:
    assert has_personal_data(text)
    assert mask(text) == wanted
    assert not has_personal_data(mask(text))


@pytest.mark.parametrize("text", NO_ONES)
def test_left_alone(text: str) -> None:
    assert not has_personal_data(text)
    assert mask(text) == text


def record(text: str) -> Report:
    """A record that has the text in all kinds of places."""
    quote = Quote(quote=text, place=LinePlace(line=1, span=(0, 5)))
    return Report(
        source=Source(name="a.txt", sha256="a13812345678 13812345678 b"),
        status="complete",
        title=text,
        measures=[Measure(text=text, category="other")],
        checks=[
            Finding(
                id="PUB-10", outcome="fail", severity="info", message=text, message_en=text, fields=["/outline/13812345678"],
                evidence=[quote],
            )
        ],
        evidence={"/title": quote, "/measures/0/text": [quote, quote]},
    )  # fmt: skip


def test_every_string_of_a_record_is_masked() -> None:
    given = record("电话13812345678")
    shown = masked(given)
    assert given.title == "电话13812345678"
    text = shown.model_dump_json()
    assert text.count("138****5678") == 8
    assert shown.source.sha256 == given.source.sha256
    assert shown.checks[0].fields == ["/outline/13812345678"]
    assert Report.model_validate(shown.model_dump()) == shown


def test_a_record_without_any_is_the_same_object() -> None:
    given = record("执行数13812345678元")
    assert masked(given) is given


def test_hostile_text_is_searched_in_linear_time() -> None:
    start = time.perf_counter()
    for text in (
        "1381234567" * 20_000,
        "13812345678 " * 16_000,
        "138 1234 " * 20_000,
        "430203198501011" * 13_000,
        "编码" * 90_000,
    ):
        mask(text[:200_000])
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(("printed", "shown"), PERSONAL)
def test_a_record_with_such_a_number_is_masked(printed: str, shown: str) -> None:
    measure = Measure(text=printed, category="other")
    report = Report(source=Source(name="x"), status="complete", measures=[measure])
    found = masked(report).measures
    assert found is not None and found[0].text == shown
