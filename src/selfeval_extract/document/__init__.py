"""What every reader returns: a document of paragraphs, tables and cells, each knowing its place."""

from selfeval_extract.document.model import Block, Cell, Document, Format, Note, Paragraph, Table
from selfeval_extract.document.place import BlockPlace, Box, LinePlace, PagePlace, Place
from selfeval_extract.document.text import (
    BlockPiece,
    Folded,
    LinePiece,
    PagePiece,
    Piece,
    Quote,
    Text,
    clean,
    fold,
    folded_text,
    join,
)

__all__ = [
    "Block",
    "BlockPiece",
    "BlockPlace",
    "Box",
    "Cell",
    "Document",
    "Folded",
    "Format",
    "LinePiece",
    "LinePlace",
    "Note",
    "PagePiece",
    "PagePlace",
    "Paragraph",
    "Piece",
    "Place",
    "Quote",
    "Table",
    "Text",
    "clean",
    "fold",
    "folded_text",
    "join",
]
