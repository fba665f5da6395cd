"""A small report, the command that reads it, and what a command leaves behind."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

REPORT = (Path(__file__).parent / "report.txt").read_text("utf-8")
COMMAND = [sys.executable, "-m", "selfeval_extract"]


class Answer(NamedTuple):
    """What a command left behind."""

    status: int
    out: bytes
    err: str


Command = Callable[..., Answer]
