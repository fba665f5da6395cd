"""The catalogue: every check with its texts (`words/`) and what carries it out: a function of `rules/` or a row of `arithmetic.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from selfeval_extract.checks.arithmetic import OperandSource, formula_check, formulas, record
from selfeval_extract.checks.check import Check, Run
from selfeval_extract.checks.context import terms
from selfeval_extract.checks.rules import MODULES
from selfeval_extract.checks.verdict import Severity
from selfeval_extract.runtime.pattern_cache import toml

GROUPS = terms("groups")
"""Group of checks (the first part of their ids) → its name in Chinese and English, in the order in which findings are listed."""
T = TypeVar("T", Check, OperandSource)


class CheckText(NamedTuple):
    """A check as people read about it. `formula`: its rule, in the names of the record; `tolerance`: what it allows, in words."""

    id: str
    severity: Severity
    name_zh: str
    name_en: str
    formula: str
    tolerance: str
    why_zh: str
    why_en: str

    @property
    def group(self) -> str:
        """The first part of the id."""
        return self.id.partition("-")[0]


class Entry(NamedTuple):
    """A check of the catalogue."""

    text: CheckText
    run: Run


@cache
def catalogue() -> dict[str, Entry]:
    """All checks by id, in the order of the groups. Raises `ValueError` where two have one id, or one lacks its text or function."""
    sources = operand_sources()
    computed = (formula_check(id, formula, sources[formula.each or formula.of]) for id, formula in formulas().items())
    checks = _by_name([*_marked(Check), *computed])
    texts = {text.id: text for group in GROUPS for text in _texts(group)}
    if checks.keys() != texts.keys():
        raise ValueError(f"without text or function: {', '.join(sorted(checks.keys() ^ texts.keys()))}")
    return {id: Entry(text, checks[id].run) for id, text in texts.items()}


@cache
def operand_sources() -> dict[str, OperandSource]:
    """What formulas are computed for, by name."""
    return _by_name([record, *_marked(OperandSource)])


def _marked(kind: type[T]) -> Iterator[T]:
    """What the decorators have made of functions of the modules."""
    return (value for module in MODULES for value in vars(module).values() if isinstance(value, kind))


def _by_name(found: Iterable[T]) -> dict[str, T]:
    """Checks by their id, sources of operands by their name."""
    by_name: dict[str, T] = {}
    for one in found:
        if by_name.setdefault(one[0], one) is not one:
            raise ValueError(f"two are called {one[0]}")
    return by_name


def _texts(group: str) -> Iterator[CheckText]:
    texts = toml(Path(__file__).with_name("words") / f"{group.lower()}.toml")
    for id, text in sorted(texts.items()):
        yield CheckText(id, **(text | {"formula": formulas()[id].rule} if id in formulas() else text))
