"""The PDF reader on whole files."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import docx
import pdfplumber
import pypdfium2
import pypdfium2.raw as raw
import pytest
from beside import REAL, needs, published
from docx.oxml.ns import qn
from small_documents import paragraphs_of, tables_of
from small_pdf import pdf, say

from selfeval_extract.document import Document, PagePiece, PagePlace, Paragraph, Table, Text
from selfeval_extract.errors import UnreadableFile
from selfeval_extract.limits import LIMITS
from selfeval_extract.readers.pdf.reader import read_pdf

HERE = Path(__file__).parent / "pdf_files"

CellFacts = tuple[int, int, int, int, str]


def document(path: Path) -> Document:
    return read_pdf(path.read_bytes(), path.name)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def strings(found: Document) -> list[str]:
    return [p.text.string for p in paragraphs_of(found)]


def rows(table: Table) -> list[list[str]]:
    return [[squeezed(c.text.string) for c in table.cells if c.row == r] for r in range(table.height)]


def texts(found: Document) -> list[Text]:
    cells = [c.text for table in tables_of(found) for c in table.cells]
    return [p.text for p in (*paragraphs_of(found), *found.margins)] + cells


def docx_grid(table: object) -> list[CellFacts]:
    """The cells of a Word table with their spans, straight from its XML."""
    found: list[list[object]] = []
    below: dict[int, list[object]] = {}
    for r, row in enumerate(table.findall(qn("w:tr"))):  # type: ignore[attr-defined]
        column = 0
        for cell in row.findall(qn("w:tc")):
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            width = int(span.get(qn("w:val"))) if span is not None else 1
            if merge is not None and merge.get(qn("w:val")) != "restart":
                below[column][2] += 1  # type: ignore[operator]
            else:
                text = squeezed("".join(t.text or "" for t in cell.iter(qn("w:t"))))
                below[column] = [r, column, 1, width, text]
                found.append(below[column])
            column += width
    return [tuple(cell) for cell in found]  # type: ignore[misc]


@pytest.mark.parametrize("path", published(".pdf"), ids=lambda path: path.stem)
def test_same_tables_and_paragraphs_as_the_word_file(path: Path) -> None:
    found = document(path)
    body = docx.Document(str(path.with_suffix(".docx"))).element.body
    wanted = [docx_grid(t) for t in body.iter(qn("w:tbl"))]
    tables = [
        [(c.row, c.column, c.rowspan, c.colspan, squeezed(c.text.string)) for c in t.cells] for t in tables_of(found)
    ]
    assert tables == wanted
    paragraphs = [squeezed("".join(t.text or "" for t in p.iter(qn("w:t")))) for p in body.findall(qn("w:p"))]
    assert [squeezed(s) for s in strings(found)] == [p for p in paragraphs if p]
    assert found.notes == ()


@needs(REAL)
def test_page_numbers_stand_in_the_margins() -> None:
    found = document(REAL / "lusong_2022.pdf")
    assert [p.text.string for p in found.margins] == [f"— {n} —" for n in range(1, 5)]


def test_a_paragraph_over_a_page_break_has_pieces_on_both_pages() -> None:
    full = "word " * 16 + "words"
    first = [say(full, 92, 700), *(say(full + " it", 72, y) for y in range(680, 60, -20))]
    found = read_pdf(pdf("\n".join(first), say("the end", y=700) + "\n" + say("More", 92, 680)), "x.pdf")
    assert [s[-7:] for s in strings(found)] == ["the end", "More"]
    assert {p.page for p in next(paragraphs_of(found)).text.pieces if isinstance(p, PagePiece)} == {1, 2}


def holds_the_evidence_law(data: bytes) -> int:
    """Every quote's characters have their middle in the quoted box, read with another library; counts the quotes."""
    n = 0
    with pdfplumber.open(BytesIO(data)) as other:
        for text in texts(read_pdf(data, "x.pdf")):
            for evidence in text.evidence():
                assert isinstance(evidence.place, PagePlace)
                x0, top, x1, bottom = evidence.place.bbox
                page = other.pages[evidence.place.page - 1]
                inside = [
                    c["text"]
                    for c in page.chars
                    if x0 <= (c["x0"] + c["x1"]) / 2 <= x1 and top <= (c["top"] + c["bottom"]) / 2 <= bottom
                ]
                for char in squeezed(evidence.quote):
                    assert char in inside
                    inside.remove(char)
                n += 1
    return n


@pytest.mark.parametrize("path", sorted(set(HERE.glob("*.pdf")) - {HERE / "locked.pdf"}), ids=lambda p: p.stem)
def test_evidence_law(path: Path) -> None:
    assert holds_the_evidence_law(path.read_bytes()) > 20


@pytest.mark.parametrize("path", published(".pdf"), ids=lambda path: path.stem)
def test_evidence_law_on_real_reports(path: Path) -> None:
    assert holds_the_evidence_law(path.read_bytes()) > 40


def test_table_over_a_page_break() -> None:
    found = document(HERE / "cut_row_and_merges.pdf")
    (table,) = tables_of(found)
    assert (table.height, table.width) == (7, 5)
    spans = {squeezed(c.text.string): c.rowspan for c in table.cells if c.rowspan > 1}
    assert spans == {"产出指标": 4, "数量指标": 2, "质量指标": 2, "效益指标": 2}
    (cut,) = [c for c in table.cells if c.text.string.startswith("完成道路修补")]
    sentence = (
        "完成道路修补二十五处，更换井盖四十套，清理排水管网十二公里，处置率达到百分之九十八，居民反映问题按期办结，"
    )
    assert squeezed(cut.text.string) == sentence * 4
    assert {e.place.page for e in cut.text.evidence() if isinstance(e.place, PagePlace)} == {1, 2}
    assert len(found.margins) == 4


