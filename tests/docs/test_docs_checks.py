"""docs/checks.md is what the catalogue and the settings give."""

from __future__ import annotations

from checks_page import PAGE, THRESHOLDS, page

from selfeval_extract.checks.settings import defaults, with_file


def test_the_page_is_written_from_the_catalogue() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python tests/docs/checks_page.py"


def test_every_threshold_is_explained() -> None:
    assert set(THRESHOLDS) == set(defaults().thresholds)


def test_the_settings_shown_can_be_read() -> None:
    shown = PAGE.read_text("utf-8").partition("```toml\n")[2].partition("```")[0]
    assert with_file(defaults(), shown).profile == "mof2020"
