"""A part's block elements → paragraphs and tables, each with its place and its number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

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
    child,
    is_on,
    value,
    value_of,
    whole_of,
)
from selfeval_extract.readers.word.notes import Notes
from selfeval_extract.readers.word.numbering import Numbering
from selfeval_extract.readers.word.runs import Line
from selfeval_extract.readers.word.styles import OUTLINE_LEVEL, Style, Styles, outline_level
from selfeval_extract.readers.word.wrappers import has_text, unwrapped

_P_STYLE = W + "pStyle"
_BLOCKS = frozenset({P, TBL, TEXTPATH})
_SILENT = frozenset({TC_PR, SECT_PR, *(W + mark for mark in ("bookmarkStart", "bookmarkEnd", "proofErr"))})
_UNREAD_BLOCKS = {W + "altChunk": "another file's text (altChunk)", W + "subDoc": "a linked document"}


class Reader:
    """Reads the parts of one document; the counters of its lists run on from one part to the next."""

    def __init__(self, name: str, styles: Styles, numbering: Numbering, notes: Notes, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._styles = styles
        self._numbering = numbering
        self._notes = notes

    def story(self, container: Elements, part: str) -> Iterator[Block]:
        """The blocks of a body, a header, a note; numbered from 1, text boxes by their anchor's number."""
        number = 1

        def here() -> BlockPlace:
            return BlockPlace(number, part=part)

        for element in self._elements(container, here):
            yield from self._blocks(element, here(), 0)
            number += 1

    def _elements(self, container: Elements, place: Callable[[], BlockPlace]) -> Iterator[_Element]:
        """The paragraphs and tables; other elements are opened if there are some in them, and noted if there is text."""
        for element in unwrapped(container):
            if element.tag in _BLOCKS:
                yield element
            elif element.tag in _SILENT:
                continue
            elif element.tag in _UNREAD_BLOCKS:
                self._unread(_UNREAD_BLOCKS[element.tag], place())
            elif next(element.iter(P, TBL), None) is not None:
                yield from self._elements(element, place)
            elif has_text(element):
                self._unread("text outside any paragraph", place())

    def _unread(self, what: str, place: BlockPlace) -> None:
        self._notes.add("unread_content", f"The document holds {what}, which was not read.", place)

    def _blocks(self, element: _Element, place: BlockPlace, depth: int) -> Iterator[Block]:
        if element.tag == TBL:
            table = self._table(element, place, depth + 1)
            if table.cells:  # one whose rows were all deleted shows nothing
                yield table
        elif element.tag == P:
            yield from self._paragraph(element, place, depth)
        else:
            yield Paragraph(_placed(element.get("string", ""), place))

    def _inside(self, containers: Iterable[Elements], place: BlockPlace, depth: int) -> Iterator[Block]:
        if depth > self._limits.nested_tables:
            raise self._limits.exceeded("nested_tables", f"{self._name}: tables or text boxes are nested {depth} deep")
        for container in containers:
            for element in self._elements(container, lambda: place):
                yield from self._blocks(element, place, depth)

    def _paragraph(self, element: _Element, place: BlockPlace, depth: int) -> Iterator[Block]:
        properties = by_tag(child(element, P_PR))
        style = self._styles.paragraph(value(properties.get(_P_STYLE)))
        line = Line(element, style.hidden, self._styles, self._notes, place)
        gone = not line.text and _mark_is_gone(properties.get(R_PR))
        number = "" if gone else self._number(properties.get(NUM_PR), style)
        level = outline_level(properties.get(OUTLINE_LEVEL))
        yield Paragraph(_placed(line.text, place), number, (style.outline if level is None else level) or None)
        if line.boxes:
            yield from self._inside([box if box.tag != TEXTPATH else [box] for box in line.boxes], place, depth + 1)

    def _number(self, own: _Element | None, style: Style) -> str:
        own_id = value_of(own, NUM_ID)
        num_id = style.num_id if own_id is None else own_id
        if num_id in (None, "0"):
            return ""
        ilvl = whole_of(own, ILVL)
        if ilvl is None and own_id is None:
            ilvl = style.ilvl
        return self._numbering.next(
            num_id, self._numbering.level_of_style(num_id, style.chain) if ilvl is None else ilvl
        )

    def _table(self, table: _Element, place: BlockPlace, depth: int) -> Table:
        nested: list[Table] = []
        found = spots(table, lambda code, message: self._notes.add(code, message, place), self._limits.columns)
        cells = tuple(self._cell(spot, place, depth, nested) for spot in found)
        return Table(cells, nested=tuple(nested))

    def _cell(self, spot: Spot, place: BlockPlace, depth: int, nested: list[Table]) -> Cell:
        if place.row is None:  # a nested table's cells stand in the outer table's cell
            place = BlockPlace(place.block, spot.row + 1, spot.column + 1, place.part)
        lines: list[Text] = []
        for block in self._inside((spot.cell,), place, depth):
            if isinstance(block, Table):
                nested.append(block)
            else:
                lines.append(_numbered(block))
        text = lines[0] if len(lines) == 1 else join(lines)
        return Cell(spot.row, spot.column, spot.rowspan, spot.colspan, text)


def _placed(text: str, place: BlockPlace) -> Text:
    return Text(text, (BlockPiece(0, len(text), place),) if text else ())


def _numbered(paragraph: Paragraph) -> Text:
    """A cell's paragraph with its number in front, which no piece covers: the file does not hold it as text."""
    return join((Text(paragraph.number), paragraph.text), "") if paragraph.number else paragraph.text


def _mark_is_gone(mark: _Element | None) -> bool:
    """Whether the end of the paragraph is deleted, moved away or hidden."""
    properties = by_tag(mark)
    return DEL in properties or MOVE_FROM in properties or is_on(properties.get(VANISH))
