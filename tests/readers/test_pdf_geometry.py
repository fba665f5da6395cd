"""The PDF reader's pure stages, with lines and characters made by hand."""

from __future__ import annotations

from itertools import product

import pytest

from selfeval_extract.readers.pdf.assembly import find_unruled
from selfeval_extract.readers.pdf.geometry import (
    between,
    boxes_overlap,
    bridged,
    distinct,
    nearest,
    overlap,
    row_edges,
    slot,
)
from selfeval_extract.readers.pdf.grid import Rulings, grids_of, rulings_of
from selfeval_extract.readers.pdf.joining import joined
from selfeval_extract.readers.pdf.layout import PageLayout, PageTable, ruled_page
from selfeval_extract.readers.pdf.lines import lines_of, squeezed
from selfeval_extract.readers.pdf.marks import Char, CharBoxes, Frame, Line, PageMarks, Ruling
from selfeval_extract.readers.pdf.prose import (
    TextMetrics,
    first_word_width,
    paragraph_text,
    starts_paragraph,
    text_metrics,
)
from selfeval_extract.readers.pdf.running_heads import without_running_heads
from selfeval_extract.readers.pdf.unruled_tables import find_tables

A4 = Frame(1, 595, 842)


def printed(text: str, x: float, base: float, size: float = 10.0) -> list[Char]:
    """A run of characters: Latin ones half as wide as Chinese ones."""
    chars: list[Char] = []
    for char in text:
        width = size / 2 if char.isascii() else size
        chars.append((x, base, x + width, size, char))
        x += width
    return chars


def line(text: str, x: float = 90, base: float = 100, size: float = 10.0, page: int = 1) -> Line:
    (made,) = lines_of(printed(text, x, base, size), Frame(page, 595, 842))
    return made


def box_lines(xs: list[float], ys: list[float]) -> Rulings:
    """All the lines of a full grid."""
    return Rulings([(y, xs[0], xs[-1]) for y in ys], [(x, ys[0], ys[-1]) for x in xs])


def merged(pieces: list[Ruling]) -> list[Ruling]:
    return rulings_of(pieces, []).horizontal


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (overlap((0, 2), (1, 3)), True),
        (overlap((0, 2), (2, 3)), False),  # touching is no overlap
        (overlap((0, 9), (3, 3)), False),  # nor is a stretch without width
        (boxes_overlap((0, 0, 2, 2), (1, 1, 3, 3)), True),
        (boxes_overlap((0, 0, 2, 2), (1, 2, 3, 3)), False),  # edge to edge
        (bridged([(5, 6), (0, 2), (2, 3)], 0), [(0, 3), (5, 6)]),  # in any order; what touches is one
        (bridged([(0, 2), (3, 4), (6, 7)], 1.5), [(0, 4), (6, 7)]),  # gaps below the limit
        (bridged([(0, 9), (1, 2), (10, 11)], 0.5), [(0, 9), (10, 11)]),  # one inside another does not shorten it
        (between([(0, 2), (3, 4), (6, 7)]), [(2, 3), (4, 6)]),
        (distinct([3, 1, 1.5, 2.5], 1), [1, 2.5]),  # from the last that was kept, not from the one before
        (nearest([0, 10, 20], 14), 1),
        (nearest([0, 10, 20], 15), 1),  # the first of two
        (nearest([0, 10, 20], -5), 0),
        (nearest([0, 10, 20], 99), 2),
        (slot([0, 10, 20], 10), 1),  # an edge belongs to what is behind it
        (slot([0, 10, 20], -1), 0),  # what sticks out stays in the outer slots
        (slot([0, 10, 20], 25), 1),
        (row_edges([0, 20, 40], [10, 30, 50]), [0, 15, 35, 50]),
    ],
)
def test_geometry(made: object, wanted: object) -> None:
    assert made == wanted


