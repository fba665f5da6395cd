"""Social-insurance fund form: 决策/过程/产出/效益, scoring-rule column between target and value, income and balance cells beside."""
from _common import *

Y = 2023
FUND = "城乡居民基本养老保险基金"
TITLE = f"{FUND}预算绩效自评表（{Y}年度）"
UNIT, SUP = "珩州市社会保险经办服务中心", "珩州市人力资源和社会保障局"
F = [fund("基金支出合计", "48,630.00", "50,215.00", "49,873.62", None, "99.32%", None),
     fund("其中：基础养老金支出", "43,520.00", "44,980.00", "44,812.90", None, "99.63%", None),
     fund("个人账户养老金支出", "4,260.00", "4,260.00", "4,155.47", None, "97.55%", None),
     fund("丧葬补助金支出", "800.00", "925.00", "857.25", None, "92.68%", None),
     fund("转移支出", "50.00", "50.00", "48.00", None, "96.00%", None)]
A, B, C, D = "决策", "过程", "产出", "效益"
R = [
    I(A, "目标设定", "绩效目标合理性", "合理", "合理", "4", "4", rule="依据充分、与基金规模匹配得满分，一项不符扣2分"),
    I(A, "预算编制", "收入预算编制准确率", "≥97%", "98.2%", "5", "5", rule="每低1个百分点扣1分"),
    I(A, "预算编制", "支出预算编制准确率", "≥97%", "97.4%", "5", "5", rule="每低1个百分点扣1分"),
    I(B, "基金征缴", "参保缴费率", "≥92%", "89.6%", "8", "6.8", "外出务工人员续缴意愿不强，已开通线上代缴", rule="每低1个百分点扣0.5分"),
    I(B, "基金征缴", "财政补助资金到位率", "100%", "100%", "6", "6", rule="按到位比例计分"),
    I(B, "基金管理", "待遇资格核验率", "≥99%", "99.4%", "6", "6", rule="每低0.5个百分点扣1分"),
    I(B, "基金管理", "疑点数据核查清零率", "100%", "98.7%", "6", "5", "13条跨省比对数据尚待对方经办机构反馈", rule="未清零扣1分"),
    I(B, "基金管理", "要情报告制度执行", "严格执行", "严格执行", "5", "5", rule="发现瞒报、迟报不得分"),
    I(C, "产出数量", "参保人数", "≥58.5万人", "58.13万人", "8", "7.9", "人口外流及转入职工保险", rule="按完成比例计分"),
    I(C, "产出数量", "发放养老金人数", "≥19.8万人", "20.06万人", "8", "8", rule="按完成比例计分"),
    I(C, "产出质量", "社会化发放率", "100%", "100%", "7", "7", rule="每低1个百分点扣1分"),
    I(C, "产出时效", "养老金按月发放日期", "每月15日前", "每月12日", "7", "7", rule="逾期一次扣1分"),
    I(D, "社会效益", "困难群体代缴覆盖率", "100%", "100%", "8", "8", rule="漏缴一人扣0.5分"),
    I(D, "可持续性", "基金备付能力", "≥12个月", "28.4个月", "7", "7", rule="低于12个月不得分"),
    I(D, "服务满意", "参保群众满意率", "90%以上", "94.1%", "10", "10", rule="每低1个百分点扣1分"),
]
assert sum(float(r["weight"]) for r in R) == 100
TOTAL = "97.7"
assert abs(sum(float(r["score"]) for r in R) - 97.7) < 1e-6, sum(float(r["score"]) for r in R)
EXP = "落实基础养老金调标政策，全年参保58.5万人以上，养老金按时足额发放，基金运行安全平稳。"
ACT = "基础养老金标准由每月138元提高至151元，年末参保58.13万人，为20.06万名老年居民按月发放养老金，未发生基金安全事件。"
ISSUE = "1.参保扩面空间收窄，续保缴费率较目标低2.4个百分点；2.跨省数据比对反馈周期长，个别疑点未能当年清零。"
NEXT = "1.依托村级社保协办员开展断缴人员入户动员；2.通过省级平台建立跨省协查催办机制，按月通报清零进度。"
table = [[c("基金名称", 2), c(FUND, 3), c("统筹层次", 2), c("市级统筹", 2)],
         [c("主管部门", 2), c(SUP, 3), c("经办机构", 2), c(UNIT, 2)],
         [c("当年基金收入", 2), c("62,418.55", 3), c("年末滚存结余", 2), c("118,204.30", 2)],
         [c("基金预算\n执行", 1, len(F) + 1), c("科目", 3), c("年初预算", 1), c("调整预算", 2), "决算数", "执行率"]]
for f in F:
    table.append([L(f["label"], 3), f["original"], c(f["revised"], 2), f["executed"], f["rate"]])
table += [[c("年度\n目标", 1, 2), c("目标内容", 4), c("完成情况", 4)], [L(EXP, 4), L(ACT, 4)]]
table += [["一级指标", "二级指标", "三级指标", "目标值", "评分规则", "完成值", "权重", "得分", "备注"]]
table += indicator_rows(R, lambda i: [L(i["name"]), i["target"], L(i["rule"]), i["actual"], i["weight"], i["score"], L(i["note"])])
table += [[c("合计", 6), "100", TOTAL, ""], [c("发现的问题", 2), L(ISSUE, 7)], [c("改进措施", 2), L(NEXT, 7)]]
G = gold(
    title=TITLE, year=Y, unit=UNIT,
    budget={"original": wan("48,630.00"), "revised": wan("50,215.00"), "executed": wan("49,873.62"), "execution_rate": 99.32},
    evaluations=[evaluation(title=TITLE, year=Y, subject=FUND, unit=UNIT, supervisor=SUP, funds=funds(F), goal={"expected": EXP, "actual": ACT},
                            indicators=indicators(R), total_weight=100, total_score=97.7, problems=ISSUE, measures=NEXT)],
    self_assessment={"score": 97.7, "grade": None},
    problems=[prob("参保扩面空间收窄，续保缴费率较目标低2.4个百分点"), prob("跨省数据比对反馈周期长，个别疑点未能当年清零")],
    measures=[meas("依托村级社保协办员开展断缴人员入户动员"), meas("通过省级平台建立跨省协查催办机制，按月通报清零进度")])
# neither department nor project nor transfer; income cell and the fund's own kind of budget: two readings
drop(G, "kind", "evaluations.0.kind", "budget.revenue", "budget.sources.social_insurance")
CASE = {"name": "j02_social_fund", "txt": "tsv", "encoding": "utf-16", "landscape": True, "margin": 1.8,
        "blocks": [{"p": "附件5", "size": 11}, T(TITLE, size=16),
                   {"p": f"填报单位：{UNIT}　　　　　　　　　　　　　　填报时间：2024年3月18日　　　　　　　　　　　　　金额单位：万元", "size": 9.5},
                   {"table": table, "widths": [1.6, 2.0, 4.0, 2.4, 5.2, 2.4, 1.3, 2.4, 4.2], "size": 8.5},
                   {"p": "填表说明：权重合计100分；执行率=决算数/调整预算。", "size": 9}], "gold": G}
