"""Forms whose cells stand glued together in a line: cut where the labels, the levels and the form's arithmetic prove it.

`年度资金总额202010100.00%10` under 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 can only be 20, 20, 10, 100.00%, 10. A line that can be
cut in more than one way, or in none, is left as it stands (`unread` in the form, a note in the record).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import comb
from typing import NamedTuple

from selfeval_extract.document import Block, Paragraph, Text
from selfeval_extract.prose.titles import is_form_title, is_small_line
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.grid import counted_table
from selfeval_extract.values.numbers import decimal
from selfeval_extract.vocabulary.labels import FUND_COLUMNS, INDICATOR_COLUMNS, ColumnGroup, label_key
from selfeval_extract.vocabulary.roles import ColumnRole
from selfeval_extract.vocabulary.words import is_level, wording

_FEWEST = 4
"""Labels that make a line a header."""
_SHORTEST_HEADER = 2 * _FEWEST
_LONGEST_ROW = 160
_NUMBER = r"(?:0|[1-9]\d*)(?:\.\d+)?"
_HALF = Decimal("0.006")
_MOST_WAYS = 10_000
"""A run of figures that could be cut in more ways than this is not cut: to try them all would take too long."""
_QUANTITY = r"[≥≤><=]?\d[\d.,]*[^\d≥≤><=.,]{1,6}?"
_VALUES = regex(
    rf"(?P<name>[^\d≥≤><=]{{2,}}?)(?P<target>{_QUANTITY})(?P<actual>{_QUANTITY})(?P<points>\d[\d.]*)(?P<rest>\D.*)?"
)
_POINT_COLUMNS: tuple[ColumnRole, ...] = ("weight", "score")

Span = tuple[int, int]


class _Header(NamedTuple):
    """A glued header: its group, and its labels' spans and roles."""

    group: ColumnGroup
    spans: tuple[Span, ...]
    roles: tuple[ColumnRole | None, ...]


