"""Project report in 第X部分 with 一、 below; budget cut in the year and topped up by a trade-in; sub-projects in a list with the amount in a bracket; problems as head sentence plus explanation; txt vanish for its table."""
from _common import *
Y = 2024
UNIT = "烟渚市公安局交通管理支队"
NAME = "城市道路交通信号控制系统运维"
PRJ = [("信号机及检测器维护", "341.28", "用于412处路口信号机、地磁检测器的巡检和备件更换"), ("通信链路租赁", "126.00", "用于支付运营商光纤及4G链路租费"), ("绿波协调优化服务", "88.50", "用于聘请专业团队开展28条道路绿波调优")]
P1 = "设备老化与预算保障不匹配。全市2016年以前安装的信号机占比仍达37%，故障率高，备件费用连续两年超出测算"
P2 = "项目绩效指标侧重设备维度。通行效率改善类指标仅有1项，难以全面反映群众感受"
M = ["分三年实施信号机更新计划，优先更换使用满10年的设备", "增设主干道平均行程时间、停车次数等通行效率指标，并按季度采集浮动车数据"]
DIS = "自评结果作为2026年度运维合同续签和费用核定的依据，自评报告随支队决算信息同步公开。"
TITLE = f"{UNIT}{Y}年度{NAME}项目绩效自评报告"
qt = [["季度", "计划支付（万元）", "实际支付（万元）", "累计支付率"], ["一季度", "120.00", "96.40", "16.64%"], ["二季度", "150.00", "148.75", "42.31%"], ["三季度", "150.00", "131.06", "64.93%"], ["四季度", "159.50", "179.57", "95.91%"]]
blocks = [T(f"{UNIT}"), T(f"{Y}年度{NAME}项目"), T("绩效自评报告"), {"p": "报告日期：2025年2月26日", "style": "center"}, {"page": True},
    {"p": "第一部分　项目基本情况", "bold": True}, H("一、立项背景"), P("市区现有信号控制路口412处，2012年至2023年累计投资1.37亿元建成区域协调控制系统。依据《烟渚市缓堵保畅三年行动方案（2023—2025年）》，运维费用自2019年起按项目列入市本级预算，2023年支出552.61万元。"), H("二、预算安排"), P("2024年度该项目市财政批复预算598.00万元；8月按照压减一般性项目支出5%的要求调减29.90万元，10月因台风抢修追加11.40万元，调整后预算数为579.50万元，资金来源全部为市级财政拨款。"), H("三、绩效目标"), P("信号设备在线率不低于98%，故障平均修复时间不超过90分钟，早晚高峰主干道平均车速不低于25公里/小时。"),
    {"p": "第二部分　项目资金使用", "bold": True}, P("全年实际支付555.78万元，预算执行率95.91%。分季度支付情况如下："), {"table": qt, "widths": [3, 4, 4, 4], "size": 10.5}, P("按支出内容分为三个子项：（1）" + "；（2）".join(f"{a}（{b}万元），{d}" for a, b, d in PRJ[:2]) + f"；（3）{PRJ[2][0]}（{PRJ[2][1]}万元），{PRJ[2][2]}。"),
    {"p": "第三部分　项目绩效", "bold": True}, P("全年巡检信号路口9,888处次，处置故障3,427起，平均修复时间76分钟，比目标缩短14分钟；设备在线率98.6%；高峰时段主干道平均车速26.3公里/小时，同比提高4.8%；市民对信号配时满意度84.1%，低于目标值85%。"), P("根据评分规则，预算执行率得9.59分，产出指标得49分，效益指标得28分，满意度指标得9.89分，合计96.48分，评价等次为优。"),
    {"p": "第四部分　问题与改进", "bold": True}, H("一、存在的问题"), P(f"（一）{P1}。"), P(f"（二）{P2}。"), H("二、改进的措施"), P(f"（一）{M[0]}。"), P(f"（二）{M[1]}。"), {"p": "第五部分　结果应用", "bold": True}, P(DIS)]
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 598, "revised": 579.5, "executed": 555.78, "execution_rate": 95.91}, spending={"total": 555.78, "projects": [{"name": a, "amount": wan(b), "purpose": d} for a, b, d in PRJ]},
         self_assessment={"score": 96.48, "grade": "优"}, problems=[prob(P1, None), prob(P2, "performance_goals")], measures=[meas(M[0]), meas(M[1], "performance_goals")], disclosure=DIS)
drop(G, "spending.project", "budget.revenue", "budget.sources", "problems.0.cause")
CASE = {"name": "c19_project_parts", "txt": "vanish", "encoding": "utf-8", "footer": True, "blocks": blocks, "gold": G}
