"""Rows of the indicator block, and indicators set as cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from selfeval_extract.document import Cell, Text
from selfeval_extract.structure.forms.blocks.reading import Reading
from selfeval_extract.structure.forms.form import IndicatorRow
from selfeval_extract.structure.forms.headers import Header, cells_by_role, role_of
from selfeval_extract.structure.grid import folded, key
from selfeval_extract.values.targets import quantity
from selfeval_extract.vocabulary.labels import INDICATOR_COLUMNS, label_key
from selfeval_extract.vocabulary.roles import ColumnRole, IndicatorColumn, is_indicator_column
from selfeval_extract.vocabulary.words import is_level, wording

_LEVELS: tuple[IndicatorColumn, ...] = ("level1", "level2")
_CONTENT: frozenset[IndicatorColumn] = frozenset({"name", "target", "actual", "score", "weight"})
_RESULT: frozenset[IndicatorColumn] = frozenset({"actual"})
_POINTS: frozenset[IndicatorColumn] = frozenset({"weight", "score"})
_ROWS_TO_COMPARE = 3


def read_indicator_row(reading: Reading, row: int) -> int:
    """Read a row of the indicator block. Gives the number of the next row, 0 outside such a block."""
    header = reading.header
    if header is None or header.group is not INDICATOR_COLUMNS:
        return 0
    filled = reading.grid.filled(row)
    if any(wording("rows", "subtotal").fullmatch(key(c)) for c in filled[:3]):
        return row + 1
    if len(filled) == 1 and is_level(folded(filled[0])) and "level1" not in header.roles:
        reading.above.clear()
        reading.above[0] = {"level1": filled[0].text}
        return row + 1
    for n, half in enumerate(halves(header)):
        _read_half(reading, half, row, n)
    return row + 1


def _read_half(reading: Reading, header: Header, row: int, half: int) -> None:
    """Read one indicator: a row, or its half under a header that has two."""
    cells = cells_by_role(reading.grid, header, row)
    texts: IndicatorRow = {role: cell.text for role, cell in cells.items() if cell.text and is_indicator_column(role)}
    _name_by_deepest_level(reading, header, texts)
    if reading.levels_across:
        texts["level1"] = reading.levels_across[half]
    above = reading.above[half]
    for level in _inherited_levels(reading, header, cells, texts, above):
        texts[level] = above[level]
    if not texts.keys() & _CONTENT:
        return
    if _is_foot(reading, header, texts):
        reading.form.unread += reading.grid.filled(row)
        return
    reading.above[half] = {level: texts[level] for level in _LEVELS if level in texts}
    reading.form.indicators.append(texts)
    reading.halves.append(half)


def _is_foot(reading: Reading, header: Header, texts: IndicatorRow) -> bool:
    """Whether a row has left the block although its labels are unknown: it has neither result nor points, where every
    row above has both, and no figure for a target. What stands in it is words beside a label of the form's foot."""
    above = reading.form.indicators[-len(reading.halves) :] if reading.halves else []
    needed = [_RESULT, *([_POINTS] if header.roles & _POINTS else [])]
    return (
        len(above) >= _ROWS_TO_COMPARE
        and not texts.keys() & (_RESULT | _POINTS)
        and "target" in texts
        and quantity(texts["target"].folded.text) is None
        and all(row.keys() & part for row in above for part in needed)
    )


def _inherited_levels(
    reading: Reading, header: Header, cells: Mapping[ColumnRole, Cell], texts: IndicatorRow, above: IndicatorRow
) -> Iterator[IndicatorColumn]:
    """The level columns whose value goes on from the row above: where merges cannot be seen, and a level-2 name
    never goes on under a new level 1."""
    if "level1" not in header.roles and "level1" not in texts and "level1" in above:
        yield "level1"
    fresh = "level1" in texts and (above.get("level1") is None or texts["level1"].string != above["level1"].string)
    for level in _LEVELS:
        if level in texts or level not in above or level not in header.roles or (level == "level2" and fresh):
            continue
        cell = cells.get(level)
        if not reading.grid.ruled or (cell is not None and cell.resumes):
            yield level


def _name_by_deepest_level(reading: Reading, header: Header, texts: IndicatorRow) -> None:
    """In a form without a column of names the deepest level is the indicator; one with a level 4 is named there."""
    if "level4" in header.roles and "level4" in texts:
        texts["name"] = texts.pop("level4")
    elif "name" not in header.roles:
        deepest: IndicatorColumn = "level2" if "level2" in header.roles else "level1"
        if deepest in texts:
            texts["name"] = texts.pop(deepest)
    level2 = texts.get("level2")
    if "name" not in texts and level2 is not None and not is_level(level2.folded.text) and reading.grid.ruled:
        texts["name"] = texts.pop("level2")


def read_card(reading: Reading, row: int) -> int:
    """Read a row of an indicator set as a card: 指标名称 | … | 分值 | …, with its target and actual value in the rows below. Gives
    the number of the next row, 0 if the row is something else."""
    cells = reading.grid.filled(row)
    if reading.header is not None:
        return 0
    found = dict(_card_pairs(cells))
    if not found or ("name" not in found and (not reading.card or found.keys() & reading.card.keys())):
        return 0
    if "name" in found or reading.card is None:
        reading.card = {}
        reading.form.indicators.append(reading.card)
        if is_level(folded(cells[0])):
            reading.card["level1"] = cells[0].text
    reading.card.update(found)
    reading.form.indicator_columns |= found.keys()
    return row + 1


def _card_pairs(cells: Sequence[Cell]) -> Iterator[tuple[IndicatorColumn, Text]]:
    """Labels with the values beside them; 分值/得分 has two behind it."""
    n = 0
    while n < len(cells):
        parts = [INDICATOR_COLUMNS.role(label_key(part)) for part in folded(cells[n]).split("/")]
        values = cells[n + 1 : n + 1 + len(parts)]
        if all(parts) and len(values) == len(parts) and not any(role_of(INDICATOR_COLUMNS, v) for v in values):
            yield from ((role, v.text) for role, v in zip(parts, values, strict=True) if role)
            n += len(parts)
        n += 1


def halves(header: Header) -> list[Header]:
    """The halves of a header whose name column comes again further right; the header itself if it does not."""
    names = [n for n, c in enumerate(header.columns) if c.role == "name"]
    if len(names) < 2:
        return [header]
    first = next(c.role for c in header.columns if c.role)
    starts = [n for n, c in enumerate(header.columns) if c.role == first][: len(names)]
    ends = [*starts[1:], len(header.columns)]
    return [replace(header, columns=header.columns[a:b]) for a, b in zip(starts, ends, strict=True)]
