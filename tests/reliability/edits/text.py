"""Damage to text files: what their words go through, and their encoding."""

from __future__ import annotations

from random import Random

from . import Edit, words

_ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "latin-1")
_ENDS = (b"\r", b"\r\n", b"\n\r", b"\x85", b"\0\n", b"\x0c", b"\xe2\x80\xa8", b"")
_NO_CHARACTERS = (
    b"\xed\xa0\x80",
    b"\xc0\x80",
    b"\xf5\x80\x80\x80",
    b"\xe4\xb8",
    b"\x81",
    b"\x00",
    b"\xff\xfe",
    b"\x1b[2J",
)


def wording(data: bytes, chance: Random) -> bytes:
    return words.changed(data.decode("utf-8", "replace"), chance).encode("utf-8", "replace")


def encoding(data: bytes, chance: Random) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")


def two_encodings(data: bytes, chance: Random) -> bytes:
    """Lines in one encoding, then lines in another, as pasted together."""
    lines = data.decode("utf-8", "replace").splitlines(keepends=True)
    at = chance.randrange(len(lines) + 1)
    halves = ("".join(lines[:at]), "".join(lines[at:]))
    return b"".join(half.encode(chance.choice(_ENCODINGS), "replace") for half in halves)


def line_ends(data: bytes, chance: Random) -> bytes:
    return b"".join(line + chance.choice((b"\n", chance.choice(_ENDS))) for line in data.split(b"\n"))


def no_characters(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.choice((1, 3, 50))):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(_NO_CHARACTERS) + data[at:]
    return data


EDITS: tuple[Edit, ...] = (wording, wording, wording, wording, encoding, two_encodings, line_ends, no_characters)
