"""Which findings people are shown."""

from __future__ import annotations

from selfeval_extract.checks.findings import BrokenCheck
from selfeval_extract.record.models import Finding


def needs_a_look(finding: Finding) -> bool:
    """Whether a finding fails, agrees by rounding only, or its check broke down. Of a hundred checks of a report some 80 pass,
    which says nothing to a person."""
    return finding.outcome in ("fail", "pass_rounding") or isinstance(finding, BrokenCheck)
