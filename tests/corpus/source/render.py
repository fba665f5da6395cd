"""Render a case (blocks + gold) to .docx, .txt flavours and, through LibreOffice, .pdf.

A case is a dict: name, blocks, gold, and optional formats / txt / encoding / header / footer / size / margin. Blocks:
  {"p": text}                       a paragraph; "style": title|subtitle|center|right|body (body: two-character indent),
                                    "size": points; "sdt": True puts it inside a content control; "deleted": text and
                                    "inserted": text add a tracked deletion / insertion after it, "after": plain text behind
  {"h": text, "auto": n}            a heading; with auto=n Word numbers it at list level n and text has no number
  {"table": rows}                   rows of cells, HTML-like: a cell is text or
                                    {"t": text, "cs": n, "rs": n, "left": True, "bold": True, "paras": True}
                                    (paras: every line of t is its own paragraph instead of a line break);
                                    "widths": [cm, ...], "size": points, "borderless": True, "repeat_header": n,
                                    "nosplit": True (a row never breaks over pages),
                                    "pad": cm left and right in a cell, "row": least row height in cm
  {"page": true}                    a page break
"""
import copy
import shutil
import subprocess
import tempfile
from pathlib import Path

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT, WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn, nsdecls
from docx.shared import Pt, Cm

FONT = "Noto Serif CJK SC"


def cell(c):
    return c if isinstance(c, dict) else {"t": str(c)}


def place(rows):
    """Rows of HTML-like cells -> (n_rows, n_cols, [(r, c, rs, cs, cell)]); every row must fill the same width."""
    taken, out, width = set(), [], 0
    for r, row in enumerate(rows):
        c = 0
        for raw in row:
            k = cell(raw)
            while (r, c) in taken:
                c += 1
            rs, cs = k.get("rs", 1), k.get("cs", 1)
            for i in range(rs):
                for j in range(cs):
                    assert (r + i, c + j) not in taken, (r, c, k)
                    taken.add((r + i, c + j))
            out.append((r, c, rs, cs, k))
            c += cs
        width = max(width, max((b for a, b in taken if a == r), default=-1) + 1)
    for r in range(len(rows)):
        have = sum(1 for a, b in taken if a == r)
        assert have == width, f"row {r} fills {have} of {width} columns: {rows[r]}"
    return len(rows), width, out


NUM = {0: ("chineseCounting", "%1、"), 1: ("chineseCounting", "（%2）"), 2: ("decimal", "%3．")}


def numbering(doc):
    part = doc.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:suff w:val="nothing"/><w:lvlText w:val="{t}"/>'
        f'<w:lvlJc w:val="left"/></w:lvl>' for i, (f, t) in NUM.items())
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="97"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>')
    num = parse_xml(f'<w:num {nsdecls("w")} w:numId="97"><w:abstractNumId w:val="97"/></w:num>')
    part.insert(0, abstract)
    part.append(num)


def text_runs(p, text, size=None, bold=False):
    run = p.add_run(text)
    run.bold = bold
    if size:
        run.font.size = Pt(size)
    return run


def para(doc, text, style=None, size=None, bold=False):
    p = doc.add_paragraph()
    p.paragraph_format.space_after = Pt(0)
    p.paragraph_format.line_spacing = 1.25
    if style == "title":
        size, bold = size or 18, True
        p.paragraph_format.space_after = Pt(8)
    if style in ("title", "subtitle", "center"):
        p.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif style == "right":
        p.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif style == "body":
        p.paragraph_format.first_line_indent = Pt(24)
    text_runs(p, text, size, bold)
    return p


def change(kind, i, text):
    tag, t = ("w:del", "w:delText") if kind == "deleted" else ("w:ins", "w:t")
    return parse_xml(f'<{tag} {nsdecls("w")} w:id="{i}" w:author="审核" w:date="2024-04-02T09:00:00Z"><w:r>'
                     f'<{t} xml:space="preserve">{text}</{t}></w:r></{tag}>')


def widths_of(b, w, avail):
    ws = b.get("widths")
    if not ws:
        ws = [1] * w
    assert len(ws) == w, (len(ws), w)
    k = avail / sum(ws)
    return [x * k for x in ws]


