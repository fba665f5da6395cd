"""What of a document belongs to a form, what is prose, what a plain table. The comment says what a case protects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from form_lines import lines
from small_documents import document, dumped, ruled, text

from selfeval_extract.document import Paragraph, Table
from selfeval_extract.structure.layout import Layout, lay_out

HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
ROW = "产出指标 | 数量指标 | 公厕 | 12座 | 13座 | 10 | 10"
READ = "indicator level1=产出指标 level2=数量指标 name=公厕 target=12座 actual=13座 weight=10 score=10"
INDICATORS = ruled(HEAD, ROW)
NAMED = ruled("项目名称 | 公厕建设 | 主管部门 | 云亭市城管局")
FUNDS = ruled("资金来源 | 预算数 | 执行数", "年度资金总额 | 100 | 90")
FUNDS_READ = "fund 年度资金总额 budget=100 executed=90"
PLAIN = ruled("科室 | 人数", "办公室 | 3")
TITLE, REPORT = "项目支出绩效自评表", "2023年度项目支出绩效自评报告"
PROSE = "本项目由云亭市城市管理局组织实施，全年共安排预算资金一百万元，用于城区公厕的新建、改造和日常管护，截至年底已全部完工并投入使用。"


def shown(layout: Layout) -> Iterator[str]:
    """Prose, the facts of each form behind `form`, the lines above each plain table behind `table`, the signature."""
    yield from (f"prose {p.text.string}" for p in layout.prose)
    for form in layout.forms:
        yield "form"
        yield from lines(form)
    for plain in layout.plain:
        yield f"table behind {plain.prose_before}: {' / '.join(p.text.string for p in plain.above)}"
    yield from (f"signature {p.text.string}" for p in layout.signature)


@pytest.mark.parametrize(
    ("blocks", "layout"),
    [
        # title, year and labelled lines above a form are its own
        ([TITLE, "（2023年度）", "填报单位：云亭市环卫所", INDICATORS],
         ["form", f"title {TITLE}", "title （2023年度）", "above unit=云亭市环卫所", READ]),
        # two labels on a line; 元 is no value
        ([TITLE, "项目名称：公厕建设  主管部门：云亭市城管局", "金额单位：元", INDICATORS],
         ["form", f"title {TITLE}", "above subject=公厕建设", "above supervisor=云亭市城管局", READ]),
        # a title broken over two lines
        (["云亭市城市管理局", "2023年度部门整体支出绩效自评表", INDICATORS],
         ["form", "title 云亭市城市管理局2023年度部门整体支出绩效自评表", READ]),
        # a remark between title and form; at the document's head it is all the prose there is
        ([TITLE, PROSE, INDICATORS], [f"prose {TITLE}", f"prose {PROSE}", "form", f"title {TITLE}", READ]),
        # the same behind a report
        ([REPORT, "一、基本情况", PROSE, TITLE, "数据截至12月31日", INDICATORS],
         [f"prose {REPORT}", "prose 一、基本情况", f"prose {PROSE}", "form", f"title {TITLE}", READ]),
        # a title above a heading is the report's, not the form's
        ([TITLE, "一、基本情况", PROSE, INDICATORS], [f"prose {TITLE}", "prose 一、基本情况", f"prose {PROSE}", "form", READ]),
        # an annex number before the title
        ([REPORT, "一、基本情况", PROSE, "附件1", TITLE, INDICATORS],
         [f"prose {REPORT}", "prose 一、基本情况", f"prose {PROSE}", "form", f"title {TITLE}", READ]),
        # notes and signatures below a form
        ([TITLE, INDICATORS, "注：1.定量指标按比例得分。", "2.定性指标分三档。", "填表人：王某", "云亭市财政局已复核。"],
         ["prose 云亭市财政局已复核。", "form", f"title {TITLE}", READ]),
        # a numbered line that no note announces is prose
        ([TITLE, INDICATORS, "1.定量指标按比例得分。"], ["prose 1.定量指标按比例得分。", "form", f"title {TITLE}", READ]),
        # nor one behind a signature
        ([TITLE, INDICATORS, "填表人：王某", "1.定量指标按比例得分。"], ["prose 1.定量指标按比例得分。", "form", f"title {TITLE}", READ]),
        # an empty line below a form
        ([TITLE, INDICATORS, "", "填表人：王某"], ["form", f"title {TITLE}", READ]),
        # a label that no form's head has
        ([TITLE, INDICATORS, "审议意见：原则同意。"], ["prose 审议意见：原则同意。", "form", f"title {TITLE}", READ]),
        ([TITLE, "项目名称：公厕建设  督办：是", INDICATORS], ["form", f"title {TITLE}", "above subject=公厕建设", READ]),
        # a line above a label is no title
        ([REPORT, "一、基本情况", PROSE, "财政局审核后上报", "填报单位：云亭市环卫所", INDICATORS],
         [f"prose {REPORT}", "prose 一、基本情况", f"prose {PROSE}", "prose 财政局审核后上报", "form", "above unit=云亭市环卫所", READ]),
        # notes between two forms, and before a plain table
        ([TITLE, INDICATORS, "注：按比例得分。", "财政局已复核。", TITLE, INDICATORS],
         ["prose 财政局已复核。", "form", f"title {TITLE}", READ, "form", f"title {TITLE}", READ]),
        ([TITLE, INDICATORS, "注：按比例得分。", PLAIN], ["form", f"title {TITLE}", READ, "table behind 0: 注：按比例得分。"]),
        # lines of the web page around it
        (["首页 > 政务公开", REPORT, PROSE, "【打印本页】"], [f"prose {REPORT}", f"prose {PROSE}"]),
        # the signature below a report
        ([REPORT, PROSE, "云亭市城市管理局", "2024年3月18日"],
         [f"prose {REPORT}", f"prose {PROSE}", "signature 云亭市城市管理局", "signature 2024年3月18日"]),
    ],
    ids=range(18),
)  # fmt: skip
def test_lines_around_forms(blocks: Sequence[str | Table], layout: list[str]) -> None:
    assert list(shown(lay_out(document(*blocks)))) == layout


@pytest.mark.parametrize(
    ("blocks", "layout"),
    [
        # one form in three tables
        ([TITLE, NAMED, FUNDS, INDICATORS],
         ["form", f"title {TITLE}", "field subject=公厕建设", "field supervisor=云亭市城管局", FUNDS_READ, READ]),
        # rows go on in the next table, with its columns
        ([TITLE, INDICATORS, ruled("效益指标 | 社会效益 | 覆盖率 | 95% | 96% | 10 | 10")],
         ["form", f"title {TITLE}", READ, "indicator level1=效益指标 level2=社会效益 name=覆盖率 target=95% actual=96% weight=10 score=10"]),
        # not behind prose
        ([TITLE, INDICATORS, PROSE, ruled("效益指标 | 社会效益 | 覆盖率 | 95% | 96% | 10 | 10")],
         [f"prose {PROSE}", "form", f"title {TITLE}", READ, f"table behind 1: {PROSE}"]),
        # rows go on up to a header that comes again
        ([TITLE, INDICATORS, ruled("效益指标 | 社会效益 | 覆盖率 | 95% | 96% | 10 | 10", HEAD, ROW)],
         ["form", f"title {TITLE}", READ, "indicator level1=效益指标 level2=社会效益 name=覆盖率 target=95% actual=96% weight=10 score=10", READ]),
        # the totals alone on the next page: a figure is the weight by its column
        ([TITLE, INDICATORS, ruled("总分 | < | < | < | < | 100 | ")], ["form", f"title {TITLE}", READ, "closing weight=100"]),
        # 续表 above the part on the next page
        ([TITLE, INDICATORS, "续表", INDICATORS], ["form", f"title {TITLE}", READ, READ]),
        # another title begins another form
        ([TITLE, INDICATORS, TITLE, INDICATORS], ["form", f"title {TITLE}", READ, "form", f"title {TITLE}", READ]),
        # another subject behind indicators, too
        ([TITLE, NAMED, INDICATORS, NAMED, INDICATORS],
         ["form", f"title {TITLE}", "field subject=公厕建设", "field supervisor=云亭市城管局", READ,
          "form", "field subject=公厕建设", "field supervisor=云亭市城管局", READ]),
        # prose between them, too
        ([TITLE, INDICATORS, PROSE, INDICATORS], [f"prose {PROSE}", "form", f"title {TITLE}", READ, "form", READ]),
        # not between a form's money and its indicators
        ([TITLE, NAMED, FUNDS, "资金使用情况良好。", INDICATORS],
         ["form", f"title {TITLE}", "field subject=公厕建设", "field supervisor=云亭市城管局", FUNDS_READ, READ]),
        pytest.param(
            [TITLE, NAMED, FUNDS, PROSE, INDICATORS],  # the same with a paragraph that is more than a remark
            [f"prose {PROSE}", "form", f"title {TITLE}", "field subject=公厕建设", "field supervisor=云亭市城管局", FUNDS_READ, READ],
            marks=pytest.mark.xfail(strict=True, reason="prose between two parts of a form is lost"),
        ),
        # a form of blocks under headings: each adds what it lacks
        ([TITLE, NAMED, "二、资金情况", FUNDS, "三、绩效指标", INDICATORS],
         ["form", f"title {TITLE}", "field subject=公厕建设", "field supervisor=云亭市城管局", FUNDS_READ, READ]),
        # not if a sentence stands below the heading
        ([TITLE, NAMED, INDICATORS, "二、资金情况", "资金已全部到位。", FUNDS],
         ["prose 二、资金情况", "prose 资金已全部到位。", "form", f"title {TITLE}", "field subject=公厕建设", "field supervisor=云亭市城管局", READ,
          "table behind 2: 二、资金情况 / 资金已全部到位。"]),
        # nor if the form has no title above it
        ([INDICATORS, "二、资金情况", FUNDS], ["prose 二、资金情况", "form", READ, "table behind 1: 二、资金情况"]),
        pytest.param(
            [NAMED, INDICATORS], ["form", "field subject=公厕建设", "field supervisor=云亭市城管局", READ],  # no title at all
            marks=pytest.mark.xfail(strict=True, reason="without a title a head in a table of its own is a plain table"),
        ),
        # a second table of money under a heading of a report is no part of the form
        ([TITLE, NAMED, FUNDS, INDICATORS, "二、收支情况", FUNDS],
         ["prose 二、收支情况", "form", f"title {TITLE}", "field subject=公厕建设", "field supervisor=云亭市城管局", FUNDS_READ, READ,
          "table behind 1: 二、收支情况"]),
        # a name without indicators before the title of a form in the same table
        ([ruled("项目名称 | 公厕建设 | < | < | < | < | <", f"{TITLE} | < | < | < | < | < | <", HEAD, ROW)],
         ["form", "field subject=公厕建设", "form", f"title {TITLE}", READ]),
    ],
    ids=range(17),
)  # fmt: skip
def test_forms_in_several_tables(blocks: Sequence[str | Table], layout: list[str]) -> None:
    assert list(shown(lay_out(document(*blocks)))) == layout


@pytest.mark.parametrize(
    ("blocks", "layout"),
    [
        # a table of something else, with the lines right above it
        ([REPORT, "一、人员情况", "各科室人数如下。", PLAIN, "二、存在的问题"],
         [f"prose {REPORT}", "prose 一、人员情况", "prose 各科室人数如下。", "prose 二、存在的问题",
          f"table behind 3: {REPORT} / 一、人员情况 / 各科室人数如下。"]),
        # at most three lines above it
        ([REPORT, "甲。", "乙。", "丙。", PLAIN], [f"prose {REPORT}", "prose 甲。", "prose 乙。", "prose 丙。", "table behind 4: 甲。 / 乙。 / 丙。"]),
        # money in prose is a plain table
        ([REPORT, "一、收支情况", FUNDS], [f"prose {REPORT}", "prose 一、收支情况", f"table behind 2: {REPORT} / 一、收支情况"]),
        # under a form's title it is a form
        ([TITLE, FUNDS], ["form", f"title {TITLE}", FUNDS_READ]),
        # not under the title of the base data table
        (["部门整体支出绩效评价基础数据表", FUNDS], ["prose 部门整体支出绩效评价基础数据表", "table behind 1: 部门整体支出绩效评价基础数据表"]),
        # a plain table between two forms ends the first
        ([TITLE, INDICATORS, PLAIN, INDICATORS], ["form", f"title {TITLE}", READ, "form", READ, "table behind 0: "]),
        # a table inside a table
        ([REPORT, "一、绩效情况", PROSE, ruled("附表如下")._replace(nested=(INDICATORS,))],
         [f"prose {REPORT}", "prose 一、绩效情况", f"prose {PROSE}", "form", READ, f"table behind 3: {REPORT} / 一、绩效情况 / {PROSE}"]),
        # a report set as a table is prose
        ([ruled("一、基本情况 | 正科级。", "二、绩效自评工作情况 | 已开展。", "三、存在的问题 | 无。")],
         ["prose 一、基本情况", "prose 正科级。", "prose 二、绩效自评工作情况", "prose 已开展。", "prose 三、存在的问题", "prose 无。"]),
    ],
    ids=range(8),
)  # fmt: skip
def test_plain_tables(blocks: Sequence[str | Table], layout: list[str]) -> None:
    assert list(shown(lay_out(document(*blocks)))) == layout


@pytest.mark.parametrize(
    ("line", "table", "units"),
    [
        ("单位：元", INDICATORS, ["元"]),
        ("（金额单位：万元）", INDICATORS, ["万元"]),
        ("填报日期：2024年3月", INDICATORS, [None]),
        ("单位：元", ruled(HEAD, ROW, f"{TITLE} | < | < | < | < | < | <", HEAD, ROW), ["元", "元"]),  # of both forms in a table
        ("单位：元", ruled("项目资金（万元） | 预算数 | 执行数", "总额 | 100 | 90"), ["万元"]),  # the table's own goes before it
    ],
    ids=range(5),
)  # fmt: skip
def test_money_units_above_a_form(line: str, table: Table, units: list[str | None]) -> None:
    assert [form.money_unit for form in lay_out(document(TITLE, line, table)).forms] == units


def test_the_title_above_goes_behind_a_title_in_the_table() -> None:
    (form,) = lay_out(document(TITLE, ruled("云亭市项目绩效自评表 | < | < | < | < | < | <", HEAD, ROW))).forms
    assert [title.string for title in form.titles] == ["云亭市项目绩效自评表", TITLE]
    assert form.title_above is not None and form.title_above.string == TITLE


@pytest.mark.parametrize(("number", "forms_money"), [("二、", 1), ("", 2)])
def test_a_number_that_word_makes_ends_a_form(number: str, forms_money: int) -> None:
    layout = lay_out(document(TITLE, NAMED, FUNDS, INDICATORS, Paragraph(text("收支情况"), number), FUNDS))
    assert [len(form.funds) for form in layout.forms] == [forms_money]


def test_tables_of_text_dumps_are_won_back_first() -> None:
    table = dumped("项目名称 | 公厕建设 | " + HEAD + " | " + ROW)._replace(breaks=False)
    assert list(shown(lay_out(document(TITLE, table)))) == ["form", f"title {TITLE}", "field subject=公厕建设", READ]
