"""A .docx as a zip of parts: opened with zipfile, each part read at most once, bounded, found by its relationship.

What the directory of the zip says is checked before anything is unpacked: the number of parts, and that no two share
bytes. Every part's head is looked at for a document type, whether the part is read or not.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Sequence
from itertools import pairwise
from lzma import LZMAError

from lxml.etree import _Element

from selfeval_extract.errors import UnreadableFile
from selfeval_extract.limits import Limits
from selfeval_extract.readers.sniff import ZIP_DAMAGE
from selfeval_extract.readers.word.notes import NoteCollector
from selfeval_extract.readers.word.xml import declares_type, parse, unsafe

RATIO_FROM = 16 << 20
"""Unpacked bytes from which the packing ratio counts: a plain table of a few MB packs 300 : 1 and more."""
_PROLOG = 4096
"""How much of a part is looked at for a document type. XML allows it only before the first element."""
_LOCAL_HEADER = 30

_DAMAGE = (*ZIP_DAMAGE, zlib.error, LZMAError, EOFError)
_ENCRYPTED_MEMBER = 0x1

Prepare = Callable[[bytes], bytes]
Relations = dict[str, tuple[str, str]]
"""Relationship id → (last word of its type, part name); those that point outside the file are left out."""


class Package:
    """The parts of one .docx. Names are compared without case and with forward slashes, as Word does."""

    def __init__(self, data: bytes, name: str, notes: NoteCollector, limits: Limits) -> None:
        """Open it. Raises UnreadableFile: `corrupt` (not a whole zip), `limit` (too many parts), `unsafe`."""
        self.name = name
        self.notes = notes
        self._limits = limits
        self._left = limits.unpacked_mb << 20
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise self._corrupt(f"it is not a complete Word file ({error})") from error
        entries = self._zip.infolist()
        if len(entries) > limits.zip_entries:
            raise limits.exceeded("zip_entries", f"{name}: the file has {len(entries):,} parts inside")
        if _overlap(entries):
            raise UnreadableFile(
                "unsafe",
                f"{name}: parts inside the file share the same bytes, which no program that saves documents writes and "
                "zip bombs do. It was not read; ask its sender for a copy saved with Word.",
            )
        self._entries: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in entries:
            self._entries.setdefault(_key(entry.filename), []).append(entry)
            if entry.filename.endswith((".xml", ".rels")) and declares_type(self._head(entry)):
                raise unsafe(entry.filename, name)

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
        return parse(prepare(self._read(part)), part, self.name, self.notes, self._limits)

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
        self._bounded(first, first.file_size)
        try:
            with self._zip.open(first) as stream:
                data = stream.read(min(self._limits.part_mb << 20, self._left) + 1)
        except _DAMAGE as error:
            raise self._corrupt(f"{part} inside it cannot be unpacked ({error})") from error
        self._bounded(first, len(data))  # the size the zip states is only a claim
        self._left -= len(data)
        return data

    def _bounded(self, part: zipfile.ZipInfo, size: int) -> None:
        what = f"{self.name}: {part.filename} has {size / (1 << 20):,.1f} MB unpacked"
        if size > self._limits.part_mb << 20:
            raise self._limits.exceeded("part_mb", what)
        if size > self._left:
            raise self._limits.exceeded("unpacked_mb", f"{what}, beside what was read before")
        if size > RATIO_FROM and size > self._limits.zip_ratio * part.compress_size:
            raise self._limits.exceeded("zip_ratio", f"{what} and {part.compress_size / (1 << 20):,.1f} MB packed")

    def _head(self, part: zipfile.ZipInfo) -> bytes:
        """How a part begins; nothing where that cannot be told, which reading it will explain."""
        if part.flag_bits & _ENCRYPTED_MEMBER:
            return b""
        try:
            with self._zip.open(part) as stream:
                return stream.read(_PROLOG)
        except _DAMAGE:
            return b""

    def _corrupt(self, what: str) -> UnreadableFile:
        return UnreadableFile(
            "corrupt",
            f"{self.name}: the file is damaged: {what}. Download or copy it again, or save it anew with Word.",
        )


def _overlap(entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether one entry's bytes reach into the next one's."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    return any(
        one.header_offset + _LOCAL_HEADER + one.compress_size > two.header_offset for one, two in pairwise(ordered)
    )


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(target if target.startswith("/") else posixpath.join(folder, target)).lstrip("/")
