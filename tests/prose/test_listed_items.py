"""Points that name something with its money. A line a case; the comment says what it protects."""

from __future__ import annotations

import pytest

from selfeval_extract.document import folded_text
from selfeval_extract.prose.listed_items import Amount, Span, amounts_between, item_under, listed_items, purpose


def shown(line: str, numbered: bool = False) -> list[str]:
    """`name amount: purpose` of each item, folded."""
    folded = folded_text(line)
    return [_item(folded, *item) for item in listed_items(folded, 0, 2023, numbered)]


def _item(folded: str, name: Span, amount: Amount | None, use: Span | None) -> str:
    value = f"{amount.value.normalize():f}" if amount else "-"
    return f"{folded[slice(*name)]} {value}" + (f": {folded[slice(*use)]}" if use else "")


@pytest.mark.parametrize(
    ("line", "items"),
    [
        # verbs of paying are many
        ("智慧法院建设列支1,250,600元，用于科技法庭改造。", ["智慧法院建设 125.06: 用于科技法庭改造"]),
        ("残疾人两项补贴兑现212.6万元。", ["残疾人两项补贴 212.6"]),
        ("河道清淤工程已支付86万元。", ["河道清淤工程 86"]),
        ("公益性岗位补贴共发放35.2万元", ["公益性岗位补贴 35.2"]),
        ("村级卫生室改造实际支出45万元", ["村级卫生室改造 45"]),
        ("校舍维修资金使用48万元", ["校舍维修资金 48"]),
        ("图书馆免费开放投入30万元", ["图书馆免费开放 30"]),
        # the verb before the name
        ("拨付敬老院运转经费60万元", ["敬老院运转经费 60"]),
        ("支付路灯电费22.5万元", ["路灯电费 22.5"]),
        ("安排村庄规划编制40万元，用于6个村的规划编制。", ["村庄规划编制 40: 用于6个村的规划编制"]),
        ("向安澜镇卫生院拨付设备购置款18万元", ["设备购置款 18"]),
        # or the amount before it
        ("支出42万元实施古树保护工程。", ["古树保护工程 42"]),
        # one point, several amounts: what was spent
        ("1.敬老院改造：预算120万元，实际支出112.5万元，结余7.5万元。", ["敬老院改造 112.5"]),
        ("1.敬老院改造年初预算100万元，年中追加20万元，支出118万元。", ["敬老院改造 118"]),
        ("1.敬老院改造下达资金120万元，已支付90万元，未支付30万元。", ["敬老院改造 90"]),
        ("1.敬老院改造合同价120万元，累计支付96万元。", ["敬老院改造 96"]),
        ("1.敬老院改造。中央资金80万元，县级配套20万元，共支出100万元。", ["敬老院改造 100"]),
        ("1.敬老院改造，预算120万元，至年末尚未支付。", ["敬老院改造 120"]),  # for want of another
        pytest.param(
            "1.敬老院改造，上年支出80万元，本年支出90万元。", ["敬老院改造 90"],  # another year's
        ),
        ("1.敬老院改造：2022年支出80万元，2023年支出90万元。", ["敬老院改造 90"]),
        ("1.敬老院改造120万元（其中：省级资金80万元，县级资金40万元）。", ["敬老院改造 120"]),  # where it came from
        ("1.护林员补助按每人每年10,000元发放，共发放36万元。", ["护林员补助 36"]),  # a rate
        # several points
        ("①公厕管护支出30万元；②绿化养护支出45万元。", ["公厕管护 30", "绿化养护 45"]),
        ("一是公厕管护30万元，二是绿化养护45万元，三是路灯维护12万元。", ["公厕管护 30", "绿化养护 45", "路灯维护 12"]),
        ("公厕管护30万元、绿化养护45万元和路灯维护12万元。", ["公厕管护 30", "绿化养护 45", "路灯维护 12"]),
        pytest.param(
            "公厕管护（30万元）、绿化养护（45万元）", ["公厕管护 30", "绿化养护 45"],  # in brackets
        ),
        # names
        ("“雪亮工程”项目支出80万元", ["雪亮工程 80"]),  # quoted
        pytest.param(
            "农村义务教育学生营养改善计划4126.8万元", ["农村义务教育学生营养改善计划 4126.8"],  # 计划 ends a name
        ),
        pytest.param(
            "高标准农田建设1120万元，用于土地平整。", ["高标准农田建设 1120: 用于土地平整"],  # 标准 inside a name
        ),
        ("产业投资引导资金500万元", ["产业投资引导资金 500"]),
        ("统筹城乡就业补助66万元", ["统筹城乡就业补助 66"]),
        ("驻村工作队经费（第一批）15万元", ["驻村工作队经费(第一批) 15"]),
        # no names
        ("项目支出120万元。", []),
        ("其中财政拨款80万元，自筹资金20万元。", []),
        ("人员经费66万元，公用经费12万元。", []),
        ("较上年增加20万元，增长15%。", []),
        pytest.param(
            "因工程推迟，结余资金20万元。", [],
            marks=pytest.mark.xfail(strict=True, reason="因 does not keep a clause from being a name: 因工程推迟, without an amount"),
        ),
        ("按性质划分，基本支出60万元，项目支出40万元。", []),
        pytest.param(
            "新建高标准农田1.2万亩，粮食播种面积47.1万亩。", [],  # 万 of something else
        ),
        pytest.param(
            "验收合格率100%，亩均投资1765元。", [],  # a unit price
        ),
        pytest.param(
            "服务群众3.5万人次。", [],
        ),
        ("财政拨款收入80万元", []),
    ],
)  # fmt: skip
def test_items(line: str, items: list[str]) -> None:
    assert shown(line) == items


