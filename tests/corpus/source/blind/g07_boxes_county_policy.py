"""County form full of boxes: nature, kind, way of evaluation, deviation type and grade are ticked."""
from _common import *
Y = 2023
UNIT = "瓯屿市商务局"
SUP = "瓯屿市商务局"
NAME = "外贸稳增长财政奖补政策"
TT = f"{Y}年度财政支出政策（项目）绩效自评表"
fr = [fund("合计", "1,500", "1,650", "1,628.4", "20", "98.69%", "19.74"), fund("本级财政", "1,200", "1,200", "1,178.4", "/", "98.20%", "/"),
      fund("上级补助", "300", "450", "450", "/", "100.00%", "/"), fund("其他", "0", "0", "0", "/", "/", "/")]
for r, x in zip(fr, ("1,650", "1,200", "450", "0")): r["arrived"] = x
EXP = "对不少于90家外贸企业兑现参展、出口信保和跨境电商奖补，全年自营出口额增长5%以上。"
ACT = "兑现奖补企业97家，组织境外参展21场次，自营出口额同比增长6.3%。"
O, B, S = "产出", "效益", "满意度"
def R(l1, l2, name, t, a, w, s, rule, note="☑无偏差 □偏差"):
    return I(l1, l2, name, t, a, w, s, note, rule=rule)
rows = [
    R(O, "数量", "兑现奖补企业数", "不少于90家", "97家", "10", "10", "按完成比例"),
    R(O, "数量", "组织境外参展", "≥20场次", "21场次", "8", "8", "按完成比例"),
    R(O, "数量", "出口信保覆盖企业", "≥150家", "142家", "7", "6.63", "按完成比例", "□无偏差 ☑偏差：小微企业投保意愿下降"),
    R(O, "质量", "申报材料审核差错率", "≤1%", "0.4%", "8", "8", "达标得满分"),
    R(O, "时效", "奖补资金兑现", "受理后60日内", "平均47日", "7", "7", "达标得满分"),
    R(B, "经济效益", "自营出口额增幅", "5%以上", "6.3%", "12", "12", "按完成比例"),
    R(B, "经济效益", "跨境电商出口额", "18亿元", "17.46亿元", "8", "7.76", "按完成比例", "□无偏差 ☑偏差：海外仓项目投运推迟"),
    R(B, "社会效益", "新增有出口实绩企业", "≥30家", "36家", "8", "8", "按完成比例"),
    R(B, "可持续影响", "政策对企业开拓市场的引导作用", "明显", "明显", "6", "6", "评议"),
    R(S, "服务对象", "受益企业满意度", "90%以上", "96.1%", "6", "6", "问卷"),
]
TOT = "99.13"
PROB = "1.出口信保覆盖面未达到预期。2.政策兑现仍需企业线下报送纸质材料，办理环节偏多。"
MEAS = "1.与信保机构联合推出小微企业统保方案。2.接入惠企平台，推行免申即享。"
t = [[c("政策（项目）名称", 2), L(NAME, 6)],
     [c("主管部门", 2), c(SUP, 2), c("实施单位", 2), c(UNIT, 2)],
     [c("支出性质", 2), L("☑奖补类　□建设类　□购置类　□其他", 6)],
     [c("实施周期", 2), L("□一次性　☑三年（2022—2024年）　□长期", 6)],
     [c("自评方式", 2), L("☑自行开展　□委托第三方（机构名称：　　　　）", 6)],
     [c("预算执行\n（万元）\n20分", 1, len(fr) + 1), "资金来源", "年初预算", "调整预算", "到位资金", "支出数", "执行率", "得分"]]
t += [[L(r["label"]), r["original"], r["revised"], r["arrived"], r["executed"], r["rate"], r["score"]] for r in fr]
t += [[c("绩效目标", 1, 2), c("年初批复", 3), c("实际完成", 4)], [L(EXP, 3), L(ACT, 4)]]
# 8 columns: l1+l2 in one lead pair
t += [["一级/二级", "三级指标", "目标值", "实际值", "评分方法", "分值", "得分", "偏差情况"]]
t[-1] = ["一级", "二级", "三级指标", "目标值", "实际值", "分值", "得分", "偏差情况"]
t += indicator_rows(rows, lambda i: [L(i["name"]), i["target"], i["actual"], i["weight"], i["score"], L(i["note"])])
t += [[c("自评总分", 2), c(TOT, 2), c("自评等级", 1), L("☑优　□良　□中　□差", 3)],
      [c("存在问题", 2), L(PROB, 6)], [c("改进建议", 2), L(MEAS, 6)],
      [c("结果应用", 2), L("□取消政策　☑完善后继续实施　□调减预算　□其他", 6)]]
E = evaluation(title=TT, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr), goal={"expected": EXP, "actual": ACT},
               indicators=indicators(rows), total_weight=None, total_score=plain(TOT), grade="优", problems=PROB, measures=MEAS)
for k in E["indicators"]: del k["note"]
G = gold(title=TT, kind="project", year=Y, unit=UNIT, budget={"original": 1500, "revised": 1650, "executed": wan("1,628.4"), "execution_rate": 98.69},
         evaluations=[E], self_assessment={"score": plain(TOT), "grade": "优"},
         problems=[prob("出口信保覆盖面未达到预期"), prob("政策兑现仍需企业线下报送纸质材料，办理环节偏多")],
         measures=[meas("与信保机构联合推出小微企业统保方案"), meas("接入惠企平台，推行免申即享")])
drop(G, "disclosure")
CASE = {"name": "g07_boxes_county_policy", "txt": "padded", "encoding": "utf-16", "margin": 1.8,
        "blocks": [{"p": "表3"}, T(TT, size=15), {"p": "填报日期：2024年2月6日", "style": "right", "size": 9},
                   {"table": t, "widths": [1.6, 2.0, 3.4, 2.4, 2.4, 1.6, 1.5, 3.2], "size": 8.5},
                   {"p": "填表人：林　×　　　　　　复核人：郑　×　　　　　　单位负责人：（签字）", "size": 9}],
        "gold": G}
