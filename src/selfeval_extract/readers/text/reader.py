"""Text files → Document: lines are paragraphs, and tables that a converter flattened are rows of cells again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from selfeval_extract.document import Block, Document, Note, Paragraph, Table
from selfeval_extract.errors import UnreadableFile
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers.text.decode import decode, without_controls
from selfeval_extract.readers.text.flavours import flavour_of, flavours_of
from selfeval_extract.readers.text.lines import TextLine
from selfeval_extract.readers.text.tables import TABLES
from selfeval_extract.readers.wrapped_lines import paragraphs, wrap_width
from selfeval_extract.runtime.pattern_cache import regex

_BINARY = regex(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_LINE_END = regex(r"\r\n|\r|\n")
_PAGE_NUMBER = regex(
    r"^[ \u3000\f]*(?:[-—–－]{1,2}[ \u3000]*\d{1,4}[ \u3000]*[-—–－]{1,2}|第[ \u3000]*\d{1,4}[ \u3000]*页.{0,12})[ \u3000]*$"
)
_FEWEST_LINES_WITH_GAPS = 3
_WIDEST_PAGE = 10_000
"""Characters; a longer line is a file without line ends, which no page layout has."""


def read_text(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a text file of any usual encoding. `name` is what messages call the file.

    Raises UnreadableFile: `corrupt` (binary data), `limit`. Notes: `encoding_damage` (bytes that do not fit the encoding),
    `control_characters`.
    """
    string, encoding, bad = decode(data)
    if len(string) > limits.characters:
        raise limits.exceeded("characters", f"{name} has {len(string):,} characters")
    if len(_BINARY.findall(string[:100_000])) > 0.1 * len(string[:100_000]):
        raise UnreadableFile("corrupt", f"{name} holds binary data, not text. Export it again as .docx, .pdf or text.")
    string, controls = without_controls(string)
    notes = []
    if bad:
        message = f"{bad} places of {name} do not fit its encoding ({encoding}); they read as U+FFFD."
        notes.append(Note("encoding_damage", message))
    if controls:
        notes.append(Note("control_characters", f"{controls} control characters of {name} read as U+FFFD."))
    lines = [TextLine(n, text) for n, text in enumerate(_LINE_END.split(string.removeprefix("\ufeff")), 1)]
    body, furniture = _without_furniture(lines)
    margins = tuple(Paragraph(line.stripped()) for line in furniture)
    return Document(name, "txt", tuple(_blocks(body)), margins, (), tuple(notes))


def _without_furniture(lines: list[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """The lines of the body, and page numbers with the running titles: what stands beside page numbers more than once."""
    pages = {n for n, line in enumerate(lines) if _PAGE_NUMBER.match(line.text)}
    if not pages:
        return lines, []
    filled = [n for n, line in enumerate(lines) if line.text.strip()]
    beside = [other for pair in pairwise(filled) for n, other in (pair, pair[::-1]) if n in pages]
    often = Counter(lines[n].text.strip() for n in beside)
    furniture = pages | {n for n in beside if often[lines[n].text.strip()] > 1 and "\t" not in lines[n].text}
    dropped = furniture | {n + 1 for n in furniture if n + 1 < len(lines) and not lines[n + 1].text.strip()}
    return [line for n, line in enumerate(lines) if n not in dropped], [lines[n] for n in sorted(furniture)]


def _blocks(lines: Sequence[TextLine]) -> Iterator[Block]:
    if not _keeps_page_layout(lines):
        yield from _flavoured_blocks(lines)
        return
    from selfeval_extract.readers.text.page_layout import laid_out  # few texts need the geometry of pages

    for part in laid_out(lines):
        yield from [part] if isinstance(part, Table) else _flavoured_blocks(part)


def _keeps_page_layout(lines: Sequence[TextLine]) -> bool:
    """Whether a converter kept the layout of pages (pdftotext -layout): form feeds between them, columns set with blanks."""
    if not any("\f" in line.text for line in lines) or any(len(line.text) > _WIDEST_PAGE for line in lines):
        return False
    return sum(flavour_of(line.text) == "blanks" for line in lines) >= _FEWEST_LINES_WITH_GAPS


def _flavoured_blocks(lines: Sequence[TextLine]) -> Iterator[Block]:
    """Prose as paragraphs; lines of a table as its flavour is read."""
    flavours = flavours_of(lines)
    width = wrap_width([line.text for flavour, line in zip(flavours, lines, strict=True) if flavour == "prose"])
    for flavour, group in groupby(zip(flavours, lines, strict=True), key=itemgetter(0)):
        run = [line for _, line in group]
        yield from paragraphs(run, width) if flavour == "prose" else TABLES[flavour](run)
