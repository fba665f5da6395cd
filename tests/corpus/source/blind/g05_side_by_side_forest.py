"""A forest farm's landscape form: output indicators in the left half, effects and satisfaction in the right one, rows numbered."""
from _common import *
Y = 2023
UNIT = "岭泉县国有青杠坪林场"
SUP = "岭泉县林业和草原局"
NAME = "森林抚育与防火隔离带维护专项"
TT = f"{Y}年度财政专项资金绩效自评表"
fr = [fund("专项资金合计", "376.00", "398.50", "391.26", "10", "98.18%", "9.8"), fund("其中：省级资金", "240.00", "262.50", "262.50", "", "100.00%", ""),
      fund("县级资金", "136.00", "136.00", "128.76", "", "94.68%", "")]
EXP = "完成中幼林抚育9,200亩、防火隔离带维护46公里，年度森林火灾受害率控制在0.5‰以内，增加周边农户务工收入。"
ACT = "完成中幼林抚育9,350亩、隔离带维护43.8公里，全年未发生森林火灾，吸纳周边农户务工1.12万工日，支付工资168万元。"
O, B, S = "产出指标", "效益指标", "满意度指标"
left = [I(O, "数量", "中幼林抚育面积", "≥9200亩", "9350亩", "8", "8"), I(O, "数量", "防火隔离带维护", "≥46公里", "43.8公里", "8", "7.62"),
        I(O, "数量", "新设瞭望监控点", "5处", "5处", "6", "6"), I(O, "质量", "抚育作业验收合格率", "≥95%", "98.3%", "8", "8"),
        I(O, "质量", "监控设备在线率", "≥92%", "90.6%", "6", "5.91"), I(O, "时效", "隔离带清理完成", "10月底前", "11月6日", "6", "4"),
        I(O, "成本", "抚育亩均成本", "≤260元", "251元", "8", "8")]
right = [I(B, "经济效益", "支付农户务工工资", "≥150万元", "168万元", "8", "8"), I(B, "社会效益", "吸纳务工", "≥1万工日", "1.12万工日", "7", "7"),
         I(B, "生态效益", "森林火灾受害率", "≤0.5‰", "0‰", "8", "8"), I(B, "生态效益", "林分郁闭度", "≥0.6", "0.63", "5", "5"),
         I(B, "可持续影响", "管护责任制", "落实", "落实", "4", "4"), I(S, "服务对象", "护林员满意度", "≥90%", "95%", "4", "4"),
         I(S, "服务对象", "周边农户满意度", "≥90%", "92.4%", "4", "4")]
TOT = "97.33"
PROB = "隔离带清理比计划晚6天，且有2.2公里未完成；部分监控点位太阳能供电不稳定，冬季掉线较多。"
MEAS = "与相邻林场错开机械租用时段，确保10月底前清理到位；为6处低光照点位加配蓄电池。"
CON = "专项资金使用合规，抚育任务超额完成，森林防火形势平稳。"
def half(rows):
    out = []
    a, b = runs(rows, "l1"), runs(rows, "l1", "l2")
    for n, i in enumerate(rows):
        out.append([c(i["l1"], 1, a[n])] * bool(a[n]) + [c(i["l2"], 1, b[n])] * bool(b[n]) + [None, L(i["name"]), i["target"], i["actual"], i["weight"], i["score"]])
    return out
body = []
for n, (a, b) in enumerate(zip(half(left), half(right)), 1):
    a[a.index(None)], b[b.index(None)] = str(n), str(n + len(left))
    body.append(a + b)
hd = ["一级", "二级", "序号", "三级指标", "目标值", "完成值", "分值", "得分"]
t = [[c("专项名称", 2), L(NAME, 6), c("主管部门", 2), c(SUP, 6)],
     [c("实施单位", 2), L(UNIT, 6), c("专项类型", 2), L("□一次性　☑经常性", 6)],
     [c("资金执行情况\n（万元）", 2, 4), c("", 2), "年初\n预算", "全年\n预算", c("实际\n支出", 2), c("分值", 2), c("执行率", 2), c("得分", 2), c("备注", 2)]]
for r in fr:
    t.append([L(r["label"], 2), r["original"], r["revised"], c(r["executed"], 2), c(r["weight"], 2), c(r["rate"], 2), c(r["score"], 2), c("", 2)])
t += [[c("年度目标", 2), L(EXP, 6), c("完成情况", 2), L(ACT, 6)], hd + hd] + body
t += [[c("总　分", 2), c("100", 6), c("自评得分", 2), c(TOT, 6)], [c("自评结论", 2), L(CON, 14)], [c("存在问题", 2), L(PROB, 14)], [c("改进措施", 2), L(MEAS, 14)]]
E = evaluation(title=TT, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr), goal={"expected": EXP, "actual": ACT},
               indicators=indicators(left + right), total_weight=100, total_score=plain(TOT), conclusion=CON, problems=PROB, measures=MEAS)
w = [1.2, 1.3, 1.0, 3.5, 1.9, 1.9, 1.0, 1.1]
CASE = {"name": "g05_side_by_side_forest", "txt": "tika", "encoding": "utf-8-sig", "landscape": True, "margin": 1.5, "vmargin": 1.2,
        "blocks": [T(TT, size=15), {"p": f"填报单位：{UNIT}　　　　　　　　　　　填报人：陈　×　　　　　　　　　　　填报时间：2024年1月30日", "size": 9},
                   {"table": t, "widths": w + w, "size": 8.5}],
        "gold": gold(title=TT, kind="project", year=Y, unit=UNIT,
                     budget={"original": 376, "revised": 398.5, "executed": 391.26, "execution_rate": 98.18}, evaluations=[E],
                     self_assessment={"score": plain(TOT), "grade": None},
                     problems=[prob(PROB.rstrip("。"))], measures=[meas(MEAS.rstrip("。"))])}
