"""Instructions of a form that stand where its content should.

What the form itself prints, notes below a table and hints beside a label, is no fault; nor is an instruction that was
left in with content behind it. Only texts of the record are looked at: all of them stand where content belongs.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from selfeval_extract.checks.context import CheckContext, PrintedText
from selfeval_extract.document import folded_text
from selfeval_extract.vocabulary.words import check_words

_CROSSES = "×xX"
"""What is printed where a template leaves a gap."""
_LONGEST = 200
"""Characters of an instruction."""


def leftovers(context: CheckContext) -> Iterator[tuple[str, str]]:
    """(pointer, text) of what only says what to fill in, or has a gap left open."""
    for roles, texts in ((("whole",), _answers(context)), (("whole", "loose"), _passages(context))):
        wordings = [check_words("prompts", role) for role in roles]
        for pointer, text in texts:
            folded = text.rstrip(_CROSSES)
            if len(folded) <= _LONGEST and any(wording.fullmatch(folded) for wording in wordings):
                yield pointer, folded
    for pointer, text in _prose(context):
        gap = check_words("prompts", "gap").search(text) if any(cross in text for cross in _CROSSES) else None
        if gap:
            yield pointer, gap[0]


def leftover_cells(context: CheckContext) -> Iterator[PrintedText]:
    """Cells behind a label that only say how long, in 字, the answer may be."""
    length = check_words("prompts", "length")
    for label, line in pairwise(context.lines):
        if line.in_table and label.in_table and "字" in line.folded and length.fullmatch(line.folded):
            yield line


def _answers(context: CheckContext) -> Iterator[tuple[str, str]]:
    """(pointer, folded text) of short answers: indicators, problems, measures."""
    report = context.report
    for n, problem in enumerate(report.problems or []):
        yield _folded(f"/problems/{n}/text", problem.text)
    for n, measure in enumerate(report.measures or []):
        yield _folded(f"/measures/{n}/text", measure.text)
    yield from _sections(context, of_measures=True)
    for form in context.forms:
        yield _folded(f"{form.pointer}/subject", form.item.subject)
        yield _folded(f"{form.pointer}/measures", form.item.measures)
        for row in form.rows:
            yield _folded(f"{row.pointer}/name", row.item.name)
            yield _folded(f"{row.pointer}/target/text", row.item.target.text)
            yield _folded(f"{row.pointer}/actual/text", row.item.actual.text)


def _passages(context: CheckContext) -> Iterator[tuple[str, str]]:
    """(pointer, folded text) of accounts: what was planned, done and found."""
    yield _folded("/disclosure", context.report.disclosure)
    yield from _sections(context, of_measures=False)
    for form in context.forms:
        item, at = form.item, form.pointer
        yield from form.goal_texts.values()
        yield _folded(f"{at}/conclusion", item.conclusion)
        yield _folded(f"{at}/problems", item.problems)


def _sections(context: CheckContext, *, of_measures: bool) -> Iterator[tuple[str, str]]:
    """(pointer, folded text) of each section without sections of its own, of those about measures or of all others."""
    outline = context.report.outline
    for n, section in enumerate(outline):
        innermost = n + 1 == len(outline) or outline[n + 1].level <= section.level
        if innermost and (section.topic in ("measures", "problems_and_measures")) == of_measures:
            yield f"/outline/{n}/text", context.section_texts[n]


def _prose(context: CheckContext) -> Iterator[tuple[str, str]]:
    """(pointer, folded text) of texts in which a gap may be left open: ××年, ××万元."""
    yield _folded("/title", context.report.title)
    yield from ((f"/outline/{n}/text", text) for n, text in enumerate(context.section_texts))
    for form in context.forms:
        yield from form.goal_texts.values()


def _folded(pointer: str, text: str | None) -> tuple[str, str]:
    return pointer, folded_text(text or "")
