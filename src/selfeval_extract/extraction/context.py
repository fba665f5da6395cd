"""What every extractor looks at: the document laid out, its outline, and what has been settled about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from selfeval_extract.document import Document, Text
from selfeval_extract.record.cited import Tree
from selfeval_extract.structure.forms.form import Form
from selfeval_extract.structure.layout import Layout, lay_out
from selfeval_extract.structure.prose.sections import Outline, outline_of

_REPORT_TOPICS = 2


@dataclass(slots=True)
class Context:
    """A document on its way to a record. `forms` are the self-evaluation forms among the layout's forms, `listed` the
    projects that the report lists."""

    document: Document
    layout: Layout
    outline: Outline
    forms: list[Form]
    year: int | None = None
    kind: str | None = None
    listed: list[Tree] = field(default_factory=list)
    _passages: list[tuple[str | None, str | None, list[Text]]] | None = None

    @property
    def is_report(self) -> bool:
        """Whether the document has a narrative: at least two sections with a topic, or prose with one."""
        topical = {s.topic for s in self.outline.sections if s.topic and s.topic != "annex"}
        return len(topical) >= _REPORT_TOPICS or (bool(topical) and not self.layout.forms)

    def paragraphs(self) -> Iterator[tuple[str | None, str | None, Text]]:
        """The prose: (own topic, topic of the outermost section, paragraph text), run-in headings included."""
        for topic, outer, texts in self.passages:
            for text in texts:
                yield topic, outer, text

    @property
    def passages(self) -> list[tuple[str | None, str | None, list[Text]]]:
        """The prose of each section: (own topic, topic of the outermost section, paragraph texts)."""
        if self._passages is None:
            self._passages = list(self._by_section())
        return self._passages

    def _by_section(self) -> Iterator[tuple[str | None, str | None, list[Text]]]:
        outer: str | None = None
        stack: list[tuple[int, str | None]] = []
        for section in self.outline.sections:
            while stack and stack[-1][0] >= section.level:
                stack.pop()
            topic = section.topic or next((t for _, t in reversed(stack) if t), None)
            if section.level:
                stack.append((section.level, topic))
            outer = stack[0][1] if stack else None
            texts = [item.text for item in section.items if item.text]
            yield topic, outer, texts or ([section.heading] if section.heading else [])


def context_of(document: Document) -> Context:
    """Lay a document out and read its outline."""
    layout = lay_out(document)
    return Context(document, layout, outline_of(layout.prose), [])
