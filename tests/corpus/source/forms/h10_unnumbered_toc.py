"""Department report with TOC, headings without numbers, run-in heads, no problems found (无), Chinese-numeral counts, budget chain with 结转, several years."""
from _common import *
Y = 2023
UNIT = "冀原省水文勘测研究中心"
TITLE = f"{UNIT}{Y}年度部门整体绩效自评报告"
fn = [("农林水支出", "6,214.38"), ("社会保障和就业支出", "702.15"), ("卫生健康支出", "268.90"), ("住房保障支出", "415.22")]
pj = [("水文站网运行维护", "1,120.00", "用于142处水文站的观测、通信和设施维修"), ("水资源监测能力提升", "864.75", "用于取水口在线监测和数据平台扩容"), ("墒情监测", "135.50", "用于墒情自动站租赁及人工取土校测")]
MS = None
DU = ["承担全省水文站网的建设与管理", "负责水文水资源监测、情报预报", "开展水质监测与水生态评价", "承担水文数据汇交和资料整编"]
toc = ["部门概况", "预算安排及执行情况", "绩效目标实现情况", "自评结论", "存在问题", "下一步改进措施", "结果应用与公开"]
DIS = "自评结果将作为2025年预算编制和项目排序的依据，并在厅门户网站“预决算公开”栏目公开。"
MSR = [meas("进一步提升绩效指标与业务考核的衔接度", "performance_goals"), meas("持续压实项目支出进度责任，按旬通报", "budget_execution")]
blocks = [{"p": ""}, T(UNIT, size=20), T(f"{Y}年度部门整体绩效自评报告", size=20), {"p": ""}, {"p": "二〇二四年四月", "style": "center"}, {"page": True}, {"p": "目　录", "style": "center"},
    *[{"p": f"{x}……………………………………………………{n}"} for n, x in zip((1, 2, 4, 6, 6, 7, 7), toc)], {"page": True},
    {"p": toc[0], "bold": True}, P("部门职责。" + "；".join(DU) + "。"), P("机构设置。中心为公益一类事业单位，内设综合处、水情处、水资源处、站网处、水质处、计划财务处等十一个处室，下辖九个水文勘测分中心。"), P("人员构成。财政补助事业编制412名，年末在职398人，离休3人，退休267人。"),
    {"p": toc[1], "bold": True}, P("2023年省财政厅批复年初预算7,180.00万元；年中下达中央水利发展资金等追加520.60万元，上年结转86.45万元，调整后全年预算7,787.05万元；全年实际支出7,600.65万元，年末结转186.40万元，预算执行率97.61%。2022年、2021年预算执行率分别为95.20%、93.74%。"),
    P("支出结构。基本支出5,480.40万元，其中人员经费4,936.18万元、公用经费544.22万元；项目支出2,120.25万元。"), P("功能科目。" + "，".join(f"{a}{b}万元" for a, b in fn) + "。"),
    P("主要项目。" + "；".join(f"{a}{b}万元，{d}" for a, b, d in pj) + "。"), P("“三公”经费。全年支出62.18万元，较预算75.00万元减少12.82万元，其中因公出国（境）费4.30万元，公务用车购置及运行维护费54.66万元（购置18.00万元、运行维护36.66万元），公务接待费3.22万元。"),
    {"p": toc[2], "bold": True}, P("监测能力。水文站自动监测率由上年的86%提高到91.5%，完成洪水预报作业218站次，预报合格率92.3%。"), P("服务成效。发布水情预警27期，为12次强降雨过程提供决策支撑。"),
    {"p": toc[3], "bold": True}, P("对照年初设定的部门整体绩效目标和指标体系，综合得分98.16分，等级为优。"), {"p": toc[4], "bold": True}, P("自评过程中未发现明显问题。"), {"p": toc[5], "bold": True}, P(f"一是{MSR[0]['text']}。二是{MSR[1]['text']}。"), {"p": toc[6], "bold": True}, P(DIS)]
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, organisation={"duties": DU, "internal_departments": 11, "staff": {"active": 398, "retired": 267, "retired_cadres": 3, "contract": None}},
         budget={"original": 7180, "revised": wan("7,787.05"), "executed": wan("7,600.65"), "execution_rate": 97.61},
         spending={"total": wan("7,600.65"), "basic": wan("5,480.40"), "personnel": wan("4,936.18"), "operating": 544.22, "project": wan("2,120.25"), "projects": [{"name": a, "amount": wan(b), "purpose": d} for a, b, d in pj], "functions": [{"name": a, "amount": wan(b)} for a, b in fn],
                   "three_public": {"total": 62.18, "receptions": 3.22, "vehicles": 54.66, "abroad": 4.3}}, self_assessment={"score": 98.16, "grade": "优"}, problems=[], measures=MSR, disclosure=DIS)
G["organisation"]["staff"]["authorised"] = 412
CASE = {"name": "h10_unnumbered_toc", "txt": "tika", "encoding": "utf-8", "eol": "\r\n", "footer": True, "header": TITLE, "blocks": blocks, "gold": G}
