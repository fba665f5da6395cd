"""How the score of one indicator row compares with its weight and result (SCR-04, SCR-05, SCR-10)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from selfeval_extract.checks.completion import DirectionRule, expected_scores
from selfeval_extract.checks.context import HALF_CENT, CheckContext, FormContext, IndicatorContext, memoized, terms
from selfeval_extract.checks.figures import CENT, HALF, ZERO, rounded, shown
from selfeval_extract.checks.settings import ScoreRule
from selfeval_extract.checks.verdict import Outcome, Verdict, judged, missing
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.words import check_words, says

_UPPER = Decimal("0.8")
_DIGIT = regex(r"\d")


@memoized
def prints_own_standard(context: CheckContext) -> bool:
    """Whether the document prints how its rows are scored: points off for each step, bands, a column of standards."""
    column = check_words("scores", "standard_column")
    in_cells = any(len(line.folded) < 16 and column.search(line.folded) for line in context.lines if line.in_table)
    return in_cells or says("scores", "standard_rule", context.text)


def _over_achieved(form: FormContext, row: IndicatorContext) -> bool:
    """Whether points may be taken off: the result is far over its target, or over one that the note calls too low."""
    ratio = row.completion.ratio if row.completion.met else None
    low_target = says("notes", "low_target", folded_text(row.item.note or ""))
    return ratio is not None and ratio > (1 if low_target else 1 + form.context.settings["over_achievement"])


def _recomputable(row: IndicatorContext) -> bool:
    weight, score = row.item.weight, row.item.score
    quantitative = row.completion.direction not in (None, "words")
    return quantitative and bool(weight) and score is not None and ZERO <= score <= (weight or ZERO)


def _score_outcome(form: FormContext, row: IndicatorContext, nearest: Decimal) -> Outcome:
    score = row.item.score or ZERO
    if abs(nearest - score) <= form.context.settings["row_score"] or _over_achieved(form, row):
        return "pass"
    printed = form.context.figure(f"{row.pointer}/score")
    as_printed = printed is not None and rounded(nearest, printed.quantum) == printed.value
    return "pass_rounding" if not row.completion.met and as_printed else "fail"


def _used(row: IndicatorContext) -> tuple[str, ...]:
    value = "text" if row.completion.direction in ("date", "range") else "value"
    return row.fields(f"target/{value}", f"actual/{value}", "weight", "score")


def recomputed_score(form: FormContext, row: IndicatorContext) -> Verdict | None:
    """SCR-04 for a row: its score against those that the rules give. By a standard of the document's own, a score that fits no rule
    may well be right."""
    expected = list(expected_scores(row.item, row.completion, form.profile.rules)) if _recomputable(row) else []
    if not expected:
        return None
    weight, score = row.item.weight or ZERO, row.item.score or ZERO
    allowed = form.context.settings["row_score"]
    rule, nearest = min(expected, key=lambda each: abs(each[1] - score))
    outcome = _score_outcome(form, row, nearest)
    if outcome == "fail" and prints_own_standard(form.context):
        standard = "how the document's own scoring standard applies to the row"
        return missing("该行评分标准的计算依据", standard, *_used(row))._replace(profile=form.profile.name)
    (zh, en), (due_zh, due_en) = row.comparison, _score_words(outcome, rule, expected, abs(nearest - score) > allowed)
    return Verdict(
        outcome,
        f"{zh}，分值{shown(weight)}，得分{shown(score)}，{due_zh}",
        f"{en}, {shown(score)} of {shown(weight)} points{due_en}",
        _used(row), nearest, score - nearest, allowed, profile=form.profile.name,
    )  # fmt: skip


def _score_words(
    outcome: Outcome, rule: ScoreRule | DirectionRule, expected: Sequence[tuple[str, Decimal]], off: bool
) -> tuple[str, str]:
    if outcome == "pass" and off:
        return "超额完成，可酌减", "; over target, points may be taken off"
    if outcome == "pass":
        return f"{terms('score_rules')[rule][0]}相符", f", as by {rule}"
    zh = "或".join(dict.fromkeys(shown(round(s, 2)) for _, s in expected))
    en = " or ".join(f"{shown(round(s, 2))} ({r})" for r, s in expected)
    return f"按完成比例应得{zh}" + ("，属四舍五入" if outcome == "pass_rounding" else ""), f"; due: {en}"


@memoized
def _lower_cut(form: FormContext) -> Decimal:
    """The share at which partly achieved ends: the document's own where it prints its bands."""
    return min(HALF, form.profile.partly) if says("scores", "older_bands", form.context.text) else form.profile.partly


def _band_limits(form: FormContext, row: IndicatorContext) -> tuple[Decimal, Decimal, str] | None:
    """Least and most share of the weight for a worded result, and its band in Chinese."""
    actual = folded_text(row.item.actual.text or "")
    explicit = says("results", "explicit", actual)
    dated = _DIGIT.search(folded_text(row.item.target.text or "")) and not explicit
    if row.completion.direction != "words" or dated:
        return None
    if row.completion.met and not says("results", "basically", actual):
        return _UPPER, Decimal(1), "达成"
    cut = _lower_cut(form)
    if row.completion.met:
        return cut, Decimal(1), "基本达成"
    partly = says("results", "partly", actual)
    return (cut, _UPPER, "部分达成") if partly else (ZERO, cut, "未达成")


def score_in_band(form: FormContext, row: IndicatorContext) -> Verdict | None:
    """SCR-05 for a row: the share of its weight that a worded result earned, against the band of its words."""
    limits, weight, score = _band_limits(form, row), row.item.weight, row.item.score
    if limits is None or not weight or score is None or not ZERO <= score <= weight:
        return None
    least, most, band = limits
    share = score / weight
    fields = row.fields("actual/text", "weight", "score")
    percent = f"{shown(round(share * 100, 1))}%"
    zh = f"指标{row.name}完成情况“{row.item.actual.text}”（{band}），得分{shown(score)}为分值{shown(weight)}的{percent}"
    en = f"row {row.name}: {row.item.actual.text}, {shown(score)} of {shown(weight)} points ({percent})"
    if least - CENT <= share <= most + CENT:
        return judged(True, zh, en, *fields, profile=form.profile.name)
    span = f"{shown(least * 100)}%—{shown(most * 100)}%"
    nearest = (least if share < least else most) * weight
    return judged(
        False, f"{zh}，该档应为{span}", f"{en}; its band is {span}", *fields,
        recomputed=nearest, difference=score - nearest, tolerance=CENT * weight, profile=form.profile.name,
    )  # fmt: skip


def full_score_on_shortfall(row: IndicatorContext) -> Verdict | None:
    """SCR-10 for a row: a result short of its target and all the points. Two decimals may hide a shortfall."""
    weight, score, found = row.item.weight, row.item.score, row.completion
    if found.met is None or not weight or score is None:
        return None
    fields = row.fields("target/text", "actual/text", "weight", "score")
    zh, en = row.comparison
    zh, en = f"{zh}，得分{shown(score)}/{shown(weight)}", f"{en}, {shown(score)} of {shown(weight)} points"
    if found.met or score < weight - HALF_CENT:
        return judged(True, zh, en, *fields)
    due = None if found.ratio is None else weight * found.ratio
    if due is not None and due.quantize(CENT, ROUND_HALF_UP) == weight:
        return Verdict("pass_rounding", f"{zh}，属四舍五入", f"{en}, rounding only", fields)
    return judged(
        False, f"{zh}，未完成却得满分", f"{en}, not met but full score", *fields,
        recomputed=due, difference=None if due is None else score - due, tolerance=HALF_CENT,
    )  # fmt: skip
