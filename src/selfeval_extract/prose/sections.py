"""The section tree of a report: headings with their topics, and what stands under each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from selfeval_extract.document import Paragraph, Text
from selfeval_extract.prose.headings import Heading, heading_of, paragraph_number
from selfeval_extract.prose.labels import starts_with_label
from selfeval_extract.prose.titles import signature_length
from selfeval_extract.values.list_numbers import DEPTHS, ListNumber, Style, list_number
from selfeval_extract.vocabulary.roles import Topic
from selfeval_extract.vocabulary.topics import topic_share

LISTS: frozenset[Topic] = frozenset({"duties", "problems", "measures", "problems_and_measures", "result_use"})
"""Topics whose sections are lists: a numbered line in them is an item unless it clearly names another topic."""

_TOP: frozenset[Topic] = frozenset(
    {"result_use", "state_capital", "social_insurance", "government_funds", "other_matters", "general_public_budget"}
)
_RUN_IN = 7
_UNIT: frozenset[Topic] = frozenset({"institutions", "staff"})
_SPLITTING: frozenset[Topic] = frozenset(
    {"problems", "measures", "result_use", "other_matters", "annex", "problems_and_measures"}
)


class Item(NamedTuple):
    """A paragraph of a section's own text: its list number, if it has one, the text behind it, and the whole of it."""

    number: ListNumber | None
    text: Text
    printed: Text


@dataclass(slots=True)
class Section:
    """A heading with its own paragraphs; subsections follow in the list with a greater level."""

    number: ListNumber | None
    heading: Text
    topic: Topic | None
    level: int
    items: list[Item] = field(default_factory=list)
    first: int = 0
    numbering: Text = field(default_factory=lambda: Text(""))
    last: dict[Style, int] = field(default_factory=dict)
    """The kinds of numbers that its items have, and the last number of each."""

    def add(self, item: Item) -> None:
        """Take in a paragraph."""
        self.items.append(item)
        if item.number:
            self.last[item.number.style] = item.number.value

    @property
    def empty(self) -> bool:
        """Whether nothing stands under the heading itself."""
        return not any(i.text for i in self.items)


@dataclass(slots=True)
class Outline:
    """Sections in document order. The first may be the preface, which has no heading."""

    sections: list[Section]

    def tree(self, at: int) -> list[Section]:
        """A section and its subsections, up to the heading with the next number of its own kind."""
        root = self.sections[at]
        end = at + 1
        while (
            end < len(self.sections)
            and self.sections[end].level > root.level
            and not _next_of(root.number, self.sections[end].number)
        ):
            end += 1
        return self.sections[at:end]

    def about(self, *topics: Topic) -> Iterator[list[Section]]:
        """The trees of all sections of one of the topics, outermost ones only."""
        at = 0
        while at < len(self.sections):
            tree = self.tree(at) if self.sections[at].topic in topics else []
            if tree:
                yield tree
            at += max(len(tree), 1)


def _next_of(number: ListNumber | None, later: ListNumber | None) -> bool:
    """Whether a number is the next of its kind."""
    return bool(number and later and later.style == number.style and later.value == number.value + 1)


def outline_of(paragraphs: Sequence[Paragraph]) -> Outline:
    """The outline of a report's prose, in which no heading is glued to its text."""
    numbers = [paragraph_number(p) for p in paragraphs]
    decimals = any(_has_decimals(p, number) for p, number in zip(paragraphs, numbers, strict=True))
    sections = [Section(None, Text(""), None, 0)]
    for at, (paragraph, number) in enumerate(zip(paragraphs, numbers, strict=True)):
        if len(sections) > 1 and signature_length(paragraphs, at):
            sections.append(Section(None, Text(""), "annex", 1, first=at))
        heading = _heading(paragraph, number, sections, decimals)
        if heading is None:
            sections[-1].add(item_of(paragraph, number))
            continue
        sections.append(
            Section(heading.number, heading.text, heading.topic, heading.level, first=at, numbering=heading.numbering)
        )
        if heading.rest:
            sections[-1].add(_run_in_item(heading.rest))
    return Outline(_without_contents(sections))


def _has_decimals(paragraph: Paragraph, number: ListNumber | None) -> bool:
    """Whether a paragraph's own text begins with a number like 1.2."""
    if number is not None and number.automatic:
        number = list_number(paragraph.text.folded.text)
    return number is not None and number.style == "decimal"


def plain_item(text: Text) -> Item:
    """A text without a list number."""
    return Item(None, text, text)


def _run_in_item(text: Text) -> Item:
    """A text behind a run-in heading as a list item: 主要职责：1.负责…"""
    number = list_number(text.folded.text)
    return item_of(Paragraph(text), None if number and number.style in ("lost", "decimal") else number)


def item_of(paragraph: Paragraph, number: ListNumber | None) -> Item:
    """A paragraph as a list item: its number apart from its text."""
    text = paragraph.text
    if number is None or paragraph.number.strip():
        return Item(number, text, text)
    start, _ = text.folded.span(number.end, len(text.folded.text))
    return Item(number, text.part(start, len(text.string)), text)


