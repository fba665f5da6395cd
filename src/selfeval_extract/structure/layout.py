"""A document's blocks sorted into what they are: prose in sections, forms, and plain tables inside the prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from selfeval_extract.document import Document, Paragraph, Table, Text
from selfeval_extract.prose.glued_headings import without_glue
from selfeval_extract.prose.headings import is_numbered_heading
from selfeval_extract.prose.titles import (
    bracketed_year,
    is_form_title,
    is_small_line,
    is_web_page_line,
    title_above,
    without_signature,
)
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.structure.forms.form import Form
from selfeval_extract.structure.forms.form_reader import read_forms
from selfeval_extract.structure.grid import Grid
from selfeval_extract.structure.report_in_table import report_in_table
from selfeval_extract.structure.text_dumps.row_recovery import with_recovered_tables
from selfeval_extract.structure.text_dumps.unspaced_rows import with_unspaced_rows
from selfeval_extract.values.list_numbers import list_number
from selfeval_extract.values.numbers import money_unit
from selfeval_extract.vocabulary.labels import HEAD_FIELDS, label_key
from selfeval_extract.vocabulary.words import wording

_LABELLED = regex(r"([^\s:：]{2,16})\s*[:：]\s*([^\s:：]+(?:[ ](?![^\s:：]{2,16}[:：])[^\s:：]+)*)")
_LABEL = regex(r"([^:]{2,16}):")
_NO_VALUE = regex(r"^(?:(?:人民币)?(?:元|千元|万元|亿元))$|单位|[:：]")
_LONGEST_LABEL_LINE = 90
_LINES_ABOVE_FORM = 8
_REMARKS_BELOW_TITLE = 4
_SHORT_HEADING = 20
_SHORTEST_PROSE = 46
_LINES_ABOVE_PLAIN_TABLE = 3


class PlainTable(NamedTuple):
    """A table that is no form: how many paragraphs of prose stand before it, the table, and the lines right above it."""

    prose_before: int
    table: Table
    above: list[Paragraph]


@dataclass(slots=True)
class Layout:
    """Prose paragraphs in order, forms, plain tables, and the signature at the prose's end."""

    prose: list[Paragraph] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    plain: list[PlainTable] = field(default_factory=list)
    signature: list[Paragraph] = field(default_factory=list)


def lay_out(document: Document) -> Layout:
    """Sort a document's blocks. Titles and label lines above a form, and notes below it, belong to the form."""
    layout = Layout()
    current: Form | None = None
    pending: list[Paragraph] = []
    for block in with_recovered_tables(with_unspaced_rows(document.blocks)):
        if isinstance(block, Paragraph):
            if not is_web_page_line(block.text.folded.text):
                pending.append(block)
            continue
        for table in _with_nested(block):
            grid = Grid(table)
            if paragraphs := report_in_table(grid):
                pending += paragraphs
            else:
                current = _place(layout, grid, pending, current)
                pending = []
    layout.prose += _after_forms(pending) if layout.forms else pending
    prose = without_signature(layout.prose)
    layout.signature = layout.prose[len(prose) :]
    layout.prose = list(without_glue(prose))
    return layout


def _with_nested(table: Table) -> Iterator[Table]:
    yield table
    for inner in table.nested:
        yield from _with_nested(inner)


def _place(layout: Layout, grid: Grid, pending: list[Paragraph], current: Form | None) -> Form | None:
    """Add a table and the lines above it to the layout. Gives the form that may go on in the next table."""
    first, *others = read_forms(grid)
    if current is not None and current.open_header is not None and not others and not _has_prose(pending):
        continued, *more = read_forms(grid, current)
        if not first.certain or continued.size > first.size:
            first, others = continued, more
    if not (first.certain or others or _belongs_to_form(first, pending, current)):
        layout.prose += _after_forms(pending) if current else pending
        layout.plain.append(PlainTable(len(layout.prose), grid.table, pending[-_LINES_ABOVE_PLAIN_TABLE:]))
        return None
    head = _head_start(pending)
    title = _form_title(pending[head:])
    if title is None:
        title, start = _distant_title(pending[:head], head)
        head = start if start or layout.prose else head  # a remark at the document's head is all the prose it has
    if current is not None and title is None and _continues(first, pending, current):
        current.absorb(first)
    else:
        layout.prose += _after_forms(pending[:head]) if current else pending[:head]
        _read_head(first, pending[head:], title)
        layout.forms.append(first)
    for form in others:
        layout.forms.append(form)
        form.money_unit = form.money_unit or first.money_unit
    return layout.forms[-1]


def _continues(form: Form, pending: Sequence[Paragraph], current: Form) -> bool:
    """Whether a table without a title of its own goes on with the form before it."""
    if current.has_body and form.fields.keys() & {"subject", "department"}:
        return False
    if not _has_prose(pending):
        return True
    begins_body = bool(form.indicators) and not current.has_body and not _has_heading(pending)
    return begins_body or _is_next_part(form, pending, current)


def _is_next_part(form: Form, pending: Sequence[Paragraph], current: Form) -> bool:
    """Whether a table with only a heading above it is a further part of a form: a block that the form lacks so far."""
    texts = [p.text.folded.text for p in pending if p.text.folded.text]
    if current.title_above is None or not texts or any(len(t) > _SHORT_HEADING or t.endswith("。") for t in texts):
        return False
    has, adds = _parts(current), _parts(form)
    return any(adds) and not any(a and b for a, b in zip(has, adds, strict=True))


