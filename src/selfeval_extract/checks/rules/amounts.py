"""AMT: amounts that have to add up (金额勾稽)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from selfeval_extract.checks.case import Case, FormCase
from selfeval_extract.checks.catalogue import check, form_check
from selfeval_extract.checks.completion import words
from selfeval_extract.checks.figures import Figure, add_up, at_most, figure, shown, sum_verdict, told
from selfeval_extract.checks.told import Change, Share, Told, changes, named, shares, told_in
from selfeval_extract.checks.verdict import Outcome, Verdict, failed, irrelevant, missing, passed
from selfeval_extract.document import folded_text

SOURCES = ("general_public", "government_funds", "state_capital", "social_insurance", "special_account", "other")
MONEY = ("original", "revised", "executed")
_STAGES = ("revised", "executed", "original")
_ZERO, _HUNDRED = Decimal(0), Decimal(100)
_OTHER_YEAR = re.compile("上年|去年|上一年")
_SHARES_SUM = Decimal("0.5")
_ECONOMIC = (
    ("工资福利支出", "wages and benefits", re.compile(r"工资福利支出")),
    ("商品和服务支出", "goods and services", re.compile(r"商品(?:和|与|及)服务支出")),
    ("对个人和家庭的补助", "subsidies to individuals", re.compile(r"对?个人(?:和|与|及)家庭的?补助")),
    ("资本性支出", "capital outlay", re.compile(r"资本性支出")),
    ("债务利息及费用支出", "debt interest", re.compile(r"债务(?:利息|还本)")),
    ("对企业补助", "subsidies to enterprises", re.compile(r"对企业补助")),
)
_USUAL_CLASSES = 3
"""Wages, goods and services, subsidies: with these a list of classes is taken to be whole."""
_OPENING = re.compile(r"(?:年初|上年|以前年度)[^,。;\d]{0,8}结[转余]|结转(?:上年|以前年度)")
_CLOSING = re.compile(r"(?:年末|期末|结转下年|年终)[^,。;\d]{0,10}结[转余]|结转下年|年末结[转余]")
_MOVED = {
    "追加": (1, "added", re.compile(r"(?:追加|调增|增加|增拨|新增|下达|增列)[^,。;\d]{0,20}$")),
    "结转": (1, "carried in", re.compile(r"(?:上年|以前年度|年初)[^,。;\d]{0,6}结转[^,。;\d]{0,8}$")),
    "调减": (-1, "reduced", re.compile(r"(?:调减|核减|压减|追减|收回|调出|核销|减少)[^,。;\d]{0,20}$")),
}
"""How a sentence names a change of the budget during the year: sign, English word, the words right before the amount."""
_EXTRA = (
    ("上缴上级支出", "remitted to the superior", re.compile(r"上缴上级支出")),
    ("经营支出", "business expenditure", re.compile(r"(?<!国有资本)经营支出")),
    ("对附属单位补助支出", "subsidies to affiliates", re.compile(r"对附属单位补助")),
)
_ALL_LISTED = re.compile(
    r"项目支出[^。;]{0,30}?(?:具体(?:为|是|如下|包括)|分别(?:为|是)|明细(?:为|如下)|由以下|包括以下)"
)
_NUMBER_OF_PROJECTS = re.compile(r"共(\d{1,3})个(?:[^,。;]{0,6})项目")
_GOES_ON = re.compile(r"项目支出(?:决算)?(?:为|共|共计)?[\d,.]+[亿万千百]*元[,:]{0,2}(?:其中|包括|分别为):?")
_NOT_ALL = re.compile(r"主要|重点|部分|等\d*个?项目")


def _given(figures: Iterable[Figure | None]) -> list[Figure]:
    return [f for f in figures if f is not None]


def _spending(case: Case, *names: str) -> list[Figure | None]:
    return [case.figure(f"/spending/{name}") for name in names]


def _totals(case: Case) -> list[Figure]:
    """What may be the whole of the spending, the narrower scope last; each amount once."""
    found = _given(
        case.figure(pointer, zh, en)
        for pointer, zh, en in (
            ("/spending/total", "总支出", "total expenditure"),
            ("/budget/executed", "全年执行", "execution"),
            ("/budget/sources/general_public", "一般公共预算支出", "general public budget"),
        )
    )
    return list({f.value: f for f in reversed(found)}.values())[::-1]


def _best(totals: Sequence[Figure], terms: Sequence[Figure]) -> Verdict:
    """The verdict on the first total that the terms come to; on the first of all if they come to none."""
    return sum_verdict(next((t for t in totals if add_up(t, terms).outcome != "fail"), totals[0]), terms)


@check("AMT-01")
def basic_parts(case: Case) -> Verdict:
    basic, personnel, operating = _spending(case, "basic", "personnel", "operating")
    if basic is None or personnel is None or operating is None:
        return missing("基本支出、人员经费、公用经费三者之一", "one of basic expenditure, personnel, operating")
    return sum_verdict(basic, [personnel, operating])


@check("AMT-02")
def spending_parts(case: Case) -> Verdict:
    basic, project = _spending(case, "basic", "project")
    totals = _totals(case)
    if basic is None or project is None or not totals:
        return missing("总支出、基本支出、项目支出三者之一", "one of total, basic and project expenditure")
    plain = _best(totals, [basic, project])
    if plain.outcome != "fail":
        return plain
    extra = _given(named(case, pattern, zh, en) for zh, en, pattern in _EXTRA)
    return _best(totals, [basic, project, *extra]) if extra else plain


@check("AMT-03")
def project_items(case: Case) -> Verdict:
    project = case.figure("/spending/project")
    items = case.report.spending.projects
    if project is None and not items:
        return irrelevant("未列示项目支出", "no project expenditure is told")
    if project is None or not items:
        return missing("项目支出总额或项目明细", "the project total or a list of projects")
    figures = [case.figure(f"/spending/projects/{n}/amount", item.name, item.name) for n, item in enumerate(items)]
    terms = _given(figures)
    if len(terms) < len(figures):
        return missing("部分项目的金额", "amounts of some projects")
    verdict = sum_verdict(project, terms)
    listed = sum((t.value for t in terms), _ZERO)
    if verdict.outcome == "fail" and listed < project.value and not _lists_all(case):
        return passed(
            f"列示的项目合计{shown(listed)}，不超过项目支出{project}",
            f"the projects listed come to {shown(listed)}, within {project}",
            *verdict.fields,
        )
    return verdict


def _lists_all(case: Case) -> bool:
    """Whether the report says that the projects it lists are all of them: outright, by their number, or by going on
    from the total to each of them in one sentence."""
    items = case.report.spending.projects or []
    amounts = {item.amount for item in items}
    total = case.report.spending.project
    for passage in case.passages:
        if "项目支出" not in passage.folded or _NOT_ALL.search(passage.folded):
            continue
        number = _NUMBER_OF_PROJECTS.search(passage.folded)
        told = {each.figure.value for each in told_in(passage.folded)}
        whole = total in told and amounts <= told and _GOES_ON.search(passage.folded)
        if _ALL_LISTED.search(passage.folded) or (number and int(number[1]) == len(items)) or whole:
            return True
    return False


def _split_verdict(form: FormCase, terms: Sequence[Figure]) -> Verdict:
    """A split of the year's money against the totals of the fund block: adjusted, then executed, then initial."""
    totals = _given(form.money_figure(stage) for stage in _STAGES)
    if not totals:
        return missing("年度资金总额", "the year's total")
    return _best(totals, terms)


