"""AMT: what the spending is made of (金额勾稽): basic and project, personnel and operating, functions, projects."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from selfeval_extract.checks.catalogue import check
from selfeval_extract.checks.context import CheckContext, once
from selfeval_extract.checks.figures import Figure, at_most, shown, sum_verdict, told
from selfeval_extract.checks.rules.totals import best, given, spending, wholes
from selfeval_extract.checks.stated_amounts import amount_sentences, named, stated_amounts
from selfeval_extract.checks.verdict import Verdict, failed, irrelevant, missing, passed
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.roles import BUDGET_STAGES, SOURCES
from selfeval_extract.vocabulary.words import check_words

_ZERO = Decimal(0)
_ECONOMIC = (
    ("工资福利支出", "wages and benefits", "wages"),
    ("商品和服务支出", "goods and services", "goods"),
    ("对个人和家庭的补助", "subsidies to individuals", "subsidies"),
    ("资本性支出", "capital outlay", "capital"),
    ("债务利息及费用支出", "debt interest", "interest"),
    ("对企业补助", "subsidies to enterprises", "enterprises"),
)
"""Economic classes: Chinese and English name, role in the vocabulary."""
_USUAL_CLASSES = 3
"""Wages, goods and services, subsidies: with these a list of classes is taken to be whole."""
_EXTRA = (
    ("上缴上级支出", "remitted to the superior", "remitted"),
    ("经营支出", "business expenditure", "business"),
    ("对附属单位补助支出", "subsidies to affiliates", "affiliates"),
)
"""What belongs to the total beside basic and project expenditure."""
_NUMBER_OF_PROJECTS = regex(
    r"共(?:实施|安排|有|涉及|包括)?(?:(?P<n>\d{1,3})个(?:[^,。;]{0,6})项目|(?:[^,。;]{0,4})项目(?P<m>\d{1,3})个)"
)
_GOES_ON = regex(r"项目支出(?:决算)?(?:为|共|共计)?[\d,.]+[亿万千百]*元[,:]{0,2}(?:其中|包括|分别为):?")


@check("AMT-01")
def basic_parts(context: CheckContext) -> Verdict:
    basic, personnel, operating = spending(context, "basic", "personnel", "operating")
    if basic is None or personnel is None or operating is None:
        return missing("基本支出、人员经费、公用经费三者之一", "one of basic expenditure, personnel, operating")
    return sum_verdict(basic, [personnel, operating])


@check("AMT-02")
def spending_parts(context: CheckContext) -> Verdict:
    basic, project = spending(context, "basic", "project")
    totals = wholes(context)
    if basic is None or project is None or not totals:
        return missing("总支出、基本支出、项目支出三者之一", "one of total, basic and project expenditure")
    plain = best(totals, [basic, project])
    if plain.outcome != "fail":
        return plain
    extra = given(named(context, check_words("spent_on", role), zh, en) for zh, en, role in _EXTRA)
    return best(totals, [basic, project, *extra]) if extra else plain


@check("AMT-03")
def project_items(context: CheckContext) -> Verdict:
    project = context.figure("/spending/project")
    items = context.report.spending.projects
    if project is None and not items:
        return irrelevant("未列示项目支出", "no project expenditure is told")
    if project is None or not items:
        return missing("项目支出总额或项目明细", "the project total or a list of projects")
    figures = [context.figure(f"/spending/projects/{n}/amount", item.name, item.name) for n, item in enumerate(items)]
    terms = given(figures)
    if len(terms) < len(figures):
        return missing("部分项目的金额", "amounts of some projects")
    verdict = sum_verdict(project, terms)
    listed = sum((t.value for t in terms), _ZERO)
    if verdict.outcome == "fail" and listed < project.value and not _lists_all(context):
        return passed(
            f"列示的项目合计{shown(listed)}，不超过项目支出{project}",
            f"the projects listed come to {shown(listed)}, within {project}",
            *verdict.fields,
        )
    return verdict


def _lists_all(context: CheckContext) -> bool:
    """Whether the report says that the projects it lists are all of them: outright, by their number, or by going on
    from the total to each of them in one sentence."""
    items = context.report.spending.projects or []
    amounts = {item.amount for item in items}
    total = context.report.spending.project
    for passage in context.passages:
        about = passage.topic == "project_spending" or "项目支出" in passage.folded
        if not about or check_words("listed", "some").search(passage.folded):
            continue
        number = _NUMBER_OF_PROJECTS.search(passage.folded)
        told = {each.figure.value for each in stated_amounts(passage.folded)}
        whole = total in told and amounts <= told and _GOES_ON.search(passage.folded)
        if (
            check_words("listed", "all").search(passage.folded)
            or (number and int(number["n"] or number["m"]) == len(items))
            or whole
        ):
            return True
    return False


@check("AMT-06")
def by_function(context: CheckContext) -> Verdict:
    items = context.report.spending.functions or []
    terms = given(context.figure(f"/spending/functions/{n}/amount", i.name, i.name) for n, i in enumerate(items))
    totals = wholes(context)
    if not terms or len(terms) < len(items) or not totals:
        return missing("功能分类支出或总支出", "spending by function, or its total")
    verdict = best([*totals, *given(spending(context, "basic"))], terms)
    listed = sum((t.value for t in terms), _ZERO)
    if verdict.outcome == "fail" and len(terms) < 3 and listed < min(t.value for t in totals):
        return missing("全部功能分类支出", "spending of all functions")
    return verdict


@once
def _economic(context: CheckContext) -> list[Figure]:
    """The amounts by economic class that the prose tells, the first of each; not one that is of two classes together."""
    found: dict[str, Figure] = {}
    for passage, sentence, amounts in amount_sentences(context):
        of_projects = passage.topic == "project_spending" or "项目支出" in sentence
        for each in amounts if not of_projects or "基本支出" in sentence else ():
            near = [(zh, en) for zh, en, role in _ECONOMIC if check_words("spent_on", role).search(each.left)]
            if len(near) == 1:
                (zh, en), *_ = near
                found.setdefault(zh, each.figure._replace(zh=zh, en=en))
    return list(found.values())


@check("AMT-07")
def by_economic_class(context: CheckContext) -> Verdict:
    terms = _economic(context)
    totals = given(spending(context, "basic", "total")) + wholes(context)
    if len(terms) < 2 or not totals:
        return missing("经济分类支出", "spending by economic class")
    verdict = best(totals, terms)
    too_much = sum((t.value for t in terms), _ZERO) > min(t.value for t in totals)
    if verdict.outcome == "fail" and not too_much and len(terms) < _USUAL_CLASSES:
        return missing("部分经济分类支出", "some economic classes")
    return verdict


@check("AMT-08")
def personnel_parts(context: CheckContext) -> Verdict:
    personnel = context.figure("/spending/personnel")
    terms = {f.zh: f for f in _economic(context)}
    parts = [terms.get("工资福利支出"), terms.get("对个人和家庭的补助")]
    if personnel is None or len(given(parts)) < 2:
        return missing("人员经费或其构成", "personnel expenditure or its parts")
    return sum_verdict(personnel, given(parts))


@check("AMT-13")
def by_fund(context: CheckContext) -> Verdict:
    total = context.figure("/budget/executed", "总支出", "total expenditure")
    terms = [
        f for f in given(context.figure(f"/budget/sources/{name}") for name in SOURCES) if not _from_form(context, f)
    ]
    if total is None or len(terms) < 2:
        return missing("总支出或按预算类别分的支出", "total expenditure, or its split by kind of budget")
    if any(context.quotes(total.pointer) and context.quotes(total.pointer) == context.quotes(t.pointer) for t in terms):
        return missing("各类预算合计的总支出", "a total over all kinds of budget")
    verdict = sum_verdict(total, terms)
    own_money = any(t.pointer.endswith(("other", "special_account")) and not _told_as_spent(context, t) for t in terms)
    too_little = len(terms) < len(SOURCES) and sum((t.value for t in terms), _ZERO) < total.value
    if verdict.outcome == "fail" and (too_little or own_money):  # own money may be told as what came in
        return missing("部分预算类别的支出", "spending of some kinds of budget")
    return verdict


def _told_as_spent(context: CheckContext, one: Figure) -> bool:
    """Whether the prose says of an amount that it was spent."""
    quotes = [folded_text(q.quote) for q in context.quotes(one.pointer)]
    clauses = (
        each.left
        for _, s, amounts in amount_sentences(context)
        for each in amounts
        if any(q in s[each.start - 1 : each.end + 1] for q in quotes)
    )
    return any("支出" in clause for clause in clauses)


def _from_form(context: CheckContext, one: Figure) -> bool:
    """Whether a source's amount was read from a form's split, which AMT-04 looks at."""
    name = one.pointer.rpartition("/")[2]
    quotes = context.quotes(one.pointer)
    return bool(quotes) and any(quotes == context.quotes(f"{f.pointer}/by_source/{name}") for f in context.forms)


@check("AMT-16")
def not_negative(context: CheckContext) -> Iterator[Verdict]:
    amounts = list(_amounts(context))
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


def _amounts(context: CheckContext) -> Iterator[Figure]:
    spending = context.report.spending
    names = [f"/budget/{n}" for n in (*BUDGET_STAGES, "revenue")] + [f"/budget/sources/{n}" for n in SOURCES]
    names += [f"/spending/{n}" for n in ("total", "basic", "personnel", "operating", "project")]
    names += [f"/spending/projects/{n}/amount" for n in range(len(spending.projects or ()))]
    names += [f"/spending/functions/{n}/amount" for n in range(len(spending.functions or ()))]
    names += [
        f"{f.pointer}/funds/{n}/{s}" for f in context.forms for n in range(len(f.item.funds)) for s in BUDGET_STAGES
    ]
    yield from given(map(context.figure, names))


@check("AMT-17")
def project_forms(context: CheckContext) -> Verdict:
    project = context.figure("/spending/project")
    if context.report.kind != "department" or (project is None and context.department_forms):
        return irrelevant("未填列部门项目支出", "no project expenditure of the unit is told")
    executed = given(f.money_figure("executed") for f in context.project_forms)
    if project is None or not executed or len(executed) < len(context.project_forms):
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
def staff_in_projects(context: CheckContext) -> Iterator[Verdict]:
    items = context.report.spending.projects
    if not items and not context.project_forms:
        yield irrelevant("未列示项目", "no projects are listed")
        return
    staff = check_words("projects", "staff")
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
    for form in context.project_forms:
        subject = form.item.subject or ""
        verdict = failed if staff.search(folded_text(subject)) else passed
        told_zh = "列支人员性质支出" if verdict is failed else "未见人员性质支出"
        told_en = "pays staff" if verdict is failed else "pays no staff"
        yield verdict(f"项目“{subject}”{told_zh}", f"project “{subject}” {told_en}", f"{form.pointer}/subject")


@check("AMT-19")
def usual_functions(context: CheckContext) -> Verdict:
    functions, active = context.report.spending.functions, context.report.organisation.staff.active
    if not functions or active is None:
        return missing("功能分类支出或在职人数", "spending by function, or staff in service")
    if active <= 0:
        return irrelevant("无在职人员", "no staff in service")
    names = "、".join(folded_text(f.name) for f in functions)
    absent = [
        zh
        for zh, role in (("社会保障和就业", "social_security"), ("卫生健康", "health"))
        if not check_words("functions", role).search(names)
    ]
    fields = ("/spending/functions", "/organisation/staff/active")
    if absent:
        return failed(
            f"在职{shown(active)}人，功能科目仅列{names}，未见{'、'.join(absent)}支出",
            f"{shown(active)} in service, but only {names} are listed",
            *fields,
        )
    return passed("列有社会保障和就业、卫生健康支出", "social security and health are listed", *fields)
