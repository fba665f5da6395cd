"""What the reader saw and could not read."""

from __future__ import annotations

from selfeval_extract.document import Note, NoteCode, Place

MAX_NOTES = 100
"""Different notes kept; a file made to fill the record with notes gets one more that says so."""


class NoteCollector:
    """The notes of a document; equal ones are counted, so that ten thousand equal objects stay one note."""

    def __init__(self) -> None:
        self._notes: dict[tuple[NoteCode, str], Note] = {}

    def add(self, code: NoteCode, text: str, place: Place | None = None) -> None:
        """Note it; an equal note keeps the place where it was first seen."""
        if len(self._notes) >= MAX_NOTES and (code, text) not in self._notes:
            code, text = "more_notes", f"More was noted; only the first {MAX_NOTES} notes are listed."
        known = self._notes.get((code, text))
        self._notes[code, text] = Note(code, text, place) if known is None else known._replace(times=known.times + 1)

    def notes(self) -> tuple[Note, ...]:
        """The notes in the order in which they were first made."""
        return tuple(self._notes.values())
