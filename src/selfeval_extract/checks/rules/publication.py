"""PUB: whether all that a publication needs is in this document. Parts may have been published as files of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selfeval_extract.checks.catalogue import check
from selfeval_extract.checks.context import CheckContext, PrintedText
from selfeval_extract.checks.rules.headings import faults, numbered
from selfeval_extract.checks.rules.sections import Part, absent, in_hunans_outline, wanted
from selfeval_extract.checks.verdict import Verdict, failed, irrelevant, missing, passed
from selfeval_extract.document import folded_text
from selfeval_extract.record.masking import has_personal_data
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.words import check_words

_LABEL = (
    r"(?:填报人|填表人|制表人|经办人|编制人|联系人|审核人|复核人|责任人|填报日期|填表日期|填报时间|填表时间|评分日期|联系电话|联系方式"
    r"|(?:单位|项目|部门|财务|业务)?(?:主要)?负责人)(?:及(?:联系)?电话)?"
)
_ALONE = regex(rf"{_LABEL}(?:\([^()]{{0,8}}\))?:?")
_BESIDE = regex(
    rf"{_LABEL}(?:\([^()]{{0,8}}\))?:(?!\(|(?:单位|项目|部门|财务|业务|主管|分管)?(?:负责人|经办|联系|填|审核|复核|制表|领导|意见|日期|电话|盖章|签)|[\u4e00-\u9fff]{{0,8}}(?:意见|盖章|签字|签名|签章)|年月日|[_/-])[^:\s]"
)
_BLANK = regex(r"[-/_年月日:()]*")
_BANK = regex(r"(?:账号|帐号|账户|卡号|开户行)[^\d。;]{0,20}\d{12,19}(?!\d)")
_MOST_PRINTED = 10
_LONG_NUMBER = regex(r"\d(?:-?\d){10}")
"""A mobile number has eleven digits, the others more."""


def _no_report(context: CheckContext) -> Verdict | None:
    """The verdict of a check of the narrative where the document has none."""
    title = folded_text(context.report.title or "")
    other = groups("words.toml")["other_documents"]["report"].search(title)
    return None if context.is_report and not other else missing("自评报告正文", "a narrative report in this document")


def _names(parts: Sequence[Part]) -> tuple[str, str]:
    return "、".join(p.zh for p in parts), ", ".join(p.en for p in parts)


@check("PUB-01")
def sections_present(context: CheckContext) -> Verdict:
    nothing = _no_report(context)
    if nothing:
        return nothing
    parts = wanted(context)
    found = absent(context, parts)
    zh, en = _names(found)
    if not found:
        return passed(f"提纲要求的{len(parts)}部分齐全", f"all {len(parts)} sections are there", "/outline")
    if not in_hunans_outline(context) and _may_hide(context, len(found)):
        return missing(f"可辨认的{zh}标题", f"headings that can be told to be {en}", "/outline")
    return failed(
        f"应有{len(parts)}部分，本文件未见{len(found)}部分：{zh}",
        f"{len(found)} of {len(parts)} sections are not in this document: {en}",
        "/outline",
    )


def _may_hide(context: CheckContext, absent: int) -> bool:
    """Whether the sections that were not found may be among those whose heading tells nothing, or in a part that the
    document does not print."""
    top = [s for s in context.report.outline if s.level == 1]
    untold = sum(1 for s in top if s.topic is None)
    unnumbered = not any(s.number for s in context.report.outline)
    first = top[0].number if top else None
    return (
        unnumbered
        or untold >= absent
        or len(top) < 3
        or first not in (None, "一", "1", "第一部分", "I", "Ⅰ", "壹", "（一）")
    )


@check("PUB-02")
def annexes_present(context: CheckContext) -> Verdict:
    nothing = _no_report(context)
    if nothing:
        return nothing
    found = list(_annexes(context))
    here = [zh for zh, _, there in found if there]
    gone = [(zh, en) for zh, en, there in found if not there]
    if not gone:
        return passed(f"附有{'、'.join(here)}", "the forms are annexed", "/evaluations")
    zh = "、".join(z for z, _ in gone)
    verdict = failed(
        f"本文件未附{zh}（可能另行公开）" + (f"，附有{'、'.join(here)}" if here else ""),
        f"not in this document (perhaps published apart): {', '.join(e for _, e in gone)}",
        "/evaluations",
        *(("/base_data",) if in_hunans_outline(context) else ()),
    )
    return verdict if in_hunans_outline(context) else verdict._replace(severity="info")


def _annexes(context: CheckContext) -> Iterator[tuple[str, str, bool]]:
    """(name, name in English, whether it is in the document) of each form that belongs to the report."""
    kind = context.report.kind
    if kind == "department":
        if in_hunans_outline(context):
            wording = check_words("publication", "base_table")
            table = any(wording.search(line.folded) for line in context.lines if line.in_table)
            yield "部门整体支出绩效评价基础数据表", "base data table", context.report.base_data is not None or table
        yield "部门整体支出绩效自评表", "form of the department", bool(context.department_forms)
    else:
        yield "项目支出绩效自评表", "form of the project", bool(context.forms)


@check("PUB-03")
def disclosure_told(context: CheckContext) -> Verdict:
    nothing = _no_report(context)
    if nothing:
        return nothing
    disclosed = check_words("publication", "disclosed")
    told = [(p, s) for p, s in context.sentences() if disclosed.search(s)]
    channels = [p for p, s in told if check_words("publication", "channel").search(s) and _of_results(p.topic, s)]
    if channels:
        return passed("写明自评结果的公开渠道", "the report says where the result is published", channels[0].pointer)
    if any(check_words("publication", "secret").search(s) for _, s in told):
        return irrelevant("说明不予公开", "the report says that it is not published")
    if context.report.disclosure and disclosed.search(folded_text(context.report.disclosure)):
        return failed("提到公开，但未写公开渠道", "publication is mentioned, but not where", "/disclosure")
    return failed("本文件未写自评结果公开情况", "this document does not say whether the result is published")


def _of_results(topic: str | None, sentence: str) -> bool:
    """Whether a sentence on publication is on that of the evaluation."""
    return topic == "result_use" or re.search(r"自评|评价|绩效|本报告|报告", sentence) is not None


@check("PUB-04")
def result_use_told(context: CheckContext) -> Verdict:
    nothing = _no_report(context)
    if nothing:
        return nothing
    in_section, anywhere = (check_words("publication", role) for role in ("used_in_section", "used_anywhere"))
    for passage, sentence in context.sentences():
        if (in_section if passage.about("result_use") else anywhere).search(sentence):
            return passed("写明自评结果如何应用", "the report says how the result is used", passage.pointer)
    if any(s.topic == "result_use" for s in context.report.outline):
        return failed(
            "有应用和公开部分，但未写结果如何应用", "there is a section on it, but no use is told", "/disclosure"
        )
    return failed("本文件未写自评结果如何应用", "this document does not say how the result is used")


@check("PUB-05")
def every_project_evaluated(context: CheckContext) -> Verdict:
    spending = context.report.spending
    if context.report.kind != "department":
        return irrelevant("不是部门整体支出自评", "not the evaluation of a whole department")
    funded = [n for n, p in enumerate(spending.projects or []) if p.amount is None or p.amount > 0]
    if not funded and spending.project and context.is_report:
        return missing("项目明细", "a list of projects", "/spending/project")
    if not funded:
        return irrelevant("没有列项目支出", "no projects with spending are listed")
    count = len(context.project_forms)
    fields = (*(f"/spending/projects/{n}" for n in funded), *(f.pointer for f in context.project_forms))
    return (passed if count >= len(funded) else failed)(
        f"列有{len(funded)}个有支出的项目，本文件附{count}张项目自评表"
        + ("" if count >= len(funded) else "（可能另行公开）"),
        f"{len(funded)} projects with spending, {count} project forms in this document",
        *fields,
    )


@check("PUB-06")
def preparer_told(context: CheckContext) -> Verdict:
    if not context.lines or (_no_report(context) and not context.forms):
        return missing("自评表或自评报告", "a form or a report in this document")
    line = next(_filled(context.lines), None)
    if line is None:
        return failed("本文件未填填报人、填报日期或联系电话", "no preparer, date or telephone is filled in")
    return passed("填有填报信息", "preparer, date or telephone is filled in")._replace(printed=(line.text,))


def _filled(lines: Sequence[PrintedText]) -> Iterator[PrintedText]:
    """The lines that tell who filled in the form, or when: a label with something behind it or in the next cell."""
    for n, line in enumerate(lines):
        if ":" in line.folded and _BESIDE.search(line.folded):
            yield line
        elif line.in_table and _ALONE.fullmatch(line.folded) and n + 1 < len(lines):
            beside = lines[n + 1]
            if beside.in_table and not _BLANK.fullmatch(beside.folded) and not _ALONE.fullmatch(beside.folded):
                yield beside


@check("PUB-07")
def headings_in_order(context: CheckContext) -> Verdict:
    nothing = _no_report(context)
    if nothing:
        return nothing
    if not numbered(context):
        return irrelevant("标题没有编号", "headings have no numbers")
    found = faults(context)
    if not found:
        return passed("标题编号体例一致、顺序正确", "headings are numbered alike and in order", "/outline")
    told = "、".join(f"“{context.report.outline[n].number}”" for n in found[:8])
    return failed(
        f"{len(found)}处标题编号与同级标题体例不一或顺序不对：{told}",
        f"{len(found)} headings are numbered out of style or order: {told}",
        *(f"/outline/{n}/number" for n in found),
    )


@check("PUB-08")
def basic_broken_down(context: CheckContext) -> Verdict:
    spending = context.report.spending
    if context.report.kind != "department":
        return irrelevant("不是部门整体支出自评", "not the evaluation of a whole department")
    if spending.personnel is not None and spending.operating is not None:
        return passed(
            "分列人员经费和公用经费",
            "personnel and operating funds are told",
            "/spending/personnel",
            "/spending/operating",
        )
    if not context.is_report:
        return missing("自评报告正文", "a narrative report in this document")
    if spending.basic is None:
        return missing("基本支出", "basic expenditure")
    return failed(
        "基本支出未分列人员经费和公用经费",
        "basic expenditure is not split into personnel and operating",
        "/spending/basic",
    )


@check("PUB-09")
def three_public_told(context: CheckContext) -> Verdict:
    if context.report.kind != "department":
        return irrelevant("不是部门整体支出自评", "not the evaluation of a whole department")
    if check_words("publication", "three_public").search(context.text):
        return passed("反映了三公经费", "the three public expenses are told", "/spending/three_public")
    if not context.is_report:
        return missing("自评报告正文", "a narrative report in this document")
    return failed(
        "本文件未反映三公经费", "the three public expenses are not in this document", "/spending/three_public"
    )


@check("PUB-10")
def no_personal_data(context: CheckContext) -> Verdict:
    if not context.lines:
        return missing("文件原文", "the document's text")
    lines = context.lines if _LONG_NUMBER.search(context.text) else ()
    long = (line for line in lines if _LONG_NUMBER.search(line.folded))
    found = [line for line in long if has_personal_data(line.text.string) or _BANK.search(line.folded)]
    if not found:
        return passed("未见手机号、身份证号、银行账号", "no mobile, identity or bank account numbers")
    return failed(
        f"{len(found)}处含手机号、身份证号或银行账号，公开前应脱敏",
        f"mobile, identity or bank account numbers in {len(found)} places; to be masked before publication",
        printed=tuple(line.text for line in found[:_MOST_PRINTED]),
    )
