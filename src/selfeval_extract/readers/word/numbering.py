"""Automatic numbers as Word shows them: lists, their levels and the counters that run through a document."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.etree import _Element

from selfeval_extract.readers.word.names import ILVL, NUM_ID, R_PR, VANISH, W, is_on, value_of, whole, whole_of
from selfeval_extract.readers.word.numerals import numeral
from selfeval_extract.readers.word.styles import Styles
from selfeval_extract.runtime.pattern_cache import regex

MAX_LINKS = 10
MAX_START = 32_767
MAX_NUMBER_TEXT = 64
"""Word's own limits are of this order; a number is repeated at every paragraph, so it must stay short."""

_ABSTRACT_ID = W + "abstractNumId"
_PLACEHOLDER = regex(r"%([1-9])")
_SAMPLE = regex(r"0{1,9}1")


class _Level(NamedTuple):
    """A level's definition. `restart`: the level (from 1) whose number, or a higher one's, starts this one again; 0: never."""

    start: int
    format: str
    text: str
    restart: int
    legal: bool
    style: str | None

    def numeral(self, number: int) -> str:
        if _SAMPLE.fullmatch(self.format):
            return f"{number:0{len(self.format)}}"
        return numeral(number, self.format)


class _List(NamedTuple):
    """A list as paragraphs name it. Lists with the same `family` share their counters; `restarts` holds the levels
    that this one starts anew."""

    family: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


class Numbering:
    """The numbering part with its counters. Ask for numbers in the order of the text: each asking counts."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums = _by_id(root, W + "num", NUM_ID)
        self._abstracts = _by_id(root, W + "abstractNum", _ABSTRACT_ID)
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def level_of_style(self, num_id: str, style_ids: tuple[str, ...]) -> int:
        """The level of the list that is tied to one of these styles, 0 if none is."""
        found = self._list(num_id)
        ties = {} if found is None else {level.style: ilvl for ilvl, level in found.levels.items()}
        return next((ties[style] for style in style_ids if style in ties), 0)

    def next(self, num_id: str, ilvl: int) -> str:
        """Count one paragraph and give its number; "" for bullets and for lists that do not exist."""
        found = self._list(num_id)
        level = None if found is None else found.levels.get(ilvl)
        if found is None or level is None:
            return ""
        counters = self._counters.setdefault(found.family, {})
        counters[ilvl] = self._counted(num_id, ilvl, found, counters.get(ilvl))
        for lower in [k for k in counters if k > ilvl and _starts_again(found.levels.get(k), k, ilvl)]:
            del counters[lower]
        return "" if level.format == "bullet" else _shown(level, found, counters)

    def _counted(self, num_id: str, ilvl: int, found: _List, last: int | None) -> int:
        if ilvl in found.restarts and (num_id, ilvl) not in self._restarted:
            self._restarted.add((num_id, ilvl))
            return found.restarts[ilvl]
        return _start(found, ilvl) if last is None else last + 1

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._resolved(num_id)
        return self._lists[num_id]

    def _resolved(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        abstract_id, abstract = self._abstract(num_id)
        if num is None or abstract is None:
            return None
        overrides = {whole(o.get(ILVL), 0): o for o in num.findall(W + "lvlOverride")}
        levels = _levels(abstract) | {
            k: _level(lvl) for k, o in overrides.items() if (lvl := o.find(W + "lvl")) is not None
        }
        restarts = {
            k: min(n, MAX_START) for k, o in overrides.items() if (n := whole_of(o, W + "startOverride")) is not None
        }
        return _List(abstract_id, levels, restarts)

    def _abstract(self, num_id: str) -> tuple[str, _Element | None]:
        """The definition behind a list, through the numbering styles that may stand between them."""
        for _ in range(MAX_LINKS):
            abstract_id = value_of(self._nums.get(num_id), _ABSTRACT_ID) or ""
            abstract = self._abstracts.get(abstract_id)
            style = value_of(abstract, W + "numStyleLink")
            target = None if style is None else self._styles.numbering_of(style)
            if target is None or target == num_id:
                return abstract_id, abstract
            num_id = target
        return "", None


def _by_id(root: _Element | None, tag: str, attribute: str) -> dict[str, _Element]:
    return {} if root is None else {element.get(attribute, ""): element for element in root.findall(tag)}


def _levels(abstract: _Element) -> dict[int, _Level]:
    return {whole(lvl.get(ILVL), 0): _level(lvl) for lvl in abstract.findall(W + "lvl")}


def _level(lvl: _Element) -> _Level:
    number_format, restart = _format(lvl), whole_of(lvl, W + "lvlRestart")
    hidden = is_on(lvl.find(f"{R_PR}/{VANISH}"))
    return _Level(
        start=min(whole_of(lvl, W + "start") or 0, MAX_START),
        format="bullet" if hidden else number_format,
        text=(value_of(lvl, W + "lvlText") or "")[:MAX_NUMBER_TEXT],
        restart=whole(lvl.get(ILVL), 0) if restart is None else restart,
        legal=is_on(lvl.find(W + "isLgl")),
        style=value_of(lvl, W + "pStyle"),
    )


def _format(lvl: _Element) -> str:
    """The level's format; a custom one ("001, 002, …", wrapped for older Words) as its first number."""
    element = next(lvl.iter(W + "numFmt"), None)
    if element is None:
        return "decimal"
    return (element.get(W + "format") or "").partition(",")[0].strip() or element.get(W + "val", "decimal")


def _start(found: _List, ilvl: int) -> int:
    level = found.levels.get(ilvl)
    return found.restarts.get(ilvl, 1 if level is None else level.start)


def _starts_again(level: _Level | None, own: int, used: int) -> bool:
    return used < (own if level is None else min(level.restart, own))


def _shown(level: _Level, found: _List, counters: dict[int, int]) -> str:
    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        counter = counters.get(at, _start(found, at))
        other = found.levels.get(at)
        return str(counter) if level.legal or other is None else other.numeral(counter)

    return _PLACEHOLDER.sub(number, level.text)
