"""IND: the indicators of a form: targets, results, notes and how they are set up."""

from __future__ import annotations

from collections.abc import Iterator

from selfeval_extract.checks.check import form_check, half_read, row_check
from selfeval_extract.checks.completion import is_ceiling, target_comparator, unit_key
from selfeval_extract.checks.context import FormContext, IndicatorContext, level_of
from selfeval_extract.checks.figures import HUNDRED, percent, shown
from selfeval_extract.checks.rules.indicator_sets import cloned, duplicates, missing_levels
from selfeval_extract.checks.rules.indicator_values import (
    has_column,
    has_note,
    level_fault,
    may_share_a_note,
    unit_in_brackets,
    unit_kind,
    worded_result,
)
from selfeval_extract.checks.verdict import Verdict, failed, missing, passed
from selfeval_extract.document import folded_text
from selfeval_extract.values.numbers import is_nothing
from selfeval_extract.vocabulary.words import says

_INCOMPARABLE = missing("可比较的指标值和完成值", "targets and results that can be compared")
_SHORTEST_REASON = 8
"""Characters of a closing row that gives reasons: 无 and 未发现问题 are shorter."""
_TEXTS = ("target/text", "actual/text")
"""The fields of target and result."""


@form_check("IND-01")
def shortfall_has_a_note(form: FormContext) -> Iterator[Verdict]:
    known = [r for r in form.rows if r.completion.met is not None]
    short = [r for r in known if not r.completion.met]
    if not known:
        yield _INCOMPARABLE
    elif not short:
        yield passed(f"{len(known)}项均已完成", f"no shortfall in {len(known)} rows", *(r.pointer for r in known))
    for row in short:
        if may_share_a_note(form, row):
            en = "cells: a reason above may be for this row too"
            yield missing("单元格（说明可能合并填写）", en, *row.fields(*_TEXTS))
        else:
            yield _explained(form, row, "未完成，偏差原因栏未填写", "not met, no reason given")


def _explained(form: FormContext, row: IndicatorContext, zh: str, en: str) -> Verdict:
    figures, fields = row.comparison, row.fields(*_TEXTS)
    if has_note(row):
        return passed(f"{figures[0]}，已说明原因", f"{figures[1]}, explained", *fields, f"{row.pointer}/note")
    closing = "".join(t for t in (form.item.problems, form.item.conclusion) if t)
    if not any(has_note(r) for r in form.rows) and len(folded_text(closing)) >= _SHORTEST_REASON:
        below = f"{figures[1]}, explained below the table"
        return passed(f"{figures[0]}，表末已说明", below, *fields, f"{form.pointer}/problems")
    if not has_column(form, "note"):
        return missing("偏差原因栏", "a column of reasons in the form", *fields)
    return failed(f"{figures[0]}，{zh}", f"{figures[1]}, {en}", *fields, f"{row.pointer}/note")


@form_check("IND-02")
def over_achievement_has_a_note(form: FormContext) -> Iterator[Verdict]:
    comparable = (r for r in form.rows if r.completion.met is not None)
    known = [(r, r.completion.ratio) for r in comparable if r.completion.ratio is not None]
    limit = form.context.settings["over_achievement"]
    over = [(r, ratio) for r, ratio in known if r.completion.met and ratio > 1 + limit]
    if not known:
        yield _INCOMPARABLE
    elif not over:
        most = f"{shown(limit * 100)}%"
        zh, en = f"{len(known)}项均未超过{most}", f"none of {len(known)} rows more than {most} over target"
        yield passed(zh, en, *(r.pointer for r, _ in known))
    for row, ratio in over:
        zh, en = f"完成比例{percent(ratio)}，未说明原因", f"{percent(ratio)} of target, no reason given"
        over_by = (ratio - 1) * HUNDRED
        yield _explained(form, row, zh, en)._replace(recomputed=ratio * 100, difference=over_by, tolerance=limit * 100)


@row_check("IND-03")
def no_shortfall_note_on_a_met_target(form: FormContext, row: IndicatorContext) -> Verdict | None:
    found = row.completion
    if not (found.met and found.exact) or found.direction in ("date", "range"):
        return None
    note = folded_text(row.item.note or "")
    fields = row.fields(*_TEXTS, "note")
    if says("notes", "shortfall", note) and not says("notes", "no_shortfall", note):
        zh, en = row.comparison
        return failed(f"{zh}，备注为“{row.item.note}”", f"{en}, yet the note tells a shortfall", *fields)
    return passed("完成值等于指标值的未填未完成原因", "no shortfall told where the target is met exactly", *fields)


