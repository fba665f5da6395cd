"""County bureau: letter-style department report without a form; Word-numbered headings; projects and three-public in plain tables."""
from _common import *

Y = 2023
UNIT = "青禾县退役军人事务局"
TITLE = f"{UNIT}关于{Y}年度部门整体支出绩效自评情况的报告"
original, revised, executed, rate = "1,842.60", "2,316.75", "2,251.40", "97.18%"
basic, personnel, operating, project = "486.32", "431.57", "54.75", "1,765.08"
PROJ = [("优抚对象抚恤和生活补助", "980.00", "1,126.40", "用于按月发放2314名优抚对象抚恤金和门诊补助"),
        ("自主就业退役士兵一次性补助", "380.00", "402.18", "用于兑付87名退役士兵经济补助"),
        ("凤山烈士陵园修缮", "120.00", "186.50", "用于纪念碑基座加固、墓区排水和步道翻修"),
        ("乡镇退役军人服务站运行", "52.00", "50.00", "用于13个服务站的办公和走访慰问")]
FUN = [("社会保障和就业支出", "2,178.36"), ("卫生健康支出", "31.44"), ("住房保障支出", "41.60")]
THREE = [("“三公”经费合计", "6.95", "7.80", "6.12"), ("公务接待费", "2.15", "2.60", "1.92"), ("公务用车运行维护费", "4.80", "5.20", "4.20"), ("因公出国（境）费", "0.00", "0.00", "0.00")]
DUTIES = ["落实退役军人思想政治、权益保障和褒扬激励政策", "组织退役士兵接收安置、教育培训和就业创业扶持", "承担抚恤优待、烈士纪念设施保护和双拥工作",
          "指导乡镇退役军人服务站建设"]
P = [prob("年初预算安排与实际支出差距较大，年中追加474.15万元", "budget_preparation", "抚恤补助提标文件在预算批复之后下达"),
     prob("由于服务站工作人员多由民政专干兼任，走访建档任务前松后紧", "staffing", "服务站工作人员多由民政专干兼任"),
     prob("凤山烈士陵园修缮工程结算滞后，完工五个月仍未取得审定结果", "project_management"),
     prob("就业培训课程与本地企业岗位衔接不紧，参训人员三个月内就业率只有61%")]
M = [meas("每年九月与上级业务科室对接提标测算口径，把可预见的提标因素编入部门预算", "budget_preparation"),
     meas("争取公益性岗位为服务站配备专职人员，并按季度下达走访建档计划", "staffing"),
     meas("委托第三方提前介入工程结算，施工单位逾期送审的按合同扣减质保金", "project_management"),
     meas("与县工业园区共建订单班，培训前先行征集岗位需求")]
for x in (P[1], M[1]):
    x.pop("category", None)
