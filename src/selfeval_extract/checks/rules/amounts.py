"""AMT: what the spending is made of (金额勾稽): basic and project, personnel and operating, functions, projects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from selfeval_extract.checks.arithmetic import Operands, operands
from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext, field_names, memoized
from selfeval_extract.checks.figures import Figure, added, present, shown, sum_verdict
from selfeval_extract.checks.stated_amounts import amount_sentences, named_amount, stated_amounts, unless_stated
from selfeval_extract.checks.verdict import Verdict, failed, judged, missing, not_applicable, passed
from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.roles import BUDGET_STAGES, SOURCES, Source
from selfeval_extract.vocabulary.words import check_words, said_roles, says


@memoized
def spending_totals(context: CheckContext) -> list[Figure]:
    """The amounts that may be the whole of the spending, the narrowest scope last; each amount once."""
    total = context.figure("/spending/total", "总支出", "total expenditure")
    general = context.figure("/budget/sources/general_public", "一般公共预算支出", "general public budget")
    found = present([total, context.figure("/budget/executed"), general])
    return list({f.value: f for f in reversed(found)}.values())[::-1]


@operands
def spending(context: CheckContext) -> Iterator[Operands]:
    """`whole` is spending.total, budget.executed or budget.sources.general_public. The text states `remitted`, `business`, `affiliates`
    (上缴上级支出, 经营支出, 对附属单位补助支出) and the `economic_classes`, among them `wages` (301) and `subsidies` (303)."""
    classes = _economic_classes(context)
    found: dict[str, Figure | Sequence[Figure | None] | None] = {"wages": None, "subsidies": None, **classes}
    for role, words in groups("checks.toml")["other_spending"].items():
        found[role] = named_amount(context, words, *field_names()[role])
    found["whole"] = spending_totals(context)
    found["economic_classes"] = list(classes.values()) if len(classes) > 1 else []
    yield Operands(context, found)


@memoized
def _economic_classes(context: CheckContext) -> Mapping[str, Figure]:
    """The amounts that the prose states by economic class, the first of each; not one that is of two classes together."""
    found: dict[str, Figure] = {}
    for passage, sentence, amounts in amount_sentences(context):
        of_projects = passage.topic == "project_spending" or "项目支出" in sentence
        for stated in amounts if not of_projects or "基本支出" in sentence else ():
            classes = said_roles("economic_classes", stated.left)
            if len(classes) == 1:
                zh, en = field_names()[classes[0]]
                found.setdefault(classes[0], stated.figure._replace(zh=zh, en=en))
    return found


@operands
def project_forms(context: CheckContext) -> Iterator[Operands | Verdict]:
    """`project_forms` are the forms of a department's projects, with their totals of the year."""
    project = context.figure("/spending/project")
    if context.report.kind != "department" or (project is None and context.department_forms):
        yield not_applicable("未填列部门项目支出", "no project expenditure of the unit is told")
    else:
        executed = [form.total_figure("executed") for form in context.project_forms]
        yield Operands(context, {"spending.project": project, "project_forms.executed": executed})


@operands
def amounts(context: CheckContext) -> Iterator[Operands]:
    """`amounts` are all those of budget, spending and funds."""
    spending = context.report.spending
    pointers = [
        *(f"/budget/{name}" for name in (*BUDGET_STAGES, "revenue")),
        *(f"/budget/sources/{name}" for name in SOURCES),
        *(f"/spending/{name}" for name in ("total", "basic", "personnel", "operating", "project")),
        *(f"/spending/projects/{n}/amount" for n in range(len(spending.projects or ()))),
        *(f"/spending/functions/{n}/amount" for n in range(len(spending.functions or ()))),
        *(f"{f.pointer}/funds/{n}/{s}" for f in context.forms for n in range(len(f.item.funds)) for s in BUDGET_STAGES),
    ]
    yield Operands(context, {"amounts": present(map(context.figure, pointers))})


@check("AMT-03")
def project_items(context: CheckContext) -> Verdict:
    project = context.figure("/spending/project")
    items = context.report.spending.projects
    if project is None and not items:
        return not_applicable("未列示项目支出", "no project expenditure is told")
    if project is None or not items:
        return missing("项目支出总额或项目明细", "the project total or a list of projects")
    terms = present(context.figure(f"/spending/projects/{n}/amount", i.name, i.name) for n, i in enumerate(items))
    if len(terms) < len(items):
        return missing("部分项目的金额", "amounts of some projects")
    verdict = sum_verdict([project], terms)
    listed = added(terms)
    if verdict.outcome == "fail" and listed < project.value and not _lists_all(context):
        zh = f"列示的项目合计{shown(listed)}，不超过项目支出{project}"
        return passed(zh, f"the projects listed come to {shown(listed)}, within {project}", *verdict.fields)
    return unless_stated(context, verdict)


