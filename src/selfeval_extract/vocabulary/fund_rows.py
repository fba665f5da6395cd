"""Rows of a fund table, as the record and the checks both have to know them."""

from __future__ import annotations

from collections.abc import Sequence

from selfeval_extract.vocabulary.labels import FUND_ROWS, label_key


def is_total(label: str | None) -> bool:
    """Whether a folded row label says that the row is one of totals."""
    return bool(label) and FUND_ROWS.role(label_key(label or "")) == "total"


def total_row(labels: Sequence[str | None]) -> int | None:
    """Which row of a fund table has the totals of the year, given the rows' folded labels; None for a table without rows.

    A form may print the money of all years (项目资金总额) above that of the year (年度资金总额): a total that names the year goes
    first. Without any total it is the first row.
    """
    totals = [n for n, label in enumerate(labels) if is_total(label)]
    yearly = [n for n in totals if "年" in (labels[n] or "")]
    return next(iter(yearly or totals or range(len(labels))), None)
