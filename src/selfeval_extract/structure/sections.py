"""The section tree of a report: headings with their topics, and what stands under each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from selfeval_extract.document import Paragraph, Text
from selfeval_extract.structure.headings import LEVELS, Heading, Number, heading_of, number_of
from selfeval_extract.vocabulary import topic_share

LISTS = frozenset({"duties", "problems", "measures", "problems_and_measures", "result_use"})
"""Topics whose sections are lists: a numbered line in them is an item unless it clearly names another topic."""

_TOP = frozenset(
    {"result_use", "state_capital", "social_insurance", "government_funds", "other_matters", "general_public_budget"}
)
_SPLITTING = frozenset({"problems", "measures", "result_use", "other_matters", "annex", "problems_and_measures"})


@dataclass(slots=True)
class Item:
    """A paragraph of a section's own text: its list number, if it has one, and the text behind the number."""

    number: Number | None
    text: Text


@dataclass(slots=True)
class Section:
    """A heading with its own paragraphs; subsections follow in the list with a greater level."""

    number: str | None
    heading: Text
    topic: str | None
    level: int
    items: list[Item] = field(default_factory=list)
    first: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing stands under the heading itself."""
        return not any(i.text for i in self.items)


@dataclass(slots=True)
class Outline:
    """Sections in document order. The first may be the preface, which has no heading."""

    sections: list[Section]

    def tree(self, at: int) -> list[Section]:
        """A section and its subsections."""
        level = self.sections[at].level
        end = at + 1
        while end < len(self.sections) and self.sections[end].level > level:
            end += 1
        return self.sections[at:end]

    def about(self, *topics: str) -> Iterator[list[Section]]:
        """The trees of all sections of one of the topics, outermost ones only."""
        at = 0
        while at < len(self.sections):
            tree = self.tree(at) if self.sections[at].topic in topics else []
            if tree:
                yield tree
            at += max(len(tree), 1)


def outline_of(paragraphs: Sequence[Paragraph]) -> Outline:
    """The outline of a report's prose."""
    decimals = any(n and n.style == "decimals" for n in (number_of(p.text.folded.text) for p in paragraphs))
    sections = [Section(None, Text(""), None, 0)]
    for at, paragraph in enumerate(paragraphs):
        heading = _heading(paragraph, sections, decimals)
        if heading is None:
            sections[-1].items.append(item_of(paragraph))
            continue
        shown = paragraph.number.strip() or (heading.number.printed if heading.number else None)
        sections.append(Section(shown, heading.text, heading.topic, heading.level, first=at))
        if heading.rest:
            sections[-1].items.append(Item(None, heading.rest))
    return Outline(_without_contents(sections))


def item_of(paragraph: Paragraph) -> Item:
    """A paragraph as a list item: its number apart from its text."""
    text = paragraph.text
    if paragraph.number.strip():
        return Item(Number("digit", paragraph.number.strip(), 0), text)
    number = number_of(text.folded.text)
    if number is None:
        return Item(None, text)
    start, _ = text.folded.span(number.end, len(text.folded.text))
    return Item(number, text.part(start, len(text.string)))


def _heading(paragraph: Paragraph, sections: Sequence[Section], decimals: bool) -> Heading | None:
    heading = heading_of(paragraph)
    if heading is None:
        return None
    inside = _list_around(sections)
    strong = topic_share(heading.text.folded.text) >= 0.5
    style = heading.number.style if heading.number else None
    if inside and not _leaves_list(heading, inside, strong, sections):
        return None
    if not strong and style not in ("part", "cn") and (heading.topic is None or style is None) and not paragraph.level:
        if heading.rest is not None or style is None:
            return None
    return replace(heading, level=_level(heading, strong, decimals))


def _list_around(sections: Sequence[Section]) -> Section | None:
    """The innermost list section that the next paragraph would stand in."""
    section = sections[-1]
    return section if section.topic in LISTS else None


def _leaves_list(heading: Heading, inside: Section, strong: bool, sections: Sequence[Section]) -> bool:
    """Whether a heading inside a list is a heading and no item: a known topic, or a number of a higher kind than items have."""
    style = heading.number.style if heading.number else None
    if strong and heading.topic is not None and (heading.rest is None or heading.topic in _SPLITTING) and heading.topic != inside.topic:
        return True
    if heading.topic in _TOP and heading.topic != inside.topic and heading.rest is None:
        return True
    return style in ("part", "cn") and inside.level >= LEVELS[style] and heading.rest is None and inside.level > 0 and not _sibling_item(heading, inside)


def _sibling_item(heading: Heading, inside: Section) -> bool:
    return any(i.number and heading.number and i.number.style == heading.number.style for i in inside.items)


def _level(heading: Heading, strong: bool, decimals: bool) -> int:
    style = heading.number.style if heading.number else None
    if style is None:
        return heading.level if heading.topic not in _TOP else 1
    if decimals and style == "digit":
        return 1
    if decimals and style == "decimals":
        return 1 + heading.number.printed.strip(".、").count(".") if heading.number else 2
    if strong and heading.topic in _TOP and style in ("digit", "circle"):
        return 1
    if strong and style == "paren_digit" and heading.topic:
        return LEVELS["paren_cn"]
    return max(LEVELS[style], 1)


def _without_contents(sections: list[Section]) -> list[Section]:
    """Sections without those of a table of contents: empty, and with the same heading again further on."""
    kept = []
    later: set[str] = set()
    for section in reversed(sections):
        words = section.heading.folded.text
        if not (words and section.empty and words in later and section.topic):
            kept.append(section)
        later.add(words)
    return kept[::-1]
