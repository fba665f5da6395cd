"""Policy form in two tables: basic facts as four-column pairs, then a grid whose money row is one of the indicators' group (预算执行率 as indicator), 自评分 beside 主管部门核定分."""
from _common import *
Y = 2024
NAME, SUP, UNIT = "创业担保贷款贴息政策", "潞安北市财政局", "潞安北市就业创业服务中心"
F = [fund("财政资金小计", "820.00", "905.00", "893.27", "10", "98.70%", "9.87"), fund("其中：上级财政资金", "560.00", "640.00", "640.00", "", "100.00%", ""), fund("本级财政资金", "260.00", "265.00", "253.27", "", "95.57%", "")]
EXP, ACT = "新增发放创业担保贷款2.2亿元，扶持创业人员1,300名，贷款到期回收率不低于98%。", "新增发放创业担保贷款2.37亿元，扶持创业人员1,284名，贷款到期回收率98.9%。"
O, B, S = "产出指标", "效益指标", "满意度指标"
raw = [(O, "数量指标", "新增发放贷款额度", "≥2.2亿元", "2.37亿元", "15", "15", "15", ""), (O, "数量指标", "扶持创业人数", "≥1300人", "1284人", "15", "14.8", "14.5", "个人贷款额度上限提高，户均金额上升"), (O, "质量指标", "贴息对象资格符合率", "100%", "100%", "10", "10", "10", ""), (O, "时效指标", "贴息资金拨付时限", "季后20日内", "季后18日", "10", "10", "10", ""), (B, "经济效益指标", "财政资金放大倍数", "≥20倍", "26.5倍", "10", "10", "10", ""), (B, "社会效益指标", "带动就业人数", "≥3900人", "4127人", "10", "10", "9", ""), (B, "可持续影响指标", "贷款到期回收率", "≥98%", "98.9%", "10", "10", "10", ""), (S, "服务对象满意度指标", "借款人满意度", "≥90%", "94.6%", "10", "10", "10", "")]
rows = [I(x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[8], chk=x[7]) for x in raw]
t1_ = [["政策名称", L(NAME), "政策依据", L("潞北财金〔2021〕18号")], ["主管部门", SUP, "执行单位", UNIT], ["政策期限", "2021—2025年", "政策类型", "延续性"], ["年度目标", L(EXP), "实现程度", L(ACT)]]
t2_ = [[c("资金来源", 2), "年初预算（万元）", "调整预算（万元）", c("实际支出（万元）", 2), "执行率", "分值", "自评得分"], *[[L(f["label"], 2), f["original"], f["revised"], c(f["executed"], 2), f["rate"], f["weight"], f["score"]] for f in F],
       *form(rows, ["name", "target", "actual", "weight", "score", "chk", "note"], ["一级指标", "二级指标", "三级指标", "目标值", "实现值", "分值", "自评得分", "核定得分", "偏差情况说明"]), [c("总　分", 5), "100", "99.67", "98.37", ""], [c("存在问题", 2), L("部分乡镇站所初审把关不严，退件率较高。", 2), c("改进建议", 2), L("每季度通报初审退件情况，开展业务轮训。", 3)]]
TITLE = "财政支持政策绩效自评表"
PRO, MEA = "部分乡镇站所初审把关不严，退件率较高。", "每季度通报初审退件情况，开展业务轮训。"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 820, "revised": 905, "executed": 893.27, "execution_rate": 98.7},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(F), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=99.67, problems=PRO, measures=MEA)],
         self_assessment={"score": 99.67, "grade": None}, problems=[prob(PRO)], measures=[meas(MEA)])
drop(G, "kind", "evaluations.0.kind", "budget.sources")
CASE = {"name": "c11_policy_two_blocks", "txt": "tsv", "encoding": "utf-8-sig", "landscape": True, "blocks": [T(TITLE), {"p": f"（{Y}年）", "style": "center"}, {"table": t1_, "borderless": True, "size": 10, "row": 0.8, "widths": [2.4, 10, 2.4, 10], "pad": 0.25}, {"p": "", "size": 4}, {"table": t2_, "borderless": True, "size": 10, "row": 0.85, "pad": 0.25, "widths": [2.4, 3.2, 3.8, 3.2, 3, 1.8, 2.2, 2.2, 4.4]}], "gold": G}
