"""ORG: institutions and staff (机构人员). Heads are whole numbers and have to add up exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from selfeval_extract.checks.arithmetic import Operands, operands
from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.figures import ZERO, Figure, added, figure, percent, shown
from selfeval_extract.checks.verdict import Verdict, failed, judged, missing, not_applicable, passed
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import NUMBER, count, decimal
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.words import check_words, says

_TOPICS: tuple[Topic, ...] = ("basic_information", "staff", "institutions", "duties")
_N = r"(?<![\d,零〇一二两三四五六七八九十百千])(?P<n>\d{1,3}(?:,\d{3}){1,2}|\d{1,6}|[零〇一二两三四五六七八九十百千]{1,8})(?:个|名|人)"
_STAFF = regex(rf"(?:在职|在编|在岗|实有)[^,。;\d]{{0,10}}?{_N}(?P<rest>[^。;]{{0,160}})")
_PARTS = regex(r"[,:(]?(?:其中|包括|分别)")
_LISTED = r"[,:]?(?:\()?(?:分别(?:为|是)|即|包括|包含|具体为|:|为)+:?(?P<names>[^。;)]{2,200})"
_HAS = r"(?:内设|下设|设有|现有|设)"
_OFFICES = r"(?:科室|股室|机构|处室|部门|科|股|室|处|部)"
_NAMED_OFFICES = (
    regex(rf"{_HAS}[^。;]{{0,24}}?(?P<n>\d+|[一二两三四五六七八九十]+)个(?:职能|内设|业务)?{_OFFICES}?{_LISTED}"),
    regex(rf"{_HAS}[^。;\d]{{0,12}}?{_OFFICES}(?:共|共计|有)?(?P<n>\d{{1,5}})个{_LISTED}"),
)
_BETWEEN_NAMES = regex(r"[、,]|(?<=[科股室处部办队所站])(?:和|及|以及)")
_OPEN_LIST = regex(r"等(?:\d|$)|至|负责|编制|第|人员[^、,]{0,2}\d|\d")
_LONGEST_NAME = 16
_RATE = regex(rf"控制率(?:为|是|达到?|:|=)*(?P<rate>{NUMBER})%")
_SUBORDINATE = r"(?:下属|所属|下辖|直属|下设|管理)"
_UNIT_PARTS = r"[,:(]?(?:其中|包括|分别|含)[^。;]{2,120}"
_UNITS = regex(
    rf"{_SUBORDINATE}[^,。;:\d]{{0,14}}?(?:单位|机构)[^,。;:\d]{{0,6}}?(?P<n>\d{{1,5}})个(?P<rest>{_UNIT_PARTS})"
    rf"|{_SUBORDINATE}[^,。;:\d]{{0,6}}?(?P<n2>\d{{1,5}})个[^,。;:\d]{{0,12}}?(?:单位|机构)(?P<rest2>{_UNIT_PARTS})"
)
_PART_OF_UNITS = regex(r"(?<!\d)(\d{1,5})个")
_ASIDE = regex(r"(?<=[一-鿿])\([^()]{0,40}\)")


@cache
def _by_funding() -> re.Pattern[str]:
    kind = check_words("staff", "funding").pattern
    behind = _N.replace("<n>", "<n2>")
    return regex(rf"{_N}(?:为|属|系)?(?P<kind>{kind})|(?P<kind2>{kind})[^,。;、\d]{{0,8}}?{behind}")


@cache
def _by_post() -> re.Pattern[str]:
    return regex(rf"(?P<kind>{check_words('staff', 'post').pattern})[^,。;、:\d]{{0,10}}?{_N}")


def _heads(pattern: re.Pattern[str], text: str, pointer: str) -> Iterator[Figure]:
    """The numbers of people that a text gives, each with the name of its kind."""
    for match in pattern.finditer(text):
        groups = match.groupdict()
        number = count(groups.get("n") or groups.get("n2") or "")
        if number is not None:
            kind = groups.get("kind") or groups.get("kind2") or ""
            yield figure(number, None, pointer, kind, kind)


def _funded(context: CheckContext) -> list[Figure]:
    """Staff by how they are paid: fully, partly, self-supporting …, by the first sentence that lists it, less its posts."""
    for passage, sentence in context.sentences(*_TOPICS):
        at = sentence.find("在职")
        if at < 0 and "编制" in sentence:
            continue
        text = sentence[max(at, 0) :]
        if says("staff", "not_units", text):
            found = list(_heads(_by_funding(), text, passage.pointer))
            if len(found) >= 2:
                return found
    return []


def _posted(context: CheckContext) -> list[Figure]:
    """Staff by kind of post, listed right behind the number in service."""
    for passage, sentence in context.sentences(*_TOPICS):
        match = _STAFF.search(sentence)
        rest = match["rest"] if match else ""
        if match and count(match["n"]) == context.report.organisation.staff.active and _PARTS.match(rest):
            others = check_words("staff", "not_in_service").search(rest)
            found = list(_heads(_by_post(), rest[: others.start()] if others else rest, passage.pointer))
            if len(found) >= 2:
                return found
    return []


@operands
def staff(context: CheckContext) -> Iterator[Operands]:
    """`staff_parts` are the staff in service by how they are paid, or by kind of post, as the text lists them."""
    active = context.figure("/organisation/staff/active", "在职", "in service")
    parts = _funded(context) or _posted(context)
    yield Operands(context, {"organisation.staff.active": active, "staff_parts": parts})


@operands
def count_of_staff(context: CheckContext) -> Iterator[Operands]:
    """Each of organisation.staff and base_data."""
    for pointer in ("/organisation/staff", "/base_data") if context.report.base_data else ("/organisation/staff",):
        yield Operands(context, {name: context.figure(f"{pointer}/{name}") for name in ("active", "authorised")})


@check("ORG-03")
def listed_departments(context: CheckContext) -> Verdict:
    declared = context.report.organisation.internal_departments
    for passage, sentence in context.sentences(*_TOPICS):
        plain = _ASIDE.sub("", sentence)
        match = next(filter(None, (pattern.search(plain) for pattern in _NAMED_OFFICES)), None)
        if match is None:
            continue
        number, names = count(match["n"]), [n for n in _BETWEEN_NAMES.split(match["names"]) if n]
        if number is None or declared not in (None, number) or len(names) < 2 or _is_open(match["names"]):
            continue
        zh = f"内设机构{shown(number)}个，列出{len(names)}个：{'、'.join(names)}"
        en = f"{shown(number)} departments, {len(names)} named"
        return judged(
            number == len(names), zh, en, "/organisation/internal_departments", passage.pointer,
            recomputed=Decimal(len(names)), difference=number - len(names), tolerance=ZERO,
        )  # fmt: skip
    return missing("内设机构数或机构名称", "the number of departments, or their names")


def _is_open(names: str) -> bool:
    """Whether a list does not claim to be complete, or goes on to something else than names."""
    return bool(_OPEN_LIST.search(names)) or any(len(n) > _LONGEST_NAME for n in _BETWEEN_NAMES.split(names))


@check("ORG-04")
def funding_label(context: CheckContext) -> Verdict:
    full = check_words("staff", "fully_funded_unit")
    labelled = next((p for p in context.about(*_TOPICS) if full.search(p.folded)), None)
    funded = _funded(context)
    if labelled is None or len(funded) < 2:
        return missing("单位经费性质或人员经费构成", "the unit's kind of funding, or how its staff is paid")
    own = added(f for f in funded if check_words("staff", "self_supporting").fullmatch(f.zh))
    total = added(funded)
    fields = tuple(dict.fromkeys((labelled.pointer, *(f.pointer for f in funded))))
    if own > 0:
        zh = f"全额拨款事业单位，{shown(total)}人中自收自支人员{shown(own)}人（{percent(own / total)}）"
        en = f"a fully funded institution with {shown(own)} of {shown(total)} ({percent(own / total)}) self-supporting staff"
        return failed(zh, en, *fields)
    return passed("全额拨款单位，无自收自支人员", "fully funded, no self-supporting staff", *fields)


@operands
def count_in_text_and_table(context: CheckContext) -> Iterator[Operands | Verdict]:
    """`text` and `table`: posts and staff in organisation.staff and in base_data."""
    staff = context.report.organisation.staff
    stated = [name for name in ("authorised", "active") if getattr(staff, name) is not None]
    if context.report.base_data is not None:
        for name in stated:
            text, table = f"/organisation/staff/{name}", f"/base_data/{name}"
            printed = None if context.same_quotes(text, table) else context.figure(table)
            yield Operands(context, {"text": context.figure(text), "table": printed})
    elif stated:
        yield not_applicable("人员数只见于正文", "staff is told in the text only")
    else:
        yield missing("基础数据表", "a base data table")


@check("ORG-06")
def per_head(context: CheckContext) -> Verdict:
    personnel, active = context.report.spending.personnel, context.report.organisation.staff.active
    if personnel is None or not active:
        return missing("人员经费或在职人数", "personnel expenditure or staff in service")
    each = personnel / active
    usual = context.settings["per_head_least"] <= each <= context.settings["per_head_most"]
    zh = f"人员经费{shown(personnel)}万元÷在职{shown(active)}人＝人均{shown(round(each, 2))}万元"
    en = f"personnel {shown(personnel)} / {shown(active)} in service = {shown(round(each, 2))} per head"
    return judged(usual, zh, en, "/spending/personnel", "/organisation/staff/active", recomputed=each)


@operands
def control_rate(context: CheckContext) -> Iterator[Operands | Verdict]:
    """Each printed control rate, in base_data and in the text, with the numbers beside it."""
    rates = {"/base_data": context.figure("/base_data/control_rate"), "/organisation/staff": _rate_in_prose(context)}
    for pointer, rate in rates.items():
        if rate:
            active, authorised = (context.figure(f"{pointer}/{name}") for name in ("active", "authorised"))
            authorised = authorised if authorised and authorised.value else None
            yield Operands(context, {"control_rate": rate, "active": active, "authorised": authorised})
    if not any(rates.values()):
        yield missing("在职人员控制率", "a control rate")


def _rate_in_prose(context: CheckContext) -> Figure | None:
    of_staff, last_year = check_words("staff", "any"), check_words("years", "last")
    for passage, sentence in context.sentences():
        match = _RATE.search(sentence)
        if match and of_staff.search(sentence) and not last_year.search(sentence, 0, match.start()):
            return figure(decimal(match["rate"]) or ZERO, match["rate"], passage.pointer)
    return None


@operands
def list_of_subordinate_units(context: CheckContext) -> Iterator[Operands]:
    """Each sentence that lists subordinate units: how many they are, and the `parts`."""
    for passage, sentence in context.sentences(*_TOPICS):
        match = _UNITS.search(sentence)
        if match is None:
            continue
        number = Decimal(match["n"] or match["n2"])
        parts = _up_to(number, [Decimal(n) for n in _PART_OF_UNITS.findall(match["rest"] or match["rest2"])])
        if len(parts) >= 2:
            units = figure(number, pointer=passage.pointer, zh="下属单位", en="subordinate units")
            yield Operands(context, {"units": units, "parts": [figure(n) for n in parts]})


def _up_to(total: Decimal, parts: list[Decimal]) -> list[Decimal]:
    """Parts as far as they come to the total: what follows are parts of parts. All of them if they never do."""
    return next((parts[:n] for n in range(2, len(parts)) if added(parts[:n]) == total), parts)