def _heading(
    paragraph: Paragraph, number: ListNumber | None, sections: Sequence[Section], decimals: bool
) -> Heading | None:
    series = _open_series(number, sections) if number else None
    expected = series is not None
    heading = heading_of(paragraph, number, expected)
    if heading is None:
        return None
    strong = topic_share(heading.text.folded.text) >= 0.5
    if number and not strong and _next_item(number, sections[-1]) and number.style == "chinese":
        return None
    if sections[-1].topic == "annex" and not _leaves_annex(heading, strong):
        return None
    inside = sections[-1] if sections[-1].topic in LISTS else None
    if inside and _is_labelled(heading, paragraph) and _has_labelled_items(inside, heading):
        return None
    if inside and not _leaves_list(heading, inside, strong, expected):
        return None
    if heading.number is None and heading.rest is None and paragraph.text.folded.text.endswith(":"):
        return heading._replace(level=_below_numbered(sections) or _level(heading, strong, decimals, sections))
    return heading._replace(level=series.level if series else _level(heading, strong, decimals, sections))


def _open(sections: Sequence[Section]) -> Iterator[Section]:
    """The section that a paragraph stands in, and those around it."""
    level = 99
    for section in reversed(sections):
        if section.level < level:
            level = section.level
            yield section
        if level <= 1:
            return


def _below_numbered(sections: Sequence[Section]) -> int | None:
    """The level of a line that only announces a list (主要项目支出如下：): it belongs to the numbered section it stands in."""
    return next((s.level + 1 for s in reversed(sections) if s.number), None)


def _leaves_list(heading: Heading, inside: Section, strong: bool, expected: bool) -> bool:
    """Whether a heading inside a list is a heading and no item: it clearly names another topic, goes on with an open
    series of headings above the list, or has a number of a higher kind than the list's items."""
    if expected and heading.number and DEPTHS[heading.number.style] < inside.level and inside.number is None:
        return True
    if expected and heading.number and heading.number.value not in _next_values(heading.number, inside):
        return True
    if heading.topic == inside.topic and heading.rest is not None:
        return False
    if heading.topic == inside.topic and strong and _below(heading, inside):
        return True
    style = heading.number.style if heading.number else None
    other = strong and heading.topic is not None and heading.topic != inside.topic
    if _sibling_item(heading, inside):
        return other and heading.topic in _SPLITTING
    if _next_of(inside.number, heading.number):
        return True
    if other and (heading.rest is None or heading.topic in _SPLITTING | _UNIT):
        return True
    return style in ("part", "chinese") and inside.level >= DEPTHS[style] > 0 and heading.rest is None


def _is_labelled(heading: Heading, paragraph: Paragraph) -> bool:
    """Whether a run-in heading is a label: （二）存在问题：资金支付偏慢。"""
    behind = heading.number.end if heading.number and not paragraph.number else 0
    return starts_with_label(paragraph.text.folded_part(behind))


def _has_labelled_items(inside: Section, heading: Heading) -> bool:
    """Whether a section's paragraphs begin with labels: one of them does, or its heading names both problems and measures and the
    label has no number and its text behind it."""
    both = inside.topic == "problems_and_measures" and heading.number is None and heading.rest is not None
    return both or any(starts_with_label(i.text) for i in inside.items)


def _leaves_annex(heading: Heading, strong: bool) -> bool:
    """Whether a heading behind a signature or in a list of annexes begins a section: the lines of the list are short, too."""
    if heading.topic is None:
        return False
    return heading.number.style in ("part", "chinese", "bracketed_chinese") if heading.number else strong


def _below(heading: Heading, inside: Section) -> bool:
    """Whether a heading's number is of a kind below that of the section it stands in."""
    return bool(
        heading.number
        and inside.number
        and inside.number.style in ("part", "chinese")
        and DEPTHS[heading.number.style] > DEPTHS[inside.number.style]
    )


def _open_series(number: ListNumber, sections: Sequence[Section]) -> Section | None:
    """The heading whose number a number goes on from, if no list of items has taken its series over."""
    goes_on = _next_item(number, sections[-1])
    if goes_on and number.value != sections[-1].last[number.style]:
        return None
    open_level = 99
    for section in reversed(sections):
        if section.level > open_level or section.number is None:
            continue
        open_level = section.level
        if section.number.style == number.style:
            return section if _next_of(section.number, number) else None
    return None


def _next_item(number: ListNumber, section: Section) -> bool:
    """Whether a number goes on with those of a section's items, and so with none of the headings around them."""
    last = section.last.get(number.style)
    return last is not None and number.value in (0, last, last + 1)


def _next_values(number: ListNumber, section: Section) -> tuple[int, ...]:
    """The numbers of a kind that the next item of a section may have."""
    last = section.last.get(number.style)
    return () if last is None else (0, last + 1)


def _sibling_item(heading: Heading, inside: Section) -> bool:
    return heading.number is not None and heading.number.style in inside.last


def _level(heading: Heading, strong: bool, decimals: bool, sections: Sequence[Section]) -> int:
    style = heading.number.style if heading.number else None
    if heading.topic == "annex":
        return 1
    if style is None:
        return _RUN_IN if heading.rest is not None else 1 if heading.topic in _TOP else heading.level
    if decimals and style == "digit":
        return 1
    if decimals and style == "decimal":
        return 1 + heading.number.printed.strip(".、").count(".") if heading.number else 2
    if strong and heading.topic in _TOP and style in ("digit", "circled"):
        return 1
    if strong and style == "bracketed_digit" and heading.topic:
        within_digits = any(s.number and s.number.style == "digit" for s in _open(sections))
        return DEPTHS[style if within_digits else "bracketed_chinese"]
    return max(DEPTHS[style], 1)


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
