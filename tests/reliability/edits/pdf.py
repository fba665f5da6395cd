"""Damage to PDFs: their numbers, references and names; and, unpacked and packed again, their streams."""

from __future__ import annotations

import re
import zlib
from random import Random

from . import WILD_NUMBERS, Edit

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_REFERENCE = re.compile(rb"(\d+) 0 R\b")
_NAME = re.compile(rb"/[A-Za-z][\w+.-]*")
_TOKEN = re.compile(rb"\([^()]*\)|<[0-9A-Fa-f]*>|\S+")
_PAGE = re.compile(rb"/Type\s*/Pages?\b")
_MOST = 2_000_000

_PAGE_KEYS = (
    "/Rotate 90", "/Rotate 45", "/Rotate -270", "/Rotate 99999999999", "/MediaBox [0 0 0 0]", "/MediaBox [0 0 1e9 1e9]",
    "/MediaBox [0 0 99999999 99999999]", "/MediaBox [612 792 0 0]", "/MediaBox [nan inf 1 2]", "/MediaBox []", "/MediaBox 5",
    "/CropBox [-1e5 -1e5 1e5 1e5]", "/CropBox [10 10 11 11]", "/UserUnit 1000000", "/UserUnit -1", "/UserUnit 0", "/Contents null",
    "/Contents []", "/Resources null", "/Annots [null 1 0 R 2 0 R 3 0 R]", "/Count 1000000000", "/Count -1", "/Kids [1 0 R 2 0 R 3 0 R]",
    "/Parent 1 0 R", "/Type /Font",
    "/Annots [<</Type/Annot/Subtype/FreeText/Rect[0 0 500 500]/DA(/F1 12 Tf)/Contents(x)>>]",
    "/Annots [<</Type/Annot/Subtype/Widget/FT/Tx/V(12)/Rect[1e30 0 -1e30 0]>>]",
)  # fmt: skip
_BEFORE = (
    "1e30 0 0 1e30 0 0 cm", "1e-30 0 0 1e-30 0 0 cm", "0 0 0 0 0 0 cm", "0 1 -1 0 0 0 cm", "-1 0 0 1 600 0 cm", "1 0 0 -1 0 800 cm",
    "1 0.3 -0.3 1 0 0 cm", "1 0 0 1 1e9 1e9 cm", "99999999999 0 0 1 0 0 cm", "nan 0 0 nan 0 0 cm", "3 Tr", "1e38 Tc", "-500 Tw", "0 Tz",
    "-100 Tz", "1e9 Ts", "q " * 3000, "Q " * 50, "BT " * 50, "[0 1e9] 1e9 d", "0 0 1e9 1e9 re f", "0 0 m 1e30 1e30 l S", "0 0 m nan inf l S",
    "0 0 600 800 re S " * 200, "0 0 m 600 0 l S 0 1 m 600 1 l S " * 300, "/X1 Do " * 20, "BI /W 9 /H 9 ID xxxx EI",
    "0 0 m 1 0 l 1 1 l h f " * 500,
)  # fmt: skip
"""What a page's drawing may begin with: frames that swell, shrink, turn or mirror all of it, and drawings of no sense."""


def _outside(data: bytes, pattern: re.Pattern[bytes], chance: Random) -> re.Match[bytes] | None:
    """One of the places that are not in a stream."""
    inside = [m.span(1) for m in _STREAM.finditer(data)]
    found = [m for m in pattern.finditer(data) if not any(a <= m.start() < b for a, b in inside)]
    return chance.choice(found) if found else None


def _put(data: bytes, place: re.Match[bytes] | None, new: bytes) -> bytes:
    return data if place is None else data[: place.start()] + new + data[place.end() :]


def number(data: bytes, chance: Random) -> bytes:
    """Lengths, offsets, counts, boxes, widths."""
    for _ in range(chance.choice((1, 1, 3, 20))):
        data = _put(data, _outside(data, _NUMBER, chance), chance.choice(WILD_NUMBERS).encode())
    return data


def reference(data: bytes, chance: Random) -> bytes:
    """An object in another's place: loops of pages, forms and fonts among them."""
    known = _REFERENCE.findall(data)
    for _ in range(chance.choice((1, 2, 5)) if known else 0):
        data = _put(data, _outside(data, _REFERENCE, chance), chance.choice(known) + b" 0 R")
    return data


def name(data: bytes, chance: Random) -> bytes:
    known = sorted(set(_NAME.findall(data)))
    for _ in range(chance.choice((1, 2, 5)) if known else 0):
        data = _put(data, _outside(data, _NAME, chance), chance.choice(known))
    return data


def page_key(data: bytes, chance: Random) -> bytes:
    place = _outside(data, _PAGE, chance)
    return data if place is None else _put(data, place, place[0] + b" " + chance.choice(_PAGE_KEYS).encode())


def _numbers_in(content: bytes, chance: Random) -> bytes:
    for _ in range(chance.choice((1, 5, 50))):
        found = list(_NUMBER.finditer(content[:_MOST]))
        if not found:
            break
        content = _put(content, chance.choice(found), chance.choice(WILD_NUMBERS).encode())
    return content


def _tokens_in(content: bytes, chance: Random) -> bytes:
    tokens = _TOKEN.findall(content)
    for _ in range(chance.choice((1, 5, 50)) if tokens else 0):
        at = chance.randrange(len(tokens))
        match chance.randrange(4):
            case 0:
                tokens[at] = b""
            case 1:
                tokens[at] = chance.choice(tokens)
            case 2:
                tokens[at] += b" " + tokens[at]
            case _:
                tokens[at] = tokens[at].swapcase()
    return b" ".join(tokens)


def _begun_with(content: bytes, chance: Random) -> bytes:
    return chance.choice(_BEFORE).encode() + b"\n" + content


def _some_often(content: bytes, chance: Random) -> bytes:
    lines = content.split(b"\n")
    start = chance.randrange(len(lines))
    end = start + chance.choice((1, 10, 50))
    return b"\n".join((*lines[:end], *lines[start:end] * chance.choice((1, 5, 30)), *lines[end:]))


def _bytes_in(content: bytes, chance: Random) -> bytes:
    out = bytearray(content)
    for _ in range(min(len(out), chance.choice((1, 20, 200)))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


_IN_STREAMS = (_numbers_in, _tokens_in, _begun_with, _some_often, _bytes_in)


def stream(data: bytes, chance: Random) -> bytes:
    """A stream's content damaged, its packing whole."""
    packed = [m for m in _STREAM.finditer(data) if m[1].startswith(b"\x78")]
    if not packed:
        return data
    one = chance.choice(packed)
    try:
        content = zlib.decompress(one[1])
    except zlib.error:
        return data
    for _ in range(chance.choice((1, 1, 2))):
        content = chance.choice(_IN_STREAMS)(content, chance)
    new = b"stream\n" + zlib.compress(content[:_MOST], 1) + b"\nendstream"
    return _put(data, one, new)


EDITS: tuple[Edit, ...] = (number, number, reference, name, page_key, stream, stream, stream, stream)
