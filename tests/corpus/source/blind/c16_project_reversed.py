"""Project report in unusual order: score first, then problems, measures, use, and only then results, money and basics; money by tranche; grade words 良好."""
from _common import *
Y = 2022
UNIT = "澜溪县农业农村局"
NAME = "高标准农田建设"
PR = ["部分灌溉渠道设计标准偏低，汛期冲毁渠段1.7公里", "工程移交后乡镇管护资金未落实，13处泵站有人用、无人管", "项目资金分三批下达，最后一批11月24日才到县，当年支出进度偏慢"]
MS = ["对冲毁渠段按十年一遇标准重新设计，列入2023年水毁修复计划", "将管护经费按每亩10元标准纳入县级预算，与村集体签订管护协议", "提前完成项目评审和招标，做到资金下达即可支付"]
DIS = "自评结果已通报各项目乡镇，并与2023年度项目安排挂钩；自评报告在县人民政府网“重点领域信息公开”专栏公示15个工作日。"
TITLE = f"{UNIT}{Y}年{NAME}项目支出绩效自评报告"
blocks = [T(UNIT), T(f"{Y}年{NAME}项目支出绩效自评报告"), H("一、自评结论"), P("2022年高标准农田建设项目共设三级指标16个，其中13个达到或超过目标值，3个存在偏差。按百分制计算，项目绩效自评综合得分89.35分（决策18分、过程17.85分、产出29.5分、效益24分），自评等级为“良好”。"),
    H("二、自评发现的问题"), *[P(f"{'一二三'[n]}是{x}。") for n, x in enumerate(PR)], H("三、拟采取的措施"), *[P(f"{'一二三'[n]}是{x}。") for n, x in enumerate(MS)], H("四、结果应用与公开"), P(DIS),
    H("五、绩效目标完成情况"), P("新建高标准农田3.2万亩，完成计划的100%；新增高效节水灌溉面积0.46万亩，完成计划0.5万亩的92%；改善排灌渠道61.3公里；建成机耕路48公里，单价控制在每公里42万元以内。项目区粮食亩产提高86公斤，亩均增收310元；受益农户9,740户，满意度92.5%。"),
    H("六、资金情况"), P("项目总投资6,080万元。2022年度计划资金5,120万元，其中中央财政资金3,360万元、省级财政资金960万元、市级财政资金160万元、县级财政资金640万元；三批资金分别于3月、7月和11月下达2,400万元、1,720万元和1,000万元，资金到位率100%。截至2022年12月31日，实际支出4,386.54万元，预算执行率85.67%，结转733.46万元。2021年项目结余52.3万元已按规定收回。"),
    H("七、项目概况"), P("项目涉及4个乡镇23个行政村，批复建设期为2022年4月至2023年3月，由县农业农村局组织实施，县农田建设服务中心具体承担，监理、检测均通过公开招标确定。")]
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"executed": 4386.54, "execution_rate": 85.67, "original": 5120}, spending={"total": 4386.54},
         self_assessment={"score": 89.35, "grade": "良好"}, problems=[prob(PR[0], "project_management"), prob(PR[1], "funding_gap"), prob(PR[2], "budget_execution")], measures=[meas(MS[0], "project_management"), meas(MS[1], "funding_gap"), meas(MS[2], "budget_execution")], disclosure=DIS)
drop(G, "budget.original", "budget.revised", "budget.revenue", "spending.project", "problems.1.category", "measures.0.category", "problems.0.category")
CASE = {"name": "c16_project_reversed", "txt": "tika", "encoding": "utf-16", "footer": True, "blocks": blocks, "gold": G}