@form_check("AMT-04")
def by_source(form: FormCase) -> Verdict | None:
    if form.item.kind != "department":
        return None
    terms = _given(form.figure(f"by_source/{name}") for name in SOURCES)
    return _split_verdict(form, terms) if terms else missing("按收入性质分的金额", "a split by source")


@form_check("AMT-05")
def by_nature(form: FormCase) -> Iterator[Verdict]:
    if form.item.kind != "department":
        return
    terms = _given(form.figure(f"by_nature/{name}") for name in ("basic", "project"))
    rows = _rows_named(form, "nature")
    if len(rows) > 1 and form.total_row is not None:
        yield from _columns(form, form.total_row, rows)
    elif not terms:
        yield missing("按支出性质分的金额", "a split by kind of spending")
    if not terms:
        return
    yield _split_verdict(form, terms)
    sources = _given(form.figure(f"by_source/{name}") for name in SOURCES)
    if sources:
        total = figure(sum((s.value for s in sources), _ZERO))
        whole = Figure(
            total.value,
            min(s.quantum for s in sources),
            all(s.whole for s in sources),
            "",
            "按收入性质分合计",
            "sum by source",
        )
        yield replace(sum_verdict(whole, terms), fields=tuple(f.pointer for f in (*sources, *terms)))


@check("AMT-06")
def by_function(case: Case) -> Verdict:
    items = case.report.spending.functions or []
    terms = _given(case.figure(f"/spending/functions/{n}/amount", i.name, i.name) for n, i in enumerate(items))
    totals = _totals(case)
    if not terms or len(terms) < len(items) or not totals:
        return missing("功能分类支出或总支出", "spending by function, or its total")
    verdict = _best([*totals, *_given(_spending(case, "basic"))], terms)
    listed = sum((t.value for t in terms), _ZERO)
    if verdict.outcome == "fail" and len(terms) < 3 and listed < min(t.value for t in totals):
        return missing("全部功能分类支出", "spending of all functions")
    return verdict


