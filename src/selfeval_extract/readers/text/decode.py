"""The bytes of a text file → its characters, in any of the usual encodings."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from selfeval_extract.runtime.pattern_cache import regex

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WITHOUT_MARK = ("gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "big5")
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国年度支出绩效项目资金预算情况指标完成单位部门管理工作实际自评表报告万元，。、：（）0123456789\n "
)
_CONTROLS = regex(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""Characters that show nothing and that terminals, spreadsheets and databases choke on; tabs, line and page ends stay."""
_SAMPLE = 20_000
"""Characters by which an encoding is judged."""
_MOST_BAD = 0.02
"""Share of U+FFFD up to which a text is taken for damaged UTF-8."""


class Decoded(NamedTuple):
    """A text and its encoding; `bad`: how many places did not fit the encoding and are U+FFFD now."""

    text: str
    encoding: str
    bad: int


def decode(data: bytes) -> Decoded:
    """Decode a text file.

    A byte order mark decides; then UTF-8 if it fits, or all but a few bytes do (a file that was cut); then the encoding that
    gives the largest share of characters that are frequent in Chinese reports.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lossy(data, encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        damaged = _lossy(data, "utf-8")
    if damaged.bad <= max(2, _MOST_BAD * len(damaged.text)):
        return damaged
    return max((_lossy(data, c) for c in _WITHOUT_MARK), key=_plausibility)


def without_controls(text: str) -> tuple[str, int]:
    """A text with U+FFFD for each control character, and their number."""
    return _CONTROLS.subn("\ufffd", text)


def _lossy(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _plausibility(candidate: Decoded) -> float:
    sample = candidate.text[:_SAMPLE]
    return sum(map(_FREQUENT.__contains__, sample)) / len(sample) - 10 * candidate.bad / len(candidate.text)
