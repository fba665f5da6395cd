"""What has to hold: the record of a changed document is what the change makes of the record of the unchanged one."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from selfeval_extract.pipeline import extract_bytes

from .bases import CheckContext
from .grid import Block, Grid, into, of_block
from .word import docx_bytes

Json = Any
IGNORED = ("evidence", "source", "notes", "outline", "checks")
"""Parts of the record that follow the layout (or, `checks`, are computed from the others)."""


def same(record: Json) -> Json:
    """The expected record of a change that must change nothing."""
    return record


@dataclass(frozen=True)
class Transformation:
    """A change of a document and what it does to the record.

    `change(case, rng)` gives the changed case, or None where the base has nothing to change; `expected(record)` the record
    that it must have; `fold` is applied to every string of both records before they are compared (full-width digits stay
    in text, so they are folded); `only` restricts the comparison to parts of the record; `render` gives the bytes."""

    name: str
    says: str
    change: Callable[[CheckContext, random.Random], CheckContext | None]
    expected: Callable[[Json], Json] = same
    fold: Callable[[str], str] = str
    only: tuple[str, ...] = ()
    render: Callable[[CheckContext], bytes] = docx_bytes
    repeats: int = 1
    """How many seeds the full run tries: more than one where the change draws lots."""
    lossy: bool = False
    """The change destroys information: values may be missing, but none may be another one."""


TRANSFORMATIONS: dict[str, Transformation] = {}


def transformation(
    says: str, **more: Any
) -> Callable[
    [Callable[[CheckContext, random.Random], CheckContext | None]],
    Callable[[CheckContext, random.Random], CheckContext | None],
]:
    """Enters a change under its function's name."""

    def enter(
        change: Callable[[CheckContext, random.Random], CheckContext | None],
    ) -> Callable[[CheckContext, random.Random], CheckContext | None]:
        add(Transformation(change.__name__, says, change, **more))
        return change

    return enter


def add(t: Transformation) -> None:
    assert t.name not in TRANSFORMATIONS, t.name
    TRANSFORMATIONS[t.name] = t


class Difference(NamedTuple):
    """A place where the record is not what it should be."""

    pointer: str
    expected: Json
    got: Json

    @property
    def lost(self) -> bool:
        """Whether a value is missing, not another one."""
        fewer = self.pointer.endswith("#") and int(self.got.split()[0]) < int(self.expected.split()[0])
        return self.got is None or (isinstance(self.got, Missing) and not isinstance(self.expected, Missing)) or fewer

    def __str__(self) -> str:
        show = lambda x: json.dumps(x, ensure_ascii=False)[:300]  # noqa: E731
        return f"{self.pointer}: expected {show(self.expected)}, got {show(self.got)}"


class Missing(str):
    """What a list has no item for."""


def differences(expected: Json, got: Json, at: str = "") -> Iterator[Difference]:
    """Every pointer at which two JSON values differ."""
    if isinstance(expected, dict) and isinstance(got, dict):
        for k in sorted(expected.keys() | got.keys()):
            yield from differences(expected.get(k), got.get(k), f"{at}/{k}")
    elif isinstance(expected, list) and isinstance(got, list):
        if len(expected) != len(got):
            yield Difference(f"{at}#", f"{len(expected)} items", f"{len(got)} items")
        for n, (a, b) in enumerate(zip(expected, got, strict=False)):
            yield from differences(a, b, f"{at}/{n}")
        for n in range(len(got), len(expected)):
            yield Difference(f"{at}/{n}", expected[n], Missing("nothing"))
        for n in range(len(expected), len(got)):
            yield Difference(f"{at}/{n}", Missing("nothing"), got[n])
    elif expected != got or isinstance(expected, bool) != isinstance(got, bool):
        yield Difference(at, expected, got)


@lru_cache(maxsize=4096)
def _record(data: bytes, name: str) -> str:
    return json.dumps(extract_bytes(data, name).data(), ensure_ascii=False)


def name_of(data: bytes) -> str:
    return "x.docx" if data[:2] == b"PK" else "x.pdf" if data[:4] == b"%PDF" else "x.txt"


def record_of(data: bytes) -> Json:
    """The record of a document, without what is not compared. A new copy each time."""
    full = json.loads(_record(data, name_of(data)))
    return {k: v for k, v in full.items() if k not in IGNORED}


def strings(value: Json, change: Callable[[str], str]) -> Json:
    """A JSON value with every string replaced."""
    if isinstance(value, dict):
        return {k: strings(v, change) for k, v in value.items()}
    if isinstance(value, list):
        return [strings(v, change) for v in value]
    return change(value) if isinstance(value, str) else value


def seeded(*parts: object) -> random.Random:
    return random.Random(zlib.crc32("|".join(map(str, parts)).encode()))


def broken(t: Transformation, case: CheckContext, seed: str) -> list[Difference] | None:
    """How the record of the changed case differs from what it should be; None where the change does not apply."""
    changed = t.change(case, seeded(t.name, seed))
    if changed is None:
        return None
    before, after = docx_bytes(case), t.render(changed)
    if before == after:
        return None
    expected, got = t.expected(record_of(before)), record_of(after)
    if t.only:
        expected, got = ({k: x[k] for k in t.only} for x in (expected, got))
    found = list(differences(strings(expected, t.fold), strings(got, t.fold)))
    return [d for d in found if not (t.lossy and d.lost)]


# What most changes are made of.


def each_table(case: CheckContext, change: Callable[[Grid], Grid | None]) -> CheckContext | None:
    """The case with every ruled table changed; None if none of them could be."""
    done = False

    def one(b: Block) -> Block:
        nonlocal done
        if "table" not in b or b.get("borderless"):
            return b
        new = change(of_block(b))
        if new is None:
            return b
        done = True
        return into(b, new)

    blocks = [one(b) for b in case["blocks"]]
    return {**case, "blocks": blocks} if done else None


def each_block(case: CheckContext, change: Callable[[Block], list[Block] | None]) -> CheckContext | None:
    """The case with blocks replaced by others; None if `change` gave None for all of them."""
    out: list[Block] = []
    done = False
    for b in case["blocks"]:
        new = change(b)
        done = done or new is not None
        out += [b] if new is None else new
    return {**case, "blocks": out} if done else None


def each_paragraph(case: CheckContext, change: Callable[[str], str]) -> CheckContext | None:
    """The case with the text of paragraphs and headings changed; None if nothing changed."""

    def one(b: Block) -> list[Block] | None:
        key = "p" if "p" in b else "h"
        new = change(b[key]) if key in b else None
        return None if new is None or new == b[key] else [{**b, key: new}]

    return each_block(case, one)
