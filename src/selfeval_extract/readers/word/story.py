"""A part's block elements → paragraphs and tables, each with its place and its number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from selfeval_extract.document import Block, BlockPiece, BlockPlace, Cell, Paragraph, Table, Text, join
from selfeval_extract.limits import Limits
from selfeval_extract.readers.word.grid import Spot, spots
from selfeval_extract.readers.word.names import (
    DEL,
    ILVL,
    MOVE_FROM,
    NUM_ID,
    NUM_PR,
    P_PR,
    R_PR,
    SECT_PR,
    TBL,
    TC_PR,
    TEXTPATH,
    VANISH,
    Elements,
    P,
    W,
    by_tag,
    children,
    first,
    is_on,
    value,
    value_of,
    whole_of,
)
from selfeval_extract.readers.word.notes import NoteCollector
from selfeval_extract.readers.word.numbering import Numbering
from selfeval_extract.readers.word.runs import ParagraphText
from selfeval_extract.readers.word.styles import OUTLINE_LEVEL, Style, Styles, outline_level
from selfeval_extract.readers.word.wrappers import has_text, unwrapped

_P_STYLE = W + "pStyle"
_BLOCKS = frozenset({P, TBL, TEXTPATH})
_SILENT = frozenset({TC_PR, SECT_PR, *(W + mark for mark in ("bookmarkStart", "bookmarkEnd", "proofErr"))})
_UNREAD_BLOCKS = {W + "altChunk": "another file's text (altChunk)", W + "subDoc": "a linked document"}


class _Kind(NamedTuple):
    """What a paragraph's properties and style say. `listed`: its list and level in it; `mark`: the properties of its end."""

    hidden: bool
    outline: int | None
    listed: tuple[str, int] | None
    mark: _Element | None


class Reader:
    """Reads the parts of one document; the counters of its lists run on from one part to the next."""

    def __init__(self, name: str, styles: Styles, numbering: Numbering, notes: NoteCollector, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._plain = self._kind(None)

    def story(self, container: Elements, part: str) -> Iterator[Block]:
        """The blocks of a body, a header, a note; numbered from 1, text boxes by their anchor's number."""
        number = 1
        for element in _elements(container):
            place = BlockPlace(number, part=part)
            yield from self._blocks(element, place, 0)
            number += not isinstance(element, str)

    def _blocks(self, element: _Element | str, place: BlockPlace, depth: int) -> list[Block]:
        if isinstance(element, str):
            self._notes.add("unread_content", f"The document holds {element}, which was not read.", place)
            return []
        tag = element.tag
        if tag == P:
            return self._paragraph(element, place, depth)
        if tag == TBL:
            table = self._table(element, place, depth + 1)
            return [table] if table.cells else []  # one whose rows were all deleted shows nothing
        return [Paragraph(_placed(element.get("string", ""), place))]

    def _inside(self, container: Elements, place: BlockPlace, depth: int) -> list[Block]:
        if depth > self._limits.nested_tables:
            raise self._limits.exceeded("nested_tables", f"{self._name}: tables or text boxes are nested {depth} deep")
        return [block for element in _elements(container) for block in self._blocks(element, place, depth)]

    def _paragraph(self, element: _Element, place: BlockPlace, depth: int) -> list[Block]:
        inner = children(element)
        properties = first(inner, P_PR)
        kind = self._plain if properties is None else self._kind(properties)
        line = ParagraphText(inner, kind.hidden, self._styles, self._notes, place)
        number = ""
        if kind.listed is not None and (line.text or not _mark_is_gone(kind.mark)):
            number = self._numbering.next(*kind.listed)
        blocks: list[Block] = [Paragraph(_placed(line.text, place), number, kind.outline)]
        for box in line.boxes:
            blocks += self._inside([box] if box.tag == TEXTPATH else box, place, depth + 1)
        return blocks

    def _kind(self, properties: _Element | None) -> _Kind:
        said = by_tag(properties)
        style = self._styles.paragraph(value(said.get(_P_STYLE)))
        level = outline_level(said.get(OUTLINE_LEVEL))
        outline = (style.outline if level is None else level) or None
        return _Kind(style.hidden, outline, self._listed(said.get(NUM_PR), style), said.get(R_PR))

    def _listed(self, own: _Element | None, style: Style) -> tuple[str, int] | None:
        own_id = value_of(own, NUM_ID)
        num_id = style.num_id if own_id is None else own_id
        if num_id is None or num_id == "0":
            return None
        ilvl = whole_of(own, ILVL)
        if ilvl is None and own_id is None:
            ilvl = style.ilvl
        return num_id, self._numbering.level_of_style(num_id, style.chain) if ilvl is None else ilvl

    def _table(self, table: _Element, place: BlockPlace, depth: int) -> Table:
        nested: list[Table] = []
        found = spots(table, lambda code, message: self._notes.add(code, message, place), self._limits.columns)
        cells = tuple(self._cell(spot, place, depth, nested) for spot in found)
        return Table(cells, nested=tuple(nested))

    def _cell(self, spot: Spot, place: BlockPlace, depth: int, nested: list[Table]) -> Cell:
        if place.row is None:  # a nested table's cells stand in the outer table's cell
            place = BlockPlace(place.block, spot.row + 1, spot.column + 1, place.part)
        lines: list[Text] = []
        for block in self._inside(spot.content, place, depth):
            if isinstance(block, Table):
                nested.append(block)
            else:
                lines.append(_numbered(block))
        text = lines[0] if len(lines) == 1 else join(lines)
        return Cell(spot.row, spot.column, spot.rowspan, spot.colspan, text)


def _elements(container: Elements) -> list[_Element | str]:
    """The paragraphs and tables, and in words what is not read; other elements are opened if there are some in them."""
    found: list[_Element | str] = []
    for element in unwrapped(container):
        tag = element.tag
        if tag in _BLOCKS:
            found.append(element)
        elif tag in _SILENT:
            continue
        elif tag in _UNREAD_BLOCKS:
            found.append(_UNREAD_BLOCKS[tag])
        elif next(element.iter(P, TBL), None) is not None:
            found += _elements(element)
        elif has_text(element):
            found.append("text outside any paragraph")
    return found


def _placed(text: str, place: BlockPlace) -> Text:
    return Text(text, (BlockPiece(0, len(text), place),) if text else ())


def _numbered(paragraph: Paragraph) -> Text:
    """A cell's paragraph with its number in front, which no piece covers: the file does not hold it as text."""
    return join((Text(paragraph.number), paragraph.text), "") if paragraph.number else paragraph.text


def _mark_is_gone(mark: _Element | None) -> bool:
    """Whether the end of the paragraph is deleted, moved away or hidden."""
    properties = by_tag(mark)
    return DEL in properties or MOVE_FROM in properties or is_on(properties.get(VANISH))
