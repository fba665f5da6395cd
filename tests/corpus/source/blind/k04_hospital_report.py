"""Municipal hospital: department report, form in the middle (last year's column beside target and actual), part headings 第一部分, prose after it."""
from _common import *
from decimal import Decimal as D

Y = 2022
UNIT = "澜桥市第二人民医院"
TITLE = f"{UNIT}{Y}年度部门整体支出绩效自评报告"
original, revised, executed, rate = "36,480.00", "38,215.60", "37,604.12", "98.40%"
basic, personnel, operating, project = "33,870.52", "16,248.37", "17,622.15", "3,733.60"
projects = [("儿科重症能力提升", "1,260.00", "用于新生儿监护单元改造和呼吸支持设备购置"),
            ("影像设备更新", "1,873.60", "用于更换一台服役十二年的核磁共振机"),
            ("住院医师规范化培训", "600.00", "用于学员生活补助和师资带教")]
DUTIES = ["承担全市及周边三县居民的常见病、疑难病诊疗和急危重症救治", "承担医学院校临床教学和住院医师规范化培训",
          "承担突发公共卫生事件医疗救援", "对医联体内十一家基层医疗机构开展技术帮扶"]
F = [fund("全年支出", original, revised, executed, "10", rate, "9.84")]
A, B, S = "产出", "效益", "满意度"
R = [I(A, "数量", "门急诊人次", "≥68万人次", "71.2万人次", "8", "8", last="65.9万人次"),
     I(A, "数量", "出院人次", "≥3.1万人次", "2.94万人次", "8", "7.6", "四季度床位临时调整为发热病区", last="2.98万人次"),
     I(A, "数量", "三四级手术台次", "≥7200台次", "7485台次", "7", "7", last="6812台次"),
     I(A, "质量", "入院与出院诊断符合率", "≥95%", "97.6%", "7", "7", last="97.1%"),
     I(A, "质量", "住院患者抗菌药物使用强度", "≤40DDDs", "41.3DDDs", "7", "6", "呼吸道感染患者占比上升", last="42.7DDDs"),
     I(A, "时效", "平均住院日", "8.2天以内", "7.9天", "7", "7", last="8.4天"),
     I(A, "成本", "百元医疗收入消耗卫生材料", "不超过23元", "22.4元", "6", "6", last="24.1元"),
     I(B, "社会效益", "医联体下转患者", "≥4000人次", "3286人次", "8", "6.5", "基层康复床位不足", last="2911人次"),
     I(B, "社会效益", "远程会诊服务", "≥1500例", "1903例", "7", "7", last="1240例"),
     I(B, "经济效益", "医疗服务收入占比", "≥32%", "33.5%", "8", "8", last="31.2%"),
     I(B, "可持续影响", "省级重点专科数", "5个", "5个", "7", "7", last="4个"),
     I(S, "患者", "住院患者满意度", "≥92%", "94.2%", "5", "5", last="92.8%"),
     I(S, "职工", "医务人员满意度", "≥85%", "83.1%", "5", "4.8", "夜班频次增加", last="84.6%")]
assert sum(int(i["weight"]) for i in R) == 90, sum(int(i["weight"]) for i in R)
TOTAL = str(sum(D(i["score"]) for i in R) + D("9.84"))
GOAL = "建成区域急危重症救治中心，门急诊和出院服务量稳步增长，药耗比持续下降，医联体双向转诊渠道更加顺畅。"
DONE = "急危重症救治中心投入运行，门急诊服务量完成目标，卫生材料消耗下降；出院人次与下转患者两项未达预期。"
P = [prob("双向转诊“上转多、下转少”，年内下转患者仅完成目标的82.15%", None, "基层机构康复床位和康复治疗师配备不足"),
     prob("部分医用设备购置论证偏粗，个别设备到货后场地尚不具备安装条件", "asset_management"),
     prob("绩效指标以服务量为主，反映学科内涵和成本控制的指标偏少", "performance_goals")]
P[1].pop("category")
M = [meas("与医联体单位共建康复病区，选派治疗师驻点，打通下转通道"),
     meas("设备购置实行院内论证、场地核查、效益预测三步审核"),
     meas("增设病例组合指数、单病种成本等内涵指标，逐年替换单纯数量指标", "performance_goals")]
DISC = "本报告经院长办公会审议后报送市卫生健康委员会，于6月底前在医院官网公示，并作为科室绩效分配和下年度设备预算排序的依据。"
t = [[c("预算单位", 2), c(UNIT, 7)],
     [c("预算执行情况\n（万元）", 2, 2), "年初预算", "调整后预算", "实际支出", c("执行率", 2), "分值", "得分"],
     [original, revised, executed, c(rate, 2), "10", "9.84"],
     [c("年度目标", 2), L(GOAL, 7)], [c("完成情况", 2), L(DONE, 7)]]
