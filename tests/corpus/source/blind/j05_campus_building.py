"""Capital construction of a university, in 元: cost first, whole-project and annual target side by side, closing block in unusual words."""
from _common import *

Y = 2024
NAME = "南校区工程训练中心建设项目"
UNIT, SUP = "岭桥理工学院", "桂南省教育厅"
u = "元"
F = [fund("年度资金合计", "42,000,000.00", "45,600,000.00", "44,918,267.35", "10", "98.50%", "9.85", u),
     fund("其中：中央预算内投资", "20,000,000.00", "20,000,000.00", "20,000,000.00", "", "100.00%", "", u),
     fund("省级基建拨款", "15,000,000.00", "18,600,000.00", "18,600,000.00", "", "100.00%", "", u),
     fund("学校自筹资金", "7,000,000.00", "7,000,000.00", "6,318,267.35", "", "90.26%", "", u)]
A, B, C, D = "成本指标", "产出指标", "效益指标", "满意度指标"
R = [
    I(A, "经济成本指标", "土建工程单方造价", "≤3850元/㎡", "3792元/㎡", "8", "8", whole="≤3850元/㎡"),
    I(A, "经济成本指标", "设计变更增加投资占比", "≤3%", "3.6%", "6", "5", "地质勘察遗漏溶洞处理", whole="≤3%"),
    I(A, "社会成本指标", "施工扰民有效投诉", "0件", "2件", "3", "2", "夜间浇筑，已调整工序", whole="0件"),
    I(A, "生态环境\n成本指标", "建筑垃圾资源化率", "≥60%", "64%", "3", "3", whole="≥60%"),
    I(B, "数量指标", "完成建筑面积", "15200平方米", "15200平方米", "10", "10", whole="26800平方米"),
    I(B, "数量指标", "实训车间封顶栋数", "2栋", "2栋", "8", "8", whole="3栋"),
    I(B, "质量指标", "主体结构验收合格率", "100%", "100%", "8", "8", whole="100%"),
    I(B, "质量指标", "安全文明工地等级", "市级", "市级", "4", "4", whole="省级"),
    I(B, "时效指标", "主体结构完工时间", "2024年10月31日前", "2024年11月19日", "10", "8", "桩基处理延误", whole="2024年10月31日前"),
    I(C, "经济效益指标", "带动设备捐赠意向金额", "≥500万元", "630万元", "6", "6", whole="≥1500万元"),
    I(C, "社会效益指标", "新增实训工位", "≥800个", "0个", "8", "4", "须待设备安装后形成", whole="≥1600个"),
    I(C, "可持续影响指标", "后续运维责任落实", "已明确", "已明确", "6", "6", whole="已明确"),
    I(D, "服务对象\n满意度指标", "师生满意度", "≥85%", "91.3%", "10", "10", whole="≥90%"),
]
assert sum(float(r["weight"]) for r in R) == 90
TOTAL = "91.85"
assert abs(sum(float(r["score"]) for r in R) + 9.85 - float(TOTAL)) < 1e-6, sum(float(r["score"]) for r in R) + 9.85
EXP = "完成工程训练中心主体施工，2栋车间封顶，当年中央投资全部支付。"
ACT = "主体结构通过验收，2栋车间封顶，完成建筑面积15200平方米。"
HARD = "1.地质勘察深度不够，溶洞处理推高工程造价；2.自筹资金安排偏晚，四季度集中支付。"
NEXT = "1.三号车间开工前补做详勘，变更超过50万元的提交校长办公会审定；2.将自筹部分编入年初用款计划，按月拨付。"
table = [[c("项目名称", 2), c(NAME, 5), c("建设性质"), c("新建", 2)],
         [c("主管部门", 2), c(SUP, 5), c("建设单位"), c(UNIT, 2)],
         [c("批复概算（元）", 2), c("103,180,000.00", 5), c("建设周期"), c("2023—2026年", 2)],
         [c("年度资金\n安排及使用\n（元）", 1, len(F) + 1), c("资金渠道", 2), c("年初下达", 2), "调整后", "支付数", "分值", "支付率", "得分"]]
for f in F:
    table.append([L(f["label"], 2), c(f["original"], 2), f["revised"], f["executed"], f["weight"], f["rate"], f["score"]])
table += [[c("年度\n建设目标", 1, 2), c("预期目标", 4), c("完成情况", 5)], [L(EXP, 4), L(ACT, 5)]]
table += [["一级指标", "二级指标", c("三级指标", 2), "全周期\n目标值", "2024年\n目标值", "2024年\n完成值", "分值", "得分", "未达标说明"]]
table += indicator_rows(R, lambda i: [L(i["name"], 2), i["whole"], i["target"], i["actual"], i["weight"], i["score"], L(i["note"])])
table += [[c("总分", 7), "100", TOTAL, ""], [c("实施难点", 2), L(HARD, 8)], [c("下一步打算", 2), L(NEXT, 8)]]
TITLE = f"{UNIT}{Y}年基本建设项目绩效自评表"
G = gold(
    title=TITLE, kind="project", year=Y, unit=UNIT,
    budget={"original": wan("42,000,000.00", u), "revised": wan("45,600,000.00", u), "executed": wan("44,918,267.35", u), "execution_rate": 98.5},
    evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(F),
                            goal={"expected": EXP, "actual": ACT}, indicators=indicators(R), total_weight=100, total_score=91.85,
                            problems=HARD, measures=NEXT)],
    self_assessment={"score": 91.85, "grade": None},
    problems=[prob("地质勘察深度不够，溶洞处理推高工程造价", "project_management"), prob("自筹资金安排偏晚，四季度集中支付", "budget_execution")],
    measures=[meas("三号车间开工前补做详勘，变更超过50万元的提交校长办公会审定", "project_management"), meas("将自筹部分编入年初用款计划，按月拨付")])
CASE = {"name": "j05_campus_building", "txt": "padded", "encoding": "utf-8", "landscape": True, "margin": 2.0,
        "blocks": [T(TITLE), {"table": table, "widths": [2.2, 2.4, 2.2, 2.0, 2.6, 3.0, 3.0, 1.5, 2.0, 3.2], "size": 9},
                   {"p": "填表：基建处　　　　复核：财务处　　　　单位负责人：丁敬尧　　　　2025年3月6日", "size": 9.5}],
        "gold": G}
