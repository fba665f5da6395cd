"""Two regional transfer forms in one file (one per county), own fund labels, 上半年/全年 columns side by side, weights given; horizontal rules only."""
from _common import *
Y = 2024
SUP = "晋河市民政局"; FUND = "困难群众救助补助资金"
def rr(v):
    O, B, S = "产出指标", "效益指标", "满意度指标"
    base = [(O, "数量指标", "城乡低保对象覆盖", "应保尽保", "15"), (O, "数量指标", "临时救助人次", None, "10"), (O, "质量指标", "低保标准增长幅度", None, "10"), (O, "时效指标", "救助金按月发放时间", "每月10日前", "15"), (B, "社会效益指标", "困难群众基本生活水平", "有所提升", "20"), (B, "可持续影响指标", "主动发现机制", "健全", "10"), (S, "服务对象满意度指标", "救助对象满意度", "≥90%", "10")]
    return [I(a, b, n, tg or v[k][0], v[k][2], w, v[k][3], v[k][4], half=v[k][1]) for k, (a, b, n, tg, w) in enumerate(base)]
A = rr([(None, "应保尽保", "应保尽保", "15", ""), ("≥600人次", "271人次", "655人次", "10", ""), ("≥5%", "5.2%", "5.2%", "10", ""), (None, "每月10日前", "每月10日前", "15", ""), (None, "有所提升", "有所提升", "20", ""), (None, "基本健全", "健全", "10", ""), (None, "—", "95.1%", "10", "")])
Bq = rr([(None, "应保尽保", "应保尽保", "15", ""), ("≥850人次", "402人次", "812人次", "9.6", "8月起临时救助起付标准调整"), ("≥5%", "4.8%", "4.8%", "9.6", "县级财力紧张"), (None, "每月10日前", "其中2个月为12日", "13", "代发银行系统升级"), (None, "有所提升", "有所提升", "20", ""), (None, "基本健全", "基本健全", "8", "村级信息员更替频繁"), (None, "—", "92.7%", "10", "")])
FA = [fund("下达总额", None, "3,126.00", "3,087.42", "10", "98.77%", "9.88"), fund("——中央资金", None, "2,410.00", "2,410.00", "", "100%", ""), fund("——省市资金", None, "486.00", "486.00", "", "100%", ""), fund("——县级资金", None, "230.00", "191.42", "", "83.23%", "")]
FB = [fund("下达总额", None, "4,275.50", "4,061.18", "10", "94.99%", "9.50"), fund("——中央资金", None, "3,305.50", "3,200.66", "", "96.83%", ""), fund("——省市资金", None, "640.00", "640.00", "", "100%", ""), fund("——县级资金", None, "330.00", "220.52", "", "66.82%", "")]
GA = ("规范实施低保、特困、临时救助政策，切实兜住困难群众基本生活底线。", "全年发放救助资金3,087.42万元，惠及困难群众5,864人，兜底保障政策全面落实。")
GB = ("规范实施低保、特困、临时救助政策，切实兜住困难群众基本生活底线。", "全年发放救助资金4,061.18万元，惠及困难群众8,127人，个别月份发放时间晚于规定。")
def tab(unit, f, r, g, s):
    return [[c("转移支付名称", 2), c(FUND, 3), c("市级主管部门"), c(SUP, 2)], [c("县级实施单位", 2), c(unit, 6)],
            [c("资金\n（万元）", 1, 5), c("资金构成"), c("当年预算"), c("当年支出", 2), "支出率", "分值", "得分"], *[[L(x["label"]), x["revised"], c(x["executed"], 2), x["rate"], x["weight"], x["score"]] for x in f],
            [c("总体目标", 2), L(g[0], 6)], [c("完成情况", 2), L(g[1], 6)],
            *form(r, ["name", "target", "half", "actual", "weight", "score"], ["一级指标", "二级指标", "三级指标", "目标值", "上半年完成", "全年完成", "分值", "得分"]), [c("合计", 6), "100", s], [c("未完成目标原因", 2), L("；".join(f"{x['name']}：{x['note']}" for x in r if x["note"]) or "无", 6)]]
UA, UB = "晋河市平岗县民政局", "晋河市永济桥县民政局"
TT = f"{Y}年度转移支付绩效自评表"
G = gold(title=TT, kind="transfer", year=Y, evaluations=[
    evaluation(title=TT, kind="transfer", year=Y, subject=FUND, unit=UA, supervisor=SUP, funds=funds(FA), goal={"expected": GA[0], "actual": GA[1]}, indicators=indicators([dict(x, note="") for x in A]), total_weight=100, total_score=99.88),
    evaluation(title=TT, kind="transfer", year=Y, subject=FUND, unit=UB, supervisor=SUP, funds=funds(FB), goal={"expected": GB[0], "actual": GB[1]}, indicators=indicators([dict(x, note="") for x in Bq]), total_weight=100, total_score=94.7)])
drop(G, "unit", "problems", "measures", "evaluations.0.problems", "evaluations.1.problems")
for e in G["evaluations"]:
    for f in e["funds"][1:]: del f["label"]                 # with or without the dashes
W = [1.4, 2.3, 3.4, 2.6, 2.4, 2.6, 1.4, 1.5]
CASE = {"name": "b16_two_counties", "txt": "tika", "encoding": "gb18030", "blocks": [T(TT), {"table": tab(UA, FA, A, GA, "99.88"), "rules": "horizontal", "row": 0.95, "size": 9.5, "widths": W}, {"page": True}, T(TT), {"table": tab(UB, FB, Bq, GB, "94.70"), "rules": "horizontal", "row": 0.95, "size": 9.5, "widths": W}], "gold": G}