t += form(R, ("name", "last", "target", "actual", "weight", "score", "note"), ["一级", "二级", "绩效指标", "上年实际", "本年目标", "本年完成", "分值", "自评分", "未达成原因"])
t += [[c("合计", 6), "100", TOTAL, ""]]
F[0]["label"] = ""
E = evaluation(title="部门整体支出绩效自评表", kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(F), goal={"expected": GOAL, "actual": DONE},
               indicators=indicators(R), total_weight=100, total_score=plain(TOTAL))
del E["funds"][0]["label"]
blocks = [
    T(f"{UNIT}{Y}年度"), T("部门整体支出绩效自评报告"),
    H("第一部分　医院概况"),
    {"p": f"{UNIT}始建于1958年，为三级乙等综合医院、公益二类事业单位，编制床位900张，实际开放1046张。医院主要职责：" + "；".join(DUTIES) + "。", "style": "body"},
    {"p": "医院内设科室52个，其中职能科室18个、临床医技科室34个。核定事业编制612名，年末在职在编548人，编外合同制职工327人，离休人员3人，退休人员291人。", "style": "body"},
    H("第二部分　收支情况"),
    {"p": f"{Y}年初预算{original}万元，年中因发热门诊改造等追加，调整后预算{revised}万元，全年实际支出{executed}万元，预算执行率{rate}。全年实现各项收入合计37,982.45万元，"
          "其中财政拨款收入5,126.30万元、医疗收入31,940.15万元、其他收入916.00万元。", "style": "body"},
    {"p": f"按支出性质看，基本支出{basic}万元，其中人员经费{personnel}万元，日常公用经费{operating}万元；项目支出{project}万元。项目支出分别是：", "style": "body"},
    *[{"p": f"（{n}）{a}{b}万元，{w}；" if n < 3 else f"（{n}）{a}{b}万元，{w}。", "style": "body"} for n, (a, b, w) in enumerate(projects, 1)],
    {"p": "按资金来源看，一般公共预算财政拨款支出5,126.30万元，其他资金（医疗收入等自有资金）支出32,477.82万元；全年没有政府性基金预算支出和国有资本经营预算支出。", "style": "body"},
    {"p": "“三公”经费全年支出41.26万元，其中公务接待费2.76万元，公务用车运行维护费38.50万元（含救护车9辆），因公出国（境）费0万元。", "style": "body"},
    H("第三部分　绩效目标完成情况"),
    {"p": "医院对照年初批复的绩效目标，由财务科牵头、质控办和医务部提供数据，逐条核实填报自评表，结果如下：", "style": "body"},
    {"p": "部门整体支出绩效自评表", "style": "center", "bold": True, "size": 13},
    {"table": t, "widths": [1.3, 1.7, 3.2, 2.0, 2.1, 2.1, 1.1, 1.3, 2.8], "size": 8.5},
    {"p": ""},
    {"p": f"经综合评定，医院{Y}年度整体支出绩效自评得分{TOTAL}分，自评结果为“优”。", "style": "body"},
    {"p": "门急诊人次较上年增长8.04%，平均住院日缩短0.5天，新增省级重点专科1个，说明资源配置继续向急难重症倾斜。", "style": "body"},
    H("第四部分　自评中发现的问题"),
    {"p": f"一是{P[0]['text']}。原因是{P[0]['cause']}。", "style": "body"},
    {"p": f"二是{P[1]['text']}。", "style": "body"}, {"p": f"三是{P[2]['text']}。", "style": "body"},
    H("第五部分　下一步工作打算"),
    *[{"p": f"（{n}）{m['text']}。", "style": "body"} for n, m in zip("一二三", M)],
    H("第六部分　自评结果应用与公开"), {"p": DISC, "style": "body"},
    {"p": UNIT, "style": "right"}, {"p": "2023年4月6日", "style": "right"}]
g = gold(title=TITLE, kind="department", year=Y, unit=UNIT,
         organisation={"duties": DUTIES, "internal_departments": 52, "staff": {"authorised": 612, "active": 548, "retired": 291, "retired_cadres": 3, "contract": 327}},
         budget={"original": wan(original), "revised": wan(revised), "executed": wan(executed), "revenue": 37982.45, "execution_rate": 98.4,
                 "sources": {"general_public": 5126.3, "government_funds": 0, "state_capital": 0, "other": 32477.82}},
         spending={"total": wan(executed), "basic": wan(basic), "personnel": wan(personnel), "operating": wan(operating), "project": wan(project),
                   "projects": [{"name": a, "amount": wan(b), "purpose": w} for a, b, w in projects],
                   "three_public": {"total": 41.26, "receptions": 2.76, "vehicles": 38.5, "abroad": 0}},
         evaluations=[E], self_assessment={"score": plain(TOTAL), "grade": "优"}, problems=P, measures=M, disclosure=DISC)
CASE = {"name": "k04_hospital_report", "formats": ["docx", "pdf", "txt"], "txt": "tika", "encoding": "utf-16", "footer": True, "margin": 2.0, "blocks": blocks, "gold": g}
