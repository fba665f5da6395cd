"""The field's words as data: TOML files, compiled once, and the questions asked of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from selfeval_extract.runtime.pattern_cache import regex, toml
from selfeval_extract.values.list_numbers import without_list_numbers

Groups = dict[str, dict[str, re.Pattern[str]]]

_BRACKETED = regex(r"\([^()]*\)")
_OPEN_BRACKET = regex(r"\([^()]*$|^[^()]*\)")
_STARRED = regex(r"^[*★※]+")
_POINTS = regex(r"\(\d+(?:\.\d+)?[分%]?\)|(?<!\d)\d+分$")
_WORDED = regex(r"[\u4e00-\u9fff]|B/A")
_REMEMBERED, _REMEMBERED_ROLES = 1_500, 4_000
"""Texts whose answer is kept: a form's labels come again in every form, and a worker must not grow with the files it reads."""
LONGEST_LABEL = 30
LONGEST_LABEL_TEXT = 34
LONGEST_HEADING = 60
LONGEST_TITLE = 120
"""Longer texts are no labels, headings or titles, and are not matched against their wordings."""
_EDGES = ":;,。、.·-_|\"'"


@cache
def raw(name: str) -> dict[str, dict[str, list[str]]]:
    """A vocabulary file as it stands: group → role → wordings."""
    return toml(files(__name__).joinpath(name).read_text("utf-8"))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return regex("|".join(f"(?:{p})" for p in patterns))


@cache
def groups(name: str) -> Groups:
    """All groups of a vocabulary file: group → role → one pattern that matches any of the role's wordings."""
    return {group: {role: _any_of(patterns) for role, patterns in roles.items()} for group, roles in raw(name).items()}


@lru_cache(_REMEMBERED)
def label_key(folded: str) -> str:
    """A label as it is compared: without brackets, list number and closing colon; the bracket's text if that is all."""
    bare = _BRACKETED.sub("", _BRACKETED.sub("", folded))
    bare = _unnumbered(_OPEN_BRACKET.sub("", bare)).strip(_EDGES)
    return bare or folded.strip("()" + _EDGES)


def _unnumbered(folded: str) -> str:
    """A label without the list numbers and stars before it."""
    return without_list_numbers(_STARRED.sub("", without_list_numbers(folded)))


@lru_cache(_REMEMBERED_ROLES)
def label_role(group: str, key: str) -> str | None:
    """The role of a label key in a group of `labels.toml`; None for a label that the group does not know."""
    return _role(group, key)


def text_role(group: str, folded: str) -> str | None:
    """The role that a folded text has in a group of `labels.toml`; None for one that is empty or too long for a label."""
    if folded.isascii() and "/" not in folded:  # a figure, which is not to be remembered (`may_be_label`)
        return None
    return _text_role(group, folded)


@lru_cache(_REMEMBERED_ROLES)
def _text_role(group: str, folded: str) -> str | None:
    return _role(group, label_key(folded)) if len(folded) <= LONGEST_LABEL_TEXT else None


def _role(group: str, key: str) -> str | None:
    if len(key) > LONGEST_LABEL or not may_be_label(key):
        return None
    for role, pattern in groups("labels.toml")[group].items():
        if pattern.fullmatch(key):
            return role
    return None


def may_be_label(folded: str) -> bool:
    """Whether a text has what every label has: a Chinese character, or the formula of the rate."""
    return _WORDED.search(folded) is not None


@cache
def check_words(group: str, role: str) -> re.Pattern[str]:
    """What a role of a group of `checks.toml` is worded like."""
    return groups("checks.toml")[group][role]


def word_role(group: str, folded: str) -> str | None:
    """The first role of a group of `words.toml` whose wordings match the whole of a folded text."""
    if len(folded) > LONGEST_TITLE:
        return None
    for role, pattern in groups("words.toml")[group].items():
        if pattern.fullmatch(folded):
            return role
    return None


@lru_cache(_REMEMBERED)
def is_level(folded: str) -> bool:
    """Whether a cell names a level of the indicator tree (产出指标, 数量指标, …), its weight aside."""
    bare = _POINTS.sub("", _unnumbered(folded)).strip(_EDGES)
    return word_role("levels", bare) is not None


def topic(heading: str) -> str | None:
    """The topic of a folded heading (`topics.toml`): that of the longest phrase it holds, the first on a tie."""
    return topic_phrase(heading)[0] if len(heading) <= LONGEST_HEADING else None


def topic_share(heading: str) -> float:
    """How much of a folded heading the phrase of its topic takes up, 0 to 1."""
    return topic_phrase(heading)[1] / len(heading) if 0 < len(heading) <= LONGEST_HEADING else 0.0


@lru_cache(_REMEMBERED)
def topic_phrase(heading: str) -> tuple[str | None, int]:
    """The topic of a heading and the length of the phrase that tells it."""
    best, longest = None, 0
    for name, pattern in groups("topics.toml")["topics"].items():
        for match in pattern.finditer(heading):
            if len(match[0]) > longest:
                best, longest = name, len(match[0])
    return best, longest
