"""What has been read of a table so far, while its rows are gone through."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from selfeval_extract.document import Text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.form import Form
from selfeval_extract.structure.forms.headers import Header
from selfeval_extract.structure.grid import Grid

WEIGHT = regex(r"[(（]\s*+(\d+(?:\.\d+)?)\s*+分?\s*+[)）]|(?<=[)）\n])\s{0,100}+(\d+(?:\.\d+)?)\s*+分\s*+$")
"""A weight in brackets, or at the end of a heading: （20分）, 预算执行（万元）20分. Blank lines before it are bounded, as
each of them is where it could begin."""

COLON = regex(r"[:：]")
LABEL_LENGTH = 24
"""The longest folded text that may be a label."""

AMOUNTS = ("original", "revised", "budget", "executed", "arrived", "change", "last_year")
"""The fund columns that hold money."""


@dataclass(slots=True)
class Reading:
    """A table's rows and what they have said: `forms`, the last of which is being read, and where in a block we are.

    `header`: of the block being read. `managing`: columns of the fund-management block, counted from the right and
    from the left, with what they hold. `above`: level names of the row above, by half. `levels`: level names over the halves of
    a header. `sides`: the half that each row of the block came from. `pairing`: the last fund row was put together
    from label and figure pairs. `card`: the indicator card being filled.
    """

    grid: Grid
    forms: list[Form] = field(default_factory=lambda: [Form()])
    header: Header | None = None
    managing: list[tuple[int, int, str]] | None = None
    above: defaultdict[int, dict[str, Text]] = field(default_factory=lambda: defaultdict(dict))
    levels: list[Text] = field(default_factory=list)
    sides: list[int] = field(default_factory=list)
    pairing: bool = False
    card: dict[str, Text] | None = None

    @property
    def form(self) -> Form:
        """The form whose rows are being read."""
        return self.forms[-1]

    def order_sides(self) -> None:
        """Rows of halves side by side come one half after the other."""
        if any(self.sides):
            rows = self.form.indicators[-len(self.sides) :]
            order = sorted(range(len(rows)), key=lambda n: self.sides[n])
            self.form.indicators[-len(self.sides) :] = [rows[n] for n in order]
        self.sides = []

    def new_form(self, needed: bool) -> None:
        self.order_sides()
        self.pairing, self.card = False, None
        self.header = self.managing = None
        if needed:
            self.forms.append(Form())
