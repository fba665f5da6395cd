"""What the checks ask of one indicator row: its note, result, units, comparator and heading."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain
from typing import Literal

from selfeval_extract.checks.completion import is_money, unit_key
from selfeval_extract.checks.context import FormContext, IndicatorContext, terms
from selfeval_extract.checks.figures import HUNDRED
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.numbers import FACTORS, is_nothing
from selfeval_extract.vocabulary.words import check_words, says

_NUMERALS = regex(r"[\d零〇一二两三四五六七八九十百千万]")
_BRACKETED = regex(r"\([^()]{0,40}\)$")
_HEADING = 24
_HEAD_LINES = 40


def has_column(form: FormContext, role: Literal["note", "result"]) -> bool:
    """Whether the form has a column of reasons, or of results: some row fills it, or a short cell of its table names it. It is
    taken to have one where the printed document is not at hand."""
    filled = any(has_note(r) if role == "note" else r.item.actual.text for r in form.rows)
    words = check_words("columns", role)
    return filled or not form.context.lines or any(len(c) <= _HEADING and words.search(c) for c in _cells(form))


def _cells(form: FormContext) -> Iterator[str]:
    """The folded cells of the tables in which the form's rows stand (of a PDF: of the pages; of a text: of the lines behind the form
    before); all lines where that is not known."""
    text = form.context.report.source.format == "txt"
    regions = _regions(form, text)
    by_region = form.context.lines_by_region
    lines = chain.from_iterable(by_region.get(n, ()) for n in regions) if regions else form.context.lines
    return (line.folded for line in lines if line.in_table or text or not regions)


def _regions(form: FormContext, text: bool) -> Collection[int]:
    here = form.regions
    if not text or not here:
        return here
    before = max((max(f.regions, default=0) for f in form.context.forms[: form.number]), default=0)
    return range(max(before, min(here) - _HEAD_LINES) + 1, max(here) + 1)


def may_share_a_note(form: FormContext, row: IndicatorContext) -> bool:
    """Whether the row's reason may be printed with the shortfall above it: a text has lost its merged cells."""
    rows = form.rows[: form.rows.index(row)]
    if form.context.report.source.format != "txt" or has_note(row):
        return False
    for above in reversed(rows):
        if above.completion.met is not False:
            return False
        if has_note(above):
            return True
    return False


def has_note(row: IndicatorContext) -> bool:
    """Whether the row has a note with content: 无 and 无偏差 are none."""
    note = folded_text(row.item.note or "")
    return bool(note) and not is_nothing(note) and not says("notes", "empty", note)


def worded_result(row: IndicatorContext) -> bool:
    """Whether a numeric target has only a word for its result: 完成. None, all and not yet are figures in words."""
    target, actual = row.item.target, row.item.actual
    text = folded_text(actual.text or "")
    if target.value is None or actual.value is not None or not text or _NUMERALS.search(text):
        return False
    if says("results", "none", text) or says("results", "not_yet", text):
        return False
    return not (target.value == HUNDRED and says("results", "all", text))


def unit_in_brackets(name: str) -> bool:
    """Whether a folded name ends in a unit in brackets."""
    found = _BRACKETED.search(name)
    bare = found[0].strip("()").removeprefix("单位:") if found else ""
    return bool(bare) and len(bare) <= 6


def unit_kind(unit: str) -> str | None:
    """What a unit measures; None for one that is not known."""
    bare = unit.removeprefix("万").removeprefix("千") if unit not in FACTORS else unit
    if is_money(unit):
        return "money" if unit in FACTORS else None
    for kind in ("share", "time", "area", "length", "weight", "count"):
        if check_words("unit_kinds", kind).fullmatch(unit_key(bare) or bare):
            return kind
    return None


def level_fault(row: IndicatorContext) -> tuple[str, str] | tuple[()] | None:
    """Why a row does not belong under its level-2 heading, in Chinese and English; () if it does, None where that is not known."""
    level1, level2 = folded_text(row.item.level1 or ""), folded_text(row.item.level2 or "")
    if _wrong_branch(level1, level2):
        return "该类指标应列在其他一级指标下", "that heading belongs to another level-1 indicator"
    for heading in ("quality", "timeliness", "cost"):
        if says("levels", heading, level2) and (not level1 or says("level1", "output", level1)):
            return _against(row, heading)
    return None


def _wrong_branch(level1: str, level2: str) -> bool:
    """Whether a level-2 heading of benefits stands under outputs, or the other way round."""
    output, benefit = (says("level1", level, level1) for level in ("output", "benefit"))
    return output != benefit and says("levels", "not_output" if output else "not_benefit", level2)


def _against(row: IndicatorContext, heading: str) -> tuple[str, str] | tuple[()] | None:
    """A bare count is no quality, time or cost, unless the name says that it is one."""
    target, name = row.item.target, folded_text(row.item.name or "")
    if target.value is None or not name:
        return None
    unit = unit_key(target.unit or row.item.actual.unit)
    of_name = says("levels", f"{heading}_name", name)
    if of_name or (unit is not None and unit_kind(unit) != "count") or target.value == 0:
        return ()
    return terms("misplaced")[heading]
