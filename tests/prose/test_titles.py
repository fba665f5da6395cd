"""Lines around a document's title. A line a case; the comment says what it protects."""

from __future__ import annotations

import pytest
from small_documents import case_id, paragraphs

from selfeval_extract.document import folded_text
from selfeval_extract.prose.titles import (
    bracketed_year,
    is_form_title,
    is_report_title,
    is_small_line,
    is_web_page_line,
    kind_of,
    names_body,
    title_above,
    without_signature,
)


@pytest.mark.parametrize(
    ("line", "is_year"),
    [
        ("（2021年度）", True),
        ("2022年度", True),  # the brackets are lost
        ("（ 2023 年 ）", True),  # blanks inside
        ("（2021-2023年度）", True),  # several years
        ("（2023年度）金额单位：万元", True),  # the money unit stands on the same line
        ("2023年度单位：元", True),
        ("（2023年度）填报单位：云亭市城管局", True),  # a label stands on the same line
        ("2023年度填报单位：云亭市城管局", False),  # without brackets only a money unit may follow
        ("（2023年度）部门整体支出绩效自评表", False),  # a title
        ("2023年，我局认真履职", False),  # prose
        ("第2023号", False),
    ],
)
def test_bracketed_year(line: str, is_year: bool) -> None:
    assert bracketed_year(folded_text(line)) == is_year


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("部门整体支出绩效自评表", True),
        ("项目支出绩效评价表（2023年度）", True),  # the year at its end
        ("2023年度绩效运行监控表", True),  # a form, though no evaluation: it must not be taken for prose
        ("绩效自评结果一览", True),  # does not end in 表
        ("部门整体支出绩效评价基础数据表", True),
        ("第四部分 项目支出绩效自评表", True),  # a part's number may stand before a title
        ("一、项目支出绩效自评表", False),  # a heading in a list of annexes
        ("附件：项目支出绩效自评表", False),  # an annex is announced, not begun
        ("详见项目支出绩效自评表", False),
        ("见绩效自评汇总表", False),
        ("项目支出绩效自评表已随决算公开。", False),  # a sentence
        ("填报了绩效自评表，项目表，基础数据表", False),  # a list in running text
        ("自评价表", True),  # the shortest there is
        ("自评表", False),  # too short to be a title
        ("人员编制情况表", False),  # says nothing of an evaluation
        ("绩效自评" + "项目" * 30 + "表", False),  # too long to be a title
        ("部门整体支出绩效自评报告", False),
    ],
)
def test_form_titles(line: str, is_title: bool) -> None:
    assert is_form_title(folded_text(line)) == is_title


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("2023年度部门整体支出绩效自评报告", True),
        ("2023年度部门整体支出绩效自评报告（公开版）", True),  # a bracket at the end belongs to it
        ("绩效自评报告书", True),
        ("关于2023年度项目支出绩效自评情况的函", True),  # a letter
        ("2023年度绩效评价工作总结", True),
        ("第三部分 部门整体支出绩效自评报告", True),
        ("一、绩效自评报告", False),  # a heading
        ("部门整体支出绩效自评的组织实施", False),  # does not end as a report's title does
        ("绩效自评" + "项目" * 60 + "报告", False),  # too long
        ("自评报告", False),  # too short
        ("2023年度部门决算报告", False),  # another report
        ("我局组织开展自评，完成核查，形成自评报告", False),  # running text
        ("绩效自评报告已经公开。", False),
        ("项目支出绩效自评表", False),
    ],
)
def test_report_titles(line: str, is_title: bool) -> None:
    assert is_report_title(folded_text(line)) == is_title


@pytest.mark.parametrize(
    ("line", "is_small"),
    [
        ("附件2", True),
        ("附件 1-3：", True),
        ("公开12表", True),
        ("报表编号：510000_0013", True),
        ("（盖章）", True),
        ("目 录", True),
        pytest.param(
            "2024年3月18日", True, marks=pytest.mark.xfail(strict=True, reason="asks for 20 and three digits more")
        ),
        ("二〇二四年三月十八日", True),
        ("- 12 -", True),  # a page number
        ("第四部分 附件", True),
        ("填报日期：2024年3月18日", True),
        ("单位：万元", True),
        ("（2023年度）", True),
        ("主要内容：", True),  # announces what follows
        ("云亭市城市管理局", False),  # may be the title's first line
        ("2023年度部门整体支出绩效自评报告", False),
        ("附件所列项目均已完成", False),
        ("2024年3月完成竣工验收", False),  # a date goes on as a sentence
    ],
)
def test_small_lines(line: str, is_small: bool) -> None:
    assert is_small_line(folded_text(line)) == is_small


@pytest.mark.parametrize(
    ("line", "of_page"),
    [
        ("首页 > 政务公开 > 财政预决算", True),
        ("上一篇：关于做好防汛工作的通知", True),
        ("【打印本页】【关闭窗口】", True),
        ("主办：云亭市人民政府办公室", True),
        ("信息来源：云亭市财政局", True),
        ("附件：绩效自评表.docx", True),  # a download
        ("抄送：市财政局", True),
        ("联系人：王某", True),
        ("资金来源：财政拨款", False),  # 来源 inside a label of the report
        ("下一步工作打算", False),
        ("打印机购置项目已验收", False),
        ("附件：绩效自评表", False),  # no file to download
    ],
)
def test_lines_of_web_pages(line: str, of_page: bool) -> None:
    assert is_web_page_line(folded_text(line)) == of_page


