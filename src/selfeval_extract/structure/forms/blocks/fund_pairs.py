"""Funds without a header above their rows: sources across, or label and figure side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.document import Cell, Text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.blocks.labels import pair_roles
from selfeval_extract.structure.forms.blocks.reading import AMOUNTS, COLON, WEIGHT, Reading
from selfeval_extract.structure.forms.form import FundRow
from selfeval_extract.structure.forms.headers import role_of
from selfeval_extract.structure.grid import folded, key
from selfeval_extract.values.numbers import amount, is_nothing, money_unit, points, rate
from selfeval_extract.vocabulary import label_key, label_role

_OF_MONEY = regex(r"执行|预算|资金|支出")
"""What the labels of a fund row's weight and score speak of: 预算执行率权重."""


def sources_across(reading: Reading, row: int) -> int:
    """A fund block set the other way round: sources across, budget and execution down."""
    named = [c for c in reading.grid.filled(row) if c is not reading.grid.rows[row][0]]
    heads = [c for c in named if role_of("fund_columns", c) not in ("note", "label")]
    if (
        len(heads) < 2
        or label_role("fund_rows", key(heads[0])) is None
        or not all(label_role("fund_rows", key(c)) or is_words(folded(c)) for c in heads)
        or amount_row(reading, row)
        or not amount_row(reading, row + 1)
    ):
        return 0
    reading.header = reading.managing = None
    first = reading.grid.rows[row][0]
    unit = money_unit(folded(first)) or reading.form.unit
    funds = [FundRow(head.text, {}, unit) for head in heads]
    below = row + 1
    while role := amount_row(reading, below):
        for fund, head in zip(funds, heads, strict=True):
            cell = same_column(reading, head, row, below)
            if cell is not None and cell.text:
                fund.cells[role] = cell.text
        below += 1
    reading.form.funds += funds
    return below


def is_words(text: str) -> bool:
    """Whether a cell could name a source of funds: no figure."""
    return amount(text) is None and rate(text) is None and not is_nothing(text)


def amount_row(reading: Reading, row: int) -> str | None:
    """The fund role that a row's first cell names, if the cells behind it are figures."""
    if row >= reading.grid.height or not reading.grid.filled(row):
        return None
    first, *rest = reading.grid.filled(row)
    role = role_of("fund_columns", first)
    figures = [c for c in rest if not is_words(folded(c))]
    return (
        role
        if figures
        and figures == rest[: len(figures)]
        and len(rest) <= len(figures) + 1
        and role not in (None, "label", "note", "task")
        else None
    )


def same_column(reading: Reading, head: Cell, row: int, below: int) -> Cell | None:
    if reading.grid.ruled:
        return reading.grid.at(below, head.column)
    cells, heads = reading.grid.rows[below], reading.grid.rows[row]
    at = heads.index(head)
    return cells[at] if at < len(cells) else None


def fund_pairs(reading: Reading, row: int) -> int:
    """A fund row without a header: label and figure side by side, or both in one cell."""
    cells = reading.grid.filled(row)
    if reading.header is not None or (reading.form.funds and not reading.pairing):
        return 0
    found = list(figure_pairs(cells))
    pairs = [(role, text) for role, text, _ in found]
    taken = [c for _, _, used in found for c in used]
    goes_on = reading.pairing and pairs and (pairs[0][0] == "rate" or all(_OF_MONEY.search(key(c)) for c in taken[::2]))
    if not any(role in AMOUNTS and role not in ("change", "last_year") for role, _ in pairs) and not goes_on:
        return 0
    first = (
        cells[0] if role_of("fund_columns", cells[0]) is None or COLON.search(cells[0].text.string) is None else None
    )
    label = first.text if first is not None and label_role("fund_rows", key(first)) else None
    fund = reading.form.funds[-1] if reading.pairing and label is None else None
    if fund is None or fund.cells.keys() & {role for role, _ in pairs}:
        fund = FundRow(label, {}, money_unit(folded(cells[0])) or reading.form.unit)
        reading.form.funds.append(fund)
        weight = WEIGHT.search(cells[0].text.string)
        if weight and reading.form.fund_weight is None:
            reading.form.fund_weight = cells[0].text.part(*weight.span(weight.lastindex or 1))
    fund.cells.update({role: text for role, text in pairs if text})
    reading.pairing = True
    used = {id(c) for c in (*taken, cells[0] if label is not None else None)}
    pair_roles(reading, [c for c in cells if id(c) not in used])
    return row + 1


def figure_pairs(cells: Sequence[Cell]) -> Iterator[tuple[str, Text, Sequence[Cell]]]:
    """Fund roles with the figures that stand behind them, in the next cell or behind a colon in the same, and the
    cells that both take up."""
    for n, cell in enumerate(cells):
        colon = COLON.search(cell.text.string)
        if colon:
            role = role_of("fund_columns", cell._replace(text=cell.text.part(0, colon.start())))
            value = cell.text.part(colon.end(), len(cell.text.string))
        else:
            role = role_of("fund_columns", cell)
            value = cells[n + 1].text if n + 1 < len(cells) else Text("")
        figure = value.folded.text
        words = label_key(folded(cell).split(":")[0])
        if label_role("split_rows", words) or (
            role == "score" and words != "得分" and label_role("closing_rows", words)
        ):
            continue
        known = role in (*AMOUNTS, "rate", "weight", "score")
        if (
            known
            and role
            and (
                (colon and not figure)
                or amount(figure) is not None
                or rate(figure) is not None
                or points(figure) is not None
            )
        ):
            yield role, value, cells[n : n + (1 if colon else 2)]
