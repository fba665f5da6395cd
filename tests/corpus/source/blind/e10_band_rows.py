"""Level 1 stands as a band across the whole width, not in a column; scoring points between name and full mark; one fund row, labels and values side by
side above it; grade scale in a note; txt aligned by blanks."""
from _common import *

Y = 2022
NAME = "城市内涝积水点改造"
SUP, UNIT = "渤宁市城市管理委员会", "渤宁市排水管理所"
TITLE = f"{Y}年市级财政重点项目绩效自评表"
fr = [fund("资金合计", "3,460.00", "3,105.00", "2,983.72", "10", "96.09", "9.61"),
      fund("一般公共预算资金", "1,460.00", "1,105.00", "1,105.00", "", "100.00", ""),
      fund("政府专项债券资金", "2,000.00", "2,000.00", "1,878.72", "", "93.94", "")]
EXP = "消除主城区易积水点11处，新建雨水管道6.8公里，提升2座泵站抽排能力，使中雨不积水、大雨退水快。"
ACT = "完成9处积水点改造，新建雨水管道6.83公里，2座泵站扩容投运，汛期中雨路段未出现积水。"
rows = [
    I("产出指标（60分）", "数量", "消除易积水点", "11处", "9处", "10", "8.18", "铁路涵洞两处未获施工许可", rule="按完成比例计分"),
    I("产出指标（60分）", "数量", "新建雨水管道", "≥6.8公里", "6.83公里", "10", "10", rule="按完成比例计分"),
    I("产出指标（60分）", "数量", "泵站扩容", "2座", "2座", "8", "8", rule="每缺1座扣4分"),
    I("产出指标（60分）", "质量", "管道闭水试验合格率", "100%", "100%", "10", "10", rule="低于目标不得分"),
    I("产出指标（60分）", "质量", "隐蔽工程资料完整率", "≥98%", "96.5%", "6", "5.5", "监理日志缺页", rule="每低1%扣0.5分"),
    I("产出指标（60分）", "时效", "汛前完工比例", "≥80%", "72.7%", "8", "7", "管线迁改滞后", rule="按完成比例计分"),
    I("产出指标（60分）", "成本", "单公里管道造价", "≤310万元", "298万元", "8", "8", rule="超支不得分"),
    I("效益指标（20分）", "社会效益", "积水退水时间", "<2小时", "1.4小时", "8", "8", rule="超时不得分"),
    I("效益指标（20分）", "社会效益", "防汛值守投诉量", "下降", "同比下降31%", "4", "4", rule="定性判断"),
    I("效益指标（20分）", "生态效益", "初期雨水截流", "有效", "有效", "4", "4", rule="定性判断"),
    I("效益指标（20分）", "可持续影响", "管网养护责任", "落实", "部分落实", "4", "3", "小区内部管道移交中", rule="定性判断"),
    I("满意度指标（10分）", "服务对象", "沿线居民满意度", "≥85%", "87.3%", "6", "6", rule="按比例计分"),
    I("满意度指标（10分）", "服务对象", "商户满意度", "≥85%", "82%", "4", "3.8", "围挡期较长", rule="按比例计分"),
]
assert sum(Decimal(i["weight"]) for i in rows) == 90
TOTAL = str(sum(Decimal(i["score"]) for i in rows) + Decimal("9.61"))
BAD = "跨部门施工许可办理时间长，两处积水点未能按期消除；债券资金支出慢于一般公共预算资金。"
FIX = "与铁路部门建立联席会商机制，先办手续后列计划；按工程节点倒排债券资金支付。"
table = [
    [c("项目名称"), c(NAME, 3), c("主管部门"), c(SUP, 3)],
    [c("项目单位"), c(UNIT, 3), c("起止时间"), c("2022年2月至12月", 3)],
    ["资金（万元）", "年初预算", "调整后预算", "实际支出", "执行率（%）", "分值", "得分", "备注"],
]
table += [[L(r["label"]), r["original"], r["revised"], r["executed"], r["rate"], r["weight"], r["score"], ""] for r in fr]
table += [[c("预期目标"), L(EXP, 7)], [c("实现情况"), L(ACT, 7)],
          ["考核内容", "考核指标", "评分要点", "满分", "计划值", "实际值", "自评分", "扣分说明"]]
last, l2 = None, runs(rows, "l1", "l2")
for n, i in enumerate(rows):
    if i["l1"] != last:
        table.append([L(i["l1"], 8, bold=True)])
        last = i["l1"]
    table.append(([c(i["l2"], 1, l2[n])] if l2[n] else []) + [L(i["name"]), L(i["rule"]), i["weight"], i["target"], i["actual"], i["score"], L(i["note"])])
table += [["总计", c("", 2), "100", c("", 2), TOTAL, "优"], [c("问题与不足"), L(BAD, 7)], [c("整改措施"), L(FIX, 7)]]
g = gold(title=TITLE, kind="project", year=Y, unit=UNIT,
         budget={"original": 3460, "revised": 3105, "executed": 2983.72, "execution_rate": 96.09},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(fr),
                                 goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=plain(TOTAL),
                                 grade="优", problems=BAD, measures=FIX)],
         self_assessment={"score": plain(TOTAL), "grade": "优"},
         problems=[prob(BAD.rstrip("。"))], measures=[meas(FIX.rstrip("。"))])
drop(g, "budget.sources", "problems.0.cause")
CASE = {
    "name": "e10_band_rows", "txt": "padded", "encoding": "gb18030", "margin": 1.8,
    "blocks": [
        T(TITLE, size=17), {"p": f"填报单位：{UNIT}　　　　　　　　　　　　　　填报时间：2023年3月31日", "size": 10},
        {"table": table, "widths": [2.5, 3.2, 2.5, 1.7, 2.1, 2.2, 1.4, 3.0], "size": 9},
        {"p": "说明：1.自评得分90分及以上为优，80—89分为良，60—79分为中，60分以下为差；2.预算执行率得分＝执行率×10分，按四舍五入保留两位小数。", "size": 9},
    ],
    "gold": g,
}
