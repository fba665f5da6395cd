"""Project card of boxes: every head cell is label：value, money too (万元 in the cell), goals as boxes; a plain grid below; closing boxes side by side 存在问题 | 改进措施."""
from _common import *
Y = 2023
NAME, SUP, UNIT = "城区背街小巷照明补盲", "潭溪区城市管理和综合执法局", "潭溪区市政设施维护所"
O, B, S = "产出指标", "效益指标", "满意度指标"
rows = [I(O, "数量指标", "新装路灯盏数", "≥420盏", "436盏", "15", "15"), I(O, "数量指标", "补盲街巷条数", "58条", "55条", "15", "14.2", "3条街巷列入片区征迁"), I(O, "质量指标", "亮灯率", "≥98%", "98.9%", "10", "10"), I(O, "时效指标", "故障修复时限", "≤24小时", "20小时", "10", "10"),
        I(B, "社会效益指标", "夜间报警量下降幅度", "≥10%", "7.4%", "15", "11.1", "统计口径包含新建小区"), I(B, "生态效益指标", "单灯能耗下降", "≥30%", "42%", "15", "15"), I(S, "公众满意度指标", "沿街居民满意度", "≥90%", "93%", "10", "10")]
EXP, ACT = "消除58条背街小巷照明盲区，方便群众夜间出行。", "完成55条街巷照明补盲，新装LED路灯436盏。"
PRO, MEA = "前期摸排未与征迁计划衔接，3条街巷勘察设计费用形成沉没支出。", "建立与征迁、道路等部门的项目会商清单，设计前核对片区规划。"
t = [[L(f"项目名称：{NAME}", 4), L(f"项目主管部门：{SUP}", 3)], [L(f"项目实施单位：{UNIT}", 4), L("项目类别：民生实事类", 3)],
     [L("年初预算数：96.00万元", 2), L("全年预算数：108.60万元", 2), L("全年执行数：104.25万元", 3)], [L("预算执行率：96.0%", 2), L("执行率分值：10分", 2), L("执行率得分：9.6分", 3)],
     [L(f"年度预期目标：{EXP}", 4), L(f"年度实际完成：{ACT}", 3)], ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值/得分", "偏差说明"]]
for r in rows: r["ws"] = f"{r['weight']}/{r['score']}"
t += form(rows, ["name", "target", "actual", "ws", "note"], None)
t += [[L(f"存在问题：{PRO}", 4), L(f"改进措施：{MEA}", 3)], [L("自评总分：94.9分", 4), L("自评等级：优", 3)]]
TITLE = f"{Y}年度区级项目支出绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 96, "revised": 108.6, "executed": 104.25, "execution_rate": 96},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_score=94.9, grade="优", problems=PRO, measures=MEA)],
         self_assessment={"score": 94.9, "grade": "优"}, problems=[prob(PRO)], measures=[meas(MEA, "project_management")])
drop(G, "evaluations.0.funds", "measures.0.category", "problems.0.cause")
for i in G["evaluations"][0]["indicators"]: del i["weight"], i["score"]       # both in one cell
CASE = {"name": "c05_label_boxes", "txt": "vanish", "encoding": "utf-8-sig", "blocks": [T(TITLE), {"table": t, "size": 10, "row": 1.0, "widths": [2, 2.4, 3.4, 2, 2, 2, 3.2]}], "gold": G}
