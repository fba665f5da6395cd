"""The lines of a form that points are given on: fund rows and indicators."""

from __future__ import annotations

import re

from selfeval_extract.checks.context import FormContext, ScoredLine, memoized
from selfeval_extract.checks.verdict import Verdict, missing
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex

_FIGURE = regex(r"\d{1,3}(\.\d{1,3})?分?")


@memoized
def row_lines(form: FormContext) -> list[ScoredLine]:
    """The indicator rows as lines of points."""
    return [ScoredLine(r.pointer, r.item.weight, r.item.score, r.name, True) for r in form.rows]


@memoized
def scored_lines(form: FormContext) -> list[ScoredLine]:
    """The line of execution and the rows; a score that spans several of them comes once."""
    lines = {f"{line.pointer}/score": line for line in (*form.money_lines[:1], *row_lines(form))}
    return [lines[pointer] for pointer in form.context.each_cell_once(lines)]


def half_read(form: FormContext) -> Verdict | None:
    """The verdict where cells were not read that may hold what a check looks for: a bare figure, or in a text, which has lost its
    cells, anything with figures."""
    text = form.context.report.source.format == "txt"
    for note in form.context.report.notes:
        cell = folded_text(note.message.partition(": ")[2])
        unread = note.code == "row_not_understood" and (re.search(r"\d", cell) if text else _FIGURE.fullmatch(cell))
        if unread or (text and note.code == "columns_worked_out"):
            return missing(
                "可确认的单元格（部分未能识别）", "cells of the form that were read for certain", form.pointer
            )
    return None
