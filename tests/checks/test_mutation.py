"""A changed figure of a consistent report makes a check fail."""

from __future__ import annotations

from mutation import REPORT, failing, survivors

COVERED = 0.95
TEXT = REPORT.read_text("utf-8")


def test_nothing_fails_on_the_consistent_report() -> None:
    assert failing(TEXT) == set()


def test_a_changed_figure_is_seen() -> None:
    unseen, tried = survivors(TEXT)
    assert tried > 100
    assert 1 - len(unseen) / tried >= COVERED, unseen
