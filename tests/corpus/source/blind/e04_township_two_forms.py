"""Township, two forms in one document: no level 2, no weights, fund rows by source with the total last, closing rows
(the second form says 无)."""
from _common import *

Y = 2022
UNIT, SUP = "云坪县青墩镇人民政府", "云坪县财政局"
TITLE = f"乡镇{Y}年度项目支出绩效自评表"
O, B, S = "产出类", "效益类", "满意度类"
HEAD = ["指标\n类型", "考核指标", "计划完成", "实际完成", "得分", "未达标原因"]


def one(name, office, fr, plus, aim, did, rows, total, grade, prob_, meas_):
    t = [
        [c("项目名称"), c(name, 3), "具体实施\n部门", c(office)],
        [c("主管部门"), c(SUP, 3), "项目单位", c(UNIT)],
        ["资金来源\n（万元）", "年初批复", "追加\n（减）", "调整后预算", "实际支出", "支付率"],
    ]
    for r, p in zip(fr, plus):
        t.append([r["label"], r["original"], p, r["revised"], r["executed"], r["rate"]])
    t += [
        [c("绩效目标"), L(aim, 5)], [c("完成情况"), L(did, 5)],
        ["指标类型", "考核指标", "计划完成", "实际完成", "得分", "未达标原因"]]
    a = runs(rows, "l1")
    t += [([c(i["l1"], 1, a[n])] if a[n] else []) + [L(i["name"]), i["target"], i["actual"], i["score"], L(i["note"])] for n, i in enumerate(rows)]
    t += [
        ["自评总分", c(total, 2), "评定等次", c(grade, 2)],
        ["存在问题", L(prob_, 5)], ["整改打算", L(meas_, 5)],
    ]
    g = evaluation(title=TITLE, kind="project", year=Y, subject=name, unit=UNIT, supervisor=SUP, funds=funds(fr),
                   goal={"expected": aim, "actual": did}, indicators=indicators(rows), total_score=plain(total), grade=grade,
                   problems=prob_, measures=meas_)
    return {"table": t, "widths": [2.2, 4.6, 2.5, 2.5, 1.9, 3.6], "size": 9.5}, g


f1 = [fund("县级财政资金", "68.00", "62.40", "62.40", "", "100%"), fund("镇级自筹资金", "15.00", "15.00", "11.32", "", "75.47%"),
      fund("村集体投入", "6.50", "6.50", "6.50", "", "100%"), fund("合计", "89.50", "83.90", "80.22", "", "95.61%")]
r1 = [
    I(O, "", "新建垃圾分类收集亭", "22座", "22座", score="10"),
    I(O, "", "配发户用分类垃圾桶", "3400只", "3412只", score="8"),
    I(O, "", "清理积存垃圾点位", "≥45处", "51处", score="6"),
    I(O, "", "改造农村户厕", "120户", "106户", score="5", note="部分农户常年在外务工，暂缓施工"),
    I(O, "", "户厕改造一次验收率", "≥95%", "97.2%", score="10"),
    I(O, "", "任务完成时间", "11月底前", "11月25日", score="8"),
    I(O, "", "户厕改造户均补助", "≤1800元/户", "1800元/户", score="6"),
    I(B, "", "生活垃圾无害化处理率", "≥98%", "98.6%", score="10"),
    I(B, "", "农户参与率", "≥90%", "92%", score="10"),
    I(B, "", "村庄长效保洁制度", "建立", "各村均已建立", score="7"),
    I(S, "", "村民满意度", "≥90%", "91.5%", score="8"),
]
t1_ = str(sum(Decimal(i["score"]) for i in r1))
T1_, G1 = one("农村人居环境整治提升", "镇农业农村服务站", f1, ["-5.60", "0", "0", "-5.60"],
              "以垃圾治理和厕所改造为重点，覆盖全镇12个行政村，村容村貌明显改观。", "12个村均建成分类收集亭，户厕改造完成106户，村庄环境明显好转。",
              r1, t1_, "良", "户厕改造摸底不够细致，未充分考虑农户外出情况；镇级自筹资金支付偏慢。",
              "改造任务下达前逐户签订意愿书，年底前未动工的及时调剂；自筹资金按季排定支付计划。")
f2 = [fund("县级财政资金", "40.00", "40.00", "39.87", "", "99.68%"), fund("镇级自筹资金", "", "", "", "", ""),
      fund("村集体投入", "0", "0", "0", "", ""), fund("合计", "40.00", "40.00", "39.87", "", "99.68%")]
r2 = [
    I(O, "", "维修山塘", "6口", "6口", score="15"),
    I(O, "", "清淤沟渠长度", "≥9.5公里", "10.2公里", score="15"),
    I(O, "", "工程质量合格率", "100%", "100%", score="15"),
    I(O, "", "完工时间", "4月底前", "4月20日", score="10"),
    I(B, "", "改善灌溉面积", "1250亩", "1310亩", score="15"),
    I(B, "", "保障春耕用水", "有力保障", "有力保障", score="15"),
    I(S, "", "受益农户满意度", "≥90%", "96%", score="14"),
]
t2_ = str(sum(Decimal(i["score"]) for i in r2))
T2_, G2 = one("小型水利设施维修养护", "镇水务工作站", f2, ["0", "", "0", "0"],
              "汛前完成6口山塘维修和主要沟渠清淤，恢复灌溉面积1250亩。", "6口山塘全部完工并蓄水，沟渠清淤10.2公里，改善灌溉面积1310亩。",
              r2, t2_, "优", "无", "无")
g = gold(title=TITLE, kind="project", year=Y, unit=UNIT, evaluations=[G1, G2],
         problems=[prob("户厕改造摸底不够细致，未充分考虑农户外出情况；镇级自筹资金支付偏慢")],
         measures=[meas("改造任务下达前逐户签订意愿书，年底前未动工的及时调剂；自筹资金按季排定支付计划")])
CASE = {
    "name": "e04_township_two_forms", "txt": "tikaomit", "encoding": "utf-16", "margin": 1.9,
    "blocks": [
        T(TITLE, size=17), {"p": f"填报单位：{UNIT}　　　　　　　　　2023年1月18日　　　　　　　第1张，共2张", "size": 10}, T1_,
        {"page": True},
        T(TITLE, size=17), {"p": f"填报单位：{UNIT}　　　　　　　　　2023年1月18日　　　　　　　第2张，共2张", "size": 10}, T2_,
    ],
    "gold": g,
}
