"""Values on their way into the record, each with the quotes it was read from.

Extractors return plain dicts and lists whose leaves are `Cited`; `assemble` takes them apart into the record's values
and the evidence by JSON pointer. Evidence is made when a value is read, never searched for afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from selfeval_extract.document import BlockPlace, Evidence, LinePlace, Place, Text, clean


class Cited(NamedTuple):
    """A value and its evidence. `value` may be an empty list: "the report says there is none"."""

    value: str | int | Decimal | list[Any]
    evidence: tuple[Evidence, ...]


Leaf = Cited | None
Tree = dict[str, Any]


def cite(value: str | int | Decimal | list[Any] | None, text: Text, start: int = 0, end: int | None = None) -> Leaf:
    """A value read from text[start:end], printed offsets; None stays None."""
    return None if value is None else Cited(value, text.evidence(start, end))


def cite_text(text: Text | None, strip: str = "") -> Leaf:
    """A text as the record shows it, without layout noise; None for an empty one."""
    if text is None:
        return None
    value = clean(text.string).strip(strip) if strip else clean(text.string)
    return cite(value, text) if value else None


def cite_folded(text: Text, start: int, end: int, value: str | int | Decimal | None = None) -> Leaf:
    """A value read from a stretch of the folded text; without `value`, the printed characters themselves."""
    a, b = text.folded.span(start, end)
    return cite(clean(text.string[a:b]) if value is None else value, text, a, b)


def cite_cell(text: Text | None, parse: Callable[[str], Decimal | None]) -> Leaf:
    """A number of a whole cell."""
    return None if text is None else cite(parse(text.folded.text), text)


def quotes_data(found: tuple[Evidence, ...]) -> list[dict[str, Any]]:
    """Evidence as the record holds it."""
    return [{"quote": e.quote, "place": place_data(e.place)} for e in found]


def place_data(place: Place) -> dict[str, Any]:
    """A place as the record holds it."""
    if isinstance(place, LinePlace):
        return {"line": place.line, "span": place.span}
    if isinstance(place, BlockPlace):
        data: dict[str, Any] = {"block": place.block, "row": place.row, "column": place.column}
        return data if place.part == "body" else {**data, "part": place.part}
    return {"page": place.page, "bbox": tuple(round(v, 2) for v in place.bbox)}


def assemble(tree: Any, pointer: str = "") -> tuple[Any, dict[str, tuple[Evidence, ...]]]:
    """A tree of cited values → (the same tree of values, evidence by JSON pointer)."""
    if isinstance(tree, Cited):
        return tree.value, {pointer: tree.evidence}
    if isinstance(tree, dict):
        return _assembled({k: assemble(v, f"{pointer}/{k}") for k, v in tree.items()})
    if isinstance(tree, Sequence) and not isinstance(tree, str):
        values, evidence = _assembled({n: assemble(v, f"{pointer}/{n}") for n, v in enumerate(tree)})
        return list(values.values()), evidence
    return tree, {}


def _assembled(
    parts: dict[Any, tuple[Any, dict[str, tuple[Evidence, ...]]]],
) -> tuple[Any, dict[str, tuple[Evidence, ...]]]:
    evidence: dict[str, tuple[Evidence, ...]] = {}
    for _, found in parts.values():
        evidence.update(found)
    return {k: value for k, (value, _) in parts.items()}, evidence
