"""Municipal department form (Jiangsu shape): duties and posts in the head, 决策/过程/履职/效益, no satisfaction level, closing rows."""
from _common import *

Y = 2023
UNIT = "江沅市市场监督管理局"
duties = ["负责全市市场综合监督管理和统一登记注册", "负责食品药品、特种设备和产品质量安全监管", "组织实施质量强市、标准化和知识产权战略"]
F = [fund("部门支出合计", "21,460.00", "22,874.35", "22,015.19", "", "96.24%", ""),
     fund("基本支出", "14,982.30", "15,436.80", "15,402.77", "", "99.78%", ""),
     fund("项目支出", "6,477.70", "7,437.55", "6,612.42", "", "88.91%", "")]
EXP = "守牢食品、药品、特种设备、工业产品四条安全底线，持续优化登记注册服务，新增经营主体6万户，争创省级质量品牌5个。"
ACT = "全市未发生系统性区域性安全事件；新登记经营主体6.37万户；获评省级质量品牌4个；登记注册实现“一日办结”。"
A, B, C_, D = "决策\n（12分）", "过程\n（28分）", "履职\n（40分）", "效益\n（20分）"
rows = [
    I(A, "计划制定", "中长期规划与年度计划", "明确", "明确", "4", "4"),
    I(A, "目标设定", "绩效目标合理性", "合理", "较合理", "4", "3.5", "个别指标值参照上年，挑战性不足"),
    I(A, "预算编制", "预算编制规范性", "规范", "规范", "4", "4"),
    I(B, "预算执行", "预算执行率", "=100%", "96.24%", "5", "4.81", "检验设备尾款待验收后支付"),
    I(B, "预算执行", "预算调整率", "≤10%", "6.59%", "3", "3"),
    I(B, "预算执行", "公用经费控制率", "≤100%", "93.7%", "3", "3"),
    I(B, "预算执行", "“三公”经费变动率", "≤0%", "-3.1%", "3", "3"),
    I(B, "预算管理", "管理制度健全性", "健全", "健全", "3", "3"),
    I(B, "预算管理", "非税收入预算完成率", "≥95%", "103.4%", "3", "3"),
    I(B, "资产管理", "固定资产利用率", "≥98%", "98.6%", "4", "4"),
    I(B, "政府采购", "政府采购执行率", "=100%", "91.5%", "4", "3.66", "一批次快检试剂延至2024年1月到货"),
    I(C_, "登记注册", "新登记经营主体数", "≥6万户", "6.37万户", "6", "6"),
    I(C_, "登记注册", "企业开办平均时长", "≤1个工作日", "0.5个工作日", "6", "6"),
    I(C_, "安全监管", "食品抽检批次", "≥4.2批次/千人", "4.35批次/千人", "7", "7"),
    I(C_, "安全监管", "不合格食品处置率", "=100%", "100%", "7", "7"),
    I(C_, "安全监管", "特种设备定检率", "≥99%", "99.4%", "7", "7"),
    I(C_, "质量提升", "新增省级质量品牌", "5个", "4个", "7", "5.6", "1家企业因环保处罚未通过复审，已列入下年度培育库"),
    I(D, "社会效益", "公众食品安全知晓率", "≥85%", "88.2%", "6", "6"),
    I(D, "经济效益", "为企业减免检验检测费", "≥1500万元", "1683万元", "6", "6"),
    I(D, "满意度", "经营主体满意度", "≥90%", "94.5%", "8", "8"),
]
assert sum(float(i["weight"]) for i in rows) == 100
TOTAL = round(sum(float(i["score"]) for i in rows), 2)
PROB = "一是项目支出执行率偏低，部分检验设备采购周期长，资金集中在四季度支付；二是绩效指标值的设定不够科学，个别指标低于近三年平均水平。"
MEAS = "一是提早启动设备采购论证，合同中约定分段付款节点；二是建立指标值历史数据库，依据三年均值和发展趋势核定下年目标。"
P_ = [prob("项目支出执行率偏低，部分检验设备采购周期长，资金集中在四季度支付", "budget_execution"), prob("绩效指标值的设定不够科学，个别指标低于近三年平均水平", "performance_goals")]
M_ = [meas("提早启动设备采购论证，合同中约定分段付款节点"), meas("建立指标值历史数据库，依据三年均值和发展趋势核定下年目标", "performance_goals")]
table = [
    [c("部门名称"), L(UNIT, 4), c("内设处室数", 2), "21", ],
    [c("编制人数"), c("312", 2), c("年末在职人数", 2), c("297", 3)],
    [c("部门职能"), L("".join(f"{n}.{d}；" if n < 3 else f"{n}.{d}。" for n, d in enumerate(duties, 1)), 7)],
    [c("部门预算\n执行情况\n（万元）", 1, 4), "支出类别", "年初预算数", c("全年预算数（A）", 2), c("全年执行数（B）", 2), "执行率（B/A）"]]
for r in F:
    table.append([r["label"], r["original"], c(r["revised"], 2), c(r["executed"], 2), r["rate"]])
table += [[c("年度绩效\n目标"), L(EXP, 7)], [c("目标实际\n完成情况"), L(ACT, 7)]]
table += form(rows, ["name", "weight", "target", "actual", "score", "note"], ["一级指标", "二级指标", "三级指标", "分值", "目标值", "实际完成值", "得分", "未完成原因及\n整改思路"])
table += [[c("合计", 3), "100", "", "", f"{TOTAL}", ""], [c("自评等级"), c("优", 7)], [c("存在问题"), L(PROB, 7)], [c("整改措施"), L(MEAS, 7)]]
TITLE = f"{Y}年度江沅市市级部门整体支出绩效自评表"
CASE = {
    "name": "h09_jiangsu_department_form", "txt": "md", "encoding": "utf-8", "margin": 1.8, "vmargin": 1.6,
    "blocks": [
        T(TITLE, size=16), {"p": f"填报单位（盖章）：{UNIT}　　　　　　　　填报时间：2024年2月28日", "size": 10},
        {"table": table, "widths": [1.9, 1.9, 3.6, 1.6, 2.1, 2.3, 1.6, 3.6], "size": 9, "repeat_header": 0},
        {"p": "财务负责人：郁清和　　　　填表人：仇月", "size": 9.5},
    ],
    "gold": gold(title=TITLE, kind="department", year=Y, unit=UNIT,
        organisation={"duties": duties, "internal_departments": 21, "staff": {"authorised": 312, "active": 297}},
        budget={"original": 21460, "revised": 22874.35, "executed": 22015.19, "execution_rate": 96.24},
        self_assessment={"score": TOTAL, "grade": "优"}, problems=P_, measures=M_,
        evaluations=[evaluation(title=TITLE, kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(F), goal={"expected": EXP, "actual": ACT},
            indicators=indicators(rows), total_weight=100, total_score=TOTAL, grade="优", problems=PROB, measures=MEAS)]),
}
drop(CASE["gold"], "spending")
for n, i in enumerate(rows):
    if i["actual"].startswith("-"):
        drop(CASE["gold"], f"evaluations.0.indicators.{n}.actual.value", f"evaluations.0.indicators.{n}.actual.unit")
