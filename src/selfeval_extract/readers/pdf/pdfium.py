"""pdfium → what is printed on a page: characters and paths read in bulk through its raw interface."""

from __future__ import annotations

import ctypes as c
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import repeat

import pypdfium2
import pypdfium2.raw as raw

from selfeval_extract.document import Box
from selfeval_extract.errors import UnreadableFile
from selfeval_extract.limits import Limits
from selfeval_extract.readers.pdf import ctypes_calls, tuning
from selfeval_extract.readers.pdf.marks import Char, Frame, PageMarks
from selfeval_extract.readers.pdf.paths import Matrix, PathCollector, Point, composed, moved
from selfeval_extract.readers.sniff import MAX_JUNK, PDF_HEADER
from selfeval_extract.runtime.pattern_cache import regex

_NO_MEANING = regex("[\0\ue000-\uf8ff\ufffd\ufffe\U000f0000-\U0010ffff]")
"""Characters of no known meaning: those for private use, and what pdfium gives where a font has no table."""
_NO_CHARACTER = regex("[\ud800-\udbff][\udc00-\udfff]|[\x7f-\x9f\ud800-\udfff]")
"""The two surrogates of one character; a lone surrogate; a control character."""

_ANNOTATIONS_WITH_TEXT = (raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP)

_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_NO_FONTS = raw.FPDF_SYSFONTINFO(version=1)
raw.FPDF_SetSystemFontInfo(c.byref(_NO_FONTS))
"""No font of the machine is opened: which fonts it has must not change what is read."""


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[pypdfium2.PdfDocument]:
    """An open pdfium document. Raises `UnreadableFile` with code corrupt, encrypted or limit (too many pages)."""
    with closing(_document(data)) as document:
        if len(document) > limits.pages:
            raise limits.exceeded("pages", f"The PDF has {len(document):,} pages")
        yield document


def _document(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        start = data.find(PDF_HEADER, 1, MAX_JUNK)
        if start > 0:  # junk before the header shifts every offset in the file
            return _document(data[start:])
        if _asks_for_password(data):
            raise UnreadableFile("encrypted", "The PDF is locked with a password. Save a copy without one.") from error
        advice = "Ask for the file again or export it anew."
        raise UnreadableFile("corrupt", f"The PDF is damaged and cannot be opened. {advice}") from error


def _asks_for_password(data: bytes) -> bool:
    """Could a file that cannot be opened be opened with a password?

    pdfium does not set its last error for every fault, and what it says may be of an earlier file. So something that is no
    PDF is opened first.
    """
    for each in (b"none", data):
        handle = raw.FPDF_LoadMemDocument64(each, len(each), None)
        if handle:  # it opens, but has no pages that could be read
            raw.FPDF_CloseDocument(handle)
    return bool(raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD)


def read_page(document: pypdfium2.PdfDocument, number: int, limits: Limits) -> PageMarks | None:
    """What is printed on a page (from 1), or None if pdfium cannot load it. Raises `UnreadableFile` with code limit."""
    try:
        page = document[number - 1]
        if _has_written_annotations(page) and raw.FPDFPage_Flatten(page, raw.FLAT_PRINT) == raw.FLATTEN_SUCCESS:
            page.close()
            page = document[number - 1]  # its filled-in form fields are part of the content now, as a print shows them
        with closing(page), closing(page.get_textpage()) as text:
            return _marks(page, text, number, limits)
    except pypdfium2.PdfiumError:
        return None


def _has_written_annotations(page: pypdfium2.PdfPage) -> bool:
    """Does the page have form fields or notes that are printed with it?"""
    for i in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, i)
        if annotation:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            raw.FPDFPage_CloseAnnot(annotation)
            if kind in _ANNOTATIONS_WITH_TEXT:
                return True
    return False


