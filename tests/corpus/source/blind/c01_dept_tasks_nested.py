"""Department form: fund rows nested under 基本支出 (人员/公用), task table with money before the grid, level 2 carries points, 执行 row points in the block heading; two pages, merged cells cut."""
from _common import *
Y = 2022
UNIT = "乌岭州农业机械化服务中心"
SUP = "乌岭州农业农村局"
F = [fund("合计", "1,482.36", "1,615.90", "1,587.04", "10", "98.21%", "9.82"), fund("人员支出", "836.20", "871.55", "871.55", "", "100.00%", ""), fund("公用支出", "94.16", "92.35", "90.08", "", "97.54%", ""), fund("项目支出", "552.00", "652.00", "625.41", "", "95.92%", "")]
EXP = "主要农作物耕种收综合机械化率提高1.5个百分点；完成拖拉机和联合收割机年检4,600台；山地农机作业示范点扩大到14个。"
ACT = "主要农作物耕种收综合机械化率达到52.7%，提高1.6个百分点；年检拖拉机和联合收割机4,371台；建成山地农机作业示范点14个，带动耕地宜机化改造3,150亩。"
TA = [("农机购置补贴核验", "补贴机具入户核查、公示和资金兑付审核", "186.00", "183.27", "核验机具5,208台套，抽查率30%"), ("宜机化改造示范", "缓坡耕地地块整治与示范点建设", "318.00", "296.14", "改造3,150亩，完成计划的105%"), ("农机安全监理", "年检、驾驶证换发及“打非治违”", "148.00", "146.00", "查处违法载人54起")]
O, B, S = "产出指标（50分）", "效益指标（30分）", "满意度指标（10分）"
rows = [I(O, "数量指标\n（20分）", "年检拖拉机、联合收割机", "4600台", "4371台", "8", "7.6", "部分老旧机具报废更新，应检基数减少"), I(O, "数量指标\n（20分）", "山地农机作业示范点", "≥14个", "14个", "6", "6"), I(O, "数量指标\n（20分）", "宜机化改造面积", "≥3000亩", "3150亩", "6", "6"),
        I(O, "质量指标\n（15分）", "补贴机具核验准确率", "≥99%", "99.6%", "8", "8"), I(O, "质量指标\n（15分）", "改造地块验收通过率", "100%", "93.3%", "7", "6.5", "2个地块排水沟返修，次年1月复验通过"),
        I(O, "时效指标\n（8分）", "补贴资金兑付周期", "≤15个工作日", "13个工作日", "8", "8"), I(O, "成本指标\n（7分）", "亩均改造补助标准", "≤1000元", "940元", "7", "7"),
        I(B, "经济效益指标\n（10分）", "亩均节约人工成本", "≥120元", "135元", "10", "10"), I(B, "社会效益指标\n（10分）", "农机死亡事故起数", "0起", "1起", "10", "5", "跨州作业车辆夜间侧翻"), I(B, "可持续影响指标\n（10分）", "农机社会化服务组织运行", "稳定", "稳定", "10", "10"),
        I(S, "服务对象满意度指标\n（10分）", "购机农户满意度", "≥90%", "95.8%", "10", "10")]
t = [[c("部门（单位）名称", 2), c(UNIT, 3), c("主管部门"), c(SUP, 3)],
     [c("部门\n预算\n执行\n情况\n（万元）", 1, 5), c("支出类别", 2), "年初预算数", "全年预算数（A）", "全年支出数（B）", "分值", "执行率\n（B/A）", "得分"],
     [c(F[0]["label"], 2), *[F[0][k] for k in ("original", "revised", "executed", "weight", "rate", "score")]],
     [c("基本\n支出", 1, 2), *[F[1][k] for k in ("label", "original", "revised", "executed", "weight", "rate", "score")]],
     [*[F[2][k] for k in ("label", "original", "revised", "executed", "weight", "rate", "score")]],
     [c(F[3]["label"], 2), *[F[3][k] for k in ("original", "revised", "executed", "weight", "rate", "score")]],
     [c("年度\n总体\n目标", 1, 2), c("预期目标", 4), c("实际完成情况", 4)], [L(EXP, 4), L(ACT, 4)],
     [c("年度\n主要\n任务", 1, 4), c("任务名称", 2), c("主要内容", 2), c("预算额\n（万元）"), c("支出额\n（万元）"), c("完成情况", 2)],
     *[[L(a, 2), L(b, 2), x, y, L(d, 2)] for a, b, x, y, d in TA],
     *form(rows, ["name", "target", "actual", "weight", "score", "note"], ["一级\n指标", "二级指标", c("三级指标", 2), "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"])]
for r in t[13:]:
    for k, x in enumerate(r):
        if isinstance(x, dict) and any(x["t"] == i["name"] for i in rows): r[k] = L(x["t"], 2)
t.append([c("总分", 6), "100", "93.92", ""])
TITLE = "部门（单位）整体支出绩效自评表"
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, budget={"original": 1482.36, "revised": 1615.9, "executed": 1587.04, "execution_rate": 98.21},
         evaluations=[evaluation(title=TITLE, kind="department", year=Y, subject=UNIT, unit=UNIT, supervisor=SUP, funds=funds(F), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=93.92)], self_assessment={"score": 93.92, "grade": None})
drop(G, "spending", "budget.sources")
CASE = {"name": "c01_dept_tasks_nested", "txt": "tikaomit", "encoding": "utf-8", "margin": 1.6, "blocks": [T(TITLE), {"p": f"（{Y}年度）", "style": "center"}, {"table": t, "size": 9.5, "row": 1.1, "widths": [1.3, 2.2, 2.2, 2.2, 2.2, 2.2, 1.3, 1.6, 3]}, {"p": "单位负责人：　　　　财务负责人：　　　　经办人：　　　　联系电话：", "size": 9}], "gold": G}
