"""Special-fund form with ticked boxes, template hints left in, unused rows, two sub-project indicator blocks (子项目一/二), notes that repeat every label."""
from _common import *
Y = 2022
NAME, SUP, UNIT = "工业转型升级专项资金", "晋汾市工业和信息化局", "晋汾市中小企业服务中心"
FR = [("专项资金合计", "2,000.00", "1,850.00", "1,786.30", "96.56%", "10", "9.66"), ("市本级安排", "1,200.00", "1,110.00", "1,110.00", "100.00%", "", ""), ("转移支付县区", "800.00", "740.00", "676.30", "91.39%", "", ""), ("自筹及其他", "", "", "", "", "", "")]
fr = [fund(a, b, d, e, w, r, s) for a, b, d, e, r, w, s in FR]
EXP, ACT = "支持企业技术改造和数字化转型，培育“专精特新”企业30家。", "支持技改项目24个、数字化车间11个，新认定“专精特新”企业33家。"
O, B, S = "产出", "效益", "满意度"
one = [ind(O, "数量指标", "支持技改项目个数", "≥25个", "24个", "10", "9.6", "1个项目建设内容变更被取消"), ind(O, "数量指标", "……", "", ""), ind(O, "质量指标", "项目验收通过率", "≥95%", "95.8%", "10", "10"), ind(O, "时效指标", "资金拨付时间", "9月30日前", "9月22日", "10", "10"), ind(B, "经济效益指标", "技改企业新增产值", "3.5亿元", "3.82亿元", "15", "15")]
two = [ind(O, "数量指标", "支持数字化车间", "10个", "11个", "10", "10"), ind(O, "质量指标", "（填写三级指标）", "", ""), ind(O, "成本指标", "单个车间奖补上限", "不超过50万元", "50万元", "10", "10"), ind(B, "社会效益指标", "培育“专精特新”企业", "≥30家", "33家", "15", "15"), ind(S, "服务对象满意度指标", "受扶持企业满意度", "≥90%", "88%", "10", "9.78", "申报材料较多，拟简化流程")]
t = [[c("专项名称", 2), c(NAME, 7)], [c("资金主管部门", 2), c(SUP, 3), c("资金使用单位", 2), c(UNIT, 2)], [c("资金类型", 2), L("☑产业发展类　□民生保障类　□基本建设类　□其他（请注明）", 7)], [c("项目期限", 2), L("□一次性　☑经常性（起止时间：2021年—2025年）", 7)],
     [c("资金执行情况\n（万元）", 2, 5), "资金构成", "年初安排数", "调整后安排数", "实际使用数", "使用率", "分值", "得分"], *[[L(a), b, d, e, r, w, s] for a, b, d, e, r, w, s in FR],
     [c("年度绩效目标", 2, 2), c("年初申报目标（应与申报表一致）", 3), c("目标达成情况（100字以内）", 4)], [L(EXP, 3), L(ACT, 4)]]
for title, rr in (("子项目一：\n技术改造奖补\n（45分）", one), ("子项目二：\n数字化转型奖补\n（45分）", two)):
    t += [[c(title, 1, len(rr) + 1), "指标类别", "指标类型", "具体指标", "目标数", "达成数", "满分", "自评分", "差异原因及改进"], *indicator_rows(rr, lambda i: [L(i["name"]), i["target"], i["actual"], i["weight"], i["score"], L(i["note"])])]
PRO, MEA = "（简要说明存在的主要问题，不超过200字）县区资金拨付进度偏慢，个别项目前期论证不充分。", "（针对问题提出）强化项目储备和入库评审，建立县区资金拨付周报制度。"
t += [[c("总计", 6), "100", "99.04", ""], [c("主要问题", 2), L(PRO, 7)], [c("整改措施", 2), L(MEA, 7)]]
TITLE = f"{Y}年度市级专项资金绩效自评表"
keep = [i for i in one + two if i["target"]]
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 2000, "revised": 1850, "executed": wan("1,786.30"), "execution_rate": 96.56},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr), goal={"expected": EXP, "actual": ACT}, indicators=indicators(keep), total_weight=100, total_score=99.04)], self_assessment={"score": 99.04, "grade": None})
drop(G, "evaluations.0.problems", "evaluations.0.measures", "problems", "measures")
CASE = {"name": "h09_hints_two_blocks", "txt": "tsv", "encoding": "utf-16", "margin": 1.6, "blocks": [{"p": "附表1："}, T(TITLE), {"p": "填报单位（盖章）：　　　　　　　　　　　　　　　　填报日期：2023年4月10日", "size": 10},
        {"table": t, "size": 8.5, "widths": [1.7, 1.3, 2.3, 3, 2, 2, 1.3, 1.4, 2.6]},
        {"p": "填表说明：\n1.资金构成：分别填写市本级安排、转移支付县区资金，使用率=实际使用数/调整后安排数×100%，得分=使用率×10。\n2.目标数：≥、≤、=等符号应完整填写；达成数低于目标数80%的，满分指标不得分。\n3.总计=资金执行得分+各子项目自评分之和，总计90分以上为优，80-90分为良。", "size": 8.5}], "gold": G}
