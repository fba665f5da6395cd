"""Lines that are titles: of a report, of a form, and the small lines around them."""

from __future__ import annotations

from collections.abc import Sequence

from selfeval_extract.document import Paragraph, Text, join
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import NUMERALS, list_number
from selfeval_extract.vocabulary.roles import Kind
from selfeval_extract.vocabulary.words import alternatives, word_role, wording

_LONGEST = 60
_LONGEST_SIGNATURE = 30
_LONGEST_SIGNATURE_BLOCK = 4
_MOST_LINES = 3
"""Lines that a broken title has above its last one."""
_BRACKETED_YEAR = regex(r"\(?(?:19|20)\d{2}-?(?:20\d{2})?年?度?\)?")
_YEAR_AND_UNIT = regex(r"(?:19|20)\d{2}年度?(?:金额|货币)?单位:[^:]{1,4}")
_SHORT_LABEL = regex(r"[^:]{2,8}:")
_LABEL_FIRST = regex(r"[^:]{1,6}:")
_BREADCRUMB = regex(r"[>»]|^(?:您?(?:现在|当前)?的?|所在)位置")
_SENTENCE = regex(r"[。;!?]|[,:].*[,:]")
_YEAR_ANYWHERE = regex(r"(?:19|20)\d{2}")
_DATED = regex(rf"(?:(?:19|20)\d{{2}}|[〇零○{NUMERALS}]{{4}})年[\d{NUMERALS}]{{1,3}}月(?:[\d{NUMERALS}]{{1,3}}日)?$")
"""The date under a report that stands before a form."""
_DATE_LINE = regex(r"(?:(?:19|20)\d{2}|二[〇零○O0][〇零○O0一二三四五六七八九]{2})年.{1,3}月(?:.{1,3}日)?")
_BODY = regex(rf"{alternatives('bodies', 'ending')}(?:\(.{{0,60}}\)|本级)?$")
_KINDS: tuple[Kind, ...] = ("transfer", "department", "project")
"""In this order: 转移支付项目 is a transfer, 部门整体支出…项目 a department."""


def bracketed_year(folded: str) -> bool:
    """Whether a line holds only a year: （2021年度）, 2022年度; or a year and the money unit."""
    match = _BRACKETED_YEAR.match(folded)
    if match is None:
        return False
    rest = folded[match.end() :]
    return not rest or (folded[0] == "(" and bool(_SHORT_LABEL.match(rest))) or bool(_YEAR_AND_UNIT.fullmatch(folded))


def is_form_title(folded: str) -> bool:
    """Whether a line names a form: …自评表, …绩效评价表（2023年度）, …监控表."""
    return (
        4 <= len(folded) <= _LONGEST
        and _may_be_title(folded)
        and word_role("titles", folded) == "form"
        and not folded.startswith(("附件:", "详见", "见"))
    )


def is_report_title(folded: str) -> bool:
    """Whether a line ends the title of a report: …绩效自评报告."""
    return (
        5 <= len(folded) <= 2 * _LONGEST
        and _may_be_title(folded)
        and word_role("titles", folded) == "report"
        and bool(wording("title_lines", "report_end").fullmatch(folded))
    )


def names_self_evaluation(folded: str) -> bool:
    """Whether a title is that of a report on a self-evaluation, and not of something that a report is part of."""
    return "自评" in folded or "自我评价" in folded or "报告" in folded


def _may_be_title(folded: str) -> bool:
    return not (
        _SENTENCE.search(folded) or _LABEL_FIRST.match(folded) or _BREADCRUMB.search(folded)
    ) and not _is_numbered(folded)


def _is_numbered(folded: str) -> bool:
    """Whether a line is a point or heading of a list; 第四部分 may stand before a title."""
    number = list_number(folded)
    return number is not None and number.style not in ("part", "lost")


def is_small_line(folded: str) -> bool:
    """Whether a line stands around a title and is not part of it: 附件2, a form's number, a date, a label with its value."""
    return (
        folded.endswith(":")
        or bool(wording("title_lines", "labels").search(folded))
        or bool(wording("title_lines", "small").fullmatch(folded))
        or bracketed_year(folded)
    )


def is_web_page_line(folded: str) -> bool:
    """Whether a line belongs to the web page around the document: menus, print buttons, footers."""
    return not folded.endswith("。") and wording("web_page", "line").fullmatch(folded) is not None


def title_above(lines: Sequence[Paragraph], end: int) -> Text:
    """The whole title whose last line is lines[end]: with the lines above it that can only be its beginning.

    A line that lacks its year is the end of a broken title; one that lacks only the unit may have it on the line above.
    """
    start = end
    while start > 0 and end - start < _MOST_LINES:
        below = "".join(p.text.folded.text for p in lines[start : end + 1])
        if not _begins_title(lines[start - 1].text.folded.text, below):
            break
        start -= 1
    return join([p.text for p in lines[start : end + 1]], "")


def _begins_title(folded: str, below: str) -> bool:
    """Whether a line can only be the beginning of the title that goes on below it."""
    if not 4 <= len(folded) <= _LONGEST or _SENTENCE.search(folded) or ":" in folded or _DATED.search(folded):
        return False
    if folded.endswith("、") or _is_numbered(folded):
        return False
    if (
        folded.endswith(("公开", "专栏", "栏目", "网站!"))
        or is_small_line(folded)
        or is_form_title(folded)
        or is_report_title(folded)
        or is_web_page_line(folded)
    ):
        return False
    if folded.endswith("关于"):
        return True
    if below.startswith("关于"):
        return names_body(folded)
    if _YEAR_ANYWHERE.search(below) and not wording("title_lines", "without_subject").fullmatch(below):
        return names_body(folded) and not names_body(below[: len(below) // 2])
    return True


def names_body(folded: str) -> bool:
    """Whether a text ends in the name of a public body: 局, 委, 中心, 学校, …"""
    return _BODY.search(folded) is not None


def without_signature(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs without the signature at the end: who filled it in, the date, and the unit's name above it."""
    kept = list(paragraphs)
    while kept and (not kept[-1].text or wording("title_lines", "signed_by").match(kept[-1].text.folded.text)):
        kept.pop()
    if kept and _DATE_LINE.fullmatch(kept[-1].text.folded.text):
        kept.pop()
        while kept and (not kept[-1].text or _is_signature(kept[-1].text.folded.text)):
            kept.pop()
    return kept


def signature_length(paragraphs: Sequence[Paragraph], at: int) -> int:
    """How many lines of a signature begin at a place: names of bodies, and the date below them; 0 if none does."""
    for n, paragraph in enumerate(paragraphs[at : at + _LONGEST_SIGNATURE_BLOCK]):
        folded = paragraph.text.folded.text
        if n and _DATE_LINE.fullmatch(folded):
            return n + 1
        if folded and not _is_signature(folded):
            return 0
    return 0


def _is_signature(folded: str) -> bool:
    return len(folded) <= _LONGEST_SIGNATURE and names_body(folded)


def kind_of(folded: str) -> Kind | None:
    """What a title says is evaluated; None if it does not say."""
    if "项目支出" in folded and "转移支付" not in folded and "整体" not in folded:
        return "project"
    return next((kind for kind in _KINDS if wording("kinds", kind).search(folded)), None)
