"""NAR: shortfalls, the problems that are admitted, their causes, and the measures against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.figures import HUNDRED, shown
from selfeval_extract.checks.rules.problem_measure_pairs import StatedPoint, answers, measures, problems, shares_a_word
from selfeval_extract.checks.rules.shortfalls import Shortfall, row_shortfall, rows_short, stated_shortfalls
from selfeval_extract.checks.rules.template_leftovers import leftover_cells, leftovers
from selfeval_extract.checks.verdict import Verdict, failed, judged, missing, not_applicable, passed, shortened
from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.words import check_words, says

_NO_PROBLEMS = missing("存在的问题", "problems")
_NO_MEASURES = missing("改进措施", "measures")
_MOST_NAMED = 5


def _problems(context: CheckContext) -> Verdict | None:
    """The verdict on a record without problems."""
    if context.report.problems is None:
        return _NO_PROBLEMS
    if not context.report.problems:
        return not_applicable("文件写明没有问题", "the document says that there are no problems")
    return None


def _problems_and_measures(context: CheckContext) -> Verdict | None:
    """The verdict on a record without problems, or without measures."""
    return _problems(context) or (None if measures(context) else _NO_MEASURES)


def _listed(names: Sequence[str]) -> str:
    return "、".join(names[:_MOST_NAMED]) + (f"等{len(names)}项" if len(names) > _MOST_NAMED else "")


@check("NAR-01")
def problems_where_there_are_shortfalls(context: CheckContext) -> Verdict:
    if context.report.problems is None:
        return _NO_PROBLEMS
    if context.report.problems:
        count = len(problems(context))
        return passed(f"列有{count}项问题", f"{count} problems are told", "/problems")
    short = [*map(row_shortfall, rows_short(context))]
    short += [*stated_shortfalls(context), *_points_lost(context), *_money_left(context)]
    if not short:
        return passed("未见未完成事项，也没有列问题", "no problems, and nothing was missed", "/problems")
    zh = f"文件写明没有问题，但{_listed([s.zh for s in short])}"
    en = f"the report states no problems; short of target: {'; '.join(s.en for s in short[:_MOST_NAMED])}"
    return failed(zh, en, "/problems", *(s.pointer for s in short))


def _points_lost(context: CheckContext) -> Iterator[Shortfall]:
    """Scores below full marks."""
    score = context.report.self_assessment.score
    if score is not None and score < HUNDRED and (score > 10 or not context.forms):
        yield Shortfall("/self_assessment/score", "", f"自评得分{shown(score)}", f"the score is {shown(score)}")
    for form in context.forms if score is None else ():
        total, full = form.item.total_score, form.item.total_weight or HUNDRED
        if total is not None and total < full:
            yield Shortfall(f"{form.pointer}/total_score", "", f"总得分{shown(total)}", f"the score is {shown(total)}")


def _money_left(context: CheckContext) -> Iterator[Shortfall]:
    """Execution rates below the threshold."""
    least = context.settings["low_execution"] * 100
    rates = [
        (f"{form.pointer}/funds/{form.total_row}/rate", f.rate) for form in context.forms if (f := form.total_fund)
    ]
    for pointer, rate in (("/budget/execution_rate", context.report.budget.execution_rate), *rates):
        if rate is not None and rate < least:
            yield Shortfall(pointer, "", f"预算执行率{shown(rate)}%", f"the execution rate is {shown(rate)}%")


@check("NAR-02", needs=_problems)
def measures_where_there_are_problems(context: CheckContext) -> Verdict:
    if context.report.measures:
        count = len(measures(context))
        return passed(f"列有{count}项措施", f"{count} measures are told", "/problems", "/measures")
    planned = next(_plans(context), None)
    if planned:
        return passed("改进措施写在问题或偏差说明中", "measures are told with the problems or in the notes", planned)
    heading = check_words("narrative", "measures_heading")
    says_none = context.report.measures == []
    if not says_none and any(heading.search(folded_text(s.heading)) for s in context.report.outline):
        return missing("措施一节的具体措施", "measures in the section that is headed so")
    count = len(problems(context))
    zh, en = f"列有{count}项问题，本文件未写改进措施", f"{count} problems, and no measures in this document"
    return failed(zh, en, "/problems")


def _plans(context: CheckContext) -> Iterator[str]:
    """Pointers of problems and of rows' notes that say what will be done."""
    texts = [(f"/problems/{n}/text", p.text) for n, p in enumerate(context.report.problems or [])]
    texts += [(f"{row.pointer}/note", row.item.note or "") for form in context.forms for row in form.rows]
    texts += [(f"{form.pointer}/conclusion", form.item.conclusion or "") for form in context.forms]
    plan = check_words("narrative", "plan")
    yield from (pointer for pointer, text in texts if plan.search(folded_text(text)))


@check("NAR-03", needs=_problems_and_measures)
def every_problem_has_a_measure(context: CheckContext) -> Iterator[Verdict]:
    found, answered = problems(context), measures(context)
    done = {p for p, _ in answers(answered, found)}
    for n, problem in enumerate(found):
        if n in done:
            yield passed(f"问题{problem.name}有对应措施", f"{problem.name} has a measure", problem.pointer)
        else:
            zh = f"问题{problem.name}没有看到对应的改进措施"
            en = f"none of the measures is about the problem {problem.name}"
            yield failed(zh, en, problem.pointer, *dict.fromkeys(m.pointer for m in answered))


