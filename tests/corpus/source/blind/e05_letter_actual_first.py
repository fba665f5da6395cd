"""A bureau's letter with the form behind it: prose with score, causes, disclosure; in the form the actual value stands before the planned one,
with a computed rate between weight and score."""
from _common import *

Y = 2023
UNIT = "湖澄县农业农村局"
NAME = "粮食生产功能区提标改造"
TITLE = f"{UNIT}关于{Y}年度粮食生产功能区提标改造项目支出绩效自评情况的报告"
FT = "县级部门项目支出绩效自评表"
fr = [fund("总计", "1,860.00", "1,725.60", "1,698.32", "10", "98.42%", "9.84"),
      fund("省级补助", "900.00", "900.00", "900.00", "", "100%", ""),
      fund("县级财政", "960.00", "825.60", "798.32", "", "96.70%", "")]
EXP = "完成1.35万亩粮食生产功能区提标改造，新修机耕路和灌排渠系，项目区实现旱涝保收、宜机作业，亩均粮食产能提高50公斤以上。"
ACT = "完成改造1.35万亩，新修机耕路28.4公里、渠道33.1公里，建成泵站5座，项目区亩均增产62公斤。"
O, B, S = "产出", "效果", "满意度"
rows = [
    I(O, "数量", "提标改造面积", "1.35万亩", "1.35万亩", "10", "10", done="100%"),
    I(O, "数量", "机耕路新修里程", "≥28公里", "28.4公里", "5", "5", done="101.4%"),
    I(O, "数量", "灌排渠道新修里程", "≥35公里", "33.1公里", "5", "4.73", "青苗赔偿协商未成，余下渠段改线", done="94.6%"),
    I(O, "数量", "提水泵站", "5座", "5座", "5", "5", done="100%"),
    I(O, "质量", "单元工程质量优良率", "≥60%", "66.8%", "5", "5", done="111.3%"),
    I(O, "质量", "改造后耕地质量等级提升", "≥0.2等", "0.21等", "5", "5", done="105%"),
    I(O, "时效", "年度投资完成时点", "12月20日前", "12月11日", "5", "5", done="—"),
    I(O, "时效", "竣工图编制提交", "30天", "45天", "5", "3.33", "参建单位资料移交不及时", done="66.7%"),
    I(O, "成本", "亩均改造投入", "≤1300元", "1258元", "5", "5", done="100%"),
    I(B, "经济", "亩均粮食增产", "≥50公斤", "62公斤", "10", "10", done="124%"),
    I(B, "社会", "规模经营主体入驻", "≥14家", "17家", "10", "10", done="121.4%"),
    I(B, "生态", "灌溉水有效利用系数", "≥0.60", "0.602", "5", "5", done="100.3%"),
    I(B, "可持续", "管护主体明确比例", "100%", "88.9%", "5", "4.45", "2个村管护协议未签", done="88.9%"),
    I(S, "对象", "种粮大户满意度", "≥90%", "93.5%", "10", "10", done="103.9%"),
]
assert sum(Decimal(i["weight"]) for i in rows) == 90
TOTAL = str(sum(Decimal(i["score"]) for i in rows) + Decimal("9.84"))
table = [
    [c("项目名称", 2), c(NAME, 3), c("主管部门（单位）", 2), c(UNIT, 2)],
    [c("实施单位", 2), c("湖澄县农田建设管理站", 3), c("项目联系人", 2), c("丁佩", 2)],
    [c("资金情况\n（万元）", 2, 4), "资金构成", "年初预算", "调整预算", "决算支出", "权重", "执行率", "得分"],
]
for r in fr:
    table.append([r["label"], r["original"], r["revised"], r["executed"], r["weight"], r["rate"], r["score"]])
