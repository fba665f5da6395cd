"""The good files that are damaged: small ones of this repository, and two made here of everything their format has."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PLACES = (
    "samples/*.txt",
    "samples/*.docx",
    "samples/*.pdf",
    "tests/checks/consistent.txt",
    "tests/cli/report.txt",
    "tests/corpus/forms/*.txt",
    "tests/corpus/forms/[dh]0[1-9]*.docx",
    "tests/corpus/forms/[dh]0[1-6]*.pdf",
    "tests/corpus/made/*.txt",
    "tests/readers/pdf_files/*.pdf",
)

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_BODY = """
<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>某市水务局2023年度部门整体支出绩效自评报告</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>部门概况</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">年初预算 120.50 万元，</w:t></w:r><w:ins><w:r><w:t>支出118.20万元</w:t></w:r></w:ins><w:del><w:r>
<w:t>旧</w:t></w:r></w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r>
<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>98.09</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>%。</w:t>
<w:sym w:font="Wingdings" w:char="F0FE"/><w:tab/><w:br/></w:r><w:r><w:ruby><w:rubyBase><w:r><w:t>绩</w:t></w:r></w:rubyBase></w:ruby></w:r>
<m:f><m:num><m:r><m:t>97</m:t></m:r></m:num><m:den><m:r><m:t>100</m:t></m:r></m:den></m:f></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>自评得分96.5分</w:t></w:r></w:p></w:txbxContent>
</mc:Choice><mc:Fallback><v:textpath string="自评得分"/></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:sdt><w:sdtContent><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>存在的问题</w:t></w:r></w:p>
<w:p><w:r><w:t>一是预算编制不够精细；二是部分项目进度滞后。</w:t></w:r></w:p></w:sdtContent></w:sdt>
"""
_ROWS = (
    ("年度资金总额", "120.5", "120.5", "118.2", "10", "98.09%", "9.8"),
    ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
    ("产出指标", "数量指标", "维修渠道（公里）", "≥12", "12.4", "50", "50"),
    ("产出指标", "质量指标", "验收合格率", "≥95%", "100%", "20", "20"),
    ("效益指标", "社会效益指标", "受益人口", "＞3万人", "3.2万人", "20", "16.7"),
)
_STYLES = """<w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="N" w:default="1"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>"""
_NUMBERING = """<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="N"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>"""


def _row(cells: tuple[str, ...], above: tuple[str, ...]) -> str:
    def cell(text: str, upper: str) -> str:
        merge = "<w:vMerge/>" if text == upper else '<w:vMerge w:val="restart"/>'
        shown = "" if text == upper else text
        return f'<w:tc><w:tcPr><w:gridSpan w:val="1"/>{merge}</w:tcPr><w:p><w:r><w:t>{shown}</w:t></w:r></w:p></w:tc>'

    return f"<w:tr>{''.join(map(cell, cells, above))}</w:tr>"


def word_file() -> bytes:
    """A Word file with everything that its reader knows: fields, signs, boxes, controls, changes, merges, lists."""
    rows = "".join(_row(row, above) for row, above in zip(_ROWS, (("",) * 7, *_ROWS), strict=False))
    parts = {
        "document": f"<w:body>{_BODY}<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl><w:sectPr/></w:body>",
        "styles": _STYLES,
        "numbering": _NUMBERING,
        "footnotes": '<w:footnote w:id="1"><w:p><w:r><w:t>注：单位为万元。</w:t></w:r></w:p></w:footnote>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, inner in parts.items():
            data = f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NAMESPACES}>{inner}</w:{name}>'.encode()
            container.writestr(zipfile.ZipInfo(f"word/{name}.xml"), data)
    return out.getvalue()


def pdf_file() -> bytes:
    """A PDF that nothing packs: pages in a tree, a form drawn in the page, an annotation, rules and text."""
    lines = "".join(f"0 {50 * n} m 400 {50 * n} l S {100 * n} 0 m {100 * n} 400 l S " for n in range(5))
    text = "".join(f"BT /F1 12 Tf {100 * n + 10} 210 Td ({n}3.5%) Tj ET " for n in range(4))
    contents = f"1 0 0 1 50 50 cm {lines}{text}/X1 Do"
    drawn = "q 0.5 0 0 0.5 0 0 cm BT /F1 12 Tf 10 20 Td [(Self) -200 (evaluation 2023)] TJ ET Q"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]>>",
        "<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources 7 0 R/Annots[9 0 R]>>",
        "<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources 7 0 R/Rotate 90>>",
        f"<</Length {len(contents)}>>\nstream\n{contents}\nendstream",
        f"<</Type/XObject/Subtype/Form/BBox[0 0 500 500]/Resources 7 0 R/Length {len(drawn)}>>\nstream\n{drawn}\nendstream",
        "<</Font<</F1 8 0 R>>/XObject<</X1 6 0 R>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/Widths[250 300]/Encoding/WinAnsiEncoding>>",
        "<</Type/Annot/Subtype/FreeText/Rect[10 10 200 40]/DA(/F1 12 Tf)/Contents(A note)/F 4>>",
    )
    out, starts = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return out + f"{head}startxref\n{len(out)}\n%%EOF\n".encode()


@cache
def bases() -> dict[str, bytes]:
    """Name → bytes. The name's ending tells the format."""
    files = {str(path.relative_to(ROOT)): path.read_bytes() for place in _PLACES for path in sorted(ROOT.glob(place))}
    return files | {"made/everything.docx": word_file(), "made/everything.pdf": pdf_file()}
