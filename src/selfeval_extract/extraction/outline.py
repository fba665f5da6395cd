"""The outline as the record shows it, and notes on what was seen but not understood."""

from __future__ import annotations

from collections.abc import Iterator

from selfeval_extract.document import Cell, Note, NoteCode, Text, clean, join
from selfeval_extract.extraction.context import Context
from selfeval_extract.prose.sections import Section
from selfeval_extract.record.cited import Leaf, cite, cite_text
from selfeval_extract.record.cited_record import CitedSection


def outline(context: Context) -> list[CitedSection]:
    """The report's sections in order: number, heading, topic, depth, own text."""
    depths: list[int] = []
    found: list[CitedSection] = []
    for section in context.outline.sections:
        if not section.heading:
            continue
        while depths and depths[-1] >= section.level:
            depths.pop()
        depths.append(section.level)
        texts = [i.printed for i in section.items if i.printed]
        found.append(
            {
                "number": _number(section),
                "heading": cite_text(section.heading) or "",
                "topic": section.topic,
                "level": len(depths),
                "text": _paragraphs(texts),
            }
        )
    return found


def _paragraphs(texts: list[Text]) -> Leaf | str:
    """A section's paragraphs, a line each."""
    shown = "\n".join(line for text in texts if (line := clean(text.string)))
    return cite(shown, join(texts)) if shown else ""


def _number(section: Section) -> Leaf | str:
    """The number as printed, without the mark behind it; an automatic one stands nowhere in the file."""
    if section.number is None:
        return None
    shown = section.number.printed.rstrip("、.．,，:：") if section.number.automatic else None
    return shown if shown is not None else cite_text(section.numbering, "、.．,，:： ")


def notes(context: Context) -> list[Note]:
    """The reader's notes, and a note for every table and row that no rule understood."""
    return [*context.document.notes, *_tables_not_read(context)]


def _tables_not_read(context: Context) -> Iterator[Note]:
    for form in context.layout.forms:
        if form.interim:
            yield Note("interim_table", "A table reports part of the year (monitoring); it is no self-evaluation.")
        if form.columns_inferred and (form.indicators or form.funds):
            yield Note(
                "columns_worked_out",
                "The text lost the form's empty cells; which column a value stands in was worked out from what it holds.",
            )
        for head in form.unknown_columns:
            yield _not_understood("column_not_understood", "No rule reads the column under this head", head)
        for cell in form.unread:
            yield _not_understood("row_not_understood", "No rule read this cell", cell)


def _not_understood(code: NoteCode, message: str, cell: Cell) -> Note:
    place = next(iter(cell.text.evidence()), None)
    return Note(code, f"{message}: {clean(cell.text.string)[:60]}", place.place if place else None)