def _economic(case: Case) -> list[Figure]:
    """The amounts by economic class that the prose tells, the first of each; not one that is of two classes together."""
    found: dict[str, Figure] = {}
    for passage, sentence in case.sentences():
        of_projects = passage.topic == "project_spending" or "项目支出" in sentence
        for each in told_in(sentence, passage.pointer) if not of_projects or "基本支出" in sentence else ():
            near = [(zh, en) for zh, en, pattern in _ECONOMIC if pattern.search(each.left)]
            if len(near) == 1:
                (zh, en), *_ = near
                found.setdefault(zh, replace(each.figure, zh=zh, en=en))
    return list(found.values())


@check("AMT-07")
def by_economic_class(case: Case) -> Verdict:
    terms = _economic(case)
    totals = _given(_spending(case, "basic", "total")) + _totals(case)
    if len(terms) < 2 or not totals:
        return missing("经济分类支出", "spending by economic class")
    verdict = _best(totals, terms)
    too_much = sum((t.value for t in terms), _ZERO) > min(t.value for t in totals)
    if verdict.outcome == "fail" and not too_much and len(terms) < _USUAL_CLASSES:
        return missing("部分经济分类支出", "some economic classes")
    return verdict


@check("AMT-08")
def personnel_parts(case: Case) -> Verdict:
    personnel = case.figure("/spending/personnel")
    terms = {f.zh: f for f in _economic(case)}
    parts = [terms.get("工资福利支出"), terms.get("对个人和家庭的补助")]
    if personnel is None or len(_given(parts)) < 2:
        return missing("人员经费或其构成", "personnel expenditure or its parts")
    return sum_verdict(personnel, _given(parts))


@form_check("AMT-09", without=irrelevant("没有资金表", "there is no table of funds"))
def fund_rows(form: FormCase) -> Iterator[Verdict]:
    total = form.total_row
    totals = [n for n, f in enumerate(form.item.funds) if words("funds", "total").search(folded_text(f.label or ""))]
    if total is None or totals != [total] or len(form.item.funds) < 2:
        return
    parts = [n for n in range(len(form.item.funds)) if n != total and n not in _rows_named(form, "nature")]
    if set(parts) <= set(_rows_named(form, "source")):
        yield from _columns(form, total, parts)


def _rows_named(form: FormCase, role: str) -> list[int]:
    """The fund rows whose labels name a source of money, or a kind of spending."""
    labels = enumerate(folded_text(f.label or "") for f in form.item.funds)
    return [n for n, label in labels if n != form.total_row and words("funds", role).search(label)]


def _columns(form: FormCase, total: int, parts: Sequence[int]) -> Iterator[Verdict]:
    for stage in MONEY:
        rows = [(n, f) for n in parts if (f := form.figure(f"funds/{n}/{stage}")) is not None]
        if rows:
            yield _column(form, stage, form.figure(f"funds/{total}/{stage}"), rows)


