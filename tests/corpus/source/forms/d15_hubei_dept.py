"""Hubei department form: 20-point execution row in the heading, basic/project totals, three goal blocks of which each repeats its header, last years' values beside the target; result-use row."""
from _common import *
Y = 2023
UNIT = "鄂渚市城南区人力资源和社会保障局"
fr = [fund("部门整体支出总额", None, "3,456.78", "3,390.45", "20", "98.08%", "19.62")]
O, B, S = "产出指标", "效益指标", "满意度指标"
one = [(ind(O, "数量指标", "城镇新增就业人数", "≥8200人", "8617人", "", "12"), "8016人", "8355人"), (ind(O, "数量指标", "发放创业担保贷款", "≥1.5亿元", "1.38亿元", "", "9.2"), "1.1亿元", "1.42亿元"), (ind(B, "社会效益指标", "城镇登记失业率", "≤4.5%", "3.9%", "", "10"), "4.2%", "4.1%")]
two = [(ind(O, "质量指标", "养老金按时足额发放率", "=100%", "100%", "", "15"), "100%", "100%"), (ind(B, "可持续影响指标", "社保基金安全运行", "安全平稳", "安全平稳", "", "10"), "安全平稳", "安全平稳")]
three = [(ind(O, "时效指标", "劳动争议案件按期结案率", "≥96%", "94.7%", "", "9.5"), "95%", "96.2%"), (ind(S, "服务对象满意度指标", "办事群众满意度", "≥92%", "95.1%", "", "12"), "91%", "93.6%")]
PRO = "一是创业担保贷款发放额未达到年初目标，全年发放1.38亿元，完成目标的92%，其中小微企业贷款发放0.46亿元，较上年减少0.08亿元，部分创业者因征信记录和反担保条件不符未能获批，合作银行审批环节平均用时18个工作日。\n二是劳动争议案件数量较上年增长27%，仲裁员人均办案量过大，导致按期结案率偏低，全年受理劳动人事争议案件1,268件，其中涉及房地产、培训机构等行业的群体性案件占比达到31%，案情复杂、调处周期长，仲裁庭排期紧张。"
MEA = "一是优化贷款审批流程，扩大合作银行范围。二是充实仲裁员队伍，推行要素式办案。三是自评结果作为2025年项目预算安排的依据。"
t = [[c("单位名称", 2), c(UNIT, 7)], [c("基本支出总额", 2), c("2,105.30", 3), c("项目支出总额", 2), c("1,285.15", 2)],
     [c("预算执行情况（万元）\n（20分）", 2, 2), c("", 2), "预算数（A）", "执行数（B）", "执行率（B/A）", c("得分（20分×执行率）", 2)], [c("部门整体支出总额", 2), "3,456.78", "3,390.45", "98.08%", c("19.62", 2)]]
for label, goal, rows in (("年度目标1：（40分）", "促进高质量充分就业", one), ("年度目标2：（30分）", "健全多层次社会保障体系", two), ("年度目标3：（10分）", "构建和谐劳动关系", three)):
    rr = [x for x, _, _ in rows]; old = {x["name"]: (a, b) for x, a, b in rows}
    t += [[c(label, 2), L(goal, 7)], [c("年度\n绩效\n指标", 1, len(rr) + 1), "一级指标", "二级指标", "三级指标", "前年完成值", "上年完成值", "年初目标值（A）", "实际完成值（B）", "得分"],
          *indicator_rows(rr, lambda i: [L(i["name"]), *old[i["name"]], i["target"], i["actual"], i["score"]])]
t += [[c("总分", 2), c("97.32", 7)], [c("偏差大或目标未完成原因分析", 2), L(PRO, 7, paras=True)], [c("改进措施及结果应用方案", 2), L(MEA, 7)]]
TITLE = f"{Y}年度城南区人社局部门整体绩效自评表"
allrows = [x for x, _, _ in one + two + three]
Pr = [prob(PRO.split("\n")[0][2:-1]), prob(PRO.split("\n")[1][2:-1], None, "劳动争议案件数量较上年增长27%，仲裁员人均办案量过大")]
del Pr[0]["cause"], Pr[1]["cause"]
Ms = [meas("优化贷款审批流程，扩大合作银行范围"), meas("充实仲裁员队伍，推行要素式办案", "staffing"), meas("自评结果作为2025年项目预算安排的依据")]
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, budget={"revised": wan("3,456.78"), "executed": wan("3,390.45"), "execution_rate": 98.08},
         evaluations=[evaluation(title=TITLE, kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(fr), indicators=indicators(allrows), total_score=97.32, problems=clean(PRO), measures=MEA)],
         self_assessment={"score": 97.32, "grade": None}, problems=Pr, measures=Ms)
drop(G, "spending", "evaluations.0.goal")    # three goals, no single one; basic/project totals of a department table: open (3 figures printed)
G["spending"] = {"basic": wan("2,105.30"), "project": wan("1,285.15")}
CASE = {"name": "d15_hubei_dept", "txt": "pipe", "encoding": "gb18030", "vmargin": 2.4, "blocks": [T(TITLE), {"p": f"单位名称：{UNIT}　　　　　　填报日期：2024年2月28日", "size": 10},
        {"table": t, "size": 9, "row": 1.12, "widths": [1, 1.6, 2.2, 3.2, 2, 2, 2.3, 2.3, 1.6]},
        {"p": "备注：1.预算执行情况口径：预算数为调整后财政资金总额（包括上年结余结转），执行数为资金使用单位财政资金实际支出数。2.定量指标完成数汇总原则：绝对值直接累加计算，相对值按照资金额度加权平均计算。3.基于经济性和必要性等因素考虑，满意度指标暂可不作为必评指标。", "size": 8.5}], "gold": G}
