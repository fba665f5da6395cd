"""Town project form in yuan: level-1 band rows, unit column before the target, sign column after it, arrival column, unit line above."""
from _common import *
from decimal import Decimal as D

Y = 2022
TITLE = f"{Y}年度财政支出项目自评情况表"
TOWN = "云汀县石门坳镇人民政府"
NAME, SUP, UNIT = "村级养老互助照料点运营补助", "云汀县民政局", "石门坳镇社会事务服务中心"
F = [fund("资金总额", None, "386,400.00", "365,120.00", "10", "94.49%", "9.45", unit="元"),
     fund("1.县级财政补助", None, "306,400.00", "289,120.00", "", "94.36%", "", unit="元"),
     fund("2.村集体配套", None, "80,000.00", "76,000.00", "", "95.00%", "", unit="元"),
     fund("3.社会捐赠", None, "", "", "", "", "", unit="元")]
ARR = ["386,400.00", "306,400.00", "80,000.00", ""]
O, B, S = "产出指标（50分）", "效益指标（30分）", "满意度指标（10分）"
R = [I(O, "数量", "正常运营的照料点", "14", "14", "8", "8", sign="＝", unit="个"),
     I(O, "数量", "全年供餐", "52000", "47360", "10", "9.1", "暑期两处照料点屋面维修停餐", sign="≥", unit="份"),
     I(O, "数量", "上门探访独居老人", "1200", "1318", "6", "6", sign="≥", unit="人次"),
     I(O, "质量", "食品安全抽检合格率", "100", "100", "8", "8", sign="＝", unit="%"),
     I(O, "质量", "护理员持证率", "80", "57", "6", "3", "新聘六名护理员尚未参加结业考试", sign="≥", unit="%"),
     I(O, "时效", "补助资金拨付时限", "15", "22", "6", "4", "第二季度票据补正", sign="≤", unit="工作日"),
     I(O, "成本", "每餐财政补助标准", "4.5", "4.5", "6", "6", sign="≤", unit="元"),
     I(B, "社会效益", "享受服务老人数", "410", "396", "10", "9.6", "部分老人随子女外出", sign="≥", unit="人"),
     I(B, "社会效益", "老人跌倒等意外事件", "3", "1", "8", "8", sign="＜", unit="起"),
     I(B, "可持续", "运营主体履约能力", "较强", "一般", "12", "8", "一家运营机构更换负责人", sign=None, unit=None),
     I(S, "受益对象", "老人满意率", "92", "90.4", "6", "5.9", sign="≥", unit="%"),
     I(S, "受益对象", "老人家属满意率", "90", "94.8", "4", "4", sign="≥", unit="%")]
assert sum(int(i["weight"]) for i in R) == 90
TOTAL = str(sum(D(i["score"]) for i in R) + D("9.45"))
GOAL = "保障全镇14个照料点全年开放，为60周岁以上留守和独居老人提供助餐、日托、探访服务，财政补助按季拨付到位。"
DONE = "14个照料点均持续开放，累计助餐47360份、探访1318人次；因屋面维修和人员变动，供餐量与持证率没有达到年初设想。"
PR = "护理员队伍年龄偏大、持证比例低，照料点之间服务水平参差不齐。"
ME = "与县职业中学联办护理员培训班，补助资金与考核结果挂钩。"
t = [[c("项目名称", 2), L(NAME, 5), c("主管部门"), c(SUP, 2)],
     [c("实施单位", 2), L(UNIT, 5), c("项目类型"), c("☑经常性　□一次性", 2)],
     [c("预算资金\n（元）\n（10分）", 2, 5), c("资金来源", 2), "全年预算", "到位金额", c("支出金额", 2), "执行率", "得分"]]
for r, a in zip(F, ARR):
    t.append([L(r["label"], 2), r["revised"], a, c(r["executed"], 2), r["rate"], r["score"]])
t += [[c("总体目标", 2, 2), c("年初申报目标", 4), c("年终实现情况", 4)], [L(GOAL, 4), L(DONE, 4)]]
t += [["序号", "分类", "指标名称", "计量\n单位", "年度目标", "方向", "年终实绩", "权重", "自评分", "扣分原因"]]
seen, n, l2 = None, 0, runs(R, "l1", "l2")
for k, i in enumerate(R):
    if i["l1"] != seen:
        seen = i["l1"]
        t.append([c(seen, 10, bold=True)])
    n += 1
    t.append([str(n)] + ([c(i["l2"], 1, l2[k])] if l2[k] else []) + [L(i["name"]), i["unit"] or "", i["target"], i["sign"] or "定性", i["actual"], i["weight"], i["score"], L(i["note"])])
t += [[c("总分", 7), "100", TOTAL, ""], [c("自评等级", 2), L("良", 8)], [c("存在不足", 2), L(PR, 8)], [c("下步打算", 2), L(ME, 8)]]
E = evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(F), goal={"expected": GOAL, "actual": DONE},
               indicators=indicators(R), total_weight=100, total_score=plain(TOTAL), grade="良", problems=PR, measures=ME)
CASE = {"name": "k02_town_yuan", "formats": ["docx", "pdf", "txt"], "txt": "pipe", "encoding": "utf-8-sig", "eol": "\r\n", "margin": 1.8,
        "blocks": [T(TITLE, size=17), {"p": f"填报单位：{TOWN}　　　　　　　　　　填报时间：2023年2月14日", "size": 9.5},
                   {"table": t, "widths": [1.0, 1.7, 3.2, 1.5, 2.0, 2.0, 1.8, 1.4, 1.4, 3.2], "size": 9},
                   {"p": "分管领导：　　　　　　　　财政所审核：　　　　　　　　经办人：", "size": 9.5}],
        "gold": gold(title=TITLE, kind="project", year=Y, unit=TOWN, budget={"revised": wan("386,400.00", "元"), "executed": wan("365,120.00", "元"), "execution_rate": 94.49},
                     evaluations=[E], self_assessment={"score": plain(TOTAL), "grade": "良"}, problems=[prob(PR[:-1], "staffing")],
                     measures=[meas(ME[:-1])])}
