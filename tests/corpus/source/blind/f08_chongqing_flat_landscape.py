"""Chongqing-like: landscape, no levels; unit and sign columns, adjusted target, coefficient between actual and weight, core-indicator column; score in the head."""
from _common import *
Y = 2022
UNIT = "渝州市云峰区融媒体中心"
EXP = "聚焦区委中心工作开展主题宣传，全年自采播发稿件不少于6,000条，外宣上稿1,200条以上，客户端下载量突破18万，安全播出零事故。"
ACT = "全年自采播发稿件6,418条，外宣上稿1,374条，客户端下载量17.6万，安全播出无事故，圆满完成重大主题宣传任务。"
fr = [fund("部门预算总额", "2,846.17", "3,102.56", "3,058.94", "10", "98.59%", "9.86"),
      fund("其中：财政拨款", "2,516.17", "2,772.56", "2,772.56", "", "100%", ""),
      fund("事业收入及其他资金", "330.00", "330.00", "286.38", "", "86.78%", "")]
def R(name, unit, sign, init, adj, act, k, w, s, core):
    r = I("", "", name, adj or init, act, w, s, "", sign=None if sign == "定性" else sign, unit=None if unit in ("", "/") else unit,
          init=init, adj=adj, k=k, core=core, u=unit, sg=sign)
    return r
rows = [
    R("自采播发新闻稿件", "条", "≥", "6000", "", "6418", "100", "10", "10", "是"),
    R("中央及市级主流媒体上稿", "条", "≥", "1000", "1200", "1374", "100", "10", "10", "是"),
    R("客户端累计下载量", "万次", "≥", "18", "", "17.6", "97.78", "8", "7.82", "是"),
    R("短视频作品", "个", "≥", "300", "350", "412", "100", "6", "6", "否"),
    R("应急广播终端维护", "套", "＝", "168", "", "168", "100", "6", "6", "否"),
    R("安全播出事故", "次", "＝", "0", "", "0", "100", "8", "8", "是"),
    R("稿件差错率", "%", "≤", "0.3", "", "0.21", "100", "6", "6", "否"),
    R("重大主题报道刊播时限", "小时", "≤", "24", "", "24", "100", "5", "5", "否"),
    R("“三公”经费支出", "万元", "≤", "9.50", "", "7.36", "100", "4", "4", "否"),
    R("在职人员控制率", "%", "≤", "100", "", "94.81", "100", "3", "3", "否"),
    R("预决算信息公开", "/", "定性", "及时完整", "", "及时完整", "100", "3", "3", "否"),
    R("资产管理规范性", "/", "定性", "规范", "", "基本规范", "80", "3", "2.4", "否"),
    R("舆论引导能力", "/", "定性", "有效提升", "", "有效提升", "100", "8", "8", "否"),
    R("广告及活动创收", "万元", "≥", "330", "", "286.38", "86.78", "5", "4.34", "否"),
    R("受众满意度", "%", "≥", "90", "", "92.7", "100", "5", "5", "是"),
]
PROB = "1.客户端用户增长趋缓，日活跃用户占比仅8.3%；2.广告创收受市场环境影响未达预期；3.部分采编设备未及时贴签登记。"
MEAS = "1.优化客户端政务服务功能，策划线上互动活动；2.拓展直播带货、会展承办等经营渠道；3.2023年6月前完成资产清查贴签。"
PR = [prob("客户端用户增长趋缓，日活跃用户占比仅8.3%"), prob("广告创收受市场环境影响未达预期", "external"), prob("部分采编设备未及时贴签登记", "asset_management")]
ME = [meas("优化客户端政务服务功能，策划线上互动活动"), meas("拓展直播带货、会展承办等经营渠道"), meas("2023年6月前完成资产清查贴签", "asset_management")]
t = [[c("部门名称", 2), c(UNIT, 3), c("联系人及电话", 2), c("周×  000-45670000", 2), c("自评总分（分）", 1), c("98.42", 1)],
     [c("部门预算\n执行情况\n（万元）", 1, 4), "", c("年初预算数", 2), c("全年（调整）\n预算数", 2), c("全年执行数", 2), "执行率\n（%）", "执行率\n权重（分）", "执行率\n得分（分）"]]
t += [[L(f["label"]), c(f["original"], 2), c(f["revised"], 2), c(f["executed"], 2), f["rate"], f["weight"], f["score"]] for f in fr]
t += [[c("当年整体\n绩效目标", 1, 2), c("年初绩效目标", 4), c("全年（调整）绩效目标", 2), c("全年目标实际完成情况", 4)],
      [L(EXP, 4), c("/", 2), L(ACT, 4)]]
t += [[c("绩\n效\n指\n标", 1, len(rows) + 1), "指标名称", "计量\n单位", "指标\n性质", "年初\n指标值", "调整\n指标值", "全年\n完成值", "得分系数\n（%）", "指标权重\n（分）", "指标得分\n（分）", "是否核\n心指标"]]
t += [[L(i["name"]), i["u"], i["sg"], i["init"], i["adj"], i["actual"], i["k"], i["weight"], i["score"], i["core"]] for i in rows]
t += [[c("存在的问题", 2), L(PROB, 9)], [c("整改措施", 2), L(MEAS, 9)]]
CASE = {"name": "f08_chongqing_flat_landscape", "txt": "md", "encoding": "utf-8", "landscape": True, "margin": 1.8, "vmargin": 1.5,
        "blocks": [T(f"{Y}年度部门整体绩效自评表", size=16),
                   {"table": t, "widths": [1.8, 5.2, 1.8, 1.8, 2.4, 2.2, 2.2, 2.2, 2.2, 2.2, 2.0], "size": 9, "nosplit": True},
                   {"p": "说明：得分系数依据指标性质计算，正向指标＝全年完成值÷调整（年初）指标值×100%，最高不超过100%；定性指标按达成、部分达成（80%—60%）、未达成三档确定。", "size": 9}],
        "gold": gold(
    title=f"{Y}年度部门整体绩效自评表", kind="department", year=Y, unit=UNIT,
    budget={"original": 2846.17, "revised": 3102.56, "executed": 3058.94, "execution_rate": 98.59},
    evaluations=[evaluation(title=f"{Y}年度部门整体绩效自评表", kind="department", year=Y, subject=UNIT, unit=UNIT, funds=funds(fr),
                            goal={"expected": EXP, "actual": ACT}, indicators=indicators(rows), total_score=98.42, problems=PROB, measures=MEAS)],
    self_assessment={"score": 98.42, "grade": None}, problems=PR, measures=ME)}
drop(CASE["gold"], "evaluations.0.total_weight", "budget.sources")
drop(CASE["gold"], "problems.1.cause")
