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
        from selfeval_extract.checks.context import CheckContext, lines_of
        from selfeval_extract.checks.findings import findings as findings_of
        from selfeval_extract.checks.settings import defaults

        context = CheckContext(report, lines_of(document), self.settings or defaults())
        found = findings_of(context, self.ids)
        for part in (*context.forms, context):  # they know each other: without this, record and document would stay in
            vars(part).clear()  # memory until the garbage collector comes
        return found


ALL_CHECKS = CheckSelection()
"""All checks, by the settings that the program comes with."""
NO_CHECKS = CheckSelection(())
"""The record without findings."""
