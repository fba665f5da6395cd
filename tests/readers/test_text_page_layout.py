"""Text that keeps its pages' layout: columns told by white, places in the file, and no PDF library for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from selfeval_extract.document import LinePlace, Paragraph, Table
from selfeval_extract.readers.text.reader import read_text

CORPUS = Path(__file__).parents[1] / "corpus" / "blind"
PAGE = """\
                    某县 2023 年度项目支出绩效自评表

  一级指标    二级指标      三级指标         年度指标值      实际完成值      分值     得分
  产出指标    数量指标      新建公厕         ≥12 座       13 座        20      20
            质量指标      验收合格率        100%        100%        20      20
            时效指标      完工及时率        ≥95%        96.5%       20      20
  效益指标    社会效益      保洁覆盖率        ≥95%        93%         30      29.4
\f
  自评结果将作为下年度预算安排的参考。
"""


def test_a_form_between_lines_of_prose() -> None:
    title, form, end = read_text(PAGE.encode(), "a.txt").blocks
    assert isinstance(title, Paragraph) and "自评表" in title.text.string
    assert isinstance(form, Table) and isinstance(end, Paragraph)
    rows: dict[int, list[str]] = {}
    for cell in form.cells:
        rows.setdefault(cell.row, []).append(cell.text.string)
    assert rows[1] == ["产出指标", "数量指标", "新建公厕", "≥12座", "13座", "20", "20"]
    assert rows[2][1:] == ["质量指标", "验收合格率", "100%", "100%", "20", "20"]


def test_places_are_those_in_the_file() -> None:
    lines = PAGE.split("\n")
    form = read_text(PAGE.encode(), "a.txt").blocks[1]
    assert isinstance(form, Table)
    for cell in form.cells:
        for evidence in cell.text.evidence():
            place = evidence.place
            assert isinstance(place, LinePlace)
            assert lines[place.line - 1][slice(*place.span)] == evidence.quote


def test_no_pdf_library_is_imported_for_it() -> None:
    text = next(CORPUS.glob("h10*.txt"))
    program = (
        "import sys; from selfeval_extract.pipeline import extract; extract(sys.argv[1]);"
        "print({'pypdfium2', 'pdfplumber', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(text)], capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.stderr) == ("set()", "")
