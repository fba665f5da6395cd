"""Township report: conclusion first, problem-cause-remedy run together under 差距检视, causes in front; then the 投入/过程/产出/效果 scoring form."""
from _common import *

Y = 2022
UNIT = "岚溪县石栎镇人民政府"
TITLE = f"{UNIT}{Y}年度部门整体支出绩效自评报告"
F = [fund("年度支出合计", "1,842.30", "2,106.88", "2,038.41", "10", "96.75%", "9.68"),
     fund("基本支出", "1,120.50", "1,158.20", "1,152.76", "", "99.53%", ""),
     fund("项目支出", "721.80", "948.68", "885.65", "", "93.36%", "")]
A, B, C, D = "投入\n（12分）", "过程\n（23分）", "产出\n（30分）", "效果\n（25分）"
R = [
    I(A, "目标设定", "绩效指标明确性", "明确", "明确", "4", "4", rule="细化量化得满分"),
    I(A, "预算配置", "在职人员控制率", "≤100%", "96.1%", "4", "4", rule="每超1个百分点扣0.5分"),
    I(A, "预算配置", "三公经费变动率", "≤0", "0", "4", "4", rule="正增长不得分"),
    I(B, "预算执行", "预算调整率", "≤10%", "14.36%", "5", "4", rule="超10%扣1分"),
    I(B, "预算执行", "公用经费控制率", "≤100%", "94.7%", "5", "5", rule="每超1个百分点扣1分"),
    I(B, "预算管理", "管理制度健全性", "健全", "健全", "4", "4", rule="缺一项扣1分"),
    I(B, "预算管理", "预决算信息公开", "按期公开", "按期公开", "4", "4", rule="逾期扣2分"),
    I(B, "资产管理", "固定资产利用率", "≥95%", "88.9%", "5", "4.2", rule="每低1个百分点扣0.1分"),
    I(C, "职责履行", "人居环境整治村数", "11个", "11个", "6", "6", rule="完成率×分值"),
    I(C, "职责履行", "村组道路硬化", "≥8.6公里", "7.9公里", "8", "7.3", rule="完成率×分值"),
    I(C, "职责履行", "矛盾纠纷调解成功率", "≥96%", "97.8%", "6", "6", rule="每低1个百分点扣1分"),
    I(C, "职责履行", "城乡居民医保参保率", "≥97%", "97.4%", "5", "5", rule="每低1个百分点扣1分"),
    I(C, "职责履行", "撂荒地复垦面积", "≥520亩", "536亩", "5", "5", rule="完成率×分值"),
    I(D, "履职效益", "村级集体收入增长率", "≥10%", "13.2%", "7", "7", rule="完成率×分值"),
    I(D, "履职效益", "信访积案化解", "9件", "8件", "6", "5.3", rule="完成率×分值"),
    I(D, "履职效益", "河道断面水质", "Ⅲ类及以上", "Ⅱ类", "4", "4", rule="不达标不得分"),
    I(D, "社会评价", "群众满意度", "90%以上", "92.6%", "8", "8", rule="每低1个百分点扣0.5分"),
]
assert sum(float(r["weight"]) for r in R) == 90, sum(float(r["weight"]) for r in R)
TOTAL = "96.48"
assert abs(sum(float(r["score"]) for r in R) + 9.68 - float(TOTAL)) < 1e-6, sum(float(r["score"]) for r in R) + 9.68
EXP = "保障镇村正常运转，完成人居环境整治、道路硬化和撂荒地复垦等民生任务，维护社会稳定，集体经济持续壮大。"
ACT = "11个村整治任务如期完成，硬化道路7.9公里，复垦撂荒地536亩，化解信访积案8件，村级集体收入增长13.2%。"
table = [[c("部门名称", 2), c(UNIT, 6)],
         [c("部门支出\n（万元）", 1, len(F) + 1), "项目", "年初预算数", "调整预算数", "决算数", "分值", "执行率", "得分"]]
for f in F:
    table.append([L(f["label"]), f["original"], f["revised"], f["executed"], f["weight"], f["rate"], f["score"]])
table += [[c("年度\n目标", 1, 2), c("预期目标", 3), c("实际完成情况", 4)], [L(EXP, 3), L(ACT, 4)],
          ["一级指标", "二级指标", "三级指标", "评分标准", "目标值", "完成值", "分值", "得分"]]
table += indicator_rows(R, lambda i: [L(i["name"]), L(i["rule"]), i["target"], i["actual"], i["weight"], i["score"]])
table += [[c("总分", 6), "100", TOTAL]]
duties = ["执行上级政府的决定和命令，办理本镇经济建设和社会事务", "负责辖区农业农村发展、集体经济组织指导和土地流转服务",
          "承担民政救助、医疗保障和社会保险经办服务", "负责辖区安全生产、应急处置和矛盾纠纷排查化解"]
P_ = [prob("部分门面和旧校舍长期空置，资产没有发挥应有作用", "asset_management", "资产权属登记不完整，招租公告两次无人应租"),
      prob("村组道路硬化年内短缺0.7公里", "project_management", "施工便道占用林地，手续批复时间晚于预期"),
      prob("年中追加项目偏多，预算调整幅度超过控制线", "budget_preparation", "年初对上级专项争取情况估计不足")]
