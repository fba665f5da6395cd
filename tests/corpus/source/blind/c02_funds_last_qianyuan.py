"""Project form in 千元 whose fund block stands under the indicator grid, 合计 first; full marks in a column 标准分; deviation and remedy in two columns."""
from _common import *
Y = 2023
NAME, SUP, UNIT = "滨海湿地鸟类栖息地修复与监测", "津沽新区规划和自然资源局", "津沽新区湿地保护中心"
F = [fund("合计", "6,840.0", "7,215.5", "6,973.8", "10", "96.65", "9.66", "千元"), fund("财政拨款", "5,900.0", "6,275.5", "6,033.8", "", "96.15", "", "千元"), fund("　其中：中央转移支付资金", "2,400.0", "2,775.5", "2,775.5", "", "100.00", "", "千元"), fund("财政专户资金", "0.0", "0.0", "0.0", "", "", "", "千元"), fund("单位自有资金", "940.0", "940.0", "940.0", "", "100.00", "", "千元")]
EXP = "修复退化湿地260公顷，完成全年四季鸟类同步调查，黑嘴鸥繁殖种群不少于1,800只。"
ACT = "修复退化湿地247公顷；完成鸟类同步调查4次，记录水鸟112种；黑嘴鸥繁殖种群2,036只。"
C_, O, B, S = "成本", "产出", "效益", "满意度"
raw = [(C_, "经济成本", "每公顷修复投入", "≤1.9万元", "1.86万元", "10", "10", "", ""), (C_, "生态环境成本", "施工期扰动核心区面积", "0公顷", "0公顷", "5", "5", "", ""),
       (O, "数量", "修复退化湿地", "260公顷", "247公顷", "12", "11.4", "潮沟疏浚段与油气管线交叉", "与管线单位签订保护协议后补修"), (O, "数量", "鸟类同步调查", "4次", "4次", "8", "8", "", ""), (O, "质量", "微地形改造合格率", "≥95%", "97.5%", "10", "10", "", ""), (O, "时效", "春季迁徙期前完工", "3月15日前", "3月28日", "10", "8", "冰期偏长，进场推迟", "秋季备料，冬前进场"),
       (B, "生态效益", "黑嘴鸥繁殖种群", "≥1800只", "2036只", "15", "15", "", ""), (B, "生态效益", "翅碱蓬盖度", "≥40%", "36%", "5", "4.5", "春季淡水补给不足", "协调闸口错峰放水"), (B, "社会效益", "自然教育参与人次", "≥1.2万人次", "1.5万人次", "5", "5", "", ""), (S, "服务对象满意度", "观鸟团体与周边居民满意度", "≥85%", "91.2%", "10", "10", "", "")]
rows = [I(*r[:7], r[7], fix=r[8]) for r in raw]
t = [[c("项目名称", 2), c(NAME, 3), c("主管部门", 2), c(SUP, 2)], [c("项目单位", 2), c(UNIT, 3), c("起止时间", 2), c("2023.1—2023.12", 2)],
     [c("年度目标", 2), L(EXP, 7)], [c("目标完成情况", 2), L(ACT, 7)],
     *[r for r in form(rows, ["name", "weight", "target", "actual", "score", "note", "fix"], ["一级指标", "二级指标", "三级指标", "标准分", "指标值", "完成值", "得分", "偏差原因", "整改措施"])],
     [c("资金\n使用\n（千元）", 1, 6), c("资金来源", 2), "批复预算", "调整预算", "实际支出", "标准分", "支出进度（%）", "得分"],
     *[[L(f["label"], 2), f["original"], f["revised"], f["executed"], f["weight"], f["rate"], f["score"]] for f in F],
     [c("自评总得分", 3), "100", c("", 2), "96.56", c("", 2)]]
TITLE = "市级财政项目支出绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 684, "revised": 721.55, "executed": 697.38, "execution_rate": 96.65},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(F), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=96.56)], self_assessment={"score": 96.56, "grade": None})
for i, r in zip(G["evaluations"][0]["indicators"], rows):
    if r["fix"]: del i["note"]                    # reason and remedy in two columns
del G["evaluations"][0]["funds"][2]["label"], G["budget"]["sources"]
G["evaluations"][0]["funds"][2]["label"] = "其中：中央转移支付资金"
for r in t:
    for k in r:
        if isinstance(k, dict) and k["t"].startswith("　其中"): k["t"] = k["t"].strip()
CASE = {"name": "c02_funds_last_qianyuan", "txt": "pipe", "encoding": "gb18030", "landscape": True, "blocks": [T(TITLE), {"p": f"（{Y}年度）", "style": "center"}, {"p": "填报单位（盖章）：津沽新区湿地保护中心　　　　　　　　　　　金额单位：千元", "size": 10}, {"table": t, "size": 9.5, "row": 0.8, "widths": [2, 2.4, 4, 1.6, 2.6, 2.6, 1.8, 3.4, 3.4]}], "gold": G}
