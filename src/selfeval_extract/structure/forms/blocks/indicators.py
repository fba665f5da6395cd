"""Rows of the indicator block, and indicators set as cards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selfeval_extract.document import Cell, Text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.blocks.reading import Reading
from selfeval_extract.structure.forms.headers import Header, cells_by_role, role_of
from selfeval_extract.structure.grid import folded, key
from selfeval_extract.values.targets import quantity
from selfeval_extract.vocabulary import is_level, label_key, label_role

_RESULT = frozenset({"actual"})
_POINTS = frozenset({"weight", "score"})
_ROWS_TO_COMPARE = 3
_SUBTOTAL = regex(r"(小计|分项(合计|得分)|.{0,8}小计)")


def indicator(reading: Reading, row: int) -> int:
    header = reading.header
    if header is None or header.group != "indicator_columns":
        return 0
    filled = reading.grid.filled(row)
    if _SUBTOTAL.fullmatch(key(filled[0])) or any(_SUBTOTAL.fullmatch(key(c)) for c in filled[:3]):
        return row + 1
    if len(filled) == 1 and is_level(folded(filled[0])) and "level1" not in header.roles:
        reading.above.clear()
        reading.above[0] = {"level1": filled[0].text}
        return row + 1
    for n, half in enumerate(halves(header)):
        add_indicator(reading, half, row, n)
    return row + 1


def add_indicator(reading: Reading, header: Header, row: int, half: int) -> None:
    cells = cells_by_role(reading.grid, header, row)
    texts: dict[str, Text] = {role: cell.text for role, cell in cells.items() if cell.text}
    deepest_is_name(reading, header, texts)
    if reading.levels:
        texts["level1"] = reading.levels[half]
    above = reading.above[half]
    for level in inheriting(reading, header, cells, texts, above):
        texts[level] = above[level]
    if not any(role in texts for role in ("name", "target", "actual", "score", "weight")):
        return
    if is_foot(reading, header, texts):
        reading.form.unread += reading.grid.filled(row)
        return
    if not reading.grid.ruled or "level1" not in header.roles:
        reading.above[half] = {k: texts[k] for k in ("level1", "level2") if k in texts}
    else:
        reading.above[half] = {k: v for k, v in texts.items() if k in ("level1", "level2")}
    reading.form.indicators.append(texts)
    reading.sides.append(half)


def is_foot(reading: Reading, header: Header, texts: dict[str, Text]) -> bool:
    """Whether a row has left the block although its labels are unknown: it has neither result nor points, where every
    row above has both, and no figure for a target. What stands in it is words beside a label of the form's foot."""
    above = reading.form.indicators[-len(reading.sides) :] if reading.sides else []
    telling = [_RESULT, *([_POINTS] if header.roles & _POINTS else [])]
    return (
        len(above) >= _ROWS_TO_COMPARE
        and not texts.keys() & (_RESULT | _POINTS)
        and "target" in texts
        and quantity(texts["target"].folded.text) is None
        and all(row.keys() & part for row in above for part in telling)
    )


def inheriting(
    reading: Reading, header: Header, cells: dict[str, Cell], texts: dict[str, Text], above: dict[str, Text]
) -> Iterator[str]:
    """The level columns whose value goes on from the row above: where merges cannot be seen, and a level-2 name
    never goes on under a new level 1."""
    if "level1" not in header.roles and "level1" not in texts and "level1" in above:
        yield "level1"
    fresh = "level1" in texts and (above.get("level1") is None or texts["level1"].string != above["level1"].string)
    for level in ("level1", "level2"):
        if level in texts or level not in above or level not in header.roles or (level == "level2" and fresh):
            continue
        cell = cells.get(level)
        if not reading.grid.ruled or (cell is not None and cell.resumes):
            yield level


def deepest_is_name(reading: Reading, header: Header, texts: dict[str, Text]) -> None:
    """In a form without a column of names the deepest level is the indicator; one with a level 4 is named there."""
    if "level4" in header.roles and "level4" in texts:
        texts["name"] = texts.pop("level4")
    elif "name" not in header.roles:
        deepest = "level2" if "level2" in header.roles else "level1"
        if deepest in texts:
            texts["name"] = texts.pop(deepest)
    name, level2 = texts.get("name"), texts.get("level2")
    if name is None and level2 is not None and not is_level(level2.folded.text) and reading.grid.ruled:
        texts["name"] = texts.pop("level2")


def card(reading: Reading, row: int) -> int:
    """An indicator set as a card: 指标名称 | … | 分值 | …, with its target and actual value in the rows below."""
    cells = reading.grid.filled(row)
    if reading.header is not None:
        return 0
    found = dict(card_pairs(cells))
    if not found or ("name" not in found and (not reading.card or found.keys() & reading.card.keys())):
        return 0
    if "name" in found:
        reading.card = {}
        reading.form.indicators.append(reading.card)
        if is_level(folded(cells[0])):
            reading.card["level1"] = cells[0].text
    assert reading.card is not None
    reading.card.update(found)
    reading.form.indicator_roles |= found.keys()
    return row + 1


def card_pairs(cells: Sequence[Cell]) -> Iterator[tuple[str, Text]]:
    n = 0
    while n < len(cells):
        parts = [label_role("indicator_columns", label_key(part)) for part in folded(cells[n]).split("/")]
        values = cells[n + 1 : n + 1 + len(parts)]
        if all(parts) and len(values) == len(parts) and not any(role_of("indicator_columns", v) for v in values):
            yield from ((role, v.text) for role, v in zip(parts, values, strict=True) if role)
            n += len(parts)
        n += 1


def halves(header: Header) -> list[Header]:
    """A header whose name column comes again further right is two forms' halves side by side."""
    marks = [n for n, c in enumerate(header.columns) if c.role == "name"]
    if len(marks) < 2:
        return [header]
    start = [c.role for c in header.columns].index(next(c.role for c in header.columns if c.role))
    lead = header.columns[start].role
    cuts = [n for n, c in enumerate(header.columns) if c.role == lead][: len(marks)]
    bounds = [*cuts[1:], len(header.columns)]
    return [replace(header, columns=header.columns[a:b]) for a, b in zip(cuts, bounds, strict=True)]
