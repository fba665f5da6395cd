"""Word files (.docx) → Document, with zipfile and lxml (`docs/decisions/0002-word-by-zip-and-lxml.md`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from posixpath import basename

from lxml.etree import _Element, tostring

from selfeval_extract.document import Block, Document, Paragraph
from selfeval_extract.errors import UnreadableFile
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers.word.blocks import BlockReader
from selfeval_extract.readers.word.notes import NoteCollector
from selfeval_extract.readers.word.numbering import Numbering
from selfeval_extract.readers.word.package import Package, Relationship
from selfeval_extract.readers.word.styles import Styles, without_table_styles
from selfeval_extract.readers.word.tags import SECT_PR, TYPE, R, W
from selfeval_extract.readers.wrapped_lines import unwrapped

_FOOTNOTE_PARTS = (("footnotes", W + "footnote"), ("endnotes", W + "endnote"))
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_MARGIN_REFERENCES = (W + "headerReference", W + "footerReference")
Relationships = dict[str, Relationship]


def read_docx(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a Word file as Word shows it with all changes accepted. `name` is what messages call the file.

    The paragraphs and tables of the body are numbered from 1 in reading order. Foot- and endnotes and the page headers and
    footers that sections use stand apart. What was seen but not read is in the document's notes.

    Raises UnreadableFile: `corrupt`, `encrypted`, `unsafe`, `limit` or `no_text`.
    """
    notes = NoteCollector()
    package = Package(data, name, notes, limits)
    main = package.main_part()
    relationships = package.relationships(main)
    body = package.xml(main).find(W + "body")
    if body is None:
        what = "its main part has no Word text. Save it anew with Word."
        raise UnreadableFile("corrupt", f"{name}: the file is damaged: {what}")
    if (characters := len(tostring(body, method="text", encoding="unicode"))) > limits.characters:
        raise limits.exceeded("characters", f"{name}: the file has {characters:,} characters")
    styles = Styles(package.optional_xml(_part(relationships, "styles"), without_table_styles))
    numbering = Numbering(package.optional_xml(_part(relationships, "numbering")), styles)
    reader = BlockReader(name, styles, numbering, notes, limits)
    blocks = tuple(unwrapped(list(reader.read(body, "body"))))
    footnotes = tuple(_footnotes(package, relationships, reader))
    margins = tuple(_margins(package, relationships, reader, body))
    if not any(paragraph.text for paragraph in _flat((*blocks, *footnotes))):
        raise _no_text(name, notes)
    return Document(name, "docx", blocks, margins, footnotes, notes.notes())


def _part(relationships: Relationships, kind: str) -> str:
    """The name of the related part of a kind; its usual name where no relationship gives one."""
    return next((target.part for target in relationships.values() if target.kind == kind), f"word/{kind}.xml")


def _footnotes(package: Package, relationships: Relationships, reader: BlockReader) -> Iterator[Paragraph]:
    for kind, tag in _FOOTNOTE_PARTS:
        root = package.optional_xml(_part(relationships, kind))
        found = [] if root is None else [n for n in root.findall(tag) if n.get(TYPE) not in _SEPARATORS]
        yield from _flat(reader.read([element for footnote in found for element in footnote], kind))


def _margins(
    package: Package, relationships: Relationships, reader: BlockReader, body: _Element
) -> Iterator[Paragraph]:
    references = [r for section in body.iter(SECT_PR) for r in section if r.tag in _MARGIN_REFERENCES]
    targets = [relationships[id_] for r in references if (id_ := r.get(R + "id", "")) in relationships]
    for part in dict.fromkeys(target.part for target in targets):
        root = package.optional_xml(part)
        if root is not None:
            yield from _flat(reader.read(root, basename(part).removesuffix(".xml")))


def _flat(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Blocks as paragraphs: those of the text, and the text of each cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (Paragraph(cell.text) for table in block.with_nested() for cell in table.cells if cell.text)


def _no_text(name: str, notes: NoteCollector) -> UnreadableFile:
    unread = "; ".join(note.message for note in notes.notes())
    reason = "It may hold only pictures of pages: recognise their text first (OCR)."
    if unread:
        reason = f"({unread}) Open it with Word, save it as a new .docx and try again."
    return UnreadableFile("no_text", f"{name}: no text was found in the document. {reason}")
