"""Fujian-style project report: funds by source in brackets, sub-projects as a numbered list, percentages as traps, problems and measures as one unnumbered paragraph each, grade in a bracket."""
from _common import *
Y = 2022
UNIT = "闽峤县茶叶产业发展中心"
NAME = "白茶品牌提升与茶园绿色防控"
PRJ = [("生态茶园改造", "285.60", "用于套种绿肥、安装太阳能杀虫灯"), ("区域公用品牌宣传", "148.20", "用于茶博会参展及高铁站台广告投放"), ("茶青检测点建设", "61.75", "用于购置农残速测仪和试剂耗材")]
P_ = "部分山场坡度较大，杀虫灯布设后维护困难，损坏未能及时修复；品牌宣传偏重线下展会，线上渠道投入比重偏低，消费者认知度提升不明显。"
M_ = "落实茶企管护责任并签订管护协议，将设备完好率与次年补助挂钩；调整品牌宣传资金结构，适当提高电商平台推广比重。"
TITLE = f"{UNIT}{NAME}项目{Y}年度绩效自评报告"
blocks = [T(f"{UNIT}"), T(f"{NAME}项目"), T(f"{Y}年度绩效自评报告"), {"p": ""},
    H("一、项目概况"), P("（一）立项依据。根据《闽峤县茶产业高质量发展三年行动方案（2021—2023年）》设立本项目，2021年项目支出430.16万元，2022年为实施期第二年。"),
    P("（二）资金安排。2022年年初预算安排项目资金520万元（省级专项200万元，市级配套80万元，县级资金240万元），11月县财政局根据项目进度收回15万元，调整后预算505万元。"),
    P("（三）绩效目标。改造生态茶园6,500亩，茶青农残抽检合格率达到99%以上，品牌价值评估较上年增长8%。"),
    H("二、资金使用情况"), P("截至2022年12月底，项目累计支出495.55万元，占调整后预算的98.13%，剩余9.45万元由财政收回。各子项目支出如下："),
    *[P(f"{n}．{a}：支出{b}万元，{d}；") for n, (a, b, d) in enumerate(PRJ[:2], 1)], P(f"3．{PRJ[2][0]}：支出{PRJ[2][1]}万元，{PRJ[2][2]}。"),
    H("三、绩效目标完成情况"), P("产出方面，改造生态茶园6,720亩，完成率103.38%；建成茶青检测点9个，完成率100%。效益方面，茶青农残抽检合格率99.4%，品牌价值评估增长6.9%，未达到8%的目标。满意度方面，茶农满意度93%。"),
    H("四、评价结论"), P("按照指标体系打分，项目自评总得分94.6分（等级：优）。"), H("五、存在的问题"), P(P_), H("六、改进措施"), P(M_), H("七、附件"), P("1.绩效自评表（另附）")]
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 520, "revised": 505, "executed": 495.55}, spending={"total": 495.55, "projects": [{"name": a, "amount": wan(b), "purpose": d} for a, b, d in PRJ]},
         self_assessment={"score": 94.6, "grade": "优"}, problems=[{"text": P_}], measures=[{"text": M_}])
drop(G, "budget.execution_rate", "spending.project")     # 占调整后预算的98.13%: an execution rate or not
CASE = {"name": "b19_fujian_project", "txt": "tika", "encoding": "gb18030", "blocks": blocks, "gold": G}
