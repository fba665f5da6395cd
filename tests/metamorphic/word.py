"""Blocks → a Word file, written as XML: what python-docx needs seconds for takes milliseconds here."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.sax.saxutils import escape

from .grid import Block, Cell, of_block

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
CT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONT = "Noto Serif CJK SC"
CM = 567  # twips


def docx_bytes(case: dict[str, Any]) -> bytes:
    """A case (see tests/corpus/source/render.py) as a Word file. More settings: "runs": "split" (every character is a run
    of its own), "font", "footer_text"; a table may have "repeat_header"."""
    wide, high = (29.7, 21.0) if case.get("landscape") else (21.0, 29.7)
    wide, high = case.get("paper", (wide, high))
    margin = case.get("margin", 2.2)
    body = "".join(_block(b, case, wide - 2 * margin) for b in case["blocks"])
    parts = {}
    refs = ""
    if case.get("header"):
        parts["header1.xml"] = f"<w:hdr {NAMES}>{_p(case['header'], 9, 'center', case)}</w:hdr>"
        refs += '<w:headerReference w:type="default" r:id="rId8"/>'
    if case.get("footer") or case.get("footer_text"):
        number = '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r>'
        lines = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{number}</w:p>' if case.get("footer") else ""
        lines += _p(case["footer_text"], 8, "center", case) if case.get("footer_text") else ""
        parts["footer1.xml"] = f"<w:ftr {NAMES}>{lines}</w:ftr>"
        refs += '<w:footerReference w:type="default" r:id="rId9"/>'
    edge = int(case.get("vmargin", 2.0) * CM)
    side = int(margin * CM)
    turn = ' w:orient="landscape"' if wide > high else ""
    section = (
        f'<w:sectPr>{refs}<w:pgSz w:w="{int(wide * CM)}" w:h="{int(high * CM)}"{turn}/><w:pgMar w:top="{edge}" '
        f'w:bottom="{edge}" w:left="{side}" w:right="{side}" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>'
    )
    return _zip(f"<w:document {NAMES}><w:body>{body}{section}</w:body></w:document>", parts, case)


def _zip(document: str, parts: dict[str, str], case: dict[str, Any]) -> bytes:
    font, size = case.get("font", FONT), case.get("size", 12)
    styles = (
        f'<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" '
        f'w:eastAsia="{font}"/><w:sz w:val="{int(size * 2)}"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
    )
    kinds = {"header1.xml": ("rId8", "header"), "footer1.xml": ("rId9", "footer")}
    overrides = {"document.xml": "document.main", "styles.xml": "styles"} | {n: kinds[n][1] for n in parts}
    types = "".join(f'<Override PartName="/word/{n}" ContentType="{CT}.{k}+xml"/>' for n, k in overrides.items())
    links = f'<Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/>' + "".join(
        f'<Relationship Id="{kinds[n][0]}" Type="{R}/{kinds[n][1]}" Target="{n}"/>' for n in parts
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + types
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{REL}"><Relationship Id="rId1" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{REL}">{links}</Relationships>',
        "word/document.xml": document,
        "word/styles.xml": styles,
        **{f"word/{n}": xml for n, xml in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, xml in files.items():
            z.writestr(
                zipfile.ZipInfo(name),
                compress_type=zipfile.ZIP_DEFLATED,
                data='<?xml version="1.0" encoding="UTF-8"?>' + xml,
            )
    return out.getvalue()


def _runs(text: str, size: float | None, case: dict[str, Any], bold: bool = False) -> str:
    look = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{int(size * 2)}"/>' if size else "")
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    out = []
    for n, line in enumerate(text.split("\n")):
        if n:
            out.append(f"<w:r>{look}<w:br/></w:r>")
        pieces = list(line) if case.get("runs") == "split" else [line]
        out += [f'<w:r>{look}<w:t xml:space="preserve">{escape(x)}</w:t></w:r>' for x in pieces if x]
    return "".join(out)


def _p(text: str, size: float | None, align: str, case: dict[str, Any], more: str = "", bold: bool = False) -> str:
    jc = f'<w:jc w:val="{align}"/>' if align else ""
    mark = f'<w:rPr><w:sz w:val="{int(size * 2)}"/></w:rPr>' if size else ""
    return f"<w:p><w:pPr>{more}{jc}{mark}</w:pPr>{_runs(text, size, case, bold)}</w:p>"


def _block(b: Block, case: dict[str, Any], room: float) -> str:
    if b.get("page"):
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    if "table" in b:
        return _table(b, case, room)
    style = b.get("style", "")
    text = b.get("p", b.get("h", "")) + b.get("inserted", "") + b.get("after", "")
    align = {"title": "center", "subtitle": "center", "center": "center", "right": "right"}.get(style, "")
    indent = '<w:ind w:firstLine="480"/>' if style == "body" or "h" in b else ""
    size = b.get("size", 18 if style == "title" else None)
    return _p(text, size, align, case, indent, style == "title" or ("h" in b and not b.get("level")))


def _table(b: Block, case: dict[str, Any], room: float) -> str:
    grid = of_block(b)
    widths = b.get("widths") or [1] * grid.columns
    twips = [int(w * room * CM / sum(widths)) for w in widths]
    line = "".join(
        f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for e in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = "" if b.get("borderless") else f"<w:tblBorders>{line}</w:tblBorders>"
    look = (
        f'<w:tblPr><w:jc w:val="center"/>{borders}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="45" w:type="dxa"/>'
        '<w:right w:w="45" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in twips)
    rows = []
    for r in range(grid.rows):
        cells = "".join(_cell(c, r, b, case, sum(twips[c.column : c.end])) for c in grid.covering(r))
        props = ("<w:cantSplit/>" if b.get("nosplit") else "") + '<w:trHeight w:val="350"/>'
        props += "<w:tblHeader/>" if r < b.get("repeat_header", 0) else ""
        rows.append(f"<w:tr><w:trPr>{props}</w:trPr>{cells}</w:tr>")
    return f"<w:tbl>{look}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _cell(c: Cell, row: int, b: Block, case: dict[str, Any], width: int) -> str:
    size = b.get("size", 9)
    first = c.row == row
    props = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    props += f'<w:gridSpan w:val="{c.columns}"/>' if c.columns > 1 else ""
    props += ('<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>") if c.rows > 1 else ""
    props += '<w:vAlign w:val="center"/>'
    text = c.text if first else ""
    align = "" if c.look.get("left") or b.get("borderless") or len(text) > 24 else "center"
    lines = text.split("\n") if c.look.get("paras") else [text]
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(_p(x, size, align, case) for x in lines)}</w:tc>"
