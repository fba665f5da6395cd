"""How far a table has been read: its rows, the forms so far, and the block that is being read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from selfeval_extract.document import Cell, Text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.form import Form, IndicatorRow
from selfeval_extract.structure.forms.header_detection import find_header
from selfeval_extract.structure.forms.headers import Header
from selfeval_extract.structure.grid import Grid
from selfeval_extract.vocabulary.roles import FundColumn, IndicatorColumn, ManagementColumn

WEIGHT = regex(r"[(（]\s*+(\d+(?:\.\d+)?)\s*+分?\s*+[)）]|(?<=[)）\n])\s{0,100}+(\d+(?:\.\d+)?)\s*+分\s*+$")
"""A weight in brackets, or at the end of a heading: （20分）, 预算执行（万元）20分. Blank lines before it are bounded, as
each of them is where it could begin."""
COLON = regex(r"[:：]")
AMOUNTS: tuple[FundColumn, ...] = ("original", "revised", "budget", "executed", "arrived", "change", "last_year")
"""The fund columns that hold money."""


class ManagementHead(NamedTuple):
    """A column of the fund-management block: its place counted from the right and from the left, and what it holds."""

    from_right: int
    column: int
    role: ManagementColumn


@dataclass(slots=True)
class Reading:
    """A table's rows and what they stated so far: `forms`, the last of which is being read, and the place in a block.

    `header`: of the fund or indicator block being read; `management`: the columns of the fund-management block being read. `above`:
    level names of the row above, by half. `levels_across`: level names that stand over the halves of a header. `halves`: the half
    that each row of the block came from. `pairing`: the last fund row was put together from pairs of label and figure. `card`: the
    indicator that is set as a card and being filled."""

    grid: Grid
    forms: list[Form] = field(default_factory=lambda: [Form()])
    header: Header | None = None
    management: list[ManagementHead] | None = None
    above: defaultdict[int, dict[IndicatorColumn, Text]] = field(default_factory=lambda: defaultdict(dict))
    levels_across: list[Text] = field(default_factory=list)
    halves: list[int] = field(default_factory=list)
    pairing: bool = False
    card: IndicatorRow | None = None
    _headers: dict[int, Header | None] = field(default_factory=dict)

    @property
    def form(self) -> Form:
        """The form whose rows are being read."""
        return self.forms[-1]

    def header_at(self, row: int) -> Header | None:
        """The header that starts in a row, if one does. Each row is examined once."""
        if row not in self._headers:
            self._headers[row] = find_header(self.grid, row)
        return self._headers[row]

    def leave_block(self) -> None:
        """What follows belongs to no block yet."""
        self.header = self.management = None

    def order_halves(self) -> None:
        """Put the rows of halves side by side one half after the other."""
        if any(self.halves):
            rows = self.form.indicators[-len(self.halves) :]
            order = sorted(range(len(rows)), key=lambda n: self.halves[n])
            self.form.indicators[-len(self.halves) :] = [rows[n] for n in order]
        self.halves = []

    def next_form(self, needed: bool) -> None:
        """Begin the next form; `needed`: the last one has content, so that it stays as it is."""
        self.order_halves()
        self.pairing, self.card = False, None
        self.leave_block()
        if needed:
            self.forms.append(Form())


def parted(cell: Cell) -> tuple[Cell, Text] | None:
    """A cell's label and the value behind the first colon; None for a cell without a colon."""
    colon = COLON.search(cell.text.string)
    if colon is None:
        return None
    return cell._replace(text=cell.text.part(0, colon.start())), cell.text.part(colon.end(), len(cell.text.string))
