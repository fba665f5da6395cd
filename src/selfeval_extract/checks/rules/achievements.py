"""XDC: goals and results: they pair up (目标与实际), counts add up (列举数), general claims fit the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from selfeval_extract.checks.check import check
from selfeval_extract.checks.context import CheckContext, FormContext, IndicatorContext, memoized
from selfeval_extract.checks.figures import HUNDRED, ZERO, added, shown
from selfeval_extract.checks.similarity import contained, likeness
from selfeval_extract.checks.statements import (
    Count,
    Statement,
    Status,
    counts_with_names,
    counts_with_parts,
    matching,
    statements,
)
from selfeval_extract.checks.verdict import Verdict, failed, judged, missing, not_applicable, passed
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import NUMBER
from selfeval_extract.vocabulary.words import check_words, says

_NO_GOAL = missing("年度目标及其完成情况", "a goal with its result")
_NO_CLAIM = not_applicable("本文件未见可与数据对照的概括性表述", "no general statement that the data could contradict")
_NO_COUNT = not_applicable("本文件未见可核对的“共×个”及其分项", "no declared count with what it is made of")
_NO_TASK = not_applicable("本文件未见任务数及相应的完成数", "no number of what was assigned and done")
_FULL = Decimal("99.995")
_SHORTEST = 12
"""Characters of a text below which a likeness says nothing."""
_FIGURES = regex(NUMBER)
_WORDS = regex(r"[一-鿿]{2}")
_ITEM = regex(r"(?:目标|任务)(\d{1,2})(?:完成情况)?[:、.]|(?:^|[。;])\(?(\d{1,2})[.、)]|,\(?(\d{1,2})[.、)](?!\d)")
_SENTENCE = regex(r"[^。\n]+")
_SENTENCE_END = regex(r"[。;]")


class Goal(NamedTuple):
    """A goal and its result: where they stand, what both count, the form (None in prose), and their texts, folded; "" for one that
    is not there."""

    fields: tuple[str, ...]
    counts: Sequence[Statement]
    form: FormContext | None = None
    expected: str = ""
    actual: str = ""

    def exact(self, status: Status) -> list[Statement]:
        """The counts of one status that are no estimates."""
        return [s for s in self.counts if s.status == status and s.exact]


@memoized
def _goals(context: CheckContext) -> list[Goal]:
    found = [goal for form in context.forms for goal in _of_form(form)]
    return found + [goal for passage in context.about("goals") for goal in _of_prose(passage.pointer, passage.folded)]


@memoized
def _of_form(form: FormContext) -> list[Goal]:
    # a text without words is that of the points that a form prints beside its goals
    worded = {side: text for side, (_, text) in form.goal_texts.items() if _WORDS.search(text)}
    expected, actual = worded.get("expected", ""), worded.get("actual", "")
    if not worded:
        return []
    counts = [s._replace(status="assigned") for s in statements(expected)] + statements(actual, "done", keep=True)
    return [Goal(tuple(pointer for pointer, _ in form.goal_texts.values()), counts, form, expected, actual)]


def _of_prose(pointer: str, text: str) -> Iterator[Goal]:
    """A paragraph that states both what was assigned and what was done."""
    counts = statements(text)
    sentences = [(m[0], {s.status for s in counts if m.start() <= s.start < m.end()}) for m in _SENTENCE.finditer(text)]
    assigned = "。".join(s for s, kinds in sentences if "assigned" in kinds)
    done = "。".join(s for s, kinds in sentences if kinds & {"done", "missed"} and "assigned" not in kinds)
    if assigned and done:
        yield Goal((pointer,), counts, None, assigned, done)


def _is_duties(context: CheckContext, goal: str) -> bool | None:
    """Whether a goal is the unit's duties; None where that is not known."""
    if says("goals", "duties", goal):
        return True
    duties = folded_text("".join(context.report.organisation.duties or ()))
    duties = duties or "".join(p.folded for p in context.about("duties"))
    if not duties or len(goal) < _SHORTEST:
        return None
    return contained(goal, duties) >= context.settings["duties_as_goal"]


