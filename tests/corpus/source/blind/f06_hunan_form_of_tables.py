"""Older Hunan form: cover, then basics, income/spending/three-public grids, qualitative and quantitative goals as tables, a prose summary at the end."""
from _common import *
body = P
Y = 2021
UNIT = "湘溪市统计局"
duties = ["组织实施全市国民经济核算和各专业统计调查", "组织开展人口、经济、农业等重大国情国力普查", "统一管理和发布全市基本统计资料，开展统计分析与监测评价", "查处统计违法违规行为"]
EXP = "高质量完成各专业统计年报、定报任务，做好第七次全国人口普查后续数据开发，统计数据质量和服务决策水平明显提高。"
ACT = "各专业年报、定报任务按时完成，人口普查资料汇编2册出版发行，报送统计分析获市领导批示19次。"
O, B = "产出目标（部门工作实绩）", "效益目标（预期实现的效益）"
rows = [
    I(O, "质量指标", "统计报表审核差错率", "≤1%", "0.6%"),
    I(O, "质量指标", "联网直报企业数据上报率", "100%", "100%"),
    I(O, "数量指标", "“四上”企业新增入库", "≥65家", "71家"),
    I(O, "数量指标", "统计执法检查企业数", "40家", "42家"),
    I(O, "数量指标", "统计分析报告", "不少于50篇", "58篇"),
    I(O, "数量指标", "基层统计人员培训", "600人次", "548人次"),
    I(O, "时效指标", "人口普查资料汇编出版", "2021年12月底前", "2021年11月18日"),
    I(O, "时效指标", "月度进度数据发布", "每月20日前", "每月18日前"),
    I(O, "成本指标", "部门支出控制数", "≤1,386.42万元", "1,361.08万元"),
    I(B, "社会效益", "统计数据公开查询量", "8万次以上", "9.7万次"),
    I(B, "经济效益", "为重大项目决策提供数据支撑", "作用明显", "作用明显"),
    I(B, "可持续影响", "基层统计规范化建设达标率", "≥85%", "88.2%"),
    I(B, "服务对象满意度", "数据用户满意度", "≥90%", "95.4%"),
]
PR = [prob("项目支出进度滞后于时间进度，统计信息化改造经费跨年结转25.34万元", "budget_execution", "系统等级保护测评排期较晚"),
      prob("基层培训因疫情防控减少场次，培训人次未达到年初计划", "external"),
      prob("部分办公设备超期使用未及时报废核销", "asset_management")]
ME = [meas("合理安排信息化项目实施周期，力争合同签订、测评和付款在10月底前完成"),
      meas("采取线上直播与送训下乡相结合的方式开展培训"),
      meas("对达到报废年限的设备集中鉴定，按规定程序处置核销", "asset_management")]
basics = [["联系人", "陈××", "联络电话", "0700-0000118"],
          ["人员编制", "46", "实有在职人数", "43"],
          [c("职能职责\n概述"), L("\n".join(f"{n}.{d}{'。' if n == 4 else '；'}" for n, d in enumerate(duties, 1)), 3, paras=True)],
          [c("年度主要\n工作内容"), L("任务1：做好“四上”企业培育入库和联网直报；\n任务2：完成人口普查资料开发和汇编；\n任务3：开展统计执法“双随机”检查。", 3, paras=True)],
          [c("年度总体运行\n情况及成绩"), L("全年工作有序推进，被评为全省统计系统先进集体。", 3)]]
income = [[c("年度收入情况（万元）", 7)],
          [c("机构名称", 1, 2), c("收入合计", 1, 2), c("其中：", 5)],
          ["上年结转", "公共财政\n拨款", "政府基金\n拨款", "纳入专户管理的\n非税收入拨款", "其他\n收入"],
          [UNIT, "1,386.42", "21.07", "1,352.10", "0", "", "13.25"],
          [c("年度支出和结余情况（万元）", 7)],
          [c("机构名称", 1, 2), c("支出合计", 1, 2), c("其中：", 4), c("当年结余", 1, 2)],
          ["基本支出", "其中：\n人员支出", "公用支出", "项目支出"],
          [UNIT, "1,361.08", "1,012.35", "893.27", "119.08", "348.73", "25.34"],
          [c("“三公”经费支出情况（万元）", 7)],
          [c("机构名称", 1, 2), c("三公经费合计", 1, 2), c("其中：", 5)],
          ["公务接待费", c("公务用车购置及运行维护费", 2), c("因公出国（境）费", 2)],
          [UNIT, "5.62", "1.48", c("4.14", 2), c("0", 2)]]
