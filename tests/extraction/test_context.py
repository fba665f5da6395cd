"""What a document's prose is: whether it is a report, and the topics of its paragraphs. The comment says what a case protects."""

from __future__ import annotations

import pytest
from small_contexts import context
from small_documents import ruled

from selfeval_extract.document import Table

FORM = ruled("三级指标 | 目标值 | 实际完成值", "公厕 | 12座 | 13座")


@pytest.mark.parametrize(
    ("blocks", "is_report"),
    [
        (["一、基本情况", "28人。", "二、存在的问题", "无。"], True),
        (["一、基本情况", "28人。"], True),  # one section and no form
        (["一、基本情况", "28人。", FORM], False),  # one section beside a form
        (["一、基本情况", "28人。", "二、存在的问题", "无。", FORM], True),
        (["二、公厕管护", "已完成。"], False),  # no section of a known topic
        (["一、基本情况", "28人。", "附件", FORM], False),  # an annex is no second topic
        ([FORM], False),
    ],
    ids=range(7),
)  # fmt: skip
def test_documents_with_a_narrative(blocks: list[str | Table], is_report: bool) -> None:
    assert context(*blocks).is_report == is_report


def test_prose_has_the_topic_of_its_section_and_of_the_outermost_one() -> None:
    lines = (
        "总述。",
        "一、支出情况",
        "略。",
        "（一）公厕管护",
        "已完成。",
        "（二）项目支出",
        "80万元。",
        "二、存在的问题",
    )
    of = context(*lines)
    assert [(topic, outer, text.string) for topic, outer, text in of.paragraphs()] == [
        (None, None, "总述。"),
        ("funds", "funds", "略。"),
        ("funds", "funds", "已完成。"),  # a heading of no topic keeps that of the section around it
        ("project_spending", "funds", "80万元。"),
        ("problems", "problems", "存在的问题"),  # a heading with nothing below it speaks for itself
    ]
