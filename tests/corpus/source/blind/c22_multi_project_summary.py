"""Summary report of all a bureau's projects with a list table (scores and grades per project), heads without numbers but 【】, problem paragraphs 其一/其二; (not disclosed) 涉密 remark; average score as a trap."""
from _common import *
Y = 2021
UNIT = "巴澴县经济和信息化局"
LST = [("工业技改奖补", "1,200.00", "1,350.00", "1,350.00", "100%", "98.5", "优"), ("中小企业数字化改造", "400.00", "400.00", "312.60", "78.15%", "86.3", "良"), ("园区标准厂房租金补贴", "650.00", "580.00", "574.18", "99.00%", "96.2", "优"), ("电力需求侧管理", "85.00", "85.00", "0.00", "0%", "40.0", "差"), ("无线电监测设备维护", "32.00", "32.00", "30.75", "96.09%", "95.4", "优")]
P1 = "电力需求侧管理项目因上级平台统一建设而中止，全年未形成支出"
P2 = "数字化改造项目企业配套投入不到位，11家签约企业中有4家未按期完成设备联网"
P3 = "部分项目的社会效益指标为定性描述，自评打分主观性较强"
M = ["对已中止的项目及时申请调减预算，收回资金统筹安排", "将企业配套到位情况作为拨付第二笔补助的前置条件", "商请县财政局绩效股建立工业类项目指标库，统一取数口径"]
DIS = "除无线电监测设备维护项目因涉密不予公开外，其余项目自评表于2022年8月随单位决算在县政府网站公开。"
TITLE = f"{UNIT}{Y}年度项目支出绩效自评工作总结报告"
tb = [["序号", "项目名称", "年初预算（万元）", "调整预算（万元）", "实际支出（万元）", "执行率", "自评得分", "自评等级"], *[[str(n), L(r[0]), *r[1:]] for n, r in enumerate(LST, 1)], [c("合计", 2), "2,367.00", "2,447.00", "2,267.53", "92.67%", "—", "—"]]
blocks = [T(TITLE), P("根据县财政局《关于做好2021年度县级部门项目支出绩效自评的通知》，我局对5个县级项目进行了全面自评，覆盖率100%。其中自评结果为“优”的3个、“良”的1个、“差”的1个，平均得分83.28分。"),
    {"p": "【项目支出基本情况】", "bold": True}, P("2021年我局项目支出年初预算2,367.00万元，因技改项目增加追加150.00万元、租金补贴核减70.00万元，调整后预算2,447.00万元，实际支出2,267.53万元，预算执行率92.67%。各项目情况见下表："), {"table": tb, "widths": [1, 4.2, 2.2, 2.2, 2.2, 1.7, 1.6, 1.6], "size": 9.5},
    {"p": "【自评工作开展情况】", "bold": True}, P("2022年2月成立由局长任组长的绩效自评工作小组，3月10日前由5个业务股室填报自评表，3月25日前由财务股复核，复核中退回修改2个项目、调整得分3.6分。"),
    {"p": "【绩效目标完成情况】", "bold": True}, P("全年实施技改项目27个，拉动投资6.42亿元，规上工业增加值增长9.1%；支持11家企业数字化改造；为43家入园企业减免租金574.18万元，新增就业1,126人；服务企业满意度95.6%。"),
    {"p": "【存在的问题】", "bold": True}, P(f"其一，{P1}。"), P(f"其二，{P2}。"), P(f"其三，{P3}。"), {"p": "【整改措施】", "bold": True}, P(f"其一，{M[0]}。"), P(f"其二，{M[1]}。"), P(f"其三，{M[2]}。"), {"p": "【结果公开】", "bold": True}, P(DIS)]
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 2367, "revised": 2447, "executed": 2267.53, "execution_rate": 92.67},
         spending={"projects": [{"name": r[0], "amount": wan(r[3])} for r in LST]}, problems=[prob(P1), prob(P2), prob(P3, "performance_goals")], measures=[meas(x) for x in M], disclosure=DIS)
drop(G, "self_assessment", "spending.total", "spending.project", "evaluations", "problems.0.cause", "problems.1.cause", "budget.sources", "budget.revenue")
CASE = {"name": "c22_multi_project_summary", "txt": "tikaomit", "encoding": "gb18030", "blocks": blocks, "gold": G}
