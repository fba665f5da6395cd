"""District transfer payment: report, then the form as an annex; arrival and completion-rate columns as distractors, weight before targets."""
from _common import *
from decimal import Decimal as D

Y = 2023
UNIT = "宁朔市长河区农业农村局"
TITLE = f"长河区{Y}年动物防疫等补助经费转移支付绩效自评报告"
NAME = "中央财政动物防疫等补助经费"
F = [fund("资金总额", None, "1,652.00", "1,571.84", "10", "95.15%", "9.52"),
     fund("其中：中央补助", None, "980.00", "956.20", "", "97.57%", ""),
     fund("省级补助", None, "420.00", "402.64", "", "95.87%", ""),
     fund("区级配套", None, "252.00", "213.00", "", "84.52%", "")]
ARR = ["1,626.00", "980.00", "420.00", "226.00"]
O, B, S = "产出\n（55分）", "效益\n（25分）", "满意度\n（10分）"
R = [I(O, "数量\n指标", "强制免疫生猪", "≥42万头", "43.6万头", "8", "8", pct="103.81%"),
     I(O, "数量\n指标", "强制免疫家禽", "≥310万羽", "318万羽", "7", "7", pct="102.58%"),
     I(O, "数量\n指标", "养殖环节病死猪无害化处理", "≥2.8万头", "2.31万头", "8", "6.6", "生猪存栏下降，病死猪数量相应减少", pct="82.50%"),
     I(O, "数量\n指标", "基层动物防疫员补助人数", "126人", "126人", "6", "6", pct="100.00%"),
     I(O, "质量\n指标", "口蹄疫免疫抗体合格率", "≥70%", "86.4%", "10", "10", pct="123.43%"),
     I(O, "质量\n指标", "布鲁氏菌病阳性畜扑杀率", "100%", "100%", "6", "6", pct="100.00%"),
     I(O, "时效\n指标", "春防任务完成时间", "2023年5月底前", "2023年5月20日", "5", "5", pct="—"),
     I(O, "成本\n指标", "强制免疫劳务补助标准", "≤1.2元/头次", "1.2元/头次", "5", "5", pct="100.00%"),
     I(B, "经济效益\n指标", "畜禽因疫病死亡率", "生猪不高于5%", "生猪3.9%", "8", "8", pct="—"),
     I(B, "社会效益\n指标", "重大动物疫情", "不发生区域性疫情", "未发生", "10", "10", pct="—"),
     I(B, "生态效益\n指标", "病死畜禽随意丢弃举报", "≤5起", "7起", "7", "5", "两处收集点冷库检修期间收运不及时", pct="—"),
     I(S, "服务对象\n指标", "养殖场户满意度", "≥90%", "92.3%", "10", "10", pct="102.56%")]
assert sum(int(i["weight"]) for i in R) == 90, sum(int(i["weight"]) for i in R)
TOTAL = str(sum(D(i["score"]) for i in R) + D("9.52"))
GOAL = "落实重大动物疫病强制免疫应免尽免，病死畜禽集中无害化处理，稳定基层动物防疫员队伍，全年不发生区域性重大动物疫情。"
DONE = "应免畜禽免疫密度100%，集中处理病死猪2.31万头，126名动物防疫员补助足额到账，全年未发生区域性重大动物疫情。"
P = [prob("区级配套资金到位和支付偏慢，全年配套支付率84.52%", "budget_execution", "区级财力紧张，年末库款调度困难"),
     prob("病死畜禽收集点冷藏设施老化，检修期间收运衔接不畅"),
     prob("村级动物防疫员平均年龄57岁，信息化采集操作困难", "staffing")]
M = [meas("商请区财政将配套资金列入年度必保事项，按季度序时拨付"),
     meas("争取以工代赈资金更换四处收集点冷库机组，备用冷藏车就近调配"),
     meas("面向涉农专业毕业生补充防疫力量，开展移动端采集实操培训", "staffing")]
