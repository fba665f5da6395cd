"""Title, year, unit and kind of the document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from selfeval_extract.document import Paragraph, Text, folded_text
from selfeval_extract.extraction.context import DocumentStructure
from selfeval_extract.extraction.evaluations import form_kind, form_title, form_year, without_seal
from selfeval_extract.prose.titles import (
    bracketed_year,
    is_report_title,
    kind_of,
    names_self_evaluation,
    title_above,
)
from selfeval_extract.record.cited import Leaf, cite_folded, cite_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.form import Form
from selfeval_extract.values.years import year_in
from selfeval_extract.vocabulary.labels import HEAD_FIELDS, label_key
from selfeval_extract.vocabulary.roles import Kind
from selfeval_extract.vocabulary.words import alternatives, wording

_HEAD_LINES = 40
_BODIES = alternatives("bodies", "ending")
_YEAR = r"\(?(?:19|20)\d{2}(?:-20\d{2})?年?度?\)?"
_AFTER = rf"(?={_YEAR}|\(?(?:本级|机关|部门|单位)?\)?(?:\(单位\))?(?:预算)?整体|部门|单位|项目|关于|中央|省级|市级|财政|绩效|专项|\(本级\)|本级|\([^()]{{2,14}}\){_YEAR}|$)"
_UNIT_IN_TITLE = regex(
    rf"^(?:关于(?:上报|报送|报告|印发|呈报)?)?(?:{_YEAR})?(?P<unit>[^\d,。:;()]{{2,40}}?{_BODIES}(?:\(本级\)|本级)?){_AFTER}"
)
_UNIT_OF_WHOLE = regex(
    rf"^(?!关于)(?:{_YEAR})?(?P<unit>[^\d,。:;()、和的]{{1,12}}[省市县区旗州盟镇乡][^\d,。:;()、和的]{{2,20}}?(?<!支出|项目|资金|预算|本级|年度|部门|单位))(?={_YEAR}(?:部门|单位)整体|(?:部门|单位)?整体(?:支出|绩效))"
)
"""Whatever a body's name ends in, it stands right before 部门整体支出."""
_UNIT_BEFORE_PROJECT = regex(
    rf"^(?!关于|.{{0,12}}(?:公立|基层|民办|农村|乡镇|中小|各|级))(?:{_YEAR})?(?P<unit>(?:[^\d,。:;()、和的]{{1,10}}[省市县区旗州盟][^\d,。:;()、和的]{{2,16}}?(?:局|厅|委员会|院|大学|中学|监狱|中心)|[^\d,。:;()、和的]{{4,16}}?(?:学院|大学|医院))(?!{_BODIES}))"
)
"""A body's name with a place before a project's: 某市中心医院设备购置项目."""
_A_BODY = regex(rf"(?![万元])[^\d,。;]{{4,36}}{_BODIES}")
"""What 单位： names where it is no unit of money."""
_REPORTS = regex(r"(?:填[报表]|编报|报告|自评|申报)(?:单位|部门)|单位名称|部门名称")
"""The label of the unit that reports, which goes before 实施单位."""
_SIDE_BY_SIDE = regex(rf"\s*(?P<unit>\S{{3,}}{_BODIES})\s+\S{{3,}}{_BODIES}\s*")
_UNIT_LINE = regex(
    rf"^\(?(?!关于)(?P<unit>[^\d,。:;、()]{{3,36}}{_BODIES}(?:\(本级\)|\([^\d,。:;()]{{3,30}}{_BODIES}\))?)(?:文件)?\)?$"
)
"""A unit's name on a line of its own, with its second one in brackets."""
_LABELLED = regex(
    r"^(?P<label>[^:]{2,14}):(?P<value>[^:]{3,50}?)(?:(?:填报|填表|报告|编制|联系|金额|单位:|评价)[^:]{0,6}:.*|\(盖章\)|\(公章\))?$"
)
_SENTENCE_UNIT = regex(
    rf"(?:现将(?:{_YEAR})?|根据.{{0,80}}[,,])(?P<unit>[^\d,。:;()我本]{{3,30}}?{_BODIES}(?:\(本级\))?)(?=(?:\((?:以下)?简称[^()]*\)[^,。;]{{0,4}})?{_YEAR}|(?:的)?(?:[^,。;]{{0,16}})(?:部门|整体|项目|绩效))"
)
_BLANKS_BETWEEN = regex(r"\s*(?P<label>\S{2,10})(?:\s{2,}|\u3000+|\t)(?P<value>\S{3,40})\s*")
_SUBJECT_UNIT = regex(
    rf"(?:^|[,。;])(?:[^\d,。:;()]{{0,20}}由(?!贸易))?(?P<unit>[^\d,。:;()我本各将按]{{4,30}}?{_BODIES})(?=(?:\((?:以下)?简称[^()]*\))?(?:对|组织|开展|认真))"
)
_TRANSFER_OUTLINE = regex(r"(?:目标|预算|资金).{0,8}分解下达|资金(?:和|与|及).{0,4}目标下达|转移支付")
_YEAR_STATED = regex(r"(20\d{2})年度?(?!\d{1,2}月\d{1,2}日)")


