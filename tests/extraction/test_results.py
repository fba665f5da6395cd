"""The document's own score and grade, and what it says of their use. A line a case; the comment says what it protects."""

from __future__ import annotations

from typing import Any

import pytest
from small_contexts import context, report, stated
from small_documents import case_id, ruled, text

from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.results import disclosure, self_assessment
from selfeval_extract.record.cited import cite_text


def read(of: Context, title: str = "部门整体支出绩效自评报告") -> dict[str, Any]:
    found: dict[str, Any] = stated(self_assessment(of, cite_text(text(title))))
    return found


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("我局自评得分96.5分，自评等级为“优”。", {"score": 96.5, "grade": "优"}),
        ("自评综合得分为96.5分，评价结果为良好", {"score": 96.5, "grade": "良好"}),
        ("经自评，本项目得96.5分", {"score": 96.5}),
        ("综合评定得分：98分，等级：A级", {"score": 98, "grade": "A"}),
        ("自评96.5分，属于优秀等次", {"score": 96.5, "grade": "优秀"}),  # the grade behind the score
        ("自评得分96.5分，整体支出绩效良好", {"score": 96.5}),  # a general remark is no grade
        ("产出指标得分48分，效益指标得分30分，总得分96.5分", {"score": 96.5}),  # the whole before its parts
        ("决策得10分，过程得20分，共计得分98分", {"score": 98}),  # parts added up
        ("其中产出指标得分48分", {}),  # a part alone
        ("自评得分90分以上的单位", {}),  # a threshold
        pytest.param(
            "满分100分，扣3.5分，自评得分96.5分", {"score": 96.5},
        ),
        ("自评得分率为96.5%", {}),
        ("指标分值100分", {}),
        ("自评得分96.5分值得肯定", {}),  # 分值
    ],
)  # fmt: skip
def test_scores_and_grades_in_prose(line: str, result: dict[str, Any]) -> None:
    assert read(report("六、自评结论", line)) == result


def test_the_first_score_and_grade_of_several() -> None:
    lines = ("自评得分96.5分，等级为优。", "评价得分90分，等级为良。")
    assert read(report("六、自评结论", *lines)) == {"score": 96.5, "grade": "优"}


def test_problems_give_no_score() -> None:
    assert read(report("七、存在的问题", "自评得分96.5分不够准确。")) == {}


def test_a_grade_alone_below_its_label() -> None:
    assert read(report("六、自评结论", "（一）自评得分：96.5分。", "（二）自评等级：优。")) == {
        "score": 96.5,
        "grade": "优",
    }


def test_a_section_on_measures_and_the_conclusion_gives_one() -> None:
    assert read(report("七、改进方向及自评结论", "自评总分96.5分，自评等级为优。")) == {"score": 96.5, "grade": "优"}


FORM = ("一级指标 | 三级指标 | 目标值 | 实际完成值 | 分值 | 得分", "产出指标 | 公厕 | 12座 | 13座 | 90 | 88")


@pytest.mark.parametrize(
    ("rows", "result"),
    [
        (["总分 | < | < | < | 100 | 98"], {"score": 98}),
        (["总分 | < | < | < | 100 | 98", "评价等级 | 优 | < | < | < | <"], {"score": 98, "grade": "优"}),
        (["总分 | < | < | < | 100 | 98", "评价结论 | 自评等级为良 | < | < | < | <"], {"score": 98, "grade": "良"}),
        (["总分 | < | < | < | 100 | "], {}),  # the trap of the Hunan form
    ],
    ids=case_id,
)  # fmt: skip
def test_results_of_the_only_form(rows: list[str], result: dict[str, Any]) -> None:
    assert read(context("项目支出绩效自评表", ruled(*FORM, *rows))) == result


def test_prose_goes_before_the_form() -> None:
    form = ruled(*FORM, "总分 | < | < | < | 100 | 98")
    assert read(report("六、自评结论", "自评得分96.5分。", "附件", "项目支出绩效自评表", form)) == {"score": 96.5}
    assert read(report("六、自评结论", "完成较好。", "附件", "项目支出绩效自评表", form)) == {"score": 98}


def test_several_forms_give_no_result() -> None:
    form = ruled(*FORM, "总分 | < | < | < | 100 | 98")
    assert read(context("项目支出绩效自评表", form, "项目支出绩效自评表", form)) == {}


@pytest.mark.parametrize("title", ["2023年度绩效运行监控报告", "项目事前绩效评估报告"])
def test_reports_on_something_else_give_no_result(title: str) -> None:
    assert read(report("六、自评结论", "自评得分96.5分。"), title) == {}


@pytest.mark.parametrize(
    ("lines", "use"),
    [
        (["九、绩效自评结果拟应用和公开情况", "随决算公开。", "作为预算安排的依据。"], "随决算公开。作为预算安排的依据。"),
        (["九、绩效自评结果拟应用和公开情况：随决算公开。"], "随决算公开。"),
        pytest.param(
            ["九、绩效自评结果拟应用和公开情况"], None,  # nothing stands there
        ),
        (["九、其他需要说明的情况", "随决算公开。"], None),
    ],
    ids=case_id,
)  # fmt: skip
def test_use_and_publication(lines: list[str], use: str | None) -> None:
    assert stated(disclosure(report(*lines))) == use
