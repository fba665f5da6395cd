"""PUB: whether all that a publication needs is in this document. Parts may have been published as files of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext, PrintedText
from selfeval_extract.checks.rules.headings import has_numbers, misnumbered
from selfeval_extract.checks.rules.sections import absent_parts, follows_hunan, required_parts
from selfeval_extract.checks.verdict import Verdict, failed, judged, missing, not_applicable, passed
from selfeval_extract.document import folded_text
from selfeval_extract.record.masking import has_personal_data
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.words import check_words, says, wording

_NO_REPORT = missing("自评报告正文", "a narrative report in this document")
_NO_TEXT = missing("文件原文", "the document's text")
_BANK = regex(r"(?:账号|帐号|账户|卡号|开户行)[^\d。;]{0,20}\d{12,19}(?!\d)")
_MOST_PRINTED = 10
_MOST_NAMED = 8
_LONG_NUMBER = regex(r"\d(?:-?\d){10}")
"""A mobile number has eleven digits, the others more."""
_FIRST_NUMBERS = (None, "一", "1", "第一部分", "I", "Ⅰ", "壹", "（一）")


def _report(context: CheckContext) -> Verdict | None:
    """The verdict on a document that has no narrative on its results."""
    other = wording("other_documents", "report").search(folded_text(context.report.title or ""))
    return None if context.is_report and not other else _NO_REPORT


def _department(context: CheckContext) -> Verdict | None:
    """The verdict on a document that does not evaluate a whole department."""
    not_one = not_applicable("不是部门整体支出自评", "not the evaluation of a whole department")
    return None if context.report.kind == "department" else not_one


@check("PUB-01", needs=_report)
def sections_present(context: CheckContext) -> Verdict:
    parts = required_parts(context)
    absent = absent_parts(context, parts)
    zh, en = "、".join(p.zh for p in absent), ", ".join(p.en for p in absent)
    if not absent:
        return passed(f"提纲要求的{len(parts)}部分齐全", f"all {len(parts)} sections are there", "/outline")
    if not follows_hunan(context) and _may_hide(context, len(absent)):
        return missing(f"可辨认的{zh}标题", f"headings that can be told to be {en}", "/outline")
    zh = f"应有{len(parts)}部分，本文件未见{len(absent)}部分：{zh}"
    return failed(zh, f"{len(absent)} of {len(parts)} sections are not in this document: {en}", "/outline")


def _may_hide(context: CheckContext, absent: int) -> bool:
    """Whether the sections that were not found may be among those whose heading has no topic, or in a part that the
    document does not print."""
    top = [s for s in context.report.outline if s.level == 1]
    without_topic = sum(1 for s in top if s.topic is None)
    unnumbered = not any(s.number for s in context.report.outline)
    first = top[0].number if top else None
    return unnumbered or without_topic >= absent or len(top) < 3 or first not in _FIRST_NUMBERS


@check("PUB-02", needs=_report)
def annexes_present(context: CheckContext) -> Verdict:
    annexes = list(_annexes(context))
    here = "、".join(zh for zh, _, there in annexes if there)
    gone = [(zh, en) for zh, en, there in annexes if not there]
    if not gone:
        return passed(f"附有{here}", "the forms are annexed", "/evaluations")
    zh, en = "、".join(zh for zh, _ in gone), ", ".join(en for _, en in gone)
    hunan = follows_hunan(context)
    zh = f"本文件未附{zh}（可能另行公开）" + (f"，附有{here}" if here else "")
    en = f"not in this document (perhaps published apart): {en}"
    if hunan:
        return failed(zh, en, "/evaluations", "/base_data")
    return failed(zh, en, "/evaluations")._replace(severity="info")


def _annexes(context: CheckContext) -> Iterator[tuple[str, str, bool]]:
    """(name, name in English, whether it is in the document) of each form that belongs to the report."""
    if context.report.kind != "department":
        yield "项目支出绩效自评表", "form of the project", bool(context.forms)
        return
    if follows_hunan(context):
        wording = check_words("publication", "base_table")
        table = any(wording.search(line.folded) for line in context.lines if line.in_table)
        yield "部门整体支出绩效评价基础数据表", "base data table", context.report.base_data is not None or table
    yield "部门整体支出绩效自评表", "form of the department", bool(context.department_forms)


@check("PUB-03", needs=_report)
def says_where_published(context: CheckContext) -> Verdict:
    disclosed, channel = check_words("publication", "disclosed"), check_words("publication", "channel")
    sentences = [(p, s) for p, s in context.sentences() if disclosed.search(s)]
    of_results = [(p, s) for p, s in sentences if p.topic == "result_use" or says("publication", "of_results", s)]
    channels = [p for p, s in of_results if channel.search(s)]
    if channels:
        return passed("写明自评结果的公开渠道", "the report says where the result is published", channels[0].pointer)
    if any(says("publication", "secret", s) for _, s in sentences):
        return not_applicable("说明不予公开", "the report says that it is not published")
    if context.report.disclosure and disclosed.search(folded_text(context.report.disclosure)):
        return failed("提到公开，但未写公开渠道", "publication is mentioned, but not where", "/disclosure")
    return failed("本文件未写自评结果公开情况", "this document does not say whether the result is published")


@check("PUB-04", needs=_report)
def says_how_used(context: CheckContext) -> Verdict:
    in_section, anywhere = (check_words("publication", role) for role in ("used_in_section", "used_anywhere"))
    for passage, sentence in context.sentences():
        if (in_section if passage.about("result_use") else anywhere).search(sentence):
            return passed("写明自评结果如何应用", "the report says how the result is used", passage.pointer)
    if any(s.topic == "result_use" for s in context.report.outline):
        en = "there is a section on it, but no use is told"
        return failed("有应用和公开部分，但未写结果如何应用", en, "/disclosure")
    return failed("本文件未写自评结果如何应用", "this document does not say how the result is used")


@check("PUB-05", needs=_department)
def every_project_evaluated(context: CheckContext) -> Verdict:
    spending = context.report.spending
    funded = [n for n, p in enumerate(spending.projects or []) if p.amount is None or p.amount > 0]
    if not funded and spending.project and context.is_report:
        return missing("项目明细", "a list of projects", "/spending/project")
    if not funded:
        return not_applicable("没有列项目支出", "no projects with spending are listed")
    forms = context.project_forms
    enough = len(forms) >= len(funded)
    zh = f"列有{len(funded)}个有支出的项目，本文件附{len(forms)}张项目自评表" + ("" if enough else "（可能另行公开）")
    en = f"{len(funded)} projects with spending, {len(forms)} project forms in this document"
    return judged(enough, zh, en, *(f"/spending/projects/{n}" for n in funded), *(f.pointer for f in forms))


@check("PUB-06")
def preparer_given(context: CheckContext) -> Verdict:
    if not context.lines or (_report(context) and not context.forms):
        return missing("自评表或自评报告", "a form or a report in this document")
    line = next(_signed(context.lines), None)
    if line is None:
        return failed("本文件未填填报人、填报日期或联系电话", "no preparer, date or telephone is filled in")
    return passed("填有填报信息", "preparer, date or telephone is filled in", printed=(line.text,))


@cache
def _signatures() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A label of a signature alone in its cell, and one with something behind it."""
    label = rf"(?:{check_words('signatures', 'label').pattern})(?:\([^()]{{0,8}}\))?"
    return regex(rf"{label}:?"), regex(rf"{label}:(?!{check_words('signatures', 'unfilled').pattern})[^:\s]")


