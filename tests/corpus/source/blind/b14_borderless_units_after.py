"""Borderless department form: 目标/单位/实际/单位 columns, score before full marks, fund block with two head lines; txt aligned by blanks."""
from _common import *
Y = 2022
UNIT = "榕屿市仓前区档案馆"
FR = [fund("部门经费总计", "612.34", "655.08", "641.97", "10", "98.00%", "9.8"), fund("财政经费", "612.34", "640.08", "626.97", "", "97.95%", ""), fund("上级专款", "", "15.00", "15.00", "", "100.00%", "")]
D, R, S = "履职产出", "履职效果", "社会评价"
raw = [(D, "接收档案进馆", "≥1.2", "万卷", "1.36", "万卷", "12", "12"), (D, "档案数字化扫描", "≥320", "万页", "305", "万页", "14.3", "15"), (D, "数字化成品差错率", "≤0.5", "‰", "0.3", "‰", "10", "10"), (D, "重点档案抢救修复", "1500", "页", "1500", "页", "8", "8"), (D, "查档平均等候时间", "≤10", "分钟", "8", "分钟", "10", "10"),
       (R, "利用档案惠民人次", "≥4000", "人次", "4478", "人次", "10", "10"), (R, "档案安全责任事故", "0", "起", "0", "起", "10", "10"), (R, "编研成果转化", "≥2", "项", "1", "项", "2.5", "5"), (S, "查档群众满意度", "≥96", "%", "98.5", "%", "5", "5"), (S, "移交单位满意度", "≥95", "%", "96", "%", "5", "5")]
rows = [dict(I(a, "", n, tv, av, w, s, "", unit=u1), u1=u1, u2=u2) for a, n, tv, u1, av, u2, s, w in raw]
t = [[c("单位名称"), L(UNIT, 4), c("自评年度"), c(f"{Y}年", 2)], [c("经费类别", 2), "年初预算", "调整预算", "决算数", "执行率", "得分", "满分"],
     *[[L(f["label"], 2), f["original"], f["revised"], f["executed"], f["rate"], f["score"], f["weight"]] for f in FR],
     ["类别", "绩效指标", "目标", "单位", "实际", "单位", "得分", "满分"]]
a = runs(rows, "l1")
t += [([c(r["l1"], 1, a[n])] if a[n] else []) + [L(r["name"]), r["target"], r["u1"], r["actual"], r["u2"], r["score"], r["weight"]] for n, r in enumerate(rows)]
t.append([c("自评合计", 6), "96.6", "100"])
TITLE = "区级部门整体支出绩效自评表"
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, budget={"original": 612.34, "revised": 655.08, "executed": 641.97, "execution_rate": 98},
         evaluations=[evaluation(title=TITLE, kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(FR), indicators=indicators(rows), total_weight=100, total_score=96.6)], self_assessment={"score": 96.6, "grade": None})
drop(G, "spending", "budget.sources")
CASE = {"name": "b14_borderless_units_after", "txt": "padded", "encoding": "utf-8", "margin": 1.8, "blocks": [T(TITLE), {"p": "金额单位：万元", "style": "right", "size": 10}, {"table": t, "borderless": True, "size": 10, "row": 0.9, "widths": [2.4, 4.2, 2.2, 2, 2.2, 2, 1.8, 1.8]}, {"p": "填表人：×××　　负责人：×××　　2023年2月16日", "size": 10}], "gold": G}