def test_rules_of_all_kinds() -> None:
    found = document(HERE / "rules_of_all_kinds.pdf")
    assert [rows(t)[-1] for t in tables_of(found)] == [
        ["合计", "24.00", "19.37"],
        ["管网清理", "12公里", "12公里"],
        ["上年结转", "3.20"],
    ]
    kinds = ["p" if isinstance(b, Paragraph) else "t" for b in found.blocks]
    assert "".join(kinds) == "pptptptpp"
    assert strings(found)[0] == "本框内是编制说明，只是一段加框的文字，不是表格。"
    assert strings(found)[-1].startswith("填报人：周×")


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_rotated_pages_read_the_same(angle: int) -> None:
    data = (HERE / "cut_row_and_merges.pdf").read_bytes()
    with pypdfium2.PdfDocument(data) as opened:
        for page in opened:
            page.set_rotation(angle)
        out = BytesIO()
        opened.save(out)
    upright, turned = read_pdf(data, "x.pdf"), read_pdf(out.getvalue(), "x.pdf")
    assert [t.string for t in texts(turned)] == [t.string for t in texts(upright)]
    assert holds_the_evidence_law(out.getvalue()) > 20


@pytest.mark.parametrize("scale", [0.7, 1.4])
def test_scaled_content_in_a_form_reads_the_same(scale: float) -> None:
    data = (HERE / "rules_of_all_kinds.pdf").read_bytes()
    out = BytesIO()
    with pypdfium2.PdfDocument(data) as opened, pypdfium2.PdfDocument.new() as made:
        form = raw.FPDF_NewFormObjectFromXObject(raw.FPDF_NewXObjectFromPage(made.raw, opened.raw, 0))
        shape = pypdfium2.PdfObject(form, pdf=made)
        shape.set_matrix(pypdfium2.PdfMatrix(scale, 0, 0, scale, 5, 8))
        page = made.new_page(595 * scale + 20, 842 * scale + 20)
        page.insert_obj(shape)
        page.gen_content()
        made.save(out)
    assert [t.string for t in texts(read_pdf(out.getvalue(), "x"))] == [t.string for t in texts(read_pdf(data, "x"))]


def test_dashes_drawn_one_by_one() -> None:
    across = " ".join(f"{x} {y} 3 0.6 re f" for y in (600, 640, 680) for x in range(72, 372, 5))
    down = " ".join(f"{x} {y} 0.6 3 re f" for x in (72, 222, 371) for y in range(600, 680, 5))
    words = " ".join(say(t, x, y) for t, x, y in (("A", 90, 655), ("B", 240, 655), ("1", 90, 615), ("2", 240, 615)))
    (table,) = tables_of(read_pdf(pdf(f"{across} {down} {words}"), "x.pdf"))
    assert rows(table) == [["A", "B"], ["1", "2"]]


def test_a_page_without_text_is_said() -> None:
    found = read_pdf(pdf(say("hello"), ""), "x.pdf")
    assert [(n.code, n.message) for n in found.notes] == [("page_without_text", "page 2 has no text: it may be blank")]
    assert (found.pages, strings(found)) == (2, ["hello"])


def test_invisible_and_tiny_text() -> None:
    found = read_pdf(pdf(say("seen") + "\n" + say("tiny", y=400, size=1)), "x.pdf")
    assert strings(found) == ["seen"]


def test_a_watermark_is_left_out_and_said() -> None:
    mark = "BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DRAFT) Tj ET"
    found = read_pdf(pdf(say("body text of the page") + "\n" + mark), "x.pdf")
    assert (strings(found), [n.code for n in found.notes]) == (["body text of the page"], ["slanted_text"])


def test_a_locked_file_says_what_to_do() -> None:
    with pytest.raises(UnreadableFile, match="password") as error:
        document(HERE / "locked.pdf")
    assert error.value.code == "encrypted"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\nnothing", "corrupt"),
        (pdf(""), "no_text"),
        (pdf(*[""] * (LIMITS.pages + 1)), "limit"),
        (pdf("0 0 1 1 re f " * 200_001), "limit"),
    ],
)
def test_unreadable(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as error:
        read_pdf(data, "x.pdf")
    assert error.value.code == code


def test_junk_before_the_header() -> None:
    assert strings(read_pdf(b"\0" * 2000 + pdf(say("hello")), "x.pdf")) == ["hello"]


def test_that_a_file_is_locked_is_not_told_of_the_next_one() -> None:
    """pdfium opens a file without pages, and its last error stays that of the file before (mutant 777:603)."""
    locked = HERE / "locked.pdf"
    without_pages = (HERE / "level_rules.pdf").read_bytes().replace(b"/Pages", b"/Pagez")
    codes = []
    for data in (without_pages, locked.read_bytes(), without_pages):
        with pytest.raises(UnreadableFile) as told:
            read_pdf(data, "x.pdf")
        codes.append(told.value.code)
    assert codes == ["corrupt", "encrypted", "corrupt"]
