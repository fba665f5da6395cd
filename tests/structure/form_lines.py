"""What a form states, a line a fact, so that a case of the tests is rows in and lines out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from selfeval_extract.document import Table, Text
from selfeval_extract.structure.forms.form import Form
from selfeval_extract.structure.forms.form_reader import read_forms
from selfeval_extract.structure.grid import Grid


def read(table: Table, after: Table | None = None) -> list[str]:
    """The lines of a table's forms, `---` between two. `after`: the table before, whose form may go on."""
    before = read_forms(Grid(after))[-1] if after else None
    forms = [list(lines(form)) for form in read_forms(Grid(table), before)]
    return [line for n, form in enumerate(forms) for line in (["---"] if n else []) + form]


def lines(form: Form) -> Iterator[str]:
    """The facts of a form, those of a block together."""
    yield from (f"title {title.string}" for title in form.titles)
    yield from (f"field {name}={value.string}" for name, value in form.fields.items())
    yield from (f"above {name}={value.string}" for name, value in form.fields_above.items())
    if form.fund_weight is not None:
        yield f"fund weight {form.fund_weight.string}"
    for row in form.funds:
        label = row.label.string if row.label is not None else "-"
        units = " ".join(f"{role}:{unit}" for role, unit in row.column_units.items())
        yield " ".join(part for part in ("fund", label, _cells(row.cells), row.unit, units) if part)
    yield from (f"split {name}={value.string}" for name, value in form.splits.items())
    yield from (f"expected {goal.string}" for goal in form.expected)
    yield from (f"actual {goal.string}" for goal in form.actual)
    yield from (f"indicator {_cells(row)}" for row in form.indicators)
    yield from (f"closing {name}={value.string}" for name, value in form.closing.items())
    yield from (f"management {name}={value.string}" for name, value in form.management)
    yield from (f"unknown {cell.text.string}" for cell in form.unknown_columns)
    yield from (f"unread {cell.text.string}" for cell in form.unread)


def _cells(cells: Mapping[str, Text]) -> str:
    return " ".join(f"{role}={text.string}" for role, text in sorted(cells.items(), key=lambda cell: _order(cell[0])))


_ROLES = (
    "level1", "level2", "name", "comparator", "target", "adjusted_target", "unit", "actual", "original", "revised", "budget",
    "executed", "weight", "rate", "score", "note",
)  # fmt: skip
"""The order in which cells are shown: roughly that of forms."""


def _order(role: str) -> int:
    return _ROLES.index(role) if role in _ROLES else len(_ROLES)
