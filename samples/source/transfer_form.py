"""The ministry's transfer-payment form: no weights or scores, a block on fund management, notes below that repeat the labels."""
from _common import *

Y = 2023
NAME = "中央财政林业草原生态保护恢复资金（草原生态修复治理）"
CENTRAL, LOCAL, UNIT = "国家林业和草原局", "朔原市林业和草原局", "朔原市阿木旗林业和草原局"
fund_rows = [fund("年度资金总额：", None, "2,940.00", "2,815.62", None, "95.77%", None), fund("其中：中央财政资金", None, "2,400.00", "2,400.00", None, "100.00%", None),
             fund("地方财政资金", None, "540.00", "415.62", None, "76.97%", None), fund("其他资金", None, "", "", None, "", None)]
EXPECTED, ACTUAL = "完成人工种草3.5万亩、退化草原改良8万亩，植被盖度稳步提高。", "完成人工种草3.5万亩、退化草原改良7.6万亩，项目区植被盖度提高6.3个百分点。"
PROBLEM, MEASURE = "地方配套资金到位率偏低，部分工程款未及时支付", "积极争取旗级预算安排，足额落实地方配套资金"
manage = [("分配科学性", "按退化面积因素法分配。", "无"), ("下达及时性", "收到指标文件后25日内分解下达。", "无"), ("拨付合规性", "按照国库集中支付制度支付。", "无"),
          ("使用规范性", "专账管理，未发现挤占挪用。", "无"), ("执行准确性", "严格执行批复的实施方案。", "无"),
          ("预算绩效管理情况", "绩效目标与资金同步下达。", "无"), ("支出责任履行情况", "旗级安排配套资金540万元。", f"存在问题：{PROBLEM}。改进措施：{MEASURE}。")]
O, B, S = "产出指标", "效益指标", "满意度指标"
rows = [
    ind(O, "数量指标", "人工种草面积", "3.5万亩", "3.5万亩"), ind(O, "数量指标", "退化草原改良面积", "≥8万亩", "7.6万亩", note="春旱严重，0.4万亩改在次年补播"),
    ind(O, "质量指标", "牧草出苗率", "≥80%", "83.5%"), ind(O, "时效指标", "任务完成及时率", "100%", "95%", note="受春旱影响"),
    ind(O, "成本指标", "人工种草亩均成本", "≤320元", "318元"), ind(B, "生态效益\n指标", "草原植被盖度提高", "≥5个百分点", "6.3个百分点"),
    ind(B, "社会效益\n指标", "吸纳牧民务工", "≥300人次", "342人次"), ind(S, "服务对象\n满意度指标", "牧民满意度", "≥90%", "94.7%"),
]
table = [
    [c("转移支付（项目）名称", 2), c(NAME, 6)], [c("中央主管部门", 2), c(CENTRAL, 6)], [c("地方主管部门", 2), c(LOCAL, 2), c("资金使用单位", 2), c(UNIT, 2)],
    [c("资金投入情况\n（万元）", 2, 5), c("", 2), c("全年预算数（A）", 2), "全年执行数（B）", "预算执行率\n（B/A×100%）"],
    *[[L(r["label"], 2), c(r["revised"], 2), r["executed"], r["rate"]] for r in fund_rows],
    [c("资金管理情况", 2, 8), "", c("情况说明", 3), c("存在问题和改进措施", 2)], *[[a, L(b, 3), L(d, 2)] for a, b, d in manage],
    [c("总体目标\n完成情况", 2, 2), c("总体目标", 3), c("全年实际完成情况", 3)], [L(EXPECTED, 3), L(ACTUAL, 3)],
    [c("绩\n效\n指\n标", 1, len(rows) + 1), "一级\n指标", "二级指标", c("三级指标", 2), "指标值", "全年实际完成值", "未完成原因和\n改进措施"],
    *indicator_rows(rows, lambda i: [L(i["name"], 2), i["target"], i["actual"], L(i["note"])]),
    [c("说明", 2), c("无", 6)],
]
TITLE = "中央对地方转移支付绩效自评表"
E = evaluation(title=TITLE, kind="transfer", year=Y, subject=NAME, unit=UNIT, supervisor=LOCAL, funds=funds(fund_rows), goal={"expected": EXPECTED, "actual": ACTUAL}, indicators=indicators(rows))
del E["problems"], E["measures"]
CASE = {
    "name": "transfer_form", "formats": ["pdf"], "footer": True,
    "blocks": [{"p": "附件3"}, T(TITLE), {"p": f"（{Y}年度）", "style": "center"}, {"table": table, "widths": [1.0, 1.6, 2.5, 1.6, 1.9, 2.6, 3.0, 3.4]},
               {"p": "注：1.“其他资金”填列与财政资金共同投入本项目的自筹资金和社会资金；2.全年执行数按实际支付到最终收款人的金额填列。", "size": 9}],
    "gold": gold(title=TITLE, kind="transfer", year=Y, unit=UNIT, budget={"revised": 2940, "executed": 2815.62, "execution_rate": 95.77}, evaluations=[E],
                 problems=[prob(PROBLEM, "funding_gap")], measures=[meas(MEASURE, "funding_gap")]),
}