def _column(form: FormCase, stage: str, whole: Figure | None, rows: list[tuple[int, Figure]]) -> Verdict:
    """A column of the fund block: the total against the rows, or against those that are no part of another row."""
    if whole is None:
        return missing("资金总额", "the total of a column")
    labels = {n: folded_text(form.item.funds[n].label or "") for n, _ in rows}
    named_rows = [(n, replace(f, zh=labels[n] or f.zh, en=labels[n] or f.en)) for n, f in rows]
    whole = replace(whole, zh=f"{whole.zh}总额", en=f"total of {whole.en}")
    first = named_rows[0][0]
    ways = [named_rows]
    ways.append(_outer(named_rows, labels))
    ways += [
        [(n, f) for n, f in named_rows if not words("funds", part).search(labels[n])] for part in ("inner", "narrow")
    ]
    ways.append([(n, f) for n, f in named_rows if n == first or not labels[n].startswith("其中")])
    verdicts = [sum_verdict(whole, [f for _, f in way]) for way in ways if way]
    return next((v for v in verdicts if v.outcome != "fail"), verdicts[0])


def _outer(rows: list[tuple[int, Figure]], labels: dict[int, str]) -> list[tuple[int, Figure]]:
    """The rows that are no part of another: those from a 其中 row on are parts as long as they stay within the row above."""
    found: list[tuple[int, Figure]] = []
    left = _ZERO
    for n, (number, one) in enumerate(rows):
        if n and labels[number].startswith("其中"):
            left = found[-1][1].value
        if n and 0 < one.value <= left:
            left -= one.value
        else:
            found.append((number, one))
            left = _ZERO
    return found


@check("AMT-10")
def revenue_balance(case: Case) -> Verdict:
    revenue = case.figure("/budget/revenue")
    spent = _totals(case)
    if revenue is None or not spent:
        return missing("收入或支出", "revenue or expenditure")
    opening, closing = _carried(case)
    if opening is None and closing is None:
        verdict = _best(spent, [revenue])
        return replace(verdict, severity="warning" if verdict.outcome == "fail" else None)
    if closing is None and revenue.value + (opening.value if opening else _ZERO) > spent[0].value:
        return missing("年末结转结余", "what was carried out")
    balance = [
        Figure(
            t.value + (closing.value if closing else _ZERO),
            t.quantum,
            t.whole,
            t.pointer,
            t.zh + ("＋年末结转结余" if closing else ""),
            t.en,
        )
        for t in spent
    ]
    return _best(balance, [revenue, *_given([opening])])


def _carried(case: Case) -> tuple[Figure | None, Figure | None]:
    """What was carried in and out."""
    topics = ("funds", "general_public_budget", "basic_spending", "basic_information")
    return (
        named(case, _OPENING, "年初结转结余", "carried in", *topics),
        named(case, _CLOSING, "年末结转结余", "carried out", *topics),
    )


@check("AMT-11")
def within_resources(case: Case) -> Verdict:
    revenue = case.figure("/budget/revenue")
    spent = _totals(case)
    if revenue is None or not spent:
        return missing("收入或支出", "revenue or expenditure")
    opening, _ = _carried(case)
    limit = replace(revenue, value=revenue.value + (opening.value if opening else _ZERO))
    total = next((t for t in spent if at_most(t, limit).outcome != "fail"), spent[0])
    result = at_most(total, limit)
    sign = "超过" if result.outcome == "fail" else "≤"
    return told(
        result,
        f"{total.zh}{total}{sign}收入{revenue}" + (f"＋年初结转结余{opening}" if opening else ""),
        f"{total.en} {total}, revenue {revenue}"
        + (f" + carried in {opening}" if opening else "; nothing carried in is told"),
        *(f.pointer for f in _given([total, revenue, opening])),
    )