ev = [[c("整体支出绩效\n定性目标及实施\n计划完成情况", 1, 2), c("预期目标", 3), c("实际完成", 2)],
      [L(EXP, 3), L(ACT, 2)]]
bd = indicator_rows(rows, lambda i: [L(i["name"]), i["target"], i["actual"]])
ev += [[c("整体支出绩效\n定量目标及实施\n计划完成情况", 1, len(bd) + 1), c("评价内容", 3), "绩效目标", "完成情况"]] + bd
ev += [["绩效自评综合得分", c("95.2", 5)], ["评价等次", c("优秀", 5)]]
blocks = [
    {"p": ""}, {"p": ""}, T("2021年度部门整体支出绩效自评报告"), {"p": ""}, {"p": ""},
    {"p": f"部门（单位）名称：{UNIT}", "style": "center"}, {"p": "预算编码：313001", "style": "center"},
    {"p": "评价方式：部门（单位）绩效自评", "style": "center"}, {"p": "报告日期：2022年4月28日", "style": "center"}, {"page": True},
    H("一、部门（单位）基本概况"), {"table": basics, "widths": [2.6, 5, 3, 5], "size": 10},
    H("二、部门（单位）收支情况"), {"table": income, "widths": [3, 2.3, 2.2, 2.2, 2.2, 2.6, 2.0], "size": 9},
    H("三、部门整体支出绩效自评情况"), {"table": ev, "widths": [2.8, 2.4, 2.1, 4.4, 2.8, 2.8], "size": 9},
    H("四、评价报告综述"),
    H("（一）部门基本情况", 1), body("市统计局内设办公室、综合核算科、工业科、贸易外经科、人口社会科、农业农村科、投资科、法规科、普查中心9个科室（中心），另有公益性岗位人员4人，退休干部28人。"),
    H("（二）预算执行情况", 1), body("年初预算1,240.00万元，调整后全年预算1,386.42万元，全年决算支出1,361.08万元，预算执行率98.17%。项目支出主要有：统计信息化改造146.20万元，"
                              "用于机房等保测评和终端更新；专项普查调查经费112.53万元，用于“两员”补助和资料印刷；统计业务工作经费90.00万元，用于企业培育、执法和培训。"),
    H("（三）存在的问题", 1), *[body(f"{n}.{p['text']}。" + (f"原因是{p['cause']}。" if p["cause"] else "")) for n, p in enumerate(PR, 1)],
    H("（四）改进措施", 1), *[body(f"{n}.{m['text']}。") for n, m in enumerate(ME, 1)],
]
CASE = {"name": "f06_hunan_form_of_tables", "txt": "tika", "encoding": "gb18030", "blocks": blocks,
        "gold": drop(gold(
    title="2021年度部门整体支出绩效自评报告", kind="department", year=Y, unit=UNIT,
    organisation={"duties": duties, "internal_departments": 9, "staff": dict(authorised=46, active=43, retired=28, retired_cadres=None, contract=None)},
    budget={"original": 1240, "revised": 1386.42, "executed": 1361.08, "execution_rate": 98.17},
    spending={"total": 1361.08, "basic": 1012.35, "personnel": 893.27, "operating": 119.08, "project": 348.73,
              "projects": [{"name": "统计信息化改造", "amount": 146.2, "purpose": "用于机房等保测评和终端更新"},
                           {"name": "专项普查调查经费", "amount": 112.53, "purpose": "用于“两员”补助和资料印刷"},
                           {"name": "统计业务工作经费", "amount": 90, "purpose": "用于企业培育、执法和培训"}],
              "three_public": dict(total=5.62, receptions=1.48, vehicles=4.14, abroad=0)},
    evaluations=[evaluation(kind="department", year=Y, subject=UNIT, goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows),
                            total_score=95.2, grade="优秀")],
    self_assessment={"score": 95.2, "grade": "优秀"}, problems=PR, measures=ME),
    "organisation.staff.contract", "budget.revenue", "budget.sources", "evaluations.0.title", "evaluations.0.unit", "evaluations.0.funds")}
drop(CASE["gold"], "problems.1.cause")
