"""SCR: points earned (得分), their total and the grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from selfeval_extract.checks.arithmetic import Operands, operands
from selfeval_extract.checks.check import check, form_check, half_read
from selfeval_extract.checks.context import HALF_CENT, CheckContext, FormContext, ScoredLine, memoized
from selfeval_extract.checks.figures import CENT, HUNDRED, SIGNS, ZERO, Figure, added, rounded, shown, shown_sum
from selfeval_extract.checks.rules.row_scores import full_score_on_shortfall, recomputed_score, score_in_band
from selfeval_extract.checks.rules.stated_scores import stated_scores
from selfeval_extract.checks.verdict import Outcome, Verdict, failed, judged, missing, passed
from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.words import check_words, says

_PLACES = 2


def _no_scores(form: FormContext) -> Verdict:
    return missing("得分", "scores in the form", form.pointer)


def _no_weights_and_scores(form: FormContext) -> Verdict | None:
    """The verdict where no row has both a weight and a score."""
    has = any(r.item.score is not None and r.item.weight for r in form.rows)
    return None if has else missing("指标分值和得分", "weights and scores of the rows", form.pointer)


@form_check("SCR-01")
def within_weight(form: FormContext) -> list[Verdict]:
    lines = [x for x in (*form.money_lines, *form.row_lines) if x.score is not None]
    faults = [fault for line in lines if (fault := _out_of_bounds(line)) is not None]
    weighted = [f"{x.pointer}/score" for x in lines if x.weight is not None]
    if not weighted:
        return faults or [missing("分值和得分", "weights and scores of the same rows", form.pointer)]
    zh, en = f"{len(weighted)}项得分均在0与分值之间", f"{len(weighted)} scores within their weights"
    return faults or [passed(zh, en, *weighted)]


def _out_of_bounds(line: ScoredLine) -> Verdict | None:
    score, weight = line.score or ZERO, line.weight
    if score >= -HALF_CENT and (weight is None or score <= weight + HALF_CENT):
        return None
    limit = min(max(score, ZERO), weight or ZERO)
    of = "未列分值" if weight is None else f"分值{shown(weight)}"
    zh, en = f"{line.name}得分{shown(score)}，{of}", f"{line.name} scores {shown(score)} of {shown(weight or ZERO)}"
    fields = [f"{line.pointer}/{name}" for name in ("score", *(["weight"] if weight is not None else []))]
    return judged(False, zh, en, *fields, recomputed=limit, difference=score - limit, tolerance=HALF_CENT)


def _adds_up(form: FormContext, total: Figure, computed: Decimal) -> Outcome:
    difference = abs(total.value - computed)
    if difference == 0:
        return "pass"
    if difference <= form.context.settings["total_score"] or rounded(computed, total.quantum) == total.value:
        return "pass_rounding"
    return "fail"


def _execution_elsewhere(form: FormContext, lines: Sequence[ScoredLine], gap: Decimal) -> bool:
    """Whether the gap may be points for execution that the table does not show: its own come to less than 100."""
    weights = added(x.weight for x in lines if x.weight is not None)
    return form.execution is None and ZERO < gap <= HUNDRED - weights


def _sum_of(lines: Sequence[ScoredLine]) -> Decimal:
    return added(x.score for x in lines if x.score is not None)


@form_check("SCR-02")
def total_is_the_sum(form: FormContext) -> Verdict:
    total, lines = form.figure("total_score"), [x for x in form.scored_lines if x.score is not None or x.weight]
    scored = [x for x in lines if x.score is not None]
    if total is None or not scored:
        return missing("总得分" if scored else "各项得分", "a total score" if scored else "scores of the rows")
    computed = _sum_of(scored)
    outcome = _adds_up(form, total, computed)
    if outcome == "fail":
        every_fund = _sum_of([*form.money_lines, *(x for x in scored if x.is_indicator)])
        computed, outcome = (every_fund, "pass") if every_fund == total.value else (computed, outcome)
    if outcome == "fail" and (len(scored) < len(lines) or _execution_elsewhere(form, lines, total.value - computed)):
        return missing("全部各项得分（含预算执行率）", "the scores of all lines, execution included", total.pointer)
    doubt = half_read(form) if outcome == "fail" else None
    if doubt is not None:
        return doubt
    terms = shown_sum([x.score or ZERO for x in scored], "得分")
    return Verdict(
        outcome,
        f"总得分{total}{SIGNS[outcome]}{terms}" + ("" if outcome == "pass" else f"＝{shown(computed)}"),
        f"total score {total}, scores come to {shown(computed)}",
        (total.pointer, *(f"{x.pointer}/score" for x in scored)),
        computed, total.value - computed, form.context.settings["total_score"], profile=form.profile.name,
    )  # fmt: skip


@form_check("SCR-03")
def at_most_100(form: FormContext) -> Verdict:
    total, scored = form.figure("total_score"), [x for x in form.scored_lines if x.score is not None]
    if total is None and not scored:
        return _no_scores(form)
    computed = _sum_of(scored)
    most = max(computed, total.value if total else ZERO)
    zh = f"各项得分合计{shown(computed)}" + (f"，总得分{total}" if total else "")
    en = f"scores come to {shown(computed)}" + (f", total score {total}" if total else "")
    fields = (*([total.pointer] if total else []), *(f"{x.pointer}/score" for x in scored))
    if most <= HUNDRED + CENT:
        return passed(zh, en, *fields)
    zh, en = f"{zh}，超过100", f"{en}: above 100"
    fault = judged(False, zh, en, *fields, recomputed=HUNDRED, difference=most - HUNDRED, tolerance=CENT)
    return half_read(form) or fault


@form_check("SCR-04")
def quantitative_score(form: FormContext) -> Iterator[Verdict | None]:
    yield _no_weights_and_scores(form)
    yield from (recomputed_score(form, row) for row in form.rows)


@form_check("SCR-05")
def qualitative_score(form: FormContext) -> Iterator[Verdict | None]:
    yield _no_weights_and_scores(form)
    yield from (score_in_band(form, row) for row in form.rows)


def _grade_of(context: CheckContext, printed: str) -> tuple[Decimal, Decimal, str] | None:
    """Least score, least score of the next better grade and name of a grade; None for a wording that is none."""
    folded = folded_text(printed).strip("\"'“”。").removesuffix("等").removesuffix("档")
    better = HUNDRED + 1
    for name, (least, wordings) in sorted(context.settings.grades.items(), key=lambda each: -each[1][0]):
        if folded in wordings or folded.removesuffix("级") in wordings:
            return least, better, name
        better = least
    return None


@memoized
def _other_scale(context: CheckContext) -> bool:
    """Whether the document prints cuts of its own: 85分以上为优."""
    cuts = {folded_text(name): least for name, (least, _) in context.settings.grades.items()}
    return any(
        m["grade"] in cuts and Decimal(m["least"]) != cuts[m["grade"]]
        for role in ("grade_cut", "grade_before_cut", "grade_behind_cut", "grade_behind_sign")
        for m in check_words("scores", role).finditer(context.text)
    )


def _is_mean(context: CheckContext, score: Figure) -> bool:
    """Whether the score is the mean of several projects, which have grades of their own."""
    return any(
        context.text.startswith(str(score), m.end()) for m in check_words("scores", "mean").finditer(context.text)
    )


def _grade_verdict(context: CheckContext, score: Figure, grade: str, pointer: str) -> Verdict:
    found = _grade_of(context, grade)
    if found is None or _other_scale(context) or _is_mean(context, score):
        return missing(f"等级“{grade}”的分数区间", f"the range of the grade {grade}", pointer)
    least, better, name = found
    holds = least <= score.value < better and score.value <= HUNDRED
    if not holds and name != grade and folded_text(grade) == "合格" and score.value >= better:
        return missing("等级的划分档次", "whether there are grades above 合格", pointer)
    zh, en = f"得分{score}，等级“{grade}”", f"score {score}, grade {grade}"
    if holds:
        return passed(zh, en, score.pointer, pointer)
    span = f"[{shown(least)},{shown(min(better, HUNDRED))}{']' if better > HUNDRED else ')'}"
    return failed(f"{zh}，该等级应为{span}", f"{en}; that grade is {span}", score.pointer, pointer)


@check("SCR-06", otherwise=missing("自评等级", "a grade"))
def grade_fits(context: CheckContext) -> Iterator[Verdict]:
    pairs = [(context.figure("/self_assessment/score"), context.report.self_assessment.grade, "/self_assessment/grade")]
    pairs += [(f.figure("total_score"), f.item.grade, f"{f.pointer}/grade") for f in context.forms]
    for score, grade, pointer in pairs:
        if grade and score is None:
            yield missing("自评得分", "a score", pointer)
        elif grade and score:
            yield _grade_verdict(context, score, grade, pointer)


def _form_of_the_whole(context: CheckContext) -> FormContext | None:
    """The form whose score is the report's own: the only one of the department, or else the only one. A project's form in a
    department's report is not."""
    if len(context.department_forms) == 1:
        return context.department_forms[0]
    only = context.forms[0] if len(context.forms) == 1 else None
    part = only is not None and only in context.project_forms and context.report.kind == "department"
    return None if part else only


