"""Capital-construction form over three pages: 合计 first under 概算/年初/调整/支出 columns, a note cell merged over several rows, progress milestones with dates, closing rows side by side."""
from _common import *
Y = 2021
NAME, SUP, UNIT = "沅麓县第二中等职业学校实训楼", "沅麓县教育局", "沅麓县教育建设服务站"
F = [fund("合计", "2,600.00", "2,450.00", "1,987.32", "10", "81.12%", "8.11"), fund("中央预算内投资", "1,200.00", "1,200.00", "1,200.00", "", "100.00%", ""), fund("一般债券资金", "800.00", "800.00", "612.32", "", "76.54%", ""), fund("县级财政配套", "600.00", "450.00", "175.00", "", "38.89%", "")]
GS = ["4,180.00", "1,200.00", "1,800.00", "1,180.00"]; LEFT = ["462.68", "0.00", "187.68", "275.00"]
EXP = "完成实训楼主体结构及砌体工程，建筑面积11,260平方米；外立面装饰工程完成40%；2021年底形象进度达到70%。"
ACT = "主体结构11月16日封顶，砌体工程完成85%，外立面装饰未启动，年底形象进度58%。"
N1 = "施工图两次变更，桩基由预制管桩改为旋挖灌注桩，工期延长74天；后续工序相应顺延。下一步加快外立面招标，确保2022年6月底竣工。"
N2 = "施工扬尘两次被县住建部门通报，已增设雾炮机6台。"
O, C_, B, S = "产出指标", "成本指标", "效益指标", "满意度指标"
raw = [(O, "数量指标", "主体结构建筑面积", "11260平方米", "11260平方米", "8", "8", ""), (O, "数量指标", "砌体工程完成率", "100%", "85%", "8", "6.8", N1), (O, "数量指标", "外立面装饰完成率", "≥40%", "0%", "6", "0", N1), (O, "时效指标", "主体封顶时间", "2021年9月30日前", "2021年11月16日", "6", "3", N1), (O, "时效指标", "年底形象进度", "≥70%", "58%", "6", "4.9", N1),
       (O, "质量指标", "地基与基础分部验收", "合格", "合格", "8", "8", ""), (O, "质量指标", "质量安全责任事故", "0起", "0起", "8", "8", ""),
       (C_, "经济成本指标", "变更增加费用占合同价比例", "≤5%", "3.7%", "6", "6", ""), (C_, "社会成本指标", "施工噪声有效投诉", "≤5件", "9件", "4", "2", N2), (C_, "生态环境成本指标", "扬尘在线监测超标次数", "≤3次", "7次", "4", "2", N2),
       (B, "社会效益指标", "新增实训工位（建成后）", "1200个", "建设期未产生", "8", "8", ""), (B, "经济效益指标", "农民工工资专户发放率", "100%", "100%", "8", "8", ""), (B, "可持续影响指标", "后续设备配置方案", "已编制", "已编制", "5", "5", ""), (S, "服务对象满意度指标", "周边居民满意度", "≥80%", "76%", "5", "4.5", "")]
rows = [I(*r) for r in raw]
PRO = "1．项目前期地质勘察深度不够，桩基方案中途变更；2．县级财政配套资金仅到位38.89%，影响进度款支付。"
MEA = "1．严格勘察设计成果审查，落实设计单位赔偿责任；2．申请2022年一般债券续发额度，分季度落实县级配套。"
body = form(rows, ["name", "target", "actual", "weight", "score", "note"], ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", c("偏差原因分析及改进措施", 2)])
def span(i, j, text):
    body[1 + i][-1] = L(text, 2, j - i)
    for k in range(i + 1, j): body[1 + k].pop()
done = set()
for i, r in enumerate(raw):
    if i in done: continue
    j = i + 1
    while r[7] and j < len(raw) and raw[j][7] == r[7]: j += 1
    span(i, j, r[7]); done |= set(range(i, j))
t = [[c("项目名称", 2), c(NAME, 3), c("项目代码"), c("2020-430000-83-01-0×××××", 3)], [c("主管部门", 2), c(SUP, 3), c("建设单位"), c(UNIT, 3)],
     [c("资金\n执行\n（万元）", 1, 5), "资金来源", "概算批复", "年初预算", "调整预算", "累计支出", "执行率", "分值", "得分"], *[[L(f["label"]), g, f["original"], f["revised"], f["executed"], f["rate"], f["weight"], f["score"]] for f, g in zip(F, GS)],
     [c("年度\n总体\n目标", 1, 2), c("年初设定目标", 4), c("实际完成情况", 4)], [L(EXP, 4), L(ACT, 4)], *body, [c("总　　分", 5), "100", "82.31", c("", 2)],
     [c("存在\n问题"), L(PRO, 3), c("改进\n措施"), L(MEA, 4)]]
TITLE = "基本建设项目绩效自评表"
G = gold(title=TITLE, kind="project", year=Y, unit=UNIT, budget={"original": 2600, "revised": 2450, "executed": 1987.32, "execution_rate": 81.12},
         evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(F), goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_weight=100, total_score=82.31, problems=PRO, measures=MEA)],
         self_assessment={"score": 82.31, "grade": None}, problems=[prob("项目前期地质勘察深度不够，桩基方案中途变更", "project_management"), prob("县级财政配套资金仅到位38.89%，影响进度款支付", "funding_gap")], measures=[meas("严格勘察设计成果审查，落实设计单位赔偿责任", "project_management"), meas("申请2022年一般债券续发额度，分季度落实县级配套", "funding_gap")])
drop(G, "budget.sources")
import copy
GT = copy.deepcopy(G)
for i in GT["evaluations"][0]["indicators"]:
    if i["note"] in (N1, N2): del i["note"]          # a dump does not tell how far the cell spans
CASE = {"name": "c09_infra_spanning_notes", "txt": "lines", "encoding": "utf-8", "blocks": [T(TITLE), {"p": f"（{Y}年度）", "style": "center"}, {"table": t, "size": 10.5, "row": 1.35, "widths": [1.5, 2.1, 2.7, 2.2, 2.3, 2.1, 1.5, 1.4, 1.4]}, {"p": "填表说明：1.概算批复为可行性研究报告批复总投资。2.执行率=累计支出/调整预算×100%。3.分值由各单位自行设定，合计100分。", "size": 9}], "gold": G, "gold_txt": GT}
