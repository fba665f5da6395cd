"""Staff, internal departments and duties in prose. A line a case; the comment says what it protects."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from small_contexts import context, report, stated
from small_documents import case_id, ruled

from selfeval_extract.document import Table
from selfeval_extract.extraction.organisation import organisation
from selfeval_extract.extraction.plain_tables import PlainAmounts, plain_amounts
from selfeval_extract.record.cited_record import StaffKind

INDICATORS = ("一级指标 | 三级指标 | 目标值 | 实际完成值", "产出指标 | 公厕 | 12座 | 13座")


def read(*blocks: str | Table) -> dict[str, Any]:
    """What a report with these lines says of its unit."""
    found: dict[str, Any] = stated(organisation(report(*blocks), PlainAmounts()))
    return found


def staff(line: str) -> str:
    counts = read("（一）人员情况", line).get("staff", {})
    return " ".join(f"{kind}={counts[kind]}" for kind in get_args(StaffKind) if kind in counts)


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("我局编制28名，在职人员26人，退休人员12人，离休干部1人，临聘人员5人。",
         "authorised=28 active=26 retired=12 retired_cadres=1 contract=5"),
        ("核定编制总数28名", "authorised=28"),
        ("行政编制10名，事业编制18名", ""),  # kinds of posts: a sum is not invented
        ("编制28名，其中行政编制10名，事业编制18名", "authorised=28"),  # the whole before its kinds
        ("事业编制18名", "authorised=18"),  # the only figure there is
        ("在编在岗26人", "active=26"),
        ("在职干部职工共计26人", "active=26"),
        ("实有人员26人", "active=26"),
        ("现有内设科室6个", ""),  # 现有 of something else
        ("实有退休人员12人", "retired=12"),
        ("年末在职人员二十六人", "active=26"),  # Chinese numerals
        ("离退休人员13人", ""),  # both kinds together are neither
        ("离休人员0人，退休人员12人", "retired=12 retired_cadres=0"),
        ("在职人员（含工勤）26人", "active=26"),  # a remark in brackets
        ("聘用制在编教师26人", "active=26"),  # on a post although hired
        ("劳务派遣人员5名", "contract=5"),
        ("公益性岗位3人，政府购买服务人员2人", "contract=3"),  # the first of two
        ("在职人员1,086人", "active=1086"),
        ("无离休人员", "retired_cadres=0"),  # said to be none
        ("没有退休和离休人员", "retired=0 retired_cadres=0"),
        ("离休人员无", "retired_cadres=0"),
        ("无临聘人员", "contract=0"),
        ("全年培训在职党员26次", ""),  # no people
        ("本单位编制数34，在职人数31，离退休人数9。", "authorised=34 active=31"),  # no word for people behind 数
        ("编制数：28；在职数：26；退休数：12；离休数：0；协管员（编外）：9。",
         "authorised=28 active=26 retired=12 retired_cadres=0 contract=9"),  # labels, without a word for people
        ("行政编制8名、执法编制20名，共28名", "authorised=28"),  # the sum is printed
        ("编外护林员、保洁员、驾驶员9名", "contract=9"),  # several kinds, one number
        ("自聘教师4人", "contract=4"),
        ("派遣制工人4名", "contract=4"),
        ("核定编制28名（含聘用人员控制数6名），合同制人员9人", "authorised=28 contract=9"),  # 控制数 are posts
        ("协管员5人、保安4人，编外人员共9人", "contract=9"),
        ("核定编制12名，现有11名；哨所聘用巡护员3名", "authorised=12 active=11 contract=3"),  # hired, beside the unit's own
        ("聘用专家评审3人", ""),  # hired for something else
        ("没有离退休人员，也没有聘用人员", "retired=0 retired_cadres=0 contract=0"),
        ("退休人员12人，编外人员无", "retired=12 contract=0"),
        ("另服务管理军队离休干部14人", ""),  # none of the unit's own
        ("组织26名群众参观", ""),
        ("在职26人，较上年减少2人（调出1人、退休1人），退休人员12人", "active=26 retired=12"),  # how the number changed
        ("离退休干部12人，均为退休，无离休", "retired=12 retired_cadres=0"),
        ("在岗教师26人，其中校聘教师4人", "active=26 contract=4"),
        ("警务辅助人员41人", "contract=41"),
        ("通过第三方派遣的护理员、厨师等用工14人", "contract=14"),
        ("政府雇员6人，派驻各镇协管员12人", "contract=6"),
        ("核定人员控制总量320名", "authorised=320"),
        ("组建临时党支部24个", ""),  # no people
        ("国家编制11人、地方编制6人", ""),  # kinds of posts
        ("行政编制8名、执法大队事业编制20名，共28名", "authorised=28"),
        ("人员编制：28　实有人数：26　退休人数：12", "authorised=28 active=26 retired=12"),  # labels, parted by blanks
    ],
)  # fmt: skip
def test_staff(line: str, counts: str) -> None:
    assert staff(line) == counts


@pytest.mark.parametrize(
    ("line", "offices"),
    [
        ("内设科室6个。", 6),
        ("内设机构共有6个，分别为办公室、财务科。", 6),
        ("内设办公室、财务科、执法科等3个科室。", 3),  # listed before their count
        ("下设二级机构4个，内设股室6个。", 6),  # the unit's own
        ("内设5科（室）：办公室、财务科等。", 5),
        ("机关设1室3委，即办公室、财经委、监察委、社会委，共4个工作机构。", 4),
        ("本会未设内设机构。", 0),  # said to be none
        ("下属事业单位4个。", None),  # not the unit's own
        ("设有六个职能科室。", 6),  # Chinese numerals
        ("共有科室6个", 6),
        ("下设办公室、招商局、建设局3个局（室）", 3),
        ("设置职能科室17个、监区9个", 17),
        ("机关下设综合性办公室8个", 8),
        ("下设改造科、财务科等机关科室14个", 14),
        ("局机关内设办公室、基层政权股，共2个股室", 2),  # 基层 in an office's name
        ("全年抽查6个科室", None),  # nothing says that they are set up
        ("内设办公室、财务科。全年走访6个部门", None),  # another sentence
    ],
)
def test_internal_departments(line: str, offices: int | None) -> None:
    assert read("（一）机构设置", line).get("internal_departments") == offices


def test_a_list_of_offices_below_its_heading() -> None:
    assert read("（一）内设机构", "综合股、秘书股、行政股，共3个")["internal_departments"] == 3


def test_a_heading_may_be_the_label_of_a_number() -> None:
    assert read("一、单位信息", "编制人数：28人", "在职人数：26人")["staff"] == {"authorised": 28, "active": 26}


def test_staff_of_other_sections_is_not_the_units() -> None:
    assert "staff" not in read("三、绩效情况", "培训在职人员26人。")


def test_figures_of_a_forms_head_count_where_prose_is_silent() -> None:
    form = ruled("编制人数 | 312 | 内设机构数 | 8", *INDICATORS)
    silent, speaking = read("项目支出绩效自评表", form), read("（一）人员情况", "编制28名。", "附件", form)
    assert (silent["staff"]["authorised"], silent["internal_departments"]) == (312, 8)
    assert speaking["staff"]["authorised"] == 28


def test_figures_of_a_plain_table_go_before_those_of_a_form() -> None:
    of = report("（一）人员情况", "人员情况如下。", ruled("人员编制 | 46 | 实有在职人数 | 43"))
    assert stated(organisation(of, plain_amounts(of)))["staff"] == {"authorised": 46, "active": 43}


def test_counts_are_quoted_with_their_words() -> None:
    leaf = organisation(report("（一）人员情况", "我局在职人员 26人。"), PlainAmounts())["staff"]["active"]
    assert leaf is not None and [q.quote for q in leaf.evidence] == ["在职人员 26人"]


@pytest.mark.parametrize(
    ("lines", "duties"),
    [
        # numbered
        (["（一）主要职责", "1．负责环境卫生管理；", "2．负责园林绿化。"], ["负责环境卫生管理", "负责园林绿化"]),
        # announced
        (["（一）主要职责", "主要职责如下：", "（1）负责环境卫生管理。", "（2）负责园林绿化。"], ["负责环境卫生管理", "负责园林绿化"]),
        # in one paragraph, by numbers
        (["（一）主要职责", "1.负责环境卫生管理。2.负责园林绿化。"], ["负责环境卫生管理", "负责园林绿化"]),
        # by sentences
        (["（一）主要职责", "负责环境卫生管理。负责园林绿化。"], ["负责环境卫生管理", "负责园林绿化"]),
        # by clauses, where there is but one sentence
        (["（一）主要职责", "主要职能是负责环境卫生管理；负责园林绿化。"], ["负责环境卫生管理", "负责园林绿化"]),
        # a paragraph each
        (["（一）主要职责", "负责环境卫生管理。", "负责园林绿化。"], ["负责环境卫生管理", "负责园林绿化"]),
        # what has gone on to staff is no duty
        (["（一）主要职责", "主要职责是：1.负责环境卫生管理。2.负责园林绿化。内设科室6个。"], ["负责环境卫生管理", "负责园林绿化"]),
        (["（一）主要职责", "1.负责环境卫生管理。2.负责园林绿化。内设科室6个。"], ["负责环境卫生管理", "负责园林绿化"]),
        (["（一）主要职责", "（1）负责环境卫生管理。（2）负责园林绿化。", "我所设清运班、养护班、财务室3个科室。"],
         ["负责环境卫生管理", "负责园林绿化"]),
        # nor is a sentence behind a list of clauses
        (["（一）部门概况", "主要职责是：负责环境卫生管理；负责园林绿化；负责公厕建设。下属单位另行自评。"],
         ["负责环境卫生管理", "负责园林绿化", "负责公厕建设"]),
        # nor a heading among the items, of themselves or of what follows
        (["（一）职能职责及机构人员情况", "1、主要职责。", "1、负责环境卫生管理；", "2、负责园林绿化。", "2、机构设置情况。设清运股。"],
         ["负责环境卫生管理", "负责园林绿化"]),
        # run in behind the heading
        (["（一）主要职责：负责环境卫生管理；负责园林绿化。"], ["负责环境卫生管理", "负责园林绿化"]),
        # without a section of their own
        (["（一）部门概况", "我局主要职责是：负责环境卫生管理；负责园林绿化。"], ["负责环境卫生管理", "负责园林绿化"]),
        # not from a section on something else
        (["三、绩效情况", "我局主要职责是：负责环境卫生管理；负责园林绿化。"], None),
        # announced in the midst of a paragraph, which goes on with something else
        (["（一）部门概况", "我局为正科级单位，财政全额供给，机关设在解放路二十八号。主要职责有：负责环境卫生管理；负责园林绿化；负责公厕建设。资金由财务股管理。"],
         ["负责环境卫生管理", "负责园林绿化", "负责公厕建设"]),
        # counted before they are listed, in any section
        (["三、绩效情况", "我所的工作，归纳起来是三项：负责环境卫生管理；负责园林绿化；负责公厕建设。全年建成公厕12座。"],
         ["负责环境卫生管理", "负责园林绿化", "负责公厕建设"]),
        (["三、绩效情况", "重点工作有两项：建成公厕12座；补植行道树300株。"], None),  # results, counted in the same way
        # lines that read like headings
        (["三、绩效情况", "网格共12个。街道承担的主要职责是：", "（1）负责环境卫生管理。", "（2）负责园林绿化。", "（3）负责公厕建设。", "全年建成公厕12座。"],
         ["负责环境卫生管理", "负责园林绿化", "负责公厕建设"]),
        # a list that nothing announces
        (["（一）部门概况", "（1）负责辖区环境卫生管理。", "（2）承担园林绿化管护任务。"], ["负责辖区环境卫生管理", "承担园林绿化管护任务"]),
        # what the unit is, is no duty
        (["（一）主要职责", "云亭学院是市政府举办的高等院校，面向全市培养护理人才。负责社区护理培训。"], ["面向全市培养护理人才", "负责社区护理培训"]),
        (["（一）主要职责", "云亭学院是市政府举办的高等院校，业务上接受市教育局指导。负责护理人才培养。负责社区护理培训。"], ["负责护理人才培养", "负责社区护理培训"]),
        # a duty that ends in the word
        (["（一）部门概况", "1.主要职能。承担辖区环境卫生、园林绿化、市政设施等管理和服务职能。"], ["承担辖区环境卫生、园林绿化、市政设施等管理和服务职能"]),
        # not mentioned
        (["（一）部门概况", "我局为正科级。"], None),
    ],
    ids=case_id,
)  # fmt: skip
def test_duties(lines: list[str], duties: list[str] | None) -> None:
    assert read(*lines).get("duties") == duties


@pytest.mark.parametrize(
    ("cell", "duties"),
    [
        ("负责环境卫生管理；负责园林绿化。", ["负责环境卫生管理", "负责园林绿化"]),
        ("详见三定方案", None),  # they stand elsewhere
        ("无", None),
    ],
)
def test_duties_of_a_forms_head(cell: str, duties: list[str] | None) -> None:
    of = context("部门整体支出绩效自评表", ruled(f"主要职能 | {cell} | < | <", *INDICATORS))
    assert stated(organisation(of, PlainAmounts())).get("duties") == duties
