"""A self-evaluation form as its rows say it, before anything is valued: labels resolved, texts kept with their places."""

from __future__ import annotations

from dataclasses import dataclass, field

from selfeval_extract.document import Cell, Text
from selfeval_extract.structure.forms.headers import Header


@dataclass(slots=True)
class FundRow:
    """A row of the fund block: its label, the cell of each column role, and the money unit of its amounts."""

    label: Text | None
    cells: dict[str, Text]
    unit: str | None = None
    units: dict[str, str] = field(default_factory=dict)


IndicatorRow = dict[str, Text]
"""Column role → text of the cell; level1 and level2 as far as the row has or inherits them."""


@dataclass(slots=True)
class Form:
    """One form: what its tables say, by meaning. Lists are in document order; `above` is the title over the table, `open` the header of
    the block that its last table ends in. `worked_out`: its columns were, for want of empty cells; `unread`: cells that no rule read; `unknown`: heads of columns that nothing tells."""

    titles: list[Text] = field(default_factory=list)
    above: Text | None = None
    fields: dict[str, Text] = field(default_factory=dict)
    funds: list[FundRow] = field(default_factory=list)
    fund_weight: Text | None = None
    expected: list[Text] = field(default_factory=list)
    actual: list[Text] = field(default_factory=list)
    indicators: list[IndicatorRow] = field(default_factory=list)
    indicator_roles: set[str] = field(default_factory=set)
    closing: dict[str, Text] = field(default_factory=dict)
    splits: dict[str, Text] = field(default_factory=dict)
    managed: list[tuple[str, Text]] = field(default_factory=list)
    unread: list[Cell] = field(default_factory=list)
    unknown: list[Cell] = field(default_factory=list)
    unit: str | None = None
    interim: bool = False
    worked_out: bool = False
    titled: bool = False
    open: Header | None = None

    @property
    def strong(self) -> bool:
        """Whether the rows can be nothing but a form's: indicators, a goal, or a named project with money."""
        return bool(
            self.indicators or self.expected or self.actual or (self.fields.keys() & {"subject"} and self.funds)
        )

    @property
    def size(self) -> int:
        """How many cells the form's blocks hold."""
        return sum(map(len, self.indicators)) + sum(len(row.cells) for row in self.funds)

    @property
    def begun(self) -> bool:
        """Whether the form has a body, so that another head means another form."""
        return bool(self.indicators or self.closing.keys() & {"score", "weight", "conclusion"})

    def absorb(self, more: Form) -> None:
        """Take in the rows of a further table of the same form."""
        self.titles = self.titles or more.titles
        self.fields = {**more.fields, **self.fields}
        self.closing = {**more.closing, **self.closing}
        self.splits = {**more.splits, **self.splits}
        self.funds += more.funds
        self.expected += more.expected
        self.actual += more.actual
        self.indicators += more.indicators
        self.indicator_roles |= more.indicator_roles
        self.managed += more.managed
        self.unread += more.unread
        self.unknown += more.unknown
        self.fund_weight = self.fund_weight or more.fund_weight
        self.unit = self.unit or more.unit
        self.interim = self.interim or more.interim
        self.worked_out = self.worked_out or more.worked_out
        self.open = more.open
