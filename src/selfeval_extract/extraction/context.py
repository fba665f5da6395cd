"""What every extractor looks at: the document laid out, its outline, and what has been settled about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from selfeval_extract.document import Document, Text
from selfeval_extract.record.cited import Tree
from selfeval_extract.structure.forms import Form
from selfeval_extract.structure.layout import Layout, lay_out
from selfeval_extract.structure.sections import Outline, outline_of

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

    @property
    def is_report(self) -> bool:
        """Whether the document has a narrative: at least two sections with a topic, or prose with one."""
        topical = {s.topic for s in self.outline.sections if s.topic and s.topic != "annex"}
        return len(topical) >= _REPORT_TOPICS or (bool(topical) and not self.layout.forms)

    def paragraphs(self) -> Iterator[tuple[str | None, str | None, Text]]:
        """The prose: (own topic, topic of the outermost section, paragraph text), run-in headings included."""
        outer: str | None = None
        stack: list[tuple[int, str | None]] = []
        for section in self.outline.sections:
            while stack and stack[-1][0] >= section.level:
                stack.pop()
            topic = section.topic or next((t for _, t in reversed(stack) if t), None)
            if section.level:
                stack.append((section.level, topic))
            outer = stack[0][1] if stack else None
            if section.heading and section.empty:
                yield topic, outer, section.heading
            for item in section.items:
                if item.text:
                    yield topic, outer, item.text


def context_of(document: Document) -> Context:
    """Lay a document out and read its outline."""
    layout = lay_out(document)
    return Context(document, layout, outline_of(layout.prose), [])
