"""A document's blocks sorted into what they are: prose in sections, forms, and plain tables inside the prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from selfeval_extract.document import Block, Document, Paragraph, Table, Text
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.form import Form
from selfeval_extract.structure.forms.form_reader import read_forms
from selfeval_extract.structure.grid import Grid
from selfeval_extract.structure.prose.headings import numbered_heading
from selfeval_extract.structure.prose.report_in_table import report_in_table
from selfeval_extract.structure.text_dumps.row_recovery import tables_of_streams
from selfeval_extract.structure.text_dumps.unspaced_rows import unglued
from selfeval_extract.structure.titles import (
    bracketed_year,
    is_form_title,
    is_small_line,
    is_web_page_line,
    title_above,
    without_signature,
)
from selfeval_extract.values.list_numbers import list_number
from selfeval_extract.values.numbers import money_unit
from selfeval_extract.vocabulary.labels import HEAD_FIELDS, label_key
from selfeval_extract.vocabulary.words import wording

_LABELLED = regex(r"([^\s:：]{2,16})\s*[:：]\s*([^\s:：]+(?:[ ](?![^\s:：]{2,16}[:：])[^\s:：]+)*)")
_CONTINUED = regex(r"\(?(续表?|接上表)\)?")
_BASE_DATA = "基础数据表"
"""An annex that gives figures on the unit and evaluates nothing."""
_NEAR = 8
_REMARKS = 4
_SHORT_HEADING = 20
_NO_VALUE = regex(r"^(?:(?:人民币)?(?:元|千元|万元|亿元))$|单位|[:：]")
_LABEL = regex(r"([^:]{2,16}):")


@dataclass(slots=True)
class Layout:
    """Prose paragraphs in order; forms; plain tables with the number of prose paragraphs that stand before each."""

    prose: list[Paragraph] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    plain: list[tuple[int, Table, list[Paragraph]]] = field(default_factory=list)
    signature: list[Paragraph] = field(default_factory=list)


def lay_out(document: Document) -> Layout:
    """Sort a document's blocks. Titles and label lines above a form, and notes below it, belong to the form."""
    layout = Layout()
    current: Form | None = None
    pending: list[Paragraph] = []
    for block in tables_of_streams(unglued(document.blocks) if document.format == "txt" else document.blocks):
        if isinstance(block, Paragraph):
            if not is_web_page_line(block.text.folded.text):
                pending.append(block)
            continue
        for table in _nested(block):
            grid = Grid(table)
            told = report_in_table(grid)
            if told:
                pending += told
                continue
            current = _place(layout, grid, pending, current)
            pending = []
    layout.prose += _after_forms(pending) if layout.forms else pending
    prose = without_signature(layout.prose)
    layout.signature = layout.prose[len(prose) :]
    layout.prose = prose
    return layout


def _nested(table: Table) -> list[Table]:
    return [table, *(inner for t in table.nested for inner in _nested(t))]


def _place(layout: Layout, grid: Grid, pending: list[Paragraph], current: Form | None) -> Form | None:
    """Add a table to the layout; the form that is open behind it."""
    first, *others = read_forms(grid)
    if current is not None and current.open_header is not None and not others and not _has_prose(pending):
        going, *more = read_forms(grid, current)
        if not first.certain or going.size > first.size:
            first, others = going, more
    if not (first.certain or others or _takes(first, pending, current)):
        layout.prose += _after_forms(pending) if current else pending
        layout.plain.append((len(layout.prose), grid.table, pending[-3:]))
        return None
    head = _head_start(pending)
    title = _form_title(pending[head:])
    if title is None:
        title, start = _distant_title(pending[:head], head)
        head = start if start or layout.prose else head  # a remark at the document's head is all the prose it has
    continues = (
        current is not None
        and not title
        and not (current.has_body and first.fields.keys() & {"subject", "department"})
        and (
            not _has_prose(pending)
            or (first.indicators and not current.has_body and not _has_heading(pending))
            or _next_part(first, pending, current)
        )
    )
    if continues and current is not None:
        current.absorb(first)
    else:
        layout.prose += _after_forms(pending[:head]) if current else pending[:head]
        _read_head(first, pending[head:], title)
        layout.forms.append(first)
    for form in others:
        layout.forms.append(form)
        form.money_unit = form.money_unit or first.money_unit
    return layout.forms[-1]


def _next_part(form: Form, pending: Sequence[Paragraph], current: Form) -> bool:
    """Whether a table with only a heading above it is a further part of a form: a block that the form lacks so far."""
    texts = [p.text.folded.text for p in pending if p.text.folded.text]
    if current.title_above is None or not texts or any(len(t) > _SHORT_HEADING or t.endswith("。") for t in texts):
        return False
    has = [
        bool(part)
        for part in (
            current.fields or current.fields_above,
            current.funds,
            current.expected,
            current.indicators,
            current.closing,
        )
    ]
    adds = [bool(part) for part in (form.fields, form.funds, form.expected, form.indicators, form.closing)]
    return any(adds) and not any(a and b for a, b in zip(has, adds, strict=True))


