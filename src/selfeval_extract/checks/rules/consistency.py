"""XDC: whether a document is about one year, one unit and its own work (表文一致与逻辑). What is stated twice is compared in
`restatements` and `quantities`, goals and results in `achievements`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext, FormContext, Passage
from selfeval_extract.checks.similarity import likeness, matching_project, project_key
from selfeval_extract.checks.unit_names import compared, name_key, nearly
from selfeval_extract.checks.verdict import Verdict, failed, judged, missing, not_applicable, passed
from selfeval_extract.document import Text, folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.words import check_words

_YEAR = regex(r"(?<![\d.])(20\d\d)(?=年)")
_RANGE = regex(r"20\d\d年?度?[-~至到]20\d\d")
_OPENING = regex(r"(?:^|[。;\n])(?:\d[.、])?(20\d\d)年度?(?![度底末初前以第\d])")
_DEPARTMENT = regex(r"(?P<region>[一-鿿]{1,12}?[省市县区旗州])[一-鿿]{2,12}(?:局|委员会|厅)")
_YEAR_ALONE = regex(r"\((20\d\d)年度?\)")
_TASK_OF = regex(r"(?<!比)(?<!较)(?<!以)(20\d\d)年度?(?=[^,。;\d]{0,16}(?:任务|工作|目标|计划))")
_OF_MONEY = regex(r"(?<!比)(?<!较)(?<!与)(20\d\d)年度?(?=[^,。;\d]{0,12}(?:支出|收入|决算|执行))")
_DOCUMENT_NUMBER = regex(r"[一-鿿]\(?\[?(20\d\d)[)\]]第?\d{1,5}号")
_DATE = regex(r"(?<!\d)(20\d\d)年(?:1[0-2]|0?[1-9])月(?:[0-3]?\d日)?(?![前底]|以前|之前)")
_DAY = regex(r"(?:\d{1,2}月\d{1,2}日|(?:1[0-2]|[1-9])月[底初中]?)(?!\d)")
_PURPOSE = regex(r"(?:主要|全部|专项)?(?:是)?用于(?P<purpose>[^,。;()]{4,60})")
_SAME_PURPOSE = 0.8
_NO_PURPOSE = not_applicable("本文件未见同一项目用途的两处表述", "no project's purpose is told twice")
_SPENDING: tuple[Topic, ...] = ("general_public_budget", "basic_spending", "project_spending", "funds")
_OTHER_UNITS = ("单位", "部门")
"""What any body may call itself."""


def _year(context: CheckContext) -> Verdict | None:
    return missing("评价年度", "the year that is evaluated") if context.report.year is None else None


def _unit(context: CheckContext) -> Verdict | None:
    return None if context.report.unit else missing("单位名称", "the unit's name")


@check("XDC-01", needs=_year)
def one_year(context: CheckContext) -> list[Verdict]:
    year = context.report.year or 0
    fields = ["/year", *(f"{f.pointer}/year" for f in context.forms if f.item.year)]
    return [*_other_years(context, year)] or [passed(f"标题、附表、正文均为{year}年度", f"{year} throughout", *fields)]


def _other_years(context: CheckContext, year: int) -> Iterator[Verdict]:
    title = folded_text(context.report.title or "")
    if _RANGE.search(title):
        return
    in_title = {int(y) for y in _YEAR.findall(title)}
    if in_title and year not in in_title:
        yield _other_year("标题", "the title", in_title, year, "/title")
    for form in context.forms:
        own = form.item.year
        if own and own != year and (in_title or context.is_report or _is_odd_one_out(context, form)):
            yield _other_year(f"《{form.name}》表头", f"the form {form.name}", {own}, year, f"{form.pointer}/year")
        yield from _past_goals(form, own or year)
    known = {year, *(f.item.year for f in context.forms)}
    for line in context.lines:
        alone = _YEAR_ALONE.fullmatch(line.folded)
        if alone and int(alone[1]) not in known:
            fault = _other_year("表头", "a line above the form", {int(alone[1])}, year, "/year")
            yield fault._replace(printed=(line.text,))
    spending, this_year = context.about(*_SPENDING), check_words("years", "this")
    of_money = {int(y) for p in spending for y in _OF_MONEY.findall(p.folded)}
    if _are_past(of_money, year) and not any(str(year) in p.folded or this_year.search(p.folded) for p in spending):
        fields = dict.fromkeys(p.pointer for p in spending)
        yield _other_year("支出情况", "the sections on spending", of_money, year, *fields)


def _past_goals(form: FormContext, year: int) -> Iterator[Verdict]:
    """A form's goal and result that open with earlier years only."""
    for side, (pointer, text) in form.goal_texts.items():
        zh, en = ("预期目标", "goal") if side == "expected" else ("实际完成情况", "result")
        named = {int(y) for y in (*_OPENING.findall(text), *(_TASK_OF.findall(text) if side == "expected" else ()))}
        if _are_past(named, year) and str(year) not in text and not _RANGE.search(text):
            what = f"the {en} of {form.name}"
            yield _other_year(f"《{form.name}》{zh}", what, named, year, pointer)