@check("AMT-12")
def adjustment(case: Case) -> Verdict:
    original, revised = case.figure("/budget/original"), case.figure("/budget/revised")
    moved = _adjustments(case, original, revised)
    if original is None or revised is None or not moved:
        return missing("年初预算、调整数、全年预算三者之一", "one of original budget, adjustment, revised budget")
    ways = (
        [way for size in range(len(moved), 0, -1) for way in combinations(moved, size)] if len(moved) <= 6 else [moved]
    )
    verdicts = [sum_verdict(revised, [original, *way]) for way in ways]
    return next((v for v in verdicts if v.outcome != "fail"), verdicts[0])


def _adjustments(case: Case, original: Figure | None, revised: Figure | None) -> list[Figure]:
    """Additions and, negative, reductions that are told in the paragraph that gives the revised budget."""
    ends = [f.value for f in (original, revised) if f]
    for passage in case.about(
        "funds", "general_public_budget", "basic_spending", "basic_information", "project_spending"
    ):
        moved: list[Figure] = []
        for sentence in passage.sentences():
            amounts = told_in(sentence, passage.pointer)
            moved += [m for each in amounts if each.figure.value not in ends and (m := _moved(each))]
            if revised and moved and any(each.figure.value == revised.value for each in amounts):
                return moved
    return []


def _moved(each: Told) -> Figure | None:
    near = each.left.rpartition(",")[2] or each.left
    if re.search("[比较]", near):
        return None
    for zh, (sign, en, pattern) in _MOVED.items():
        if pattern.search(near):
            return replace(each.figure, value=each.figure.value * sign, zh=zh, en=en)
    return None


@check("AMT-13")
def by_fund(case: Case) -> Verdict:
    total = case.figure("/budget/executed", "总支出", "total expenditure")
    terms = [f for f in _given(case.figure(f"/budget/sources/{name}") for name in SOURCES) if not _from_form(case, f)]
    if total is None or len(terms) < 2:
        return missing("总支出或按预算类别分的支出", "total expenditure, or its split by kind of budget")
    if any(case.quotes(total.pointer) and case.quotes(total.pointer) == case.quotes(t.pointer) for t in terms):
        return missing("各类预算合计的总支出", "a total over all kinds of budget")
    verdict = sum_verdict(total, terms)
    own_money = any(t.pointer.endswith(("other", "special_account")) and not _told_as_spent(case, t) for t in terms)
    too_little = len(terms) < len(SOURCES) and sum((t.value for t in terms), _ZERO) < total.value
    if verdict.outcome == "fail" and (too_little or own_money):  # own money may be told as what came in
        return missing("部分预算类别的支出", "spending of some kinds of budget")
    return verdict


def _told_as_spent(case: Case, one: Figure) -> bool:
    """Whether the prose says of an amount that it was spent."""
    quotes = [folded_text(q.quote) for q in case.quotes(one.pointer)]
    clauses = (
        each.left
        for _, s in case.sentences()
        for each in told_in(s)
        if any(q in s[each.start - 1 : each.end + 1] for q in quotes)
    )
    return any("支出" in clause for clause in clauses)


def _from_form(case: Case, one: Figure) -> bool:
    """Whether a source's amount was read from a form's split, which AMT-04 looks at."""
    name = one.pointer.rpartition("/")[2]
    quotes = case.quotes(one.pointer)
    return bool(quotes) and any(quotes == case.quotes(f"{f.pointer}/by_source/{name}") for f in case.forms)


@check("AMT-14")
def yearly_changes(case: Case) -> Iterator[Verdict]:
    for change in changes(case):
        if words("changes", "three_public").search(change.words) or "三公" in change.before:
            continue  # TPE-04 looks at these
        yield from change_verdicts(change, case.settings["rate"])


def change_verdicts(change: Change, allowed: Decimal) -> Iterator[Verdict]:
    """What a stated change against last year recomputes to; nothing where too little of it is told."""
    current, prior, delta, rate = change.current, change.prior, change.delta, change.rate
    if current and prior and delta:
        difference = replace(delta, zh="增减额", en="change")
        yield sum_verdict(
            difference,
            [
                replace(current, zh="本年", en="this year"),
                replace(prior, value=-prior.value, zh="上年", en="last year"),
            ],
        )
    base = prior.value if prior else current.value - delta.value if current and delta else None
    gain = delta.value if delta else current.value - prior.value if current and prior else None
    if rate and base and base > 0 and gain is not None:
        yield rate_verdict(rate, gain / base * _HUNDRED, allowed, f"“{change.words}”", change.pointer)


