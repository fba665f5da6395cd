"""Small forms with labels that no vocabulary knows, and dumps that once did not end: what structure and arithmetic tell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_extract.document import Text
from selfeval_extract.pipeline import extract, extract_bytes
from selfeval_extract.structure.text_dumps.row_recovery import CellStream

CORPUS = Path(__file__).parents[1] / "corpus" / "blind"
Rows = Sequence[Sequence[str]]

INDICATORS: Rows = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", "新建公厕", "≥12座", "13座", "50", "50"],
    ["", "质量指标", "验收合格率", "100%", "100%", "20", "20"],
    ["效益指标", "社会效益指标", "保洁覆盖率", "≥95%", "93%", "20", "19.6"],
]


def record(*tables: Rows, prose: str = "") -> dict[str, Any]:
    """The record of a self-evaluation form set as lines of tab-separated cells."""
    lines = ["2023年度项目支出绩效自评表", prose, *("\t".join(row) for table in tables for row in table)]
    data: dict[str, Any] = extract_bytes("\n".join(lines).encode(), "a.txt").data()
    return data


def funds(heads: Sequence[str], *rows: Sequence[str]) -> list[dict[str, Any]]:
    form = [["项目名称", "城区公厕建设", "主管部门", "云亭市城管局"], heads, *rows]
    found: list[dict[str, Any]] = record(form, INDICATORS)["evaluations"][0]["funds"]
    return found


def test_a_rate_proves_budget_and_spending_whatever_they_are_called() -> None:
    (row,) = funds(["资金甲类", "安甲", "支乙", "比丙"], ["全部款项", "856.30", "812.47", "94.88%"])
    assert (row["revised"], row["executed"], row["rate"]) == (pytest.approx(856.30), pytest.approx(812.47), 94.88)


def test_figures_that_the_rate_does_not_fit_prove_nothing() -> None:
    assert funds(["资金甲类", "安甲", "支乙", "比丙"], ["全部款项", "856.30", "812.47", "90.00%"]) == []


def test_a_row_without_result_and_points_is_no_indicator() -> None:
    foot = [["收尾综述", "项目按计划完成，运行平稳。"]]
    (form,) = record([["项目名称", "城区公厕建设"]], INDICATORS, foot)["evaluations"]
    assert [i["name"] for i in form["indicators"]] == ["新建公厕", "验收合格率", "保洁覆盖率"]


def test_columns_of_levels_under_the_head_of_the_names() -> None:
    rows = [["评价内容", "年度指标值", "实际完成值"], *([*row[:5]] for row in INDICATORS[1:])]
    (form,) = record([["项目名称", "城区公厕建设"]], rows)["evaluations"]
    assert [(i["level1"], i["level2"], i["name"]) for i in form["indicators"]] == [
        ("产出指标", "数量指标", "新建公厕"),
        ("产出指标", "质量指标", "验收合格率"),
        ("效益指标", "社会效益指标", "保洁覆盖率"),
    ]


def test_goals_under_short_heads_that_are_told_by_what_stands_below() -> None:
    goals = [
        ["总体目标", "预期", "完成"],
        ["", "全年新建公厕12座，保洁覆盖率达到95%以上。", "全年新建公厕13座，保洁覆盖率达到93%。"],
    ]
    (form,) = record([["项目名称", "城区公厕建设"]], goals, INDICATORS)["evaluations"]
    assert form["goal"]["expected"].startswith("全年新建公厕12座")
    assert form["goal"]["actual"].startswith("全年新建公厕13座")


WORDS = [
    "预算数",
    "执行数",
    "预算总额",
    "合计",
    "资金总额",
    "年度资金总额",
    "一级指标",
    "分值",
    "得分",
    "三级指标",
    "",
    "12",
    "甲",
    "产出指标",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.booleans())
def test_a_dump_of_any_labels_comes_to_an_end_and_loses_no_cell(words: list[str], blanks: bool) -> None:
    rows = CellStream([Text(w) for w in words], blanks).rows()
    assert sorted(c.string for row in rows for c in row if c.string) == sorted(w for w in words if w)


def test_a_column_that_nothing_tells_is_kept_in_a_note() -> None:
    data = extract(CORPUS / "f08_chongqing_flat_landscape.docx").data()
    notes = [n for n in data["notes"] if n["code"] == "column_not_understood"]
    assert [n["message"].split(": ")[1] for n in notes] == ["是否核心指标"]
    assert notes[0]["place"]["row"] == 8


def test_the_budget_of_a_plain_table_is_this_years() -> None:
    text = """某镇人民政府2023年度部门整体支出绩效自评报告
一、基本情况
我镇内设机构6个。
二、收支情况
收支总体情况如下表。
单位：万元
项目\t2023年年初预算\t2023年调整预算\t2023年决算数\t2022年决算数
收入合计\t3126.50\t4018.77\t4018.77\t3500.00
支出合计\t3126.50\t4018.77\t3942.05\t3400.00
三、存在的问题
一是预算编制不细。
"""
    budget = extract_bytes(text.encode(), "a.txt").data()["budget"]
    told = [budget[name] for name in ("original", "revised", "executed", "revenue")]
    assert told == [pytest.approx(n) for n in (3126.5, 4018.77, 3942.05, 4018.77)]


@pytest.mark.parametrize(("ending", "noted"), [("txt", True), ("docx", False)])
def test_a_dump_that_lost_its_empty_cells_is_noted(ending: str, noted: bool) -> None:
    notes = extract(CORPUS.parent / "forms" / f"d12_special_bond.{ending}").data()["notes"]
    assert ("columns_worked_out" in {n["code"] for n in notes}) == noted


def test_the_date_under_a_report_is_no_part_of_the_next_title() -> None:
    text = """青石滩县水务局2023年度项目绩效自评报告
一、基本情况
全年预算100万元，支出95万元。
二、存在的问题
进度偏慢。
青石滩县水务局
2024年3月18日
项目支出绩效自评表
（2023年度）
| 项目名称 | 供水工程维修养护 |
| 项目资金（万元） | | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| | 年度资金总额 | 100 | 95 | 10 | 95% | 9.5 |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| | 产出指标 | 数量指标 | 维修工程 | 64处 | 64处 | 90 | 90 |
"""
    form = extract_bytes(text.encode(), "a.txt").data()["evaluations"][0]
    assert (form["title"], form["year"]) == ("项目支出绩效自评表", 2023)