def _is_odd_one_out(context: CheckContext, form: FormContext) -> bool:
    """Whether all the other forms, several of them, are of one other year."""
    others = {f.item.year for f in context.forms if f is not form and f.item.year}
    return len(context.forms) > 2 and len(others) == 1 and form.item.year not in others


def _are_past(years: set[int], year: int) -> bool:
    """Whether there are years, all of the few before: a year to come is a plan's, one long ago is history."""
    return bool(years) and all(year - 3 <= y < year for y in years)


def _other_year(zh: str, en: str, years: set[int], year: int, *fields: str) -> Verdict:
    listed = "、".join(map(str, sorted(years)))
    zh, en = f"{zh}为{listed}年度，评价年度为{year}年度", f"{en} has {listed}, the report is of {year}"
    return failed(zh, en, "/year", *fields)


@check("XDC-02", needs=_unit)
def one_name(context: CheckContext) -> list[Verdict]:
    unit = context.report.unit or ""
    forms = [f for f in context.department_forms if f.item.unit or f.item.subject]
    verdicts = [_name_verdict(form, unit, alone=len(forms) == 1) for form in forms]
    verdicts += _sibling_bureaus(context, unit)
    return verdicts or [passed(f"单位名称为{unit}", f"the unit is called {unit}", "/unit")]


def _sibling_bureaus(context: CheckContext, unit: str) -> Iterator[Verdict]:
    """Project forms that another bureau of the same government carries out under the unit's supervision: a bureau has none of
    its equals below it."""
    for form in context.project_forms:
        own, above = form.item.unit or "", form.item.supervisor or ""
        supervises = compared(unit, above) == "same" and compared(unit, own) == "different"
        if supervises and _same_rank(unit, own):
            zh = f"《{form.name}》实施单位为{own}，报告单位及主管部门为{unit}"
            yield failed(zh, f"the form of {form.name} names {own}, the report {unit}", "/unit", f"{form.pointer}/unit")


def _same_rank(one: str, other: str) -> bool:
    """Whether two names are those of departments of one government."""
    a, b = (_DEPARTMENT.fullmatch(name_key(name)) for name in (one, other))
    return a is not None and b is not None and a["region"] == b["region"]


def _name_verdict(form: FormContext, unit: str, alone: bool) -> Verdict:
    """A form of another unit among several is that of a subordinate; a slip of the same name is not."""
    field = f"{form.pointer}/{'unit' if form.item.unit else 'subject'}"
    name = form.item.unit or form.item.subject or ""
    found = compared(unit, name)
    if found == "same":
        return passed(f"附表与报告单位名称一致：{unit}", f"one name in form and report: {unit}", "/unit", field)
    if found == "different" and (alone or nearly(unit, name)):
        zh, en = f"附表单位为{name}，报告单位为{unit}", f"the form names {name}, the report {unit}"
        return failed(zh, en, "/unit", field)
    zh, en = f"与{unit}同一单位的附表名称（附表为{name}）", f"a form that names {unit} in full (it has {name})"
    return missing(zh, en, field)