def _signed(lines: Sequence[PrintedText]) -> Iterator[PrintedText]:
    """The lines that say who filled in the form, or when: a label with something behind it or in the next cell."""
    alone, filled = _signatures()
    blank = check_words("signatures", "blank")
    for n, line in enumerate(lines):
        if ":" in line.folded and filled.search(line.folded):
            yield line
        elif line.in_table and alone.fullmatch(line.folded) and n + 1 < len(lines):
            beside = lines[n + 1]
            unfilled = not beside.folded or blank.fullmatch(beside.folded) or alone.fullmatch(beside.folded)
            if beside.in_table and not unfilled:
                yield beside


@check("PUB-07", needs=_report)
def headings_in_order(context: CheckContext) -> Verdict:
    if not has_numbers(context):
        return not_applicable("标题没有编号", "headings have no numbers")
    found = misnumbered(context)
    if not found:
        return passed("标题编号体例一致、顺序正确", "headings are numbered alike and in order", "/outline")
    numbers = "、".join(f"“{context.report.outline[n].number}”" for n in found[:_MOST_NAMED])
    zh = f"{len(found)}处标题编号与同级标题体例不一或顺序不对：{numbers}"
    en = f"{len(found)} headings are numbered out of style or order: {numbers}"
    return failed(zh, en, *(f"/outline/{n}/number" for n in found))


@check("PUB-08", needs=_department)
def basic_broken_down(context: CheckContext) -> Verdict:
    spending = context.report.spending
    if spending.personnel is not None and spending.operating is not None:
        fields = ("/spending/personnel", "/spending/operating")
        return passed("分列人员经费和公用经费", "personnel and operating funds are told", *fields)
    if not context.is_report:
        return _NO_REPORT
    if spending.basic is None:
        return missing("基本支出", "basic expenditure")
    en = "basic expenditure is not split into personnel and operating"
    return failed("基本支出未分列人员经费和公用经费", en, "/spending/basic")


@check("PUB-09", needs=_department)
def three_public_stated(context: CheckContext) -> Verdict:
    field = "/spending/three_public"
    if says("publication", "three_public", context.text):
        return passed("反映了三公经费", "the three public expenses are told", field)
    if not context.is_report:
        return _NO_REPORT
    return failed("本文件未反映三公经费", "the three public expenses are not in this document", field)


@check("PUB-10")
def no_personal_data(context: CheckContext) -> Verdict:
    if not context.lines:
        return _NO_TEXT
    lines = context.lines if _LONG_NUMBER.search(context.text) else ()
    long = (line for line in lines if _LONG_NUMBER.search(line.folded))
    found = [line for line in long if has_personal_data(line.text.string) or _BANK.search(line.folded)]
    if not found:
        return passed("未见手机号、身份证号、银行账号", "no mobile, identity or bank account numbers")
    zh = f"{len(found)}处含手机号、身份证号或银行账号，公开前应脱敏"
    en = f"mobile, identity or bank account numbers in {len(found)} places; to be masked before publication"
    return failed(zh, en, printed=tuple(line.text for line in found[:_MOST_PRINTED]))
