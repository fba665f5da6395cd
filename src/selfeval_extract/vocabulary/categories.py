"""What a problem or measure is about: the category whose trigger words it holds most of."""

from __future__ import annotations

from functools import cache

from selfeval_extract.vocabulary import raw


@cache
def _words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(words)) for name, words in raw("categories.toml")["categories"].items())


def category(folded: str, cause: str) -> str:
    """The category of a folded problem or measure; `external` if only the cause says so; `other` without any trigger.

    A trigger word counts by its length, and more at the beginning: a problem is named before it is explained.
    """
    scores = {name: _score(folded, words) for name, words in _words() if name != "external"}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] > 0:
        return best
    outside = dict(_words())["external"]
    return "external" if any(w in folded or w in cause for w in outside) else "other"


def _score(text: str, words: tuple[str, ...]) -> float:
    total = 0.0
    for word in words:
        at = text.find(word)
        if at >= 0 and not any(word in longer and longer != word and longer in text for longer in words):
            total += len(word) * (1.5 if at < 8 else 1.0 if at < 24 else 0.6)
    return total
