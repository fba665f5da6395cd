"""Hainan court style narrative: decimal numbering 1.1, 3.2.1; functions table, staff table, three-public in prose; department report in 元/万元."""
from _common import *
Y = 2021
UNIT = "琼澜县人民法院"
DU = ["依法审判刑事、民事、行政一审案件", "依法执行已经发生法律效力的判决和裁定", "指导人民调解委员会业务工作"]
fn = [("公共安全支出", "3,012.44"), ("社会保障和就业支出", "286.71"), ("卫生健康支出", "143.29"), ("住房保障支出", "197.80")]
PR = [prob("办案业务装备采购计划编报偏晚，四季度集中支付", "procurement"), prob("个别绩效指标值设定偏低，如“一审服判息诉率”目标值仅为80%，实际完成92.4%", "performance_goals"), prob("涉案财物管理台账与实物未做到逐笔核对", None)]
drop(PR[0], "category")
MS = [meas("提前编报政府采购计划，力争上半年完成装备采购合同签订"), meas("参照近三年平均值合理设定指标值", "performance_goals"), meas("每季度开展一次涉案财物盘点，实行专人专账")]
DIS = "自评结果于2022年7月31日前随部门决算在县政府网站和本院官网同步公开，并作为改进预算管理的重要参考。"
TITLE = f"{UNIT}{Y}年度部门整体支出绩效自评报告"
pj = [("办案业务费", "486.20", "用于案件送达、公告、鉴定和陪审员补助"), ("智慧法庭建设", "213.50", "用于6间法庭数字化改造"), ("审判综合楼维修", "95.00", "用于屋面防水和外墙修补")]
blocks = [T(TITLE), {"p": ""}, H("1.引言"), H("1.1部门职责概述", 1), P(f"{UNIT}的主要职责是：" + "；".join(DU) + "。"),
    H("1.2机构人员情况", 1), P("内设立案庭、刑事审判庭、民事审判庭、行政审判庭、执行局、政治部、综合办公室七个机构，另设派出人民法庭4个。人员情况见表1。"),
    {"p": "表1 人员情况表", "style": "center", "size": 10}, {"table": [["项目", "编制数", "实有数"], ["政法专项编制", "78", "74"], ["事业编制", "0", "0"], ["编制小计", "78", "74"], ["聘用制书记员", "—", "33"], ["退休人员", "—", "29"]], "widths": [6, 3, 3], "size": 10},
    H("1.3部门支出描述", 1), P("2021年年初预算3,420.00万元，调整后预算数3,702.75万元，决算支出3,640.24万元（上年3,518.60万元），预算执行率98.31%。本年收入合计3,702.75万元，其中一般公共预算财政拨款收入3,702.75万元；政府性基金预算、国有资本经营预算收支均为0。"),
    P("决算支出中，基本支出2,845.54万元（人员经费2,512.36万元，公用经费333.18万元），项目支出794.70万元。"), P("项目支出包括以下三项：" + "；".join(f"{n}）{a}{b}万元，主要{d}" for n, (a, b, d) in enumerate(pj, 1)) + "。"),
    P("2021年度决算支出按功能分类情况见表2。"), {"p": "表2 支出功能分类表（单位：万元）", "style": "center", "size": 10},
    {"table": [["功能科目", "年初预算", "决算支出", "占比"], ["公共安全支出", "2,801.20", "3,012.44", "82.75%"], ["社会保障和就业支出", "281.00", "286.71", "7.88%"], ["卫生健康支出", "141.80", "143.29", "3.94%"], ["住房保障支出", "196.00", "197.80", "5.43%"], ["合计", "3,420.00", "3,640.24", "100%"]], "widths": [6, 3, 3, 2], "size": 10},
    P("“三公”经费决算支出28.46万元，比预算数36.00万元节约7.54万元。公务用车购置及运行维护费26.90万元（其中运行维护费26.90万元），公务接待费15,600元，因公出国（境）费0元。"),
    H("2.绩效分析"), H("2.1履职产出", 1), H("2.1.1审判质效", 2), P("受理各类案件6,482件，审结6,115件，结案率94.34%，同比上升1.8个百分点。"), H("2.2履职效果", 1), P("当事人满意度测评92.7分。"),
    H("3.评价结论"), P("经自评，本院2021年度部门整体支出绩效得分为94.85分，绩效评级为“优”。"), H("4.存在问题"), *[P(f"4.{n} {p['text']}。") for n, p in enumerate(PR, 1)], H("5.改进措施"), *[P(f"5.{n} {m['text']}。") for n, m in enumerate(MS, 1)], H("6.自评结果应用及公开"), P(DIS)]
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, organisation={"duties": DU, "internal_departments": 7, "staff": {"authorised": 78, "active": 74, "retired": 29, "retired_cadres": None, "contract": 33}},
         budget={"original": 3420, "revised": wan("3,702.75"), "executed": wan("3,640.24"), "revenue": wan("3,702.75"), "execution_rate": 98.31, "sources": {"government_funds": 0, "state_capital": 0}},
         spending={"total": wan("3,640.24"), "basic": wan("2,845.54"), "personnel": wan("2,512.36"), "operating": 333.18, "project": 794.7, "projects": [{"name": a, "amount": wan(b), "purpose": d} for a, b, d in pj],
                   "functions": [{"name": a, "amount": wan(b)} for a, b in fn], "three_public": {"total": 28.46, "receptions": 1.56, "vehicles": 26.9, "abroad": 0}},
         self_assessment={"score": 94.85, "grade": "优"}, problems=PR, measures=MS, disclosure=DIS)
drop(G, "budget.sources.general_public", "organisation.staff.contract")
CASE = {"name": "h04_hainan_decimal", "txt": "md", "encoding": "utf-8-sig", "blocks": blocks, "gold": G, "footer": True}
