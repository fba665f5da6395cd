"""Special-bond form in 亿元: whole-life figures beside the year's, transposed money (sources across), income-balance indicators, two signatures; sign and unit columns after the name, 得分 before 权重."""
from _common import *
Y = 2023
NAME, SUP, UNIT = "临港冷链物流园一期工程", "鲸湾市商务局", "鲸湾市临港产业投资运营中心"
EXP = "完成冷库主体工程并投用1#、2#库，形成冷储能力6万吨；当年债券资金支出进度不低于90%。"
ACT = "1#冷库投用，2#冷库完成主体封顶；形成冷储能力3.4万吨，债券资金支出进度93.33%。"
F = [fund("资金总额", "3.2000", "3.5500", "3.1840", "10", "89.69%", "8.97", "亿元"), fund("专项债券资金", "2.4000", "2.4000", "2.2400", "", "93.33%", "", "亿元"), fund("项目资本金", "0.8000", "0.8000", "0.7940", "", "99.25%", "", "亿元"), fund("市场化融资", "0.0000", "0.3500", "0.1500", "", "42.86%", "", "亿元")]
O, C_, B, S = "产出指标", "成本指标", "效益指标", "满意度指标"
raw = [(O, "数量指标", "新增冷储能力", "≥", "6", "3.4", "万吨", "8.5", "15", "2#冷库制冷设备到货延迟"), (O, "数量指标", "完成冷库建筑面积", "=", "4.8", "4.8", "万平方米", "10", "10", ""), (O, "质量指标", "分部工程验收合格率", "=", "100", "100", "%", "10", "10", ""), (O, "时效指标", "债券资金支出进度", "≥", "90", "93.33", "%", "10", "10", ""),
       (C_, "经济成本指标", "单位面积建安造价", "≤", "4650", "4588", "元/平方米", "5", "5", ""), (B, "经济效益指标", "年度专项收入", "≥", "1260", "742", "万元", "5.9", "10", "投用时间晚于计划5个月"), (B, "经济效益指标", "项目收益覆盖债券本息倍数", "≥", "1.2", "1.31", "倍", "10", "10", ""), (B, "社会效益指标", "带动就业", "≥", "300", "326", "人", "10", "10", ""), (B, "生态效益指标", "制冷剂泄漏事故", "=", "0", "0", "起", "5", "5", ""), (S, "服务对象满意度指标", "入园企业满意度", "≥", "85", "90", "%", "5", "5", "")]
rows = [I(a, b, n, tv, av, w, s, x, sign=sg, unit=u, sg=sg, u=u) for a, b, n, sg, tv, av, u, s, w, x in raw]
def line(head, k, extra=""): return [L(head, 2), *[f[k] for f in F], c(extra, 4)]
t = [[c("项目名称", 2), c(NAME, 4), c("项目领域", 2), c("农产品骨干冷链物流", 2)], [c("主管部门", 2), c(SUP, 4), c("项目单位", 2), c(UNIT, 2)], [c("项目总投资（亿元）", 2), c("9.8600", 4), c("债券存续期", 2), c("15年", 2)],
     [c("年度资金\n（亿元）", 2), *[c(f["label"]) for f in F], c("说明", 4)], line("年初预算数", "original", ""), line("调整后预算数", "revised", "9月追加市场化融资"), line("全年执行数", "executed"), line("执行率", "rate"), line("分值", "weight"), line("得分", "score"),
     [c("预期目标", 2), L(EXP, 8)], [c("预期目标完成情况", 2), L(ACT, 8)],
     *form(rows, ["name", "sg", "target", "u", "actual", "score", "weight", "note"], ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "计量单位", "完成值", "得分", "权重", "偏差原因及改进措施"]), [c("指标小计", 7), "79.40", "90", ""], [c("自评总分", 7), "88.4", "100", ""]]
TITLE = "新增专项债券项目绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 32000, "revised": 35500, "executed": 31840, "execution_rate": 89.69},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(F), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=88.4)], self_assessment={"score": 88.4, "grade": None})
drop(G, "budget.sources", "evaluations.0.problems")
CASE = {"name": "c07_bond_yi", "txt": "tika", "encoding": "utf-8", "margin": 1.6, "blocks": [T(TITLE), {"p": f"（{Y}年度）", "style": "center"}, {"table": t, "size": 9, "row": 0.85, "widths": [1.5, 2, 2.6, 1.6, 1.8, 1.8, 1.6, 1.2, 1.2, 2.6]}, {"p": "项目单位负责人（签字）：　　　　　　主管部门意见（盖章）：", "size": 9}], "gold": G}
