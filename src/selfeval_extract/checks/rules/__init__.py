"""The checks, a module a subject. Importing them enters them into the catalogue."""

from selfeval_extract.checks.rules import (
    achievements,
    amounts,
    consistency,
    execution,
    flows,
    formatting,
    fundtables,
    indicators,
    narrative,
    organisation,
    publication,
    rates,
    restatements,
    scores,
    three_public,
    weights,
)

__all__ = [
    "achievements",
    "amounts",
    "consistency",
    "execution",
    "flows",
    "formatting",
    "fundtables",
    "indicators",
    "narrative",
    "organisation",
    "publication",
    "rates",
    "restatements",
    "scores",
    "three_public",
    "weights",
]
