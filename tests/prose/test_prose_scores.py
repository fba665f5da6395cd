"""Scores and grades that sentences state. A line a case; the comment says what it protects."""

from __future__ import annotations

import pytest

from selfeval_extract.document import folded_text
from selfeval_extract.prose.scores import grade_of, own_score, scores


def found(line: str, heading: str = "", year: int | None = 2023) -> list[str]:
    """`of value` of each score."""
    return [f"{s.of} {s.value.normalize():f}" for s in scores(folded_text(line), year, folded_text(heading))]


def result(line: str, year: int | None = 2023) -> tuple[float | None, str | None]:
    """Score and grade of a text."""
    folded = folded_text(line)
    score = own_score(list(scores(folded, year)))
    grade = grade_of(folded, score, year)
    return float(score.value) if score else None, folded[slice(*grade)] if grade else None


@pytest.mark.parametrize(
    ("line", "points"),
    [
        # the whole, named outright
        ("综合得分96.5分", ["whole 96.5"]),
        ("部门整体支出绩效自评总分为96.5分", ["whole 96.5"]),
        ("本项目最终得分96.5分", ["whole 96.5"]),
        ("项目绩效自评得分96.5分", ["whole 96.5"]),
        # the unit's own, of nothing narrower
        ("我局自评得分96.5分", ["own 96.5"]),
        ("经自评，得96.5分", ["own 96.5"]),
        ("对照绩效评价指标体系，自评得分96.5分", ["own 96.5"]),  # what it is measured by is no part
        # full marks
        ("满分100分，自评得96.5分", ["full 100", "own 96.5"]),
        ("总分100分，自评得分96.5分", ["full 100", "own 96.5"]),
        ("综合得分96.5分（满分100分）", ["whole 96.5", "full 100"]),
        pytest.param(
            "自评得分96.5分（满分100分）", ["own 96.5", "full 100"],
        ),
        pytest.param(
            "产出指标总分50分，得48分", ["full 50", "part 48"],
        ),
        ("产出指标（50分）得48分", ["full 50", "part 48"]),  # in brackets behind what is scored
        ("投入管理20分，自评19分；产出30分，自评28分", ["full 20", "part 19", "full 30", "part 28"]),
        # The score of a part may stand behind what was taken off it.
        ("过程指标30分，因公开不及时扣2分，自评28分", ["part 30", "part 2", "part 28"]),
        ("公厕管护分值10分，得9分", ["full 10", "part 9"]),
        # parts
        ("决策得10分，过程得19.5分，产出得38分，效益得29分", ["part 10", "part 19.5", "part 38", "part 29"]),
        ("自评96.5分，其中：产出指标48分，效益指标28.5分，满意度指标10分",
         ["own 96.5", "part 48", "part 28.5", "part 10"]),
        ("预算执行率得分9.8分", ["part 9.8"]),
        ("资产管理自评得5分", ["part 5"]),  # of a part, though the unit gave it
        ("扣1.5分", ["part 1.5"]),
        ("自评得分96.5分，其中加分2分", ["own 96.5", "part 2"]),
        # sums of parts
        ("决策得10分，过程得20分，总得分96.5分", ["part 10", "part 20", "whole 96.5"]),
        ("决策得10分，过程得20分，部门自评得96.5分", ["part 10", "part 20", "own 96.5"]),
        pytest.param(
            "决策得10分，过程得20分，自评得分96.5分", ["part 10", "part 20", "own 96.5"],
        ),
        ("决策10分，过程19.5分，产出38分，效益29分，合计自评96.5分",
         ["part 10", "part 19.5", "part 38", "part 29", "whole 96.5"]),
        ("以上四项合计得分96.5分", ["own 96.5"]),
        # other years
        ("2022年自评得分93分，2023年自评得分96.5分", ["other 93", "own 96.5"]),
        ("去年得分93分，今年自评得分96.5分", ["other 93", "own 96.5"]),
        ("自评得分96.5分，较上年提高2分", ["own 96.5", "other 2"]),
        pytest.param(
            "上年自评得分93分", ["other 93"],
        ),
        # others' scores
        ("县财政局重点评价得分91分", ["other 91"]),
        ("第三方机构复核得分91分，我局自评得分96.5分", ["other 91", "own 96.5"]),
        ("安澜县97.3分、双港区96.4分", ["other 97.3", "other 96.4"]),
        ("各乡镇自评得分在88分至97分之间", ["other 88"]),  # 97分之 is no points
        ("所属单位平均得分94分", ["other 94"]),
        ("最高98分，最低86分", ["other 98", "other 86"]),
        ("年度考核得分128分", ["other 128"]),
        ("各区自评得分平均94分", ["other 94"]),  # of others, no result
        # the mean of the unit's own, with a grade
        ("三个项目自评得分依次为91分、95分和96分，平均得分94分，评定等级为“优”",
         ["other 91", "other 95", "part 96", "mean 94"]),
        # labels, whatever stands before them
        ("指标总分100分，实得95.5分", ["full 100", "own 95.5"]),
        ("产出和效益两类共12项指标，自评总得分：95.5分", ["whole 95.5"]),
        ("预算绩效自评96.5分", ["own 96.5"]),  # 预算绩效 is no part
        ("产出指标得分：48；整体自评得分：96.5；", ["part 48", "whole 96.5"]),  # behind a label also without 分
        ("2024年3月完成自评，得分96.5分", ["own 96.5"]),  # when it was done is no other year
        ("经资料核查、家长问卷、集中评议，最终得分96.5分", ["whole 96.5"]),  # how it was come to
        ("投入20分自评19分、产出80分自评77.5分", ["full 20", "part 19", "full 80", "part 77.5"]),  # parts of one, in a row
        ("2024年3月复核中调整得分3.6分", ["part 3.6"]),  # by how much a score was changed
        # no scores
        ("≥90分为优，80≤得分＜90为良，＜60分为差", []),
        ("自评得分率96.5%", []),
        ("90分以上为优", []),
        ("30分钟内到达", []),
        ("3个分公司", []),
    ],
)  # fmt: skip
def test_what_points_are_of(line: str, points: list[str]) -> None:
    assert found(line) == points


