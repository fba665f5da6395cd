"""Cells without row ends → rows, by what the cells say.

Some converters print a cell a line and do not tell where a row ends; some drop empty cells as well. The labels of a
form are known, so the rows can be won back: a run of column labels is a header, cells behind it fill its columns, a
label followed by something that is no label is a pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selfeval_extract.document import Block, Table, Text
from selfeval_extract.structure.forms.column_alignment import cut_rows, fit
from selfeval_extract.structure.forms.header_detection import find_header
from selfeval_extract.structure.forms.headers import Header, lead_roles
from selfeval_extract.structure.grid import LABEL_LENGTH, Grid, counted_table
from selfeval_extract.structure.text_dumps.unmarked_tables import with_unmarked_tables
from selfeval_extract.values.numbers import amount, is_nothing, points, rate
from selfeval_extract.values.targets import quantity
from selfeval_extract.vocabulary.labels import (
    CLOSING_ROWS,
    FUND_COLUMNS,
    FUND_ROWS,
    GOAL_HEADS,
    HEAD_FIELDS,
    INDICATOR_COLUMNS,
    LONGEST_LABEL_TEXT,
    MANAGEMENT_COLUMNS,
    ColumnGroup,
    label_key,
)
from selfeval_extract.vocabulary.roles import GoalRole
from selfeval_extract.vocabulary.words import is_level

_MOST_COLUMNS = 24
_GAP = 3
_MONEY_COLUMNS = frozenset({"original", "revised", "budget", "executed", "arrived"})


def with_recovered_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks with the rows of every table known, and with dumps that look like prose turned into tables."""
    for block in with_unmarked_tables(blocks):
        if isinstance(block, Table) and not block.breaks:
            blanks = any(not c.text for c in block.cells)
            yield counted_table(CellStream([c.text for c in block.cells], blanks).rows())._replace(empties=blanks)
        else:
            yield block


Taken = tuple[list[list[Text]], int]
"""Rows of the stream, and the position behind them."""


class _HeaderRun(NamedTuple):
    """A header in the stream: its rows and the position behind it."""

    rows: list[list[Text]]
    end: int
    header: Header


