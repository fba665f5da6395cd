"""WGT: points on offer (分值/权重). They come to 100 with the execution row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from selfeval_extract.checks.catalogue import form_check
from selfeval_extract.checks.context import FormContext, IndicatorContext
from selfeval_extract.checks.figures import shown
from selfeval_extract.checks.settings import GENERIC
from selfeval_extract.checks.verdict import Verdict, failed, missing, passed

_FULL = Decimal(100)
_WITHOUT_EXECUTION = Decimal(90)
_ZERO = Decimal(0)


def _execution(form: FormContext) -> tuple[list[Decimal], list[str]]:
    """The weight of the execution row, if it has one, and its pointer."""
    if form.execution is None or form.execution[1].weight is None:
        return [], []
    return [form.execution[1].weight], [f"{form.execution[0]}/weight"]


def _weighted(form: FormContext) -> list[IndicatorContext]:
    return [r for r in form.rows if r.item.weight is not None]


def _plus(figures: list[Decimal]) -> str:
    """The figures of a sum; only how many there are where they are many."""
    return "＋".join(map(shown, figures)) if len(figures) <= 12 else f"{len(figures)}项合计"


def _accepted(form: FormContext) -> list[Decimal]:
    """What a form's points may come to: 100; where those of execution are not told 90, or 80 (the Hubei form) beside a
    score of execution."""
    if form.execution is None or form.execution[1].weight is None:
        return [
            _FULL,
            _WITHOUT_EXECUTION,
            *([_FULL - 20] if form.execution and form.execution[1].score is not None else []),
        ]
    return [_FULL]


def _reaches(form: FormContext, figures: list[Decimal], fields: list[str], what_zh: str, what_en: str) -> Verdict:
    """Whether points come to 100, or to what a form without the points of execution comes to."""
    total = sum(figures, _ZERO)
    full = min(_accepted(form), key=lambda way: abs(total - way))
    difference = total - full
    holds = abs(difference) <= form.context.settings["weight"]
    zh = f"{what_zh}{_plus(figures)}＝{shown(total)}" + ("" if holds else f"，应为{shown(full)}")
    en = f"{what_en} come to {shown(total)}" + ("" if holds else f", not {shown(full)}")
    return Verdict(
        "pass" if holds else "fail", zh, en, tuple(fields), full, difference, form.context.settings["weight"],
        profile=form.profile.name,
    )  # fmt: skip


@form_check("WGT-01")
def all_weights(form: FormContext) -> Verdict:
    rows = _weighted(form)
    if not rows:
        return missing("指标分值", "weights of the rows")
    if len(rows) < len(form.rows):
        return missing(f"{len(form.rows) - len(rows)}项指标的分值", f"weights of {len(form.rows) - len(rows)} rows")
    execution, pointers = _execution(form)
    weights = [points for _, points in form.weighted]
    return _reaches(form, execution + weights, pointers + [p for p, _ in form.weighted], "各项分值", "all weights")


def _stated_groups(form: FormContext) -> Iterator[tuple[str, IndicatorContext, list[IndicatorContext]]]:
    """(level-1 name, first row, all rows) of the groups whose own weight is printed."""
    for level1, rows in form.groups:
        first = next((r for r in rows if r.item.level1_weight is not None), None)
        if first is not None:
            yield level1 or "", first, rows


@form_check("WGT-02")
def weights_within_a_level(form: FormContext) -> Iterator[Verdict]:
    groups = list(_stated_groups(form))
    if not groups:
        yield missing("一级指标标注的分值", "weights stated with the level-1 indicators")
    for name, first, rows in groups:
        yield _within(form, name, rows, f"{first.pointer}/level1_weight", first.item.level1_weight or _ZERO)
    for name, first, rows in _stated_sections(form):
        yield _within(form, name, rows, f"{first.pointer}/level2_weight", first.item.level2_weight or _ZERO)


def _stated_sections(form: FormContext) -> Iterator[tuple[str, IndicatorContext, list[IndicatorContext]]]:
    """The same for level-2 indicators."""
    found: dict[tuple[str | None, str | None], list[IndicatorContext]] = {}
    for row in form.rows:
        found.setdefault((row.item.level1, row.item.level2), []).append(row)
    for (_, level2), rows in found.items():
        first = next((r for r in rows if r.item.level2_weight is not None), None)
        if first is not None and level2:
            yield level2, first, rows


def _within(form: FormContext, name: str, rows: list[IndicatorContext], pointer: str, stated: Decimal) -> Verdict:
    if any(r.item.weight is None for r in rows):
        return missing(f"{name}下部分指标的分值", f"weights of some rows under {name}")
    points = form.points(rows)
    weights = [p for _, p in points]
    total = sum(weights, _ZERO)
    holds = abs(stated - total) <= form.context.settings["weight"]
    sign = "＝" if holds else "≠"
    return Verdict(
        "pass" if holds else "fail",
        f"{name}标注{shown(stated)}分{sign}{_plus(weights)}" + ("" if len(weights) == 1 else f"＝{shown(total)}分"),
        f"{name} is stated with {shown(stated)} points, its rows come to {shown(total)}",
        (pointer, *(p for p, _ in points)), total, stated - total, form.context.settings["weight"], profile=form.profile.name,
    )  # fmt: skip


@form_check("WGT-03")
def stated_levels(form: FormContext) -> Verdict:
    groups = list(_stated_groups(form))
    if not groups or len(groups) < len(form.groups):
        return missing("一级指标标注的分值", "weights stated with the level-1 indicators")
    execution, pointers = _execution(form)
    stated = [first.item.level1_weight or _ZERO for _, first, _ in groups]
    fields = [*pointers, *(f"{first.pointer}/level1_weight" for _, first, _ in groups)]
    return _reaches(form, execution + stated, fields, "一级指标标注分值", "weights stated with the level-1 indicators")


@form_check("WGT-04")
def policy_weights(form: FormContext) -> Verdict:
    weights = form.level_weights
    if not any(weight for level, weight in weights.items() if level != "execution"):
        return missing("指标分值", "weights of the indicators")
    names = {
        "execution": "执行率",
        "cost": "成本",
        "output": "产出",
        "benefit": "效益",
        "satisfaction": "满意度",
        "rest": "其他",
    }
    told_zh = "、".join(f"{names[k]}{shown(v)}" for k, v in weights.items())
    told_en = ", ".join(f"{k} {shown(v)}" for k, v in weights.items())
    fields = tuple(_execution(form)[1]) + tuple(
        f"{(first := rows[0]).pointer}/{'weight' if first.item.level1_weight is None else 'level1_weight'}"
        for _, rows in form.groups
    )
    known = form.profile.name != GENERIC and not (form.profile.weights.keys() & {"rest"})
    verdict = (passed if known else failed)(
        f"{told_zh}，" + (f"符合{form.profile.source}" if known else "与规定权重不同"),
        f"{told_en}: " + (f"those of {form.profile.name}" if known else "no usual weights"),
        *fields,
    )
    return verdict._replace(profile=form.profile.name)


@form_check("WGT-05")
def every_row_has_a_weight(form: FormContext) -> Iterator[Verdict]:
    rows = [r for r in form.rows if r.item.target.text or r.item.score is not None]
    if not rows:
        yield missing("有指标值或得分的指标", "rows with a target or score")
        return
    if not _weighted(form):
        yield missing("分值栏", "a column of weights")
        return
    without = [r for r in rows if r.item.weight is None or r.item.weight <= 0]
    for row in without:
        yield failed(f"指标{row.name}没有大于0的分值", f"row {row.name} has no weight above 0", row.pointer)
    if not without:
        yield passed(
            f"{len(rows)}项指标均有分值", f"all {len(rows)} rows have weights", *(f"{r.pointer}/weight" for r in rows)
        )


@form_check("WGT-06")
def no_row_dominates(form: FormContext) -> Iterator[Verdict]:
    rows = _weighted(form)
    limit = form.context.settings["dominant_weight"]
    if not rows:
        yield missing("指标分值", "weights of the rows")
        return
    heavy = [r for r in rows if (r.item.weight or _ZERO) > limit]
    for row in heavy:
        weight = row.item.weight or _ZERO
        fault = failed(
            f"指标{row.name}分值{shown(weight)}，超过{shown(limit)}",
            f"row {row.name} has {shown(weight)} points, more than {shown(limit)}",
            f"{row.pointer}/weight",
        )
        yield fault._replace(difference=weight - limit, tolerance=_ZERO)
    if not heavy:
        most = max((r.item.weight or _ZERO) for r in rows)
        yield passed(f"单项最高{shown(most)}分", f"largest row {shown(most)}", *(f"{r.pointer}/weight" for r in rows))


@form_check("WGT-07")
def total_weight(form: FormContext) -> Verdict:
    stated = form.item.total_weight
    if stated is None:
        return missing("总分栏分值", "a total weight")
    execution, pointers = _execution(form)
    rows = form.weighted
    if not rows or len(_weighted(form)) < len(form.rows):
        return missing("指标分值", "weights of the rows")
    total = sum(execution, _ZERO) + sum((points for _, points in rows), _ZERO)
    allowed = form.context.settings["weight"]
    full = _accepted(form)
    reached = any(abs(total - way) <= allowed for way in full)
    holds = (
        abs(stated - total) <= allowed and reached
        if total > _FULL
        else (
            any(abs(stated - way) <= allowed for way in full)
            and (abs(stated - total) <= allowed or (reached and not execution))
        )
    )
    return Verdict(
        "pass" if holds else "fail",
        f"总分栏分值{shown(stated)}，各项分值合计{shown(total)}" + ("" if holds else "，应相等且为100"),
        f"total weight {shown(stated)}, weights come to {shown(total)}" + ("" if holds else "; both should be 100"),
        (f"{form.pointer}/total_weight", *pointers, *(pointer for pointer, _ in rows)),
        total, stated - total, allowed, profile=form.profile.name,
    )  # fmt: skip
