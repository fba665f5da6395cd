"""Printed text that knows where each of its characters stands, and its folded form for matching."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple, Protocol

from selfeval_extract.document.place import BlockPlace, Box, LinePlace, PagePlace, Place
from selfeval_extract.runtime.pattern_cache import regex


class LinePiece(NamedTuple):
    """A stretch of a line of a text file: text[start:end] stands in it from `offset` on."""

    start: int
    end: int
    line: int
    offset: int = 0

    @property
    def region(self) -> int:
        """The number of the line, block or page that the piece stands in."""
        return self.line

    def place(self, start: int, end: int) -> LinePlace:
        """The place of text[start:end], which lies inside the piece."""
        shift = self.offset - self.start
        return LinePlace(self.line, (start + shift, end + shift))

    def part(self, start: int, end: int) -> LinePiece:
        """The piece of text[start:end], which lies inside it."""
        return LinePiece(start, end, self.line, self.offset + start - self.start)


class BlockPiece(NamedTuple):
    """text[start:end] as a paragraph or cell of a Word file holds it; the place of any part is the whole block."""

    start: int
    end: int
    at: BlockPlace

    @property
    def region(self) -> int:
        return self.at.block

    def place(self, start: int, end: int) -> BlockPlace:
        return self.at

    def part(self, start: int, end: int) -> BlockPiece:
        return BlockPiece(start, end, self.at)


class Boxes(Protocol):
    """Where the characters of a line stand on a page. Offsets count from the line's first character."""

    def around(self, start: int, end: int) -> Box:
        """The smallest box around the characters from `start` to `end`."""
        ...

    def part(self, start: int, end: int) -> Boxes:
        """The boxes of the characters from `start` to `end` alone."""
        ...


class PagePiece(NamedTuple):
    """text[start:end] as a line of a PDF page, with the boxes of its characters."""

    start: int
    end: int
    page: int
    boxes: Boxes

    @property
    def region(self) -> int:
        return self.page

    def place(self, start: int, end: int) -> PagePlace:
        return PagePlace(self.page, self.boxes.around(start - self.start, end - self.start))

    def part(self, start: int, end: int) -> PagePiece:
        return PagePiece(start, end, self.page, self.boxes.part(start - self.start, end - self.start))


Piece = LinePiece | BlockPiece | PagePiece
"""A stretch of a text that one line, block or page of the file holds; all have the same methods."""


def _moved(piece: Piece, by: int) -> Piece:
    """The same piece in a text that has `by` more characters before it."""
    return piece._replace(start=piece.start + by, end=piece.end + by)


class Quote(NamedTuple):
    """Characters as printed, and where they stand."""

    quote: str
    place: Place


class Text:
    """Printed characters with the pieces of the file that they come from.

    Characters that no piece covers (a line break between two pieces, an automatic number) were added by the reader and have
    no place. `seams`: the offsets, in order, where texts from different places were joined; no quote runs across one.
    `folded`: the folded form.
    """

    __slots__ = ("folded", "pieces", "seams", "string")

    def __init__(
        self, string: str, pieces: Iterable[Piece] = (), seams: Iterable[int] = (), folded: Folded | None = None
    ) -> None:
        self.string = string
        self.pieces: tuple[Piece, ...] = tuple(pieces)
        self.seams: tuple[int, ...] = tuple(seams)
        self.folded = folded or (_fold_short(string) if len(string) <= _SHORT else fold(string))

    def __str__(self) -> str:
        return self.string

    def __repr__(self) -> str:
        return f"Text({self.string!r})"

    def __bool__(self) -> bool:
        return self.string != "" and not self.string.isspace()

    def evidence(self, start: int = 0, end: int | None = None) -> tuple[Quote, ...]:
        """The quotes of text[start:end] in order; neighbours whose places have a common one are one quote."""
        end = len(self.string) if end is None else end
        found: list[tuple[int, int, Place]] = []
        for piece in self.pieces:
            a, b = max(start, piece.start), min(end, piece.end)
            if a >= b or not self.string[a:b].strip():
                continue
            place = piece.place(a, b)
            joined = found[-1][2].joined(place) if found and not self._has_seam(found[-1][1], a) else None
            if joined is None:
                found.append((a, b, place))
            else:
                found[-1] = (found[-1][0], b, joined)
        return tuple([Quote(self.string[a:b], place) for a, b, place in found])

    def _has_seam(self, first: int, last: int) -> bool:
        """Whether there is a seam from one offset to another, both included."""
        at = bisect_left(self.seams, first)
        return at < len(self.seams) and self.seams[at] <= last

    def part(self, start: int, end: int) -> Text:
        """text[start:end] as a text of its own, with its places."""
        if start == 0 and end == len(self.string):
            return self
        pieces = []
        for piece in self.pieces:
            a, b = max(start, piece.start), min(end, piece.end)
            if a < b:
                pieces.append(_moved(piece.part(a, b), -start))
        seams = [s - start for s in self.seams if start < s < end]
        return Text(self.string[start:end], pieces, seams, self.folded.part(start, end))

    def folded_part(self, start: int, end: int | None = None) -> Text:
        """The characters of folded[start:end] as a text of its own, with their places."""
        return self.part(*self.folded.span(start, len(self.folded.text) if end is None else end))


