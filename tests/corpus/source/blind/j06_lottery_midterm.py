"""Public-welfare lottery fund: 投入/过程/产出/效果, scoring-rule column, half-year and whole-year values side by side (the whole year counts)."""
from _common import *

Y = 2023
NAME = "残疾儿童康复辅具适配救助项目"
UNIT, SUP = "雁回市残疾人辅助器具中心", "雁回市残疾人联合会"
TITLE = f"{UNIT}福利彩票公益金项目绩效自评表（{Y}年）"
F = [fund("项目资金合计", "385.00", "402.60", "396.18", "10", "98.41%", "9.84"),
     fund("其中：省级福利彩票公益金", "260.00", "277.60", "274.05", "", "98.72%", ""),
     fund("市级福利彩票公益金", "125.00", "125.00", "122.13", "", "97.70%", ""),
     fund("社会捐赠", "", "", "", "", "", "")]
HALF = ["118.20", "90.00", "28.20", ""]
A, B, C, D = "投入\n（10分）", "过程\n（16分）", "产出\n（40分）", "效果\n（24分）"
R = [
    I(A, "项目立项", "救助对象筛查依据充分性", "充分", "充分", "4", "4", half="充分", rule="有筛查名册和评估表得满分"),
    I(A, "资金落实", "公益金到位率", "100%", "100%", "6", "6", half="58%", rule="到位率×分值"),
    I(B, "业务管理", "适配评估建档率", "≥98%", "99.2%", "5", "5", half="98.6%", rule="每低1个百分点扣0.5分"),
    I(B, "业务管理", "公益金标识张贴", "规范张贴", "部分站点未张贴", "5", "3.5", half="规范张贴", rule="缺一处扣0.5分"),
    I(B, "财务管理", "专款专用合规率", "100%", "100%", "6", "6", half="100%", rule="发现挪用不得分"),
    I(C, "产出数量", "适配矫形器具", "≥460件", "482件", "8", "8", half="205件", rule="完成率×分值"),
    I(C, "产出数量", "助听设备验配", "≥120台", "113台", "8", "7.5", half="36台", rule="完成率×分值"),
    I(C, "产出数量", "家长康复训练培训", "16期", "16期", "6", "6", half="7期", rule="完成率×分值"),
    I(C, "产出质量", "辅具适配合格率", "≥95%", "97.3%", "8", "8", half="96.1%", rule="每低1个百分点扣1分"),
    I(C, "产出时效", "申请至交付平均用时", "≤45天", "52天", "6", "5.2", half="49天", rule="每超1天扣0.1分"),
    I(C, "产出成本", "单件矫形器具补助", "≤4200元", "4086元", "4", "4", half="4110元", rule="超标准不得分"),
    I(D, "社会效益", "进入普通学校就读人数", "60人以上", "67人", "8", "8", half="—", rule="完成率×分值"),
    I(D, "可持续影响", "辅具回访制度运行", "运行良好", "运行良好", "6", "6", half="运行良好", rule="无回访记录扣3分"),
    I(D, "满意程度", "受助家庭满意度", "≥92%", "95.8%", "10", "10", half="94%", rule="每低1个百分点扣1分"),
]
assert sum(float(r["weight"]) for r in R) == 90
TOTAL = "97.04"
assert abs(sum(float(r["score"]) for r in R) + 9.84 - float(TOTAL)) < 1e-6, sum(float(r["score"]) for r in R) + 9.84
EXP = "为全市0—14岁残疾儿童适配矫形器具460件、助听设备120台，开展家长培训16期，提升残疾儿童生活自理能力。"
ACT = "全年适配矫形器具482件、助听设备113台，培训家长740人次，67名儿童转入普通学校就读。"
PRO = "1.助听设备验配量未达计划；2.辅具定制周期较长，交付用时超出标准；3.4个基层站点公益金资助标识张贴不规范。"
MEA = "1.与市妇幼保健院建立听力筛查转介名单；2.在框架协议中约定交付时限及违约责任；3.统一制作标识牌并纳入季度巡查。"
table = [[c("项目名称", 2), c(NAME, 7)],
         [c("主管部门", 2), c(SUP, 3), c("实施单位", 1), c(UNIT, 3)],
         [c("项目资金\n（万元）", 1, len(F) + 1), c("资金来源", 2), "年初预算", "全年预算", "6月末支出", "全年支出", "执行率", "得分/分值"]]
for f, h in zip(F, HALF):
    sw = f"{f['score']}/{f['weight']}" if f["weight"] else ""
    table.append([L(f["label"], 2), f["original"], f["revised"], h, f["executed"], f["rate"], sw])
table += [[c("年度\n目标", 1, 2), c("设定目标", 4), c("全年完成情况", 4)], [L(EXP, 4), L(ACT, 4)],
          ["一级指标", "二级指标", "三级指标", "评分细则", "全年\n目标值", "上半年\n完成值", "全年\n完成值", "满分", "得分"]]
table += indicator_rows(R, lambda i: [L(i["name"]), L(i["rule"]), i["target"], i["half"], i["actual"], i["weight"], i["score"]])
table += [[c("合计", 7), "100", TOTAL], [c("存在问题", 2), L(PRO, 7)], [c("改进建议", 2), L(MEA, 7)]]
G = gold(
    title=TITLE, kind="project", year=Y, unit=UNIT,
    budget={"original": 385, "revised": wan("402.60"), "executed": wan("396.18"), "execution_rate": 98.41},
    evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(F),
                            goal={"expected": EXP, "actual": ACT}, indicators=indicators(R), total_weight=100, total_score=97.04,
                            problems=PRO, measures=MEA)],
    self_assessment={"score": 97.04, "grade": None},
    problems=[prob("助听设备验配量未达计划"), prob("辅具定制周期较长，交付用时超出标准"), prob("4个基层站点公益金资助标识张贴不规范")],
    measures=[meas("与市妇幼保健院建立听力筛查转介名单"), meas("在框架协议中约定交付时限及违约责任", "procurement"), meas("统一制作标识牌并纳入季度巡查")])
CASE = {"name": "j06_lottery_midterm", "txt": "lines", "encoding": "utf-8", "margin": 1.7,
        "blocks": [T(TITLE, size=15),
                   {"table": table, "widths": [1.7, 1.7, 3.2, 3.2, 1.9, 1.9, 1.9, 1.4, 1.6], "size": 8.5},
                   {"p": "注：上半年完成值取自7月绩效监控数据，仅供对照，不参与计分；执行率=全年支出/全年预算。", "size": 9}],
        "gold": G}
