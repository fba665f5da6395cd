"""Liaoning-style transfer report: arrival and execution by level in one chain, indicator prose, problems as paragraphs with leading phrase, 无 sections."""
from _common import *
Y = 2022
UNIT = "辽岫市财政局"
TITLE = f"辽岫市{Y}年农业生产发展资金（黑土地保护利用）绩效自评报告"
PR = [("部分地块秸秆离田任务落实较慢", "秋收期间连续降雨，机械无法进地作业"), ("个别乡镇补助面积核验档案不规范，缺少影像资料", "核验人员均为临时抽调，业务培训不到位")]
MS = ["提前储备履带式作业机具，遇降雨天气实行错峰作业", "制定面积核验操作手册，统一影像资料采集标准"]
DIS = "绩效自评结果在市财政局门户网站向社会公开，自评发现的问题纳入2023年监管重点。"
blocks = [T(TITLE), H("一、绩效目标分解下达情况"), P("（一）中央下达资金预算和绩效目标。2022年中央财政下达我市黑土地保护利用资金6,850万元，省财政厅以辽财农〔2022〕118号文件分两批下达（第一批4,110万元、第二批2,740万元），下达绩效目标为实施面积45.7万亩。"),
    P("（二）市内分解下达。市财政局会同市农业农村局在收到文件后30日内将6,850万元全部分解到4个县（市、区），其中凤桐县2,100万元、岫河县1,950万元、青椅区1,500万元、溪堡市1,300万元。"),
    H("二、绩效目标完成情况分析"), P("（一）资金投入情况"), P("全年预算6,850万元，到位6,850万元；累计支出6,409.55万元，其中：凤桐县2,100万元、岫河县1,902.40万元、青椅区1,283.15万元、溪堡市1,124万元，执行率为93.57%。上年执行率为96.02%。"),
    P("（二）总体目标完成情况"), P("实施秸秆还田、增施有机肥和深松整地等措施45.92万亩，耕地质量监测点土壤有机质含量平均提高0.13克/千克，完成总体目标。"),
    P("（三）绩效指标完成情况"), P("产出指标方面，黑土地保护性利用面积≥45.7万亩，完成45.92万亩；秸秆还田面积≥20万亩，完成18.6万亩。效益指标方面，项目区化肥用量零增长。满意度指标方面，农户满意度91.2%，高于90%的目标值。"),
    H("三、偏离绩效目标的原因和下一步改进措施"),
    *[P(f"问题{n}：{a}。\n".strip()) for n, (a, b) in enumerate([], 1)],
    *[P(f"{['第一','第二'][n]}，{a}。主要是因为{b}。改进措施：{MS[n]}。") for n, (a, b) in enumerate(PR)],
    H("四、绩效自评结果拟应用和公开情况"), P(DIS), H("五、绩效自评工作的经验、问题和建议"), P("无。"), H("六、其他需要说明的问题"), P("无。")]
G = gold(title=TITLE, kind="transfer", year=Y, unit=UNIT, budget={"revised": 6850, "executed": wan("6,409.55"), "execution_rate": 93.57}, spending={"total": wan("6,409.55")},
         problems=[prob(PR[0][0], "external", PR[0][1]), prob(PR[1][0], None, PR[1][1])], measures=[meas(m) for m in MS], disclosure=DIS)
drop(G, "problems.0.category", "budget.original", "unit", "spending.projects", "spending.project")
CASE = {"name": "b12_liaoning_transfer", "txt": "tika", "encoding": "utf-8-sig", "eol": "\r\n", "blocks": blocks, "gold": G, "footer": True}