P[0].pop("category")
DISC = "自评结果已在区人民政府网站重点民生资金栏目公布，并作为2024年各镇街防疫补助分配系数的参考因素。"
t = [[c("转移支付名称", 2), L(NAME, 7)],
     [c("中央主管部门", 2), c("农业农村部", 2), c("省级财政部门", 2), c("陇源省财政厅", 3)],
     [c("地方主管部门", 2), c("宁朔市农业农村局", 2), c("资金使用单位", 2), c(UNIT, 3)],
     [c("资金执行情况\n（万元）", 2, 5), "资金来源", c("全年预算\n（A）"), c("到位资金"), c("实际支付\n（B）"), "支付率\n（B÷A）", "分值", "得分"]]
for r, a in zip(F, ARR):
    t.append([L(r["label"]), r["revised"], a, r["executed"], r["rate"], r["weight"], r["score"]])
t += [[c("总体目标", 2), L(GOAL, 7)], [c("全年实现情况", 2), L(DONE, 7)]]
t += form(R, ("name", "weight", "target", "actual", "pct", "score", "note"), ["一级\n指标", "二级\n指标", "三级指标", "权重", "年度指标值", "全年实现值", "完成率", "得分", "未完成原因"])
t += [[c("总分", 3), "100", c("", 3), TOTAL, ""]]
E = evaluation(title="转移支付资金绩效自评表", kind="transfer", year=Y, subject=NAME, unit=UNIT, supervisor="宁朔市农业农村局", funds=funds(F),
               goal={"expected": GOAL, "actual": DONE}, indicators=indicators(R), total_weight=100, total_score=plain(TOTAL))
blocks = [
    T(TITLE, size=17), {"p": f"报告单位：{UNIT}", "style": "center"},
    H("一、资金与目标下达"),
    {"p": "（一）预算安排。动物防疫等补助经费年初预算1,480.00万元，年中上级追加172.00万元，全年预算1,652.00万元，其中中央补助980.00万元、省级补助420.00万元、区级配套252.00万元。", "style": "body"},
    {"p": "（二）分解情况。资金随区级绩效目标一并分解到9个镇街和区动物疫病预防控制中心，任务清单与资金文件同日印发。", "style": "body"},
    H("二、自评结果"),
    {"p": f"区农业农村局会同镇街畜牧兽医站对12项指标逐条核验，形成自评得分{TOTAL}分，自评等次为优秀。", "style": "body"},
    {"p": "（一）资金投入。截至年末到位1,626.00万元，到位率98.43%；实际支付1,571.84万元，预算执行率95.15%；结转下年801,600元，主要为无害化处理补助尾款。", "style": "body"},
    {"p": "（二）资金管理。防疫员补助通过惠民惠农“一卡通”直接发放，疫苗由省级统一招标、区级按需领用，未发现截留、挤占等问题。", "style": "body"},
    {"p": "（三）产出与效益。全年免疫生猪43.6万头、家禽318万羽，口蹄疫抗体合格率86.4%；病死猪无害化处理2.31万头，较目标少0.49万头。", "style": "body"},
    H("三、存在不足"),
    {"p": f"（一）{P[0]['text']}，主要原因是{P[0]['cause']}。", "style": "body"},
    *[{"p": f"（{n}）{p['text']}。", "style": "body"} for n, p in zip("二三", P[1:])],
    H("四、整改安排"),
    *[{"p": f"（{n}）{m['text']}。", "style": "body"} for n, m in zip("一二三", M)],
    H("五、结果应用及公开"), {"p": DISC, "style": "body"},
    {"p": "2024年2月26日", "style": "right"}, {"page": True},
    {"p": "附件", "size": 11}, T("转移支付资金绩效自评表", size=16), {"p": f"（{Y}年度）", "style": "center", "size": 11},
    {"table": t, "widths": [1.3, 1.6, 3.6, 1.6, 2.3, 2.3, 1.7, 1.3, 2.9], "size": 9}]
g = gold(title=TITLE, kind="transfer", year=Y, unit=UNIT, budget={"original": 1480, "revised": 1652, "executed": 1571.84, "execution_rate": 95.15},
         spending={"total": 1571.84}, evaluations=[E], self_assessment={"score": plain(TOTAL), "grade": "优秀"}, problems=P, measures=M, disclosure=DISC)
drop(g, "spending.total", *[f"budget.sources.{k}" for k in ("general_public", "other")])
CASE = {"name": "k06_transfer_report_form", "formats": ["docx", "pdf", "txt"], "txt": "md", "encoding": "utf-8", "margin": 1.9, "blocks": blocks, "gold": g}
