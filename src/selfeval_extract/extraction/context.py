"""What every extractor looks at: a document's structure, and what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from selfeval_extract.document import Document, Text
from selfeval_extract.extraction.evaluations import is_evaluation
from selfeval_extract.prose.sections import Outline, outline_of
from selfeval_extract.prose.titles import is_report_title
from selfeval_extract.structure.forms.form import Form
from selfeval_extract.structure.layout import Layout, lay_out
from selfeval_extract.vocabulary.roles import Kind, Topic

_REPORT_TOPICS = 2
_HEAD_LINES = 40
"""Lines among which a title stands."""


class Passage(NamedTuple):
    """The prose of a section: its topic (of the nearest heading that has one), the topic of the outermost section around it, its
    paragraphs, and its own heading (empty if it has none)."""

    topic: Topic | None
    outer: Topic | None
    texts: list[Text]
    heading: Text


@dataclass(frozen=True)
class DocumentStructure:
    """A document laid out, its outline, and the self-evaluation forms among the layout's forms."""

    document: Document
    layout: Layout
    outline: Outline
    forms: list[Form]

    @cached_property
    def is_report(self) -> bool:
        """Whether the document has a narrative: at least two sections with a topic, or prose with one; where there is no form, also
        prose below a title that calls it a self-evaluation."""
        topics = {s.topic for s in self.outline.sections if s.topic and s.topic != "annex"}
        return len(topics) >= _REPORT_TOPICS or (not self.layout.forms and (bool(topics) or self._calls_itself_one))

    @property
    def _calls_itself_one(self) -> bool:
        lines = [p.text.folded.text for p in self.layout.prose]
        titled = any(is_report_title(line) and "自评" in line for line in lines[:_HEAD_LINES])
        return titled and any("。" in line for line in lines)

    @cached_property
    def passages(self) -> list[Passage]:
        """The prose, section by section."""
        return list(_passages(self.outline))

    def paragraphs(self) -> Iterator[tuple[Topic | None, Topic | None, Text]]:
        """The prose: own topic, topic of the outermost section, and text of each paragraph."""
        for passage in self.passages:
            for text in passage.texts:
                yield passage.topic, passage.outer, text


def structure_of(document: Document) -> DocumentStructure:
    """Lay a document out and read its outline."""
    layout = lay_out(document)
    forms = [form for form in layout.forms if is_evaluation(form)]
    return DocumentStructure(document, layout, outline_of(layout.prose), forms)


def _passages(outline: Outline) -> Iterator[Passage]:
    stack: list[tuple[int, Topic | None]] = []
    for section in outline.sections:
        while stack and stack[-1][0] >= section.level:
            stack.pop()
        topic = section.topic or next((t for _, t in reversed(stack) if t), None)
        if section.level:
            stack.append((section.level, topic))
        texts = [item.text for item in section.items if item.text]
        yield Passage(
            topic,
            stack[0][1] if stack else None,
            texts or ([section.heading] if section.heading else []),
            section.heading,
        )


@dataclass(frozen=True)
class Context(DocumentStructure):
    """A document's structure, and the kind and year of what it evaluates, None where it does not say."""

    kind: Kind | None
    year: int | None


def context_of(of: DocumentStructure, kind: Kind | None, year: int | None) -> Context:
    """A document's structure with what it is about."""
    return Context(of.document, of.layout, of.outline, of.forms, kind, year)
