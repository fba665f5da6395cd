"""A .docx as a zip of parts: opened with zipfile, each part read at most once, bounded, found by its relationship."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from lzma import LZMAError

from lxml.etree import _Element

from selfeval_extract.errors import UnreadableFile
from selfeval_extract.readers.word.notes import Notes
from selfeval_extract.readers.word.xml import parse

MAX_PARTS = 10_000
MAX_PART_BYTES = 64 * 1024 * 1024
MAX_TOTAL_BYTES = 128 * 1024 * 1024
"""Of all parts that are read, unpacked. There is no limit on the packing ratio: a plain table packs 200 : 1 and more,
and what the ratio would guard is already bounded by these."""

_DAMAGE = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, NotImplementedError, ValueError, OSError)
_ENCRYPTED_MEMBER = 0x1

Prepare = Callable[[bytes], bytes]
Relations = dict[str, tuple[str, str]]
"""Relationship id → (last word of its type, part name); those that point outside the file are left out."""


class Package:
    """The parts of one .docx. Names are compared without case and with forward slashes, as Word does."""

    def __init__(self, data: bytes, name: str, notes: Notes) -> None:
        """Open it. Raises UnreadableFile: `corrupt` (not a whole zip), `limit` (too many parts)."""
        self.name = name
        self.notes = notes
        self._left = MAX_TOTAL_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise self._corrupt(f"it is not a complete Word file ({error})") from error
        entries = self._zip.infolist()
        if len(entries) > MAX_PARTS:
            raise UnreadableFile(
                "limit",
                f"{name}: the file has {len(entries):,} parts inside; the limit is {MAX_PARTS:,}. It was not read.",
            )
        self._entries: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in entries:
            self._entries.setdefault(_key(entry.filename), []).append(entry)

    def main(self) -> str:
        """The name of the part with the text. Raises UnreadableFile `corrupt` if there is none."""
        named = (part for kind, part in self.relations("").values() if kind == "officeDocument")
        for part in (*named, "word/document.xml"):
            if _key(part) in self._entries:
                return part
        raise self._corrupt("it has no Word text inside (word/document.xml is missing)")

    def relations(self, part: str) -> Relations:
        """Where `part` ("" for the package) points to inside the file; empty if it says nothing readable."""
        folder, base = posixpath.split(part)
        root = self.optional(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        return {
            rel.get("Id", ""): (rel.get("Type", "").rpartition("/")[2], _resolved(folder, rel.get("Target", "")))
            for rel in root.iter("{*}Relationship")
            if rel.get("TargetMode") != "External"
        }

    def part(self, part: str, prepare: Prepare = bytes) -> _Element:
        """A part's XML, `prepare` applied before it is parsed. Raises UnreadableFile (`corrupt`, `encrypted`, `unsafe`,
        `limit`)."""
        return parse(prepare(self._read(part)), part, self.name, self.notes)

    def optional(self, part: str, prepare: Prepare = bytes) -> _Element | None:
        """A part's XML; None if it is not there or, which is noted, beyond repair. Raises as `part` otherwise."""
        if _key(part) not in self._entries:
            return None
        try:
            return self.part(part, prepare)
        except UnreadableFile as error:
            if error.code != "corrupt":
                raise
            self.notes.add("damaged_xml", f"{part} could not be read and was left out. {error.message}")
            return None

    def _read(self, part: str) -> bytes:
        first, *more = self._entries[_key(part)]
        if more:
            raise UnreadableFile(
                "unsafe",
                f"{self.name}: the file holds {part} {1 + len(more)} times, so that two programs would show two different "
                "texts. It was not read; ask its sender for a copy saved with Word.",
            )
        if first.flag_bits & _ENCRYPTED_MEMBER:
            raise UnreadableFile("encrypted", f"{self.name}: the file is locked with a zip password. Unpack it first.")
        limit = min(MAX_PART_BYTES, self._left)
        if first.file_size > limit:
            raise self._too_big(part)
        try:
            with self._zip.open(first) as stream:
                data = stream.read(limit + 1)
        except _DAMAGE as error:
            raise self._corrupt(f"{part} inside it cannot be unpacked ({error})") from error
        if len(data) > limit:  # the size the zip states is only a claim
            raise self._too_big(part)
        self._left -= len(data)
        return data

    def _too_big(self, part: str) -> UnreadableFile:
        return UnreadableFile(
            "limit",
            f"{self.name}: {part} is too large unpacked; the limits are {MAX_PART_BYTES >> 20} MB for one part and "
            f"{MAX_TOTAL_BYTES >> 20} MB for all. Split the document, or check whether the file is a zip bomb.",
        )

    def _corrupt(self, what: str) -> UnreadableFile:
        return UnreadableFile(
            "corrupt",
            f"{self.name}: the file is damaged: {what}. Download or copy it again, or save it anew with Word.",
        )


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(target if target.startswith("/") else posixpath.join(folder, target)).lstrip("/")