DISC = "自评结果提交局党组会研究，同步报县财政局备案，计划于2024年7月随部门决算在县政府信息公开专栏发布，得分情况与股室年终评先挂钩。"
A = lambda t, n=0: {"h": t, "auto": n}
blocks = [
    {"p": "青退役军人发〔2024〕9号", "style": "center", "size": 11}, {"p": ""},
    T(f"{UNIT}关于"), T(f"{Y}年度部门整体支出绩效自评情况的报告", size=17),
    {"p": "县财政局："},
    {"p": "按照你局统一部署，我局成立由局长任组长的自评小组，查阅账册凭证、抽访服务对象，对本年度整体支出开展了自评。现报告如下。", "style": "body"},
    A("单位概况"), A("主要职责", 1),
    *[{"p": f"{n}.{d}；" if n < len(DUTIES) else f"{n}.{d}。", "style": "body"} for n, d in enumerate(DUTIES, 1)],
    A("机构和人员", 1),
    {"p": "局机关设办公室、优抚褒扬股、安置就业股、权益维护股4个内设股室。核定编制28名，其中行政编制11名、事业编制17名；年末在职26人，退休9人，无离休人员，使用劳务派遣5人。", "style": "body"},
    A("资金收支"), A("总体收支", 1),
    {"p": f"县人大批准的年初预算为{original}万元，调整后预算为{revised}万元，当年财政拨款收入{revised}万元，决算支出{executed}万元，预算执行率{rate}。支出中，一般公共预算支出2,201.40万元，"
          "政府性基金预算支出50.00万元，未安排国有资本经营预算支出。", "style": "body"},
    {"p": "分功能科目看：" + "、".join(f"{a}{b}万元" for a, b in FUN) + "。", "style": "body"},
    A("基本支出", 1),
    {"p": f"基本支出{basic}万元，其中人员经费{personnel}万元、公用经费{operating}万元，人员经费占比为88.74%。", "style": "body"},
    A("项目支出", 1),
    {"p": f"项目支出{project}万元，涉及四个项目，明细如下（单位：万元）：", "style": "body"},
    {"table": [["序号", "项目名称", "年初预算", "实际支出", "资金用途"]] + [[str(n), L(a), b, d, L(u)] for n, (a, b, d, u) in enumerate(PROJ, 1)]
              + [[c("合计", 2), "1,532.00", project, ""]], "widths": [1.0, 4.4, 2.2, 2.2, 6.2], "size": 9.5},
    A("“三公”经费", 1),
    {"p": "严格执行厉行节约各项规定，“三公”经费控制在预算之内（单位：万元）：", "style": "body"},
    {"table": [["项目", "2022年决算", "2023年预算", "2023年决算"]] + [[L(a), b, d, e] for a, b, d, e in THREE], "widths": [5, 3, 3, 3], "size": 9.5, "rules": "horizontal"},
    A("绩效实现情况"),
    {"p": f"对照年初批复的部门整体绩效目标和16项指标，全额完成12项、部分完成4项，自评得分88.6分，自评等级为“良”。", "style": "body"},
    A("履职产出", 1),
    {"p": "全年发放优抚补助2314人，按月到账率100%；接收退役士兵87人，安置符合条件人员6人；修缮烈士墓142座；建立走访档案9,860份，为计划的91.3%。", "style": "body"},
    A("履职效果", 1),
    {"p": "全年受理来信来访213件次，同比下降17.4%，办结率98.6%；退役军人和优抚对象满意度抽样结果为93.7%。", "style": "body"},
    A("主要短板"),
    {"p": f"1.{P[0]['text']}。主要原因是{P[0]['cause']}。", "style": "body"},
    *[{"p": f"{n}.{p['text']}。", "style": "body"} for n, p in enumerate(P[1:], 2)],
    A("改进方向"),
    *[{"p": f"{n}.{m['text']}。", "style": "body"} for n, m in enumerate(M, 1)],
    A("自评结果运用及公开"), {"p": DISC, "style": "body"},
    {"p": ""}, {"p": UNIT, "style": "right"}, {"p": "2024年3月22日", "style": "right"},
    {"p": "（联系人：办公室　丛远　　电话：8236017）", "size": 10.5}]
blocks = [b for b in blocks if b]
g = gold(title=TITLE, kind="department", year=Y, unit=UNIT,
         organisation={"duties": DUTIES, "internal_departments": 4, "staff": {"authorised": 28, "active": 26, "retired": 9, "retired_cadres": 0, "contract": 5}},
         budget={"original": wan(original), "revised": wan(revised), "executed": wan(executed), "revenue": wan(revised), "execution_rate": 97.18,
                 "sources": {"general_public": 2201.4, "government_funds": 50, "state_capital": 0}},
         spending={"total": wan(executed), "basic": wan(basic), "personnel": wan(personnel), "operating": wan(operating), "project": wan(project),
                   "projects": [{"name": a, "amount": wan(d), "purpose": u} for a, b, d, u in PROJ],
                   "functions": [{"name": a, "amount": wan(b)} for a, b in FUN],
                   "three_public": {"total": 6.12, "receptions": 1.92, "vehicles": 4.2, "abroad": 0}},
         self_assessment={"score": 88.6, "grade": "良"}, problems=P, measures=M, disclosure=DISC)
CASE = {"name": "k05_county_bureau_letter", "formats": ["docx", "pdf", "txt"], "txt": "tsv", "encoding": "gb18030", "footer": True, "margin": 2.5, "blocks": blocks, "gold": g}
