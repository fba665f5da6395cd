"""A paragraph's runs → the text Word shows, and the text boxes anchored in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element

from selfeval_extract.document import BlockPlace
from selfeval_extract.readers.word.names import (
    DEL,
    MATH_T,
    MOVE_FROM,
    P_PR,
    R_PR,
    TEXTPATH,
    TXBX_CONTENT,
    TYPE,
    VANISH,
    XML_SPACE,
    A,
    Elements,
    M,
    O,
    T,
    W,
    backwards,
    by_tag,
    children,
    first,
    is_on,
    value,
)
from selfeval_extract.readers.word.notes import NoteCollector
from selfeval_extract.readers.word.styles import Styles
from selfeval_extract.readers.word.symbols import form_field, glyph, printed, shown_by_code
from selfeval_extract.readers.word.wrappers import ALTERNATIVES, content_of_control, nothing, one_branch

_FIELD_CHAR, _FIELD_CODE, _R_FONTS = W + "fldChar", W + "instrText", W + "rFonts"
_ASCII, _H_ANSI, _R_STYLE = W + "ascii", W + "hAnsi", W + "rStyle"
_SPACE = " \t\r\n"
_UNREAD_GRAPHICS = {
    "chart": "a chart",
    "chartex": "a chart",
    "diagram": "a diagram (SmartArt)",
    "lockedCanvas": "a drawing",
}


@dataclass(slots=True)
class _Field:
    """A field that has begun: `parts` is what stands in it since its begin or, once it is there, its result's begin."""

    shown: str
    parts: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    separated: bool = False


class ParagraphText:
    """A paragraph's children, read: `text` as Word shows it, `boxes` the text boxes (and WordArt) anchored in it, in
    order."""

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
        self._fields: list[_Field] = []
        self._walk(paragraph)
        # A field may go on in the next paragraph; what was held back as part of its code is text if it never ended.
        while self._fields:
            self._put("".join(self._fields.pop().parts))
        self.text = "".join(self._parts)

    def _walk(self, paragraph: Elements) -> None:
        stack = backwards(paragraph)
        while stack:
            element = stack.pop()
            read = _READERS.get(element.tag)
            inner = element if read is None else read(self, element)
            if len(inner):
                stack += backwards(inner)

    def _put(self, text: str) -> None:
        (self._fields[-1].parts if self._fields else self._parts).append(text)

    def _note(self, what: str) -> None:
        self._notes.add("unread_content", f"The document holds {what}, which was not read.", self._place)

    def run(self, run: _Element) -> Elements:
        inner = children(run)
        properties = first(inner, R_PR)
        self._font, hidden = ("", self._hidden) if properties is None else self._look(by_tag(properties))
        return run.findall(_FIELD_CHAR) + run.findall(_FIELD_CODE) if hidden else inner

    def _look(self, properties: dict[str, _Element]) -> tuple[str, bool]:
        """A run's font, "" where it does not name one, and whether it is hidden."""
        fonts = properties.get(_R_FONTS)
        font = "" if fonts is None else fonts.get(_ASCII) or fonts.get(_H_ANSI) or ""
        vanish = properties.get(VANISH)
        if vanish is not None:
            return font, is_on(vanish)
        return font, self._hidden or self._styles.hides(value(properties.get(_R_STYLE)))

    def text_element(self, element: _Element) -> Elements:
        text = (element.text or "") if not len(element) else "".join(map(str, element.itertext()))
        if text:
            if text[0] in _SPACE or text[-1] in _SPACE:
                text = _spaced(element, text)
            self._put(printed(text.replace("\n", " "), self._font))
        return ()

    def break_(self, element: _Element) -> Elements:
        if element.get(TYPE, "textWrapping") == "textWrapping":
            self._put("\n")
        return ()

    def symbol(self, element: _Element) -> Elements:
        font, code = element.get(W + "font", ""), element.get(W + "char", "")
        try:
            sign = glyph(font, int(code, 16))
        except ValueError:
            sign = None
        if sign is None:
            self._note(f"the sign {code[:8]} of the symbol font {font[:40]}")
        self._put(sign or "")
        return ()

    def field_char(self, element: _Element) -> Elements:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field(form_field(element)))
        elif kind == "separate" and self._fields:
            self._fields[-1].separated = True
            self._fields[-1].parts.clear()
        elif kind == "end" and self._fields:
            self._end(self._fields.pop())
        return ()

    def _end(self, ended: _Field) -> None:
        result = "".join(ended.parts) if ended.separated else ""
        if not result.strip() and ended.shown:
            result = ended.shown
        if not ended.separated and not ended.shown:
            code = "".join(ended.code)
            by_code = shown_by_code(code)
            if by_code is None:
                self._note(f"the field {{{code.strip()[:40]}}}")
            result = by_code or ""
        self._put(result)

    def field_code(self, element: _Element) -> Elements:
        if self._fields:
            self._fields[-1].code.append(element.text or "")
        return ()

    def box(self, element: _Element) -> Elements:
        self.boxes.append(element)
        return ()

    def graphic(self, element: _Element) -> Elements:
        kind = (element.get("uri") or "").rpartition("/")[2]
        if kind in _UNREAD_GRAPHICS:
            self._note(_UNREAD_GRAPHICS[kind])
            return ()
        return element

    def embedded(self, element: _Element) -> Elements:
        self._note(f"an embedded object ({element.get('ProgID', 'of unknown kind')[:40]})")
        return ()

    def control(self, element: _Element) -> Elements:
        self._note("a form control (ActiveX)")
        return ()

    def linked(self, element: _Element) -> Elements:
        self._note("a linked document")
        return ()


