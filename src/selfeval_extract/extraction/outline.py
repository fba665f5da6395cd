"""The outline as the record shows it, and remarks on what was seen but not understood."""

from __future__ import annotations

from collections.abc import Iterator

from selfeval_extract.document import Note, clean, join
from selfeval_extract.extraction.context import Context
from selfeval_extract.record.cited import Tree, cite_text


def outline(context: Context) -> list[Tree]:
    """The report's sections in order: number, heading, topic, level, own text."""
    return [
        {
            "number": section.number.printed if section.number else None,
            "heading": cite_text(section.heading) or "",
            "topic": section.topic,
            "level": max(section.level, 1),
            "text": clean(join([i.text for i in section.items if i.text], "\n").string),
        }
        for section in context.outline.sections
        if section.heading
    ]


def remarks(context: Context) -> list[Note]:
    """The reader's notes, and a note for every table and row that no rule understood."""
    return [*context.document.notes, *_tables_not_read(context)]


def _tables_not_read(context: Context) -> Iterator[Note]:
    for form in context.layout.forms:
        if form.interim:
            yield Note("interim_table", "A table reports part of the year (monitoring); it is no self-evaluation.")
        for cell in form.unread:
            place = next(iter(cell.text.evidence()), None)
            yield Note(
                "row_not_understood",
                f"No rule read this cell: {clean(cell.text.string)[:60]}",
                place.place if place else None,
            )
