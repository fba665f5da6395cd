"""The checks, a module a group. Importing them enters them into the catalogue."""

from selfeval_extract.checks.rules import (
    amounts,
    consistency,
    execution,
    forms,
    indicators,
    narrative,
    organisation,
    publication,
    scores,
    three_public,
    weights,
)

__all__ = [
    "amounts",
    "consistency",
    "execution",
    "forms",
    "indicators",
    "narrative",
    "organisation",
    "publication",
    "scores",
    "three_public",
    "weights",
]
