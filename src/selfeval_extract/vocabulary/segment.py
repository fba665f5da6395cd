"""Texts cut into words. The only module that knows jieba.

jieba's own dictionary costs most of a second to load and leaves a marshalled cache in the shared temporary folder, so
it is never loaded: the tokenizer gets the field's words (`categories.toml`) and nothing else. Every longer word takes
its characters away from the shorter ones inside it, which plain searching cannot do: 公开招标 is no 公开.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any

from selfeval_extract.vocabulary import raw


@cache
def _tokenizer() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42 has escape sequences that newer Pythons warn of
        import jieba

    words = {word for group in raw("categories.toml").values() for words in group.values() for word in words}
    lines = "".join(f"{word} {10 ** len(word)}\n" for word in sorted(words))
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(io.BytesIO(lines.encode()))
    tokenizer.initialized = True
    return tokenizer


def words(folded: str) -> Iterator[tuple[str, int]]:
    """The words of a folded text with their offsets; what no word covers comes as single characters."""
    at = 0
    for word in _tokenizer().cut(folded, HMM=False):
        yield word, at
        at += len(word)
