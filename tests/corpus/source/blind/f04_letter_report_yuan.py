"""Banner (county) water bureau: official letter with number and addressee, all amounts in 元, compact prose."""
from _common import *
body = P
Y = 2023
UNIT = "白音塔拉旗水利局"
duties = ["统一管理全旗水资源，组织实施取水许可和水资源论证", "编制水利发展规划并组织重大水利工程建设与运行管理",
          "负责水土保持、农村牧区饮水安全和节约用水工作", "组织开展河湖管理保护，承担旗河长制办公室日常工作", "承担水旱灾害防御的监测预报和抢险技术支撑"]
projects = [("农村牧区饮水工程维修养护", "3,260,000.00", "用于更换管网42公里、维修机电井68眼"),
            ("河湖长制工作经费", "865,400.00", "用于河湖划界立桩和无人机巡河"),
            ("山洪灾害防治非工程措施运维", "1,146,423.88", "用于雨量站、水位站通信与平台维护"),
            ("小流域综合治理", "6,500,000.00", "用于治理水土流失面积26平方公里")]
PR = [prob("项目前期工作深度不够。小流域综合治理年中变更设计两次，合同价款调增37.2万元", "project_management"),
      prob("固定资产管理存在薄弱环节。2021年接收的7处集中供水站资产至今未入账", "asset_management", "移交手续不齐，价值难以核定"),
      prob("部分效益指标缺乏数据支撑。节水灌溉水利用系数仍沿用2020年测算成果")]
ME = [meas("严把项目前期关，未完成初步设计批复的项目一律不列入年度预算", "project_management"),
      meas("会同旗财政局、苏木乡镇在2024年8月底前完成供水站资产核价入账", "asset_management"),
      meas("委托有资质的机构开展灌溉水利用系数年度监测，为绩效考核提供依据")]
PR2 = [dict(p) for p in PR]
blocks = [
    {"p": "白音塔拉旗水利局文件", "style": "title", "size": 24}, {"p": "白水发〔2024〕31号", "style": "center"}, {"p": ""},
    T("白音塔拉旗水利局关于2023年度部门整体支出"), T("绩效自评情况的报告"),
    {"p": "旗财政局："},
    body("按照贵局《关于开展2023年度预算绩效自评工作的通知》要求，我局对本部门2023年整体支出绩效开展了自评。现报告如下。"),
    H("一、部门概况"),
    body("（一）部门职责。我局主要负责：" + "；".join(duties) + "。"),
    body("（二）机构人员。局机关内设办公室、规划建设股、水资源管理股、水旱灾害防御股、河湖管理股5个股室，下属二级单位3个（均不独立核算）。编制数58名，"
         "实有在编人员53人，其中机关15人、事业38人；退休61人，无离休人员。"),
    body("（三）年度目标。完成饮水工程维修68处，治理水土流失26平方公里，用水总量控制在1.32亿立方米以内，农牧民用水满意度90%以上。"),
    H("二、预算及执行情况"),
    body("（一）总体情况。2023年部门预算年初批复15,862,400.00元，年中调整增加5,485,415.62元，调整后预算数为21,347,815.62元。全年支出20,986,330.18元，预算执行率98.31%，"
         "年末结转361,485.44元。支出中，一般公共预算16,486,330.18元，政府性基金预算（大中型水库移民后期扶持）4,500,000.00元；本部门未安排国有资本经营预算和社会保险基金预算支出。"),
    body("（二）基本支出。基本支出9,214,506.30元，其中人员经费8,470,221.55元，公用经费744,284.75元。"),
    body("（三）项目支出。项目支出11,771,823.88元，分别是："),
    *[body(f"{'①②③④'[n]}{a}{b}元，{p}；" if n < 3 else f"④{a}{b}元，{p}。") for n, (a, b, p) in enumerate(projects)],
    body("（四）“三公”经费。年初预算170,000.00元，实际支出152,316.40元，为公务用车运行维护费138,900.40元和公务接待费13,416.00元，未发生因公出国（境）费和公务用车购置费。"),
    H("三、绩效目标完成情况"),
    body("2023年实际维修饮水工程71处，受益农牧民2.9万人；治理水土流失面积26.4平方公里；用水总量1.27亿立方米；水质达标率96.5%；农牧民用水满意度91.6%。对照评分标准，"
         "我局部门整体支出绩效自评得分为94分，等级为“优”。"),
    H("四、存在的主要问题"),
    *[body(f"{n}、{p['text']}" + (f"，原因是{p['cause']}。" if p["cause"] else "。")) for n, p in enumerate(PR, 1)],
    H("五、改进意见"),
    *[body(f"{n}、{m['text']}。") for n, m in enumerate(ME, 1)],
    body("特此报告。"), {"p": UNIT, "style": "right"}, {"p": "2024年4月26日", "style": "right"},
    {"p": "（联系人：财务室　电话：0000-6622000）"},
]
CASE = {"name": "f04_letter_report_yuan", "txt": "tika", "encoding": "utf-16", "blocks": blocks, "footer": True,
        "gold": gold(
    title="白音塔拉旗水利局关于2023年度部门整体支出绩效自评情况的报告", kind="department", year=Y, unit=UNIT,
    organisation={"duties": duties, "internal_departments": 5, "staff": dict(authorised=58, active=53, retired=61, retired_cadres=0, contract=None)},
    budget={"original": wan("15862400", "元"), "revised": wan("21347815.62", "元"), "executed": wan("20986330.18", "元"), "execution_rate": 98.31,
            "sources": {"general_public": wan("16486330.18", "元"), "government_funds": 450, "state_capital": 0, "social_insurance": 0}},
    spending={"total": wan("20986330.18", "元"), "basic": wan("9214506.30", "元"), "personnel": wan("8470221.55", "元"),
              "operating": wan("744284.75", "元"), "project": wan("11771823.88", "元"),
              "projects": [{"name": a, "amount": wan(b, "元"), "purpose": p} for a, b, p in projects],
              "three_public": dict(total=wan("152316.40", "元"), receptions=wan("13416", "元"), vehicles=wan("138900.40", "元"), abroad=0)},
    self_assessment={"score": 94, "grade": "优"}, problems=PR, measures=ME)}
