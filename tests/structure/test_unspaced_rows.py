"""Forms whose cells stand glued together: cut where it is proven, noted where it is not."""

from __future__ import annotations

from typing import Any

import pytest

from selfeval_extract.pipeline import extract_bytes

FORM = """\
项目支出绩效自评表
（2022年度）
项目名称城区公厕建设
主管部门云亭市城管局实施单位云亭市环卫所
项目资金（万元）全年预算数全年执行数分值执行率得分
{fund}
一级指标二级指标三级指标年度指标值实际完成值分值得分
产出指标数量指标新建公厕≥12座13座5050
质量指标验收合格率100%100%2020
效益指标社会效益指标保洁覆盖率≥95%93%2019.6
总分10099.6
"""


def record(fund: str) -> dict[str, Any]:
    data: dict[str, Any] = extract_bytes(FORM.format(fund=fund).encode(), "a.txt").data()
    return data


def test_a_whole_form_is_won_back() -> None:
    data = record("年度资金总额202010100.00%10")
    (form,) = data["evaluations"]
    assert (form["subject"], form["supervisor"], form["unit"]) == ("城区公厕建设", "云亭市城管局", "云亭市环卫所")
    (row,) = form["funds"]
    assert [row[k] for k in ("label", "revised", "executed", "weight", "rate", "score")] == [
        "年度资金总额", 20, 20, 10, 100, 10,
    ]  # fmt: skip
    assert [(i["level1"], i["level2"], i["name"], i["weight"], i["score"]) for i in form["indicators"]] == [
        ("产出指标", "数量指标", "新建公厕", 50, 50),
        ("产出指标", "质量指标", "验收合格率", 20, 20),
        ("效益指标", "社会效益指标", "保洁覆盖率", 20, 19.6),
    ]
    assert (form["total_weight"], form["total_score"]) == (100, 99.6)
    assert data["notes"] == []


@pytest.mark.parametrize(
    ("fund", "why"),
    [
        ("年度资金总额202010150.00%10", "no cut fits the rate"),
        ("年度资金总额1111100%1", "more cuts than one fit"),
        ("年度资金总额20201010", "there is no rate to prove it"),
    ],
)
def test_what_is_not_proven_is_noted_and_not_guessed(fund: str, why: str) -> None:
    data = record(fund)
    (form,) = data["evaluations"]
    assert form["funds"] == [] and len(form["indicators"]) == 3, why
    assert [n["message"] for n in data["notes"]] == [f"No rule read this cell: {fund}"]
    assert data["notes"][0]["place"] == {"line": 6, "span": [0, len(fund)]}


def test_prose_is_left_alone() -> None:
    text = "2023年度绩效自评报告\n一、基本情况\n一级指标二级指标三级指标的设置见附件。\n二、自评结论\n总分100分。\n"
    data = extract_bytes(text.encode(), "a.txt").data()
    assert data["evaluations"] == [] and data["notes"] == []