@pytest.mark.parametrize(
    ("line", "use"),
    [
        ("支出80万元，用于新建公厕12座。", "用于新建公厕12座"),
        ("主要用于聘请专家、开展培训，购置设备", "用于聘请专家、开展培训,购置设备"),  # further clauses
        ("用于公厕管护，其中人工费60万元", "用于公厕管护"),  # but not what the money parts into
        ("用于公厕管护，全年支出80万元", "用于公厕管护"),
        ("用于公厕管护，结余2万元", "用于公厕管护"),
        ("用于公厕管护，覆盖率达到98%", "用于公厕管护"),  # nor a result
        ("用于公厕管护。12座公厕已投用。", "用于公厕管护"),  # nor another sentence
        ("用途：公厕管护", "用途:公厕管护"),
        ("用于购置救护车，购置呼吸机6台", "用于购置救护车,购置呼吸机6台"),  # a purpose with a number
        ("公厕管护80万元", None),
    ],
)
def test_purposes(line: str, use: str | None) -> None:
    folded = folded_text(line)
    found = purpose(folded, 0, len(folded))
    assert (folded[slice(*found)] if found else None) == use


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("预算120万元，支出110万元，结余10万元", ["planned 120", "spent 110", "aside 10"]),
        ("共计865万元", ["summed 865"]),
        ("年初预算数100万元，调增20万元", ["planned 100", "aside 20"]),
        pytest.param(
            "上年支出80万元，2022年支出70万元",
            ["aside 80", "aside 70"],
        ),
        ("每户补助2000元", ["aside 0.2"]),
        ("补助标准300元，人均500元", ["aside 0.03", "aside 0.05"]),
        ("其中2023年支付50万元", ["dated 50"]),
        ("合同价200万元，已付款150万元", ["planned 200", "spent 150"]),
        ("到位资金90万元", ["planned 90"]),
        ("公厕30万元", ["named 30"]),  # its words say nothing else
    ],
)
def test_kinds_of_amounts(line: str, kinds: list[str]) -> None:
    folded = folded_text(line)
    found = amounts_between(folded, 0, len(folded), 2023)
    assert [f"{a.kind} {a.value.normalize():f}" for a in found] == kinds


@pytest.mark.parametrize(
    ("heading", "line", "item"),
    [
        ("村级组织运转经费", "年初安排80万元，支出76.5万元，用于村干部报酬。", "村级组织运转经费 76.5: 用于村干部报酬"),
        ("1.村级组织运转经费", "用于村干部报酬。", "村级组织运转经费 -: 用于村干部报酬"),
        ("项目支出情况", "支出76.5万元。", None),  # names nothing
        ("财政拨款收入", "拨款80万元。", None),
    ],
)  # fmt: skip
def test_what_a_heading_names(heading: str, line: str, item: str | None) -> None:
    head, folded = folded_text(heading), folded_text(line)
    found = item_under(head, folded, 2023)
    assert (found and head[slice(*found[0])] + _item(folded, (0, 0), *found[1:])) == item
