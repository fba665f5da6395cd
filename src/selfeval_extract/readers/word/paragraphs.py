"""The children of a paragraph → the text that Word shows, and the text boxes anchored in it (ECMA-376 Part 1, 17.3)."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element

from selfeval_extract.document import BlockPlace
from selfeval_extract.readers.word import tags
from selfeval_extract.readers.word.fields import Field, form_field_text
from selfeval_extract.readers.word.markup import Elements, by_tag, children, first_of, in_reverse, is_on, val
from selfeval_extract.readers.word.notes import NoteCollector
from selfeval_extract.readers.word.styles import Styles
from selfeval_extract.readers.word.symbols import symbol_char, text_in_font
from selfeval_extract.readers.word.tags import A, M, O, W
from selfeval_extract.readers.word.wrappers import ALTERNATIVES, alternative, control_content

_FIELD_CHAR, _FIELD_CODE, _R_FONTS = W + "fldChar", W + "instrText", W + "rFonts"
_ASCII, _H_ANSI, _R_STYLE = W + "ascii", W + "hAnsi", W + "rStyle"
_SPACE = " \t\r\n"
_DELETED = (tags.DEL, tags.MOVE_FROM, W + "delText", W + "delInstrText")
_PROPERTIES = (tags.P_PR, tags.R_PR, W + "sdtPr", W + "smartTagPr", W + "fldData")
_FIXED_TEXTS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_UNREAD = {W + "control": "a form control (ActiveX)", W + "subDoc": "a linked document"}
_UNREAD_GRAPHICS = {
    "chart": "a chart",
    "chartex": "a chart",
    "diagram": "a diagram (SmartArt)",
    "lockedCanvas": "a drawing",
}


class ParagraphText:
    """A paragraph's children, read. `text`: as Word shows it with all changes accepted; `boxes`: the text boxes (and WordArt)
    anchored in it, in order. Notes: `unread_content`."""

    def __init__(
        self, paragraph: Elements, hidden: bool, styles: Styles, notes: NoteCollector, place: BlockPlace
    ) -> None:
        self.boxes: list[_Element] = []
        self._hidden = hidden
        self._styles = styles
        self._notes = notes
        self._place = place
        self._font = ""
        self._parts: list[str] = []
        self._fields: list[Field] = []
        self._read(paragraph)
        # A field may go on in the next paragraph; what was held back as part of its code is text if it never ended.
        while self._fields:
            self.add("".join(self._fields.pop().parts))
        self.text = "".join(self._parts)

    def _read(self, paragraph: Elements) -> None:
        stack = in_reverse(paragraph)
        while stack:
            element = stack.pop()
            handler = _HANDLERS.get(element.tag)
            inner = element if handler is None else handler(self, element)
            if inner is not None and len(inner):
                stack += in_reverse(inner)

    def add(self, text: str) -> None:
        """Add a text to what is shown, or to the field that is open."""
        (self._fields[-1].parts if self._fields else self._parts).append(text)

    def note(self, what: str) -> None:
        """Note something that is not read."""
        self._notes.add("unread_content", f"The document holds {what}, which was not read.", self._place)

    # Handlers: each reads an element and returns those inside it that are to be read next, if any.

    def run(self, run: _Element) -> Elements:
        inner = children(run)
        properties = first_of(inner, tags.R_PR)
        self._font, hidden = ("", self._hidden) if properties is None else self._font_and_hidden(by_tag(properties))
        return run.findall(_FIELD_CHAR) + run.findall(_FIELD_CODE) if hidden else inner

    def _font_and_hidden(self, properties: dict[str, _Element]) -> tuple[str, bool]:
        """A run's font, "" where it does not name one, and whether it is hidden."""
        fonts = properties.get(_R_FONTS)
        font = "" if fonts is None else fonts.get(_ASCII) or fonts.get(_H_ANSI) or ""
        vanish = properties.get(tags.VANISH)
        if vanish is not None:
            return font, is_on(vanish)
        return font, self._hidden or self._styles.hides_text(val(properties.get(_R_STYLE)))

    def run_text(self, element: _Element) -> None:
        text = (element.text or "") if not len(element) else "".join(map(str, element.itertext()))
        if text:
            if text[0] in _SPACE or text[-1] in _SPACE:
                text = _stripped(element, text)
            self.add(text_in_font(text.replace("\n", " "), self._font))

    def line_break(self, element: _Element) -> None:
        if element.get(tags.TYPE, "textWrapping") == "textWrapping":
            self.add("\n")

    def symbol(self, element: _Element) -> None:
        font, code = element.get(W + "font", ""), element.get(W + "char", "")
        try:
            sign = symbol_char(font, int(code, 16))
        except ValueError:
            sign = None
        if sign is None:
            self.note(f"the sign {code[:8]} of the symbol font {font[:40]}")
        self.add(sign or "")

    def field_char(self, element: _Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(Field(form_field_text(element)))
        elif kind == "separate" and self._fields:
            self._fields[-1].separate()
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            text = ended.text()
            if text is None:
                self.note(f"the field {{{ended.instruction.strip()[:40]}}}")
            self.add(text or "")

    def field_code(self, element: _Element) -> None:
        if self._fields:
            self._fields[-1].instruction += element.text or ""

    def denominator(self, element: _Element) -> Elements:
        """A fraction on one line needs its bar: 97 over 100 must not become 97100."""
        self.add("/")
        return element

    def graphic(self, element: _Element) -> Elements | None:
        kind = (element.get("uri") or "").rpartition("/")[2]
        if kind not in _UNREAD_GRAPHICS:
            return element
        self.note(_UNREAD_GRAPHICS[kind])
        return None

    def embedded_object(self, element: _Element) -> None:
        self.note(f"an embedded object ({element.get('ProgID', 'of unknown kind')[:40]})")


def _stripped(element: _Element, text: str) -> str:
    """White space at the ends of a run counts only where the file says so, in the run or around it."""
    holder: _Element | None = element
    while holder is not None and holder.get(tags.XML_SPACE) is None:
        holder = holder.getparent()
    return text if holder is not None and holder.get(tags.XML_SPACE) == "preserve" else text.strip(_SPACE)


_HANDLERS: dict[str, Callable[[ParagraphText, _Element], Elements | None]] = {
    **dict.fromkeys((*_DELETED, *_PROPERTIES), lambda *_: None),
    **dict.fromkeys(_FIXED_TEXTS, lambda paragraph, element: paragraph.add(_FIXED_TEXTS[element.tag])),
    **dict.fromkeys(_UNREAD, lambda paragraph, element: paragraph.note(_UNREAD[element.tag])),
    W + "r": ParagraphText.run,
    tags.T: ParagraphText.run_text,
    tags.MATH_T: ParagraphText.run_text,
    M + "den": ParagraphText.denominator,
    W + "br": ParagraphText.line_break,
    W + "sym": ParagraphText.symbol,
    _FIELD_CHAR: ParagraphText.field_char,
    _FIELD_CODE: ParagraphText.field_code,
    **dict.fromkeys((tags.TXBX_CONTENT, tags.TEXTPATH), lambda paragraph, element: paragraph.boxes.append(element)),
    A + "graphicData": ParagraphText.graphic,
    O + "OLEObject": ParagraphText.embedded_object,
    W + "sdt": lambda _, sdt: control_content(sdt),
    W + "ruby": lambda _, ruby: ruby.findall(W + "rubyBase"),
    ALTERNATIVES: lambda _, alternatives: alternative(alternatives),
}
"""Tag → what is done with such an element; an element of any other tag is entered."""
