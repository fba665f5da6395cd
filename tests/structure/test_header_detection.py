"""Which rows are a block's header. A table a case, its header expected in the first row; the comment says what it protects."""

from __future__ import annotations

import pytest
from small_documents import case_id, dumped, ruled

from selfeval_extract.document import Table
from selfeval_extract.structure.forms.header_detection import find_header, has_label
from selfeval_extract.structure.grid import Grid
from selfeval_extract.vocabulary.labels import INDICATOR_COLUMNS


def found(table: Table) -> tuple[str, int, str] | None:
    """Group, number of rows and roles of the header that starts in a table's first row."""
    header = find_header(Grid(table), 0)
    if header is None:
        return None
    group = "indicators" if header.group is INDICATOR_COLUMNS else "funds"
    return group, header.last + 1, " ".join(column.role or "-" for column in header.columns)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"],
         ("indicators", 1, "level1 level2 name target actual weight score")),
        # two rows of heads
        (["绩效指标 | < | 年度情况 | < | 得分", "一级指标 | 三级指标 | 目标值 | 完成值 | ^", "产出指标 | 公厕 | 12座 | 13座 | 10"],
         ("indicators", 2, "level1 name target actual score")),
        # without levels
        (["指标名称 | 目标值 | 完成值 | 得分", "公厕 | 12座 | 13座 | 10"], ("indicators", 1, "name target actual score")),
        # no head of names is known: the column of names is told by what stands in it
        (["甲类事项 | 目标值 | 完成值 | 得分", "公厕建设数量 | 12座 | 13座 | 10", "设施完好率 | 95% | 96% | 10"],
         ("indicators", 1, "name target actual score")),
        # heads that come again in the next row divide nothing: they do not reach down to it
        (["三级指标 | 目标值 | 完成值 | 得分", "绩效指标 | 目标值 | 完成值 | 得分"], ("indicators", 1, "name target actual score")),
        # values without names
        (["目标值 | 完成值 | 得分", "12座 | 13座 | 10"], None),
        # two columns are too few
        (["三级指标 | 目标值", "公厕 | 12座"], None),
        # names without a value
        (["一级指标 | 二级指标 | 三级指标", "产出指标 | 数量指标 | 公厕"], None),
        # a row of data
        (["产出指标 | 数量指标 | 公厕 | 12座 | 13座 | 10"], None),
        # figures alone
        (["12 | 13 | 10"], None),
        # a sentence among the labels: no header
        (["指标名称 | 目标值 | 完成值 | 得分说明：完成的得满分，未完成的按比例扣分，扣完为止"], None),
        # a text as long as a sentence
        (["三级指标 | 目标值 | 完成值 | 得分情况以及对未完成指标所作的原因分析和改进措施安排说明"], None),
        # goals beside their results are no columns, though a header follows
        (["年度目标 | 目标甲 | 完成情况 | 完成甲", "一级指标 | 三级指标 | 目标值 | 完成值"], None),
        (["年度目标 | 目标甲 | < | <", "一级指标 | 三级指标 | 目标值 | 完成值"], None),
        # heads of columns that alternate like goals
        (["目标 | 三级指标 | 完成情况 | 得分", "12座 | 公厕 | 13座 | 10"], ("indicators", 1, "target name actual score")),
        # goals and results over the columns of each
        (["年度目标 | < | 完成情况 | <", "三级指标 | 目标值 | 完成值 | 得分"], ("indicators", 2, "name target actual score")),
        # most cells are no labels
        (["得分 | 甲乙 | 丙丁 | 戊己 | 目标值 | 庚辛"], None),
        # a head that names a level stands in data, too; two of them make a row of data
        (["产出指标 | 数量指标 | 目标值 | 完成值"], None),
    ],
    ids=case_id,
)  # fmt: skip
def test_headers_of_indicators(rows: list[str], expected: tuple[str, int, str] | None) -> None:
    assert found(ruled(*rows)) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["项目资金 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分", "年度资金总额 | 100 | 120 | 110 | 10 | 91.67% | 9.17"],
         ("funds", 1, "- original revised executed weight rate score")),
        # one amount and a rate
        (["资金来源 | 全年执行数 | 执行率", "财政拨款 | 110 | 91.67%"], ("funds", 1, "label executed rate")),
        # two rows of heads
        (["项目资金 | 预算 | < | 全年执行数", "^ | 年初 | 调整后 | ^", "总额 | 100 | 120 | 110"],
         ("funds", 2, "- original revised executed")),
        # heads that no wording knows, above figures of which one is the others' rate
        (["资金甲类 | 安甲 | 支乙 | 比丙", "全部款项 | 856.30 | 812.47 | 94.88%"], ("funds", 1, "- budget executed rate")),
        # the same with a rate that does not fit
        (["资金甲类 | 安甲 | 支乙 | 比丙", "全部款项 | 856.30 | 812.47 | 90.00%"], None),
        # the same with a figure, a dash or a level's name among the heads
        (["资金甲类 | 12 | 支乙 | 比丙", "全部款项 | 856.30 | 812.47 | 94.88%"], None),
        (["资金甲类 | / | 支乙 | 比丙", "全部款项 | 856.30 | 812.47 | 94.88%"], None),
        (["资金甲类 | 产出指标 | 支乙 | 比丙", "全部款项 | 856.30 | 812.47 | 94.88%"], None),
        # one amount alone
        (["资金来源 | 全年执行数", "财政拨款 | 110"], None),
        # amounts of something else than money
        (["甲 | 全年完成 | 年初计划", "公厕 | 13 | 12"], None),
        # labels that wait for their values
        (["年初预算数： | 全年执行数：", "100 | 110"], None),
        # labels with their values between them
        (["年初预算数 | 100 | 全年执行数 | 110"], None),
    ],
    ids=case_id,
)  # fmt: skip
def test_headers_of_funds(rows: list[str], expected: tuple[str, int, str] | None) -> None:
    assert found(ruled(*rows)) == expected


