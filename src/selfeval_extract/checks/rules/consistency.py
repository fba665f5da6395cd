"""XDC: whether a document speaks of one year, one unit and its own work (表文一致与逻辑). Statements that repeat each
other are compared in `restatements`, goals and results in `achievements`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from selfeval_extract.checks.catalogue import check
from selfeval_extract.checks.context import CheckContext, FormContext, Passage
from selfeval_extract.checks.similarity import best_project, likeness, project_key
from selfeval_extract.checks.unitnames import Likeness, compared, name_key, nearly
from selfeval_extract.checks.verdict import Verdict, failed, irrelevant, missing, passed
from selfeval_extract.document import Text, folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.words import check_words

_YEAR = regex(r"(?<![\d.])(20\d\d)(?=年)")
_RANGE = regex(r"20\d\d年?度?[-~至到]20\d\d")
_OPENING = regex(r"(?:^|[。;\n])(?:\d[.、])?(20\d\d)年度?(?![度底末初前以第\d])")
_DEPARTMENT = regex(r"(?P<region>[一-鿿]{1,12}?[省市县区旗州])[一-鿿]{2,12}(?:局|委员会|厅)")
_YEAR_ALONE = regex(r"\((20\d\d)年度?\)")
_TASK_OF = regex(r"(?<!比)(?<!较)(?<!以)(20\d\d)年度?(?=[^,。;\d]{0,16}(?:任务|工作|目标|计划))")
_OF_MONEY = regex(r"(?<!比)(?<!较)(?<!与)(20\d\d)年度?(?=[^,。;\d]{0,12}(?:支出|收入|决算|执行))")
_SPENDING = ("general_public_budget", "basic_spending", "project_spending", "funds")


@check("XDC-01")
def one_year(context: CheckContext) -> Iterator[Verdict]:
    year = context.report.year
    if year is None:
        yield missing("评价年度", "the year that is evaluated")
        return
    faults = [*_other_years(context, year)]
    yield from faults
    if not faults:
        fields = ["/year", *(f"{f.pointer}/year" for f in context.forms if f.item.year)]
        yield passed(f"标题、附表、正文均为{year}年度", f"{year} throughout", *fields)


def _other_years(context: CheckContext, year: int) -> Iterator[Verdict]:
    title = folded_text(context.report.title or "")
    if _RANGE.search(title):
        return
    named = {int(y) for y in _YEAR.findall(title)}
    if named and year not in named:
        yield _other_year("标题", "the title", named, year, "/title")
    for form in context.forms:
        if form.item.year not in (None, year) and (named or context.is_report or _one_of_a_pack(context, form)):
            yield _other_year(
                f"《{form.name}》表头", f"the form {form.name}", {form.item.year}, year, f"{form.pointer}/year"
            )
        for side, zh, en in (("expected", "预期目标", "goal"), ("actual", "实际完成情况", "result")):
            text = folded_text(getattr(form.item.goal, side) or "")
            opening = {int(y) for y in _OPENING.findall(text)}
            own = form.year or year
            opening |= {int(y) for y in _TASK_OF.findall(text)} if side == "expected" else set()
            if _is_past(opening, own) and str(own) not in text and not _RANGE.search(text):
                yield _other_year(f"《{form.name}》{zh}", f"the {en} of {form.name}", opening, own, f"{form.pointer}/goal/{side}")  # fmt: skip
    known = {year, *(f.item.year for f in context.forms)}
    for line in context.lines:
        alone = _YEAR_ALONE.fullmatch(line.folded)
        if alone and int(alone[1]) not in known:
            fault = _other_year("表头", "a line above the form", {int(alone[1])}, year, "/year")
            yield fault._replace(printed=(line.text,))
    spending = context.about(*_SPENDING)
    named = {int(y) for p in spending for y in _OF_MONEY.findall(p.folded)}
    if _is_past(named, year) and not any(
        str(year) in p.folded or check_words("years", "this").search(p.folded) for p in spending
    ):
        yield _other_year(
            "支出情况", "the sections on spending", named, year, *dict.fromkeys(p.pointer for p in spending)
        )


def _one_of_a_pack(context: CheckContext, form: FormContext) -> bool:
    """Whether a form's year is its alone among several of another year."""
    others = {f.item.year for f in context.forms if f is not form and f.item.year}
    return len(context.forms) > 2 and len(others) == 1 and form.item.year not in others


