"""SCR: points earned (得分), their total and the grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from selfeval_extract.checks.catalogue import check, form_check
from selfeval_extract.checks.context import CheckContext, FormContext, once
from selfeval_extract.checks.figures import Figure, rounded, same, shown, told
from selfeval_extract.checks.rules.row_scores import in_band, own_standard, recomputed, shortfall_scored_full
from selfeval_extract.checks.rules.scored_lines import (
    HALF_CENT,
    Scored,
    half_read,
    money_lines,
    row_lines,
    scored_lines,
)
from selfeval_extract.checks.rules.stated_scores import stated_scores
from selfeval_extract.checks.verdict import Outcome, Verdict, failed, missing, passed
from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.words import check_words

_FULL = Decimal(100)
_ZERO = Decimal(0)
_CENT = Decimal("0.01")
_PLACES = 2


def _no_scores(form: FormContext) -> Verdict:
    return missing("得分", "scores in the form", form.pointer)


def _bounds(line: Scored) -> bool:
    score, weight = line.score or _ZERO, line.weight
    return score >= -HALF_CENT and (weight is None or score <= weight + HALF_CENT)


@form_check("SCR-01")
def within_weight(form: FormContext) -> Iterator[Verdict]:
    lines = [x for x in (*money_lines(form), *row_lines(form)) if x.score is not None]
    weighted = [x for x in lines if x.weight is not None]
    outside = [x for x in lines if not _bounds(x)]
    for x in outside:
        weight = "未列分值" if x.weight is None else f"分值{shown(x.weight)}"
        limit = min(max(x.score or _ZERO, _ZERO), x.weight or _ZERO)
        fault = failed(
            f"{x.name}得分{shown(x.score or _ZERO)}，{weight}",
            f"{x.name} scores {shown(x.score or _ZERO)} of {shown(x.weight or _ZERO)}",
            f"{x.pointer}/score",
            *([f"{x.pointer}/weight"] if x.weight is not None else []),
        )
        yield fault._replace(recomputed=limit, difference=(x.score or _ZERO) - limit, tolerance=HALF_CENT)
    if not weighted and not outside:
        yield missing("分值和得分", "weights and scores of the same rows", form.pointer)
    elif not outside:
        yield passed(
            f"{len(weighted)}项得分均在0与分值之间",
            f"{len(weighted)} scores within their weights",
            *(f"{x.pointer}/score" for x in weighted),
        )


def _printed_total(form: FormContext) -> Figure | None:
    return form.figure("total_score")


def _sum_of(lines: Sequence[Scored]) -> Decimal:
    return sum((x.score for x in lines if x.score is not None), _ZERO)


def _adds_up(form: FormContext, total: Figure, summed: Decimal) -> Outcome:
    difference = abs(total.value - summed)
    if difference == 0:
        return "pass"
    if difference <= form.context.settings["total_score"] or rounded(summed, total.quantum) == total.value:
        return "pass_rounding"
    return "fail"


def _execution_elsewhere(form: FormContext, lines: Sequence[Scored], gap: Decimal) -> bool:
    """Whether the gap may be points for execution that the table does not show: its own come to less than 100."""
    weights = sum((x.weight for x in lines if x.weight is not None), _ZERO)
    return form.execution is None and _ZERO < gap <= _FULL - weights


@form_check("SCR-02")
def total_is_the_sum(form: FormContext) -> Verdict:
    total, lines = _printed_total(form), [x for x in scored_lines(form) if x.score is not None or x.weight]
    scored = [x for x in lines if x.score is not None]
    if total is None or not scored:
        return missing("总得分" if scored else "各项得分", "a total score" if scored else "scores of the rows")
    summed = _sum_of(scored)
    outcome = _adds_up(form, total, summed)
    if outcome == "fail":
        every_fund = _sum_of([*money_lines(form), *[x for x in scored if "/indicators/" in x.pointer]])
        summed, outcome = (every_fund, "pass") if every_fund == total.value else (summed, outcome)
    if outcome == "fail" and (len(scored) < len(lines) or _execution_elsewhere(form, lines, total.value - summed)):
        return missing("全部各项得分（含预算执行率）", "the scores of all lines, execution included", total.pointer)
    doubt = half_read(form) if outcome == "fail" else None
    if doubt is not None:
        return doubt
    sign = {"pass": "＝", "pass_rounding": "≈", "fail": "≠"}[outcome]
    terms = "＋".join(shown(x.score or _ZERO) for x in scored) if len(scored) <= 12 else f"{len(scored)}项得分合计"
    return Verdict(
        outcome,
        f"总得分{total}{sign}{terms}" + ("" if outcome == "pass" else f"＝{shown(summed)}"),
        f"total score {total}, scores come to {shown(summed)}",
        (total.pointer, *(f"{x.pointer}/score" for x in scored)),
        summed, total.value - summed, form.context.settings["total_score"], profile=form.profile.name,
    )  # fmt: skip


@form_check("SCR-03")
def at_most_100(form: FormContext) -> Verdict:
    total, scored = _printed_total(form), [x for x in scored_lines(form) if x.score is not None]
    if total is None and not scored:
        return _no_scores(form)
    summed = _sum_of(scored)
    most = max(summed, total.value if total else _ZERO)
    zh = f"各项得分合计{shown(summed)}" + (f"，总得分{total}" if total else "")
    en = f"scores come to {shown(summed)}" + (f", total score {total}" if total else "")
    fields = (*([total.pointer] if total else []), *(f"{x.pointer}/score" for x in scored))
    if most <= _FULL + _CENT:
        return passed(zh, en, *fields)
    doubt = half_read(form)
    if doubt is not None:
        return doubt
    return Verdict("fail", f"{zh}，超过100", f"{en}: above 100", fields, _FULL, most - _FULL, _CENT)


@form_check("SCR-04")
def quantitative_score(form: FormContext) -> Iterator[Verdict]:
    if not any(r.item.score is not None and r.item.weight for r in form.rows):
        yield missing("指标分值和得分", "weights and scores of the rows", form.pointer)
        return
    own = own_standard(form.context)
    for row in form.rows:
        verdict = recomputed(form, row, own)
        if verdict is not None:
            yield verdict._replace(profile=form.profile.name)


@form_check("SCR-05")
def qualitative_score(form: FormContext) -> Iterator[Verdict | None]:
    if not any(r.item.score is not None and r.item.weight for r in form.rows):
        yield missing("指标分值和得分", "weights and scores of the rows", form.pointer)
        return
    yield from (in_band(form, row) for row in form.rows)


def _grade_of(context: CheckContext, printed: str) -> tuple[Decimal, Decimal, str] | None:
    """Least score, least score of the next better grade and name of a grade; None for a wording that is none."""
    folded = folded_text(printed).strip("\"'“”。").removesuffix("等").removesuffix("档")
    better = _FULL + 1
    for name, (least, wordings) in sorted(context.settings.grades.items(), key=lambda each: -each[1][0]):
        if folded in wordings or folded.removesuffix("级") in wordings:
            return least, better, name
        better = least
    return None


@once
def _other_scale(context: CheckContext) -> bool:
    """Whether the document prints cuts of its own: 85分以上为优."""
    cuts = {folded_text(name): least for name, (least, _) in context.settings.grades.items()}
    return any(
        m["grade"] in cuts and Decimal(m["least"]) != cuts[m["grade"]]
        for role in ("grade_cut", "grade_before_cut", "grade_behind_cut", "grade_behind_sign")
        for m in check_words("scores", role).finditer(context.text)
    )


def _of_several(context: CheckContext, score: Figure) -> bool:
    """Whether the score is the mean of several projects, which have grades of their own."""
    return (
        f"平均得分{score}" in context.text or f"平均分{score}" in context.text or f"平均得分为{score}" in context.text
    )


def _grade_verdict(context: CheckContext, score: Figure, grade: str, pointer: str) -> Verdict:
    found = _grade_of(context, grade)
    if found is None or _other_scale(context) or _of_several(context, score):
        return missing(f"等级“{grade}”的分数区间", f"the range of the grade {grade}", pointer)
    least, better, name = found
    holds = least <= score.value < better and score.value <= _FULL
    if not holds and name != grade and folded_text(grade) == "合格" and score.value >= better:
        return missing("等级的划分档次", "whether there are grades above 合格", pointer)
    zh, en = f"得分{score}，等级“{grade}”", f"score {score}, grade {grade}"
    if holds:
        return passed(zh, en, score.pointer, pointer)
    span = f"[{shown(least)},{shown(min(better, _FULL))}{']' if better > _FULL else ')'}"
    return failed(f"{zh}，该等级应为{span}", f"{en}; that grade is {span}", score.pointer, pointer)


@check("SCR-06")
def grade_fits(context: CheckContext) -> Iterator[Verdict]:
    pairs = [(context.figure("/self_assessment/score"), context.report.self_assessment.grade, "/self_assessment/grade")]
    pairs += [(_printed_total(f), f.item.grade, f"{f.pointer}/grade") for f in context.forms]
    graded = [(score, grade, pointer) for score, grade, pointer in pairs if grade]
    if not graded:
        yield missing("自评等级", "a grade")
    for score, grade, pointer in graded:
        yield (
            missing("自评得分", "a score", pointer)
            if score is None
            else _grade_verdict(context, score, grade or "", pointer)
        )


def _form_of_the_whole(context: CheckContext) -> FormContext | None:
    """The form that the report's own score is that of: the only one of the department, or else the only one. A project's
    form in a department's report is not."""
    if len(context.department_forms) == 1:
        return context.department_forms[0]
    only = context.forms[0] if len(context.forms) == 1 else None
    part = only is not None and only in context.project_forms and context.report.kind == "department"
    return None if part else only