@check("XDC-06", otherwise=_NO_GOAL)
def goals_and_results(context: CheckContext) -> Iterator[Verdict]:
    for goal in _goals(context):
        fault = _unpaired(context, goal)
        lacking = "expected" if not goal.expected else "" if goal.actual else "actual"
        if lacking and not _asked_for(context, lacking):
            yield missing("预期目标或实际完成情况栏", "a place for goal and result in the form", *goal.fields)
        elif fault:
            yield failed(*fault, *goal.fields)
        else:
            yield passed("目标与完成情况相对应", "goal and result are both told", *goal.fields)


def _asked_for(context: CheckContext, side: str) -> bool:
    """Whether the document's forms have cells for goals or for their results, the column of the indicators' results
    aside. In a text dump an empty cell looks like a lost one."""
    if context.report.source.format == "txt":
        return False
    cells = {line.folded for line in context.lines if line.in_table and len(line.folded) <= 20}
    return all(any(map(check_words("goals", what).search, cells)) for what in (side, "column"))


def _unpaired(context: CheckContext, goal: Goal) -> tuple[str, str] | None:
    if not goal.actual:
        return "有预期目标，未填实际完成情况", "a goal without a result"
    if not goal.expected:
        return "有实际完成情况，未填预期目标", "a result without a goal"
    if goal.form and _is_duties(context, goal.expected) and _FIGURES.search(goal.actual):
        return "预期目标为部门职责，完成情况为具体数量，无法逐条对应", "the goal lists duties, the result gives figures"
    wanted, done = _items(goal.expected), _items(goal.actual)
    lacking = sorted(wanted - done)
    if goal.form and len(done) > 1 and lacking:
        numbers = "、".join(map(str, lacking))
        return f"预期目标第{numbers}项没有对应的完成情况", f"no result for goal {numbers}"
    return None


def _items(text: str) -> set[int]:
    """The numbers of a text's points, if they run from 1."""
    found = {int(m[1] or m[2] or m[3]) for m in _ITEM.finditer(text)}
    return found if found == set(range(1, len(found) + 1)) else set()


@check("XDC-07", otherwise=_NO_CLAIM)
def claims_and_data(context: CheckContext) -> list[Verdict]:
    return [*_slow(context), *_over(context), *_all_done(context)]


def _slow(context: CheckContext) -> Iterator[Verdict]:
    """Spending that the problems call slow against a rate of 100%."""
    for n, problem in enumerate(context.report.problems or ()):
        text, pointer = folded_text(problem.text), f"/problems/{n}/text"
        if not says("claims", "slow", text) or says("claims", "in_part", text):
            continue
        rate, field = _rate(context)
        if rate is None:
            yield missing("预算执行率", "an execution rate", pointer)
        elif rate >= _FULL:
            zh = f"问题中称支出进度不理想，预算执行率却为{shown(rate)}%"
            yield failed(zh, f"the problems call spending slow, the execution rate is {shown(rate)}%", pointer, *field)
        else:
            of = f"{shown(round(rate, 2))}%"
            zh, en = f"支出进度表述与执行率{of}不矛盾", f"slow spending and a rate of {of}"
            yield passed(zh, en, pointer, *field)


def _rate(context: CheckContext) -> tuple[Decimal | None, list[str]]:
    """The execution rate of the whole: as recomputed, else as printed."""
    budget = context.report.budget
    if budget.executed is not None and budget.revised:
        return budget.executed / budget.revised * HUNDRED, ["/budget/executed", "/budget/revised"]
    return budget.execution_rate, ["/budget/execution_rate"]


def _over(context: CheckContext) -> Iterator[Verdict]:
    """A sentence that claims over-fulfilment and gives counts against the indicators with those counts."""
    over = check_words("claims", "over")
    for passage, sentence in context.sentences():
        if not over.search(sentence) or passage.about("duties", "measures", "problems", "problems_and_measures"):
            continue
        counts = [s.value for s in statements(sentence)]
        wanted = {*counts, added(counts)} - {ZERO}
        rows = [r for f in context.forms for r in f.rows if r.item.actual.value in wanted and _named_in(r, sentence)]
        yield from (_fulfilment(row, passage.pointer) for row in rows if row.completion.ratio is not None)


