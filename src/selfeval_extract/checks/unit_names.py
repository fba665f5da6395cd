"""Names of reporting units, compared without what may rightly differ: the region in front, brackets, usual contractions."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Literal

from selfeval_extract.checks.similarity import is_subsequence, likeness
from selfeval_extract.document import folded_text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.vocabulary.files import groups
from selfeval_extract.vocabulary.words import check_words

_BRACKETED = regex(r"\([^()]{0,30}\)")
_SHORT = 0.6
"""A name of less than this share of the other's length, made of its characters in order, is an abbreviation. So is one that is part of
the other, which may name its superior or branches."""
_NEAR = Decimal("0.75")
Likeness = Literal["same", "short", "different"]
"""How two names compare; short: one is short for the other."""


def name_key(name: str) -> str:
    """A unit's name as it is compared, region included."""
    bare = check_words("unit_names", "aside").sub("", _BRACKETED.sub("", folded_text(name)))
    for short, long in groups("checks.toml")["contractions"].items():
        bare = long.sub(short, bare)
    return bare


@cache
def _regions() -> re.Pattern[str]:
    """The regions, one in another, that a name begins with."""
    return regex(rf"(?:[一-鿿]{{0,7}}?(?:{check_words('unit_names', 'region').pattern})){{1,4}}")


def without_region(name: str) -> str:
    """A unit's name less the regions in front of it."""
    key = name_key(name)
    head = _regions().match(key)
    return key[head.end() :] if head and head.end() < len(key) else key


def _without_region(key: str, other: str) -> str:
    """A name less the regions in front of it, as far as the other name does not have them."""
    if key.endswith(other) and _regions().fullmatch(key[: -len(other)]):
        return other
    return key


def compared(one: str, other: str) -> Likeness:
    """How two units' names compare."""
    a, b = name_key(one), name_key(other)
    if not a or not b or _without_region(a, b) == b or _without_region(b, a) == a:
        return "same"
    heads = _regions().match(a), _regions().match(b)
    bare_a, bare_b = (key[head.end() :] if head else key for key, head in zip((a, b), heads, strict=True))
    if bare_a and bare_a == bare_b:
        return "same" if _regions_agree(heads[0], heads[1]) else "different"
    short, long = sorted((bare_a, bare_b), key=len)
    if short in long or (len(short) < _SHORT * len(long) and is_subsequence(short, long)):
        return "short"
    return "different"


def _regions_agree(one: re.Match[str] | None, other: re.Match[str] | None) -> bool:
    """Whether one name's regions are among the other's; a missing region agrees with any."""
    if one is None or other is None:
        return True
    return one[0].endswith(other[0]) or other[0].endswith(one[0])


def nearly(one: str, other: str) -> bool:
    """Whether two different names are so alike that one must be a misprint of the other."""
    return likeness(name_key(one), name_key(other)) >= _NEAR
