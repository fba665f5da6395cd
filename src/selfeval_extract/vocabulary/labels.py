"""Labels of tables: which column, row or field a printed label names.

A `LabelGroup` is one group of `labels.toml`: the roles that a label of its kind can have. The first role of a group whose wordings
match the whole of a label is the label's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Generic, Literal, TypeVar, cast

from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import without_list_numbers
from selfeval_extract.vocabulary.files import roles_in_one
from selfeval_extract.vocabulary.roles import (
    ClosingRow,
    FundColumn,
    FundRowRole,
    GoalRole,
    HeadField,
    IndicatorColumn,
    ManagementColumn,
    SplitRow,
    StaffRole,
)

LONGEST_LABEL = 30
LONGEST_LABEL_TEXT = 34
"""Longer texts are no labels and are not matched against their wordings: without and with brackets and list number."""
_REMEMBERED = 1_500
"""Texts whose answer is kept: a form's labels come again in every form, and a worker must not grow with the files it reads."""

_BRACKETED = regex(r"\([^()]*\)")
_OPEN_BRACKET = regex(r"\([^()]*$|^[^()]*\)")
_STARRED = regex(r"^[*★※]+")
_WORDED = regex(r"[\u4e00-\u9fff]|B/A")
EDGES = ":;,。、.·-_|\"'"
"""Marks at the edges of a label that say nothing."""

R = TypeVar("R", bound=str)


class LabelGroup(Generic[R]):
    """One group of `labels.toml`, or several. `role` takes a label as it is compared (`label_key`), `role_of` a cell's folded text; both give
    None for a label that the group does not know. `role` only asks the wordings, `role_of` first whether it may be a label."""

    def __init__(self, *names: str) -> None:
        self.names = names
        self.role: Callable[[str], R | None] = lru_cache(_REMEMBERED)(self._role)
        self._role_of: Callable[[str], R | None] = lru_cache(_REMEMBERED)(self._labelled)

    def __repr__(self) -> str:
        return f"LabelGroup{self.names}"

    def role_of(self, folded: str) -> R | None:
        """The role of a cell's folded text; None for one that is empty, a figure or too long for a label."""
        if folded.isascii() and "/" not in folded:  # a figure, which is not to be remembered (`may_be_label`)
            return None
        return self._role_of(folded)

    def _labelled(self, folded: str) -> R | None:
        return self._role(label_key(folded)) if len(folded) <= LONGEST_LABEL_TEXT else None

    def _role(self, key: str) -> R | None:
        if len(key) > LONGEST_LABEL or not may_be_label(key):
            return None
        for group in self.names:
            if match := roles_in_one("labels.toml", group).fullmatch(key):
                return cast("R", match.lastgroup)
        return None


INDICATOR_COLUMNS = LabelGroup[IndicatorColumn]("indicator_columns")
FUND_COLUMNS = LabelGroup[FundColumn]("fund_columns")
FUND_ROWS = LabelGroup[FundRowRole]("fund_rows")
SPLIT_ROWS = LabelGroup[SplitRow]("split_rows")
GOAL_HEADS = LabelGroup[GoalRole]("goal_heads")
HEAD_FIELDS = LabelGroup[HeadField]("staff", "head_fields")
STAFF = LabelGroup[StaffRole]("staff")
CLOSING_ROWS = LabelGroup[ClosingRow]("closing_rows")
CLOSING_WORDS = LabelGroup[ClosingRow]("closing_words")
EXECUTION_ROWS = LabelGroup[Literal["execution"]]("execution_rows")
MANAGEMENT_COLUMNS = LabelGroup[ManagementColumn]("management_columns")
LABEL_GROUPS: tuple[LabelGroup[Any], ...] = (
    INDICATOR_COLUMNS,
    FUND_COLUMNS,
    FUND_ROWS,
    SPLIT_ROWS,
    GOAL_HEADS,
    HEAD_FIELDS,
    STAFF,
    CLOSING_ROWS,
    CLOSING_WORDS,
    EXECUTION_ROWS,
    MANAGEMENT_COLUMNS,
)
ColumnGroup = LabelGroup[IndicatorColumn] | LabelGroup[FundColumn]
"""The columns of a block that has a header."""


@lru_cache(_REMEMBERED)
def label_key(folded: str) -> str:
    """A label as it is compared: without brackets, list number and closing colon; the bracket's text if that is all."""
    bare = _BRACKETED.sub("", _BRACKETED.sub("", folded))
    bare = unnumbered(_OPEN_BRACKET.sub("", bare)).strip(EDGES)
    return bare or folded.strip("()" + EDGES)


def unnumbered(folded: str) -> str:
    """A label without the list numbers and stars before it."""
    return without_list_numbers(_STARRED.sub("", without_list_numbers(folded)))


def may_be_label(folded: str) -> bool:
    """Whether a text has what every label has: a Chinese character, or the formula of the rate."""
    return _WORDED.search(folded) is not None
