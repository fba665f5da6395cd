"""Title, year, unit and kind of a document. A line a case; the comment says what it protects."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from small_contexts import stated
from small_documents import document, ruled

from selfeval_extract.document import Paragraph, Table
from selfeval_extract.extraction.context import structure_of
from selfeval_extract.extraction.identity import Identity, identity

UNIT, TITLE = "云亭市城市管理局", "2023年度部门整体支出绩效自评报告"
PROSE = ["一、基本情况", "我局编制28名。", "二、存在的问题", "无。"]
HEAD = ("一级指标 | 三级指标 | 目标值 | 实际完成值", "产出指标 | 公厕 | 12座 | 13座")
FORM = ruled("项目名称 | 公厕建设 | 实施单位 | 云亭市环卫所", *HEAD)


def read(*blocks: str | Paragraph | Table) -> Identity:
    return identity(structure_of(document(*blocks)))


@pytest.mark.parametrize(
    ("blocks", "title"),
    [
        ([UNIT + TITLE, *PROSE], UNIT + TITLE),
        ([UNIT, TITLE, *PROSE], UNIT + TITLE),  # over two lines
        ([TITLE, "（2023年度）", *PROSE], TITLE),  # a year on a line of its own is no part of it
        ([TITLE + "（公开版）", *PROSE], TITLE + "（公开版）"),  # a bracket on its line is
        ([*PROSE, "项目支出绩效自评表", FORM], "项目支出绩效自评表"),  # the form's, where the report has none
        ([TITLE, *PROSE, "项目支出绩效自评表", FORM], TITLE),  # the report's, whichever comes first
        (["项目支出绩效自评表", FORM, TITLE, *PROSE], TITLE),
        (["项目支出绩效自评表", "（2023年度）", FORM], "项目支出绩效自评表"),
        (["云城字〔2024〕12号", UNIT + "绩效自评报告", *PROSE], UNIT + "绩效自评报告"),  # a document's number is no part of it
        (["绩效自评报告", TITLE, *PROSE], TITLE),  # of two titles the one with the year
        ([TITLE, "一、基本情况", "略。", ruled(*HEAD)], TITLE),  # a form without a title below a report of one section
        (["云亭市文件", *PROSE], None),
        ([ruled("项目支出绩效自评表 | < | < | <", *HEAD)], "项目支出绩效自评表"),  # in the table itself
        # all in one line
        ([UNIT + TITLE + "一、基本情况我局负责市容环境卫生和园林绿化管理二、资金使用情况资金实行专账核算并按月拨付到位三、存在的问题施工工期偏紧，资金下达也较迟"], UNIT + TITLE),
    ],
    ids=range(14),
)  # fmt: skip
def test_titles(blocks: Sequence[str | Table], title: str | None) -> None:
    assert stated(read(*blocks).title) == title


@pytest.mark.parametrize(
    ("blocks", "year"),
    [
        ([TITLE, *PROSE], 2023),
        ([UNIT + "部门整体支出绩效自评报告", "（2022年度）", "2023年5月", *PROSE], 2022),  # not the date of publication
        ([UNIT + "绩效自评报告", "评价年度：2022年", *PROSE], 2022),
        (["项目支出绩效自评表", "（2022年度）", FORM], 2022),
        (["项目支出绩效自评表", ruled("项目名称 | 公厕建设 | 年度 | 2022", *HEAD)], 2022),  # a field of the form
        (["绩效自评报告", "一、基本情况", "2022年度预算100万元。", "二、存在的问题", "无。"], 2022),  # the prose, last of all
        (["绩效自评报告", "一、基本情况", "2023年5月10日完成自评。", "二、存在的问题", "无。"], None),  # a date
        (["二〇二二年度绩效自评报告", *PROSE], 2022),
        (["绩效自评报告", *PROSE], None),
    ],
    ids=range(9),
)  # fmt: skip
def test_years(blocks: Sequence[str | Table], year: int | None) -> None:
    found = read(*blocks)
    assert (stated(found.year), found.year_number) == (year, year)


@pytest.mark.parametrize(
    ("blocks", "unit"),
    [
        ([UNIT + TITLE, *PROSE], UNIT),  # in the title
        (["关于" + UNIT + TITLE, *PROSE], UNIT),
        (["云亭市财政局（本级）" + TITLE, *PROSE], "云亭市财政局（本级）"),
        ([TITLE, UNIT, *PROSE], UNIT),  # on a line of the cover
        ([TITLE, "（" + UNIT + "）", *PROSE], UNIT),
        ([TITLE, "填报单位：" + UNIT, *PROSE], UNIT),  # behind a label
        ([TITLE, "单位名称：" + UNIT + "  填报日期：2024年3月", *PROSE], UNIT),
        ([TITLE, *PROSE, UNIT, "2024年3月18日"], UNIT),  # the signature
        ([TITLE, "现将云亭市城市管理局2023年度绩效自评情况报告如下。", *PROSE], UNIT),  # the first sentence
        ([TITLE, "根据要求，云亭市城市管理局组织开展了绩效自评。", *PROSE], UNIT),
        ([TITLE, "根据要求，云亭市城市管理局（以下简称“市城管局”）对2023年度部门整体支出绩效进行了自评。", *PROSE], UNIT),
        (["绩效自评报告", "公厕改造项目由云亭市城市管理局组织实施。", *PROSE], UNIT),  # who carries it out, not what
        ([TITLE, "实施单位：云亭市环卫所", "填报单位：" + UNIT, *PROSE], UNIT),  # who reports goes before who carried it out
        (["中共云亭市委党校（云亭市行政学校）", TITLE, *PROSE], "中共云亭市委党校（云亭市行政学校）"),  # two names
        ([TITLE, "云亭市财政局：", *PROSE, UNIT, "2024年3月18日"], UNIT),  # an addressee is no unit
        ([TITLE, "各级人民政府", *PROSE], None),  # nor are words for any body
        (["项目支出绩效自评表", FORM], "云亭市环卫所"),  # a form alone
        (["项目支出绩效自评表", "填报单位：云亭市环卫站", FORM], "云亭市环卫站"),  # above it first
        (["项目支出绩效自评表", "填报单位：云亭市环卫站（盖章）", FORM], "云亭市环卫站"),  # without the seal
        ([UNIT + TITLE, *PROSE, "项目支出绩效自评表", "填报单位：云亭市环卫站", FORM], UNIT),  # the report's before a form's
        (["2023年度绩效自评报告", *PROSE, "项目支出绩效自评表", "填报单位：云亭市环卫站", ruled(*HEAD)], "云亭市环卫站"),  # else the form's
        (["城市管理局" + TITLE, UNIT, *PROSE], UNIT),  # of two that agree the fuller name
        (["项目支出绩效自评表", ruled("部门名称 | 云亭市城管局 | < | <", *HEAD)], "云亭市城管局"),
        (["2023年度云亭省青石水文台站部门整体支出绩效自评报告", *PROSE], "云亭省青石水文台站"),  # right before 部门整体
        (["云亭市苗圃基地2023年度部门整体支出绩效自评报告", *PROSE], "云亭市苗圃基地"),  # whatever its name ends in
        (["云亭县部门整体支出绩效自评报告", *PROSE], None),  # a place alone is none
        (["云亭市中心医院病房改造项目支出绩效自评报告", *PROSE], "云亭市中心医院"),  # before a project's name, to its end
        (["县级公立医院综合改革项目支出绩效自评报告", *PROSE], None),  # a kind of bodies
        (["云亭县气象局（地方部分）2023年度部门整体支出绩效自评报告", *PROSE], "云亭县气象局"),  # a remark behind it
        ([TITLE, "单位：云亭县果品合作社联合社", *PROSE], "云亭县果品合作社联合社"),
        ([TITLE, "单位：万元", *PROSE], None),  # the unit of money
        ([TITLE, *PROSE, "云亭县水利局  云亭县财政局", "2024年3月18日"], "云亭县水利局"),  # the first of two signatures
    ],
    ids=range(32),
)  # fmt: skip
def test_units(blocks: Sequence[str | Table], unit: str | None) -> None:
    assert stated(read(*blocks).unit) == unit


@pytest.mark.parametrize(
    ("blocks", "kind"),
    [
        ([TITLE, *PROSE], "department"),
        (["项目支出绩效自评报告", *PROSE], "project"),
        (["中央财政补助资金绩效自评报告", *PROSE], "transfer"),
        # a transfer's outline goes before the title
        (["项目绩效自评报告", "一、绩效目标分解下达情况", "已下达。", "二、存在的问题", "无。"], "transfer"),
        # a form that central and local departments pass on
        (["项目绩效自评表", ruled("项目名称 | 公厕建设 | < | <", "中央主管部门 | 甲部 | 地方主管部门 | 乙局", *HEAD)], "transfer"),
        # a title that does not say: the form's fields
        (["绩效自评表", FORM], "project"),
        (["绩效自评表", ruled("部门名称 | 云亭市城管局 | < | <", *HEAD)], "department"),
        (["绩效自评报告", *PROSE], None),
    ],
    ids=range(8),
)  # fmt: skip
def test_kinds(blocks: Sequence[str | Table], kind: str | None) -> None:
    assert read(*blocks).kind == kind


def test_the_year_is_quoted_as_printed() -> None:
    year = read("２０２３年度部门整体支出绩效自评报告", *PROSE).year
    assert year is not None and [q.quote for q in year.evidence] == ["２０２３年度"]
