"""Whether a document without a form is a self-evaluation report: by what it calls itself, and by what such a report has.

A report calls itself one in its title, in a heading or in the sentence that leads over to it (现将自评情况报告如下), and it tells of two
of these: money spent, performance, a score or grade of its own, problems, measures. Of several titles the first counts: the notice
that asks for reports names them further down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, cast

from selfeval_extract.document import Note
from selfeval_extract.extraction.context import Context
from selfeval_extract.prose.titles import is_form_title, is_report_title
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.wording import role
from selfeval_extract.vocabulary.words import word_role, wording

OtherDocument = Literal["rules", "notice", "article", "budget", "accounts", "third_party", "other"]
"""What a document looks like that is no self-evaluation."""
LOOKS_LIKE: dict[OtherDocument, str] = {
    "rules": "rules on performance or money",
    "notice": "a notice",
    "article": "a text about such reports, or a template",
    "budget": "a budget",
    "accounts": "final accounts without a self-evaluation",
    "third_party": "an evaluation by somebody else",
    "other": "something else",
}
_FEWEST_ARTICLES = 3
_ARTICLE = regex(r"第[一二三四五六七八九十百\d]{1,4}条(?![例约款])")
_ORDERED = regex(r"(?:接受|受)[^。;,]{2,40}?委托[^。;]{0,60}?评价")
"""恒正会计师事务所受市财政局委托，对该项目开展绩效评价."""
_OWN = regex(r"自评|自我评价")
_LEADS_OVER = regex(
    r"(?:自评|自我评价|绩效评价|绩效情况)[^。;]{0,40}?(?:报告|汇报|总结|说明)如下|(?:现报告|现将[^。;]{0,40}?(?:报告|汇报|总结|说明))如下"
)
_FEWEST_PARTS = 2
_TOLD: frozenset[Topic | None] = frozenset({"performance", "indicators", "conclusion"})
_LIKELY = 0.5
"""How far the wording of a result has to be ahead."""


class Told(NamedTuple):
    """What a document tells that a self-evaluation report has."""

    money: bool
    score: bool
    problems: bool
    measures: bool


class Recognition(NamedTuple):
    """What a document without a form was found to be: what it looks like that is no self-evaluation, None for one that is; and
    whether its title promises a form of which nothing could be read."""

    other: OtherDocument | None
    form_lost: bool = False

    @property
    def notes(self) -> Iterator[Note]:
        """What the record says of it."""
        if self.other:
            looks = LOOKS_LIKE[self.other]
            yield Note("other_document", f"This is no self-evaluation. It looks like {looks}.")
        elif self.form_lost:
            yield Note("form_not_read", "The title names a self-evaluation form, but no rule could read it.")


def recognised(context: Context, told: Told) -> Recognition:
    """What a document without a form is."""
    lines = [p.text.folded.text for p in context.layout.prose]
    if sum(_ARTICLE.match(line) is not None for line in lines) >= _FEWEST_ARTICLES:
        return Recognition("rules")
    titles = _titles(lines)
    title = next(titles, None)
    if title in ("budget", "accounts"):
        titled, parts = "report" in titles, _parts(context, told)
        inside = (titled and told.money + parts > 0) or (parts >= _FEWEST_PARTS and (titled or _is_headed(context)))
        return Recognition(None if inside else title)
    if title and title != "report" and title != "form":
        return Recognition(title)
    if any(_ORDERED.search(line) for line in lines) and not any(_OWN.search(line) for line in lines):
        return Recognition("third_party")
    if any(_OWN.search(t.folded.text) for form in context.layout.forms if not form.interim for t in form.titles):
        return Recognition(None, form_lost=True)
    if title and (context.is_report or told.money or _parts(context, told)):
        return Recognition(None, form_lost=title == "form")  # a short one, or a part of one
    calls_itself_one = told.score or _is_headed(context) or any(_LEADS_OVER.search(line) for line in lines)
    enough = calls_itself_one and told.money + _parts(context, told) >= _FEWEST_PARTS
    return Recognition(None if enough else "other")


def _is_headed(context: Context) -> bool:
    """Whether a heading calls what is below it a self-evaluation."""
    return any(_OWN.search(section.heading.folded.text) for section in context.outline.sections)


def _parts(context: Context, told: Told) -> int:
    """How much a document tells of what only an evaluation has. Finding performance may take the judgement of every sentence."""
    return sum((told.score, told.problems, told.measures, _tells_performance(context)))


def _titles(lines: Sequence[str]) -> Iterator[OtherDocument | Literal["report", "form"]]:
    """What the titles among lines call a document, in order: another one, or a self-evaluation's report or form."""
    for line in lines:
        other = word_role("other_titles", line)
        if other:
            yield cast("OtherDocument", other)
        elif is_report_title(line) and not wording("other_documents", "report").search(line):
            yield "report"
        elif is_form_title(line) and _OWN.search(line):
            yield "form"


def _tells_performance(context: Context) -> bool:
    """Whether a section is on what was achieved, or sentences tell it."""
    told = [(p, [t.folded.text for t in p.texts if t is not p.heading]) for p in context.passages]
    return any(texts and {p.topic, p.outer} & _TOLD for p, texts in told) or any(
        _is_result(sentence) for _, texts in told for text in texts for sentence in text.split("。") if sentence
    )


def _is_result(sentence: str) -> bool:
    judged = role(sentence)
    return judged.answer == "result" and judged.lead >= _LIKELY