def rate_verdict(rate: Figure, computed: Decimal, allowed: Decimal, what: str, *fields: str, en: str = "") -> Verdict:
    """A printed rate against the recomputed one: half a unit of its last decimal passes, `allowed` is rounding. `what`,
    `en`: what the rate is of, in Chinese and English; a quotation serves for both."""
    difference = abs(rate.value - computed)
    half = rate.quantum / 2
    outcome: Outcome = "pass" if difference <= half else "pass_rounding" if difference <= allowed else "fail"
    again = shown(round(computed, 2))
    return Verdict(
        outcome, f"{what}：所列{rate}%，复算{again}%", f"{en or what}: stated {rate}%, recomputed {again}%", tuple(f for f in fields if f),
        computed, rate.value - computed, allowed,
    )  # fmt: skip


@check("AMT-15")
def stated_shares(case: Case) -> Iterator[Verdict]:
    found = list(shares(case))
    for share in found:
        whole = _whole(case, share)
        if whole is None:
            yield missing(f"“{share.words}”中总额的金额", f"the whole of “{share.words}”")
        elif whole.value > 0:
            computed = share.part.value / whole.value * _HUNDRED
            yield rate_verdict(
                share.rate, computed, case.settings["rate"], f"“{share.words}”", share.pointer, whole.pointer
            )
    for sentence in dict.fromkeys(s.sentence for s in found):
        yield from _together([s for s in found if s.sentence == sentence])


def _whole(case: Case, share: Share) -> Figure | None:
    """What a share is of: named as a field is, or the first amount of its sentence when that is the largest."""
    if _OTHER_YEAR.search(share.sentence) or (case.report.year and _years(share.sentence) - {case.report.year}):
        return None
    for role, pointers in {
        "total": ("/spending/total", "/budget/executed"),
        "basic": ("/spending/basic",),
        "project": ("/spending/project",),
        "original": ("/budget/original",),
        "budget": ("/budget/revised",) if case.report.budget.original == case.report.budget.revised else (),
    }.items():
        if words("wholes", role).fullmatch(share.whole):
            return next(iter(_given(map(case.figure, pointers))), None)
    parts = [f for f in map(case.figure, ("/spending/basic", "/spending/project")) if f]
    if not share.whole and any(f.value == share.part.value for f in parts):
        return case.figure("/spending/total") or case.figure("/budget/executed")
    name = re.sub("^(?:全部|全年|年度|当年|同期)", "", share.whole)
    amounts = told_in(share.sentence, share.pointer) if len(name) >= 2 else []
    whole = next((t.figure for t in amounts if name in t.left and t.figure.value != share.part.value), None)
    return whole if whole and whole.value > share.part.value else None


def _years(text: str) -> set[int]:
    return {int(y) for y in re.findall(r"(20\d\d)年", text)}


def _together(group: Sequence[Share]) -> Iterator[Verdict]:
    """Shares of one whole that are all of it come to 100."""
    amounts = [t.figure.value for t in told_in(group[0].sentence)]
    if len(group) < 2 or len({s.whole for s in group}) > 1 or sum(s.part.value for s in group) not in amounts:
        return
    total = sum((s.rate.value for s in group), _ZERO)
    yield Verdict(
        "pass" if abs(total - _HUNDRED) <= _SHARES_SUM else "fail",
        f"同组占比合计{shown(total)}%", f"the shares come to {shown(total)}%", (group[0].pointer,),
        _HUNDRED, total - _HUNDRED, _SHARES_SUM,
    )  # fmt: skip


@check("AMT-16")
def not_negative(case: Case) -> Iterator[Verdict]:
    amounts = list(_amounts(case))
    if not amounts:
        yield missing("金额", "amounts")
    negative = [f for f in amounts if f.value < 0]
    for amount in negative:
        yield failed(f"{amount.zh}为{amount}，小于0", f"{amount.en} is {amount}, below 0", amount.pointer)
    if amounts and not negative:
        yield passed(
            f"{len(amounts)}个金额均不小于0",
            f"none of {len(amounts)} amounts is negative",
            *(f.pointer for f in amounts),
        )


