"""Older Beijing form: 分值 before target, 得分计算方法 column, level 3 name prefixed; rate before score with method; amounts inside label cells of other rows."""
from _common import *
Y = 2018
NAME, SUP, UNIT = "中小学生科普剧场巡演", "[129]燕原市海棠区科学技术协会", "海棠区青少年科技活动中心"
fr = [fund("年度资金总额", "265.34", None, "261.08", "10", "98.39%", "9.84"), fund("其中：本年一般公共预算拨款", "245.34", None, "241.08", "", "98.26%", ""), fund("其他资金", "20.00", None, "20.00", "", "100.00%", "")]
EXP, ACT = "组织科普剧场进校园巡演120场，覆盖学校80所，提升青少年科学素养。", "完成巡演123场，覆盖学校80所，惠及学生4.7万人次。"
O, B = "产\n出\n指\n标\n(50分)", "效\n益\n指\n标\n(40分)"
rows = [(ind(O, "数量指标\n(20分)", "指标1：巡演场次", "120场", "123场", "10", "10"), "完成值达到指标值，记满分；未达到的按完成比例计分"), (ind(O, "数量指标\n(20分)", "指标2：覆盖学校", "80所", "80所", "10", "10"), "同上"),
        (ind(O, "质量指标\n(10分)", "指标1：剧目专家评审通过率", "100%", "100%", "10", "10"), "每有一部未通过扣5分"), (ind(O, "进度指标\n(10分)", "指标1：巡演完成时间", "11月底前", "12月6日", "10", "8", "场馆档期冲突，顺延一周"), "每延迟一周扣2分"),
        (ind(O, "成本指标\n(10分)", "指标1：单场演出成本", "≤1.8万元", "1.74万元", "10", "10"), "超出不得分"), (ind(B, "社会效益指标\n(20分)", "指标1：学生科学兴趣提升比例", "≥80%", "85.2%", "20", "18", "样本量偏小"), "问卷分析，佐证不足酌情扣分"),
        (ind(B, "可持续影响指标\n(10分)", "指标1：形成可复演剧目", "≥3部", "3部", "10", "10"), "完成值达到指标值，记满分"), (ind(B, "服务对象满意度指标\n(10分)", "指标1：学校满意度", "≥90%", "96%", "10", "10"), "达标记满分")]
only = [i for i, _ in rows]; how = {i["name"]: h for i, h in rows}
t = [[c("项目名称", 2), c(NAME, 8)], [c("主管部门及代码", 2), c(SUP, 4), c("实施单位", 2), c(UNIT, 2)],
     [c("项目资金\n（万元）", 2, 4), "", "年初预算数（A）", c("全年执行数（B）", 2), "分值\n（10分）", "执行率\n（B/A）", "得分", "得分计算方法"],
     *[[L(r["label"]), r["original"], c(r["executed"], 2), r["weight"], r["rate"], r["score"], "执行率*该指标分值，最高不得超过分值上限" if not n else ""] for n, r in enumerate(fr)],
     [c("年度总体目标", 2, 2), c("年初设定目标", 4), c("全年实际完成情况", 4)], [L(EXP, 4), L(ACT, 4)],
     [c("绩\n效\n指\n标", 1, len(rows) + 1), "一级指标", "二级指标", "三级指标", "分值", "年度指标值（A）", "全年实际值（B）", "得分计算方法", "得分", "未完成原因分析"],
     *indicator_rows(only, lambda i: [L(i["name"]), i["weight"], i["target"], i["actual"], L(how[i["name"]]), i["score"], L(i["note"])]), [c("总分", 8), c("95.84", 1), ""]]
gi = indicators(only)
for i in gi: i["name"] = i["name"][4:]
TITLE = "项目支出绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"executed": 261.08, "execution_rate": 98.39},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr), goal={"expected": EXP, "actual": ACT}, indicators=gi, total_score=95.84)],
         self_assessment={"score": 95.84, "grade": None})
G["budget"]["original"] = 265.34
CASE = {"name": "d17_beijing_old", "formats": ["docx", "pdf"], "margin": 1.6, "blocks": [{"p": "附件5"}, T(TITLE), {"p": f"（ {Y} 年度）", "style": "center"},
        {"table": t, "size": 8.5, "widths": [0.9, 1.4, 2, 2.8, 1.7, 1.9, 1.9, 2.8, 1.3, 2]}], "gold": G}
