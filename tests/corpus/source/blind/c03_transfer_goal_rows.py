"""Transfer form without scores: three numbered goal rows, target split 年初值/调整值 under one head, levels with their blanks, fund management in two rows, national sources; adjusted targets partly empty."""
from _common import *
Y = 2024
NAME, SUP, UNIT = "中央财政水利发展资金（小型水库维修养护）", "黔岭省水利厅", "丹寨河县水务局"
F = [fund("年度资金总额", None, "2,318.00", "2,094.63", None, "90.36%", None), fund("其中：中央补助", None, "1,560.00", "1,560.00", None, "100%", None), fund("省级资金", None, "438.00", "351.20", None, "80.18%", None), fund("县级资金", None, "320.00", "183.43", None, "57.32%", None), fund("其他资金", None, "", "", None, "", None)]
for f in F: f["unit"] = "万元"
GO = [("对47座小型水库开展日常维修养护；", "完成46座水库维修养护，石门坎水库因除险加固施工未列入；"), ("小型水库巡查责任人、技术责任人全部到位；", "141名责任人全部落实并培训上岗；"), ("建成12座水库雨水情测报设施并接入省级平台。", "建成12座，其中11座接入省级平台，1座因公网信号弱暂用本地存储。")]
O, B, S = "产出指标", "效益指标", "满意度指标"
raw = [(O, "数量指标", "维修养护小型水库", "47座", "46座", "46座", ""), (O, "数量指标", "雨水情测报设施", "12座", "", "12座", ""), (O, "数量指标", "责任人培训", "≥141人次", "", "152人次", ""), (O, "质量指标", "养护工程验收合格率", "100%", "", "100%", ""), (O, "质量指标", "测报设施在线率", "≥95%", "≥90%", "91.7%", ""), (O, "时效指标", "汛前任务完成率", "100%", "≥85%", "87%", "4月持续降雨，部分坝面硬化顺延至5月"), (O, "成本指标", "单座年均养护经费", "≤8万元", "", "7.4万元", ""),
       (B, "社会效益", "水库安全度汛", "不垮坝", "", "不垮坝", ""), (B, "社会效益", "改善灌溉面积", "1.9万亩", "1.85万亩", "1.85万亩", ""), (B, "可持续影响", "养护物业化管理覆盖", "≥60%", "", "54%", "两个乡镇标段流标，改为乡镇自管"), (S, "服务对象满意度", "受益群众满意度", "≥90%", "", "94.1%", "")]
rows = [I(a, b, n, adj or o, v, note=x, o=o, adj=adj) for a, b, n, o, adj, v, x in raw]
MG = [("资金下达", "县财政局收到省级指标文件后21日内分解下达到单位。", "无"), ("资金使用", "实行专账核算，按合同约定和工程进度支付。", "县级配套资金到位偏晚，全年仅支付57.32%；拟将县级配套列入2025年年初预算并优先保障。"), ("绩效管理", "年初设定绩效目标，8月开展监控并调整指标4项。", "无")]
h1 = [c("一级\n指标", 1, 2), c("二级指标", 1, 2), c("三级指标", 1, 2), c("指标值", 2), c("全年实际\n完成值", 1, 2), c("未完成原因和改进措施", 1, 2)]
body = form(rows, ["name", "o", "adj", "actual", "note"], None)
t = [[c("转移支付（项目）名称", 2), c(NAME, 5)], [c("省级主管部门", 2), c(SUP, 2), c("资金使用单位"), c(UNIT, 2)],
     [c("资金情况\n（万元）", 1, 6), c("", 2), "全年预算数（A）", "全年执行数（B）", c("预算执行率（B/A）", 2)], *[[L(f["label"], 2), f["revised"], f["executed"], c(f["rate"], 2)] for f in F],
     [c("资金\n管理", 1, 4), c("环节"), c("情况说明", 3), c("存在问题和改进措施", 2)], *[[a, L(b, 3), L(x, 2)] for a, b, x in MG],
     [c("总体\n目标", 1, 4), "序号", c("年度目标", 2), c("完成情况", 3)], *[[str(n), L(a, 2), L(b, 3)] for n, (a, b) in enumerate(GO, 1)], h1, ["年初值", "调整值"], *body]
TITLE = "转移支付区域（项目）绩效自评表"
G = gold(title=TITLE, kind="transfer", year=Y, unit=UNIT, budget={"revised": 2318, "executed": 2094.63, "execution_rate": 90.36},
         evaluations=[evaluation(title=TITLE, kind="transfer", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(F), goal={"expected": "".join(a for a, _ in GO), "actual": "".join(b for _, b in GO)}, indicators=indicators(rows))])
drop(G, "budget.sources", "problems", "measures", "evaluations.0.problems", "evaluations.0.measures")
CASE = {"name": "c03_transfer_goal_rows", "txt": "tsv", "encoding": "utf-8", "blocks": [T(TITLE), {"p": f"（{Y}年度）", "style": "center"}, {"table": t, "size": 9.5, "row": 0.9, "widths": [1.4, 2.2, 3.6, 2.4, 2.4, 2.4, 3.4]}, {"p": "注：1.资金使用单位按项目绩效目标填报，主管部门汇总时按区域绩效目标填报。2.其他资金包括与中央财政资金、地方财政资金共同投入到同一项目的自有资金、社会资金，以及以前年度的结转结余资金等。", "size": 8}], "gold": G}