M_ = [meas("年内完成权属补登，对闲置房屋分类招租或划转村级使用", "asset_management"),
      meas("将林地审批提前至立项阶段办理，未硬化路段明年二季度通车", "project_management"),
      meas("建立争取资金滚动台账，编制年初预算时按上年实际到账水平预列", "budget_preparation")]
DISC = "本报告和自评表随部门决算在县政府网站石栎镇专栏公开，扣分项列入镇纪委监督清单。"
blocks = [
    T(TITLE, size=17),
    H("一、自评结论"),
    P(f"经逐项对照打分，{Y}年度我镇部门整体支出绩效自评得分96.48分，自评等级为优秀。"),
    H("二、镇情与机构"),
    P("我镇的主要职责有：" + "；".join(f"（{n}）{d}" for n, d in enumerate(duties, 1)) + "。"),
    P("镇机关内设机构6个。核定编制77名，年末在职74人，退休人员39人，无离休人员，另有编外聘用人员12人。"),
    H("三、收支与“三公”经费"),
    P("全年收入2,083.55万元，其中一般公共预算拨款1,864.21万元、政府性基金预算拨款219.34万元。全年支出2,038.41万元，"
      "按性质划分，基本支出1,152.76万元（人员经费961.30万元、公用经费191.46万元），项目支出885.65万元。"),
    P("项目支出主要是：1.村组道路硬化386.00万元，用于7.9公里路面硬化和错车道建设；2.人居环境整治298.40万元，用于垃圾清运和公厕管护；"
      "3.撂荒地复垦奖补201.25万元，用于向复垦主体兑付补贴。"),
    P("“三公”经费合计14.62万元，其中公务接待费3.17万元，公务用车运行维护费11.45万元，因公出国（境）费0万元。"),
    H("四、主要成效"),
    P("人居环境方面，11个村全部完成整治任务，清运积存垃圾3,400余吨，新改建公厕8座，村庄面貌明显改观。"),
    P("产业发展方面，复垦撂荒地536亩并全部落实种植主体，带动村级集体收入同比增长13.2%，7个村集体经营性收入突破20万元。"),
    P("平安建设方面，调解矛盾纠纷318件，成功率97.8%，化解信访积案8件，全年未发生较大安全责任事故。"),
    H("五、差距检视"),
    P(f"第一，{P_[0]['text']}。原因是{P_[0]['cause']}。对策：{M_[0]['text']}。"),
    P(f"第二，{P_[1]['text']}。原因是{P_[1]['cause']}。对策：{M_[1]['text']}。"),
    P(f"第三，{P_[2]['text']}。原因是{P_[2]['cause']}。对策：{M_[2]['text']}。"),
    H("六、成果运用"),
    P(DISC),
    {"p": UNIT, "style": "right"}, {"p": "2023年4月11日", "style": "right"},
    {"page": True},
    {"p": "附表"}, T(f"{Y}年度部门整体支出绩效自评表", size=16),
    {"table": table, "widths": [1.8, 2.3, 3.4, 3.6, 2.2, 2.2, 1.5, 1.8], "size": 9},
]
G = gold(
    title=TITLE, kind="department", year=Y, unit=UNIT,
    organisation={"duties": duties, "internal_departments": 6,
                  "staff": {"authorised": 77, "active": 74, "retired": 39, "retired_cadres": 0, "contract": 12}},
    budget={"original": wan("1,842.30"), "revised": wan("2,106.88"), "executed": wan("2,038.41"), "revenue": wan("2,083.55"), "execution_rate": 96.75},
    spending={"total": wan("2,038.41"), "basic": wan("1,152.76"), "personnel": wan("961.30"), "operating": wan("191.46"), "project": wan("885.65"),
              "projects": [{"name": "村组道路硬化", "amount": 386, "purpose": "用于7.9公里路面硬化和错车道建设"},
                           {"name": "人居环境整治", "amount": wan("298.40"), "purpose": "用于垃圾清运和公厕管护"},
                           {"name": "撂荒地复垦奖补", "amount": wan("201.25"), "purpose": "用于向复垦主体兑付补贴"}],
              "three_public": {"total": 14.62, "receptions": 3.17, "vehicles": 11.45, "abroad": 0}},
    evaluations=[evaluation(title=f"{Y}年度部门整体支出绩效自评表", kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(F),
                            goal={"expected": EXP, "actual": ACT}, indicators=indicators(R), total_weight=100, total_score=96.48)],
    self_assessment={"score": 96.48, "grade": "优秀"}, problems=P_, measures=M_, disclosure=DISC)
# sources are spending by kind of budget; the report gives revenue by kind: two readings
drop(G, "budget.sources.general_public", "budget.sources.government_funds", "evaluations.0.indicators.15.target.comparator")
CASE = {"name": "j08_town_self_review", "txt": "layout", "encoding": "utf-8", "footer": True, "blocks": blocks, "gold": G}