def join(texts: Sequence[Text], separator: str = "\n") -> Text:
    """Texts in order with `separator` between them, with their places; each keeps its own quotes."""
    if len(texts) == 1:
        return texts[0]
    pieces: list[Piece] = []
    seams: list[int] = []
    length = 0
    for n, text in enumerate(texts):
        if n:
            length += len(separator)
            seams.append(length)
        pieces.extend(_moved(piece, length) for piece in text.pieces)
        seams.extend(seam + length for seam in text.seams)
        length += len(text.string)
    return Text(separator.join(t.string for t in texts), pieces, seams)


_VARIANTS = str.maketrans("≧⩾≦⩽═〔〕【】’‘“”〃–—―", '≥≥≤≤=()()\'\'"""---')
"""What NFKC leaves different: signs and brackets → the form that stands for them."""
_KEPT = regex(r"[①-⓿❶-➓²³¹⁰-₟¼-¾⅐-⅟™©®…]")
"""Characters that fold to themselves although NFKC would change them."""
_INVISIBLE = r"\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad"
"""Zero-width and direction characters, soft hyphens: what converters leave of layout."""
_DROPPED = regex(rf"[\s{_INVISIBLE}]")


@cache
def _fold_char(char: str) -> str:
    if _DROPPED.match(char):
        return ""
    if _KEPT.match(char):
        return char
    return _DROPPED.sub("", unicodedata.normalize("NFKC", char)).translate(_VARIANTS)


class Folded(NamedTuple):
    """Folded text and, for each of its characters, the offset of the printed character (`offsets`, ascending).

    Folding drops white space and invisible characters and gives each character one form (full-width becomes half-width,
    variants of signs and brackets become one). Circled digits, superscripts and fractions stay as they are.
    """

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The printed span of folded[start:end]; if that is empty, an empty span where `start` is printed."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else (self.offsets[-1] + 1 if self.offsets else 0)
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1

    def part(self, start: int, end: int) -> Folded:
        """The folded form of printed[start:end], which is a part of this one: each character folds by itself."""
        if isinstance(self.offsets, range):
            text = self.text[start:end]
            return Folded(text, range(len(text)))
        first, last = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
        return Folded(self.text[first:last], tuple([at - start for at in self.offsets[first:last]]))


_FREQUENT = regex(r"[\u4e00-\u9fa5!-~。、《》，；：（）％“”！？０-９]*")
"""Texts of the most frequent characters, each of which folds to one, most of them to themselves."""
_FOLDED = str.maketrans({char: _fold_char(char) for char in "，；：（）％“”！？０１２３４５６７８９"})


def fold(printed: str) -> Folded:
    """Fold a printed text (see `Folded`)."""
    if _FREQUENT.fullmatch(printed):
        return Folded(printed.translate(_FOLDED), range(len(printed)))
    parts = list(map(_fold_char, printed))
    folded = "".join(parts)
    offsets = range(len(printed))
    if len(folded) == len(printed) and "" not in parts:
        return Folded(folded, offsets)
    if len(folded) + parts.count("") == len(printed):  # each folds to one character or none
        return Folded(folded, tuple(compress(offsets, parts)))
    return Folded(folded, tuple(at for at, part in zip(offsets, parts, strict=True) for _ in part))


_SHORT = 100
_fold_short = lru_cache(2_000)(fold)
"""The folded forms of short texts are kept: names, labels and values come again."""


def folded_text(printed: str) -> str:
    """The folded form of a text, without offsets."""
    return (_fold_short(printed) if len(printed) <= _SHORT else fold(printed)).text


_ZERO_WIDTH = regex(rf"[{_INVISIBLE}]")
_FIELD_CODE = regex(r"\[bookmark:[^\[\]]*\]|\bPAGEREF\s+_Toc\w*(?:\s+\\h)?", re.IGNORECASE)
"""What converters leave of Word's fields: anchors of a table of contents and references to them."""
_LINE_BREAK = regex(r"(?<![ \t\u3000\xa0])[ \t\u3000\xa0]*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+[ \t\u3000\xa0]*")
_BLANKS = regex(r"[ \t\u3000\xa0\u2000-\u200a\u202f]{2,}|\t")


def clean(printed: str) -> str:
    """A text without layout: no field codes, invisible characters and line breaks, one blank for several (`docs/record.md`)."""
    text = _FIELD_CODE.sub("", _ZERO_WIDTH.sub("", printed))
    return _BLANKS.sub(" ", _LINE_BREAK.sub("", text)).strip(" \u3000\xa0")
