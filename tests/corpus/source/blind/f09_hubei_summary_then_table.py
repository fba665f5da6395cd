"""Procuratorate: one-page result summary, then the Hubei whole-department table with two goal blocks, level weights, no weight column."""
from _common import *
body = P
Y = 2023
UNIT = "楚汀市沙洋区人民检察院"
duties = ["依法对刑事案件审查批准逮捕、提起公诉", "对刑事、民事和行政诉讼活动实行法律监督", "开展检察公益诉讼工作", "受理公民控告、申诉和检举"]
EXP = "忠实履行“四大检察”职能，案件质量主要评价指标进入全市前列；办公办案用房和装备得到改善，检察队伍专业化水平稳步提升。"
G1, G2 = "年度绩效\n目标1\n（50分）", "年度绩效\n目标2\n（30分）"
fr = [fund("部门整体支出总额", None, "3,106.50", "3,023.84", "20", "97.34%", "19.47")]
O1, B1 = "产出指标\n（30分）", "效益指标\n（20分）"
O2, B2, S2 = "产出指标\n（12分）", "效益指标\n（8分）", "满意度指标\n（10分）"
one = [
    I(O1, "数量指标", "审查起诉案件数", "≥520件", "563件", "", "6"),
    I(O1, "数量指标", "公益诉讼立案数", "≥60件", "64件", "", "6"),
    I(O1, "数量指标", "公开听证次数", "40次", "35次", "", "4.4"),
    I(O1, "质量指标", "认罪认罚适用率", "85%以上", "89.7%", "", "5"),
    I(O1, "质量指标", "检察建议采纳率", "≥95%", "100%", "", "5"),
    I(O1, "时效指标", "审查起诉平均办案天数", "≤45天", "38.6天", "", "4"),
    I(B1, "社会效益指标", "挽回国有财产损失", "≥300万元", "412.5万元", "", "8"),
    I(B1, "社会效益指标", "司法救助困难当事人", "≥15人", "18人", "", "6"),
    I(B1, "生态效益指标", "督促修复受损林地", "≥50亩", "57.2亩", "", "6"),
]
two = [
    I(O2, "数量指标", "业务培训人次", "≥180人次", "206人次", "", "4"),
    I(O2, "数量指标", "更新办案装备", "36台（套）", "36台（套）", "", "4"),
    I(O2, "成本指标", "“三公”经费控制", "不超过28万元", "24.16万元", "", "4"),
    I(B2, "可持续影响指标", "检察信息化支撑能力", "持续增强", "基本达成", "", "6.5"),
    I(S2, "服务对象满意度指标", "律师及当事人满意度", "≥92%", "94.8%", "", "10"),
]
PT = "1.公开听证开展35次，少于目标5次，原因是第四季度听证室改造停用；\n2.信息化项目建设周期长，智能辅助系统尚在试运行阶段。"
MT = "1.听证室改造已于2024年1月完成，建立简易听证常态机制；\n2.督促供应商按合同节点完成系统验收，自评结果作为2024年信息化经费安排的重要依据。"
PR = [prob("公开听证次数未达到年初目标，全年开展35次，完成率87.5%", None, "听证室改造施工占用近三个月"),
      prob("部门预算中项目支出用途划分偏粗，年中内部调剂两次", "budget_preparation"),
      prob("智能辅助办案系统仍处于试运行阶段，信息化效益发挥不充分", "project_management")]
ME = [meas("统筹用好巡回听证、上门听证等方式，2024年听证次数不少于45次"),
      meas("按办案业务、装备购置、运行维护三类细化项目预算，严格控制调剂", "budget_preparation"),
      meas("压实承建单位责任，2024年6月底前完成系统终验并全面应用", "project_management")]
bl = []
for lab, rows in ((G1, one), (G2, two)):
    bl.append([c(lab, 1, len(rows) + 1), "一级指标", "二级指标", "三级指标", "年初目标值\n（A）", "实际完成值\n（B）", "得分"])
    bl += indicator_rows(rows, lambda i: [L(i["name"]), i["target"], i["actual"], i["score"]])
f = fr[0]
t = [[c("单位名称"), c(UNIT, 6)],
     [c("基本支出总额"), c("1,905.64", 2), c("项目支出总额"), c("1,118.20", 3)],
     [c("预算执行情况\n（万元）\n（20分）", 1, 2), c("", 2), "预算数（A）", "执行数（B）", "执行率\n（B/A）", "得分（20分\n*执行率）"],
     [c(f["label"], 2), f["revised"], f["executed"], f["rate"], f["score"]],
     [c("年度绩效目标"), L(EXP, 6)]] + bl