@row_check("IND-04")
def target_can_be_measured(form: FormContext, row: IndicatorContext) -> Verdict | None:
    target = row.item.target
    field = f"{row.pointer}/target/text"
    if target.text is None:
        if half_read(form) is None and any(r.item.target.text for r in form.rows):
            return failed(f"指标{row.name}未填指标值", f"row {row.name} has no target", row.pointer)
        return missing("指标值", "targets of the rows", row.pointer)
    folded = folded_text(target.text)
    vague = says("targets", "vague", folded) and not says("targets", "testable", folded)
    if target.value is None and vague:
        zh = f"指标{row.name}指标值为“{target.text}”，难以衡量"
        return failed(zh, f"row {row.name}: {target.text} cannot be measured", field)
    return passed("指标值可衡量", "targets can be measured", field)


@form_check("IND-05")
def result_is_given(form: FormContext) -> list[Verdict]:
    rows = [r for r in form.rows if r.item.target.text or r.item.weight]
    without = [r for r in rows if _is_blank(r)]
    empty = [r for r in without if not says("notes", "not_due", folded_text(r.item.note or ""))]
    scored_only = not any(r.item.target.text for r in rows)  # a table of points, with standards in place of targets
    if not rows or scored_only or (len(empty) == len(form.rows) and not has_column(form, "result")):
        return [missing("实际完成值栏", "a column of results", form.pointer)]
    doubt = half_read(form) if empty else None
    if doubt is not None:
        return [doubt]
    if len(empty) == len(rows) > 1:
        zh, en = f"{len(rows)}项指标在本文件中均无实际完成值", f"none of {len(rows)} rows has a result in this document"
        return [failed(zh, en, *(f"{r.pointer}/actual" for r in empty))]
    faults: list[Verdict] = []
    for row in empty:
        printed = f"为“{row.item.actual.text}”" if row.item.actual.text else "未填"
        zh, en = f"指标{row.name}完成值{printed}", f"row {row.name} has no result"
        faults.append(failed(zh, en, f"{row.pointer}/actual"))
    for row in rows:
        if row not in empty and worded_result(row):
            zh, en = row.comparison
            faults.append(failed(f"{zh}，未填数值", f"{en}, a word instead of a figure", *row.fields(*_TEXTS)))
    results = (f"{r.pointer}/actual/text" for r in rows)
    return faults or [passed(f"{len(rows)}项均有完成值", f"all {len(rows)} rows have results", *results)]


def _is_blank(row: IndicatorContext) -> bool:
    """Whether the result is empty, dots, or the form's own hint."""
    text = folded_text(row.item.actual.text or "")
    return not text or is_nothing(text) or says("results", "placeholder", text)


@row_check("IND-06")
def unit_is_given(form: FormContext, row: IndicatorContext) -> Verdict | None:
    if not (row.item.target.value or row.item.actual.value):
        return None
    name = folded_text(row.item.name or "")
    in_name = says("indicators", "unit_in_name", name) or unit_in_brackets(name)
    if row.item.target.unit or row.item.actual.unit or in_name:
        return passed("数值均有计量单位", "figures have units", *row.fields(*_TEXTS))
    zh, en = row.comparison
    return failed(f"{zh}，无计量单位", f"{en}, without a unit", *row.fields(*_TEXTS))


@row_check("IND-07")
def units_agree(form: FormContext, row: IndicatorContext) -> Verdict | None:
    target, actual = row.item.target, row.item.actual
    one, other = unit_key(target.unit), unit_key(actual.unit)
    if not one or not other or target.value is None or actual.value is None:
        return None
    kinds = {unit_kind(one), unit_kind(other)}
    if one != other and None in kinds:
        return None
    fields = row.fields("target/unit", "actual/unit")
    if one != other and (len(kinds) > 1 or kinds == {"money"}):
        zh, en = row.comparison
        return failed(f"{zh}，单位不同", f"{en}: different units", *fields)
    return passed("指标值与完成值单位一致", "targets and results in the same units", *fields)


@row_check("IND-08")
def sign_suits_the_indicator(form: FormContext, row: IndicatorContext) -> Verdict | None:
    sign, name = target_comparator(row.item), folded_text(row.item.name or "")
    more_is_better = says("indicators", "surely_more", name) and not says("indicators", "reduction", name)
    less_is_better = is_ceiling(row.item)
    if sign in (None, "=") or row.item.target.value is None or not (more_is_better or less_is_better):
        return None
    wrong = sign in (">", ">=") and row.item.target.value if less_is_better else sign in ("<", "<=")
    fields = row.fields("target/comparator", "name")
    if not wrong:
        return passed("比较符号与指标方向一致", "signs suit the indicators", *fields)
    zh, en = ("越低越好", "less") if less_is_better else ("越高越好", "more")
    zh = f"指标{row.name}一般{zh}，指标值为{row.item.target.text}（{sign}）"
    en = f"row {row.name}: {en} is better, the target reads {sign} {row.item.target.text}"
    return failed(zh, en, *fields)


