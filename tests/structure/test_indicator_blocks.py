"""Rows of the indicator block, cards, totals. Rows in, form out; the comment says what a case protects."""

from __future__ import annotations

import pytest
from form_lines import read
from small_documents import case_id, dumped, ruled

HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
ROW = "产出指标 | 数量指标 | 公厕 | 12座 | 13座 | 10 | 10"
READ = "indicator level1=产出指标 level2=数量指标 name=公厕 target=12座 actual=13座 weight=10 score=10"


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        # merged levels belong to every row
        ([HEAD, ROW, "^ | ^ | 站点 | 1个 | 1个 | 5 | 4"],
         [READ, "indicator level1=产出指标 level2=数量指标 name=站点 target=1个 actual=1个 weight=5 score=4"]),
        # an empty level is empty: merges are known
        ([HEAD, ROW, " | | 站点 | 1个 | 1个 | 5 | 4"], [READ, "indicator name=站点 target=1个 actual=1个 weight=5 score=4"]),
        # at the top of a new page they are not known: levels go on
        ([HEAD, ROW, "~ | ~ | 站点 | 1个 | 1个 | 5 | 4"],
         [READ, "indicator level1=产出指标 level2=数量指标 name=站点 target=1个 actual=1个 weight=5 score=4"]),
        # but no level 2 under a new level 1
        ([HEAD, ROW, "效益指标 | ~ | 覆盖率 | 95% | 96% | 5 | 5"],
         [READ, "indicator level1=效益指标 name=覆盖率 target=95% actual=96% weight=5 score=5"]),
        # a row of levels alone
        ([HEAD, "产出指标 | 数量指标 | | | | | "], []),
        # sums over a part
        ([HEAD, ROW, "小计 | < | < | | | 10 | 10"], [READ]),
        # the level on a line of its own, above its rows
        (["三级指标 | 目标值 | 完成值 | 得分", "产出指标 | < | < | <", "公厕 | 12座 | 13座 | 10", "效益指标 | < | < | <", "覆盖率 | 95% | 96% | 9"],
         ["indicator level1=产出指标 name=公厕 target=12座 actual=13座 score=10",
          "indicator level1=效益指标 name=覆盖率 target=95% actual=96% score=9"]),
        # no column of names: the deepest level is the indicator
        (["一级指标 | 二级指标 | 目标值 | 完成值 | 得分", "产出 | 新建公厕 | 12座 | 13座 | 10"],
         ["indicator level1=产出 name=新建公厕 target=12座 actual=13座 score=10"]),
        # a level 4 is the name
        (["一级指标 | 三级指标 | 四级指标 | 目标值 | 得分", "产出指标 | 公厕 | 新建公厕 | 12座 | 10"],
         ["indicator level1=产出指标 name=新建公厕 target=12座 score=10"]),
        # a name in the column of level 2
        ([HEAD, "产出指标 | 新建公厕 | | 12座 | 13座 | 10 | 10"],
         ["indicator level1=产出指标 name=新建公厕 target=12座 actual=13座 weight=10 score=10"]),
        # a level's name there is none
        ([HEAD, "产出指标 | 数量指标 | | 12座 | 13座 | 10 | 10"],
         ["indicator level1=产出指标 level2=数量指标 target=12座 actual=13座 weight=10 score=10"]),
        # original and adjusted targets are both kept
        (["三级指标 | 年初目标值 | 调整后目标值 | 完成值", "公厕 | 10座 | 12座 | 13座"],
         ["indicator name=公厕 target=10座 adjusted_target=12座 actual=13座"]),
        # a head that nothing tells
        (["一级指标 | 三级指标 | 目标值 | 核心程度 | 得分", "产出指标 | 公厕 | 12座 | 是 | 10"],
         ["indicator level1=产出指标 name=公厕 target=12座 score=10", "unknown 核心程度"]),
        # words beside an unknown label of the foot: neither result nor points, where every row above has both
        ([HEAD, ROW, ROW, ROW, "收尾综述 | < | < | 项目按计划完成，运行平稳 | | | "],
         [READ, READ, READ, "unread 收尾综述", "unread 项目按计划完成，运行平稳"]),
        # a figure for a target: an indicator without a result
        ([HEAD, ROW, ROW, ROW, "产出指标 | 数量指标 | 站点 | 1个 | | | "],
         [READ, READ, READ, "indicator level1=产出指标 level2=数量指标 name=站点 target=1个"]),
        # a label of the foot in the midst: an indicator, if it has a place among the names
        ([HEAD, "产出指标 | 数量指标 | 合计 | 12座 | 13座 | 10 | 10"], [READ.replace("公厕", "合计")]),
        # a header again in the midst of the block
        ([HEAD, ROW, HEAD, ROW], [READ, READ]),
    ],
    ids=case_id,
)  # fmt: skip
def test_rows(rows: list[str], form: list[str]) -> None:
    assert read(ruled(*rows)) == form


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        # levels go on in the rows below: a dump has no merges
        ([HEAD, ROW, " | | 站点 | 1个 | 1个 | 5 | 4"],
         [READ, "indicator level1=产出指标 level2=数量指标 name=站点 target=1个 actual=1个 weight=5 score=4"]),
        # level 2 changes, level 1 goes on
        ([HEAD, ROW, " | 质量指标 | 合格率 | 95% | 96% | 5 | 5"],
         [READ, "indicator level1=产出指标 level2=质量指标 name=合格率 target=95% actual=96% weight=5 score=5"]),
        # no level 2 under a new level 1
        ([HEAD, ROW, "效益指标 | | 覆盖率 | 95% | 96% | 5 | 5"],
         [READ, "indicator level1=效益指标 name=覆盖率 target=95% actual=96% weight=5 score=5"]),
        # cells lost
        ([HEAD, ROW, "站点 | 1个 | 1个 | 5 | 4"],
         [READ, "indicator level1=产出指标 level2=数量指标 name=站点 target=1个 actual=1个 weight=5 score=4"]),
        # the first of the rows lost its levels
        ([HEAD, "公厕 | 12座 | 13座 | 10 | 10"], ["indicator name=公厕 target=12座 actual=13座 weight=10 score=10"]),
    ],
    ids=case_id,
)  # fmt: skip
def test_rows_of_text_dumps(rows: list[str], form: list[str]) -> None:
    assert read(dumped(*rows)) == form


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        # two halves side by side: first the left one, then the right one
        (["三级指标 | 目标值 | 完成值 | 三级指标 | 目标值 | 完成值", "公厕 | 12座 | 13座 | 站点 | 1个 | 1个", "草坪 | 2亩 | 2亩 | | | "],
         ["indicator name=公厕 target=12座 actual=13座", "indicator name=草坪 target=2亩 actual=2亩",
          "indicator name=站点 target=1个 actual=1个"]),
        # their levels over them
        (["产出指标 | < | < | 效益指标 | < | <", "三级指标 | 目标值 | 完成值 | 三级指标 | 目标值 | 完成值", "公厕 | 12座 | 13座 | 覆盖率 | 95% | 96%"],
         ["indicator level1=产出指标 name=公厕 target=12座 actual=13座", "indicator level1=效益指标 name=覆盖率 target=95% actual=96%"]),
        # each half goes on with its own level
        (["一级指标 | 三级指标 | 目标值 | 完成值 | 一级指标 | 三级指标 | 目标值 | 完成值",
          "产出指标 | 公厕 | 12座 | 13座 | 效益指标 | 覆盖率 | 95% | 96%", "~ | 草坪 | 2亩 | 2亩 | ~ | 满意度 | 90% | 91%"],
         ["indicator level1=产出指标 name=公厕 target=12座 actual=13座", "indicator level1=产出指标 name=草坪 target=2亩 actual=2亩",
          "indicator level1=效益指标 name=覆盖率 target=95% actual=96%", "indicator level1=效益指标 name=满意度 target=90% actual=91%"]),
        # what follows the halves comes behind both
        (["三级指标 | 目标值 | 完成值 | 三级指标 | 目标值 | 完成值", "公厕 | 12座 | 13座 | 站点 | 1个 | 1个",
          "三级指标 | 目标值 | 完成值 | 分值 | 得分 | 备注", "草坪 | 2亩 | 2亩 | 10 | 10 | "],
         ["indicator name=公厕 target=12座 actual=13座", "indicator name=站点 target=1个 actual=1个",
          "indicator name=草坪 target=2亩 actual=2亩 weight=10 score=10"]),
    ],
    ids=case_id,
)  # fmt: skip
def test_halves_side_by_side(rows: list[str], form: list[str]) -> None:
    assert read(ruled(*rows)) == form


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        # a card over three rows
        (["指标名称 | 公厕 | 分值 | 10", "指标值 | 12座 | 实际值 | 13座", "得分 | 10 | < | <"],
         ["indicator name=公厕 target=12座 actual=13座 weight=10 score=10"]),
        # two cards, each with its level
        (["产出指标 | 指标名称 | 公厕 | 指标值 | 12座", "效益指标 | 指标名称 | 覆盖率 | 指标值 | 95%"],
         ["indicator level1=产出指标 name=公厕 target=12座", "indicator level1=效益指标 name=覆盖率 target=95%"]),
        # one label for two values
        (["指标名称 | 公厕 | 分值/得分 | 10 | 9"], ["indicator name=公厕 weight=10 score=9"]),
        # values without a name are no card
        (["指标值 | 12座 | 实际值 | 13座"], ["unread 指标值", "unread 12座", "unread 实际值", "unread 13座"]),
        pytest.param(
            ["指标名称 | 公厕 | 分值 | 10", "目标值 | 12座 | 完成值 | 13座"],  # with the usual labels
            ["indicator name=公厕 target=12座 actual=13座 weight=10"],
            marks=pytest.mark.xfail(strict=True, reason="目标值 | 12座 is read as the form's goal before the card is"),
        ),
    ],
    ids=case_id,
)  # fmt: skip
def test_cards(rows: list[str], form: list[str]) -> None:
    assert read(ruled(*rows)) == form


