"""Special-bond form T14 in 亿元: 债券资金/配套资金, cost first, 预期目标完成情况, 偏差原因及改进措施 before the score; horizontal rules only in the PDF."""
from _common import *
Y = 2023
NAME, SUP, UNIT = "鹭洲新区综合医院（一期）建设项目", "鹭洲新区卫生健康局", "鹭洲新区医疗投资建设有限公司"
FR = [("项目资金总额", "12.60", "12.60", "8.35", ""), ("年度资金总额", "4.20", "4.05", "3.82", "94.32%"), ("其中：债券资金", "3.00", "3.00", "2.86", "95.33%"), ("配套资金", "1.20", "1.05", "0.96", "91.43%")]
fr = [fund(a, b, d, e, "10" if n == 1 else "", r, "9.43" if n == 1 else "", "亿元") for n, (a, b, d, e, r) in enumerate(FR)]
EXP = "完成门急诊综合楼、住院楼主体结构封顶，年内完成投资4.2亿元。"
ACT = "门急诊综合楼、住院楼主体结构均于10月封顶，年内完成投资3.82亿元。"
C, O, B, S = "成本指标", "产出指标", "效益指标", "满意度指标"
rows = [ind(C, "经济成本指标", "单位面积建安造价", "≤5800元/平方米", "5764元/平方米", "8", "8"), ind(C, "社会成本指标", "施工扰民投诉", "≤20件", "26件", "6", "4", "夜间混凝土浇筑噪声较大，已调整作业时段"),
        ind(C, "生态环境成本指标", "扬尘在线监测达标率", "≥95%", "97.1%", "6", "6"), ind(O, "数量指标", "主体结构完成面积", "13.6万平方米", "13.6万平方米", "15", "15"),
        ind(O, "质量指标", "分部工程验收合格率", "100%", "100%", "10", "10"), ind(O, "时效指标", "主体封顶时间", "2023年10月31日前", "2023年10月22日", "10", "10"),
        ind(O, "时效指标", "债券资金支付进度", "≥95%", "95.33%", "5", "5"), ind(B, "经济效益指标", "带动社会投资", "≥2亿元", "1.7亿元", "10", "8.5", "社会办医配套项目推迟签约"),
        ind(B, "社会效益指标", "新增床位（建成后）", "800张", "在建", "5", "5"), ind(B, "可持续影响指标", "项目收益对债券本息覆盖倍数", "≥1.2", "1.34", "5", "5"), ind(S, "服务对象满意度指标", "周边居民满意度", "≥85%", "86.5%", "10", "10")]
t = [[c("项目名称", 2), c(NAME, 4), c("项目类型"), c("☑专项债券\n□一般债券")], [c("主管部门", 2), c(SUP, 2), c("单位名称", 2), c(UNIT, 2)],
     [c("资金情况\n（亿元）", 1, 5), "", "年初预算数", "全年预算数", "全年执行数", "执行率", "分值", "得分"],
     *[[L(a), b, d, e, r, f["weight"], f["score"]] for (a, b, d, e, r), f in zip(FR, fr)],
     [c("预期目标", 2), L(EXP, 6)], [c("预期目标完成情况", 2), L(ACT, 6)],
     ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "偏差原因及改进措施", "分值", "得分"],
     *indicator_rows(rows, lambda i: [L(i["name"]), i["target"], i["actual"], L(i["note"]), i["weight"], i["score"]]), [c("总分", 6), "100", "95.93"]]
TITLE = "地方政府专项债券项目资金绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT,
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr), goal={"expected": EXP, "actual": ACT},
                                 indicators=indicators(rows), total_weight=100, total_score=95.93)], self_assessment={"score": 95.93, "grade": None})
drop(G, "budget")      # whole-project row and year row: which is "the total row" is open; the year's row is meant
G["budget"] = {"original": wan("4.20", "亿元"), "revised": wan("4.05", "亿元"), "executed": wan("3.82", "亿元"), "execution_rate": 94.32}
CASE = {"name": "d12_special_bond", "txt": "vanish", "margin": 1.8,
        "blocks": [T(TITLE), {"p": f"（{Y}年度）", "style": "center"}, {"p": "填报单位（盖章）：　　　　　　　　　　　　　　　　　　　单位：亿元", "size": 10},
                   {"table": t, "size": 9, "rules": "horizontal", "widths": [1.6, 2.3, 3, 2.4, 2.4, 2.6, 1.2, 1.4]},
                   {"p": "注：项目资金总额为项目全生命周期投资，执行数为开工以来累计支出。", "size": 9}], "gold": G}