table += [[c("年度绩效\n目标", 2), L(EXP, 7)], [c("目标实现\n情况", 2), L(ACT, 7)]]
table += form(rows, ["name", "actual", "target", "weight", "done", "score", "note"],
              ["一级\n指标", "二级\n指标", "三级指标", "实际值\n（A）", "计划值\n（B）", "权重", "完成率\n（A/B）", "得分", "偏差说明"])
table += [[c("合计得分", 5), "100", "", TOTAL, ""]]
P1 = "部分渠段用地协调难度大，灌排渠道建设未达到计划里程"
P2 = "工程资料归集滞后，竣工图提交超期15天"
P3 = "建成设施管护责任没有完全压实，仍有2个村未签订管护协议"
M1 = "项目立项前会同属地镇街逐地块确认用地意向，青苗赔偿方案随初步设计一并报审"
M2 = "把资料移交纳入施工、监理单位的合同履约考核，与进度款支付挂钩"
M3 = "制定农田设施管护办法，落实管护经费，明确镇村两级责任人"
DISC = f"自评结果将作为我局2025年农田建设资金分配的参考，并随部门决算在县政府门户网站向社会公开。"
blocks = [
    T(TITLE, size=16), P("县财政局：", style=None),
    P(f"根据《关于开展{Y}年度县级部门绩效自评工作的通知》要求，我局对粮食生产功能区提标改造项目认真开展自评，现将有关情况报告如下。"),
    H("一、项目概况"),
    P("粮食生产功能区提标改造是县政府民生实事之一，实施期为2023年1月至12月，涉及4个镇18个村。项目由县农田建设管理站组织实施，主要建设内容为机耕路、灌排渠系、提水泵站和土壤改良。"),
    H("二、资金安排与使用"),
    P("项目年初预算1,860万元，因部分渠段改线，9月调减134.4万元，调整后预算1,725.6万元，其中省级补助900万元、县级财政825.6万元。截至2023年末，实际支出1,698.32万元，预算执行率98.42%。资金实行专账核算，未发现截留挪用情形。"),
    H("三、绩效目标完成情况"),
    P(f"对照年初设定的14项指标，11项全面完成，3项未完全达到目标值。经综合评定，项目绩效自评得分{TOTAL}分，自评等次为“优秀”。"),
    H("四、存在的问题及原因"),
    P(f"（一）{P1}。主要原因是青苗赔偿标准与农户期望差距较大。"),
    P(f"（二）{P2}。原因是施工单位资料员更换频繁。"),
    P(f"（三）{P3}。"),
    H("五、下一步打算"),
    P(f"一是{M1}。二是{M2}。三是{M3}。"),
    H("六、自评结果应用与公开"), P(DISC),
    P(UNIT, style="right"), P("2024年3月15日", style="right"), {"page": True},
    {"p": "附件", "style": None}, T(FT, size=15), {"p": f"（{Y}年度）", "style": "center"},
    {"table": table, "widths": [1.3, 1.5, 3.8, 2.1, 2.1, 1.5, 1.7, 1.5, 2.6], "size": 9},
]
g = gold(
    title=TITLE, kind="project", year=Y, unit=UNIT,
    budget={"original": 1860, "revised": 1725.6, "executed": 1698.32, "execution_rate": 98.42},
    evaluations=[evaluation(title=FT, kind="project", year=Y, subject=NAME, unit="湖澄县农田建设管理站", supervisor=UNIT, funds=funds(fr),
                            goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=plain(TOTAL))],
    self_assessment={"score": plain(TOTAL), "grade": "优秀"},
    problems=[prob(P1, None, "青苗赔偿标准与农户期望差距较大"), prob(P2, "project_management", "施工单位资料员更换频繁"), prob(P3)],
    measures=[meas(M1, "project_management"), meas(M2), meas(M3)], disclosure=DISC)
drop(g, "budget.sources", "spending.total", "spending.project", "spending.projects")
CASE = {"name": "e05_letter_actual_first", "txt": "tsv", "encoding": "gb18030", "margin": 2.0, "size": 12, "footer": True, "blocks": blocks, "gold": g}
