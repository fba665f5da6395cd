"""A .docx as a ZIP of parts (Open Packaging Conventions, ECMA-376 Part 2): each part is read at most once, within the limits.

What the directory of the ZIP says is checked before anything is unpacked: the number of parts, and that no two share
bytes. The head of every XML part is searched for a document type, whether the part is read or not.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Sequence
from itertools import pairwise
from lzma import LZMAError
from typing import NamedTuple

from lxml.etree import _Element

from selfeval_extract.errors import UnreadableFile
from selfeval_extract.limits import Limits
from selfeval_extract.readers.sniff import ZIP_DAMAGE
from selfeval_extract.readers.word.notes import NoteCollector
from selfeval_extract.readers.word.xml import doctype_error, has_doctype, parse

RATIO_FROM = 16 << 20
"""Unpacked bytes from which the packing ratio is limited: a plain table of a few MB packs 300 : 1 and more."""
_PROLOG = 4096
"""Bytes of a part that are searched for a document type, which XML allows only before the first element."""
_LOCAL_HEADER = 30
"""Bytes of a ZIP entry's own header, at least."""
_ENCRYPTED = 0x1
"""The flag of an encrypted ZIP entry."""
_DAMAGE = (*ZIP_DAMAGE, zlib.error, LZMAError, EOFError)

Prepare = Callable[[bytes], bytes]


class Relationship(NamedTuple):
    """A part that another one refers to. `kind`: the last word of the relationship's type (`styles`)."""

    kind: str
    part: str


class Package:
    """The parts of one .docx. Part names are compared without case and with forward slashes, as Word does."""

    def __init__(self, data: bytes, name: str, notes: NoteCollector, limits: Limits) -> None:
        """Raises UnreadableFile: `corrupt` (no whole ZIP), `limit` (too many parts), `unsafe`."""
        self.name = name
        self.notes = notes
        self._limits = limits
        self._bytes_left = limits.unpacked_mb << 20
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
            if entry.filename.endswith((".xml", ".rels")) and has_doctype(self._head(entry)):
                raise doctype_error(entry.filename, name)

    def main_part(self) -> str:
        """The name of the part with the text. Raises UnreadableFile `corrupt` if there is none."""
        named = (target.part for target in self.relationships("").values() if target.kind == "officeDocument")
        for part in (*named, "word/document.xml"):
            if _key(part) in self._entries:
                return part
        raise self._corrupt("it has no Word text inside (word/document.xml is missing)")

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Id → relationship of a part ("" for the package) inside the file; empty if none can be read."""
        folder, base = posixpath.split(part)
        root = self.optional_xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = {}
        for rel in () if root is None else root.iter("{*}Relationship"):
            if rel.get("TargetMode") != "External":
                kind, target = rel.get("Type", "").rpartition("/")[2], _part_name(folder, rel.get("Target", ""))
                found[rel.get("Id", "")] = Relationship(kind, target)
        return found

    def xml(self, part: str, prepare: Prepare = bytes) -> _Element:
        """The root element of a part; `prepare` is applied to its bytes before they are parsed.

        Raises UnreadableFile: `corrupt`, `encrypted`, `unsafe`, `limit`. Notes: those of `parse`.
        """
        return parse(prepare(self._read(part)), part, self.name, self.notes, self._limits)

    def optional_xml(self, part: str, prepare: Prepare = bytes) -> _Element | None:
        """As `xml`, but None for a part that is not there or, with the note `damaged_xml`, corrupt."""
        if _key(part) not in self._entries:
            return None
        try:
            return self.xml(part, prepare)
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
        if first.flag_bits & _ENCRYPTED:
            raise UnreadableFile("encrypted", f"{self.name}: the file is locked with a zip password. Unpack it first.")
        self._check_size(first, first.file_size)
        try:
            with self._zip.open(first) as stream:
                data = stream.read(min(self._limits.part_mb << 20, self._bytes_left) + 1)
        except _DAMAGE as error:
            raise self._corrupt(f"{part} inside it cannot be unpacked ({error})") from error
        self._check_size(first, len(data))  # the size that the ZIP states is only a claim
        self._bytes_left -= len(data)
        return data

    def _check_size(self, part: zipfile.ZipInfo, size: int) -> None:
        what = f"{self.name}: {part.filename} has {size / (1 << 20):,.1f} MB unpacked"
        if size > self._limits.part_mb << 20:
            raise self._limits.exceeded("part_mb", what)
        if size > self._bytes_left:
            raise self._limits.exceeded("unpacked_mb", f"{what}, beside what was read before")
        if size > RATIO_FROM and size > self._limits.zip_ratio * part.compress_size:
            raise self._limits.exceeded("zip_ratio", f"{what} and {part.compress_size / (1 << 20):,.1f} MB packed")

    def _head(self, part: zipfile.ZipInfo) -> bytes:
        """The first bytes of a part; none if it cannot be unpacked: the error comes when it is read."""
        if part.flag_bits & _ENCRYPTED:
            return b""
        try:
            with self._zip.open(part) as stream:
                return stream.read(_PROLOG)
        except _DAMAGE:
            return b""

    def _corrupt(self, what: str) -> UnreadableFile:
        advice = "Download or copy it again, or save it anew with Word."
        return UnreadableFile("corrupt", f"{self.name}: the file is damaged: {what}. {advice}")


def _overlap(entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether the bytes of one entry reach into the next one's."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    return any(
        one.header_offset + _LOCAL_HEADER + one.compress_size > two.header_offset for one, two in pairwise(ordered)
    )


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _part_name(folder: str, target: str) -> str:
    return posixpath.normpath(target if target.startswith("/") else posixpath.join(folder, target)).lstrip("/")
