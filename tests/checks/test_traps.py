"""What must not raise a false alarm, and what must not silence a check: cases found by review and on unseen reports."""

from __future__ import annotations

from decimal import Decimal

import pytest
from small_records import context, form, money, outcome, row, run, section
from test_amounts import funds, prose, spent, split, staff, three
from test_consistency import again

from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.figures import figure, same


def merged_weights(*weights: tuple[float, int]) -> CheckContext:
    """A form whose weights stand in merged cells: (points, rows that the cell spans)."""
    rows, evidence = [], {}
    for cell, (points, span) in enumerate(weights):
        for _ in range(span):
            pointer = f"/evaluations/0/indicators/{len(rows)}/weight"
            evidence[pointer] = {"quote": str(points), "place": {"block": 1, "row": cell + 1, "column": 5}}
            rows.append(row(f"指标{len(rows)}", weight=points, score=None))
    record = context(evaluations=[form(rows, [money()], total_weight=100)], evidence=evidence)
    record.report.source.format = "docx"
    return record


TRAPS: list[tuple[str, CheckContext]] = [
    ("WGT-01", merged_weights((10, 1), (20, 2), (20, 1), (30, 1), (10, 1))),
    ("WGT-07", merged_weights((10, 1), (20, 2), (20, 1), (30, 1), (10, 1))),
    ("WGT-01", context(evaluations=[form([row(weight=90), row("合计", None, None, 90, 90)])])),
    ("WGT-07", context(evaluations=[form([row(weight=90)], total_weight=90)])),
    ("AMT-14", three("三公经费支出10万元，比上年减少2万元，下降16.67%，其中公务接待费3万元，比上年减少1万元，下降25%。", total=10)),
    ("AMT-14", prose("总支出200万元，其中项目支出150万元，总支出比上年增加20万元，增长11.11%。")),
    ("AMT-14", prose("2022年支出5118.30万元，本年比上年增加284.66万元，增长5.56%。", year=2023)),
    ("AMT-14", prose("决算数14.37万元，比2021年的15.34万元减少0.97万元，比预算17.50万元减少3.13万元。")),
    ("AMT-15", prose("2021年支出80万元，占总支出的40%。", year=2022, spending={"total": 300})),
    ("AMT-15", prose("基本支出60万元（人员经费50万元、公用经费10万元），占60%；项目支出40万元，占40%。", spending={"total": 100, "basic": 60, "project": 40})),
    ("AMT-15", prose("基本支出60万元、项目支出40万元，分别占总支出的60%和40%。", spending={"total": 100, "basic": 60, "project": 40})),
    ("AMT-06", spent(total=150, functions=[{"name": "社会保障和就业支出", "amount": 20}, {"name": "卫生健康支出", "amount": 10}])),
    ("AMT-07", prose("基本支出100万元，其中工资福利支出60万元、商品和服务支出30万元、对个人和家庭的补助10万元。项目支出50万元，其中资本性支出20万元。", spending={"basic": 100, "total": 150})),
    ("AMT-09", funds(("年度资金总额", 100, 100, 100), ("一般公共预算拨款", 100, 100, 100), ("其中：中央资金", 60, 60, 60), ("省财政资金", 30, 30, 30), ("县级配套资金", 10, 10, 10))),
    ("AMT-09", funds(("基金收入", 68420, 69105, 70218), ("其中：个人缴费收入", 14300, 14300, 14962), ("基金支出", 57930, 58240, 57706))),
    ("AMT-12", prose("年初预算100万元，追加20万元（其中追加人员经费12万元、追加项目8万元），调减5万元，调整后全年预算115万元。", budget={"original": 100, "revised": 115})),
    ("AMT-12", prose("年初预算200万元，年中追加业务费31.6万元、设备费12.45万元，全年预算244.05万元。", budget={"original": 200, "revised": 244.05})),
    ("AMT-12", prose("年初预算200万元，加上上年结转10万元和年中追加、专项下达，调整后预算为290.4万元。", budget={"original": 200, "revised": 290.4})),
    ("AMT-12", prose("年初预算200万元，年中追加30万元，全年下达230万元，加上上年结转8.5万元，全年预算238.5万元。", budget={"original": 200, "revised": 238.5})),
    ("AMT-10", prose("本年收入310万元。全年预算220万元，支出205万元，年末结转15万元。", budget={"revenue": 310, "revised": 220, "executed": 205})),
    ("AMT-02", prose("总支出131.27万元，其中基本支出90万元，项目支出30万元；另有上解资金11.27万元。", spending={"total": 131.27, "basic": 90, "project": 30})),
    ("AMT-13", context(budget={"executed": 100, "sources": {"general_public": 80, "other": 40}})),
    ("EXE-02", context(evaluations=[form([], [{"label": "基金收入", "revised": 100, "executed": 105}], kind="project")])),
    ("EXE-03", context(evaluations=[form([row()], [money(100, 100, -1, score=0)])])),
    ("EXE-05", funds(("项目资金总额", 820, 820, 405.9), ("年度资金总额", 260, 248, 223.2))),
    ("ORG-01", staff("编制60名，其中全额拨款50名、差额拨款10名；在职58人，其中全额拨款49人、差额拨款9人。", active=58)),
    ("ORG-01", staff("在职82人。下辖二级单位5个，其中参照公务员法管理单位1个、全额拨款事业单位3个、差额拨款事业单位1个。", active=82)),
    ("ORG-03", staff("内设机构4个，分别为：办公室、综合股（加挂法规股牌子）、财务股、业务股。", departments=4)),
    ("ORG-07", staff("上年在职人员控制率为95%。编制20人，在职18人。", active=18, authorised=20)),
    ("ORG-08", staff("下属单位5个，其中行政2个、事业3个，事业单位中公益一类2个、公益二类1个。")),
    ("XDC-04", prose("支出总计116.35万元，含年末结转6.35万元；本年支出110万元。", spending={"total": 110}, restated=again("/spending/total", 116.35))),
    ("TPE-04", three("2019年“三公”经费决算9万元，为预算15万元的60%，比2018年的10万元下降10%。", total=9)),
    ("TPE-04", three("“三公”经费支出20万元，其中公务接待费9万元。\n公务接待费比上年减少1万元，下降10%。", total=20, receptions=9)),
    ("XDC-04", prose("“三公”经费支出18.64万元；全年预算21.00万元。", "three_public", budget={"revised": 2384.5})),
    ("XDC-06", context(evaluations=[form(goal={"expected": "1.养护公路1260公里。2.改造路面。3.保障公交线路18条。", "actual": "1.养护1268公里。2.完工率72%。3.18条线路全年运行。"})])),
    ("XDC-08", prose("组织4名工作人员(含临时聘用、劳务派遣人员)开展巡查，建成3处点位(已完成验收、资金已拨付)。")),
    ("XDC-09", prose("全年计划道路20条，已建成道路20条，其余道路3条为社会投资。")),
    ("SCR-06", context(["评定等级：优（95-100分）、良（85-95分）。"], self_assessment={"score": 93, "grade": "良"})),
    ("SCR-06", context(["得分≥95为优，85分以上为良。"], self_assessment={"score": 93, "grade": "良"})),
    ("SCR-07", context(outline=[section("绩效", "第三方机构评价得分为90分。自评得分为96分。", "performance")], kind="department", evaluations=[form([row()], total_score=96)])),
    ("EXE-03", context(["执行率达到95%得满分，每低1个百分点扣0.5分。"], evaluations=[form([row()], [money(executed=96, rate=96, score=10)])])),
    ("IND-01", context(evaluations=[form([row("服务满意度", "≥90%", "0.95")])])),
    ("SCR-10", context(evaluations=[form([row("不达标项目整改", "全部整改", "不达标项目已全部整改完成")])])),
]  # fmt: skip


