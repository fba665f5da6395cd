"""Problems, their causes, measures. A line a case; the comment says what it protects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from small_contexts import context, report, stated
from small_documents import case_id, ruled, text

from selfeval_extract.document import Table
from selfeval_extract.extraction.context import Context
from selfeval_extract.extraction.problems_and_measures import measure, problem, problems_and_measures


def read(of: Context) -> tuple[Any, Any]:
    """The texts of problems and of measures; None where there is no mention, [] where none is stated."""
    problems, measures = problems_and_measures(of)
    return _texts(problems), _texts(measures)


def _texts(found: Any) -> Any:
    shown = stated(found)
    return [item["text"] for item in shown] if shown else shown


@pytest.mark.parametrize(
    ("lines", "problems", "measures"),
    [
        # two sections
        (["七、存在的问题", "一是编制不细。二是执行偏慢。", "八、改进措施", "加强测算。"], ["编制不细", "执行偏慢"], ["加强测算"]),
        # stated to be none
        (["七、存在的问题", "无。", "八、改进措施", "无。"], [], []),
        (["七、存在的问题", "绩效目标均已完成，未发现问题。"], [], None),
        # a denial that goes on with a problem
        (["七、存在的问题", "绩效目标均已完成，但存在执行偏慢的问题。"], ["绩效目标均已完成，但存在执行偏慢的问题"], None),
        # not mentioned
        (["三、绩效情况", "已完成。"], None, None),
        # one section on both: what sets out to do something is a measure
        (["七、存在的问题及改进措施", "编制不细。下一步加强测算。"], ["编制不细"], ["下一步加强测算"]),
        (["七、存在的问题及改进措施", "（一）编制不细。", "（二）加强测算。"], ["编制不细"], ["加强测算"]),
        # with a heading for each
        (["七、存在的问题及改进措施", "（一）存在的问题", "编制不细。", "（二）改进措施", "加强测算。"], ["编制不细"], ["加强测算"]),
        # with a paragraph that turns to the measures
        (["七、存在的问题及改进措施", "编制不细。", "针对以上问题，拟采取以下措施：", "按月通报。"], ["编制不细"], ["按月通报"]),
        # both stated to be none
        (["七、存在的问题及改进措施", "无。"], [], []),
        # labels inside a point
        (["七、存在的问题", "（一）问题：编制不细。措施：加强测算。", "（二）问题：执行偏慢。措施：按月通报。"],
         ["编制不细", "执行偏慢"], ["加强测算", "按月通报"]),
        # a section on experience and problems: only what stands under the problems
        (["六、主要做法和存在的问题", "领导重视。", "（一）存在的问题", "编制不细。"], ["编制不细"], None),
        # a heading on the conclusion, too
        (["六、评价结论及存在问题", "（一）评价结论", "自评96分。", "（二）存在问题", "编制不细。"], ["编制不细"], None),
        # headings that name problems or their mending in other words
        (["六、存在的问题", "编制不细。", "七、整改计划", "加强测算。"], ["编制不细"], ["加强测算"]),
        (["六、存在的问题", "编制不细。", "七、改进", "加强测算。"], ["编制不细"], ["加强测算"]),
        (["六、问题整改", "编制不细。", "下一步加强测算。"], ["编制不细"], ["下一步加强测算"]),
        # what was mended of last year's is no measure
        (["六、存在的问题", "编制不细。", "七、上年问题整改", "台账已补登。"], ["编制不细"], None),
        # a point that tells of a result not published is a problem, and no heading on its use
        (["七、存在的问题", "1．编制不细。", "2．自评结果未按时公开。"], ["编制不细", "自评结果未按时公开"], None),
        # a long heading on its use, and one on its use for the budget, end the list
        (["八、改进措施", "1．加强测算。", "9、部门整体支出绩效自评结果拟应用和公开情况", "已公开。"], None, ["加强测算"]),
        (["八、改进措施", "1．加强测算。", "2．拟与预算安排相结合情况。作为参考。"], None, ["加强测算"]),
        # what is headed 其他 is none either
        (["七、存在的问题", "编制不细。", "（一）其他自评情况", "无。"], ["编制不细"], None),
        # what follows on the use of the result is no problem
        (["七、存在的问题", "编制不细。", "（一）结果应用和公开情况", "已公开。"], ["编制不细"], None),
        # a point goes on in paragraphs without a number
        (["七、存在的问题", "（一）车辆老化", "更新缓慢。"], ["车辆老化更新缓慢"], None),
        (["七、存在的问题", "（一）车辆老化。更新缓慢。", "（二）公厕不足。分布不均。"], ["车辆老化。更新缓慢", "公厕不足。分布不均"], None),
        # a subsection of no topic: its heading begins the point
        (["七、存在的问题", "（一）机具落后", "故障较多。", "（二）车辆老化", "更新缓慢。"], ["机具落后故障较多", "车辆老化更新缓慢"], None),
        pytest.param(
            ["七、存在的问题", "（一）人员不足", "全局仅3名会计。", "（二）车辆老化", "更新缓慢。"], ["人员不足。全局仅3名会计", "车辆老化。更新缓慢"], None,
            marks=pytest.mark.xfail(strict=True, reason="不足 makes（一）a section on problems of its own: its words and（二）are lost"),
        ),
        pytest.param(
            ["七、存在的问题", "（一）存在的问题", "编制不细。", "（二）车辆老化", "更新缓慢。"], ["编制不细", "车辆老化。更新缓慢"], None,
            marks=pytest.mark.xfail(strict=True, reason="the heading（一）on problems ends the section above it, so that（二）is lost"),
        ),
        # headings whose words name another topic are points still
        (["七、存在的问题", "1．预算编制不细", "2．执行偏慢"], ["预算编制不细", "执行偏慢"], None),
        # labels with their texts are no headings under one on both
        (["七、存在的短板、成因与改进", "短板1：编制不细。", "成因：人员不足。", "改进：加强测算。", "短板2：执行偏慢。", "改进：按月通报。"],
         ["编制不细", "执行偏慢"], ["加强测算", "按月通报"]),
        # a list of which a later point tells of the use of the result
        (["八、改进措施", "一是加强测算。二是将自评结果与科室考核挂钩。"], None, ["加强测算", "将自评结果与科室考核挂钩"]),
        # a heading on both with a section of its own for the measures alone
        (["七、主要问题、原因及对策", "（一）预算管理方面", "1．编制不细。", "2．执行偏慢。", "（二）对策", "加强测算。"],
         ["编制不细", "执行偏慢"], ["加强测算"]),
        # other words for headings
        (["七、问题与不足", "编制不细。", "八、完善建议", "加强测算。"], ["编制不细"], ["加强测算"]),
        (["七、需要整改的问题", "编制不细。"], ["编制不细"], None),
        # none is stated, and what will be done nevertheless
        (["七、偏离绩效目标的原因和改进措施", "未偏离绩效目标。下一步，将加强测算。"], [], ["加强测算"]),
        # a long denial
        (["七、存在的问题", "经逐项核对，未发现本单位资金使用和项目管理方面存在违规违纪问题，暂无需要整改的事项。"], [], None),
        # announced by a label in a paragraph on something else
        (["七、绩效情况", "办结率99%。不足是，编制不细，追加较多。今后要加强测算，按月通报。"], ["编制不细，追加较多"], ["今后要加强测算，按月通报"]),
        (["七、绩效情况", "办结率99%。不足有二：预算编制不够细化；资金支付进度偏慢。为此，一要加强测算；二要按月通报。"],
         ["预算编制不够细化", "资金支付进度偏慢"], ["加强测算", "按月通报"]),
        # a list that nothing announces, all of whose points begin with problems
        (["七、需要说明的事项", "一是预算编制不够细化。下一步加强测算。二是资金支付进度偏慢。"], ["预算编制不够细化", "资金支付进度偏慢"], ["下一步加强测算"]),
        (["七、需要说明的事项", "一是资金支付进度偏慢。二是全年建成公厕12座。"], None, None),
        # of four points one may begin with a fact
        (["七、需要说明的事项", "一是预算编制不够细化。二是资金支付进度偏慢。三是台账登记不够及时。四是公厕应收管护费12万元，实收4万元。"],
         ["预算编制不够细化", "资金支付进度偏慢", "台账登记不够及时", "公厕应收管护费12万元，实收4万元"], None),
        # a label in passing before a list
        (["七、绩效情况", "办结率99%。存在问题：一是编制不细。二是执行偏慢。"], ["编制不细", "执行偏慢"], None),
        # a list of problems under a heading that names only what comes next; and measures that answer some
        (["八、情况说明及下步打算", "总体规范，但还存在一些不足：一是预算编制不够细化。二是资金支付进度偏慢。"],
         ["预算编制不够细化", "资金支付进度偏慢"], None),
        (["八、改进措施", "针对上述不足：一是加强测算。二是按月通报。"], None, ["加强测算", "按月通报"]),
        # a heading that stands as the first item of its own list
        (["八、改进措施", "1．下一步拟改进措施。", "（1）加强测算。", "（2）按月通报。"], None, ["加强测算", "按月通报"]),
        # measures announced in a section on something else, where the problems stand in their own
        (["七、存在的问题", "编制不细。", "八、其他需要说明的情况", "没有其他情况。针对上述问题，下一步将做好以下工作：（1）进一步加强预算测算；（2）建立按月通报制度。"],
         ["编制不细"], ["进一步加强预算测算", "建立按月通报制度"]),
        # a heading that only names a field is none: the points stand under it
        (["七、存在的问题", "（一）预算管理方面", "1．编制不细", "2．执行偏慢"], ["编制不细", "执行偏慢"], None),
        # the first section of two alike
        (["七、存在的问题", "编制不细。", "八、存在的问题", "执行偏慢。"], ["编制不细"], None),
    ],
    ids=case_id,
)  # fmt: skip
def test_sections(lines: list[str], problems: list[str] | None, measures: list[str] | None) -> None:
    assert read(report(*lines)) == (problems, measures)


LISTED = ruled(
    "序号 | 存在的问题 | 产生原因 | 改进措施", "1 | 编制不细。 | 人员不足。 | 加强测算。", "2 | 执行偏慢。 | 无 | 无"
)


@pytest.mark.parametrize(
    ("blocks", "problems", "measures"),
    [
        # a table where no section lists them
        (["七、绩效情况", "见表。", LISTED], ["编制不细", "执行偏慢"], ["加强测算"]),
        # a section that only points to it
        (["七、存在的问题", "存在的问题见下表。", LISTED], ["编制不细", "执行偏慢"], ["加强测算"]),
        (["七、存在的问题", "我局查出以下不足，打算一并列出：", LISTED], ["编制不细", "执行偏慢"], ["加强测算"]),
        (["七、存在的问题", "短板和对策一并列出：", LISTED], ["编制不细", "执行偏慢"], ["加强测算"]),
        # a section that lists them itself goes before the table
        (["七、存在的问题", "台账不全。", LISTED], ["台账不全"], ["加强测算"]),
        # a table without a column of problems
        (["七、绩效情况", "见表。", ruled("序号 | 改进措施", "1 | 加强测算。")], None, None),
    ],
    ids=range(6),
)  # fmt: skip
def test_plain_tables(blocks: Sequence[str | Table], problems: list[str] | None, measures: list[str] | None) -> None:
    assert read(report(*blocks)) == (problems, measures)


@pytest.mark.parametrize(
    "head",
    [
        "产生原因",
        "成因",
        "原因分析",  # a label of problems in the foot of a form
    ],
)
def test_causes_in_a_column_of_a_table(head: str) -> None:
    table = ruled(f"存在的问题 | {head}", "编制不细 | 人员不足", "执行偏慢 | 无")
    first, second = stated(problems_and_measures(report("七、绩效情况", "见表。", table))[0])
    assert (first["text"], first["cause"], "cause" in second) == ("编制不细", "人员不足", False)


FORM = ("一级指标 | 三级指标 | 目标值 | 实际完成值", "产出指标 | 公厕 | 12座 | 13座")
MANAGEMENT = "资金管理 | 情况说明 | 存在问题和改进措施"


@pytest.mark.parametrize(
    ("rows", "problems", "measures"),
    [
        (["存在问题 | 编制不细。 | < | <", "改进措施 | 加强测算。 | < | <"], ["编制不细"], ["加强测算"]),
        (["存在问题 | 1.编制不细。2.执行偏慢。 | < | <"], ["编制不细", "执行偏慢"], None),
        (["存在问题 | 无 | < | <", "改进措施 | 无 | < | <"], [], []),
        (["存在的问题及改进措施 | 编制不细。下一步加强测算。 | < | <"], ["编制不细"], ["下一步加强测算"]),
        (["存在问题 | （不超过200字）编制不细。 | < | <"], ["编制不细"], None),  # without the template's hint
        ([], None, None),
    ],
    ids=case_id,
)  # fmt: skip
def test_closing_rows_of_forms(rows: list[str], problems: list[str] | None, measures: list[str] | None) -> None:
    assert read(context("项目支出绩效自评表", ruled(*FORM, *rows))) == (problems, measures)


@pytest.mark.parametrize(
    ("rows", "problems", "measures"),
    [
        # one column on both: told apart by what the sentences set out to do
        ([MANAGEMENT, "分配科学性 | 按因素法 | 分配不及时。下一步修订办法。", "使用规范性 | 专款专用 | 无"], ["分配不及时"], ["下一步修订办法"]),
        # a column for each
        (["资金管理 | 情况说明 | 存在问题 | 改进措施", "分配科学性 | 按因素法 | 细化不够 | 修订办法"], ["细化不够"], ["修订办法"]),
        # 无 in every row says nothing of the whole
        ([MANAGEMENT, "分配科学性 | 按因素法 | 无"], None, None),
    ],
    ids=case_id,
)  # fmt: skip
def test_fund_management_of_forms(rows: list[str], problems: list[str] | None, measures: list[str] | None) -> None:
    assert read(context("转移支付区域绩效自评表", ruled(*rows, *FORM))) == (problems, measures)


def test_a_reports_silence_is_not_filled_from_its_form() -> None:
    form = ruled(*FORM, "存在问题 | 编制不细 | < | <", "改进措施 | 加强测算 | < | <")
    assert read(report("七、存在的问题", "执行偏慢。", "附件", "项目支出绩效自评表", form)) == (["执行偏慢"], None)


def test_what_a_single_section_leaves_open_is_filled_from_the_form() -> None:
    form = ruled(*FORM, "存在问题 | 编制不细 | < | <", "改进措施 | 加强测算 | < | <")
    assert read(context("七、存在的问题", "执行偏慢。", "项目支出绩效自评表", form)) == (["执行偏慢"], ["加强测算"])


@pytest.mark.parametrize(
    ("line", "shown", "cause"),
    [
        ("执行偏慢，原因是工程招标推迟。", "执行偏慢", "工程招标推迟"),  # introduced: apart
        ("执行偏慢。主要原因：工程招标推迟。", "执行偏慢", "工程招标推迟"),
        ("执行偏慢，主要是由于工程招标推迟", "执行偏慢", "工程招标推迟"),
        ("执行偏慢（原因为工程招标推迟）", "执行偏慢", "工程招标推迟"),  # without the bracket
        ("执行偏慢。这是由于工程招标推迟", "执行偏慢", "工程招标推迟"),
        ("执行偏慢，症结在于工程招标推迟", "执行偏慢", "工程招标推迟"),
        ("执行偏慢，系工程招标推迟所致", "执行偏慢，系工程招标推迟所致", "工程招标推迟"),  # inside
        ("工程招标推迟，导致执行偏慢", "工程招标推迟，导致执行偏慢", "工程招标推迟"),  # inside: the text stays whole
        ("由于工程招标推迟，执行偏慢", "由于工程招标推迟，执行偏慢", "工程招标推迟"),
        ("执行偏慢，工程招标推迟，导致年底集中支付", "执行偏慢，工程招标推迟，导致年底集中支付", "工程招标推迟"),  # not the problem
        ("执行偏慢。工程招标推迟，雨天较多，导致进度滞后", "执行偏慢。工程招标推迟，雨天较多，导致进度滞后", "工程招标推迟，雨天较多"),
        # two clauses of it: what came of it is the last
        ("因山塘管护由村里代管，巡查人员更换频繁，全年漏巡6次", "因山塘管护由村里代管，巡查人员更换频繁，全年漏巡6次", "山塘管护由村里代管，巡查人员更换频繁"),
        ("由于图纸反复修改，泵站推迟两个月开工，年底未能完工", "由于图纸反复修改，泵站推迟两个月开工，年底未能完工", "图纸反复修改"),
        # in the midst of a clause
        ("泵站更新因图纸修改，推迟两个月开工", "泵站更新因图纸修改，推迟两个月开工", "图纸修改"),
        ("泵站更新因图纸修改未能开工，资金结转", "泵站更新因图纸修改未能开工，资金结转", "图纸修改"),
        ("泵站更新受连续阴雨影响进度偏慢", "泵站更新受连续阴雨影响进度偏慢", "连续阴雨影响"),
        ("部分站所因地制宜不够，因此群众受益面小", "部分站所因地制宜不够，因此群众受益面小", None),  # other words with 因 and 受
        ("执行偏慢", "执行偏慢", None),
        ("原因分析不够深入", "原因分析不够深入", None),  # nothing stands before it
    ],
)  # fmt: skip
def test_causes(line: str, shown: str, cause: str | None) -> None:
    found = stated(problem(text(line)))
    assert (found["text"].rstrip("。"), found.get("cause")) == (shown, cause)


@pytest.mark.parametrize(
    ("lines", "causes"),
    [
        # a section on causes alone: each for the problem in its place
        (["七、存在的问题", "一是编制不细。二是执行偏慢。", "八、原因分析", "第一个问题，原因是人员不足；第二个问题，原因是招标推迟。"], ["人员不足", "招标推迟"]),
        (["七、问题及原因", "（一）存在的问题", "1．编制不细。", "2．执行偏慢。", "（二）原因分析", "1．工作繁忙。", "2．招标推迟。"], ["工作繁忙", "招标推迟"]),
        # fewer than problems: nothing says which is whose
        (["七、存在的问题", "一是编制不细。二是执行偏慢。", "八、原因分析", "人员不足。"], [None, None]),
        # a cause of its own stays
        (["七、存在的问题", "一是编制不细，原因是没有测算。二是执行偏慢。", "八、原因分析", "1．工作繁忙。", "2．招标推迟。"], ["没有测算", "招标推迟"]),
    ],
    ids=case_id,
)  # fmt: skip
def test_causes_in_a_section_of_their_own(lines: list[str], causes: list[str | None]) -> None:
    assert [p.get("cause") for p in stated(problems_and_measures(report(*lines))[0])] == causes


def told(heading: str, line: str) -> list[str]:
    """`problem …`, `cause …` and `measure …` of a section with one line."""
    problems, measures = problems_and_measures(report(heading, line))
    found = [f"{name} {item[key]}" for item in stated(problems) or [] for name, key in PARTS if key in item]
    return [*found, *(f"measure {item['text']}" for item in stated(measures) or [])]


PARTS = (("problem", "text"), ("cause", "cause"))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("问题：编制不细。措施：加强测算。", ["problem 编制不细", "measure 加强测算"]),
        ("存在的问题1：编制不细。整改措施1：加强测算。", ["problem 编制不细", "measure 加强测算"]),  # numbered labels
        ("编制不细。原因：人员不足。措施：加强测算。", ["problem 编制不细", "cause 人员不足", "measure 加强测算"]),  # a label for the cause
        ("措施：加强测算。", ["measure 加强测算"]),
        # a cause ends where a sentence goes over to what will be done
        ("编制不细。原因：人员不足。今后由各科室先报计划。", ["problem 编制不细", "cause 人员不足", "measure 今后由各科室先报计划"]),
        ("编制不细。进一步加强测算。", ["problem 编制不细", "measure 进一步加强测算"]),  # without labels
        pytest.param(
            "编制不细。下一步：一是加强测算。二是按月通报。", ["problem 编制不细", "measure 加强测算", "measure 按月通报"],
            marks=pytest.mark.xfail(strict=True, reason="what stands before the announced list is lost with its announcement"),
        ),
        ("加强测算。", ["measure 加强测算"]),
        ("编制不细。", ["problem 编制不细"]),
        ("问题解决措施不多，群众不满意。", ["problem 问题解决措施不多，群众不满意"]),  # no label
        pytest.param(
            "问题解决措施不多。", ["problem 问题解决措施不多"],
            marks=pytest.mark.xfail(strict=True, reason="a short sentence with 措施 is a heading on measures, full stop or not"),
        ),
        pytest.param(
            "反映强烈的问题：编制不细。", ["problem 反映强烈的问题：编制不细"],  # nor in the midst of a clause
            marks=pytest.mark.xfail(strict=True, reason="反映强烈的问题 alone is worded like a measure, ahead by 2"),
        ),
    ],
)  # fmt: skip
def test_problem_and_measure_in_one_point(line: str, found: list[str]) -> None:
    assert told("七、存在的问题及改进措施", line) == found


def test_under_a_heading_on_problems_a_problem_may_begin_like_a_measure() -> None:
    assert told("七、存在的问题", "加强测算不到位。") == ["problem 加强测算不到位"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("针对问题一，加强测算", "加强测算"),  # the problem's number is no part of it
        ("针对上述第二个方面的问题，加强测算", "加强测算"),
        ("针对预算编制不细的问题，加强测算", "针对预算编制不细的问题，加强测算"),  # says which
        ("加强测算", "加强测算"),
    ],
)
def test_measures(line: str, shown: str) -> None:
    assert stated(measure(text(line)))["text"] == shown


@pytest.mark.parametrize(
    ("line", "category"),
    [
        ("预算编制不够精准", "budget_preparation"),
        ("受市场环境影响，项目未启动", "external"),
        ("执行偏慢，原因是受疫情影响", "budget_execution"),  # by the weakness, not its cause
        pytest.param(
            "成效不明显，原因是受疫情影响",
            "external",  # unless nothing else says what it is
            marks=pytest.mark.xfail(strict=True, reason="the cause is not looked at: other"),
        ),
        ("", "other"),
        pytest.param(
            "其他",
            "other",
            marks=pytest.mark.xfail(strict=True, reason="two characters and their pair decide: financial_management"),
        ),
    ],
)
def test_categories_of_problems(line: str, category: str) -> None:
    assert problem(text(line))["category"] == category


@pytest.mark.parametrize(
    ("problems", "measures", "found"),
    [
        # as many as problems: a measure that says little is about what its problem is about
        ("一是购置的打印机长期闲置。二是报废设备未核销。", "一是安排专人逐台调剂。二是安排专人办理手续。",
         ["asset_management asset_management", "asset_management asset_management"]),
        # fewer: nothing says which problem a measure answers
        ("一是购置的打印机长期闲置。二是报废设备未核销。", "安排专人逐台调剂。",
         ["asset_management asset_management", "budget_preparation"]),
        # what comes from outside is answered by something else; where both are sure, each keeps its own
        ("一是受台风影响，项目未启动。二是设备闲置。", "一是明确专人负责。二是制定工作规则。", ["external asset_management", "institutions institutions"]),
    ],
    ids=case_id,
)  # fmt: skip
def test_categories_of_pairs(problems: str, measures: str, found: list[str]) -> None:
    told = problems_and_measures(report("七、存在的问题", problems, "八、改进措施", measures))
    assert [" ".join(item["category"] for item in stated(side)) for side in told] == found