def _marks(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, number: int, limits: Limits) -> PageMarks:
    count = raw.FPDFText_CountChars(text)
    if count > limits.page_characters:
        raise limits.exceeded("page_characters", f"Page {number} has {count:,} characters")
    to_seen, width, height = _page_frame(page)
    handle = ctypes_calls.address(text.raw)
    printed = _printed(handle, count)
    matrices = _matrices(handle, printed)
    turns = [_quarter(matrix, to_seen) for matrix in matrices.values() or (_PLAIN,)]
    turn = max(range(4), key=turns.count)  # of most of the text
    frame = Frame(number, width, height, turn)
    upright, width, height = _turned(to_seen, width, height, turn)
    chars, slanted = _chars(handle, printed, matrices, upright)
    drawn = PathCollector(number, width, height, limits)
    drawn.visit(ctypes_calls.address(page.raw), upright)
    inside = [ch for ch in chars if -1 <= ch[1] <= height + 1 and ch[2] >= 0 and ch[0] <= width]
    unmapped, unread = _unmapped(handle, printed), bool(drawn.texts) and not chars and not slanted
    lines = (drawn.horizontal, drawn.vertical)
    return PageMarks(frame, inside, *lines, drawn.areas, unmapped, drawn.raster, unread, slanted)


def _printed(handle: int, count: int) -> str:
    """The page's characters: in one call if each is one UTF-16 unit, else one by one."""
    units, at = ctypes_calls.room("H", count + 1)
    if count and ctypes_calls.char_codes(handle, 0, count, at) == count + 1:
        codes: Iterable[int] = units[:count]
    else:
        codes = map(ctypes_calls.char_code, repeat(handle, count), range(count))
    return _NO_CHARACTER.sub(_whole, "".join(map(chr, codes)))


def _whole(found: re.Match[str]) -> str:
    """Two surrogates as their character and a line end, so that all behind keep their numbers; anything else as unknown."""
    pair = found[0]
    return chr(0x10000 + ((ord(pair[0]) - 0xD800) << 10) + ord(pair[1]) - 0xDC00) + "\n" if len(pair) > 1 else "\ufffd"


