"""Xinjiang department form in 元: three-row header, weight before name's target, 指标方向 words, 完成率 column, two fund tables by kind; landscape."""
from _common import *
Y = 2024
UNIT = "阿克塔木地区托克村县畜牧兽医站"
fr = [fund("年度预算资金总额", "3,260,000.00", "3,418,500.00", "3,396,214.60", "10", "99.35%", "9.94", "元"), fund("其中：财政拨款", "3,260,000.00", "3,398,500.00", "3,376,214.60", "", "99.34%", "", "元"), fund("其他资金", "0.00", "20,000.00", "20,000.00", "", "100.00%", "", "元")]
EXP, ACT = "强制免疫应免尽免，产地检疫覆盖全部养殖场户，畜产品质量安全监测合格率稳定在98%以上。", "口蹄疫等强制免疫密度100%，产地检疫牲畜21.4万头（只），监测合格率98.9%。"
O, B, S = "履职产出", "履职效益", "社会满意"
raw = [(O, "数量", "产地检疫牲畜头数", "正向", "≥", "200000", "头（只）", "214000", "15", "15", "107%", ""), (O, "数量", "免疫抗体监测样品", "正向", "≥", "1800", "份", "1752", "15", "14.6", "97.33%", "采样设备故障停用半月"), (O, "质量", "强制免疫密度", "正向", "=", "100", "%", "100", "15", "15", "100%", ""),
       (O, "时效", "疫情应急响应时间", "反向", "≤", "2", "小时", "1.5", "15", "15", "100%", ""), (B, "经济效益", "牲畜死亡率下降幅度", "正向", "≥", "0.5", "个百分点", "0.62", "10", "10", "124%", ""), (B, "社会效益", "畜产品质量安全", "定性", "", "有效保障", "", "有效保障", "10", "9.5", "", ""), (S, "服务对象满意度", "养殖户满意度", "正向", "≥", "90", "%", "95.7", "10", "10", "106.33%", "")]
rows = [ind(a, b, d, v, ac, w, s, n, sg or None, u or None) for a, b, d, di, sg, v, u, ac, w, s, r, n in raw]
ex = {r[2]: r for r in raw}
t = [[c("单位名称", 2), c(UNIT, 11)], [c("预算资金（元）", 2, 4), c("资金性质", 2), c("年初预算数", 2), c("全年预算数", 2), c("全年执行数", 2), "分值", "执行率", "得分"],
     *[[L(r["label"], 2), c(r["original"], 2), c(r["revised"], 2), c(r["executed"], 2), r["weight"], r["rate"], r["score"]] for r in fr],
     [c("年度目标", 2, 2), c("年初设定", 5), c("实际完成", 6)], [L(EXP, 5), L(ACT, 6)],
     [c("指标体系", 3), c("权重", 1, 3), c("指标值", 4), c("完成与评价", 5)], [c("一级", 1, 2), c("二级", 1, 2), c("三级", 1, 2), c("指标方向", 1, 2), c("年度目标", 3), c("完成情况", 2), c("评价", 3)],
     ["符号", "数值", "计量单位", "完成数", "完成率", "自评得分", c("偏差原因", 2)],
     *indicator_rows(rows, lambda i: [L(i["name"]), i["weight"], ex[i["name"]][3], i["sign"] or "", i["target"], i["unit"] or "", i["actual"], ex[i["name"]][10], i["score"], L(i["note"], 2)]),
     [c("自评总分", 3), "100", c("", 6), "99.04", c("", 2)]]
TITLE = f"自治区{Y}年度部门整体支出绩效自评表"
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, budget={"original": 326, "revised": wan("3418500", "元"), "executed": wan("3396214.60", "元"), "execution_rate": 99.35},
         evaluations=[evaluation(title=TITLE, kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(fr), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=99.04)], self_assessment={"score": 99.04, "grade": None})
CASE = {"name": "h03_xinjiang_yuan", "landscape": True, "margin": 1.5, "txt": "padded", "encoding": "utf-8", "blocks": [T(TITLE, size=16), {"table": t, "size": 8, "widths": [1.6, 2, 3, 1.3, 1.6, 1.3, 2.2, 1.8, 2.2, 1.6, 1.6, 1.6, 1.8]},
        {"p": "说明：完成率=完成数/年度目标×100%，反向指标完成率不超过100%；权重合计为100，其中预算执行10分。", "size": 8.5}], "gold": G}
