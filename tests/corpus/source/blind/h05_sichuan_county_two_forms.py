"""County water bureau (Sichuan shape): two forms on end, weight before the target, one budget column, long notes with percentages below."""
from _common import *

Y = 2022

UNIT = "梓泉县水务局"
O, B, S = "产出指标\n（50分）", "效益指标\n（30分）", "满意度指标\n（10分）"
def build(name, lead, F, exp, act, rows, total):
    t = [[c("项目名称", 2), c(name, 3), c("项目负责人及电话", 2), c(lead, 2)],
         [c("主管部门", 2), c(UNIT, 3), c("实施单位", 2), c(UNIT2, 2)],
         [c("资金情况\n（万元）", 2, len(F) + 1), "", "全年预算数\n（A）", "全年执行数\n（B）", c("分值", 2), "执行率\n（B/A）", "得分"]]
    for r in F:
        t.append([L(r["label"]), r["revised"], r["executed"], c(r["weight"], 2), r["rate"], r["score"]])
    t += [[c("年度\n总体\n目标", 1, 2), c("年初设定目标", 4), c("年度总体目标完成情况综述", 4)], [L(exp, 4), L(act, 4)]]
    body = indicator_rows(rows, lambda i: [L(i["name"]), i["weight"], i["target"], i["actual"], i["score"], L(i["note"])])
    t += [[c("绩\n效\n指\n标", 1, len(body) + 1), "一级指标", "二级指标", "三级指标", "分值", "年度\n指标值", "全年\n实际值", "得分", "未完成原因及拟\n采取的改进措施"]] + body
    t += [[c("总分", 4), "100", "", "", total, ""]]
    return t
UNIT2 = "梓泉县农村水利服务站"
F1 = [fund("年度资金总额：", None, "386.00", "371.26", "10", "96.18%", "9.62"), fund("其中：本年财政拨款", None, "326.00", "311.26", "", "95.48%", ""),
      fund("其他资金", None, "60.00", "60.00", "", "100.00%", "")]
F2 = [fund("年度资金总额：", None, "48", "48", "10", "100%", "10"), fund("其中：本年财政拨款", None, "48", "48", "", "100%", ""), fund("其他资金", None, "", "", "", "", "")]
E1 = "对9座小型水库实施除险加固和安全监测设施配套，消除安全隐患，改善下游灌溉条件。"
A1 = "8座水库除险加固主体完工并通过蓄水验收，1座因料场变更剩余坝坡护砌未完；9座水库监测设施全部安装到位。"
E2 = "为全县62座小型水库落实巡查管护员，配齐报汛通信设备，做到汛期24小时值守。"
A2 = "62座水库管护员全部到岗，配发北斗报汛终端62套，汛期未发生溃坝及人员伤亡事件。"
R1 = [I(O, "数量指标", "除险加固水库座数", "≥9座", "8座", "10", "8.9", "石板滩水库料场被划入生态红线，已另选料场，2023年3月复工"),
      I(O, "数量指标", "安装大坝安全监测设施", "9套", "9套", "10", "10"),
      I(O, "质量指标", "单位工程验收合格率", "100%", "100%", "10", "10"),
      I(O, "时效指标", "按期完工率", "≥90%", "88.9%", "10", "9", "同上一项，受料场变更影响"),
      I(O, "成本指标", "单座水库平均投资", "≤45万元", "41.2万元", "10", "10"),
      I(B, "社会效益指标", "保护下游人口", "≥1.3万人", "1.3万人", "10", "10"),
      I(B, "经济效益\n指标", "恢复灌溉面积", "≥5600亩", "5180亩", "10", "8.5", "石板滩灌区暂未受益"),
      I(B, "可持续影响\n指标", "工程设计使用年限", "≥15年", "15年", "10", "10"),
      I(S, "服务对象\n满意度指标", "库区群众满意度", "≥95%", "95%", "10", "10")]
R2 = [I(O, "数量指标", "聘用巡查管护员", "62人", "62人", "10", "10"),
      I(O, "数量指标", "配备报汛终端", "62套", "62套", "10", "10"),
      I(O, "质量指标", "管护员持证上岗率", "≥90%", "100%", "10", "10"),
      I(O, "时效指标", "汛前巡查完成时间", "4月30日前", "4月22日", "10", "10"),
      I(O, "成本指标", "管护员月补助标准", "500元/人", "500元/人", "10", "10"),
      I(B, "社会效益指标", "汛期安全责任事故", "0次", "0次", "15", "15"),
      I(B, "可持续影响\n指标", "小型水库管护长效机制", "逐步完善", "已印发管护员考核办法", "15", "14"),
      I(S, "服务对象\n满意度指标", "受益村组满意度", "≥95%", "96.8%", "10", "10")]
for F, R, T_ in ((F1, R1, 96.02), (F2, R2, 99)):
    assert abs(sum(float(i["score"]) for i in R) + float(F[0]["score"]) - T_) < 1e-6, sum(float(i["score"]) for i in R) + float(F[0]["score"])
    assert sum(float(i["weight"]) for i in R) == 90
N1, N2 = "小型水库除险加固及监测设施建设", "小型水库巡查管护补助"
NOTE = ["注：1.一级指标分值统一为：产出指标50分、效益指标30分、满意度指标10分、预算执行率10分。",
        "2.定性指标按达成预期、部分达成、未达成三档，分别在该指标分值100—80%（含80%）、80—60%（含60%）、60—0%区间内打分。",
        "3.定量指标为正向指标（≥）的，得分=全年实际值÷年度指标值×分值，最高不超过该指标分值。"]
W = [0.9, 1.6, 2.2, 3.6, 1.9, 1.9, 1.7, 1.4, 3.4]
TT = "绩效目标自评表"
def ev(n, F, e, a, R, t):
    return evaluation(title=TT, kind="project", year=Y, subject=n, unit=UNIT2, supervisor=UNIT, funds=funds(F), goal={"expected": e, "actual": a},
                      indicators=indicators(R), total_weight=100, total_score=t)
CASE = {
    "name": "h05_sichuan_county_two_forms", "txt": "pipe", "encoding": "gb18030", "margin": 1.9,
    "blocks": [
        {"p": "附件3-1", "size": 11}, T(TT), {"p": f"（{Y}年度）", "style": "center"},
        {"table": build(N1, "冉启明　0500-5520146", F1, E1, A1, R1, "96.02"), "widths": W, "size": 9},
        *[{"p": x, "size": 8.5} for x in NOTE], {"page": True},
        {"p": "附件3-2", "size": 11}, T(TT), {"p": f"（{Y}年度）", "style": "center"},
        {"table": build(N2, "谭小芸　0500-5520151", F2, E2, A2, R2, "99"), "widths": W, "size": 9},
        *[{"p": x, "size": 8.5} for x in NOTE],
    ],
    "gold": gold(title=TT, kind="project", year=Y, unit=UNIT2, evaluations=[ev(N1, F1, E1, A1, R1, 96.02), ev(N2, F2, E2, A2, R2, 99)]),
}
for i in CASE["gold"]["evaluations"][0]["indicators"]:      # a duration, not a date
    if i["name"] == "工程设计使用年限":
        i["target"].update(comparator=">=", value=15, unit="年")
        i["actual"].update(value=15, unit="年")
