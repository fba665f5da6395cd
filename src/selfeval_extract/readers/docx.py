"""Word files (.docx) → Document.

The package is opened with zipfile and its parts are parsed with lxml rather than through python-docx: python-docx
refuses files that Word opens (a relationship to nothing, Strict names), follows every relationship when only a handful
of parts hold text, and costs five times lxml's import. Its table API is not used either; the grid is computed once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from posixpath import basename

from lxml.etree import _Element, tostring

from selfeval_extract.document import Block, Document, Paragraph
from selfeval_extract.errors import ExtractionError, UnreadableFile, UnsupportedFormat
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers.word.names import SECT_PR, TYPE, R, W
from selfeval_extract.readers.word.notes import NoteCollector
from selfeval_extract.readers.word.numbering import Numbering
from selfeval_extract.readers.word.package import Package, Relations
from selfeval_extract.readers.word.story import Reader
from selfeval_extract.readers.word.styles import Styles, without_table_styles

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_NOTE_PARTS = (("footnotes", W + "footnote"), ("endnotes", W + "endnote"))
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_MARGIN_KINDS = (W + "headerReference", W + "footerReference")


def read_docx(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a Word file as Word shows it with all changes accepted. `name` is what messages call the file.

    Body paragraphs and tables are numbered from 1 in reading order, content controls opened; foot- and endnotes and the
    page headers and footers that sections use stand apart. What was seen but not read is in the document's notes.

    Raises UnreadableFile: `corrupt`, `encrypted`, `unsafe`, `limit` or `no_text`; UnsupportedFormat for an old .doc.
    """
    if data.startswith(_OLE):
        raise _ole_error(data, name)
    notes = NoteCollector()
    package = Package(data, name, notes, limits)
    main = package.main()
    relations = package.relations(main)
    body = _body(package.part(main), name)
    if (characters := len(tostring(body, method="text", encoding="unicode"))) > limits.characters:
        raise limits.exceeded("characters", f"{name}: the file has {characters:,} characters")
    styles = Styles(package.optional(_part(relations, "styles"), without_table_styles))
    numbering = Numbering(package.optional(_part(relations, "numbering")), styles)
    reader = Reader(name, styles, numbering, notes, limits)
    blocks = tuple(reader.story(body, "body"))
    footnotes = tuple(_footnotes(package, relations, reader))
    margins = tuple(_margins(package, relations, reader, body))
    if not any(_texts((*blocks, *footnotes))):
        raise _no_text(name, notes)
    return Document(name, "docx", blocks, margins, footnotes, notes.notes())


def _ole_error(data: bytes, name: str) -> ExtractionError:
    if _ENCRYPTED_STREAM in data:
        return UnreadableFile(
            "encrypted",
            f"{name}: the file is locked with a password. Open it with Word, remove the password and save it.",
        )
    return UnsupportedFormat(
        "unsupported", f"{name}: this is a file of old Office (.doc). Open it with Word or WPS and save it as .docx."
    )


def _body(document: _Element, name: str) -> _Element:
    body = document.find(W + "body")
    if body is None:
        raise UnreadableFile(
            "corrupt", f"{name}: the file is damaged: its main part has no Word text. Save it anew with Word."
        )
    return body


def _part(relations: Relations, kind: str) -> str:
    """The related part of a kind, by its usual name where the relationships do not tell."""
    return next((part for k, part in relations.values() if k == kind), f"word/{kind}.xml")


def _footnotes(package: Package, relations: Relations, reader: Reader) -> Iterator[Paragraph]:
    for kind, tag in _NOTE_PARTS:
        root = package.optional(_part(relations, kind))
        notes = [] if root is None else [n for n in root.findall(tag) if n.get(TYPE) not in _SEPARATORS]
        yield from _flat(reader.story([element for note in notes for element in note], kind))


def _margins(package: Package, relations: Relations, reader: Reader, body: _Element) -> Iterator[Paragraph]:
    references = [r for section in body.iter(SECT_PR) for r in section if r.tag in _MARGIN_KINDS]
    for part in dict.fromkeys(relations.get(r.get(R + "id", ""), ("", ""))[1] for r in references):
        root = package.optional(part)
        if root is not None:
            yield from _flat(reader.story(root, basename(part).removesuffix(".xml")))


def _flat(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Paragraphs as they are, and of tables each cell with text as one."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (Paragraph(cell.text) for cell in block.cells if cell.text)
            yield from _flat(block.nested)


def _texts(blocks: Iterable[Block]) -> Iterator[bool]:
    return (bool(p.text) for p in _flat(blocks))


def _no_text(name: str, notes: NoteCollector) -> UnreadableFile:
    unread = "; ".join(note.message for note in notes.notes())
    reason = (
        f"({unread}) Open it with Word, save it as a new .docx and try again."
        if unread
        else ("It may hold only pictures of pages: recognise their text first (OCR).")
    )
    return UnreadableFile("no_text", f"{name}: no text was found in the document. {reason}")
