"""Forms as evaluations of the record: cells become values. A line a case; the comment says what it protects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from small_contexts import stated
from small_documents import case_id, document, ruled, text

from selfeval_extract.document import Table
from selfeval_extract.extraction.evaluations import (
    evaluation,
    grade_in,
    grade_stated,
    is_evaluation,
    total_funds,
    without_seal,
)
from selfeval_extract.record.cited import cite
from selfeval_extract.structure.forms.form import Form
from selfeval_extract.structure.layout import lay_out

TITLE = "项目支出绩效自评表"
HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
ROW = "产出指标 | 数量指标 | 公厕 | 12座 | 13座 | 10 | 9"
FUND_HEAD = "项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分"


def form(*blocks: str | Table) -> Form:
    """The only form of a document with these blocks."""
    (found,) = lay_out(document(*blocks)).forms
    return found


def read(*blocks: str | Table) -> dict[str, Any]:
    found: dict[str, Any] = stated(evaluation(form(*blocks), None, None))
    return found


def indicator(head: str, row: str) -> dict[str, Any]:
    """The only indicator of a form with this header and row."""
    (found,) = read(TITLE, ruled(head, row))["indicators"]
    return dict(found)


@pytest.mark.parametrize(
    ("cell", "name", "weight"),
    [
        ("产出指标", "产出指标", None),
        ("产出指标（50）", "产出指标", 50),
        ("产出指标(50分)", "产出指标", 50),
        ("产出指标\n（ 50 分）", "产出指标", 50),  # blanks and a line break
        ("产出指标【50】", "产出指标", 50),
        ("产出指标（12.5分）", "产出指标", 12.5),
        ("产出指标50分", "产出指标", 50),  # without brackets
        ("经济效\n益指标", "经济效益指标", None),  # a line break in the name
        ("产出指标（质量）", "产出指标（质量）", None),  # no weight
    ],
)
def test_level_names_without_their_weight(cell: str, name: str, weight: float | None) -> None:
    found = indicator(HEAD, f"{cell} | 数量指标 | 公厕 | 12座 | 13座 | 10 | 9")
    assert (found["level1"], found.get("level1_weight")) == (name, weight)


def test_the_weight_of_level_2() -> None:
    found = indicator(HEAD, "产出指标 | 数量指标（20） | 公厕 | 12座 | 13座 | 10 | 9")
    assert (found["level2"], found["level2_weight"]) == ("数量指标", 20)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("新建公厕", "新建公厕"),
        ("指标1：新建公厕", "新建公厕"),
        ("指标 1.新建公厕", "新建公厕"),
        ("指标1新建公厕", "新建公厕"),
        ("指标体系建设", "指标体系建设"),  # a name that begins with 指标
        ("新建\n公厕", "新建公厕"),
    ],
)
def test_names_without_the_templates_prefix(cell: str, name: str) -> None:
    assert indicator(HEAD, f"产出指标 | 数量指标 | {cell} | 12座 | 13座 | 10 | 9")["name"] == name


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12座", {"text": "12座", "value": 12, "unit": "座"}),
        ("≥95%", {"text": "≥95%", "comparator": ">=", "value": 95, "unit": "%"}),
        ("≥９５％", {"text": "≥９５％", "comparator": ">=", "value": 95, "unit": "%"}),  # the printed characters stay
        ("90%以上", {"text": "90%以上", "comparator": ">=", "value": 90, "unit": "%"}),
        ("280万平方米", {"text": "280万平方米", "value": 280, "unit": "万平方米"}),  # never converted
        ("1,200", {"text": "1,200", "value": 1200}),
        ("有效提升", {"text": "有效提升"}),  # qualitative
        ("2023年12月底前", {"text": "2023年12月底前"}),  # a date
        ("无", {"text": "无"}),  # stays the text
        ("—", {}),  # an empty cell
        ("/", {}),
        ("", {}),
    ],
)
def test_values(cell: str, value: dict[str, Any]) -> None:
    found = indicator(HEAD, f"产出指标 | 数量指标 | 公厕 | {cell} | {cell} | 10 | 9")
    assert (found.get("target", {}), found.get("actual", {})) == (value, value)


SIGNED = "三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 得分"


@pytest.mark.parametrize(
    ("row", "target", "actual"),
    [
        # the sign fills the target's comparator, the unit both units, the text stays the cell alone
        ("公厕 | ≥ | 12 | 座 | 13 | 10", {"text": "12", "comparator": ">=", "value": 12, "unit": "座"}, {"text": "13", "value": 13, "unit": "座"}),
        # words for the sign
        ("公厕 | 不低于 | 12 | 座 | 13 | 10", {"text": "12", "comparator": ">=", "value": 12, "unit": "座"}, {"text": "13", "value": 13, "unit": "座"}),
        # 定性 is no sign; a unit belongs to numbers only
        ("满意度 | 定性 | 满意 | % | 基本满意 | 10", {"text": "满意"}, {"text": "基本满意"}),
        # the unit's own column before the one in the cell
        ("覆盖率 | ≥ | 95% | % | 96% | 10", {"text": "95%", "comparator": ">=", "value": 95, "unit": "%"}, {"text": "96%", "value": 96, "unit": "%"}),
        # a dash for no unit
        ("公厕 | = | 12座 | — | 13座 | 10", {"text": "12座", "comparator": "=", "value": 12, "unit": "座"}, {"text": "13座", "value": 13, "unit": "座"}),
    ],
)  # fmt: skip
def test_values_with_columns_for_sign_and_unit(row: str, target: dict[str, Any], actual: dict[str, Any]) -> None:
    found = indicator(SIGNED, row)
    assert (found["target"], found["actual"]) == (target, actual)


@pytest.mark.parametrize(("adjusted", "target"), [("12座", "12座"), ("", "10座"), ("/", "10座")])
def test_the_adjusted_target_where_it_is_filled(adjusted: str, target: str) -> None:
    found = indicator("三级指标 | 年初目标值 | 调整后目标值 | 实际完成值", f"公厕 | 10座 | {adjusted} | 13座")
    assert found["target"]["text"] == target


@pytest.mark.parametrize(
    ("head", "cells", "weight", "score"),
    [
        ("分值 | 得分", "10 | 9.5", 10, 9.5),
        ("分值 | 得分", "10分 | 9.5分", 10, 9.5),
        ("分值 | 得分", "10 | ", 10, None),
        ("分值 | 得分", "10 | —", 10, None),
        ("分值/得分", "10/9.5", 10, 9.5),  # both in one cell
        ("得分/分值", "9.5/10", 10, 9.5),  # the larger is the weight
        ("得分", "9.5", None, 9.5),
        ("分值 | 得分", "10 | 优", 10, None),
    ],
)
def test_weights_and_scores(head: str, cells: str, weight: float | None, score: float | None) -> None:
    found = indicator(f"三级指标 | 目标值 | 实际完成值 | {head}", f"公厕 | 12座 | 13座 | {cells}")
    assert (found.get("weight"), found.get("score")) == (weight, score)


@pytest.mark.parametrize(
    ("row", "used"),
    [
        ("产出指标 | 数量指标 | 公厕 | | | | 9", True),
        ("产出指标 | 数量指标 | 公厕 | | | 10 | ", True),  # a name with its weight
        ("产出指标 | 数量指标 | 公厕 | | | | ", False),  # a name alone
        ("产出指标 | 数量指标 | | | | 10 | ", False),  # a weight alone
        ("产出指标 | 数量指标 | 指标1： | | | 10 | ", True),
        ("产出指标 | 数量指标 | …… | | | | 9", False),  # a template's row with one value
        ("产出指标 | 数量指标 | 指标2： | — | / | | ", False),
    ],
)
def test_rows_that_the_unit_filled_in(row: str, used: bool) -> None:
    assert bool(read(TITLE, ruled(HEAD, ROW, row))["indicators"][1:]) == used


def test_notes_of_indicators() -> None:
    for cell, note in (("偏远社区\n未覆盖", "偏远社区未覆盖"), ("无", "无"), ("—", None)):
        assert indicator(HEAD + " | 偏差原因分析", f"{ROW} | {cell}").get("note") == note


@pytest.mark.parametrize(
    ("rows", "funds"),
    [
        ([FUND_HEAD, "年度资金总额： | 100 | 120 | 110 | 10 | 91.67% | 9.17"],
         [{"label": "年度资金总额", "original": 100, "revised": 120, "executed": 110, "weight": 10, "rate": 91.67, "score": 9.17}]),
        # 其中： stays
        ([FUND_HEAD, "其中：财政拨款 | 100 | 120 | 110 | — | / | "], [{"label": "其中：财政拨款", "original": 100, "revised": 120, "executed": 110}]),
        # yuan
        ([FUND_HEAD.replace("万元", "元"), "年度资金总额 | 1,000,000 | 1,200,000 | 1,100,000.50 | 10 | 91.67 | 9.17"],
         [{"label": "年度资金总额", "original": 100, "revised": 120, "executed": 110.00005, "weight": 10, "rate": 91.67, "score": 9.17}]),
        # a column's own unit before the form's
        (["项目资金（万元） | 年初预算数（元） | 全年执行数", "年度资金总额 | 5000 | 0.5"], [{"label": "年度资金总额", "original": 0.5, "executed": 0.5}]),
        # a bare budget is the revised one
        (["资金来源 | 预算数（A） | 执行数（B） | 执行率（B/A）", "财政拨款 | 120 | 110 | 91.67%"],
         [{"label": "财政拨款", "revised": 120, "executed": 110, "rate": 91.67}]),
        # unless there is a revised one as well
        (["资金来源 | 预算数 | 调整后预算数 | 执行数", "财政拨款 | 100 | 120 | 110"],
         [{"label": "财政拨款", "original": 100, "revised": 120, "executed": 110}]),
        # the weight in the block's heading is the row of totals'
        (["预算执行情况（20分） | 预算数 | 执行数 | 得分", "总额 | 120 | 110 | 18.3", "其他资金 | 5 | 5 | "],
         [{"label": "总额", "revised": 120, "executed": 110, "weight": 20, "score": 18.3}, {"label": "其他资金", "revised": 5, "executed": 5}]),
        # nothing and 0 apart
        ([FUND_HEAD, "其他资金 | 0 | | — | | | "], [{"label": "其他资金", "original": 0}]),
        # a reason for the gap
        (["资金来源 | 预算数 | 执行数 | 未完成原因", "财政拨款 | 120 | 110 | 招标推迟"], [{"label": "财政拨款", "revised": 120, "executed": 110, "note": "招标推迟"}]),
    ],
    ids=case_id,
)  # fmt: skip
def test_funds(rows: list[str], funds: list[dict[str, Any]]) -> None:
    assert read(TITLE, ruled("项目名称 | 公厕建设", *rows), ruled(HEAD, ROW))["funds"] == funds


def test_the_money_unit_above_the_form() -> None:
    table = ruled("项目名称 | 公厕建设 | <", "资金来源 | 预算数 | 执行数", "财政拨款 | 5000 | 4000")
    (row,) = read(TITLE, "单位：元", table, ruled(HEAD, ROW))["funds"]
    assert (row["revised"], row["executed"]) == (0.5, 0.4)


@pytest.mark.parametrize(
    ("labels", "total"),
    [
        (["财政拨款", "年度资金总额"], "年度资金总额"),  # called so
        (["合计", "年度资金总额"], "年度资金总额"),  # of two the year's
        (["财政拨款", "其他资金"], "财政拨款"),  # else the first
    ],
)
def test_the_row_of_totals(labels: list[str], total: str) -> None:
    table = ruled("资金来源 | 预算数 | 执行数", *(f"{label} | 120 | 110" for label in labels))
    assert stated(total_funds(form(TITLE, table)))["label"] == total


def test_without_funds_there_is_no_row_of_totals() -> None:
    assert total_funds(form(TITLE, ruled(HEAD, ROW))) is None


def test_splits_by_source_and_by_kind_of_spending() -> None:
    rows = ("其中：一般公共预算：185.7 | 政府性基金拨款：", "基本支出：165.99 | 项目支出：无")
    found = read("部门整体支出绩效自评表", ruled("部门名称 | 云亭市城管局", *rows), ruled(HEAD, ROW))
    assert (found["by_source"], found["by_nature"]) == ({"general_public": 185.7}, {"basic": 165.99, "project": 0})


@pytest.mark.parametrize(
    ("rows", "goal"),
    [
        (["预期目标 | 实际完成情况", "新建公厕12座 | 新建公厕13座"], {"expected": "新建公厕12座", "actual": "新建公厕13座"}),
        (["预期目标 | 实际完成情况", "目标甲 | 完成甲", "目标乙 | —"], {"expected": "目标甲目标乙", "actual": "完成甲"}),  # several
        (["预期目标 | 实际完成情况", "— | 新建公厕13座"], {"actual": "新建公厕13座"}),  # a dash is none
        (["预期目标 | 实际完成情况", "（简要说明）新建公厕12座 | 新建公厕13座"], {"expected": "新建公厕12座", "actual": "新建公厕13座"}),  # a hint
    ],
    ids=case_id,
)  # fmt: skip
def test_goals(rows: list[str], goal: dict[str, str]) -> None:
    assert read(TITLE, ruled(*rows), ruled(HEAD, ROW))["goal"] == goal


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        # a project's form
        ("项目名称 | 公厕建设 | 实施单位 | 云亭市环卫所 | 主管部门 | 云亭市城管局 | <",
         {"subject": "公厕建设", "unit": "云亭市环卫所", "supervisor": "云亭市城管局", "kind": "project"}),
        # a department's: itself the subject
        ("部门名称 | 云亭市城管局 | < | < | < | < | <", {"subject": "云亭市城管局", "unit": "云亭市城管局", "kind": "department"}),
        # the local supervisor where a central one is named, too
        ("项目名称 | 公厕建设 | 中央主管部门 | 甲部 | 地方主管部门 | 乙局 | <", {"subject": "公厕建设", "supervisor": "乙局", "kind": "transfer"}),
        ("项目名称 | 公厕建设 | 中央主管部门 | 甲部 | < | < | <", {"subject": "公厕建设", "supervisor": "甲部", "kind": "project"}),
        # without the seal
        ("项目名称 | 公厕建设 | 实施单位 | 云亭市环卫所（盖章） | < | < | <", {"subject": "公厕建设", "unit": "云亭市环卫所", "kind": "project"}),
    ],
)  # fmt: skip
def test_what_a_form_is_about(head: str, facts: dict[str, str]) -> None:
    found = read("绩效自评表", ruled(head, HEAD, ROW))
    assert {name: found[name] for name in ("subject", "unit", "supervisor", "kind") if name in found} == facts


@pytest.mark.parametrize(
    ("blocks", "title", "year"),
    [
        (["2022年度项目支出绩效自评表", ruled(HEAD, ROW)], "2022年度项目支出绩效自评表", 2022),
        ([TITLE, "（2022年度）", ruled(HEAD, ROW)], TITLE, 2022),
        ([TITLE, ruled("项目名称 | 公厕建设 | 年度 | 2022", "三级指标 | 目标值 | 实际完成值 | 得分", "公厕 | 12座 | 13座 | 10")], TITLE, 2022),
        ([TITLE, ruled(HEAD, ROW)], TITLE, None),
    ],
    ids=range(4),
)  # fmt: skip
def test_title_and_year(blocks: Sequence[str | Table], title: str, year: int | None) -> None:
    found = read(*blocks)
    assert (found["title"], found.get("year")) == (title, year)


def test_what_a_form_does_not_say_the_document_does() -> None:
    found = stated(evaluation(form("绩效自评表", ruled(HEAD, ROW)), cite(2023, text("2023年度")), "department"))
    assert (found["kind"], found["year"]) == ("department", 2023)


def test_the_kind_in_the_title_goes_before_what_the_fields_say() -> None:
    table = ruled("项目名称 | 公厕建设 | < | < | < | < | <", HEAD, ROW)
    assert read("部门整体支出绩效自评表", table)["kind"] == "department"


def test_the_department_above_a_form() -> None:
    found = read("部门整体支出绩效自评表", "部门名称：云亭市城管局", ruled(HEAD, ROW))
    assert (found["unit"], found["subject"]) == ("云亭市城管局", "云亭市城管局")


@pytest.mark.parametrize(
    ("rows", "closing"),
    [
        (["总分 | < | < | < | < | 100 | 98.5"], {"total_weight": 100, "total_score": 98.5}),
        (["总分 | < | < | < | < | 100 | "], {"total_weight": 100}),  # the trap of the Hunan form
        (["总分 | < | < | < | 100/98.5 | < | <"], {"total_weight": 100, "total_score": 98.5}),
        (["自评等级 | 优 | < | < | < | < | <"], {"grade": "优"}),
        (["自评结论 | 自评等级为良。 | < | < | < | < | <"], {"grade": "良", "conclusion": "自评等级为良。"}),  # the grade in a sentence
        (["存在问题 | 无 | < | < | < | < | <"], {"problems": "无"}),  # as printed
        (["存在问题 | （不超过200字）执行偏慢。 | < | < | < | < | <"], {"problems": "执行偏慢。"}),
        (["存在的问题及改进措施 | 执行偏慢，加强调度。 | < | < | < | < | <"], {"problems": "执行偏慢，加强调度。"}),
        (["改进措施 | 加强\n调度。 | < | < | < | < | <"], {"measures": "加强调度。"}),
    ],
    ids=case_id,
)  # fmt: skip
def test_closing_rows(rows: list[str], closing: dict[str, Any]) -> None:
    found = read(TITLE, ruled(HEAD, ROW, *rows))
    names = ("total_weight", "total_score", "grade", "conclusion", "problems", "measures")
    assert {name: found[name] for name in names if name in found} == closing


@pytest.mark.parametrize(
    ("cell", "grade"),
    [
        ("优", "优"),
        ("良好", "良好"),
        ("“优”", "优"),
        ("（A级）", "A级"),
        ("☑优 □良 □中 □差", "优"),  # boxes before
        ("□优 ☑良 □中 □差", "良"),
        ("优□ 良☑ 中□ 差□", "良"),  # boxes behind
        ("□优 □良", None),  # none is ticked
        ("完成较好", None),
        ("98", None),
    ],
)
def test_grades(cell: str, grade: str | None) -> None:
    assert stated(grade_in(text(cell))) == grade


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("自评等级为优。", "优"),
        ("评价结论：良好", "良好"),
        ("综合评定为“优秀”", "优秀"),
        ("绩效评价等级属于B级", "B"),
        ("整体支出绩效良好", None),  # a general remark
        ("评价为优化流程提供依据", "优"),
    ],
)
def test_grades_in_sentences(sentence: str, grade: str | None) -> None:
    assert stated(grade_stated(text(sentence))) == grade


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("云亭市环卫所（盖章）", "云亭市环卫所"),
        ("云亭市环卫所 （公章） ", "云亭市环卫所"),
        ("云亭市环卫所（本级）", "云亭市环卫所（本级）"),
        ("云亭市环卫所", "云亭市环卫所"),
    ],
)
def test_names_without_the_seal(printed: str, name: str) -> None:
    assert without_seal(text(printed)).string == name


@pytest.mark.parametrize(
    ("blocks", "evaluates"),
    [
        ([TITLE, ruled(HEAD, ROW)], True),
        (["公厕建设情况表", ruled(HEAD, ROW)], True),  # results prove it, whatever its title
        ([TITLE, ruled("三级指标 | 目标值 | 分值 | 得分", "公厕 | 12座 | 10 | 9")], True),  # scores under a title that says so
        (["项目绩效评价表", ruled("三级指标 | 目标值 | 分值 | 得分", "公厕 | 12座 | 10 | 9")], True),
        (["公厕建设目标表", ruled("三级指标 | 目标值 | 分值 | 得分", "公厕 | 12座 | 10 | 9")], False),  # not under another
        (["绩效目标表", ruled("三级指标 | 目标值 | 分值", "公厕 | 12座 | 10")], False),  # targets alone
        (["绩效目标申报表", ruled(HEAD, ROW)], False),
        (["绩效目标申报及自评表", ruled(HEAD, ROW)], True),  # both in one
        (["绩效运行监控表", ruled(HEAD, ROW)], False),
        (["干部考核评分表", ruled(HEAD, ROW)], False),  # a scoring scheme for officials
        ([TITLE, ruled("三级指标 | 目标值 | 1-7月完成值 | 得分", "公厕 | 12座 | 6座 | 9")], False),  # part of the year
        ([TITLE, ruled("项目名称 | 公厕建设 | <", "资金来源 | 预算数 | 执行数", "财政拨款 | 100 | 90")], True),  # money alone
        (["公厕建设情况表", ruled("项目名称 | 公厕建设 | <", "资金来源 | 预算数 | 执行数", "财政拨款 | 100 | 90")], False),
        (["公厕建设情况表", ruled("预期目标 | 实际完成情况", "新建公厕12座 | 新建公厕13座")], True),  # goal and result
        ([TITLE, ruled("预期目标 | 新建公厕12座")], False),  # a goal alone
    ],
    ids=range(15),
)  # fmt: skip
def test_forms_that_report_results(blocks: Sequence[str | Table], evaluates: bool) -> None:
    assert is_evaluation(form(*blocks)) == evaluates


def test_values_are_quoted_as_printed() -> None:
    table = ruled(HEAD, "产出指标（50） | 数量指标 | 公厕 | 不低于 12 座 | 13座 | 10 分 | 9")
    (row,) = evaluation(form(TITLE, table), None, None)["indicators"]
    target = row["target"]
    leaves = (row["level1"], row["level1_weight"], target["comparator"], target["value"], target["unit"], row["weight"])
    quotes = [q.quote for leaf in leaves if leaf for q in leaf.evidence]
    assert quotes == ["产出指标", "50", "不低于", "12", "座", "10 分"]