def table(doc, b, avail):
    n, w, cells = place(b["table"])
    t = doc.add_table(rows=n, cols=w)
    t.alignment = WD_TABLE_ALIGNMENT.CENTER
    t.autofit = False
    if not b.get("borderless"):
        t.style = "Table Grid"
    if b.get("rules") == "horizontal":
        t.style = doc.styles["Normal Table"] if "Normal Table" in [x.name for x in doc.styles] else None
        t._tbl.tblPr.append(parse_xml(f'<w:tblBorders {nsdecls("w")}>' + "".join(
            f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for e in ("top", "bottom", "insideH")) + "</w:tblBorders>"))
    ws = widths_of(b, w, avail)
    pad = int(Cm(b.get("pad", 0.08)).twips)
    look = t._tbl.tblPr.find(qn("w:tblLook"))
    look.addprevious(parse_xml(f'<w:tblCellMar {nsdecls("w")}><w:left w:w="{pad}" w:type="dxa"/>'
                               f'<w:right w:w="{pad}" w:type="dxa"/></w:tblCellMar>'))
    for g, cm in zip(t._tbl.tblGrid.findall(qn("w:gridCol")), ws):
        g.set(qn("w:w"), str(int(Cm(cm).twips)))
    for r in range(n):
        for c in range(w):
            t.cell(r, c).width = Cm(ws[c])
    for r, c, rs, cs, k in cells:
        a = t.cell(r, c)
        if rs > 1 or cs > 1:
            a = a.merge(t.cell(r + rs - 1, c + cs - 1))
        text = k["t"]
        lines = text.split("\n") if k.get("paras") else [text]
        a.text = lines[0]
        for line in lines[1:]:
            a.add_paragraph(line)
        a.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        for p in a.paragraphs:
            p.paragraph_format.space_after = Pt(0)
            p.paragraph_format.space_before = Pt(0)
            if not k.get("left") and not b.get("borderless") and len(text) <= b.get("center_max", 24):
                p.alignment = WD_ALIGN_PARAGRAPH.CENTER
            for run in p.runs:
                run.font.size = Pt(b.get("size", 9))
                run.bold = bool(k.get("bold"))
    for tc in t._tbl.iter(qn("w:tc")):                # empty continuation cells keep the table's font size too
        for p in tc.findall(qn("w:p")):
            if not p.findall(qn("w:r")):
                pPr = p.get_or_add_pPr()
                pPr.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:sz w:val="{int(b.get("size", 9) * 2)}"/></w:rPr>'))
    for i, r in enumerate(t.rows):
        r.height = Cm(b.get("row", 0.62))
        trPr = r._tr.get_or_add_trPr()
        if b.get("nosplit"):
            trPr.append(OxmlElement("w:cantSplit"))
        if i < b.get("repeat_header", 0):
            trPr.append(OxmlElement("w:tblHeader"))
    return t


def docx(case, path, accept=False):
    """accept=True writes the document with the tracked changes accepted (what a PDF export would show)."""
    doc = Document()
    doc.core_properties.author = ""
    doc.core_properties.comments = ""
    st = doc.styles["Normal"]
    st.font.name = FONT
    st.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    st.font.size = Pt(case.get("size", 12))
    sec = doc.sections[0]
    sec.page_width, sec.page_height = (Cm(29.7), Cm(21)) if case.get("landscape") else (Cm(21), Cm(29.7))
    if case.get("landscape"):
        from docx.enum.section import WD_ORIENT
        sec.orientation = WD_ORIENT.LANDSCAPE
    margin = case.get("margin", 2.2)
    sec.left_margin = sec.right_margin = Cm(margin)
    sec.top_margin = sec.bottom_margin = Cm(case.get("vmargin", 2.0))
    avail = (29.7 if case.get("landscape") else 21) - 2 * margin
    if case.get("header"):
        hp = sec.header.paragraphs[0]
        hp.alignment = WD_ALIGN_PARAGRAPH.CENTER
        text_runs(hp, case["header"], 9)
    if case.get("footer"):
        fp = sec.footer.paragraphs[0]
        fp.alignment = WD_ALIGN_PARAGRAPH.CENTER
        fp.add_run("— ")
        for t, txt in (("begin", None), (None, "PAGE"), ("end", None)):
            r = fp.add_run()
            if t:
                e = OxmlElement("w:fldChar"); e.set(qn("w:fldCharType"), t)
            else:
                e = OxmlElement("w:instrText"); e.text = txt
            r._r.append(e)
        fp.add_run(" —")
    if case.get("footer_text"):
        fp = sec.footer.add_paragraph() if case.get("footer") else sec.footer.paragraphs[0]
        text_runs(fp, case["footer_text"], 8)
    if any("auto" in b for b in case["blocks"]):
        numbering(doc)
    change_id = 100
    for b in case["blocks"]:
        if b.get("page"):
            doc.add_page_break()
        elif "p" in b:
            p = para(doc, b["p"], b.get("style"), b.get("size"), b.get("bold", False))
            for kind in ("deleted", "inserted"):
                if b.get(kind):
                    change_id += 1
                    if not accept:
                        p._p.append(change(kind, change_id, b[kind]))
                    elif kind == "inserted":
                        text_runs(p, b[kind])
            if b.get("after"):
                text_runs(p, b["after"])
            if b.get("sdt"):
                sdt = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="填报内容"/></w:sdtPr><w:sdtContent/></w:sdt>')
                p._p.addprevious(sdt)
                sdt[1].append(p._p)
        elif "h" in b:
            p = para(doc, b["h"], bold=b.get("auto", b.get("level", 0)) == 0)
            if "auto" in b:
                pPr = p._p.get_or_add_pPr()
                numPr = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{b["auto"]}"/><w:numId w:val="97"/></w:numPr>')
                pPr.insert(0, numPr)
            p.paragraph_format.first_line_indent = Pt(24)
        elif "table" in b:
            table(doc, b, avail)
    doc.save(path)