@check("SCR-07")
def score_in_text_and_table(context: CheckContext) -> Iterator[Verdict]:
    form = _form_of_the_whole(context)
    total = _printed_total(form) if form else None
    told_in_text = list(stated_scores(context, form)) if form else []
    if total is None or not told_in_text:
        yield missing(
            "自评表的总得分" if told_in_text else "正文和自评表两处得分",
            "the form's total score" if told_in_text else "a score in both text and form",
        )
        return
    yield from (_same_score(total, stated) for stated in told_in_text)


def _same_score(total: Figure, stated: Figure) -> Verdict:
    compared = same(stated, total)
    return told(
        compared,
        f"正文自评得分{stated}，自评表总得分{total}",
        f"score in the text {stated}, in the form {total}",
        stated.pointer, total.pointer,
    )  # fmt: skip


@form_check("SCR-08")
def total_is_given(form: FormContext) -> Verdict:
    scored = [r for r in form.rows if r.item.score is not None]
    total = f"{form.pointer}/total_score"
    if form.item.total_score is not None:
        return passed(f"总得分{shown(form.item.total_score)}", f"total score {shown(form.item.total_score)}", total)
    if not scored:
        return _no_scores(form)
    told = form.context.report.self_assessment.score
    if told is not None and form.item.total_weight is None and _form_of_the_whole(form.context) is form:
        return passed(f"正文载明得分{shown(told)}", f"score {shown(told)} in the text", "/self_assessment/score")
    doubt = half_read(form)
    if doubt is None and len(form.rows) < len(form.item.indicators):
        doubt = missing("总分行的各栏", "the cells of the total line", total)
    if doubt is not None:
        return doubt
    return failed(
        f"{len(scored)}项指标已打分，本文件未见总得分",
        f"{len(scored)} rows are scored, no total score in this document",
        total, *(f"{r.pointer}/score" for r in scored),
    )  # fmt: skip


