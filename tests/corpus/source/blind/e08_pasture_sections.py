"""North-west: one form set as five ruled parts under run-on headings, project line above the tables, a note merged over several rows,
score and grade in a closing sentence; docx and pdf only (a dump loses the merge)."""
from _common import *

Y = 2020
NAME = "草原生态修复与鼠虫害防治"
SUP, UNIT = "塔格勒州林业和草原局", "塔格勒州草原工作站"
TITLE = "州本级财政项目支出绩效自评表"
fr = [fund("项目资金合计", "640.00", "712.00", "654.20", "10", "91.88%", "9.19"),
      fund("其中：州级财政拨款", "600.00", "600.00", "575.40", "", "95.90%", ""),
      fund("上级补助资金", "0.00", "72.00", "38.80", "", "53.89%", ""),
      fund("其他来源", "40.00", "40.00", "40.00", "", "100.00%", "")]
EXP = "完成退化草原补播改良4.2万亩，鼠虫害防治面积30万亩，建设固定监测样地20处，草原植被盖度稳中有升。"
ACT = "完成补播改良3.96万亩，防治鼠虫害30.8万亩，建成固定监测样地20处，项目区植被盖度较上年提高2.1个百分点。"
N1 = "春季旱情持续，南部两个牧场补播延至次年，剩余0.24万亩列入2021年计划"
O, B, S = "项目产出", "项目效果", "社会公众满意度"
rows = [
    I(O, "产出数量", "补播改良面积", "4.2万亩", "3.96万亩", "10", "9.43", N1),
    I(O, "产出数量", "补播草种用量", "126吨", "118.8吨", "6", "5.66", N1),
    I(O, "产出数量", "鼠虫害防治面积", "≥30万亩", "30.8万亩", "8", "8"),
    I(O, "产出数量", "固定监测样地", "20处", "20处", "4", "4"),
    I(O, "产出质量", "补播出苗率", "≥75%", "78%", "6", "6"),
    I(O, "产出质量", "防治效果", "≥85%", "87.6%", "6", "6"),
    I(O, "产出时效", "防治作业完成时间", "7月底以前", "7月26日", "5", "5"),
    I(O, "产出成本", "补播亩均投入", "≤95元/亩", "93.5元/亩", "5", "5"),
    I(B, "生态效益", "植被盖度提高", "≥1.5个百分点", "2.1个百分点", "12", "12"),
    I(B, "生态效益", "虫口密度", "<10头/平方米", "7.5头/平方米", "8", "8"),
    I(B, "经济效益", "亩均产草量增加", "≥12公斤", "9公斤", "8", "6", "春夏连旱"),
    I(B, "可持续影响", "草原管护员队伍", "稳定", "稳定", "4", "4"),
    I(S, "牧民满意度", "项目区牧民满意度", "≥90%", "94%", "8", "8"),
]
assert sum(Decimal(i["weight"]) for i in rows) == 90, sum(Decimal(i["weight"]) for i in rows)
TOTAL = str(sum(Decimal(i["score"]) for i in rows) + Decimal("9.19"))
t0 = [["主管部门", SUP, "项目承担单位", UNIT], ["项目性质", "延续项目", "实施期限", "2020年3月至11月"]]
t1f = [["资金类别", "年初预算", "调整后预算", "实际支出", "预算执行率", "分值", "得分"]]
t1f += [[L(r["label"]), r["original"], r["revised"], r["executed"], r["rate"], r["weight"], r["score"]] for r in fr]
t2 = [["年初设定的绩效目标", "年度完成情况"], [L(EXP), L(ACT)]]
t3 = [["一级\n指标", "二级\n指标", "具体指标", "计划\n目标值", "实际\n完成值", "分值", "自评得分", "偏差说明"]]
a, b = runs(rows, "l1"), runs(rows, "l1", "l2")
note_rs = {0: 2, 1: 0}
for n, i in enumerate(rows):
    row = ([c(i["l1"], 1, a[n])] if a[n] else []) + ([c(i["l2"], 1, b[n])] if b[n] else []) + [L(i["name"]), i["target"], i["actual"], i["weight"], i["score"]]
    if n == 0:
        row.append(L(i["note"], 1, 2))
    elif n != 1:
        row.append(L(i["note"]))
    t3.append(row)
t3.append([c("指标分小计", 5), "90", str(Decimal(TOTAL) - Decimal("9.19")), ""])
t3.append([c("总分（含预算执行率得分）", 5), "100", TOTAL, ""])
P1, P2 = "部分补播地块灌溉条件差，遇旱补播成活没有保障", "上级补助资金10月才到位，当年形成较多结转"
M1, M2 = "在补播地块配套移动式喷灌设备，优先选择有水源的地块实施", "提前做好项目储备，资金到位后即组织招标，加快支付"
g = gold(title=TITLE, kind="project", year=Y, unit=UNIT,
         budget={"original": 640, "revised": 712, "executed": wan("654.20"), "execution_rate": 91.88},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr),
                                 goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=plain(TOTAL))],
         self_assessment={"score": plain(TOTAL), "grade": "优"},
         problems=[prob(P1), prob(P2)],
         measures=[meas(M1), meas(M2, "budget_execution")])
drop(g, "evaluations.0.grade", "evaluations.0.conclusion", "evaluations.0.problems", "evaluations.0.measures", "problems.0.cause", "problems.1.cause")
W = {"size": 9.5}
CASE = {
    "name": "e08_pasture_sections", "formats": ["docx", "pdf"], "margin": 2.0, "size": 11,
    "blocks": [
        T(TITLE, size=17),
        {"p": f"评价年度：{Y}年　　　　　　　　　　　　　　　　　　　　　　金额单位：万元", "size": 10},
        {"p": f"项目名称：{NAME}", "size": 10.5},
        {"table": t0, "widths": [2.5, 5.5, 2.8, 5.5], **W},
        {"p": "一、预算执行情况", "bold": True}, {"table": t1f, "widths": [4.2, 2.2, 2.4, 2.2, 2.2, 1.6, 1.6], **W},
        {"p": "二、年度绩效目标完成情况", "bold": True}, {"table": t2, "widths": [8, 8], **W},
        {"p": "三、绩效指标完成情况", "bold": True}, {"table": t3, "widths": [1.7, 1.9, 3.6, 2.3, 2.3, 1.3, 1.5, 3.2], **W},
        {"p": "四、自评结论", "bold": True}, P(f"经自评，项目得分{TOTAL}分，等级为优。"),
        {"p": "五、存在问题", "bold": True}, P(f"1.{P1}；"), P(f"2.{P2}。"),
        {"p": "六、改进措施", "bold": True}, P(f"1.{M1}；"), P(f"2.{M2}。"),
        {"p": "填表人：巴合提　　　审核人：　　　　　填表日期：2021年3月5日", "size": 10},
    ],
    "gold": g,
}