def with_unspaced_rows(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with runs of glued lines as tables whose columns are counted."""
    found: list[Block] = []
    run: list[list[Text]] = []
    header: _Header | None = None

    def close() -> None:
        if run:
            found.append(counted_table(run))
            run.clear()

    glued = any(isinstance(b, Paragraph) and _header(b.text.folded.text) for b in blocks)
    for block in blocks if glued else ():
        if not isinstance(block, Paragraph):
            close()
            found.append(block)
            header = None
            continue
        folded = block.text.folded.text
        own = _header(folded)
        header = own or header
        row = None
        if 0 < len(folded) <= _LONGEST_ROW and not is_form_title(folded) and not is_small_line(folded):
            row = list(own.spans) if own else _row(folded, header)
        if row is None:
            close()
            found.append(block)
            header = None
        else:
            run.append([_part(block.text, *span) for span in row])
    close()
    return found if glued else list(blocks)


def _part(text: Text, start: int, end: int) -> Text:
    return text.part(*text.folded.span(start, end)) if end > start else Text("")


def _row(folded: str, header: _Header | None) -> list[Span] | None:
    """Where the cells of a line under a header, or before any, stand; None for a line that is no part of a form."""
    if header is not None:
        cut = _fund_row(folded, header) if header.group is FUND_COLUMNS else _indicator_row(folded, header)
        return cut or _pairs(folded) or _total(folded) or [(0, len(folded))]
    return _pairs(folded)


def _header(folded: str) -> _Header | None:
    """The labels of a line that is nothing but labels of one block."""
    if len(folded) < _SHORTEST_HEADER:
        return None
    for group in (INDICATOR_COLUMNS, FUND_COLUMNS):
        pattern = wording("unspaced", *group.names)
        spans: list[Span] = []
        at = 0
        while at < len(folded) and (match := pattern.match(folded, at)):
            spans.append(match.span())
            at = match.end()
        if at < len(folded) or len(spans) < _FEWEST:
            continue
        roles = tuple(group.role(label_key(folded[a:b])) for a, b in spans)
        if len([r for r in roles if r]) >= _FEWEST:
            return _Header(group, tuple(spans), roles)
    return None


def _pairs(folded: str) -> list[Span] | None:
    """Labels of the form's head with what stands between them."""
    marks = list(wording("unspaced", "head").finditer(folded))
    if not marks or marks[0].start() != 0:
        return None
    ends = [*(m.start() for m in marks[1:]), len(folded)]
    return [span for mark, end in zip(marks, ends, strict=True) for span in (mark.span(), (mark.end(), end))]


def _total(folded: str) -> list[Span] | None:
    match = re.fullmatch(rf"(?P<label>总分|合计|总计)(?P<points>{_NUMBER}.*)", folded)
    points = _points(match)
    return [match.span("label"), *points] if match and points else None


def _points(match: re.Match[str] | None) -> list[Span]:
    """Where weight and score stand in the `points` of a line; nothing if they can be parted in more than one way, or in none."""
    if match is None:
        return []
    digits, (start, end) = match["points"], match.span("points")
    cuts = [start + n for n in range(1, len(digits)) if _are_points(digits[:n], digits[n:])]
    return [(start, cuts[0]), (cuts[0], end)] if len(cuts) == 1 else []


def _are_points(weight: str, score: str) -> bool:
    """Whether neither begins with a zero of its own, and the score is no larger."""
    if not (re.fullmatch(_NUMBER, weight) and re.fullmatch(_NUMBER, score)):
        return False
    a, b = decimal(weight), decimal(score)
    return a is not None and b is not None and b <= a <= 100


def _fund_row(folded: str, header: _Header) -> list[Span] | None:
    """A label and figures, cut the only way in which the rate fits the amounts and the score the rate."""
    roles = [r for r in header.roles if r]
    match = re.fullmatch(r"(?P<label>[^\d]{2,}?)(?P<figures>\d[\d.,%]*)", folded)
    if match is None or _ways_at_most(match["figures"], roles) > _MOST_WAYS:
        return None
    ways = [way for way in _splits(match["figures"], roles) if _fits(dict(zip(roles, way, strict=True)))]
    if len(ways) != 1:
        return None
    spans, at = [match.span("label")], match.start("figures")
    for part in ways[0]:
        spans.append((at, at + len(part)))
        at += len(part)
    return spans


def _ways_at_most(figures: str, roles: Sequence[str]) -> int:
    """How many ways there could be to cut a run of figures into one for each role; none without a rate's percent sign."""
    if figures.count("%") != 1 or roles.count("rate") != 1:
        return 0
    sign, rate = figures.index("%"), roles.index("rate")
    return comb(sign, rate) * comb(len(figures) - sign, len(roles) - 1 - rate)


def _splits(figures: str, roles: Sequence[str]) -> Iterator[list[str]]:
    """The ways to cut a run of figures into numbers, one for each role; the percent sign ends the rate."""
    if not roles:
        if not figures:
            yield []
        return
    sign = figures.find("%") + 1
    ends = [sign] if roles[0] == "rate" else range(1, sign or len(figures) + 1)
    for end in ends:
        if re.fullmatch(rf"{_NUMBER}%?", figures[:end]) and not figures.startswith(".", end):
            for rest in _splits(figures[end:], roles[1:]):
                yield [figures[:end], *rest]


def _fits(row: dict[str, str]) -> bool:
    """Whether a fund row's figures agree: rate with amounts, score with weight and rate."""
    if not row.get("rate", "").endswith("%"):
        return False
    value = {role: decimal(text.rstrip("%")) or Decimal(0) for role, text in row.items()}
    budget = next((value[r] for r in ("revised", "budget", "original") if r in value), Decimal(0))
    if not budget or "executed" not in value or abs(value["executed"] / budget * 100 - value["rate"]) > _HALF:
        return False
    if {"weight", "score"} <= value.keys():
        return abs(value["weight"] * value["rate"] / 100 - value["score"]) <= _HALF and value["weight"] <= 100
    return True


def _indicator_row(folded: str, header: _Header) -> list[Span] | None:
    """Levels, name, target, actual value, weight and score of a row, if its header has just these."""
    roles = [r for r in header.roles if r not in ("level1", "level2", "note")]
    if roles != ["name", "target", "actual", *_POINT_COLUMNS]:
        return None
    levels, at = [], 0
    for _ in range(sum(r in ("level1", "level2") for r in header.roles)):
        end = next((n for n in range(min(at + 12, len(folded)), at + 1, -1) if is_level(folded[at:n])), at)
        if end > at:
            levels.append((at, end))
            at = end
    match = _VALUES.fullmatch(folded, at)
    points = _points(match)
    if match is None or not points:
        return None
    spans = [*map(match.span, ("name", "target", "actual")), *points]
    return [*levels, *spans, *([match.span("rest")] if match["rest"] else [])]
