"""WGT: points on offer (分值/权重). They come to 100 with those of execution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from selfeval_extract.checks.arithmetic import Operands, operands
from selfeval_extract.checks.check import NO_FORM, form_check
from selfeval_extract.checks.context import CheckContext, FormContext, IndicatorContext, terms
from selfeval_extract.checks.figures import HUNDRED, ZERO, Figure, added, shown, shown_sum
from selfeval_extract.checks.settings import GENERIC
from selfeval_extract.checks.verdict import Verdict, failed, judged, missing, passed

Section = tuple[str, str, Decimal, list[IndicatorContext]]
"""A level with a weight of its own: name, pointer of that weight, the weight, its rows."""


def _execution(form: FormContext) -> list[tuple[str, Decimal]]:
    """Pointer and weight of the line of execution, if it has one."""
    line = form.execution
    return [] if line is None or line.weight is None else [(f"{line.pointer}/weight", line.weight)]


def _weighted(form: FormContext) -> list[IndicatorContext]:
    return [r for r in form.rows if r.item.weight is not None]


def _full_marks(form: FormContext) -> list[Decimal]:
    """What a form's weights may come to: 100; without a weight of execution that less the profiles' weights of execution."""
    if _execution(form):
        return [HUNDRED]
    scored = form.execution is not None and form.execution.score is not None
    profiles = (p for p in form.context.settings.profiles.values() if scored or p.prints_execution_weight)
    others = (HUNDRED - p.weights["execution"] for p in profiles if "execution" in p.weights)
    return list(dict.fromkeys([HUNDRED, *others]))


def _reaches(form: FormContext, weights: Sequence[tuple[str, Decimal]], what_zh: str, what_en: str) -> Verdict:
    """Whether weights, each with its pointer, come to full marks."""
    figures = [weight for _, weight in weights]
    total = added(figures)
    full = min(_full_marks(form), key=lambda marks: abs(total - marks))
    allowed = form.context.settings["weight"]
    holds = abs(total - full) <= allowed
    return judged(
        holds,
        f"{what_zh}{shown_sum(figures)}＝{shown(total)}" + ("" if holds else f"，应为{shown(full)}"),
        f"{what_en} come to {shown(total)}" + ("" if holds else f", not {shown(full)}"),
        *(pointer for pointer, _ in weights), recomputed=full, difference=total - full, tolerance=allowed, profile=form.profile.name,
    )  # fmt: skip


@form_check("WGT-01")
def all_weights(form: FormContext) -> Verdict:
    rows = _weighted(form)
    if not rows:
        return missing("指标分值", "weights of the rows")
    if len(rows) < len(form.rows):
        return missing(f"{len(form.rows) - len(rows)}项指标的分值", f"weights of {len(form.rows) - len(rows)} rows")
    return _reaches(form, [*_execution(form), *form.weights], "各项分值", "all weights")


def _level1_sections(form: FormContext) -> list[Section]:
    return [section for level1, rows in form.groups for section in _section(level1 or "", rows, "level1_weight")]


def _level2_sections(form: FormContext) -> Iterator[Section]:
    found: dict[tuple[str | None, str | None], list[IndicatorContext]] = {}
    for row in form.rows:
        found.setdefault((row.item.level1, row.item.level2), []).append(row)
    for (_, level2), rows in found.items():
        if level2:
            yield from _section(level2, rows, "level2_weight")


def _section(name: str, rows: list[IndicatorContext], field: str) -> list[Section]:
    """The section of some rows, if one of them has the weight of their level."""
    stated = [(f"{r.pointer}/{field}", weight) for r in rows if (weight := getattr(r.item, field)) is not None]
    return [(name, *stated[0], rows)] if stated else []


@form_check("WGT-02")
def weights_within_a_level(form: FormContext) -> Iterator[Verdict]:
    sections = _level1_sections(form)
    if not sections:
        yield missing("一级指标标注的分值", "weights stated with the level-1 indicators")
    for section in (*sections, *_level2_sections(form)):
        yield _within(form, *section)


def _within(form: FormContext, name: str, pointer: str, stated: Decimal, rows: list[IndicatorContext]) -> Verdict:
    if any(r.item.weight is None for r in rows):
        return missing(f"{name}下部分指标的分值", f"weights of some rows under {name}")
    points = form.weights_of(rows)
    weights = [p for _, p in points]
    total, allowed = added(weights), form.context.settings["weight"]
    holds = abs(stated - total) <= allowed
    terms = shown_sum(weights) + ("" if len(weights) == 1 else f"＝{shown(total)}分")
    return judged(
        holds,
        f"{name}标注{shown(stated)}分{'＝' if holds else '≠'}{terms}",
        f"{name} is stated with {shown(stated)} points, its rows come to {shown(total)}",
        pointer, *(p for p, _ in points),
        recomputed=total, difference=stated - total, tolerance=allowed, profile=form.profile.name,
    )  # fmt: skip


@form_check("WGT-03")
def stated_levels(form: FormContext) -> Verdict:
    sections = _level1_sections(form)
    if not sections or len(sections) < len(form.groups):
        return missing("一级指标标注的分值", "weights stated with the level-1 indicators")
    weights = [*_execution(form), *((pointer, weight) for _, pointer, weight, _ in sections)]
    return _reaches(form, weights, "一级指标标注分值", "weights stated with the level-1 indicators")


@form_check("WGT-04")
def policy_weights(form: FormContext) -> Verdict:
    weights = form.level_weights
    if not any(weight for level, weight in weights.items() if level != "execution"):
        return missing("指标分值", "weights of the indicators")
    known = form.profile.name != GENERIC and "rest" not in form.profile.weights
    zh = "、".join(f"{terms('levels')[level][0]}{shown(weight)}" for level, weight in weights.items())
    en = ", ".join(f"{level} {shown(weight)}" for level, weight in weights.items())
    of_levels = (
        f"{rows[0].pointer}/{'weight' if rows[0].item.level1_weight is None else 'level1_weight'}"
        for _, rows in form.groups
    )
    return judged(
        known,
        f"{zh}，" + (f"符合{form.profile.source}" if known else "与规定权重不同"),
        f"{en}: " + (f"those of {form.profile.name}" if known else "no usual weights"),
        *(pointer for pointer, _ in _execution(form)), *of_levels, profile=form.profile.name,
    )  # fmt: skip


@form_check("WGT-05")
def every_row_has_a_weight(form: FormContext) -> list[Verdict]:
    rows = [r for r in form.rows if r.item.target.text or r.item.score is not None]
    if not rows:
        return [missing("有指标值或得分的指标", "rows with a target or score")]
    if not _weighted(form):
        return [missing("分值栏", "a column of weights")]
    weights = (f"{r.pointer}/weight" for r in rows)
    return [
        failed(f"指标{row.name}没有大于0的分值", f"row {row.name} has no weight above 0", row.pointer)
        for row in rows
        if row.item.weight is None or row.item.weight <= 0
    ] or [passed(f"{len(rows)}项指标均有分值", f"all {len(rows)} rows have weights", *weights)]


@operands
def indicator_weights(context: CheckContext) -> Iterator[Operands | Verdict]:
    """Each form's indicators."""
    if not context.forms:
        yield NO_FORM
    for form in context.forms:
        weights = [
            Figure(row.item.weight or ZERO, pointer=f"{row.pointer}/weight", zh=row.name, en=row.name)
            for row in _weighted(form)
        ]
        yield Operands(context, {"indicators[].weight": weights}, form=form)


@form_check("WGT-07")
def total_weight(form: FormContext) -> Verdict:
    stated = form.item.total_weight
    if stated is None:
        return missing("总分栏分值", "a total weight")
    execution = _execution(form)
    if not form.weights or len(_weighted(form)) < len(form.rows):
        return missing("指标分值", "weights of the rows")
    weights = [*execution, *form.weights]
    total = added(points for _, points in weights)
    allowed = form.context.settings["weight"]
    full = _full_marks(form)
    agrees, reached = abs(stated - total) <= allowed, any(abs(total - marks) <= allowed for marks in full)
    if total > HUNDRED:
        holds = agrees and reached
    else:
        holds = any(abs(stated - marks) <= allowed for marks in full) and (agrees or (reached and not execution))
    return judged(
        holds,
        f"总分栏分值{shown(stated)}，各项分值合计{shown(total)}" + ("" if holds else "，应相等且为100"),
        f"total weight {shown(stated)}, weights come to {shown(total)}" + ("" if holds else "; both should be 100"),
        f"{form.pointer}/total_weight", *(pointer for pointer, _ in weights),
        recomputed=total, difference=stated - total, tolerance=allowed, profile=form.profile.name,
    )  # fmt: skip
