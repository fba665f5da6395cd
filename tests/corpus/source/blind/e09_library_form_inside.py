"""Library's report with the form in the middle of the prose: title over two lines, staff and numbered duties, 满分 at the row end, problems and measures
behind the form; txt with a cell a line."""
from _common import *

Y = 2020
UNIT = "南屏市图书馆"
NAME = "公共图书馆免费开放与文献购置"
TITLE = f"{UNIT}{Y}年度公共图书馆免费开放与文献购置项目绩效自评报告"
FT = "项目绩效目标完成情况自评表"
SUP = "南屏市文化广电旅游局"
fr = [fund("预算资金总额", "268.00", "251.60", "248.36", "", "98.71", "")]
fr += [fund("其中：中央免费开放补助", "50.00", "50.00", "50.00", "", "100", ""), fund("市级财政安排", "218.00", "201.60", "198.36", "", "98.39", "")]
EXP = "保障馆舍每周开放64小时以上，新增馆藏图书3万册，举办阅读推广活动150场，文献外借不少于38万册次。"
ACT = "受防控影响闭馆42天，恢复开放后周开放66小时；新增馆藏3.12万册，线上线下活动168场，外借31.7万册次。"
O, B, S = "产出指标", "效益指标", "满意度指标"
rows = [
    I(O, "数量指标", "新增馆藏图书", "≥3万册", "3.12万册", "8", "8"),
    I(O, "数量指标", "阅读推广活动", "≥150场", "168场", "8", "8"),
    I(O, "数量指标", "文献外借册次", "≥38万册次", "31.7万册次", "8", "6.67", "闭馆42天"),
    I(O, "数量指标", "数字资源数据库续订", "9个", "9个", "6", "6"),
    I(O, "质量指标", "图书编目差错率", "≤0.5%", "0.31%", "8", "8"),
    I(O, "质量指标", "自助设备完好率", "≥96%", "97.5%", "6", "6"),
    I(O, "时效指标", "新书到馆至上架周期", "≤20个工作日", "23个工作日", "8", "6.4", "物流及人员返岗延迟"),
    I(O, "成本指标", "图书平均采购折扣", "≤75%", "73.5%", "6", "6"),
    I(O, "成本指标", "免费开放运行费用", "≤118万元", "114.9万元", "6", "6"),
    I(B, "社会效益指标", "新办读者证", "≥6500个", "5820个", "8", "7.16", "到馆人数减少"),
    I(B, "社会效益指标", "线上服务访问量", "≥60万次", "104万次", "8", "8"),
    I(B, "可持续影响指标", "总分馆通借通还", "覆盖10个县区", "覆盖10个县区", "10", "10"),
    I(S, "服务对象满意度指标", "读者满意度", "≥92%", "95.6%", "10", "10"),
]
assert sum(Decimal(i["weight"]) for i in rows) == 100, sum(Decimal(i["weight"]) for i in rows)
TOTAL = str(sum(Decimal(i["score"]) for i in rows))
table = [
    [c("项目名称", 2), c(NAME, 6)],
    [c("主管部门", 2), c(SUP, 2), c("实施单位", 2), c(UNIT, 2)],
    [c("资金投入\n（万元）", 2, 4), "资金来源", "年初预算", "调整预算", "实际执行", c("执行率（%）", 2)],
]
for r in fr:
    table.append([L(r["label"]), r["original"], r["revised"], r["executed"], c(r["rate"], 2)])
table += [[c("总体目标", 2), L(EXP, 6)], [c("总体完成\n情况", 2), L(ACT, 6)]]
table += form(rows, ["name", "target", "actual", "note", "score", "weight"],
              ["一级指标", "二级指标", "三级指标", "目标值", "完成值", "未完成原因", "自评得分", "满分"])
table += [[c("合计", 6), TOTAL, "100"]]
DUT = ["收集、整理、保存文献信息资源，为公众提供借阅服务", "组织全民阅读活动，开展社会教育", "承担全市图书馆总分馆体系建设和业务辅导", "负责地方文献与古籍的保护利用"]
P1, P2 = "线下服务受闭馆影响较大，外借册次、新办读者证未达到年度目标", "新书加工人手偏紧，上架周期超出目标值3个工作日"
M1, M2, M3 = "扩大预约借书、快递到家等非接触服务，稳定外借规模", "将图书加工部分环节外包，压缩上架周期", "在编制2021年绩效目标时设置线上服务类指标，使目标更贴近实际"
CAU = "编目岗位两名职工退休后未及时补充"
blocks = [
    T(f"{UNIT}{Y}年度", size=17), T("公共图书馆免费开放与文献购置项目绩效自评报告", size=17),
    H("一、基本情况"), {"h": "（一）单位概况", "level": 1},
    P(f"{UNIT}为市文化广电旅游局所属公益一类事业单位，核定事业编制42名，现有在职人员39人，退休人员18人，另聘劳务派遣人员11人。内设办公室、采编部、借阅部、阅读推广部、技术部、古籍部等6个部门。主要职责是：1.{DUT[0]}；2.{DUT[1]}；3.{DUT[2]}；4.{DUT[3]}。"),
    {"h": "（二）项目概况", "level": 1},
    P("项目依据公共文化设施免费开放有关政策设立，年初预算安排268万元，因压减一般性支出调整为251.6万元，其中中央补助50万元、市级财政201.6万元。"),
    H("二、绩效自评情况"),
    P("我馆成立由馆长任组长的自评小组，逐项核对台账和系统数据，形成下表。"),
    {"p": FT, "style": "center", "bold": True}, {"table": table, "widths": [1.6, 2.0, 4.1, 2.3, 2.4, 2.5, 1.5, 1.2], "size": 9},
    P("截至2020年12月31日，项目支出248.36万元，预算执行率98.71%，资金使用符合财务制度规定。"),
    P(f"经自评，该项目综合得分{TOTAL}分，评定等级为“优”。"),
    H("三、存在的问题"), P(f"1.{P1}。"), P(f"2.{P2}，主要原因是{CAU}。"),
    H("四、改进措施"), P(f"1.{M1}；"), P(f"2.{M2}；"), P(f"3.{M3}。"),
    H("五、结果公开"), P("本报告经馆务会审议后，于2021年6月底前在本馆网站公开。"),
    P(UNIT, style="right"), P("2021年4月9日", style="right"),
]
g = gold(title=TITLE, kind="project", year=Y, unit=UNIT,
         organisation={"duties": DUT, "internal_departments": 6, "staff": {"authorised": 42, "active": 39, "retired": 18, "contract": 11}},
         budget={"original": 268, "revised": 251.6, "executed": 248.36, "execution_rate": 98.71},
         evaluations=[evaluation(title=FT, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr),
                                 goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=plain(TOTAL))],
         self_assessment={"score": plain(TOTAL), "grade": "优"},
         problems=[prob(P1), prob(P2, "staffing", CAU)],
         measures=[meas(M1), meas(M2), meas(M3, "performance_goals")],
         disclosure="本报告经馆务会审议后，于2021年6月底前在本馆网站公开。")
drop(g, "budget.sources", "spending.total", "spending.project", "spending.projects", "problems.0.cause")
CASE = {"name": "e09_library_form_inside", "txt": "lines", "encoding": "utf-8", "margin": 2.1, "blocks": blocks, "gold": g}
