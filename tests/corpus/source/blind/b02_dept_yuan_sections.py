"""Department form in 元: level 1 stands as section rows, 权重（%） before the values, no level 2, two-line cells; landscape."""
from _common import *
Y = 2022
UNIT = "齐安市河口区不动产登记中心"
FR = [fund("部门预算支出合计", "8,764,300.00", "9,215,680.50", "9,127,455.18", "10", "99.04", "9.9", "元"), fund("一、人员类支出", "5,320,000.00", "5,486,200.00", "5,486,200.00", "", "100.00", "", "元"),
      fund("二、运转类支出", "1,104,300.00", "1,089,480.50", "1,041,255.18", "", "95.57", "", "元"), fund("三、特定目标类支出", "2,340,000.00", "2,640,000.00", "2,600,000.00", "", "98.48", "", "元")]
EXP = "压缩登记办理时限，推进存量档案数字化，\n实现“一窗受理、并行办理”全覆盖。"
ACT = "一般登记业务压缩至2个工作日，存量档案数字化完成85%，\n“一窗受理”覆盖全部业务类型。"
O, E_, B, S = "产出指标", "成本指标", "效益指标", "满意度指标"
rows = [I(O, "", "办理各类不动产登记业务", "≥42000件", "45318件", "10", "10"), I(O, "", "存量档案数字化\n加工数量", "18万卷", "15.3万卷", "10", "8.5", "服务商年中更换，\n停工近两个月"),
        I(O, "", "登记簿数据\n汇交合格率", "≥99.5%", "99.8%", "10", "10"), I(O, "", "一般登记办结时限", "≤3个工作日", "2个工作日", "10", "10"), I(O, "", "抵押登记办结时限", "≤1个工作日", "1个工作日", "5", "5"),
        I(E_, "", "档案数字化单价", "≤12.8元/卷", "12.5元/卷", "8", "8"), I(E_, "", "公用经费控制率", "≤100%", "95.57%", "7", "7"),
        I(B, "", "企业群众少跑腿比例", "≥60%", "71%", "12", "12"), I(B, "", "营商环境“登记财产”\n指标排名", "全市前3名", "全市第4名", "8", "6", "跨部门数据共享\n接口不稳定"),
        I(S, "", "办事企业满意度", "≥95%", "97.6%", "5", "5"), I(S, "", "办事群众满意度", "≥95%", "96.1%", "5", "5")]
W = {O: "45", E_: "15", B: "20", S: "10"}
t = [[c("单位名称", 2), c(UNIT, 3), c("评价年度"), c(f"{Y}年", 2)],
     [c("预算\n执行\n（元）", 1, 5), c("支出类别", 1), "年初批复数", "调整后批复数", "累计支出数", "权重（%）", "支出进度（%）", "得分"],
     *[[L(f["label"]), f["original"], f["revised"], f["executed"], f["weight"], f["rate"], f["score"]] for f in FR],
     [c("年度\n目标"), L(EXP, 3), c("目标\n完成"), L(ACT, 3)],
     ["序号", "指标内容", "权重（%）", "目标", "完成", "得分", c("扣分原因", 2)]]
n = 0
for lv in (O, E_, B, S):
    t.append([L(f"{lv}（{W[lv]}分）", 8, bold=True)])
    for r in (x for x in rows if x["l1"] == lv):
        n += 1
        t.append([str(n), L(r["name"]), r["weight"], r["target"], r["actual"], r["score"], L(r["note"], 2)])
t.append([c("总计", 2), c("100"), "", "", "96.4", c("", 2)])
TITLE = f"{Y}年度部门（单位）整体支出绩效自评表"
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, budget={"original": wan("8,764,300.00", "元"), "revised": wan("9,215,680.50", "元"), "executed": wan("9,127,455.18", "元"), "execution_rate": 99.04},
         evaluations=[evaluation(title=TITLE, kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(FR), goal={"expected": clean(EXP), "actual": clean(ACT)},
                                 indicators=indicators(rows), total_weight=100, total_score=96.4)], self_assessment={"score": 96.4, "grade": None})
drop(G, "spending", "budget.sources")     # 人员类/运转类/特定目标类 are not basic/project
CASE = {"name": "b02_dept_yuan_sections", "txt": "tsv", "encoding": "utf-8-sig", "landscape": True, "blocks": [T(TITLE), {"p": "金额单位：元　　　　　　　　　　　　　　　　　　　　　　填报日期：2023年3月27日", "size": 10},
        {"table": t, "size": 10, "row": 0.95, "widths": [1.4, 4.6, 3, 3, 3, 2.2, 2.6, 2]}], "gold": G}
