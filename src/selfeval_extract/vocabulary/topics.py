"""What a section of a report is about, by its heading (`topics.toml`)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, cast

from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.roles import Topic

LONGEST_HEADING = 60
"""Longer texts are no headings."""
_REMEMBERED = 1_500


class TopicPhrase(NamedTuple):
    """The topic of a heading, and how many characters of it the phrase takes up that names the topic."""

    topic: Topic | None
    length: int


def topic(heading: str) -> Topic | None:
    """The topic of a folded heading: that of the longest phrase it holds, the first of two alike; None if it names none."""
    return topic_phrase(heading).topic if len(heading) <= LONGEST_HEADING else None


def topic_share(heading: str) -> float:
    """How much of a folded heading the phrase of its topic takes up, 0 to 1."""
    return topic_phrase(heading).length / len(heading) if 0 < len(heading) <= LONGEST_HEADING else 0.0


@lru_cache(_REMEMBERED)
def topic_phrase(heading: str) -> TopicPhrase:
    """The topic of a folded heading, and the length of the phrase that names it."""
    best = TopicPhrase(None, 0)
    topics = groups("topics.toml")["topics"]
    for name, pattern in topics.items():
        for match in pattern.finditer(heading):
            if len(match[0]) > best.length:
                best = TopicPhrase(cast("Topic", name), len(match[0]))
    if best.topic in ("problems", "measures") and topics["problems_and_measures"].search(heading):
        return best._replace(topic="problems_and_measures")
    return best
