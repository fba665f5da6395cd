"""Project form, landscape, 3 pages: result columns by half-year before the year's, 指标性质 after the value, 权重 as percent, level 1 only beside numbered items; fund rows by instalment; txt is the layout dump."""
from _common import *
Y = 2023
NAME, SUP, UNIT = "中小学近视防控与视力筛查", "皖岳市教育局", "皖岳市学校卫生保健所"
FR = [fund("合计", "420.00", "405.00", "398.61", "10%", "98.42%", "9.84"), fund("第一批下达", "260.00", "260.00", "260.00", "", "100.00%", ""), fund("第二批下达", "160.00", "145.00", "138.61", "", "95.59%", "")]
EXP = "全市中小学生视力筛查每学年覆盖两次，近视率较上年下降0.5个百分点以上，教室照明达标改造200间。"
ACT = "完成两轮筛查，近视率较上年下降0.6个百分点，教室照明改造196间。"
O, E_, B, S = "产出指标", "成本指标", "效益指标", "满意度指标"
raw = [(O, "数量指标", "视力筛查学生人次", "36", "万人次", "≥", "17.9", "36.8", "10%", "10"), (O, "数量指标", "教室照明改造间数", "200", "间", "=", "84", "196", "10%", "9.8"), (O, "数量指标", "建立屈光发育档案", "18", "万份", "≥", "9.2", "18.4", "8%", "8"), (O, "质量指标", "筛查数据上传合格率", "98", "%", "≥", "98.6", "98.9", "8%", "8"), (O, "质量指标", "照明改造验收达标率", "100", "%", "=", "100", "100", "7%", "7"), (O, "时效指标", "筛查结果反馈时限", "15", "天", "≤", "14", "13", "7%", "7"),
       (E_, "经济成本指标", "单间教室改造成本", "1.2", "万元", "≤", "1.16", "1.18", "5%", "5"), (E_, "经济成本指标", "人均筛查成本", "4.5", "元", "≤", "4.3", "4.4", "5%", "5"), (B, "社会效益指标", "近视率下降幅度", "0.5", "个百分点", "≥", "—", "0.6", "10%", "10"), (B, "社会效益指标", "高度近视干预率", "90", "%", "≥", "81", "86.5", "10%", "9.6"), (B, "可持续影响指标", "家校协同防控机制", "健全", "—", "定性", "基本健全", "健全", "5%", "5"), (S, "服务对象满意度指标", "学生家长满意度", "90", "%", "≥", "91.2", "92.7", "5%", "5")]
NOTE = {"教室照明改造间数": "4间教室纳入校舍拆建计划，不再改造", "高度近视干预率": "部分家长未按建议复查"}
rows = [dict(I(a, b, n, tv, av, w.rstrip("%"), s, NOTE.get(n, ""), sign=sg if sg in SIGN else None, unit=None if u == "—" else u), u=u, sg=sg, half=h, wp=w) for a, b, n, tv, u, sg, h, av, w, s in raw]
t = [[c("项目名称", 2), c(NAME, 3), c("主管部门", 2), c(SUP, 4)], [c("实施单位", 2), c(UNIT, 9)], [c("资金下达\n与使用\n（万元）", 2, 4), c("批次"), "年初计划", c("调整后计划", 2), c("全年使用", 2), "使用率", "权重", "得分"],
     *[[L(f["label"]), f["original"], c(f["revised"], 2), c(f["executed"], 2), f["rate"], f["weight"], f["score"]] for f in FR],
     [c("年度目标", 2), L(EXP, 4), c("完成情况", 1), L(ACT, 4)]]
cut = len(t)
t += form(rows, ["name", "target", "u", "sg", "half", "actual", "wp", "score", "note"], ["一级指标", "二级指标", "三级指标", "指标值", "计量单位", "指标性质", "1—6月完成", "1—12月完成", "权重", "得分", "未完成原因"]) + [[c("合　计", 8), "100%", "99.24", ""]]
TITLE = f"{UNIT}{Y}年度项目支出绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 420, "revised": 405, "executed": 398.61, "execution_rate": 98.42},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(FR), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=99.24)], self_assessment={"score": 99.24, "grade": None})
W = [1.9, 2.6, 4.2, 1.9, 2, 1.9, 2.2, 2.3, 1.5, 1.5, 4.2]
CASE = {"name": "b18_project_quarters", "txt": "layout", "landscape": True, "margin": 1.5, "blocks": [T(TITLE), {"table": t[:cut], "size": 10.5, "row": 1.3, "widths": W}, {"p": "", "size": 2}, {"table": t[cut:], "repeat_header": 1, "size": 10.5, "row": 1.3, "widths": W}], "gold": G}