@pytest.mark.parametrize(
    ("row", "closing"),
    [
        ("总分 | < | < | < | < | 100 | 98.5", ["closing weight=100", "closing score=98.5"]),
        ("总分 | < | < | < | < | 100 | ", ["closing weight=100"]),  # the trap of the Hunan form: the score is blank
        ("总分 | < | < | < | < | | 98.5", ["closing score=98.5"]),
        ("总分 | < | < | < | 100/98.5 | < | <", ["closing weight_and_score=100/98.5"]),  # both in one cell
        ("总分 | < | < | < | < | （100） | （98.5）", ["closing weight=100", "closing score=98.5"]),  # in brackets
        ("总分 | 98.5 | < | < | < | < | <", ["closing score=98.5"]),  # under no column of points: the score
        ("总分 | 100 | 98.5 | | | | ", ["closing weight=100", "closing score=98.5"]),  # two figures: weight first
        ("总分 | 100 | 100 | 98.5 | | | ", ["closing weight=100", "closing score=98.5"]),  # every level's weights, then the score
        ("总分 | 100 | 90 | 98.5 | | | ", []),  # three that differ tell nothing
        ("总分 | < | < | 95% | | 100 | 98.5", ["closing weight=100", "closing score=98.5"]),  # a percentage is a rate
        ("总分 | < | < | < | < | 100 | 98.5分", ["closing weight=100", "closing score=98.5分"]),
        ("总分 | < | 98.5 | 等级 | 优 | | ", ["closing score=98.5", "closing grade=优"]),  # the grade in the same row
        ("合计 | < | < | < | < | 100 | 98.5", ["closing weight=100", "closing score=98.5"]),
        ("得分 | < | < | < | < | | 98.5", ["closing score=98.5"]),  # behind the rows 得分 is the total
    ],
)  # fmt: skip
def test_totals(row: str, closing: list[str]) -> None:
    assert read(ruled(HEAD, ROW, row)) == [READ, *closing]


@pytest.mark.parametrize(
    ("row", "closing"),
    [
        ("总分 | 100 | 98.5", ["closing weight=100", "closing score=98.5"]),  # under the last columns
        ("总分 | 98.5", ["closing score=98.5"]),
        ("总分 | 100 | ", ["closing weight=100"]),  # the dump kept the empty score
    ],
)
def test_totals_of_text_dumps(row: str, closing: list[str]) -> None:
    assert read(dumped(HEAD, ROW, row)) == [READ, *closing]


def test_totals_where_the_score_stands_before_the_weight() -> None:
    rows = ("三级指标 | 目标值 | 完成值 | 得分 | 分值", "公厕 | 12座 | 13座 | 9 | 10")
    assert read(dumped(*rows, "总分 | 甲 | 98.5 | 100"))[1:] == ["closing score=98.5", "closing weight=100"]
    assert read(ruled(*rows, "总分 | 98.5 | 100 | | "))[1:] == ["closing weight=100", "closing score=98.5"]