@operands
def stated_score(context: CheckContext) -> Iterator[Operands | Verdict]:
    """Each score that the text gives what the form is about."""
    form = _form_of_the_whole(context)
    total = form.figure("total_score") if form else None
    stated = list(stated_scores(context, form)) if form else []
    if not stated:
        yield missing("正文和自评表两处得分", "a score in both text and form")
    elif total is None:
        yield missing("自评表的总得分", "the form's total score")
    else:
        yield from (Operands(context, {"stated": score, "total_score": total}) for score in stated)


@form_check("SCR-08")
def total_is_given(form: FormContext) -> Verdict:
    scored = [r for r in form.rows if r.item.score is not None]
    total = f"{form.pointer}/total_score"
    if form.item.total_score is not None:
        return passed(f"总得分{shown(form.item.total_score)}", f"total score {shown(form.item.total_score)}", total)
    if not scored:
        return _no_scores(form)
    stated = form.context.report.self_assessment.score
    if stated is not None and form.item.total_weight is None and _form_of_the_whole(form.context) is form:
        return passed(f"正文载明得分{shown(stated)}", f"score {shown(stated)} in the text", "/self_assessment/score")
    doubt = half_read(form)
    if doubt is None and len(form.rows) < len(form.item.indicators):
        doubt = missing("总分行的各栏", "the cells of the total line", total)
    zh = f"{len(scored)}项指标已打分，本文件未见总得分"
    en = f"{len(scored)} rows are scored, no total score in this document"
    return doubt or failed(zh, en, total, *(f"{r.pointer}/score" for r in scored))


