"""Department form with banded scoring rules (分档) between target and score, a base-facts block, execution line without fund rows other than the total; horizontal rules only."""
from _common import *
Y = 2024
UNIT = "岭东省黑瞎湾自然保护区管理局"
FR = [fund("部门支出总额", "5,208.00", "5,466.72", "5,402.15", "10", "98.82%", "9.88"), fund("基本支出", "3,011.40", "3,120.66", "3,120.66", "", "100.00%", ""), fund("项目支出", "2,196.60", "2,346.06", "2,281.49", "", "97.25%", "")]
EXP = "保护区内不发生重特大森林火情，东方白鹳等重点物种种群稳定，社区共管协议履约良好。"
ACT = "全年未发生森林火情，监测到东方白鹳繁殖巢62个，社区共管协议履约率96%。"
BAND = "完成90%（含）以上得满分；70%（含）—90%得60%分值；低于70%不得分"
QUAL = "优得100%，良得80%，一般得60%，差不得分"
O, B, S = "产出指标", "效益指标", "满意度指标"
rows = [I(O, "数量指标", "巡护里程", "≥18万公里", "19.2万公里", "10", "10", rule=BAND), I(O, "数量指标", "布设红外相机", "260台", "215台", "10", "6", "采购批次流标一次", rule=BAND), I(O, "质量指标", "湿地补水达标率", "≥90%", "92%", "10", "10", rule=BAND), I(O, "质量指标", "科研监测数据质量", "优", "良", "10", "8", "个别样线数据缺测", rule=QUAL),
        I(O, "时效指标", "火情处置响应", "30分钟内", "25分钟", "10", "10", rule=BAND), I(B, "生态效益指标", "东方白鹳繁殖巢数量", "≥55个", "62个", "15", "15", rule=BAND), I(B, "社会效益指标", "社区共管协议履约率", "≥90%", "96%", "10", "10", rule=BAND), I(B, "可持续影响指标", "巡护体系长效机制", "优", "优", "5", "5", rule=QUAL), I(S, "服务对象满意度指标", "周边社区居民满意度", "≥85%", "88.4%", "10", "10", rule=BAND)]
PRO = "红外相机采购首次招标流标，重新组织采购后到货较晚，部分点位未按期布设；科研监测队伍年龄偏大，部分样线存在缺测。"
MEA = "提前编制采购需求并开展市场调研；与高校联合招收监测助理，补充野外监测力量。"
t = [[c("部门名称", 2), c(UNIT, 7)], [c("支出情况\n（万元）", 2, 4), c("类型"), "年初预算数", "调整预算数", "决算数", "执行率", "分值", "得分"],
     *[[L(f["label"]), f["original"], f["revised"], f["executed"], f["rate"], f["weight"], f["score"]] for f in FR],
     [c("整体\n目标", 2), L(EXP, 3), c("完成\n情况", 1), L(ACT, 3)],
     *form(rows, ["name", "target", "actual", "rule", "weight", "score", "note"], ["一级指标", "二级指标", "三级指标", "目标值", "实绩值", "分档评分标准", "分值", "得分", "失分原因"]),
     [c("自评总分及等级", 2), c("93.88分", 3), c("等级"), c("优", 3)], [c("存在的主要问题", 2), L(PRO, 7)], [c("下一步措施", 2), L(MEA, 7)]]
TITLE = f"{Y}年度省级部门整体支出绩效自评表"
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, budget={"original": 5208, "revised": 5466.72, "executed": 5402.15, "execution_rate": 98.82}, spending={"basic": 3120.66, "project": 2281.49},
         evaluations=[evaluation(title=TITLE, kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(FR), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_score=93.88, grade="优", problems=PRO, measures=MEA)],
         self_assessment={"score": 93.88, "grade": "优"}, problems=[prob(PRO)], measures=[meas(MEA)])
drop(G, "spending", "problems.0.cause")
for i in G["evaluations"][0]["indicators"]:
    if i["name"] == "火情处置响应": i["target"] = {"text": "30分钟内"}
CASE = {"name": "b11_banded_scores", "txt": "md", "encoding": "utf-8", "margin": 1.5, "blocks": [T(TITLE), {"table": t, "rules": "horizontal", "size": 9, "row": 0.9, "widths": [1.5, 2.1, 2.8, 2.1, 2.1, 3.6, 1.4, 1.4, 2.2]}, {"p": "注：等级按90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差划分。", "size": 9}], "gold": G}
