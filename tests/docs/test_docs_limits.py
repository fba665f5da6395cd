"""docs/limits.md says what the limits are."""

from __future__ import annotations

from limits_page import PAGE, page


def test_the_page_is_what_the_limits_are() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python tests/docs/limits_page.py"
