"""Shandong-style department report: functions table with code column, projects in a table, three-public in one sentence, measures beside problems under heads without numbers."""
from _common import *
Y = 2023
UNIT = "齐沂县应急管理局"
DU = ["负责应急管理工作，指导各镇街和县直有关部门应对安全生产类、自然灾害类等突发事件", "组织编制县级总体应急预案和专项预案，综合协调预案衔接", "负责安全生产综合监督管理和工矿商贸行业安全生产监督管理", "牵头建立统一的应急管理信息系统，统筹应急救援力量建设", "承担县防汛抗旱指挥部、县森林防灭火指挥部日常工作"]
FN = [("201", "一般公共服务支出", "34.20"), ("208", "社会保障和就业支出", "126.48"), ("210", "卫生健康支出", "58.73"), ("221", "住房保障支出", "92.15"), ("224", "灾害防治及应急管理支出", "2,317.06")]
PRJ = [("应急指挥平台二期", "486.00", "用于视频融合系统和移动指挥车终端购置"), ("森林防火专业队伍补助", "318.50", "用于专业扑火队伍工资、保险和装备更新"), ("安全隐患排查服务", "142.60", "用于聘请专家对高危企业开展诊断检查")]
PR = ["部分项目支出进度前松后紧，应急指挥平台二期直到12月才完成合同尾款支付", "镇街应急站所人员多为兼职，基层救援装备维护保养跟不上"]
MS = ["建立项目支出进度台账，对序时进度低于时间进度15个百分点的项目逐月约谈", "推动镇街配备专职安全员，将装备维护费用纳入年度预算统一保障"]
TITLE = f"齐沂县应急管理局{Y}年度部门整体绩效自评报告"
DIS = "自评报告将于2024年9月随部门决算在齐沂县人民政府网“预决算公开”专栏发布；自评结果作为编制2025年项目预算的依据。"
fnt = [["科目编码", "科目名称", "决算数（万元）"], *[list(x) for x in FN], [c("合　计", 2), "2,628.62"]]
prt = [["序号", "项目名称", "支出金额（万元）", "主要用途"], *[[str(n), L(a), b, L(d)] for n, (a, b, d) in enumerate(PRJ, 1)]]
blocks = [T(TITLE), H("一、部门概况"), H("（一）部门职责", 1), P("县应急管理局贯彻落实党中央关于应急工作的方针政策和决策部署，主要职责为："), *[P(f"{n}. {d}。") for n, d in enumerate(DU, 1)],
    H("（二）机构编制及人员", 1), P("局机关设办公室、应急指挥科、危化品监管科、防汛抗旱科、森林防灭火科等8个内设机构。全局共有编制61名（行政编制22名、事业编制39名），年末实有在职人员57名，离休干部1名，退休人员34名，另聘用政府购买服务岗位人员6名。"),
    H("二、部门预算执行情况"), H("（一）总体情况", 1), P("2023年度部门预算年初批复2,485.30万元，经县人大常委会批准调整后为2,703.14万元，当年财政拨款收入2,703.14万元。部门支出决算2,628.62万元，整体预算执行率97.24%；上年支出决算2,391.47万元，同比增加237.15万元。"),
    P("从支出结构看，基本支出1,681.52万元（人员经费1,503.80万元，公用经费177.72万元），项目支出947.10万元。"), H("（二）按功能分类支出", 1), {"table": fnt, "widths": [2.5, 7, 4], "size": 10.5},
    H("（三）主要项目支出", 1), {"table": prt, "widths": [1.4, 5, 3.2, 7.5], "size": 10.5},
    H("（四）“三公”经费", 1), P("2023年“三公”经费年初预算27.50万元，决算支出21.36万元，为预算的77.67%，其中：公务用车购置及运行费19.94万元（购置费0万元、运行费19.94万元），公务接待费1.42万元，因公出国（境）费用0万元。"),
    H("三、绩效目标完成情况"), P("全县未发生较大及以上生产安全事故，亡人事故起数、死亡人数同比分别下降18.2%和21.4%；完成高危企业诊断检查312家次，隐患整改率99.3%。"),
    H("四、自评结论"), P("按照县财政局评分体系，本部门整体绩效自评97.1分。"),
    H("五、问题与改进"), {"p": "存在问题"}, *[P(f"（{'一二'[n]}）{x}。") for n, x in enumerate(PR)], {"p": "改进措施"}, *[P(f"（{'一二'[n]}）{x}。") for n, x in enumerate(MS)],
    H("六、绩效信息公开"), P(DIS)]
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, organisation={"duties": DU, "internal_departments": 8, "staff": {"authorised": 61, "active": 57, "retired": 34, "retired_cadres": 1, "contract": 6}},
         budget={"original": wan("2,485.30"), "revised": wan("2,703.14"), "executed": wan("2,628.62"), "revenue": wan("2,703.14"), "execution_rate": 97.24},
         spending={"total": wan("2,628.62"), "basic": wan("1,681.52"), "personnel": wan("1,503.80"), "operating": 177.72, "project": 947.1, "projects": [{"name": a, "amount": wan(b), "purpose": d} for a, b, d in PRJ],
                   "functions": [{"name": b, "amount": wan(d)} for a, b, d in FN], "three_public": {"total": 21.36, "receptions": 1.42, "vehicles": 19.94, "abroad": 0}},
         self_assessment={"score": 97.1, "grade": None}, problems=[prob(PR[0], "budget_execution"), prob(PR[1])], measures=[meas(MS[0], "budget_execution"), meas(MS[1])], disclosure=DIS)
CASE = {"name": "b09_shandong_dept", "txt": "raw", "footer": True, "blocks": blocks, "gold": G}