@row_check("IND-09")
def percentage_within_bounds(form: FormContext, row: IndicatorContext) -> Verdict | None:
    name = folded_text(row.item.name or "")
    if not says("indicators", "bounded", name) or says("indicators", "unbounded", name):
        return None
    values = {"target": row.item.target, "actual": row.item.actual}
    known = {
        side: v.value
        for side, v in values.items()
        if v.value is not None and unit_key(v.unit or row.item.target.unit or row.item.actual.unit) == "%"
    }
    if not known:
        return None
    fields = [f"{row.pointer}/{side}/value" for side in known]
    outside = next((v for v in known.values() if not 0 <= v <= HUNDRED), None)
    if outside is None:
        return passed("比率均在0—100%之间", "rates between 0 and 100%", *fields)
    zh, en = row.comparison
    return failed(f"{zh}，{shown(outside)}%超出0—100%", f"{en}: {shown(outside)}% is outside 0 to 100%", *fields)


@row_check("IND-10")
def row_suits_its_level(form: FormContext, row: IndicatorContext) -> Verdict | None:
    fault = level_fault(row)
    if fault is None:
        return None
    fields = row.fields("level2", "name", "target/text")
    if not fault:
        return passed("指标与所列类别相符", "rows suit their headings", *fields)
    zh = f"指标{row.name}列在“{row.item.level1}—{row.item.level2}”下，{fault[0]}"
    return failed(zh, f"row {row.name} under {row.item.level2}: {fault[1]}", *fields)


@form_check("IND-11")
def no_duplicates(form: FormContext) -> list[Verdict]:
    rows = [r for r in form.rows if r.item.name]
    if not rows:
        return [missing("指标名称", "names of the indicators", form.pointer)]
    faults: list[Verdict] = []
    for one, other in duplicates(rows):
        zh = f"指标{one.name}与{other.name}重复，指标值{one.item.target.text}"
        en = f"rows {one.name} and {other.name} are the same"
        faults.append(failed(zh, en, f"{one.pointer}/name", f"{other.pointer}/name"))
    names = (f"{r.pointer}/name" for r in rows)
    return faults or [passed(f"{len(rows)}项指标无重复", f"{len(rows)} distinct indicators", *names)]


@form_check("IND-12")
def compulsory_levels(form: FormContext) -> Verdict:
    lacking = missing_levels(form)
    if lacking is None:
        return missing("产出、效益等通行的一级指标", "the usual level-1 indicators", form.pointer)
    fields = tuple(f"{rows[0].pointer}/level1" for _, rows in form.groups)
    if lacking:
        zh, en = "、".join(zh for zh, _ in lacking), ", ".join(en for _, en in lacking)
        return failed(f"本表未设{zh}指标", f"no {en} indicators in this form", *fields)
    return passed("必设指标齐全", "the compulsory levels are there", *fields)


@row_check("IND-13")
def output_is_not_spending(form: FormContext, row: IndicatorContext) -> Verdict | None:
    level = folded_text(f"{row.item.level1 or ''}|{row.item.level2 or ''}")
    if level_of(row.item.level1) != "output" and not says("levels", "output", level):
        return None
    field = f"{row.pointer}/name"
    if says("indicators", "spending_rate", folded_text(row.item.name or "")):
        zh = f"产出指标{row.name}反映资金支付，与预算执行率重复计分"
        return failed(zh, f"output row {row.name} restates budget execution", field)
    return passed("产出指标均非资金支付率", "no output row restates budget execution", field)


@form_check("IND-14")
def no_clones(form: FormContext) -> list[Verdict]:
    if not any(r.completion.met is not None for r in form.rows):
        return [_INCOMPARABLE]
    faults: list[Verdict] = []
    for level1, rows in cloned(form):
        target, actual = rows[0].item.target.text, rows[0].item.actual.text
        zh = f"{level1 or '同一级指标'}下{len(rows)}项指标值均为{target}、完成值均为{actual}"
        en = f"{len(rows)} rows under {level1}: all {actual} against {target}"
        faults.append(failed(zh, en, *(field for r in rows for field in r.fields(*_TEXTS))))
    return faults or [passed("未见多项指标值、完成值雷同", "no cloned targets", *(r.pointer for r in form.rows))]


@row_check("IND-15")
def name_is_no_slogan(form: FormContext, row: IndicatorContext) -> Verdict | None:
    name = row.item.name
    if not name:
        return None
    field = f"{row.pointer}/name"
    folded = folded_text(name)
    countable = says("indicators", "countable", folded) and not says("indicators", "clauses", folded)
    long = len(name) > form.context.settings["name_length"] and not countable
    if long or says("indicators", "slogan", folded):
        zh = f"指标名称“{name[:40]}”（{len(name)}字）不是可核实的数据"
        return failed(zh, f"the name {name[:40]} ({len(name)} characters) names nothing to count", field)
    return passed("指标名称明确", "names tell what is measured", field)
