"""Social-insurance fund form without rules: income and spending rows as fund rows, balance rows, levels abbreviated, 目标值 and 上年实际 before 本年实际."""
from _common import *
Y = 2022
NAME, SUP, UNIT = "城乡居民基本养老保险基金", "蒲河市人力资源和社会保障局", "蒲河市社会保险事业服务中心"
F = [fund("基金收入", "68,420.00", "69,105.00", "70,218.36", None, "101.61%", None), fund("其中：个人缴费收入", "14,300.00", "14,300.00", "14,962.07", None, "104.63%", None), fund("财政补贴收入", "52,860.00", "53,545.00", "53,545.00", None, "100.00%", None), fund("基金支出", "57,930.00", "58,240.00", "57,706.91", None, "99.08%", None), fund("其中：基础养老金支出", "51,200.00", "51,480.00", "51,102.44", None, "99.27%", None)]
EXP, ACT = "应保尽保、按时足额发放，基金运行安全平稳。", "参保36.2万人，待遇领取14.8万人，社会化发放率100%，基金未发生安全事件。"
O, B, S = "产出", "效益", "满意度"
raw = [(O, "数量", "参保人数", "≥36万人", "35.7万人", "36.2万人", "15", "15", ""), (O, "数量", "困难群体代缴人数", "应代尽代", "应代尽代", "应代尽代", "10", "10", ""), (O, "质量", "待遇核定准确率", "100%", "99.97%", "99.99%", "15", "14.5", "死亡信息比对滞后，多发9人"), (O, "时效", "养老金到账时间", "每月15日前", "每月15日前", "每月15日前", "15", "15", ""), (B, "社会效益", "基金可支付月数", "≥18个月", "20.6个月", "21.3个月", "15", "15", ""), (B, "可持续影响", "续缴率", "≥85%", "82.1%", "83.4%", "15", "13", "外出务工青年断缴"), (S, "服务对象", "参保群众满意度", "≥92%", "93.5%", "94.7%", "15", "15", "")]
rows = [I(a, b, n, tv, av, w, s, x, last=l) for a, b, n, tv, l, av, w, s, x in raw]
t = [[c("基金名称"), c(NAME, 3), c("主管部门"), c(SUP, 4)], [c("经办机构"), c(UNIT, 3), c("统筹层次"), c("市级统筹", 4)],
     [c("项目", 2), "年初预算数", "调整预算数", c("决算数", 2), c("完成率", 3)], *[[L(f["label"], 2), f["original"], f["revised"], c(f["executed"], 2), c(f["rate"], 3)] for f in F],
     [c("年度目标"), L(EXP, 8)], [c("完成情况"), L(ACT, 8)], *form(rows, ["name", "target", "last", "actual", "weight", "score", "note"], ["一级指标", "二级指标", "三级指标", "目标值", "上年实际", "本年实际", "分值", "得分", "原因"]), [c("总分"), c("", 5), "100", "97.5", ""]]
TITLE = "社会保险基金绩效自评表"
G = gold(title=TITLE, year=Y, unit=UNIT, evaluations=[evaluation(title=TITLE, year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(F), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=97.5)], self_assessment={"score": 97.5, "grade": None})
drop(G, "kind", "budget", "evaluations.0.kind", "evaluations.0.unit", "unit")
for f in G["evaluations"][0]["funds"]: f.pop("weight"), f.pop("score")
CASE = {"name": "c08_social_fund_borderless", "txt": "padded", "encoding": "utf-8", "landscape": True, "blocks": [T(TITLE), {"p": f"{Y}年度　　　　　　　　　　　　　　　　单位：万元", "style": "center"}, {"table": t, "borderless": True, "size": 10, "row": 0.8, "pad": 0.2, "widths": [2.2, 2.4, 3.8, 2.6, 2.6, 2.8, 1.4, 1.4, 4.4]}], "gold": G}
