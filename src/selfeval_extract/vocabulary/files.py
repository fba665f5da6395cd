"""The vocabulary files as they stand, and as compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from selfeval_extract.runtime.pattern_cache import regex, toml

Groups = dict[str, dict[str, re.Pattern[str]]]
ASKED_AS_ONE = ("labels.toml", "words.toml")
"""The files with groups of which the first role is asked for that matches a whole text (`roles_in_one`)."""


@cache
def raw(name: str) -> dict[str, dict[str, list[str]]]:
    """A vocabulary file as it stands: group → role → wordings."""
    return toml(Path(__file__).with_name(name))


@cache
def groups(name: str) -> Groups:
    """All groups of a vocabulary file: group → role → one pattern that matches any of the role's wordings."""
    return {group: {role: any_of(wordings) for role, wordings in roles.items()} for group, roles in raw(name).items()}


@cache
def roles_in_one(name: str, group: str) -> re.Pattern[str]:
    """One pattern for all roles of a group, in which each role is a named group: of several that match, the first role's
    (`lastgroup`). Asking it takes a third of the time that asking each role's own pattern does."""
    roles = raw(name)[group].items()
    return regex("|".join(f"(?P<{role}>{'|'.join(f'(?:{w})' for w in wordings)})" for role, wordings in roles))


def any_of(wordings: Iterable[str]) -> re.Pattern[str]:
    """One pattern for several wordings."""
    return regex("|".join(f"(?:{wording})" for wording in wordings))