@pytest.mark.parametrize(
    ("second_row", "expected"),
    [
        ("~ | 年初 | 调整后 | ~", ("funds", 2, "label original revised executed")),
        ("~ | 年初 | 甲 | ~", ("funds", 1, "label budget - executed")),  # a word of no column: the row may be data
        ("~ | 年初 | ~ | ~", ("funds", 1, "label budget - executed")),  # so may one with a single word
    ],
)  # fmt: skip
def test_heads_set_with_blanks(second_row: str, expected: tuple[str, int, str]) -> None:
    assert found(ruled("资金来源 | 预算 | ~ | 执行数", second_row, "总额 | 100 | 120 | 110")) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a second row of heads: only labels, one of them known
        (["绩效指标 | 目标值 | 完成值 | 得分", "一级指标 | 二级指标 | 三级指标", "产出指标 | 数量指标 | 公厕 | 12座 | 13座 | 10"],
         ("indicators", 2, "level1 level2 name target actual score")),
        # the row below is a header of its own: a form of two parts
        (["一级指标 | 三级指标 | 目标值 | 得分", "一级指标 | 三级指标 | 目标值 | 得分"], ("indicators", 1, "level1 name target score")),
        # the rows have a label more than there are heads
        (["年初预算数 | 全年执行数 | 得分", "年度资金总额 | 100 | 110 | 9"], ("funds", 1, "original executed score")),
    ],
    ids=case_id,
)  # fmt: skip
def test_headers_of_text_dumps(rows: list[str], expected: tuple[str, int, str] | None) -> None:
    assert found(dumped(*rows)) == expected


def test_a_row_with_levels_heads_no_funds() -> None:
    rows = ("一级指标 | 三级指标 | 年初预算数 | 全年执行数 | 分值 | 得分", "成本指标 | 工程款 | 100 | 98 | 10 | 10")
    header = find_header(Grid(ruled(*rows)), 0)
    assert header is not None and header.group is INDICATOR_COLUMNS


@pytest.mark.parametrize(
    ("row", "has"), [("12 | 公厕", True), ("12 | 95% | ≥3", False), (" | ", False), ("B/A | 3", True)]
)
def test_rows_with_a_label(row: str, has: bool) -> None:
    assert has_label(Grid(ruled(row)), 0) == has