@check("XDC-13", needs=_unit)
def self_reference(context: CheckContext) -> list[Verdict]:
    unit = context.report.unit or ""
    mentions = list(_mentions(context))
    bodies = groups("checks.toml")["bodies"]
    wrong: dict[str, list[str]] = {}
    for said, kind, pointer in mentions:
        if kind in bodies and not bodies[kind].search(folded_text(unit)):
            wrong.setdefault(said, []).append(pointer)
    if not mentions:
        return [not_applicable("本文件未见自称", "the text does not refer to the unit as we")]
    said_all = "、".join(dict.fromkeys(said for said, _, _ in mentions))
    fields = dict.fromkeys(pointer for _, _, pointer in mentions)
    return [
        failed(f"{unit}自称“{said}”", f"{unit} calls itself {said}", "/unit", *dict.fromkeys(pointers))
        for said, pointers in wrong.items()
    ] or [passed(f"自称{said_all}与单位名称相符", f"{said_all} fits the unit", "/unit", *fields)]


def _mentions(context: CheckContext) -> Iterator[tuple[str, str, str]]:
    """(words, kind of body, pointer) of what the prose calls its own unit: 我局, 本单位."""
    kinds = {*groups("checks.toml")["bodies"], *_OTHER_UNITS}
    for passage in context.passages:
        for match in check_words("selves", "mention").finditer(passage.folded):
            if match[0][1:] in kinds:
                yield match[0], match[0][1:], passage.pointer


@check("XDC-14")
def own_work(context: CheckContext) -> list[Verdict]:
    unit = context.report.unit
    texts = list(_work(context))
    if not unit or not texts:
        return [missing("单位名称或指标、绩效表述", "the unit's name, or indicators and results")]
    own = "|".join([folded_text(unit), *(folded_text(d) for d in context.report.organisation.duties or ())])
    faults: list[Verdict] = []
    for kind, words in groups("checks.toml")["foreign"].items():
        found = {m[0]: pointer for pointer, text in texts for m in words.finditer(text)}
        if len(found) >= 2 and not groups("checks.toml")["native"][kind].search(own):
            listed = "、".join(found)
            zh = f"{unit}的指标或总结出现“{listed}”，多见于{kind}"
            en = f"wording of another kind of body ({kind}): {listed}"
            faults.append(failed(zh, en, *dict.fromkeys(found.values())))
    zh, en = "指标、总结中未见他类单位的专门用语", "no wording that belongs to another kind of body"
    return faults or [passed(zh, en, "/unit")]


def _work(context: CheckContext) -> Iterator[tuple[str, str]]:
    """(pointer, folded text) of indicators and of the sections on results."""
    for form in context.forms:
        for row in form.rows:
            yield f"{row.pointer}/name", folded_text(row.item.name or "")
    for passage in context.about("performance", "indicators", "conclusion"):
        yield passage.pointer, passage.folded


@check("XDC-15", needs=_year)
def dates(context: CheckContext) -> list[Verdict]:
    year = context.report.year or 0
    lines = _dated_lines(context)
    faults: list[Verdict] = []
    for line, text in lines:
        for date in _late(text, year):
            zh = f"“{date}”晚于{year}年度及其编报期"
            en = f"{date} lies after {year} and the year in which it is reported"
            faults.append(failed(zh, en, "/year", printed=(line,) if line else ()))
    if not any(_DOCUMENT_NUMBER.search(text) or _DATE.search(text) or _DAY.search(text) for _, text in lines):
        faults.append(not_applicable("本文件未见日期或文号", "no dates or document numbers"))
    fit = passed(f"日期、文号与{year}年度相符", f"dates and document numbers fit {year}", "/year")
    return faults or [fit]


def _dated_lines(context: CheckContext) -> list[tuple[Text | None, str]]:
    """The lines that may hold a date or a document's number."""
    printed: list[tuple[Text | None, str]] = [(line.text, line.folded) for line in context.lines]
    lines = printed or [(None, passage.folded) for passage in context.passages]
    return [(line, text) for line, text in lines if "月" in text or "号" in text]


