"""A self-evaluation form as its rows state it, before anything is parsed: labels resolved, texts kept with their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from selfeval_extract.document import Cell, Text
from selfeval_extract.structure.forms.headers import Header
from selfeval_extract.vocabulary.roles import (
    ClosingRow,
    FundColumn,
    HeadField,
    IndicatorColumn,
    ManagementColumn,
    SplitRow,
)

ClosingField = ClosingRow | Literal["weight", "score", "weight_and_score"]
"""What stands below the indicators. `weight_and_score`: both totals in one cell (100/96.5)."""
IndicatorRow = dict[IndicatorColumn, Text]
"""Column → text of the cell; level1 and level2 as far as the row has or inherits them."""


@dataclass(slots=True)
class FundRow:
    """A row of the fund block: its label, the text of each column, and the money units: of the row and of single columns."""

    label: Text | None
    cells: dict[FundColumn, Text]
    unit: str | None = None
    column_units: dict[FundColumn, str] = field(default_factory=dict)


@dataclass(slots=True)
class Form:
    """One form: what its tables state, by meaning. Lists are in document order.

    `title_above`: the title in the lines over the table; `titles` has all titles and lines with only a year. `fields_above`: labels
    and values in those lines. `fund_weight`: a weight in the heading of the fund block. `expected`, `actual`: the goals and what
    came of them. `indicator_columns`: the columns that some header of the indicator block has. `management`: cells of the block on
    fund management. `unread`: cells that no rule read; `unknown_columns`: heads of columns whose meaning nothing tells.
    `money_unit`: of amounts without one of their own. `interim`: the form reports part of the year. `columns_inferred`: its text lost
    the empty cells, so that columns were inferred from what cells hold. `titled`: a title of its own begins it. `open_header`: the
    header of the block that its last table ends in."""

    titles: list[Text] = field(default_factory=list)
    title_above: Text | None = None
    fields: dict[HeadField, Text] = field(default_factory=dict)
    fields_above: dict[HeadField, Text] = field(default_factory=dict)
    funds: list[FundRow] = field(default_factory=list)
    fund_weight: Text | None = None
    expected: list[Text] = field(default_factory=list)
    actual: list[Text] = field(default_factory=list)
    indicators: list[IndicatorRow] = field(default_factory=list)
    indicator_columns: set[IndicatorColumn] = field(default_factory=set)
    closing: dict[ClosingField, Text] = field(default_factory=dict)
    splits: dict[SplitRow, Text] = field(default_factory=dict)
    management: list[tuple[ManagementColumn, Text]] = field(default_factory=list)
    unread: list[Cell] = field(default_factory=list)
    unknown_columns: list[Cell] = field(default_factory=list)
    money_unit: str | None = None
    interim: bool = False
    columns_inferred: bool = False
    titled: bool = False
    open_header: Header | None = None

    @property
    def certain(self) -> bool:
        """Whether the rows can be nothing but a form's: indicators, a goal, or a named project with money."""
        return bool(self.indicators or self.expected or self.actual or ("subject" in self.fields and self.funds))

    @property
    def size(self) -> int:
        """How many cells the form's blocks hold."""
        return sum(map(len, self.indicators)) + sum(len(row.cells) for row in self.funds)

    @property
    def has_body(self) -> bool:
        """Whether the form has indicators or totals, so that another head means another form."""
        return bool(self.indicators or self.closing.keys() & {"score", "weight", "conclusion"})

    def absorb(self, more: Form) -> None:
        """Take in the rows of a further table of the same form."""
        self.titles = self.titles or more.titles
        self.fields = more.fields | self.fields
        self.fields_above = more.fields_above | self.fields_above
        self.closing = more.closing | self.closing
        self.splits = more.splits | self.splits
        self.indicator_columns |= more.indicator_columns
        self.funds += more.funds
        self.expected += more.expected
        self.actual += more.actual
        self.indicators += more.indicators
        self.management += more.management
        self.unread += more.unread
        self.unknown_columns += more.unknown_columns
        self.fund_weight = self.fund_weight or more.fund_weight
        self.money_unit = self.money_unit or more.money_unit
        self.interim = self.interim or more.interim
        self.columns_inferred = self.columns_inferred or more.columns_inferred
        self.open_header = more.open_header
