"""What is to be checked. Names the choice alone: the checks are imported when the first record is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from selfeval_extract.checks.settings import Settings
    from selfeval_extract.document import Document
    from selfeval_extract.record.models import Finding, Report


class Review(NamedTuple):
    """What is to be checked, and by what: ids of checks (None: all), thresholds and profiles."""

    ids: tuple[str, ...] | None = None
    settings: Settings | None = None

    def of(self, report: Report, document: Document) -> list[Finding]:
        """The findings of a record; none where there is no self-evaluation to check."""
        if report.status not in ("complete", "partial") or self.ids == ():
            return []
        from selfeval_extract.checks.case import Case, lines_of
        from selfeval_extract.checks.findings import findings
        from selfeval_extract.checks.settings import defaults

        return findings(Case(report, lines_of(document), self.settings or defaults()), self.ids)


ALL = Review()
"""All checks, by the settings that the program comes with."""
NONE = Review(())
"""The record without findings."""
