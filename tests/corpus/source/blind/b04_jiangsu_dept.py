"""Jiangsu-style department report: run-in numbered duties, staff in one long sentence, budget adjusted twice, last year's figures as traps, 问题一/问题二."""
from _common import *
Y = 2022
UNIT = "澄湖市水产技术推广站"
DU = ["承担全市渔业新品种、新技术的引进、试验、示范和推广", "负责水生动物疫病监测、预警和防控技术指导", "开展水产品质量安全检测和渔业环境监测", "参与渔业科技培训和渔民职业教育"]
PRJ = [("水生动物疫病监测", "58.60", "用于采样检测试剂购置和重点养殖场巡查"), ("稻渔综合种养示范推广", "112.35", "用于示范基地田间工程补助及技术服务"), ("检测实验室仪器更新", "76.90", "用于购置气相色谱仪和配套前处理设备")]
P1 = "示范推广资金到位偏晚，5月下旬才下达至镇级，错过了早春放苗的最佳时期"
P2 = "部分绩效指标设置偏重工作量，反映养殖户增收效果的指标较少"
P3 = "检测人员编制不足，全年送检样品超出实验室日常承载能力近三成"
M = ["主动对接市财政部门，推动示范推广资金于一季度前分解下达", "修订绩效指标库，增加亩均效益、带动户数等结果类指标", "通过政府购买服务方式委托有资质机构承担部分检测任务"]
DIS = "自评报告及自评表经站务会审议后报送市农业农村局和市财政局，并随2022年度单位决算一并在“澄湖农业信息网”公开。"
TITLE = f"{UNIT}{Y}年度单位整体支出绩效自评价报告"
blocks = [T(TITLE),
    H("一、单位概况"), H("（一）主要职能", 1), P("根据澄编办〔2020〕31号文件，本站的职能为：(1)" + "；(2)".join(DU[:2]) + "；(3)" + DU[2] + "；(4)" + DU[3] + "。"),
    H("（二）机构和人员", 1), P("本站为市农业农村局所属公益一类事业单位，设综合科、推广科、病防科、检测科4个科室。核定事业编制26名，2022年末在编在岗24人（上年末25人），另有退休职工17人，无离休人员，聘用编外实验辅助人员5人。"),
    H("（三）年度工作目标", 1), P("引进示范新品种3个，水产品质量安全监测合格率稳定在98%以上，稻渔综合种养面积扩大到2.6万亩。"),
    H("二、预算安排及支出情况"), H("（一）预算安排", 1),
    P("2022年年初预算收入872.46万元（2021年为815.20万元），全部为一般公共预算财政拨款。年度执行中，6月追加疫病监测专项40万元，11月因人员调出核减18.90万元，两次调整后预算为893.56万元。"),
    H("（二）支出情况", 1),
    P("截至2022年12月31日，全年实际支出881.28万元，预算执行率98.63%，比2021年提高1.2个百分点。其中，基本支出633.43万元，占71.88%，包括人员经费561.07万元和公用经费72.36万元；项目支出247.85万元，占28.12%。"),
    P("主要项目支出有：" + "；".join(f"{a}{b}万元，{d}" for a, b, d in PRJ) + "。"),
    P("“三公”经费方面：全年支出6.21万元，较上年的7.48万元下降16.98%，其中公务接待费0.83万元（接待12批次96人次）、公车运行维护费5.38万元，当年没有因公出国（境）支出。"),
    H("三、绩效目标实现情况"), P("全年引进“中科6号”异育银鲫等新品种3个，建立示范点21个；抽检水产品1,864批次，合格率98.9%；稻渔综合种养面积2.73万亩，亩均增效860元。"),
    P("对照年度整体绩效指标逐条计分，本站综合自评分为95.8分，评定等次为“优”。"),
    H("四、存在的问题"), P(f"问题一：{P1}。"), P(f"问题二：{P2}。"), P(f"问题三：{P3}。"),
    H("五、整改举措"), *[P(f"针对问题{'一二三'[n]}，{m}。") for n, m in enumerate(M)],
    H("六、自评结果应用与公开"), P(DIS), {"p": UNIT, "style": "right"}, {"p": "2023年4月18日", "style": "right"}]
G = gold(title=TITLE, kind="department", year=Y, unit=UNIT, organisation={"duties": DU, "internal_departments": 4, "staff": {"authorised": 26, "active": 24, "retired": 17, "retired_cadres": 0, "contract": 5}},
         budget={"original": 872.46, "revised": 893.56, "executed": 881.28, "execution_rate": 98.63}, spending={"total": 881.28, "basic": 633.43, "personnel": 561.07, "operating": 72.36, "project": 247.85,
         "projects": [{"name": a, "amount": wan(b), "purpose": d} for a, b, d in PRJ], "three_public": {"total": 6.21, "receptions": 0.83, "vehicles": 5.38, "abroad": 0}},
         self_assessment={"score": 95.8, "grade": "优"}, problems=[prob(P1), prob(P2, "performance_goals"), prob(P3, "staffing")],
         measures=[meas(M[0]), meas(M[1], "performance_goals"), meas(M[2])], disclosure=DIS)
drop(G, "budget.revenue", "budget.sources.general_public", "problems.0.cause", "problems.2.cause")
CASE = {"name": "b04_jiangsu_dept", "txt": "tika", "encoding": "utf-8", "eol": "\r\n", "footer": True, "blocks": blocks, "gold": G}
