"""Funds without a header above their rows: sources across, or label and figure side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selfeval_extract.document import Cell, Text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.blocks.labels import read_pairs
from selfeval_extract.structure.forms.blocks.reading import AMOUNTS, WEIGHT, Reading, parted
from selfeval_extract.structure.forms.form import FundRow
from selfeval_extract.structure.forms.headers import role_of
from selfeval_extract.structure.grid import folded, key
from selfeval_extract.values.numbers import amount, is_nothing, money_unit, points, rate
from selfeval_extract.vocabulary.labels import CLOSING_ROWS, FUND_COLUMNS, FUND_ROWS, SPLIT_ROWS, label_key
from selfeval_extract.vocabulary.roles import FundColumn

_OF_MONEY = regex(r"执行|预算|资金|支出")
"""What the labels of a fund row's weight and score speak of: 预算执行率权重."""
_OF_THE_YEAR = frozenset(AMOUNTS) - {"change", "last_year"}
_FIGURES = frozenset({*AMOUNTS, "rate", "weight", "score"})


class FigurePair(NamedTuple):
    """A fund column's label with its figure, and the cells that both take up."""

    role: FundColumn
    figure: Text
    cells: Sequence[Cell]


def read_sources_across(reading: Reading, row: int) -> int:
    """Read a fund block set the other way round: sources across, budget and execution down. Gives the number of the row behind
    it, 0 if no such block starts here."""
    filled, first = reading.grid.filled(row), reading.grid.rows[row][0]
    heads = [c for c in filled if c is not first and role_of(FUND_COLUMNS, c) not in ("note", "label")]
    if (
        len(heads) < 2
        or FUND_ROWS.role(key(heads[0])) is None
        or not all(FUND_ROWS.role(key(c)) or _is_words(folded(c)) for c in heads)
        or _row_of_amounts(reading, row)
        or not _row_of_amounts(reading, row + 1)
    ):
        return 0
    reading.leave_block()
    unit = money_unit(folded(first)) or reading.form.money_unit
    funds = [FundRow(head.text, {}, unit) for head in heads]
    below = row + 1
    while role := _row_of_amounts(reading, below):
        for fund, head in zip(funds, heads, strict=True):
            cell = _in_same_column(reading, head, row, below)
            if cell is not None and cell.text:
                fund.cells[role] = cell.text
        below += 1
    reading.form.funds += funds
    return below


def _is_words(text: str) -> bool:
    """Whether a cell could name a source of funds: no figure."""
    return amount(text) is None and rate(text) is None and not is_nothing(text)


def _row_of_amounts(reading: Reading, row: int) -> FundColumn | None:
    """The fund column that a row's first cell names, if the cells behind it are figures and at most one remark."""
    if row >= reading.grid.height or not reading.grid.filled(row):
        return None
    first, *rest = reading.grid.filled(row)
    role = role_of(FUND_COLUMNS, first)
    figures = [c for c in rest if not _is_words(folded(c))]
    if not figures or figures != rest[: len(figures)] or len(rest) > len(figures) + 1:
        return None
    return None if role in ("label", "note", "task") else role


def _in_same_column(reading: Reading, head: Cell, row: int, below: int) -> Cell | None:
    if reading.grid.ruled:
        return reading.grid.at(below, head.column)
    cells, heads = reading.grid.rows[below], reading.grid.rows[row]
    at = heads.index(head)
    return cells[at] if at < len(cells) else None


def read_fund_pairs(reading: Reading, row: int) -> int:
    """Read a fund row without a header: label and figure side by side, or both in one cell. Gives the number of the next row, 0
    if the row is something else."""
    cells = reading.grid.filled(row)
    if reading.header is not None or (reading.form.funds and not reading.pairing):
        return 0
    pairs = list(figure_pairs(cells))
    taken = [c for pair in pairs for c in pair.cells]
    goes_on = (
        reading.pairing and pairs and (pairs[0].role == "rate" or all(_OF_MONEY.search(key(c)) for c in taken[::2]))
    )
    if not any(pair.role in _OF_THE_YEAR for pair in pairs) and not goes_on:
        return 0
    label = _row_label(cells[0])
    fund = reading.form.funds[-1] if reading.pairing and label is None else None
    if fund is None or fund.cells.keys() & {pair.role for pair in pairs}:
        fund = FundRow(label.text if label else None, {}, money_unit(folded(cells[0])) or reading.form.money_unit)
        reading.form.funds.append(fund)
        keep_fund_weight(reading, cells[0])
    fund.cells.update({pair.role: pair.figure for pair in pairs if pair.figure})
    reading.pairing = True
    used = {id(c) for c in (*taken, label)}
    read_pairs(reading, [c for c in cells if id(c) not in used])
    return row + 1


def _row_label(first: Cell) -> Cell | None:
    """The first cell of a row, if it is the label of a fund row and no pair of its own."""
    is_pair = role_of(FUND_COLUMNS, first) is not None and parted(first) is not None
    return first if FUND_ROWS.role(key(first)) and not is_pair else None


def keep_fund_weight(reading: Reading, heading: Cell) -> None:
    """Keep the weight of the budget's execution that a fund block's heading prints: 预算执行情况（20分）."""
    weight = WEIGHT.search(heading.text.string)
    if weight and reading.form.fund_weight is None:
        reading.form.fund_weight = heading.text.part(*weight.span(weight.lastindex or 1))


def figure_pairs(cells: Sequence[Cell]) -> Iterator[FigurePair]:
    """The fund columns that cells are labels of, each with the figure in the next cell or behind a colon in the same."""
    for n, cell in enumerate(cells):
        own = parted(cell)
        named, value = own or (cell, cells[n + 1].text if n + 1 < len(cells) else Text(""))
        role = role_of(FUND_COLUMNS, named)
        label = label_key(folded(cell).split(":")[0])
        if role is None or role not in _FIGURES or SPLIT_ROWS.role(label):
            continue
        if role == "score" and label != "得分" and CLOSING_ROWS.role(label):
            continue
        figure = value.folded.text
        if (own and not figure) or any(parse(figure) is not None for parse in (amount, rate, points)):
            yield FigurePair(role, value, cells[n : n + (1 if own else 2)])
