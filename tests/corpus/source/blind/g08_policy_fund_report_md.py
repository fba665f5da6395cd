"""Provincial department's special-fund report with annex form in thousand yuan; the text version is a Markdown conversion."""
from _common import *
Y = 2024
UNIT = "岷原省工业和信息化厅"
NAME = "中小企业数字化转型专项资金"
TITLE = f"{NAME}{Y}年度绩效自评报告"
FT = "专项资金绩效自评表"
fr = [fund("一、财政资金", "420,000", "385,000", "371,862.5", "20", "96.59", "19.32", unit="千元"), fund("其中：省本级支出", "36,000", "31,000", "29,417.5", "", "94.90", "", unit="千元"),
      fund("补助市县支出", "384,000", "354,000", "342,445", "", "96.74", "", unit="千元"), fund("二、社会资本", "1,100,000", "1,100,000", "1,268,300", "", "115.30", "", unit="千元")]
EXP = "支持800家以上规上中小企业实施数字化改造，培育省级数字化服务商40家，带动社会投资11亿元以上，企业关键工序数控化率明显提升。"
ACT = "累计支持企业847家，培育服务商44家，带动社会投资12.683亿元，样本企业关键工序数控化率由51.2%升至58.9%。"
O, B, S, C = "产出指标", "效益指标", "满意度指标", "成本指标"
rows = [
    I(C, "经济成本指标", "单家企业平均补助", "≤50万元", "42.1万元", "6", "6"),
    I(O, "数量指标", "支持改造企业", "≥800家", "847家", "8", "8"),
    I(O, "数量指标", "培育数字化服务商", "40家", "44家", "6", "6"),
    I(O, "数量指标", "建设行业公共服务平台", "12个", "11个", "6", "5.5", "轴承行业平台运营主体变更，重新遴选"),
    I(O, "质量指标", "改造项目验收通过率", "≥95%", "96.8%", "8", "8"),
    I(O, "质量指标", "企业数字化水平二级以上占比", "≥70%", "73.4%", "6", "6"),
    I(O, "时效指标", "资金分解下达时限", "60日内", "54日", "5", "5"),
    I(O, "时效指标", "项目按期完成率", "≥90%", "84.6%", "5", "4.7", "部分设备进口周期拉长"),
    I(B, "经济效益指标", "带动社会投资", "≥11亿元", "12.683亿元", "10", "10"),
    I(B, "经济效益指标", "受支持企业人均产值增幅", "≥6%", "7.1%", "5", "5"),
    I(B, "社会效益指标", "培训企业数字化骨干", "≥5000人次", "5632人次", "5", "5"),
    I(B, "生态效益指标", "万元产值综合能耗", "下降", "下降3.3%", "4", "4"),
    I(S, "服务对象满意度指标", "受支持企业满意度", "≥90%", "93.5%", "6", "6"),
]
TOT = "98.52"
t = [[c("专项资金名称", 2), L(NAME, 7)], [c("主管部门", 2), c(UNIT, 3), c("资金分配方式", 2), L("因素法＋竞争性分配", 2)],
     [c("资金情况\n（单位：千元）", 2, len(fr) + 1), "", "年初安排", "调整后预算", "支出数", "分值", "支出进度（%）", "得分"]]
t[2] = [c("资金情况\n（单位：千元）", 2, len(fr) + 1), "资金类别", "年初预算", "调整后预算", "实际支出", "分值", "执行率（%）", "得分"]
t += [[L(r["label"]), r["original"], r["revised"], r["executed"], r["weight"], r["rate"], r["score"]] for r in fr]
t += [[c("年度目标", 2), L(EXP, 7)], [c("目标完成情况", 2), L(ACT, 7)]]
t = [[(dict(k, cs=k.get("cs", 1)) if isinstance(k, dict) else k) for k in row] for row in t]
t += [["序号", "一级指标", "二级指标", "三级指标", "年初指标值", "年末完成值", "分值", "得分", "差异说明"]]
seq = 0
for row, i in zip(indicator_rows(rows, lambda i: [L(i["name"]), i["target"], i["actual"], i["weight"], i["score"], L(i["note"])]), rows):
    seq += 1
    t.append([str(seq)] + row)
