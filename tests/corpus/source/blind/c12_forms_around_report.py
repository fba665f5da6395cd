"""A department form, then the narrative, then two project forms of another layout; the narrative says less than the form; money in the project forms in 元."""
from _common import *
Y = 2023
UNIT, SHORT = "陇川北市地方志研究室", "市志研室"
DU = ["组织编纂《陇川北市志》和《陇川北年鉴》", "搜集、整理、保存地方志文献和资料", "指导县区地方志编修和村志试点", "组织整理旧志，推动方志成果开发利用"]
P1, K1 = "《陇川北市志（2001—2020）》送审稿修改进度滞后", "部分承编单位人员更换频繁、交接不清"
P2 = "方志馆日均参观人数偏少，社会教育功能发挥不充分"
M = ["建立承编单位责任人备案制度，实行逐章销号管理", "与教育部门联合开发研学线路，延长周末开放时间"]
DIS = "自评结果经室务会审定，拟于部门决算公开时在市人民政府门户网站一并公开。"
O, B, S = "产出指标", "效益指标", "满意度指标"
F0 = [fund("年度资金总额", "486.20", "512.75", "503.94", "10", "98.28%", "9.83"), fund("其中：当年财政拨款", "486.20", "498.15", "489.34", "—", "98.23%", "—"), fund("上年结转资金", "0.00", "14.60", "14.60", "—", "100%", "—")]
E0, A0 = "完成市志送审稿修改，出版2023卷年鉴，指导6个村志试点。", "市志送审稿完成三分之二，2023卷年鉴出版，6个村志试点全部脱稿。"
R0 = [I(O, "数量指标", "出版年鉴", "1部", "1部", "15", "15"), I(O, "数量指标", "市志送审稿修改完成比例", "100%", "66.7%", "15", "10", "承编单位人员更换频繁"), I(O, "质量指标", "年鉴差错率", "≤万分之一", "万分之0.7", "10", "10"), I(O, "时效指标", "年鉴出版时间", "12月底前", "12月20日", "10", "10"), I(B, "社会效益指标", "方志馆参观人数", "≥2万人次", "1.46万人次", "30", "21.9", "周末闭馆"), I(S, "满意度指标", "读者满意度", "≥90%", "92%", "10", "10")]
IH = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因及改进措施"]
d = [[c("部门名称", 2), c(UNIT, 6)], [c("部门资金（万元）", 2, 4), "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]]
d[1].insert(1, ""); d[1] = [c("部门\n资金\n（万元）", 1, 4), "", *d[1][2:]]
d += [[L(f["label"]), f["original"], f["revised"], f["executed"], f["weight"], f["rate"], f["score"]] for f in F0]
d += [[c("总体\n目标", 1, 2), c("预期目标", 3), c("实际完成情况", 4)], [L(E0, 3), L(A0, 4)], *form(R0, ["name", "target", "actual", "weight", "score", "note"], IH), [c("总分", 5), "100", "86.73", ""]]
def pf(name, f, g, rows, s):
    return [[c("项目名称", 2), c(name, 3), c("实施科室"), c("年鉴科" if "年鉴" in name else "资料科")], [c("资金使用情况（元）", 2, 1 + len(f)), "来源", "预算数（A）", "执行数（B）", "执行率（B/A）", "得分（20分）"], *[[L(x["label"]), x["revised"], x["executed"], x["rate"], x["score"]] for x in f],
            [c("绩效目标", 2), L(g[0], 2), c("完成情况"), L(g[1], 2)], *form(rows, ["name", "target", "actual", "weight", "score"], ["一级指标", "二级指标", "三级指标", "目标值（A）", "完成值（B）", "分值", "得分"]), [c("总得分", 6), s]]
def f2(l, a, b, r, s=""): return dict(fund(l, None, a, b, None, r, s, "元"))
FA = [f2("资金合计", "1,260,000", "1,232,680", "97.83%", "19.57"), f2("财政拨款", "1,260,000", "1,232,680", "97.83%")]
RA = [I(O, "数量指标", "年鉴印数", "1500册", "1500册", "20", "20"), I(O, "质量指标", "条目核校次数", "≥3次", "3次", "20", "20"), I(B, "社会效益指标", "年鉴赠阅单位覆盖", "≥200家", "214家", "30", "30"), I(S, "满意度指标", "供稿单位满意度", "≥90%", "95%", "10", "10")]
FB = [f2("资金合计", "380,500", "296,115", "77.82%", "15.56"), f2("财政拨款", "234,500", "150,115", "64.02%"), f2("结转资金", "146,000", "146,000", "100.00%")]
RB = [I(O, "数量指标", "旧志点校字数", "60万字", "52万字", "30", "26"), I(O, "时效指标", "旧志影印完成", "11月底", "12月8日", "10", "8"), I(B, "可持续影响指标", "地情资料数据库", "持续更新", "持续更新", "30", "30"), I(S, "满意度指标", "查阅者满意度", "≥90%", "93%", "10", "10")]
GA, GB = ("编纂出版《陇川北年鉴（2023）》。", "年鉴12月20日出版发行。"), ("点校旧志2种、影印1种。", "点校旧志2种，其中1种尚余8万字。")
NA, NB = "《陇川北年鉴》编纂出版", "旧志整理与地情资料征集"
TITLE = f"{UNIT}{Y}年度部门整体支出绩效自评报告"
W = [1.6, 2.4, 3.2, 2.2, 2.2, 1.4, 1.5, 2.6]
blocks = [{"p": "附件1"}, T("部门整体支出绩效自评表", size=16), {"p": f"（{Y}年度）", "style": "center"}, {"table": d, "widths": W, "row": 0.9}, {"page": True}, {"p": "附件2"}, T(TITLE),
    H("一、部门概况"), P(f"{UNIT}（以下简称{SHORT}）为市人民政府直属参照公务员法管理的事业单位，承担四项职责：" + "；".join(f"{'①②③④'[n]}{x}" for n, x in enumerate(DU)) + f"。内设综合科、市志科、年鉴科、资料科四个科室。编制21名，实有19人，退休人员11人；因编纂需要返聘和外聘编辑5人。"),
    H("二、资金使用情况"), P("2023年部门决算支出503.94万元，按支出性质，基本支出351.06万元，其中工资福利等人员经费318.72万元、商品服务等公用经费32.34万元；项目支出152.88万元，主要是《陇川北年鉴》编纂出版123.27万元、旧志整理与地情资料征集29.61万元。政府性基金、国有资本经营预算均未安排支出。"),
    P("“三公”经费预算3.00万元，实际支出1.12万元，系公务接待费；本部门无公务用车，无因公出国（境）任务。"),
    H("三、绩效自评结论"), P("部门整体支出绩效自评86.73分，等级为“良”。两个项目自评得分分别为99.57分、89.56分。"),
    H("四、存在问题及原因"), P(f"一是{P1}，主要原因是{K1}。二是{P2}。"), H("五、改进措施"), P(f"一是{M[0]}。二是{M[1]}。"), H("六、结果公开"), P(DIS), {"page": True},
    {"p": "附件3"}, T("项目支出绩效自评表", size=16), {"p": f"（{Y}年度）", "style": "center"}, {"table": pf(NA, FA, GA, RA, "99.57"), "row": 0.85}, {"p": ""}, {"p": "附件4"}, T("项目支出绩效自评表", size=16), {"p": f"（{Y}年度）", "style": "center"}, {"table": pf(NB, FB, GB, RB, "89.56"), "row": 0.85}]
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, organisation={"duties": DU, "internal_departments": 4, "staff": {"authorised": 21, "active": 19, "retired": 11, "contract": 5}},
         budget={"original": 486.2, "revised": 512.75, "executed": 503.94, "execution_rate": 98.28, "sources": {"government_funds": 0, "state_capital": 0}},
         spending={"total": 503.94, "basic": 351.06, "personnel": 318.72, "operating": 32.34, "project": 152.88, "projects": [{"name": NA, "amount": 123.27, "purpose": None}, {"name": NB, "amount": 29.61, "purpose": None}], "three_public": {"total": 1.12, "receptions": 1.12, "vehicles": 0, "abroad": 0}},
         evaluations=[evaluation(title="部门整体支出绩效自评表", kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(F0), goal={"expected": E0, "actual": A0}, indicators=indicators(R0), total_weight=100, total_score=86.73)] +
                     [evaluation(title="项目支出绩效自评表", kind="project", year=Y, subject=n, funds=funds(f), goal={"expected": g[0], "actual": g[1]}, indicators=indicators(r), total_score=num(s)) for n, f, g, r, s in ((NA, FA, GA, RA, "99.57"), (NB, FB, GB, RB, "89.56"))],
         self_assessment={"score": 86.73, "grade": "良"}, problems=[prob(P1, None, K1), prob(P2)], measures=[meas(x) for x in M], disclosure=DIS)
drop(G, "organisation.staff.contract", "spending.three_public.vehicles", "spending.three_public.abroad", "budget.revenue", "evaluations.1.unit", "evaluations.2.unit")
for e in G["evaluations"][1:]: del e["funds"][0]["weight"]
for i in G["evaluations"][0]["indicators"]:
    if i["name"] == "年鉴差错率": i["target"], i["actual"] = {"text": "≤万分之一"}, {"text": "万分之0.7"}
CASE = {"name": "c12_forms_around_report", "txt": "tika", "encoding": "gb18030", "footer": True, "blocks": blocks, "gold": G}
