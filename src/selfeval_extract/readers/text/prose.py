"""Lines of prose → paragraphs: a line each, or joined where the file breaks its lines at a fixed width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.document import Paragraph, join
from selfeval_extract.readers.pdf.geometry import grouped
from selfeval_extract.readers.text.lines import TextLine
from selfeval_extract.values.list_numbers import begins_paragraph

_NEARLY = 0.75
"""Share of the width from which a line counts as full."""
_STOPS = "。；！？："
_WRAP_WIDTHS = range(40, 141)


def wrap_width(lines: Sequence[TextLine]) -> int:
    """The width at which a file breaks its lines, or 0 if it does not: many of its full lines end within a sentence."""
    widths = [line.width for line in lines]
    top = max(widths, default=0)
    if top not in _WRAP_WIDTHS:
        return 0
    full = [line.text for width, line in zip(widths, lines, strict=True) if width >= _NEARLY * top]
    within = sum(text.rstrip()[-1] not in _STOPS for text in full)
    return top if len(full) >= 5 and within >= 0.4 * len(full) else 0


def paragraphs(lines: Sequence[TextLine], width: int = 0) -> Iterator[Paragraph]:
    """The paragraphs of lines; `width`: that at which the file breaks its lines, 0 if it does not."""
    for group in grouped(lines, lambda before, line: width > 0 and _goes_on(before[-1], line.text, width)):
        texts = [text for line in group if (text := line.stripped()).string]
        if texts:
            yield Paragraph(join(texts, ""))


def _goes_on(line: TextLine, following: str, width: int) -> bool:
    """Whether the following line is of the same paragraph: the line is full, ends within a sentence, and the next does not
    begin as a paragraph does."""
    return (
        line.width >= _NEARLY * width
        and line.text.rstrip()[-1] not in _STOPS
        and bool(following.strip())
        and not following[0].isspace()
        and not begins_paragraph(following)
    )
