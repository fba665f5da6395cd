"""A transfer-payment report in prose, sent as a letter: 亿元 and 万元, full-width digits, last year's figures beside this year's."""
from _common import *

Y = 2022
UNIT = "赣湖市财政局"
FUND = "中央农村危房改造补助资金"
PR = [prob("个别县区资金拨付不及时，第三季度末支付率仅为61%", "budget_execution", "工程验收资料收集较慢"), prob("乡镇专职管理人员少，现场巡查频次不足", "staffing")]
MS = [meas("推行资金拨付月调度，对进度滞后的县区进行约谈", "budget_execution"), meas("充实乡镇村镇建设管理力量，开展业务培训", "staffing")]
DIS = "自评结果作为2023年补助资金分配的重要因素，并在市财政局网站公开。"
blocks = [
    T(f"{UNIT}关于{Y}年度{FUND}"), T("绩效自评情况的报告"), {"p": "江右省财政厅："},
    P(f"根据《江右省财政厅关于开展{Y}年度中央对地方转移支付绩效自评工作的通知》要求，现将有关情况报告如下："),
    H("一、绩效目标分解下达情况"),
    P("２０２２年下达我市中央农村危房改造补助资金1.26亿元，用于支持低收入群体危房改造和农房抗震改造，较上年增加840万元。"),
    H("二、绩效目标完成情况分析"), H("（一）资金投入情况分析", 1),
    P("１．项目资金到位情况。全年预算数12,600万元，已全部到位，到位率100%。"),
    P("２．项目资金执行情况。截至2022年12月31日，全年执行数12,037.50万元，执行率95.54%（上年为93.10%）。"),
    P("３．项目资金管理情况。各县区实行专项核算，补助资金通过“一卡通”直接发放到户。"),
    H("（二）总体绩效目标完成情况分析", 1), P("全市完成农村危房改造4,218户，总体目标基本实现。"),
    H("（三）绩效指标完成情况分析", 1), P("数量指标：计划改造4,200户，实际改造4,218户。质量指标：竣工验收合格率100%。满意度指标：改造户满意度98.2%。"),
    H("三、偏离绩效目标的原因和下一步改进措施"),
    P(f"（一）存在的问题。1.{PR[0]['text']}，主要原因是{PR[0]['cause']}。2.{PR[1]['text']}。"),
    P(f"（二）改进措施。1.{MS[0]['text']}。2.{MS[1]['text']}。"),
    H("四、绩效自评结果拟应用和公开情况"), P(DIS),
    {"p": UNIT, "style": "right"}, {"p": "2023年3月10日", "style": "right"},
]
CASE = {
    "name": "transfer_report", "formats": ["txt"], "encoding": "utf-8", "blocks": blocks,
    "gold": drop(gold(
        title=f"{UNIT}关于{Y}年度{FUND}绩效自评情况的报告", kind="transfer", year=Y, unit=UNIT,
        budget={"revised": 12600, "executed": 12037.5, "execution_rate": 95.54}, problems=PR, measures=MS, disclosure=DIS),
        "spending", "budget.original", "budget.revenue"),
}
