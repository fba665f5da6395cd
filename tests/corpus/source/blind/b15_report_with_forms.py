"""Short department report followed by a department form and two project forms with different heads; report and form name the same money."""
from _common import *
Y = 2023
UNIT = "秦阳市渭丰区残疾人联合会"
DU = "代表残疾人共同利益，维护残疾人合法权益，开展残疾人康复、教育、就业、维权和社会保障工作"
P1 = "残疾人就业培训与企业用工需求衔接不够紧密，培训后稳定就业率仅为38.5%"
P2 = "辅具适配申请集中在下半年，支出进度前慢后快"
M = ["会同人社部门建立企业岗位清单，推行订单式培训", "推行辅具适配常态化申请，每季度集中配发一次"]
TITLE = f"{UNIT}{Y}年度整体支出绩效自评报告"
F0 = [fund("部门整体支出", "938.20", "1,006.75", "991.44", "10", "98.48%", "9.85")]
R0 = [I("产出指标", "数量指标", "残疾儿童康复救助", "≥180人", "196人", "20", "20"), I("产出指标", "质量指标", "辅具适配合格率", "≥98%", "99.1%", "15", "15"), I("产出指标", "时效指标", "两项补贴发放及时率", "100%", "100%", "15", "15"),
      I("效益指标", "社会效益指标", "培训后稳定就业率", "≥50%", "38.5%", "30", "23.1", "培训与用工需求衔接不够"), I("满意度指标", "服务对象满意度指标", "残疾人及家属满意度", "≥90%", "93.2%", "10", "10")]
def block(label, f): return [[c(label, 1, 2), "年初数", "调整数", "支出数", "分值", "执行率", "得分"], [f["original"], f["revised"], f["executed"], f["weight"], f["rate"], f["score"]]]
IH = ["一级指标", "二级指标", "三级指标", "应完成值", "已完成值", "分值", "得分", "偏差说明"]
d = [[c("部门名称", 2), c(UNIT, 6)], [c("资金\n（万元）", 1, 2), c("项目", 1), "年初数", "调整数", "支出数", "分值", "执行率", "得分"], [L(F0[0]["label"]), F0[0]["original"], F0[0]["revised"], F0[0]["executed"], F0[0]["weight"], F0[0]["rate"], F0[0]["score"]],
     *form(R0, ["name", "target", "actual", "weight", "score", "note"], IH), [c("总分", 5), "100", "92.95", ""]]
def pform(name, f, r, w, s):
    return [[c("项目名称", 2), c(name, 2), c("实施单位"), c(UNIT, 3)], [c("资金\n（万元）", 1, 1 + len(f)), c("资金来源"), "预算安排数", "预算调整数", "预算支出数", "分值", "执行率", "得分"],
            *[[L(x["label"]), x["original"], x["revised"], x["executed"], x["weight"], x["rate"], x["score"]] for x in f],
            *form(r, ["name", "target", "actual", "weight", "score", "note"], ["一级指标", "二级指标", "三级指标", "应完成值", "已完成值", "分值", "得分", "偏差说明"]), [c("总分", 5), str(w), str(s), ""]]
