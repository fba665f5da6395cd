"""What is to be checked. Names the choice alone: the checks are imported when the first record is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from selfeval_extract.checks.settings import Settings
    from selfeval_extract.document import Document
    from selfeval_extract.record.models import Finding, Report


class CheckSelection(NamedTuple):
    """What is to be checked, and by what: ids of checks (None: all), thresholds and profiles."""

    ids: tuple[str, ...] | None = None
    settings: Settings | None = None

    def findings(self, report: Report, document: Document) -> list[Finding]:
        """The findings of a record; none where there is no self-evaluation to check."""
        if report.status not in ("complete", "partial") or self.ids == ():
            return []
        from selfeval_extract.checks.context import CheckContext, printed_texts
        from selfeval_extract.checks.findings import findings as findings_of
        from selfeval_extract.checks.settings import defaults

        return findings_of(CheckContext(report, printed_texts(document), self.settings or defaults()), self.ids)


ALL_CHECKS = CheckSelection()
"""All checks, by the settings that the program comes with."""
NO_CHECKS = CheckSelection(())
"""The record without findings."""
