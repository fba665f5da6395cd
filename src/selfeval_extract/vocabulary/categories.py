"""What a problem or measure is about: the category whose words it holds most of."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import cast

from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.files import raw
from selfeval_extract.vocabulary.roles import Category
from selfeval_extract.vocabulary.segment import words

_BLAMED = regex(r"(?:受|因|由于)(?P<what>[^,。;]{2,12})")
_CLAUSE_END = regex("[,。;]")


@cache
def _categories() -> dict[str, Category]:
    """Word → category."""
    listed = cast("dict[Category, list[str]]", raw("categories.toml")["categories"])
    return {word: name for name, words in listed.items() for word in words}


def category(folded: str, cause: str) -> Category:
    """The category of a folded problem or measure; `external` if it is blamed on something outside the unit, or if
    only the cause says so; `other` without any word.

    A word counts by its length, and more at the beginning: a problem is named before it is explained.
    """
    if _blamed_outside(folded):
        return "external"
    scores = _scores(folded)
    inside = {name: score for name, score in scores.items() if name != "external"}
    if inside:
        order: list[str] = list(raw("categories.toml")["categories"])
        return max(inside, key=lambda name: (inside[name], -order.index(name)))
    return "external" if scores or "external" in _scores(cause) else "other"


def _blamed_outside(folded: str) -> bool:
    """Whether the first clause says 受 or 因 of something outside the unit: 受市场环境影响…, 因疫情…"""
    blamed = _BLAMED.search(_CLAUSE_END.split(folded)[0])
    return blamed is not None and _categories_in(blamed["what"]) == {"external"}


def _categories_in(text: str) -> set[Category]:
    return {name for word, _ in words(text) if (name := _categories().get(word))}


def _scores(text: str) -> Counter[Category]:
    scores: Counter[Category] = Counter()
    for word, at in words(text):
        name = _categories().get(word)
        if name:
            scores[name] += len(word) * (6 if at < 8 else 5 if at < 24 else 3)
    return scores