class TestLines:
    def test_superscript_stays_on_its_line(self) -> None:
        chars = printed("面积", 90, 100) + printed("2", 110, 96.5, 6) + printed("亩", 114, 100)
        assert [found.text for found in lines_of(chars, A4)] == ["面积2亩"]

    def test_fake_bold_is_printed_once(self) -> None:
        chars = printed("标题", 90, 100) + printed("标题", 90.4, 100.1)
        assert [found.text for found in lines_of(chars, A4)] == ["标题"]

    def test_doubled_characters_of_a_word_stay(self) -> None:
        assert line("的的 100").text == "的的 100"

    def test_gap_between_latin_words_is_a_blank_between_chinese_is_not(self) -> None:
        latin = printed("GDP", 90, 100) + printed("rate", 112, 100)
        chinese = printed("年", 90, 100) + printed("度", 106, 100)
        assert lines_of(latin, A4)[0].text == "GDP rate"
        assert lines_of(chinese, A4)[0].text == "年度"

    def test_outer_blanks_are_cut_off_but_remembered(self) -> None:
        found = line("　　第一 ")
        assert (found.text, found.left, found.ends_word) == ("第一", 110, True)


class TestRulings:
    def test_pieces_become_one_line(self) -> None:
        assert merged([(100, 50, 100), (100.4, 100.5, 200), (100, 198, 300)]) == [
            (pytest.approx(100.1, abs=0.1), 50, 300)
        ]

    def test_dashes_become_a_line(self) -> None:
        dashes = [(100.0, float(x), x + 3.0) for x in range(50, 110, 6)]
        assert merged(dashes) == [(100, 50, 107)]

    def test_a_hyphen_is_no_line(self) -> None:
        assert merged([(100, 50, 55.5)]) == []


class TestGrid:
    def test_full_grid(self) -> None:
        (grid,) = grids_of(box_lines([50, 100, 200], [10, 30, 50, 70])).grids
        assert (len(grid.cells), grid.xs, grid.ys) == (6, [50, 100, 200], [10, 30, 50, 70])

    def test_missing_pieces_are_merges(self) -> None:
        horizontal = [(10.0, 50.0, 200.0), (30, 100, 200), (50, 50, 200)]
        vertical = [(50.0, 10.0, 50.0), (100, 10, 50), (150, 30, 50), (200, 10, 50)]
        (grid,) = grids_of(Rulings(horizontal, vertical)).grids
        assert grid.cells == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]

    def test_small_gaps_at_crossings(self) -> None:
        horizontal = [(y, 51.5, 198.5) for y in (10.0, 30.0, 50.0)]
        vertical = [(x, 11.5, 48.5) for x in (50.0, 100.0, 200.0)]
        (grid,) = grids_of(Rulings(horizontal, vertical)).grids
        assert len(grid.cells) == 4

    def test_double_lines_make_no_thin_cells(self) -> None:
        (grid,) = grids_of(box_lines([50, 53, 100, 200], [10, 30, 33, 50])).grids
        assert len(grid.cells) == 4

    def test_missing_outer_borders(self) -> None:
        horizontal = [(y, 50.0, 300.0) for y in (10.0, 30.0, 50.0)]
        vertical = [(x, 10.0, 50.0) for x in (100.0, 200.0)]
        (grid,) = grids_of(Rulings(horizontal, vertical)).grids
        assert (len(grid.cells), grid.xs) == (6, [50, 100, 200, 300])

    def test_tables_that_do_not_touch_are_two(self) -> None:
        upper, lower = box_lines([50, 100, 200], [10, 30]), box_lines([50, 100, 200], [60, 80])
        assert len(grids_of(Rulings(upper[0] + lower[0], upper[1] + lower[1])).grids) == 2


class TestLayout:
    def test_a_frame_around_prose_is_no_table(self) -> None:
        marks = PageMarks(A4, printed("说明", 90, 100), *box_lines([50, 500], [50, 200]), [])
        page = ruled_page(marks).page
        assert (len(page.tables), [found.text for found in page.lines]) == (0, ["说明"])

    def test_shaded_areas_without_lines(self) -> None:
        areas = [(x, y, x + 99.5, y + 19.5) for x in (50.0, 150.0) for y in (100.0, 120.0)]
        chars = (
            printed("年度", 60, 114) + printed("得分", 160, 114) + printed("2023", 60, 134) + printed("98", 160, 134)
        )
        (table,) = ruled_page(PageMarks(A4, chars, [], [], areas)).page.tables
        assert [squeezed(cell.lines) for cell in table.cells] == ["年度", "得分", "2023", "98"]

    def test_text_shading_does_not_cut_a_ruled_cell(self) -> None:
        rules = box_lines([50, 150, 250], [100, 120, 140])
        chars = printed("年度", 60, 114) + printed("得分", 160, 114)
        (table,) = ruled_page(PageMarks(A4, chars, *rules, [(58.0, 104.0, 84.0, 117.0)])).page.tables
        assert len(table.cells) == 4


