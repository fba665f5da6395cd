"""Card of a purchased service: head values inside label cells, no level columns, 分值/得分 in one cell, labelled remarks."""
from _common import *

Y = 2022
NAME = "社区居家养老助餐助洁服务"
UNIT, SUP = "柏溪区民政局", "柏溪区人民政府办公室"
F = [fund("资金总额", "186.00", "171.50", "168.42", None, "98.20%", None),
     fund("区级财政预算资金", "126.00", "126.00", "123.90", None, "98.33%", None),
     fund("街道配套资金", "60.00", "45.50", "44.52", None, "97.85%", None)]
R = [
    ("签约服务老年人数量", "≥1,800人", "1,764人", "10/9.8", "入住机构及去世减员36人"),
    ("助餐服务人次", "96000人次", "101280人次", "12/12", ""),
    ("助洁服务频次", "每户每月不少于2次", "每户每月2次", "8/8", ""),
    ("助餐点营业天数", "≥300天", "312天", "6/6", ""),
    ("服务人员持证上岗率", "100%", "94.5%", "8/7.6", "4名新聘护理员待考"),
    ("餐食抽检合格率", "100%", "100%", "8/8", ""),
    ("服务工单24小时响应率", "≥98%", "98.9%", "8/8", ""),
    ("季度考核结果反馈时间", "季后10日内", "季后8日", "5/5", ""),
    ("单餐财政补贴标准", "≤6元/餐", "5.85元/餐", "7/7", ""),
    ("困难老人服务覆盖率", "100%", "100%", "10/10", ""),
    ("家庭照料负担", "有所减轻", "有所减轻", "8/7", "未开展对照调查"),
    ("服务对象投诉办结", "办结率100%", "办结率100%", "5/5", ""),
    ("服务对象满意度", "90%以上", "93.7%", "5/5", ""),
]
rows = []
for n, t, a, ws, note in R:
    w, s = ws.split("/")
    rows.append(ind("", "", n, t, a, w, s, note))
tw = sum(float(r["weight"]) for r in rows); ts = round(sum(float(r["score"]) for r in rows), 2)
assert tw == 100 and ts == 98.4, (tw, ts)
EXP = "通过向社会力量购买服务，为80周岁以上和失能、独居老年人提供助餐、助洁上门服务，签约老人1,800名，做到应助尽助。"
ACT = "实际签约1,764人，提供助餐101,280人次、助洁4.1万户次，困难老人全部纳入，季度考核均为合格以上。"
PRO = "（1）承接主体人员更替频繁，持证率未达约定标准；（2）服务成效缺少前后对照数据。"
MEA = "（1）将持证率与尾款支付比例挂钩；（2）委托社区开展半年一次的家庭走访问卷。"
table = [
    [L(f"项目名称：{NAME}", 4), L("采购方式：竞争性磋商", 2)],
    [L(f"实施单位（购买主体）：{UNIT}", 3), L(f"主管部门：{SUP}", 3)],
    [L("承接主体：柏溪康颐养老服务中心", 3), L("服务期限：2022年1月1日至12月31日", 3)],
    [c("购买资金（万元）", 6, bold=True)],
    [c("资金来源", 2), "年初安排", "调整后安排", "实际支付", "支付率"],
]
for f in F:
    table.append([L(f["label"], 2), f["original"], f["revised"], f["executed"], f["rate"]])
table += [[c("年度绩效目标", 3, bold=True), c("目标实现情况", 3, bold=True)], [L(EXP, 3), L(ACT, 3)],
          ["序号", "考核内容", "约定标准", "履约实绩", "分值/得分", "情况说明"]]
for n, (a, t, v, ws, note) in enumerate(R, 1):
    table.append([str(n), L(a), t, v, ws, L(note)])
table += [[c("合计", 4), "100/98.4", ""],
          [L(f"存在不足：{PRO}", 6)], [L(f"改进措施：{MEA}", 6)],
          [L("自评等次：优秀", 3), L("评价人员：谭立冬　邵映雪", 3)]]
CASE = {"name": "j03_service_card", "txt": "tika", "encoding": "utf-8-sig", "margin": 2.4,
        "blocks": [T(f"{UNIT}政府购买服务项目绩效自评卡", size=17), {"p": f"（{Y}年度）", "style": "center"},
                   {"p": "卡片编号：GM-2022-07", "style": "right", "size": 9.5},
                   {"table": table, "widths": [1.2, 4.2, 3.0, 3.0, 2.0, 3.4], "size": 9}],
        "gold": gold(
            title=f"{UNIT}政府购买服务项目绩效自评卡", kind="project", year=Y, unit=UNIT,
            budget={"original": 186, "revised": wan("171.50"), "executed": wan("168.42"), "execution_rate": 98.2},
            evaluations=[evaluation(title=f"{UNIT}政府购买服务项目绩效自评卡", kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP,
                                    funds=funds(F), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows),
                                    total_weight=100, total_score=98.4, grade="优秀", problems=PRO, measures=MEA)],
            self_assessment={"score": 98.4, "grade": "优秀"},
            problems=[prob("承接主体人员更替频繁，持证率未达约定标准"), prob("服务成效缺少前后对照数据")],
            measures=[meas("将持证率与尾款支付比例挂钩"), meas("委托社区开展半年一次的家庭走访问卷")])}
