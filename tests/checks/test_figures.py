"""How figures compare: printed decimals decide what is rounding."""

from __future__ import annotations

from decimal import Decimal

import pytest

from selfeval_extract.checks.figures import Figure, add_up, at_most, figure, same, shown


def printed(text: str, factor: str = "1") -> Figure:
    """A figure as a form prints it, in a unit that is `factor` 万元."""
    return figure(Decimal(text.replace(",", "")) * Decimal(factor), text)


@pytest.mark.parametrize(
    ("total", "terms", "outcome"),
    [
        ("165.99", ["140.78", "25.21"], "pass"),
        ("185.7", ["30", "145.8", "9.88"], "pass_rounding"),  # rounds to the total's one decimal
        ("100.01", ["33.34", "33.33", "33.33"], "pass_rounding"),  # half a unit of each of three terms
        ("100.02", ["33.33", "33.33", "33.33"], "fail"),
        ("100", ["60", "39"], "fail"),  # whole numbers have to add up exactly
        ("101", ["60", "40"], "fail"),
        ("186", ["30", "145.8", "9.88"], "pass_rounding"),
        ("30.01", ["30", "0.005"], "pass_rounding"),  # a term without decimals counts as printed to 0.01
        ("30.2", ["30", "0.1"], "fail"),
        ("1,234.5", ["1,000.25", "234.25"], "pass"),
    ],
)
def test_sum(total: str, terms: list[str], outcome: str) -> None:
    assert add_up(printed(total), [printed(t) for t in terms]).outcome == outcome


def test_sum_gives_its_figures() -> None:
    result = add_up(printed("185.7"), [printed(t) for t in ("30", "145.8", "9.88")])
    assert (result.expected, result.difference, result.tolerance) == (
        Decimal("185.68"),
        Decimal("0.02"),
        Decimal("0.06"),
    )


def test_a_unit_scales_what_the_decimals_are_worth() -> None:
    assert printed("215457.60", "0.0001").quantum == Decimal("0.000001")
    assert printed("20000", "0.0001").integer
    assert add_up(printed("3", "0.0001"), [printed("1", "0.0001"), printed("1", "0.0001")]).outcome == "fail"


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("185.7", "185.7", "pass"),
        ("185.68", "185.7", "pass_rounding"),
        ("310", "309.95", "pass_rounding"),
        ("185.6", "185.7", "fail"),
    ],
)
def test_same(one: str, other: str, outcome: str) -> None:
    assert same(printed(one), printed(other)).outcome == outcome


@pytest.mark.parametrize(
    ("one", "limit", "outcome"), [("9", "10", "pass"), ("10.04", "10.0", "pass_rounding"), ("10.2", "10.0", "fail")]
)
def test_at_most(one: str, limit: str, outcome: str) -> None:
    assert at_most(printed(one), printed(limit)).outcome == outcome


def test_figures_are_shown_in_plain_digits() -> None:
    assert [shown(Decimal(v)) for v in ("1E+3", "10.50", "-0.0", "0.0000100")] == ["1000", "10.5", "0", "0.00001"]
