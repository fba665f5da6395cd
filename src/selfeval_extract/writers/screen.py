"""Findings for people: a table for each file, worst first, with totals; at the end a comparison of the files."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from selfeval_extract.checks.cross_report import CrossReportFinding, Digest, digest, summary
from selfeval_extract.checks.findings import outcome_of
from selfeval_extract.record.models import Finding, Report
from selfeval_extract.runtime.pattern_cache import toml
from selfeval_extract.writers import Language
from selfeval_extract.writers.needs_a_look import needs_a_look
from selfeval_extract.writers.terminal_safe import terminal_safe

_WIDTH = 120
_SEVERITIES = ("error", "warning", "info")
_WORDS: dict[str, dict[str, str]] = toml(Path(__file__).with_name("screen.toml"))
_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan", "pass_rounding": "dim", "fault": "bold red"}


def screen_text(language: Language, colours: bool, width: int | None, report: Report) -> str:
    """A report's findings, worst first, with totals; and its digest, for the comparison of all reports; as JSON."""
    digested = digest(report).to_json() if report.status in ("complete", "partial") else None
    return json.dumps([_drawn(_of_report(report, language), colours, width), digested], ensure_ascii=False)


def screen(language: Language, colours: bool, width: int | None, texts: Iterable[str]) -> Iterator[str]:
    """The findings of each report (`screen_text`) as they come, then the comparison of all reports. `width`: of the terminal in
    characters; None for a file."""
    digests: list[Digest] = []
    for each in texts:
        text, digested = json.loads(each)
        if digested is not None:
            digests.append(Digest.from_json(digested))
        yield text
    if len(digests) > 1:
        yield _drawn(_of_all(summary(digests), language), colours, width)


def _drawn(parts: Iterable[Table | Text], colours: bool, width: int | None) -> str:
    text = io.StringIO()
    console = Console(
        file=text, force_terminal=colours, width=width or _WIDTH, markup=False, highlight=False, emoji=False,
        no_color=not colours, color_system="standard" if colours else None,
    )  # fmt: skip
    for part in parts:
        console.print(part, soft_wrap=isinstance(part, Text))
    console.print()
    return text.getvalue()


def _of_report(report: Report, language: Language) -> Iterator[Table | Text]:
    words = _WORDS[language]
    yield Text(
        terminal_safe("  ".join(str(part) for part in (report.source.name, report.unit, report.year) if part)), "bold"
    )
    if report.error is not None:
        yield Text(terminal_safe(f"{words['unread']}: {report.error.code}: {report.error.message}"), "red")
        return
    if not report.checks:
        yield Text(words["unrecognised"], "dim")
        return
    worst = worst_first(report.checks)
    if worst:
        yield _table(worst, words, language)
    yield Text(totals(report.checks, language) if worst else words["nothing"] + totals(report.checks, language))
    profiles = sorted({f.profile for f in report.checks if f.profile})
    if profiles:
        yield Text(words["profile"].format(profiles=", ".join(profiles)), "dim")


def _table(findings: Sequence[Finding], words: dict[str, str], language: Language) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(words["level"], no_wrap=True)
    table.add_column(words["id"], no_wrap=True)
    table.add_column(words["what"], overflow="fold")
    for finding in findings:
        level: str = finding.severity if finding.outcome == "fail" else finding.outcome
        level = level if level in words else "fault"
        message = finding.message if language == "zh" else finding.message_en
        table.add_row(Text(words[level], _STYLES[level]), finding.id, Text(terminal_safe(message)))
    return table


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """What needs a look: fails by severity, then what agrees by rounding only."""
    return sorted(filter(needs_a_look, findings), key=lambda f: (f.outcome != "fail", _SEVERITIES.index(f.severity)))


def totals(findings: Sequence[Finding], language: Language = "zh") -> str:
    """The number of checks by outcome, and of findings by severity."""
    by_check: dict[str, list[Finding]] = {}
    for finding in findings:
        by_check.setdefault(finding.id, []).append(finding)
    outcomes = Counter(outcome_of(of_one) for of_one in by_check.values())
    severities = Counter(f.severity for f in findings if f.outcome == "fail")
    return _WORDS[language]["totals"].format(
        n=len(by_check), p=outcomes["pass"], r=outcomes["pass_rounding"], f=severities.total(), k=outcomes["fail"], c=outcomes["not_checkable"],
        a=outcomes["not_applicable"], e=severities["error"], w=severities["warning"], i=severities["info"],
    )  # fmt: skip


def _of_all(remarks: Sequence[CrossReportFinding], language: Language) -> Iterator[Table | Text]:
    words = _WORDS[language]
    yield Text(words["together"], "bold")
    for remark in remarks:
        yield Text(terminal_safe(f"· {remark.zh if language == 'zh' else remark.en}"))
    if not remarks:
        yield Text(words["nothing"])
