"""Printed text that knows where each of its characters stands, and its folded form for matching."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress
from typing import NamedTuple, Protocol

from selfeval_extract.document.place import BlockPlace, Box, LinePlace, PagePlace, Place
from selfeval_extract.runtime.pattern_cache import regex


class Piece(Protocol):
    """A stretch of a text that one part of the file holds. `start` and `end` are offsets in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def region(self) -> int:
        """The number of the line, block or page that it is part of."""
        ...

    def place(self, start: int, end: int) -> Place:
        """The place of text[start:end], which lies inside the piece."""
        ...

    def moved(self, by: int) -> Piece:
        """The same piece in a text that has `by` more characters before it."""
        ...


class LinePiece(NamedTuple):
    """A stretch of a line of a text file; `offset` is where in the line text[start] stands.

    Never changed, but not frozen: there is one for every line, and a frozen one takes three times as long to make."""

    start: int
    end: int
    line: int
    offset: int = 0

    @property
    def region(self) -> int:
        return self.line

    def place(self, start: int, end: int) -> Place:
        shift = self.offset - self.start
        return LinePlace(self.line, (start + shift, end + shift))

    def moved(self, by: int) -> LinePiece:
        return LinePiece(self.start + by, self.end + by, self.line, self.offset)


class BlockPiece(NamedTuple):
    """A paragraph or cell of a Word document: its place is the whole block."""

    start: int
    end: int
    at: BlockPlace

    @property
    def region(self) -> int:
        return self.at.block

    def place(self, start: int, end: int) -> Place:
        return self.at

    def moved(self, by: int) -> BlockPiece:
        return BlockPiece(self.start + by, self.end + by, self.at)


class Boxes(Protocol):
    """Where a line's characters stand on a page. Offsets count from the line's first character."""

    def around(self, start: int, end: int) -> Box:
        """The smallest box around the characters from `start` to `end`."""
        ...

    def part(self, start: int, end: int) -> Boxes:
        """The boxes of the characters from `start` to `end` alone."""
        ...


class PagePiece(NamedTuple):
    """A line of a PDF page with the boxes of its characters."""

    start: int
    end: int
    page: int
    boxes: Boxes

    @property
    def region(self) -> int:
        return self.page

    def place(self, start: int, end: int) -> Place:
        return PagePlace(self.page, self.boxes.around(start - self.start, end - self.start))

    def moved(self, by: int) -> PagePiece:
        return PagePiece(self.start + by, self.end + by, self.page, self.boxes)


class Quote(NamedTuple):
    """The characters as printed and where they stand."""

    quote: str
    place: Place


class Text:
    """Printed characters with the pieces of the file they come from.

    Characters that no piece covers (a line break between two pieces) are the reader's joints; they have no place.
    `seams` are the offsets where texts from different places were joined: no quote goes across one.
    `folded` is the folded form.
    """

    __slots__ = ("folded", "pieces", "seams", "string")

    def __init__(
        self, string: str, pieces: Iterable[Piece] = (), seams: Iterable[int] = (), folded: Folded | None = None
    ) -> None:
        self.string = string
        self.pieces: tuple[Piece, ...] = tuple(pieces)
        self.seams: tuple[int, ...] = tuple(seams)
        self.folded = folded or (_remembered(string) if len(string) <= _SHORT else fold(string))

    def __str__(self) -> str:
        return self.string

    def __repr__(self) -> str:
        return f"Text({self.string!r})"

    def __bool__(self) -> bool:
        return self.string != "" and not self.string.isspace()

    def evidence(self, start: int = 0, end: int | None = None) -> tuple[Quote, ...]:
        """Quotes and places of text[start:end], in order; pieces that share a place are one quote."""
        end = len(self.string) if end is None else end
        found: list[tuple[int, int, Place]] = []
        for piece in self.pieces:
            a, b = max(start, piece.start), min(end, piece.end)
            if a >= b or not self.string[a:b].strip():
                continue
            place = piece.place(a, b)
            joined = found[-1][2].joined(place) if found and not self._seam_within(found[-1][1], a) else None
            if joined is None:
                found.append((a, b, place))
            else:
                found[-1] = (found[-1][0], b, joined)
        return tuple([Quote(self.string[a:b], place) for a, b, place in found])

    def _seam_within(self, first: int, last: int) -> bool:
        """Whether there is a seam from one offset to another, both included. Seams are in order."""
        at = bisect_left(self.seams, first)
        return at < len(self.seams) and self.seams[at] <= last

    def part(self, start: int, end: int) -> Text:
        """text[start:end] as a text of its own, places kept."""
        pieces = []
        for piece in self.pieces:
            a, b = max(start, piece.start), min(end, piece.end)
            if a < b:
                pieces.append(_cut(piece, a, b).moved(-start))
        seams = [s - start for s in self.seams if start < s < end]
        return Text(self.string[start:end], pieces, seams, self.folded.part(start, end))


