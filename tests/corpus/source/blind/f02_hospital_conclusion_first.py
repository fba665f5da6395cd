"""Hospital, conclusion first (Hubei-like prose), 亿元 and 万元 mixed, own income, problems and measures paired in one section."""
from _common import *
body = P
Y = 2023
UNIT = "汉川江市第三人民医院"
duties = ["承担辖区居民常见病、多发病和疑难重症的诊断治疗", "承担急诊急救、突发公共卫生事件医疗救治和对口支援任务",
          "开展临床教学、住院医师规范化培训和医学科研", "协同疾控机构做好传染病监测报告和慢病管理"]
projects = [("取消药品加成补助", "1,260.00", "用于弥补药品零差率销售形成的政策性减收"),
            ("重点专科建设", "385.00", "用于心血管内科、儿科两个市级重点专科的设备购置和人才引进"),
            ("住院医师规范化培训", "218.40", "用于91名规培学员生活补助和师资带教"),
            ("院区消防设施改造", "96.75", "用于门诊楼喷淋和报警系统更换")]
PR = [prob("药品耗材采购与库存衔接不紧，年末低值耗材库存周转天数达到47天，高于目标值40天", None, "请领系统尚未与财务系统对接"),
      prob("财政项目资金支付不够均衡，重点专科建设资金前三季度支出仅占32.1%", "budget_execution", "进口设备论证和招标周期偏长"),
      prob("绩效指标偏重业务量，反映医疗质量和费用控制的指标偏少", "performance_goals")]
ME = [meas("加快物流管理系统与财务系统对接，按月分析库存结构，2024年低值耗材周转天数降至38天以内"),
      meas("把设备论证提前到上年四季度完成，按季下达支付计划并与科室考核挂钩", "budget_execution"),
      meas("参照三级公立医院绩效考核口径，增设次均费用增幅、低风险组病例死亡率等指标", "performance_goals")]
DIS = "自评结果报经院党委会研究后，已向市卫生健康委备案，并将随2023年度单位决算同步公开；各科室绩效分配将参考相关指标完成情况。"
blocks = [
    T("2023年度汉川江市第三人民医院整体绩效自评报告"),
    H("一、自评结论"),
    H("（一）自评得分", 1),
    body("对照年初批复的整体绩效目标，我院2023年度整体绩效自评得分93.18分，其中预算执行18.68分（满分20分）、产出指标45.50分（满分48分）、效益指标29.00分（满分32分）。自评等级为“优秀”。"),
    H("（二）绩效目标完成情况", 1),
    body("1.执行率情况。2023年初批复我院收支预算5.12亿元，年中经市财政局批准调整为5.48亿元；全年实现收入5.31亿元，完成支出51,186.42万元，预算执行率93.41%。"),
    body("2.完成的绩效目标。全年门急诊96.8万人次，出院4.37万人次，三四级手术占比58.6%，平均住院日7.9天，药占比26.4%，门诊患者满意度93.7%，均达到或优于目标。"),
    body("3.未完成的绩效目标。低值耗材周转天数目标≤40天，实际47天；新技术新项目目标15项，实际开展13项。"),
    H("（三）存在的问题、原因及下一步措施", 1),
    *[body(f"问题{n}：{p['text']}。" + (f"原因：{p['cause']}。" if p["cause"] else "")) for n, p in enumerate(PR, 1)],
    body("针对上述问题，我院拟采取以下措施："),
    *[body(f"措施{n}：{m['text']}。") for n, m in enumerate(ME, 1)],
    H("（四）结果应用与公开", 1), body(DIS),
    H("二、佐证材料"),
    H("（一）单位基本情况", 1),
    body("我院系市卫生健康委所属公益二类事业单位，三级乙等综合医院。承担的主要职责有：" + "；".join(f"{'①②③④'[n]}{d}" for n, d in enumerate(duties)) + "。"),
    body("全院开放床位820张，设临床科室34个、医技科室11个。核定事业编制905名，年末在编在岗职工812人，编外聘用人员467人，退休职工296人，离休干部2人。"),
    H("（二）资金投入和使用", 1),
    body("收入方面，财政拨款收入4,268.15万元，事业收入47,930.62万元，其他收入901.23万元。"),
    body("支出方面，按性质划分，基本支出49,226.27万元，其中人员经费21,874.90万元、公用经费27,351.37万元；项目支出1,960.15万元。按资金来源划分，"
         "一般公共预算财政拨款支出4,268.15万元，政府性基金预算财政拨款支出为0，国有资本经营预算财政拨款支出为0，其余为单位自有资金支出。"),
    body("财政项目共四项：" + "；".join(f"{a}{b}万元，{c}" for a, b, c in projects) + "。"),
    body("“三公”经费严格按预算控制，全年支出26.34万元（预算30.00万元），其中公务用车运行维护费24.10万元，公务接待费2.24万元，因公出国（境）费0万元。"),
    H("（三）自评工作开展", 1),
    body("自评由财务科牵头，医务科、护理部、设备科、药学部等共同参与。2024年2月20日启动数据采集，3月12日完成现场抽查，抽查财政项目2个、凭证64份。"),
    {"p": "2024年3月25日", "style": "right"},
]
CASE = {"name": "f02_hospital_conclusion_first", "txt": "layout", "encoding": "utf-8", "footer": True, "blocks": blocks,
        "gold": drop(gold(
    title="2023年度汉川江市第三人民医院整体绩效自评报告", kind="department", year=Y, unit=UNIT,
    organisation={"duties": duties, "staff": dict(authorised=905, active=812, retired=296, retired_cadres=2, contract=467)},
    budget={"original": 51200, "revised": 54800, "executed": 51186.42, "execution_rate": 93.41,
            "sources": {"general_public": 4268.15, "government_funds": 0, "state_capital": 0}},
    spending={"total": 51186.42, "basic": 49226.27, "personnel": 21874.9, "operating": 27351.37, "project": 1960.15,
              "projects": [{"name": a, "amount": wan(b), "purpose": c} for a, b, c in projects],
              "three_public": dict(total=26.34, receptions=2.24, vehicles=24.1, abroad=0)},
    self_assessment={"score": 93.18, "grade": "优秀"}, problems=PR, measures=ME, disclosure=DIS),
    "organisation.internal_departments", "budget.revenue", "budget.sources.other", "budget.sources.special_account")}