class TestFrame:
    @pytest.mark.parametrize("turn", [0, 1, 2, 3])
    def test_boxes_lie_on_the_page(self, turn: int) -> None:
        frame = Frame(1, 595, 842, turn)
        width, height = frame.upright
        boxes = CharBoxes((-3, width - 5), (5, height - 1), (-2, width + 9), (12, 12), frame)
        for start, end in ((0, 1), (1, 2), (0, 2)):
            x0, top, x1, bottom = boxes.around(start, end)
            assert 0 <= x0 < x1 <= 595
            assert 0 <= top < bottom <= 842

    @pytest.mark.parametrize("turn", [0, 1, 2, 3])
    def test_the_box_around_characters_is_that_of_each_box(self, turn: int) -> None:
        frame = Frame(1, 595, 842, turn)
        wide, high = frame.upright
        places = [-4.0, -0.2, 0.1, 7.0, 300.0]
        for x, y, more, size in product([*places, wide - 0.1, wide + 3], [*places, high], [0.1, 9.0], [0.3, 12.0]):
            lefts = sorted((x, 50.0, x - 2))
            boxes = CharBoxes(tuple(lefts), (y, y, y + 1), (x + more, 62.0, x), (size, 10.5, size), frame)
            parts = [boxes.around(n, n + 1) for n in range(3)]
            lefts, tops, rights, bottoms = zip(*parts, strict=True)
            assert boxes.around(0, 3) == (min(lefts), min(tops), max(rights), max(bottoms))


class TestParagraphs:
    PAGE = TextMetrics(90, 505, 20)

    def test_full_line_goes_on(self) -> None:
        assert not starts_paragraph(line("三" * 20, 90, 120), [line("三" * 39, 110, 100)], self.PAGE)

    @pytest.mark.parametrize(
        ("below", "why"),
        [
            (line("二、预算情况", 110, 120), "indent"),
            (line("三" * 20, 90, 160), "gap"),
            (line("三" * 20, 90, 120, 16), "size"),
            (line("三" * 20, 90, 120, page=3), "page between"),
        ],
    )
    def test_new_paragraph(self, below: Line, why: str) -> None:
        assert starts_paragraph(below, [line("三" * 39, 110, 100)], self.PAGE), why

    def test_short_line_ends_a_paragraph(self) -> None:
        assert starts_paragraph(line("三" * 20, 90, 120), [line("三" * 20, 110, 100)], self.PAGE)

    def test_a_number_that_did_not_fit_does_not(self) -> None:
        last = line("三" * 36, 110, 100)  # 35 points short: room for three characters, but not for the number
        assert not starts_paragraph(line("2,376.15万元", 90, 120), [last], self.PAGE)
        assert starts_paragraph(line("万元", 90, 120), [last], self.PAGE)

    def test_centred_lines_stand_alone(self) -> None:
        above, below = line("三" * 20, 197.5, 100), line("三" * 10, 247.5, 120)
        assert starts_paragraph(below, [above], TextMetrics(97.5, 497.5, 20, 10))

    def test_a_centred_line_that_is_full_goes_on_in_the_next(self) -> None:
        above, below = line("三" * 20, 197.5, 100), line("三" * 10, 247.5, 120)
        assert not starts_paragraph(below, [above], TextMetrics(197.5, 397.5, 20, 10))

    def test_paragraph_over_a_page_break(self) -> None:
        assert not starts_paragraph(line("三" * 9, 90, 70, page=2), [line("三" * 41, 90, 780)], self.PAGE)

    def test_first_word_with_its_punctuation(self) -> None:
        assert first_word_width(line("（98.40%）。")) == pytest.approx(60)
        assert first_word_width(line("中，心")) == pytest.approx(20)

    def test_margins(self) -> None:
        lines = [line("三" * n, x, 100 + 20 * k) for k, (n, x) in enumerate([(39, 110), (41, 90), (41, 90), (5, 90)])]
        found = text_metrics(lines)
        assert (found.left, found.right, found.pitch) == (90, 500, 20)

    @pytest.mark.parametrize(
        ("first", "second", "text"),
        [
            ("预算为1,286", ".40万元", "预算为1,286.40万元"),
            ("支出2", "376", "支出2376"),
            ("open ", "data", "open data"),
            ("open", "data", "open data"),
            ("年度", "绩效", "年度绩效"),
        ],
    )
    def test_line_joints(self, first: str, second: str, text: str) -> None:
        assert paragraph_text([line(first), line(second, base=120)]).string == text


