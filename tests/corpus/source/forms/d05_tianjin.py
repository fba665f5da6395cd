"""Tianjin project form in 千元: 计算符号/计量单位 columns, three-row header, reason cell beside the goals, unit column before the value."""
from _common import *
Y = 2022
NAME, SUP, UNIT = "社区老年日间照料中心运营补贴", "津浦市海门里区民政局", "海门里区养老服务指导中心"
fr = [fund("资金总额", "5,400.00", "5,612.50", "5,203.75", "10", "92.72%", "9.27", "千元"),
      fund("其中：市级资金", "2,000.00", "2,212.50", "2,212.50", "", "100.00%", "", "千元"),
      fund("区级资金", "3,400.00", "3,400.00", "2,991.25", "", "87.98%", "", "千元")]
EXP = "对全区34家日间照料中心发放运营补贴，服务老年人日均不少于1200人次。"
ACT = "发放33家日间照料中心运营补贴，服务老年人日均1286人次。"
WHY = "1家中心因房屋漏水停业整修，未发放补贴。"
C, O, B, S = "成本指标", "产出指标", "效益指标", "满意度指标"
rows = [ind(C, "经济成本指标", "单家年度补贴标准", "165", "157.69", "20", "20", "", "≤", "千元"),
        ind(O, "数量指标", "补贴发放家数", "34", "33", "15", "14.56", "1家停业整修", "=", "家"),
        ind(O, "质量指标", "等级评定合格率", "95", "97", "15", "15", "", "≥", "%"),
        ind(O, "时效指标", "补贴发放完成时限", "30", "26", "10", "10", "", "≤", "工作日"),
        ind(B, "社会效益指标", "日均服务老年人次", "1200", "1286", "10", "10", "", "≥", "人次"),
        ind(B, "可持续影响指标", "居家社区养老服务网络", "逐步健全", "逐步健全", "10", "9.5"),
        ind(S, "服务对象满意度指标", "老年人及家属满意度", "90", "96.2", "10", "10", "", "≥", "%")]
t = [[c("项目名称", 2), c(NAME, 5), c("项目类别", 2), c("延续性项目", 2)],
     [c("主管部门", 2), c(SUP, 5), c("实施单位", 2), c(UNIT, 2)],
     [c("项目资金\n（千元）", 2, 4), c("资金性质", 2), "年初\n预算", "全年\n预算", "全年\n执行", "权重", "执行率", c("得分", 2)],
     *[[L(r["label"], 2), r["original"], r["revised"], r["executed"], r["weight"], r["rate"], c(r["score"], 2)] for r in fr],
     [c("年度\n绩效\n目标", 1, 2), c("年初设定目标", 4), c("年度完成情况", 4), c("未完成原因", 2)],
     [L(EXP, 4), L(ACT, 4), L(WHY, 2)],
     [c("绩\n效\n指\n标", 1, len(rows) + 3), c("绩效指标及目标", 6), c("完成及评分情况", 4)],
     [c("一级指标", 1, 2), c("二级指标", 1, 2), c("三级指标", 1, 2), c("年度指标值", 3), c("实际\n完成值", 1, 2), c("权重", 1, 2), c("自评\n得分", 1, 2), c("偏差原因及\n改进措施", 1, 2)],
     ["计算\n符号", "计量\n单位", "指标值"],
     *indicator_rows(rows, lambda i: [L(i["name"]), i["sign"] or "", i["unit"] or "", i["target"], i["actual"], i["weight"], i["score"], L(i["note"])]),
     [c("总分", 8), "100", "98.33", ""]]
TITLE = "项目支出绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 540, "revised": wan("5,612.50", "千元"), "executed": wan("5,203.75", "千元"), "execution_rate": 92.72},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr), goal={"expected": EXP, "actual": ACT},
                                 indicators=indicators(rows), total_weight=100, total_score=98.33)], self_assessment={"score": 98.33, "grade": None})
CASE = {"name": "d05_tianjin", "txt": "padded", "encoding": "gb18030", "margin": 1.6,
        "blocks": [T(TITLE), {"p": f"（ {Y} 年度）", "style": "center"}, {"table": t, "size": 8.5, "widths": [1, 1.7, 2, 2.8, 1.4, 1.5, 1.7, 1.8, 1.3, 1.4, 2.2]}], "gold": G}
