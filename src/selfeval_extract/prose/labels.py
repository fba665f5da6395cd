"""Labels inside a text that say what follows: `存在问题：… 原因分析：… 改进措施：…`, `表现——…`."""

from __future__ import annotations

from typing import Literal, NamedTuple

from selfeval_extract.document import Text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import NUMERALS
from selfeval_extract.vocabulary.words import part

Label = Literal["problem", "cause", "measure"]
_LABELS: tuple[Label, ...] = ("problem", "cause", "measure")
_NAMED = "|".join(f"(?P<{name}>{part('labels', name)})" for name in _LABELS)
_ALONE = regex(_NAMED)
_LABEL = regex(
    rf"(?:^|(?<=[。;,:)]))(?P<bracket>[(\[])?(?:{_NAMED})"
    rf"[{NUMERALS}\d]{{0,2}}(?:如下|有[{NUMERALS}两几]?|是|为)?(?(bracket)[)\]]:?|(?::|--?|(?<=是),))"
)
_FIRST_LABEL = regex(rf"(?:{_NAMED})。(?=.)")
"""A label that is the first sentence: 改进措施。按月通报进度。"""


class Labelled(NamedTuple):
    """A stretch of a text, and the label before it, None for what stands before the first one."""

    label: Label | None
    text: Text


def labelled_parts(text: Text) -> list[Labelled]:
    """A text cut at its labels, in order; what stands before the first label only if there is something."""
    folded = text.folded.text
    first = _FIRST_LABEL.match(folded)
    marks = [*([first] if first else []), *_LABEL.finditer(folded)]
    starts = [0, *(m.start() for m in marks), len(folded)]
    bodies = [0, *(m.end() for m in marks)]
    labels = [None, *(_name(m.groupdict()) for m in marks)]
    return [
        Labelled(label, text.folded_part(body, end))
        for label, body, end in zip(labels, bodies, starts[1:], strict=True)
        if label or end > body
    ]


def starts_with_label(text: Text) -> bool:
    """Whether a text begins with a label."""
    return _LABEL.match(text.folded.text) is not None


def is_label(text: Text) -> bool:
    """Whether a text is a label and nothing else, as a heading may be: 存在问题."""
    return _ALONE.fullmatch(text.folded.text) is not None


def _name(groups: dict[str, str | None]) -> Label:
    return next(name for name in _LABELS if groups[name])
