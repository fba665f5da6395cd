"""Problems and measures one by one, and which measure answers which problem.

The record has one item where a report states all of its problems or measures in one unnumbered paragraph; they are separated
here, at semicolons and at the words that begin a measure.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.verdict import shortened
from selfeval_extract.document import folded_text
from selfeval_extract.record.models import Problem
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.wording import category
from selfeval_extract.vocabulary.words import check_words, says

_CLAUSE = regex(r"[^,。;]+[,。;]?")
_HAN = regex(r"[\u4e00-\u9fff]+|[A-Za-z]{2,}")
_EDGES = ",。;:、 "
_MOST_COMPARED = 2000
"""Characters of a text that are compared; longer ones are no single problem or measure."""


class StatedPoint(NamedTuple):
    """A problem or measure: pointer of the record's item, its text folded, whether it has a cause, and the cause where it stands
    apart."""

    pointer: str
    text: str
    caused: bool = False
    cause: str = ""

    @property
    def text_and_cause(self) -> str:
        """Text and cause: a measure may answer either."""
        return f"{self.text};{self.cause}" if self.cause else self.text

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"“{shortened(self.text, 40)}”"


def problems(context: CheckContext) -> list[StatedPoint]:
    """The problems of the record."""
    items = context.report.problems or []
    if len(items) == 1:
        return _parts_of_problem(items[0])
    return [
        StatedPoint(f"/problems/{n}/text", _bare(item.text), item.cause is not None, _bare(item.cause or ""))
        for n, item in enumerate(items)
    ]


def measures(context: CheckContext) -> list[StatedPoint]:
    """The measures of the record."""
    items = context.report.measures or []
    if len(items) == 1:
        return [StatedPoint("/measures/0/text", part) for part in _parts_of_measure(_bare(items[0].text))]
    return [StatedPoint(f"/measures/{n}/text", _bare(item.text)) for n, item in enumerate(items)]


def _bare(text: str) -> str:
    return folded_text(text).strip(_EDGES)


def _parts_of_problem(item: Problem) -> list[StatedPoint]:
    """The problems of an only item: its parts between semicolons; what stands complete before a cause that leads on to
    another problem is one by itself, without a cause."""
    text, cause = _bare(item.text), _bare(item.cause or "")
    at = text.find(cause) if cause else -1
    head = text[: max(at, 0)].strip(_EDGES)
    if at > 0 and ";" not in text and says("narrative", "problem_word", head):
        return [StatedPoint("/problems/0/text", head), StatedPoint("/problems/0/text", text[at:], True)]
    parts = [part.strip(_EDGES) for part in text.split(";") if part.strip(_EDGES)]
    apart = cause if at < 0 else ""
    return [StatedPoint("/problems/0/text", part, bool(cause) and (at < 0 or cause in part), apart) for part in parts]


def _parts_of_measure(text: str) -> list[str]:
    """The measures of an only item: each begins with its verb, or with the clause that leads in to it."""
    parts: list[str] = []
    led = False
    for match in _CLAUSE.finditer(text):
        clause = match[0]
        begins = check_words("narrative", "measure_start").match(clause) is not None
        leads = check_words("narrative", "lead_in").match(clause) is not None
        if not parts or parts[-1][-1] in "。;" or ((begins or leads) and not led):
            parts.append(clause)
        else:
            parts[-1] += clause
        led = leads
    return [part.strip(_EDGES) for part in parts if part.strip(_EDGES)]


def answers(measures: list[StatedPoint], problems: list[StatedPoint]) -> list[tuple[int, int]]:
    """(problem, measure) pairs by number. As many measures as problems answer them in turn; others answer by a word in common, or
    by the category."""
    in_turn = len(measures) == len(problems)
    return [
        (p, m)
        for p, problem in enumerate(problems)
        for m, measure in enumerate(measures)
        if (in_turn and p == m) or answers_to(measure.text, problem.text_and_cause)
    ]


def answers_to(measure: str, problem: str) -> bool:
    """Whether a measure is about what a problem is about."""
    if says("narrative", "all_problems", measure):
        return True
    return shares_a_word(measure, problem) or bool(_subject(measure) and _subject(measure) == _subject(problem))


def shares_a_word(one: str, other: str) -> bool:
    """Whether two folded texts have two characters in a row in common that are not words of every report."""
    return not _pairs(one).isdisjoint(_pairs(other))


@lru_cache(1000)
def _pairs(text: str) -> frozenset[str]:
    bare = check_words("narrative", "common").sub(" ", text[:_MOST_COMPARED])
    return frozenset(run[n : n + 2] for run in _HAN.findall(bare) for n in range(len(run) - 1))


@lru_cache(1000)
def _subject(text: str) -> str | None:
    """The category; monitoring during the year and evaluating after it are two subjects, though one category."""
    found: str = category(text[:_MOST_COMPARED])
    if found == "performance_monitoring":
        monitoring, evaluation = (says("narrative", r, text) for r in ("monitoring", "evaluation"))
        return found if monitoring == evaluation else "monitoring" if monitoring else "evaluation"
    return None if found == "other" else found
