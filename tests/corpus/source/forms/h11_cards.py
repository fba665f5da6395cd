"""Two project forms of one unit as "cards": each indicator takes two rows with its own labels; one in 元, one in 千元; no level 2."""
from _common import *
Y = 2023
UNIT, SUP = "宁塞市第三中学", "宁塞市教育局"
TITLE = "预算项目绩效自评表"
def form(name, unit_label, unit, total, exp, act, rows, score, grade):
    a, b, d, r, w, s = total
    t = [["项目名称", c(name, 3), "金额单位", c(unit_label)], ["主管部门", c(SUP, 2), "实施单位", c(UNIT, 2)], ["年初预算", a, "调整后预算", b, "实际支出", d], ["预算执行率", r, "分值", w, "得分", s],
         [c("预期目标"), L(exp, 5)], [c("实际完成情况"), L(act, 5)], [c("绩效指标完成情况", 6, bold=True)]]
    for i in rows:
        t += [[c(i["l1"], 1, 2), c("指标名称"), L(i["name"], 2), "分值", i["weight"]], ["目标值／完成值", i["target"], i["actual"], "得分", i["score"]]]
        if i["note"]:
            t.append(["偏差说明", L(i["note"], 5)])
    t.append(["自评总分", c(score, 2), "自评等级", c(grade, 2)])
    fr = [dict(fund("", a, b, d, w, r, s, unit))]
    e = evaluation(title=TITLE, kind="project", year=Y, subject=name, unit=UNIT, supervisor=SUP, funds=funds(fr), goal={"expected": exp, "actual": act}, indicators=indicators(rows), total_score=plain(score), grade=grade)
    del e["funds"][0]["label"], e["total_weight"]
    return {"table": t, "size": 10, "rules": "horizontal", "row": 0.75, "widths": [2.6, 3, 3, 3, 2.4, 2.6]}, e
A = form("实验室仪器设备更新", "元", "元", ("850,000.00", "832,400.00", "826,915.50", "99.34%", "10", "9.93"), "更新物理、化学、生物实验仪器，达到省定一类装备标准。", "更新实验仪器412台（套），通过装备达标验收。",
         [ind("产出指标", "", "更新仪器设备数量", "≥400台（套）", "412台（套）", "25", "25"), ind("产出指标", "", "设备验收合格率", "100%", "100%", "25", "25"), ind("效益指标", "", "实验开出率", "≥98%", "97.5%", "30", "29.85", "一间生物实验室通风改造，停用三周"), ind("满意度指标", "", "师生满意度", "≥90%", "94.6%", "10", "10")], "99.78", "优")
Bf = form("校园安保服务", "千元", "千元", ("486.00", "486.00", "445.50", "91.67%", "10", "9.17"), "配备专职保安18名，实现校园24小时值守，重点时段校门口护学力量不少于6人，视频监控室全天候双人值班，节假日安排专人巡查教学楼、实验楼和学生宿舍，健全与辖区派出所的联防联动机制，确保全年不发生校园安全责任事故，学生和家长的安全感持续提升。", "实际配备保安16名，全年未发生校园安全责任事故。",
         [ind("产出指标", "", "配备专职保安人数", "18名", "16名", "30", "26.67", "两名保安离职后未及时补充，已要求服务公司限期到岗"), ind("产出指标", "", "值守时长", "24小时/天", "24小时/天", "20", "20"), ind("效益指标", "", "校园安全责任事故", "0起", "0起", "30", "30"), ind("满意度指标", "", "家长满意度", "≥90%", "92%", "10", "10")], "95.84", "优")
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, evaluations=[A[1], Bf[1]])
CASE = {"name": "h11_cards", "txt": "pipe", "encoding": "utf-8-sig", "vmargin": 3.2, "blocks": [T(TITLE), {"p": f"（{Y}年度）", "style": "center"}, A[0], {"p": ""}, {"p": ""}, T(TITLE), {"p": f"（{Y}年度）", "style": "center"}, Bf[0]], "gold": G}