def test_a_heading_says_what_the_first_points_are_of() -> None:
    assert found("96.5分。其中产出48分。", "自评得分") == ["own 96.5", "part 48"]
    assert found("48分。", "产出指标") == ["part 48"]
    assert found("95.2", "评价得分") == ["own 95.2"]  # without 分
    assert found("10", "得分") == found("10", "产出指标得分") == []  # a column's head, a part


def test_without_a_year_none_is_another() -> None:
    assert found("2022年自评得分93分", year=None) == ["own 93"]


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("我局自评得分96.5分，自评等级为“优”。", (96.5, "优")),
        ("自评96.5分，属于优秀等次。", (96.5, "优秀")),
        ("综合得分82分，评价等级：良。", (82, "良")),
        ("综合评定得分98分，等级：A级。", (98, "A")),
        ("总得分71分，评定结果为中。", (71, "中")),
        ("自评等级为优秀。", (None, "优秀")),  # without a score
        ("自评得分86分，达到“良”的标准（80分以上）。", (86, "良")),
        ("自评得分96.5分，绩效良好。", (96.5, None)),  # a general remark
        pytest.param(
            "自评得分96.5分。2022年评价等级为良。", (96.5, None),  # another year's
        ),
        ("县财政局复核认定等级为良。", (None, None)),  # given by others
        pytest.param(
            "县财政局重点评价等级为良。", (None, None),
            marks=pytest.mark.xfail(strict=True, reason="评价 is part of 评价等级 and does not count as what others did"),
        ),
        pytest.param(
            "自评得分96.5分（优）。", (96.5, "优"),
        ),
        ("自评结果：96.5分，优秀。", (96.5, "优秀")),  # alone behind a comma
        ("12个项目中评价等级为优的9个，为良的3个。", (None, None)),  # counted
        ("投入20分，自评19分；产出80分，自评77.5分。四项合计，部门整体支出自评96.5分，等次为“优”。", (96.5, "优")),
        ("产出得48分，效益得30分。", (None, None)),  # parts alone: sums are not invented
        ("决策得10分，过程得20分，产出得38.5分，三项合计68.5分。", (68.5, None)),  # a sum of parts is the whole
        ("决策得5分，过程得8分，管理得7分，小计20分。", (None, None)),  # unless it is too small to be
        ("自评得分96.5分，按评分标准（90分以上为优）属于优。", (96.5, "优")),
        ("自评得分86.5分。按照管理办法，评价结果分为四个等级：90分以上为优、80分以上为良、60分以上为中、60分以下为差，本项目评价等级为“良”。",
         (86.5, "良")),  # the unit's own, far behind the score
        ("总得分98.2分，比上年的96.7分提高1.5分，自评等次为优。", (98.2, "优")),  # behind last year's score
        ("自评得分90分，得分等级为合格。", (90, "合格")),
        ("", (None, None)),
    ],
)  # fmt: skip
def test_score_and_grade_of_a_text(line: str, stated: tuple[float | None, str | None]) -> None:
    assert result(line) == stated


def test_the_sum_of_the_parts_goes_before_the_first_score_of_its_kind() -> None:
    assert result("自评得分90分。决策得10分；过程得20分；四项自评得分30分。") == (30, None)
