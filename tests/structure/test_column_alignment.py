"""Which column a text dump's cell belongs to, told by what it holds. The comment says what a case protects."""

from __future__ import annotations

import pytest
from small_documents import case_id

from selfeval_extract.document import folded_text
from selfeval_extract.structure.forms.column_alignment import cut_rows, fit, fit_row, skip

SEVEN = ["level1", "level2", "name", "target", "actual", "weight", "score"]


@pytest.mark.parametrize(
    ("role", "better", "worse"),
    [
        ("level1", "产出指标", "数量指标"),  # a level of its own kind
        ("level1", "数量指标", "新建公厕"),  # any level before any other words
        ("level1", "新建公厕", "12座"),  # words before figures
        ("name", "新建公厕", "产出指标"),  # names before levels
        ("name", "产出指标", "每降1%扣0.5分"),  # how points are given is no name
        ("name", "每降1%扣0.5分", "12座"),
        ("target", "12座", "满意"),  # quantities before words
        ("actual", "满意", "全年共建成公厕十二座并全部通过了主管部门组织的竣工验收"),  # short words before sentences
        ("weight", "10", "新建公厕"),
        ("weight", "—", "新建公厕"),  # a dash stands for a figure
        ("score", "10/9.5", "新建公厕"),  # weight and score in one cell
        ("comparator", "≥", "12座"),
        ("comparator", "定性", "新建公厕"),
        ("unit", "万元", "12座"),
        ("unit", "座", "云亭市城区公厕建设项目"),  # too long for a unit
        ("rate", "95%", "95"),  # with its sign before without
        ("rate", "95", "新建公厕"),
        ("note", "偏远社区未覆盖", "10"),  # reasons are words
        ("note", "偏远社区未覆盖", "产出指标"),
        ("executed", "812.47", "新建公厕"),
    ],
)
def test_what_suits_a_column_better(role: str, better: str, worse: str) -> None:
    assert fit(role, folded_text(better)) < fit(role, folded_text(worse))


@pytest.mark.parametrize("role", ["name", "weight", "lead", None])
def test_an_empty_cell_suits_any_column(role: str | None) -> None:
    assert fit(role, "") == 0


@pytest.mark.parametrize(
    ("sooner", "later"),
    [
        ("level1", "name"),  # merged levels are missing from most rows, names from none
        ("note", "weight"),
        ("lead", "level1"),
        ("other", "target"),
    ],
)
def test_which_column_is_rather_left_out(sooner: str, later: str) -> None:
    assert skip(sooner) < skip(later)


@pytest.mark.parametrize(
    ("cells", "roles", "columns"),
    [
        # all there
        (["产出指标", "数量指标", "新建公厕", "12座", "13座", "10", "9"], SEVEN, [0, 1, 2, 3, 4, 5, 6]),
        # level 1 merged with the row above
        (["质量指标", "合格率", "100%", "98%", "10", "9"], SEVEN, [1, 2, 3, 4, 5, 6]),
        # both levels merged
        (["合格率", "100%", "98%", "10", "9"], SEVEN, [2, 3, 4, 5, 6]),
        # a new level 1 whose level 2 is missing
        (["效益指标", "覆盖率", "95%", "96%", "10", "10"], SEVEN, [0, 2, 3, 4, 5, 6]),
        # no score: the last column is left empty rather than one in the midst
        (["产出指标", "数量指标", "新建公厕", "12座", "13座", "10"], SEVEN, [0, 1, 2, 3, 4, 5]),
        # a note behind the score
        (["覆盖率", "95%", "90%", "10", "9", "偏远社区未覆盖"], [*SEVEN, "note"], [2, 3, 4, 5, 6, 7]),
        # the sign finds its column
        (["新建公厕", "≥", "12", "座", "13"], ["level2", "name", "comparator", "target", "unit", "actual"], [1, 2, 3, 4, 5]),
        # a cell too many is left over
        (["新建公厕", "12座", "公厕", "10"], ["name", "target", "weight"], [0, 1, None, 2]),
        ([], SEVEN, []),
    ],
    ids=case_id,
)  # fmt: skip
def test_rows(cells: list[str], roles: list[str | None], columns: list[int | None]) -> None:
    assert fit_row(cells, roles) == columns


@pytest.mark.parametrize(
    ("cells", "roles", "rows"),
    [
        # two whole rows
        ("产出指标 数量指标 公厕 12座 13座 10 9 效益指标 社会效益指标 覆盖率 95% 96% 10 10", SEVEN,
         ["产出指标 数量指标 公厕 12座 13座 10 9", "效益指标 社会效益指标 覆盖率 95% 96% 10 10"]),
        # the second row's levels are merged with those above
        ("产出指标 数量指标 公厕 12座 13座 10 9 站点 1个 1个 10 10", SEVEN,
         ["产出指标 数量指标 公厕 12座 13座 10 9", "站点 1个 1个 10 10"]),
        # the first row has no score
        ("产出指标 数量指标 公厕 12座 13座 10 质量指标 合格率 100% 98% 10 9", SEVEN,
         ["产出指标 数量指标 公厕 12座 13座 10", "质量指标 合格率 100% 98% 10 9"]),
        # three rows of three columns
        ("公厕 12座 10 站点 1个 5 草坪 2亩 5", ["name", "target", "weight"], ["公厕 12座 10", "站点 1个 5", "草坪 2亩 5"]),
        ("", SEVEN, []),
    ],
    ids=case_id,
)  # fmt: skip
def test_cells_without_row_ends(cells: str, roles: list[str | None], rows: list[str]) -> None:
    texts = cells.split()
    assert [" ".join(texts[n] for n in row) for row in cut_rows(texts, roles)] == rows
