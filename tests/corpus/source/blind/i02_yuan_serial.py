"""Zhejiang-like form in 元: serial numbers, only one level column, a surplus column and a completion column beside the wanted ones."""
from _common import *
Y = 2022
UNIT, SUP = "越清市南屿区气象灾害防御中心", "越清市南屿区应急管理局"
NAME = "乡镇自动气象站网更新及预警信息发布"
u = "元"
F = [fund("项目资金合计", "2,386,000.00", "2,154,600.00", "2,098,317.46", "10", "97.39%", "9.74", u),
     fund("其中：区级财政资金", "1,986,000.00", "1,754,600.00", "1,754,600.00", "", "100%", "", u),
     fund("上级补助资金", "400,000.00", "400,000.00", "343,717.46", "", "85.93%", "", u),
     fund("单位自有资金", "0.00", "0.00", "0.00", "", "—", "", u)]
LEFT = ["56,282.54", "0.00", "56,282.54", "0.00"]
GOAL = "替换使用年限超过八年的乡镇自动气象站，补齐海岛与山区监测盲点；暴雨、台风预警信息通过多种渠道在十五分钟内送达防汛责任人。"
DONE = "更新站点34个，新布设海岛站2个；累计发布预警信息187条，责任人接收率保持在较高水平，仅青螺岛一处因码头停航未能按期换装。"
O, B, S = "产出类", "效益类", "满意度类"
R = [I(O, None, "更新自动气象站数量", "35个", "34个", "8", "7.8", "青螺岛码头停航，设备未能上岛", full="97.14%"),
     I(O, None, "新建海岛监测站数量", "≥2个", "2个", "6", "6", full="100%"),
     I(O, None, "发布预警信息条数", "不少于150条", "187条", "6", "6", full="124.67%"),
     I(O, None, "观测数据到报率", "≥98.5%", "99.1%", "8", "8", full="100.61%"),
     I(O, None, "预警信息送达时长", "15分钟以内", "11分钟", "8", "8", full="100%"),
     I(O, None, "设备验收一次通过率", "95%以上", "91.67%", "6", "5.5", "3个站点接地电阻不符合要求，已返工", full="96.49%"),
     I(O, None, "单站年运维成本", "≤1.2万元", "1.08万元", "8", "8", full="100%"),
     I(B, None, "因灾避险转移提前量", "≥6小时", "7.5小时", "10", "10", full="125%"),
     I(B, None, "预警信号公众覆盖率", "＞96%", "97.3%", "10", "10", full="101.35%"),
     I(B, None, "服务农业种植大户数", "200户", "213户", "5", "5", full="106.5%"),
     I(B, None, "监测资料共享机制", "建立并运行", "已与水利、海事部门互通", "5", "5", full="100%"),
     I(S, None, "防汛责任人满意度", "≥90%", "92.6%", "6", "6", full="102.89%"),
     I(S, None, "渔民群众满意度", "≥90%", "88.4%", "4", "3.9", "部分渔船终端信号弱", full="98.22%")]
TOT = "98.94"
PR = [prob("海岛站点换装受船期影响较大，青螺岛站未能在年内更新", None, "码头改造期间客货船停航"),
      prob("少数新设站点施工质量把关不严，接地电阻首次检测不达标", "project_management")]
PR[0]["cause"] = "码头改造期间客货船停航"
ME = [meas("与交通部门提前对接船期，2023年6月底前补齐青螺岛站更新任务", "project_management"),
      meas("委托第三方对防雷接地等隐蔽工程逐站旁站检测，不合格不予签认", "project_management")]
PTXT = f"（1）{PR[0]['text']}，主要原因是{PR[0]['cause']}；（2）{PR[1]['text']}。"
MTXT = f"（1）{ME[0]['text']}；（2）{ME[1]['text']}。"
t = [[c("项目名称", 2), c(NAME, 7)],
     [c("主管部门", 2), c(SUP, 2), c("使用单位", 2), c(UNIT, 3)],
     [c("项目属性", 2), c("延续性项目 ☑　一次性项目 □", 2), c("实施期限", 2), c("2021年1月至2023年12月", 3)],
     [c("资金\n情况", 1, 5), "资金来源", "年初预算", "调整预算", "实际支出", "资金结余", "执行率", "标准分", "自评分"]]
for f, l in zip(F, LEFT):
    t.append([L(f["label"]), f["original"], f["revised"], f["executed"], l, f["rate"], f["weight"], f["score"]])
t += [[c("总体\n绩效", 1, 2), c("年度目标", 4), c("目标实现情况", 4)], [L(GOAL, 4), L(DONE, 4)],
      ["序号", "指标类别", "指标内容", "年度目标", "实际完成", "完成度", "标准分", "自评分", "偏差原因及\n纠正措施"]]
a = runs(R, "l1")
for n, i in enumerate(R):
    t.append([str(n + 1)] + ([c(i["l1"], 1, a[n])] if a[n] else []) + [L(i["name"]), i["target"], i["actual"], i["full"], i["weight"], i["score"], L(i["note"])])
t += [[c("合计（含资金执行10分）", 6), "100", TOT, ""], [c("评价等级", 3), c("优", 6)],
      [c("偏离目标的主要问题", 3), L(PTXT, 6)], [c("下步改进安排", 3), L(MTXT, 6)]]
TITLE = "区级部门财政支出项目绩效自评表"
CASE = {"name": "i02_yuan_serial", "txt": "pipe", "encoding": "utf-8", "margin": 1.5,
  "blocks": [T(TITLE, size=16), {"p": f"（{Y}年度）", "style": "center"},
             {"p": f"填报日期：2023年2月24日　　　　　　　　　　　　　　　　　　　　　　单位：元", "size": 9},
             {"table": t, "widths": [1.3, 2.5, 3.4, 2.3, 2.4, 1.9, 1.3, 1.3, 3.0], "size": 8.5},
             {"p": "说明：1.完成度=实际完成÷年度目标，成本、时效类反向指标达到目标即计100%；2.评价等级：总分90分及以上为优，80—90分为良，60—80分为中，60分以下为差。", "size": 8.5}],
  "gold": gold(title=TITLE, kind="project", year=Y, unit=UNIT,
     budget={"original": 238.6, "revised": 215.46, "executed": wan("2,098,317.46", "元"), "execution_rate": 97.39},
     evaluations=[evaluation(title=TITLE, kind="project", year=Y, subject=NAME, unit=UNIT, supervisor=SUP, funds=funds(F),
        goal={"expected": GOAL, "actual": DONE}, indicators=indicators(R), total_weight=100, total_score=plain(TOT), grade="优",
        problems=PTXT, measures=MTXT)],
     self_assessment={"score": plain(TOT), "grade": "优"}, problems=PR, measures=ME)}
s = sum(Decimal(x["score"]) for x in R) + Decimal("9.74"); w = sum(int(x["weight"]) for x in R) + 10
if (str(s), w) != (TOT, 100): print("SUM", s, w)
