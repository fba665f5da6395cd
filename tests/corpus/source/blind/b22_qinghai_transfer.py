"""Qinghai-style transfer report: 第一部分/第二部分, arrival in two instalments with 亿元 and 万元, no deviations (无 phrases), measures only, table of funds by township inside; txt is the layout dump."""
from _common import *
Y = 2024
UNIT = "青湟省贡玛县自然资源和林业草原局"
FUND = "草原生态保护修复治理补助资金"
TITLE = f"贡玛县{Y}年{FUND}绩效自评报告"
M = ["进一步完善草原管护员考核办法，把管护成效与绩效补助挂钩", "加大毒害草治理后续管护力度，巩固治理成果", "提早开展下年度项目作业设计，缩短招标周期"]
DIS = "本报告及自评表将通过县人民政府门户网站公开，评价结果用于下一年度补助资金的分配和管护员聘用。"
tw = [["乡镇", "下达资金（万元）", "支出资金（万元）", "治理面积（万亩）"], ["多索乡", "412.00", "412.00", "5.6"], ["赛尔雄乡", "538.50", "538.50", "7.2"], ["卡日塘乡", "296.50", "281.36", "3.9"], ["合计", "1,247.00", "1,231.86", "16.7"]]
blocks = [T(TITLE), {"p": UNIT, "style": "center"}, {"p": ""}, {"p": "第一部分　绩效目标分解下达情况", "bold": True},
    P("2024年，中央财政通过两批下达我县草原生态保护修复治理补助资金共计0.1247亿元，第一批于1月下达830万元，第二批于6月下达417万元。县级未安排配套资金。主要目标为：治理退化草原16万亩以上，草原综合植被盖度稳定在61%。"),
    {"p": "第二部分　绩效目标完成情况分析", "bold": True}, {"p": "（一）资金投入情况"}, P("项目资金到位1,247万元，到位率100%。当年支出1,231.86万元，预算执行率98.79%，结余15.14万元按规定结转。资金分乡镇情况见下表。"), {"table": tw, "widths": [3, 4, 4, 4], "size": 10.5},
    {"p": "（二）总体绩效目标完成情况"}, P("全年完成退化草原治理16.7万亩，草原综合植被盖度61.8%，较上年提高0.4个百分点，总体绩效目标全面完成。"),
    {"p": "（三）绩效指标完成情况"}, P("数量指标“退化草原治理面积”目标≥16万亩，完成16.7万亩；质量指标“补播出苗合格率”目标≥70%，完成73.5%；生态效益指标“综合植被盖度”目标61%，完成61.8%；满意度指标“牧民满意度”目标≥90%，完成94.6%。经评定自评得分99分。"),
    {"p": "第三部分　偏离绩效目标的原因和下一步改进措施", "bold": True}, {"p": "（一）偏离绩效目标的原因"}, P("各项绩效目标均已完成，不存在偏离绩效目标的情况。"), {"p": "（二）下一步改进措施"}, *[P(f"{'首先' if n == 0 else '其次' if n == 1 else '再次'}，{m}。") for n, m in enumerate(M)],
    {"p": "第四部分　绩效自评结果拟应用和公开情况", "bold": True}, P(DIS), {"p": "第五部分　其他需要说明的问题", "bold": True}, P("没有其他需要说明的问题。")]
G = gold(title=TITLE, kind="transfer", year=Y, unit=UNIT, budget={"executed": wan("1,231.86"), "execution_rate": 98.79}, spending={"total": wan("1,231.86")},
         self_assessment={"score": 99, "grade": None}, problems=[], measures=[meas(m) for m in M], disclosure=DIS)
drop(G, "budget.original", "budget.revised", "budget.revenue", "spending.projects", "spending.project")
CASE = {"name": "b22_qinghai_transfer", "txt": "layout", "blocks": blocks, "gold": G, "footer": True}