def page_of(number: int, *texts: tuple[str, float, float, float]) -> PageLayout:
    frame = Frame(number, 595, 842)
    return PageLayout(frame, [line(t, x, y, size, number) for t, x, y, size in texts])


class TestRunningHeads:
    def test_running_head_and_page_number(self) -> None:
        pages = [
            page_of(n, ("某局绩效自评材料", 200, 46, 9), ("正文" * 8, 90, 100, 12), (f"— {n} —", 280, 800, 12))
            for n in (1, 2)
        ]
        kept, heads = without_running_heads(pages)
        assert [found.text for found in heads] == [
            "某局绩效自评材料",
            "— 1 —",
            "某局绩效自评材料",
            "— 2 —",
        ]
        assert [found.text for page in kept for found in page.lines] == ["正文" * 8] * 2

    def test_a_title_on_every_page_is_no_running_head(self) -> None:
        pages = [page_of(n, ("项目支出绩效自评表", 200, 77, 18), ("正文" * 8, 90, 130, 12)) for n in (1, 2)]
        assert without_running_heads(pages)[1] == []

    def test_labels_of_a_form_on_every_page_stay(self) -> None:
        pages = [page_of(n, ("正文" * 8, 90, 100, 12), ("填报人：周×", 90, 790, 9)) for n in (1, 2)]
        assert without_running_heads(pages)[1] == []

    @pytest.mark.parametrize("number", ["— 1 —", "-1-", "第1页 共3页", "1/12", "7", "第 2 页", "Page 1 of 3"])
    def test_page_numbers_on_a_single_page(self, number: str) -> None:
        page = page_of(1, ("正文" * 8, 90, 100, 12), (number, 280, 800, 10))
        assert [found.text for found in without_running_heads([page])[1]] == [number]

    def test_a_number_close_under_the_text_is_text(self) -> None:
        page = page_of(1, ("正文" * 8, 90, 785, 12), ("15", 90, 801, 12))
        assert without_running_heads([page])[1] == []


class TestUnruledTables:
    def rows(self, *rows: tuple[str, ...]) -> PageLayout:
        xs = (90, 280, 400)
        chars = [
            c for n, row in enumerate(rows) for x, t in zip(xs, row, strict=False) for c in printed(t, x, 100 + 18 * n)
        ]
        return PageLayout(A4, lines_of(chars, A4))

    def test_columns_of_amounts(self) -> None:
        page = self.rows(
            ("项目", "预算数", "决算数"),
            ("公务接待费", "3.00", "0.87"),
            ("合计", "24.00", "19.37"),
            ("其他", "", "1.20"),
        )
        (table,) = page.searched(find_tables(page)).tables
        assert [[squeezed(c.lines) for c in table.cells if c.row == r] for r in (1, 3)] == [
            ["公务接待费", "3.00", "0.87"],
            ["其他", "", "1.20"],
        ]

    def test_words_between_three_equal_rulings(self) -> None:
        page = self.rows(("类别", "内容"), ("甲", "道路"), ("乙", "桥梁"))
        page = page._replace(rulings=[(y, 85.0, 460.0) for y in (86.0, 104.0, 145.0)])
        (table,) = page.searched(find_tables(page)).tables
        assert [squeezed(cell.lines) for cell in table.cells] == ["类别", "内容", "甲", "道路", "乙", "桥梁"]

    def test_a_table_goes_on_at_the_head_of_the_next_page(self) -> None:
        rows = [("项目", "预算数", "决算数"), ("接待费", "3.00", "0.87"), ("车辆费", "21.00", "18.50")]
        first, second = self.rows(*rows), self.rows(("合计", "24.00", "19.37"))._replace(frame=Frame(2, 595, 842))
        _, found = find_unruled([first, second])
        (table,) = found.tables
        assert ([region.kind for region in found.regions], len(table.cells)) == (["table goes on"], 3)
        assert joined([*next(find_unruled([first])).tables, table]).height == 4

    @pytest.mark.parametrize(
        "rows",
        [
            [("填报人：周×", "电话：0000", "日期：2024")],
            [("项目名称：", "道路维护"), ("主管部门：", "住建局"), ("实施单位：", "市政中心")],
            [("一、", "部门概况"), ("二、", "预算情况"), ("三、", "绩效情况")],
        ],
    )
    def test_labels_and_headings_are_no_table(self, rows: list[tuple[str, ...]]) -> None:
        page = self.rows(*rows)
        assert page.searched(find_tables(page)).lines == page.lines