def _lists_all(context: CheckContext) -> bool:
    """Whether the report says that the projects it lists are all of them: outright, by their number, or by going on
    from the total to each of them in one sentence."""
    items = context.report.spending.projects or []
    amounts = {item.amount for item in items}
    total = context.report.spending.project
    for passage in context.passages:
        text = passage.folded
        about = passage.topic == "project_spending" or "项目支出" in text
        if not about or says("listed", "some", text):
            continue
        number = check_words("listed", "number").search(text)
        stated = {each.figure.value for each in stated_amounts(text)}
        if (
            says("listed", "all", text)
            or (number and int(next(filter(None, number.groups()))) == len(items))
            or (total in stated and amounts <= stated and says("listed", "one_by_one", text))
        ):
            return True
    return False


@check("AMT-13")
def by_fund(context: CheckContext) -> Verdict:
    total = context.figure("/budget/executed", "总支出", "total expenditure")
    sources = {name: f for name in SOURCES if (f := context.figure(f"/budget/sources/{name}"))}
    terms = {name: figure for name, figure in sources.items() if not _from_form(context, name)}
    if total is None or len(terms) < 2:
        return missing("总支出或按预算类别分的支出", "total expenditure, or its split by kind of budget")
    if any(context.same_quotes(total.pointer, term.pointer) for term in terms.values()):
        return missing("各类预算合计的总支出", "a total over all kinds of budget")
    if any(term.value > total.value for term in terms.values()):
        return missing("各类预算合计的总支出", "a total over all kinds of budget")
    verdict = sum_verdict([total], list(terms.values()))
    own_money = [terms[name] for name in ("other", "special_account") if name in terms]
    received = any(not _is_spent(context, figure) for figure in own_money)  # own money may be stated as what came in
    too_little = len(terms) < len(SOURCES) and added(terms.values()) < total.value
    if verdict.outcome == "fail" and (too_little or received):
        return missing("部分预算类别的支出", "spending of some kinds of budget")
    return unless_stated(context, verdict)


def _from_form(context: CheckContext, name: Source) -> bool:
    """Whether a source's amount was read from a form's split, which AMT-04 looks at."""
    held = f"/budget/sources/{name}"
    return any(context.same_quotes(held, f"{form.pointer}/by_source/{name}") for form in context.forms)


def _is_spent(context: CheckContext, figure: Figure) -> bool:
    """Whether the prose says of an amount that it was spent."""
    quotes = [folded_text(q.quote) for q in context.quotes(figure.pointer)]
    return any(
        "支出" in each.left and any(q in sentence[each.start - 1 : each.end + 1] for q in quotes)
        for _, sentence, amounts in amount_sentences(context)
        for each in amounts
    )


@check("AMT-18", otherwise=not_applicable("未列示项目", "no projects are listed"))
def staff_in_projects(context: CheckContext) -> Iterator[Verdict]:
    staff = check_words("projects", "staff")
    for n, item in enumerate(context.report.spending.projects or []):
        pays = staff.search(folded_text(item.name)) or staff.search(folded_text(item.purpose or ""))
        cost = "金额未列" if item.amount is None else f"{shown(item.amount)}万元"
        yield _staff_verdict(bool(pays), item.name, f"（{cost}）" if pays else "", f"/spending/projects/{n}/name")
    for form in context.project_forms:
        subject = form.item.subject or ""
        yield _staff_verdict(bool(staff.search(folded_text(subject))), subject, "", f"{form.pointer}/subject")


def _staff_verdict(pays: bool, name: str, cost: str, field: str) -> Verdict:
    zh = f"项目“{name}”{cost}{'列支' if pays else '未见'}人员性质支出"
    return judged(not pays, zh, f"project “{name}” pays {'' if pays else 'no '}staff", field)


@check("AMT-19")
def usual_functions(context: CheckContext) -> Verdict:
    functions, active = context.report.spending.functions, context.report.organisation.staff.active
    if not functions or active is None:
        return missing("功能分类支出或在职人数", "spending by function, or staff in service")
    if active <= 0:
        return not_applicable("无在职人员", "no staff in service")
    names = "、".join(folded_text(f.name) for f in functions)
    usual = {"social_security": "社会保障和就业", "health": "卫生健康"}
    absent = [zh for role, zh in usual.items() if not says("functions", role, names)]
    fields = ("/spending/functions", "/organisation/staff/active")
    if absent:
        zh = f"在职{shown(active)}人，功能科目仅列{names}，未见{'、'.join(absent)}支出"
        return failed(zh, f"{shown(active)} in service, but only {names} are listed", *fields)
    return passed("列有社会保障和就业、卫生健康支出", "social security and health are listed", *fields)
