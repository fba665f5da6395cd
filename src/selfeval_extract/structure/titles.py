"""Lines that are titles: of a report, of a form, and the small lines around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selfeval_extract.document import Paragraph, Text, join
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import list_number
from selfeval_extract.vocabulary.roles import Kind
from selfeval_extract.vocabulary.words import word_role, wording

_BRACKETED_YEAR = regex(r"\(?(?:19|20)\d{2}-?(?:20\d{2})?年?度?\)?")
_YEAR_AND_UNIT = regex(r"(?:19|20)\d{2}年度?(?:金额|货币)?单位:[^:]{1,4}")
_SENTENCE = regex(r"[。;!?]|[,:].*[,:]")
_SMALL = regex(
    r"(附(件|表|录)?[一二三四五六七八九十\d]*+[-\d]*+[:.]?|(公开|表)[-\d]*+表?|.{0,4}编号[:].*|\(?盖章\)?|目录|(19|20|二)[\d〇零一二三四五六七八九]{3}年.{1,3}月(.{1,3}日)?|\d+|第[一二三四五六七八九十]+部分.*|-\d+-)"
)
_SMALL_INSIDE = regex(r"(?:填报|报告|评价|编制)(?:日期|时间|人|单位)|单位:")
_LONGEST = 60
_REPORT_END = regex(r".*(报告|总结|说明|汇报|情况|材料|函|结果)(书|表)?(\([^()]*\))?$")


def bracketed_year(folded: str) -> bool:
    """A line that holds only a year: （2021年度）, 2022年度."""
    match = _BRACKETED_YEAR.match(folded)
    return bool(_YEAR_AND_UNIT.fullmatch(folded)) or bool(
        match and (match.end() == len(folded) or (folded[0] == "(" and re.match(r"[^:]{2,8}:", folded[match.end() :])))
    )


def _is_numbered(folded: str) -> bool:
    """Whether a line is a point or heading of a list; 第四部分 may stand before a title."""
    number = list_number(folded)
    return number is not None and number.style not in ("part", "lost")


def is_form_title(folded: str) -> bool:
    """A line that names a form: …自评表, …绩效评价表（2023年度）, …监控表."""
    return (
        4 <= len(folded) <= _LONGEST
        and not _SENTENCE.search(folded)
        and not _is_numbered(folded)
        and word_role("titles", folded) == "form"
        and not folded.startswith(("附件:", "详见", "见"))
    )


def is_report_title(folded: str) -> bool:
    """A line that ends the title of a report: …绩效自评报告."""
    return (
        5 <= len(folded) <= 2 * _LONGEST
        and not _SENTENCE.search(folded)
        and not _is_numbered(folded)
        and word_role("titles", folded) == "report"
        and bool(_REPORT_END.fullmatch(folded))
    )


def is_small_line(folded: str) -> bool:
    """A line around a title that is no part of it: 附件2, a form's number, a date, a label with its value."""
    return (
        folded.endswith(":")
        or bool(_SMALL_INSIDE.search(folded))
        or bool(_SMALL.fullmatch(folded))
        or bracketed_year(folded)
    )


def title_above(lines: Sequence[Paragraph], end: int) -> Text:
    """The whole title whose last line is lines[end]: with the lines above it that can only be its beginning.

    A line that lacks its year is the end of a broken title; one that lacks only the unit may have it on the line above.
    """
    start = end
    while start > 0 and _begins_title(
        lines[start - 1].text.folded.text, "".join(p.text.folded.text for p in lines[start : end + 1]), end - start
    ):
        start -= 1
    return join([p.text for p in lines[start : end + 1]], "")


def _begins_title(folded: str, below: str, above: int) -> bool:
    if (
        not 4 <= len(folded) <= _LONGEST
        or above >= 3
        or _SENTENCE.search(folded)
        or ":" in folded
        or folded.endswith(("。", "、"))
        or _SIGNED_ON.search(folded)
    ):
        return False
    if (
        is_small_line(folded)
        or _is_numbered(folded)
        or is_form_title(folded)
        or is_report_title(folded)
        or is_noise(folded)
    ):
        return False
    if folded.endswith("关于"):
        return True
    if below.startswith("关于"):
        return _BODY.search(folded) is not None
    if _YEAR_ANYWHERE.search(below) and not _SAYS_NO_SUBJECT.fullmatch(below):
        return _BODY.search(folded) is not None and not _BODY.search(below[: len(below) // 2])
    return True


_SIGNED_ON = regex(
    r"(?:(?:19|20)\d{2}|[〇零○一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?$"
)
"""The date under a report that stands before a form."""
_YEAR_ANYWHERE = regex(r"(?:19|20)\d{2}")
_SAYS_NO_SUBJECT = regex(
    r"\(?(?:19|20)\d{2}年?度?\)?(?:项目)?(?:支出|资金)?(?:绩效)?(?:自评|评价|自评价)(?:总结|情况)?(?:的)?(?:报告|说明|总结)"
)
_BODY = regex(
    r"(?:局|委|办|中心|厅|院|校|所|站|队|会|馆|处|政府|街道|公司|集团|团|社|部|署|台|库|园|场|乡|镇|村|法院|检察院|幼儿园|中学|小学|大学|学院)(?:\(.{0,60}\)|本级)?$"
)


def is_noise(folded: str) -> bool:
    """A line of a web page around the document."""
    return wording("web_page", "line").fullmatch(folded) is not None


_DATE_LINE = regex(r"(?:(?:19|20)\d{2}|二[〇零○O0][〇零○O0一二三四五六七八九]{2})年.{1,3}月(?:.{1,3}日)?")


_SIGNED = regex(r"(?:填[表报]|制表|审核|经办|复核|报告|编制)(?:人|日期|时间)[^:]{0,6}:.{0,60}$")


def without_signature(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs without the signature at the end: who filled it in, the date, and the unit's name above it."""
    kept = list(paragraphs)
    while kept and (not kept[-1].text or _SIGNED.match(kept[-1].text.folded.text)):
        kept.pop()
    if kept and _DATE_LINE.fullmatch(kept[-1].text.folded.text):
        kept.pop()
        while kept and (
            not kept[-1].text or (len(kept[-1].text.folded.text) <= 30 and _BODY.search(kept[-1].text.folded.text))
        ):
            kept.pop()
    return kept


_KINDS: tuple[Kind, ...] = ("transfer", "department", "project")
"""In this order: 转移支付项目 is a transfer, 部门整体支出…项目 a department."""


def kind_of(folded: str) -> Kind | None:
    """What a title says is evaluated; None if it does not say."""
    return next((kind for kind in _KINDS if wording("kinds", kind).search(folded)), None)