def _all_full(form: FormContext) -> bool | None:
    """Whether every scored line has all its points; None where it cannot be told."""
    lines = [x for x in scored_lines(form) if x.weight]
    if any(x.score is not None and not x.full for x in lines):
        return False
    known = [x for x in lines if x.score is not None]
    return True if known and any("/indicators/" in x.pointer for x in known) and len(known) == len(lines) else None


def _own_problems(form: FormContext) -> bool:
    told = folded_text(form.item.problems or "")
    return bool(told) and not check_words("scores", "no_problem").search(told)


def _admitted(form: FormContext) -> tuple[str, ...] | None:
    """Pointers of the problems told beside a form: its own, and the report's where the form is that of the whole. None
    where nothing is said of problems."""
    own = (f"{form.pointer}/problems",) if _own_problems(form) else ()
    reported = form.context.report.problems
    of_report = reported if _form_of_the_whole(form.context) is form else None
    if of_report is None and form.item.problems is None:
        return None
    return own + tuple(f"/problems/{n}/text" for n in range(len(of_report or ())))


@form_check("SCR-09")
def full_marks_and_problems(form: FormContext) -> Verdict:
    full, admitted = _all_full(form), _admitted(form)
    if full is None:
        return missing("各项分值和得分", "weights and scores of the rows", form.pointer)
    lines = [x for x in scored_lines(form) if x.weight]
    scores = [f"{x.pointer}/score" for x in lines]
    if not full:
        return passed("有未得满分的指标", "not every row has full marks", *(x.pointer for x in lines if not x.full))
    if admitted is None:
        return missing("存在问题的说明", "what is said about problems", form.pointer)
    if not admitted:
        return passed("各项满分，未列问题", "full marks, and no problem is told", *scores)
    return failed(
        f"{len(lines)}项均为满分，同时列有{len(admitted)}项问题",
        f"{len(lines)} of {len(lines)} lines at full score, {len(admitted)} problem(s) told",
        *scores, *admitted,
    )  # fmt: skip