_Reader = Callable[[ParagraphText, _Element], Elements]


def _spaced(element: _Element, text: str) -> str:
    """White space at the ends of a run counts only where the file says so, in the run or around it."""
    holder: _Element | None = element
    while holder is not None and holder.get(XML_SPACE) is None:
        holder = holder.getparent()
    return text if holder is not None and holder.get(XML_SPACE) == "preserve" else text.strip(_SPACE)


def _says(text: str) -> _Reader:
    def read(line: ParagraphText, _: _Element) -> Elements:
        line._put(text)
        return ()

    return read


def _denominator(line: ParagraphText, element: _Element) -> Elements:
    """A fraction on one line needs its bar: 97 over 100 must not become 97100."""
    line._put("/")
    return element


def _takes(inner: Callable[[_Element], Elements]) -> _Reader:
    return lambda _, element: inner(element)


def _ruby_base(ruby: _Element) -> Elements:
    return ruby.findall(W + "rubyBase")


_SKIPPED = (P_PR, R_PR, DEL, MOVE_FROM, W + "delText", W + "delInstrText", W + "sdtPr", W + "smartTagPr", W + "fldData")

_READERS: dict[str, _Reader] = {
    **{tag: _takes(nothing) for tag in _SKIPPED},
    W + "r": ParagraphText.run,
    T: ParagraphText.text_element,
    MATH_T: ParagraphText.text_element,
    M + "den": _denominator,
    W + "tab": _says("\t"),
    W + "ptab": _says("\t"),
    W + "br": ParagraphText.break_,
    W + "cr": _says("\n"),
    W + "noBreakHyphen": _says("-"),
    W + "sym": ParagraphText.symbol,
    _FIELD_CHAR: ParagraphText.field_char,
    _FIELD_CODE: ParagraphText.field_code,
    TXBX_CONTENT: ParagraphText.box,
    TEXTPATH: ParagraphText.box,
    A + "graphicData": ParagraphText.graphic,
    O + "OLEObject": ParagraphText.embedded,
    W + "control": ParagraphText.control,
    W + "subDoc": ParagraphText.linked,
    W + "sdt": _takes(content_of_control),
    W + "ruby": _takes(_ruby_base),
    ALTERNATIVES: _takes(one_branch),
}
