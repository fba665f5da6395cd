"""Henan department summary of project self-evaluation: project list table with 用途, run-in heads, problems with measures in one section; then one form over several tables (续表)."""
from _common import *
Y = 2023
UNIT = "豫川省地质博物馆"
TITLE = f"{UNIT}{Y}年度项目支出绩效自评总结报告"
pl = [("1", "场馆运行维护费", "420.00", "418.76", "99.70%", "用于展厅水电、电梯维保和物业服务"), ("2", "地质标本征集", "260.00", "231.50", "89.04%", "用于古生物化石和矿物标本征集鉴定"),
      ("3", "科普教育活动", "95.00", "95.00", "100.00%", "用于研学课程开发及进校园活动")]
PR = [prob("地质标本征集项目执行率偏低", "budget_execution", "鉴定专家委员会换届，四季度征集评审推迟"), prob("绩效指标设置偏重产出，缺少观众认知变化等效果指标", "performance_goals")]
MS = [meas("建立征集评审备选专家库，按季度组织评审并及时支付", None), meas("借鉴同类场馆经验，增设效果类指标", "performance_goals")]
O, B, S = "产出指标", "效益指标", "满意度指标"
r1 = [ind(O, "数量指标", "征集标本数量", "≥150件", "138件", "15", "13.8", "评审推迟"), ind(O, "数量指标", "征集古生物化石", "≥20件", "22件", "10", "10"), ind(O, "质量指标", "标本鉴定准确率", "100%", "100%", "15", "15")]
r2 = [ind(O, "时效指标", "征集计划按期完成率", "≥95%", "92%", "10", "9.68", "评审推迟"), ind(B, "社会效益指标", "新增展出标本", "≥60件", "71件", "20", "20"), ind(B, "可持续影响指标", "标本资源数据库完善程度", "持续完善", "持续完善", "10", "10"), ind(S, "服务对象满意度指标", "观众满意度", "≥90%", "95.8%", "10", "10")]
fr = [fund("年度资金总额：", "260.00", "260.00", "231.50", "10", "89.04%", "8.9"), fund("其中：财政资金", "260.00", "260.00", "231.50", "—", "89.04%", "—"), fund("其他资金", "0.00", "0.00", "0.00", "—", "", "—")]
EXP, ACT = "征集地质标本不少于150件，充实馆藏体系。", "征集地质标本138件，其中古生物化石22件。"
def head(): return ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
body = lambda rr: indicator_rows(rr, lambda i: [L(i["name"]), i["target"], i["actual"], i["weight"], i["score"], L(i["note"])])
FW = [1.6, 2.2, 3.6, 2.2, 2.2, 1.2, 1.2, 2.6]
blocks = [T(UNIT), T(f"{Y}年度项目支出绩效自评总结报告"),
    H("一、项目支出基本情况"), P("项目总体情况。2023年我馆纳入自评的预算项目3个，年初预算775.00万元，全年预算数775.00万元，全年支出745.26万元，预算执行率96.16%。各项目情况见下表："),
    {"table": [["序号", "项目名称", "预算数（万元）", "支出数（万元）", "执行率", "资金用途"], *[list(x[:5]) + [L(x[5])] for x in pl], [c("合计", 2), "775.00", "745.26", "96.16%", ""]], "size": 9.5, "widths": [1.2, 3.6, 2.4, 2.4, 2, 5.4]},
    H("二、自评工作开展情况"), P("前期准备。印发自评工作方案，明确各部室分工。组织实施。各项目责任部室于2024年2月底前完成填报，财务部汇总复核。"),
    H("三、自评结果及分析"), P("3个项目自评平均得分96.42分，其中“优”3个。场馆运行维护费98.9分、地质标本征集97.38分、科普教育活动93分。"),
    H("4、自评发现的问题及整改措施"),
    P(f"（一）存在问题。1.{PR[0]['text']}，主要原因是{PR[0]['cause']}。2.{PR[1]['text']}。"), P(f"（二）整改措施。1.{MS[0]['text']}。2.{MS[1]['text']}。"),
    H("五、自评工作建议及预算安排建议"), P("建议2024年继续安排上述三个项目，预算规模与上年持平。"), H("六、其他需说明的问题"), P("无。"), {"page": True},
    {"p": "附表", "style": "left"}, T("项目支出绩效自评表", size=16), {"p": f"（{Y}年度）", "style": "center"},
    {"table": [["项目名称", c("地质标本征集", 3)], ["主管部门", "豫川省自然资源厅", "实施单位", UNIT]], "size": 9, "widths": [2.4, 5, 2.4, 5]}, {"p": "项目资金（万元）", "size": 10},
    {"table": [["资金构成", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"], *[[L(r["label"]), r["original"], r["revised"], r["executed"], r["weight"], r["rate"], r["score"]] for r in fr]], "size": 9},
    {"p": "年度总体目标", "size": 10}, {"table": [["预期目标", "实际完成情况"], [L(EXP), L(ACT)]], "size": 9}, {"p": "绩效指标", "size": 10},
    {"table": [head()] + body(r1), "size": 9, "widths": FW}, {"page": True}, {"p": "续表", "style": "right", "size": 10}, {"table": [head()] + body(r2) + [[c("总分", 5), "100", "97.38", ""]], "size": 9, "widths": FW}]
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 775, "revised": 775, "executed": 745.26, "execution_rate": 96.16}, spending={"total": 745.26, "project": 745.26,
         "projects": [{"name": a, "amount": wan(e), "purpose": p} for _, a, b, e, r, p in pl]},
         evaluations=[evaluation(title="项目支出绩效自评表", kind="project", year=Y, subject="地质标本征集", unit=UNIT, supervisor="豫川省自然资源厅", funds=funds(fr), goal={"expected": EXP, "actual": ACT}, indicators=indicators(r1 + r2), total_weight=100, total_score=97.38)],
         problems=PR, measures=MS)
drop(G, "self_assessment", "spending.total", "spending.project")   # an average over projects: open
CASE = {"name": "d18_henan_summary", "txt": "md", "encoding": "utf-8", "blocks": blocks, "gold": G, "footer": True}