def _named_in(row: IndicatorContext, sentence: str) -> bool:
    """Whether a sentence is about an indicator: it has two pairs of characters of its name."""
    name = folded_text(row.item.name or "")[:30]
    return sum(name[n : n + 2] in sentence for n in range(len(name) - 1)) >= 2


def _fulfilment(row: IndicatorContext, pointer: str) -> Verdict:
    fields = (f"{row.pointer}/target/text", f"{row.pointer}/actual/text", pointer)
    target, actual = row.item.target.text, row.item.actual.text or ""
    if row.completion.exact or not row.completion.met:
        zh = f"正文称超额完成，指标{row.name}指标值{target}、完成值{actual}，并未超过"
        return failed(zh, f"the text claims over-fulfilment, row {row.name} has {actual} against {target}", *fields)
    return passed(f"超额完成与指标{row.name}相符", f"row {row.name} bears out the over-fulfilment", *fields)


def _all_done(context: CheckContext) -> Iterator[Verdict]:
    """General claims that everything was completed against rows that fell short and lost points."""
    for form, pointer, sentence in _claims(context):
        if not says("claims", "all_done", sentence) or says("claims", "but", sentence):
            continue
        forms = [form] if form else context.forms
        rows = [r for f in forms for r in f.rows if r.completion.met is not None]
        points = ((r, r.item.score, r.item.weight) for r in rows if not r.completion.met)
        short = [r for r, score, weight in points if score is not None and weight is not None and score < weight]
        if short:
            names = "、".join(r.name for r in short[:3])
            fields = [pointer, *(f"{r.pointer}/{side}/text" for r in short for side in ("target", "actual"))]
            en = f"everything is said to be completed, but {names} fell short"
            yield failed(f"称全面完成目标任务，指标{names}未达指标值", en, *fields)
        elif not rows:
            yield missing("可对照的绩效指标", "indicator rows to compare with", pointer)
        else:
            yield passed("全面完成的表述与指标完成值相符", "the rows bear out that everything was completed", pointer)


def _claims(context: CheckContext) -> Iterator[tuple[FormContext | None, str, str]]:
    """(form, pointer, sentence) of what states results."""
    for passage, sentence in context.sentences("performance", "conclusion", "indicators"):
        yield None, passage.pointer, sentence
    for form in context.forms:
        pointer, text = form.goal_texts.get("actual", ("", ""))
        yield from ((form, pointer, sentence) for sentence in _SENTENCE_END.split(text))


def _texts(context: CheckContext) -> Iterator[tuple[str, str]]:
    """(pointer, folded text) of prose and of the forms' goals."""
    for passage in context.passages:
        if passage.topic not in ("duties", "staff", "institutions"):
            yield passage.pointer, passage.folded
    for form in context.forms:
        yield from form.goal_texts.values()


@check("XDC-08", otherwise=_NO_COUNT)
def declared_counts(context: CheckContext) -> list[Verdict]:
    return [
        _declared(count, pointer)
        for pointer, text in _texts(context)
        for count in (*counts_with_parts(text), *counts_with_names(text))
        if count.holds or count.complete
    ]


def _declared(count: Count, pointer: str) -> Verdict:
    listed = Decimal(count.names) if count.names is not None else added(count.parts)
    parts = f"所列名称{listed}个" if count.names is not None else "＋".join(map(shown, count.parts))
    zh = f"“{count.text}”：{shown(count.declared)}{'＝' if count.holds else '≠'}{parts}"
    what = "names" if count.names is not None else "parts"
    en = f"declared {shown(count.declared)}, {what} come to {shown(listed)}"
    if count.holds:
        return passed(zh, en, pointer)
    difference = count.declared - listed
    return judged(False, zh, en, pointer, recomputed=listed, difference=difference, tolerance=ZERO)


