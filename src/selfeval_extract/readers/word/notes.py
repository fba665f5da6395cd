"""What the reader saw and could not read, each kind once."""

from __future__ import annotations

from selfeval_extract.document import Note, Place

MAX_KINDS = 100
"""Different notes kept; a file made to fill the record with notes gets one more that says so."""


class Notes:
    """Collects notes; the same words said again are counted, so that ten thousand equal objects stay one note."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], Place | None] = {}
        self._times: dict[tuple[str, str], int] = {}

    def add(self, code: str, message: str, place: Place | None = None) -> None:
        """Note it, with the first place where it was seen."""
        if len(self._places) >= MAX_KINDS and (code, message) not in self._places:
            code, message = "more_notes", f"More was noted; only the first {MAX_KINDS} notes are listed."
        self._places.setdefault((code, message), place)
        self._times[code, message] = self._times.get((code, message), 0) + 1

    def all(self) -> tuple[Note, ...]:
        """The notes in the order they were first made."""
        return tuple(
            Note(
                code,
                message if self._times[code, message] == 1 else f"{message} ({self._times[code, message]} times)",
                place,
            )
            for (code, message), place in self._places.items()
        )
