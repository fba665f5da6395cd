"""Central agency's branch: running number, unit and sign columns before two target columns (initial, adjusted), cost first; landscape."""
from _common import *

Y = 2023
NAME = "航道助航标志维护与应急抢通"
SUP, UNIT = "内河航务管理总局", "内河航务管理总局沅澧航道处"
TITLE = f"{Y}年度二级项目绩效自评表"
fr = [fund("资金总额", "2,318.46", "2,405.90", "2,376.55", "10", "98.78", "9.88"),
      fund("1.本年财政拨款", "2,250.00", "2,310.00", "2,310.00", "", "100.00", ""),
      fund("2.上年结转", "68.46", "95.90", "66.55", "", "69.40", ""),
      fund("3.其他资金", "—", "—", "—", "", "—", "")]
EXP = "维护内河航道助航标志1,180座，保持通航里程612公里畅通，突发碍航事件24小时内处置到位，辖区水上运输安全有序。"
ACT = "全年维护助航标志1,204座，612公里航道保持畅通，处置碍航事件9起，平均处置用时16.5小时，未发生因航标失常引发的事故。"
K, O, B, S = "成本指标", "产出指标", "效益指标", "满意度指标"
rows = [
    I(K, "经济成本指标", "单座浮标年维护费用", "0.85", "0.82", "6", "6", "", "≤", "万元/座", adj=""),
    I(K, "经济成本指标", "应急抢通单次平均费用", "12", "13.4", "6", "5.4", "沉船打捞一次费用较高", "≤", "万元/次", adj=""),
    I(K, "生态环境成本指标", "疏浚弃土规范处置", "全部规范处置", "全部规范处置", "4", "4", adj=""),
    I(O, "数量指标", "维护助航标志数量", "1150", "1204", "8", "8", "", "≥", "座", adj="1180"),
    I(O, "数量指标", "航道扫测里程", "612", "612", "6", "6", "", "≥", "公里", adj=""),
    I(O, "数量指标", "巡航检查次数", "96", "104", "4", "4", "", "≥", "航次", adj=""),
    I(O, "质量指标", "标志灯器发光正常率", "99", "99.3", "8", "8", "", "≥", "%", adj=""),
    I(O, "质量指标", "标志位置准确率", "99.5", "99.1", "6", "5.9", "4月洪水冲移浮标14座", "≥", "%", adj=""),
    I(O, "时效指标", "碍航险情处置时间", "24", "16.5", "8", "8", "", "≤", "小时", adj=""),
    I(O, "时效指标", "洪峰过后复位时间", "72", "80", "6", "5", "部分水域流速超过作业条件", "≤", "小时", adj="60"),
    I(B, "社会效益指标", "因航标失常致事故数", "0", "0", "10", "10", "", "=", "起", adj=""),
    I(B, "经济效益指标", "船舶通航艘次", "5.6", "6.3", "6", "6", "", "≥", "万艘次", adj="5.8"),
    I(B, "可持续影响指标", "航标智能遥测覆盖程度", "明显扩大", "有所扩大", "6", "5", "设备招标废标一次", adj="有所扩大"),
    I(S, "服务对象满意度指标", "航运企业满意度", "90", "92.6", "6", "6", "", "≥", "%", adj=""),
]
assert sum(Decimal(i["weight"]) for i in rows) == 90
TOTAL = str(sum(Decimal(i["score"]) for i in rows) + Decimal("9.88"))
kind_of = lambda i: i["sign"] or "定性"
table = [
    [c("项目名称", 3), c(NAME, 9)],
    [c("主管部门", 3), c(SUP, 4), c("实施单位", 2), c(UNIT, 3)],
    [c("项目资金\n（万元）", 3, 5), c("资金构成"), c("年初预算", 2), c("全年预算", 2), "全年支出", "分值", "执行率\n（%）", "得分"],
]
for r in fr:
    table.append([L(r["label"]), c(r["original"], 2), c(r["revised"], 2), r["executed"], r["weight"], r["rate"], r["score"]])
table += [
    [c("年度目标", 3, 2), c("年初设定", 4), c("年末完成", 5)], [L(EXP, 4), L(ACT, 5)],
    [c("序\n号", 1, 2), c("一级\n指标", 1, 2), c("二级指标", 1, 2), c("三级指标", 1, 2), c("指标\n性质", 1, 2), c("指标值", 2), c("计量\n单位", 1, 2), c("实际\n完成值", 1, 2),
     c("分值", 1, 2), c("得分", 1, 2), c("偏差原因", 1, 2)],
    ["年初值", "调整值"],
]
a, b = runs(rows, "l1"), runs(rows, "l1", "l2")
for n, i in enumerate(rows):
    table.append([str(n + 1)] + ([c(i["l1"], 1, a[n])] if a[n] else []) + ([c(i["l2"], 1, b[n])] if b[n] else [])
                 + [L(i["name"]), kind_of(i), i["target"], i["adj"], i["unit"] or "/", i["actual"], i["weight"], i["score"], L(i["note"])])
table += [[c("总计", 9), "100", TOTAL, ""],
          [c("其他说明", 3), L("年中因洪水影响，经批准对4项指标值作了调整。", 9)]]
eff = [dict(i, target=i["adj"] or i["target"]) for i in rows]
g = gold(title=TITLE, kind="project", year=Y, unit=UNIT,
         budget={"original": wan("2318.46"), "revised": wan("2405.90"), "executed": wan("2376.55"), "execution_rate": 98.78},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr),
                                 goal={"expected": EXP, "actual": ACT}, indicators=indicators(eff), total_weight=100, total_score=plain(TOTAL))],
         self_assessment={"score": plain(TOTAL), "grade": None})
CASE = {
    "name": "e06_maritime_adjusted", "txt": "md", "encoding": "utf-8", "landscape": True, "margin": 2.0,
    "blocks": [T(TITLE, size=16), {"table": table, "widths": [0.9, 1.8, 2.9, 4.8, 1.4, 2.3, 2.3, 1.8, 2.2, 1.4, 1.4, 4.0], "size": 9, "nosplit": True}],
    "gold": g,
}