def _takes(form: Form, pending: Sequence[Paragraph], current: Form | None) -> bool:
    """Whether rows that could stand in any table belong to a form: under a form's title, or going on with an open form."""
    if not (form.funds or form.closing or form.fields or form.splits):
        return False
    title = _form_title(pending[_head_start(pending) :])
    if any(_BASE_DATA in t.folded.text for t in (title, *form.titles) if t):
        return False
    if title:
        return bool(form.funds or form.fields)
    if current is not None and _next_part(form, pending, current):
        return True
    return (
        current is not None
        and not _has_prose(pending)
        and not (current.has_body and current.closing.keys() & {"score", "weight"} and form.funds)
    )


def _has_prose(pending: Sequence[Paragraph]) -> bool:
    texts = [p.text.folded.text for p in pending]
    return any(len(t) > 45 and not wording("notes", "below_table").match(t) for t in texts) or _has_heading(pending)


def _has_heading(pending: Sequence[Paragraph]) -> bool:
    return any(numbered_heading(p) for p in pending)


def _head_start(pending: Sequence[Paragraph]) -> int:
    """Where, among the paragraphs above a table, the lines begin that belong to its form."""
    start = len(pending)
    while start > 0 and len(pending) - start < _NEAR:
        text = pending[start - 1].text.folded.text
        if text and not (
            is_form_title(text)
            or is_small_line(text)
            or _label_line(text)
            or _CONTINUED.fullmatch(text)
            or wording("notes", "below_table").match(text)
            or money_unit(text)
        ):
            break
        start -= 1
    titles = [n for n in range(start, len(pending)) if is_form_title(pending[n].text.folded.text)]
    if titles and titles[0] == start and start > 0:
        start = _title_start(pending, start)
    return start


def _title_start(lines: Sequence[Paragraph], end: int) -> int:
    """The line that the title begins on whose last line is lines[end]."""
    whole = title_above(lines, end)
    start = end
    while start > 0 and lines[start - 1].text.string and lines[start - 1].text.string in whole.string:
        start -= 1
    return start


def _label_line(folded: str) -> bool:
    match = _LABEL.match(folded)
    return bool(match and len(folded) < 90 and (HEAD_FIELDS.role(label_key(match[1])) or money_unit(folded)))


def _form_title(head: Sequence[Paragraph]) -> Text | None:
    """The title among a form's head lines: the last one, with the lines it begins on."""
    ends = [n for n, p in enumerate(head) if is_form_title(p.text.folded.text)]
    return title_above(head, ends[-1]) if ends else None


def _distant_title(above: Sequence[Paragraph], head: int) -> tuple[Text | None, int]:
    """A form's title with a remark between it and the form, and where it stands; `head` if there is none."""
    for n in range(len(above) - 1, max(-1, len(above) - 1 - _REMARKS), -1):
        if is_form_title(above[n].text.folded.text):
            return title_above(above, n), _title_start(above, n)
        if numbered_heading(above[n]):
            break
    return None, head


def _read_head(form: Form, head: Sequence[Paragraph], title: Text | None) -> None:
    """What the lines above a form say: title, year, labels with values, the money unit."""
    if title is not None:
        form.title_above = title
        form.titles.insert(len(form.titles) if form.titled else 0, title)
        form.titled = True
    for paragraph in head:
        text = paragraph.text
        if bracketed_year(text.folded.text):
            form.titles.append(text)
        form.money_unit = form.money_unit or (money_unit(text.folded.text) if len(text.folded.text) < 90 else None)
        for match in _LABELLED.finditer(text.string):
            role = HEAD_FIELDS.role(label_key(text.part(*match.span(1)).folded.text))
            if role and not _NO_VALUE.search(match[2]) and HEAD_FIELDS.role(label_key(match[2])) is None:
                form.fields_above.setdefault(role, text.part(*match.span(2)))


def _after_forms(pending: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs behind a form without the form's own notes and signature lines."""
    start = 0
    while start < len(pending):
        text = pending[start].text.folded.text
        if text and not (
            wording("notes", "below_table").match(text)
            or (start and wording("notes", "below_table").match(pending[0].text.folded.text) and list_number(text))
            or _label_line(text)
        ):
            break
        start += 1
    return list(pending[start:])


def body(blocks: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs among blocks."""
    return [b for b in blocks if isinstance(b, Paragraph)]