def _all_full(form: FormContext) -> bool | None:
    """Whether every scored line has all its points; None where that is not known."""
    lines = [x for x in form.scored_lines if x.weight]
    if any(x.score is not None and not x.full for x in lines):
        return False
    known = [x for x in lines if x.score is not None]
    return True if any(x.is_indicator for x in known) and len(known) == len(lines) else None


def _admitted(form: FormContext) -> tuple[str, ...] | None:
    """Pointers of the problems admitted beside a form: its own, and the report's where the form is that of the whole. None
    where nothing is said of problems."""
    words = folded_text(form.item.problems or "")
    has_own = words and not says("scores", "no_problem", words)
    of_report = form.context.report.problems if _form_of_the_whole(form.context) is form else None
    if of_report is None and form.item.problems is None:
        return None
    own = (f"{form.pointer}/problems",) if has_own else ()
    return own + tuple(f"/problems/{n}/text" for n in range(len(of_report or ())))


@form_check("SCR-09")
def full_marks_and_problems(form: FormContext) -> Verdict:
    full, admitted = _all_full(form), _admitted(form)
    if full is None:
        return missing("各项分值和得分", "weights and scores of the rows", form.pointer)
    lines = [x for x in form.scored_lines if x.weight]
    scores = [f"{x.pointer}/score" for x in lines]
    if not full:
        return passed("有未得满分的指标", "not every row has full marks", *(x.pointer for x in lines if not x.full))
    if admitted is None:
        return missing("存在问题的说明", "what is said about problems", form.pointer)
    if not admitted:
        return passed("各项满分，未列问题", "full marks, and no problem is told", *scores)
    zh = f"{len(lines)}项均为满分，同时列有{len(admitted)}项问题"
    en = f"{len(lines)} of {len(lines)} lines at full score, {len(admitted)} problem(s) told"
    return failed(zh, en, *scores, *admitted)


@form_check("SCR-10")
def unmet_not_full(form: FormContext) -> list[Verdict]:
    comparable = "rows with target, result and score that can be compared"
    found = [verdict for row in form.rows if (verdict := full_score_on_shortfall(row))]
    return found or [missing("可比较的指标值、完成值和得分", comparable, form.pointer)]


@form_check("SCR-11")
def few_decimals(form: FormContext) -> list[Verdict]:
    scores = [(f"{x.pointer}/score", x.score) for x in (*form.money_lines, *form.row_lines)]
    scores.append((f"{form.pointer}/total_score", form.item.total_score))
    known = {pointer: score for pointer, score in scores if score is not None}
    zh, en = f"{len(known)}个得分均不超过两位小数", f"{len(known)} scores with at most two decimals"
    fine = passed(zh, en, *known) if known else _no_scores(form)
    return [
        failed(f"得分{shown(score)}超过两位小数", f"score {shown(score)} has more than two decimals", pointer)
        for pointer, score in known.items()
        if -int(score.normalize().as_tuple().exponent) > _PLACES
    ] or [fine]


@form_check("SCR-12")
def every_row_is_scored(form: FormContext) -> Iterator[Verdict]:
    lines = [x for x in form.row_lines if x.weight]
    without = [x for x in lines if x.score is None]
    doubt = half_read(form) if without else None
    count = len(lines)
    if not lines:
        yield missing("指标分值", "weights of the rows", form.pointer)
    elif not without:
        zh, en = f"{count}项指标均已打分", f"all {count} rows are scored"
        yield passed(zh, en, *(f"{x.pointer}/score" for x in lines))
    elif doubt is not None:
        yield doubt
    elif len(without) == count:
        zh = f"{count}项指标有分值，本文件均未填得分"
        en = f"{count} rows have weights, none has a score in this document"
        yield failed(zh, en, *(f"{x.pointer}/weight" for x in lines))
    else:
        for x in without:
            points = shown(x.weight or ZERO)
            zh, en = f"指标{x.name}分值{points}，未填得分", f"row {x.name} has {points} points and no score"
            yield failed(zh, en, f"{x.pointer}/weight")
