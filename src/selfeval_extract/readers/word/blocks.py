"""The block elements of a part → paragraphs and tables with their places, numbers and outline levels."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from lxml.etree import _Element

from selfeval_extract.document import Block, BlockPiece, BlockPlace, Cell, Paragraph, Table, Text, join
from selfeval_extract.limits import Limits
from selfeval_extract.readers.word import tags
from selfeval_extract.readers.word.grid import GridCell, grid_cells
from selfeval_extract.readers.word.markup import Elements, by_tag, child, children, first_of, int_val, is_on, val
from selfeval_extract.readers.word.notes import NoteCollector
from selfeval_extract.readers.word.numbering import Numbering
from selfeval_extract.readers.word.paragraphs import ParagraphText
from selfeval_extract.readers.word.styles import OUTLINE_LEVEL, Style, Styles, outline_level
from selfeval_extract.readers.word.tags import W
from selfeval_extract.readers.word.wrappers import has_text, unwrap

_P_STYLE = W + "pStyle"
_BLOCKS = frozenset({tags.P, tags.TBL, tags.TEXTPATH})
_WITHOUT_TEXT = frozenset(
    {tags.TC_PR, tags.SECT_PR, *(W + mark for mark in ("bookmarkStart", "bookmarkEnd", "proofErr"))}
)
_UNREAD_BLOCKS = {W + "altChunk": "another file's text (altChunk)", W + "subDoc": "a linked document"}


class _Format(NamedTuple):
    """What a paragraph's properties and style say. `list_level`: the id of its list and the level in it (from 0). `mark`: the
    properties of the paragraph's end."""

    hidden: bool
    outline: int | None
    list_level: tuple[str, int] | None
    mark: _Element | None


class BlockReader:
    """Reads the parts of one document. The counters of its lists run on from one part to the next."""

    def __init__(self, name: str, styles: Styles, numbering: Numbering, notes: NoteCollector, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._default_format = self._format(None)

    def read(self, container: Elements, part: str) -> Iterator[Block]:
        """The blocks of a body, a header or notes. They are numbered from 1 in `part`; a text box has its anchor's number.

        Raises UnreadableFile `limit` (nested tables). Notes: `unread_content` and those of `grid_cells`.
        """
        number = 1
        for element in _block_elements(container):
            yield from self._blocks(element, BlockPlace(number, part=part), 0)
            number += element.tag in _BLOCKS

    def _blocks(self, element: _Element, place: BlockPlace, depth: int) -> list[Block]:
        if element.tag == tags.P:
            return self._paragraph(element, place, depth)
        if element.tag == tags.TBL:
            nested: list[Table] = []
            found = grid_cells(element, partial(self._notes.add, place=place), self._limits.columns)
            cells = tuple(self._cell(cell, place, depth + 1, nested) for cell in found)
            return [Table(cells, nested=tuple(nested))] if cells else []  # with all rows deleted it shows nothing
        if element.tag == tags.TEXTPATH:
            return [Paragraph(_text(element.get("string", ""), place))]
        what = _UNREAD_BLOCKS.get(element.tag, "text outside any paragraph")
        self._notes.add("unread_content", f"The document holds {what}, which was not read.", place)
        return []

    def _nested_blocks(self, container: Elements, place: BlockPlace, depth: int) -> list[Block]:
        if depth > self._limits.nested_tables:
            raise self._limits.exceeded("nested_tables", f"{self._name}: tables or text boxes are nested {depth} deep")
        return [block for element in _block_elements(container) for block in self._blocks(element, place, depth)]

    def _paragraph(self, element: _Element, place: BlockPlace, depth: int) -> list[Block]:
        inner = children(element)
        properties = first_of(inner, tags.P_PR)
        form = self._default_format if properties is None else self._format(properties)
        read = ParagraphText(inner, form.hidden, self._styles, self._notes, place)
        number = ""
        if form.list_level is not None and (read.text or not _is_mark_gone(form.mark)):
            number = self._numbering.next_number(*form.list_level)
        blocks: list[Block] = [Paragraph(_text(read.text, place), number, form.outline)]
        for box in read.boxes:
            blocks += self._nested_blocks([box] if box.tag == tags.TEXTPATH else box, place, depth + 1)
        return blocks

    def _format(self, properties: _Element | None) -> _Format:
        own = by_tag(properties)
        style = self._styles.paragraph_style(val(own.get(_P_STYLE)))
        level = outline_level(own.get(OUTLINE_LEVEL))
        outline = (style.outline if level is None else level) or None
        return _Format(style.hidden, outline, self._list_level(own.get(tags.NUM_PR), style), own.get(tags.R_PR))

    def _list_level(self, own: _Element | None, style: Style) -> tuple[str, int] | None:
        own_id = val(child(own, tags.NUM_ID))
        num_id = style.num_id if own_id is None else own_id
        if num_id is None or num_id == "0":
            return None
        ilvl = int_val(child(own, tags.ILVL))
        if ilvl is None and own_id is None:
            ilvl = style.ilvl
        return num_id, self._numbering.level_of_style(num_id, style.chain) if ilvl is None else ilvl

    def _cell(self, cell: GridCell, place: BlockPlace, depth: int, nested: list[Table]) -> Cell:
        """A cell with its text; the tables in it are added to `nested`."""
        if place.row is None:  # a nested table's cells stand in the outer table's cell
            place = BlockPlace(place.block, cell.row + 1, cell.column + 1, place.part)
        paragraphs: list[Text] = []
        for block in self._nested_blocks(cell.content, place, depth):
            if isinstance(block, Table):
                nested.append(block)
            else:
                number = (Text(block.number),) if block.number else ()  # no place: the file does not hold it as text
                paragraphs.append(join((*number, block.text), ""))
        return Cell(cell.row, cell.column, cell.rowspan, cell.colspan, join(paragraphs))


def _block_elements(container: Elements) -> list[_Element]:
    """The paragraphs and tables in order, and what is not read; other elements are opened if they hold some."""
    found: list[_Element] = []
    for element in unwrap(container):
        tag = element.tag
        if tag in _WITHOUT_TEXT:
            continue
        if tag in _BLOCKS or tag in _UNREAD_BLOCKS:
            found.append(element)
        elif next(element.iter(tags.P, tags.TBL), None) is not None:
            found += _block_elements(element)
        elif has_text(element):
            found.append(element)
    return found


def _text(string: str, place: BlockPlace) -> Text:
    return Text(string, (BlockPiece(0, len(string), place),) if string else ())


def _is_mark_gone(mark: _Element | None) -> bool:
    """Whether the end of a paragraph is deleted, moved away or hidden: such a paragraph is not counted."""
    properties = by_tag(mark)
    return tags.DEL in properties or tags.MOVE_FROM in properties or is_on(properties.get(tags.VANISH))
