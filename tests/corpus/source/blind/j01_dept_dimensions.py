"""Department form: level-1 履职效能/管理效率/运行成本/社会效应/可持续发展能力 with weights in the cell, task rows, closing rows."""
from _common import *

Y = 2023
UNIT = "澄湖市应急管理局"
F = [fund("部门支出总计", "2,316.40", "2,508.75", "2,441.06", "10", "97.30%", "9.73"),
     fund("其中：当年财政拨款", "2,256.40", "2,398.75", "2,352.10", "", "98.06%", ""),
     fund("上年结转", "60.00", "60.00", "60.00", "", "100.00%", ""),
     fund("其他收入安排", "—", "50.00", "28.96", "", "57.92%", "")]
A, B, C, D, E = "履职效能\n（46分）", "管理效率\n（20分）", "运行成本\n（8分）", "社会效应\n（10分）", "可持续发\n展能力\n（6分）"
R = [
    I(A, "安全监管", "危险化学品企业执法检查覆盖面", "全覆盖", "全覆盖", "6", "6"),
    I(A, "安全监管", "工矿商贸企业检查家次", "≥420家次", "436家次", "8", "8"),
    I(A, "安全监管", "重大隐患整改销号率", "100%", "96.8%", "8", "7.7", "1处尾矿库隐患整改周期跨年"),
    I(A, "应急救援", "救援队伍拉练次数", "12次", "12次", "6", "6"),
    I(A, "应急救援", "突发事件信息报送用时", "≤30分钟", "24分钟", "6", "6"),
    I(A, "防灾减灾", "基层防灾物资储备点建成数", "18个", "15个", "6", "5", "3个乡镇选址调整"),
    I(A, "防灾减灾", "受灾群众救助款发放时间", "2023年12月20日前", "2023年12月8日", "6", "6"),
    I(B, "预算管理", "部门决算报送", "按时报送", "按时报送", "3", "3"),
    I(B, "预算管理", "结转结余变动率", "≤0", "-12.5%", "3", "3"),
    I(B, "预算管理", "政府采购执行率", "≥95%", "91.4%", "4", "3.8", "两批装备流标后重新招标"),
    I(B, "财务内控", "资金使用合规性", "合规", "合规", "5", "5"),
    I(B, "资产管理", "固定资产利用率", "≥98%", "99.1%", "5", "5"),
    I(C, "经费节约", "“三公”经费控制率", "100%以内", "82.6%", "4", "4"),
    I(C, "经费节约", "人均公用经费", "≤3.2万元", "2.97万元", "4", "4"),
    I(D, "公众评价", "公众安全感测评得分", "≥90分", "92.3分", "5", "5"),
    I(D, "公众评价", "12350举报办结率", "100%", "100%", "5", "5"),
    I(E, "队伍建设", "专业救援持证人员占比", "≥60%", "57.5%", "3", "2.8", "3名新录队员未参加当期考试"),
    I(E, "制度创新", "应急预案体系修编", "完成修编", "完成修编", "3", "3"),
]
assert sum(float(r["weight"]) for r in R) + 10 == 100
TOTAL = "98.03"
assert abs(sum(float(r["score"]) for r in R) + 9.73 - float(TOTAL)) < 1e-6, sum(float(r["score"]) for r in R) + 9.73
EXP = "守住不发生重特大事故底线，完成年度执法计划和18个防灾物资储备点建设，救援响应能力稳步提高，受灾群众得到及时救助。"
ACT = "全年未发生较大及以上生产安全事故，检查企业436家次，建成储备点15个，组织拉练12次，救助受灾群众2,318人。"
PRO = "一是储备点选址论证不充分，年度建设任务未全部完成；二是装备采购需求论证粗放，流标后执行滞后。"
MEA = "一是建设类任务提前一个季度完成选址踏勘；二是建立装备参数会商机制，采购意向公开后一个月内启动招标。"
tasks = [("安全生产执法", "对高危行业和工贸企业开展计划执法", "已完成"), ("综合救援能力提升", "组织拉练、购置救援装备", "装备到货率86%"),
         ("自然灾害防治", "建设物资储备点，发放救助款", "部分完成")]
W = 9
table = [[c("部门名称", 2), c(UNIT, 4), c("部门预算编码"), c("152001", 2)],
         [c("年度\n主要\n任务", 1, 4), c("任务名称", 2), c("主要内容", 4), c("完成情况", 2)]]
for a, b, d in tasks:
    table.append([c(a, 2), L(b, 4), c(d, 2)])
table.append([c("支出预算\n执行情况\n（万元）", 1, len(F) + 1), c("支出构成", 2), "年初安排数", "年末调整数", "决算数", "分值", "执行率", "自评分"])
for f in F:
    table.append([L(f["label"], 2), f["original"], f["revised"], f["executed"], f["weight"], f["rate"], f["score"]])
table += [[c("年度\n绩效\n目标", 1, 2), c("年初设定", 4), c("年末达成", 4)], [L(EXP, 4), L(ACT, 4)]]
body = indicator_rows(R, lambda i: [L(i["name"], 2), i["target"], i["actual"], i["weight"], i["score"], L(i["note"])])
table += [["一级指标", "二级指标", c("三级指标", 2), "计划标准", "实际达成", "分值", "自评分", "扣分说明"]] + body
table += [[c("综合得分", 6), "100", TOTAL, ""], [c("自评等级", 2), c("优", 7)],
          [c("主要问题", 2), L(PRO, 7)], [c("整改打算", 2), L(MEA, 7)]]
CASE = {
    "name": "j01_dept_dimensions", "txt": "pipe", "encoding": "gb18030", "margin": 1.8,
    "blocks": [T("部门整体绩效自评情况表"), {"p": f"（{Y}年度）", "style": "center"},
               {"p": f"填报部门（公章）：{UNIT}　　　　　填表人：周予安　　　　　联系电话：0799-1234", "size": 9.5},
               {"table": table, "widths": [1.7, 1.7, 1.6, 2.4, 2.4, 2.3, 1.2, 1.7, 2.6], "size": 8.5},
               {"p": "说明：综合得分由支出预算执行（10分）和绩效指标（90分）相加得出；90分及以上为优。", "size": 9}],
    "gold": gold(
        title="部门整体绩效自评情况表", kind="department", year=Y, unit=UNIT,
        budget={"original": wan("2,316.40"), "revised": wan("2,508.75"), "executed": wan("2,441.06"), "execution_rate": 97.3},
        evaluations=[evaluation(title="部门整体绩效自评情况表", kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(F),
                                goal={"expected": EXP, "actual": ACT}, indicators=indicators(R), total_weight=100,
                                total_score=98.03, grade="优", problems=PRO, measures=MEA)],
        self_assessment={"score": 98.03, "grade": "优"},
        problems=[prob("储备点选址论证不充分，年度建设任务未全部完成", "project_management"), prob("装备采购需求论证粗放，流标后执行滞后", "procurement")],
        measures=[meas("建设类任务提前一个季度完成选址踏勘", "project_management"),
                  meas("建立装备参数会商机制，采购意向公开后一个月内启动招标", "procurement")]),
}
# tasks of the year could be read as projects without amounts; "-12.5%" has a sign that the value rule does not name
drop(CASE["gold"], "spending.projects", "evaluations.0.indicators.8.actual.value", "evaluations.0.indicators.8.actual.unit")
