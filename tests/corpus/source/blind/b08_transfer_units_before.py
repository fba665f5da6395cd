"""Transfer form over three landscape pages: unit column before the values, arrived funds beside budget, repeated header, own fund labels, no weights or scores."""
from _common import *
Y = 2022
UNIT, SUP = "陇泉市靖河县水务局", "甘宁省水利厅"
FR = [fund("总计", None, "8,642.00", "7,915.36", None, "91.59%", None), fund("中央财政水利发展资金", None, "5,200.00", "5,011.80", None, "96.38%", None), fund("省级配套", None, "2,180.00", "1,906.56", None, "87.46%", None), fund("市县配套", None, "1,262.00", "997.00", None, "79.00%", None)]
ARR = ["8,642.00", "5,200.00", "2,180.00", "1,262.00"]
EXP = "治理中小河流重点河段42公里，新增水土流失治理面积96平方公里，对13座小型水库实施维修养护，改善灌溉面积3.8万亩，提升农村供水保障水平。"
ACT = "治理中小河流重点河段39.6公里，新增水土流失治理面积98.3平方公里，13座小型水库维修养护全部完成，改善灌溉面积3.92万亩。"
O, B, S = "产出指标", "效益指标", "满意度指标"
raw = [(O, "数量指标", "中小河流治理长度", "公里", "≥42", "39.6", "赵家湾段征地协议签订滞后，2.4公里转入2023年实施"), (O, "数量指标", "新增水土流失治理面积", "平方公里", "≥96", "98.3", ""), (O, "数量指标", "小型水库维修养护", "座", "13", "13", ""), (O, "数量指标", "山洪灾害防治非工程措施维护", "处", "≥68", "71", ""),
       (O, "数量指标", "淤地坝除险加固", "座", "6", "5", "一座坝体设计变更"), (O, "数量指标", "农村饮水工程维修养护", "处", "≥120", "126", ""), (O, "质量指标", "工程验收合格率", "%", "100", "100", ""), (O, "质量指标", "已建工程良好运行率", "%", "≥95", "96.2", ""), (O, "质量指标", "水库安全监测设施完好率", "%", "≥98", "98.5", ""),
       (O, "时效指标", "截至2022年底投资完成比例", "%", "≥90", "91.59", ""), (O, "时效指标", "截至2023年6月底投资完成比例", "%", "100", "", "尚未到期"), (O, "成本指标", "小型水库养护补助标准", "万元/座", "≤8", "7.6", ""), (O, "成本指标", "水土流失综合治理补助标准", "万元/平方公里", "≤50", "50", ""),
       (B, "经济效益指标", "新增粮食生产能力", "万公斤", "≥260", "248", "伏旱影响，灌溉水源不足"), (B, "社会效益指标", "河道治理保护人口", "万人", "≥5.6", "5.4", "治理河段未全部完工"), (B, "社会效益指标", "维修养护工程受益人口", "万人", "≥11", "11.8", ""), (B, "生态效益指标", "年减少土壤流失量", "万吨", "≥40", "41.7", ""),
       (B, "可持续影响指标", "已建工程是否良性运行", "—", "是", "是", ""), (B, "可持续影响指标", "工程管护责任落实", "—", "落实", "基本落实", "两处工程管护协议未签"), (S, "服务对象满意度指标", "受益群众满意度", "%", "≥90", "92.6", "")]
rows = [I(a, b, n, t, v, "", "", x, unit=None if u == "—" else u, u=u) for a, b, n, u, t, v, x in raw]
t = [[c("资金名称", 2), c("中央水利发展资金", 3), c("实施期限", 1), c("2022年1月—2023年6月", 2)], [c("中央主管部门", 2), c("水利部", 1), c("省级主管部门", 1), c(SUP, 1), c("县级实施部门", 1), c(UNIT, 2)],
     [c("资金落实和\n支出情况\n（万元）", 1, 5), c("构成", 2), "全年预算", "到位金额", "累计支出", c("支出进度", 2)],
     *[[L(f["label"], 2), f["revised"], a, f["executed"], c(f["rate"], 2)] for f, a in zip(FR, ARR)],
     [c("总体\n目标", 1, 2), c("批复目标", 3), c("实现情况", 4)], [L(EXP, 3), L(ACT, 4)],
     *form(rows, ["name", "u", "target", "actual", "note"], ["一级\n指标", "二级指标", "绩效内容", "计量单位", "下达值", "达成值", c("未达成原因及补救措施", 2)])]
for k, r in enumerate(t):
    if k >= len(t) - len(rows): r[-1] = {**r[-1], "cs": 2}
cut = len(t) - len(rows) - 1
TITLE = f"{Y}年度转移支付区域（项目）绩效自评表"
G = gold(title=TITLE, kind="transfer", year=Y, unit=UNIT, budget={"revised": 8642, "executed": wan("7,915.36"), "execution_rate": 91.59},
         evaluations=[evaluation(title=TITLE, kind="transfer", year=Y, subject="中央水利发展资金", unit=UNIT, supervisor=SUP, funds=funds(FR), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows))])
drop(G, "budget.revenue")
i = next(x for x in G["evaluations"][0]["indicators"] if x["actual"]["text"] is None)
i["actual"] = {"text": None, "comparator": None, "value": None}
CASE = {"name": "b08_transfer_units_before", "txt": "tsv", "encoding": "utf-16", "landscape": True, "footer": True, "blocks": [T(TITLE), {"p": "填报日期：2023年2月20日　　　　　　　　　　　　　　　　　　　　　　　　　　　　　单位：万元", "size": 10},
        {"table": t[:cut], "size": 10.5, "row": 1.25, "widths": [1.9, 2.8, 4.6, 3, 2.6, 2.6, 2.6, 3.2]}, {"p": "", "size": 2},
        {"table": t[cut:], "size": 10.5, "row": 1.25, "repeat_header": 1, "widths": [1.9, 2.8, 4.6, 3, 2.6, 2.6, 2.6, 3.2]}], "gold": G}
