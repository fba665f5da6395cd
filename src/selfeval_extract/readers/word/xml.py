"""One part's bytes → its XML tree, without entities, network or silent repairs."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element

from selfeval_extract.errors import UnreadableFile
from selfeval_extract.readers.word.names import MATH_T, STRICT_NAMES, T
from selfeval_extract.readers.word.notes import Notes

KEPT_SHARE = 0.95
"""A damaged part is read if at least this share of its text survives the repair."""

_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_RESOURCE_LIMIT = 114  # libxml2's XML_ERR_RESOURCE_LIMIT: elements 256 deep, one text of 10 MB
_BOMS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ILLEGAL = re.compile(
    r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));",
    re.IGNORECASE,
)
_RAW_TEXT = re.compile(r"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)")


def parse(data: bytes, part: str, name: str, notes: Notes) -> _Element:
    """The root of a part, Strict names turned into the usual ones; a repair is noted as `damaged_xml`.

    Raises UnreadableFile: `unsafe` (a DOCTYPE, hence entities), `limit` (deeper or longer than libxml2 allows),
    `corrupt` (not XML, or too little of its text can be saved).
    """
    if any(doctype in data for doctype in _DOCTYPES):
        raise _unsafe(part, name)
    if b"purl.oclc.org/ooxml" in data:
        for strict, usual in STRICT_NAMES:
            data = data.replace(strict, usual)
    parser = _parser()
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if any(entry.type == _RESOURCE_LIMIT for entry in parser.error_log):
            raise UnreadableFile(
                "limit",
                f"{name}: {part} is nested over 256 elements deep or holds a single text of over 10 MB, which is more "
                "than this reader takes. Split the document and try again.",
            ) from error
        root = _repaired(data, part, name, error)
        notes.add("damaged_xml", f"{part} is damaged ({error.msg}); its text was read, but characters may be missing.")
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding the search above does not know
        raise _unsafe(part, name)
    return root


def _parser(recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, recover=recover
    )


def _unsafe(part: str, name: str) -> UnreadableFile:
    return UnreadableFile(
        "unsafe",
        f"{name}: {part} declares a document type (DOCTYPE), which Word never writes and which can be used to attack "
        "the reader. The file was not read; ask its sender for a copy saved with Word.",
    )


def _repaired(data: bytes, part: str, name: str, error: etree.XMLSyntaxError) -> _Element:
    text = _DECLARATION.sub("", _ILLEGAL.sub("", _decoded(data)))
    root: _Element | None = etree.fromstring(text.encode(), _parser(recover=True)) if text.strip() else None
    if root is None or not text.rstrip().endswith(f"{root.tag.rpartition('}')[2]}>") or not _kept(root, text):
        raise UnreadableFile(
            "corrupt",
            f"{name}: the file is damaged: {part} inside it is broken or cut off ({error.msg}). Open it with Word, "
            "let Word repair it, save it and try again, or ask for another copy.",
        )
    return root


def _decoded(data: bytes) -> str:
    encoding = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), "utf-8-sig")
    return data.decode(encoding, errors="replace").lstrip("\ufeff")


def _kept(root: _Element, text: str) -> bool:
    """Whether the repaired tree holds (nearly) all text between the raw text tags."""
    raw = sum(len(m[1]) for m in _RAW_TEXT.finditer(text))
    return sum(len(t.text or "") for t in root.iter(T, MATH_T)) >= KEPT_SHARE * raw