def _is_past(named: set[int], year: int) -> bool:
    """Whether all years are of the few before: a year to come is a plan's, one long ago is history."""
    return bool(named) and all(year - 3 <= y < year for y in named)


def _other_year(zh: str, en: str, named: Iterable[int], year: int, *fields: str) -> Verdict:
    told = "、".join(str(y) for y in sorted(named))
    return failed(
        f"{zh}为{told}年度，评价年度为{year}年度", f"{en} has {told}, the report is of {year}", "/year", *fields
    )


@check("XDC-02")
def one_name(context: CheckContext) -> Iterator[Verdict]:
    unit = context.report.unit
    if not unit:
        yield missing("单位名称", "the unit's name")
        return
    forms = [f for f in context.department_forms if f.item.unit or f.item.subject]
    for form in forms:
        yield _name(form, unit, alone=len(forms) == 1)
    siblings = list(_sibling_bureaus(context, unit))
    yield from siblings
    if not forms and not siblings:
        yield passed(f"单位名称为{unit}", f"the unit is called {unit}", "/unit")


def _sibling_bureaus(context: CheckContext, unit: str) -> Iterator[Verdict]:
    """Project forms that are carried out by another bureau of the same government, while the unit supervises them: a
    bureau has none of its equals below it."""
    for form in context.project_forms:
        own, above = form.item.unit or "", form.item.supervisor or ""
        if (
            compared(unit, above) is Likeness.SAME
            and compared(unit, own) is Likeness.DIFFERENT
            and _same_rank(unit, own)
        ):
            zh = f"《{form.name}》实施单位为{own}，报告单位及主管部门为{unit}"
            yield failed(zh, f"the form of {form.name} names {own}, the report {unit}", "/unit", f"{form.pointer}/unit")


def _same_rank(one: str, other: str) -> bool:
    """Whether two names are of departments of one government."""
    a, b = (_DEPARTMENT.fullmatch(name_key(name)) for name in (one, other))
    return a is not None and b is not None and a["region"] == b["region"]


def _name(form: FormContext, unit: str, alone: bool) -> Verdict:
    """A form of another unit among several is that of a subordinate; a slip of the same name is not."""
    field = f"{form.pointer}/{'unit' if form.item.unit else 'subject'}"
    name = form.item.unit or form.item.subject or ""
    found = compared(unit, name)
    if found is Likeness.SAME:
        return passed(f"附表与报告单位名称一致：{unit}", f"one name in form and report: {unit}", "/unit", field)
    if found is Likeness.DIFFERENT and (alone or nearly(unit, name)):
        return failed(
            f"附表单位为{name}，报告单位为{unit}", f"the form names {name}, the report {unit}", "/unit", field
        )
    return missing(
        f"与{unit}同一单位的附表名称（附表为{name}）", f"a form that names {unit} in full (it has {name})", field
    )


@cache
def _selves() -> re.Pattern[str]:
    return regex(check_words("selves", "mention").pattern)


@check("XDC-13")
def self_reference(context: CheckContext) -> Iterator[Verdict]:
    unit = folded_text(context.report.unit or "")
    if not unit:
        yield missing("单位名称", "the unit's name")
        return
    mentions = list(_mentions(context))
    if not mentions:
        yield irrelevant("本文件未见自称", "the text does not refer to the unit as we")
    wrong: dict[str, list[str]] = {}
    for said, kind, pointer in mentions:
        if kind and not groups("checks.toml")["bodies"][kind].search(unit):
            wrong.setdefault(said, []).append(pointer)
    for said, pointers in wrong.items():
        yield failed(f"{context.report.unit}自称“{said}”", f"{context.report.unit} calls itself {said}", "/unit", *dict.fromkeys(pointers))  # fmt: skip
    if mentions and not wrong:
        told = "、".join(dict.fromkeys(said for said, _, _ in mentions))
        yield passed(
            f"自称{told}与单位名称相符", f"{told} fits the unit", "/unit", *dict.fromkeys(p for _, _, p in mentions)
        )


