"""Damage that knows nothing of the format: bits, bytes, blocks."""

from __future__ import annotations

from random import Random

from . import Edit

_MOST = 4096


def _stretch(data: bytes, chance: Random) -> tuple[int, int]:
    """Where a block begins and ends: small ones as often as large ones."""
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(_MOST ** chance.random()))


def flip_bits(data: bytes, chance: Random) -> bytes:
    out = bytearray(data)
    for _ in range(min(len(out), chance.choice((1, 1, 2, 8, 64)))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def replace_bytes(data: bytes, chance: Random) -> bytes:
    out = bytearray(data)
    for _ in range(min(len(out), chance.choice((1, 2, 16, 256)))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def truncate(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def behead(data: bytes, chance: Random) -> bytes:
    return data[chance.randrange(min(len(data), _MOST) + 1) :]


def delete(data: bytes, chance: Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:start] + data[end:]


def repeat(data: bytes, chance: Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 20)) + data[end:]


def blank(data: bytes, chance: Random) -> bytes:
    """A block of one value in place of what was there: what a bad disk leaves."""
    start, end = _stretch(data, chance)
    return data[:start] + chance.choice((b"\0", b"\xff", b" ", b"\n")) * (end - start) + data[end:]


def insert(data: bytes, chance: Random) -> bytes:
    start, end = _stretch(data, chance)
    block = chance.choice((b"\0", b"\xff", b"\r\n")) * (end - start) if chance.random() < 0.5 else None
    return data[:start] + (chance.randbytes(end - start) if block is None else block) + data[start:]


def move(data: bytes, chance: Random) -> bytes:
    start, end = _stretch(data, chance)
    rest = data[:start] + data[end:]
    to = chance.randrange(len(rest) + 1)
    return rest[:to] + data[start:end] + rest[to:]


def by_mail(data: bytes, _: Random) -> bytes:
    """What a transfer as text does to line ends."""
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


EDITS: tuple[Edit, ...] = (
    flip_bits, replace_bytes, truncate, behead, delete, repeat, blank, insert, move, by_mail
)  # fmt: skip


def splice(data: bytes, other: bytes, chance: Random) -> bytes:
    """The head of one file and the tail of another."""
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]