AUTO = "一二三四五六七八九十"


def numbered(blocks):
    """Blocks with automatic numbers written out, as a text converter would print them."""
    counts, out = [0, 0, 0], []
    for b in blocks:
        if "auto" in b:
            n = b["auto"]
            counts[n] += 1
            counts[n + 1:] = [0] * (2 - n)
            k = counts[n]
            out.append({"p": {0: f"{AUTO[k-1]}、", 1: f"（{AUTO[k-1]}）", 2: f"{k}．"}[n] + b["h"]})
        elif "h" in b:
            out.append({"p": b["h"]})
        else:
            out.append(b)
    return out


def width(s):
    import unicodedata
    return sum(2 if unicodedata.east_asian_width(ch) in "WFA" else 1 for ch in s)


def padded(n, w, cells):
    """Columns aligned by runs of spaces; a merged cell's text stands in its first column and may run over the next ones."""
    at = {(r, c): (k["t"].replace("\n", ""), cs) for r, c, rs, cs, k in cells}
    need = [2] * w
    for span in range(1, w + 1):
        for (r, c), (t, cs) in at.items():
            if cs == span and width(t) <= 44:
                have = sum(need[c:c + cs])
                if width(t) + 2 > have:
                    need[c + cs - 1] += width(t) + 2 - have
    out = []
    for r in range(n):
        line, pos = "", 0
        starts = [sum(need[:c]) for c in range(w)]
        for c in range(w):
            if (r, c) in at and at[r, c][0]:
                gap = starts[c] - width(line)
                line += " " * (gap if gap > 0 else (2 if line else 0)) + at[r, c][0]
        out.append(line.rstrip())
    return [x for x in out]


def txt(case, path, flavour="tika", encoding="utf-8"):
    """tika: a cell a line behind a tab, blank line between rows (merged cells come out empty, spans lost);
    tsv: a row a line, cells split by tabs; pipe: ' | ' between cells; lines: a cell a line ending ' |';
    vanish: a cell a line without marker, empty cells and row ends vanish; padded: columns aligned by spaces;
    md: a Markdown pipe table with a rule row; tikaomit: tika where vertically merged continuation cells are omitted.
    A flavour may be set per table block as "txt"."""
    out = []
    for b in numbered(case.get("txt_blocks", case["blocks"])):
        if b.get("docx_only"):
            continue
        if b.get("page"):
            out.append("")
        elif "p" in b:
            out.append(b["p"] + b.get("inserted", "") + b.get("after", ""))
        elif "table" in b:
            fl = b.get("txt", flavour)
            n, w, cells = place(b["table"])
            at = {(r, c): k["t"] for r, c, rs, cs, k in cells}
            span = {(r + i, c): "" for r, c, rs, cs, k in cells for i in range(1, rs)}
            if fl == "padded":
                out += padded(n, w, cells) + [""]
                continue
            for r in range(n):
                row = [(at.get((r, c), span.get((r, c)))) for c in range(w)]
                full = [x or "" for x in row]
                if fl == "tikaomit":
                    row = [at.get((r, c)) for c in range(w)]
                row = [x for x in row if x is not None]       # horizontal spans vanish, vertical ones leave ''
                if fl in ("tika", "tikaomit"):
                    out.append("\n".join("\t" + x for x in row) + "\n")
                elif fl == "tsv":
                    out.append("\t".join(x.replace("\n", "") for x in row))
                elif fl == "pipe":
                    out.append(" | ".join(x.replace("\n", "") for x in row) + " |")
                elif fl == "lines":
                    out.extend(x.replace("\n", "") + " |" for x in row)
                elif fl == "vanish":
                    out.extend(x.replace("\n", "") for x in row if x.strip())
                elif fl == "md":
                    out.append("| " + " | ".join(x.replace("\n", "") for x in full) + " |")
                    if r == 0:
                        out.append("|" + " --- |" * w)
            out.append("")
    text = case.get("eol", "\n").join("\n".join(out).split("\n")) + case.get("eol", "\n")
    Path(path).write_bytes(text.encode(encoding))


def pdfs(sources, outdir, profile=None):
    """Convert {pdf stem: docx path} in one LibreOffice run."""
    with tempfile.TemporaryDirectory() as tmp:
        profile = profile or Path(tmp) / "profile"
        stage = Path(tmp) / "in"
        stage.mkdir()
        files = []
        for stem, src in sources.items():
            shutil.copy(src, stage / f"{stem}.docx")
            files.append(str(stage / f"{stem}.docx"))
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf",
                        "--outdir", str(outdir)] + files, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
