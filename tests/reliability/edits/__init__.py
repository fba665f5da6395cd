"""Damage to a file: functions of its bytes and a source of chance. One that finds nothing to damage gives the bytes back."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Edit = Callable[[bytes, Random], bytes]

WILD_NUMBERS = (
    "0", "1", "-1", "2", "7", "63", "64", "255", "256", "9999", "32768", "65535", "65536", "99999999", "2147483647",
    "2147483648", "-2147483648", "4294967295", "4294967296", "9223372036854775808", "1" + "0" * 40, "0.0000001", "-0.5",
    "1e9", "1e400", "NaN", "inf", "-", "", "x", "0x7f", "١٢", "²", "①", "１２", "1_000", " 5 ", "+3", "00007", "1.2.3",
)  # fmt: skip
"""What stands where a number is expected: at the edges of machine words, absurd, or no number for one reader or another."""
