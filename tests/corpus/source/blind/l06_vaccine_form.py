"""One form in 元, no report: long label rows for problems, causes, measures, goals, result; weight before the name, actual before target, scoring rule between; txt lines."""
from _common import *

UNIT = "榆峪市动物疫病预防控制中心"
NAME = "重大动物疫病强制免疫及监测"
O, B, S = "产出指标（50分）", "效益指标（30分）", "满意度指标（10分）"
R = "按完成比例计分"
rows = [I(O, "数量指标", "口蹄疫免疫畜数", "≥86万头（只）", "88.3万头（只）", "8", "8", "", rule=R),
        I(O, "数量指标", "高致病性禽流感免疫羽数", "≥410万羽", "422.6万羽", "8", "8", "", rule=R),
        I(O, "数量指标", "采集血清样品", "12,000份", "11,340份", "6", "5.67", "两个县区第四季度暂停采样", rule=R),
        I(O, "质量指标", "群体免疫密度", "90%以上", "95.8%", "8", "8", "", rule="达到目标得满分，每低1个百分点扣1分"),
        I(O, "质量指标", "免疫抗体合格率", "≥70%", "68.2%", "8", "6.2", "规模以下散养户补免不及时", rule="达到目标得满分，每低1个百分点扣1分"),
        I(O, "时效指标", "春防结束时间", "5月31日前", "5月26日", "6", "6", "", rule="逾期不得分"),
        I(O, "成本指标", "每头次注射劳务补助", "不超过1.2元", "1.2元", "6", "6", "", rule="超出标准不得分"),
        I(B, "经济效益指标", "因疫病造成的养殖损失", "下降", "较上年下降", "8", "7", "缺少损失统计数据支撑", rule="定性评分"),
        I(B, "社会效益指标", "区域性重大动物疫情", "0起", "0起", "12", "12", "", rule="发生1起不得分"),
        I(B, "生态效益指标", "病死畜禽无害化处理率", "≥99%", "99.4%", "10", "10", "", rule=R),
        I(S, "服务对象满意度指标", "养殖场（户）满意度", "≥88%", "84.1%", "10", "9.56", "个别防疫员服务态度不佳", rule=R)]
assert sum(float(r["weight"]) for r in rows) == 90
F = [fund("年度资金合计", "4,680,000.00", "5,132,600.00", "4,701,350.80", "10", "91.60%", "9.16", "元"),
     fund("其中：中央补助", "2,100,000.00", "2,352,600.00", "2,352,600.00", "", "100.00%", "", "元"),
     fund("省级补助", "1,380,000.00", "1,580,000.00", "1,480,000.00", "", "93.67%", "", "元"),
     fund("市级安排", "1,200,000.00", "1,200,000.00", "868,750.80", "", "72.40%", "", "元")]
assert abs(4701350.80 - 2352600 - 1480000 - 868750.80) < .01
total = round(sum(float(r["score"]) for r in rows) + 9.16, 2)
PR = [prob("市级配套资金使用进度慢，年末仅支出72.40%，结余331,249.20元", "budget_execution"),
      prob("散养户补免工作跟进不及时，免疫抗体合格率低于目标1.8个百分点"),
      prob("村级防疫员平均年龄57岁，能够熟练使用免疫信息系统的不足四成", "staffing")]
ME = [meas("与市财政局协商提前拨付疫苗注射劳务补助，由县区按月申报、中心按月审核支付", "budget_execution"),
      meas("对散养户实行“月月补针”台账管理，每月25日前由乡镇站抽查登记情况"),
      meas("举办村级防疫员信息化培训12期，对年满60岁的有序更替", "staffing")]
