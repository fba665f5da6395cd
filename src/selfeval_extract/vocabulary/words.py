"""Wordings that are no table labels: titles, levels, kinds of document, ways of saying none, and what the checks look for."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.files import groups, raw, roles_in_one
from selfeval_extract.vocabulary.labels import EDGES, unnumbered

LONGEST_TITLE = 120
"""Longer texts are no titles or names of levels."""
_POINTS = regex(r"\(\d+(?:\.\d+)?[分%]?\)|(?<!\d)\d+分$")
_REMEMBERED = 1_500


@cache
def wording(group: str, role: str) -> re.Pattern[str]:
    """How a role of a group of `words.toml` is worded."""
    return groups("words.toml")[group][role]


def alternatives(group: str, role: str) -> str:
    """The wordings of a role of a group of `words.toml` as a part of a larger pattern."""
    return "(?:" + "|".join(raw("words.toml")[group][role]) + ")"


def part(group: str, role: str) -> str:
    """The wordings of a role of a group of `prose.toml` as a part of a larger pattern."""
    return "(?:" + "|".join(raw("prose.toml")[group][role]) + ")"


@cache
def check_words(group: str, role: str) -> re.Pattern[str]:
    """How a role of a group of `checks.toml` is worded."""
    return groups("checks.toml")[group][role]


def says(group: str, role: str, folded: str) -> bool:
    """Whether a folded text has a wording of a role of a group of `checks.toml`."""
    return check_words(group, role).search(folded) is not None


def said_roles(group: str, folded: str) -> list[str]:
    """The roles of a group of `checks.toml` of which a folded text has a wording."""
    return [role for role, pattern in groups("checks.toml")[group].items() if pattern.search(folded)]


def word_role(group: str, folded: str) -> str | None:
    """The first role of a group of `words.toml` whose wordings match the whole of a folded text."""
    if len(folded) > LONGEST_TITLE:
        return None
    found = roles_in_one("words.toml", group).fullmatch(folded)
    return found.lastgroup if found else None


@lru_cache(_REMEMBERED)
def is_level(folded: str) -> bool:
    """Whether a cell names a level of the indicator tree (产出指标, 数量指标, …), its weight aside."""
    return word_role("levels", _POINTS.sub("", unnumbered(folded)).strip(EDGES)) is not None
