"""Pictures of a PDF's stages: each is well-formed and shows what its stage made, as the reader makes it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from small_documents import tables_of
from small_pdf import pdf, say

from selfeval_extract.readers.pdf import __main__ as command
from selfeval_extract.readers.pdf.assembly import blocks_of, find_unruled
from selfeval_extract.readers.pdf.drawing import COLOURS, PICTURES, draw, stages_of
from selfeval_extract.readers.pdf.layout import ruled_page
from selfeval_extract.readers.pdf.reader import read_marks, read_pdf
from selfeval_extract.readers.pdf.ruled_rows import find_ruled_rows
from selfeval_extract.readers.pdf.running_heads import without_running_heads

HERE = Path(__file__).parent / "pdf_files"


def kinds(path: Path) -> Counter[str]:
    """How many shapes of each kind a picture shows."""
    shapes = ElementTree.parse(path).getroot().iter("{http://www.w3.org/2000/svg}path")
    return Counter(shape.attrib["class"].replace("-", " ") for shape in shapes)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        # grids, rules without columns and a table without either: one of each on a page
        ("rules_of_all_kinds.pdf", {"grid": 1, "rows between rulings": 1, "table": 1}),
        # white alone
        ("form_without_rules.pdf", {"form": 1}),
        # merged levels between horizontal rules
        ("level_rules.pdf", {"rows between rulings": 1}),
    ],
)
def test_pictures_show_what_the_stages_made(name: str, wanted: dict[str, int], tmp_path: Path) -> None:
    data = (HERE / name).read_bytes()
    page = stages_of(data)[0]
    paths = draw(data, tmp_path, [1])
    assert [path.name for path in paths] == [f"page-001-{picture}.svg" for picture in PICTURES]
    shown = [kinds(path) for path in paths]
    assert max(map(len, shown)) <= len(COLOURS)
    characters, rulings, lines, regions, rows, cells = shown
    assert characters["character"] == len(page.ruled.marks.chars) > 100
    assert rulings["vertical ruling"] == len(page.ruled.rulings.vertical)
    inside = sum(len(cell.lines) for table in page.ruled.page.tables for cell in table.cells)
    assert lines.total() == len(page.ruled.page.lines) + inside
    assert regions == wanted
    assert rows["gap between columns"] > 0 and rows["row"] + rows["cell of a row"] > 3
    made = Counter(cell.resumes for table in page.page.tables for cell in table.cells)
    assert (cells["cell"], cells["cell that may go on from above"]) == (made[False], made[True])


@pytest.mark.parametrize("name", ["rules_of_all_kinds.pdf", "form_without_rules.pdf", "long_without_rules.pdf"])
def test_the_stages_drawn_are_those_of_the_reader(name: str) -> None:
    """The cells drawn hold the lines that the reader's document has in its cells."""
    data = (HERE / name).read_bytes()
    tables = [table for page in stages_of(data) for table in page.page.tables]
    drawn = {line.text for table in tables for cell in table.cells for line in cell.lines}
    read = {
        text for table in tables_of(read_pdf(data, name)) for c in table.cells for text in c.text.string.split("\n")
    }
    assert drawn == read - {""}


@pytest.mark.parametrize("name", ["rules_of_all_kinds.pdf", "level_rules.pdf", "long_without_rules.pdf"])
def test_no_stage_changes_what_it_is_given(name: str) -> None:
    ruled = [ruled_page(marks) for marks in read_marks((HERE / name).read_bytes()) if marks is not None]
    given = [page.page for page in ruled]
    rows = find_ruled_rows(given)
    pages, _ = without_running_heads(rows)
    values = (ruled, given, rows, pages)
    known = repr(values)
    find_ruled_rows(given)
    without_running_heads(rows)
    unruled = list(find_unruled(pages))
    assert repr(values) == known
    known = repr(unruled)
    assert list(blocks_of(unruled))
    assert repr(unruled) == known


def test_the_command_draws_the_pages_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    two = tmp_path / "two.pdf"
    two.write_bytes(pdf(say("first <page> & more"), say("second")))
    assert command.main([str(two), "--draw", str(tmp_path / "out"), "--page", "1"]) == 0
    printed = capsys.readouterr().out.split()
    assert len(printed) == len(PICTURES) == len(list((tmp_path / "out").iterdir()))
    lines = ElementTree.parse(printed[2]).getroot()
    assert "first\xa0<page>\xa0&\xa0more" in [element.text for element in lines.iter()]


def test_what_cannot_be_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7\nnothing")
    assert command.main([str(bad), "--draw", str(tmp_path / "out")]) == 1
    assert "damaged" in capsys.readouterr().err
    bad.write_bytes(pdf(say("only page")))
    assert command.main([str(bad), "--draw", str(tmp_path / "out"), "--page", "2"]) == 1
    assert "no page with text" in capsys.readouterr().err
