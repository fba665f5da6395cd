"""Label and value in neighbouring cells (yuan), a computed completion column between actual and score, level 2 without 指标,
weight behind the target, closing rows."""
from _common import *

Y = 2022
NAME = "社区综合为老服务中心运营补贴"
SUP, UNIT = "汐江区民政局", "汐江区社会福利事务中心"
TITLE = "预算项目支出绩效自评表"
OBJ = "支持全区8家社区综合为老服务中心正常运转，为老年人提供日间照护、助餐和康复辅具租赁服务，逐步形成15分钟养老服务圈。"
ACT = "8家中心全年运转平稳，日间照护服务老人1.1万人次，助餐48.6万客，15分钟养老服务圈覆盖率由82%提升到91%。"
O, B, S = "产出指标", "效益指标", "满意度指标"
rows = [
    I(O, "数量", "补贴服务中心数", "8家", "8家", "6", "6", done="100%"),
    I(O, "数量", "日间照护服务人次", "≥10000人次", "11036人次", "8", "8", done="110.36%"),
    I(O, "数量", "老年助餐客数", "≥50万客", "48.6万客", "8", "7.78", done="97.20%"),
    I(O, "质量", "服务质量日常监测合格率", "≥95%", "98.5%", "8", "8", done="103.68%"),
    I(O, "质量", "护理人员持证上岗率", "100%", "92.31%", "8", "7.38", done="92.31%"),
    I(O, "时效", "补贴资金发放时限", "次月15日前", "次月12日", "6", "6", done="100%"),
    I(O, "成本", "单家中心年均补贴额", "≤30万元", "29.2万元", "6", "6", done="100%"),
    I(B, "社会", "15分钟养老服务圈覆盖率", "≥90%", "91%", "10", "10", done="101.11%"),
    I(B, "社会", "重大安全责任事故", "0起", "0起", "10", "10", done="100%"),
    I(B, "可持续影响", "长效管理机制", "健全", "基本健全", "10", "8", done="80%"),
    I(S, "服务对象", "老年人满意度", "≥90%", "94.6%", "6", "6", done="105.11%"),
    I(S, "服务对象", "家属满意度", "≥90%", "89.2%", "4", "3.96", done="99.11%"),
]
assert sum(Decimal(i["weight"]) for i in rows) == 90
TOTAL = str(sum(Decimal(i["score"]) for i in rows) + Decimal("9.74"))
MAIN = "项目资金保障到位，服务覆盖面和服务质量稳步提高，社区托养照护能力得到加强。"
PROB = "一是助餐点布局不均衡，年内两家助餐点停业装修，供餐量低于计划。二是新入职护理员持证率偏低。"
MEAS = "一是统筹周边社区食堂资源，推行中央厨房配送。二是与区职业技术学校合作开设护理员培训班，力争2023年底前持证率达到100%。"
table = [
    [c("项目名称", 2), c(NAME, 6)],
    [c("预算主管部门", 2), c(SUP, 2), c("预算单位", 2), c(UNIT, 2)],
    [c("项目类别", 2), c("经常性专项业务费", 2), c("评分日期", 2), c("2023年3月20日", 2)],
    [c("年初预算数（元）", 2), c("2,400,000.00", 2), c("调整后预算数（元）", 2), c("2,336,000.00", 2)],
    [c("预算执行数（元）", 2), c("2,275,264.50", 2), c("预算执行率（%）", 2), c("97.40", 2)],
    [c("预算执行率权重", 2), c("10", 2), c("预算执行率得分", 2), c("9.74", 2)],
    [c("项目年度总目标", 2), L(OBJ, 6)],
    [c("年度总目标\n完成情况", 2), L(ACT, 6)],
]
table += form(rows, ["name", "target", "weight", "actual", "done", "score"],
              ["一级指标", "二级指标", "三级指标", "年初目标值", "权重", "年末实际值", "完成程度", "得分"])
table += [
    [c("自评总分", 2), c(TOTAL, 2), c("自评等级", 2), c("优", 2)],
    [c("主要绩效", 2), L(MAIN, 6)], [c("主要问题", 2), L(PROB, 6)], [c("改进措施", 2), L(MEAS, 6)],
    [c("填表人：沈婕", 4, left=True), c("单位负责人：陆远清", 4, left=True)],
]
f1 = {"original": 240, "revised": wan("2336000", "元"), "executed": wan("2275264.5", "元"), "weight": 10, "rate": 97.4, "score": 9.74}
g = gold(
    title=TITLE, kind="project", year=Y, unit=UNIT,
    budget={"original": 240, "revised": f1["revised"], "executed": f1["executed"], "execution_rate": 97.4},
    evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=[f1],
                            goal={"expected": OBJ, "actual": ACT}, indicators=indicators(rows),
                            total_score=plain(TOTAL), grade="优", problems=PROB, measures=MEAS)],
    self_assessment={"score": plain(TOTAL), "grade": "优"},
    problems=[prob("助餐点布局不均衡，年内两家助餐点停业装修，供餐量低于计划"), prob("新入职护理员持证率偏低", "staffing")],
    measures=[meas("统筹周边社区食堂资源，推行中央厨房配送"),
              meas("与区职业技术学校合作开设护理员培训班，力争2023年底前持证率达到100%", "staffing")])
drop(g, "evaluations.0.conclusion", "problems.0.cause")
CASE = {
    "name": "e03_shanghai_yuan_pairs", "txt": "pipe", "encoding": "utf-8-sig", "margin": 2.0,
    "blocks": [
        T(TITLE, size=16), {"p": f"（{Y}年度）", "style": "center"},
        {"p": f"申报单位名称：{UNIT}", "size": 10},
        {"table": table, "widths": [1.7, 2.0, 3.8, 2.3, 1.4, 2.4, 1.9, 1.5], "size": 9},
    ],
    "gold": g,
}
