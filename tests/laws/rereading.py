"""Documents read a second time, by other means than the readers of the package: what stands at the place of a quote.

Text files are decoded and sliced, Word files read with python-docx and lxml, PDFs with pdfplumber. Texts are compared
without white space and zero-width characters, those of PDFs after NFKC (fonts name some characters by their
compatibility forms).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

Place = dict[str, Any]
Look = Callable[[Place], str]
"""What stands at a place; "" for a place that the document does not have."""

PAD = 0.5
"""Points around a box on a page."""
_LAYOUT = re.compile(r"[\s\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]|\[bookmark:[^\]]*\]")


def bare(text: str) -> str:
    """A text without its layout."""
    return _LAYOUT.sub("", text)


def bare_print(text: str) -> str:
    """A text of a page without its layout, each character in its usual form."""
    return bare(unicodedata.normalize("NFKC", text))


def opened(path: Path) -> Look:
    """A function that gives what stands at a place of a document."""
    return {".txt": _text_file, ".docx": _word_file, ".pdf": _pdf}[path.suffix](path)


def holds(path: Path, there: str, quote: str) -> bool:
    """Whether what stands at a place contains a quote."""
    if path.suffix == ".txt":
        return quote in there
    form = bare_print if path.suffix == ".pdf" else bare
    return form(quote) in form(there)


def _text_file(path: Path) -> Look:
    lines = re.split(r"\r\n|\r|\n", _decoded(path.read_bytes()))

    def look(place: Place) -> str:
        start, end = place["span"]
        inside = 1 <= place["line"] <= len(lines) and 0 <= start < end <= len(lines[place["line"] - 1])
        return lines[place["line"] - 1][start:end] if inside else ""

    return look


def _decoded(data: bytes) -> str:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = {_W + "del", _W + "moveFrom", _W + "pPr", _W + "rPr", _W + "instrText"}
_BREAKS = {_W + "br": "\n", _W + "cr": "\n", _W + "tab": "\t", _W + "noBreakHyphen": "-"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def _word_file(path: Path) -> Look:
    from docx import Document

    texts: dict[tuple[int, int | None, int | None], str] = {}
    for number, block in enumerate(_unwrapped(Document(str(path)).element.body, "p", "tbl"), 1):
        if block.tag == _W + "p":
            texts[number, None, None] = _shown(block)
        else:
            texts.update({(number, row, column): text for row, column, text in _cells(block)})

    def look(place: Place) -> str:
        if place.get("part", "body") not in ("body", None):
            return ""
        return texts.get((place["block"], place.get("row"), place.get("column")), "")

    return look


def _unwrapped(parent: Any, *names: str) -> Iterator[Any]:
    """Children of these names in order, those inside content controls and custom markup included."""
    for child in parent:
        if child.tag in {_W + name for name in names}:
            yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "customXml", _W + "ins"):
            yield from _unwrapped(child, *names)


def _shown(element: Any) -> str:
    """The text of an element as Word shows it: insertions are in, deletions out."""
    if element.tag == _W + "t":
        return element.text or ""
    if element.tag in _BREAKS:
        return _BREAKS[element.tag]
    if element.tag in _GONE or element.tag == _FALLBACK:
        return ""
    text = "".join(map(_shown, element))
    return text + "\n" if element.tag == _W + "p" else text


def _cells(table: Any) -> Iterator[tuple[int, int, str]]:
    """The cells of a table with row and column of their upper left corner, from 1; what a merge covers is left out."""
    for number, row in enumerate(_unwrapped(table, "tr"), 1):
        before = row.find(f"{_W}trPr/{_W}gridBefore")
        column = 1 + (int(before.get(_W + "val")) if before is not None else 0)
        for cell in _unwrapped(row, "tc"):
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merge is None or merge.get(_W + "val") == "restart":
                yield number, column, _shown(cell)
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            column += int(span.get(_W + "val")) if span is not None else 1


def _pdf(path: Path) -> Look:
    import pdfplumber
    from pdfplumber.utils.text import extract_text

    document = pdfplumber.open(path)

    @cache
    def characters(page: int) -> list[dict[str, Any]]:
        return list(document.pages[page - 1].chars)

    @cache
    def at(page: int, box: tuple[float, ...]) -> str:
        left, top, right, bottom = box[0] - PAD, box[1] - PAD, box[2] + PAD, box[3] + PAD
        inside = [
            c
            for c in characters(page)
            if left <= (c["x0"] + c["x1"]) / 2 <= right and top <= (c["top"] + c["bottom"]) / 2 <= bottom
        ]
        return extract_text(inside)

    def look(place: Place) -> str:
        known = 1 <= place["page"] <= len(document.pages)
        return at(place["page"], tuple(place["bbox"])) if known else ""

    return look
