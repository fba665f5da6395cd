"""The Yunnan project form in yuan: a header of two rows, sign and unit in columns of their own, the grade in the last row."""
from _common import *

Y = 2023
NAME, SUP, UNIT = "边境村寨卫生室能力提升经费", "岩瓦州普洛县卫生健康局", "普洛县中心卫生院"
fund_rows = [fund("年度资金总额", "1,280,000.00", "1,296,400.00", "1,240,318.55", "10", "95.67%", "9.57", "元"),
             fund("其中：当年财政拨款", "1,280,000.00", "1,280,000.00", "1,223,918.55", "", "95.62%", "", "元"),
             fund("上年结转资金", "0.00", "16,400.00", "16,400.00", "", "100.00%", "", "元"), fund("非财政拨款", "", "", "", "", "", "", "元")]
EXPECTED = "为18个边境村卫生室配齐基本诊疗设备，培训乡村医生40人，村民就近就医更加便捷。"
ACTUAL = "为18个村卫生室配备设备132台（套），培训乡村医生38人，村级门诊服务2.9万人次。"
O, B, S = "产出指标", "效益指标", "满意度指标"
rows = [
    ind(O, "数量指标", "配备设备的村卫生室", "18", "18", "15", "15", "", "=", "个"),
    ind(O, "数量指标", "培训乡村医生", "40", "38", "15", "14.25", "2名医生因疫情防控值守未参训", "≥", "人"),
    ind(O, "质量指标", "设备验收合格率", "100", "100", "10", "10", "", "=", "%"),
    ind(O, "时效指标", "设备到位时间", "2023年9月30日前", "2023年9月18日", "10", "10"),
    ind(B, "社会效益\n指标", "村级门诊服务人次", "25000", "29000", "15", "15", "", "≥", "人次"),
    ind(B, "可持续影响\n指标", "村医队伍稳定性", "保持稳定", "保持稳定", "15", "14", "两名村医已临近退休"),
    ind(S, "服务对象\n满意度指标", "就诊群众满意度", "90", "94.6", "10", "10", "", "≥", "%"),
]
n = len(fund_rows)
table = [
    [c("项目名称", 2), c(NAME, 9)],
    [c("主管部门", 2), c(SUP, 4), c("实施单位", 2), c(UNIT, 3)],
    [c("项目资金\n（元）", 2, n + 1), c("", 2), "年初\n预算数", c("全年\n预算数", 2), "全年\n执行数", "分值", "执行率", "得分"],
    *[[L(r["label"], 2), r["original"], c(r["revised"], 2), r["executed"], r["weight"], r["rate"], r["score"]] for r in fund_rows],
    [c("年度\n总体\n目标", 1, 2), c("预期目标", 5), c("实际完成情况", 5)],
    [L(EXPECTED, 5), L(ACTUAL, 5)],
    [c("绩效指标", 4), c("年度指标值", 3), c("实际\n完成值", 1, 2), c("分值", 1, 2), c("得分", 1, 2), c("偏差原因分析\n及改进措施", 1, 2)],
    [c("一级指标", 2), "二级指标", "三级指标", "指标\n性质", "指标值", "度量\n单位"],
    *indicator_rows(rows, lambda i: [L(i["name"]), i["sign"] or "定性指标", i["target"], i["unit"] or "", i["actual"], i["weight"], i["score"], L(i["note"])], l1_span=2),
    [c("其他需要说明事项", 2), c("无", 9)],
    [c("总分", 8), "100", "97.82", "优"],
]
TITLE = f"{Y}年度项目支出绩效自评表"
CASE = {
    "name": "yunnan_project", "formats": ["docx"], "margin": 1.8,
    "blocks": [{"p": "公开14表", "style": "right", "size": 10}, T(TITLE), {"p": f"编制单位：{UNIT}　　　　　　　　　　　　金额单位：元", "size": 10},
               {"table": table, "widths": [0.9, 1.0, 2.0, 2.8, 2.2, 2.2, 1.2, 2.2, 1.1, 1.4, 2.4], "size": 8.5},
               {"p": "注：自评等级按总分划定：90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，低于60分为差。", "size": 9}],
    "gold": gold(
        title=TITLE, kind="project", year=Y, unit=UNIT,
        budget={"original": 128, "revised": wan("1296400", "元"), "executed": wan("1240318.55", "元"), "execution_rate": 95.67},
        evaluations=[evaluation(
            title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fund_rows),
            goal={"expected": EXPECTED, "actual": ACTUAL}, indicators=indicators(rows), total_weight=100, total_score=97.82, grade="优")],
        self_assessment={"score": 97.82, "grade": "优"}),
}