def _amounts(case: Case) -> Iterator[Figure]:
    spending = case.report.spending
    names = [f"/budget/{n}" for n in (*MONEY, "revenue")] + [f"/budget/sources/{n}" for n in SOURCES]
    names += [f"/spending/{n}" for n in ("total", "basic", "personnel", "operating", "project")]
    names += [f"/spending/projects/{n}/amount" for n in range(len(spending.projects or ()))]
    names += [f"/spending/functions/{n}/amount" for n in range(len(spending.functions or ()))]
    names += [f"{f.pointer}/funds/{n}/{s}" for f in case.forms for n in range(len(f.item.funds)) for s in MONEY]
    yield from _given(map(case.figure, names))


@check("AMT-17")
def project_forms(case: Case) -> Verdict:
    project = case.figure("/spending/project")
    if case.report.kind != "department" or (project is None and case.department_forms):
        return irrelevant("未填列部门项目支出", "no project expenditure of the unit is told")
    executed = _given(f.money_figure("executed") for f in case.project_forms)
    if project is None or not executed or len(executed) < len(case.project_forms):
        return missing("部门项目支出或项目自评表执行数", "the unit's project expenditure, or its projects' forms")
    total = sum((f.value for f in executed), _ZERO)
    whole = Figure(
        total,
        min(f.quantum for f in executed),
        all(f.whole for f in executed),
        "",
        "项目自评表执行数合计",
        "project forms together",
    )
    result = at_most(whole, project)
    return told(
        result,
        f"{len(executed)}张项目自评表执行数合计{shown(total)}，部门项目支出{project}",
        f"{len(executed)} project forms come to {shown(total)}, the unit's project expenditure is {project}",
        project.pointer, *(f.pointer for f in executed),
    )  # fmt: skip


@check("AMT-18")
def staff_in_projects(case: Case) -> Iterator[Verdict]:
    items = case.report.spending.projects
    if not items and not case.project_forms:
        yield irrelevant("未列示项目", "no projects are listed")
        return
    staff = words("projects", "staff")
    for n, item in enumerate(items or ()):
        name, purpose = folded_text(item.name), folded_text(item.purpose or "")
        if staff.search(name) or staff.search(purpose):
            amount = f"{shown(item.amount)}万元" if item.amount is not None else "金额未列"
            yield failed(
                f"项目“{item.name}”（{amount}）列支人员性质支出",
                f"project “{item.name}” pays staff",
                f"/spending/projects/{n}/name",
            )
        else:
            yield passed(
                f"项目“{item.name}”未见人员性质支出",
                f"project “{item.name}” pays no staff",
                f"/spending/projects/{n}/name",
            )
    for form in case.project_forms:
        subject = form.item.subject or ""
        verdict = failed if staff.search(folded_text(subject)) else passed
        told_zh = "列支人员性质支出" if verdict is failed else "未见人员性质支出"
        told_en = "pays staff" if verdict is failed else "pays no staff"
        yield verdict(f"项目“{subject}”{told_zh}", f"project “{subject}” {told_en}", f"{form.pointer}/subject")


@check("AMT-19")
def usual_functions(case: Case) -> Verdict:
    functions, active = case.report.spending.functions, case.report.organisation.staff.active
    if not functions or active is None:
        return missing("功能分类支出或在职人数", "spending by function, or staff in service")
    if active <= 0:
        return irrelevant("无在职人员", "no staff in service")
    names = "、".join(folded_text(f.name) for f in functions)
    absent = [
        zh
        for zh, role in (("社会保障和就业", "social_security"), ("卫生健康", "health"))
        if not words("functions", role).search(names)
    ]
    fields = ("/spending/functions", "/organisation/staff/active")
    if absent:
        return failed(
            f"在职{shown(active)}人，功能科目仅列{names}，未见{'、'.join(absent)}支出",
            f"{shown(active)} in service, but only {names} are listed",
            *fields,
        )
    return passed("列有社会保障和就业、卫生健康支出", "social security and health are listed", *fields)
