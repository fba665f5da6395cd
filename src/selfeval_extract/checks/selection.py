"""Which checks to run, and with which settings. The checks are only imported when the first record is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from selfeval_extract.checks.settings import Settings
    from selfeval_extract.document import Document
    from selfeval_extract.record.models import Finding, Report


class CheckSelection(NamedTuple):
    """Ids of the checks to run (None for all), and thresholds and profiles (None for those of the program)."""

    ids: tuple[str, ...] | None = None
    settings: Settings | None = None

    def findings(self, report: Report, document: Document) -> list[Finding]:
        """The findings of a record; none where there is no self-evaluation to check."""
        if report.status not in ("complete", "partial") or self.ids == ():
            return []
        from selfeval_extract.checks.context import CheckContext, printed_texts
        from selfeval_extract.checks.findings import findings as findings_of
        from selfeval_extract.checks.settings import defaults

        context = CheckContext(report, printed_texts(document), self.settings or defaults())
        found = findings_of(context, self.ids)
        for part in (*context.forms, context):  # they know each other: without this, record and document would stay in
            vars(part).clear()  # memory until the garbage collector comes
        return found


ALL_CHECKS = CheckSelection()
"""All checks, with the settings of the program."""
NO_CHECKS = CheckSelection(())
"""No checks: the record has no findings."""
