"""Zhejiang-style department report: duties as one clause list after 主要是, staff of several kinds, sources chain, three-public table, projects in a sentence with 用于, problems by aspect paragraphs, measures in 一是…; page title over two lines."""
from _common import *
Y = 2022
UNIT = "浙湖市太岙区市场监督管理局"
DU = ["负责市场综合监督管理和市场主体统一登记注册", "负责食品安全、药品零售环节和特种设备安全监督管理", "负责产品质量、计量、标准化和检验检测管理", "负责知识产权保护、商标专利管理和消费者权益保护"]
PRJ = [("食品快检与抽检", "356.70", "用于农产品批发市场快检试剂和第三方抽检"), ("特种设备应急救援平台", "98.40", "用于电梯应急处置热线运维"), ("放心消费示范街区创建", "42.15", "用于示范街区标识制作和消费维权站建设")]
PR = ["预算编制方面：对新增监管职能所需经费测算不足，年中追加较多", "绩效管理方面：部分二级项目未单独设置满意度指标，绩效结果难以全面反映", "资产管理方面：两辆执法车辆报废手续办理拖延，账实核对不够及时"]
MS = ["完善支出标准体系，根据监管对象数量测算项目经费", "修订项目指标体系，将满意度指标设为必填项", "开展资产专项清查，限期完成车辆报废处置"]
tp = [["项目", "2021年决算", "2022年预算", "2022年决算"], ["因公出国（境）费", "0.00", "6.00", "0.00"], ["公务接待费", "5.36", "6.50", "3.88"], ["公务用车购置及运行维护费", "52.70", "55.00", "48.21"], ["合计", "58.06", "67.50", "52.09"]]
TITLE = f"{UNIT}{Y}年度部门整体绩效自评报告"
blocks = [T(f"{UNIT}{Y}年度"), T("部门整体绩效自评报告"), {"p": ""},
    H("一、部门职责及组织架构"), P("太岙区市场监管局为区政府工作部门，主要是：" + "；".join(DU) + "。"), P("内设机构13个，派出基层市场监管所9个。编制数205名（其中：行政编制138名、事业编制67名），2022年末在职人员193人；离休1人，退休82人；编外用工54人。"),
    H("二、收支总体情况"), P("2022年度收入总计8,437.26万元，其中财政拨款收入8,391.06万元。年初部门预算7,846.50万元，调整后预算8,437.26万元，本年支出8,302.19万元，预算执行率98.40%。"), P("支出按资金性质分为：一般公共预算支出8,255.99万元，政府性基金支出0万元，国有资本经营支出0万元，其他资金支出46.20万元。"),
    P("支出按类别分为：基本支出6,917.42万元，其中：人员经费6,308.57万元，日常公用经费608.85万元；项目支出1,384.77万元，重点项目有" + "，".join(f"{a}{b}万元（{d}）" for a, b, d in PRJ) + "。"),
    P("“三公”经费支出情况见下表（单位：万元）。"), {"table": tp, "widths": [6, 3, 3, 3], "size": 10.5},
    H("三、部门整体绩效目标实现情况"), P("全区新设市场主体1.36万户，食品抽检4,215批次、合格率98.9%，查办各类案件612件，特种设备定检率99.8%，企业开办“一件事”满意度97.5%，均达到或者超过年初目标。"),
    H("四、自评结论"), P("综上，2022年度部门整体绩效自评得分94.75分，绩效等级：优。"),
    H("五、存在的主要问题"), *[P(f"{x}。") for x in PR], H("六、下一步改进方向"), P("一是" + MS[0] + "。二是" + MS[1] + "。三是" + MS[2] + "。")]
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, organisation={"duties": DU, "internal_departments": 13, "staff": {"authorised": 205, "active": 193, "retired": 82, "retired_cadres": 1, "contract": 54}},
         budget={"original": wan("7,846.50"), "revised": wan("8,437.26"), "executed": wan("8,302.19"), "execution_rate": 98.4, "sources": {"general_public": wan("8,255.99"), "government_funds": 0, "state_capital": 0, "other": 46.2}},
         spending={"total": wan("8,302.19"), "basic": wan("6,917.42"), "personnel": wan("6,308.57"), "operating": 608.85, "project": wan("1,384.77"), "projects": [{"name": a, "amount": wan(b), "purpose": d} for a, b, d in PRJ], "three_public": {"total": 52.09, "receptions": 3.88, "vehicles": 48.21, "abroad": 0}},
         self_assessment={"score": 94.75, "grade": "优"}, problems=[prob(PR[0], "budget_preparation"), prob(PR[1], "performance_goals"), prob(PR[2], "asset_management")], measures=[meas(MS[0], "budget_preparation"), meas(MS[1], "performance_goals"), meas(MS[2], "asset_management")])
drop(G, "budget.revenue")
CASE = {"name": "b23_zhejiang_dept", "txt": "padded", "encoding": "utf-8-sig", "blocks": blocks, "gold": G}