class CellStream:
    """A form's cells one behind the other. `blanks`: empty cells are among them, so that rows keep their width."""

    def __init__(self, cells: Sequence[Text], blanks: bool) -> None:
        self.cells = list(cells)
        self.blanks = blanks
        self.words = [c.folded.text for c in self.cells]
        self.keys = [label_key(w) if len(w) <= LONGEST_LABEL_TEXT else "" for w in self.words]

    def rows(self) -> list[list[Text]]:
        """The cells in rows."""
        rows: list[list[Text]] = []
        at = 0
        while at < len(self.cells):
            for take in (self._block, self._goals, self._management, self._total, self._pair):
                if taken := take(at):
                    break
            more, at = taken or ([[self.cells[at]]], at + 1)
            rows += more
        return rows

    def _word(self, at: int) -> str:
        """A cell's text; none behind the last."""
        return self.words[at] if at < len(self.words) else ""

    def header(self, at: int) -> _HeaderRun | None:
        """The header that begins at a cell: with up to two cells of a block's heading before its labels."""
        if self._is_goal_label(at):
            return None
        for group, named in ((INDICATOR_COLUMNS, ("level1", "level2", "name")), (FUND_COLUMNS, ())):
            for lead in range(3):
                end = self._labels_end(group, at + lead)
                if end - at - lead < 2 or not self._may_be_block_heading(at, lead):
                    continue
                roles = {group.role(k) for k in self.keys[at + lead : end]}
                if named and not roles & set(named) and not self._second_row_end(group, at, end):
                    continue
                run = self._header_run(group, at, end)
                if run is not None:
                    return run
        return None

    def _is_goal_label(self, at: int) -> bool:
        """Whether a cell is a goal's label, with its text and then a header behind it."""
        return (
            self._goal_role(at) == "actual"
            and at + 2 < len(self.keys)
            and INDICATOR_COLUMNS.role(self.keys[at + 1]) is None
            and INDICATOR_COLUMNS.role(self.keys[at + 2]) in ("level1", "name")
        )

    def _labels_end(self, group: ColumnGroup, start: int) -> int:
        """The end of a run of column labels; unknown short words among and behind them are labels, too, up to where
        data begin: an empty cell, a level's name, a figure."""
        end = self._known_end(group, start)
        if end == start:
            return end
        while True:
            ahead = next((n for n in range(end, min(end + _GAP, len(self.keys))) if group.role(self.keys[n])), None)
            if ahead is None or not all(self._may_be_label(n) for n in range(end, ahead)):
                break
            further = self._known_end(group, ahead)
            if further == end:
                break  # a label that is known but begins another block: the total's row of the funds
            end = further
        tail = end
        while tail < min(end + 3, len(self.words)) and self._may_be_label(tail):
            tail += 1
        stops = tail < len(self.words) and (not self.words[tail] or is_level(self.words[tail]))
        return tail if stops and group == INDICATOR_COLUMNS else end

    def _may_be_label(self, at: int) -> bool:
        word = self.words[at]
        known = any(g.role(self.keys[at]) for g in (HEAD_FIELDS, FUND_ROWS))
        return (
            0 < len(word) <= 14
            and word[-1] not in "。;,"
            and not is_level(word)
            and quantity(word) is None
            and points(word) is None
            and not known
        )

    def _known_end(self, group: ColumnGroup, start: int) -> int:
        end = start
        seen: list[str] = []
        while end < len(self.keys) and end - start < _MOST_COLUMNS and (role := group.role(self.keys[end])) is not None:
            if role in seen and role in ("name", "level1", "executed", "original"):
                break
            if group == FUND_COLUMNS and FUND_ROWS.role(self.keys[end]) == "total":
                break
            seen.append(role)
            end += 1
        return end

    def _may_be_block_heading(self, at: int, lead: int) -> bool:
        """Whether cells before a header's labels can be its block's heading: short words, no label of another kind."""
        before = zip(self.words[at : at + lead], self.keys[at : at + lead], strict=True)
        return not any(
            len(word) > 16
            or points(word) is not None
            or HEAD_FIELDS.role(key)
            or CLOSING_ROWS.role(key)
            or is_level(word)
            for word, key in before
            if word or not self.blanks
        )

    def _second_row_end(self, group: ColumnGroup, start: int, end: int) -> int:
        """The end of a second header row behind a first one, 0 if there is none."""
        first = end - start
        at = end
        while at < len(self.words) and not self.words[at] and at - end < first:
            at += 1
        before = at - end
        stop = self._labels_end(group, at)
        if stop - at < 2 or (before == 0 and not any(group.role(k) in ("level1", "name") for k in self.keys[at:stop])):
            return 0
        if not self.blanks:
            return stop
        below = {group.role(k) for k in self.keys[at:stop]}
        rest = self.keys[start + before : end]
        heads = sum(group.role(k) is None or group.role(k) in below for k in rest)
        after = len(rest) - max(heads, 1)
        return stop + after if not any(self.words[stop : stop + after]) else 0

    def _header_run(self, group: ColumnGroup, start: int, end: int) -> _HeaderRun | None:
        second = self._second_row_end(group, start, end)
        rows = [self.cells[start:end]] + ([self.cells[end:second]] if second else [])
        stop = second or end
        probe = [*rows, self.cells[stop : stop + len(rows[-1])]]
        header = find_header(Grid(counted_table(probe)), 0)
        if header is None or header.group != group or header.last + 1 != len(rows):
            return None
        return _HeaderRun(rows, stop, header)

    def _block(self, at: int) -> Taken | None:
        """A header, and the rows under it up to a label that ends the block."""
        run = self.header(at)
        if run is None:
            return None
        roles, group = lead_roles(run.header), run.header.group
        rows, end = run.rows, run.end
        if self.blanks:
            width = len(roles)
            while end < len(self.cells) and not self._ends_block(end, group, width) and self._may_be_row(end, roles):
                rows.append(self.cells[end : end + width])
                end += width
            return rows, end
        while end < len(self.cells) and not self._ends_block(end, group, 1):
            end += 1
        cuts = cut_rows(self.words[run.end : end], [role for role in roles if role != "lead"])
        return rows + [[self.cells[run.end + n] for n in cut] for cut in cuts], end

    def _may_be_row(self, at: int, roles: Sequence[str | None]) -> bool:
        """Whether cells can be a row of a block: no words where figures belong."""
        row = self.words[at : at + len(roles)]
        return (
            not any(role in _MONEY_COLUMNS and fit(role, w) >= 4 for role, w in zip(roles, row, strict=False))
            and self._management(at) is None
        )

    def _ends_block(self, at: int, group: ColumnGroup, width: int) -> bool:
        start = next((n for n in range(at, at + width - 1) if self._word(n)), at + width - 1)
        if start >= len(self.words):
            return True
        key, word = self.keys[start], self.words[start]
        label, colon, value = word.partition(":")
        if colon and value and len(label) <= 8 and CLOSING_ROWS.role(label_key(label)) not in (None, "end"):
            return True
        follows = points(self._word(start + 1))
        closing, of_funds = CLOSING_ROWS.role(key), group == FUND_COLUMNS and FUND_ROWS.role(key) is not None
        if closing == "total":
            return group == INDICATOR_COLUMNS and (follows is not None or not self._word(start + 1))
        if closing and not follows and (start == at or closing != "end"):
            return len(key) <= 16 and not of_funds
        if of_funds:
            return False
        of_head = HEAD_FIELDS.role(key) not in (None, "ignored", "subject") or key == "项目名称"
        return (
            (of_head and not is_level(word))
            or (group == FUND_COLUMNS and GOAL_HEADS.role(key) is not None)
            or self.header(at) is not None
            or (start > at and self.header(start) is not None)
            or self._goals_begin(start)
        )

    def _goal_role(self, at: int) -> GoalRole | None:
        return GOAL_HEADS.role(self.keys[at]) if at < len(self.keys) and self.words[at] else None

    def _goals_begin(self, at: int) -> bool:
        roles = [self._goal_role(at + n) for n in range(3)]
        return (
            roles[:2] == ["expected", "actual"]
            or roles == ["expected", "expected", "actual"]
            or roles == ["actual", "expected", "actual"]
        )

    def _goals(self, at: int) -> Taken | None:
        """Two goal labels side by side and the two texts below them, with the block's heading before them or not."""
        lead = next(
            (n for n in range(2) if [self._goal_role(at + n), self._goal_role(at + n + 1)] == ["expected", "actual"]),
            None,
        )
        if lead is None or (lead and not self._goal_role(at)):
            return None
        end = at + lead + 2
        rows = [self.cells[at:end]]
        start = end
        while self.blanks and lead and start < min(end + 2, len(self.words)) and not self.words[start]:
            start += 1
        values = self.cells[start : start + 2]
        return [*rows, [*self.cells[end:start], *values]], start + 2

    def _management(self, at: int) -> Taken | None:
        """The fund-management block: its header and rows of the same width."""
        roles = [MANAGEMENT_COLUMNS.role(k) for k in self.keys[at : at + 4]]
        if "problems" not in roles or "situation" not in roles[: roles.index("problems")]:
            return None
        if any(
            w and not r and len(w) > 12
            for w, r in zip(self.words[at : at + roles.index("problems")], roles, strict=False)
        ):
            return None
        width = roles.index("problems") + 1
        rows = [self.cells[at : at + width]]
        at += width
        width = width if self.blanks else 3
        while at < len(self.cells) and not self._ends_management(at, width):
            rows.append(self.cells[at : at + width])
            at += width
        return rows, at

    def _ends_management(self, at: int, width: int) -> bool:
        start = next((n for n in range(at, min(at + width, len(self.words))) if self.words[n]), at)
        return (
            self._goals_begin(at)
            or self._goals_begin(start)
            or self.header(at) is not None
            or (start == at and self.blanks)
        )

    def _total(self, at: int) -> Taken | None:
        """The label of totals and all figures that follow."""
        if not self._is_label(at) or CLOSING_ROWS.role(self.keys[at]) != "total":
            return None
        end = at + 1
        while end < min(at + 5, len(self.words)) and (len(self.words[end]) <= 2 or points(self.words[end]) is not None):
            end += 1
        return ([self.cells[at:end]], end) if end > at + 1 else None

    def _pair(self, at: int) -> Taken | None:
        """A label and its value, or a fund label and its figure: 年初预算数 behind which an amount stands."""
        if self._is_label(at):
            has_value = at + 1 < len(self.cells) and not self._is_label(at + 1)
        else:
            follows = self._word(at + 1)
            has_value = FUND_COLUMNS.role(self.keys[at]) not in (None, "label", "note") and (
                amount(follows) is not None or rate(follows) is not None
            )
        return ([self.cells[at : at + 2]], at + 2) if has_value else None

    def _is_label(self, at: int) -> bool:
        key, word = self.keys[at], self.words[at]
        if not key or len(word) > LABEL_LENGTH:
            return False
        return (
            any(group.role(key) for group in (HEAD_FIELDS, CLOSING_ROWS, GOAL_HEADS))
            and amount(word) is None
            and not is_nothing(word)
        )
