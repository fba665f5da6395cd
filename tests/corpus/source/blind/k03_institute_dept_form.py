"""Provincial institute: department form alone, landscape; staff row, duties cell, task block (no funds, no indicators), own level-1 names."""
from _common import *
from decimal import Decimal as D

Y = 2023
UNIT = "浔海省药品检验研究院"
TITLE = f"{UNIT}{Y}年度部门整体支出绩效自评情况表"
F = [fund("部门支出合计", "4,316.50", "4,582.30", "4,497.06", "10", "98.14%", "9.81"),
     fund("其中：基本支出", "2,905.20", "2,980.40", "2,980.40", "", "100.00%", ""),
     fund("项目支出", "1,411.30", "1,601.90", "1,516.66", "", "94.68%", "")]
DUTIES = ["承担全省药品、化妆品和药用辅料的监督检验、注册检验与委托检验", "开展药品质量标准起草、检验方法研究和技术复核",
          "负责生物制品批签发的技术检验", "指导市县药品检验机构业务工作并组织能力验证"]
TASKS = [("国家药品抽检", "完成国家下达的12个品种抽检与探索性研究", "全部完成，2个品种的探索性研究获评优秀"),
         ("疫苗批签发能力建设", "扩充流感疫苗批签发检验项目", "新增检验项目4项，通过现场评审"),
         ("基层检验帮扶", "对口指导9个市级检验机构", "指导9个机构，联合开展比对试验6轮")]
O, X, G, S = "履职产出", "履职效果", "内部管理", "社会评价"
R = [I(O, "工作数量", "药品检验批次", "≥9500批", "10263批", "6", "6"),
     I(O, "工作数量", "化妆品风险监测样品", "≥820批", "820批", "5", "5"),
     I(O, "工作数量", "起草修订质量标准", "≥16项", "13项", "6", "4.9", "三项标准待国家药典委复核"),
     I(O, "工作质量", "检验报告差错率", "≤0.3‰", "0.11‰", "6", "6"),
     I(O, "工作质量", "能力验证满意率", "≥98%", "100%", "6", "6"),
     I(O, "工作时效", "注册检验平均用时", "≤60个工作日", "67个工作日", "6", "4", "对照品供应中断，生物检定排期延后"),
     I(O, "工作时效", "应急检验出具报告时间", "72小时以内", "58小时", "5", "5"),
     I(X, "社会效益", "不合格药品线索移送率", "100%", "100%", "8", "8"),
     I(X, "社会效益", "服务生物医药企业", "不少于260家", "311家", "8", "8"),
     I(X, "经济效益", "减免小微企业检验费", "≥180万元", "206.4万元", "6", "6"),
     I(X, "可持续影响", "重点实验室建设", "通过中期评估", "通过中期评估", "6", "6"),
     I(G, "财务管理", "非税收入上缴率", "100%", "100%", "3", "3"),
     I(G, "财务管理", "结转结余变动率", "≤0", "-6.2%", "3", "3"),
     I(G, "资产管理", "在用仪器设备完好率", "≥97%", "95.8%", "4", "3.5", "两台质谱仪待维修配件"),
     I(G, "采购管理", "政府采购执行率", "≥95%", "91.27%", "4", "3.4", "一个标段流标重招"),
     I(S, "服务对象", "送检企业满意度", "≥92%", "95.1%", "4", "4"),
     I(S, "服务对象", "市级检验机构满意度", "90%以上", "97%", "4", "4")]
assert sum(int(i["weight"]) for i in R) == 90, sum(int(i["weight"]) for i in R)
TOTAL = str(sum(D(i["score"]) for i in R) + D("9.81"))
GOAL = "依法履行药品技术监督职责，全年检验药品不少于9500批，提升疫苗批签发和中药质量控制能力，为产业发展与群众用药安全提供技术支撑。"
DONE = "全年出具药品检验报告10263份，移送不合格线索87条；注册检验积压有所缓解但平均用时仍超承诺期限，标准起草尚有三项待复核。"
PR = "（1）生物检定岗位人员紧缺，注册检验平均用时超出承诺。（2）设备采购前期论证不充分，一个标段流标后重新招标。"
ME = "（1）面向高校定向招录生物检定专业人员，与邻省院所建立检验协作。（2）大额设备采购提前两个季度完成需求论证和市场调研。"
t = [[c("部门名称", 2), c(UNIT, 3), c("部门编码", 2), c("328004", 2)],
     [c("人员情况", 2), c("核定编制"), "118", "年末在职", "109", "退休人员", "57", "编外聘用：34"],
     [c("主要职责", 2), L("".join(f"{n}.{d}。" for n, d in enumerate(DUTIES, 1)), 7)],
     [c("年度重点工作", 2, len(TASKS) + 1), c("任务"), c("工作内容", 3), c("进展", 3)]]
t += [[L(a), L(b, 3), L(d, 3)] for a, b, d in TASKS]
t += [[c("部门预算执行\n（万元）", 2, 4), "支出类别", "分值", "年初预算", "调整后预算", "决算数", "执行率", "得分"]]
t += [[L(r["label"]), r["weight"], r["original"], r["revised"], r["executed"], r["rate"], r["score"]] for r in F]
t += [[c("年度目标", 2), L(GOAL, 7)], [c("目标实现程度", 2), L(DONE, 7)]]
t += form(R, ("name", "weight", "target", "actual", "score"), [])
start = len(t) - len(R)
for k, i in enumerate(R):
    t[start + k].append(L(i["note"], 2))
t.insert(start, ["一级指标", "二级指标", "三级指标", "分值", "计划指标值", "完成指标值", "得分", c("未完成原因", 2)])
t += [[c("得分合计", 3), "100", c("", 2), TOTAL, c("", 2)], [c("自评等级", 2), c("优", 7)], [c("主要问题", 2), L(PR, 7)], [c("改进安排", 2), L(ME, 7)]]
E = evaluation(title=TITLE, kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(F), goal={"expected": GOAL, "actual": DONE},
               indicators=indicators(R), total_weight=100, total_score=plain(TOTAL), grade="优", problems=PR, measures=ME)
for i in E["indicators"]:
    if i["name"] == "结转结余变动率":
        i["actual"].update(value=-6.2, unit="%")
g = gold(title=TITLE, kind="department", year=Y, unit=UNIT,
         organisation={"duties": DUTIES, "staff": {"authorised": 118, "active": 109, "retired": 57, "contract": 34}},
         budget={"original": 4316.5, "revised": 4582.3, "executed": 4497.06, "execution_rate": 98.14}, evaluations=[E],
         self_assessment={"score": plain(TOTAL), "grade": "优"},
         problems=[prob("生物检定岗位人员紧缺，注册检验平均用时超出承诺", "staffing"), prob("设备采购前期论证不充分，一个标段流标后重新招标", "procurement")],
         measures=[meas("面向高校定向招录生物检定专业人员，与邻省院所建立检验协作", "staffing"), meas("大额设备采购提前两个季度完成需求论证和市场调研", "procurement")])
drop(g, "spending.total", "spending.basic", "spending.project")
CASE = {"name": "k03_institute_dept_form", "formats": ["docx", "pdf", "txt"], "txt": "lines", "encoding": "utf-8", "landscape": True, "margin": 2.0,
        "blocks": [T(TITLE, size=15), {"p": "金额单位：万元", "style": "right", "size": 9},
                   {"table": t, "widths": [1.9, 2.2, 4.6, 2.0, 3.0, 3.2, 2.4, 2.3, 3.4], "size": 9, "center_max": 30}],
        "gold": g}
