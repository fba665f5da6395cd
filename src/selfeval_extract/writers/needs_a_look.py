"""Which findings people are shown."""

from __future__ import annotations

from selfeval_extract.checks.findings import FAULT
from selfeval_extract.record.models import Finding


def telling(finding: Finding) -> bool:
    """Whether a finding needs a look: it fails, agrees by rounding only, or its check broke down. Of a hundred checks a
    report some 80 pass, and these tell a person nothing."""
    return finding.outcome in ("fail", "pass_rounding") or FAULT in finding.message
