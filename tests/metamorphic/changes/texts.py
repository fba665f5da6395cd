"""The document in other formats: text dumps of every flavour and encoding, and PDFs."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from ..anatomy import fold
from ..bases import CheckContext, text_bytes
from ..relation import Transformation, add

FLAVOURS = ("tika", "tsv", "pipe", "lines", "md", "tikaomit", "padded", "vanish")


def _unchanged(case: CheckContext, rng: Random) -> CheckContext | None:
    return case


def _texted(flavour: str, then: Callable[[str], str] = str, encoding: str = "utf-8") -> Callable[[CheckContext], bytes]:
    return lambda case: then(text_bytes(case, flavour).decode()).encode(encoding)


for _flavour in FLAVOURS:
    add(
        Transformation(
            f"text_{_flavour}", f"17 docx → text, {_flavour}", _unchanged, fold=fold, render=_texted(_flavour),
            lossy=_flavour == "vanish",
        )
    )  # fmt: skip

for _encoding in ("utf-8-sig", "gb18030", "utf-16"):
    add(
        Transformation(
            f"text_tika_{_encoding}", f"17 docx → text, tika, {_encoding}", _unchanged, fold=fold,
            render=_texted("tika", encoding=_encoding),
        )
    )  # fmt: skip


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _wrapped(text: str) -> str:
    """Prose in lines of 40 characters, as a text dump of a PDF has it."""
    lines = []
    for line in text.split("\n"):
        lines += [line[k : k + 40] for k in range(0, len(line), 40)] if len(line) > 40 and "|" not in line else [line]
    return "\n".join(lines)


def _indented(text: str) -> str:
    return "\n".join(
        "　　" + line if line and len(line) > 30 and "|" not in line else line for line in text.split("\n")
    )


def _running(text: str) -> str:
    """A running title and a page number from 45 lines on at the next empty line (between rows)."""
    out: list[str] = []
    since = page = 0
    for line in text.split("\n"):
        out.append(line)
        since += 1
        if since >= 45 and line == "":
            page += 1
            out += [f"— {page} —", "\f" + "绩效自评材料汇编（甲市财政局）", ""]
            since = 0
    return "\n".join(out)


def _squeezed(text: str) -> str:
    return re.sub(r"\n{2,}", "\n", text)


def _spread(text: str) -> str:
    return re.sub(r"\n", "\n\n", text)


for _name, _says, _then, _flavour in (
    ("crlf", "17 text with CRLF", _crlf, "tsv"),
    ("wrapped", "17 text with prose wrapped at 40 characters", _wrapped, "pipe"),
    ("indented", "17 text with indented prose", _indented, "tsv"),
    ("running", "14 text with running titles and page numbers", _running, "tika"),
    ("spread", "20 text with an empty line behind every line", _spread, "tsv"),
    ("squeezed", "20 text without empty lines", _squeezed, "pipe"),
):
    add(Transformation(f"text_{_name}", _says, _unchanged, fold=fold, render=_texted(_flavour, _then)))