goal = "全面落实春秋两季集中免疫，口蹄疫、高致病性禽流感等强制免疫病种群体免疫密度常年保持在90%以上，应免畜禽免疫密度达到100%；完成血清样品监测12,000份，抗体合格率不低于70%；不发生区域性重大动物疫情，保障畜牧业安全和公共卫生安全。"
done = "春防于5月26日结束，秋防于11月14日结束，全年免疫口蹄疫88.3万头（只）、禽流感422.6万羽，群体免疫密度95.8%。检测血清样品11,340份，抗体合格率68.2%，未发生区域性重大动物疫情，除样品数量和抗体合格率外，其余目标均已实现。"
prob_cell = "\n".join(f"{n}.{p['text']}。" for n, p in enumerate(PR, 1))
cause_cell = "1.劳务补助按年度考核结果一次性兑付，支出集中在次年一季度。\n2.散养户分布零散，外出务工家庭春秋两季难以一次免疫到位。\n3.防疫员报酬偏低，年轻人员不愿从事。"
meas_cell = "\n".join(f"（{n}）{m['text']}。" for n, m in zip("一二三", ME))
concl = f"项目立项依据充分，资金管理规范，强制免疫任务基本完成，自评得分{total:.2f}分，评价等次为“优”。"
DIS = "自评结果在本中心公示栏公示五个工作日，并作为下一年度县区疫苗经费分配的依据。"
heads = ["一级\n指标", "二级指标", "权重", "三级指标", "完成值", "目标值", "计分办法", "得分", "偏差说明"]
LB = lambda label, text: [c(label, 2), L(text, 7, paras=True)]
tab = [[c("项目名称", 2), c(NAME, 7)],
       [c("主管部门", 2), c("榆峪市农业农村局", 2), c("实施单位", 2), c(UNIT, 3)],
       [c("项目负责人", 2), c("蔺××", 2), c("实施期限", 2), c("2023年1月—12月", 3)],
       [c("立项依据", 2), L("《动物防疫法》及省农业农村厅2023年动物疫病强制免疫计划", 7)],
       [c("项目资金\n（元）", 1, 5), c("资金来源", 2), "年初批复\n预算数", "调整后\n预算数", "全年支出数", "执行率", "权重", "得分"],
       *[[L(f["label"], 2), f["original"], f["revised"], f["executed"], f["rate"], f["weight"], f["score"]] for f in F],
       LB("年度绩效目标", goal), LB("目标实现情况", done),
       *form(rows, ("weight", "name", "actual", "target", "rule", "score", "note"), heads),
       [c("合计", 2), "100", "", "", "", "", f"{total:.2f}", ""],
       [c("评价等次", 2), c("优", 7)],
       LB("自评结论", concl), LB("存在的不足", prob_cell), LB("原因剖析", cause_cell), LB("改进举措", meas_cell), LB("结果运用与公开", DIS)]
ev = evaluation(title="榆峪市市级项目支出绩效自评表", kind="project", year=2023, subject=NAME, unit=UNIT, supervisor="榆峪市农业农村局", funds=funds(F),
                goal={"expected": goal, "actual": done}, indicators=indicators(rows), total_weight=100, total_score=total, grade="优",
                conclusion=concl, problems=prob_cell, measures=meas_cell)
g = gold(title="榆峪市市级项目支出绩效自评表", kind="project", year=2023, unit=UNIT,
         budget={"original": 468, "revised": 513.26, "executed": wan("4,701,350.80", "元"), "execution_rate": 91.6},
         evaluations=[ev], self_assessment={"score": total, "grade": "优"}, problems=PR, measures=ME)
for p in PR: p.pop("cause", None)
CASE = {"name": "l06_vaccine_form", "txt": "lines", "encoding": "utf-8", "eol": "\r\n", "size": 11, "margin": 1.6,
        "blocks": [{"p": "附件1"}, T("榆峪市市级项目支出绩效自评表", size=16), {"p": "（2023年度）", "style": "center"},
                   {"table": tab, "widths": [1.5, 1.9, 2.2, 3.2, 2.4, 2.4, 2.3, 1.4, 2.4], "size": 9, "center_max": 30},
                   {"p": "填报人：仝××　　审核人：阚××　　填报日期：2024年3月29日", "size": 9}],
        "gold": drop(g, "disclosure")}
