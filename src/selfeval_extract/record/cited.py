"""Values on their way into the record, each with the quotes it was read from.

Extractors return plain dicts and lists whose leaves are `Cited`; `assemble` takes them apart into the record's values
and the evidence by JSON pointer. Evidence is made when a value is read, never searched for afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from math import isfinite
from typing import Any, NamedTuple

from selfeval_extract.document import BlockPlace, LinePlace, Place, Quote, Text, clean
from selfeval_extract.record import models


class Cited(NamedTuple):
    """A value and its evidence. `value` may be an empty list: "the report says there is none"."""

    value: str | int | Decimal | list[Any]
    evidence: tuple[Quote, ...]


Leaf = Cited | None


def cite(value: str | int | Decimal | list[Any] | None, text: Text, start: int = 0, end: int | None = None) -> Leaf:
    """A value read from text[start:end], printed offsets; None stays None."""
    return None if value is None else Cited(value, text.evidence(start, end))


def cite_text(text: Text | None, strip: str = "") -> Leaf:
    """A text as the record shows it, without layout noise; None for an empty one."""
    if text is None:
        return None
    value = clean(text.string).strip(strip)
    return cite(value, text) if value else None


def cite_folded(text: Text, start: int, end: int, value: str | int | Decimal | None = None) -> Leaf:
    """A value read from a stretch of the folded text; without `value`, the printed characters themselves."""
    a, b = text.folded.span(start, end)
    return cite(clean(text.string[a:b]) if value is None else value, text, a, b)


def cite_cell(text: Text | None, parse: Callable[[str], Decimal | None]) -> Leaf:
    """A number of a whole cell."""
    return None if text is None else cite(parse(text.folded.text), text)


def quotes(found: Iterable[Quote]) -> list[models.Quote]:
    """Evidence as the record holds it."""
    return [models.Quote(each.quote, place_of(each.place)) for each in found]


def place_of(place: Place) -> models.AnyPlace:
    """A place as the record holds it. Raises ValueError where a rectangle's sides are no finite numbers."""
    if isinstance(place, LinePlace):
        return models.LinePlace(place.line, place.span)
    if isinstance(place, BlockPlace):
        return models.BlockPlace(place.block, place.row, place.column, None if place.part == "body" else place.part)
    left, top, right, bottom = place.bbox
    if not isfinite(left + top + right + bottom):
        raise ValueError(f"{place} has no rectangle")
    return models.PagePlace(place.page, (round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)))


def assemble(tree: Any) -> tuple[Any, dict[str, tuple[Quote, ...]]]:
    """A tree of cited values → (the same tree of values, evidence by JSON pointer)."""
    evidence: dict[str, tuple[Quote, ...]] = {}
    return _values(tree, "", evidence), evidence


def _values(part: Any, pointer: str, evidence: dict[str, tuple[Quote, ...]]) -> Any:
    """The values of a part of the tree; its evidence is added to `evidence`. No function inside `assemble`: one that calls itself
    refers to itself, and what it holds would wait for the garbage collector."""
    if isinstance(part, Cited):
        evidence[pointer] = part.evidence
        return part.value
    if isinstance(part, dict):
        return {k: _values(v, f"{pointer}/{k}", evidence) for k, v in part.items()}
    if isinstance(part, list | tuple):
        return [_values(v, f"{pointer}/{n}", evidence) for n, v in enumerate(part)]
    return part