def _mentions(context: CheckContext) -> Iterator[tuple[str, str | None, str]]:
    """(words, kind of body, pointer) of what the prose calls its own unit."""
    bodies = groups("checks.toml")["bodies"]
    for passage in context.passages:
        for match in _selves().finditer(passage.folded):
            kind = match[0][1:]
            if kind in bodies or kind in ("单位", "部门"):
                yield match[0], kind if kind in bodies else None, passage.pointer


@check("XDC-14")
def own_work(context: CheckContext) -> Iterator[Verdict]:
    unit = context.report.unit
    texts = list(_work(context))
    if not unit or not texts:
        yield missing("单位名称或指标、绩效表述", "the unit's name, or indicators and results")
        return
    native = "|".join([folded_text(unit), *(folded_text(d) for d in context.report.organisation.duties or ())])
    clean = True
    for kind, pattern in groups("checks.toml")["foreign"].items():
        found = {m[0]: pointer for pointer, text in texts for m in pattern.finditer(text)}
        if len(found) >= 2 and not groups("checks.toml")["native"][kind].search(native):
            clean = False
            told = "、".join(found)
            yield failed(f"{unit}的指标或总结出现“{told}”，多见于{kind}", f"wording of another kind of body ({kind}): {told}", *dict.fromkeys(found.values()))  # fmt: skip
    if clean:
        yield passed("指标、总结中未见他类单位的专门用语", "no wording that belongs to another kind of body", "/unit")


def _work(context: CheckContext) -> Iterator[tuple[str, str]]:
    for form in context.forms:
        for row in form.rows:
            yield f"{row.pointer}/name", folded_text(row.item.name or "")
    for passage in context.about("performance", "indicators", "conclusion"):
        yield passage.pointer, passage.folded


_NUMBERED = regex(r"[一-鿿]\(?\[?(20\d\d)[)\]]第?\d{1,5}号")
_DATED = regex(r"(?<!\d)(20\d\d)年(?:1[0-2]|0?[1-9])月(?:[0-3]?\d日)?(?![前底]|以前|之前)")
_DAY = regex(r"(?:\d{1,2}月\d{1,2}日|(?:1[0-2]|[1-9])月[底初中]?)(?!\d)")


@check("XDC-15")
def dates(context: CheckContext) -> Iterator[Verdict]:
    year = context.report.year
    if year is None:
        yield missing("评价年度", "the year that is evaluated")
        return
    late, seen = [], False
    for line, text in _lines(context):
        seen = seen or bool(_NUMBERED.search(text) or _DATED.search(text) or _DAY.search(text))
        late += [(m[0], line) for m in _late(text, year)]
    for told, line in late:
        zh = f"“{told}”晚于{year}年度及其编报期"
        yield failed(zh, f"{told} lies after {year} and the year in which it is reported", "/year", printed=(line,) if line else ())  # fmt: skip
    if not seen:
        yield irrelevant("本文件未见日期或文号", "no dates or document numbers")
    elif not late:
        yield passed(f"日期、文号与{year}年度相符", f"dates and document numbers fit {year}", "/year")


def _lines(context: CheckContext) -> list[tuple[Text | None, str]]:
    """The lines that may hold a date or a document's number."""
    printed: list[tuple[Text | None, str]] = [(line.text, line.folded) for line in context.lines]
    lines = printed or [(None, passage.folded) for passage in context.passages]
    return [(line, text) for line, text in lines if "月" in text or "号" in text]


