"""Project report as a letter: blanks inside words and numbers, 元/万元 mixed, 其中 chains, problems and measures as rows of a table inside the report, damaged numbers."""
from _common import *
Y = 2022
UNIT = "滇溪市公安局交通警察支队"
NAME = "农村道路交通安全“两站两员”建设经费"
TITLE = f"关于{Y}年度{NAME}绩效自评情况的报告"
PR = [prob("劝导员补助发放标准偏低，人员流动性大", "staffing"), prob("劝导站视频设备故障率高，维修响应不及时", "asset_management"), prob("绩效资料归档不完整，部分劝导台账缺失", None)]
del PR[1]["category"]
MS = [meas("协调县区财政建立劝导员补助增长机制"), meas("将设备维保纳入年度合同考核条款，限定48小时内修复"), meas("统一劝导台账格式，按季度检查归档情况")]
blocks = [{"p": "滇溪市公安局交通警察支队文件", "style": "center", "size": 20}, {"p": "滇公交〔2023〕28号　　　　　　　　　　　　　签发人：×××", "size": 10}, {"p": ""}, T(f"关于{Y}年度农村道路交通安全“两站两员”"), T("建设经费绩效自评情况的报告"), {"p": ""},
    {"p": "市财政局："}, P("根据《滇溪市财政局关于做好 20 22 年度项目支出绩效自评工作的通知》（滇财绩〔2023〕3号）要求，我支队认真组织开展了绩效自评，现将有关情况报告如下："),
    H("一、项目基本情况"), P("1.项目概况。项目主要用于全市1,206个农村交通安全劝导站的设备更新、劝导员补助和宣传教育。"),
    P("2.资金情况。202 2年年初 预算安排 536 万元，年中调增24.5万元，调整后预算5 60.5万元，其中：市级财政资金420万元（其中一般公共预算资金400万元、上年结转20万元），县区配套140.5万元。"),
    P("3.支出情况。截至12 月31 日，项目实际支出548.3261万元，预算执行率97. 83%。其中：劝导员补助4,341,600元，设备更新862,161元，宣传教育279,500元。上年度项目支出为501.2万元。"),
    H("、绩效目标完成情况"), P("（一）产出指标：劝导站正常运行1,206个，完成率100%；劝导员培训3次，每次覆盖不少于80%的劝导员。"), P("（ 三）满意度指标：农村群众满意度91. 2%，高于90%的目标值。"),
    H("3、自评得分"), P("经综合评定，该项目绩效自评得 分为 95. 6 分，评价等次为“优”。"), H("四、存在问题及改进措施"), P("自评发现的主要问题和拟采取的改进措施见下表："),
    {"table": [["序号", "存在问题", "改进措施", "完成时限"], *[[str(n), L(p["text"]), L(m["text"]), d] for n, (p, m, d) in enumerate(zip(PR, MS, ["2023年6月", "2023年4月", "长期坚持"]), 1)]], "widths": [1.2, 6, 7, 2.5], "size": 10},
    H("五、其他需要说明的情况"), P("暂无。"), {"p": ""}, {"p": UNIT, "style": "right"}, {"p": "2023 年 3 月 15 日", "style": "right"}, {"p": "抄送：市公安局警务保障处。"}, {"p": f"{UNIT}办公室　　　　　　2023年3月15日印发"}]
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 536, "revised": 560.5, "executed": wan("548.3261"), "execution_rate": 97.83}, spending={"total": wan("548.3261")},
         self_assessment={"score": 95.6, "grade": "优"}, problems=PR, measures=MS)
drop(G, "spending.projects", "spending.project", "spending.personnel", "budget.sources")
CASE = {"name": "h08_letter_spaces", "txt": "pipe", "encoding": "gb18030", "blocks": blocks, "gold": G, "footer": True}
