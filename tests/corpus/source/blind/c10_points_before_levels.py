"""Department form: a points column before each level name (分值|一级|分值|二级|分值|三级), level 2 without 指标, fund rows by nature with 经营支出, grade row with boxes."""
from _common import *
Y = 2023
UNIT = "赣浦市殡葬事务管理所"
F = [fund("部门支出合计", "1,930.45", "2,004.11", "1,961.72", "10", "97.88%", "9.79"), fund("其中：基本支出", "1,042.30", "1,061.58", "1,061.58", "", "100.00%", ""), fund("项目支出", "888.15", "942.53", "900.14", "", "95.50%", ""), fund("经营支出", "0", "0", "0", "", "", "")]
EXP, ACT = "保障基本殡葬服务供给，惠民殡葬政策全面落实，节地生态安葬率达到40%。", "全年免费火化7,852具，减免基本服务费用418.9万元，节地生态安葬率42.6%。"
O, M_, B, S = "产出", "管理", "效益", "满意度"
raw = [(M_, "预算管理", "预决算信息公开", "按时公开", "按时公开", "5", "5", ""), (M_, "预算管理", "“三公”经费控制率", "≤100%", "88.3%", "5", "5", ""), (M_, "资产管理", "固定资产利用率", "≥95%", "91%", "5", "4.5", "2台旧火化炉待报废"), (O, "数量", "基本殡葬服务减免人次", "≥7500人次", "7852人次", "10", "10", ""), (O, "数量", "公益性墓位新增", "600个", "480个", "8", "6.4", "山体边坡治理占用工期"), (O, "质量", "火化设备完好率", "≥98%", "98.5%", "7", "7", ""), (O, "时效", "接运响应时间", "≤60分钟", "52分钟", "10", "10", ""), (B, "社会效益", "节地生态安葬率", "≥40%", "42.6%", "15", "15", ""), (B, "生态效益", "火化烟气排放达标率", "100%", "100%", "15", "15", ""), (S, "服务对象", "丧属满意度", "≥95%", "97.2%", "10", "10", "")]
rows = [I(*r) for r in raw]
W1 = {M_: "15", O: "35", B: "30", S: "10"}; W2 = {"预算管理": "10", "资产管理": "5", "数量": "18", "质量": "7", "时效": "10", "社会效益": "15", "生态效益": "15", "服务对象": "10"}
a, b = runs(rows, "l1"), runs(rows, "l1", "l2")
body = []
for n, i in enumerate(rows):
    r = []
    if a[n]: r += [c(W1[i["l1"]], 1, a[n]), c(i["l1"], 1, a[n])]
    if b[n]: r += [c(W2[i["l2"]], 1, b[n]), c(i["l2"], 1, b[n])]
    body.append(r + [i["weight"], L(i["name"]), i["target"], i["actual"], i["score"], L(i["note"])])
t = [[c("单位名称", 3), c(UNIT, 4), c("填报日期"), c("2024年3月12日", 2)], [c("预算执行\n情况（万元）", 3, 5), c("类别", 2), "年初预算", "调整后预算", "决算支出", "执行率", "得分（10分）"], *[[L(f["label"], 2), f["original"], f["revised"], f["executed"], f["rate"], f["score"]] for f in F],
     [c("年度总体目标", 3), L(EXP, 7)], [c("目标完成情况", 3), L(ACT, 7)], ["分值", "一级指标", "分值", "二级指标", "分值", "三级指标", "目标值", "完成值", "得分", "未完成原因"], *body,
     [c("自评总分", 3), c("97.69", 3), c("自评等级"), c("☑优　□良　□中　□差", 3)]]
TITLE = f"{Y}年度单位整体支出绩效自评表"
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, budget={"original": 1930.45, "revised": 2004.11, "executed": 1961.72, "execution_rate": 97.88},
         evaluations=[evaluation(title=TITLE, kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(F), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_score=97.69, grade="优")], self_assessment={"score": 97.69, "grade": "优"})
drop(G, "spending", "budget.sources", "evaluations.0.funds.0.weight")
CASE = {"name": "c10_points_before_levels", "txt": "md", "encoding": "utf-8", "blocks": [T(TITLE), {"table": t, "size": 9.5, "row": 0.95, "widths": [1, 1.5, 1, 1.9, 1, 3.2, 2.1, 2.1, 1.5, 2.4]}], "gold": G}
