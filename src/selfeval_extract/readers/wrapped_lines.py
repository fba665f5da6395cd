"""Lines of prose → paragraphs: a line each, or joined where the file breaks its lines at a fixed width, as old programs and
pasted mails do; in Word files each such line is a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.document import Block, Paragraph, join
from selfeval_extract.readers.pdf.geometry import grouped
from selfeval_extract.readers.text.lines import TextLine, print_width
from selfeval_extract.values.list_numbers import begins_paragraph

_NEARLY = 0.75
"""Share of the width from which a line counts as full."""
_STOPS = "。；！？："
_WRAP_WIDTHS = range(40, 141)


def wrap_width(lines: Sequence[str]) -> int:
    """The width at which a file breaks its lines, or 0 if it does not: many of its full lines end within a sentence."""
    if not lines or max(map(len, lines)) > _WRAP_WIDTHS[-1]:  # no character is narrower than 1
        return 0
    widths = [print_width(line.rstrip()) for line in lines]
    top = max(widths)
    if top not in _WRAP_WIDTHS:
        return 0
    full = [line for width, line in zip(widths, lines, strict=True) if width >= _NEARLY * top]
    within = sum(line.rstrip()[-1] not in _STOPS for line in full)
    return top if len(full) >= 5 and within >= 0.4 * len(full) else 0


def paragraphs(lines: Sequence[TextLine], width: int = 0) -> Iterator[Paragraph]:
    """The paragraphs of lines; `width`: that at which the file breaks its lines, 0 if it does not."""
    for group in grouped(lines, lambda before, line: width > 0 and _goes_on(before[-1].text, line.text, width)):
        texts = [text for line in group if (text := line.stripped()).string]
        if texts:
            yield Paragraph(join(texts, ""))


def unwrapped(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks in which paragraphs that are one line each of a longer paragraph are joined to it."""
    width = wrap_width([block.text.string for block in blocks if isinstance(block, Paragraph)])
    if not width:
        return blocks

    def goes_on(before: list[Block], block: Block) -> bool:
        return (
            isinstance(block, Paragraph)
            and isinstance(line := before[-1], Paragraph)
            and not (block.number or block.level)
            and line.level is None
            and _goes_on(line.text.string, block.text.string, width)
        )

    return [_joined(group) for group in grouped(blocks, goes_on)]


def _joined(lines: Sequence[Block]) -> Block:
    """The paragraph that several ones are the lines of, with what the first says of it; a block alone as it is."""
    texts = [line.text for line in lines if isinstance(line, Paragraph)]
    first = lines[0]
    return first._replace(text=join(texts, "")) if isinstance(first, Paragraph) else first


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether the following line is of the same paragraph: the line is full, ends within a sentence, and the next does not
    begin as a paragraph does."""
    shown = line.rstrip()
    return (
        bool(shown)
        and print_width(shown) >= _NEARLY * width
        and shown[-1] not in _STOPS
        and bool(following.strip())
        and not following[0].isspace()
        and not begins_paragraph(following)
    )
