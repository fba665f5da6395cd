"""Project form with scoring criteria, note column before the values, 分 in scores, amounts inside fund label cells, hints left in cells."""
from _common import *
Y = 2021
NAME, SUP, UNIT = "乡村文明实践站设备购置", "赣溪县委宣传部", "赣溪县新时代文明实践中心"
O, B, S = "产出指标", "效益指标", "满意度指标"
rows = [(ind(O, "数量指标", "配备音响设备站点数", "≥42个", "42个", "15分", "15分"), "达到得满分，每少1个扣0.5分"), (ind(O, "数量指标", "开展志愿服务活动", "≥500场次", "486场次", "10分", "9.72分", "防疫期间暂停集中活动"), "完成率×分值"),
        (ind(O, "质量指标", "设备验收合格率", "100%", "100%", "15分", "15分"), "达到得满分"), (ind(O, "时效指标", "设备到位时间", "2021年6月底前", "2021年6月21日", "10分", "10分"), "逾期一周扣1分"),
        (ind(B, "社会效益指标", "群众参与文明实践人次", "6万人次", "6.32万人次", "20分", "20分"), "完成率×分值，不超满分"), (ind(B, "可持续影响指标", "文明实践阵地常态化开放", "常态化开放", "基本常态化开放", "10分", "8.5分", "个别站点专职人员缺位"), "分档计分"),
        (ind(S, "服务对象满意度指标", "群众满意度", "＞90%", "94.6%", "10分", "10分"), "达到得满分，每低1个百分点扣1分")]
only = [i for i, _ in rows]; std = {i["name"]: x for i, x in rows}
EXP, ACT = "为42个村级文明实践站配备音响、投影等设备，推动志愿服务常态化。", "42个站点设备全部配备到位，开展志愿服务活动486场次。"
t = [[c("项目名称", 2), c(NAME, 7)], [c("主管部门", 2), c(SUP, 3), c("实施单位", 2), c(UNIT, 2)],
     [c("预算执行情况（10分）", 2), L("预算数（万元）：46.20", 2), L("执行数（万元）：45.98"), L("执行率：99.52%", 2), L("得分：9.95分", 2)],
     [c("其中：财政拨款", 2), L("预算数：46.20", 2), L("执行数：45.98"), L("执行率：99.52%", 2), L("得分：", 2)],
     [c("其他资金", 2), L("预算数：", 2), L("执行数："), L("执行率：", 2), L("得分：", 2)],
     [c("年度绩效目标（填写年初批复的目标，200字以内）", 2), L(EXP, 7)], [c("目标实际完成情况（对照目标逐项说明）", 2), L(ACT, 7)],
     ["一级指标", "二级指标", "三级指标", "未完成原因及整改措施", "评分标准", "标准分", "目标值", "实际值", "得分"],
     *indicator_rows(only, lambda i: [L(i["name"]), L(i["note"]), L(std[i["name"]]), i["weight"], i["target"], i["actual"], i["score"]]),
     [c("合计得分", 5), "100分", c("", 2), "98.17分"]]
fr = [fund("预算执行情况", None, "46.20", "45.98", "10", "99.52%", "9.95"), fund("其中：财政拨款", None, "46.20", "45.98", "", "99.52%", ""), fund("其他资金", None, "", "", "", "", "")]
TITLE = f"赣溪县{Y}年度项目支出绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"revised": 46.2, "executed": 45.98, "execution_rate": 99.52},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr), goal={"expected": EXP, "actual": ACT}, indicators=indicators(only), total_weight=100, total_score=98.17)],
         self_assessment={"score": 98.17, "grade": None})
del G["evaluations"][0]["funds"][0]["label"]
drop(G, "budget.original")
CASE = {"name": "h02_jiangxi_note_first", "txt": "tika", "encoding": "gb18030", "eol": "\r\n", "margin": 1.7, "blocks": [T(TITLE), {"p": "评分说明：定性指标完成情况分为“达成、部分达成、未达成”三档，分别按100%-80%（含）、80%-60%（含）、60%-0%计分。", "size": 9},
        {"table": t, "size": 8.5, "widths": [1.6, 2, 2.6, 2.2, 2.5, 1.2, 1.8, 2, 1.4]}], "gold": G}
