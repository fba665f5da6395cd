"""Borderless department form: only level 1 + name (履职效能/管理效率), 权重/满分 first, 计划-完成 pairs, score rate; no fund block but an execution line."""
from _common import *
Y = 2023
UNIT = "浙岭市吴岸区综合行政执法局"
A, M = "履职效能", "管理效率"
raw = [(A, "生活垃圾分类准确率", "15", "≥92%", "93.8%", "15", "—"), (A, "违法建设拆除面积（万平方米）", "15", "8.5", "9.12", "15", "—"), (A, "数字城管案件处置率", "10", "≥98%", "97.1%", "9.5", "夜间值守力量不足"), (A, "市容环境公众满意度", "10", "≥88%", "90.3%", "10", "—"),
       (M, "预算执行率", "10", "≥95%", "96.84%", "10", "—"), (M, "采购意向公开率", "10", "100%", "100%", "10", "—"), (M, "绩效目标合理性", "10", "合理", "较合理", "8", "个别指标偏低"), (M, "固定资产账实相符率", "10", "100%", "98.6%", "9", "9台设备待报废"), (M, "信息公开及时性", "10", "及时", "及时", "10", "—")]
rows = [ind(a, "", d, tg, ac, w, s, "" if n == "—" else n) for a, d, w, tg, ac, s, n in raw]
t = [["一级指标", "指标名称", "满分", "计划值", "完成值", "自评分", "扣分说明"]]
for n, (a, d, w, tg, ac, s, x) in enumerate(raw):
    t.append([a if n == 0 or raw[n-1][0] != a else "", d, w, tg, ac, s, x])
# borderless: real merges for level 1
t = [t[0]] + indicator_rows([dict(i, l2=str(k)) for k, i in enumerate(rows)], lambda i: [i["name"], i["weight"], i["target"], i["actual"], i["score"], i["note"] or "—"])
for r in t[1:]:
    k = 1 if isinstance(r[0], dict) and r[0]["t"] in (A, M) else 0
    del r[k]
t.append([c("合　计"), "", "100", "", "", "96.5", ""])
TITLE = f"{UNIT}{Y}年度部门整体绩效自评表"
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, evaluations=[evaluation(title=TITLE, kind="department", year=Y, subject=UNIT, unit=UNIT, indicators=indicators(rows), total_weight=100, total_score=96.5, grade="优秀")],
         budget={"original": wan("4,860.20"), "revised": wan("5,012.66"), "executed": wan("4,854.26"), "execution_rate": 96.84}, self_assessment={"score": 96.5, "grade": "优秀"})
drop(G, "evaluations.0.subject", "evaluations.0.unit", "evaluations.0.funds", "spending", "evaluations.0.grade")
CASE = {"name": "h05_borderless_level1", "txt": "padded", "encoding": "gb18030", "blocks": [T(TITLE), P("年初预算4,860.20万元，调整后预算5,012.66万元，实际支出4,854.26万元，预算执行率96.84%。自评得分96.5分，自评等级：优秀。"), {"p": ""},
        {"table": t, "borderless": True, "size": 10, "row": 0.9, "widths": [2.2, 4.6, 1.3, 2, 2, 1.6, 3]}, {"p": ""}, {"p": "单位负责人：×××　　　　　填报日期：2024年3月8日", "size": 10}], "gold": G}
