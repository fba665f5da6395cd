"""Texts cut into words. The only module that knows jieba.

jieba's own dictionary costs most of a second to load and leaves a marshalled cache in the shared temporary folder, so
it is never loaded: the tokenizer gets the words that somebody asks about and nothing else.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from selfeval_extract.runtime.blocked_import import blocked_import


class Segmenter:
    """Cuts texts into the words of a small dictionary: the longer ones before the shorter ones inside them."""

    def __init__(self, words: Collection[str]) -> None:
        """`words`: of two characters or more."""
        self._words = frozenset(words)
        self._by_beginning: dict[str, list[str]] = {}
        for word in sorted(self._words):
            self._by_beginning.setdefault(word[:2], []).append(word)

    def words(self, text: str) -> Iterator[str]:
        """The dictionary's words that a text is cut into.

        Where words stand apart or one inside the other, the outer ones are the cut. Only where they overlap is jieba needed, which
        finds the best way through; importing it takes as long as reading a report."""
        cut: list[str] = []
        end = 0
        for start, length, word in sorted(self._found(text)):
            if start - length <= end:  # inside the one before
                continue
            if start < end:
                return (word for word in self._tokenizer().cut(text, HMM=False) if word in self._words)
            cut.append(word)
            end = start - length
        return iter(cut)

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Every place of every word: offset, length (negative, so that of two that begin together the longer one sorts first)."""
        for start in range(len(text) - 1):
            for word in self._by_beginning.get(text[start : start + 2], ()):
                if text.startswith(word, start):
                    yield start, -len(word), word

    @cache  # noqa: B019 - a model's segmenter lives as long as the process
    def _tokenizer(self) -> Any:
        tokenizer = _jieba().Tokenizer()
        frequency = {word: 10 ** len(word) for word in self._words}
        beginnings = {word[:end]: 0 for word in self._words for end in range(1, len(word))}
        tokenizer.FREQ, tokenizer.total = beginnings | frequency, sum(frequency.values())
        tokenizer.initialized = True
        return tokenizer


@cache
def _jieba() -> Any:
    with warnings.catch_warnings(), blocked_import("pkg_resources"):  # which takes half a second and is not needed
        warnings.simplefilter("ignore")  # jieba 0.42 has escape sequences that newer Pythons warn of
        import jieba
    return jieba
