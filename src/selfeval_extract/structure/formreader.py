"""Rows of a table → forms: block by block, by what the rows' own labels say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selfeval_extract.document import Cell, Table, Text
from selfeval_extract.structure.detection import find_header
from selfeval_extract.structure.forms import Form, FundRow
from selfeval_extract.structure.grid import Grid, folded, key
from selfeval_extract.structure.headers import Header, cells_by_role, role_of
from selfeval_extract.structure.headings import number_of
from selfeval_extract.structure.titles import bracketed_year, is_form_title
from selfeval_extract.values.numbers import amount, is_nothing, money_unit, points, rate
from selfeval_extract.values.targets import quantity
from selfeval_extract.vocabulary import is_level, label_key, label_role

_WEIGHT = re.compile(r"[(（]\s*(\d+(?:\.\d+)?)\s*分?\s*[)）]")
_FUND_AMOUNTS = ("original", "revised", "budget", "executed", "arrived", "change", "last_year")
_COLON = re.compile(r"[:：]")
_SUBTOTAL = re.compile(r"(小计|分项(合计|得分)|.{0,8}小计)")
_LABEL_LENGTH = 24
_GRADES = re.compile(r"(优秀?|良好?|中等?|差|合格|不合格|较差|[ABCD]级?)")


class FormReader:
    """Walks the rows of one table. `forms` holds a form for each head that the table has."""

    def __init__(self, table: Table) -> None:
        self.grid = Grid(table)
        self.forms = [Form()]
        self.header: Header | None = None
        self.managing: list[tuple[int, int, str]] | None = None
        self.above: dict[str, Text] = {}
        self.levels: list[Text] = []
        self.sides: list[int] = []
        self.pairing = False
        self.card: dict[str, Text] | None = None

    @property
    def form(self) -> Form:
        """The form whose rows are being read."""
        return self.forms[-1]

    def read(self) -> list[Form]:
        """All forms of the table, in order."""
        row = 0
        while row < self.grid.height:
            row = self._read_row(row)
        self._order_sides()
        return self.forms

    def _read_row(self, row: int) -> int:
        """Read the row and whatever belongs to it; the number of the next one."""
        header = find_header(self.grid, row)
        if header is not None:
            return self._begin_block(header)
        if not self.grid.filled(row):
            return row + 1
        for step in (
            self._title,
            self._sources_across,
            self._levels_across,
            self._goal,
            self._manage,
            self._fund,
            self._fund_pairs,
            self._card,
            self._split,
            self._labelled,
            self._indicator,
        ):
            done = step(row)
            if done:
                return done
        self.form.unread += self.grid.filled(row)
        return row + 1

    # -- blocks ------------------------------------------------------------------------------------------------

    def _begin_block(self, header: Header) -> int:
        self._order_sides()
        for cell in self._left_of(header):
            done = self._pair_roles([cell], quiet=True)
            if not done and header.group == "fund_columns":
                self._block_heading(cell)
        self.header, self.managing, self.above, self.levels = header, None, {}, []
        self.form.interim = self.form.interim or ("interim" in header.roles and not header.roles & {"actual", "executed"})
        if header.group == "indicator_columns":
            self.form.indicator_roles |= header.roles
        return header.last + 1

    def _order_sides(self) -> None:
        """Rows of halves side by side come one half after the other."""
        if any(self.sides):
            rows = self.form.indicators[-len(self.sides) :]
            order = sorted(range(len(rows)), key=lambda n: self.sides[n])
            self.form.indicators[-len(self.sides) :] = [rows[n] for n in order]
        self.sides = []

    def _left_of(self, header: Header) -> list[Cell]:
        first = next((c.start for c in header.columns if c.role), 0)
        return [c for c in header.heads if c.text and c.column < first]

    def _block_heading(self, cell: Cell) -> None:
        """What a fund block's heading says besides its name: the money unit, the execution row's weight."""
        self.form.unit = money_unit(folded(cell)) or self.form.unit
        weight = _WEIGHT.search(cell.text.string)
        if weight and self.form.fund_weight is None:
            self.form.fund_weight = cell.text.part(*weight.span(1))

    def _title(self, row: int) -> int:
        filled = self.grid.filled(row)
        text = folded(filled[0])
        if len(filled) > 2 or not (is_form_title(text) or bracketed_year(text)):
            return 0
        if is_form_title(text):
            self._new_form(bool(self.form.begun or self.form.fields))
            self.form.titled = True
        self.form.titles.append(filled[0].text)
        for cell in filled[1:]:
            self.form.unit = money_unit(folded(cell)) or self.form.unit
        return row + 1

    def _new_form(self, needed: bool) -> None:
        self._order_sides()
        self.pairing, self.card = False, None
        self.header = self.managing = None
        if needed:
            self.forms.append(Form())

    # -- goals -------------------------------------------------------------------------------------------------

    def _goal(self, row: int) -> int:
        cells = self.grid.filled(row)
        roles = [self._goal_role(c) for c in cells]
        if not any(roles) or self._inside_indicators(row, cells):
            return 0
        pairs = [(role, cells[n + 1]) for n, role in enumerate(roles[:-1]) if role and roles[n + 1] is None]
        if pairs and all(not self._is_label(c) for _, c in pairs):
            for role, cell in pairs:
                self._add_goal(role, cell.text)
            return row + 1
        heads = {role: cell for role, cell in zip(roles, cells, strict=True) if role}
        if len(heads) == 2 and len(cells) <= 4:
            return self._goals_below(row, heads)
        return 0

    def _goal_role(self, cell: Cell) -> str | None:
        text = key(cell)
        return (
            label_role("goal_heads", text)
            if len(text) <= _LABEL_LENGTH and label_role("head_fields", text) is None
            else None
        )

    def _inside_indicators(self, row: int, cells: Sequence[Cell]) -> bool:
        if self.header is None or self.header.group != "indicator_columns":
            return False
        return len(cells) > 3 or any(quantity(folded(c)) or is_level(folded(c)) for c in cells)

    def _add_goal(self, role: str | None, text: Text) -> None:
        (self.form.actual if role == "actual" else self.form.expected).append(text)

    def _goals_below(self, row: int, heads: dict[str, Cell]) -> int:
        self.header = self.managing = None
        if self.form.expected and not self.form.actual:
            self.form.expected.clear()  # the year's goals, set beside what came of them, go before long-term ones
        below = row + 1
        while below < self.grid.height and not self._stops_goal(below, heads):
            for role, head in heads.items():
                cell = self._below(head, below, row)
                if cell is not None and cell.text and cell.row > row:
                    self._add_goal(role, cell.text)
            below += 1
        return below

    def _stops_goal(self, row: int, heads: dict[str, Cell]) -> bool:
        cells = self.grid.filled(row)
        if find_header(self.grid, row) or not cells:
            return True
        if len(cells) == 1 and (number_of(folded(cells[0])) or all(self._covers(cells[0], h) for h in heads.values())):
            return len(folded(cells[0])) <= _LABEL_LENGTH
        if any(self._is_label(c) for c in cells):
            return True
        return any(self._goal_role(c) for c in cells) and len(cells) > 1

    def _covers(self, cell: Cell, head: Cell) -> bool:
        return self.grid.ruled and cell.column <= head.column < cell.column + cell.colspan

    def _below(self, head: Cell, row: int, head_row: int) -> Cell | None:
        if self.grid.ruled and not self.grid.open:
            cell = self.grid.at(row, head.column)
            return cell if cell is not None and cell.row == row else None
        cells, above = self.grid.rows[row], self.grid.rows[head_row]
        if self.grid.open:
            cells, above = [c for c in cells if c.text], [c for c in above if c.text]
            above = above[len(above) - len(cells) :] if len(cells) == len(above) - 1 else above
        if len(cells) == len(above):
            return cells[above.index(head)]
        filled, heads = [c for c in cells if c.text], [c for c in above if self._goal_role(c)][-2:]
        at = heads.index(head) if head in heads else 0
        return filled[at] if at < len(filled) else None

    # -- fund management (transfer form) -----------------------------------------------------------------------

    def _manage(self, row: int) -> int:
        cells = self.grid.filled(row)
        roles = {role_of("manage_heads", c): c for c in cells if role_of("manage_heads", c)}
        if {"situation", "problems"} <= roles.keys():
            self.header, self.managing = None, [
                (head.column - len(self.grid.rows[row]), head.column, name)
                for name in ("problems", "measures")
                if (head := roles.get(name)) is not None
            ]
            return row + 1
        if self.managing is None:
            return 0
        if any(self._is_label(c) and self._closing_role(c) in (None, "end") for c in cells[:1]):
            self.managing = None
            return 0
        for from_right, column, name in self.managing:
            cell = self.grid.at(row, column)
            if not self.grid.ruled:
                rows = self.grid.rows[row]
                cell = rows[from_right] if len(rows) >= -from_right else None
            if cell is not None and cell.text:
                self.form.managed.append((name, cell.text))
        return row + 1

    # -- funds -------------------------------------------------------------------------------------------------

    def _fund(self, row: int) -> int:
        header = self.header
        if header is None or header.group != "fund_columns":
            return 0
        cells = cells_by_role(self.grid, header, row)
        label = self._fund_label(header, row) if self.grid.ruled else cells.pop("label", None)
        if not self._is_fund_row(cells, label, row):
            return 0
        if "task" in header.roles and label_role("fund_rows", key(label)) != "total":
            return row + 1
        units = {c.role: unit for c in header.columns if c.role and (unit := money_unit(folded(c.cell)))}
        texts = {role: cell.text for role, cell in cells.items() if role != "label" and cell.text}
        unit = (money_unit(folded(label)) if label else None) or self.form.unit
        self.form.funds.append(FundRow(label.text if label else None, texts, unit, units))
        return row + 1

    def _fund_label(self, header: Header, row: int) -> Cell | None:
        first = min((c.start for c in header.columns if c.role and c.role != "label"), default=0)
        left = [
            c
            for c in self.grid.across(row, 0, first)
            if c.text and c.row > header.last and c.column + c.colspan <= first
        ]
        return left[-1] if left else None

    def _is_fund_row(self, cells: dict[str, Cell], label: Cell | None, row: int) -> bool:
        """Label and blanks, or figures under the columns of amounts; anything else has left the block."""
        if label is None:
            return self._is_bare_fund_row(cells)
        if not label.text or self._is_split(label) or points(folded(label)) is not None:
            return False
        held = [folded(c) for role, c in cells.items() if role in _FUND_AMOUNTS and c.text]
        if any(amount(t) is None and not is_nothing(t) for t in held):
            return False
        if self._beside_lead(row):
            return True
        known = label_role("fund_rows", key(label)) is not None
        return bool(held) or known

    def _sources_across(self, row: int) -> int:
        """A fund block set the other way round: sources across, budget and execution down."""
        heads = [c for c in self.grid.filled(row) if c is not self.grid.rows[row][0]]
        if len(heads) < 2 or not all(label_role("fund_rows", key(c)) for c in heads) or self._amount_row(row) or not self._amount_row(row + 1):
            return 0
        self.header = self.managing = None
        first = self.grid.rows[row][0]
        unit = money_unit(folded(first)) or self.form.unit
        funds = [FundRow(head.text, {}, unit) for head in heads]
        below = row + 1
        while self._amount_row(below):
            role = self._amount_row(below)
            assert role is not None
            for fund, head in zip(funds, heads, strict=True):
                cell = self._same_column(head, row, below)
                if cell is not None and cell.text:
                    fund.cells[role] = cell.text
            below += 1
        self.form.funds += funds
        return below

    def _amount_row(self, row: int) -> str | None:
        """The fund role that a row's first cell names, if the cells behind it are figures."""
        if row >= self.grid.height or not self.grid.filled(row):
            return None
        first, *rest = self.grid.filled(row)
        role = role_of("fund_columns", first)
        figures = [c for c in rest if amount(folded(c)) is not None or rate(folded(c)) is not None or is_nothing(folded(c))]
        return role if rest and len(figures) == len(rest) and role not in (None, "label", "note", "task") else None

    def _same_column(self, head: Cell, row: int, below: int) -> Cell | None:
        if self.grid.ruled:
            return self.grid.at(below, head.column)
        cells, heads = self.grid.rows[below], self.grid.rows[row]
        at = heads.index(head)
        return cells[at] if at < len(cells) else None

    def _levels_across(self, row: int) -> int:
        """A row of level names right above a header without level columns: each heads the columns below it."""
        cells = self.grid.filled(row)
        below = find_header(self.grid, row + 1) if row + 1 < self.grid.height and is_level(folded(cells[0])) else None
        if below is None or below.group != "indicator_columns" or "level1" in below.roles or len(cells) != len(halves(below)):
            return 0
        self._begin_block(below)
        self.levels = [c.text for c in cells]
        return below.last + 1

    def _is_bare_fund_row(self, cells: dict[str, Cell]) -> bool:
        """Figures right under a header that leaves no room for labels: the form's only fund row."""
        held = [folded(c) for role, c in cells.items() if role in _FUND_AMOUNTS and c.text]
        return len(held) >= 2 and all(amount(t) is not None for t in held) and not self.form.funds

    def _beside_lead(self, row: int) -> bool:
        """Whether a row still stands beside the block's heading, which is merged over all its rows."""
        header = self.header
        if header is None:
            return False
        if not self.grid.ruled:
            cells = self.grid.rows[row]
            return len(cells) == header.width and not cells[0].text
        return any(c.row + c.rowspan > row and c.row + c.rowspan > header.last + 2 for c in header.heads)

    def _fund_pairs(self, row: int) -> int:
        """A fund row without a header: label and figure side by side, or both in one cell."""
        cells = self.grid.filled(row)
        if self.header is not None or (self.form.funds and not self.pairing):
            return 0
        found = list(self._figure_pairs(cells))
        pairs = [(role, text) for role, text, _ in found]
        taken = [c for _, _, used in found for c in used]
        if not any(role in _FUND_AMOUNTS for role, _ in pairs) and not (pairs and self.pairing and pairs[0][0] == "rate"):
            return 0
        first = cells[0] if role_of("fund_columns", cells[0]) is None or _COLON.search(cells[0].text.string) is None else None
        label = first.text if first is not None and label_role("fund_rows", key(first)) else None
        fund = self.form.funds[-1] if self.pairing and label is None else None
        if fund is None or fund.cells.keys() & {role for role, _ in pairs}:
            fund = FundRow(label, {}, money_unit(folded(cells[0])) or self.form.unit)
            self.form.funds.append(fund)
            weight = _WEIGHT.search(cells[0].text.string)
            if weight and self.form.fund_weight is None:
                self.form.fund_weight = cells[0].text.part(*weight.span(1))
        fund.cells.update({role: text for role, text in pairs if text})
        self.pairing = True
        used = {id(c) for c in (*taken, cells[0] if label is not None else None)}
        self._pair_roles([c for c in cells if id(c) not in used])
        return row + 1

    def _figure_pairs(self, cells: Sequence[Cell]) -> Iterator[tuple[str, Text, Sequence[Cell]]]:
        """Fund roles with the figures that stand behind them, in the next cell or behind a colon in the same, and the
        cells that both take up."""
        for n, cell in enumerate(cells):
            colon = _COLON.search(cell.text.string)
            if colon:
                role = role_of("fund_columns", replace(cell, text=cell.text.part(0, colon.start())))
                value = cell.text.part(colon.end(), len(cell.text.string))
            else:
                role = role_of("fund_columns", cell)
                value = cells[n + 1].text if n + 1 < len(cells) else Text("")
            figure = value.folded.text
            words = label_key(folded(cell).split(":")[0])
            if label_role("split_rows", words) or (role == "score" and words != "得分" and label_role("closing_rows", words)):
                continue
            known = role in (*_FUND_AMOUNTS, "rate", "weight", "score")
            if known and role and ((colon and not figure) or amount(figure) is not None or rate(figure) is not None or points(figure) is not None):
                yield role, value, cells[n : n + (1 if colon else 2)]

    def _card(self, row: int) -> int:
        """An indicator set as a card: 指标名称 | … | 分值 | …, with its target and actual value in the rows below."""
        cells = self.grid.filled(row)
        if self.header is not None:
            return 0
        found = dict(self._card_pairs(cells))
        if not found or ("name" not in found and (not self.card or found.keys() & self.card.keys())):
            return 0
        if "name" in found:
            self.card = {}
            self.form.indicators.append(self.card)
            if is_level(folded(cells[0])):
                self.card["level1"] = cells[0].text
        assert self.card is not None
        self.card.update(found)
        self.form.indicator_roles |= found.keys()
        return row + 1

    def _card_pairs(self, cells: Sequence[Cell]) -> Iterator[tuple[str, Text]]:
        n = 0
        while n < len(cells):
            parts = [label_role("indicator_columns", label_key(part)) for part in folded(cells[n]).split("/")]
            values = cells[n + 1 : n + 1 + len(parts)]
            if all(parts) and len(values) == len(parts) and not any(role_of("indicator_columns", v) for v in values):
                yield from ((role, v.text) for role, v in zip(parts, values, strict=True) if role)
                n += len(parts)
            n += 1

    def _is_split(self, cell: Cell) -> bool:
        parts = _COLON.split(folded(cell))
        return len(parts) > 1 and label_role("split_rows", label_key(parts[-2])) is not None

    def _split(self, row: int) -> int:
        """Amounts inside label cells: 其中：一般公共预算：185.7."""
        cells = [c for c in self.grid.filled(row) if self._is_split(c) or label_role("split_rows", key(c)) == "heading"]
        if not cells or len(cells) < len([c for c in self.grid.filled(row) if not self._is_lead(c)]):
            return 0
        for cell in cells:
            self._add_split(cell.text)
        return row + 1

    def _is_lead(self, cell: Cell) -> bool:
        return cell.rowspan > 1 or money_unit(folded(cell)) is not None

    def _add_split(self, text: Text) -> None:
        marks = [m.start() for m in _COLON.finditer(text.string)]
        for n, at in enumerate(marks):
            label = label_key(text.part(marks[n - 1] + 1 if n else 0, at).folded.text)
            role = label_role("split_rows", label)
            value = text.part(at + 1, marks[n + 1] if n + 1 < len(marks) else len(text.string))
            if role and role != "heading" and amount(value.folded.text) is not None and value:
                self.form.splits.setdefault(role, value)

    # -- labelled rows: head and closing -----------------------------------------------------------------------

    def _split_pairs(self, cells: Sequence[Cell]) -> bool:
        """基本支出总额 | 2,105.30: a kind of spending with its amount beside it."""
        pairs = [
            (role, value)
            for label, value in zip(cells, cells[1:], strict=False)
            if (role := label_role("split_rows", key(label))) not in (None, "heading", "other") and amount(folded(value)) is not None
        ]
        for role, value in pairs:
            assert role is not None
            self.form.splits.setdefault(role, value.text)
        return bool(pairs)

    def _closing_role(self, cell: Cell) -> str | None:
        text = key(cell)
        return label_role("closing_rows", text) if len(text) <= _LABEL_LENGTH else None

    def _head_role(self, cell: Cell) -> str | None:
        text = key(cell)
        return label_role("head_fields", text) if len(text) <= _LABEL_LENGTH else None

    def _is_label(self, cell: Cell) -> bool:
        return bool(
            self._head_role(cell) or self._closing_role(cell) or label_role("goal_heads", key(cell)) == "actual"
        )

    def _labelled(self, row: int) -> int:
        cells = self.grid.rows[row]
        filled = [c for c in cells if c.text]
        if self._is_indicator_row(row, filled):
            return 0
        if self._split_pairs(filled):
            return row + 1
        if label_role("execution_rows", key(filled[0])) and (self.header or self.form.funds):
            return self._execution_row(row)
        if self._closing_role(filled[0]) == "total" or (
            self.form.indicators and label_key(folded(filled[0])) in ("得分", "总分")
        ):
            return self._total(row, filled)
        return row + 1 if self._pair_roles(filled) else 0

    def _is_indicator_row(self, row: int, filled: Sequence[Cell]) -> bool:
        header = self.header
        if header is None or header.group != "indicator_columns":
            return False
        if self._closing_role(filled[0]) == "total" and filled[0] is self.grid.filled(row)[0]:
            name = header.column("name")
            return bool(self.grid.ruled and name and filled[0].column >= name.start and len(filled) > 3)
        if self.grid.ruled:
            name = header.column("name") or header.column("level2") or header.column("level1")
            if name and filled[0].colspan > name.end - name.start and len(filled) <= 4 and self._is_label(filled[0]):
                return False
            reaches = [c for c in filled if name and c.column >= name.start]
            starts_in_levels = bool(name and filled[0].column >= name.start)
            return starts_in_levels or is_level(folded(filled[0])) or len(reaches) >= 3
        width = len(header.columns)
        return len(self.grid.rows[row]) > max(3, 0.6 * width) or is_level(folded(filled[0]))

    def _pair_roles(self, cells: Sequence[Cell], quiet: bool = False) -> bool:
        """Read label and value pairs: side by side, or both in one cell behind a colon. Whether any label was known."""
        known = False
        n = 0
        while n < len(cells):
            role, value, used = self._pair(cells, n)
            if role:
                known = True
                if not (quiet and value is None):
                    self._field(role, value)
            n += used
        return known

    def _pair(self, cells: Sequence[Cell], n: int) -> tuple[str | None, Text | None, int]:
        cell = cells[n]
        role = self._field_role(cell)
        if role:
            follows = cells[n + 1] if n + 1 < len(cells) else None
            if follows is not None and not self._field_role(follows):
                return role, follows.text, 2
            return role, None, 1
        colon = _COLON.search(cell.text.string)
        if colon and colon.start() <= _LABEL_LENGTH:
            inner = replace(cell, text=cell.text.part(0, colon.start()))
            role = self._field_role(inner)
            value = cell.text.part(colon.end(), len(cell.text.string))
            if role:
                return role, value if value else None, 1
        return None, None, 1

    def _field_role(self, cell: Cell) -> str | None:
        """head:… or closing:… for a label cell. Behind the indicators a form's closing labels go before those of its head."""
        head, closing = self._head_role(cell), self._closing_role(cell)
        first, second = (f"closing:{closing}" if closing else None), (f"head:{head}" if head else None)
        return (first or second) if self.form.begun else (second or first)

    def _field(self, role: str, value: Text | None) -> None:
        group, name = role.split(":")
        if name in ("subject", "department") and self.form.begun and self.form.indicators:
            self._new_form(True)
        if group == "head" or name in (
            "total",
            "end",
            "problems",
            "measures",
            "conclusion",
            "grade",
            "problems_and_measures",
        ):
            self.header = self.managing = None
        if value is None or not value:
            return
        if name == "money_unit":
            self.form.unit = money_unit(value.folded.text) or self.form.unit
            return
        target = self.form.fields if group == "head" else self.form.closing
        if name == "subject" and "subject" in target and len(target["subject"].string) < 2:
            target.pop("subject")
        target.setdefault(name, value)

    def _total(self, row: int, filled: Sequence[Cell]) -> int:
        """The row of totals: weight and score by their columns; a lone figure under neither is the score."""
        header = self.header if self.header and self.header.group == "indicator_columns" else None
        found = self._total_by_column(header, row) if header else {}
        figures = [c for c in filled[1:] if _is_points(c)]
        if not found and len(figures) == 2:
            order = [c.role for c in header.columns if c.role in ("weight", "score")] if header else []
            found = dict(zip(order if len(order) == 2 else ("weight", "score"), figures, strict=True))
        elif not found and len(figures) == 1:
            found = {"score": figures[0]}
        for role, cell in found.items():
            self.form.closing.setdefault(role, cell.text)
        for cell in filled[1:]:
            if _GRADES.fullmatch(folded(cell)):
                self.form.closing.setdefault("grade", cell.text)
        self._pair_roles([c for c in filled[1:] if not _is_points(c)])
        self.header = None
        return row + 1

    def _execution_row(self, row: int) -> int:
        """A row that scores the budget's execution: weight and score of the fund block's total row."""
        header = self.header
        if header is not None:
            found = {role: cell.text for role, cell in self._total_by_column(header, row).items()}
        else:
            found = {role: text for role, text, _ in self._figure_pairs(self.grid.filled(row)[1:])}
        for role, text in found.items() if self.form.funds else ():
            self.form.funds[0].cells.setdefault(role, text)
        return row + 1

    def _total_by_column(self, header: Header, row: int) -> dict[str, Cell]:
        if not self.grid.ruled:
            return self._total_from_right(header, row)
        found = {}
        for role in ("weight", "score"):
            column = header.column(role)
            cell = self.grid.at(row, column.start) if column else None
            if (
                cell is not None
                and cell.row == row
                and cell.colspan <= max(2, column.end - column.start if column else 1)
                and points(folded(cell)) is not None
            ):
                found[role] = cell
        return found

    def _total_from_right(self, header: Header, row: int) -> dict[str, Cell]:
        cells = self.grid.rows[row]
        roles = [c.role for c in header.columns]
        if len(cells) < 2 or len(cells) > len(roles):
            return {}
        tail = roles[len(roles) - len(cells) + 1 :]
        found = {
            role: c
            for role, c in zip(tail, cells[1:], strict=True)
            if role in ("weight", "score") and _is_points(c)
        }
        figures = sum(_is_points(c) for c in cells[1:])
        return found if len(found) == figures else {}

    # -- indicators --------------------------------------------------------------------------------------------

    def _indicator(self, row: int) -> int:
        header = self.header
        if header is None or header.group != "indicator_columns":
            return 0
        filled = self.grid.filled(row)
        if _SUBTOTAL.fullmatch(key(filled[0])) or any(_SUBTOTAL.fullmatch(key(c)) for c in filled[:3]):
            return row + 1
        if len(filled) == 1 and is_level(folded(filled[0])) and "level1" not in header.roles:
            self.above = {"level1": filled[0].text}
            return row + 1
        for n, half in enumerate(halves(header)):
            self._add_indicator(half, row, n)
        return row + 1

    def _add_indicator(self, header: Header, row: int, half: int) -> None:
        cells = cells_by_role(self.grid, header, row)
        texts: dict[str, Text] = {role: cell.text for role, cell in cells.items() if cell.text}
        self._deepest_is_name(header, texts)
        if self.levels:
            texts["level1"] = self.levels[half]
        for level in self._inheriting(header, cells, texts):
            texts[level] = self.above[level]
        if not any(role in texts for role in ("name", "target", "actual", "score", "weight")):
            return
        if not self.grid.ruled or "level1" not in header.roles:
            self.above = {k: texts[k] for k in ("level1", "level2") if k in texts}
        else:
            self.above = {k: v for k, v in texts.items() if k in ("level1", "level2")}
        self.form.indicators.append(texts)
        self.sides.append(half)

    def _inheriting(self, header: Header, cells: dict[str, Cell], texts: dict[str, Text]) -> Iterator[str]:
        """The level columns whose value goes on from the row above: where merges cannot be seen, and a level-2 name
        never goes on under a new level 1."""
        if "level1" not in header.roles and "level1" not in texts and "level1" in self.above:
            yield "level1"
        fresh = "level1" in texts and (
            self.above.get("level1") is None or texts["level1"].string != self.above["level1"].string
        )
        for level in ("level1", "level2"):
            if level in texts or level not in self.above or level not in header.roles or (level == "level2" and fresh):
                continue
            cell = cells.get(level)
            if not self.grid.ruled or (cell is not None and cell.resumes):
                yield level

    def _deepest_is_name(self, header: Header, texts: dict[str, Text]) -> None:
        """In a form without a column of names the deepest level is the indicator; one with a level 4 is named there."""
        if "level4" in header.roles and "level4" in texts:
            texts["name"] = texts.pop("level4")
        elif "name" not in header.roles:
            deepest = "level2" if "level2" in header.roles else "level1"
            if deepest in texts:
                texts["name"] = texts.pop(deepest)
        name, level2 = texts.get("name"), texts.get("level2")
        if name is None and level2 is not None and not is_level(level2.folded.text) and self.grid.ruled:
            texts["name"] = texts.pop("level2")


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


def read_forms(table: Table) -> list[Form]:
    """The forms that a table's rows make, in order; a form without content for a table that is none."""
    return FormReader(table).read()


__all__ = ["FormReader", "halves", "rate", "read_forms"]


def _is_points(cell: Cell) -> bool:
    """Whether a cell of the row of totals holds points; a percentage there is a rate."""
    return points(folded(cell)) is not None and not folded(cell).endswith("%")
