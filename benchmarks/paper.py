"""Forms as Word prints them into a PDF, written by hand: the machine needs neither Word nor LibreOffice.

Lengths are points, y grows from the top of an A4 page until a mark is written.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from itertools import accumulate

from benchmarks.forms import ROWS, Cell, Form

WIDTHS = [32, 44, 52, 56, 54, 60, 60, 32, 44, 56]
LEFT, TOP, BOTTOM, SIZE, LEADING, PAD = 54, 72, 770, 10.5, 15.6, 5
HEIGHT, WIDTH = 842, 595
X = [LEFT + x for x in accumulate(WIDTHS, initial=0)]


def pdf(some: Sequence[Form]) -> bytes:
    """The forms as Word prints them: ruled cells, text in lines, a form's rows over two pages, page numbers."""
    pages = [page for one in some for page in _pages(one)]
    pages = [page + _line(f"— {n} —", WIDTH / 2 - 14, 800) for n, page in enumerate(pages, 1)]
    return _file(pages)


def _pages(one: Form) -> list[str]:
    title, y = _line(one.title, WIDTH / 2 - _wide(one.title, 16) / 2, TOP, 16), TOP + 40.0
    pages, page, begun = [], title + _line(one.heading, LEFT, y - 12, 9), 0
    heights = [_height(one, row) for row in range(ROWS)]
    for row in range(ROWS):
        if y + sum(heights[begun : row + 1]) > BOTTOM:
            pages.append(page + _rows(one, range(begun, row), heights, y))
            page, begun, y = "", row, float(TOP)
    return [*pages, page + _rows(one, range(begun, ROWS), heights, y)]


def _height(one: Form, row: int) -> float:
    """As high as the longest text that begins in the row asks for, so that it fits above a page break as well."""
    return max(len(_wrapped(c)) for c in one.cells if c.row == row) * LEADING + 2 * PAD


def _rows(one: Form, rows: range, heights: list[float], y: float) -> str:
    """Rows on a page, from y on. A cell that is cut by the page break has its text in its first part."""
    tops = dict(zip([*rows, rows.stop], accumulate((heights[r] for r in rows), initial=y), strict=True))
    out = _ruled(LEFT, tops[rows.stop], X[-1], tops[rows.stop]) + _ruled(X[-1], y, X[-1], tops[rows.stop])
    for cell in one.cells:
        first, last = max(cell.row, rows.start), min(cell.row + cell.rows, rows.stop)
        if first >= last:
            continue
        left, top, bottom = X[cell.column], tops[first], tops[last]
        out += _ruled(left, top, X[cell.column + cell.columns], top) + _ruled(left, top, left, bottom)
        if first == cell.row:
            lines = _wrapped(cell)
            base = (top + bottom - len(lines) * LEADING) / 2 + SIZE + 1
            out += "".join(_line(line, left + PAD, base + n * LEADING) for n, line in enumerate(lines))
    return out


def _wrapped(cell: Cell) -> list[str]:
    """A cell's text in lines that fit; a number or a word of Latin letters is not broken. Word prints a paragraph's end as a
    blank, and pdfium needs it: it drops a text object of a single character whose glyph the machine's fonts lack."""
    room = X[cell.column + cell.columns] - X[cell.column] - 2 * PAD
    lines = [""]
    for piece in re.findall(r"[!-~]+|.", cell.text):
        if lines[-1] and _wide(lines[-1] + piece) > room:
            lines.append("")
        lines[-1] += piece
    return [*lines[:-1], lines[-1] + " "]


def _wide(text: str, size: float = SIZE) -> float:
    return sum(0.5 if " " <= c <= "~" else 1 for c in text) * size


def _line(text: str, x: float, y: float, size: float = SIZE) -> str:
    codes = text.encode("utf-16-be").hex()
    return f"BT /F {size:g} Tf {x:.2f} {HEIGHT - y:.2f} Td <{codes}> Tj ET\n"


def _ruled(x0: float, y0: float, x1: float, y1: float) -> str:
    """A rule as Word draws it: a filled rectangle half a point thick."""
    return f"{x0:.2f} {HEIGHT - y1:.2f} {x1 - x0 + 0.48:.2f} {y1 - y0 + 0.48:.2f} re f\n"


def _file(pages: Sequence[str]) -> bytes:
    """Content streams as a file. The font is named and not embedded: its codes are UTF-16, its widths a half and one em."""
    used = sorted(
        {code for page in pages for text in re.findall("<([0-9a-f]+)>", page) for code in re.findall("....", text)}
    )
    unicode = "".join(f"1 beginbfchar\n<{code}> <{code}>\nendbfchar\n" for code in used)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{n} 0 R' for n in range(7, 7 + 2 * len(pages), 2))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        b"/Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [32 126 500] /CIDToGIDMap /Identity >>",
        b"<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 "
        b"/Descent -141 /CapHeight 683 /StemV 80 >>",
        _stream(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /U def\n/CMapType 2 def\n"
            f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{unicode}endcmap\nend\nend\n"
        ),
    ]  # fmt: skip
    for n, page in enumerate(pages):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {8 + 2 * n} 0 R >>".encode(),
            _stream(page),
        ]
    out, at = b"%PDF-1.7\n", []
    for n, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (n, body)
    table = "".join(f"{offset:010d} 00000 n \n" for offset in at)
    end = f"xref\n0 {len(at) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(at) + 1} /Root 1 0 R >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()


def _stream(content: str) -> bytes:
    packed = zlib.compress(content.encode("ascii"))
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed)
