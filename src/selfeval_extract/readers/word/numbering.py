"""Automatic numbers as Word shows them: lists, their levels and the counters that run through a document (ECMA-376 Part 1,
17.9)."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.etree import _Element

from selfeval_extract.readers.word import tags
from selfeval_extract.readers.word.markup import child, int_val, is_on, to_int, val
from selfeval_extract.readers.word.numerals import format_number
from selfeval_extract.readers.word.styles import Styles
from selfeval_extract.readers.word.tags import W
from selfeval_extract.runtime.pattern_cache import regex

MAX_LINKS = 10
"""Numbering styles that stand for each other."""
MAX_START = 32_767
MAX_NUMBER_LENGTH = 64
"""Of the order of Word's own limits: a number is repeated at every paragraph, so it must stay short."""

_ABSTRACT_ID = W + "abstractNumId"
_PLACEHOLDER = regex(r"%([1-9])")


class _Level(NamedTuple):
    """A level of a list. `text`: the number's text, with %1 for the first level's number. `restart`: the level (from 1) whose
    number, or a higher one's, starts this one again; 0: none does. `legal`: higher levels in digits, too. `style`: the
    paragraph style tied to it."""

    start: int
    format: str
    text: str
    restart: int
    legal: bool
    style: str | None


class _List(NamedTuple):
    """A list (`w:num`). Those with the same `abstract_id` share their counters. `levels`: by level from 0. `restarts`: level →
    the number that this list starts it with anew."""

    abstract_id: str
    levels: dict[int, _Level]
    restarts: dict[int, int]

    def start(self, ilvl: int) -> int:
        """The first number of a level."""
        level = self.levels.get(ilvl)
        return self.restarts.get(ilvl, 1 if level is None else level.start)


class Numbering:
    """The numbering part with its counters. Each call of `next_number` counts: call it in the order of the text."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums = _by_id(root, W + "num", tags.NUM_ID)
        self._abstract_nums = _by_id(root, W + "abstractNum", _ABSTRACT_ID)
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def level_of_style(self, num_id: str, style_ids: tuple[str, ...]) -> int:
        """The level (from 0) of a list that is tied to the first of these styles that one is tied to; 0 if none is."""
        found = self._list(num_id)
        ties = {} if found is None else {level.style: ilvl for ilvl, level in found.levels.items()}
        return next((ties[style] for style in style_ids if style in ties), 0)

    def next_number(self, num_id: str, ilvl: int) -> str:
        """Count a paragraph of a list and level (from 0); its number, "" for bullets and lists that do not exist."""
        found = self._list(num_id)
        level = None if found is None else found.levels.get(ilvl)
        if found is None or level is None:
            return ""
        counters = self._counters.setdefault(found.abstract_id, {})
        if ilvl in found.restarts and (num_id, ilvl) not in self._restarted:
            self._restarted.add((num_id, ilvl))
            counters[ilvl] = found.restarts[ilvl]
        else:
            counters[ilvl] = counters[ilvl] + 1 if ilvl in counters else found.start(ilvl)
        restarts = {k: found.levels[k].restart if k in found.levels else k for k in counters}
        for lower in [k for k in counters if ilvl < min(k, restarts[k])]:
            del counters[lower]
        return "" if level.format == "bullet" else _number_text(level, found, counters)

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._make_list(num_id)
        return self._lists[num_id]

    def _make_list(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        abstract_id, abstract_num = self._abstract_num(num_id)
        if num is None or abstract_num is None:
            return None
        overrides = {to_int(o.get(tags.ILVL), 0): o for o in num.findall(W + "lvlOverride")}
        levels = {to_int(lvl.get(tags.ILVL), 0): _level(lvl) for lvl in abstract_num.findall(W + "lvl")}
        levels |= {k: _level(lvl) for k, o in overrides.items() if (lvl := o.find(W + "lvl")) is not None}
        starts = {k: int_val(o.find(W + "startOverride")) for k, o in overrides.items()}
        restarts = {k: min(n, MAX_START) for k, n in starts.items() if n is not None}
        return _List(abstract_id, levels, restarts)

    def _abstract_num(self, num_id: str) -> tuple[str, _Element | None]:
        """The definition of a list and its id, through the numbering styles that may stand between them."""
        for _ in range(MAX_LINKS):
            abstract_id = val(child(self._nums.get(num_id), _ABSTRACT_ID)) or ""
            abstract_num = self._abstract_nums.get(abstract_id)
            style = val(child(abstract_num, W + "numStyleLink"))
            target = None if style is None else self._styles.list_of(style)
            if target is None or target == num_id:
                return abstract_id, abstract_num
            num_id = target
        return "", None


def _by_id(root: _Element | None, tag: str, attribute: str) -> dict[str, _Element]:
    return {} if root is None else {element.get(attribute, ""): element for element in root.findall(tag)}


def _level(lvl: _Element) -> _Level:
    number_format, restart = _format(lvl), int_val(child(lvl, W + "lvlRestart"))
    hidden = is_on(lvl.find(f"{tags.R_PR}/{tags.VANISH}"))
    return _Level(
        start=min(int_val(child(lvl, W + "start")) or 0, MAX_START),
        format="bullet" if hidden else number_format,
        text=(val(child(lvl, W + "lvlText")) or "")[:MAX_NUMBER_LENGTH],
        restart=to_int(lvl.get(tags.ILVL), 0) if restart is None else restart,
        legal=is_on(lvl.find(W + "isLgl")),
        style=val(child(lvl, W + "pStyle")),
    )


def _format(lvl: _Element) -> str:
    """The level's format; a custom one ("001, 002, …", wrapped for older versions of Word) as its first number."""
    element = next(lvl.iter(W + "numFmt"), None)
    if element is None:
        return "decimal"
    return (element.get(W + "format") or "").partition(",")[0].strip() or element.get(W + "val", "decimal")


def _number_text(level: _Level, found: _List, counters: dict[int, int]) -> str:
    def number(match: re.Match[str]) -> str:
        ilvl = int(match[1]) - 1
        counter = counters.get(ilvl, found.start(ilvl))
        other = found.levels.get(ilvl)
        return str(counter) if level.legal or other is None else format_number(counter, other.format)

    return _PLACEHOLDER.sub(number, level.text)
