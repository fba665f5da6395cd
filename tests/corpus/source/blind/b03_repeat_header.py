"""Borderless project form: every level-1 block has its banner and repeats the indicator header; txt is the layout dump of the PDF."""
from _common import *
Y = 2024
NAME, SUP, UNIT = "青少年校外劳动实践基地运行补助", "榆溪县教育和体育局", "榆溪县青少年综合实践学校"
FR = [fund("项目总投入", "156.80", "156.80", "149.35", "10", "95.25%", "9.53"), fund("财政安排", "120.00", "120.00", "118.60", "", "98.83%", ""), fund("收费返还", "36.80", "36.80", "30.75", "", "83.56%", "")]
EXP = "接待全县中小学生劳动实践1.2万人次，开发课程8门。"
ACT = "全年接待1.34万人次，开发课程7门，未发生安全责任事故。"
blocks = {"产出指标": [I("产出指标", "数量指标", "接待学生人次", "≥12000人次", "13426人次", "15", "15", ""), I("产出指标", "数量指标", "开发劳动课程", "8门", "7门", "10", "8.75", "陶艺课程师资未到位"),
                    I("产出指标", "质量指标", "课程开出率", "100%", "100%", "15", "15", ""), I("产出指标", "时效指标", "设备采购完成时间", "8月底前", "8月23日", "10", "10", "")],
          "效益指标": [I("效益指标", "社会效益指标", "参训学校覆盖率", "≥90%", "94.1%", "15", "15", ""), I("效益指标", "可持续影响指标", "基地辐射带动作用", "明显", "较明显", "15", "13", "校际合作项目偏少")],
          "满意度指标": [I("满意度指标", "服务对象满意度指标", "学生满意度", "≥95%", "98.2%", "5", "5", ""), I("满意度指标", "服务对象满意度指标", "带队教师满意度", "≥95%", "93.7%", "5", "4.93", "食宿条件有待改善")]}
rows = [r for b in blocks.values() for r in b]
t = [[c("项目名称"), L(NAME, 3), c("主管单位"), L(SUP, 2)], [c("项目单位"), L(UNIT, 6)],
     ["资金构成", "预算安排", "调整预算", "实际支出", "分值", "支出率", "得分"],
     *[[L(f["label"]), f["original"], f["revised"], f["executed"], f["weight"], f["rate"], f["score"]] for f in FR],
     [c("预期成果"), L(EXP, 6)], [c("实际成果"), L(ACT, 6)]]
for lv, rr in blocks.items():
    t += [[c(lv, 7, bold=True)], ["类别", "指标名称", "目标值", "实际值", "分值", "得分", "未达标说明"]]
    for r in rr:
        t.append([r["l2"], L(r["name"]), r["target"], r["actual"], r["weight"], r["score"], L(r["note"])])
t.append(["合　计", "", "", "", "100", "96.21", ""])
TITLE = "项目绩效自评价情况表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 156.8, "revised": 156.8, "executed": 149.35, "execution_rate": 95.25},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(FR), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=96.21)],
         self_assessment={"score": 96.21, "grade": None})
CASE = {"name": "b03_repeat_header", "txt": "layout", "margin": 1.7, "blocks": [T(TITLE), {"p": f"（{Y}年度）　　　　金额单位：万元", "style": "center", "size": 10.5},
        {"table": t, "borderless": True, "size": 9, "row": 0.95, "widths": [3.3, 3.6, 2.6, 2.4, 1.3, 1.8, 3.6]}], "gold": G}