@memoized
def _progress(context: CheckContext) -> list[Goal]:
    """The goals and results of forms, and the paragraphs that state what was left undone, or what was assigned and done."""
    forms = [goal for form in context.forms for goal in _of_form(form)]
    missed, assigned, done = (check_words("progress", kind) for kind in ("missed", "assigned", "done"))
    return forms + [
        Goal((p.pointer,), statements(p.folded))
        for p in context.passages
        if not p.about("duties", "measures")
        and _FIGURES.search(p.folded)
        and (missed.search(p.folded) or (done.search(p.folded) and assigned.search(p.folded)))
    ]


@check("XDC-09", otherwise=not_applicable("本文件未见未完成数", "no number of what was not done"))
def done_and_not_done(context: CheckContext) -> list[Verdict]:
    return [_left(each, left) for each in _progress(context) for left in each.exact("missed")]


def _left(progress: Goal, left: Statement) -> Verdict:
    assigned, done = matching(left, progress.exact("assigned")), matching(left, progress.exact("done"))
    if not assigned or not done:
        en = f"what was assigned or done beside {left}"
        return missing(f"“{left}”对应的任务数或完成数", en, *progress.fields)
    total = done.value + left.value
    holds = total == assigned.value
    zh = f"完成{done}＋未完成{left}{'＝' if holds else '≠'}任务{assigned}"
    en = f"done {shown(done.value)} + not done {shown(left.value)} = {shown(total)}, assigned {shown(assigned.value)}"
    difference = assigned.value - total
    return judged(holds, zh, en, *progress.fields, recomputed=total, difference=difference, tolerance=ZERO)


@check("XDC-10", otherwise=_NO_TASK)
def done_within_assigned(context: CheckContext) -> list[Verdict]:
    return [
        _within(context, each, done, assigned)
        for each in _progress(context)
        for done in each.exact("done")
        if (assigned := matching(done, each.exact("assigned"))) is not None
    ]


def _within(context: CheckContext, progress: Goal, done: Statement, assigned: Statement) -> Verdict:
    """A task is exact. A form's goal is a minimum: only more above it than an indicator has to explain counts."""
    limit = assigned.value * (1 + (context.settings["over_achievement"] if progress.form else 0))
    above = check_words("claims", "above")
    over = done.value > limit and not any(above.search(str(context.value(f) or "")) for f in progress.fields)
    zh, en = f"任务{assigned}，完成{done}", f"assigned {shown(assigned.value)}, done {shown(done.value)}"
    if not over:
        return passed(zh, en, *progress.fields)
    zh, en, difference = f"{zh}，超出部分未作说明", f"{en}, not explained", done.value - assigned.value
    return judged(False, zh, en, *progress.fields, recomputed=assigned.value, difference=difference)


@check("XDC-11", otherwise=missing("部门职责或年度目标", "duties or a goal of the year"))
def duties_as_goal(context: CheckContext) -> Iterator[Verdict]:
    goals = [(g.expected, g.fields[0]) for f in context.department_forms for g in _of_form(f) if g.expected]
    goals += [] if goals else [(p.folded, p.pointer) for p in context.about("goals") if p.topic == "goals"]
    duties = ["/organisation/duties"] if context.report.organisation.duties else []
    for text, pointer in goals:
        copied = _is_duties(context, text)
        if copied:
            yield failed("年度总体目标为部门职责原文", "the goal of the year is the list of duties", pointer, *duties)
        elif copied is False:
            yield passed("年度目标不是职责原文", "the goal is not the list of duties", pointer)


@check("XDC-12", otherwise=_NO_GOAL)
def result_as_goal(context: CheckContext) -> Iterator[Verdict]:
    for goal in _goals(context):
        expected, actual = (check_words("goals", "tense").sub("", text) for text in (goal.expected, goal.actual))
        if not goal.expected or not goal.actual:
            continue
        alike = likeness(expected, actual)
        same_figures = _FIGURES.findall(goal.expected) == _FIGURES.findall(goal.actual)
        copied = alike >= context.settings["result_as_goal"] and same_figures
        percent = shown(round(alike * HUNDRED, 0))
        zh = f"实际完成情况与预期目标相似度{percent}%" + ("，且数字相同" if copied else "")
        en = f"result and goal are {percent}% alike"
        yield judged(not copied or len(goal.expected) < _SHORTEST, zh, en, *goal.fields)
