"""The evidence law of `docs/record.md`: every value that is not null has evidence; reading the document at `place` gives text
that contains `quote`, and parsing `quote` gives the value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from plain_reading import NONE, SIGN_WORDS, amounts, numbers, plain, printed_numbers
from rereading import Look, bare, holds, opened

from selfeval_extract import extract
from selfeval_extract.checks.selection import NO_CHECKS

_WITHOUT = re.compile(
    r"/(?:kind|source|status|schema_version|notes|error|checks|evidence)(?:/|$)"
    r"|/evaluations/\d+/kind$|/(?:problems|measures)/\d+/category$|/outline/\d+/(?:topic|level)$|/restated/\d+/field$"
)
"""Judgements and what is about the file."""
_NO_TABLES = re.compile(r"/(?:evaluations|outline|restated)$|/base_data/rows$|/evaluations/\d+/(?:funds|indicators)$")
"""Lists that are empty because nothing was found, not because the report says that there is nothing."""
_CLOSING = "。．.；;：:，,、"
_AMOUNT = re.compile(
    r"^/budget/(?!execution_rate)|^/spending/|/funds/\d+/(?:original|revised|executed)$|/by_(?:source|nature)/|^/base_data/rows/"
)


def violations(path: Path) -> list[str]:
    """Where the record of a document breaks the law, a line each: the pointer, what is wrong, the quotes."""
    record = extract(path, NO_CHECKS).data()
    evidence = record["evidence"]
    values = {pointer: value for pointer, value in leaves(record) if not _WITHOUT.match(pointer)}
    look = opened(path)
    without = [pointer for pointer in values if pointer not in evidence]
    found = [f"{p}: {values[p]!r} has no evidence" for p in without if not automatic(p, values[p], evidence, look)]
    found += [f"{pointer}: evidence of no value" for pointer in evidence if pointer not in values]
    for pointer, entry in evidence.items():
        quotes = entry if isinstance(entry, list) else [entry]
        texts = [quote["quote"] for quote in quotes]
        found += [f"{pointer}: {problem}" for quote in quotes for problem in misplaced(path, look, quote)]
        if pointer in values and not gives(pointer, values[pointer], "".join(texts)):
            found.append(f"{pointer}: {values[pointer]!r} is not what {texts} says")
    return found


def automatic(pointer: str, value: Any, evidence: dict[str, Any], look: Look) -> bool:
    """Whether a value is the number of a heading that Word counts itself: the file does not hold its characters."""
    if not re.fullmatch(r"/outline/\d+/number", pointer):
        return False
    heading = evidence[pointer.replace("number", "heading")]
    place = (heading[0] if isinstance(heading, list) else heading)["place"]
    return "block" in place and not bare(look(place)).startswith(bare(value))


def leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a record that says something: no null, no empty text, an empty list only if the report says so."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{pointer}/{key}")
    elif isinstance(value, list) and value:
        for number, inner in enumerate(value):
            yield from leaves(inner, f"{pointer}/{number}")
    elif value not in (None, "") and not (value == [] and _NO_TABLES.search(pointer)):
        yield pointer, value


def misplaced(path: Path, look: Look, quote: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a quote's place, if anything is."""
    there = look(quote["place"])
    if not quote["quote"].strip() or not holds(path, there, quote["quote"]):
        yield f"{quote['quote']!r} does not stand at {quote['place']}, where {there[:80]!r} does"


def gives(pointer: str, value: Any, quote: str) -> bool:
    """Whether a person who reads the quote reads the value and nothing else: no other number, no other words."""
    if value == []:
        return bool(NONE.search(quote)) or Decimal(0) in numbers(quote)
    if isinstance(value, str):
        words = SIGN_WORDS.get(value) if pointer.endswith("/comparator") else None
        if words is not None:
            return any(word in plain(quote) for word in words)
        return bare(quote).strip(_CLOSING) == bare(value).strip(_CLOSING)
    readings = amounts(quote) if _AMOUNT.search(pointer) else numbers(quote)
    if pointer.startswith("/restated/"):  # of an amount or of a rate
        readings |= amounts(quote)
    return Decimal(str(value)) in readings and (value == 0 or printed_numbers(quote) <= 1)
