"""Hospital, north-east: funds lie on their side (sources are columns, stages are rows), standard score before the target,
budget execution as the first indicator, rows for goal, grade, problems and measures."""
from _common import *

Y = 2023
NAME = "重症医学与急诊急救能力建设专项"
SUP, UNIT = "北凌市卫生健康委员会", "北凌市第三人民医院"
TITLE = f"{Y}年度市本级专项资金项目绩效自评表"
stage = ["年初预算数", "调整后预算数", "实际到位数", "实际支出数", "支出进度"]
src = {"合计": ["520.00", "486.50", "486.50", "471.90", "97.00%"],
       "市级财政拨款": ["400.00", "366.50", "366.50", "355.82", "97.09%"],
       "医院自筹": ["120.00", "120.00", "120.00", "116.08", "96.73%"]}
fr = [fund(k, v[0], v[1], v[3], "", v[4], "") for k, v in src.items()]
GOAL = "补齐急危重症救治短板，年内新增重症监护设备24台（套），改扩建抢救单元1处，培训急救骨干医护人员160人次，使院前院内衔接时间缩短到15分钟以内。"
DONE = "截至2023年12月底，新增重症监护设备23台（套），抢救单元改扩建通过验收，累计培训医护人员172人次，院前院内衔接时间平均14.2分钟。"
O, B, S = "产出", "效益", "满意度"
rows = [
    I("预算执行", "资金执行", "预算执行率", "100%", "97.00%", "10", "9.7", "1台设备尾款未到支付节点"),
    I(O, "数量", "购置重症监护设备", "24台（套）", "23台（套）", "8", "7.67", "供应商原装探头断货"),
    I(O, "数量", "抢救单元改扩建", "1处", "1处", "6", "6"),
    I(O, "数量", "急救骨干培训", "≥160人次", "172人次", "6", "6"),
    I(O, "质量", "设备开机合格率", "100%", "100%", "6", "6"),
    I(O, "质量", "培训考核通过率", "≥90%", "94.77%", "6", "6"),
    I(O, "时效", "设备到货安装完成时间", "9月底前", "10月17日", "6", "4", "进口设备清关时间较预计长"),
    I(O, "时效", "资金拨付及时率", "≥95%", "98%", "6", "6"),
    I(O, "成本", "改扩建工程造价", "≤138万元", "135.6万元", "6", "6"),
    I(B, "社会效益", "急危重症抢救成功率", "≥92%", "93.4%", "10", "10"),
    I(B, "社会效益", "平均急诊滞留时间", "<4小时", "3.6小时", "8", "8"),
    I(B, "经济效益", "转外就医费用支出", "下降", "基本持平", "6", "3", "危重患者基数增长"),
    I(B, "可持续影响", "多学科联合救治机制", "建立健全", "已建立并运行", "6", "6"),
    I(S, "服务对象", "住院患者满意度", "≥90%", "92.1%", "5", "5"),
    I(S, "服务对象", "医护人员满意度", "≥85%", "83%", "5", "4.88", "夜班排班压力较大"),
]
TOTAL = str(sum(Decimal(i["score"]) for i in rows))
assert sum(Decimal(i["weight"]) for i in rows) == 100
PROB = "1.进口设备采购周期预估不足，安装时间晚于计划。\n2.转外就医方面的效益指标缺少可核对的统计口径，目标值设置偏笼统。"
MEAS = "1.今后大型设备采购提前开展市场询价和清关咨询，为安装调试预留时间。\n2.会同医保办建立转外就医台账，把效益指标量化到科室。"
table = [
    [c("项目名称", 2), c(NAME, 6)],
    [c("主管部门", 2), c(SUP, 2), c("项目承担单位", 2), c(UNIT, 2)],
    [c("起止时间", 2), c("2023年1月—12月", 2), c("项目负责人", 2), c("鲁向平", 2)],
    [c("资金情况\n（万元）", 1, 6), c("资金来源", 2), "合计", c("市级财政拨款", 2), c("医院自筹", 2)],
]
for n, s in enumerate(stage):
    v = [src[k][n] for k in src]
    table.append([c(s, 2), v[0], c(v[1], 2), c(v[2], 2)])
table += [[c("年度绩效目标", 2), L(GOAL, 6)], [c("目标完成情况", 2), L(DONE, 6)]]
table += form(rows, ["name", "weight", "target", "actual", "score", "note"],
              ["指标\n类别", "考核\n内容", "考核指标", "标准分", "目标值", "完成值", "自评\n得分", "扣分原因"])
table += [
    [c("合　计", 3), "100", "", "", TOTAL, ""],
    [c("自评等级", 3), L("优秀☑　　良好□　　合格□　　不合格□", 5)],
    [c("存在的主要问题", 2), L(PROB, 6, paras=True)],
    [c("整改措施及建议", 2), L(MEAS, 6, paras=True)],
]
g = gold(
    title=TITLE, kind="project", year=Y, unit=UNIT,
    budget={"original": 520, "revised": 486.5, "executed": 471.9, "execution_rate": 97},
    evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr),
                            goal={"expected": GOAL, "actual": DONE}, indicators=indicators(rows), total_weight=100,
                            total_score=plain(TOTAL), grade="优秀", problems=clean(PROB), measures=clean(MEAS))],
    self_assessment={"score": plain(TOTAL), "grade": "优秀"},
    problems=[prob("进口设备采购周期预估不足，安装时间晚于计划"),
              prob("转外就医方面的效益指标缺少可核对的统计口径，目标值设置偏笼统", "performance_goals")],
    measures=[meas("今后大型设备采购提前开展市场询价和清关咨询，为安装调试预留时间", "procurement"),
              meas("会同医保办建立转外就医台账，把效益指标量化到科室", "performance_goals")])
drop(g, "budget.sources", "problems.0.cause")
CASE = {
    "name": "e01_hospital_transposed", "txt": "tika", "encoding": "gb18030", "margin": 1.9,
    "blocks": [
        {"p": "附表3"}, T(TITLE, size=17),
        {"p": f"填报单位（盖章）：{UNIT}　　　　　　　　　　填报日期：2024年2月26日", "size": 10},
        {"table": table, "widths": [1.7, 1.7, 3.6, 1.5, 2.4, 2.4, 1.5, 3.0], "size": 9},
    ],
    "gold": g,
}