def _page_frame(page: pypdfium2.PdfPage) -> tuple[Matrix, float, float]:
    """The matrix from PDF space to the page as seen, and its width and height in points."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, c.byref(box))
    left, bottom, right, top = box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)
    wide, high = max(right - left, 1.0), max(top - bottom, 1.0)
    return _turned((1.0, 0.0, 0.0, -1.0, -left, top), wide, high, raw.FPDFPage_GetRotation(page))


def _turned(matrix: Matrix, width: float, height: float, turns: int) -> tuple[Matrix, float, float]:
    """A matrix to a page of this size, and the size, after quarter turns clockwise; `Frame.seen` turns back."""
    for _ in range(turns):
        matrix, width, height = composed(matrix, (0.0, 1.0, -1.0, 0.0, height, 0.0)), height, width
    return matrix, width, height


def _matrices(handle: int, printed: str) -> dict[int, Matrix]:
    """The text matrices of all characters, by number, if one of a sample turns or scales; else none."""
    seen = [i for i, char in enumerate(printed) if char not in "\n\r "]
    sample = seen[:: max(1, len(seen) // tuning.DIRECTION_SAMPLE)]
    found = _matrices_at(handle, sample)
    if any(abs(m[0] - 1) > 0.01 or abs(m[3] - 1) > 0.01 or abs(m[1]) > 0.01 for m in found.values()):
        return _matrices_at(handle, seen)
    return {}


def _matrices_at(handle: int, at: Sequence[int]) -> dict[int, Matrix]:
    n = len(at)
    values, first = ctypes_calls.room("f", 6 * n)
    list(map(ctypes_calls.char_matrix, repeat(handle), at, range(first, first + 24 * n, 24)))
    return dict(zip(at, zip(*[iter(values)] * 6, strict=True), strict=True))


def _quarter(m: Matrix, frame: Matrix) -> int:
    """In which of four directions text with this matrix runs in a frame whose y grows downwards."""
    right = m[0] * frame[0] + m[1] * frame[2]
    down = m[0] * frame[1] + m[1] * frame[3]
    if abs(right) >= abs(down):
        return 0 if right >= 0 else 2
    return 1 if down < 0 else 3


def _chars(handle: int, printed: str, matrices: dict[int, Matrix], upright: Matrix) -> tuple[list[Char], int]:
    """The page's characters in the upright frame, and how many were left out because they run another way.

    Blanks and line ends that pdfium adds have no width and are left out, too.
    """
    at = [i for i, char in enumerate(printed) if char > "\x1f"]
    n = len(at)
    boxes, box = ctypes_calls.room("f", 4 * n)
    origins, x = ctypes_calls.room("d", 2 * n)
    list(map(ctypes_calls.char_box, repeat(handle), at, range(box, box + 16 * n, 16)))
    list(map(ctypes_calls.char_origin, repeat(handle), at, range(x, x + 16 * n, 16), range(x + 8, x + 8 + 16 * n, 16)))
    sizes = list(map(ctypes_calls.char_size, repeat(handle), at))
    marks = [printed[i] for i in at]
    if matrices or upright[1] or upright[2] or upright[0] < 0:
        turned = [matrices.get(i, _PLAIN) for i in at]
        places = zip(*[iter(boxes)] * 4, strict=True), zip(*[iter(origins)] * 2, strict=True)
        return _turned_chars(zip(marks, turned, *places, sizes, strict=True), upright)
    dx, dy = upright[4], upright[5]
    least = tuning.WATERMARK_SIZE * sorted(sizes)[n // 2] if n else 0.0
    large = [k for k, size in enumerate(sizes) if size > least] if max(sizes, default=0.0) > least else []
    ways = _matrices_at(handle, [at[k] for k in large])
    slanted = [k for k in large if abs(ways[at[k]][1]) > tuning.MAX_SLANT * abs(ways[at[k]][0])]  # a watermark
    for k in slanted:
        sizes[k] = 0.0
    chars = [
        (x0 + dx, dy - base, x1 + dx, size, mark)
        for x0, x1, base, size, mark in zip(boxes[0::4], boxes[2::4], origins[1::2], sizes, marks, strict=True)
        if x1 > x0 and size >= tuning.MIN_FONT_SIZE
    ]
    return chars, len(slanted)


def _turned_chars(found: Iterable[tuple[str, Matrix, Box, Point, float]], upright: Matrix) -> tuple[list[Char], int]:
    """The same for a page whose text is scaled or turned: characters with matrix, box, origin and unscaled size."""
    out: list[Char] = []
    slanted = 0
    for mark, m, (left, top, right, bottom), origin, size in found:
        size *= math.hypot(m[2], m[3])
        if size < tuning.MIN_FONT_SIZE or (left == right and top == bottom):
            continue
        along, across = m[0] * upright[0] + m[1] * upright[2], m[0] * upright[1] + m[1] * upright[3]
        if along <= 0 or abs(across) > tuning.MAX_SLANT * along:
            slanted += 1
            continue
        x0, x1 = sorted((moved(upright, left, top)[0], moved(upright, right, bottom)[0]))
        out.append((x0, moved(upright, *origin)[1], x1 if x1 > x0 else x0 + size / 2, size, mark))
    return out, slanted


def _unmapped(handle: int, printed: str) -> int:
    """How many characters have no known meaning: private-use codes, or a font without a table.

    Such a font damages all its text, so a part of the characters is asked first, and all only if one answers.
    """
    unknown = len(_NO_MEANING.findall(printed))
    n = len(printed)
    if not any(map(ctypes_calls.char_unmapped, repeat(handle), range(0, n, tuning.UNMAPPED_STEP))):
        return unknown
    return max(unknown, sum(map(ctypes_calls.char_unmapped, repeat(handle), range(n))))
