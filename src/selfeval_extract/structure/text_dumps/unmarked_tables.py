"""Forms that a converter printed as paragraphs, a cell a line or many cells a line: found by a run of column labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selfeval_extract.document import Block, Paragraph, Text
from selfeval_extract.prose.titles import bracketed_year, is_form_title
from selfeval_extract.structure.grid import LABEL_LENGTH, counted_table
from selfeval_extract.values.list_numbers import list_number
from selfeval_extract.values.numbers import points
from selfeval_extract.vocabulary.labels import (
    CLOSING_ROWS,
    FUND_COLUMNS,
    GOAL_HEADS,
    HEAD_FIELDS,
    INDICATOR_COLUMNS,
    label_key,
)
from selfeval_extract.vocabulary.roles import IndicatorColumn
from selfeval_extract.vocabulary.words import wording

_FEWEST_LABELS = 4
_LINES_BACK = 80
"""How far above its column labels a form may begin."""
_LONGEST_LINE = 2000
_LONGEST_CELL = 400


def with_unmarked_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks with paragraphs that are a form's cells taken together into a table without row ends."""
    done = 0
    for start, end in _dumps(blocks):
        if start < done:
            continue
        yield from blocks[done:start]
        cells = [text for b in blocks[start:end] if isinstance(b, Paragraph) for text in _cells(b.text)]
        yield counted_table([cells])._replace(breaks=False)
        done = end
    yield from blocks[done:]


def _cells(text: Text) -> list[Text]:
    """A paragraph's cells: the words of a line that holds many labels, else the paragraph."""
    parts = [text.part(*m.span()) for m in re.finditer(r"\S+", text.string)]
    labels = sum(INDICATOR_COLUMNS.role(label_key(p.folded.text)) is not None for p in parts)
    mostly_short = sum(len(p.string) <= 16 for p in parts) > 0.7 * len(parts)
    return parts if labels >= _FEWEST_LABELS or (mostly_short and len(parts) > 3 and len(text.string) > 200) else [text]


def _dumps(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """(first, behind last) of the paragraphs of each dump: around a run of column labels, from the form's head on."""
    run: set[IndicatorColumn] = set()
    at = 0
    while at < len(blocks):
        block = blocks[at]
        roles = _column_roles(block) if isinstance(block, Paragraph) else set()
        run = run | roles if roles else set()
        if len(run) >= _FEWEST_LABELS:
            end = _dump_end(blocks, at + 1)
            yield _dump_start(blocks, at), end
            run, at = set(), end
            continue
        at += 1


def _column_roles(block: Paragraph) -> set[IndicatorColumn]:
    """The roles of indicator columns that a paragraph names: a label by itself, or a line of many labels."""
    folded = block.text.folded.text
    words = [folded] if len(folded) <= LABEL_LENGTH else block.text.string[:_LONGEST_LINE].split()
    if not words or list_number(words[0]):
        return set()
    roles = {role for w in words if (role := INDICATOR_COLUMNS.role(label_key(w)))}
    return roles if len(words) == 1 or len(roles) >= _FEWEST_LABELS else set()


def _dump_start(blocks: Sequence[Block], at: int) -> int:
    """Where a dump's form begins: behind its title, if lines of labels lead up to it, else where prose ends."""
    labels = 0
    for back in range(at - 1, max(-1, at - _LINES_BACK), -1):
        block = blocks[back]
        if not isinstance(block, Paragraph) or len(block.text.string) > _LONGEST_CELL:
            break
        words = block.text.folded.text
        if is_form_title(words):
            if labels < 2:
                break
            return next((n for n in range(back + 1, at) if not _is_below_title(blocks[n])), at)
        labels += _is_box(words) or (
            len(words) <= LABEL_LENGTH
            and any(g.role(label_key(words)) for g in (HEAD_FIELDS, GOAL_HEADS, FUND_COLUMNS))
        )
    start = at
    while start > 0 and isinstance(before := blocks[start - 1], Paragraph):
        text = before.text.folded.text
        label = re.match(r"([^:]{2,12}):.", text)
        if (
            is_form_title(text)
            or bracketed_year(text)
            or (label and HEAD_FIELDS.role(label_key(label[1])) and not points(text))
        ):
            break
        number = list_number(text)
        if (number and number.style in ("chinese", "part")) or len(text) > _LONGEST_CELL:
            break
        start -= 1
    return start


def _is_below_title(block: Block) -> bool:
    """Whether a block is a line between a form's title and its cells: the year, or a label with its value that is no cell."""
    if not isinstance(block, Paragraph):
        return False
    folded = block.text.folded.text
    return bracketed_year(folded) or (":" in folded and not _is_box(folded))


def _is_box(folded: str) -> bool:
    """A cell of a form with label and value in one: 项目名称：…, 年初预算数：96万元, 年度目标：…"""
    label, colon, value = folded.partition(":")
    if not colon or not value or len(label) > LABEL_LENGTH:
        return False
    key = label_key(label)
    return HEAD_FIELDS.role(key) in ("subject", "supervisor", "central_supervisor") or any(
        group.role(key) for group in (GOAL_HEADS, FUND_COLUMNS)
    )


def _dump_end(blocks: Sequence[Block], at: int) -> int:
    while at < len(blocks) and isinstance(block := blocks[at], Paragraph):
        text = block.text.folded.text
        number = list_number(text)
        if (
            is_form_title(text)
            or wording("notes", "below_table").match(text)
            or (number and number.style in ("chinese", "part") and not CLOSING_ROWS.role(label_key(text)))
        ):
            break
        at += 1
    return at
