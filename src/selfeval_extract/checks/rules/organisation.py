"""ORG: institutions and staff (机构人员). Heads are whole numbers and have to add up exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from selfeval_extract.checks.catalogue import check
from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.figures import Figure, figure, shown, sum_verdict
from selfeval_extract.checks.rules.rates import rate_verdict
from selfeval_extract.checks.verdict import Verdict, failed, irrelevant, missing, passed
from selfeval_extract.record.models import BaseData, Staff
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import NUMBER, count, decimal

_TOPICS = ("basic_information", "staff", "institutions", "duties")
_N = r"(?<![\d,零〇一二两三四五六七八九十百千])(?P<n>\d{1,3}(?:,\d{3}){1,2}|\d{1,6}|[零〇一二两三四五六七八九十百千]{1,8})(?:个|名|人)"
_FUNDING = r"(?P<kind>参照公务员法管理|参公管理|全额(?:拨款|供给|财政)|差额(?:拨款|供给)|自收自支)"
_BY_FUNDING = regex(
    rf"{_N}(?:为|属|系)?{_FUNDING}|{_FUNDING.replace('kind', 'kind2')}[^,。;、\d]{{0,8}}?{_N.replace('<n>', '<n2>')}"
)
_OF_STAFF = regex(
    r"(?:自收自支|差额拨款|全额拨款|参公|参照公务员法管理)(?:编制)?人员|(?:自收自支|差额拨款|全额拨款)[^,。;、\d]{0,8}\d+[名人]"
)
"""A sentence that counts people by how they are paid, not units."""
_POST = r"(?P<kind>行政|公务员|事业|参公|参照公务员法?管理|工勤|机关工勤|机关后勤|政法专项|专业技术(?:人员|岗位)?|专技(?:人员|岗)?|管理(?:人员|岗位?))"
_BY_POST = regex(rf"{_POST}[^,。;、:\d]{{0,10}}?{_N}")
_STAFF = regex(rf"(?:在职|在编|在岗|实有)[^,。;\d]{{0,10}}?{_N}(?P<rest>[^。;]{{0,160}})")
_PARTS = regex(r"[,:(]?(?:其中|包括|分别)")
_OTHERS = regex(r"离休|退休|离退|编外|临聘|聘用|劳务|遗属")
_NAMES = regex(
    r"(?:内设|下设|设有|现有|设)[^。;]{0,24}?(?P<n>\d+|[一二两三四五六七八九十]+)个(?:职能|内设|业务)?(?:科室|股室|机构|处室|部门|科|股|室|处|部)?"
    r"[,:]?(?:\()?(?:分别(?:为|是)|即|包括|包含|具体为|:|为)+:?(?P<names>[^。;)]{2,200})"
)
_COUNTED = regex(
    r"(?:内设|下设|设有|现有|设)[^。;\d]{0,12}?(?:科室|股室|机构|处室|部门|科|股|室|处|部)(?:共|共计|有)?(?P<n>\d{1,5})个"
    r"[,:]?(?:\()?(?:分别(?:为|是)|即|包括|包含|具体为|:|为)+:?(?P<names>[^。;)]{2,200})"
)
_BETWEEN_NAMES = regex(r"[、,]|(?<=[科股室处部办队所站])(?:和|及|以及)")
_RATE = regex(rf"控制率(?:为|是|达到?|:|=)*(?P<rate>{NUMBER})%")
_UNITS = regex(
    r"(?:下属|所属|下辖|直属|下设|管理)[^,。;:\d]{0,14}?(?:单位|机构)[^,。;:\d]{0,6}?(?P<n>\d{1,5})个(?P<rest>[,:(]?(?:其中|包括|分别|含)[^。;]{2,120})"
    r"|(?:下属|所属|下辖|直属|下设|管理)[^,。;:\d]{0,6}?(?P<n2>\d{1,5})个[^,。;:\d]{0,12}?(?:单位|机构)(?P<rest2>[,:(]?(?:其中|包括|分别|含)[^。;]{2,120})"
)
_PART_OF_UNITS = regex(r"(?<!\d)(\d{1,5})个")
_FULLY_FUNDED = regex(r"全额(?:拨款|供给|财政拨款|预算)[^,。;]{0,6}(?:单位|机构)")
_CONTROL = Decimal("0.05")
_HUNDRED = Decimal(100)
_ZERO = Decimal(0)
_ASIDE = regex(r"(?<=[一-鿿])\([^()]{0,40}\)")


class Heads(NamedTuple):
    """A number of people told in prose: kind, how many, where."""

    kind: str
    number: Decimal
    pointer: str


def _heads(pattern: re.Pattern[str], text: str, pointer: str) -> Iterator[Heads]:
    for match in pattern.finditer(text):
        told = match.groupdict()
        number = count(told.get("n") or told.get("n2") or "")
        if number is not None:
            yield Heads(told.get("kind") or told.get("kind2") or "", number, pointer)


def by_funding(context: CheckContext) -> list[Heads]:
    """Staff by how they are paid: fully, partly, self-supporting … The first sentence that tells it, less its posts."""
    for passage, told in context.sentences(*_TOPICS):
        if "编制" in told and "在职" not in told:
            continue
        sentence = told if "在职" not in told else told[told.index("在职") :]
        found = list(_heads(_BY_FUNDING, sentence, passage.pointer)) if _OF_STAFF.search(sentence) else []
        if len(found) >= 2:
            return found
    return []


def _by_post(context: CheckContext) -> list[Heads]:
    """Staff by kind of post, listed right behind the number in service."""
    for passage, sentence in context.sentences(*_TOPICS):
        match = _STAFF.search(sentence)
        rest = match["rest"] if match else ""
        if match and count(match["n"]) == context.report.organisation.staff.active and _PARTS.match(rest):
            other = _OTHERS.search(rest)
            found = list(_heads(_BY_POST, rest[: other.start()] if other else rest, passage.pointer))
            if len(found) >= 2:
                return found
    return []


@check("ORG-01")
def staff_parts(context: CheckContext) -> Verdict:
    active = context.figure("/organisation/staff/active", "在职", "in service")
    funded = by_funding(context)
    parts = funded if len(funded) >= 2 else _by_post(context)
    if active is None or len(parts) < 2:
        return missing("在职人数或其构成", "staff in service, or its parts")
    terms = [figure(h.number, None, h.pointer, h.kind, h.kind) for h in parts]
    verdict = sum_verdict(active, terms)
    if verdict.outcome == "fail" and sum(h.number for h in parts) < active.value and len(parts) < 3:
        return missing("在职人员的全部构成", "all parts of the staff")
    return verdict


@check("ORG-02")
def within_establishment(context: CheckContext) -> Iterator[Verdict]:
    staff, base = context.report.organisation.staff, context.report.base_data
    pairs = [("/organisation/staff", staff.authorised, staff.active)]
    if base:
        pairs.append(("/base_data", base.authorised, base.active))
    for at, authorised, active in pairs:
        if authorised is None or active is None:
            yield missing("编制数或在职人数", "authorised posts or staff in service")
            continue
        verdict = passed if active <= authorised else failed
        more = "" if active <= authorised else f"，超出{shown(active - authorised)}人"
        told = verdict(
            f"编制{shown(authorised)}人，在职{shown(active)}人{more}", f"{shown(active)} in service, {shown(authorised)} posts",
            f"{at}/active", f"{at}/authorised",
        )  # fmt: skip
        yield told._replace(recomputed=authorised, difference=active - authorised, tolerance=_ZERO)


@check("ORG-03")
def listed_departments(context: CheckContext) -> Verdict:
    declared = context.report.organisation.internal_departments
    for passage, sentence in context.sentences(*_TOPICS):
        plain = _ASIDE.sub("", sentence)
        match = _NAMES.search(plain) or _COUNTED.search(plain)
        if match is None:
            continue
        number, names = count(match["n"]), [n for n in _BETWEEN_NAMES.split(match["names"]) if n]
        if number is None or declared not in (None, number) or len(names) < 2 or _open_list(match["names"]):
            continue
        verdict = passed if number == len(names) else failed
        told = verdict(
            f"内设机构{shown(number)}个，列出{len(names)}个：{'、'.join(names)}", f"{shown(number)} departments, {len(names)} named",
            "/organisation/internal_departments", passage.pointer,
        )  # fmt: skip
        return told._replace(recomputed=Decimal(len(names)), difference=number - len(names), tolerance=_ZERO)
    return missing("内设机构数或机构名称", "the number of departments, or their names")


def _open_list(names: str) -> bool:
    """Whether a list does not claim to be whole, or goes on to something else than names."""
    return bool(re.search(r"等(?:\d|$)|至|负责|编制|第|人员[^、,]{0,2}\d|\d", names)) or any(
        len(n) > 16 for n in _BETWEEN_NAMES.split(names)
    )


@check("ORG-04")
def funding_label(context: CheckContext) -> Verdict:
    labelled = next((p for p in context.about(*_TOPICS) if _FULLY_FUNDED.search(p.folded)), None)
    funded = by_funding(context)
    if labelled is None or len(funded) < 2:
        return missing("单位经费性质或人员经费构成", "the unit's kind of funding, or how its staff is paid")
    own = sum((h.number for h in funded if h.kind == "自收自支"), _ZERO)
    total = sum((h.number for h in funded), _ZERO)
    fields = tuple(dict.fromkeys((labelled.pointer, *(h.pointer for h in funded))))
    if own > 0:
        share = shown(round(own / total * _HUNDRED, 2))
        return failed(
            f"全额拨款事业单位，{shown(total)}人中自收自支人员{shown(own)}人（{share}%）",
            f"a fully funded institution with {shown(own)} of {shown(total)} ({share}%) self-supporting staff", *fields,
        )  # fmt: skip
    return passed("全额拨款单位，无自收自支人员", "fully funded, no self-supporting staff", *fields)


@check("ORG-05")
def staff_in_text_and_table(context: CheckContext) -> Iterator[Verdict]:
    staff, base = context.report.organisation.staff, context.report.base_data
    told = [n for n in ("authorised", "active") if getattr(staff, n) is not None]
    if base is None:
        yield (
            irrelevant("人员数只见于正文", "staff is told in the text only")
            if told
            else missing("基础数据表", "a base data table")
        )
        return
    for name in told:
        printed = getattr(base, name)
        text, table = f"/organisation/staff/{name}", f"/base_data/{name}"
        if printed is None or context.quotes(text) == context.quotes(table) != []:
            yield missing("正文或基础数据表的人员数", "staff in the text or in the table")
            continue
        one = context.figure(text)
        assert one is not None
        verdict = passed if one.value == printed else failed
        compared = verdict(
            f"{one.zh}：正文{one}人，基础数据表{shown(printed)}人", f"{one.en}: text {one}, table {shown(printed)}", text, table
        )  # fmt: skip
        yield compared._replace(recomputed=printed, difference=one.value - printed, tolerance=_ZERO)


@check("ORG-06")
def per_head(context: CheckContext) -> Verdict:
    personnel, active = context.report.spending.personnel, context.report.organisation.staff.active
    if personnel is None or not active:
        return missing("人员经费或在职人数", "personnel expenditure or staff in service")
    each = personnel / active
    least, most = context.settings["per_head_least"], context.settings["per_head_most"]
    verdict = passed if least <= each <= most else failed
    told = verdict(
        f"人员经费{shown(personnel)}万元÷在职{shown(active)}人＝人均{shown(round(each, 2))}万元",
        f"personnel {shown(personnel)} / {shown(active)} in service = {shown(round(each, 2))} per head",
        "/spending/personnel", "/organisation/staff/active",
    )  # fmt: skip
    return told._replace(recomputed=each)


@check("ORG-07")
def control_rate(context: CheckContext) -> Iterator[Verdict]:
    staff, base = context.report.organisation.staff, context.report.base_data
    printed = context.figure("/base_data/control_rate")
    told: list[tuple[Figure, str, Staff | BaseData] | None] = [
        (printed, "/base_data", base) if printed and base else None,
        (rate, "/organisation/staff", staff) if (rate := _rate_in_prose(context)) else None,
    ]
    for rate, at, heads in filter(None, told):
        if heads.authorised and heads.active is not None:
            what = f"在职{shown(heads.active)}÷编制{shown(heads.authorised)}"
            computed = heads.active / heads.authorised * _HUNDRED
            yield rate_verdict(
                rate,
                computed,
                _CONTROL,
                what,
                rate.pointer,
                f"{at}/active",
                f"{at}/authorised",
                en=f"{shown(heads.active)} in service of {shown(heads.authorised)} posts",
            )
        else:
            yield missing("编制数或在职数", "posts or staff")
    if not any(told):
        yield missing("在职人员控制率", "a control rate")


def _rate_in_prose(context: CheckContext) -> Figure | None:
    for passage, sentence in context.sentences():
        match = _RATE.search(sentence)
        if match and re.search(r"在职|人员|编制", sentence) and not re.search(r"上年|去年", sentence[: match.start()]):
            return figure(decimal(match["rate"]) or _ZERO, match["rate"], passage.pointer)
    return None


@check("ORG-08")
def subordinate_units(context: CheckContext) -> Iterator[Verdict]:
    for passage, sentence in context.sentences(*_TOPICS):
        match = _UNITS.search(sentence)
        if match is None:
            continue
        number = Decimal(match["n"] or match["n2"])
        parts = _up_to(number, [Decimal(n) for n in _PART_OF_UNITS.findall(match["rest"] or match["rest2"])])
        if len(parts) >= 2:
            total = figure(number, pointer=passage.pointer, zh="下属单位", en="subordinate units")
            yield sum_verdict(total, [figure(n) for n in parts])


def _up_to(total: Decimal, parts: list[Decimal]) -> list[Decimal]:
    """Parts as far as they come to the total: what follows are parts of parts. All of them if they never do."""
    for n in range(2, len(parts)):
        if sum(parts[:n], _ZERO) == total:
            return parts[:n]
    return parts
