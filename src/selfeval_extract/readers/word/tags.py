"""The names of WordprocessingML's elements and attributes as lxml writes them (ECMA-376 Part 1, 17)."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741  the prefix that Office itself writes
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

VAL = W + "val"
TYPE = W + "type"
P, P_PR, R_PR, T, TXBX_CONTENT = W + "p", W + "pPr", W + "rPr", W + "t", W + "txbxContent"
TBL, TR, TR_PR, TC, TC_PR = W + "tbl", W + "tr", W + "trPr", W + "tc", W + "tcPr"
SECT_PR, NUM_PR, NUM_ID, ILVL = W + "sectPr", W + "numPr", W + "numId", W + "ilvl"
DEL, MOVE_FROM, VANISH = W + "del", W + "moveFrom", W + "vanish"
MATH_T, TEXTPATH = M + "t", V + "textpath"

STRICT_NAMES: tuple[tuple[bytes, bytes], ...] = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
)
"""Namespaces of Strict Open XML (ISO/IEC 29500-1) → those of Transitional (29500-4), which nearly all programs write."""
