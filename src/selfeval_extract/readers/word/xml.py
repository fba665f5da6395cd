"""The bytes of a part → its XML tree, without entities, network access or silent repairs."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element

from selfeval_extract.errors import UnreadableFile
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers.word.notes import NoteCollector
from selfeval_extract.readers.word.tags import MATH_T, STRICT_NAMES, T
from selfeval_extract.runtime.pattern_cache import regex

MIN_TEXT_KEPT = 0.95
"""A damaged part is read if at least this share of its text survives the repair."""

_IS_DEEPER = etree.XPath("boolean(//*[count(ancestor::*) >= $depth])")
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_RESOURCE_LIMIT = 114
"""libxml2's XML_ERR_RESOURCE_LIMIT: elements 256 deep, one text of 10 MB."""
_BOMS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROLS = regex(rb"\xc2[\x80-\x9f]")
"""The control characters that XML allows (C1), in UTF-8."""
_DECLARATION = regex(r"^\s*<\?xml[^>]*\?>")
_ILLEGAL = regex(
    r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));",
    re.IGNORECASE,
)
_RAW_TEXT = regex(r"<(?:\w+:)?t(?:\s[^<>]*+)?>([^<]*)")
"""The text of `w:t` and `m:t` elements, however damaged what stands around them is."""


def parse(data: bytes, part: str, name: str, notes: NoteCollector, limits: Limits) -> _Element:
    """The root element of a part, the namespaces of Strict Open XML replaced by those of Transitional.

    Raises UnreadableFile: `unsafe` (a document type, hence entities), `limit` (elements too deep, a text too long),
    `corrupt` (no XML, or too little of its text can be saved). Notes: `damaged_xml` for a repair, `control_characters`.
    """
    if has_doctype(data):
        raise doctype_error(part, name)
    if b"purl.oclc.org/ooxml" in data:
        for strict, transitional in STRICT_NAMES:
            data = data.replace(strict, transitional)
    data, controls = _without_controls(data)
    if controls:
        notes.add("control_characters", f"{controls} control characters of {part} read as U+FFFD.")
    parser = _parser(limits)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if any(entry.type == _RESOURCE_LIMIT for entry in parser.error_log):
            raise _limit_error(error, part, name, limits) from error
        root = _repair(data, part, name, error, limits)
        notes.add("damaged_xml", f"{part} is damaged ({error.msg}); its text was read, but characters may be missing.")
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that `has_doctype` does not know
        raise doctype_error(part, name)
    if limits.xml_depth != LIMITS.xml_depth and _IS_DEEPER(root, depth=limits.xml_depth):
        raise limits.exceeded("xml_depth", f"{name}: {part} is nested over {limits.xml_depth} elements deep")
    return root


def _without_controls(data: bytes) -> tuple[bytes, int]:
    """A part with U+FFFD for each control character that XML allows, and their number. A part that is not UTF-8, which
    no known program writes, stays as it is."""
    head = data[:100].lower()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"encoding" in head and b"utf-8" not in head):
        return data, 0
    return _CONTROLS.subn(b"\xef\xbf\xbd", data)


def has_doctype(data: bytes) -> bool:
    """Whether bytes of UTF-8 or UTF-16 declare a document type."""
    return any(doctype in data for doctype in _DOCTYPES)


def _parser(limits: Limits, recover: bool = False) -> etree.XMLParser:
    above_defaults = limits.xml_depth > LIMITS.xml_depth or limits.xml_text_mb > LIMITS.xml_text_mb
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True,
        recover=recover, huge_tree=above_defaults,
    )  # fmt: skip


def _limit_error(error: etree.XMLSyntaxError, part: str, name: str, limits: Limits) -> UnreadableFile:
    """The error for a limit of libxml2's own: the defaults of `xml_depth` and `xml_text_mb` are the same."""
    if "depth" in (error.msg or "").lower():
        return limits.exceeded("xml_depth", f"{name}: {part} is nested deeper")
    return limits.exceeded("xml_text_mb", f"{name}: {part} holds a single text that is longer")


def doctype_error(part: str, name: str) -> UnreadableFile:
    """The error for a part that declares a document type."""
    return UnreadableFile(
        "unsafe",
        f"{name}: {part} declares a document type (DOCTYPE), which Word never writes and which can be used to attack "
        "the reader. The file was not read; ask its sender for a copy saved with Word.",
    )


def _repair(data: bytes, part: str, name: str, error: etree.XMLSyntaxError, limits: Limits) -> _Element:
    encoding = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), "utf-8-sig")
    text = _DECLARATION.sub("", _ILLEGAL.sub("", data.decode(encoding, "replace").lstrip("\ufeff")))
    root: _Element | None = etree.fromstring(text.encode(), _parser(limits, recover=True)) if text.strip() else None
    if root is None or not text.rstrip().endswith(f"{root.tag.rpartition('}')[2]}>") or not _keeps_text(root, text):
        raise UnreadableFile(
            "corrupt",
            f"{name}: the file is damaged: {part} inside it is broken or cut off ({error.msg}). Open it with Word, "
            "let Word repair it, save it and try again, or ask for another copy.",
        )
    return root


def _keeps_text(root: _Element, text: str) -> bool:
    """Whether a repaired tree holds nearly all the text of the raw text elements."""
    raw = sum(len(m[1]) for m in _RAW_TEXT.finditer(text))
    return sum(len(t.text or "") for t in root.iter(T, MATH_T)) >= MIN_TEXT_KEPT * raw