def _late(text: str, year: int) -> Iterator[re.Match[str]]:
    """Document numbers, and dates of what is said to have happened, after the year in which a report is written."""
    yield from (m for m in _NUMBERED.finditer(text) if int(m[1]) > year + 1)
    for match in _DATED.finditer(text):
        around = text[max(0, match.start() - 12) : match.end() + 24]
        if int(match[1]) > year + 1 and check_words("years", "happened").search(around) and not check_words("years", "planned").search(around):  # fmt: skip
            yield match


@check("XDC-16")
def projects_and_forms(context: CheckContext) -> Verdict:
    listed = [(n, p.name) for n, p in enumerate(context.report.spending.projects or [])]
    forms = [(f.number, f.item.subject) for f in context.project_forms if f.item.subject]
    if not listed:
        return irrelevant("本文件正文未列示项目", "the text lists no projects")
    if not forms:
        return missing("项目自评表", "project forms in this document")
    bare = [(n, name) for n, name in listed if best_project(name, forms) is None]
    extra = [(n, name) for n, name in forms if best_project(name, listed) is None]
    fields = [f"/spending/projects/{n}/name" for n, _ in bare or listed]
    fields += [f"/evaluations/{n}/subject" for n, _ in (extra or ([] if bare else forms))]
    if not bare and not extra:
        return passed(f"{len(listed)}个项目与自评表相对应", f"all {len(listed)} projects have a form", *fields)
    zh = [f"正文项目{_names(bare)}在本文件未附自评表"] * bool(bare) + [f"自评表项目{_names(extra)}正文未列示"] * bool(
        extra
    )
    en = [f"no form for {_names(bare)}"] * bool(bare) + [f"not listed in the text: {_names(extra)}"] * bool(extra)
    return failed("，".join(zh), "; ".join(en), *fields)


def _names(items: list[tuple[int, str]]) -> str:
    return "、".join(name for _, name in items[:5]) + ("等" if len(items) > 5 else "")


_PURPOSE = regex(r"(?:主要|全部|专项)?(?:是)?用于(?P<purpose>[^,。;()]{4,60})")
_SAME_PURPOSE = 0.8


@check("XDC-18")
def one_purpose(context: CheckContext) -> Iterator[Verdict]:
    compared_any = False
    telling = [(passage, sentence) for passage, sentence in context.sentences() if _PURPOSE.search(sentence)]
    by_key: dict[str, list[tuple[str, str]]] = {}
    for n, item in enumerate(context.report.spending.projects or []):
        if not item.purpose:
            continue
        stated = _bare(folded_text(item.purpose))
        key = project_key(item.name)
        if key not in by_key:
            by_key[key] = list(dict.fromkeys(_purposes(telling, key)))
        told = by_key[key]
        own = next((t for t in told if t[1] == stated), None)
        for pointer, purpose in told:
            if (pointer, purpose) == own:
                continue
            compared_any = True
            fields = (f"/spending/projects/{n}/purpose", pointer)
            if stated in purpose or purpose in stated or likeness(stated, purpose) >= _SAME_PURPOSE:
                yield passed(f"“{item.name}”用途前后一致", f"one purpose for {item.name}", *fields)
            else:
                yield failed(f"“{item.name}”用途一处为{stated}，另一处为{purpose}", f"{item.name} is for {stated} in one place, for {purpose} in another", *fields)  # fmt: skip
    if not compared_any:
        yield irrelevant("本文件未见同一项目用途的两处表述", "no project's purpose is told twice")


def _bare(purpose: str) -> str:
    match = _PURPOSE.search(purpose)
    return (match["purpose"] if match else purpose).strip("等")


def _purposes(sentences: Sequence[tuple[Passage, str]], key: str) -> Iterator[tuple[str, str]]:
    """(pointer, purpose) of those of the sentences that name a project and say what it is for."""
    for passage, sentence in sentences if len(key) >= 2 else ():
        at = sentence.find(key)
        match = _PURPOSE.search(sentence, at + len(key), at + len(key) + 100) if at >= 0 else None
        if match and match.start() <= at + len(key) + 24:
            yield passage.pointer, match["purpose"].strip("等")
