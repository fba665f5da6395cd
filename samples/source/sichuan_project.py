"""The Sichuan project form as a text dump in GB18030, a row a line: weights with /, level order with cost last, closing rows."""
from _common import *

Y = 2023
SUP, UNIT, NAME = "嘉渝市沐江县水利局部门", "沐江县水旱灾害防御中心", "51113323T000009127734-山洪灾害监测预警设施运行维护"
TITLE = f"部门预算项目支出绩效自评表（{Y}年度）"
GOAL, DONE = "维护自动雨量站86处、水位站24处，全年预警信息发布及时率达到95%以上。", "维护自动雨量站86处、水位站23处，发布预警信息312条，及时率97.4%。"
fund_rows = [fund("总额", "92.00", "92.00", "88.35", "10", "96.03%", "9.6"), fund("其中：财政资金", "80.00", "80.00", "80.00", "/", "100.00%", "/"),
             fund("财政专户管理资金", "0.00", "0.00", "0.00", "/", "", "/"), fund("单位资金", "12.00", "12.00", "8.35", "/", "69.58%", "/"), fund("其他资金", "", "", "", "/", "", "/")]
O, B, S, C = "产出指标", "效益指标", "满意度指标", "成本指标"
rows = [
    ind(O, "数量指标", "维护自动雨量站", "86", "86", "15", "15", "", "＝", "处"),
    ind(O, "数量指标", "维护水位站", "24", "23", "10", "9.5", "一处站点因河道整治停用", "≥", "处"),
    ind(O, "质量指标", "设备在线率", "95", "96.2", "15", "15", "", "≥", "%"),
    ind(O, "时效指标", "故障修复时限", "48", "36", "10", "10", "", "≤", "小时"),
    ind(B, "社会效益指标", "预警信息发布及时率", "95", "97.4", "20", "20", "", "≥", "%"),
    ind(B, "可持续影响指标", "群测群防体系", "运行良好", "运行良好", "5", "5"),
    ind(S, "服务对象满意度指标", "受保护村民满意度", "90", "92.8", "10", "10", "", "≥", "%"),
    ind(C, "经济成本指标", "单站年维护成本", "8000", "7860", "5", "5", "", "≤", "元"),
]
CONCLUSION = "监测预警设施运行正常，预警发布及时，自评得分99.1分。"
PROBLEM, MEASURE = "单位资金到位较晚，支出进度偏慢。", "提前落实单位资金来源，按季度安排维护费用支付。"
table = [
    [c("项目名称", 2), L(NAME, 9)], [c("主管部门", 2), c(SUP, 4), c("实施单位\n（盖章）", 2), c(UNIT, 3)],
    [c("项目基本\n情况", 2, 3), c("1.项目年度目标完成情况", 1, 2), c("项目年度目标", 4), c("年度目标完成情况", 4)], [L(GOAL, 4), L(DONE, 4)],
    ["2.项目实施内容及过程概述", L("汛前完成设备检修和电池更换，汛期安排专人值守，汛后开展站点巡检。", 8)],
    [c("预算执行情况（10分）", 2, 6), "年度预算数\n（万元）", "年初预算", "调整后\n预算数", "预算\n执行数", c("预算\n执行率", 2), "权重", "得分", "原因"],
    *[[r["label"], r["original"], r["revised"], r["executed"], c(r["rate"], 2), r["weight"], r["score"], ""] for r in fund_rows],
    [c("绩效指标\n（90分）", 1, len(rows) + 1), "一级指标", "二级指标", "三级指标", "指标\n性质", "指标值", "度量\n单位", "完成值", "权重", "得分", "未完成原因分析"],
    *indicator_rows(rows, lambda i: [L(i["name"]), i["sign"] or "定性", i["target"], i["unit"] or "", i["actual"], i["weight"], i["score"], L(i["note"])]),
    [c("合计", 8), "100", "99.1", ""],
    [c("评价结论", 2), L(CONCLUSION, 9)], [c("存在问题", 2), L(PROBLEM, 9)], [c("改进措施", 2), L(MEASURE, 9)],
    [L("项目负责人：", 6), L("财务负责人：", 5)],
]
CASE = {
    "name": "sichuan_project", "formats": ["txt"], "txt": "tsv", "encoding": "gb18030", "eol": "\r\n",
    "blocks": [{"p": "报表编号：510000_0013zp"}, T(TITLE), {"table": table}],
    "gold": gold(
        title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 92, "revised": 92, "executed": 88.35, "execution_rate": 96.03},
        evaluations=[evaluation(
            title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fund_rows), goal={"expected": GOAL, "actual": DONE},
            indicators=indicators(rows), total_weight=100, total_score=99.1, conclusion=CONCLUSION, problems=PROBLEM, measures=MEASURE)],
        self_assessment={"score": 99.1, "grade": None}, problems=[prob("单位资金到位较晚，支出进度偏慢", "budget_execution")],
        measures=[meas("提前落实单位资金来源，按季度安排维护费用支付", "budget_execution")]),
}
