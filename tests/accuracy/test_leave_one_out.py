"""Forms read without the words that only they use: the target of docs/accuracy.md, and its table kept true."""

from __future__ import annotations

import page
import pytest
from beside import REAL, needs
from leave_one_out import FORMATS, GROUPS, Label, Row, Words, rows, table, without

from selfeval_extract.scoring import merged
from selfeval_extract.vocabulary.labels import FUND_COLUMNS

LEAST = 0.95


@pytest.fixture(scope="module")
def found() -> list[Row]:
    return [row._replace(details=[]) for row in rows()]


def test_forgotten_words_are_not_known_and_come_back() -> None:
    assert FUND_COLUMNS.role("执行数") == "executed"
    with without(Words(labels={Label("labels.toml", "fund_columns", "执行数")})):
        assert FUND_COLUMNS.role("执行数") is None
        assert FUND_COLUMNS.role("年初预算数") == "original"
    assert FUND_COLUMNS.role("执行数") == "executed"


@needs(REAL)
@pytest.mark.parametrize("way", ["entries", "labels"])
@pytest.mark.parametrize("group", GROUPS)
def test_indicators_and_funds_of_forms_with_unknown_labels(found: list[Row], way: str, group: str) -> None:
    tally = merged(row.counts for row in found if row.way == way)
    for format in FORMATS:
        assert tally[f"{format} {group}"].f1 >= LEAST, "\n".join(table(found))


@needs(REAL)
def test_the_table_in_the_docs_is_what_is_measured(found: list[Row]) -> None:
    told = page.PAGE.read_text("utf-8")
    assert page.with_table(told, page.UNKNOWN, table(found)) == told
