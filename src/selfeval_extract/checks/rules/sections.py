"""Which sections a report has to have, and which of them a document lacks.

Hunan's outline has ten, and asks for 无 where there is nothing to tell. Other outlines differ from place to place and
year to year; only what all of them ask for is looked for, and found in whatever part of the document tells it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from selfeval_extract.checks.context import CheckContext
from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.words import check_words

_FUND_TOPICS = {"general_public_budget", "government_funds", "state_capital", "social_insurance"}
_BACKGROUND = ("basic_information", "duties", "staff", "institutions")
_MONEY = ("funds", "general_public_budget", "basic_spending", "project_spending")
_RESULTS = ("performance", "indicators", "conclusion", "goals", "evaluation_work")


class Part(NamedTuple):
    """A section: name in Chinese and English, topics of its headings, and what prose or a heading says that has it."""

    zh: str
    en: str
    topics: tuple[str, ...]
    said: str


HUNAN: tuple[Part, ...] = (
    Part("基本情况", "basic information", _BACKGROUND, ""),
    Part("一般公共预算支出情况", "general public budget", _MONEY, "一般公共预算"),
    Part("政府性基金预算支出情况", "government funds", ("government_funds",), "政府性基金"),
    Part("国有资本经营预算支出情况", "state capital operations", ("state_capital",), "国有资本经营"),
    Part("社会保险基金预算支出情况", "social insurance funds", ("social_insurance",), "社(?:会)?保(?:险)?基金"),
    Part("部门整体支出绩效情况", "performance", _RESULTS, ""),
    Part("存在的问题及原因分析", "problems and causes", ("problems", "problems_and_measures"), ""),
    Part("下一步改进措施", "measures", ("measures", "problems_and_measures"), ""),
    Part("自评结果拟应用和公开情况", "use and publication of the result", ("result_use",), ""),
    Part("其他需要说明的情况", "other matters", ("other_matters",), "其他(?:需要)?(?:说明|补充)"),
)
COMMON: tuple[Part, ...] = (
    Part("基本情况", "basic information", (*_BACKGROUND, "goals"), "基本情况|概况|背景|由来"),
    Part("资金安排和使用情况", "funds", _MONEY, "万?元"),
    Part("绩效情况", "performance", _RESULTS, ""),
    Part("存在的问题", "problems", ("problems", "problems_and_measures"), "问题|不足|偏差|短板"),
    Part("改进措施", "measures", ("measures", "problems_and_measures"), "改进|措施|下一?步|整改"),
)


def in_hunans_outline(context: CheckContext) -> bool:
    """Whether a department's report is to follow Hunan's outline: by the sections on the four budgets that it has, or
    by the place it is of."""
    if context.report.kind != "department" or not context.is_report:
        return False
    topics = {s.topic for s in context.report.outline}
    if len(topics & _FUND_TOPICS) > 1:
        return True
    named = folded_text("".join(filter(None, (context.report.unit, context.report.title))))
    return check_words("publication", "hunan").search(named) is not None and _said(context, HUNAN[1])


def wanted(context: CheckContext) -> tuple[Part, ...]:
    """The sections that a report has to have."""
    if in_hunans_outline(context):
        return HUNAN
    return COMMON[1:] if context.report.kind == "transfer" else COMMON


def absent(context: CheckContext, parts: Sequence[Part]) -> list[Part]:
    """The sections that a document lacks."""
    topics = {s.topic for s in context.report.outline}
    told = _told_elsewhere(context)
    return [p for p in parts if p.zh not in told and not topics.intersection(p.topics) and not _said(context, p)]


def _said(context: CheckContext, part: Part) -> bool:
    """Whether a heading or the prose speaks of what the section is for."""
    if not part.said:
        return False
    headings = (folded_text(s.heading) for s in context.report.outline)
    return any(re.search(part.said, text) for text in (*headings, *(p.folded for p in context.passages)))


def _told_elsewhere(context: CheckContext) -> set[str]:
    """Sections whose content the record has, under whatever heading or in a form it stands."""
    report, told = context.report, set[str]()
    staff = report.organisation.staff
    if report.organisation.duties or staff.active is not None or staff.authorised is not None:
        told.add("基本情况")
    if context.forms:
        told |= {"资金安排和使用情况", "绩效情况", "部门整体支出绩效情况"}
    if report.problems is not None:
        told |= {"存在的问题", "存在的问题及原因分析"}
    if report.measures is not None:
        told |= {"改进措施", "下一步改进措施"}
    if report.disclosure:
        told.add("自评结果拟应用和公开情况")
    return told