@pytest.mark.parametrize(("id", "record"), TRAPS, ids=[f"{id} {n}" for n, (id, _) in enumerate(TRAPS)])
def test_no_false_alarm(id: str, record: CheckContext) -> None:
    assert outcome(id, record) != "fail", [f.message for f in run(id, record)]


def test_one_odd_cell_silences_nothing() -> None:
    rows = [row("居民消费价格涨幅", "0-5%", "-0.2%"), row(weight=200, score=200)]
    record = context(evaluations=[form(rows)])
    assert outcome("SCR-03", record) == outcome("WGT-01", record) == "fail"


def test_quotes_with_blanks_keep_their_precision() -> None:
    broken = figure(Decimal("560.5"), "5 60.5万元")
    assert (broken.quantum, broken.integer) == (Decimal("0.1"), False)
    assert same(broken, figure(Decimal(600))).outcome == "fail"


FAULTS: list[tuple[str, CheckContext]] = [
    ("AMT-03", prose("项目支出100万元，其中：甲项目60万元；乙项目30万元。", spending={"project": 100, "projects": [{"name": "甲项目", "amount": 60}, {"name": "乙项目", "amount": 30}]})),
    ("AMT-05", context(evaluations=[form([], [money(100, 100, 90), {"label": "其中：基本支出", "executed": 60}, {"label": "项目支出", "executed": 20}])])),
    ("AMT-05", split({"general_public": 185.7}, {"basic": 100, "project": 80})),
    ("ORG-01", staff("年末在职44人，其中专业技术人员31人、管理人员9人、工勤人员6人。", active=44)),
    ("ORG-03", staff("内设股室9个：办公室、人民参与和促进法治股、社区矫正管理股。", departments=9)),
    ("TPE-02", three("“三公”经费46.8万元，其中公务用车购置及运行维护费44.1万元（购置费15.7万元、运行维护费26.6万元）。", total=46.8, vehicles=44.1)),
    ("TPE-03", three("“三公”经费预算10万元（公务用车运行维护费8.6万元、公务接待费1.4万元），决算9.86万元（公务用车运行维护费8.4万元、公务接待费1.46万元）。", total=9.86, receptions=1.46)),
    ("TPE-04", three("“三公”经费全年支出24.86万元，其中公务接待费6.34万元；上年决算27.15万元，比上年下降9.21%。", total=24.86)),
    ("XDC-01", context(["2021年度自评表", "（2020年度）"], year=2021, title="2021年度自评表", evaluations=[form([row()], year=2021)])),
    ("XDC-01", context(year=2022, evaluations=[form([row()], year=2022, goal={"expected": "全面完成2021年度防控任务，清理枯死松树1.2万株。"})])),
    ("XDC-02", context(unit="某县水利局", evaluations=[form([row()], kind="project", unit="某县交通运输局", supervisor="某县水利局")])),
    ("XDC-17", context(budget={"sources": {"government_funds": 30}}, outline=[section("其他", "本部门无政府性基金预算支出、国有资本经营预算支出。", "other_matters")])),
    ("IND-09", context(evaluations=[form([row("适龄儿童入学率", "≥98%", "198.6%")])])),
    ("IND-11", context(evaluations=[form([row("文化活动场次", "≥60场", "62场"), row("文化活动场次", "≥18000人次", "18600人次")])])),
    ("SCR-08", context(self_assessment={"score": 99.5}, kind="department", evaluations=[form([row()], total_weight=100)])),
]  # fmt: skip


@pytest.mark.parametrize(("id", "record"), FAULTS, ids=[f"{id} {n}" for n, (id, _) in enumerate(FAULTS)])
def test_a_fault_is_seen(id: str, record: CheckContext) -> None:
    assert outcome(id, record) == "fail", [f.message for f in run(id, record)]