t += [[c("合　计", 6), "100", TOT, ""]]
PR = [prob("省级行业平台建设推进不平衡，仍有1个平台未落地"), prob("项目按期完成率未达到目标值", cause="核心控制器等设备进口交付周期普遍延长两至三个月"),
      prob("市县对补助企业的后续跟踪较少，改造成效数据主要靠企业自行填报", "performance_monitoring")]
ME = [meas("重新遴选轴承行业平台运营主体，2025年6月底前上线"), meas("建立国产替代设备目录，引导企业优先选用交付周期短的产品"), meas("依托企业数字化水平评测系统，每年对不少于三成的受助企业实地核验", "performance_monitoring")]
DIS = "自评结论报厅务会审议通过后报送省财政厅，并随2024年度部门决算一并向社会公开。"
B_ = lambda s: {"p": s, "style": "body"}
CASE = {
    "name": "g08_policy_fund_report_md", "txt": "md", "encoding": "utf-8", "footer": True,
    "blocks": [
        T(TITLE, size=18), {"p": UNIT, "style": "center"}, {"p": "（2025年3月）", "style": "center"}, {"p": ""},
        H("一、专项资金概况"), H("（一）政策依据", 1),
        B_("2021年省政府印发制造业数字化攻坚五年实施方案，提出设立本专项资金，实施期为2021年至2025年，由我厅会同省财政厅管理。"),
        H("（二）预算安排与支出", 1),
        B_("2024年专项资金年初预算4.2亿元，年中压减3,500万元，调整后预算3.85亿元。截至年底实际支出3.718625亿元，预算执行率96.59%，未支出的1,313.75万元为已立项未验收项目的尾款，按规定结转。"),
        B_("从投向看，补助市县占九成以上，其余用于省级平台建设和评测服务。"),
        H("二、自评组织"),
        B_("我厅规划与投资处牵头制定自评方案，收集21个市（州）自评材料，抽取126家企业电话回访，并对6个项目实地察看。"),
        H("三、自评结论"),
        B_("专项资金总体达到预期，自评得分98.52分，绩效等级为“优”。13项三级指标中有11项达到目标，2项未达到。"),
        H("四、主要做法"),
        B_("一是以链主企业带动配套企业成链改造；二是按改造成效分档补助；三是推行服务商承诺制，改造未达标的由服务商免费整改。"),
        H("五、问题与原因"),
        B_(f"1．{PR[0]['text']}。"), B_(f"2．{PR[1]['text']}，原因是{PR[1]['cause']}。"), B_(f"3．{PR[2]['text']}。"),
        H("六、改进建议"),
        *[B_(f"{n}．{m['text']}。") for n, m in enumerate(ME, 1)],
        H("七、结果公开"), B_(DIS),
        {"p": ""}, {"p": "附：专项资金绩效自评表"}, {"page": True},
        T(FT, size=15), {"p": f"（{Y}年度）", "style": "center"},
        {"table": t, "widths": [1.0, 1.8, 2.2, 3.3, 2.2, 2.2, 1.2, 1.5, 2.8], "size": 8.5},
    ],
    "gold": gold(title=TITLE, kind="project", year=Y, unit=UNIT,
                 budget={"original": 42000, "revised": 38500, "executed": wan("371,862.5", "千元"), "execution_rate": 96.59},
                 spending={"total": wan("371,862.5", "千元")},
                 evaluations=[evaluation(title=FT, kind="project", year=Y, subject=NAME, supervisor=UNIT, funds=funds(fr), goal={"expected": EXP, "actual": ACT},
                                         indicators=indicators(rows), total_weight=100, total_score=plain(TOT))],
                 self_assessment={"score": plain(TOT), "grade": "优"}, problems=PR, measures=ME, disclosure=DIS),
}
del CASE["gold"]["evaluations"][0]["unit"]     # the form names no unit of its own beside 主管部门
for n, i in enumerate(rows):               # "60日内" / "54日": a number of days or a date-like phrase
    if i["name"] == "资金分解下达时限":
        for side in ("target", "actual"):
            x = CASE["gold"]["evaluations"][0]["indicators"][n][side]
            for k in ("comparator", "value", "unit"): del x[k]