def part(page: int, xs: list[float], ys: list[float], texts: dict[tuple[int, int], str], drop: int = 0) -> PageTable:
    """One page's part of a ruled table; with `drop`, the first column is one cell over the first `drop` rows."""
    h, v = box_lines(xs, ys)
    if drop:
        h = [r for r in h if r[0] not in ys[1:drop]] + [(y, xs[1], xs[-1]) for y in ys[1:drop]]
    chars = [c for (r, k), t in texts.items() for c in printed(t, xs[k] + 3, ys[r] + 14)]
    (table,) = ruled_page(PageMarks(Frame(page, 595, 842), chars, h, v, [])).page.tables
    return table


class TestJoining:
    def test_merged_cell_goes_on_and_an_empty_value_is_marked(self) -> None:
        first = part(
            1,
            [50, 150, 250, 350],
            [700, 720, 740],
            {(0, 0): "产出指标", (0, 1): "数量", (1, 1): "质量", (1, 2): "5"},
            2,
        )
        second = part(2, [50, 150, 250, 350], [60, 80, 100], {(0, 1): "时效", (1, 0): "总分", (1, 1): "100"})
        table = joined([first, second])
        cells = {(c.row, c.column): c for c in table.cells}
        assert (cells[0, 0].rowspan, cells[0, 0].text.string) == (3, "产出指标")
        assert cells[2, 2].resumes
        assert not cells[3, 2].resumes

    def test_columns_meet_by_their_places(self) -> None:
        first = part(1, [50, 150, 250, 350], [700, 720], {(0, 0): "甲", (0, 1): "乙", (0, 2): "丙"})
        second = part(2, [50, 250, 350], [60, 80], {(0, 0): "丁", (0, 1): "戊"})
        assert [(c.row, c.column, c.colspan) for c in joined([first, second]).cells] == [
            (0, 0, 1),
            (0, 1, 1),
            (0, 2, 1),
            (1, 0, 2),
            (1, 2, 1),
        ]

    def test_repeated_header_is_dropped(self) -> None:
        head = {(0, 0): "一级指标", (0, 1): "得分"}
        first = part(1, [50, 150, 250], [700, 720, 740], head | {(1, 0): "产出", (1, 1): "5"})
        second = part(2, [50, 150, 250], [60, 80, 100], head | {(1, 0): "效益", (1, 1): "6"})
        assert [c.text.string for c in joined([first, second]).cells] == ["一级指标", "得分", "产出", "5", "效益", "6"]

    def test_row_cut_by_the_break_is_stitched(self) -> None:
        first = part(1, [50, 110, 250], [700, 720], {(0, 0): "质量指", (0, 1): "一二三四五六七八九十一二三"})
        second = part(2, [50, 110, 250], [60, 80, 100], {(0, 1): "完成", (1, 0): "总分", (1, 1): "100"})
        table = joined([first, second])
        assert [c.text.string for c in table.cells] == ["质量指", "一二三四五六七八九十一二三\n完成", "总分", "100"]
        (cut,) = [c for c in table.cells if (c.row, c.column) == (0, 1)]
        assert [e.quote for e in cut.text.evidence()] == ["一二三四五六七八九十一二三", "完成"]

    def test_a_new_row_with_one_text_is_not_stitched(self) -> None:
        first = part(1, [50, 150, 250], [700, 720], {(0, 0): "指标1：", (0, 1): "5"})
        second = part(2, [50, 150, 250], [60, 80, 100], {(0, 0): "指标2：", (1, 0): "总分"})
        assert joined([first, second]).height == 3
