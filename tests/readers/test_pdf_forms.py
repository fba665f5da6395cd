"""Forms without rules, or with horizontal ones only."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_documents import paragraphs_of, tables_of

from selfeval_extract.document import Cell, Document, Table
from selfeval_extract.readers.pdf.layout import PageLayout
from selfeval_extract.readers.pdf.lines import lines_of
from selfeval_extract.readers.pdf.lines import squeezed as text_of
from selfeval_extract.readers.pdf.marks import Char, Frame
from selfeval_extract.readers.pdf.reader import read_pdf
from selfeval_extract.readers.pdf.unruled_forms import find_forms
from selfeval_extract.readers.pdf.whitespace import aligned_rows, cell_bounds, fewest_edges, text_row

HERE = Path(__file__).parent / "pdf_files"
A4 = Frame(1, 595, 842)


def only_table(name: str) -> tuple[Document, Table]:
    found = read_pdf((HERE / name).read_bytes(), name)
    (table,) = tables_of(found)
    return found, table


def squeezed(cell: Cell) -> str:
    return re.sub(r"\s", "", cell.text.string)


def spans(table: Table) -> dict[str, tuple[int, int]]:
    return {squeezed(c): (c.row, c.rowspan) for c in table.cells if c.rowspan > 1}


def row_of(table: Table, row: int) -> list[str]:
    return [squeezed(c) for c in sorted(table.cells, key=lambda c: c.column) if c.row <= row < c.row + c.rowspan]


def printed(text: str, x: float, base: float, size: float = 10.0) -> list[Char]:
    return [(x + n * size, base, x + (n + 1) * size, size, char) for n, char in enumerate(text)]


def page_of(*texts: tuple[str, float, float]) -> PageLayout:
    return PageLayout(A4, lines_of([c for t in texts for c in printed(*t)], A4))


def test_a_whole_form_without_rules() -> None:
    found, table = only_table("form_without_rules.pdf")
    assert (table.height, table.width) == (17, 8)
    assert spans(table) == {
        "项目资金（万元）": (2, 3),
        "年度总体目标": (5, 2),
        "产出指标": (8, 5),
        "数量指标": (8, 2),
        "效益指标": (13, 2),
    }
    assert row_of(table, 3)[1:] == ["年度资金总额", "1,200.00", "1,180.50", "1,150.20", "10", "97.43%", "9.74"]
    assert row_of(table, 10) == [
        *("产出指标", "质量指标", "工程验收一次性合格率", "100%", "98%", "15", "13.5"),
        "两处工程因材料进场延误返工，已督促施工单位整改到位",
    ]
    assert [p.text.string[:5] for p in paragraphs_of(found)] == ["2023年", "填报单位（", "填报人：王"]


def test_a_form_without_rules_over_a_page_break() -> None:
    _, table = only_table("long_without_rules.pdf")
    names = [squeezed(c) for c in table.cells if c.column == 2]
    assert len(names) == 33
    assert names[16].startswith("项目按期完工率（第4批）")
    assert names[17].startswith("单位改造成本控制在批复概算范围以内（万元/户）（第1批）")
    assert row_of(table, 32)[1:7] == ["服务对象满意度指标", names[32], "≥90%", "92.6%", "10", "10"]


def test_rules_show_merged_levels() -> None:
    _, table = only_table("level_rules.pdf")
    assert (table.height, table.width) == (33, 8)
    assert spans(table) == {
        "产出指标": (1, 20),
        "数量指标": (1, 8),
        "质量指标": (9, 4),
        "时效指标": (13, 4),
        "成本指标": (17, 4),
        "效益指标": (21, 8),
        "社会效益指标": (21, 4),
        "可持续影响指标": (25, 4),
        "满意度指标": (29, 4),
        "服务对象满意度指标": (29, 4),
    }


def test_wrapped_cells_and_a_label_over_two_rows() -> None:
    head = [(t, x, 100.0) for t, x in (("类别", 70), ("名称", 130), ("分值", 260), ("得分", 330))]
    rows = [("甲项内容较长需要折", 130, 120), ("行", 130, 134), ("10", 260, 127), ("9", 330, 127), ("产出", 70, 141)]
    more = [("乙项", 130, 155), ("20", 260, 155), ("18", 330, 155), ("效益", 70, 175), ("丙项", 130, 175)]
    page = page_of(*head, *rows, *more, ("30", 260, 175), ("30", 330, 175))
    (table,) = page.searched(find_forms(page)).tables
    cells = {(c.row, c.column): c for c in table.cells}
    assert [text_of(cells[r, 1].lines) for r in range(4)] == ["名称", "甲项内容较长需要折行", "乙项", "丙项"]
    assert (text_of(cells[1, 0].lines), cells[1, 0].rowspan) == ("产出", 2)
    assert text_of(cells[3, 0].lines) == "效益"


@pytest.mark.parametrize(
    "texts",
    [
        [("单位负责人：周甲", 90, 100), ("填表人：周乙", 260, 100), ("电话：零零", 400, 100)] * 1,
        [("（一）数量", 90, 100), ("（二）质量", 180, 100), ("（三）时效", 270, 100), ("（四）成本", 360, 100)],
        [("全年预算执行情况良好，各项任务按期完成，资金使用规范。" * 1, 90, y) for y in (100, 118, 136)],
    ],
)
def test_no_forms(texts: list[tuple[str, float, float]]) -> None:
    page = page_of(*texts)
    assert not any(region.table for region in find_forms(page))


def test_a_heading_over_a_column_of_labels_makes_a_gap() -> None:
    head = [c for t, x in (("甲", 120), ("乙", 200), ("丙", 280), ("丁", 360)) for c in printed(t, x, 10)]
    row = [c for t, x in (("标签", 20), ("壹", 120), ("贰", 200)) for c in printed(t, x, 30)]
    (group,) = aligned_rows([text_row(chars, 0, 400) for chars in (head, row)])
    assert group.rows == [0, 1]
    assert len(group.gaps) == 4


def test_fewest_edges_through_all_gaps() -> None:
    assert fewest_edges([(10, 30), (20, 40), (60, 70), (65, 90)], [0]) == [0, 25, 67.5]


def test_a_centred_text_covers_the_columns_it_is_centred_on() -> None:
    row = text_row([*printed("总分", 190, 10), *printed("100", 330, 10)], 0, 400)
    assert cell_bounds(row, [0, 100, 200, 300, 400], None) == [0, 100, 300, 400]


def test_an_open_form_goes_on_on_the_next_page() -> None:
    first = page_of(
        *[(t, x, y) for y in (100, 120, 140, 160) for t, x in (("甲乙", 70), ("1", 200), ("2", 300), ("3", 400))]
    )
    first = first.searched(find_forms(first))
    second = page_of(("丙丁", 70, 60), ("4", 200, 60), ("6", 400, 60))._replace(frame=Frame(2, 595, 842))
    (part,) = second.searched(find_forms(second, first)).tables
    assert [text_of(c.lines) for c in part.cells] == ["丙丁", "4", "", "6"]