@form_check("SCR-10")
def unmet_not_full(form: FormContext) -> Iterator[Verdict]:
    found = [v for v in map(shortfall_scored_full, form.rows) if v is not None]
    if not found:
        yield missing(
            "可比较的指标值、完成值和得分", "rows with target, result and score that can be compared", form.pointer
        )
    yield from found


def _places(score: Decimal) -> int:
    return max(0, -int(score.normalize().as_tuple().exponent))


@form_check("SCR-11")
def few_decimals(form: FormContext) -> Iterator[Verdict]:
    scores = [(f"{x.pointer}/score", x.score) for x in (*money_lines(form), *row_lines(form))]
    scores.append((f"{form.pointer}/total_score", form.item.total_score))
    known = [(pointer, score) for pointer, score in scores if score is not None]
    if not known:
        yield _no_scores(form)
        return
    long = [(pointer, score) for pointer, score in known if _places(score) > _PLACES]
    for pointer, score in long:
        yield failed(f"得分{shown(score)}超过两位小数", f"score {shown(score)} has more than two decimals", pointer)
    if not long:
        yield passed(
            f"{len(known)}个得分均不超过两位小数",
            f"{len(known)} scores with at most two decimals",
            *(p for p, _ in known),
        )


@form_check("SCR-12")
def every_row_is_scored(form: FormContext) -> Iterator[Verdict]:
    lines = [x for x in row_lines(form) if x.weight]
    without = [x for x in lines if x.score is None]
    if not lines:
        yield missing("指标分值", "weights of the rows", form.pointer)
    elif not without:
        yield passed(
            f"{len(lines)}项指标均已打分", f"all {len(lines)} rows are scored", *(f"{x.pointer}/score" for x in lines)
        )
    elif (doubt := half_read(form)) is not None:
        yield doubt
    elif len(without) == len(lines):
        yield failed(
            f"{len(lines)}项指标有分值，本文件均未填得分",
            f"{len(lines)} rows have weights, none has a score in this document",
            *(f"{x.pointer}/weight" for x in lines),
        )
    else:
        for x in without:
            yield failed(
                f"指标{x.name}分值{shown(x.weight or _ZERO)}，未填得分",
                f"row {x.name} has {shown(x.weight or _ZERO)} points and no score",
                f"{x.pointer}/weight",
            )
