"""Form without level 1 and 2 columns: two halves side by side (left 产出, right 效益/满意度), money transposed (sources across)."""
from _common import *
Y = 2023
NAME, SUP, UNIT = "义务教育学校校舍维修改造", "柏塘县教育体育局", "柏塘县学校后勤服务中心"
src = [("合计", "865", "872.4", "851.66"), ("上级补助", "520", "527.4", "527.4"), ("县级财政", "300", "300", "284.26"), ("其他", "45", "45", "40")]
rate = ["97.62%", "100%", "94.75%", "88.89%"]
fr = [fund(a, o, r, e, "" if n else "10", rate[n], "" if n else "9.76") for n, (a, o, r, e) in enumerate(src)]
EXP, ACT = "维修改造农村义务教育学校校舍2.1万平方米，消除D级危房。", "维修改造校舍2.14万平方米，D级危房全部拆除或加固。"
left = [ind("", "", "维修校舍面积", "≥2.1万平方米", "2.14万平方米", "15", "15"), ind("", "", "惠及学校数", "28所", "28所", "10", "10"),
        ind("", "", "工程验收合格率", "100%", "100%", "10", "10"), ind("", "", "开学前完工率", "100%", "92.9%", "15", "13.9")]
right = [ind("", "", "D级危房存量", "0平方米", "0平方米", "15", "15"), ind("", "", "校舍安全长效机制", "健全", "基本健全", "15", "13"),
         ind("", "", "师生满意度", "≥90%", "94.1%", "5", "5"), ind("", "", "家长满意度", "≥85%", "91.5%", "5", "5")]
NOTE = "2所学校因暑期连续降雨未能在开学前完工，9月底已交付使用；下一步将招标时间提前至5月。"
t = [[c("项目名称", 2), c(NAME, 8)], [c("主管部门", 2), c(SUP, 3), c("实施单位", 2), c(UNIT, 3)],
     [c("资金（万元）", 2), *[c(a, 2) for a, *_ in src]],
     [c("年初预算", 2), *[c(x[1], 2) for x in src]], [c("调整后预算", 2), *[c(x[2], 2) for x in src]],
     [c("实际支出", 2), *[c(x[3], 2) for x in src]], [c("执行率", 2), *[c(x, 2) for x in rate]],
     [c("执行分值及得分", 2), c("分值：10", 2), c("得分：9.76", 2), c("", 4)],
     [c("绩效目标\n（100字以内）", 2), L(EXP, 8)], [c("完成情况", 2), L(ACT, 8)],
     [c("产出指标", 5), c("效益指标及满意度指标", 5)],
     ["指标", "目标值", "完成值", "分值", "得分"] * 2]
for a, b in zip(left, right):
    t.append([L(a["name"]), a["target"], a["actual"], a["weight"], a["score"], L(b["name"]), b["target"], b["actual"], b["weight"], b["score"]])
t += [[c("未完成情况说明", 2), L(NOTE, 8)], [c("自评总分", 2), c("96.66", 3), c("自评等级", 2), c("优", 3)]]
TITLE = f"{Y}年度财政支出项目绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 865, "revised": 872.4, "executed": 851.66, "execution_rate": 97.62},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr),
                                 goal={"expected": EXP, "actual": ACT}, indicators=indicators(left + right), total_score=96.66, grade="优")],
         self_assessment={"score": 96.66, "grade": "优"})
for n, i in enumerate(G["evaluations"][0]["indicators"]):
    if n < 4: i["level1"] = "产出指标"
    else: del i["level1"]
drop(G, "problems", "measures", "evaluations.0.problems", "evaluations.0.measures")
CASE = {"name": "d06_halves_transposed", "txt": "tsv", "encoding": "utf-8", "margin": 1.6,
        "blocks": [T(TITLE), {"p": "单位：万元", "style": "right", "size": 9}, {"table": t, "size": 9, "widths": [2.6, 2, 2, 1.1, 1.2, 2.6, 1.8, 1.8, 1.1, 1.2]}], "gold": G}
