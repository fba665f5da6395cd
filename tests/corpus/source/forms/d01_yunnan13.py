"""Yunnan 公开13表: department form with duties, general goal, year goal, key-task table, indicators without scores; landscape."""
from _common import *
Y = 2023
UNIT = "泸湾州石莲县水务局"
DUTIES = ["贯彻落实水利、水务方面的法律法规，拟订全县水务发展规划", "统筹城乡供水、农村饮水安全和水资源配置", "负责水土保持、河湖管护和水旱灾害防御工作"]
OVERALL = "围绕“节水优先、空间均衡”的治水思路，到2025年建成较为完善的城乡供水和防洪减灾体系。"
GOAL = "农村自来水普及率达到96%，治理水土流失面积28平方公里，完成3座病险水库除险加固。"
DONE = "农村自来水普及率96.4%，治理水土流失面积27.2平方公里，3座病险水库中2座完工、1座完成主体工程。"
tasks = [("农村供水保障", "新建及改造集中供水工程18处，巩固提升2.6万人饮水条件。", "1,860.00", "1,500.00", "360.00", "1,742.50", "93.68%", "部分工程质保金未到支付节点"),
         ("病险水库除险加固", "对红岩、白泥塘、大箐3座小（二）型水库实施加固。", "945.20", "945.20", "", "861.33", "91.13%", "汛期停工，一座水库跨年施工"),
         ("河湖长制与水土保持", "县级河长巡河、河道清漂和小流域综合治理。", "406.00", "406.00", "", "406.00", "100.00%", "")]
O, B, S = "产出指标", "效益指标", "满意度指标"
rows = [
    ind(O, "数量指标", "新建及改造集中供水工程", "18", "18", sign="=", unit="处"),
    ind(O, "数量指标", "治理水土流失面积", "28", "27.2", note="一处地块因权属争议调减", sign="≥", unit="平方公里"),
    ind(O, "质量指标", "单元工程质量合格率", "100", "100", sign="=", unit="%"),
    ind(O, "时效指标", "病险水库除险加固完工时间", "2023年12月底前", "未全部完工", note="加快施工，2024年5月底前完工"),
    ind(B, "社会效益指标", "农村自来水普及率", "96", "96.4", sign="≥", unit="%"),
    ind(B, "生态效益指标", "主要河道水质", "Ⅲ类及以上", "Ⅲ类"),
    ind(B, "可持续影响指标", "工程管护责任落实", "落实到位", "落实到位"),
    ind(S, "服务对象满意度指标", "用水户满意度", "90", "93.5", sign="≥", unit="%"),
]
t = [
    [c("部门名称", 2), c(UNIT, 9)],
    [c("内容", 2), c("说明", 9)],
    [c("部门总体\n目标", 1, 2), "部门职责", L("\n".join(f"{n}.{d}；" for n, d in enumerate(DUTIES, 1)), 9)],
    ["总体绩效目标", L(OVERALL, 9)],
    [L("一、部门年度目标", 11)],
    [c("财政年度", 2), c("目标", 4), c("实际完成情况", 5)],
    [c("2023", 2), L(GOAL, 4), L(DONE, 5)],
    [c("2024", 2), c("---", 4), c("---", 5)],
    [c("2025", 2), c("---", 4), c("---", 5)],
    [L("二、部门年度重点工作任务", 11)],
    [c("任务名称", 2, 2), c("主要内容", 2, 2), c("批复金额（万元）", 3), c("实际支出金额\n（万元）", 1, 2), c("预算执行率", 1, 2), c("预算执行偏低原因及改进措施", 2, 2)],
    ["总额", "财政拨款", "其他资金"],
    *[[L(a, 2), L(b, 2), x, y, z, d, r, L(w, 2)] for a, b, x, y, z, d, r, w in tasks],
    [L("三、部门整体支出绩效指标", 11)],
    [c("绩效指标", 7), c("实际完成值", 1, 2), c("偏差原因分析及改进措施", 3, 2)],
    ["一级指标", "二级指标", c("三级指标", 2), "指标性质", "指标值", "度量单位"],
    *indicator_rows(rows, lambda i: [L(i["name"], 2), i["sign"] or "定性指标", i["target"], i["unit"] or "", i["actual"], L(i["note"], 3)]),
    [c("其他需要说明事项", 2), L("无", 9)],
]
TITLE = f"{Y}年度部门整体支出绩效自评表"
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, organisation={"duties": DUTIES},
         evaluations=[evaluation(title=TITLE, kind="department", year=Y, subject=UNIT, unit=UNIT,
                                 goal={"expected": GOAL, "actual": DONE}, indicators=indicators(rows))])
# the task table: fund rows, projects or neither is open; so is the department budget
drop(G, "budget", "spending", "evaluations.0.funds", "problems", "measures")
CASE = {"name": "d01_yunnan13", "landscape": True, "margin": 1.8, "txt": "tikaomit", "encoding": "utf-8", "footer": True,
        "blocks": [{"p": "公开13表", "style": "right", "size": 10}, T(TITLE),
                   {"p": f"编制单位：{UNIT}　　　　　　　　　　　　　　　　　　　　　　金额单位：万元", "size": 10},
                   {"table": t, "size": 8.5, "widths": [1.8, 2.2, 2.2, 3, 2, 2.2, 2, 2.4, 2, 2, 3]},
                   {"p": "注：本表由部门填报，“偏差原因分析”一栏仅在未完成年度指标值时填写；得分及自评等级由财政部门在复核时评定。", "size": 9}],
        "gold": G}