def _parts(form: Form) -> list[bool]:
    """Which parts a form has: head, funds, goals, indicators, foot."""
    head = form.fields or form.fields_above
    return [bool(part) for part in (head, form.funds, form.expected, form.indicators, form.closing)]


def _belongs_to_form(form: Form, pending: Sequence[Paragraph], current: Form | None) -> bool:
    """Whether rows that could stand in any table belong to a form: under a form's title, or going on with an open form."""
    if not (form.funds or form.closing or form.fields or form.splits):
        return False
    title = _form_title(pending[_head_start(pending) :])
    if any(wording("base_data", "title").search(t.folded.text) for t in (title, *form.titles) if t):
        return False
    if title:
        return bool(form.funds or form.fields)
    if current is None:
        return False
    if _is_next_part(form, pending, current):
        return True
    ended = current.has_body and current.closing.keys() & {"score", "weight"}
    return not _has_prose(pending) and not (ended and form.funds)


def _has_prose(pending: Sequence[Paragraph]) -> bool:
    texts = [p.text.folded.text for p in pending]
    return any(len(t) >= _SHORTEST_PROSE and not _is_note(t) for t in texts) or _has_heading(pending)


def _is_note(folded: str) -> bool:
    """Whether a line is a note to a table: 注：…, 填表说明：…"""
    return wording("notes", "below_table").match(folded) is not None


def _has_heading(pending: Sequence[Paragraph]) -> bool:
    return any(is_numbered_heading(p) for p in pending)


def _head_start(pending: Sequence[Paragraph]) -> int:
    """Where, among the paragraphs above a table, the lines begin that belong to its form."""
    start = len(pending)
    while start > 0 and len(pending) - start < _LINES_ABOVE_FORM:
        text = pending[start - 1].text.folded.text
        if text and not _is_head_line(text):
            break
        start -= 1
    titles = [n for n in range(start, len(pending)) if is_form_title(pending[n].text.folded.text)]
    if titles and titles[0] == start and start > 0:
        start = _title_start(pending, start)
    return start


def _is_head_line(folded: str) -> bool:
    """Whether a line above a form belongs to it: title, label with value, money unit, note, 续表."""
    return bool(
        is_form_title(folded)
        or is_small_line(folded)
        or _is_label_line(folded)
        or wording("title_lines", "continued").fullmatch(folded)
        or _is_note(folded)
        or money_unit(folded)
    )


def _title_start(lines: Sequence[Paragraph], end: int) -> int:
    """The line that the title begins on whose last line is lines[end]."""
    whole = title_above(lines, end)
    start = end
    while start > 0 and lines[start - 1].text.string and lines[start - 1].text.string in whole.string:
        start -= 1
    return start


def _is_label_line(folded: str) -> bool:
    """Whether a line begins with a label of a form's head, or with any label and has a money unit: 项目名称：…"""
    match = _LABEL.match(folded)
    if match is None or len(folded) >= _LONGEST_LABEL_LINE:
        return False
    return HEAD_FIELDS.role(label_key(match[1])) is not None or money_unit(folded) is not None


def _form_title(head: Sequence[Paragraph]) -> Text | None:
    """The title among a form's head lines: the last one, with the lines it begins on."""
    ends = [n for n, p in enumerate(head) if is_form_title(p.text.folded.text)]
    return title_above(head, ends[-1]) if ends else None


def _distant_title(above: Sequence[Paragraph], head: int) -> tuple[Text | None, int]:
    """A form's title with a remark between it and the form, and where it stands; `head` if there is none."""
    for n in range(len(above) - 1, max(-1, len(above) - 1 - _REMARKS_BELOW_TITLE), -1):
        if is_form_title(above[n].text.folded.text):
            return title_above(above, n), _title_start(above, n)
        if is_numbered_heading(above[n]):
            break
    return None, head


def _read_head(form: Form, head: Sequence[Paragraph], title: Text | None) -> None:
    """Read the lines above a form: title, year, labels with values, the money unit."""
    if title is not None:
        form.title_above = title
        form.titles.insert(len(form.titles) if form.titled else 0, title)
        form.titled = True
    for paragraph in head:
        text = paragraph.text
        if bracketed_year(text.folded.text):
            form.titles.append(text)
        if form.money_unit is None and len(text.folded.text) < _LONGEST_LABEL_LINE:
            form.money_unit = money_unit(text.folded.text)
        for match in _LABELLED.finditer(text.string):
            label, value = text.part(*match.span(1)), text.part(*match.span(2))
            role = HEAD_FIELDS.role(label_key(label.folded.text))
            if role and not _NO_VALUE.search(value.string) and HEAD_FIELDS.role(label_key(value.folded.text)) is None:
                form.fields_above.setdefault(role, value)


def _after_forms(pending: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs behind a form without the form's own notes and signature lines."""
    notes = bool(pending) and _is_note(pending[0].text.folded.text)
    for start, paragraph in enumerate(pending):
        text = paragraph.text.folded.text
        of_notes = _is_note(text) or (start > 0 and notes and list_number(text) is not None)
        if text and not of_notes and not _is_label_line(text):
            return list(pending[start:])
    return []
