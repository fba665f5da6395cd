"""Heilongjiang-style letter with document number and addressee; no section on duties beyond a clause; projects in one sentence; （1）（2） problems in one paragraph with 原因在于; 一要/二要 measures; figures in 元."""
from _common import *
Y = 2023
UNIT = "黑瀚市林口垦区森林消防大队"
PRJ = [("扑火机具更新", "1,268,400", None), ("防火瞭望塔维修", "735,000", None), ("防火期临时扑火队员补助", "2,016,000", None)]
PR = [("瞭望监测手段较为单一，北部林区仍有三处监控盲区", "地形复杂、供电线路无法架设"), ("临时扑火队员流动性大，实战经验不足", "补助标准自2016年以来未作调整，岗位缺乏吸引力")]
M = ["申请利用卫星遥感和无人机巡护弥补监控盲区", "会同财政部门测算补助标准调整方案，稳定队伍", "强化防火期前集中驻训，提升协同作战能力"]
TITLE = f"关于报送{UNIT}{Y}年度单位整体支出绩效自评情况的报告"
blocks = [{"p": "林消大字〔2024〕9号", "style": "center"}, {"p": ""}, T("关于报送" + UNIT), T(f"{Y}年度单位整体支出绩效自评情况的报告"), {"p": ""}, {"p": "市应急管理局、市财政局："},
    P("按照《关于做好2023年度预算绩效自评工作的通知》（黑瀚财绩〔2024〕3号）要求，我大队认真组织开展自评，现将有关情况报告如下："),
    P("一、单位情况。我大队承担林口垦区32.6万公顷林区的森林火灾扑救、防火巡护和宣传教育任务，设综合科、作训科、装备科3个科室和2个中队，核定事业编制75名，实有在编人员68名，退休21名，无离休人员；防火期聘用临时扑火队员120名。"),
    P("二、收支情况。2023年度年初预算数为9,856,300元，年中因工资政策调整和机具更新追加1,407,200元，全年预算数为11,263,500元；全年支出10,982,713.40元，执行率97.51%（2022年为96.8%）。其中基本支出6,963,313.40元，包括人员经费6,210,880元、公用经费752,433.40元；项目支出4,019,400元，主要是扑火机具更新1,268,400元、防火瞭望塔维修735,000元、防火期临时扑火队员补助2,016,000元。三公经费支出86,420元，其中公务用车运行维护费83,900元，公务接待费2,520元，无因公出国（境）费。"),
    P("三、目标完成情况。全年处置林火6起，24小时扑灭率100%；开展防火巡护4,380车次，清理计划烧除面积1.8万亩；林区群众对森林防火工作满意度为95.3%。"),
    P("四、自评得分。经大队党委会研究，2023年度整体支出绩效自评为96分。"),
    P("五、存在问题。" + "；".join(f"（{n}）{a}，原因在于{b}" for n, (a, b) in enumerate(PR, 1)) + "。"),
    P("六、改进措施。一要" + M[0] + "；二要" + M[1] + "；三要" + M[2] + "。"),
    P("七、公开情况。无。"), P("特此报告。"), {"p": ""}, {"p": UNIT, "style": "right"}, {"p": "2024年3月11日", "style": "right"}, {"p": "（此件依申请公开；联系人：×××）"}]
pj = [{"name": a, "amount": wan(b, "元")} for a, b, _ in PRJ]
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, organisation={"internal_departments": 3, "staff": {"authorised": 75, "active": 68, "retired": 21, "retired_cadres": 0, "contract": 120}},
         budget={"original": wan("9,856,300", "元"), "revised": wan("11,263,500", "元"), "executed": wan("10,982,713.40", "元"), "execution_rate": 97.51},
         spending={"total": wan("10,982,713.40", "元"), "basic": wan("6,963,313.40", "元"), "personnel": wan("6,210,880", "元"), "operating": wan("752,433.40", "元"), "project": wan("4,019,400", "元"), "projects": pj, "three_public": {"total": wan("86,420", "元"), "receptions": wan("2,520", "元"), "vehicles": wan("83,900", "元"), "abroad": 0}},
         self_assessment={"score": 96, "grade": None}, problems=[prob(a, None, b) for a, b in PR], measures=[meas(M[0]), meas(M[1]), meas(M[2])])
drop(G, "organisation.duties", "organisation.staff.contract", "disclosure")     # duties: a clause; 防火期 temporary men; 公开 = 无
CASE = {"name": "b21_heilongjiang_letter", "txt": "tika", "encoding": "utf-8", "eol": "\r\n", "blocks": blocks, "gold": G}
