"""Short letter of a county bureau on a transfer: number, addressee, run-in heads in bold without line breaks, one deviation paragraph, signature and contact block."""
from _common import *
Y = 2022
UNIT = "康原县林业和草原局"
FUND = "中央财政林业草原生态保护恢复资金"
P1 = "由于2022年秋季持续干旱，部分人工种草地块出苗率偏低，种草合格面积完成率为91.2%"
C1 = "2022年秋季持续干旱"
M1 = "2023年5月底前对未达标的0.22万亩地块全部补播，并配套打井4眼解决补水问题"
DIS = "绩效自评结果将报县人民政府，并在县政府门户网站公开；对绩效较好的乡镇，在下年度项目安排上予以倾斜。"
TITLE = f"康原县林业和草原局关于{Y}年度{FUND}绩效自评情况的报告"
blocks = [{"p": "康原县林业和草原局文件", "style": "center", "size": 20}, {"p": "康林草字〔2023〕14号", "style": "center"}, T(f"康原县林业和草原局\n关于{Y}年度{FUND}\n绩效自评情况的报告".split("\n")[0]), T(f"关于{Y}年度{FUND}"), T("绩效自评情况的报告"), {"p": "州林业和草原局、州财政局："},
    P("现将我县2022年度中央财政林业草原生态保护恢复资金绩效自评情况报告如下。"),
    P("一、资金和目标下达情况。州财政局以〔2022〕31号、〔2022〕77号文件下达我县资金1,846.00万元，其中退耕还草补助520.00万元、草原生态修复治理1,146.00万元、草原有害生物防治180.00万元。县财政局收文后于6月2日、9月15日两次分解下达，绩效目标与资金同步下达。"),
    P("二、资金使用情况。截至2022年12月31日，共支出1,695.73万元，预算执行率91.86%；其中退耕还草补助支出520.00万元，草原生态修复治理支出1,003.53万元，草原有害生物防治支出172.20万元。结转的150.27万元主要是工程质保金和尾款，计划于2023年6月底前支付完毕。"),
    P("三、绩效目标完成情况。人工种草2.5万亩，经验收合格面积2.28万亩；退化草原改良6.8万亩，完成率100%；鼠害防治35万亩，防治效果92%；兑付退耕农牧户1,318户。草原综合植被盖度达到59.4%，较上年提高0.6个百分点；农牧民满意度91%。自评得分94.2分。"),
    P(f"四、偏离绩效目标的原因和下一步改进措施。{P1}。下一步，{M1}。"), P(f"五、自评结果拟应用和公开情况。{DIS}"), P("六、其他需要说明的情况。无。"), {"p": "康原县林业和草原局", "style": "right"}, {"p": "2023年3月9日", "style": "right"}, {"p": "（联系人：×××；联系电话：0973-×××××××）"}]
G = gold(title=TITLE, kind="transfer", year=Y, unit=UNIT, budget={"executed": 1695.73, "execution_rate": 91.86}, spending={"total": 1695.73}, self_assessment={"score": 94.2, "grade": None}, problems=[prob(P1, None, C1)], measures=[meas(M1)], disclosure=DIS)
drop(G, "budget.original", "budget.revised", "budget.revenue", "spending.projects", "spending.project", "budget.sources")
CASE = {"name": "c20_transfer_letter_short", "txt": "lines", "encoding": "utf-16", "blocks": blocks, "gold": G}
