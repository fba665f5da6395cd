"""What extractors look at, made of a string a paragraph and a table a form, and what they state, without what they leave open."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from small_documents import document

from selfeval_extract.document import Paragraph, Table
from selfeval_extract.extraction.context import Context, context_of, structure_of
from selfeval_extract.record.cited import assemble
from selfeval_extract.record.models import plain_number
from selfeval_extract.vocabulary.roles import Kind


def context(*blocks: str | Paragraph | Table, kind: Kind | None = "department", year: int | None = 2023) -> Context:
    """A document of paragraphs and tables, laid out, and what it is about."""
    return context_of(structure_of(document(*blocks)), kind, year)


def report(*blocks: str | Paragraph | Table, kind: Kind | None = "department", year: int | None = 2023) -> Context:
    """A report: two sections that say nothing, then these blocks."""
    return context("一、基本情况", "略。", "二、绩效目标", "略。", *blocks, kind=kind, year=year)


def stated(tree: Any) -> Any:
    """The values of cited content as JSON has them; fields that are None are left out."""
    return _stated(assemble(tree)[0])


def _stated(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, dict):
        return {name: shown for name, each in value.items() if (shown := _stated(each)) is not None and shown != {}}
    return [_stated(each) for each in value] if isinstance(value, list) else value
