"""University under a provincial ministry-style form: thousand-yuan, landscape, a scoring-rule column full of numbers between target and
score, weight before the target, rule column in the funds too."""
from _common import *

Y = 2021
NAME = "中央支持地方高校改革发展资金—海洋生物资源利用学科平台建设"
SUP, UNIT = "东岚省教育厅", "东岚海洋大学"
TITLE = "项目支出绩效自评表"
K = "千元"
fr = [fund("年度资金总额：", "8,600.0", "9,150.0", "8,874.6", "10", "96.99%", "9.7", K),
      fund("其中：本年一般公共预算拨款", "8,600.0", "8,600.0", "8,351.2", "—", "97.11%", "—", K),
      fund("上年结转资金", "0.0", "550.0", "523.4", "—", "95.16%", "—", K),
      fund("其他资金", "0.0", "0.0", "0.0", "—", "—", "—", K)]
why = ["执行率×该项分值，得分精确到小数点后一位", "", "", ""]
GOAL = "目标1：建成水产品精深加工中试线1条、共享实验室3间；\n目标2：支持青年教师科研立项12项，发表高水平论文30篇；\n目标3：面向沿海企业提供技术服务不少于20次。"
DONE = "1.中试线完成安装并投入试运行，共享实验室建成3间；\n2.立项12项，发表高水平论文27篇，授权发明专利9件；\n3.赴企业开展技术服务26次，签订成果转化合同4项。"
O, B, S = "产出\n指标\n（50分）", "效益\n指标\n（30分）", "满意度\n指标\n（10分）"
R1, R2 = "完成值≥指标值得满分，未完成按比例计分", "达成预期得100%-80%，部分达成得80%-60%，否则得60%-0"
rows = [
    I(O, "数量指标", "水产品精深加工中试线", "1条", "1条", "6", "6", rule=R1),
    I(O, "数量指标", "新建共享实验室", "3间", "3间", "5", "5", rule=R1),
    I(O, "数量指标", "青年教师科研立项", "≥12项", "12项", "5", "5", rule=R1),
    I(O, "数量指标", "发表高水平论文", "≥30篇", "27篇", "6", "5.4", "投稿至录用周期长，3篇处于返修阶段，拟在2022年一季度见刊", rule=R1),
    I(O, "质量指标", "仪器设备验收合格率", "=100%", "100%", "6", "6", rule=R1),
    I(O, "质量指标", "科研项目中期检查通过率", "≥90%", "91.7%", "6", "6", rule=R1),
    I(O, "时效指标", "设备采购合同签订时间", "2021年6月30日前", "2021年6月18日", "5", "5", rule="按期签订得满分，每推迟10日扣1分"),
    I(O, "时效指标", "资金支付进度（截至11月末）", "≥85%", "79.3%", "5", "4.7", "大型仪器按合同分三期付款", rule=R1),
    I(O, "成本指标", "实验室单位面积改造费用", "≤2.6千元/平方米", "2.4千元/平方米", "6", "6", rule="超出指标值5%以内扣2分，超5%不得分"),
    I(B, "社会效益\n指标", "面向企业开展技术服务", "≥20次", "26次", "8", "8", rule=R1),
    I(B, "社会效益\n指标", "毕业生涉海行业就业占比", "≥35%", "33.8%", "7", "6.8", "部分学生选择继续深造", rule=R1),
    I(B, "经济效益\n指标", "成果转化到账经费", "≥1,500千元", "1,720千元", "8", "8", rule=R1),
    I(B, "可持续\n影响指标", "平台对学科建设的支撑作用", "显著", "较为显著", "7", "6", rule=R2),
    I(S, "服务对象\n满意度指标", "师生满意度", "≥90%", "93.2%", "5", "5", rule="满意度每低1个百分点扣0.5分"),
    I(S, "服务对象\n满意度指标", "合作企业满意度", "≥90%", "96%", "5", "5", rule="满意度每低1个百分点扣0.5分"),
]
assert sum(Decimal(i["weight"]) for i in rows) == 90
TOTAL = str(sum(Decimal(i["score"]) for i in rows) + Decimal("9.7"))
table = [
    [c("项目名称", 2), c(NAME, 10)],
    [c("主管部门", 2), c(SUP, 4), c("实施单位", 2), c(UNIT, 4)],
    [c("项目资金\n（千元）", 2, 5), c("", 2), "年初预算数", "全年预算数\n（A）", "全年执行数\n（B）", "分值", "执行率\n（B/A）", "得分计算方法", c("得分", 2)],
]
for n, r in enumerate(fr):
    table.append([L(r["label"], 2), r["original"], r["revised"], r["executed"], r["weight"], r["rate"], L(why[n]), c(r["score"], 2)])
table += [
    [c("年度\n总体\n目标", 2, 2), c("预期目标", 5), c("目标实际完成情况", 5)],
    [L(GOAL, 5, paras=True), L(DONE, 5, paras=True)],
    [c("绩\n效\n指\n标", 1, len(rows) + 1), "一级\n指标", "二级\n指标", "三级指标", "分值", "年度\n指标值（A）", "全年\n实际值（B）", c("得分计算方法", 3), "得分",
     "未完成原因分析"],
]
table += indicator_rows(rows, lambda i: [L(i["name"]), i["weight"], i["target"], i["actual"], L(i["rule"], 3), i["score"], L(i["note"])])
table += [[c("总　　分", 4), "100", c("", 5), TOTAL, ""]]
g = gold(
    title=TITLE, kind="project", year=Y, unit=UNIT,
    budget={"original": 860, "revised": 915, "executed": wan("8874.6", K), "execution_rate": 96.99},
    evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr),
                            goal={"expected": clean(GOAL), "actual": clean(DONE)}, indicators=indicators(rows),
                            total_weight=100, total_score=plain(TOTAL))],
    self_assessment={"score": plain(TOTAL), "grade": None})
drop(g, "budget.sources")
CASE = {
    "name": "e02_university_qianyuan", "txt": "layout", "encoding": "utf-8", "landscape": True, "margin": 1.8,
    "blocks": [
        T(TITLE, size=16), {"p": f"（{Y}年度）", "style": "center"},
        {"table": table, "widths": [1.0, 1.4, 2.0, 4.0, 2.2, 2.8, 2.4, 1.2, 1.5, 3.0, 1.3, 3.3], "size": 9, "repeat_header": 0, "nosplit": True},
    ],
    "gold": g,
}
