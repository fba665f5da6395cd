"""Small Word files made of XML strings, so that a test shows the markup it is about; and what was read from them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from small_documents import tables_of

from selfeval_extract.document import Document, Paragraph, Table
from selfeval_extract.readers.word.reader import read_docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"


def p(*runs: str, style: str = "", num: tuple[int, int] | None = None, props: str = "") -> str:
    """A paragraph of runs; plain words become a run."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    number = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs if run)
    return f"<w:p><w:pPr>{style}{number}{props}</w:pPr>{inner}</w:p>"


def r(text: str, props: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*blocks: str, props: str = "") -> str:
    """A cell; plain words become a paragraph."""
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(b if b.startswith('<') else p(b) for b in blocks)}</w:tc>"


def tr(*cells: str, props: str = "") -> str:
    """A row; plain words become a cell."""
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(c if c.startswith('<') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def part(root: str, inner: str) -> bytes:
    """A part of Word's."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'.encode()


def relations(*rels: tuple[str, str, str]) -> bytes:
    """A relationships part of (id, kind, target)."""
    lines = "".join(f'<Relationship Id="{i}" Type="{_REL}/{kind}" Target="{target}"/>' for i, kind, target in rels)
    return f'<Relationships xmlns="{_PACKAGE_REL}">{lines}</Relationships>'.encode()


def docx(body: str = "", parts: dict[str, bytes | None] | None = None, **named: str) -> bytes:
    """A file with this body. `named`: styles, numbering, footnotes … by the content of their root; `parts`: further or
    other parts by name, None leaving one out."""
    files: dict[str, bytes | None] = {
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*((kind, kind, f"{kind}.xml") for kind in named)),
        **{f"word/{kind}.xml": part(kind, inner) for kind, inner in named.items()},
        **(parts or {}),
    }
    return pack(files.items())


def pack(files: Iterable[tuple[str, bytes | None]]) -> bytes:
    """A zip of (name, content) pairs, names given twice kept twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            if content is not None:
                archive.writestr(name, content)
    return out.getvalue()


def read(body: str, parts: dict[str, bytes | None] | None = None, **named: str) -> Document:
    """The document read from this body."""
    return read_docx(docx(body, parts, **named), "报告.docx")


def numbered(*levels: tuple[str, str] | str, more: str = "") -> str:
    """A numbering part with list 1 of these levels: (format, text) or a whole w:lvl."""
    inner = "".join(
        lvl
        if isinstance(lvl, str)
        else f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{lvl[0]}"/><w:lvlText w:val="{lvl[1]}"/></w:lvl>'
        for n, lvl in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="5">{inner}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>{more}'
    )


# Content of paragraphs

_FIELD_CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = map(_FIELD_CHAR.format, ("begin", "separate", "end"))


def code(instruction: str) -> str:
    """A field's instruction."""
    return f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"


def sym(font: str, char: str) -> str:
    """A sign of a symbol font."""
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def vml(content: str) -> str:
    """A text box as old versions of Word draw it."""
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"


def control(content: str) -> str:
    """A content control around something."""
    return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"


# Styles and lists


def style(style_id: str, props: str, based_on: str = "", kind: str = "paragraph", name: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}<w:pPr>{props}</w:pPr></w:style>'


def num_pr(num_id: int | None, ilvl: int | None = None) -> str:
    level = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
    number = "" if num_id is None else f'<w:numId w:val="{num_id}"/>'
    return f"<w:numPr>{level}{number}</w:numPr>"


def lvl(ilvl: int, text: str, more: str = "", number_format: str = "decimal", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


# What was read


def texts(document: Document) -> list[str]:
    """The blocks: paragraphs as their text, tables as TABLE."""
    return [b.text.string if isinstance(b, Paragraph) else "TABLE" for b in document.blocks]


def table(document: Document) -> Table:
    """The first table."""
    return next(tables_of(document))


def grid(of: Table) -> list[tuple[int, int, int, int, str]]:
    """Cells as (row, column, rowspan, colspan, text)."""
    return [(c.row, c.column, c.rowspan, c.colspan, c.text.string) for c in of.cells]


def codes(document: Document) -> list[str]:
    return [note.code for note in document.notes]