F1 = [fund("资金合计", "210.00", "246.50", "241.12", "10", "97.82%", "9.78"), fund("省级补助", "120.00", "156.50", "156.50", "", "100%", ""), fund("区级配套", "90.00", "90.00", "84.62", "", "94.02%", "")]
R1 = [I("产出指标", "数量指标", "救助残疾儿童人数", "≥180人", "196人", "25", "25"), I("产出指标", "成本指标", "人均救助标准", "≤18000元", "12302元", "25", "25"), I("效益指标", "社会效益指标", "康复有效率", "≥85%", "88.2%", "30", "30"), I("满意度指标", "服务对象满意度指标", "家长满意度", "≥90%", "96%", "10", "10")]
F2 = [fund("资金合计", "65.00", "65.00", "58.37", "10", "89.80%", "8.98"), fund("残疾人就业保障金", "65.00", "65.00", "58.37", "", "89.80%", "")]
R2 = [I("产出指标", "数量指标", "培训残疾人人次", "≥320人次", "335人次", "30", "30"), I("产出指标", "时效指标", "培训完成时间", "2023年10月底", "2023年10月24日", "20", "20"), I("效益指标", "社会效益指标", "稳定就业率", "≥50%", "38.5%", "30", "23.1", "订单式培训比例偏低"), I("满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "94%", "10", "10")]
N1, N2 = "残疾儿童康复救助", "残疾人职业技能培训"
blocks = [T(TITLE), H("一、部门概况"), P(f"{UNIT}（以下简称“区残联”）是参照公务员法管理的群团组织，主要职责是{DU}。内设综合部、康复部、教就部3个部室，核定参公编制9名、事业编制4名，现有在岗职工12名，退休5名，另有劳务派遣专职委员8名。"),
    H("二、预算执行"), P("全年预算由年初的938.20万元调整为1,006.75万元，支出991.44万元，执行率98.48%。支出按性质划分：基本支出318.64万元（其中人员支出281.95万元、日常公用支出36.69万元），项目支出672.80万元。“三公”经费支出2.05万元，全部为公务用车运行费，未发生公务接待和因公出国（境）费用。"),
    H("三、绩效自评结论"), P("区残联2023年度部门整体支出绩效自评得分92.95分，自评等级“优”。"),
    H("四、存在问题"), P(f"1.{P1}；2.{P2}。"), H("五、改进措施"), P(f"1.{M[0]}；2.{M[1]}。"), {"page": True},
    T("部门整体支出绩效自评表", size=15), {"p": f"（{Y}年度）", "style": "center"}, {"table": d, "widths": [1.6, 2.4, 3, 2.2, 2.2, 1.4, 1.5, 2.6], "row": 0.85}, {"page": True},
    T("项目支出绩效自评表", size=15), {"p": f"（{Y}年度）", "style": "center"}, {"table": pform(N1, F1, R1, 100, 99.78), "widths": [1.6, 2.4, 3, 2.2, 2.2, 1.4, 1.5, 2.6], "row": 0.85}, {"p": ""},
    T("项目支出绩效自评表", size=15), {"p": f"（{Y}年度）", "style": "center"}, {"table": pform(N2, F2, R2, 100, 92.08), "widths": [1.6, 2.4, 3, 2.2, 2.2, 1.4, 1.5, 2.6], "row": 0.85}]
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, organisation={"duties": [DU], "internal_departments": 3, "staff": {"active": 12, "retired": 5, "contract": 8}},
         budget={"original": 938.2, "revised": 1006.75, "executed": 991.44, "execution_rate": 98.48}, spending={"total": 991.44, "basic": 318.64, "personnel": 281.95, "operating": 36.69, "project": 672.8, "three_public": {"total": 2.05, "receptions": 0, "vehicles": 2.05, "abroad": 0}},
         evaluations=[evaluation(title="部门整体支出绩效自评表", kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(F0), indicators=indicators(R0), total_weight=100, total_score=92.95),
                      evaluation(title="项目支出绩效自评表", kind="project", year=Y, subject=N1, unit=UNIT, funds=funds(F1), indicators=indicators(R1), total_weight=100, total_score=99.78),
                      evaluation(title="项目支出绩效自评表", kind="project", year=Y, subject=N2, unit=UNIT, funds=funds(F2), indicators=indicators(R2), total_weight=100, total_score=92.08)],
         self_assessment={"score": 92.95, "grade": "优"}, problems=[prob(P1), prob(P2, "budget_execution")], measures=[meas(m) for m in M])
drop(G, "organisation.staff.authorised")
CASE = {"name": "b15_report_with_forms", "txt": "tikaomit", "encoding": "utf-8", "footer": True, "blocks": blocks, "gold": G}
