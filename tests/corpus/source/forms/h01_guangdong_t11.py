"""Guangdong department form T11: 单位基本情况, 按资金来源/按支出类别 split in label/value cells, 未能完成原因, indicators with 预期值."""
from _common import *
Y = 2022
UNIT = "粤潮市莲花湾区妇幼保健中心"
EXP = "强化妇幼健康服务，孕产妇系统管理率达到95%以上，出生缺陷综合防控能力进一步提升。"
ACT = "孕产妇系统管理率96.3%，婚前医学检查率78.5%，出生缺陷三级预防措施全面落实。"
WHY = "受出生人口下降影响，新生儿筛查人数未达到预期。"
O, B = "产出指标", "效益指标"
rows = [ind(O, "数量指标", "新生儿疾病筛查人数", "9500人", "8764人", note="出生人口下降"), ind(O, "数量指标", "孕产妇健康讲座", "≥48场", "52场"), ind(O, "质量指标", "孕产妇系统管理率", "95%以上", "96.3%"),
        ind(O, "时效指标", "高危孕产妇随访及时率", "100%", "99.6%", note="2例失访，已补访"), ind(O, "成本指标", "“三公”经费控制率", "≤100%", "81.4%"), ind(B, "社会效益指标", "孕产妇死亡率", "≤8/10万", "0/10万"),
        ind(B, "可持续发展指标", "妇幼健康服务体系", "进一步完善", "进一步完善"), ind(B, "满意度指标", "就诊群众满意度", "≥88%", "93.4%")]
t = [[c("一、单位基本情况", 8, bold=True)], [c("单位名称"), c(UNIT, 4), c("填报人"), c("林××", 2)], [c("年度整体绩效目标"), L(EXP, 7)], [c("整体绩效目标完成情况"), L(ACT, 7)], [c("未能完成原因"), L(WHY, 7)],
     [c("年度部门整体支出规模（万元）", 1, 4), c("年初预算数"), c("1,940.00", 2), c("调整预算数"), c("2,018.60", 1), c("实际支出数"), c("1,975.42")],
     [c("按资金来源"), L("其中：财政拨款：1,602.15", 2), L("其他资金：373.27", 4)], [c("按支出类别"), L("其中：基本支出：1,421.90", 2), L("项目支出：553.52", 4)],
     [c("预算执行率"), c("97.86%", 2), c("自评等级"), c("优", 1), c("自评分"), c("96.70")],
     [c("二、绩效指标完成情况", 8, bold=True)], ["一级指标", "二级指标", c("三级指标", 2), "预期值", "完成值", c("未能完成原因", 2)],
     *indicator_rows(rows, lambda i: [L(i["name"], 2), i["target"], i["actual"], L(i["note"], 2)])]
TITLE = "广东省区级部门整体支出绩效自评表"
TITLE = "部门整体支出绩效自评表"
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, budget={"original": 1940, "revised": wan("2,018.60"), "executed": wan("1,975.42"), "execution_rate": 97.86},
         evaluations=[evaluation(title=TITLE, kind="department", year=Y, subject=UNIT, unit=UNIT, goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_score=96.7, grade="优")],
         self_assessment={"score": 96.7, "grade": "优"})
drop(G, "evaluations.0.funds", "budget.sources", "evaluations.0.problems", "problems", "measures")
for k in ("comparator", "value", "unit"):
    for x in ("target", "actual"): del G["evaluations"][0]["indicators"][5][x][k]
G["spending"] = {"basic": wan("1,421.90"), "project": 553.52}
CASE = {"name": "h01_guangdong_t11", "txt": "vanish", "encoding": "utf-8", "blocks": [T(TITLE), {"p": f"（{Y}年度）", "style": "center"}, {"p": "金额单位：万元", "style": "right", "size": 10},
        {"table": t, "size": 9.5, "widths": [2.6, 2.4, 2.2, 1.6, 2.2, 2.2, 2, 2]}], "gold": G}
