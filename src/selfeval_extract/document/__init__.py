"""What every reader returns: a document of paragraphs, tables and cells, each with its place in the file."""

from selfeval_extract.document.model import INCOMPLETE, Block, Cell, Document, Note, NoteCode, Paragraph, Table
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
from selfeval_extract.formats import Format

__all__ = [
    "INCOMPLETE",
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
    "NoteCode",
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