t += [["总分", c("98.37", 6)], [c("偏差大或目标\n未完成原因分析"), L(PT, 6, paras=True)], [c("改进措施及\n结果应用方案"), L(MT, 6, paras=True)]]
blocks = [
    T(f"{Y}年度{UNIT}"), T("部门整体绩效自评结果"),
    H("一、部门基本情况"),
    body("我院是国家法律监督机关，主要职责是：" + "，".join(f"（{n}）{d}" for n, d in enumerate(duties, 1)) + "。内设第一至第四检察部、案件管理部、政治部、综合办公室共7个部门，"
         "政法专项编制64名，年末实有在职干警59人，聘用制书记员和司法辅助人员33人，退休28人。"),
    H("二、自评得分"), body("2023年度部门整体绩效自评得分98.37分。"),
    H("三、绩效目标完成情况"),
    body("1．执行率情况。2023年年初预算2,870.30万元，调整后预算3,106.50万元，实际支出3,023.84万元，执行率97.3%。其中基本支出1,905.64万元（人员经费1,672.91万元，公用经费232.73万元），"
         "项目支出1,118.20万元，包括：办案业务费486.50万元，用于差旅、鉴定和公益诉讼调查取证；业务装备费325.70万元，用于智能辅助系统和执法记录设备采购；"
         "聘用人员经费306.00万元，用于书记员薪酬和社保缴纳。"),
    body("“三公”经费支出24.16万元，其中公务用车购置及运行维护费22.85万元，公务接待费1.31万元，因公出国（境）费未发生。"),
    body("2．完成的绩效目标。审查起诉563件，公益诉讼立案64件，司法救助18人，14项指标中12项达到或超过目标。"),
    body("3．未完成的绩效目标。公开听证次数、检察信息化支撑能力两项指标未完全实现。"),
    H("四、存在的问题及原因"),
    *[body(f"{n}．{p['text']}" + (f"，主要原因是{p['cause']}。" if p["cause"] else "。")) for n, p in enumerate(PR, 1)],
    H("五、下一步拟改进措施"), *[body(f"{n}．{m['text']}。") for n, m in enumerate(ME, 1)],
    {"page": True},
    {"p": f"{Y}年度部门整体绩效自评表", "style": "title", "size": 16},
    {"p": f"填报单位：{UNIT}　　　　　　填报日期：2024年3月20日　　　　金额单位：万元", "size": 9},
    {"table": t, "widths": [2.6, 2.0, 2.4, 4.0, 2.5, 2.5, 2.2], "size": 9},
    {"p": "注：1.预算数含上年结转；2.定性指标分为达成、基本达成、部分达成并取得一定效果、未达成四档，分别按100%、80%—100%、60%—80%、0—60%计分；3.得分最高不超过该指标分值上限。", "size": 8},
]
CASE = {"name": "f09_hubei_summary_then_table", "txt": "lines", "encoding": "gb18030", "footer": True, "blocks": blocks,
        "gold": gold(
    title=f"{Y}年度{UNIT}部门整体绩效自评结果", kind="department", year=Y, unit=UNIT,
    organisation={"duties": duties, "internal_departments": 7, "staff": dict(authorised=64, active=59, retired=28, retired_cadres=None, contract=33)},
    budget={"original": 2870.3, "revised": 3106.5, "executed": 3023.84, "execution_rate": 97.34},
    spending={"total": 3023.84, "basic": 1905.64, "personnel": 1672.91, "operating": 232.73, "project": 1118.2,
              "projects": [{"name": "办案业务费", "amount": 486.5, "purpose": "用于差旅、鉴定和公益诉讼调查取证"},
                           {"name": "业务装备费", "amount": 325.7, "purpose": "用于智能辅助系统和执法记录设备采购"},
                           {"name": "聘用人员经费", "amount": 306, "purpose": "用于书记员薪酬和社保缴纳"}],
              "three_public": dict(total=24.16, receptions=1.31, vehicles=22.85, abroad=0)},
    evaluations=[evaluation(title=f"{Y}年度部门整体绩效自评表", kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(fr),
                            goal={"expected": EXP, "actual": None}, indicators=indicators(one + two), total_score=98.37,
                            problems=clean(PT), measures=clean(MT))],
    self_assessment={"score": 98.37, "grade": None}, problems=PR, measures=ME)}
drop(CASE["gold"], "disclosure", "problems.2.category", "measures.2.category")