@check("NAR-04", needs=_problems)
def every_problem_has_a_cause(context: CheckContext) -> Verdict:
    found = problems(context)
    without = [p for p in found if not p.caused]
    fields = [f"/problems/{n}/cause" for n, p in enumerate(context.report.problems or []) if p.cause]
    if not without:
        return passed(f"{len(found)}项问题均说明原因", f"all {len(found)} problems have a cause", *fields)
    names = _listed([p.name for p in without])
    zh = f"{len(found)}项问题中{len(without)}项没有说明原因：{names}"
    en = f"{len(without)} of {len(found)} problems have no cause: {names}"
    return failed(zh, en, *(p.pointer for p in without))


@check("NAR-05", needs=_problems_and_measures)
def every_measure_answers_a_problem(context: CheckContext) -> Verdict:
    found, answering = problems(context), measures(context)
    used = {m for _, m in answers(answering, found)}
    idle = [m for n, m in enumerate(answering) if n not in used and _is_of_money(m)]
    if not idle:
        en = f"all {len(answering)} measures answer problems"
        return passed(f"{len(answering)}项措施均与问题有关", en, "/measures", "/problems")
    names = _listed([m.name for m in idle])
    zh = f"{len(answering)}项措施中{len(idle)}项与所列问题无关：{names}"
    en = f"{len(idle)} of {len(answering)} measures answer none of the problems: {names}"
    return failed(zh, en, *(m.pointer for m in idle), "/problems")


def _is_of_money(measure: StatedPoint) -> bool:
    """Whether a measure is about budget and performance work. One about the unit's own business may answer a problem
    in words that only those who know the business connect with it."""
    of_money, of_results = check_words("narrative", "money_matter"), check_words("narrative", "result_use")
    return of_money.search(measure.text) is not None and of_results.search(measure.text) is None


@check("NAR-06")
def measures_can_be_followed_up(context: CheckContext) -> Verdict:
    if context.report.measures is None:
        return _NO_MEASURES
    if not context.report.measures:
        return not_applicable("文件写明没有措施", "the document says that there are no measures")
    found = measures(context)
    firm = [m for m in found if says("narrative", "actionable", m.text)]
    zh = f"{len(found)}项措施中{len(firm)}项写明责任人、时限或数量"
    en = f"{len(firm)} of {len(found)} measures name an actor, a date or a quantity"
    return judged(bool(firm), zh, en, *dict.fromkeys(m.pointer for m in firm or found))


@check("NAR-07")
def shortfalls_are_admitted(context: CheckContext) -> Iterator[Verdict]:
    short = [row_shortfall(row) for row in rows_short(context) if not row.item.note] + stated_shortfalls(context)
    nothing = _problems(context)
    if not short:
        has_results = context.forms or context.is_report
        none = passed("未见未完成的任务", "no shortfall is told")
        yield none if has_results else missing("绩效目标完成情况", "results")
    elif nothing:
        yield nothing
    else:
        for pointer in dict.fromkeys(s.pointer for s in short):
            yield _admitted(context, pointer, [s for s in short if s.pointer == pointer])


def _admitted(context: CheckContext, pointer: str, short: Sequence[Shortfall]) -> Verdict:
    """Whether the problems mention the shortfalls of one place; any of them, as they are stated together."""
    found = problems(context)
    general = any(says("narrative", "general_problem", p.text_and_cause) for p in found)
    if general or any(shares_a_word(s.about, p.text_and_cause) for s in short for p in found):
        return passed("未完成的任务已列入问题", "the problems speak of what was not reached", pointer, "/problems")
    zh = f"{_listed([s.zh for s in short])}，存在的问题中未提及"
    en = f"not among the problems: {'; '.join(s.en for s in short[:_MOST_NAMED])}"
    return failed(zh, en, pointer, *dict.fromkeys(p.pointer for p in found))


@check("NAR-08")
def no_instructions_left(context: CheckContext) -> list[Verdict]:
    if not context.forms and not context.is_report:
        return [missing("自评表或自评报告", "a form or a report in this document")]
    faults = []
    for pointer, text in leftovers(context):
        quote = shortened(text, 40)
        zh, en = f"“{quote}”是填报提示或占位符", f"“{quote}” is an instruction or a gap of the form"
        faults.append(failed(zh, en, pointer))
    for line in leftover_cells(context):
        zh, en = f"表中“{line.folded[:40]}”是填报提示", f"the cell “{line.folded[:40]}” is an instruction"
        faults.append(failed(zh, en, printed=(line.text,)))
    return faults or [passed("未见填报提示语", "no instructions are left in")]


@check("NAR-09", needs=_problems)
def problems_name_something(context: CheckContext) -> Iterator[Verdict]:
    for p in problems(context):
        if _is_generic(p):
            zh, en = f"问题{p.name}没有写明具体事项", f"the problem {p.name} names nothing in particular"
            yield failed(zh, en, p.pointer)
        else:
            yield passed("问题写得具体", "the problems name something in particular", p.pointer)


def _is_generic(problem: StatedPoint) -> bool:
    """Whether each clause only says that something has to be improved."""
    generic, specific = check_words("narrative", "generic"), check_words("narrative", "specific")
    clauses = [c for c in problem.text.replace(";", ",").replace("。", ",").split(",") if c]
    return all(generic.search(c) for c in clauses) and not problem.cause and specific.search(problem.text) is None