UNIT, YEARLY, REPORT = "云亭市城市管理局", "2023年度部门整体支出绩效自评报告", "部门整体支出绩效自评报告"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([UNIT, YEARLY], UNIT + YEARLY),  # the unit on a line of its own
        ([UNIT + "2023年度", REPORT], UNIT + "2023年度" + REPORT),  # broken behind the year
        ([UNIT + "2023年度", "部门整体支出", "绩效自评报告"], UNIT + YEARLY),  # broken twice
        ([UNIT, "关于" + YEARLY], UNIT + "关于" + YEARLY),  # a letter's title
        ([UNIT + "关于", YEARLY], UNIT + "关于" + YEARLY),
        (["云亭市城区公厕建设", "2023年度绩效自评报告"], "云亭市城区公厕建设2023年度绩效自评报告"),  # lacks only its subject
        (["云亭市城区公厕建设", "关于绩效自评的报告"], "关于绩效自评的报告"),  # who reports is a body
        (["云亭市城区公厕建设", YEARLY], YEARLY),  # a whole title: above it only a body's name belongs to it
        pytest.param(
            [UNIT, UNIT + YEARLY], UNIT + YEARLY,  # a letterhead over a title that names the unit itself
            marks=pytest.mark.xfail(strict=True, reason="joined: a name in the title is only looked for at its middle"),
        ),
        ([UNIT + "部门整体支出", "绩效自评报告（2023年度）"], UNIT + "部门整体支出绩效自评报告（2023年度）"),  # the year at its end
        (["云亭省青石监狱", YEARLY], "云亭省青石监狱" + YEARLY),
        (["目录", YEARLY], YEARLY),  # a small line
        (["二〇二四年三月", REPORT], REPORT),
        (["公示", REPORT], REPORT),  # too short
        ([UNIT + "文件", YEARLY], YEARLY),  # a letterhead names no body
        (["各科室、", REPORT], REPORT),  # an addressee
        (["请认真审阅。", REPORT], REPORT),  # the end of a sentence
        (["一、报告正文", REPORT], REPORT),  # a heading
        (["主送：云亭市财政局", REPORT], REPORT),  # a label
        (["项目支出绩效自评表", REPORT], REPORT),  # another title
        (["2023年度绩效自评报告", REPORT], REPORT),
        ([UNIT + "2024年3月18日", REPORT], REPORT),  # the signature of what stands before
        (["首页 > 政务公开", REPORT], REPORT),  # the web page's menu
        (["青石滩县", "产业基地", "道路维修", "工程支出", "绩效自评报告"], "产业基地道路维修工程支出绩效自评报告"),  # three lines at most
    ],
    ids=case_id,
)  # fmt: skip
def test_title_above(lines: list[str], title: str) -> None:
    assert title_above(paragraphs(*lines, "云亭市财政局"), len(lines) - 1).string == title


def test_a_title_keeps_the_places_of_its_lines() -> None:
    title = title_above(paragraphs("目录", UNIT, YEARLY), 2)
    assert [(q.quote, q.place) for q in title.evidence()] == [(UNIT, (2, (0, 8))), (YEARLY, (3, (0, 18)))]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("云亭市城市管理局", True),
        ("青石滩县第二人民医院", True),
        ("中共云亭市委", True),
        ("云亭市财政局（本级）", True),  # with what it counts in
        ("云亭市财政局本级", True),
        ("云亭市财政局预算科编", False),  # the name has to end it
        ("部门整体支出", False),
        ("2023年度", False),
    ],
)
def test_names_of_bodies(words: str, named: bool) -> None:
    assert names_body(folded_text(words)) == named


LONG_LINE = "本报告经局党组会议审议通过后已按规定程序报送云亭市财政局绩效管理与评价中心"


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["一、略。", UNIT, "2024年3月18日"], 1),
        (["一、略。", UNIT, "二〇二四年三月"], 1),  # the date in Chinese numerals, without a day
        (["一、略。", "填报人：王某 联系电话：7654321"], 1),  # who filled it in, without a date
        (["一、略。", UNIT, "2024年3月18日", "审核人：李某"], 1),  # both
        (["一、略。", UNIT, "云亭市环卫所", "2024年3月18日"], 1),  # two units sign
        (["一、略。", "", UNIT, "", "2024年3月18日", ""], 1),  # empty lines between
        ([UNIT, "2024年3月18日"], 0),  # nothing else
        (["审核人：李某"], 0),
        (["一、略。", UNIT], 2),  # a name without a date below is no signature
        (["一、略。", LONG_LINE, "2024年3月18日"], 2),  # a sentence that ends in a body's name
        (["一、略。", "项目于2024年3月18日完工"], 2),  # a date inside a line
    ],
    ids=case_id,
)
def test_signatures(lines: list[str], kept: int) -> None:
    assert [p.text.string for p in without_signature(paragraphs(*lines))] == lines[:kept]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2023年度部门整体支出绩效自评报告", "department"),
        ("2023年度单位整体绩效自评表", "department"),
        ("部门预算项目整体支出绩效自评表", "department"),  # 整体 goes before 项目
        ("项目支出绩效自评表", "project"),
        ("2023年城区公厕建设工程绩效自评报告", "project"),
        ("中央预算内资金排水项目绩效自评报告", "project"),  # an investment plan, no transfer
        ("2023年中央财政林业草原生态保护恢复资金绩效自评报告", "transfer"),
        ("中央对地方专项转移支付区域绩效自评表", "transfer"),
        ("省级补助资金项目绩效自评表", "transfer"),  # 补助资金 goes before 项目
        ("云亭市图书馆2023年度预算绩效自评报告", "department"),  # its budget and no project's
        ("2023年度养老保险基金预算绩效自评报告", None),  # a fund's
        ("绩效自评报告", None),  # does not say
    ],
)
def test_kinds(title: str, kind: str | None) -> None:
    assert kind_of(folded_text(title)) == kind
