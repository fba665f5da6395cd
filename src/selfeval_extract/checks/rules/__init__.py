"""The checks, a module for each subject. The catalogue takes them from `MODULES`."""

from selfeval_extract.checks.rules import (
    achievements,
    amounts,
    consistency,
    execution,
    flows,
    formatting,
    fund_tables,
    indicators,
    narrative,
    organisation,
    publication,
    quantities,
    rates,
    restatements,
    scores,
    three_public,
    weights,
)

MODULES = (
    amounts, flows, fund_tables, rates, execution, weights, scores, indicators, consistency, restatements, quantities, achievements, organisation,
    three_public, narrative, publication, formatting,
)  # fmt: skip
