"""How alike two folded texts or names are. Long texts are cut, so that a hostile one costs no more than a long one."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from difflib import SequenceMatcher

from selfeval_extract.checks.figures import ZERO
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.words import check_words

_MOST = 800
_LONGEST_NAME = 60
_SHINGLE = 3
_CODE = regex(r"^[0-9A-Za-z]{6,40}[-_:]")
_BRACKETED = regex(r"\([^()]{0,60}\)")
_YEAR = regex(r"20\d\d年?度?")
_LIKE_NAMES = Decimal("0.75")


def likeness(one: str, other: str) -> Decimal:
    """Share of characters that two texts have in common in the same order, 0 to 1."""
    ratio = SequenceMatcher(None, one[:_MOST], other[:_MOST], autojunk=False).ratio()
    return round(Decimal(ratio), 4)


def _shingles(text: str) -> set[str]:
    return {text[n : n + _SHINGLE] for n in range(min(len(text), 20 * _MOST) - _SHINGLE + 1)}


def contained(part: str, whole: str) -> Decimal:
    """Share of a text's runs of three characters that stand in another text, 0 to 1."""
    wanted = _shingles(part)
    return round(Decimal(len(wanted & _shingles(whole))) / len(wanted), 4) if wanted else ZERO


def is_subsequence(short: str, long: str) -> bool:
    """Whether a text is another one with characters left out."""
    rest = iter(long)
    return all(char in rest for char in short)


def likeness_if_short(one: str, other: str) -> Decimal:
    """The likeness of two names of which the shorter is the longer with characters left out; 0 for any others."""
    short, long = sorted((one, other), key=len)
    return likeness(short, long) if is_subsequence(short, long) else ZERO


def project_key(name: str) -> str:
    """A project's name as it is compared: without code, brackets, year and the words that any project's name may end in."""
    bare = _YEAR.sub("", _BRACKETED.sub("", _CODE.sub("", folded_text(name))))
    bare = bare.strip('"《》-·,;:')
    return (check_words("projects", "ending").sub("", bare) or bare)[:_LONGEST_NAME]


def same_project(one: str, other: str) -> bool:
    """Whether two names are those of one project: equal, one part of the other, or nearly alike."""
    a, b = project_key(one), project_key(other)
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    return (len(short) >= 2 and short in long) or likeness(a, b) >= _LIKE_NAMES


def matching_project(name: str, names: Iterable[tuple[int, str]]) -> int | None:
    """The number of the name that is the same project's, of several the most alike; None if there is none."""
    found = [(likeness(project_key(name), project_key(other)), -n) for n, other in names if same_project(name, other)]
    return -max(found)[1] if found else None