class Identity(NamedTuple):
    """What a document says it is: title, kind, budget year, reporting unit."""

    title: Leaf
    kind: Kind | None
    year: Leaf
    unit: Leaf

    @property
    def year_number(self) -> int | None:
        """The budget year as a number."""
        return self.year.value if self.year is not None and isinstance(self.year.value, int) else None


def identity(context: DocumentStructure) -> Identity:
    """Title, kind, year and unit of a document."""
    head = [p for p in context.layout.prose[:_HEAD_LINES] if p.text]
    title = report_title(head) if context.is_report or not context.forms else None
    if context.is_report and (title is None or not names_self_evaluation(title.folded.text)):
        title = report_title([p for p in context.layout.prose if p.text], names_self_evaluation) or title
    form = context.forms[0] if context.forms else (context.layout.forms[0] if context.layout.forms else None)
    shown = title or ((form.title_above or form_title(form)) if form else None) or report_title(head)
    kind = _kind(shown, context, form)
    return Identity(
        cite_text(shown), kind, _year(shown, head, form, context), _unit(title or shown, head, form, context)
    )


def report_title(lines: Sequence[Paragraph], fits: Callable[[str], object] = bool) -> Text | None:
    """The report's title with all its lines; None if no line names a report that fits."""
    titles = [
        title_above(lines, n)
        for n, p in enumerate(lines)
        if is_report_title(p.text.folded.text) and fits(p.text.folded.text)
    ]
    return next((t for t in titles if year_in(t.folded.text)), titles[0] if titles else None)


def _kind(title: Text | None, context: DocumentStructure, form: Form | None) -> Kind | None:
    if title is not None and "项目支出" in title.folded.text and kind_of(title.folded.text) == "project":
        return "project"
    if any(_TRANSFER_OUTLINE.search(s.heading.folded.text) for s in context.outline.sections):
        return "transfer"
    if title is not None:
        named = kind_of(title.folded.text)
        if named and not (named == "project" and form is not None and form_kind(form) == "transfer"):
            return named
    return form_kind(form) if form else None


def _year(title: Text | None, head: Sequence[Paragraph], form: Form | None, context: DocumentStructure) -> Leaf:
    for text in _year_texts(title, head, form):
        found = year_in(text.folded.text)
        if found:
            return cite_folded(text, found.start, found.end, found.year)
    if form is not None:
        own = form_year(form, form.titles)
        if own:
            return own
    for _, _, text in context.paragraphs():
        match = _YEAR_STATED.search(text.folded.text)
        if match:
            return cite_folded(text, match.start(), match.end(), int(match[1]))
    return None


