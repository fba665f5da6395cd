"""Project form in 元, two tables over two pages with repeated header: goal rows 目标1–目标3 beside their results, value columns before the unit column, 权重（%）, 完成率 and 得分率 columns as traps."""
from _common import *
Y = 2023
NAME, SUP, UNIT = "基层文化惠民演出采购", "海澨市文化和旅游局", "海澨市群众艺术馆"
FR = [fund("预算资金总量", "2,150,000.00", "2,386,500.00", "2,291,737.60", "10%", "96.03%", "9.60", "元"), fund("①一般公共预算", "2,150,000.00", "2,150,000.00", "2,150,000.00", "", "100.00%", "", "元"), fund("②政府性基金（彩票公益金）", "0.00", "236,500.00", "141,737.60", "", "59.93%", "", "元")]
GO = [("目标1：完成送戏下乡演出不少于240场，覆盖全部行政村。", "送戏下乡246场，覆盖232个行政村，覆盖率98.7%。"), ("目标2：培育群众文艺骨干300名。", "举办培训班6期，培训文艺骨干318名。"), ("目标3：创作反映渔家生活的小戏小品4部。", "创作小戏小品3部，其中《归港》获省群星奖提名。")]
PC, O, B, S = "过程指标", "产出指标", "效益指标", "满意度指标"
raw = [(PC, "资金管理", "资金使用合规性", "合规", "合规", "—", "5", "100%", "100%", "5.00", ""), (PC, "项目管理", "采购程序规范性", "规范", "规范", "—", "5", "100%", "100%", "5.00", ""),
       (O, "数量指标", "送戏下乡场次", "≥240", "246", "场", "10", "102.50%", "100%", "10.00", ""), (O, "数量指标", "培训文艺骨干", "≥300", "318", "名", "8", "106.00%", "100%", "8.00", ""), (O, "数量指标", "创作小戏小品", "4", "3", "部", "7", "75.00%", "75%", "5.25", "一部作品处于打磨阶段，2024年3月首演"),
       (O, "质量指标", "演出验收合格率", "100", "100", "%", "8", "100.00%", "100%", "8.00", ""), (O, "时效指标", "演出任务完成时限", "2023年11月30日", "2023年11月26日", "—", "7", "100%", "100%", "7.00", ""), (O, "成本指标", "场均演出费用", "≤8500", "8380", "元", "5", "100%", "100%", "5.00", ""), (O, "成本指标", "人均培训费用", "≤420", "436", "元", "5", "96.33%", "90%", "4.50", "场地租金上涨"),
       (B, "社会效益指标", "行政村覆盖率", "100", "98.7", "%", "10", "98.70%", "98.7%", "9.87", "3个海岛村因台风停航未成行"), (B, "社会效益指标", "现场观众人次", "≥12", "13.5", "万人次", "5", "112.50%", "100%", "5.00", ""), (B, "可持续影响指标", "村级文艺团队活跃度", "提升", "提升", "—", "5", "100%", "100%", "5.00", ""),
       (S, "服务对象满意度", "观众满意度", "≥92", "95.4", "%", "5", "103.70%", "100%", "5.00", ""), (S, "服务对象满意度", "村两委满意度", "≥90", "91", "%", "5", "101.11%", "100%", "5.00", "")]
rows = [I(a, b, n, tv, av, w, s, x, unit=None if u == "—" else u, u=u, done=dn, sr=sr) for a, b, n, tv, av, u, w, dn, sr, s, x in raw]
t1x = [[c("项目名称"), L(NAME, 3), c("主管部门"), L(SUP, 2)], [c("实施单位"), L(UNIT, 3), c("联系人"), c("×××", 2)],
       [c("资金\n（元）", 1, 4), c("资金性质"), "年初安排", "追加后", "实际支付", "支付率", "权重/得分"],
       *[[L(f["label"]), f["original"], f["revised"], f["executed"], f["rate"], f'{f["weight"]} / {f["score"]}' if f["weight"] else ""] for f in FR],
       [c("年度\n绩效\n目标", 1, 4), c("年初目标", 3), c("目标完成", 3)], *[[L(a, 3), L(b, 3)] for a, b in GO]]
t2x = form(rows, ["name", "target", "actual", "u", "weight", "done", "sr", "score", "note"], ["一级", "二级", "三级", "年初值", "年末值", "单位", "权重（%）", "完成率", "得分率", "得分", "说明"]) + [[c("合计", 6), "100", "", "", "97.22", ""]]
TITLE = "文化惠民类项目支出绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 215, "revised": 238.65, "executed": wan("2,291,737.60", "元"), "execution_rate": 96.03},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds([dict(f, weight=f["weight"].replace("%", "")) for f in FR]), goal={"expected": "".join(a for a, _ in GO), "actual": "".join(b for _, b in GO)}, indicators=indicators(rows), total_weight=100, total_score=97.22)],
         self_assessment={"score": 97.22, "grade": None})
drop(G, "budget.sources", "evaluations.0.funds.0.weight", "evaluations.0.funds.0.score")   # weight and score in one cell
for f in G["evaluations"][0]["funds"][1:]: del f["label"]     # with or without the circled number
CASE = {"name": "b13_goals_rows_yuan", "txt": "pipe", "encoding": "gb18030", "eol": "\r\n", "footer": True, "margin": 1.8, "blocks": [T(TITLE), {"p": f"（{Y}年度）", "style": "center"},
        {"table": t1x, "size": 10, "row": 1.05, "widths": [1.5, 3.6, 2.8, 2.8, 2.8, 2, 2.4]}, {"p": "", "size": 2}, {"table": t2x, "size": 9, "row": 1.25, "repeat_header": 1, "widths": [1.3, 1.7, 2.8, 2, 2, 1.2, 1.2, 1.5, 1.3, 1.2, 2.4]}], "gold": G}
