"""Which sections a report has to have (`outlines.toml`), and which of them a document lacks.

Hunan's outline has ten, and asks for 无 where there is nothing to state. Other outlines differ from place to place and
year to year: only what all of them ask for is looked for, in whatever part of the document has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from selfeval_extract.checks.context import CheckContext
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex, toml
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.words import says

Content = Literal["organisation", "forms", "problems", "measures", "disclosure"]


class Part(NamedTuple):
    """A section that a report has to have; `outlines.toml` says what its fields mean."""

    zh: str
    en: str
    topics: Sequence[Topic]
    words: re.Pattern[str] | None
    content: Content | None = None
    in_transfers: bool = True


@cache
def _outlines() -> dict[str, Any]:
    return toml(Path(__file__).parents[1] / "outlines.toml")


@cache
def _outline(name: Literal["hunan", "common"]) -> list[Part]:
    """Hunan's outline, or what all outlines ask for."""
    parts = _outlines()[name]
    return [Part(**part | {"words": regex(part["words"]) if "words" in part else None}) for part in parts]


def follows_hunan(context: CheckContext) -> bool:
    """Whether a department's report is to follow Hunan's outline: by its sections on kinds of budget, or by its place."""
    if context.report.kind != "department" or not context.is_report:
        return False
    if len({s.topic for s in context.report.outline}.intersection(_outlines()["budget_topics"])) > 1:
        return True
    names = folded_text("".join(filter(None, (context.report.unit, context.report.title))))
    general_budget = next(part for part in _outline("hunan") if "general_public_budget" in part.topics)
    return says("publication", "hunan", names) and _mentioned(context, general_budget)


def required_parts(context: CheckContext) -> list[Part]:
    """The sections that a report has to have."""
    if follows_hunan(context):
        return _outline("hunan")
    return [part for part in _outline("common") if part.in_transfers or context.report.kind != "transfer"]


def absent_parts(context: CheckContext, parts: Sequence[Part]) -> list[Part]:
    """The sections that a document lacks."""
    topics, contents = {s.topic for s in context.report.outline}, _contents(context)
    untitled = [p for p in parts if p.content not in contents and not topics.intersection(p.topics)]
    return [p for p in untitled if not _mentioned(context, p)]


def _mentioned(context: CheckContext, part: Part) -> bool:
    """Whether a heading or the prose has the section's words."""
    if part.words is None:
        return False
    headings = (folded_text(s.heading) for s in context.report.outline)
    return any(part.words.search(text) for text in (*headings, *(p.folded for p in context.passages)))


def _contents(context: CheckContext) -> set[Content]:
    """What the record has, under whatever heading or in a form it stands."""
    report, staff = context.report, context.report.organisation.staff
    has: dict[Content, bool] = {
        "organisation": bool(report.organisation.duties) or staff.active is not None or staff.authorised is not None,
        "forms": bool(context.forms),
        "problems": report.problems is not None,
        "measures": report.measures is not None,
        "disclosure": bool(report.disclosure),
    }
    return {content for content, there in has.items() if there}
