"""Form of a bought service in 元: purchaser and contractor, contract sum as a trap column, instalments as fund rows, 完成率 column, conclusion row, levels from 决策/过程/产出/效果."""
from _common import *
Y = 2024
NAME, SUP, UNIT = "居家养老上门服务", "滇泽市民政局", "滇泽市社会福利与养老服务指导中心"
F = [fund("合计", "3,600,000.00", "3,480,000.00", "3,391,260.50", "10", "97.45%", "9.7", "元"), fund("市级福彩公益金", "2,160,000.00", "2,160,000.00", "2,160,000.00", "", "100.00%", "", "元"), fund("县区分担资金", "1,440,000.00", "1,320,000.00", "1,231,260.50", "", "93.28%", "", "元")]
CT = ["3,468,000.00", "2,160,000.00", "1,308,000.00"]
EXP, ACT = "为2,000名失能、高龄独居老人提供每月不少于4次的上门助洁、助浴、助医服务。", "服务老人1,932名，累计上门91,084人次，服务响应时间平均26分钟。"
P_, Q_, O, R = "决策", "过程", "产出", "效果"
raw = [(P_, "立项依据", "纳入政府购买服务指导性目录", "是", "是", "100%", "5", "5", ""), (Q_, "合同管理", "履约考核次数", "4次", "4次", "100%", "5", "5", ""), (Q_, "资金管理", "按考核结果付费执行情况", "严格执行", "基本执行", "90%", "5", "4.5", "二季度考核扣款未在当季扣除"),
       (O, "数量", "服务老人数", "2000名", "1932名", "96.6%", "12", "11.59", "部分老人入住机构"), (O, "数量", "月均上门次数", "≥4次", "3.93次", "98.3%", "8", "7.86", ""), (O, "质量", "服务人员持证上岗率", "100%", "100%", "100%", "10", "10", ""), (O, "时效", "需求响应时间", "≤30分钟", "26分钟", "100%", "10", "10", ""), (O, "成本", "单次上门服务单价", "≤38元", "37.2元", "100%", "10", "10", ""),
       (R, "社会效益", "独居老人意外事件发现率", "≥99%", "100%", "100%", "10", "10", ""), (R, "可持续影响", "培育本地养老服务组织", "3家", "2家", "66.7%", "5", "3.34", "1家未通过等级评估"), (R, "满意度", "老人及家属满意度", "≥92%", "95.6%", "100%", "10", "10", "")]
rows = [I(a, b, n, tv, av, w, s, x, rate=r) for a, b, n, tv, av, r, w, s, x in raw]
CON = "项目按合同约定提供服务，履约情况总体良好，自评得分97.0分，评价等级为“优”。"
t = [[c("购买服务项目名称", 2), c(NAME, 3), c("购买主体", 2), c(UNIT, 2)], [c("主管部门", 2), c(SUP, 3), c("承接主体", 2), c("滇泽暖心居家养老服务有限公司", 2)], [c("购买方式", 2), c("公开招标", 3), c("合同期限", 2), c("2024年1月1日至12月31日", 2)],
     [c("资金情况\n（元）", 2, 4), c("资金来源"), "年初预算", "调整预算", "合同金额", "实际支付", "支付率", "分值/得分"], *[[L(f["label"]), f["original"], f["revised"], ct, f["executed"], f["rate"], f'{f["weight"]}/{f["score"]}' if f["weight"] else "—"] for f, ct in zip(F, CT)],
     [c("年度目标", 2), L(EXP, 7)], [c("完成情况", 2), L(ACT, 7)],
     *form(rows, ["name", "target", "actual", "rate", "weight", "score", "note"], ["一级指标", "二级指标", "三级指标", "目标值", "实际值", "完成率", "权重", "得分", "扣分原因"]), [c("总计", 6), "100", "97.0", ""], [c("自评结论", 2), L(CON, 7)]]
TITLE = "政府购买服务项目绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 360, "revised": 348, "executed": wan("3,391,260.50", "元"), "execution_rate": 97.45},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(F), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=97, conclusion=CON)], self_assessment={"score": 97, "grade": "优"})
drop(G, "evaluations.0.grade", "evaluations.0.funds.0.weight", "evaluations.0.funds.0.score", "budget.sources")
CASE = {"name": "c06_purchase_service_yuan", "txt": "md", "encoding": "utf-8", "landscape": True, "blocks": [T(TITLE), {"p": f"填报单位（盖章）：{UNIT}　　　　　　　　评价年度：{Y}年　　　　　　　　单位：元", "size": 10}, {"table": t, "size": 9, "row": 0.75, "widths": [1.8, 2, 4.2, 2.8, 2.8, 2.6, 2.8, 1.8, 3.2]}], "gold": G}