def _late(text: str, year: int) -> Iterator[str]:
    """Document numbers, and dates of what is said to have happened, after the year in which a report is written."""
    yield from (m[0] for m in _DOCUMENT_NUMBER.finditer(text) if int(m[1]) > year + 1)
    happened, planned = check_words("years", "happened"), check_words("years", "planned")
    for match in _DATE.finditer(text):
        around = text[max(0, match.start() - 12) : match.end() + 24]
        if int(match[1]) > year + 1 and happened.search(around) and not planned.search(around):
            yield match[0]


@check("XDC-16")
def projects_and_forms(context: CheckContext) -> Verdict:
    listed = [(n, p.name) for n, p in enumerate(context.report.spending.projects or [])]
    forms = [(f.number, f.item.subject) for f in context.project_forms if f.item.subject]
    if not listed:
        return not_applicable("本文件正文未列示项目", "the text lists no projects")
    if not forms:
        return missing("项目自评表", "project forms in this document")
    bare = [(n, name) for n, name in listed if matching_project(name, forms) is None]
    extra = [(n, name) for n, name in forms if matching_project(name, listed) is None]
    fields = [f"/spending/projects/{n}/name" for n, _ in bare or listed]
    fields += [f"/evaluations/{n}/subject" for n, _ in (extra or ([] if bare else forms))]
    if not bare and not extra:
        return passed(f"{len(listed)}个项目与自评表相对应", f"all {len(listed)} projects have a form", *fields)
    faults = []
    if bare:
        faults.append((f"正文项目{_names(bare)}在本文件未附自评表", f"no form for {_names(bare)}"))
    if extra:
        faults.append((f"自评表项目{_names(extra)}正文未列示", f"not listed in the text: {_names(extra)}"))
    return failed("，".join(zh for zh, _ in faults), "; ".join(en for _, en in faults), *fields)


def _names(items: Sequence[tuple[int, str]]) -> str:
    return "、".join(name for _, name in items[:5]) + ("等" if len(items) > 5 else "")


@check("XDC-18", otherwise=_NO_PURPOSE)
def one_purpose(context: CheckContext) -> Iterator[Verdict]:
    sentences = [(passage, sentence) for passage, sentence in context.sentences() if _PURPOSE.search(sentence)]
    by_key: dict[str, list[tuple[str, str]]] = {}
    for n, item in enumerate(context.report.spending.projects or []):
        if not item.purpose:
            continue
        bare = _PURPOSE.search(folded_text(item.purpose))
        stated = (bare["purpose"] if bare else folded_text(item.purpose)).strip("等")
        key = project_key(item.name)
        if key not in by_key:
            by_key[key] = list(dict.fromkeys(_purposes(sentences, key)))
        own = next((each for each in by_key[key] if each[1] == stated), None)
        for pointer, purpose in by_key[key]:
            if (pointer, purpose) != own:
                same = stated in purpose or purpose in stated or likeness(stated, purpose) >= _SAME_PURPOSE
                zh, en = f"“{item.name}”用途前后一致", f"one purpose for {item.name}"
                if not same:
                    zh = f"“{item.name}”用途一处为{stated}，另一处为{purpose}"
                    en = f"{item.name} is for {stated} in one place, for {purpose} in another"
                yield judged(same, zh, en, f"/spending/projects/{n}/purpose", pointer)


def _purposes(sentences: Sequence[tuple[Passage, str]], key: str) -> Iterator[tuple[str, str]]:
    """(pointer, purpose) of those of the sentences that name a project and say what it is for."""
    for passage, sentence in sentences if len(key) >= 2 else ():
        at = sentence.find(key)
        match = _PURPOSE.search(sentence, at + len(key), at + len(key) + 100) if at >= 0 else None
        if match and match.start() <= at + len(key) + 24:
            yield passage.pointer, match["purpose"].strip("等")