def _cut(piece: Piece, start: int, end: int) -> Piece:
    if isinstance(piece, LinePiece):
        return LinePiece(start, end, piece.line, piece.offset + start - piece.start)
    if isinstance(piece, PagePiece):
        return PagePiece(start, end, piece.page, piece.boxes.part(start - piece.start, end - piece.start))
    assert isinstance(piece, BlockPiece)
    return BlockPiece(start, end, piece.at)


def join(texts: Sequence[Text], joint: str = "\n") -> Text:
    """Texts one behind the other with `joint` between them, places kept; each stays a quote of its own."""
    if len(texts) == 1:
        return texts[0]
    pieces: list[Piece] = []
    seams: list[int] = []
    length = 0
    for n, text in enumerate(texts):
        if n:
            length += len(joint)
            seams.append(length)
        pieces.extend(piece.moved(length) for piece in text.pieces)
        seams.extend(seam + length for seam in text.seams)
        length += len(text.string)
    return Text(joint.join(t.string for t in texts), pieces, seams)


_ONE_FORM = str.maketrans(
    {
        "≧": "≥",
        "⩾": "≥",
        "≦": "≤",
        "⩽": "≤",
        "═": "=",
        "〔": "(",
        "〕": ")",
        "﹝": "(",
        "﹞": ")",
        "【": "(",
        "】": ")",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "〃": '"',
        "–": "-",
        "—": "-",
        "―": "-",
        "－": "-",
        "、": "、",
        "﹪": "%",
        "〇": "〇",
    }
)
_KEPT = regex(r"[①-⓿❶-➓²³¹⁰-₟¼-¾⅐-⅟™©®…]")
_DROPPED = regex(r"[\s\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]")


def _fold_char(char: str) -> str:
    if _DROPPED.match(char):
        return ""
    if _KEPT.match(char):
        return char
    return _DROPPED.sub("", unicodedata.normalize("NFKC", char)).translate(_ONE_FORM)


class _FoldTable(dict[str, str]):
    def __missing__(self, char: str) -> str:
        self[char] = folded = _fold_char(char)
        return folded


_TABLE = _FoldTable()


class Folded(NamedTuple):
    """Folded text and, for each of its characters, where the printed character stands.

    Folding drops white space and zero-width characters and gives each character one form (full-width to half-width,
    variants of signs and brackets to one). Circled digits, superscripts and fractions stay as they are.
    """

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The printed span of folded[start:end]; an empty span at the place of `start` if it is empty."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else (self.offsets[-1] + 1 if self.offsets else 0)
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1

    def part(self, start: int, end: int) -> Folded:
        """The folded form of printed[start:end]: each character folds by itself."""
        if isinstance(self.offsets, range):
            text = self.text[start:end]
            return Folded(text, range(len(text)))
        first, last = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
        return Folded(self.text[first:last], tuple([at - start for at in self.offsets[first:last]]))


_PLAIN = regex(r"[\u4e00-\u9fa5!-~。、《》]*")
"""Texts of characters that fold to themselves."""


def fold(printed: str) -> Folded:
    """Fold a printed text, keeping the way back: `offsets[i]` is the printed offset of folded character i."""
    if _PLAIN.fullmatch(printed):
        return Folded(printed, range(len(printed)))
    parts = list(map(_TABLE.__getitem__, printed))
    folded = "".join(parts)
    places = range(len(printed))
    if len(folded) == len(printed) and "" not in parts:
        return Folded(folded, places)
    if len(folded) + parts.count("") == len(printed):  # each folds to one character or none
        return Folded(folded, tuple(compress(places, parts)))
    return Folded(folded, tuple(at for at, part in zip(places, parts, strict=True) for _ in part))


_SHORT = 100


@lru_cache(2_000)
def _remembered(printed: str) -> Folded:
    """The folded form of a short text; names, labels and values come again."""
    return fold(printed)


_ZERO_WIDTH = regex(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]")
_FIELD_CODE = regex(r"\[bookmark:[^\]]*\]|\bPAGEREF\s+_Toc\w*(?:\s+\\h)?", re.IGNORECASE)
_LINE_BREAK = regex(r"(?<![ \t\u3000\xa0])[ \t\u3000\xa0]*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+[ \t\u3000\xa0]*")
_BLANKS = regex(r"[ \t\u3000\xa0\u2000-\u200a\u202f]{2,}|\t")


def folded_text(printed: str) -> str:
    """The folded form of a text, without the way back."""
    return (_remembered(printed) if len(printed) <= _SHORT else fold(printed)).text


def clean(printed: str) -> str:
    """The report's own characters without layout noise (`docs/record.md`: field codes, zero-width characters, line breaks, runs of blanks)."""
    text = _FIELD_CODE.sub("", _ZERO_WIDTH.sub("", printed))
    return _BLANKS.sub(" ", _LINE_BREAK.sub("", text)).strip(" \u3000\xa0")