def _year_texts(title: Text | None, head: Sequence[Paragraph], form: Form | None) -> Iterator[Text]:
    if title is not None:
        yield title
    yield from (p.text for p in head if bracketed_year(p.text.folded.text))
    yield from (p.text for p in head if re.match(r"^(评价|预算|自评|绩效|所属)?年[度份]:", p.text.folded.text))


def _unit(title: Text | None, head: Sequence[Paragraph], form: Form | None, context: DocumentStructure) -> Leaf:
    """The reporting unit: the title, the first lines, a label line, the form, the signature, the first sentence."""
    found = [leaf for leaf in _units(title, head, form, context) if leaf is not None]
    first = found[0] if found else None
    return next(
        (
            leaf
            for leaf in found
            if first and str(first.value) in str(leaf.value) and leaf.value != first.value and context.is_report
        ),
        first,
    )


def _units(
    title: Text | None, head: Sequence[Paragraph], form: Form | None, context: DocumentStructure
) -> Iterator[Leaf]:
    fields = form.fields if form else {}
    fields_above = form.fields_above if form else {}
    above = [_named(fields_above.get("unit")), _named(fields_above.get("department"))]
    if not context.is_report:
        yield from above
    if title is not None:
        yield _match(_UNIT_IN_TITLE, title) or _match(_UNIT_OF_WHOLE, title)
    cover = head[: _first_section(context, head)]
    labelled = sorted((p.text for p in cover), key=lambda text: not _REPORTS.match(text.folded.text))
    yield from (_labelled(text) or _labelled_by_blanks(text) for text in labelled)
    yield from (_standing_alone(p.text) for p in cover)
    yield from (_standing_alone(p.text) for p in context.layout.signature)
    yield from above
    yield _named(fields.get("unit") or fields.get("department"))
    if title is not None:
        yield _match(_UNIT_BEFORE_PROJECT, title)
    yield from (_match(_SENTENCE_UNIT, p.text) or _match(_SUBJECT_UNIT, p.text) for p in head[:12])


def _named(text: Text | None) -> Leaf:
    return None if text is None else cite_text(without_seal(text))


def _first_section(context: DocumentStructure, head: Sequence[Paragraph]) -> int:
    numbered = [s for s in context.outline.sections if s.topic not in (None, "annex") and s.heading]
    if not numbered:
        return 12
    first = context.layout.prose[numbered[0].first] if numbered[0].first < len(context.layout.prose) else None
    return next((n for n, p in enumerate(head) if p is first), 12)


def _match(pattern: re.Pattern[str], text: Text) -> Leaf:
    match = pattern.search(text.folded.text)
    if match is None or wording("bodies", "any").fullmatch(match["unit"]):
        return None
    return cite_folded(text, *match.span("unit"))


def _labelled(text: Text) -> Leaf:
    match = _LABELLED.match(text.folded.text)
    field = HEAD_FIELDS.role(label_key(match["label"])) if match else None
    if match and (field in ("unit", "department") or (field == "money_unit" and _A_BODY.fullmatch(match["value"]))):
        return cite_folded(text, *match.span("value"))
    return None


def _labelled_by_blanks(text: Text) -> Leaf:
    """A label and its value with blanks between them: 项目单位     沧亭区民政局."""
    match = _BLANKS_BETWEEN.fullmatch(text.string)
    if match and HEAD_FIELDS.role(label_key(folded_text(match["label"]))) in ("unit", "department"):
        return cite_text(text.part(*match.span("value")))
    return None


def _standing_alone(text: Text) -> Leaf:
    if several := _SIDE_BY_SIDE.fullmatch(text.string):
        return cite_text(text.part(*several.span("unit")))
    match = _UNIT_LINE.match(text.folded.text)
    if (
        match is None
        or _labelled_by_blanks(text)
        or is_report_title(text.folded.text)
        or wording("bodies", "any").fullmatch(match["unit"])
    ):
        return None
    return cite_folded(text, *match.span("unit"))
