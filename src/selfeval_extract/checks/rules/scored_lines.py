"""The lines of a form that points are given on: fund rows and indicators."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from selfeval_extract.checks.context import FormContext, memoized
from selfeval_extract.checks.verdict import Verdict, missing
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex

HALF_CENT = Decimal("0.005")
"""Points differ by less only through rounding."""
_FIGURE = regex(r"\d{1,3}(\.\d{1,3})?分?")


class ScoredLine(NamedTuple):
    """A line of a form that points are given on: pointer, weight, score, its name in messages, whether it is an indicator or a
    fund row."""

    pointer: str
    weight: Decimal | None
    score: Decimal | None
    name: str
    is_indicator: bool

    @property
    def full(self) -> bool:
        """Whether it has all its points."""
        return self.weight is not None and self.score is not None and abs(self.score - self.weight) <= HALF_CENT


@memoized
def money_lines(form: FormContext) -> list[ScoredLine]:
    """The fund rows that points are given on."""
    return [
        ScoredLine(f"{form.pointer}/funds/{n}", f.weight, f.score, f"“{f.label or '资金'}”", False)
        for n, f in enumerate(form.item.funds)
        if f.weight is not None or f.score is not None
    ]


@memoized
def row_lines(form: FormContext) -> list[ScoredLine]:
    """The indicator rows as lines of points."""
    return [ScoredLine(r.pointer, r.item.weight, r.item.score, r.name, True) for r in form.rows]


@memoized
def scored_lines(form: FormContext) -> list[ScoredLine]:
    """The line of execution and the rows; a score that spans several of them comes once."""
    lines = [*money_lines(form)[:1], *row_lines(form)]
    seen: set[object] = set()
    return [line for line in lines if not _repeats(form, line, seen)]


def _repeats(form: FormContext, line: ScoredLine, seen: set[object]) -> bool:
    place = form.context.place(f"{line.pointer}/score")
    repeated = place is not None and place in seen
    seen.add(place)
    return repeated


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
