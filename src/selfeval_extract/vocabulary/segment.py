"""Texts cut into words. The only module that knows jieba.

jieba's own dictionary costs most of a second to load and leaves a marshalled cache in the shared temporary folder, so
it is never loaded: the tokenizer gets the field's words (`categories.toml`) and nothing else. Every longer word takes
its characters away from the shorter ones inside it, which plain searching cannot do: 公开招标 is no 公开.
"""

from __future__ import annotations

import io
import sys
import warnings
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from selfeval_extract.vocabulary.files import raw


def words(folded: str) -> list[tuple[str, int]]:
    """The field's words that a folded text is cut into, with their offsets, in order.

    Where they stand apart or one inside the other, the outer ones are the cut. Where they overlap, jieba finds the
    best way through; it is not even imported before, as that takes longer than reading a report."""
    cut: list[tuple[str, int]] = []
    end = 0
    for at, length, word in sorted(_found(folded)):
        if at - length <= end:  # inside the one before
            continue
        if at < end:
            return _cut(folded)
        cut.append((word, at))
        end = at - length
    return cut


def _found(folded: str) -> Iterator[tuple[int, int, str]]:
    """Every place of every word: offset, length (negative, so that of two that begin together the longer comes first)."""
    for word in _dictionary():
        at = folded.find(word)
        while at >= 0:
            yield at, -len(word), word
            at = folded.find(word, at + 1)


@cache
def _dictionary() -> frozenset[str]:
    return frozenset(word for group in raw("categories.toml").values() for words in group.values() for word in words)


def _cut(folded: str) -> list[tuple[str, int]]:
    """The same by jieba."""
    cut: list[tuple[str, int]] = []
    at = 0
    for word in _tokenizer().cut(folded, HMM=False):
        if word in _dictionary():
            cut.append((word, at))
        at += len(word)
    return cut


class _Guesser(ModuleType):
    """Stands for the part of jieba that guesses at words it does not know. Its tables take six times as long to import as
    all the rest, and nothing here asks for it; whoever else in this process does so gets it then."""

    NAME = "jieba.finalseg"

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.NAME) is self:
            del sys.modules[self.NAME]
        return getattr(import_module(self.NAME), name)


@cache
def _tokenizer() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42 has escape sequences that newer Pythons warn of
        sys.modules.setdefault(_Guesser.NAME, _Guesser(_Guesser.NAME))
        before = sys.modules.setdefault("pkg_resources", None)  # type: ignore[arg-type]
        import jieba

        if before is None:  # jieba would have imported it, for half a second, and does as well without it
            del sys.modules["pkg_resources"]
    lines = "".join(f"{word} {10 ** len(word)}\n" for word in sorted(_dictionary()))
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(io.BytesIO(lines.encode()))
    tokenizer.initialized = True
    return tokenizer
